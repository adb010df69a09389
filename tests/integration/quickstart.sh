#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# quickstart.sh SERVICE: starts the service on a free port with a throw-away database, runs every step of
# docs/quickstart.sh as written but for the port, and compares each with its "#=> STATUS TEXT..." line.
set -uo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
service=${1:?usage: quickstart.sh path/to/xp-service}
work=$(mktemp -d)
# What the person has set for their own service must not reach this one.
unset ADMIN_TOKEN XP_ANONYMOUS CORS_ALLOWED_ORIGINS TLS_CERT TLS_KEY HOST LOG_FORMAT LOG_LEVEL APP_DIR

pid=
finish() {
  [[ -z $pid ]] || kill -TERM "$pid" 2>/dev/null
  wait
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

fail() {
  echo "quickstart: FAILED: $*" >&2
  echo "--- the service's log" >&2
  tail -n 20 "$work/log" >&2
  exit 1
}

start() {
  DATABASE_URL="sqlite:///$work/quickstart.db" PORT=0 "$service" >"$work/log" 2>&1 &
  pid=$!
  for ((tries = 0; tries < 300; ++tries)); do
    url=$(grep -oE 'http://127\.0\.0\.1:[1-9][0-9]*' "$work/log" 2>/dev/null | head -n 1)
    [[ -z $url ]] || ! command curl -fs -o /dev/null "$url/health/ready" || return 0
    kill -0 "$pid" 2>/dev/null || fail "the service ended at its start"
    sleep 0.1
  done
  fail "the service is not ready after 30 s"
}

# In place of curl in the steps: the same, and the status of the last answer is kept.
curl() { command curl -sS -w '%{stderr}%{http_code}' "$@" 2>"$work/status"; }

# check TITLE COMMANDS STATUS TEXT...
check() {
  local title=$1 commands=$2 status answer text
  shift 2
  # In this shell, as pasted lines would be: later steps use the variables of earlier ones.
  eval "${commands//http:\/\/127.0.0.1:8000/$url}" >"$work/answer"
  status=$(<"$work/status")
  answer=$(tail -n 1 "$work/answer" | tr -d '\n')
  [[ $status == "$1" ]] || fail "$title"$'\n'"status $status, not $1: $answer"
  shift
  for text in "$@"; do
    [[ $answer == *"$text"* ]] || fail "$title"$'\n'"no $text in: $answer"
  done
  echo "quickstart: ok: $title"
}

start
title='' commands='' steps=0
while IFS= read -r line; do
  case $line in
  '#=> '*)
    read -ra expected <<<"${line#'#=> '}"
    check "$title" "$commands" "${expected[@]}"
    commands='' steps=$((steps + 1))
    ;;
  '# '[0-9]*) title=${line#'# '} ;;
  *) commands+=$line$'\n' ;;
  esac
done <"$root/docs/quickstart.sh"
((steps == 5)) || fail "docs/quickstart.sh has $steps steps, not 5"

kill -TERM "$pid"
wait "$pid" || fail "the service did not end cleanly on SIGTERM"
pid=
echo "quickstart: all $steps steps passed"
