# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The Debian 13 root in which Qt for WebAssembly and the studio for browsers are built: Debian 12's emscripten is too
# old for Qt. Sourced by the scripts beside it.

# Where it is kept between runs; the root takes 3 GB.
wasm_cache=${XP_WASM_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/xp-wasm}
wasm_root=$wasm_cache/debian13
# Inside the root: emscripten's cache, Qt's sources and builds, and what is installed.
wasm_prefix=/opt/qt-wasm

# in_root FOLDER... -- COMMAND...: runs the command in the root, which sees these folders at the same paths. The mounts
# are of a name space of their own and end with it.
in_root() {
  local folders=()
  while [[ $1 != -- ]]; do
    folders+=("$1")
    shift
  done
  shift
  # shellcheck disable=SC2016 # expanded by the shell inside
  ROOT=$wasm_root FOLDERS=$(printf '%s\n' "${folders[@]}") unshare --mount --propagation private bash -c '
    set -eu
    mount -t proc proc "$ROOT/proc"
    mount --rbind /dev "$ROOT/dev"
    while read -r folder; do
      [[ -n $folder ]] || continue
      mkdir -p "$ROOT$folder"
      mount --bind "$folder" "$ROOT$folder"
    done <<<"$FOLDERS"
    exec chroot "$ROOT" env -u LD_PRELOAD LC_ALL=C.UTF-8 HOME=/root "$@"' in_root "$@"
}
