# SPDX-License-Identifier: Apache-2.0
"""configuration.py SERVICE README: --help and the README's table name the same variables, each with its option."""
import re
import subprocess
import sys
from pathlib import Path

OFFER = r"^ *(?:--([a-z-]+)|\(no option\)).*\[([A-Z_]+)\]$"  # a secret may be of the environment only
TABLE_ROW = re.compile(r"^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|", re.M)


def option_of(variable):
    return variable.removeprefix("XP_").lower().replace("_", "-")


def main():
    told = subprocess.run([sys.argv[1], "--help"], capture_output=True, text=True, check=True).stdout
    offered = {variable: option for option, variable in re.findall(OFFER, told, re.M)}
    documented = {name for row in TABLE_ROW.findall(Path(sys.argv[2]).read_text()) for name in re.findall("[A-Z_]+", row)}
    findings = [f"{name}: in README.md, not in --help" for name in sorted(documented - set(offered))]
    findings += [f"{name}: in --help, not in README.md" for name in sorted(set(offered) - documented)]
    findings += [f"{name}: its option is --{option}, not --{option_of(name)}"
                 for name, option in sorted(offered.items()) if option and option != option_of(name)]
    print(*findings, f"configuration: {len(offered)} variables, {len(findings)} findings", sep="\n")
    sys.exit(1 if findings or not offered else 0)


main()
