# SPDX-License-Identifier: Apache-2.0
"""What the checks of documents share: a document's headings, links and blocks of commands."""
import re

MARK = re.compile(r"^<!-- (tried|not tried)(?:: (.*))? -->$")


def without_code(text):
    """The text with blocks and spans of code blanked, so that what looks like a link or heading in them is none."""
    text = re.sub(r"^```.*?^```$", lambda block: "\n" * block.group().count("\n"), text, flags=re.S | re.M)
    return re.sub(r"`[^`\n]*`", lambda span: "`" * len(span.group()), text)


def slug(heading):
    """The anchor that GitHub gives a heading."""
    heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def headings(text):
    """(level, text) of each heading, in order."""
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    return [(len(level), heading.strip()) for level, heading in re.findall(r"^(#+) (.*)$", outside, re.M)]


def anchors(text):
    """GitHub numbers anchors that would be there twice."""
    seen, found = {}, set()
    for _, heading in headings(text):
        name = slug(heading)
        found.add(name if name not in seen else f"{name}-{seen[name]}")
        seen[name] = seen.get(name, 0) + 1
    return found


def links(text):
    """(line number, target) of each link and picture."""
    for number, line in enumerate(without_code(text).split("\n"), 1):
        for target in re.findall(r"\]\(([^)\s]+)\)", line):
            yield number, target


def command_blocks(text):
    """(line number, mark, what the mark says, commands) of each ```sh block; the mark is the line before it, or None."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line != "```sh":
            continue
        end = lines.index("```", number)
        mark = MARK.match(lines[number - 1]) if number else None
        yield number + 1, mark and mark.group(1), (mark and mark.group(2)) or "", "\n".join(lines[number + 1:end])
