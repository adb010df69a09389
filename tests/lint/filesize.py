# SPDX-License-Identifier: Apache-2.0
"""filesize.py [ROOT]: a .cpp over 600 lines, a header over 350 or a function over 60 is two things.

Functions are found by the project's format: their opening brace stands alone on a line, and the closing one below it
in the same column. A class has the same shape and is told by its first word.
"""
import re
import sys

import tree

MOST_LINES = {".cpp": 600, ".h": 350}
MOST_FUNCTION_LINES = 60
NOT_A_FUNCTION = re.compile(r"^\s*(template\b.*>\s*)?(class|struct|union|enum|namespace)\b")


def long_functions(lines):
    """(line number, length, first line) of each function that is too long."""
    for number, line in enumerate(lines):
        if line.strip() != "{" or number == 0:
            continue
        column = line.index("{")
        head = number - 1
        # Arguments and initialisers that were wrapped are indented further than the brace.
        while head > 0 and len(lines[head]) - len(lines[head].lstrip()) > column:
            head -= 1
        if NOT_A_FUNCTION.match(lines[head]):
            continue
        closing = " " * column + "}"
        end = next((i for i in range(number + 1, len(lines)) if lines[i].rstrip() in (closing, closing + ";")), number)
        if end - number - 1 > MOST_FUNCTION_LINES:
            yield head + 1, end - number - 1, lines[head].strip()


def check(root):
    findings = []
    sources = tree.cpp_files(root, tree.CODE_FOLDERS + ("tests",))
    for path in sources:
        lines = (root / path).read_text().splitlines()
        most = MOST_LINES[path.suffix]
        if len(lines) > most:
            findings.append(f"{path}: {len(lines)} lines, {most} at most")
        for number, length, head in long_functions(lines):
            findings.append(f"{path}:{number}: {length} lines, {MOST_FUNCTION_LINES} at most: {head}")
    return findings, len(sources)


if __name__ == "__main__":
    tree.conclude("filesize", *check(tree.root_of(sys.argv)))
