# SPDX-License-Identifier: Apache-2.0
"""Who is let in: targeting, saved segments, layers, holdouts, forced variants and QA mode, and how it is explained."""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, main  # noqa: E402

FLAGS = "/ofrep/v1/evaluate/flags"
NEPAL = {"attribute": "country", "operator": "equals", "value": "NP"}


class Enrolment(Case):
    def change(self, experiment, **fields):
        return self.expect(200, self.service.admin("PUT", f"{API}/experiments/{experiment['id']}", fields)).json

    def asked(self, experiment, user, query="", **context):
        return self.post(f"/experiments/{experiment['id']}/assign{query}", {"user_id": user, "context": context}).json

    def rows(self, experiment):
        rows = self.get(f"/experiments/{experiment['id']}/assignments?limit=10000").json["assignments"]
        return {row["user_id"]: row for row in rows}

    def explained(self, experiment, user, **context):
        return self.post(f"/experiments/{experiment['id']}/explain", {"user_id": user, "context": context}).json

    def test_targeting_over_every_way_of_asking(self):
        made = self.made(targeting=NEPAL)
        out = self.asked(made, "u1", country="DE")
        self.assertEqual((out["variant"], out["in_experiment"], out["reason"], out["config"]),
                         (None, False, "targeting", {}))
        self.assertEqual(self.assign(made, "u2")["reason"], "targeting")
        peeked = self.asked(made, "u3", "?peek=true", country="NP")
        self.assertEqual((peeked["in_experiment"], peeked["assigned_at"]), (True, None))
        self.assertEqual(self.asked(made, "u3", "?peek=true", country="DE")["reason"], "targeting")
        users = [{"user_id": f"b{i}", "context": {"country": "NP" if i % 2 else "DE"}} for i in range(20)]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        self.assertEqual([a["reason"] for a in answers], ["targeting", "split"] * 10)
        flag = self.service.admin("POST", f"{FLAGS}/{made['key']}", {"context": {"targetingKey": "f1", "country": "DE"}})
        self.assertEqual((flag.json["value"], flag.json["reason"]), ("control", "STATIC"))
        flag = self.service.admin("POST", f"{FLAGS}/{made['key']}", {"context": {"targetingKey": "f2", "country": "NP"}})
        self.assertEqual(flag.json["reason"], "SPLIT")
        bulk = self.service.admin("POST", FLAGS, {"context": {"targetingKey": "f3", "country": "DE"}}).json["flags"]
        self.assertEqual([f["reason"] for f in bulk if f["key"] == made["key"]], ["STATIC"])
        self.assertEqual(set(self.rows(made)), {f"b{i}" for i in range(1, 20, 2)} | {"f2"})

    def test_a_change_while_running(self):
        made = self.made(targeting=NEPAL)
        first = self.asked(made, "u1", country="NP")
        changed = self.change(made, targeting={"not": NEPAL}, reason="others first")
        self.assertEqual([e["number"] for e in changed["epochs"]], [0, 1])
        self.service.stop()
        self.service.start()
        self.assertEqual(self.asked(made, "u1", country="NP"), first)
        self.assertEqual(self.asked(made, "u2", country="NP")["reason"], "targeting")
        self.assertTrue(self.asked(made, "u3", country="DE")["in_experiment"])
        self.assertEqual({u: row["epoch"] for u, row in self.rows(made).items()}, {"u1": 0, "u3": 1})
        entry = self.get(f"/experiments/{made['id']}/audit").json["entries"][0]
        self.assertEqual((entry["reason"], entry["changes"]["targeting"]),
                         ("others first", {"from": NEPAL, "to": {"not": NEPAL}}))
        self.assertEqual(len(self.change(made, targeting=None)["epochs"]), 3)
        self.assertTrue(self.assign(made, "u4")["in_experiment"])
        self.move(made, "stop")
        self.expect(409, self.service.admin("PUT", f"{API}/experiments/{made['id']}", {"targeting": NEPAL}))

    def test_wrong_conditions(self):
        for condition, field in (({"all": [NEPAL, {**NEPAL, "operator": "resembles"}]}, "targeting.all[1].operator"),
                                 ({"segment": "unknown"}, "targeting.segment"), ([], "targeting"),
                                 ({"experiment": "unknown"}, "targeting.experiment"),
                                 ({"attribute": "a", "operator": "matches", "value": "("}, "targeting.value")):
            body = {"name": "Wrong", "metrics": ["a"], "targeting": condition,
                    "variants": [{"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}]}
            answer = self.post("/experiments", body, 422).json
            self.assertEqual([e["field"] for e in answer["errors"]], [field])

    def test_a_segment_changes_its_experiments(self):
        self.post("/segments", {"name": "home", "condition": NEPAL}, 201)
        self.post("/segments", {"name": "beta", "condition": {"any": [{"segment": "home"}, {
            "attribute": "beta", "operator": "equals", "value": True}]}}, 201)
        made = self.made(targeting={"segment": "beta"})
        self.assertEqual(self.asked(made, "u1", country="DE")["reason"], "targeting")
        path = f"{API}/segments/home"
        circle = self.service.admin("PUT", path, {"condition": {"segment": "beta"}})
        self.assertIn("circle", {e["code"] for e in self.expect(422, circle).json["errors"]})
        self.expect(200, self.service.admin("PUT", path, {"condition": {**NEPAL, "value": "DE"}}))
        self.assertTrue(self.asked(made, "u1", country="DE")["in_experiment"])
        now = self.get(f"/experiments/{made['id']}").json
        self.assertEqual((len(now["epochs"]), now["saved_segments"]["home"]["value"]), (2, "DE"))
        actions = [e["action"] for e in self.get("/audit?limit=3").json["entries"]]
        self.assertEqual(set(actions[:2]), {"segment.update", "experiment.update"})
        self.assertEqual(self.expect(409, self.service.admin("DELETE", path)).json["code"], "segment_in_use")

    def test_another_experiment_decides(self):
        first = self.made("First")
        second = self.made("Second", targeting={"experiment": first["key"], "variants": ["new-layout"]})
        for i in range(30):
            told = self.assign(second, f"u{i}")["in_experiment"]
            self.assertEqual(self.rows(first).keys(), {f"u{n}" for n in range(i)})
            self.assertEqual(told, self.assign(first, f"u{i}")["variant"] == "new-layout")

    def test_layers(self):
        made = [self.made(f"Slice {i}", layer={"name": "page", "from": i / 4, "to": (i + 1) / 4}) for i in range(3)]
        users = [{"user_id": f"u{i}"} for i in range(20000)]
        seen = []
        for experiment in made:
            answers = [a for start in (0, 10000) for a in self.post(
                f"/experiments/{experiment['id']}/assign:batch", {"users": users[start:start + 10000]}).json["assignments"]]
            self.assertEqual({a["reason"] for a in answers}, {"split", "layer"})
            seen.append({a["user_id"] for a in answers if a["in_experiment"]})
        for i in range(3):
            self.assertAlmostEqual(len(seen[i]), 5000, delta=310)
            self.assertFalse(seen[i] & seen[(i + 1) % 3])
        layer = self.get("/layers").json["layers"][0]
        self.assertEqual(([s["key"] for s in layer["slices"]], layer["free"]),
                         ([m["key"] for m in made], [{"from": 0.75, "to": 1}]))
        refused = self.service.admin("PUT", f"{API}/experiments/{made[0]['id']}",
                                     {"layer": {"name": "page", "from": 0.1, "to": 0.3}})
        problem = self.expect(409, refused).json
        self.assertEqual(problem["code"], "layer_taken")
        self.assertIn(made[1]["key"], problem["detail"])
        self.assertIn("[0.75, 1", problem["detail"])
        for experiment in made:
            self.move(experiment, "stop")
        self.assertEqual(self.get("/layers").json["layers"], [])

    def test_holdouts(self):
        made = self.made()
        known = {f"u{i}": self.assign(made, f"u{i}") for i in range(20)}
        self.post("/holdouts", {"key": "all", "share": 1}, 201)
        try:
            for user, answer in known.items():
                self.assertEqual(self.assign(made, user), answer)
            self.assertEqual(self.assign(made, "late")["reason"], "holdout")
            brave = self.made("Brave", ignore_holdouts=True)
            self.assertTrue(self.assign(brave, "late")["in_experiment"])
            self.expect(200, self.service.admin("PUT", f"{API}/holdouts/all", {"share": 0}))
            self.assertTrue(self.assign(made, "late")["in_experiment"])
        finally:
            self.expect(204, self.service.admin("DELETE", f"{API}/holdouts/all"))
        self.assertEqual(self.get("/holdouts").json["holdouts"], [])

    def test_qa_mode(self):
        made = self.made(start=False, traffic_allocation=0.0)
        told = self.asked(made, "tester", "?qa=new-layout")
        self.assertEqual((told["variant"], told["reason"], told["config"]), ("new-layout", "forced", {"layout": "v2"}))
        self.assertEqual(self.assign(made, "somebody")["reason"], "not_running")
        self.move(made, "start")
        self.assertEqual(self.assign(made, "tester")["variant"], "new-layout")
        path = f"{API}/experiments/{made['id']}/assign"
        header = self.service.admin("POST", path, {"user_id": "tester"}, headers={"X-QA-Variant": "control"})
        self.assertEqual(self.expect(200, header).json["variant"], "control")
        peeking = self.service.admin("POST", path + "?peek=true&qa=control", {"user_id": "curious"})
        self.assertEqual([e["field"] for e in self.expect(422, peeking).json["errors"]], ["qa"])
        self.change(made, traffic_allocation=1.0)
        self.assertEqual(self.assign(made, "tester")["variant"], "control")
        self.assign(made, "visitor")
        for user in ("tester", "visitor"):
            self.track(made, user, "click")
        self.assertEqual({u: row["forced"] for u, row in self.rows(made).items()}, {"tester": True, "visitor": False})
        stats = self.stats(made)
        self.assertEqual((sum(v["sample_size"] for v in stats["variants"]), stats["total_conversions"]), (1, 1))
        self.assertEqual(self.service.ask("POST", path + "?qa=control", {"user_id": "t"}).status, 401)
        for role in ("client", "viewer"):
            key = {"name": role, "role": role}
            if role == "client":
                key.update(project="default", environment="production")
            token = self.post("/keys", key, 201).json["key"]
            answer = self.service.ask("POST", path + "?qa=control", {"user_id": "t"}, token=token)
            self.assertEqual(answer.status, 403)
        taken = self.service.admin("POST", path + "?qa=control", {"user_id": "visitor"})
        self.assertEqual(self.expect(409, taken).json["code"], "already_assigned")
        csv = self.service.admin("GET", f"{API}/experiments/{made['id']}/assignments?format=csv").body.decode()
        self.assertEqual(csv.splitlines()[0], "user_id,variant,epoch,assigned_at,exposed_at,context,forced,excluded")

    def test_the_explanation_is_what_assign_says(self):
        self.post("/holdouts", {"key": "some", "share": 0.1}, 201)
        try:
            made = self.made(targeting={"any": [NEPAL, {"attribute": "age", "operator": "greater", "value": 40}]},
                             layer={"name": "explained", "from": 0.05, "to": 0.9}, traffic_allocation=0.8)
            chance = random.Random(20261124)
            reasons = {}
            for i in range(2000):
                context = {"country": chance.choice(["NP", "DE"]), "age": chance.randrange(20, 60)}
                told = self.explained(made, f"u{i}", **context)
                self.assertIsNone(told["stored"])
                answer = self.asked(made, f"u{i}", **context)
                self.assertEqual([told[f] for f in ("variant", "in_experiment", "reason")],
                                 [answer[f] for f in ("variant", "in_experiment", "reason")], (told, answer))
                failed = [s["step"] for s in told["steps"] if not s["passed"] and s["step"] != "forced"]
                self.assertEqual(told["reason"], failed[0] if failed else "split")
                reasons[told["reason"]] = reasons.get(told["reason"], 0) + 1
            self.assertEqual(set(reasons), {"split", "holdout", "layer", "traffic", "targeting"})
            steps = {s["step"]: s for s in self.explained(made, "u1", country="DE", age=30)["steps"]}
            self.assertEqual([(p["holds"], p["actual"]) for p in steps["targeting"]["condition"]["any"]],
                             [(False, "DE"), (False, 30)])
            self.assertEqual(steps["traffic"]["threshold"], 0.8)
            self.assertEqual([r["variant"] for r in steps["split"]["ranges"]], ["control", "new-layout"])
        finally:
            self.expect(204, self.service.admin("DELETE", f"{API}/holdouts/some"))


if __name__ == "__main__":
    main()
