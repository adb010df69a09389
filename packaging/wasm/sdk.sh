#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # root.sh sets wasm_root and wasm_prefix
# Makes Qt for WebAssembly from Debian 13's source packages, in a Debian 13 root that it makes with debootstrap, and
# keeps both (root.sh tells where). Needs root, about 30 minutes of two cores the first time, and nothing the next.
#
#   QT_SVG_SOURCE, QT_CHARTS_SOURCE   a folder with the module's source, instead of its source package
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck disable=SC1091 source=packaging/wasm/root.sh
source "$here/root.sh"

((EUID == 0)) || { echo "sdk.sh: needs root, for debootstrap and chroot. With an SDK of your own, set QT_WASM_DIR." >&2; exit 1; }

if [[ ! -e $wasm_root/.made ]]; then
  rm -rf "$wasm_root"
  mkdir -p "$wasm_root"
  debootstrap --variant=minbase trixie "$wasm_root"
  # The same mirror for the sources.
  sed -n 's/^deb /deb-src /p' "$wasm_root/etc/apt/sources.list" >"$wasm_root/etc/apt/sources.list.d/sources.list"
  touch "$wasm_root/.made"
fi

# What is given as a folder goes into the root as a copy, so that it is there for the next version of Qt base too.
for module in svg charts; do
  name=QT_${module^^}_SOURCE
  given=${!name:-}
  [[ -n $given ]] || continue
  [[ -f $given/.cmake.conf ]] || { echo "sdk.sh: $name=$given is not the source of a Qt module" >&2; exit 1; }
  rm -rf "$wasm_root/src/given-qt6-$module"
  mkdir -p "$wasm_root/src"
  cp -r "$given" "$wasm_root/src/given-qt6-$module"
done

mkdir -p "$wasm_root/opt/xp"
install -m 755 "$here/qt.sh" "$here/fonts.sh" "$wasm_root/opt/xp/"
install -m 644 "$here/packages.txt" "$wasm_root/opt/xp/"
in_root -- /opt/xp/qt.sh "$wasm_prefix"
