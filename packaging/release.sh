#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# release.sh [--rehearse] FOLDER: makes what a release consists of, from the commit that is checked out: Debian packages, source
# archive, SBOMs (SPDX), third-party notices, and the checksums of all. The commit carries the release's tag (v1.2.3, as in
# CMakeLists.txt), and CHANGELOG.md tells of it; --rehearse does without both, and makes a version that says -dev.
set -euo pipefail
project=$(readlink -f "$(dirname "${BASH_SOURCE[0]}")/..")
fail() { echo "release: $*" >&2; exit 1; }

rehearsed=
if [[ ${1:-} == --rehearse ]]; then
  rehearsed=1
  shift
fi
(($# == 1)) || fail "usage: release.sh [--rehearse] FOLDER"
mkdir -p "$1"
dist=$(readlink -f "$1")
cd "$project"
version=$(sed -n 's/^project(experimentation VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
if [[ -z $rehearsed ]]; then
  [[ -z $(git status --porcelain) ]] || fail "there are changes that are not committed"
  [[ $(git tag --points-at HEAD) == *"v$version"* ]] || fail "the commit does not carry the tag v$version"
  grep -q "^## \[$version\]" CHANGELOG.md || fail "CHANGELOG.md has no section [$version]"
fi

cmake --preset release
cmake --build --preset release
rm -rf "$dist/packages"
cpack --config build/release/CPackConfig.cmake -B "$dist/packages"
mv "$dist"/packages/*.deb "$dist/"
rm -r "$dist/packages"
epoch=$(git log -1 --format=%ct)
for program in xp-service xp-studio; do
  QT_QPA_PLATFORM=offscreen packaging/sbom/sbom.py --program "build/release/bin/$program" --epoch "$epoch" \
    --sbom "$dist/$program.spdx.json" --notices "$dist/$program.notices.txt"
done
git archive --prefix="experimentation-$version/" HEAD | gzip -9n >"$dist/experimentation-$version.tar.gz"
cd "$dist"
sha256sum ./*.deb ./*.json ./*.txt ./*.tar.gz >SHA256SUMS
echo "release: $("$project/build/release/bin/xp-service" --version) is in $dist"
