#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # root.sh sets wasm_root and wasm_prefix
# Builds the studio for browsers in build/wasm/bundle with the SDK that sdk.sh made; `./xp wasm` calls both.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck disable=SC1091 source=packaging/wasm/root.sh
source "$here/root.sh"
project=$(readlink -f "$here/../..")

# shellcheck disable=SC2016 # expanded by the shell inside
in_root "$project" -- bash -c '
  set -eu
  source "$2/environment"
  export QT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake
  # What was compiled once in any folder is not compiled again.
  if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_DIR=/var/cache/ccache CCACHE_BASEDIR="$1"
  fi
  cd "$1"
  cmake --preset wasm
  cmake --build --preset wasm --target xp_wasm_bundle -- -k 0' build "$project" "$wasm_prefix"
