#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Half an hour of mixed load on each database; XP_SOAK_MINUTES for another time.
set -euo pipefail
cmake --preset ci >/dev/null
cmake --build --preset ci --target xp-service
export XP_BIN_DIR=$PWD/build/ci/bin
for database in sqlite postgres; do
  /usr/bin/python3 -B tests/long/soak.py "$database"
done
