#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# races.sh [CTEST OPTIONS...]: the tests of core, storage and service under the thread sanitizer, against a Qt base that
# is built with it: the distribution's, which is not, gives false reports. That one is made of the distribution's source
# package in build/tsan-qt, once (QT_TSAN_DIR names another). Fails with the first report, too; build/races holds them.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
root=$PWD
qt=${QT_TSAN_DIR:-$root/build/tsan-qt}

# The newest source of Qt base that the sources of packages here have; without a change to them.
unpack_source() {
  local apt=$1/apt
  mkdir -p "$apt/lists/partial" "$apt/parts"
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [[ ! -f $list ]] || sed 's/^Types: .*/Types: deb-src/; s/^deb /deb-src /' "$list" >"$apt/parts/$(basename "$list")"
  done
  local options=(-q -o "Dir::State::lists=$apt/lists"
    -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$apt/parts")
  apt-get "${options[@]}" update
  (cd "$1" && apt-get "${options[@]}" source qt6-base)
}

build_qt() {
  local work=$1 flags="-fsanitize=thread -g1"
  unpack_source "$work"
  # Its tools run while it is built: the distribution's, which are not slowed down. Those of its libraries that stay the
  # system's have locks that the sanitizer sees.
  cmake -G Ninja -S "$work"/qt6-base-*/ -B "$work/build" -DCMAKE_INSTALL_PREFIX="$qt" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" -DCMAKE_C_FLAGS_RELEASE=-O1 -DCMAKE_CXX_FLAGS_RELEASE=-O1 \
    -DQT_FORCE_FIND_TOOLS=ON -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(uname -m)-linux-gnu/cmake" \
    -DFEATURE_gui=OFF -DFEATURE_widgets=OFF -DFEATURE_dbus=OFF -DFEATURE_printsupport=OFF -DFEATURE_icu=OFF \
    -DFEATURE_sql_odbc=OFF -DFEATURE_sql_mysql=OFF -DFEATURE_system_sqlite=ON -DFEATURE_system_pcre2=ON \
    -DFEATURE_system_zlib=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF
  cmake --build "$work/build"
  cmake --install "$work/build"
}

if [[ ! -f $qt/lib/cmake/Qt6/Qt6Config.cmake ]]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  build_qt "$work"
fi
# That Qt may be one without Zstandard, which the distribution's resource compiler would use.
cmake --preset dev-tsan "-DCMAKE_PREFIX_PATH=$qt" -DCMAKE_AUTORCC_OPTIONS=--no-zstd
cmake --build --preset dev-tsan
rm -rf build/races
mkdir -p build/races
# A test server forks; of a thread that it starts then the sanitizer knows nothing.
export TSAN_OPTIONS="log_path=$root/build/races/report second_deadlock_stack=1 die_after_fork=0"
TSAN_OPTIONS+=" suppressions=$root/tests/long/races.supp"
verdict=0
ctest --preset dev-tsan -j2 -L 'unit|storage|service|contract' "$@" || verdict=1
reports=(build/races/*)
if [[ -e ${reports[0]} ]]; then
  echo "races: ${#reports[@]} processes with reports:"
  grep -h '^SUMMARY' "${reports[@]}" | sort | uniq -c | sort -rn
  exit 1
fi
exit "$verdict"
