#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Drives a server with the vectors: run.py http://localhost:8080 [folder]; a token in XP_TOKEN is sent as bearer."""
import json, os, pathlib, sys
from urllib.request import HTTPErrorProcessor, Request, build_opener

HTTPErrorProcessor.http_response = HTTPErrorProcessor.https_response = lambda _, request, response: response
folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else __file__).resolve()
headers = {"Content-Type": "application/json", **({"Authorization": "Bearer " + os.environ["XP_TOKEN"]} if os.environ.get("XP_TOKEN") else {})}

def agrees(key, got, want, relative, absolute):
    if isinstance(want, list):
        return isinstance(got, list) and len(got) == len(want) and all(
            agrees(key, g, w, relative, absolute) for g, w in zip(got, want))
    if isinstance(want, (bool, str)) or isinstance(got, bool) or not isinstance(got, (int, float)):
        return got == want
    return abs(got - want) <= relative * abs(want) + (1e-300 if key in ("p_value", "adjusted") else absolute)

failed = total = 0
for path in sorted(p for p in (folder if folder.is_dir() else folder.parent).glob("*.json") if p.name != "schema.json"):
    file = json.loads(path.read_text())
    for case in file["cases"]:
        url = f"{sys.argv[1].rstrip('/')}/api/v1/statistics/{file['function']}"
        got = json.load(build_opener().open(Request(url, json.dumps(case["input"]).encode(), headers), timeout=30))
        bad = [k for k, w in case["expected"].items() if k not in got or not agrees(k, got[k], w, **file["tolerance"])]
        total, failed = total + 1, failed + bool(bad)
        if bad:
            print(file["function"], bad, json.dumps(case), json.dumps(got), file=sys.stderr)
print(f"{total - failed} of {total} cases agree")
sys.exit(failed > 0 or not total)
