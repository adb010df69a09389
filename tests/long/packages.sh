#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# packages.sh [BUILD]: installs the Debian packages of what is built there (the preset ci) into a fresh Debian 12 root,
# starts the service there as its unit would, runs the Quick Start against it, and purges them without a trace. Needs root.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
((EUID == 0)) || { echo "packages: needs root, for debootstrap and chroot" >&2; exit 1; }
build=$(readlink -f "${1:-build/ci}")
if (($# == 0)); then
  cmake --preset ci >/dev/null
  cmake --build --preset ci
fi

root=$(mktemp -d)
service=
finish() {
  [[ -z $service ]] || kill "$service" 2>/dev/null || true
  wait
  ! mountpoint -q "$root/proc" || umount "$root/proc"
  rm -rf --one-file-system "$root"
}
trap finish EXIT
fail() { echo "packages: FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# What could be left behind: files of the system's folders, users and groups (not the copies that adduser itself keeps).
inventory() {
  (cd "$root" && find etc usr var/lib lib -xdev ! -path 'var/lib/dpkg/*' ! -path 'var/lib/apt/*' ! -path '*/cache/*' \
    ! -path 'etc/*shadow-' ! -path 'etc/passwd-' ! -path 'etc/group-' | LC_ALL=C sort && cat etc/passwd etc/group)
}

tests/long/debianroot.sh bookworm "$root" adduser,curl,ca-certificates
mount -t proc proc "$root/proc"

# The preset ci does not ask git for its date, as releases do.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
cpack --config "$build/CPackConfig.cmake" -B "$root/packages" >/dev/null
# Made again, of files of another time, they are the same to the byte.
find "$build/bin" "$build/install" -type f -exec touch {} +
cpack --config "$build/CPackConfig.cmake" -B "$root/again" >/dev/null
for package in "$root"/packages/*.deb; do
  cmp "$package" "$root/again/${package##*/}" || fail "$package is another one each time"
done
rm -r "$root/again"
# What they need comes first, so that what is left afterwards is theirs.
depends=$(for package in "$root"/packages/*.deb; do dpkg-deb -f "$package" Depends; done | tr ',' '\n' |
  sed -e 's/(.*//' -e 's/[[:space:]]//g' | sort -u)
inside apt-get update -q >/dev/null
# shellcheck disable=SC2086 # one package a word
inside apt-get install -y -q --no-install-recommends $depends >/dev/null
inventory >"$root/before"
inside sh -c 'apt-get install -y -q --no-install-recommends /packages/*.deb' >/dev/null
inside id experimentation >/dev/null || fail "no user experimentation"
[[ $(inside stat -c '%a %G' /etc/default/experimentation-service) == "640 experimentation" ]] || fail "/etc/default"
[[ -L $root/etc/systemd/system/multi-user.target.wants/experimentation-service.service ]] || fail "not enabled"
inside xp-service --version
QT_QPA_PLATFORM=offscreen inside env QT_QPA_PLATFORM=offscreen xp-studio --version

# As the unit does it: its user, its state folder, its environment, its program.
unit=$root/lib/systemd/system/experimentation-service.service
inside install -d -o experimentation -g experimentation -m 0750 /var/lib/experimentation
database=$(sed -n 's/^Environment=//p' "$unit")
chroot --userspec=experimentation:experimentation "$root" env -i PATH=/usr/bin "$database" PORT=18800 HOME=/var/lib/experimentation \
  "$(sed -n 's/^ExecStart=//p' "$unit")" >"$root/log" 2>&1 &
service=$!
for ((tries = 0; tries < 300; ++tries)); do
  ! inside curl -fs -o /dev/null http://127.0.0.1:18800/health/ready || break
  kill -0 "$service" 2>/dev/null || fail "the service ended: $(cat "$root/log")"
  sleep 0.1
done
sed -e 's|http://127.0.0.1:8000|http://127.0.0.1:18800|' docs/quickstart.sh >"$root/quickstart.sh"
inside bash -e /quickstart.sh >"$root/answers" 2>/dev/null
tail -n 1 "$root/answers" | grep -q '"total_conversions":1' || fail "the Quick Start: $(tail -n 1 "$root/answers")"
echo "packages: installed, started, the Quick Start runs"
kill -TERM "$service"
wait "$service" || fail "the service did not end cleanly"
service=

inside apt-get purge -y -q experimentation-service experimentation-studio >/dev/null
inventory >"$root/after"
diff "$root/before" "$root/after" >"$root/left" || fail "left behind: $(cat "$root/left")"
echo "packages: purged without a trace"
