# SPDX-License-Identifier: Apache-2.0
"""What a report of three arms and ten metrics costs: the same at a thousand and at twenty thousand units, under 10 ms when
nothing has changed, under 100 ms when it has, also at the last of twenty looks. Times are of the fastest answers, and
sizes are compared by turns, so that other work on the machine does not decide."""
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import Case, main  # noqa: E402

ARMS = [{"name": name, "allocation": share} for name, share in (("control", 0.34), ("one", 0.33), ("two", 0.33))]
METRICS = [{"name": f"metric {i}", "event": f"event {i % 4}", "kind": ("conversion", "sum", "count", "conversion", "mean")[i % 5],
            "role": ("primary", "guardrail")[i] if i < 2 else "secondary",
            "direction": "decrease" if i == 1 else "increase"} for i in range(10)]
METHODS = {"fixed": {}, "group_sequential": {"looks": 20}, "always_valid": {}, "bayesian": {}}
SMALL, LARGE = 1_000, 20_000


class Cost(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.case = cls("filled")

    def filled(self, method, units):
        made = self.made(f"{method} {units}", variants=ARMS, metrics=METRICS, target_sample_size=units // 3,
                         plan={"method": method, "smallest_effect": 0.05, **METHODS[method]})
        path, chance = f"/experiments/{made['id']}", random.Random(units)
        for first in range(0, units, 1000):
            users = [f"user {i}" for i in range(first, first + 1000)]
            self.post(path + "/assign:batch", {"users": [{"user_id": user} for user in users]})
            events = [{"user_id": user, "event_name": f"event {i}", "value": round(chance.lognormvariate(2, 0.8), 2)}
                      for user in users for i in range(4) if chance.random() < 0.3]
            for part in (events[:1000], events[1000:]):
                self.post(path + "/track:batch", {"events": part})
        return path

    def took(self, path):
        begin = time.perf_counter()
        report = self.get(path + "/report")
        milliseconds = 1e3 * (time.perf_counter() - begin)
        self.assertEqual(sum(len(m["comparisons"]) for m in report.json["planned"]["metrics"]), 20)
        return milliseconds

    def told(self, name, times):
        times = sorted(times)
        print(f"\n  {name}: fastest {times[0]:.1f} ms, median {statistics.median(times):.1f} ms, "
              f"slowest of {len(times)} {times[-1]:.1f} ms", end="", file=sys.stderr)
        return times[0]

    def test_a_report_costs_the_same_however_many_units(self):
        small, large = (self.filled("fixed", units) for units in (SMALL, LARGE))
        times = [(self.took(small), self.took(large)) for _ in range(60)]
        fastest = [self.told(f"{units} units", [pair[i] for pair in times]) for i, units in enumerate((SMALL, LARGE))]
        self.assertLess(fastest[1], 2 * fastest[0] + 2)
        self.assertLess(fastest[1], 10)

    def test_each_method_is_quick_anew_and_unchanged(self):
        for method in METHODS:
            with self.subTest(method):
                path = self.filled(method, SMALL)
                anew = []
                for i in range(15):
                    self.post(path + "/track", {"user_id": f"user {i}", "event_name": "event 1", "value": i})
                    anew.append(self.took(path))
                self.assertLess(self.told(f"{method} anew", anew), 100)
                self.assertLess(self.told(f"{method} unchanged", [self.took(path) for _ in range(40)]), 10)

    def test_other_views_of_twenty_looks(self):
        """No bound of these levels has been integrated before."""
        path = self.filled("group_sequential", 2 * SMALL)
        times = []
        for level in (0.01, 0.02, 0.03, 0.04):
            begin = time.perf_counter()
            view = self.get(f"{path}/report?method=group_sequential&level={level}").json["viewed"]
            times.append(1e3 * (time.perf_counter() - begin))
            self.assertEqual(view["level"], level)
        self.assertLess(self.told("another level", times), 100)


if __name__ == "__main__":
    main()
