# SPDX-License-Identifier: Apache-2.0
"""Experiments served to GrowthBook's SDKs, and what that forbids: other splits without a new phase."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, main  # noqa: E402

UNITS = -2


class Features(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.key = cls.service.admin("POST", API + "/keys", {"name": "web", "role": "client", "project": "shop"}).json

    def local(self, name=None, **changes):
        return self.made(name, **{"hash": "growthbook_v2", "project": "shop", **changes})

    def features(self, status=200, key=None, **headers):
        key = key or self.key["client_key"]
        return self.expect(status, self.service.ask("GET", f"/api/features/{key}", headers=headers))

    def change(self, experiment, status=200, **changes):
        return self.expect(status, self.service.admin("PATCH", API + f"/experiments/{experiment['id']}", changes)).json

    def shares(self, experiment, *shares):
        return [{**variant, "allocation": share} for variant, share in zip(experiment["variants"], shares)]

    def units(self, experiment):
        table = self.get(f"/experiments/{experiment['id']}/sufficient-statistics").json["moments"]
        cells = [dict(zip(table["columns"], row)) for row in table["rows"]]
        return sum(cell["units"] for cell in cells if cell["metric"] == UNITS)

    def sampled(self, experiment):
        return sum(v["sample_size"] for v in self.get(f"/experiments/{experiment['id']}/stats").json["variants"])

    def test_what_is_served(self):
        made = self.local("served", traffic_allocation=0.25, targeting={"growthbook": {"country": {"$in": ["CA"]}}},
                          forced={"tester": "new-layout"})
        config = self.local("configured", hash="growthbook_v1", flag_value="config")
        self.local("draft", start=False)
        self.local("other hash", hash="native")
        self.local("other place", environment="staging")
        before = self.features().json["experimentsLeftOut"]
        self.local("ours", targeting={"attribute": "country", "operator": "exists"})
        self.local("in a layer", layer={"name": "pages", "from": 0, "to": 0.5})
        answer = self.features()
        body = answer.json
        self.assertEqual(body["status"], 200)
        self.assertEqual(body["experimentsLeftOut"], before + 2)
        self.assertTrue({made["key"], config["key"]} <= set(body["features"]))
        self.assertFalse({"draft", "other-hash", "other-place", "ours", "in-a-layer"} & set(body["features"]))
        feature = body["features"][made["key"]]
        self.assertEqual(feature["defaultValue"], "control")
        forced, rule = feature["rules"]
        self.assertEqual(forced, {"condition": {"id": {"$in": ["tester"]}}, "force": "new-layout"})
        self.assertEqual(rule["condition"], {"country": {"$in": ["CA"]}})
        self.assertEqual(rule["filters"], [{"attribute": "id", "hashVersion": 2, "ranges": [[0, 0.25]],
                                            "seed": "traffic:" + made["salt"]}])
        self.assertEqual((rule["seed"], rule["hashVersion"], rule["coverage"], rule["weights"], rule["variations"]),
                         (made["salt"], 2, 1, [0.5, 0.5], ["control", "new-layout"]))
        self.assertEqual([m["key"] for m in rule["meta"]], ["control", "new-layout"])
        rule = body["features"][config["key"]]["rules"][0]
        self.assertEqual((rule["hashVersion"], rule["variations"]), (1, [{}, {"layout": "v2"}]))
        self.assertNotIn("filters", rule)

    def test_tags_and_caching(self):
        made = self.local("tagged")
        first = self.features()
        self.assertIn("max-age=30", first.headers["Cache-Control"])
        tag = first.headers["ETag"]
        self.assertEqual(self.features(304, **{"If-None-Match": tag}).body, b"")
        self.change(made, traffic_allocation=0.5)
        second = self.features(**{"If-None-Match": tag})
        self.assertGreater(second.json["dateUpdated"], first.json["dateUpdated"])
        self.move(made, "stop")
        self.assertNotIn(made["key"], self.features().json["features"])

    def test_who_asks(self):
        for key in ("sdk-unknown", self.key["key"]):
            self.assertEqual(self.features(404, key=key).json["status"], 404)
        revoked = self.post("/keys", {"name": "gone", "role": "client", "project": "shop"}, 201).json
        self.features(key=revoked["client_key"])
        self.service.admin("DELETE", API + f"/keys/{revoked['id']}")
        self.features(404, key=revoked["client_key"])

    def test_served_once_the_split_is_fixed(self):
        made = self.local("fixed")
        self.change(made, variants=self.shares(made, 0.6, 0.4))  # nobody has it yet
        self.features()
        served = self.get(f"/experiments/{made['id']}").json
        self.assertTrue(served["evaluated_locally"])
        for _ in range(3):
            self.features()
        self.assertEqual(self.get(f"/experiments/{made['id']}").json["version"], served["version"])
        refused = self.change(made, 409, variants=self.shares(made, 0.5, 0.5))
        self.assertEqual(refused["errors"][0]["field"], "variants")
        self.assertIn("new_phase", refused["errors"][0]["message"])
        self.change(made, traffic_allocation=0.9)
        changed = self.change(made, variants=self.shares(made, 0.5, 0.5), new_phase=True)
        self.assertNotEqual(changed["salt"], made["salt"])
        self.assertEqual([(e["number"], e["phase"]) for e in changed["epochs"]], [(0, 0), (1, 0), (2, 1)])
        self.assertEqual(self.features().json["features"][made["key"]]["rules"][0]["seed"], changed["salt"])
        # Also with the values of a whole experiment, and once more.
        self.change(changed, new_phase=True)

    def test_a_phase_needs_a_running_experiment(self):
        draft = self.local("still a draft", start=False)
        self.assertEqual(self.change(draft, 409, new_phase=True)["errors"][0]["field"], "new_phase")
        self.assertEqual(self.change(draft, 422, new_phase="yes")["errors"][0]["field"], "new_phase")
        self.change(draft, new_phase=False)
        refused = self.service.admin("POST", API + "/experiments", {**draft, "new_phase": True})
        self.assertEqual(refused.status, 422)

    def test_earlier_units_keep_their_variant_and_are_not_analysed(self):
        made = self.made("kept")
        users = [f"u{n}" for n in range(60)]
        before = {user: self.assign(made, user)["variant"] for user in users}
        self.track(made, "u0", "click")
        self.assertEqual(self.sampled(made), 60)
        self.change(made, new_phase=True, traffic_allocation=0.5)
        self.assertEqual(self.sampled(made), 0)
        self.assertEqual(self.get(f"/experiments/{made['id']}/report").json["planned"]["decision"], "invalid")
        self.assertEqual({user: self.assign(made, user)["variant"] for user in users}, before)
        self.service.stop()
        self.service.start()  # not only remembered
        self.assertEqual({user: self.assign(made, user)["variant"] for user in users}, before)
        fresh = [self.assign(made, f"v{n}")["variant"] for n in range(60)]
        self.assertEqual(self.sampled(made), len([variant for variant in fresh if variant]))
        self.assertEqual(self.units(made), 60 + self.sampled(made))

    def test_passes_over_units_are_of_the_present_phase(self):
        made = self.made("passes")
        attributes = lambda n: {"context": {"country": "NP" if n % 2 else "DE"}}  # noqa: E731
        for n in range(10):
            self.post(f"/experiments/{made['id']}/assign", {"user_id": f"u{n}", **attributes(n)})
        self.change(made, new_phase=True)
        for n in range(10, 13):
            self.post(f"/experiments/{made['id']}/assign", {"user_id": f"u{n}", **attributes(n)})
        cells = self.get(f"/experiments/{made['id']}/report?segment=country").json["segments"]["cells"]
        units = {cell["segment"]: cell["control_units"] + cell["treatment_units"] for cell in cells}
        self.assertEqual(units, {"DE": 2, "NP": 1})

    def test_where_clients_evaluate_all_are_told_the_new_split(self):
        made = self.local("told")
        users = [f"u{n}" for n in range(60)]
        before = {user: self.assign(made, user)["variant"] for user in users}
        self.features()
        self.change(made, new_phase=True, traffic_allocation=0.5)
        after = {user: self.assign(made, user)["variant"] for user in users}
        self.assertNotEqual(after, before)
        self.assertIn(None, after.values())
        self.service.stop()
        self.service.start()
        self.assertEqual({user: self.assign(made, user)["variant"] for user in users}, after)
        self.assertEqual(self.sampled(made), 0)  # all of them are units of the earlier phase
        for user in users:
            answer = self.assign(made, user)
            self.assertEqual(self.post(f"/experiments/{made['id']}/assign?peek=true", {"user_id": user}).json, answer)
            told = self.post(f"/experiments/{made['id']}/explain", {"user_id": user}).json
            self.assertEqual((told["variant"], told["reason"]), (answer["variant"], answer["reason"]))
            self.assertEqual(told["stored"]["variant"], before[user])
            asked = {"context": {"targetingKey": user}}
            one = self.expect(200, self.service.admin("POST", f"/ofrep/v1/evaluate/flags/{made['key']}", asked)).json
            every = self.expect(200, self.service.admin("POST", "/ofrep/v1/evaluate/flags", asked)).json["flags"]
            self.assertEqual([flag for flag in every if flag["key"] == made["key"]], [one])
            self.assertEqual(one["variant"], answer["variant"] or "control")


if __name__ == "__main__":
    main()
