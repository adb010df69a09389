# SPDX-License-Identifier: Apache-2.0
"""XP_RATE_LIMIT: who asks too often is told when to come back; others do not notice."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, Service, main  # noqa: E402


class RateLimit(Case):
    environment = {"XP_RATE_LIMIT": "20/minute"}

    def test_too_many_requests_are_refused_until_their_time(self):
        key = self.post("/keys", {"name": "busy", "role": "viewer"}, 201).json["key"]
        answers = [self.service.ask("GET", API + "/experiments", token=key) for _ in range(25)]
        self.assertEqual([a.status for a in answers], [200] * 20 + [429] * 5)
        refused = answers[-1]
        self.assertEqual(refused.headers["Content-Type"], "application/problem+json")
        self.assertEqual(refused.json["code"], "rate_limited")
        self.assertTrue(1 <= int(refused.headers["Retry-After"]) <= 3, refused.headers["Retry-After"])
        # Another token, and those who watch over the service, go on.
        self.get("/experiments")
        for _ in range(30):
            self.assertEqual(self.service.ask("GET", "/health").status, 200)
            self.assertEqual(self.service.ask("GET", "/metrics").status, 200)

    def test_unknown_tokens_count_as_one_address(self):
        statuses = [self.service.ask("GET", API + "/experiments", token=f"guess-{i}").status for i in range(30)]
        self.assertEqual(statuses[:15], [401] * 15)
        self.assertEqual(statuses[-5:], [429] * 5)

    def test_what_needs_no_token_of_ours_is_counted_by_address(self):
        """Whatever token is sent along: nobody looks at it there."""
        with Service(XP_RATE_LIMIT="20/minute") as service:
            statuses = [service.ask("GET", f"/api/features/guess-{i}", token=f"guess-{i}").status for i in range(30)]
        self.assertEqual(statuses[:15], [404] * 15)
        self.assertEqual(statuses[-5:], [429] * 5)

    def test_guesses_at_locked_metrics_count(self):
        with Service(XP_RATE_LIMIT="20/minute", XP_ANONYMOUS="") as service:
            statuses = [service.ask("GET", "/metrics", token=f"guess-{i}").status for i in range(30)]
            watched = [service.admin("GET", "/metrics").status for _ in range(30)]
        self.assertEqual(statuses[:15], [401] * 15)
        self.assertEqual(statuses[-5:], [429] * 5)
        self.assertEqual(watched, [200] * 30)


if __name__ == "__main__":
    main()
