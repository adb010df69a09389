# SPDX-License-Identifier: Apache-2.0
"""quickstart.py [ROOT]: README.md shows docs/quickstart.sh as it is, without the lines that are for the check."""
import re
import sys

import tree


def check(root):
    script = (root / "docs/quickstart.sh").read_text().splitlines()
    shown = [line for line in script[2:] if not line.startswith("#=>")]
    block = "\n".join(shown).strip()
    blocks = [text.strip() for text in re.findall(r"```sh\n(.*?)```", (root / "README.md").read_text(), re.S)]
    return ([] if block in blocks else ["README.md: its Quick Start is not that of docs/quickstart.sh"]), 1


if __name__ == "__main__":
    tree.conclude("quickstart", *check(tree.root_of(sys.argv)))
