# SPDX-License-Identifier: Apache-2.0
"""What a report of three arms and ten metrics costs: the same at a thousand and at twenty thousand units, under 10 ms when
nothing has changed, under 100 ms when it has, also under a plan of twenty looks. Measured as the time that the service's
process spends on a processor, so that other work on the machine does not decide; a build that is slow (sanitizers) may
take 30 (300) times what showing an experiment takes, which computes nothing."""
import contextlib
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import Case, main  # noqa: E402

ARMS = [{"name": name, "allocation": share} for name, share in (("control", 0.34), ("one", 0.33), ("two", 0.33))]
KINDS = ("conversion", "sum", "count", "conversion", "mean")
METRICS = [{"name": f"metric {i}", "event": f"event {i % 4}", "kind": KINDS[i % 5],
            "role": ("primary", "guardrail")[i] if i < 2 else "secondary",
            "direction": "decrease" if i == 1 else "increase"} for i in range(10)]
METHODS = {"fixed": {}, "group_sequential": {"looks": 20}, "always_valid": {}, "bayesian": {}}
SMALL, LARGE = 1_000, 20_000


class Cost(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tasks = Path(f"/proc/{cls.service.process.pid}/task")

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

    def spent(self):
        """Milliseconds of the process's threads on processors so far."""
        total = 0
        for task in self.tasks.glob("*/schedstat"):
            with contextlib.suppress(OSError):  # it has just ended
                total += int(task.read_text().split()[0])
        return total / 1e6

    def least(self, path, times, before=lambda i: None):
        """Of one answer, so that what the service does by the way is not in it; and the answer."""
        costs, answer = [], None
        for i in range(times):
            before(i)
            begin = self.spent()
            answer = self.get(path)
            costs.append(self.spent() - begin)
        return min(costs), answer.json

    def cost(self, name, path, times, before=lambda i: None):
        cost, report = self.least(path, times, before)
        self.assertEqual(sum(len(metric["comparisons"]) for metric in report["planned"]["metrics"]), 20)
        self.assertGreater(cost, 0)
        print(f"\n  {name}: {cost:.1f} ms", end="", file=sys.stderr)
        return cost

    def at_most(self, path, milliseconds):
        return max(milliseconds, 3 * milliseconds * self.least(path, 20)[0])

    def test_a_report_costs_the_same_however_many_units(self):
        small, large = (self.filled("fixed", units) for units in (SMALL, LARGE))
        costs = [self.cost(f"{units} units", path + "/report", 40) for units, path in ((SMALL, small), (LARGE, large))]
        self.assertLess(costs[1], 1.5 * costs[0] + 1)  # of twenty times as many units
        self.assertLess(costs[1], self.at_most(large, 10))

    def test_each_method_is_quick_anew_and_unchanged(self):
        for method in METHODS:
            with self.subTest(method):
                path = self.filled(method, SMALL)

                def change(i, path=path):
                    self.post(path + "/track", {"user_id": f"user {i}", "event_name": "event 1", "value": i})

                anew = self.cost(f"{method} anew", path + "/report", 30, change)
                self.assertLess(anew, self.at_most(path, 100))
                self.assertLess(self.cost(f"{method} unchanged", path + "/report", 40), self.at_most(path, 10))

    def test_another_level_of_twenty_looks_integrates_its_bounds_once(self):
        """Against what the bounds of as many looks cost in the same process: at a first level a view integrates those of
        about twenty levels for its p-values, which serve all others; at another one three, of its intervals."""
        path, rates = self.filled("group_sequential", SMALL), [look / 20 for look in range(1, 21)]
        levels = iter(range(1, 100))

        def cost_of(ask):
            begin = self.spent()
            ask()
            return self.spent() - begin

        def bounds():
            self.post("/statistics/group_sequential_bounds",
                      {"information_rates": rates, "alpha": 0.02 + next(levels) / 1e5, "spending": "obrien_fleming"})

        def viewed():
            view = self.get(f"{path}/report?method=group_sequential&level={0.04 + next(levels) / 1e4}").json["viewed"]
            self.assertEqual(view["method"], "group_sequential")

        once = sorted(cost_of(bounds) for _ in range(9))[4]
        first, others = cost_of(viewed), sorted(cost_of(viewed) for _ in range(9))[4]
        print(f"\n  bounds {once:.1f} ms, the first level {first:.1f} ms, another {others:.1f} ms", end="", file=sys.stderr)
        self.assertLess(first, min(50 * once + 20, self.at_most(path, 100)))
        self.assertLess(others, min(6 * once + 20, self.at_most(path, 100)))


if __name__ == "__main__":
    main()
