# SPDX-License-Identifier: Apache-2.0
"""Carries out a Containerfile without a container engine: each stage in a root of its own, its commands by chroot. Knows
what packaging/Containerfile uses, and refuses the rest. Needs root."""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# In a mount name space of its own: $1 the root, $2 pairs of folders to bind, one a line, then the command.
MOUNTED = """set -eu
root=$1 binds=$2
shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
while read -r from to; do
  [ -z "$from" ] || { mkdir -p "$root$to"; mount --bind "$from" "$root$to"; }
done <<END
$binds
END
exec chroot "$root" "$@"
"""


@dataclass(frozen=True)
class Stage:
    root: Path
    environment: dict = field(default_factory=dict)
    folder: str = "/"
    user: str = "0:0"
    entrypoint: tuple = ()
    health: str = ""
    volumes: tuple = ()


def instructions(text):
    """(NAME, rest) of every instruction; comments and continued lines are resolved."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n", " ", "\n".join(lines))
    for line in filter(str.strip, joined.splitlines()):
        name, rest = line.strip().split(maxsplit=1)
        yield name.upper(), rest


class Builder:
    def __init__(self, work, context, base, cache):
        """base(name, root) fills a root with the image of that name; cache is the folder for `--mount=type=cache`."""
        self.work, self.context, self.base, self.cache = Path(work), Path(context), base, Path(cache)
        self.stages = {}
        self.stage = None

    def build(self, text, target):
        for name, rest in instructions(text):
            if name == "FROM" and self.stage and target in self.stages and self.stages[target] is self.stage:
                break
            getattr(self, f"do_{name.lower()}")(rest)
            if self.name:
                self.stages[self.name] = self.stage
        return self.stages[target]

    def do_from(self, rest):
        image, _, self.name = (re.match(r"(\S+)(\s+AS\s+(\S+))?$", rest, re.I)).groups()
        root = self.work / (self.name or "last")
        if image in self.stages:
            subprocess.run(["cp", "-a", self.stages[image].root, root], check=True)
            self.stage = replace(self.stages[image], root=root)
            return
        root.mkdir(parents=True)
        if image != "scratch":
            self.base(image, root)
        self.stage = Stage(root)

    def do_workdir(self, rest):
        (self.stage.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        self.stage = replace(self.stage, folder=rest)

    def do_env(self, rest):
        added = dict(pair.split("=", 1) for pair in shlex.split(rest))
        self.stage = replace(self.stage, environment={**self.stage.environment, **added})

    def do_user(self, rest):
        self.stage = replace(self.stage, user=rest)

    def do_entrypoint(self, rest):
        self.stage = replace(self.stage, entrypoint=tuple(json.loads(rest)))

    def do_healthcheck(self, rest):
        self.stage = replace(self.stage, health=rest.split(" CMD ", 1)[1].strip())

    def do_volume(self, rest):
        self.stage = replace(self.stage, volumes=(*self.stage.volumes, *rest.split()))

    def do_label(self, rest):
        assert all("=" in pair for pair in shlex.split(rest)), rest

    def do_expose(self, rest):
        assert rest.isdigit(), rest

    def do_copy(self, rest):
        *options, sources, target = self.parts(rest)
        source_root = self.context
        for option in options:
            assert option.startswith("--from="), option
            source_root = self.stages[option.removeprefix("--from=")].root
        target = self.stage.root / os.path.join(self.stage.folder, target).lstrip("/")
        for source in sources:
            found = source_root / source.lstrip("/")
            if found.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                subprocess.run(["cp", "-a", f"{found}/.", target], check=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(found, target)

    @staticmethod
    def parts(rest):
        words = shlex.split(rest)
        options = [word for word in words if word.startswith("--")]
        names = [word for word in words if not word.startswith("--")]
        return [*options, names[:-1], names[-1]]

    def do_run(self, rest):
        binds = []
        while (mount := re.match(r"--mount=type=cache,target=(\S+)\s+", rest)):
            kept = self.cache / mount.group(1).strip("/").replace("/", "-")
            kept.mkdir(parents=True, exist_ok=True)
            binds.append(f"{kept} {mount.group(1)}")
            rest = rest[mount.end():]
        print(f"containerfile: {self.name}: {' '.join(rest.split())[:110]}", flush=True)
        command = f"cd {shlex.quote(self.stage.folder)} && {rest}"
        settings = [f"{key}={value}" for key, value in self.stage.environment.items()]
        ran = subprocess.run(["unshare", "--mount", "--propagation", "private", "sh", "-c", MOUNTED, "mounted",
                              self.stage.root, "\n".join(binds), "env", "-i", f"PATH={PATH}", "HOME=/root",
                              "DEBIAN_FRONTEND=noninteractive", *settings, "/bin/sh", "-c", command],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if ran.returncode:
            sys.exit(f"containerfile: FAILED: {rest}\n{ran.stdout[-4000:]}")
