# SPDX-License-Identifier: Apache-2.0
"""Kinds of metric whose value follows from when events were, or from how units are spread."""
import datetime
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, BIN, PATIENCE, Case, Service, main  # noqa: E402

NOW = datetime.datetime.now(datetime.timezone.utc)


def at(**time_from_now):
    return (NOW + datetime.timedelta(**time_from_now)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Kinds(Case):
    def experiment(self, *metrics, **changes):
        return self.made(metrics=list(metrics), **changes)

    def record(self, user, event, status=200, **more):
        body = {"user_id": user, "event_name": event, **more}
        return self.expect(status, self.service.admin("POST", API + "/events", body)).json

    def moments(self, made, metric, service=None):
        """Sums over the units: count, converted."""
        table = (service or self.service).admin("GET", f"{API}/experiments/{made['id']}/sufficient-statistics").json[
            "moments"]
        rows = [dict(zip(table["columns"], row)) for row in table["rows"]]
        return {name: sum(int(row[name]) for row in rows if row["metric"] == metric) for name in ("count", "converted")}

    def recomputed(self, made, parts=("moments", "covariates")):
        """All numbers are as they were after a recomputation from the events."""
        was = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        self.service.stop()
        try:
            done = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        finally:
            self.service.start()
        is_now = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        for part in parts:
            self.assertEqual(is_now[part], was[part])

    def test_active_days(self):
        made = self.experiment({"name": "days", "event": "open", "kind": "active_days", "role": "primary"},
                               {"name": "capped", "event": "open", "kind": "active_days", "cap": 1},
                               {"name": "windowed", "event": "open", "kind": "active_days", "window": "1h"},
                               {"name": "app", "event": "open", "kind": "active_days",
                                "filter": [{"property": "in", "value": "app"}]})
        shown = self.get(f"/experiments/{made['id']}").json["metrics"][0]
        self.assertEqual((shown["kind"], shown["resolution"]), ("active_days", 1))
        for user in ("u", "v"):
            self.assign(made, user)
        ahead = [0.2, 0.1, 0.3, 23.9, 23.8]  # hours; the last two are on the next UTC day, unless it begins soon
        days = {at(hours=h)[:10] for h in ahead}
        for number, hours in enumerate(ahead):
            for _ in range(2):  # the repetition does not count
                self.record("u", "open", timestamp=at(hours=hours), event_id=str(number))
        self.track(made, "v", "open", value=1e9, properties={"in": "app"})
        self.assertEqual(self.moments(made, 0), {"count": len(days) + 1, "converted": 2})
        self.assertEqual(self.moments(made, 1), {"count": 2, "converted": 2})
        self.assertEqual(self.moments(made, 2)["count"], 1 + len({at(hours=h)[:10] for h in ahead[:3]}))
        self.assertEqual(self.moments(made, 3), {"count": 1, "converted": 1})
        self.recomputed(made)
        # Events that were dated ahead do not count after the stop; their days go, unless others stand on them.
        self.move(made, "stop")
        self.recomputed(made)
        self.assertEqual(self.moments(made, 0), {"count": 1, "converted": 1})

    def test_history_in_days(self):
        made = self.experiment({"name": "visits", "event": "visit", "kind": "active_days", "role": "primary"},
                               plan={"method": "fixed", "cuped": True, "minimum_days": 1}, target_sample_size=100)
        self.record("h", "visit", timestamp=at(days=-2))
        self.record("h", "visit", timestamp=at(days=-3))
        self.assign(made, "h")
        self.record("h", "visit", timestamp=at(days=-3, seconds=1))  # late, on a day there is
        self.record("h", "visit")
        table = self.get(f"/experiments/{made['id']}/sufficient-statistics").json["covariates"]
        rows = [dict(zip(table["columns"], row)) for row in table["rows"]]
        self.assertEqual([int(r["x"]) for r in rows if r["has_history"]], [2])
        self.recomputed(made)

    def test_a_funnel(self):
        made = self.experiment({"name": "bought", "kind": "funnel", "role": "primary",
                                "steps": ["view", {"event": "cart", "filter": [{"property": "items", "op": "gt",
                                                                                "value": 0}]}, "view", "pay"]})
        shown = self.get(f"/experiments/{made['id']}").json["metrics"][0]
        self.assertEqual([s["event"] for s in shown["steps"]], ["view", "cart", "view", "pay"])
        self.assertEqual(shown["event"], "pay")
        minutes = {"whole": ["view", "cart", "view", "pay"], "late": ["view", "cart", "view", "pay"],
                   "order": ["cart", "view", "view", "pay"], "once": ["view", "cart", "pay"],
                   "empty": ["view", "empty", "view", "pay"], "more": ["pay", "view", "cart", "cart", "view", "pay"]}
        for user in minutes:
            self.assign(made, user)
        for user, events in minutes.items():
            steps = list(enumerate(events))
            for minute, event in reversed(steps) if user == "late" else steps:
                self.record(user, "cart" if event == "empty" else event, timestamp=at(minutes=minute, hours=1),
                            properties={"items": 0 if event == "empty" else 2}, event_id=str(minute))
        self.assertEqual(self.moments(made, 0), {"count": 3, "converted": 3})
        self.recomputed(made)
        self.assertEqual(self.moments(made, 0)["converted"], 3)
        self.record("once", "view", timestamp=at(minutes=1.5, hours=1))  # what was missing arrives
        self.assertEqual(self.moments(made, 0)["converted"], 4)
        self.move(made, "stop")  # all that was dated ahead
        self.assertEqual(self.moments(made, 0)["converted"], 0)
        self.recomputed(made)

    def test_marks_over_replicas(self):
        if not self.postgres:
            self.skipTest("one service at a time on SQLite")
        made = self.experiment({"name": "replica days", "event": "both", "kind": "active_days", "role": "primary"},
                               {"name": "replica funnel", "kind": "funnel", "steps": ["one", "two"]})
        users = [f"r{i}" for i in range(40)]
        with Service(self.service.environment["DATABASE_URL"]) as other:
            self.post(f"/experiments/{made['id']}/assign:batch", {"users": [{"user_id": u} for u in users]})
            until = time.monotonic() + PATIENCE
            while other.ask("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": "r0"}).status != 200:
                self.assertLess(time.monotonic(), until)
            def send(item):
                number, (user, event) = item
                service = (self.service, other)[number % 2]
                body = {"user_id": user, "event_name": event,
                        "timestamp": at(hours=1, minutes={"one": 0, "two": 1, "both": 2}[event])}
                return service.admin("POST", API + "/events", body).status
            events = [(u, e) for u in users for e in ("two", "one", "both", "both")]
            with ThreadPoolExecutor(8) as pool:
                self.assertEqual(set(pool.map(send, enumerate(events))), {200})
            for service in (self.service, other):
                self.assertEqual(self.moments(made, 0, service), {"count": 40, "converted": 40})
                self.assertEqual(self.moments(made, 1, service), {"count": 40, "converted": 40})
        self.recomputed(made)

    def test_a_quantile(self):
        made = self.experiment({"name": "wait", "kind": "quantile", "quantile": 0.9, "role": "primary",
                                "direction": "decrease"}, plan={"method": "fixed", "minimum_days": 1})
        users = [{"user_id": f"q{i}"} for i in range(1000)]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        arms = {"control": [], "new-layout": []}
        events = []
        for a in answers:
            value = float(len(arms[a["variant"]]) % 97 + (30 if a["variant"] == "new-layout" else 0))
            arms[a["variant"]].append(value)
            events.append({"user_id": a["user_id"], "event_name": "wait", "value": value})
        before = self.get(f"/experiments/{made['id']}/report").json["planned"]["metrics"][0]
        self.assertIsNone(before["comparisons"][0]["estimate"])
        self.post(f"/experiments/{made['id']}/track:batch", {"events": events})
        self.pass_over_units(made)
        metric = self.get(f"/experiments/{made['id']}/report").json["planned"]["metrics"][0]
        kernel = self.post("/statistics/quantile_effect", {
            "control": arms["control"], "treatment": arms["new-layout"], "quantile": 0.9, "confidence": 0.95}).json
        cell = metric["comparisons"][0]
        self.assertEqual(cell["test"], "quantile_z")
        self.assertEqual([a["value"] for a in metric["variants"]], [kernel["control_quantile"], kernel["treatment_quantile"]])
        self.assertAlmostEqual(cell["estimate"], kernel["estimate"])
        self.assertAlmostEqual(cell["p_value"], kernel["p_value"])
        self.assertAlmostEqual(cell["interval"][0], kernel["lower"])
        self.assertAlmostEqual(cell["interval"][1], kernel["upper"])
        self.assertTrue(metric["shape"]["as_of"].endswith("Z"))
        self.assertEqual(subprocess.run([str(BIN), "verify", self.bundle(made)], capture_output=True).returncode, 0)
        self.recomputed(made)

    def bundle(self, made):
        path = Path(self.service.folder.name) / "bundle.zip"
        path.write_bytes(self.get(f"/experiments/{made['id']}/bundle").body)
        return str(path)

    def pass_over_units(self, made):
        until = time.monotonic() + PATIENCE * 2
        while self.get(f"/experiments/{made['id']}/report").json["planned"]["metrics"][0]["comparisons"][0]["estimate"] is None:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.5)

    def test_wrong_metrics_are_refused(self):
        for metric, field in (({"kind": "funnel"}, "steps"), ({"kind": "funnel", "steps": ["a"]}, "steps"),
                              ({"kind": "funnel", "steps": ["a", {"filter": []}]}, "steps[1].event"),
                              ({"kind": "funnel", "steps": ["a", "b"], "event": "a"}, "event"),
                              ({"kind": "funnel", "steps": ["a", "b"], "cap": 1}, "cap"),
                              ({"steps": ["a", "b"]}, "steps"), ({"quantile": 0.5}, "quantile"),
                              ({"kind": "quantile"}, "quantile"), ({"kind": "quantile", "quantile": 1}, "quantile"),
                              ({"kind": "quantile", "quantile": 0.5, "cap": 1}, "cap"),
                              ({"kind": "active_days", "cap": 0.5}, "cap"),
                              ({"kind": "active_days", "resolution": 2}, "resolution")):
            with self.subTest(metric):
                answer = self.post("/experiments", {"name": "x", "metrics": [{"name": "m", **metric}], "variants": [
                    {"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}]}, 422).json
                self.assertIn("metrics[0]." + field, [e["field"] for e in answer["errors"]])


if __name__ == "__main__":
    main()
