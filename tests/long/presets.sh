#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds every preset and runs the tests of those that have some: the sanitizers find what a plain run does not show.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
# Timings under a sanitizer say nothing, so tests of speed are left to the plain run.
failed=0
for preset in dev-asan dev-tsan browser-shape; do
  cmake --preset "$preset" && cmake --build --preset "$preset" && ctest --preset "$preset" -j2 -LE lint || {
    echo "presets: $preset FAILED"
    failed=1
  }
done
for preset in release headless; do
  cmake --preset "$preset" && cmake --build --preset "$preset" || {
    echo "presets: $preset FAILED"
    failed=1
  }
done
exit $failed
