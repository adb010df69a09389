#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""batches.py SIZE FILE...: shares the files out over batches of at most SIZE that can be compiled as one, and prints one
batch a line. Files are apart when both have a name of their own (in an anonymous namespace, or by `using`) in common, so
that nobody has to look for another name because of a file he has never seen."""
import re
import sys

OWN = re.compile(r"^namespace \{\n(.*?)^\} // namespace$", re.S | re.M)
# What begins in the first column: `constexpr int kGap = 8;`, `struct Words {`, `QString nameOf(const QString& ...`.
DECLARED = re.compile(r"^(?!using|public|private|protected|[\s/}#])[^\n(={;]*?(\w+)(?:\[\w*\])*\s*(?:\(|=|\{|;|:\s)", re.M)
ALIAS = re.compile(r"^using (\w+) =", re.M)
USING = re.compile(r"^using (?:namespace )?(?:\w+::)*(\w+)", re.M)
# Tests are outside; in all of them the name is the same.
OURS = re.compile(r"^using namespace xp;", re.M)
# A variable or parameter that such a name would make the compiler warn of (-Wshadow).
VARIABLE = re.compile(r"[\w>](?<!return)(?<!else)[&*]? +[&*]*(\w+)\s*(?=[,;)={:])")


def names(text):
    found = set(ALIAS.findall(text))
    for own in OWN.findall(text):
        found.update(DECLARED.findall(own))
    return found, set(USING.findall(text))


def batches(size, files):
    result = []
    for file in files:
        with open(file, encoding="utf-8") as source:
            text = OURS.sub("", source.read())
        own, aliases = names(text)
        variables = set(VARIABLE.findall(text))
        for batch in result:
            if len(batch["files"]) < size and not own & batch["own"] and not aliases & batch["variables"] \
                    and not batch["aliases"] & variables:
                break
        else:
            batch = {"files": [], "own": set(), "aliases": set(), "variables": set()}
            result.append(batch)
        batch["files"].append(file)
        batch["own"] |= own
        batch["aliases"] |= aliases
        batch["variables"] |= variables
    return [batch["files"] for batch in result]


if __name__ == "__main__":
    for batch in batches(int(sys.argv[1]), sys.argv[2:]):
        print(";".join(batch))
