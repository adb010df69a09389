# SPDX-License-Identifier: Apache-2.0
"""Making, listing, changing and ending experiments, and the log of it."""
import re
import sys
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, main, quick_start_body  # noqa: E402

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


class Making(Case):
    def test_gives_back_what_was_sent(self):
        body = quick_start_body("Given back", traffic_allocation=0.2)
        answer = self.post("/experiments", body, 201)
        made = answer.json
        self.assertEqual(answer.headers["Location"], f"{API}/experiments/{made['id']}")
        for field in ("name", "description", "hypothesis", "variants", "target_sample_size", "significance_level",
                      "traffic_allocation"):
            self.assertEqual(made[field], body[field])
        self.assertEqual([m["name"] for m in made["metrics"]], body["metrics"])
        self.assertEqual({m["kind"] for m in made["metrics"]}, {"conversion"})
        self.assertEqual(str(uuid.UUID(made["id"])), made["id"])
        self.assertEqual((made["key"], made["status"], made["started_at"], made["stopped_at"], made["version"]),
                         ("given-back", "draft", None, None, 1))
        self.assertRegex(made["created_at"], TIME)
        self.assertEqual({k: v for k, v in self.get("/experiments/given-back").json.items()}, made)

    def test_has_defaults(self):
        made = self.post("/experiments", {"name": "Défauts & Söhne", "metrics": ["x"], "variants": [
            {"name": "a", "allocation": 0.25}, {"name": "b", "allocation": 0.75}]}, 201).json
        expected = {"description": "", "hypothesis": "", "target_sample_size": 1000, "significance_level": 0.05,
                    "traffic_allocation": 1.0, "project": "default", "environment": "production"}
        self.assertEqual({field: made[field] for field in expected}, expected)
        self.assertEqual([v["config"] for v in made["variants"]], [{}, {}])
        self.assertRegex(made["key"], r"^[A-Za-z0-9._-]+$")

    def test_keys_are_unique(self):
        keys = [self.made("Same name", start=False)["key"] for _ in range(3)]
        self.assertEqual(keys, ["same-name", "same-name-2", "same-name-3"])
        self.post("/experiments", quick_start_body(key="same-name"), 409)
        other = self.made("Another", start=False)
        self.post("/experiments", quick_start_body(key=other["id"]), 409)  # it could not be asked for

    def test_metrics_as_objects(self):
        metrics = [{"name": "revenue", "kind": "sum", "role": "primary", "direction": "increase", "event": "order",
                    "resolution": 0.01, "window": "14d"},
                   {"name": "errors", "kind": "count", "role": "guardrail", "direction": "decrease"}]
        made = self.made(metrics=metrics)
        for sent, got in zip(metrics, made["metrics"]):
            self.assertEqual({**got, **sent}, got)
        self.assertEqual(made["metrics"][1]["event"], "errors")
        self.assertEqual(made["warnings"], [])

    def test_warns_without_a_primary_metric(self):
        made = self.made(start=False)
        self.assertEqual([w["code"] for w in made["warnings"]], ["no_primary_metric"])
        path, click = "/api/v1/experiments/" + made["id"], {"name": "click", "role": "primary"}
        for metrics, warned in ([click], []), (["click"], ["no_primary_metric"]):
            changed = self.expect(200, self.service.admin("PATCH", path, {"metrics": metrics})).json
            self.assertEqual([w["code"] for w in changed["warnings"]], warned)
            self.assertEqual(changed, self.get("/experiments/" + made["id"]).json)

    def test_allocations_that_nearly_sum_to_one_are_scaled(self):
        made = self.made(variants=[{"name": n, "allocation": 0.333} for n in "abc"])
        self.assertAlmostEqual(sum(v["allocation"] for v in made["variants"]), 1, places=12)
        again = self.post("/experiments", quick_start_body("Scaled", variants=[
            {"name": n, "allocation": 0.333} for n in "abc"]), 201).json
        self.assertIn("allocations_normalised", [w["code"] for w in again["warnings"]])


class Listing(Case):
    def test_pages_filters_and_search(self):
        for number in range(5):
            self.made(f"Listed {number}", start=number % 2 == 0, project="lists" if number < 3 else "others",
                      environment="staging" if number == 4 else "production")
        page = self.get("/experiments?skip=1&limit=2").json
        self.assertEqual((len(page["experiments"]), page["total"], page["skip"], page["limit"]), (2, 5, 1, 2))
        listed = self.get("/experiments").json["experiments"]
        names = [e["name"] for e in listed]
        one = self.get(f"/experiments/{listed[0]['id']}").json
        self.assertEqual(listed[0], one)
        self.assertEqual([w["code"] for w in one["warnings"]], ["no_primary_metric"])
        self.assertEqual([e["name"] for e in page["experiments"]], names[1:3])
        for query, count in (("status=running", 3), ("status=draft", 2), ("q=LISTED%203", 1), ("q=homepage", 5),
                             ("q=nothing", 0), ("project=lists", 3), ("environment=staging", 1),
                             ("project=lists&status=running", 2), ("q=%25", 0), ("q=_", 0)):
            got = self.get(f"/experiments?{query}").json
            self.assertEqual((got["total"], len(got["experiments"])), (count, count), query)


class Changing(Case):
    def test_whole_and_partial(self):
        made = self.made(start=False)
        path = f"{API}/experiments/{made['key']}"
        put = self.expect(200, self.service.admin("PUT", path, {**made, "name": "Renamed"})).json
        self.assertEqual((put["name"], put["version"], put["description"]), ("Renamed", 2, made["description"]))
        patched = self.expect(200, self.service.admin("PATCH", path, {"description": "New"})).json
        self.assertEqual((patched["name"], patched["description"], patched["version"]), ("Renamed", "New", 3))

    def test_a_stale_version_is_refused(self):
        made = self.made(start=False)
        path = f"{API}/experiments/{made['id']}"
        self.expect(200, self.service.admin("PUT", path, {"description": "one", "version": 1}))
        stale = self.expect(409, self.service.admin("PUT", path, {"description": "two", "version": 1}))
        self.assertEqual(stale.json["code"], "stale_version")
        self.expect(409, self.service.admin("PUT", path, {"description": "two", "version": 1.0}))
        self.expect(422, self.service.admin("PUT", path, {"description": "two", "version": 2.5}))
        self.expect(409, self.service.admin("PUT", path, {"description": "two"}, headers={"If-Match": '"1"'}))
        self.expect(200, self.service.admin("PUT", path, {"description": "two", "version": 2.0}, headers={"If-Match": '"2"'}))
        self.expect(200, self.service.admin("PUT", path, {"description": "three"}))
        self.assertEqual(self.get(f"/experiments/{made['id']}").headers["ETag"], '"4"')
        # A proxy that compresses weakens the tag.
        self.expect(409, self.service.admin("PUT", path, {"description": "four"}, headers={"If-Match": 'W/"3"'}))
        self.expect(200, self.service.admin("PUT", path, {"description": "four"}, headers={"If-Match": 'W/"4"'}))
        # Whichever of the two is stale, or is no version, refuses.
        for tag, version in (('"5"', 4), ('"4"', 5)):
            stale = self.expect(409, self.service.admin("PUT", path, {"description": "five", "version": version},
                                                        headers={"If-Match": tag}))
            self.assertEqual(stale.json["code"], "stale_version")
        wrong = self.expect(422, self.service.admin("PUT", path, {"description": "five", "version": "zz"},
                                                    headers={"If-Match": '"5"'})).json
        self.assertEqual([e["field"] for e in wrong["errors"]], ["version"])
        self.expect(200, self.service.admin("PUT", path, {"description": "four", "version": 5},
                                            headers={"If-Match": '"5"'}))
        # One of several is enough (RFC 9110), and any will do for `*`.
        for tags, status in (('"1", "4"', 409), ('"1","5" , "7"', 200), ("*", 200), (' "4",, W/"5"', 200), ("4, 5", 200),
                             ('"1", one', 422), ('*, "5"', 422), (",", 422), ('"5" "6"', 422)):
            answer = self.expect(status, self.service.admin("PUT", path, {"description": "four"}, headers={"If-Match": tags}))
            if status == 422:
                self.assertEqual([e["field"] for e in answer.json["errors"]], ["If-Match"], tags)
        both = {"description": "four", "version": 5}
        self.expect(200, self.service.admin("PUT", path, both, headers={"If-Match": '"4", "5"'}))
        self.expect(409, self.service.admin("PUT", path, {**both, "version": 4}, headers={"If-Match": '"4", "5"'}))
        for known in ('W/"5"', '"4", "5"', "*"):
            self.get(f"/experiments/{made['id']}", 304, headers={"If-None-Match": known})
        self.get(f"/experiments/{made['id']}", headers={"If-None-Match": '"4"'})

    def test_what_was_not_read_is_neither_moved_nor_removed(self):
        made = self.made(start=False)
        path = f"{API}/experiments/{made['id']}"
        self.expect(200, self.service.admin("PUT", path, {"description": "by somebody else"}))

        def asked(status, method, step="", tag=None):
            headers = {} if tag is None else {"If-Match": tag}
            return self.expect(status, self.service.admin(method, path + step, headers=headers))

        for method, step in (("POST", "/start"), ("DELETE", "")):
            self.assertEqual(asked(409, method, step, '"1"').json["code"], "stale_version")
            self.assertEqual(asked(422, method, step, "one").json["errors"][0]["field"], "If-Match")
        self.assertEqual(asked(200, "GET").json["status"], "draft")
        self.assertEqual(asked(200, "POST", "/start", '"2"').headers["ETag"], '"3"')
        asked(200, "POST", "/start", '"2"')  # it holds already
        asked(409, "POST", "/stop", '"2"')
        asked(200, "POST", "/stop", "*")
        asked(409, "DELETE", tag='"3"')
        asked(204, "DELETE", tag='"4"')

    def test_hash_and_salt(self):
        made = self.made(start=False, hash="growthbook_v2", salt="their-test")
        self.assertEqual((made["hash"], made["salt"]), ("growthbook_v2", "their-test"))
        path = f"{API}/experiments/{made['id']}"
        self.assertEqual(self.expect(200, self.service.admin("PATCH", path, {"salt": "new"})).json["salt"], "new")
        self.assertEqual(self.made(start=False)["hash"], "native")
        for change, field in (({"hash": "md5"}, "hash"), ({"salt": ""}, "salt"),
                              ({"hash": "unleash", "traffic_allocation": 0.125}, "traffic_allocation")):
            refused = self.expect(422, self.service.admin("PATCH", path, change)).json
            self.assertEqual([e["field"] for e in refused["errors"]], [field])

    def test_what_a_running_experiment_may_not_change(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}"
        renamed = [{**v, "name": v["name"] + "x"} for v in made["variants"]]
        for change, field in (({"variants": renamed}, "variants"), ({"metrics": ["click"]}, "metrics"),
                              ({"significance_level": 0.1}, "significance_level"), ({"key": "other"}, "key"),
                              ({"environment": "staging"}, "environment"), ({"hash": "unleash"}, "hash"),
                              ({"salt": "another"}, "salt")):
            refused = self.expect(409, self.service.admin("PATCH", path, change)).json
            self.assertEqual([e["field"] for e in refused["errors"]], [field])
            self.assertGreater(len(refused["errors"][0]["message"]), 20)
        for change in ({"traffic_allocation": 0.5}, {"target_sample_size": 5000}, {"description": "x"},
                       {"variants": [{**v, "allocation": a} for v, a in zip(made["variants"], (0.9, 0.1))]}):
            self.expect(200, self.service.admin("PATCH", path, change))
        self.assertEqual(len(self.get(f"/experiments/{made['id']}").json["epochs"]), 2)

    def test_life(self):
        made = self.made(start=False)
        for wrong in ("pause", "resume", "stop", "archive"):
            self.move(made, wrong, 409)
        running = self.move(made, "start")
        self.assertEqual(running["status"], "running")
        self.assertRegex(running["started_at"], TIME)
        self.assertEqual(self.move(made, "start")["version"], running["version"])
        self.assertEqual(self.move(made, "pause")["status"], "paused")
        self.assertEqual(self.move(made, "resume")["status"], "running")
        self.move(made, "archive", 409)
        stopped = self.move(made, "stop")
        self.assertEqual((stopped["status"], stopped["started_at"]), ("stopped", running["started_at"]))
        self.assertRegex(stopped["stopped_at"], TIME)
        self.move(made, "start", 409)
        self.assertEqual(self.move(made, "archive")["status"], "archived")
        self.move(made, "resume", 409)

    def test_deleting(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}"
        self.expect(409, self.service.admin("DELETE", path))
        self.move(made, "pause")
        self.expect(409, self.service.admin("DELETE", path))
        self.move(made, "stop")
        self.expect(204, self.service.admin("DELETE", path))
        self.expect(404, self.service.admin("GET", path))
        self.assertEqual(self.get(f"/experiments/{made['id']}/audit").json["entries"][0]["action"],
                         "experiment.delete")


class Audit(Case):
    def test_who_when_what(self):
        made = self.made(start=False)
        editor = self.post("/keys", {"name": "Ada", "role": "editor"}, 201).json["key"]
        path = f"{API}/experiments/{made['id']}"
        self.expect(200, self.service.ask("PATCH", path, {"traffic_allocation": 0.5, "reason": "slow start"},
                                          token=editor))
        self.expect(200, self.service.ask("POST", path + "/start", {"reason": "go"}, token=editor))
        entries = self.get(f"/experiments/{made['id']}/audit").json["entries"]
        self.assertEqual([(e["actor"], e["action"], e["reason"]) for e in entries],
                         [("Ada", "experiment.start", "go"), ("Ada", "experiment.update", "slow start"),
                          ("admin", "experiment.create", "")])
        self.assertEqual(entries[1]["changes"], {"traffic_allocation": {"from": 1.0, "to": 0.5}})
        for entry in entries:
            self.assertRegex(entry["at"], TIME)
            self.assertEqual(entry["experiment_id"], made["id"])

    def test_of_keys_of_one_name_it_tells_which(self):
        made = self.made(start=False)
        keys = [self.post("/keys", {"name": "admin", "role": "editor"}, 201).json for _ in range(2)]
        path = f"{API}/experiments/{made['id']}"
        for number, key in enumerate(keys):
            self.expect(200, self.service.ask("PATCH", path, {"description": f"{number}"}, token=key["key"]))
        entries = self.get(f"/experiments/{made['id']}/audit").json["entries"]
        self.assertEqual([(e["actor"], e["actor_key"]) for e in entries],
                         [("admin", keys[1]["id"]), ("admin", keys[0]["id"]), ("admin", None)])
        self.assertEqual(entries[0]["changes"], {"description": {"from": "0", "to": "1"}})
        table = self.get(f"/experiments/{made['id']}/audit?format=csv").body.decode()
        self.assertIn(keys[1]["id"], table)

    def test_pages(self):
        for number in range(5):
            self.made(f"Audited {number}", start=False)
        seen, cursor = [], ""
        while cursor is not None:
            page = self.get(f"/audit?limit=2&cursor={cursor}").json
            seen += [e["id"] for e in page["entries"]]
            cursor = page["next"]
        self.assertEqual(seen, [e["id"] for e in self.get("/audit?limit=1000").json["entries"]])
        self.assertEqual(seen, sorted(set(seen), reverse=True))
        self.assertEqual(self.get("/audit?cursor=x", 422).json["code"], "bad_cursor")

    def test_of_one_that_is_gone_and_of_one_that_never_was(self):
        made = self.made(start=False)
        self.expect(204, self.service.admin("DELETE", f"{API}/experiments/{made['id']}"))
        actions = [e["action"] for e in self.get(f"/experiments/{made['id']}/audit").json["entries"]]
        self.assertEqual(actions, ["experiment.delete", "experiment.create"])
        self.get("/experiments/nope/audit", 404)

    def test_what_changes_nothing_is_not_logged(self):
        made = self.made()
        self.move(made, "start")
        self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"name": made["name"]})
        self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"name": ""})
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/audit").json["entries"]), 2)


if __name__ == "__main__":
    main()
