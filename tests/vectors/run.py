#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Drives a server with the vectors: run.py http://localhost:8080 [folder]; a token in XP_TOKEN is sent as bearer."""
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

base, folder = sys.argv[1].rstrip("/"), pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else __file__).resolve()
headers = {"Content-Type": "application/json"} | ({"Authorization": "Bearer " + t} if (t := os.environ.get("XP_TOKEN")) else {})


def agrees(key, got, want, relative, absolute):
    if isinstance(want, list):
        return isinstance(got, list) and len(got) == len(want) and all(agrees(key, g, w, relative, absolute) for g, w in zip(got, want))
    if isinstance(want, (bool, str)) or isinstance(got, (bool, str, type(None))):
        return got == want
    if key in ("p_value", "adjusted"):
        return abs(got) < 1e-300 if want == 0 else abs(got - want) <= relative * abs(want)
    return abs(got - want) <= absolute + relative * abs(want)


failed = total = 0
for path in sorted(p for p in (folder if folder.is_dir() else folder.parent).glob("*.json") if p.name != "schema.json"):
    file = json.loads(path.read_text())
    for case in file["cases"]:
        request = urllib.request.Request(f"{base}/api/v1/statistics/{file['function']}", json.dumps(case["input"]).encode(), headers)
        try:
            got = json.load(urllib.request.urlopen(request, timeout=30))
        except urllib.error.HTTPError as error:
            got = {"error": error.read().decode(errors="replace")}
        wrong = [k for k, w in case["expected"].items() if k not in got or not agrees(k, got[k], w, **file["tolerance"])]
        total, failed = total + 1, failed + bool(wrong)
        if wrong:
            print(file["function"], wrong, json.dumps(case), json.dumps(got), file=sys.stderr)
print(f"{total - failed} of {total} cases agree")
sys.exit(failed > 0)
