# SPDX-License-Identifier: Apache-2.0
"""cleanliness.py [ROOT]: the licence line, no path of a machine, no package host, nothing left to do, tidy text."""
import re
import sys

import tree

LICENCE = "SPDX-License-Identifier: Apache-2.0"
LICENSED = {".cpp", ".h", ".py", ".sh", ".cmake", ".sql"}
LICENSED_NAMES = {"CMakeLists.txt", "xp"}
BINARY = {".png", ".ico", ".ttf", ".woff2", ".gz", ".qm", ".icns"}

# Written so that this file does not find itself.
FORBIDDEN = [
    (re.compile(r"(?<![\w.~}/])/(wor" r"k|hom" r"e/\w+|roo" r"t|tm" r"p/wt)/"), "path of a machine"),
    (re.compile(r"\b(deb\.debia" r"n\.org|archive\.ubunt" r"u\.com|registry\.npmj" r"s\.org|pyp" r"i\.org|"
                r"files\.pythonhoste" r"d\.org|proxy\.golan" r"g\.org|crate" r"s\.io)\b"), "package host"),
    (re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b"), "left to do"),
    (re.compile(r"^(<<<<<<<|>>>>>>>) "), "conflict"),
]


def check_text(path, text):
    lines = text.split("\n")
    licensed = path.suffix in LICENSED or path.name in LICENSED_NAMES
    if licensed and not any(LICENCE in line for line in lines[:2]):
        yield f"{path}:1: no {LICENCE}"
    if path.suffix == ".h" and not any(line == "#pragma once" for line in lines[:3]):
        yield f"{path}:1: no #pragma once"
    if text and not text.endswith("\n"):
        yield f"{path}:{len(lines)}: no newline at the end"
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield f"{path}:{number}: blank at the end of the line"
        if path.suffix in (".cpp", ".h") and "\t" in line:
            yield f"{path}:{number}: tab"
        for pattern, what in FORBIDDEN:
            if pattern.search(line):
                yield f"{path}:{number}: {what}: {line.strip()[:100]}"


def check(root):
    findings, checked = [], 0
    for path in tree.files(root):
        if path.suffix in BINARY or path.name == "LICENSE":
            continue
        try:
            text = (root / path).read_text()
        except UnicodeDecodeError:
            findings.append(f"{path}: neither UTF-8 nor a known binary")
            continue
        checked += 1
        findings += check_text(path, text)
    return findings, checked


if __name__ == "__main__":
    tree.conclude("cleanliness", *check(tree.root_of(sys.argv)))
