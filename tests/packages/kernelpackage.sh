#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# kernelpackage.sh BUILD SOURCE: installs the statistics kernel into a folder of its own, builds examples/stats with
# nothing but that, and compares what it says with known numbers.
set -euo pipefail
build=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "kernelpackage: FAILED: $*" >&2; exit 1; }

cmake --install "$build" --component development --prefix "$work/prefix" >"$work/log" || fail "$(cat "$work/log")"
cp -r "$source/examples/stats" "$work/example"
cmake -S "$work/example" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_PREFIX_PATH="$work/prefix" \
  >"$work/log" 2>&1 || fail "$(cat "$work/log")"
cmake --build "$work/build" >"$work/log" 2>&1 || fail "$(cat "$work/log")"
# No file of the package may lead back to where it was built.
if grep -rlF -e "$source" -e "$build" "$work/prefix/lib/cmake" "$work/prefix/include"; then fail "these name the build's folder"; fi

# A real experiment (retention after seven days, two gates of a game); its pooled z is -3.16436, so
# p = erfc(3.16436 / sqrt(2)) = 0.00155425.
said=$("$work/build/two-arms" 44700 8502 45489 8279)
for part in "difference -0.0082 " "p = 0.001554" "a lift of 10 % needs 6"; do
  [[ $said == *"$part"* ]] || fail "no '$part' in: $said"
done
if "$work/build/two-arms" 10 0 10 0 >"$work/out" 2>"$work/err"; then fail "no error without any conversion"; fi
[[ -s $work/err ]] || fail "an error that says nothing"

# Another release's number is refused, where it must be.
sed -i 's/ExperimentationStats 0.1/ExperimentationStats 0.2/' "$work/example/CMakeLists.txt"
if cmake -S "$work/example" -B "$work/other" -DCMAKE_PREFIX_PATH="$work/prefix" >"$work/log" 2>&1; then
  fail "version 0.2 was found"
fi
echo "kernelpackage: as expected: $said"
