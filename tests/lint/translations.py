# SPDX-License-Identifier: Apache-2.0
"""translations.py [ROOT]: every text of the studio is in every language, with its placeholders, blanks and accelerators.

resources/translations/studio_CODE.ts is compared with what lupdate finds in the sources now."""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import tree

FOLDER = Path("resources/translations")
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or "lupdate"
PLACEHOLDER = re.compile(r"%L?(?:\d+|n)")
TAG = re.compile(r"</?[a-z]+[^>]*>")
PATTERNS = re.compile(r"\([^)]*\*[^)]*\)")  # of a file dialog
WIDE = ("、", "，", "（")
KEYS = re.compile(r"&(?=\w)")


def messages(path):
    """{(context, source, comment): (forms, finished)}; a form for each number that the language tells apart."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[key] = (forms, translation.get("type") is None)
    return found


def wanted(root, plural_only):
    """What lupdate finds, and what it says of sources that it cannot read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "now.ts"
        # Without the folder of the includes it does not know in which namespace a class is, and its texts are not found.
        command = [LUPDATE, "-I", ".", "ui", "app", "-locations", "none", "-ts", str(path)]
        ran = subprocess.run(command + ["-pluralonly"] * plural_only, cwd=root, capture_output=True, text=True, timeout=60)
        if ran.returncode or not path.is_file():
            return {}, [f"lupdate: {(ran.stdout + ran.stderr).strip()}"]
        unread = [line for line in ran.stderr.splitlines() if "Qualifying with unknown" in line or "Q_OBJECT" in line]
        return messages(path), [f"lupdate takes the texts below for others: {line}" for line in sorted(unread)]


def blanks(text):
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]


def difference(source, form):
    """What a translation has lost or added; nothing when all is there."""
    if not form.strip():
        return "empty"
    for what, pattern in (("placeholders", PLACEHOLDER), ("tags", TAG), ("file patterns", PATTERNS)):
        if sorted(pattern.findall(source)) != sorted(pattern.findall(form)):
            return f"other {what}"
    # Full-width punctuation brings its own room.
    before, after = blanks(source)
    if before != blanks(form)[0] and not form.startswith(WIDE) or after != blanks(form)[1] and not form.endswith(WIDE):
        return "other blanks at an end"
    if source.count("\n") != form.count("\n"):
        return "other lines"
    if len(KEYS.findall(source)) != len(KEYS.findall(form)):
        return "other accelerators"
    if source.endswith("…") != form.endswith("…"):
        return "another end"
    return None


def check_file(path, name, now):
    have = messages(path)
    for key in now:
        if key not in have:
            yield f"{name}: missing in {key[0]}: {key[1]!r}"
    for key, (forms, finished) in have.items():
        if key not in now:
            yield f"{name}: no longer in the sources, in {key[0]}: {key[1]!r}"
        if not finished:
            yield f"{name}: not finished in {key[0]}: {key[1]!r}"
            continue
        for form in forms:
            if wrong := difference(key[1], form):
                yield f"{name}: {wrong} in {key[0]}: {key[1]!r} -> {form!r}"


def check(root):
    files = sorted((root / FOLDER).glob("studio_*.ts"))
    findings = []
    for path in files:
        # English is the sources' own: only its numbers need forms.
        now, unread = wanted(root, path.stem == "studio_en")
        findings += unread + list(check_file(path, path.name, now))
    return findings, len(files)


if __name__ == "__main__":
    tree.conclude("translations", *check(tree.root_of(sys.argv)))
