# SPDX-License-Identifier: Apache-2.0
"""By whose values of which attribute results are shown, and to whom: personal ones to nobody who may see sums alone."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Service, quick_start_body  # noqa: E402


class Segments(unittest.TestCase):
    def filled(self, service, name, **fields):
        made = service.admin("POST", API + "/experiments", quick_start_body(name, **fields)).json
        path = f"{API}/experiments/{made['id']}"
        service.admin("POST", path + "/start")
        context = {"email": "jane@example.org", "country": "NP"}
        self.assertEqual(service.admin("POST", path + "/assign", {"user_id": "u", "context": context}).status, 200)
        return path + "/report?segment="

    def refused(self, answer, status):
        self.assertEqual(answer.status, status, answer)
        self.assertNotIn(b"jane", answer.body)
        self.assertIn("declare", answer.json["detail"])

    def test_undeclared_ones_are_for_who_may_read_the_units(self):
        with Service() as service:
            key = {role: service.admin("POST", API + "/keys", {"name": role, "role": role}).json["key"]
                   for role in ("client", "viewer")}
            free = self.filled(service, "free")
            for query in ("email", "email&format=csv", "country", "email&method=bayesian", "unheard"):
                self.refused(service.ask("GET", free + query), 401)
                self.refused(service.ask("GET", free + query, token=key["client"]), 403)
                self.assertEqual(service.ask("GET", free + query, token=key["viewer"]).status, 200)
            shown = service.ask("GET", free + "email", token=key["viewer"]).json["segments"]["cells"]
            self.assertEqual({cell["segment"] for cell in shown}, {"jane@example.org"})
            self.assertEqual(service.ask("GET", free.partition("?")[0]).status, 200)

            declared = self.filled(service, "declared", segments=["country"])
            for token in (None, *key.values()):
                answer = service.ask("GET", declared + "country", token=token)
                self.assertEqual({cell["segment"] for cell in answer.json["segments"]["cells"]}, {"NP"})
            self.refused(service.ask("GET", declared + "email"), 401)
            self.assertEqual(service.ask("GET", declared + "email", token=key["viewer"]).status, 422)

    def test_where_everybody_may_read_they_are_everybodys(self):
        with Service(XP_ANONYMOUS="read") as service:
            self.assertEqual(service.ask("GET", self.filled(service, "open") + "country").status, 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
