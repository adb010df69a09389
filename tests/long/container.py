#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""container.py: builds the image of packaging/Containerfile, stage by stage, in clean Debian 12 roots, and runs it as a
cluster would: user 1000, a root that cannot be written, no new privileges. Needs root."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from containerfile import Builder

SOURCE = Path(__file__).resolve().parents[2]
MOST = {"service": 120e6, "studio": 150e6}  # bytes; a bundle is 25 MB in its three forms
TOKEN = "a-token-for-the-image"


def check(holds, what):
    if not holds:
        sys.exit(f"container: FAILED: {what}")


def context(folder):
    """What git knows of, as a builder would get it."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=SOURCE, check=True, capture_output=True).stdout
    folder.mkdir()
    packed = subprocess.Popen(["tar", "--null", "-T", "-", "-cf", "-"], cwd=SOURCE, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    unpacking = subprocess.Popen(["tar", "-xf", "-", "-C", folder], stdin=packed.stdout)
    packed.stdin.write(names)
    packed.stdin.close()
    check(unpacking.wait() == 0 and packed.wait() == 0, "the files of the project")
    bundle = Path(os.environ.get("XP_WASM_BUNDLE", SOURCE / "build/wasm/bundle"))
    if (bundle / "index.html").exists():
        shutil.copytree(bundle, folder / "build/wasm/bundle")
        return "studio"
    return "service"


def debian(image, root):
    check(image == "debian:12-slim", f"FROM {image} is not known here")
    subprocess.run([Path(__file__).with_name("debianroot.sh"), "bookworm", root], check=True)


def size(root):
    """The bytes of its files, each once."""
    seen = {(one.st_dev, one.st_ino): one.st_size for path in root.rglob("*") if (one := path.lstat()).st_nlink}
    return sum(seen.values())


class Running:
    """The image's program, as the stage says: its user, environment and entry point; only its volumes can be written."""
    MOUNTS = """set -eu
root=$1 volumes=$2
shift 2
mount --bind "$root" "$root"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
for volume in $volumes; do
  mount -t tmpfs -o uid=1000,gid=1000,mode=750 tmpfs "$root$volume"
done
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -o remount,ro,bind "$root"
exec "$@"
"""

    def __init__(self, stage, log, **environment):
        self.stage = stage
        self.environment = {**stage.environment, "PATH": "/usr/bin:/bin", **environment}
        self.log = open(log, "wb")
        self.process = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", self.MOUNTS, "mounts", stage.root,
             " ".join(stage.volumes), *self.inside(*stage.entrypoint)], stdout=self.log, stderr=self.log)

    def inside(self, *command):
        settings = [f"{key}={value}" for key, value in self.environment.items()]
        return ["setpriv", "--no-new-privs", "chroot", f"--userspec={self.stage.user}", str(self.stage.root),
                "/usr/bin/env", "-i", f"--chdir={self.stage.folder}", *settings, *command]

    def also(self, *command):
        """What `kubectl exec` does: a command beside the program, in its name space."""
        return subprocess.run(["nsenter", "--mount", "--target", str(self.process.pid), *self.inside(*command)],
                              capture_output=True, text=True, timeout=60)

    def healthy(self):
        return self.also("/bin/sh", "-c", self.stage.health).returncode == 0

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=15)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def quick_start(url):
    script = (SOURCE / "docs/quickstart.sh").read_text()
    script = script.replace("http://127.0.0.1:8000", url).replace("dev-admin-token", TOKEN)
    told = subprocess.run(["bash", "-e", "-c", script], capture_output=True, text=True, timeout=120).stdout
    check('"total_conversions":1' in told, f"the Quick Start: {told}")


def what_is_in_it(root):
    for path in root.rglob("*"):
        mode = path.lstat().st_mode
        check(path.is_symlink() or not mode & 0o6000 or path.is_dir(), f"{path} takes others' rights")
    check(not any((root / "usr/bin" / name).exists() for name in ("apt", "dpkg", "perl", "python3", "gcc")), "tools")
    sbom = json.loads((root / "usr/share/doc/experimentation-service/sbom.spdx.json").read_text())
    loaded = {one["relatedSpdxElement"] for one in sbom["relationships"] if one["relationshipType"] == "DYNAMIC_LINK"}
    there = {f"SPDXRef-{path.name}".replace("+", "-") for path in (root / "var/lib/dpkg/status.d").iterdir()}
    check(loaded and loaded <= there, f"the SBOM names what is not there: {loaded - there}")
    unexplained = [path.name for path in (root / "var/lib/dpkg/status.d").iterdir()
                   if not (root / "usr/share/doc" / path.name).exists()]
    check(not unexplained, f"no copyright of {unexplained}")


def run(stage, work):
    what_is_in_it(stage.root)
    check(stage.user == "1000:1000", f"user {stage.user}")
    refused = Running(stage, work / "refused.log", PORT=str(free_port()))
    check(refused.process.wait(timeout=20) not in (0, None), "it starts without a token")
    check(b"ADMIN_TOKEN" in (work / "refused.log").read_bytes(), (work / "refused.log").read_text())

    port = free_port()
    began = time.monotonic()
    service = Running(stage, work / "log", PORT=str(port), ADMIN_TOKEN=TOKEN)
    while not service.healthy():
        check(service.process.poll() is None and time.monotonic() - began < 30, (work / "log").read_text())
        time.sleep(0.05)
    print(f"container: healthy after {time.monotonic() - began:.1f} s")
    identity = dict(line.split(":\t", 1) for line in Path(f"/proc/{service.process.pid}/status").read_text().splitlines()
                    if ":\t" in line)
    check(identity["Uid"].split() == ["1000"] * 4 and identity["NoNewPrivs"] == "1", identity["Uid"])
    check(identity["CapEff"] == "0" * 16, identity["CapEff"])
    told = service.also("/usr/bin/curl", "-s", f"http://localhost:{port}/health")
    check(json.loads(told.stdout)["status"] == "healthy", told)
    check(service.also("/bin/sh", "-c", "echo x >/etc/x").returncode != 0, "its root can be written")
    check(service.also("/bin/sleep", "0").returncode == 0, "the hook before the stop cannot sleep")
    # The driver of PostgreSQL loads; there is no database.
    told = service.also("/usr/bin/xp-service", "check-database", "--database-url", "postgresql://a:b@127.0.0.1:1/x")
    check(told.returncode != 0 and "cannot be reached" in told.stderr and "not loaded" not in told.stderr, told)
    quick_start(f"http://127.0.0.1:{port}")
    app = subprocess.run(["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", f"http://127.0.0.1:{port}/app/"],
                         capture_output=True, text=True).stdout
    check(app == ("200" if (stage.root / "usr/share/experimentation/app").exists() else "404"), f"/app/ answers {app}")
    check(service.end() == 0, "it does not end cleanly on SIGTERM")


def main():
    check(os.geteuid() == 0, "needs root, for debootstrap and chroot")
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "xp-container"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        work.chmod(0o755)
        last = context(work / "context")
        builder = Builder(work / "stages", work / "context", debian, cache)
        builder.build((SOURCE / "packaging/Containerfile").read_text(), last)
        for name in dict.fromkeys(["service", last]):
            bytes_of_it = size(builder.stages[name].root)
            check(bytes_of_it < MOST[name], f"{name}: {bytes_of_it / 1e6:.1f} MB")
            run(builder.stages[name], work)
            print(f"container: {name}: {bytes_of_it / 1e6:.1f} MB, started, the Quick Start runs")


if __name__ == "__main__":
    main()
