# SPDX-License-Identifier: Apache-2.0
"""The unit values of the reference, written to a CSV file and imported: what the service then says of them."""
import copy
import csv
import time
from fractions import Fraction
from pathlib import Path

from driver import run_command
from streams import time_text
from units import moments
from xpservice import API, PATIENCE

MICRO = 1_000_000
KINDS = {"conversion": "conversion", "retention": "conversion", "funnel": "conversion", "count": "count",
         "active_days": "count", "sum": "sum"}


def decimal(total, metric):
    """The exact value of so many multiples, and how many millionths it is."""
    value = total * Fraction(repr(metric.get("resolution", 1e-6)))
    millionths = value * MICRO
    assert millionths.denominator == 1
    sign, rest = "-" if millionths < 0 else "", abs(int(millionths))
    return f"{sign}{rest // MICRO}.{rest % MICRO:06}", int(millionths)


def as_imported(unit, positions, metrics):
    """A unit as a row of the file tells of it: no epochs, a value for each column."""
    copied = copy.copy(unit)
    copied.epoch, copied.count, copied.total, copied.known, copied.covariate = 0, {}, {}, {}, {}
    row = [unit.name, unit.variant, time_text(unit.exposure)]
    for column, position in enumerate(positions):
        kind = KINDS[metrics[position]["kind"]]
        count, total = unit.count[position], unit.total[position]
        if kind == "sum":
            text, copied.total[column] = decimal(total, metrics[position])
            copied.count[column] = int(total != 0)  # a sum of nothing is of no events
        else:
            copied.count[column] = min(count, 1) if kind == "conversion" else count
            copied.total[column], text = 0, copied.count[column]
        row.append(text)
    return copied, row


def import_units(look, seed):
    """Nothing where a variant has no units, as the file would not name it, or no metric has one value a unit."""
    metrics, variants = look.experiment["metrics"], [v["name"] for v in look.experiment["variants"]]
    positions = [p for p, m in enumerate(metrics) if m["kind"] in KINDS]
    if not positions or {u.variant for u in look.units} != set(range(len(variants))):
        return
    rows = [as_imported(unit, positions, metrics) for unit in sorted(look.units, key=lambda u: u.variant)]
    key, service = f"imported-{seed}", look.driver.services[0]
    file = Path(service.folder.name) / f"{key}.csv"
    names = [f"m{column}" for column in range(len(positions))]
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["unit", "variant", "time", *names])
        writer.writerows([row[0], variants[row[1]], *row[2:]] for _, row in rows)
    experiment = {"variants": look.experiment["variants"], "plan": {}, "metrics": []}
    options = ["--experiment", key, "--unit", "unit", "--variant", "variant", "--time", "time", "--control", variants[0]]
    for variant in experiment["variants"]:
        options += ["--allocation", f"{variant['name']}={variant['allocation']}"]
    for name, position in zip(names, positions):
        kind, role = KINDS[metrics[position]["kind"]], metrics[position].get("role", "secondary")
        options += ["--metric", f"{name}:{kind}:{role}"]
        experiment["metrics"].append({"name": name, "kind": kind, "role": role})
    done = run_command(service, "import", str(file), *options)
    look.driver.test.assertEqual(done.returncode, 0, done.stderr)
    until = time.monotonic() + PATIENCE
    while any(s.admin("GET", f"{API}/experiments/{key}").status == 404 for s in look.driver.services):
        look.driver.test.assertLess(time.monotonic(), until)
        time.sleep(0.02)
    split = {0: [v["allocation"] for v in experiment["variants"]]}
    imported = type(look)(look.driver, look.check, f"/experiments/{key}", experiment, split, [u for u, _ in rows],
                          f"{seed} imported")
    imported.report()
