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
  cd "$1"
  cmake --preset wasm
  cmake --build --preset wasm -- -k 0' build "$project" "$wasm_prefix"
