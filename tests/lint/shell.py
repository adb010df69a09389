# SPDX-License-Identifier: Apache-2.0
"""shell.py [ROOT]: shellcheck has nothing to say about any shell script."""
import re
import subprocess
import sys

import tree


def is_shell(root, path):
    with open(root / path, "rb") as file:
        return re.match(rb"#!.*\b(ba)?sh\b", file.readline())


def check(root):
    scripts = [str(path) for path in tree.files(root) if is_shell(root, path)]
    ran = subprocess.run(["shellcheck", "-f", "gcc", *scripts], cwd=root, capture_output=True, text=True)
    return (ran.stdout + ran.stderr).splitlines(), len(scripts)


if __name__ == "__main__":
    tree.conclude("shell", *check(tree.root_of(sys.argv)))
