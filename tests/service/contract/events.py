# SPDX-License-Identifier: Apache-2.0
"""What users do, told without an experiment; its properties; and the metrics that are made of it."""
import datetime
import gzip
import json
import subprocess
import sys
import time
import unittest
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, BIN, Case, Service, main  # noqa: E402


def ago(**time):
    at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**time)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Events(Case):
    def record(self, user, event, status=200, token=ADMIN, **more):
        body = {"user_id": user, "event_name": event, **more}
        return self.expect(status, self.service.ask("POST", API + "/events", body, token=token)).json

    def experiment(self, *metrics, **changes):
        return self.made(metrics=list(metrics), **changes)

    def events_of(self, experiment):
        return self.get(f"/experiments/{experiment['id']}/events").json["events"]

    def arm(self, experiment, metric=0):
        """The numbers of the only variant with users."""
        return max(self.stats(experiment)["metrics"][metric]["variants"], key=lambda v: v["sample_size"])

    def test_counts_wherever_the_user_is_exposed(self):
        one = self.experiment({"name": "buy-1", "event": "buy", "kind": "sum", "role": "primary"})
        two = self.experiment({"name": "buy-2", "event": "buy", "role": "primary"})
        deaf = self.experiment({"name": "something-else", "role": "primary"})
        for experiment in (one, two, deaf):
            self.assign(experiment, "u")
        self.assign(two, "v")
        self.assertEqual(self.record("u", "buy", value=5), {"message": "Event recorded", "experiments": 2})
        self.assertEqual(self.record("v", "buy", value=7)["experiments"], 1)
        self.assertEqual(self.record("nobody", "buy")["experiments"], 0)
        self.assertEqual(self.record("u", "unheard of")["experiments"], 0)
        self.assertEqual(self.arm(one)["mean_value"], 5)
        self.assertEqual(sum(v["conversions"] for v in self.stats(two)["metrics"][0]["variants"]), 2)
        self.assertEqual(self.events_of(deaf), [])
        self.assertEqual([(e["user_id"], e["value"]) for e in self.events_of(one)], [("u", 5)])

    def test_a_number_that_is_none_is_the_failure_of_its_item(self):
        made = self.made()
        self.assign(made, "x")
        path = f"{API}/experiments/{made['id']}"
        events = ('{"user_id":"x","event_name":"click","value":2}',
                  '{"user_id":"x","event_name":"click","value":1e999}',
                  '{"user_id":"x","event_name":"click","value":NaN,"properties":{"a":-Infinity}}')
        results = self.expect(200, self.service.admin(
            "POST", path + "/track:batch", '{"events":[%s]}' % ",".join(events))).json["results"]
        self.assertEqual([r["ok"] for r in results], [True, False, False])
        self.assertEqual([[(e["field"], e["code"]) for e in r["error"]["errors"]] for r in results[1:]],
                         [[("events[1].value", "range")],
                          [("events[2].value", "range"), ("events[2].properties.a", "range")]])
        self.assertEqual([e["value"] for e in self.get(f"/experiments/{made['id']}/events").json["events"]], [2])
        lines = self.expect(200, self.service.admin("POST", path + "/track:batch", "\n".join(events),
                                                    headers={"Content-Type": "application/x-ndjson"})).json["results"]
        self.assertEqual([r["ok"] for r in lines], [True, False, False])
        users = self.expect(200, self.service.admin(
            "POST", path + "/assign:batch", '{"users":[{"user_id":"y"},{"user_id":"z","context":{"age":1e999}}]}')).json
        self.assertEqual(users["assignments"][0]["user_id"], "y")
        self.assertEqual(users["assignments"][1]["error"]["errors"][0]["field"], "users[1].context.age")
        refused = self.expect(422, self.service.admin(
            "POST", path + "/assign:batch", '{"users":[{"user_id":"w"}],"more":NaN}')).json
        self.assertEqual({e["code"] for e in refused["errors"]}, {"range", "unknown_field"})

    def test_an_event_id_counts_once(self):
        made = self.experiment({"name": "once", "kind": "count", "role": "primary"})
        self.assign(made, "u")
        self.assertEqual(self.record("u", "once", event_id="e")["experiments"], 1)
        again = self.record("u", "once", event_id="e")
        self.assertEqual(again, {"message": "Event was recorded before", "experiments": 0})
        self.track(made, "u", "once", event_id="e")
        self.assertEqual(len(self.events_of(made)), 1)

    def test_keys_keep_to_their_place(self):
        staging = self.made(metrics=[{"name": "place", "role": "primary"}], environment="staging")
        production = self.made("place", metrics=[{"name": "place", "role": "primary"}])
        for experiment in (staging, production):
            self.assign(experiment, "u")
        key = self.post("/keys", {"name": "app", "role": "client", "project": "default", "environment": "staging"},
                        201).json["key"]
        self.assertEqual(self.record("u", "place", token=key)["experiments"], 1)
        self.assertEqual((len(self.events_of(staging)), len(self.events_of(production))), (1, 0))
        self.assertEqual(self.record("u", "place")["experiments"], 1)
        self.assertEqual((len(self.events_of(staging)), len(self.events_of(production))), (1, 1))
        self.assertEqual(self.record("u", "place", environment="staging")["experiments"], 1)
        refused = self.record("u", "place", 422, token=key, environment="production")
        self.assertEqual(refused["errors"][0]["code"], "outside_scope")
        self.assertEqual(self.record("u", "place", token=None)["experiments"], 1)

    def test_other_environments_never_enter_a_production_report(self):
        made = self.experiment({"name": "env", "kind": "sum", "role": "primary"})
        self.assertEqual(made["environment"], "production")
        self.assign(made, "u")
        self.record("u", "env", value=5)
        was = self.stats(made)
        staging = self.post("/keys", {"name": "stage", "role": "client", "project": "default",
                                      "environment": "staging"}, 201).json["key"]
        for call, body in (("assign", {"user_id": "s"}), ("track", {"user_id": "u", "event_name": "env", "value": 7}),
                           ("assign:batch", {"users": [{"user_id": "s"}]})):
            self.expect(404, self.service.ask("POST", f"{API}/experiments/{made['id']}/{call}", body, token=staging))
        self.assertEqual(self.record("u", "env", token=staging, value=7)["experiments"], 0)
        self.assertEqual(self.record("u", "env", environment="staging", value=7)["experiments"], 0)
        self.assertEqual(self.record("u", "env", environment="development", timestamp=ago(days=1))["experiments"], 0)
        is_now = self.stats(made)
        for part in ("variants", "metrics", "total_conversions"):
            self.assertEqual(is_now[part], was[part])
        self.expect(409, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"environment": "staging"}))

    def test_arrival_order_does_not_matter(self):
        made = self.experiment({"name": "late", "kind": "count", "role": "primary"})
        ahead = ago(hours=-1)
        self.assertEqual(self.record("u", "late", timestamp=ahead)["experiments"], 0)
        self.assertEqual(self.record("u", "late", timestamp=ago(hours=1))["experiments"], 0)
        self.assign(made, "u")
        self.assertEqual([e["timestamp"][:19] for e in self.events_of(made)], [ahead[:19]])
        self.assertEqual(self.record("u", "late", timestamp=ago(hours=2))["experiments"], 0)
        self.assertEqual(self.record("u", "late")["experiments"], 1)
        stopped = self.move(made, "stop")
        self.assertEqual(self.record("u", "late", timestamp=stopped["stopped_at"])["experiments"], 1)
        self.assertEqual(self.record("u", "late")["experiments"], 0)
        self.record("u", "late", 422, timestamp="2199-01-01T00:00:00Z")

    def test_batches_answer_item_by_item(self):
        made = self.experiment({"name": "batch", "kind": "count", "role": "primary"})
        self.assign(made, "u")
        items = [{"user_id": "u", "event_name": "batch", "event_id": "1"}, {"user_id": "", "event_name": "batch"},
                 {"user_id": "u", "event_name": "batch", "event_id": "1"}, 7,
                 {"user_id": "u", "event_name": "batch", "properties": {"deep": {}}},
                 {"user_id": "u", "event_name": "batch", "value": 3}]
        results = self.post("/events:batch", {"events": items}).json["results"]
        self.assertEqual([r["ok"] for r in results], [True, False, True, False, False, True])
        self.assertEqual(results[2], {"ok": True, "duplicate": True, "experiments": 0})
        self.assertEqual(results[1]["error"]["errors"][0]["field"], "events[1].user_id")
        self.assertEqual(results[4]["error"]["errors"][0]["field"], "events[4].properties")
        self.assertEqual(len(self.events_of(made)), 2)
        self.assertEqual(self.post("/events:batch", {"events": []}).json, {"results": []})
        self.post("/events:batch", {"events": [{}] * 10001}, 422)

    def test_lines_and_gzip(self):
        made = self.experiment({"name": "line", "kind": "count", "role": "primary"})
        self.assign(made, "u")
        event = json.dumps({"user_id": "u", "event_name": "line"})
        body = f"{event}\n\n{{broken\r\n{event}\r\n".encode()
        lines = {"Content-Type": "application/x-ndjson"}
        for path in ("/events:batch", f"/experiments/{made['id']}/track:batch"):
            for headers, sent in ((lines, body), ({**lines, "Content-Encoding": "gzip"}, gzip.compress(body))):
                results = self.post(path, sent, headers=headers).json["results"]
                self.assertEqual([r["ok"] for r in results], [True, False, True])
                self.assertEqual(results[1]["error"]["code"], "broken_json")
                self.assertIn("line 3, column 2", results[1]["error"]["message"])
        wrong = event.encode() + b'\n{"user_id":"u","user_id":"u"}\n' + b'{"a":' * 100 + b"1" + b"}" * 100
        results = self.post("/events:batch", wrong, headers=lines).json["results"][1:]
        self.assertEqual([r["error"]["code"] for r in results], ["duplicate_key", "too_deep"])
        for line, result in zip(("line 2 ", "line 3 "), results):
            self.assertIn(line, result["error"]["message"])
        self.assertEqual(len(self.events_of(made)), 9)
        # A million values at most, in a list as in lines together.
        half = b'{"a":[' + b"0," * 600_000 + b"0]}"
        for headers, sent in ((lines, half + b"\n" + half), ({}, b'{"events":[' + half + b"," + half + b"]}")):
            self.assertEqual(self.post("/events:batch", sent, 400, headers=headers).json["code"], "too_many_values")
        many = (event + "\n").encode() * 10000
        self.assertEqual(len(self.post("/events:batch", many, headers=lines).json["results"]), 10000)
        self.post("/events:batch", many + event.encode(), 422, headers=lines)
        bomb = gzip.compress(b" " * (64 << 20))
        self.assertLess(len(bomb), 1 << 20)
        self.post("/events:batch", bomb, 413, headers={**lines, "Content-Encoding": "gzip"})
        self.post("/events", event, 415, headers=lines)

    def test_metrics_of_properties(self):
        made = self.experiment(
            {"name": "pro", "event": "order", "kind": "sum", "role": "primary",
             "filter": [{"property": "plan", "op": "in", "value": ["pro", "team"]},
                        {"property": "seats", "op": "gte", "value": 2}]},
            {"name": "per visit", "event": "order", "kind": "ratio",
             "denominator": {"event": "visit", "filter": [{"property": "bot", "op": "ne", "value": True}]}},
            {"name": "capped", "event": "order", "kind": "sum", "cap": 8})
        self.assign(made, "u")
        for properties in ({"plan": "pro", "seats": 2}, {"plan": "pro", "seats": 1}, {"plan": "free", "seats": 9}, {}):
            self.record("u", "order", value=5, properties=properties)
        for properties in ({}, {"bot": False}, {"bot": True}):
            self.track(made, "u", "visit", properties=properties)
        self.assertEqual(self.arm(made, 0)["mean_value"], 5)
        self.assertEqual(self.arm(made, 1)["mean_value"], 10)
        self.assertEqual(self.arm(made, 2)["mean_value"], 8)
        shown = self.get(f"/experiments/{made['id']}").json["metrics"]
        self.assertEqual(shown[0]["filter"][1], {"property": "seats", "op": "gte", "value": 2})
        self.assertEqual(shown[1]["denominator"]["aggregate"], "count")
        self.assertEqual({json.dumps(e["properties"]) for e in self.events_of(made)},
                         {'{"plan": "pro", "seats": 2}', '{"plan": "pro", "seats": 1}', '{"plan": "free", "seats": 9}',
                          "{}", '{"bot": false}', '{"bot": true}'})

    def test_what_a_ratio_divides_by_may_be_negative(self):
        made = self.experiment(
            {"name": "per unit", "event": "order", "kind": "ratio", "role": "primary",
             "denominator": {"event": "units", "aggregate": "sum", "resolution": 0.001}},
            variants=[{"name": "all", "allocation": 1}, {"name": "none", "allocation": 0}])
        for user, order, units in (("keeps", 30, (10, 0.001)), ("returns", 6, (5, -7)), ("neither", 3, ())):
            self.assign(made, user)
            self.record(user, "order", value=order)
            for value in units:
                self.record(user, "units", value=value)
        arm = self.arm(made)
        self.assertEqual(arm["sample_size"], 3)
        self.assertAlmostEqual(arm["mean_value"], 39 / 8.001, 12)

    def test_users_count_from_the_moment_their_window_is_over(self):
        made = self.experiment({"name": "due", "kind": "sum", "role": "primary", "window": "2s"},
                               variants=[{"name": "all", "allocation": 1}, {"name": "none", "allocation": 0}])

        def counted():
            metric = self.get(f"/experiments/{made['id']}/report").json["planned"]["metrics"][0]
            warned = [w for w in self.stats(made)["warnings"] if w["code"] == "maturing"]
            return metric["variants"][0]["units"], metric["maturing"], len(warned)

        begin = time.monotonic()
        first = {user: self.assign(made, user) for user in ("due-a", "due-b")}
        self.track(made, "due-a", "due", value=4)
        at_first = counted()
        if time.monotonic() - begin < 2:  # else the machine was too slow to see it
            self.assertEqual(at_first, (0, 2, 1))
        time.sleep(max(0, 2.05 - (time.monotonic() - begin)))
        self.assertTrue(all(first.values()))
        self.assign(made, "due-c")
        after = time.monotonic()
        now_counted = counted()
        if time.monotonic() - after < 1.9:
            self.assertEqual(now_counted, (2, 1, 1))
        self.track(made, "due-a", "due", value=100)  # after its window
        self.assertEqual(self.arm(made)["mean_value"], 2)
        evidence = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        units = evidence["matured"]["moments"]["columns"].index("units")
        self.assertGreaterEqual(sum(row[units] for row in evidence["matured"]["moments"]["rows"]), 2)

    def test_a_range_is_of_what_counts(self):
        made = self.experiment({"name": "fine", "event": "order", "kind": "sum", "resolution": 1e-9, "role": "primary",
                                "filter": [{"property": "exact", "value": True}]})
        self.assign(made, "exactly")
        self.track(made, "exactly", "order", value=1e10)
        self.record("exactly", "order", value=1e10)
        self.track(made, "exactly", "order", 422, value=1e10, properties={"exact": True})
        self.record("exactly", "order", 422, value=1e10, properties={"exact": True})
        self.assertEqual(self.arm(made)["mean_value"], 0)

    def test_a_total_beyond_the_range_is_told(self):
        made = self.experiment({"name": "huge", "kind": "sum", "role": "primary"})
        self.assign(made, "rich")

        def told():
            report = self.get(f"/experiments/{made['id']}/report").json["planned"]["metrics"][0]
            both = [[(s["arguments"]["metric"], s["arguments"]["units"]) for s in sentences if s["code"] == "beyond_range"]
                    for sentences in (self.stats(made)["warnings"], report["notes"])]
            self.assertEqual(both[0], both[1])
            return both[0]

        self.track(made, "rich", "huge", value=4e12)
        self.assertEqual(told(), [])
        self.assertEqual(self.arm(made)["mean_value"], 4e12)
        self.track(made, "rich", "huge", value=4e12)
        self.assertEqual(told(), [("huge", 1)])
        self.assertEqual(len(self.events_of(made)), 2)  # nothing is lost: it counts again once it is within the range
        self.track(made, "rich", "huge", value=-4e12)
        self.assertEqual(told(), [])
        self.assertEqual(self.arm(made)["mean_value"], 4e12)

    def test_a_return(self):
        made = self.experiment({"name": "back", "event": "open", "kind": "retention", "after": "1h", "window": "2h",
                                "role": "primary"})
        shown = self.get(f"/experiments/{made['id']}").json["metrics"][0]
        self.assertEqual((shown["kind"], shown["after"], shown["window"]), ("retention", "1h", "2h"))
        for user, hours in (("soon", 0), ("back", 1.5), ("late", 3)):
            self.assign(made, user)
            self.record(user, "open", timestamp=ago(hours=-hours))
        maturing = self.get(f"/experiments/{made['id']}/report").json
        self.assertEqual(maturing["planned"]["metrics"][0]["maturing"], 3)
        self.assertEqual(len(self.events_of(made)), 3)
        table = self.get(f"/experiments/{made['id']}/sufficient-statistics").json["moments"]
        converted = table["columns"].index("converted")
        self.assertEqual(sum(int(row[converted]) for row in table["rows"]), 1)

    def test_wrong_metrics_are_refused(self):
        for metric, field in (({"kind": "ratio"}, "denominator"), ({"kind": "retention"}, "after"),
                              ({"denominator": {"event": "x"}}, "denominator"), ({"after": "1d"}, "after"),
                              ({"cap": 3}, "cap"), ({"kind": "sum", "cap": -1}, "cap"),
                              ({"kind": "retention", "after": "2d", "window": "1d"}, "window"),
                              ({"filter": [{"property": "a", "op": "like", "value": 1}]}, "filter[0].op"),
                              ({"filter": [{"property": "a", "op": "in", "value": 1}]}, "filter[0].value"),
                              ({"filter": [{"op": "eq", "value": 1}]}, "filter[0].property"),
                              ({"filter": "all"}, "filter"),
                              ({"kind": "ratio", "denominator": {"event": "x", "aggregate": "max"}},
                               "denominator.aggregate")):
            body = {"name": "m", **metric}
            answer = self.post("/experiments", {"name": "x", "metrics": [body], "variants": [
                {"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}]}, 422).json
            self.assertIn("metrics[0]." + field, [e["field"] for e in answer["errors"]], metric)

    def test_cuped_from_events_before_the_exposure(self):
        plan = {"method": "fixed", "cuped": True, "minimum_days": 1}
        made = self.experiment({"name": "spend", "kind": "sum", "role": "primary"}, plan=plan, target_sample_size=200)
        before, after, users = [], [], [f"c{i}" for i in range(400)]
        for i, user in enumerate(users):
            before.append({"user_id": user, "event_name": "spend", "value": i % 40, "timestamp": ago(days=2)})
        self.post("/events:batch", {"events": before[:300]})
        self.post(f"/experiments/{made['id']}/assign:batch", {"users": [{"user_id": u} for u in users]})
        for i, user in enumerate(users):
            after.append({"user_id": user, "event_name": "spend", "value": i % 40 + (i * 7 % 5) / 4})
        self.post("/events:batch", {"events": after})
        self.post("/events:batch", {"events": before[300:]})  # history that comes late is history
        evidence = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        metric = self.get(f"/experiments/{made['id']}/report").json
        self.assertIn("cuped", json.dumps(metric))
        reduction = self.find(metric, "variance_reduction")
        self.assertGreater(reduction, 0.9)
        self.assertTrue(evidence["covariates"])
        self.service.stop()
        try:
            recomputed = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True,
                                        text=True)
            self.assertEqual(recomputed.returncode, 0, recomputed.stderr)
        finally:
            self.service.start()
        again = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        for part in ("moments", "covariates"):
            self.assertEqual(again[part], evidence[part])

    def test_the_catalogue(self):
        revenue = {"key": "revenue", "owner": "Finance", "description": "Net", "kind": "sum", "event": "order",
                   "window": "7d", "filter": [{"property": "paid", "value": True}]}
        made = self.post("/metrics", revenue, 201)
        self.assertEqual(made.headers["Location"], API + "/metrics/revenue")
        self.assertEqual((made.json["version"], made.json["owner"], made.json["kind"]), (1, "Finance", "sum"))
        self.post("/metrics", revenue, 409)
        self.assertEqual(self.put("/metrics/revenue", made.json)["version"], 1)  # says the same
        draft = self.experiment({"metric": "revenue", "role": "primary"}, {"metric": "revenue", "name": "pinned",
                                                                            "metric_version": 1}, start=False)
        self.assertEqual([(m["name"], m["event"], m["role"], m["metric_version"], m["metric_pinned"])
                          for m in draft["metrics"]],
                         [("revenue", "order", "primary", 1, False), ("pinned", "order", "secondary", 1, True)])
        changed = self.put("/metrics/revenue", {**made.json, "cap": 500})
        self.assertEqual((changed["version"], changed["cap"]), (2, 500))
        self.put("/metrics/revenue", {**made.json, "cap": 7, "version": 1}, 409)
        running = self.move(draft, "start")
        self.assertEqual([(m["metric_version"], m.get("cap")) for m in running["metrics"]], [(2, 500), (1, None)])
        self.put("/metrics/revenue", {**changed, "cap": 600})
        again = self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{running['id']}",
                                                    {"metrics": running["metrics"], "owner": "x"})).json
        self.assertEqual(again["metrics"], running["metrics"])
        self.assertEqual(self.get("/metrics/revenue").json["version"], 3)
        self.assertNotIn("cap", self.get("/metrics/revenue?version=1").json)
        self.assertIn("revenue", [m["key"] for m in self.get("/metrics").json["metrics"]])
        said = self.put("/metrics/revenue", {"description": "Net of returns"})
        self.assertEqual(said, {**self.get("/metrics/revenue?version=3").json, "description": "Net of returns",
                                "version": 4, "created_at": said["created_at"]})
        said = self.put("/metrics/revenue", {"cap": None, "filter": None})
        self.assertEqual((said["kind"], said["window"], "cap" in said, "filter" in said), ("sum", "7d", False, False))
        said = self.put("/metrics/revenue", {"kind": "funnel", "steps": ["visit", "order"]})
        self.assertEqual((said["kind"], said["owner"], said["window"]), ("funnel", "Finance", "7d"))
        self.get("/metrics/unheard", 404)
        self.get("/metrics/revenue?version=9", 404)
        for item, field in (({"metric": "unheard"}, "metrics[0].metric"),
                            ({"metric": "revenue", "kind": "count"}, "metrics[0].kind"),
                            ({"metric": "revenue", "metric_version": 9}, "metrics[0].metric")):
            answer = self.post("/experiments", {"name": "x", "metrics": [item], "variants": [
                {"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}]}, 422).json
            self.assertIn(field, [e["field"] for e in answer["errors"]])
        wrong = self.post("/metrics", {"key": "no good", "name": "x", "kind": "median"}, 422).json
        self.assertEqual({e["field"] for e in wrong["errors"]}, {"key", "name", "kind"})
        self.put("/metrics/revenue", {**changed, "version": "2"}, 422)
        self.post("/metrics", {"key": "odd", "kind": "ratio"}, 422)
        self.post("/metrics", {"key": "odd", "role": "primary"}, 422)

    def test_a_version_that_was_read_guards_a_change(self):
        # In a project of its own: a holdout would keep a tenth of the other tests' users out.
        for path, made, change in (("/metrics/guarded", {"key": "guarded", "kind": "sum"}, lambda n: {"cap": n}),
                                   ("/segments/guarded", {"name": "guarded", "condition": {}},
                                    lambda n: {"description": f"{n}"}),
                                   ("/holdouts/guarded", {"key": "guarded", "share": 0.1},
                                    lambda n: {"description": f"{n}"})):
            with self.subTest(path):
                one = self.post(path.rsplit("/", 1)[0], {**made, "project": "guarded"}, 201).json
                self.assertEqual(one["version"], 1)
                ask = lambda status, tag, n: self.expect(status, self.service.admin(  # noqa: E731
                    "PUT", f"{API}{path}?project=guarded", change(n), headers={"If-Match": tag}))
                changed = ask(200, '"1"', 10)
                self.assertEqual((changed.json["version"], changed.headers["ETag"]), (2, '"2"'))
                self.assertEqual(ask(409, '"1"', 20).json["code"], "stale_version")
                self.assertEqual(ask(409, '"1", "3"', 20).json["code"], "stale_version")
                self.assertEqual(ask(200, '"1", "2"', 10).json["version"], 2)
                self.assertEqual(ask(422, "two", 20).json["errors"][0]["field"], "If-Match")
                said = lambda status, version: self.expect(status, self.service.admin(  # noqa: E731
                    "PUT", f"{API}{path}?project=guarded", {**change(20), "version": version})).json
                self.assertEqual(said(422, "2")["errors"][0]["field"], "version")
                self.assertEqual(said(409, 1)["code"], "stale_version")
                both = lambda status, **more: self.expect(status, self.service.admin(  # noqa: E731
                    "PUT", f"{API}{path}?project=guarded", {**change(20), **more}, headers={"If-Match": '"2"'})).json
                self.assertEqual(both(409, version=1)["code"], "stale_version")
                wrong = both(422, version="zz", description=7)
                self.assertEqual({e["field"] for e in wrong["errors"]}, {"version", "description"})
                if not path.startswith("/holdouts"):  # these are listed only
                    read = self.get(f"{path}?project=guarded")
                    self.assertEqual((read.json, read.headers["ETag"]), (changed.json, '"2"'))
                    ask(200, read.headers["ETag"], 30)
                ask(200, "*", 40)
                if not path.startswith("/metrics"):  # what experiments may have used is not deleted
                    drop = lambda status, tag: self.expect(status, self.service.admin(  # noqa: E731
                        "DELETE", f"{API}{path}?project=guarded", headers={"If-Match": tag}))
                    self.assertEqual(drop(409, '"1", "2"').json["code"], "stale_version")
                    self.assertEqual(drop(422, "two").json["errors"][0]["field"], "If-Match")
                    drop(204, '"%d"' % ask(200, "*", 50).json["version"])

    def test_a_project_has_its_own(self):
        self.post("/metrics", {"key": "stay", "kind": "sum", "project": "travel"}, 201)
        self.post("/metrics?project=shop", {"key": "stay", "kind": "count"}, 201)
        self.post("/metrics?project=shop", {"key": "x", "project": "travel"}, 422)
        self.get("/metrics/stay", 404)
        self.assertEqual(self.get("/metrics/stay?project=travel").json["kind"], "sum")
        self.assertEqual(self.put("/metrics/stay?project=shop", {"kind": "mean"})["version"], 2)
        self.assertEqual([m["project"] for m in self.get("/metrics?project=travel").json["metrics"]], ["travel"])
        shop = self.post("/keys", {"name": "s", "role": "editor", "project": "shop"}, 201).json["key"]
        ask = lambda path: self.service.ask("GET", API + path, token=shop)  # noqa: E731
        self.assertEqual([m["kind"] for m in ask("/metrics").json["metrics"]], ["mean"])
        self.expect(403, ask("/metrics?project=travel"))
        for path, body in (("/segments", {"name": "here", "condition": {}}), ("/holdouts", {"key": "here", "share": 0.1})):
            made = self.post(path, {**body, "project": "travel"}, 201).json
            self.assertEqual(made["project"], "travel")
            self.expect(403, self.service.ask("POST", API + path, {**body, "project": "travel"}, token=shop))
        self.put("/holdouts/here?project=travel", {"share": 0.2, "version": 7}, 409)

    def put(self, path, body, status=200):
        return self.expect(status, self.service.admin("PUT", API + path, body)).json

    def test_segments(self):
        made = self.experiment({"name": "seg", "role": "primary"}, target_sample_size=100, salt="segments")
        users = [{"user_id": f"s{i}", "context": {"country": "NP" if i % 2 else "DE", "vip": i % 5 == 0}}
                 for i in range(1200)] + [{"user_id": "none"}]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        events = [{"user_id": a["user_id"], "event_name": "seg"} for i, a in enumerate(answers)
                  if i % 10 < 2 or (i % 2 and a["variant"] == "new-layout" and i % 3)]
        self.post("/events:batch", {"events": events})
        plain = self.get(f"/experiments/{made['id']}/report").json
        self.assertIsNone(plain["segments"])
        segments = self.get(f"/experiments/{made['id']}/report?segment=country").json["segments"]
        self.assertEqual((segments["attribute"], segments["units_without"]), ("country", 1))
        cells = {cell["segment"]: cell for cell in segments["cells"]}
        self.assertEqual({name: c["control_units"] + c["treatment_units"] for name, c in cells.items()},
                         {"NP": 600, "DE": 600})
        self.assertEqual((cells["NP"]["word"], cells["DE"]["word"]), ("better", "undecided"))  # of this salt's split
        self.assertGreaterEqual(cells["DE"]["adjusted_p_value"], cells["DE"]["p_value"])
        self.assertLess(segments["heterogeneity"][0]["p_value"], 0.001)
        self.assertTrue(segments["as_of"].endswith("Z"))
        # A pass over the units is kept for a minute at least.
        again = self.get(f"/experiments/{made['id']}/report?segment=country").json["segments"]
        self.assertEqual(again["as_of"], segments["as_of"])
        self.assertEqual({c["segment"] for c in self.get(
            f"/experiments/{made['id']}/report?segment=vip").json["segments"]["cells"]}, {"true", "false"})
        self.assertEqual(self.get(f"/experiments/{made['id']}/report?segment=unheard").json["segments"]["cells"], [])
        self.get(f"/experiments/{made['id']}/report?segment=", 422)

    def test_declared_segments(self):
        made = self.made(segments=["country", "device", "country"])
        self.assertEqual(made["segments"], ["country", "device"])
        self.assign(made, "u", context={"country": "NP", "browser": "x"})
        self.get(f"/experiments/{made['id']}/report?segment=country")
        refused = self.get(f"/experiments/{made['id']}/report?segment=browser", 422).json["errors"][0]
        self.assertEqual((refused["field"], refused["code"]), ("segment", "not_allowed"))
        self.assertIn("country, device", refused["message"])
        path = f"{API}/experiments/{made['id']}"
        self.expect(200, self.service.admin("PATCH", path, {"segments": ["browser"]}))  # also while running
        self.get(f"/experiments/{made['id']}/report?segment=browser")
        for segments in ([f"s{i}" for i in range(11)], [""], [7], "country", ["x" * 101]):
            self.expect(422, self.service.admin("PATCH", path, {"segments": segments}))

    def test_a_person_is_shown_and_forgotten(self):
        made = self.experiment({"name": "personal", "kind": "sum", "role": "primary"})
        user = "person/ü 1"
        path = "/users/" + urllib.parse.quote(user, safe="")
        self.get(path, 404)
        first = self.assign(made, user, context={"email": "me@example.org"})
        self.record(user, "personal", value=5, properties={"street": "Main"})
        self.record(user, "unheard of")
        self.track(made, user, "personal", value=2)
        shown = self.get(path).json
        self.assertEqual(shown["user_id"], user)
        self.assertEqual([(e["key"], e["context"], sorted(v["value"] for v in e["events"]))
                          for e in shown["experiments"]], [(made["key"], {"email": "me@example.org"}, [2, 5])])
        self.assertEqual(sorted(e["event_name"] for e in shown["events"]), ["personal", "unheard of"])
        before = self.get(f"/experiments/{made['id']}/sufficient-statistics").json["moments"]
        self.expect(403, self.service.ask("GET", API + path, token=self.post(
            "/keys", {"name": "editor", "role": "editor"}, 201).json["key"]))
        removed = self.expect(200, self.service.admin("DELETE", API + path)).json
        self.assertEqual(removed, {"assignments": 1, "events": 4})
        self.get(path, 404)
        self.expect(404, self.service.admin("DELETE", API + path))
        self.assertEqual(self.get(f"/experiments/{made['id']}/sufficient-statistics").json["moments"], before)
        rows = self.get(f"/experiments/{made['id']}/assignments").json["assignments"]
        self.assertEqual([(r["user_id"][:7], r["context"]) for r in rows], [("erased-", {})])
        self.assertEqual(self.events_of(made), [])
        log = self.get("/audit?limit=1").json["entries"][0]
        self.assertEqual(log["action"], "user.erase")
        self.assertNotIn("person", json.dumps(log))
        self.assertGreater(self.assign(made, user)["assigned_at"], first["assigned_at"])

    def find(self, node, name):
        """The first number of this name anywhere in a document."""
        if isinstance(node, dict):
            if isinstance(node.get(name), (int, float)):
                return node[name]
            node = list(node.values())
        for child in node if isinstance(node, list) else []:
            found = self.find(child, name)
            if found is not None:
                return found
        return None


if __name__ == "__main__":
    main()
