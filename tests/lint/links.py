# SPDX-License-Identifier: Apache-2.0
"""links.py [ROOT]: every link of a document leads to a file and heading that exist, and so does every docs/*.md that
code, resources and scripts name."""
import re
import sys

import markdown
import tree

NAMED = re.compile(r"(?<![\w./-])(docs/[\w/-]+\.md)(?:#([\w-]+))?")
TEXT = {".md", ".cpp", ".h", ".py", ".sh", ".yaml", ".yml", ".json", ".txt", ".cmake", ".html", ".js", ".ts", ".sql"}


def leads_nowhere(root, target, anchor):
    """What is wrong with a file of the project, and a heading in it; None when nothing is."""
    if not target.exists():
        return "does not exist"
    if not target.resolve().is_relative_to(root):
        return "is outside of the project"
    if anchor and target.suffix == ".md" and anchor not in markdown.anchors(target.read_text()):
        return f"has no heading #{anchor}"
    return None


def check_document(root, path, text):
    for number, target in markdown.links(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        problem = leads_nowhere(root, (root / path).parent / name if name else root / path, anchor)
        if problem:
            yield f"{path}:{number}: {target} {problem}"


def check_mentions(root, path, text):
    for number, line in enumerate(text.split("\n"), 1):
        for name, anchor in NAMED.findall(line):
            problem = leads_nowhere(root, root / name, anchor)
            if problem:
                yield f"{path}:{number}: {name} {problem}"


def check(root):
    findings, checked = [], 0
    for path in tree.files(root):
        if path.suffix not in TEXT and path.name != "xp" or path.parts[:2] == ("tests", "lint"):
            continue
        text = (root / path).read_text()
        checked += 1
        if path.suffix == ".md":
            findings += check_document(root, path, text)
        else:
            findings += check_mentions(root, path, text)
    return findings, checked


if __name__ == "__main__":
    tree.conclude("links", *check(tree.root_of(sys.argv)))
