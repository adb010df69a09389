# SPDX-License-Identifier: Apache-2.0
"""Node for the peers that come from npm. They need 20.19, which loads modules of the new kind where the old kind is asked
for; Debian 12 and Ubuntu 24.04 have 18."""
import os
import platform
import re
import subprocess
from pathlib import Path

NEEDED = (20, 19)
ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}


def version():
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in re.findall(r"\d+", told)[:2])


def ensure(folder):
    """Puts a Node that is new enough first in PATH: the system's, else one from npm, which goes into `folder`."""
    if version() >= NEEDED:
        return
    name, place = f"node-linux-{ARCHITECTURES[platform.machine()]}", Path(folder) / "a-newer-node"
    place.mkdir()
    made = subprocess.run(["npm", "install", "--prefix", place, "--ignore-scripts", "--no-audit", "--no-fund",
                           f"{name}@22"], capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(made.stdout + made.stderr)
    os.environ["PATH"] = f"{place}/node_modules/{name}/bin:{os.environ['PATH']}"
