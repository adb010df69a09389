# SPDX-License-Identifier: Apache-2.0
"""Random event streams, played against the service and computed a second time from the raw stream by a reference that
shares nothing with it: counts and sums are equal, numbers to 1e-9. `oracle.py sqlite|postgres [FIRST [COUNT]]`: on
PostgreSQL by two replicas. XP_ORACLE_STREAMS says how many (24), beside a few that are hard."""
import os
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import units as reference  # noqa: E402
from driver import Driver, run_command, services_on  # noqa: E402
from importing import import_units  # noqa: E402
from estimates import Analysis, benjamini_hochberg, sample_ratio  # noqa: E402
from streams import BEGIN, DAY, Stream, time_text  # noqa: E402
from testclock import Clock  # noqa: E402
from xpservice import PATIENCE, Postgres  # noqa: E402

STREAMS = int(os.environ.get("XP_ORACLE_STREAMS", "24"))
HARD = {41, 162}  # a covariate that explains all but the last digits of a ratio
GROUP = 25  # streams played at once
TOLERANCE = 1e-9


def day_of(text):
    import datetime
    return (datetime.date.fromisoformat(text[:10]) - datetime.date(1970, 1, 1)).days


class Checker:
    """Compares what the service says with the reference, and counts how much was compared."""

    def __init__(self):
        self.sums = self.numbers = 0
        self.largest, self.where = 0.0, ""
        self.wrong = []

    def differ(self, where, ours, theirs):
        self.wrong.append(f"{where}: reference {ours!r}, service {theirs!r}")

    def same(self, where, ours, theirs):
        self.sums += 1
        if ours != theirs:
            self.differ(where, ours, theirs)

    def near(self, where, ours, theirs, scale=0.0):
        """Relative to the number, or to what it is the difference of."""
        if ours is None or theirs is None:
            return self.same(where, ours, theirs)
        self.numbers += 1
        size = max(abs(ours), abs(theirs), scale)
        off = abs(ours - theirs) / size if size > 0 else 0.0
        if off > self.largest:
            self.largest, self.where = off, f"{where} {ours} {theirs}"
        if not off <= TOLERANCE:
            self.differ(where, ours, theirs)

    def pair(self, where, ours, theirs, scale):
        if ours is None or theirs is None:
            return self.same(where, ours, theirs)
        for end, a, b in zip(("lower", "upper"), ours, theirs):
            self.near(f"{where}.{end}", a, b, scale)

    def tables(self, where, ours, theirs):
        for key in sorted(ours.keys() | theirs.keys()):
            self.same(f"{where}{key}", ours.get(key), theirs.get(key))


def table_of(document, keys):
    """{(epoch, variant, metric, day ...): sums} of a table with columns."""
    at = document["columns"].index("day")
    table = {}
    for row in document["rows"]:
        row = [day_of(cell) if i == at else int(cell) for i, cell in enumerate(row)]
        table[tuple(row[:keys])] = tuple(row[keys:])
    return table


class Comparing:
    """One experiment of the service with what the reference makes of its units. `others` are units of earlier phases,
    `assigned` what the present one's were assigned, `counters` what is counted of assignments."""

    def __init__(self, driver, checker, path, experiment, splits, units, word, others=(), assigned=(), counters=None):
        self.driver, self.check, self.path, self.word = driver, checker, path, word + " "
        self.experiment, self.splits, self.units = experiment, splits, units
        self.others, self.assigned, self.counters = list(others), list(assigned), counters or {}

    def get(self, path):
        return self.driver.ask("GET", self.path + path)

    def await_sums(self):
        """What came in the same moment as an exposure by another replica counts a little later."""
        until, check = time.monotonic() + PATIENCE, self.check
        while True:
            self.check = Checker()
            self.sums()
            found, self.check = self.check, check
            if not found.wrong or time.monotonic() > until:
                return
            time.sleep(0.05)

    def sums(self):
        found = self.get("/sufficient-statistics")
        metrics, units = self.experiment["metrics"], self.units + self.others
        self.check.tables(self.word + "moments", reference.moments(units) | self.counters, table_of(found["moments"], 4))
        if self.experiment["plan"].get("cuped"):
            self.check.tables(self.word + "covariates", reference.covariates(units, metrics),
                              table_of(found["covariates"], 5))

    def report(self):
        found = self.get("/report")
        now = self.driver.clock.now
        self.check.same(self.word + "time", time_text(now), found["time"])
        self.view(found["planned"], self.units, now, "")
        counts, expected, _, p_value = self.balance()
        self.check.same(self.word + "observed", counts, found["sample_ratio"]["observed"])
        for ours, theirs in zip(expected, found["sample_ratio"]["expected"]):
            self.check.near(self.word + "expected", ours, theirs)
        self.check.near(self.word + "sample ratio", p_value, found["sample_ratio"]["p_value"])

    def balance(self):
        """Where exposures are explicit by the split that the unit was assigned under: of all, and of the exposed."""
        variants = len(self.experiment["variants"])
        if self.experiment.get("exposure") != "explicit" or not self.units:
            return sample_ratio(self.units, self.splits, variants)
        assigned = sample_ratio(self.assigned, self.splits, variants)
        return assigned if assigned[3] < 0.001 else \
            sample_ratio([a for a in self.assigned if a.exposed is not None], self.splits, variants)

    def ranged(self):
        """Units by the day of their exposure."""
        days = sorted({u.day for u in self.units})[1:-1]
        if days:
            found = self.get(f"/report?from={time_text(days[0] * DAY)}&to={time_text(days[-1] * DAY)}")
            self.view(found["viewed"], [u for u in self.units if days[0] <= u.day <= days[-1]], self.driver.clock.now,
                      "ranged ")

    def segmented(self, attribute):
        """By a value of the context, without covariates; corrected over the segments and treatments of a metric."""
        found = self.get(f"/report?segment={attribute}")
        level, said = found["planned"]["level"], found["segments"]
        values, without = reference.segments(self.units, attribute)
        self.check.same(f"{self.word}{attribute} without", without, said["units_without"])
        metrics, treatments = self.experiment["metrics"], [v["name"] for v in self.experiment["variants"]][1:]
        keys = [(m["name"], value, t) for m in metrics for value, _ in values for t in treatments]
        self.check.same(f"{self.word}{attribute}", keys if values else [],
                        [(c["metric"], c["segment"], c["treatment"]) for c in said["cells"]])
        experiment = self.experiment | {"plan": {}}
        analyses = [Analysis(units, experiment, self.splits, self.driver.clock.now, level) for _, units in values]
        cells = iter(said["cells"])
        for position, metric in enumerate(metrics):
            told = [(analysis, treatment, next(cells)) for analysis in analyses
                    for treatment in range(1, len(treatments) + 1)]
            self.family(position, f"{self.word}{attribute} {metric['name']}", told, level)

    def family(self, position, where, told, level):
        p_values = []
        for analysis, treatment, cell in told:
            ours, arms = analysis.cells[position, treatment], analysis.arms[position]
            if ours.kind == "rate":
                converted = [sum(u.count[position] > 0 for u in arm) for arm in arms]
                is_open = all(min(n, len(arm) - n) >= 25 for n, arm in zip(converted, arms))
                self.check.same(where + " gate", is_open and ours.p_value is not None, cell["p_value"] is not None)
            p_values.append(None if cell["p_value"] is None else ours.p_value)
        for (analysis, treatment, cell), p, (adjusted, alpha) in zip(told, p_values, benjamini_hochberg(p_values, level)):
            ours, arms = analysis.cells[position, treatment], analysis.arms[position]
            ours.adjusted_p_value, ours.alpha = adjusted, alpha
            self.check.same(where + " units", [len(arms[0]), len(arms[treatment])],
                            [cell["control_units"], cell["treatment_units"]])
            self.check.near(where + " p", p, cell["p_value"])
            self.numbers(f"{where} {cell['segment']} {cell['treatment']}", ours, cell)

    def view(self, view, units, now, word):
        analysis = Analysis(units, self.experiment, self.splits, now, view["level"])
        for position, metric in enumerate(view["metrics"]):
            where = f"{self.word}{word}{metric['name']}"
            self.check.same(where + " maturing", analysis.maturing[position], metric["maturing"])
            for arm, said in zip(analysis.arms[position], metric["variants"]):
                self.check.same(where + " units", len(arm), said["units"])
                self.check.same(where + " converted", sum(u.count[position] > 0 for u in arm), said["converted"])
            for treatment, cell in enumerate(metric["comparisons"], 1):
                self.cell(where, analysis.cells[position, treatment], cell)

    def cell(self, where, ours, cell):
        where += f" {cell['treatment']} {cell['test']}"
        self.check.near(where + " p", ours.p_value, cell["p_value"])
        self.check.near(where + " level", 1 - ours.alpha, cell["level"])
        self.numbers(where, ours, cell)

    def numbers(self, where, ours, cell):
        # Of two equal values in arms that do not vary the last bit is left.
        size = abs(ours.control) * ours.scale
        self.check.near(where + " estimate", ours.estimate, cell["estimate"], 1e-6 * max(ours.error, size))
        relative = ours.error / ours.scale / ours.control if ours.exists and ours.control > 0 else 0
        self.check.near(where + " lift", ours.lift, cell["lift"], 1e-6 * max(relative, 1))
        self.check.near(where + " adjusted p", ours.adjusted_p_value, cell["adjusted_p_value"])
        absolute, lift = ours.intervals(ours.alpha)
        self.check.pair(where + " interval", absolute, cell["interval"], 1e-3 * ours.error)
        self.check.pair(where + " lift interval", lift, cell["lift_interval"], 1e-3 * relative)


class Oracle(unittest.TestCase):
    postgres = None
    streams = sorted({*range(STREAMS)} | HARD)

    def test_streams(self):
        clock, checker, begin = Clock(BEGIN), Checker(), time.monotonic()
        exposures = events = 0
        for first in range(0, len(self.streams), GROUP):
            seeds = self.streams[first:first + GROUP]
            database = self.postgres.new_database() if self.postgres else None
            clock.set(BEGIN)  # before the services start: none of them has seen a later time
            services = services_on(database, clock, 2 if self.postgres else 1)
            try:
                played = self.group(services, clock, checker, seeds)
            finally:
                for service in services:
                    service.stop()
                    service.folder.cleanup()
            exposures += sum(len(p.raw["exposures"]) for p in played)
            events += sum(len(e) for p in played for e in p.events.values())
        print(f"{len(self.streams)} streams, {exposures} exposures, {events} deliveries of events: {checker.sums} counts equal,"
              f" {checker.numbers} numbers within {checker.largest:.1e} ({checker.where}),"
              f" {time.monotonic() - begin:.0f} s", file=sys.stderr)
        self.assertGreater(min(exposures, events, checker.sums, checker.numbers), 0)
        self.assertEqual(checker.wrong, [], "\n".join([f"{len(checker.wrong)} wrong"] + checker.wrong[:40]))

    def look_at(self, driver, checker, p):
        raw = p.raw
        units = reference.measure(raw)
        present = [u for u in units if u.epoch >= p.first_epoch]
        return Comparing(driver, checker, p.path, p.experiment, p.splits, present, f"{p.seed} live",
                         [u for u in units if u.epoch < p.first_epoch],
                         [a for a in raw["assignments"] if a.epoch >= p.first_epoch], reference.counters(raw))

    def group(self, services, clock, checker, seeds):
        driver = Driver(self, services, clock)
        played = driver.play([Stream(seed) for seed in seeds])
        looks = [self.look_at(driver, checker, p) for p in played]
        for p, look in zip(played, looks):
            clock.set(p.stream.look)
            look.await_sums()
            look.sums()
            look.report()
            if p.seed % 3 == 0:
                look.ranged()
            if p.seed % 3 == 1:
                look.segmented("country" if p.seed % 2 else "vip")
            import_units(look, p.seed)
        done = run_command(services[0], "recompute")
        self.assertEqual(done.returncode, 0, done.stderr)
        for p, look in zip(played, looks):
            look.word = f"{p.seed} recomputed "
            clock.set(p.stream.look)
            look.sums()
            look.report()
        return played


def main():
    kind = sys.argv.pop(1)
    if len(sys.argv) > 1:
        first = int(sys.argv.pop(1))
        Oracle.streams = range(first, first + (int(sys.argv.pop(1)) if len(sys.argv) > 1 else 1))
    if kind == "sqlite":
        unittest.main(verbosity=2)
    with Postgres() as Oracle.postgres:
        unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
