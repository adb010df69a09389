#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every vector file follows schema.json and is named like its function; the README lists each of them."""
import json
import pathlib
import sys

import jsonschema

here = pathlib.Path(__file__).parent
schema = json.loads((here / "schema.json").read_text())
readme = (here / "README.md").read_text()
wrong = []
files = sorted(p for p in here.glob("*.json") if p.name != "schema.json")
for path in files:
    file = json.loads(path.read_text())
    wrong += [f"{path.name}: {e.message}" for e in jsonschema.Draft202012Validator(schema).iter_errors(file)]
    if file.get("function") != path.stem:
        wrong.append(f"{path.name} holds the vectors of {file.get('function')}")
    if path.stem not in readme:
        wrong.append(f"README.md does not list {path.stem}")
print("\n".join(wrong) if wrong else f"{len(files)} files are well formed")
sys.exit(bool(wrong) or not files)
