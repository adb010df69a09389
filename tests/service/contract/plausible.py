# SPDX-License-Identifier: Apache-2.0
"""Exposures and conversions told to Plausible, as a double of it takes them, and its counts in the report."""
import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(os.environ["XP_SOURCE_DIR"]) / "tests" / "doubles" / "plausible"))
from plausible_double import PlausibleDouble  # noqa: E402
from xpservice import API, PATIENCE, Case, free_port, main  # noqa: E402

DOMAIN = "shop.example.com"
EXPOSURE = "Experiment Exposure"
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


class Plausible(Case):
    port = free_port()
    environment = {"PLAUSIBLE_URL": f"http://127.0.0.1:{port}/api", "PLAUSIBLE_DOMAIN": DOMAIN,
                   "PLAUSIBLE_API_KEY": "a-stats-key"}

    def double(self, **more):
        return PlausibleDouble(DOMAIN, goals=[EXPOSURE], port=self.port, delay=0.5, **more)

    def until(self, happened, what):
        until = time.monotonic() + PATIENCE
        while not happened():
            self.assertLess(time.monotonic(), until, what() if callable(what) else what)
            time.sleep(0.05)

    def visit(self, made, step, body, address, agent=AGENT, **headers):
        headers = {"X-Forwarded-For": address, **({"User-Agent": agent} if agent else {}), **headers}
        return self.expect(200, self.service.ask("POST", f"{API}/experiments/{made['id']}/{step}", body,
                                                 headers=headers))

    def counts(self):
        page = self.service.ask("GET", "/metrics").body.decode()
        lines = (line for line in page.splitlines() if 'peer="plausible"' in line)
        return {line.split('outcome="')[1].split('"')[0]: float(line.split()[-1]) for line in lines}

    def check(self, made, code):
        """The report's check of Plausible, once it says `code`."""
        found = {}

        def says():
            health = self.get(f"/experiments/{made['id']}/report").json["health"]
            found["check"] = next(c for c in health if c["code"].startswith("plausible"))
            return found["check"]["code"] == code

        self.until(says, lambda: found)
        return found["check"]

    def test_exposures_and_conversions_are_forwarded_without_ids(self):
        made = self.made(metrics=["purchase", {"name": "spend", "kind": "sum"}])
        with self.double() as plausible:
            variant = self.visit(made, "assign", {"user_id": "secret-person"}, "8.8.4.4",
                                 Referer="https://shop.example.com/checkout?token=1#x").json["variant"]
            self.visit(made, "assign", {"user_id": "secret-person"}, "8.8.4.4")  # seen before: no second exposure
            self.visit(made, "track", {"user_id": "secret-person", "event_name": "purchase"}, "8.8.4.4")
            self.visit(made, "track", {"user_id": "secret-person", "event_name": "spend", "value": 5}, "8.8.4.4")
            self.until(lambda: len(plausible.events) >= 2, lambda: plausible.events)
            time.sleep(0.5)
            # Four senders: which of the two arrives first is open.
            conversion, exposure = sorted(plausible.events, key=lambda event: event["name"])
            self.assertEqual((exposure["name"], conversion["name"]), (EXPOSURE, "Experiment Conversion: purchase"))
            self.assertEqual(exposure["url"], "https://shop.example.com/checkout")
            for event in plausible.events:
                self.assertEqual(event["props"], {"experiment": made["key"], "variant": variant})
                self.assertFalse(event["interactive"])
                self.assertNotIn("secret-person", json.dumps(event["sent"]))
            self.assertEqual(exposure["visitor"], conversion["visitor"])
            self.visit(made, "assign", {"user_id": "another"}, "8.8.8.8, 10.0.0.1")
            self.until(lambda: len(plausible.events) == 3, "the other visitor")
            self.assertNotEqual(plausible.events[2]["visitor"], exposure["visitor"])

    def test_what_plausible_drops_is_counted_apart(self):
        made = self.made()
        with self.double():
            before = self.counts()
            self.visit(made, "assign", {"user_id": "fine"}, "1.1.1.1")
            self.visit(made, "assign", {"user_id": "robot"}, "1.1.1.1", agent="SomeBot/1.0 (crawler)")
            self.visit(made, "assign", {"user_id": "private"}, "192.168.1.1")
            self.visit(made, "assign", {"user_id": "agentless"}, "1.1.1.1", agent=None)

            def told():
                now = self.counts()
                return {name: now[name] - before[name] for name in ("accepted", "dropped", "without_agent")}
            self.until(lambda: told() == {"accepted": 1, "dropped": 2, "without_agent": 1}, told)

    def test_a_plausible_that_is_away_or_broken_is_told_later_and_keeps_nobody_waiting(self):
        made = self.made()
        began = time.monotonic()
        for number in range(100):
            self.visit(made, "assign", {"user_id": f"u{number}"}, f"8.8.{number}.1")
        self.assertLess(time.monotonic() - began, 10)
        with self.double() as plausible:
            plausible.broken = True
            self.until(lambda: plausible.received > 0, "asked again")
            plausible.broken = False
            self.until(lambda: self.counts()["accepted"] >= 100 - self.counts()["given_up"] and
                       len(plausible.events) >= 90, lambda: (len(plausible.events), self.counts()))
            self.assertEqual(len({event["visitor"] for event in plausible.events}), len(plausible.events))

    def test_the_report_compares_shares(self):
        made = self.made()
        with self.double() as plausible:
            for number in range(300):
                self.visit(made, "assign", {"user_id": f"u{number}"}, f"8.{number % 250}.8.{number // 250 + 1}")
            self.until(lambda: len(plausible.events) == 300, lambda: len(plausible.events))
            time.sleep(1)
            check = self.check(made, "plausible_agrees")
            rows = {row["variant"]: row for row in check["arguments"]["variants"]}
            stats = {v["variant"]: v["sample_size"] for v in self.stats(made)["variants"]}
            self.assertEqual({name: (row["units"], row["plausible_events"]) for name, row in rows.items()},
                             {name: (size, size) for name, size in stats.items()})
            self.assertGreater(check["arguments"]["p_value"], 0.5)

        lossy = self.made("Lossy")
        with self.double() as plausible:
            for number in range(300):
                self.visit(lossy, "assign", {"user_id": f"u{number}"}, f"8.{number % 250}.8.{number // 250 + 1}")
            self.until(lambda: len(plausible.events) == 300, lambda: len(plausible.events))
            # As if a blocker looked for the new variant.
            kept = [e for i, e in enumerate(plausible.events) if e["props"]["variant"] == "control" or i % 3 == 0]
            plausible.events[:] = kept
            time.sleep(1)
            check = self.check(lossy, "plausible_differs")
            self.assertEqual(check["state"], "warning")
            self.assertLess(check["arguments"]["p_value"], 0.001)

    def test_why_it_does_not_answer_is_told(self):
        made = self.made()
        with PlausibleDouble(DOMAIN, goals=[], port=self.port):
            check = self.check(made, "plausible_unavailable")
            self.assertIn("The goal `Experiment Exposure` is not configured", check["text"])


if __name__ == "__main__":
    main()
