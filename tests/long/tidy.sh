#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy, with the checks of .clang-tidy, over everything that the preset dev compiles.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
cmake --preset dev
# The sources that moc makes must exist before they can be included.
cmake --build --preset dev
git ls-files 'core/*.cpp' 'service/*.cpp' 'ui/*.cpp' 'app/*.cpp' |
  xargs -P "$(nproc)" -n 4 clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p build/dev
