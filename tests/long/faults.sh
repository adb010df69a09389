#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 200 kills of the service and 80 restarts of PostgreSQL under load, and attacks that last, on the preset of the tests.
set -euo pipefail
cmake --preset ci >/dev/null
cmake --build --preset ci --target xp-service
export XP_BIN_DIR=$PWD/build/ci/bin XP_SOURCE_DIR=$PWD XP_FAULT_ROUNDS=200
for test in "kills.py sqlite" "kills.py postgres" "servers.py postgres" "files.py sqlite"; do
  # shellcheck disable=SC2086 # a file and its database
  /usr/bin/python3 -B tests/faults/$test
done
/usr/bin/python3 -B tests/faults/failover.py
/usr/bin/python3 -B tests/faults/diskfull.py
XP_HOSTILE_SECONDS=30 /usr/bin/python3 -B tests/service/safety/hostile.py sqlite
XP_HOSTILE_SECONDS=30 /usr/bin/python3 -B tests/service/safety/hostile.py postgres
