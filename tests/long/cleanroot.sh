#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# cleanroot.sh SUITE [COMMAND...]: runs ./xp COMMAND (by default both `run --check` and `test`) in a fresh root of that
# Debian suite, which holds nothing but the base system. Needs root.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
suite=${1:?usage: cleanroot.sh SUITE [COMMAND...]}
shift
((EUID == 0)) || { echo "cleanroot: needs root, for debootstrap and chroot" >&2; exit 1; }

root=$(mktemp -d)
finish() {
  for mounted in "$root/proc" "$root"; do
    ! mountpoint -q "$mounted" || umount "$mounted"
  done
  rm -rf --one-file-system "$root"
}
trap finish EXIT

tests/long/debianroot.sh "$suite" "$root"
mount --bind "$root" "$root" # a mount point, without which a test could not mount in a name space of its own
mount -t proc proc "$root/proc"
mkdir "$root/src"
git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$root/src"
# Reference numbers, where this machine has them.
data=${XP_CONFORMANCE_DIR:-$(readlink -f ../shared || true)}
[[ ! -d $data ]] || cp -r "$data" "$root/shared"

# npm reaches its registry by a proxy here? Then it needs to know the proxy's certificate there, too.
certificates=()
if [[ -f ${NODE_EXTRA_CA_CERTS:-} ]]; then
  cp "$NODE_EXTRA_CA_CERTS" "$root/certificates.pem"
  certificates=(NODE_EXTRA_CA_CERTS=/certificates.pem)
fi

inside() {
  echo "cleanroot: $suite: ./xp $*"
  chroot "$root" env -i PATH="$PATH" HOME=/root LC_ALL=C.UTF-8 "${certificates[@]}" /src/xp "$@"
}
if (($#)); then
  inside "$@"
else
  inside run --check
  # The second time there is nothing to do.
  begin=$SECONDS
  inside run --check
  ((SECONDS - begin < 10)) || { echo "cleanroot: the second run took $((SECONDS - begin)) s"; exit 1; }
  inside test
fi
