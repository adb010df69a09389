#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # root.sh sets wasm_root and wasm_prefix
# run.sh NUMBERS BUILD PYTHON: the native program's answers to all vectors beside those of the same sources in WebAssembly, which
# it builds in BUILD with the emscripten in the PATH, else with that of the root that ./xp wasm has made.
set -euo pipefail
numbers=$1 build=$2 python=$3
# shellcheck disable=SC1091 source=packaging/wasm/root.sh
source "$XP_SOURCE_DIR/packaging/wasm/root.sh"

files=()
for file in "$XP_SOURCE_DIR"/tests/vectors/*.json "$XP_CONFORMANCE_DIR"/vectors/*.json; do
  [[ ! -f $file || $file == */schema.json ]] || files+=("$(readlink -f "$file")")
done
"$numbers" "${files[@]}" >"$build.native"

# The same headers on both sides, whatever the root has.
mkdir -p "$build/headers"
for folder in boost nlohmann tl; do
  [[ -e $build/headers/$folder ]] || cp -r "/usr/include/$folder" "$build/headers/"
done

# shellcheck disable=SC2016 # expanded by the shell inside
make_and_run='
  set -eu
  source_dir=$1 build=$2
  shift 2
  [[ ! -f $XP_WASM_ENVIRONMENT ]] || source "$XP_WASM_ENVIRONMENT"
  emcmake cmake -G Ninja -S "$source_dir/tests/stats/samenumbers/wasm" -B "$build" -DCMAKE_BUILD_TYPE=MinSizeRel \
    -DXP_HEADERS="$build/headers" >&2
  cmake --build "$build" -j 2 >&2
  node "$build/numbers.js" "$@" >"$build.wasm"'
arguments=(bash -c "$make_and_run" make_and_run "$XP_SOURCE_DIR" "$build" "${files[@]}")
if command -v em++ >/dev/null; then
  XP_WASM_ENVIRONMENT='' "${arguments[@]}"
elif ((EUID == 0)) && [[ -x $wasm_root/usr/bin/em++ && -f $wasm_root$wasm_prefix/environment ]]; then
  folders=("$XP_SOURCE_DIR" "$(dirname "$build")")
  [[ ! -d $XP_CONFORMANCE_DIR ]] || folders+=("$(readlink -f "$XP_CONFORMANCE_DIR")")
  in_root "${folders[@]}" -- env XP_WASM_ENVIRONMENT="$wasm_prefix/environment" "${arguments[@]}"
else
  echo "skipped: no emscripten"
  exit 0
fi
"$python" -B "$(dirname "${BASH_SOURCE[0]}")/compare.py" "$build.native" "$build.wasm"
