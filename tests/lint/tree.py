# SPDX-License-Identifier: Apache-2.0
"""What the lint checks share: the project's files, and how findings are told."""
import os
import subprocess
import sys
from pathlib import Path

CODE_FOLDERS = ("core", "service", "ui", "app")


def root_of(argv):
    return Path(argv[1] if len(argv) > 1 else os.environ.get("XP_SOURCE_DIR", ".")).resolve()


def files(root):
    """Paths, relative to root, of every file that git tracks or would track; without git, of every file but build/."""
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
        return sorted(Path(name) for name in listed if name and (root / name).is_file())
    return sorted(path.relative_to(root) for path in root.rglob("*")
                  if path.is_file() and path.relative_to(root).parts[0] not in ("build", ".git"))


def cpp_files(root, folders=CODE_FOLDERS):
    return [path for path in files(root) if path.suffix in (".cpp", ".h") and path.parts[0] in folders]


def conclude(name, findings, checked):
    """Prints the findings and ends the program; a check that saw no file at all has not checked anything."""
    for finding in findings:
        print(finding)
    print(f"{name}: {checked} files, {len(findings)} findings")
    sys.exit(1 if findings or not checked else 0)
