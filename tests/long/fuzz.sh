#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh [SECONDS]: an hour of fuzzing, or so many seconds, shared by the fuzzers of tests/fuzz. Fails with the first
# finding, which is left in the working folder.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
total=${1:-3600}
cmake --preset ci >/dev/null
cmake --build --preset ci
root=$PWD
fuzzers=("$root"/tests/fuzz/fuzz_*.cpp)
mkdir -p build/findings
cd build/findings
for source in "${fuzzers[@]}"; do
  name=$(basename "$source" .cpp)
  echo "--- $name, $((total / ${#fuzzers[@]})) s"
  "$root/tests/fuzz/run.sh" "$root/build/ci/tests/fuzz/$name" "$root/tests/fuzz/$name.tar.gz" $((total / ${#fuzzers[@]}))
done
