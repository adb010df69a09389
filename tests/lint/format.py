# SPDX-License-Identifier: Apache-2.0
"""format.py [ROOT]: every C++ file is as clang-format 14 writes it (other versions differ in details)."""
import re
import shutil
import subprocess
import sys

import tree

VERSION = "14"


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        if shutil.which(name):
            told = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
            if re.search(rf"version {VERSION}\.", told):
                return name
    return None


def check(root, name):
    sources = tree.cpp_files(root, tree.CODE_FOLDERS + ("tests",))
    ran = subprocess.run([name, "--dry-run", "-Werror", *map(str, sources)], cwd=root, capture_output=True, text=True)
    findings = sorted({line.split(":")[0] + ": not formatted" for line in ran.stderr.splitlines() if ": error:" in line})
    if ran.returncode and not findings:
        findings = [ran.stderr.strip()]
    return findings, len(sources)


if __name__ == "__main__":
    name = formatter()
    if not name:
        print(f"skipped: no clang-format {VERSION}")
        sys.exit(0)
    tree.conclude("format", *check(tree.root_of(sys.argv), name))
