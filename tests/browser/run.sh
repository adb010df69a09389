#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The studio in Chromium against a real xp-service. The bundle is XP_WASM_BUNDLE, else what ./xp wasm has built.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
bundle=${XP_WASM_BUNDLE:-$XP_SOURCE_DIR/build/wasm/bundle}
if [[ ! -f $bundle/index.html ]]; then
  echo "skipped: no Qt for WebAssembly SDK"
  exit 0
fi
for program in node npm chromium; do
  command -v "$program" >/dev/null || { echo "skipped: no $program"; exit 0; }
done
bundle=$(readlink -f "$bundle")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.mjs "$here/archive.py" "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$work/"
(cd "$work" && npm ci --no-audit --no-fund --silent)
APP_DIR=$bundle node --test --test-concurrency=1 "$work"/*.test.mjs
