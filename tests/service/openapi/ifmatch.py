# SPDX-License-Identifier: Apache-2.0
"""The operations that take If-Match are those whose description says so."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from document import Document  # noqa: E402
from xpservice import API, Case, main, quick_start_body  # noqa: E402


class IfMatch(Case):
    def refuses(self, method, target, body):
        """Whether a tag that is none is what is wrong."""
        answer = self.service.admin(method, target, body, headers={"If-Match": "no version"})
        return answer.status == 422 and "If-Match" in [error["field"] for error in answer.json["errors"]]

    def test_what_takes_it_says_so_and_that_it_may_be_409(self):
        document = Document(self.service.ask("GET", "/openapi.json").json)
        made = self.post("/experiments", quick_start_body("Tagged"), 201).json["id"]
        self.post("/metrics", {"key": "tagged", "kind": "sum", "event": "order"}, 201)
        there = {API + "/experiments/{id}": f"{API}/experiments/{made}", API + "/metrics/{key}": API + "/metrics/tagged"}
        declared, takes = set(), set()
        for name, (method, target, operation) in document.operations.items():
            if {"$ref": "#/components/parameters/IfMatch"} in operation.get("parameters", []):
                declared.add(name)
                self.assertIn("409", operation["responses"], name)
            for path, real in there.items():
                target = target.replace(path, real)
            target = re.sub(r"\{\w+\}", "unknown", target)
            if method != "GET" and self.refuses(method, target, {} if "requestBody" in operation else None):
                takes.add(name)
        self.assertTrue(declared)
        self.assertEqual(takes, declared)


if __name__ == "__main__":
    main()
