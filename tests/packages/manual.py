# SPDX-License-Identifier: Apache-2.0
"""manual.py SERVICE [STUDIO]: manual pages, completion and /etc/default tell what --help tells, no more and no less."""
import os
import re
import subprocess
import sys
from pathlib import Path

LINUX = Path(os.environ["XP_SOURCE_DIR"]) / "packaging/linux"
OPTION = re.compile(r"--[a-z][a-z-]*")


def told_by(program):
    return subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout


def options_of_page(page):
    """The options that have an entry of their own."""
    entries = re.findall(r'^\.(?:TP|TQ)\n\.BI? "?(\\-\\-.*)$', page, re.M)
    return {option for entry in entries for option in OPTION.findall(entry.replace("\\-", "-"))}


def completed(program, *words):
    script = (f'source "{LINUX}/xp-service.bash"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              '_xp_service "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf "%s\\n" "${COMPREPLY[@]}"')
    ran = subprocess.run(["bash", "-c", script, "bash", program, *words], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def compare(what, found, wanted):
    yield from (f"{what}: {name} is missing" for name in sorted(wanted - found))
    yield from (f"{what}: {name} is none" for name in sorted(found - wanted))


def findings(service, studio):
    help_text, page = told_by(service), subprocess.run(
        [LINUX / "manual.sh", service, LINUX / "xp-service.1.in"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall("^ +(--[a-z-]+)", help_text, re.M)) | {"--version"}
    commands = set(re.search("^Commands: (.*)$", help_text, re.M).group(1).split(", "))
    variables = set(re.findall(r"\[([A-Z_]+)\]$", help_text, re.M))
    yield from compare("xp-service.1", options_of_page(page), options)
    yield from compare("xp-service.1", {entry.replace("\\-", "-") for entry in
                                        re.findall(r'^\.TP\n\.B "([a-z][a-z\\-]*)', page, re.M)}, commands)
    yield from compare("xp-service.1", set(re.findall(r'^\.B "(?:\\-.*, )?([A-Z_]+)"$', page, re.M)), variables)
    default = (LINUX / "experimentation-service.default").read_text()
    yield from compare("/etc/default", set(re.findall("^#([A-Z_]+)=", default, re.M)) - variables, set())
    yield from compare("completion", completed(service, "--"), options)
    yield from compare("completion", completed(service, ""), commands)
    yield from compare("completion", completed(service, "--log-format", ""), {"json", "text"})
    yield from compare("completion", completed(service, "audit", ""), {"verify"})
    for option in ("--experiment", "--database-url"):
        if option not in completed(service, "import", "--"):
            yield f"completion: {option} is missing after import"
    if studio:
        offered = {option for line in told_by(studio).splitlines() if line.lstrip().startswith("-")
                   for option in OPTION.findall(line.split("  ")[1] if line.startswith("  ") else line)}
        offered -= {"--help-all"}
        yield from compare("xp-studio.1", options_of_page((LINUX / "xp-studio.1").read_text()), offered)


def main():
    found = list(findings(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
    print(*found, f"manual: {len(found)} findings", sep="\n")
    sys.exit(1 if found else 0)


main()
