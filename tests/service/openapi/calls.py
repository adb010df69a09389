# SPDX-License-Identifier: Apache-2.0
"""Calls operations by their names in the service's own OpenAPI document, and holds each answer against it."""
import csv
import io
import re
import unittest

from document import Document
from xpservice import ADMIN, API, Service, quick_start_body

# Statuses that no client can bring about while the database is there.
NOT_PROVOKED = {"429", "500", "503"}


class Calls(unittest.TestCase):
    """Of one service, which lets nobody in without a token; ends with what was never seen."""

    @classmethod
    def setUpClass(cls):
        cls.service = Service(XP_ANONYMOUS="", XP_WEBHOOK_ALLOW_PRIVATE="yes", XP_WEBHOOK_RETRY="0").start()
        cls.addClassCleanup(cls.service.stop)
        cls.document = Document(cls.service.ask("GET", "/openapi.json").json)
        cls.seen = set()

    def setUp(self):
        self.maxDiff = None

    def call(self, name, expected, body=None, path=(), query="", token=ADMIN, headers=None):
        """Calls an operation; the answer must be of the expected status and as the document says. Returns it."""
        method, template, operation = self.document.operations[name]
        target = re.sub(r"\{(\w+)\}", lambda found: dict(path)[found.group(1)], template) + query
        answer = self.service.ask(method, target, body, token=token, headers=headers)
        where = f"{method} {target} -> {answer}"
        self.assertEqual(answer.status, expected, where)
        self.assertIn(str(expected), operation["responses"], where)
        self.seen.add((name, str(expected)))
        self.check_answer(operation, answer, where)
        self.check_body(operation, body, answer, where)
        return answer

    def check_answer(self, operation, answer, where):
        response = self.document.resolved(operation["responses"][str(answer.status)])
        for header in response.get("headers", {}):
            self.assertIn(header, answer.headers, where)
        content = response.get("content")
        if not content:
            return self.assertEqual(answer.body, b"", where)
        self.assertIn(answer.headers["Content-Type"], content, where)
        schema = content[answer.headers["Content-Type"]]["schema"]
        kind = answer.headers["Content-Type"]
        value = answer.json if "json" in kind else answer.body.decode("utf-8" if kind.startswith("text/") else "latin-1")
        self.assertEqual(self.document.errors(value, schema), [], where)
        return None

    def check_body(self, operation, body, answer, where):
        """What the service takes, the document must allow."""
        if answer.status >= 300 or body is None or isinstance(body, (bytes, str)) or "requestBody" not in operation:
            return
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        self.assertEqual(self.document.errors(body, schema), [], where)

    def as_table(self, name, path=(), query="?"):
        """The same as CSV, asked for in both ways; another format is refused."""
        table = self.call(name, 200, path=path, query=query + "format=csv")
        self.assertIn(".csv", table.headers["Content-Disposition"])
        rows = list(csv.reader(io.StringIO(table.body.decode())))
        self.assertTrue(all(len(row) == len(rows[0]) for row in rows), rows)
        by_header = self.call(name, 200, path=path, query=query[:-1], headers={"Accept": "text/csv"})
        self.assertEqual(by_header.body.splitlines()[0], table.body.splitlines()[0])
        self.call(name, 422, path=path, query=query + "format=xml")
        return rows

    def wrong_bodies(self, name, path=(), body=None):
        """The errors that every operation with a body has."""
        self.call(name, 400, body=b'{"broken', path=path)
        self.call(name, 415, body="a=1", path=path, headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.call(name, 413, body=b" " * (17 << 20), path=path)
        self.call(name, 422, body=body if body is not None else {"no_such_field": 1}, path=path)

    def refused(self, name, path=(), query="", body=None, forbidden="client"):
        """The errors of access; anonymous callers may do nothing here."""
        self.call(name, 401, body=body, path=path, query=query, token=None)
        self.call(name, 401, body=body, path=path, query=query, token="unknown")
        self.call(name, 403, body=body, path=path, query=query, token=self.key(forbidden))

    def key(self, role):
        keys = type(self).__dict__.get("keys") or {}
        if role not in keys:
            keys[role] = self.service.admin("POST", API + "/keys", {"name": role, "role": role}).json["key"]
            type(self).keys = keys
        return keys[role]

    def made(self, name, start=True, **changes):
        body = quick_start_body(name, **changes)
        experiment = self.service.admin("POST", API + "/experiments", body).json
        if start:
            self.service.admin("POST", f"{API}/experiments/{experiment['id']}/start")
        return experiment["id"]

    @classmethod
    def tearDownClass(cls):
        described = {(name, status) for name, (_, _, operation) in cls.document.operations.items()
                     for status in operation["responses"] if status not in NOT_PROVOKED}
        missing = sorted(described - cls.seen)
        if missing:
            raise AssertionError(f"never seen: {missing}")
