# SPDX-License-Identifier: Apache-2.0
"""What GET .../stats says, computed here once more from the events that were sent."""
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, main  # noqa: E402

Z95 = 1.959963984540054


def two_sided(z):
    return math.erfc(abs(z) / math.sqrt(2))


def pooled_z(control, treatment):
    (n0, x0), (n1, x1) = control, treatment
    rate = (x0 + x1) / (n0 + n1)
    return (x1 / n1 - x0 / n0) / math.sqrt(rate * (1 - rate) * (1 / n0 + 1 / n1))


def wilson(n, x):
    p, z2 = x / n, Z95 ** 2
    centre, half = p + z2 / (2 * n), Z95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return [(centre - half) / (1 + z2 / n), (centre + half) / (1 + z2 / n)]


def holm(p_values):
    order, adjusted, largest = sorted(range(len(p_values)), key=lambda i: p_values[i]), [0.0] * len(p_values), 0.0
    for rank, i in enumerate(order):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[i]))
        adjusted[i] = largest
    return adjusted


class Numbers(Case):
    def filled(self, users, **changes):
        """A running experiment with that many users; and its users by variant."""
        made = self.made(**changes)
        body = {"users": [{"user_id": f"u{i}"} for i in range(users)]}
        arms = {v["name"]: [] for v in made["variants"]}
        for answer in self.post(f"/experiments/{made['id']}/assign:batch", body).json["assignments"]:
            arms[answer["variant"]].append(answer["user_id"])
        return made, arms

    def send(self, made, events):
        results = self.post(f"/experiments/{made['id']}/track:batch", {"events": events}).json["results"]
        self.assertEqual(results, [{"ok": True}] * len(events))

    def near(self, got, expected, places=1e-9):
        self.assertTrue(math.isclose(got, expected, rel_tol=places, abs_tol=1e-12), (got, expected))

    def test_nothing_yet(self):
        made = self.made(start=False)
        stats = self.stats(made)
        for field in ("winner", "p_value", "effect_size"):
            self.assertIsNone(stats[field])
        self.assertEqual((stats["statistical_significance"], stats["sample_size_per_variant"],
                          stats["total_conversions"], stats["control_variant"], stats["method"]),
                         (False, 0, 0, "control", "fixed"))
        absent = ("conversion_rate", "confidence_interval", "mean_value", "std_dev")
        self.assertEqual([[v[field] for field in absent] for v in stats["variants"]], [[None] * 4] * 2)
        self.assertEqual(stats["progress"], {"target": 1000, "smallest_variant": 0, "fraction": 0})

    def test_a_primary_conversion(self):
        made, arms = self.filled(2000, metrics=[{"name": "buy", "role": "primary"}, "click"], target_sample_size=900)
        control, treatment = arms["control"], arms["new-layout"]
        self.send(made, [{"user_id": u, "event_name": "buy", "value": 2} for u in control[:100] + treatment[:160]] +
                  [{"user_id": u, "event_name": "buy", "value": 3} for u in control[:10]] +
                  [{"user_id": u, "event_name": "click"} for u in control[:500]])
        stats = self.stats(made)
        n0, n1 = len(control), len(treatment)
        z = pooled_z((n0, 100), (n1, 160))
        first, second = stats["variants"]
        self.assertEqual((first["sample_size"], first["conversions"], second["conversions"]), (n0, 100, 160))
        self.near(first["conversion_rate"], 100 / n0)
        for got, expected in zip(first["confidence_interval"], wilson(n0, 100)):
            self.near(got, expected)
        totals = [5] * 10 + [2] * 90 + [0] * (n0 - 100)
        mean = sum(totals) / n0
        self.near(first["mean_value"], mean)
        self.near(first["std_dev"], math.sqrt(sum((t - mean) ** 2 for t in totals) / (n0 - 1)))
        self.near(stats["p_value"], two_sided(z))
        self.near(stats["effect_size"], (160 / n1) / (100 / n0) - 1)
        self.assertEqual((stats["winner"], stats["statistical_significance"], stats["confidence_level"]),
                         ("new-layout", True, 0.95))
        self.assertEqual(stats["headline"], {"kind": "primary", "metrics": ["buy"]})
        self.assertEqual((stats["total_conversions"], stats["sample_size_per_variant"]), (260, 1000))
        comparison = stats["metrics"][0]["comparisons"][0]
        self.assertEqual((comparison["treatment"], comparison["test"]), ("new-layout", "two_proportion_z"))
        self.near(comparison["statistic"], z)
        self.near(comparison["estimate"], 160 / n1 - 100 / n0)
        chi2 = (n0 - 1000) ** 2 / 1000 + (n1 - 1000) ** 2 / 1000
        self.near(stats["sample_ratio"]["statistic"], chi2, 1e-7)
        self.near(stats["sample_ratio"]["p_value"], math.erfc(math.sqrt(chi2 / 2)), 1e-7)
        self.assertEqual((stats["planned_look"], stats["progress"]["smallest_variant"]), (True, min(n0, n1)))
        planned = stats["planned"]  # one look was planned, and this is it
        self.assertEqual((planned["metric"], planned["treatment"], planned["level"], planned["probability_better"]),
                         ("buy", "new-layout", 0.95, None))
        self.near(planned["lift"], stats["effect_size"])
        self.near(planned["p_value"], stats["p_value"])
        self.assertLess(planned["lift_interval"][0], planned["lift"])

    def test_a_look_before_the_plans_is_recorded(self):
        made, arms = self.filled(2000, metrics=[{"name": "buy", "role": "primary"}],
                                 plan={"units_per_variant": 5000, "minimum_days": 0}, salt="look")
        control, treatment = arms["control"], arms["new-layout"]
        self.send(made, [{"user_id": u, "event_name": "buy"} for u in control[:100] + treatment[:200]])
        path = f"/experiments/{made['id']}"
        locked = self.get(f"{path}/report").json
        self.assertEqual((locked["planned"]["metrics"][0]["comparisons"][0]["word"], locked["viewed"]),
                         ("waiting", None))
        looked = self.post(f"{path}/look", {"reason": "the board meets today"}).json
        viewed = looked["viewed"]
        self.assertEqual((viewed["metrics"][0]["comparisons"][0]["word"], viewed["planned_look"]), ("better", False))
        self.assertEqual((viewed["decision"], viewed["reasons"][-1]["code"]), ("ship", "early_look"))
        smallest = min(len(control), len(treatment))
        entry = self.get(f"{path}/audit").json["entries"][0]
        self.assertEqual((entry["action"], entry["reason"], entry["changes"]["units"], entry["changes"]["planned"]),
                         ("experiment.look", "the board meets today", smallest, 5000))
        note = self.get(f"{path}/notes").json["notes"][-1]
        self.assertEqual((note["text"], note["author"]),
                         (f"Looked before the plan's look, with {smallest} of the planned 5000 units per variant: "
                          "the board meets today", "admin"))
        again = self.get(f"{path}/report").json  # nothing has become of the plan's own verdict
        for report in (looked, again):
            self.assertEqual((report["planned"]["decision"], report["planned"]["metrics"][0]["comparisons"][0]["word"],
                              report["fingerprint"]), ("continue", "waiting", locked["fingerprint"]))
        # Where the plan allows a verdict there is nothing to unlock.
        free, _ = self.filled(200, metrics=[{"name": "buy", "role": "primary"}], plan={"method": "always_valid"})
        self.assertIsNone(self.post(f"/experiments/{free['id']}/look", {}).json["viewed"])
        self.assertEqual(self.get(f"/experiments/{free['id']}/notes").json["notes"], [])

    def test_without_a_primary_any_conversion_counts_once(self):
        made, arms = self.filled(600)
        control = arms["control"]
        self.send(made, [{"user_id": u, "event_name": e} for u in control[:30] for e in ("page_view", "click")] +
                  [{"user_id": u, "event_name": "conversion"} for u in control[20:40]] +
                  [{"user_id": u, "event_name": "of no metric"} for u in control])
        stats = self.stats(made)
        self.assertEqual(stats["headline"], {"kind": "any_of", "metrics": ["page_view", "click", "conversion"]})
        self.assertEqual([v["conversions"] for v in stats["variants"]], [40, 0])
        self.assertEqual([[v["conversions"] for v in m["variants"]] for m in stats["metrics"]],
                         [[30, 0], [30, 0], [20, 0]])
        self.assertIsNone(stats["planned"])

    def test_a_harmful_treatment_does_not_hide_the_winner(self):
        names = ("control", "worse", "better", "best")
        made, arms = self.filled(4000, metrics=[{"name": "buy", "role": "primary"}],
                                 variants=[{"name": n, "allocation": 0.25} for n in names])
        # Rates, not counts: the split of a new experiment's 4,000 users differs by some dozens from run to run.
        rates = {"control": 0.20, "worse": 0.08, "better": 0.27, "best": 0.31}
        converted = {n: round(rates[n] * len(arms[n])) for n in names}
        self.send(made, [{"user_id": u, "event_name": "buy"} for n in names for u in arms[n][:converted[n]]])
        stats = self.stats(made)
        sizes = {n: len(arms[n]) for n in names}
        raw = [two_sided(pooled_z((sizes["control"], converted["control"]), (sizes[n], converted[n])))
               for n in names[1:]]
        adjusted = holm(raw)
        for comparison, p, q in zip(stats["metrics"][0]["comparisons"], raw, adjusted):
            self.near(comparison["p_value"], p, 1e-8)
            self.near(comparison["adjusted_p_value"], q, 1e-8)
        self.assertEqual(stats["winner"], "best")
        self.near(stats["p_value"], adjusted[2], 1e-8)
        self.near(stats["effect_size"], (converted["best"] / sizes["best"]) /
                  (converted["control"] / sizes["control"]) - 1)

    def test_a_decrease_can_be_the_improvement(self):
        made, arms = self.filled(2000, metrics=[{"name": "bounce", "role": "primary", "direction": "decrease"}])
        self.send(made, [{"user_id": u, "event_name": "bounce"} for u in arms["control"][:500] +
                         arms["new-layout"][:300]])
        stats = self.stats(made)
        self.assertEqual(stats["winner"], "new-layout")
        self.assertLess(stats["effect_size"], 0)

    def test_counts_sums_and_means(self):
        made, arms = self.filled(400, metrics=[
            {"name": "visits", "kind": "count", "role": "primary", "event": "visit"},
            {"name": "spend", "kind": "sum", "event": "order"}, {"name": "order value", "kind": "mean", "event": "order"}])
        control, treatment = arms["control"], arms["new-layout"]
        self.send(made, [{"user_id": u, "event_name": "visit"} for u in control[:50] for _ in range(2)] +
                  [{"user_id": u, "event_name": "visit"} for u in treatment[:50] for _ in range(3)] +
                  [{"user_id": u, "event_name": "order", "value": v} for u in control[:40] for v in (10, 2.5)] +
                  [{"user_id": u, "event_name": "order", "value": 20} for u in treatment[:40]])
        stats = self.stats(made)
        tests = [[c["test"] for c in m["comparisons"]] for m in stats["metrics"]]
        self.assertEqual(tests, [["welch_t"], ["welch_t"], ["ratio_delta"]])
        visits, spend, value = stats["metrics"]
        n0, n1 = len(control), len(treatment)
        self.near(visits["comparisons"][0]["estimate"], 150 / n1 - 100 / n0)
        self.near(spend["variants"][0]["mean_value"], 500 / n0)
        self.near(value["variants"][0]["mean_value"], 6.25)
        self.near(value["comparisons"][0]["estimate"], 13.75)

        def variance(totals):
            mean = sum(totals) / len(totals)
            return sum((t - mean) ** 2 for t in totals) / (len(totals) - 1)
        error = math.sqrt(variance([2] * 50 + [0] * (n0 - 50)) / n0 + variance([3] * 50 + [0] * (n1 - 50)) / n1)
        self.near(visits["comparisons"][0]["statistic"], (150 / n1 - 100 / n0) / error)

    def test_too_few_users(self):
        made, arms = self.filled(60)
        self.send(made, [{"user_id": u, "event_name": "click"} for u in arms["control"]])
        stats = self.stats(made)
        missing = 100 - min(len(users) for users in arms.values())
        self.assertIn(str(missing), stats["recommendation"])
        self.assertIsNone(stats["winner"])

    def test_looking_early_is_told(self):
        made, arms = self.filled(1000, metrics=[{"name": "buy", "role": "primary"}], target_sample_size=5000)
        self.send(made, [{"user_id": u, "event_name": "buy"} for u in arms["new-layout"][:300] + arms["control"][:100]])
        stats = self.stats(made)
        self.assertFalse(stats["planned_look"])
        self.assertIn("early", stats["recommendation"] + " ".join(w["text"] for w in stats["warnings"]))

    def test_needs_no_token(self):
        made = self.made()
        answer = self.service.ask("GET", f"{API}/experiments/{made['key']}/stats")
        self.assertEqual(answer.status, 200)
        known = self.service.ask("GET", f"{API}/experiments/{made['key']}/stats",
                                 headers={"If-None-Match": answer.headers["ETag"]})
        self.assertEqual((known.status, known.body), (304, b""))


if __name__ == "__main__":
    main()
