#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# debianroot.sh SUITE FOLDER [PACKAGES]: makes a root with nothing but that Debian suite's base system (and these packages, with
# commas between) in the empty FOLDER. XP_DEBIAN_ROOTS names a folder with roots to copy instead: SUITE in it. Needs root.
set -euo pipefail
suite=${1:?usage: debianroot.sh SUITE FOLDER} root=${2:?usage: debianroot.sh SUITE FOLDER} packages=${3:-}
((EUID == 0)) || { echo "debianroot: needs root, for debootstrap and chroot" >&2; exit 1; }
if [[ -d ${XP_DEBIAN_ROOTS:-/nowhere}/$suite ]]; then
  cp -a "$XP_DEBIAN_ROOTS/$suite/." "$root/"
else
  debootstrap --variant=minbase "$suite" "$root" >"$root.log" 2>&1 || { tail "$root.log" >&2; exit 1; }
  rm -f "$root.log"
fi
# The service's user must reach it, and so must apt's.
chmod 755 "$root"
# As in a container: packages do not start their servers.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$root/etc/resolv.conf"
if [[ -n $packages ]]; then
  chroot "$root" apt-get update -q >/dev/null
  # shellcheck disable=SC2086 # one package a word
  chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends ${packages//,/ } >/dev/null
fi
