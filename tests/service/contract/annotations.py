# SPDX-License-Identifier: Apache-2.0
"""Annotations in Grafana, as a double of its API takes them: once for all replicas, and late when Grafana was away."""
import json
import os
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(os.environ["XP_SOURCE_DIR"]) / "tests" / "doubles" / "grafana"))
from grafana_double import GrafanaDouble  # noqa: E402
from xpservice import API, PATIENCE, Case, Service, free_port, main  # noqa: E402

TOKEN = "glsa_a-service-account"


class Annotations(Case):
    port = free_port()
    environment = {"GRAFANA_URL": f"http://127.0.0.1:{port}/api/", "GRAFANA_TOKEN": TOKEN, "XP_WEBHOOK_RETRY": "1"}

    def found(self, grafana, count, tag):
        until = time.monotonic() + PATIENCE
        while True:
            asked = urllib.request.Request(f"{grafana.url}/api/annotations?tags=experiment&tags={tag}",
                                           headers={"Authorization": f"Bearer {TOKEN}"})
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                got = json.load(answer)
            if len(got) >= count:
                return got[::-1]
            self.assertLess(time.monotonic(), until, got)
            time.sleep(0.1)

    def test_start_ramp_stop_and_decision_become_annotations(self):
        with GrafanaDouble(TOKEN, self.port) as grafana:
            began = time.time() * 1000
            made = self.made(traffic_allocation=0.5, metrics=[{"name": "buy", "role": "primary"}],
                             plan={"method": "always_valid", "minimum_days": 0})
            self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}",
                                                {"traffic_allocation": 1}))
            users = [{"user_id": f"u{i}"} for i in range(1000)]
            answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
            events = [{"user_id": a["user_id"], "event_name": "buy"} for i, a in enumerate(answers)
                      if a["variant"] == "new-layout" and i % 2 or i % 10 == 0]
            self.post(f"/experiments/{made['id']}/track:batch", {"events": events})
            self.assertEqual(self.stats(made)["decision"], "ship")
            self.move(made, "stop")
            got = self.found(grafana, 4, f"exp:{made['key']}")
            self.assertEqual([a["tags"] for a in got], [["experiment", f"exp:{made['key']}", f"event:{event}"]
                                                        for event in ("start", "ramp", "decision", "stop")])
            self.assertTrue(all(began - 1000 < a["time"] < time.time() * 1000 + 1000 for a in got))
            self.assertTrue(all(a["text"].startswith(made["name"]) for a in got), got)

    def test_a_grafana_that_is_away_is_told_later_and_keeps_nobody_waiting(self):
        began = time.monotonic()
        made = self.made()
        for number in range(50):
            self.assign(made, f"u{number}")
        self.assertLess(time.monotonic() - began, 10)
        time.sleep(1.5)
        with GrafanaDouble(TOKEN, self.port) as grafana:
            self.assertEqual(len(self.found(grafana, 1, f"exp:{made['key']}")), 1)
        self.assertEqual(self.get("/webhooks").json, {"webhooks": []})
        self.expect(404, self.service.admin("DELETE", f"{API}/webhooks/grafana"))

    if "postgres" in sys.argv:  # SQLite takes one service
        def test_replicas_write_one_between_them(self):
            database = self.service.environment["DATABASE_URL"]
            with Service(database, **self.environment) as second, GrafanaDouble(TOKEN, self.port) as grafana:
                drafts = [self.made(f"Shared {number}", start=False) for number in range(10)]
                until = time.monotonic() + PATIENCE
                while second.admin("GET", f"{API}/experiments/{drafts[-1]['id']}").status != 200:
                    self.assertLess(time.monotonic(), until)
                    time.sleep(0.1)
                for made in drafts:
                    self.expect(200, second.admin("POST", f"{API}/experiments/{made['id']}/start"))
                keys = [made["key"] for made in drafts]
                for key in keys:
                    self.found(grafana, 1, f"exp:{key}")
                time.sleep(2)
                told = [a["tags"][1] for a in grafana.annotations]
                self.assertEqual({key: told.count(f"exp:{key}") for key in keys}, {key: 1 for key in keys})


if __name__ == "__main__":
    main()
