#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds every preset and runs the tests of those that have some: the sanitizers find what a plain run does not show.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." || exit

export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
failed=()
made() { cmake --preset "$1" && cmake --build --preset "$1"; }
for preset in dev-asan browser-shape; do # races.sh has dev-tsan
  { made "$preset" && ctest --preset "$preset" -j2 -LE lint; } || failed+=("$preset")
done
for preset in release headless; do
  made "$preset" || failed+=("$preset")
done
echo "presets that failed: ${failed[*]:-none}"
((${#failed[@]} == 0))
