# SPDX-License-Identifier: Apache-2.0
"""Plans run on simulated data: jobs that are begun, watched, cancelled and bounded."""
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, PATIENCE, Case, main  # noqa: E402

PLAN = {"method": "always_valid", "units_per_variant": 4000, "smallest_effect": 0.2, "minimum_days": 1}


def body(**changes):
    return {"metrics": [{"name": "buy", "baseline": 0.1}], "plan": PLAN, "units_per_day": 2000, "runs": 100,
            "seed": 3, "look_every_days": 2, **changes}


class Simulations(Case):
    def begin(self, **changes):
        answer = self.post("/plans/simulate", body(**changes), 202)
        self.assertEqual(answer.headers["Location"], f"{API}/jobs/{answer.json['id']}")
        return answer.json["id"]

    def finished(self, job):
        until = time.monotonic() + 4 * PATIENCE
        while (found := self.get(f"/jobs/{job}").json)["status"] in ("queued", "running"):
            self.assertLess(time.monotonic(), until, found)
            time.sleep(0.05)
        return found

    def test_keeps_the_plans_promises(self):
        done = self.finished(self.begin())
        self.assertEqual((done["status"], done["progress"], done["error"]), ("done", 1, None))
        result = done["result"]
        self.assertEqual((result["runs"], result["seed"], result["days"], result["confidence"]), (100, 3, 4, 0.99))
        self.assertLessEqual(result["error_rate"]["lower"], 0.05)
        self.assertLess(result["power"]["lower"], 0.7)  # one look has 0.82
        self.assertGreater(result["power"]["upper"], 0.4)
        for truth in (result["without_effect"], result["with_effect"]):
            self.assertEqual(sum(stop["runs"] for stop in truth["stops"]), 100)
            self.assertAlmostEqual(sum(row["share"] for row in truth["decisions"]), 1)
        self.assertLess(result["with_effect"]["mean_units"], result["without_effect"]["mean_units"])
        self.assertEqual(self.finished(self.begin())["result"], result)  # by its seed
        self.assertNotEqual(self.finished(self.begin(seed=4))["result"]["with_effect"], result["with_effect"])

    def test_takes_a_metric_of_the_past(self):
        made = self.made(metrics=[{"name": "buy", "role": "primary"}], target_sample_size=100)
        path = f"/experiments/{made['id']}"
        answers = self.post(f"{path}/assign:batch", {"users": [{"user_id": f"u{i}"} for i in range(500)]}).json
        control = [a["user_id"] for a in answers["assignments"] if a["variant"] == "control"]
        events = [{"user_id": user, "event_name": "buy"} for user in control[::5]]
        self.post(f"{path}/track:batch", {"events": events})
        metrics = [{"name": "buy", "role": "primary"}]
        done = self.finished(self.begin(experiment=made["key"], metrics=metrics))
        self.assertEqual(done["status"], "done")
        # A rate of about 20 % shows an effect of 20 % far more often than one of 10 %.
        self.assertGreater(done["result"]["power"]["share"], 0.8)
        for changes, field in (({"experiment": "nowhere", "metrics": metrics}, "experiment"),
                               ({"metrics": metrics}, "metrics[0].baseline"),
                               ({"experiment": made["key"], "metrics": [{"name": "sell"}]}, "metrics[0].name")):
            refused = self.post("/plans/simulate", body(**changes), 422).json
            self.assertEqual([error["field"] for error in refused["errors"]], [field], refused)

    def test_prices_a_metric_of_the_past(self):
        made = self.made(metrics=[{"name": "buy", "role": "primary"}, {"name": "spend", "kind": "mean", "event": "buy"}],
                         target_sample_size=100, salt="past")
        path = f"/experiments/{made['id']}"
        answers = self.post(f"{path}/assign:batch", {"users": [{"user_id": f"u{i}"} for i in range(500)]}).json
        control = [a["user_id"] for a in answers["assignments"] if a["variant"] == "control"]
        buyers = control[::5]
        self.post(f"{path}/track:batch", {"events": [{"user_id": user, "event_name": "buy", "value": 10 + 20 * (i % 2)}
                                                     for i, user in enumerate(buyers)]})
        plan = {"smallest_effect": 0.2}
        found = self.post("/plans/evaluate", {"experiment": made["key"], "metrics": [{"name": "buy"}], "plan": plan,
                                              "units_per_day": 1000}).json
        rate = len(buyers) / len(control)
        self.assertAlmostEqual(found["metrics"][0]["baseline"], rate, 12)
        guessed = self.post("/plans/evaluate", {"metrics": [{"name": "buy", "baseline": rate}], "plan": plan,
                                                "units_per_day": 1000}).json
        self.assertEqual(found, guessed)
        found = self.post("/plans/evaluate", {"experiment": made["id"], "metrics": [{"name": "spend"}], "plan": plan,
                                              "units_per_day": 1000}).json
        # One order each, so the mean of the orders, and their deviation 10 spread over all units.
        self.assertAlmostEqual(found["metrics"][0]["baseline"] / 20, 1, 1)
        self.assertAlmostEqual(found["metrics"][0]["standard_deviation"] / (10 / rate ** 0.5), 1, 1)
        for changes, field in (({"experiment": "nowhere"}, "experiment"), ({"experiment": None}, "experiment"),
                               ({"metrics": [{"name": "sell"}]}, "metrics[0].name"),
                               ({"metrics": [{"name": "buy", "kind": "conversion"}]}, "metrics[0].kind")):
            body = {"experiment": made["key"], "metrics": [{"name": "buy"}], "plan": plan, "units_per_day": 1000, **changes}
            refused = self.post("/plans/evaluate", body, 422).json
            self.assertEqual([error["field"] for error in refused["errors"]], [field], refused)

    def test_says_what_is_wrong(self):
        without_end = {k: v for k, v in PLAN.items() if k != "units_per_variant"}
        for changes, field in (({"runs": 99}, "runs"), ({"runs": 10001}, "runs"), ({"seed": -1}, "seed"),
                               ({"units_per_day": 10}, "units_per_day"), ({"treatments": 10}, "treatments"),
                               ({"plan": without_end}, "plan.units_per_variant"),
                               ({"plan": {**PLAN, "method": "magic"}}, "plan.method"),
                               ({"plan": {**PLAN, "smallest_effect": None}}, "metrics[0].effect"),
                               ({"metrics": [{"name": "buy", "baseline": 0.9, "effect": 0.5}]}, "metrics[0].effect"),
                               ({"metrics": [{"name": "x", "kind": "sum", "baseline": 3}]},
                                "metrics[0].standard_deviation"),
                               ({"metrics": [{"name": "buy", "role": "secondary", "baseline": 0.1}]}, "metrics"),
                               ({"unknown": 1}, "unknown")):
            refused = self.post("/plans/simulate", body(**changes), 422).json
            self.assertEqual([error["field"] for error in refused["errors"]], [field], (changes, refused))
        large = body(metrics=[{"name": "x", "kind": "sum", "baseline": 3, "standard_deviation": 3}], runs=10000,
                     units_per_day=2e6, plan={**PLAN, "units_per_variant": 4000000})
        self.assertEqual(self.post("/plans/simulate", large, 422).json["errors"][0]["field"], "runs")
        self.get("/jobs/unknown", 404)
        self.expect(404, self.service.admin("DELETE", f"{API}/jobs/unknown"))

    def test_cancels_and_bounds(self):
        long = {"runs": 10000, "look_every_days": 1, "units_per_day": 200}
        jobs = [self.begin(**long)]
        until = time.monotonic() + PATIENCE
        while self.get(f"/jobs/{jobs[0]}").json["status"] != "running":
            self.assertLess(time.monotonic(), until)
        jobs += [self.begin(**long) for _ in range(8)]
        self.assertEqual([self.get(f"/jobs/{job}").json["status"] for job in jobs[1:]], ["queued"] * 8)
        full = self.service.admin("POST", f"{API}/plans/simulate", body(**long))
        self.assertEqual((full.status, full.json["code"]), (503, "too_many_jobs"))
        for job in jobs:
            cancelled = self.expect(200, self.service.admin("DELETE", f"{API}/jobs/{job}")).json
            self.assertEqual((cancelled["status"], cancelled["result"]), ("cancelled", None))
        self.assertEqual(self.finished(self.begin())["status"], "done")  # what was cancelled holds nobody up
        self.assertEqual(self.get(f"/jobs/{jobs[0]}").json["status"], "cancelled")


if __name__ == "__main__":
    main()
