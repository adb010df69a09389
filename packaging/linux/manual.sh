#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# manual.sh PROGRAM TEMPLATE: the manual page, its commands and options as the program's own --help tells them, so that
# they cannot fall behind.
set -euo pipefail
program=$1 template=$2

# Text for roff: hyphens of options and commands are such, a dot or quote at the start of a line is no macro.
escaped() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\&&/"; }

commands() {
  local names name
  names=$("$program" --help | sed -n 's/^Commands: //p' | tr -d ,)
  for name in $names; do
    # First its use, then after an empty line what it does.
    "$program" "$name" --help | escaped |
      awk -v RS= 'NR == 1 { sub(/^[^ ]* /, ""); print ".TP\n.B \"" $0 "\"" } NR == 2 { print }'
  done
}

options() {
  "$program" --help | escaped | awk '
    /^  \\-\\-/ { sub(/^ +/, ""); gsub(/   \[/, ", "); sub(/\]$/, ""); print ".TP\n.B \"" $0 "\""; in_options = 1; next }
    /^  \(no option\)/ { sub(/^.*\[/, ""); sub(/\]$/, ""); print ".TP\n.B \"" $0 "\""; next }
    in_options && /^      / { sub(/^ +/, ""); if (/^[.]/) printf "\\&"; print }'
}

while IFS= read -r line; do
  case $line in
  @COMMANDS@) commands ;;
  @OPTIONS@) options ;;
  *) printf '%s\n' "$line" ;;
  esac
done <"$template"
