#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# debian.sh BUILD: makes the Debian packages of what is built there, and holds them to lintian and to the checkers of
# what is in them.
set -euo pipefail
build=$1
fail() { echo "debian: FAILED: $*" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cpack --config "$build/CPackConfig.cmake" -B "$work/packages" >"$work/log" 2>&1 || fail "$(cat "$work/log")"
packages=("$work"/packages/*.deb)
((${#packages[@]} == 2)) || fail "made ${packages[*]}"
lintian --fail-on error,warning --allow-root "${packages[@]}" || fail "lintian"

for package in "${packages[@]}"; do
  [[ $(dpkg-deb -f "$package" Description | head -n 1) == "A/B tests: "* ]] || fail "the synopsis of $package"
  [[ $(dpkg-deb -f "$package" Depends) == *libqt6sql6-sqlite* ]] || fail "$package opens no database of its own"
  dpkg-deb -x "$package" "$work/root"
done

cd "$work/root"
appstreamcli validate --no-net usr/share/metainfo/*.xml || fail "AppStream metadata"
desktop-file-validate usr/share/applications/xp-studio.desktop || fail "desktop file"
python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' usr/share/mime/packages/*.xml || fail "MIME type"
# A bundle opens with the studio: what it is, and what the desktop file says that the studio takes.
type=$(sed -n 's/.*<mime-type type="\([^"]*\)".*/\1/p' usr/share/mime/packages/*.xml)
grep -qx "MimeType=$type;" usr/share/applications/xp-studio.desktop || fail "the desktop file does not take $type"
grep -qx 'Exec=xp-studio %f' usr/share/applications/xp-studio.desktop || fail "the desktop file hands over no file"
grep -q "<mediatype>$type</mediatype>" usr/share/metainfo/*.xml || fail "AppStream does not tell of $type"
for page in usr/share/man/man1/*.gz; do
  said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
  [[ -z $said ]] || fail "$page: $said"
done
# The unit names a program of a package that is not installed here.
sed "s|^ExecStart=.*|ExecStart=$(command -v true)|; /^Documentation=/d" \
  lib/systemd/system/experimentation-service.service >"$work/experimentation-service.service"
said=$(systemd-analyze verify "$work/experimentation-service.service" 2>&1 | grep experimentation-service || true)
[[ -z $said ]] || fail "systemd unit: $said"
exposure=$(systemd-analyze security --offline=yes "$work/experimentation-service.service" 2>/dev/null |
  sed -n 's/.*exposure level.*: \([0-9.]*\) .*/\1/p')
[[ $exposure == [01].* ]] || fail "exposure of the systemd unit is $exposure, 1.9 at most"
echo "debian: ${#packages[@]} packages, exposure of the unit $exposure"
