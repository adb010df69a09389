#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 200 random streams of events against the reference, on both databases, on the preset of the tests.
set -euo pipefail
cmake --preset ci >/dev/null
cmake --build --preset ci --target xp-service oracle_clock
export XP_BIN_DIR=$PWD/build/ci/bin XP_SOURCE_DIR=$PWD XP_ORACLE_CLOCK=$PWD/build/ci/tests/oracle/oracle_clock.so
export XP_ORACLE_STREAMS=200
for database in sqlite postgres; do
  /usr/bin/python3 -B tests/oracle/oracle.py "$database"
done
