# SPDX-License-Identifier: Apache-2.0
"""documents.py [ROOT]: what documents must hold to stay true.

- Commands (```sh) are marked on the line before: `<!-- tried -->` or `<!-- tried: TEXT | TEXT -->`, then the test
  `documents` runs them and finds each TEXT in what they print; or `<!-- not tried: REASON -->`.
- docs/api.md names every operation of the OpenAPI document, and none that is not there.
- docs/statistics.md names every function of the statistics kernel that can be called.
- docs/operations.md has a heading for every alert.
"""
import json
import re
import sys

import markdown
import tree

OPERATION = re.compile(r"`(GET|POST|PUT|PATCH|DELETE) (/[^`?]*)`")


def check_marks(path, text):
    for number, mark, said, _ in markdown.command_blocks(text):
        if not mark:
            yield f"{path}:{number}: commands without <!-- tried --> or <!-- not tried: REASON --> on the line before"
        elif mark == "not tried" and not said:
            yield f"{path}:{number}: not tried, and no reason"


def check_operations(root, openapi):
    offered = {(method.upper(), path) for path, item in openapi["paths"].items()
               for method in item if method in ("get", "post", "put", "patch", "delete")}
    prefixes = ("", "/api/v1")  # where things are, the page says; it may leave the prefix out
    named = set()
    for method, path in OPERATION.findall((root / "docs/api.md").read_text()):
        meant = {(method, prefix + path) for prefix in prefixes}
        named |= meant & offered or {(method, path)}
    for method, path in sorted(offered - named):
        yield f"docs/api.md: `{method} {path}` is missing"
    for method, path in sorted(named - offered):
        yield f"docs/api.md: `{method} {path}` is no operation of the OpenAPI document"


def check_functions(root, openapi):
    path = openapi["paths"].get("/api/v1/statistics/{function}")
    told = (root / "docs/statistics.md").read_text()
    for name in path["post"]["parameters"][0]["schema"]["enum"] if path else ():
        if f"`{name}`" not in told:
            yield f"docs/statistics.md: the function `{name}` is missing"


def check_alerts(root):
    told = {heading for _, heading in markdown.headings((root / "docs/operations.md").read_text())}
    for name in re.findall(r"^ *- alert: (\w+)$", (root / "resources/prometheus/alerts.yaml").read_text(), re.M):
        if name not in told:
            yield f"docs/operations.md: no heading {name}, which is an alert"


def check(root):
    documents = [path for path in tree.files(root) if path.suffix == ".md"]
    findings = [finding for path in documents for finding in check_marks(path, (root / path).read_text())]
    openapi = json.loads((root / "service/documentation/openapi.json").read_text())
    for more in (check_operations(root, openapi), check_functions(root, openapi), check_alerts(root)):
        findings += more
    return findings, len(documents)


if __name__ == "__main__":
    tree.conclude("documents", *check(tree.root_of(sys.argv)))
