#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What ./xp test --long runs: everything here that takes longer than CI may. Each part says how long it took.
# Names given as arguments choose parts: presets races tidy fuzz faults soak oracle packages container bookworm trixie
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." || exit

parts=("$@")
((${#parts[@]})) || parts=(presets races tidy fuzz faults soak oracle packages container bookworm trixie)
failed=()

part() {
  local name=$1 begin=$SECONDS verdict=ok
  shift
  [[ " ${parts[*]} " == *" $name "* ]] || return 0
  echo "=== $name: $*"
  "$@" || { verdict=FAILED failed+=("$name"); }
  results+=("$(printf '%-10s %-6s %4d s' "$name" "$verdict" $((SECONDS - begin)))")
}

results=()
part presets tests/long/presets.sh
part races tests/long/races.sh
part tidy tests/long/tidy.sh
part fuzz tests/long/fuzz.sh
part faults tests/long/faults.sh
part soak tests/long/soak.sh
part oracle tests/long/oracle.sh
part packages tests/long/packages.sh
part container tests/long/container.py
part bookworm tests/long/cleanroot.sh bookworm
part trixie tests/long/cleanroot.sh trixie
printf '%s\n' "=== results" "${results[@]}"
echo "$((${#results[@]} - ${#failed[@]})) passed, ${#failed[@]} failed"
((${#failed[@]} == 0))
