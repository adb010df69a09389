# SPDX-License-Identifier: Apache-2.0
"""What applications call: assignment and tracking, one at a time and in batches, and the rows that come of it."""
import base64
import csv
import hashlib
import io
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, Service, main  # noqa: E402


class Assigning(Case):
    def batch(self, experiment, users, status=200):
        body = {"users": [{"user_id": user} for user in users]}
        return self.post(f"/experiments/{experiment['id']}/assign:batch", body, status).json["assignments"]

    def test_the_answer(self):
        made = self.made()
        first = self.assign(made, "user123", context={"country": "NP"})
        variant = next(v for v in made["variants"] if v["name"] == first["variant"])
        self.assertEqual({**first, "assigned_at": None}, {
            "experiment_id": made["id"], "user_id": "user123", "variant": variant["name"], "assigned_at": None,
            "config": variant["config"], "in_experiment": True, "reason": "split"})
        self.assertEqual(self.assign(made, "user123"), first)
        by_key = self.post(f"/experiments/{made['key']}/assign", {"user_id": "user123"}).json
        self.assertEqual(by_key, first)

    def test_stays_when_shares_and_status_change(self):
        made = self.made()
        users = [f"u{i}" for i in range(200)]
        first = self.batch(made, users)
        shares = [{**v, "allocation": a} for v, a in zip(made["variants"], (0.0, 1.0))]
        self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}",
                                            {"variants": shares, "traffic_allocation": 0}))
        self.assertEqual(self.batch(made, users), first)
        for step in ("pause", "resume", "stop", "archive"):
            self.move(made, step)
            self.assertEqual(self.batch(made, users), first, step)

    def test_stays_after_a_restart_and_on_every_replica(self):
        made = self.made()
        users = [f"r{i}" for i in range(100)]
        first = self.batch(made, users)
        self.assertEqual(self.service.stop(), 0)
        self.service.start()
        self.assertEqual(self.batch(made, users), first)
        if not self.postgres:
            return
        with Service(self.service.environment["DATABASE_URL"]) as replica:
            path = f"{API}/experiments/{made['id']}/assign"
            again = [replica.ask("POST", path, {"user_id": user}).json for user in users]
            self.assertEqual(again, first)
            here = self.batch(made, ["only-there"])
            self.assertEqual(replica.ask("POST", path, {"user_id": "only-there"}).json, here[0])

    def test_concurrent_first_calls_agree(self):
        made = self.made()
        for number in range(5):
            with ThreadPoolExecutor(8) as pool:
                answers = list(pool.map(lambda _, n=number: self.assign(made, f"same-{n}"), range(8)))
            self.assertEqual(len({str(a) for a in answers}), 1)
        rows = self.get(f"/experiments/{made['id']}/assignments?limit=1000").json["assignments"]
        self.assertEqual(len(rows), 5)

    def test_outside_the_traffic(self):
        nobody = self.made("Nobody", traffic_allocation=0)
        everybody = self.made("Everybody", traffic_allocation=1)
        users = [f"t{i}" for i in range(500)]
        for answer in self.batch(nobody, users):
            self.assertEqual((answer["variant"], answer["in_experiment"], answer["reason"], answer["assigned_at"]),
                             (None, False, "traffic", None))
        self.assertTrue(all(a["in_experiment"] for a in self.batch(everybody, users)))

    def test_admission_and_split_are_independent(self):
        made = self.made(traffic_allocation=0.2)
        answers = self.batch(made, [f"i{i}" for i in range(10000)])
        admitted = [a for a in answers if a["in_experiment"]]
        self.assertLess(abs(len(admitted) - 2000), 5 * (10000 * 0.2 * 0.8) ** 0.5)
        treated = sum(a["variant"] == "new-layout" for a in admitted)
        self.assertLess(abs(treated - len(admitted) / 2), 5 * (len(admitted) * 0.25) ** 0.5)

    def test_raising_the_traffic_moves_nobody(self):
        made = self.made(traffic_allocation=0.2)
        users = [f"m{i}" for i in range(1000)]
        before = {a["user_id"]: a for a in self.batch(made, users) if a["in_experiment"]}
        self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"traffic_allocation": 0.6}))
        after = {a["user_id"]: a for a in self.batch(made, users) if a["in_experiment"]}
        self.assertGreater(len(after), len(before))
        self.assertEqual({user: after[user] for user in before}, before)

    def test_not_running(self):
        made = self.made(start=False)
        self.assertEqual(self.assign(made, "early")["reason"], "not_running")
        self.move(made, "start")
        known = self.assign(made, "early")
        self.assertEqual(known["reason"], "split")
        self.move(made, "pause")
        self.assertEqual(self.assign(made, "late")["reason"], "not_running")
        self.assertEqual(self.assign(made, "early"), known)
        self.move(made, "stop")
        self.assertEqual(self.assign(made, "late")["reason"], "not_running")
        self.assertEqual(self.assign(made, "early"), known)

    def test_a_batch_peeks_as_well(self):
        made = self.made("Peek batch", traffic_allocation=0.5)
        path = f"/experiments/{made['id']}/assign:batch"
        users = {"users": [{"user_id": f"b{i}"} for i in range(50)] + [{"user_id": ""}]}
        looked = self.post(path + "?peek=true", users).json["assignments"]
        self.assertEqual(self.get(f"/experiments/{made['id']}/assignments").json["assignments"], [])
        self.assertEqual({one["assigned_at"] for one in looked[:50]}, {None})
        self.assertFalse(looked[50]["ok"])
        told = self.post(path, users).json["assignments"]
        for one, other in zip(looked[:50], told[:50]):
            self.assertEqual({**one, "assigned_at": other["assigned_at"]}, other)
        self.assertEqual(self.post(path + "?peek=true", users).json["assignments"], told)
        self.post(path + "?peek=perhaps", users, 422)

    def test_peeking_enrols_nobody(self):
        made = self.made()
        peek = f"/experiments/{made['id']}/assign?peek=true"
        looked = [self.post(peek, {"user_id": f"p{i}"}).json for i in range(20)]
        self.assertEqual({(a["in_experiment"], a["assigned_at"], a["reason"]) for a in looked}, {(True, None, "split")})
        self.assertEqual(self.get(f"/experiments/{made['id']}/assignments").json["assignments"], [])
        got = [self.assign(made, f"p{i}") for i in range(20)]
        self.assertEqual([a["variant"] for a in got], [a["variant"] for a in looked])
        self.assertEqual([self.post(peek, {"user_id": f"p{i}"}).json for i in range(20)], got)
        shares = [{**v, "allocation": a} for v, a in zip(made["variants"], (0.0, 1.0))]
        self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"variants": shares}))
        self.assertEqual(self.service.stop(), 0)  # nothing in memory: what is stored is looked at
        self.service.start()
        self.assertEqual([self.post(peek, {"user_id": f"p{i}"}).json for i in range(20)], got)
        self.move(made, "stop")
        self.assertEqual(self.post(peek, {"user_id": "new"}).json["reason"], "not_running")
        wrong = self.post(f"/experiments/{made['id']}/assign?peek=maybe", {"user_id": "p1"}, 422).json
        self.assertEqual([e["field"] for e in wrong["errors"]], ["peek"])

    def test_unknown_experiment(self):
        for action in ("assign", "track", "assign:batch", "track:batch", "stats", "start"):
            method = "GET" if action == "stats" else "POST"
            body = {"user_id": "u"} if method == "POST" and action != "start" else None
            answer = self.service.admin(method, f"{API}/experiments/nowhere/{action}", body)
            self.assertEqual(answer.status, 404, action)

    def test_a_batch_answers_each_in_order(self):
        made = self.made()
        users = [{"user_id": "a"}, {"user_id": ""}, {"user_id": 7}, {"id": "x"}, None, {"user_id": "a"},
                 {"user_id": "b", "context": {"x": 1}}]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        self.assertEqual([a.get("user_id") for a in answers], ["a", None, None, None, None, "a", "b"])
        self.assertEqual([e["field"] for e in answers[1]["error"]["errors"]], ["users[1].user_id"])
        self.assertEqual(answers[0], answers[5])

    def test_ten_thousand_and_no_more(self):
        made = self.made()
        users = [{"user_id": f"b{i}"} for i in range(10001)]
        self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}, 422)
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users[:10000]}).json["assignments"]
        self.assertEqual([a["user_id"] for a in answers], [u["user_id"] for u in users[:10000]])
        events = [{"user_id": f"b{i}", "event_name": "click"} for i in range(10001)]
        self.post(f"/experiments/{made['id']}/track:batch", {"events": events}, 422)
        results = self.post(f"/experiments/{made['id']}/track:batch", {"events": events[:10000]}).json["results"]
        self.assertEqual(results, [{"ok": True}] * 10000)
        self.assertEqual(self.stats(made)["total_conversions"], 10000)


def fnv1a(text):
    """FNV-1a, 32 bits, over UTF-16 units: what GrowthBook's SDK for browsers hashes."""
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for i in range(0, len(units), 2):
        value = (value ^ int.from_bytes(units[i:i + 2], "little")) * 0x01000193 % 2**32
    return value


def growthbook(seed, unit, version):
    if version == 1:
        return fnv1a(unit + seed) % 1000 / 1000
    return fnv1a(str(fnv1a(seed + unit))) % 10000 / 10000


def murmur3(text, seed):
    def scrambled(block):
        block = block * 0xCC9E2D51 % 2**32
        return (block << 15 | block >> 17) % 2**32 * 0x1B873593 % 2**32
    data, value = text.encode(), seed
    for i in range(0, len(data) - 3, 4):
        value ^= scrambled(int.from_bytes(data[i:i + 4], "little"))
        value = ((value << 13 | value >> 19) % 2**32 * 5 + 0xE6546B64) % 2**32
    value ^= scrambled(int.from_bytes(data[len(data) // 4 * 4:], "little")) ^ len(data)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        value = (value ^ value >> shift) * factor % 2**32
    return value ^ value >> 16


class RunningTestsMoveHere(Case):
    """A test that ran elsewhere brings its hash and its salt along; nobody changes variant."""
    UNITS = [f"{name}{i}" for i in range(500) for name in ("user-", "użytkownik-", "用户")]

    def seen(self, hash, **changes):
        made = self.made(hash, hash=hash, salt="their-test", **changes)
        body = {"users": [{"user_id": unit} for unit in self.UNITS]}
        return [a["variant"] for a in self.post(f"/experiments/{made['id']}/assign:batch", body).json["assignments"]]

    def test_growthbook(self):
        for version in (1, 2):
            expected = ["control" if growthbook("their-test", unit, version) < 0.5 else "new-layout" for unit in self.UNITS]
            self.assertEqual(self.seen(f"growthbook_v{version}"), expected)
            admitted = [growthbook("traffic:their-test", unit, 2) < 0.4 for unit in self.UNITS]
            self.assertEqual(self.seen(f"growthbook_v{version}", traffic_allocation=0.4),
                             [variant if within else None for variant, within in zip(expected, admitted)])

    def test_unleash(self):
        def expected(unit):
            if murmur3("their-test:" + unit, 0) % 100 + 1 > 30:
                return None
            return "control" if murmur3("their-test:" + unit, 86028157) % 1000 + 1 <= 500 else "new-layout"
        self.assertEqual(self.seen("unleash", traffic_allocation=0.3), [expected(unit) for unit in self.UNITS])


class Tracking(Case):
    def test_once_durable(self):
        made = self.made()
        variant = self.assign(made, "u")["variant"]
        answer = self.track(made, "u", "conversion", value=1.0)
        self.assertEqual(answer["variant"], variant)
        self.assertTrue(answer["message"])
        self.service.stop()
        self.service.start()
        self.assertEqual(self.stats(made)["total_conversions"], 1)

    def test_the_same_event_id_counts_once(self):
        made = self.made(metrics=[{"name": "spend", "kind": "sum", "role": "primary"}])
        for user in ("u", "v"):
            self.assign(made, user)
            for _ in range(3):
                self.track(made, user, "spend", value=5, event_id="e1")
        events = self.get(f"/experiments/{made['id']}/events").json["events"]
        self.assertEqual(sorted((e["user_id"], e["event_id"]) for e in events), [("u", "e1"), ("v", "e1")])
        batch = [{"user_id": "u", "event_name": "spend", "value": 5, "event_id": i} for i in ("e1", "e2", "e2")]
        results = self.post(f"/experiments/{made['id']}/track:batch", {"events": batch}).json["results"]
        self.assertEqual(results, [{"ok": True}] * 3)
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/events").json["events"]), 3)

    def test_without_an_assignment(self):
        made = self.made()
        refused = self.track(made, "nobody", "click", 409)
        self.assertEqual(refused["code"], "not_assigned")
        batch = [{"user_id": "nobody", "event_name": "click"}]
        results = self.post(f"/experiments/{made['id']}/track:batch", {"events": batch}).json["results"]
        self.assertEqual((results[0]["ok"], results[0]["error"]["code"]), (False, "not_assigned"))
        self.assertEqual(self.get(f"/experiments/{made['id']}/events").json["events"], [])

    def test_after_the_stop(self):
        made = self.made()
        self.assign(made, "u")
        during = self.get(f"/experiments/{made['id']}").json["started_at"]
        self.track(made, "u", "click")
        stopped = self.move(made, "stop")
        self.assertEqual(self.stats(made)["total_conversions"], 1)
        self.assign(made, "u")
        self.track(made, "u", "page_view")
        metrics = {m["name"]: sum(v["conversions"] for v in m["variants"]) for m in self.stats(made)["metrics"]}
        self.assertEqual(metrics, {"page_view": 0, "click": 1, "conversion": 0})
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/events").json["events"]), 2)
        self.assertLess(during, stopped["stopped_at"])
        self.track(made, "u", "conversion", timestamp=stopped["stopped_at"])
        self.assertEqual(self.stats(made)["metrics"][2]["variants"][0]["conversions"] +
                         self.stats(made)["metrics"][2]["variants"][1]["conversions"], 1)

    def test_before_the_assignment_does_not_count(self):
        made = self.made()
        self.assign(made, "u")
        self.track(made, "u", "click", timestamp="2020-01-01T00:00:00Z")
        self.assertEqual(self.stats(made)["total_conversions"], 0)

    def test_the_far_future_is_refused(self):
        made = self.made()
        self.assign(made, "u")
        self.track(made, "u", "click", 422, timestamp="2199-01-01T00:00:00Z")

    def test_query_parameters_of_the_service_replaced(self):
        made = self.made(metrics=[{"name": "spend", "kind": "sum", "role": "primary"}])
        path = f"{API}/experiments/{made['id']}"
        answer = self.expect(200, self.service.ask("POST", path + "/assign?user_id=q%C3%BC", {"country": "NP"})).json
        self.assertEqual((answer["user_id"], answer["in_experiment"]), ("qü", True))
        self.expect(200, self.service.ask("POST", path + "/track?user_id=q%C3%BC&event_name=spend&value=2.5"))
        self.expect(422, self.service.ask("POST", path + "/track?user_id=q%C3%BC&event_name=spend&value=much"))
        rows = self.get(f"/experiments/{made['id']}/assignments").json["assignments"]
        self.assertEqual([r["context"] for r in rows], [{"country": "NP"}])
        events = self.get(f"/experiments/{made['id']}/events").json["events"]
        self.assertEqual([(e["event_name"], e["value"]) for e in events], [("spend", 2.5)])
        self.expect(200, self.service.ask("POST", path + "/assign?user_id=none", "null"))

    def test_the_context_of_an_event_in_the_query(self):
        made = self.made()
        self.assign(made, "u")
        path = f"{API}/experiments/{made['id']}/track?user_id=u&event_name=click"
        for body in ({"country": "NP", "device": {"os": "x"}}, {"context": {"plan": "pro"}}, {}, "null"):
            self.expect(200, self.service.ask("POST", path, body))
        self.expect(200, self.service.ask("POST", path, {"value": 3, "properties": {"a": 1}}))
        self.expect(422, self.service.ask("POST", path, {"value": 3, "country": "NP"}))
        events = self.get(f"/experiments/{made['id']}/events").json["events"]
        self.assertEqual([(e["value"], e["properties"]) for e in events],
                         [(1, {"country": "NP", "device": '{"os":"x"}'}), (1, {"plan": "pro"}), (1, {}), (1, {}),
                          (3, {"a": 1})])


class Rows(Case):
    def test_pages_and_csv_show_the_same(self):
        made = self.made()
        users = [f"row-{i}" for i in range(25)] + ['quote " and, comma', "=1+1", "zeile\u2028ü"]
        for user in users:
            self.assign(made, user, context={"n": user})
            self.track(made, user, "click", value=1.5)
        for what, columns in (("assignments", {"user_id", "variant", "epoch", "assigned_at", "exposed_at", "context",
                                               "forced", "excluded"}),
                              ("events", {"id", "user_id", "variant", "event_name", "value", "event_id", "timestamp",
                                          "received_at", "properties"})):
            rows, cursor = [], ""
            while cursor is not None:
                page = self.get(f"/experiments/{made['id']}/{what}?limit=10&cursor={cursor}").json
                self.assertLessEqual(len(page[what]), 10)
                rows += page[what]
                cursor = page["next"]
            self.assertEqual(sorted(r["user_id"] for r in rows), sorted(users))
            self.assertEqual(set(rows[0]), columns)
            file = self.get(f"/experiments/{made['id']}/{what}?format=csv")
            self.assertEqual(file.headers["Content-Type"], "text/csv; charset=utf-8")
            table = list(csv.DictReader(io.StringIO(file.body.decode())))
            self.assertEqual([r["variant"] for r in table], [r["variant"] for r in rows])
            self.assertEqual(set(table[0]), columns)

    def test_a_wrong_cursor(self):
        made = self.made()
        for what in ("assignments", "events"):
            for cursor in ("nonsense", "%27%20OR%201=1", "9" * 300):
                answer = self.service.admin("GET", f"{API}/experiments/{made['id']}/{what}?cursor={cursor}")
                self.assertEqual(self.expect(422, answer).json["code"], "bad_cursor")

    def test_a_forged_cursor_is_a_bad_one(self):
        """Its checksum is no secret: whoever may read can make one that is right, about anything."""
        made = self.made()
        self.assign(made, "u")
        for what, payloads in (("assignments", (b"[1]", b"[]", b"{}", b"null", b"[", b"")),
                               ("events", (b'[1,"u"]', b'["1","u",1]', b"[1,2,3]", b"[]", b"7", b""))):
            for payload in payloads:
                digest = hashlib.sha256(f"{what} {made['id']}".encode() + b"\0" + payload).digest()
                cursor = base64.urlsafe_b64encode(digest[:6] + payload).decode().rstrip("=")
                for query in (f"cursor={cursor}", f"limit=0&cursor={cursor}"):
                    answer = self.service.admin("GET", f"{API}/experiments/{made['id']}/{what}?{query}")
                    wrong = {error["field"] for error in self.expect(422, answer).json["errors"]}
                    self.assertIn("cursor", wrong, (what, payload))
        self.assertIsNone(self.service.process.poll())

    def test_a_stored_variant_that_the_experiment_does_not_have(self):
        """As a replica sees it that has not heard yet of a draft's new variant. The unit has none that is known."""
        made = self.made()
        one = f"/experiments/{made['id']}"
        self.assign(made, "u")
        for unit in ("by-hand", "by-hand-too"):
            self.execute("INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at, context, forced)"
                         f" SELECT experiment_id, '{unit}', 7, epoch, assigned_at, context, forced FROM assignments"
                         f" WHERE unit_id = 'u' AND experiment_id = '{made['id']}'")
        hand, both = {"user_id": "by-hand"}, [{"user_id": "by-hand"}, {"user_id": "by-hand-too"}]
        answers = [self.post(one + "/assign?peek=true", hand).json, self.post(one + "/assign", hand).json]
        answers += self.post(one + "/assign:batch?peek=true", {"users": both}).json["assignments"]
        answers += self.post(one + "/assign:batch", {"users": both}).json["assignments"]
        self.assertEqual({(a["variant"], a["in_experiment"]) for a in answers}, {(None, False)})
        flag = self.post_flag(made, "by-hand")
        self.assertEqual((flag["variant"], flag["reason"]), ("control", "STATIC"))
        click = {"event_name": "click"}
        self.assertEqual(self.post(one + "/track", {**hand, **click}).json["variant"], "")
        self.post(one + "/track:batch", {"events": [{**unit, **click} for unit in both]})
        self.post("/events", {**hand, **click})
        self.assertEqual(self.post(one + "/exposures", hand).json["variant"], "")
        shown = self.post(one + "/exposures:batch", {"exposures": both}).json["results"]
        self.assertEqual([result["variant"] for result in shown], ["", ""])
        self.assertEqual(self.post(one + "/explain", hand).json["stored"]["variant"], "")
        for what in ("assignments", "events", "events/latest"):
            rows = self.get(f"{one}/{what}").json[what.split("/")[0]]
            self.assertEqual({row["variant"] for row in rows if row["user_id"] != "u"}, {""}, what)
            table = list(csv.DictReader(io.StringIO(self.get(f"{one}/{what}?format=csv").body.decode())))
            self.assertEqual({row["variant"] for row in table if row["user_id"] != "u"}, {""}, what)
        user = self.get("/users/by-hand").json["experiments"]
        self.assertEqual([row["variant"] for row in user], [""])
        for what in ("stats", "report", "sufficient-statistics", "sufficient-statistics?format=csv"):
            self.get(f"{one}/{what}")
        self.assertIsNone(self.service.process.poll())

    def post_flag(self, experiment, user):
        answer = self.service.admin("POST", f"/ofrep/v1/evaluate/flags/{experiment['key']}",
                                    {"context": {"targetingKey": user}})
        return self.expect(200, answer).json


if __name__ == "__main__":
    main()
