# SPDX-License-Identifier: Apache-2.0
"""What dpkg knows of the packages that a program is made of: asked of the system on which it was built."""
import functools
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

DEPENDENCIES = Path(__file__).parent.parent / "dependencies"


@dataclass(frozen=True, order=True)
class Package:
    name: str
    architecture: str
    version: str
    source: str
    homepage: str

    def copyright(self):
        """The text that Debian ships with it: who wrote it, and the licences in full or by name."""
        return Path(f"/usr/share/doc/{self.name}/copyright").read_text(errors="replace")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@functools.cache
def known():
    """Every installed package by its name."""
    fields = "\\t".join(["${db:Status-Status}", "${Package}", "${Architecture}", "${Version}", "${source:Package}", "${Homepage}"])
    lines = [line.split("\t") for line in run("dpkg-query", "-W", "-f", fields + "\\n").splitlines()]
    return {name: Package(name, *rest) for status, name, *rest in lines if status == "installed"}


def libraries(files):
    """The shared libraries that the dynamic linker loads for these programs and plugins."""
    found = re.findall(r"(?:=> |^\s+)(/\S+) \(0x", run("ldd", *map(str, files)), re.M)
    return sorted(set(found))


def owners(files):
    """The packages that hold these files. The folders of / are links into /usr, and dpkg knows a file by either name."""
    short = {re.sub(r"^/usr(?=/(lib|lib64|bin|sbin)/)", "", str(path)): path for path in files}
    told = subprocess.run(["dpkg-query", "-S", *short, *(f"/usr{name}" for name in short)], capture_output=True, text=True)
    found = {}
    for line in told.stdout.splitlines():
        packages, name = line.split(": ", 1)
        found[name.removeprefix("/usr")] = known()[packages.split(",")[0].split(":")[0]]
    lost = [str(path) for name, path in short.items() if name.removeprefix("/usr") not in found]
    if lost:
        raise LookupError(f"these belong to no package: {', '.join(lost)}")
    return sorted(set(found.values()))


def listed(*sets):
    """The installed packages that packaging/dependencies/SET.txt name; of "a|b" the one that is there."""
    found = set()
    for name in sets:
        for line in (DEPENDENCIES / f"{name}.txt").read_text().splitlines():
            wanted = line.split("#")[0].split("@")[0].strip()
            there = [known()[one] for one in wanted.split("|") if one in known()]
            found.update(there[:1])
    return sorted(found)
