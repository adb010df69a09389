#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# qt.sh PREFIX, inside the Debian 13 root: builds Qt base, SVG and Charts for WebAssembly, single-threaded and small.
# What is there in the wanted version is kept.
set -euo pipefail
prefix=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
export DEBIAN_FRONTEND=noninteractive

apt-get -q update
# shellcheck disable=SC2046 # one package a word
apt-get install -y -q --no-install-recommends $(sed -e 's/#.*//' "$here/packages.txt")

version() { dpkg-query -W -f '${Version}' "$1"; }
# A change of any of these makes a new SDK.
wanted="qt $(version qt6-base-dev) emscripten $(version emscripten) scripts $(cat "$here/qt.sh" "$here/fonts.sh" | sha256sum | cut -c1-12)"
for module in svg charts; do
  if [[ -d /src/given-qt6-$module ]]; then
    wanted+=" $module given $(find "/src/given-qt6-$module" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)"
  fi
done
if [[ $(cat "$prefix/.version" 2>/dev/null) == "$wanted" ]]; then
  echo "Qt for WebAssembly is there: $wanted"
  exit
fi
rm -rf "$prefix"
mkdir -p "$prefix" /src

# Qt finds emscripten by EMSDK, which Debian's package does not have: a folder that looks like it. Emscripten's cache is
# frozen there, and needs a copy to which the variants of its libraries that Qt wants can be added.
mkdir -p "$prefix/emsdk/upstream"
ln -sfn /usr/share/emscripten "$prefix/emsdk/upstream/emscripten"
echo "EMSCRIPTEN_ROOT = emsdk_path + '/upstream/emscripten'" >"$prefix/emsdk/.emscripten"
cp -r /usr/share/emscripten/cache "$prefix/emcache"
cat >"$prefix/environment" <<END
export EMSDK=$prefix/emsdk EM_CACHE=$prefix/emcache EM_FROZEN_CACHE= QT_WASM_DIR=$prefix QT_HOST_PATH=/usr
END
# shellcheck disable=SC1091
source "$prefix/environment"

# Headers that the studio shares with the desktop; /usr/include itself is the host's.
mkdir -p "$prefix/headers"
cp -r /usr/include/boost /usr/include/nlohmann /usr/include/tl "$prefix/headers/"

# unpack PACKAGE: the folder of its source.
unpack() {
  cd /src
  rm -rf "$1"-[0-9]*/ "$1"_*
  apt-get -q source "$1" >&2
  echo "/src/$(basename "$(ls -d "$1"-[0-9]*/)")"
}
host=(-DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake)

# Left out: what a page cannot have (threads, printing, databases, D-Bus) and what the studio does not use.
without=(thread dbus printsupport sql testlib xml concurrent sharedmemory systemsemaphore process
  imageformat_bmp imageformat_ppm imageformat_xbm ico gif jpeg movie
  fontcombobox fontdialog colordialog mdiarea undoview lcdnumber dial udpsocket networkdiskcache)
features=()
for feature in "${without[@]}"; do
  features+=("-DFEATURE_$feature=OFF")
done

source=$(unpack qt6-base)
"$here/fonts.sh" "$source/src/3rdparty/wasm"
mkdir -p /src/build-base
cd /src/build-base
rm -rf ./*
"$source/configure" -platform wasm-emscripten -qt-host-path /usr -prefix "$prefix" -release -optimize-size -static \
  -nomake examples -nomake tests -- "${host[@]}" "${features[@]}"
cmake --build . --parallel
cmake --install . >/dev/null

for module in svg charts; do
  source=/src/given-qt6-$module
  [[ -d $source ]] || source=$(unpack "qt6-$module")
  mkdir -p "/src/build-$module"
  cd "/src/build-$module"
  rm -rf ./*
  "$prefix/bin/qt-cmake" -G Ninja "$source" -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF "${host[@]}"
  cmake --build . --parallel
  cmake --install . >/dev/null
done
rm -rf /src/build-*
echo "$wanted" >"$prefix/.version"
echo "Qt for WebAssembly is made: $wanted"
