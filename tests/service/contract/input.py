# SPDX-License-Identifier: Apache-2.0
"""Bad input: every wrong field is named, limits hold, and nothing that a client sends stops the service."""
import copy
import gzip
import json
import socket
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, PATIENCE, Case, main, quick_start_body  # noqa: E402

MIB = 1 << 20


def changed(path, value):
    """The Quick Start's body with the value at a path such as ("variants", 1, "allocation") exchanged."""
    body = copy.deepcopy(quick_start_body("Wrong"))
    at = body
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return body


def without(field):
    body = quick_start_body("Wrong")
    del body[field]
    return body


VARIANTS = [{"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}]
WRONG = [
    (without("name"), {("name", "required")}),
    (without("variants"), {("variants", "required")}),
    (without("metrics"), {("metrics", "required")}),
    ({}, {("name", "required"), ("variants", "required"), ("metrics", "required")}),
    (changed(("name",), ""), {("name", "empty")}),
    (changed(("name",), 7), {("name", "type")}),
    (changed(("name",), "x" * 201), {("name", "too_long")}),
    (changed(("name",), "\u001b[31mred\u202e"), {("name", "format")}),
    (changed(("variants", 1, "name"), "control\u200b"), {("variants[1].name", "format")}),
    (changed(("description",), "x" * 10001), {("description", "too_long")}),
    (changed(("hypothesis",), ["x"]), {("hypothesis", "type")}),
    (changed(("unknown",), 1), {("unknown", "unknown_field")}),
    (changed(("variants", 1, "allocation"), 0.6), {("variants", "allocation_sum")}),
    (changed(("variants", 1, "allocation"), 0.502), {("variants", "allocation_sum")}),
    (changed(("variants", 1, "allocation"), -0.5), {("variants[1].allocation", "range")}),
    (changed(("variants", 1, "allocation"), "half"), {("variants[1].allocation", "type")}),
    (changed(("variants", 0, "weight"), 1), {("variants[0].weight", "unknown_field")}),
    (changed(("variants", 0, "config"), []), {("variants[0].config", "type")}),
    (changed(("variants", 0, "config"), {"x": "y" * 70000}), {("variants[0].config", "too_long")}),
    (changed(("variants", 1, "name"), "control"), {("variants[1].name", "duplicate")}),
    (changed(("variants",), [{"name": "a", "allocation": 1}]), {("variants", "too_few")}),
    (changed(("variants",), VARIANTS[:1]), {("variants", "too_few"), ("variants", "allocation_sum")}),
    (changed(("variants",), [{"name": str(i), "allocation": 0.005} for i in range(200)]), {("variants", "too_many")}),
    (changed(("variants",), {}), {("variants", "type")}),
    (changed(("variants",), [{"name": 5, "allocation": "x"}]),
     {("variants", "too_few"), ("variants[0].name", "type"), ("variants[0].allocation", "type")}),
    (changed(("variants",), [{"name": "a", "allocation": 0.9, "config": 5}, {"name": "a", "allocation": 0.5}]),
     {("variants[0].config", "type"), ("variants[1].name", "duplicate"), ("variants", "allocation_sum")}),
    (changed(("metrics",), []), {("metrics", "too_few")}),
    (changed(("metrics",), ["a", "a"]), {("metrics[1].name", "duplicate")}),
    (changed(("metrics", 0), {"name": "a", "kind": "median"}), {("metrics[0].kind", "not_allowed")}),
    (changed(("metrics", 0), {"name": "a", "role": "boss"}), {("metrics[0].role", "not_allowed")}),
    (changed(("metrics", 0), {"name": "a", "window": "soon"}), {("metrics[0].window", "format")}),
    (changed(("metrics", 0), {"name": "a", "resolution": 0}), {("metrics[0].resolution", "range")}),
    (changed(("metrics", 0), {"kind": "count"}), {("metrics[0].name", "required")}),
    (changed(("metrics", 0), 7), {("metrics[0]", "type")}),
    (changed(("target_sample_size",), 0), {("target_sample_size", "range")}),
    (changed(("target_sample_size",), 10.5), {("target_sample_size", "type")}),
    (changed(("significance_level",), 1), {("significance_level", "range")}),
    (changed(("significance_level",), 0), {("significance_level", "range")}),
    (changed(("significance_level",), 0.6), {("significance_level", "range")}),
    (changed(("significance_level",), "0.05"), {("significance_level", "type")}),
    (changed(("traffic_allocation",), 1.01), {("traffic_allocation", "range")}),
    (changed(("key",), "has blanks"), {("key", "format")}),
    (changed(("status",), "running"), {("status", "read_only")}),
    (changed(("imported",), True), {("imported", "read_only")}),
    (changed(("plan",), []), {("plan", "type")}),
    (changed(("metrics", 0), {"name": "a", "kind": "ratio", "denominator": None}),
     {("metrics[0].denominator", "required")}),
]


class Fields(Case):
    def test_all_that_is_wrong_is_named(self):
        for body, expected in WRONG:
            answer = self.service.admin("POST", API + "/experiments", body)
            self.assertEqual(answer.status, 422, (body, answer))
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
            with self.subTest(expected=expected):
                self.assertEqual({(e["field"], e["code"]) for e in answer.json["errors"]}, expected, answer)
            self.assertTrue(all(e["message"] for e in answer.json["errors"]))
        body = changed(("variants", 0, "allocation"), 7)
        body.update(name="", metrics=[], traffic_allocation=-1, nonsense=True)
        answer = self.service.admin("POST", API + "/experiments", body).json
        self.assertEqual({e["field"] for e in answer["errors"]},
                         {"variants[0].allocation", "name", "metrics", "traffic_allocation", "nonsense"})
        self.assertEqual(self.get("/experiments").json["total"], 0)

    def test_no_name_is_two_lines_or_looks_like_another(self):
        """Of whatever people read in a list; what they write in sentences may have several lines."""
        for path, body, field in (("/keys", {"name": "b ", "role": "viewer"}, "name"),
                                  ("/keys", {"name": "b\nadmin", "role": "viewer"}, "name"),
                                  ("/metrics", {"key": "m", "kind": "sum", "owner": "\u202eb"}, "owner"),
                                  ("/segments", {"name": "b\u200b", "condition": {}}, "name"),
                                  ("/holdouts", {"key": "b ", "share": 0}, "key")):
            wrong = self.post(path, body, 422).json["errors"]
            self.assertEqual([(e["field"], e["code"]) for e in wrong], [(field, "format")], body)
        made = self.made("می\u200cخواهم", start=False, description="one\r\n\ttwo", tags=["👩\u200d💻"])
        path = f"{API}/experiments/{made['id']}"
        wrong = self.expect(422, self.service.admin("PUT", path, {"owner": "a\nb", "tags": ["x "]})).json["errors"]
        self.assertEqual([(e["field"], e["code"]) for e in wrong], [("owner", "format"), ("tags[0]", "format")])
        self.expect(204, self.service.admin("DELETE", path))

    def test_also_what_is_looked_at_last(self):
        """Names, catalogue, times and conditions are read one after the other; the answer names what is wrong in all."""
        body = changed(("name",), "")
        body.update(metrics=["click", {"metric": "unheard", "role": "primary"}], targeting={"all": [{"attribute": "a"}]},
                    schedule={"start_at": "2020-01-01T00:00:00Z", "ramp": [{"at": "2020-01-02T00:00:00Z", "traffic": 1}]})
        answer = self.post("/experiments", body, 422).json
        self.assertEqual({e["field"] for e in answer["errors"]},
                         {"name", "metrics[1].metric", "targeting.all[0].operator", "schedule.start_at",
                          "schedule.ramp[0].at"})
        body["name"], body["metrics"] = "Right", ["click"]
        answer = self.post("/experiments", body, 422).json
        self.assertEqual({e["field"] for e in answer["errors"]},
                         {"targeting.all[0].operator", "schedule.start_at", "schedule.ramp[0].at"})
        del body["schedule"]
        answer = self.post("/experiments", body, 422).json
        self.assertEqual([e["field"] for e in answer["errors"]], ["targeting.all[0].operator"])

    def test_also_what_is_no_field_of_the_experiment(self):
        """The version that was read, the header and a flag that nobody answers for are named with the fields."""
        made = self.made(start=False)
        path = f"{API}/experiments/{made['id']}"
        named = lambda answer: {(e["field"], e["code"]) for e in self.expect(422, answer).json["errors"]}  # noqa: E731
        self.assertEqual(
            named(self.service.admin("PUT", path, {"name": "", "foo": 2, "variants": [{"name": "x"}], "version": "q"})),
            {("version", "type"), ("name", "empty"), ("foo", "unknown_field"), ("variants", "too_few"),
             ("variants[0].allocation", "required")})
        self.assertEqual(
            named(self.service.admin("PUT", path, {"name": "", "version": "q", "unleash_flag": "x"},
                                     headers={"If-Match": "one"})),
            {("If-Match", "format"), ("version", "type"), ("name", "empty"), ("unleash_flag", "not_available")})
        self.assertEqual(
            named(self.service.admin("POST", API + "/experiments", {"unleash_flag": "x"})),
            {("unleash_flag", "not_available"), ("name", "required"), ("variants", "required"),
             ("metrics", "required")})
        self.expect(422, self.service.admin("POST", API + "/experiments", quick_start_body("Flag", unleash_flag="x")))
        self.assertEqual(self.get(f"/experiments/{made['id']}").json["version"], 1)

    def test_broken_json(self):
        for body in ("{", "[]", "7", '"x"', "null", '{"name": NaN}', '{"name": 1e999}', "\x00", '{"a":"\ud83d"}',
                     "{" * 5000, "[" * 100000, '{"a":' * 20000):
            raw = body.encode("utf-8", "surrogatepass")
            answer = self.service.admin("POST", API + "/experiments", raw)
            self.assertIn(answer.status, (400, 422), (body[:50], answer))
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        for raw in (b'{"name":"\xff\xfe"}', b"{\"name\":\"\xc3\"}", b"\xef\xbb\xbf{", b""):
            answer = self.service.admin("POST", API + "/experiments", raw)
            self.assertIn(answer.status, (400, 422), (raw, answer))

    def test_an_empty_body_is_no_object(self):
        made = self.made(start=False)
        one = f"/experiments/{made['id']}"
        for method, path in (("POST", "/experiments"), ("PATCH", one), ("PUT", one), ("POST", one + "/track"),
                             ("POST", one + "/notes"), ("POST", "/keys"), ("POST", "/metrics"), ("PUT", "/metrics/m"),
                             ("POST", "/segments"), ("PUT", "/segments/s"), ("POST", "/holdouts"), ("POST", "/webhooks"),
                             ("POST", "/events"), ("POST", "/events:batch"), ("POST", "/plans/evaluate")):
            for body in (b"", b" \r\n\t"):
                answer = self.service.admin(method, API + path, body)
                if path.endswith("/track"):  # it may all stand in the query
                    self.expect(422, answer)
                    continue
                self.assertEqual(self.expect(400, answer).json["code"], "broken_json", path)
                self.assertIn("is empty", answer.json["detail"], path)
        self.post(one + "/start", b" \n")  # what needs none

    def test_of_very_many_faults_some_are_named(self):
        """The answer to a body of a megabyte would have two."""
        body = {f"f{i}": 1 for i in range(20000)}
        answer = self.post("/experiments", body, 422)
        self.assertEqual(len(answer.json["errors"]), 100)
        self.assertEqual(answer.json["detail"],
                         "20003 fields are wrong; the first 100 are named, 19903 more are not")
        self.assertLess(len(answer.body), 20000)
        made = self.made()
        items = {"events": [{"user_id": "u", "event_name": "click", **{f"f{i}": 1 for i in range(101)}}]}
        failed = self.post(f"/experiments/{made['id']}/track:batch", items).json["results"][0]["error"]
        self.assertEqual((len(failed["errors"]), failed["message"]),
                         (100, "101 fields are wrong; the first 100 are named, 1 more are not"))
        body = {f"f{i}": 1 for i in range(97)}
        self.assertEqual(self.post("/experiments", body, 422).json["detail"], "100 fields are wrong")

    def test_wrong_users_and_events(self):
        made = self.made()
        self.assign(made, "u")
        for action, body, field in (
                ("assign", {}, "user_id"), ("assign", {"user_id": ""}, "user_id"), ("assign", {"user_id": 7}, "user_id"),
                ("assign", {"user_id": "x" * 513}, "user_id"), ("assign", {"user_id": "a\nb"}, "user_id"),
                ("assign", {"user_id": "a\0b"}, "user_id"), ("assign", {"user_id": "u", "context": []}, "context"),
                ("assign", {"user_id": "v", "context": {"x": "y" * 70000}}, "context"),
                ("assign", {"user_id": "u", "variant": "control"}, "variant"),
                ("track", {"user_id": "u"}, "event_name"), ("track", {"event_name": "click"}, "user_id"),
                ("track", {"user_id": "u", "event_name": ""}, "event_name"),
                ("track", {"user_id": "u", "event_name": "x" * 201}, "event_name"),
                ("track", {"user_id": "u", "event_name": "click", "value": "1"}, "value"),
                ("track", {"user_id": "u", "event_name": "click", "value": 1e300}, "value"),
                ("track", {"user_id": "u", "event_name": "click", "event_id": "x" * 201}, "event_id"),
                ("track", {"user_id": "u", "event_name": "click", "timestamp": "yesterday"}, "timestamp"),
                ("track", {"user_id": "u", "event_name": "click", "amount": 1}, "amount")):
            answer = self.post(f"/experiments/{made['id']}/{action}", body, 422).json
            self.assertEqual([e["field"] for e in answer["errors"]], [field], body)
            if body.get("value") == 1e300:  # what can be done about it
                self.assertIn("holds values up to 4611686018427.38", answer["errors"][0]["message"])
                self.assertIn("resolution of 1e-06", answer["errors"][0]["message"])
        for body in ('{"user_id":"u","event_name":"click","value":NaN}', '{"user_id":"u","event_name":"click","value":Infinity}'):
            answer = self.service.admin("POST", f"{API}/experiments/{made['id']}/track", body)
            self.assertEqual((answer.status, [e["field"] for e in answer.json["errors"]]), (422, ["value"]))
        self.assertEqual(self.get(f"/experiments/{made['id']}/events").json["events"], [])

    def test_the_longest_ids_of_few_and_many_bytes(self):
        """Of the planes beyond the first, four bytes a character; drawn, as an index would compress what repeats."""
        made = self.made()
        random = Random(1)

        def drawn(count):
            return "".join(chr(random.randrange(0x20000, 0x2A6D0)) for _ in range(count))

        for user, event_id in (("x" * 512, "y" * 200), (drawn(128), drawn(200))):
            self.assign(made, user)
            event = {"user_id": user, "event_name": "click", "event_id": event_id}
            self.post(f"/experiments/{made['id']}/track", event)
            self.post("/events", event)
        for path, body in ((f"/experiments/{made['id']}/assign", {}), ("/events", {"event_name": "click"}),
                           (f"/experiments/{made['id']}/track", {"event_name": "click"})):
            answer = self.post(path, {"user_id": drawn(129), **body}, 422).json
            self.assertEqual([(e["field"], e["code"]) for e in answer["errors"]], [("user_id", "too_long")], path)

    def test_ids_do_not_begin_with_a_byte_order_mark(self):
        """Qt's drivers drop it: another user would be read back, and pages never end."""
        made = self.made()
        self.assign(made, "u")
        for path, body, field in (("/assign", {"user_id": "\ufeffu"}, "user_id"),
                                  ("/track", {"user_id": "\ufeffu", "event_name": "click"}, "user_id"),
                                  ("/track", {"user_id": "u", "event_name": "\ufeffclick"}, "event_name"),
                                  ("/track", {"user_id": "u", "event_name": "click", "event_id": "\ufeff"}, "event_id")):
            answer = self.post(f"/experiments/{made['id']}{path}", body, 422).json
            self.assertEqual([(e["field"], e["code"]) for e in answer["errors"]], [(field, "encoding")], body)
        self.assign(made, "u\ufeff")

    def test_what_reads_as_u0000_behind_a_backslash_is_text(self):
        made = self.made()
        path = f"/experiments/{made['id']}/assign"
        self.post(path, {"user_id": "u", "context": {"path": "C:\\u0000"}})
        for context in ({"path": "C:\0"}, {"C\\\0": 1}):
            answer = self.post(path, {"user_id": "v", "context": context}, 422).json
            self.assertEqual([(e["field"], e["code"]) for e in answer["errors"]], [("context", "encoding")])

    def test_wrong_queries(self):
        for query, field in (("skip=-1", "skip"), ("limit=0", "limit"), ("limit=1001", "limit"), ("limit=x", "limit"),
                             ("status=done", "status"), ("skip=99999999999999999999", "skip")):
            answer = self.get(f"/experiments?{query}", 422).json
            self.assertEqual([e["field"] for e in answer["errors"]], [field], query)

    def test_wrong_queries_name_all_that_is_wrong(self):
        made = self.made()
        self.assign(made, "u")
        one = f"/experiments/{made['id']}"
        for path, fields in ((one + "/assignments?limit=0&cursor=zzz&format=xml", ["format", "limit", "cursor"]),
                             (one + "/events?limit=0&cursor=zzz&format=xml", ["format", "limit", "cursor"]),
                             (one + "/events?limit=0&cursor=zzz", ["limit", "cursor"]),
                             (one + "/events?cursor=zzz&format=json", ["cursor"]),
                             (one + "/events/latest?limit=0&format=xml", ["limit", "format"]),
                             (one + "/series?from=x&format=xml", ["from", "format"]),
                             ("/audit?limit=0&format=xml", ["limit", "format"]),
                             ("/experiments?limit=0&format=xml", ["limit", "format"])):
            self.assertEqual([e["field"] for e in self.get(path, 422).json["errors"]], fields, path)
        self.assertEqual(self.get(one + "/events?cursor=zzz", 422).json["code"], "bad_cursor")
        answer = self.post(one + "/track?user_id=&event_name=&value=abc&timestamp=zz", status=422).json
        self.assertEqual({(e["field"], e["code"]) for e in answer["errors"]},
                         {("value", "type"), ("user_id", "empty"), ("event_name", "empty"), ("timestamp", "format")})
        self.post(one + "/track?user_id=u&event_name=click&value=abc", status=422)
        self.assertEqual(self.get(one + "/events").json["events"], [])


class Limits(Case):
    def test_bodies(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}"
        filler = b" " * (MIB - 100)
        self.assertEqual(self.service.admin("POST", path + "/assign", b'{"user_id":"u"}' + filler).status, 200)
        for action, size, status in (("/assign", MIB + 1, 413), ("/assign:batch", 2 * MIB, 200),
                                     ("/assign:batch", 16 * MIB + 1, 413), ("/track:batch", 17 * MIB, 413)):
            body = b'{"users":[{"user_id":"u"}]}'
            answer = self.service.admin("POST", path + action, body + b" " * (size - len(body)))
            self.assertEqual(answer.status, status, (action, size, answer))
        bomb = gzip.compress(b" " * (64 * MIB))
        answer = self.service.admin("POST", path + "/assign", bomb, headers={"Content-Encoding": "gzip"})
        self.assertEqual(answer.status, 413)
        packed = gzip.compress(b'{"user_id":"packed"}')
        answer = self.service.admin("POST", path + "/assign", packed, headers={"Content-Encoding": "gzip"})
        self.assertEqual(answer.json["user_id"], "packed")

    def test_headers(self):
        self.assertEqual(self.service.ask("GET", "/health", headers={"X-Long": "x" * 17000}).status, 431)
        self.assertEqual(self.service.ask("GET", "/health", headers={f"X-{i}": "1" for i in range(150)}).status, 431)
        self.assertIn(self.service.ask("GET", "/" + "x" * 17000).status, (414, 431))

    def test_routes_methods_and_types(self):
        for path in ("/nowhere", "/api/v1", "/api/v2/experiments", "/api/v1/experiments/a/b/c", "/health/", "/app/..%2f"):
            answer = self.service.admin("GET", path)
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (404, "application/problem+json"), path)
        answer = self.service.admin("DELETE", API + "/experiments")
        self.assertEqual(answer.status, 405)
        self.assertEqual({m.strip() for m in answer.headers["Allow"].split(",")}, {"GET", "HEAD", "OPTIONS", "POST"})
        for content_type in ("text/plain", "application/xml", "application/json; charset=latin-1"):
            answer = self.service.admin("POST", API + "/experiments", "{}", headers={"Content-Type": content_type})
            self.assertEqual(answer.status, 415, content_type)
        for content_type in ("application/json", "application/json; charset=utf-8", "Application/JSON"):
            answer = self.service.admin("POST", API + "/experiments", "{}", headers={"Content-Type": content_type})
            self.assertEqual(answer.status, 422, content_type)


class Slow(Case):
    def test_a_connection_that_does_not_get_on_is_closed_after_30_seconds(self):
        start = time.monotonic()
        silent = socket.create_connection(("127.0.0.1", self.service.port), PATIENCE)
        slow = socket.create_connection(("127.0.0.1", self.service.port), PATIENCE)
        with silent, slow:
            slow.sendall(b"POST /health HTTP/1.1\r\nHost: a\r\nX: ")
            slow.settimeout(1)
            received = None
            while received is None and time.monotonic() - start < PATIENCE:
                try:
                    slow.sendall(b"x")
                    received = slow.recv(1000)
                except socket.timeout:
                    pass
            self.assertTrue(received.startswith(b"HTTP/1.1 408 "), received)
            self.assertEqual(silent.recv(1000), b"")
            self.assertTrue(25 < time.monotonic() - start < 45, time.monotonic() - start)
            self.expect(200, self.service.ask("GET", "/health"))


class Hostile(Case):
    environment = {"LOG_LEVEL": "debug"}

    def raw(self, data):
        with socket.create_connection(("127.0.0.1", self.service.port), 20) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            received = b""
            while piece := connection.recv(65536):
                received += piece
            return received

    def test_no_request_stops_it_or_shows_up_unescaped_in_the_log(self):
        for data in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"\0" * 1000, b"GET / HTTP/9.9\r\n\r\n",
                     b"GET /\x1b[31m HTTP/1.1\r\nHost: a\r\n\r\n", b"POST /api/v1/experiments HTTP/1.1\r\nHost: a\r\n"
                     b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                     b"GET /health HTTP/1.1\r\nHost: a\r\nX-Request-Id: \x1b[31mred\"}\r\n\r\n",
                     b"BREW /%0a%1b[31m HTTP/1.1\r\nHost: a\r\nUser-Agent: \x1b[2J\r\n\r\n"):
            self.raw(data)
        made = self.made("\"}\\ \"name\"")
        for user in ("'; DROP TABLE experiments; --", "\u202eabc", "\u2028", "\u001f"[1:] + "🦄" * 100, '"}\\', "%s%n"):
            answer = self.assign(made, user)
            self.assertEqual(answer["user_id"], user)
            self.assertEqual(self.assign(made, user), answer)
        self.service.admin("GET", API + "/experiments/%0a%1b%5b31mred%22")
        self.service.ask("GET", API + "/keys", token="%0a{\"level\":\"error\"}")
        self.expect(200, self.service.ask("GET", "/health"))
        self.assertEqual(self.service.stop(), 0)
        log = "".join(self.service.log)
        self.assertGreater(len(self.service.log), 5)
        self.assertNotIn("\x1b", log)
        self.assertNotIn("\u202e", log)
        for line in self.service.log:
            self.assertEqual(json.loads(line)["level"] in ("debug", "info", "warning", "error"), True, line)
        self.service.start()
        self.assertEqual(self.get(f"/experiments/{made['id']}").json["name"], made["name"])


if __name__ == "__main__":
    main()
