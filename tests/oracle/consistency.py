# SPDX-License-Identifier: Apache-2.0
"""One number, one answer: what an experiment says is the same in its report, the single-look view, the last point of the
series, the tables, the evidence bundle, the sufficient statistics and the gauges for Prometheus, under every method and
for every kind of estimate. The clock stands while they are asked. `consistency.py sqlite|postgres`"""
import csv
import io
import json
import random
import re
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from driver import run_command, services_on  # noqa: E402
from streams import BEGIN, DAY, HOUR, time_text  # noqa: E402
from testclock import Clock  # noqa: E402
from xpservice import API, Postgres  # noqa: E402

START = BEGIN + 11 * HOUR + HOUR // 2
GATHERED = BEGIN + 8 * DAY + 11 * HOUR  # all data are there
LOOK = GATHERED + HOUR                  # the next snapshot is due since half an hour
BUY = {"name": "buy", "role": "primary"}
SPEND = {"name": "spend", "kind": "sum", "event": "buy"}
ERROR = {"name": "error", "role": "guardrail", "direction": "decrease"}
THREE = [{"name": n, "allocation": a} for n, a in (("control", 0.4), ("one", 0.3), ("two", 0.3))]
TWO = [{"name": n, "allocation": 0.5} for n in ("control", "one")]

# What each is about: metrics, the plan beyond its method, variants.
EXPERIMENTS = {
    "fixed": ([BUY, SPEND, ERROR], {"method": "fixed"}, TWO),
    "one-sided": ([BUY, ERROR], {"method": "fixed", "alternative": "better"}, TWO),
    "sequential": ([BUY, ERROR], {"method": "group_sequential", "looks": 3, "smallest_effect": 0.1,
                                  "metrics": [{"name": "error", "margin": {"value": 0.5}}]}, TWO),
    "always-valid": ([BUY, SPEND], {"method": "always_valid"}, TWO),
    "bayesian": ([BUY, SPEND], {"method": "bayesian"}, TWO),
    "ratio": ([{"name": "order value", "kind": "ratio", "event": "buy", "denominator": {"event": "visit"},
                "role": "primary"}, {"name": "mean value", "kind": "mean", "event": "buy"}], {"method": "fixed"}, TWO),
    "cuped": ([{**SPEND, "role": "primary"}, BUY | {"role": "secondary"}],
              {"method": "always_valid", "cuped": True, "cuped_window": "3d"}, TWO),
    "capped": ([{**SPEND, "role": "primary"}], {"method": "fixed", "metrics": [{"name": "spend", "cap_quantile": 0.95}]},
               TWO),
    "three arms": ([BUY, {**SPEND, "role": "primary"}, {"name": "visit", "kind": "count"}, ERROR],
                   {"method": "fixed", "smallest_effect": 0.1}, THREE),
    "no primary": ([BUY | {"role": "secondary"}, ERROR | {"role": "secondary"}], {"method": "fixed"}, THREE),
}
BATCHES, USERS = 5, 240


def of_each(check):
    """A test of one experiment is run for all of them."""
    def run(self):
        for key in EXPERIMENTS:
            with self.subTest(key):
                check(self, key)
    return run


class Consistency(unittest.TestCase):
    postgres = None

    @classmethod
    def setUpClass(cls):
        cls.clock = Clock(BEGIN)
        database = cls.postgres.new_database() if cls.postgres else None
        cls.services = services_on(database, cls.clock, 1)
        cls.service = cls.services[0]
        cls.addClassCleanup(cls.service.folder.cleanup)
        cls.addClassCleanup(cls.service.stop)
        cls.fill()
        cls.clock.set(GATHERED)
        # Gates open and caps apply by what the pass over the units finds: none may come between a snapshot and a report.
        for key in EXPERIMENTS:
            cls.wait(lambda key=key: all((metric["shape"] or {}).get("as_of") == time_text(GATHERED)
                                         for metric in cls.report(key)["planned"]["metrics"]
                                         if metric["kind"] != "conversion"), f"a pass over the units of {key}")
        cls.clock.set(LOOK)
        for key in EXPERIMENTS:
            cls.wait(lambda key=key: (cls.get(key, "/series") or [{"time": ""}])[-1]["time"] == time_text(LOOK),
                     f"the snapshot of {key}")
            cls.wait(lambda key=key: cls.gauges(key).get(("results_timestamp_seconds",)) == LOOK / 1e6,
                     f"the gauges of {key}")

    # What happens

    @classmethod
    def ask(cls, method, path, body=None, status=200):
        answer = cls.service.admin(method, API + path, body)
        assert answer.status == status, (path, answer)
        return answer

    @classmethod
    def wait(cls, ready, what):
        until = time.monotonic() + 240
        while not ready():
            assert time.monotonic() < until, f"no {what}"
            time.sleep(0.2)

    @classmethod
    def fill(cls):
        cls.paths = {}
        for key, (metrics, plan, variants) in EXPERIMENTS.items():
            made = cls.ask("POST", "/experiments", {
                "name": key, "key": key.replace(" ", "-"), "project": key.replace(" ", "-"), "metrics": metrics,
                "variants": variants, "plan": plan, "salt": f"consistent {key}", "target_sample_size": 500}, 201).json
            cls.paths[key] = f"/experiments/{made['id']}"
        cls.clock.set(START)
        for path in cls.paths.values():
            cls.ask("POST", path + "/start")
        for batch in range(BATCHES):
            at = START + batch * DAY + 2 * HOUR
            cls.clock.set(at)
            for key in EXPERIMENTS:
                cls.visit(key, batch, at)
            if batch == 1:  # another split: estimates are stratified
                cls.ask("PATCH", cls.paths["fixed"], {"variants": [{"name": "control", "allocation": 0.7},
                                                                   {"name": "one", "allocation": 0.3}]})

    @classmethod
    def visit(cls, key, batch, at):
        chance = random.Random(f"{key} {batch}")
        users = [f"{key}-{batch}-{i}" for i in range(USERS)]
        habits = {user: chance.lognormvariate(2, 0.4) for user in users}

        def event(user, name, when, value=1.0):
            return {"user_id": user, "event_name": name, "value": round(value, 2), "timestamp": time_text(when),
                    "project": key.replace(" ", "-")}

        past = [event(user, "buy", at - HOUR * chance.randint(1, 60), habits[user]) for user in users[::2]]
        assigned = cls.ask("POST", cls.paths[key] + "/assign:batch", {"users": [{"user_id": u} for u in users]}).json
        events = past
        for answer in assigned["assignments"]:
            user, better = answer["user_id"], answer["variant"] != "control"
            events += [event(user, "visit", at + HOUR) for _ in range(chance.randint(1, 3))]
            if chance.random() < (0.42 if better else 0.3):
                events.append(event(user, "buy", at + 2 * HOUR, habits[user] * chance.uniform(0.8, 1.2)))
            if chance.random() < 0.2:
                events.append(event(user, "error", at + HOUR))
        results = cls.ask("POST", "/events:batch", {"events": events}).json["results"]
        assert all(r["ok"] for r in results)

    # What is asked

    @classmethod
    def get(cls, key, what):
        return cls.ask("GET", cls.paths[key] + what).json

    @classmethod
    def report(cls, key, query=""):
        return cls.get(key, "/report" + query)

    @classmethod
    def gauges(cls, key):
        """{(name without prefix, other labels' values): value} of an experiment."""
        page = cls.service.ask("GET", "/metrics").body.decode()
        found, identity = {}, cls.paths[key].rsplit("/", 1)[1]
        for name, labels, value in re.findall(r"^experimentation_(\w+)\{([^}]*)\} (\S+)$", page, re.M):
            labels = dict(re.findall(r'(\w+)="((?:[^"\\]|\\.)*)"', labels))
            if labels.get("experiment_id") == identity:
                found[(name,) + tuple(labels[n] for n in ("metric", "variant") if n in labels)] = float(value)
        return found

    def table(self, key, what, query=""):
        answer = self.ask("GET", f"{self.paths[key]}{what}?format=csv{query}")
        return list(csv.DictReader(io.StringIO(answer.body.decode())))

    def cells(self, view):
        return [(metric, cell) for metric in view["metrics"] for cell in metric["comparisons"]]

    def same(self, ours, theirs, what):
        """Equal as numbers, also where one was written to a table."""
        if isinstance(theirs, str):
            theirs = None if theirs == "" else float(theirs)
        self.assertEqual(ours, theirs, what)

    def ends(self, interval):
        return interval or [None, None]

    # What must agree

    def test_the_experiments_are_what_they_are_for(self):
        adjusted = self.report("cuped")["planned"]["metrics"][0]["adjustment"]
        self.assertGreater(adjusted["variance_reduction"], 0.05)
        self.assertGreater(self.report("capped")["planned"]["metrics"][0]["shape"]["units_cut"], 5)
        self.assertEqual({epoch["number"] for epoch in self.ask("GET", self.paths["fixed"]).json["epochs"]}, {0, 1})

    @of_each
    def test_every_cell_has_its_numbers(self, key):
        report = self.report(key)
        self.assertEqual(report["planned"]["method"], EXPERIMENTS[key][1]["method"])
        for metric, cell in self.cells(report["planned"]):
            self.assertIsNone(metric["gate"], metric["name"])
            for field in ("estimate", "interval", "lift"):
                self.assertIsNotNone(cell[field], (metric["name"], field))

    @of_each
    def test_the_single_look_is_the_fixed_report(self, key):
        stats, report = self.get(key, "/stats"), self.report(key, "?method=fixed")
        self.assertEqual((stats["planned_method"], stats["decision"]),
                         (report["planned"]["method"], report["planned"]["decision"]))
        for ours, metric in zip(stats["metrics"], report["viewed"]["metrics"], strict=True):
            self.assertEqual([(v["sample_size"], v["conversions"]) for v in ours["variants"]],
                             [(v["units"], v["converted"]) for v in metric["variants"]])
            for comparison, cell in zip(ours["comparisons"], metric["comparisons"], strict=True):
                self.single_look(key, metric["name"], comparison, cell)
        if key != "no primary":
            primary = [(cell["adjusted_p_value"], cell["lift"]) for metric, cell in self.cells(report["viewed"])
                       if metric["role"] == "primary"]
            self.assertIn((stats["p_value"], stats["effect_size"]), primary)

    def single_look(self, key, metric, comparison, cell):
        names = [("estimate", "estimate"), ("effect_size", "lift"), ("test", "test"), ("p_value", "p_value")]
        if key != "no primary":  # there each metric stands for itself
            names.append(("adjusted_p_value", "adjusted_p_value"))
            if key != "one-sided":
                names += [("level", "level"), ("confidence_interval", "interval"),
                          ("effect_size_interval", "lift_interval")]
        for ours, theirs in names:
            self.assertEqual(comparison[ours], cell[theirs], (metric, ours))
        if key == "one-sided":  # the report's intervals are open on one side
            for ours, theirs in (("confidence_interval", "interval"), ("effect_size_interval", "lift_interval")):
                self.assertEqual(cell[theirs].count(None), 1, (metric, ours))
                for a, b in zip(comparison[ours], cell[theirs]):
                    self.assertIn(b, (a, None), (metric, ours))

    @of_each
    def test_the_series_ends_with_the_report(self, key):
        report = self.report(key)
        rows = [row for row in self.get(key, "/series") if row["time"] == time_text(LOOK)]
        expected = []
        for metric in report["planned"]["metrics"]:
            for number, arm in enumerate(metric["variants"]):
                cell = metric["comparisons"][number - 1] if number else {}
                posterior = cell.get("posterior") or {}
                lower, upper = self.ends(cell.get("interval"))
                lift_lower, lift_upper = self.ends(cell.get("lift_interval"))
                expected.append({
                    "time": report["time"], "metric": metric["name"], "lower": lower, "upper": upper,
                    "lift_lower": lift_lower, "lift_upper": lift_upper,
                    **{name: arm[name] for name in ("variant", "units", "converted", "value")},
                    **{name: cell.get(name) for name in ("estimate", "lift", "p_value", "adjusted_p_value",
                                                         "power", "word")},
                    **{name: posterior.get(name) for name in ("probability_better", "expected_loss")},
                    "sample_ratio_p_value": report["sample_ratio"]["p_value"],
                    "decision": report["planned"]["decision"]})
        self.assertEqual(rows, expected)

    @of_each
    def test_tables_hold_the_same_numbers(self, key):
        report, stats = self.report(key), self.get(key, "/stats")
        rows = self.table(key, "/report")
        for row, (metric, cell) in zip(rows, self.cells(report["planned"]), strict=True):
            self.assertEqual((row["metric"], row["treatment"], row["word"]),
                             (metric["name"], cell["treatment"], cell["word"]))
            for name in ("estimate", "lift", "level", "p_value", "adjusted_p_value", "margin_p_value", "power"):
                self.same(cell[name], row[name], name)
            for ends, names in (("interval", ("lower", "upper")), ("lift_interval", ("lift_lower", "lift_upper"))):
                for end, name in zip(self.ends(cell[ends]), names):
                    self.same(end, row[name], name)
        comparisons = [c for metric in stats["metrics"] for c in metric["comparisons"]]
        for row, c in zip([r for r in self.table(key, "/stats") if r["test"]], comparisons, strict=True):
            for name in ("estimate", "effect_size", "level", "p_value", "adjusted_p_value"):
                self.same(c[name], row[name], name)
        series = self.get(key, "/series")
        for row, point in zip(self.table(key, "/series"), series, strict=True):
            for name in ("units", "value", "estimate", "lower", "upper", "p_value", "sample_ratio_p_value"):
                self.same(point[name], row[name], name)

    @of_each
    def test_the_sums_are_those_of_the_report(self, key):
        found = self.get(key, "/sufficient-statistics")
        report = self.report(key)
        columns = found["moments"]["columns"]
        at = {name: columns.index(name) for name in ("metric", "variant", "units", "converted")}
        for position, metric in enumerate(report["planned"]["metrics"]):
            for variant, arm in enumerate(metric["variants"]):
                of = [row for row in found["moments"]["rows"] if row[at["variant"]] == variant]
                units = sum(row[at["units"]] for row in of if row[at["metric"]] == -2)
                converted = sum(row[at["converted"]] for row in of if row[at["metric"]] == position)
                self.assertEqual((arm["units"], arm["converted"]), (units, converted), (metric["name"], variant))

    @of_each
    def test_the_bundle_is_verified_and_says_the_same(self, key):
        whole = self.ask("GET", self.paths[key] + "/bundle").body
        with zipfile.ZipFile(io.BytesIO(whole)) as files:
            inside = {name: json.loads(files.read(f"{name}.json"))
                      for name in ("report", "stats", "sufficient-statistics")}
        self.assertEqual(inside["report"], self.report(key))
        self.assertEqual(inside["stats"], self.get(key, "/stats"))
        for part, rows in self.get(key, "/sufficient-statistics").items():
            if part != "experiment":
                self.assertEqual(inside["sufficient-statistics"][part], rows, part)
        with tempfile.NamedTemporaryFile(suffix=".zip") as file:
            file.write(whole)
            file.flush()
            done = run_command(self.service, "verify", file.name)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    @of_each
    def test_gauges_show_the_report(self, key):
        words = {"better": 1, "worse": -1}
        states = {"non_inferior": 1, "better": 1, "inferior": -1, "worse": -1}
        report, gauges = self.report(key), self.gauges(key)
        self.assertEqual(gauges[("sample_ratio_p_value",)], report["sample_ratio"]["p_value"])
        self.assertEqual(gauges[("progress_ratio",)], report["progress"]["fraction"])
        for metric in report["planned"]["metrics"]:
            name = metric["name"]
            if metric["role"] == "secondary" and key != "no primary":
                self.assertNotIn(("units", name, "control"), gauges)
                continue
            for arm in metric["variants"]:
                self.assertEqual((gauges["units", name, arm["variant"]], gauges["rate", name, arm["variant"]]),
                                 (arm["units"], arm["value"]))
            for cell in metric["comparisons"]:
                lower, upper = self.ends(cell["lift_interval"])
                for gauge, value in (("lift", cell["lift"]), ("lift_lower", lower), ("lift_upper", upper),
                                     ("p_value", cell["adjusted_p_value"])):
                    self.assertEqual(gauges.get((gauge, name, cell["treatment"])), value, (name, gauge))
                if metric["role"] == "guardrail":
                    self.assertEqual(gauges["guardrail_state", name, cell["treatment"]], states.get(cell["word"], 0))
                else:
                    self.assertEqual(gauges["verdict", name, cell["treatment"]], words.get(cell["word"], 0))


def main():
    kind = sys.argv.pop(1)
    if kind == "sqlite":
        unittest.main(verbosity=2)
    with Postgres() as Consistency.postgres:
        unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
