# SPDX-License-Identifier: Apache-2.0
"""NaN, Infinity and numbers beyond a double, which some languages write: named with all else that is wrong, wherever
they stand, and never accepted."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, main, quick_start_body  # noqa: E402

NAN, INFINITY = float("nan"), float("inf")
RATE = {"name": "buy", "baseline": 0.1}
PLAN = {"units_per_variant": 1000}


class NoNumbers(Case):
    def setUp(self):
        self.at = "/experiments/" + self.made(self.id().split(".")[-1])["id"]

    def named(self, answer, status=422):
        return {(e["field"], e["code"]) for e in self.expect(status, answer).json["errors"]}

    def seen(self):
        lists = "/experiments", "/segments", "/holdouts", "/metrics", "/webhooks", "/keys", "/audit", f"{self.at}/notes"
        return [self.get(path).json for path in (*lists, f"{self.at}/assignments", f"{self.at}/events")]

    def test_they_are_named_with_all_else_that_is_wrong(self):
        self.post("/holdouts", {"key": "there", "share": 0.1}, 201)
        self.post("/segments", {"name": "there", "condition": {}}, 201)
        self.post("/metrics", {"key": "there", "kind": "count"}, 201)
        hook = self.post("/webhooks", {"url": "https://hooks.example/x", "events": ["start"]}, 201).json["id"]
        before = self.seen()
        more = {"more": 1, "less": NAN}
        for method, path, body, others in (
                ("POST", "/experiments", {"variants": [{"name": "a", "allocation": NAN}, {"name": "a", "allocation": 1}]},
                 {("variants[0].allocation", "range"), ("variants[1].name", "duplicate"), ("name", "required"),
                  ("metrics", "required")}),
                ("PUT", self.at, {"traffic_allocation": INFINITY, "version": "q"},
                 {("traffic_allocation", "range"), ("version", "type")}),
                ("PATCH", self.at, {"name": ""}, {("name", "empty")}),
                ("POST", f"{self.at}/start", {}, set()),
                ("POST", f"{self.at}/look", {"reason": 7}, {("reason", "type")}),
                ("POST", f"{self.at}/assign", {"context": {"age": NAN}},
                 {("context.age", "range"), ("user_id", "required")}),
                ("POST", f"{self.at}/explain", {"user_id": 7}, {("user_id", "type")}),
                ("POST", f"{self.at}/track", {"user_id": "u", "value": NAN, "properties": {"p": [1]}},
                 {("value", "range"), ("event_name", "required"), ("properties", "type")}),
                ("POST", f"{self.at}/exposures", {"variant": "none"}, {("variant", "not_allowed"), ("user_id", "required")}),
                ("POST", f"{self.at}/notes", {}, {("text", "required")}),
                ("POST", "/events", {"value": INFINITY}, {("value", "range"), ("user_id", "required"),
                                                          ("event_name", "required")}),
                ("POST", "/identities/merge", {"to": "b"}, {("from", "required")}),
                ("POST", "/segments", {"description": 7}, {("name", "required"), ("condition", "required"),
                                                           ("description", "type")}),
                ("PUT", "/segments/there", {"description": 7}, {("description", "type")}),
                ("POST", "/holdouts", {"share": NAN}, {("share", "range"), ("key", "required")}),
                ("PUT", "/holdouts/there", {"share": 7, "key": "other"}, {("share", "range"), ("key", "read_only")}),
                ("POST", "/metrics", {"key": "m", "kind": "count", "resolution": NAN, "owner": 7},
                 {("resolution", "range"), ("owner", "type")}),
                ("PUT", "/metrics/there", {"owner": 7}, {("owner", "type")}),
                ("POST", "/keys", {"name": "k", "role": "boss"}, {("role", "not_allowed")}),
                ("POST", "/webhooks", {"url": 7}, {("url", "type"), ("events", "required")}),
                ("PATCH", f"/webhooks/{hook}", {"url": 7}, {("url", "type")}),
                ("POST", "/plans/evaluate", {"metrics": [{**RATE, "baseline": NAN}], "plan": {**PLAN, "looks": [NAN, 1]}},
                 {("metrics[0].baseline", "range"), ("plan.looks[0]", "range"), ("units_per_day", "required")}),
                ("POST", "/plans/simulate", {"metrics": [RATE], "plan": PLAN}, {("units_per_day", "required")}),
                ("POST", "/statistics/proportion_interval", {"n": NAN, "x": "1", "confidence": 0.9},
                 {("n", "range"), ("x", "type"), ("method", "required")})):
            with self.subTest(path=path, method=method):
                named = self.named(self.service.admin(method, API + path, {**body, **more}))
                self.assertEqual(
                    named, others | {("less", "range"), ("less", "unknown_field"), ("more", "unknown_field")})
        self.assertEqual(self.seen(), before)

    def test_nothing_right_but_for_them_is_accepted(self):
        """Also where nobody looks: in what is the application's own, and in what is only compared."""
        self.assign({"id": self.at.split("/")[-1]}, "there")
        before = self.seen()
        condition = {"attribute": "age", "operator": "in", "values": [1, NAN]}
        filtered = [{"property": "p", "op": "eq", "value": INFINITY}]
        variants = quick_start_body("x")["variants"]
        variants[0]["config"] = {"deep": [{"size": NAN}]}
        for method, path, body, field in (
                ("POST", "/experiments", quick_start_body("New", variants=variants), "variants[0].config.deep[0].size"),
                ("PATCH", self.at, {"variants": variants}, "variants[0].config.deep[0].size"),
                ("PATCH", self.at, {"targeting": condition}, "targeting.values[1]"),
                ("POST", "/segments", {"name": "s", "condition": condition}, "condition.values[1]"),
                ("POST", "/metrics", {"key": "m", "kind": "count", "filter": filtered}, "filter[0].value"),
                ("POST", f"{self.at}/assign", {"user_id": "u", "context": {"a": {"b": NAN}}}, "context.a.b"),
                ("POST", f"{self.at}/assign?user_id=u", {"a": NAN}, "a"),
                ("POST", f"{self.at}/track", {"user_id": "there", "event_name": "click", "properties": {"p": NAN}},
                 "properties.p"),
                ("POST", f"{self.at}/track?user_id=there&event_name=click", {"p": {"q": NAN}}, "p.q"),
                ("POST", f"{self.at}/track?user_id=there&event_name=click&value=2", {"value": NAN}, "value"),
                ("POST", "/events", {"user_id": "there", "event_name": "click", "properties": {"p": NAN}}, "properties.p")):
            with self.subTest(path=path, method=method):
                answer = self.service.admin(method, API + path, body)
                self.assertEqual(self.named(answer), {(field, "range")})
                self.assertRegex(answer.json["detail"], " is (NaN|Infinity); it must be a finite number$")
        self.assertEqual(self.seen(), before)

    def test_an_item_of_a_batch_names_both(self):
        self.assign({"id": self.at.split("/")[-1]}, "u")
        wrong = '{"user_id":7,"event_name":"click","value":NaN,"more":1}'
        right = '{"user_id":"u","event_name":"click"}'
        named = {("events[1].user_id", "type"), ("events[1].value", "range"), ("events[1].more", "unknown_field")}
        for path in (f"{self.at}/track:batch", "/events:batch"):
            for body, headers in (('{"events":[%s,%s]}' % (right, wrong), {}),
                                  (right + "\n" + wrong, {"Content-Type": "application/x-ndjson"})):
                answer = self.service.admin("POST", API + path, body, headers=headers)
                results = self.expect(200, answer).json["results"]
                self.assertEqual([r["ok"] for r in results], [True, False], path)
                self.assertEqual({(e["field"], e["code"]) for e in results[1]["error"]["errors"]}, named, path)
        whole = self.service.admin("POST", API + "/events:batch", '{"events":[%s],"more":1}' % wrong)
        self.assertEqual(self.named(whole), {("events[0].value", "range"), ("more", "unknown_field")})

    def test_a_flag_is_told_all(self):
        answer = self.service.admin("POST", "/ofrep/v1/evaluate/flags", {"context": {"targetingKey": 7, "age": NAN}})
        self.assertEqual(self.expect(400, answer).json, {
            "errorCode": "INVALID_CONTEXT", "errorDetails":
                "context.age is NaN; it must be a finite number, targetingKey must be text, not a number"})
        answer = self.service.admin("POST", "/ofrep/v1/evaluate/flags", {"context": {"age": NAN}})
        self.assertEqual(self.expect(400, answer).json["errorCode"], "TARGETING_KEY_MISSING")
        answer = self.service.admin("POST", "/ofrep/v1/evaluate/flags", {"context": {"targetingKey": "u", "age": NAN}})
        self.assertIn("context.age is NaN", self.expect(400, answer).json["errorDetails"])


if __name__ == "__main__":
    main()
