#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh FUZZER CORPUS.tar.gz SECONDS: runs the corpus, then searches for so long. What fails is left in the working
# folder; a corpus that has grown is put together again with
#   FUZZER -merge=1 smaller larger && tar -czf CORPUS.tar.gz --sort=name --mtime=@0 --owner=0 --group=0 -C smaller .
set -euo pipefail
fuzzer=$1
corpus=$2
seconds=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar -xzf "$corpus" -C "$folder"
options=(-max_len=16384 -timeout=10 -rss_limit_mb=2048 -max_total_time="$seconds" -print_final_stats=1)
dictionary=${corpus%.tar.gz}.dict
[[ ! -f $dictionary ]] || options+=(-dict="$dictionary")
if ! "$fuzzer" "$folder" "${options[@]}" >"$folder.log" 2>&1; then
  tail -60 "$folder.log"
  exit 1
fi
grep -E 'number_of_executed_units|new_units_added' "$folder.log"
rm -f "$folder.log"
