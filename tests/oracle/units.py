# SPDX-License-Identifier: Apache-2.0
"""From a raw stream to the value of every unit, by docs/semantics.md ("From events to unit values"): each unit's events
are simply all looked at, in no order, with nothing kept between questions."""
from collections import defaultdict
from fractions import Fraction

DAY = 86_400_000_000  # everything is in microseconds
UNITS_ONLY, ANY_CONVERSION = -2, -1
ASSIGNED, MERGED = -3, -5  # those of which some are exposed; those with several ids, of which some had several variants
LARGEST_COUNT = 2 ** 31 - 1


def duration(text):
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[text[-1]] * 1_000_000 if text else None


def multiples(value, resolution):
    """A value as a whole number of the resolution, to the nearest."""
    exact = Fraction(repr(value)) / Fraction(repr(resolution))
    return int(exact + Fraction(1, 2)) if exact >= 0 else -int(-exact + Fraction(1, 2))


def holds(condition, properties):
    """One condition of a filter over an event's properties."""
    op, wanted = condition.get("op", "eq"), condition.get("value", True)
    found = properties.get(condition["property"])
    if op == "exists":
        return (found is not None) == wanted
    if op in ("ne", "not_in"):
        return found is None or not any(same(found, v) for v in (wanted if op == "not_in" else [wanted]))
    if found is None:
        return False
    if op in ("eq", "in"):
        return any(same(found, v) for v in (wanted if op == "in" else [wanted]))
    if op == "contains":
        return isinstance(found, str) and wanted in found
    kinds = [str if isinstance(v, str) else float if isinstance(v, (int, float)) and not isinstance(v, bool) else None
             for v in (found, wanted)]
    if kinds[0] is None or kinds[0] != kinds[1]:
        return False
    return {"lt": found < wanted, "lte": found <= wanted, "gt": found > wanted, "gte": found >= wanted}[op]


def same(a, b):
    return isinstance(a, bool) == isinstance(b, bool) and a == b


def passes(conditions, event):
    return all(holds(condition, event["properties"]) for condition in conditions or [])


class Unit:
    """`count` and `total` by position of the metric: events (or the denominator's), and values in multiples."""

    def __init__(self, name, variant, exposure, epoch, context):
        self.name, self.variant, self.exposure, self.epoch, self.context = name, variant, exposure, epoch, context
        self.day = exposure // DAY
        self.count, self.total = {}, {}
        self.known, self.covariate = {}, {}  # has a history; the same metric over it


def distinct(events):
    """The same event_id counts once; events without one each time."""
    seen, kept = set(), []
    for event in events:  # in the order of their arrival
        if event["id"] and event["id"] in seen:
            continue
        seen.add(event["id"])
        kept.append(event)
    return kept


def completes(steps, events, taken=()):
    """Whether the steps can be taken one after the other: all ways are tried."""
    if len(taken) == len(steps):
        return True
    step = steps[len(taken)]
    return any(completes(steps, events, (*taken, e["time"])) for e in events
               if e["name"] == step["event"] and passes(step.get("filter"), e) and e["time"] >= max(taken, default=0)
               and not any(at >= e["time"] for at, before in zip(taken, steps) if before["event"] == e["name"]))


def totals(metric, events):
    """Number and sum of what counts under a metric, before a cap; and whether that is a history."""
    if metric.get("kind") == "funnel":
        count = int(completes(metric["steps"], events))
        return count, 0, count > 0
    heard = [e for e in events if e["name"] == metric.get("event", metric["name"]) and passes(metric.get("filter"), e)]
    if metric.get("kind") == "active_days":
        days = len({e["time"] // DAY for e in heard})
        return days, days, days > 0
    total = sum(multiples(e["value"], metric.get("resolution", 1e-6)) for e in heard)
    if metric.get("kind") != "ratio":
        return len(heard), total, bool(heard)
    below = metric["denominator"]
    parts = [e for e in events if e["name"] == below["event"] and passes(below.get("filter"), e)]
    count = len(parts)
    if below.get("aggregate") == "sum":
        count = sum(multiples(e["value"], below.get("resolution", 0.01)) for e in parts)
    count = max(-LARGEST_COUNT, min(count, LARGEST_COUNT))
    return count, total, count > 0 or total != 0


def capped(metric, count, total):
    cap = metric.get("cap")
    if cap is None:
        return count, total
    if metric["kind"] in ("count", "active_days"):
        return min(count, int(cap)), total
    return count, min(total, multiples(cap, metric.get("resolution", 1e-6)))


def covariate_of(metric, before):
    count, total, known = totals(metric, before)
    if metric.get("kind", "conversion") in ("conversion", "retention", "funnel"):
        return known, int(count > 0)
    count, total = capped(metric, count, total)
    return known, count if metric["kind"] in ("count", "active_days") else total


def in_time(metric, unit, event):
    since = event["time"] - unit.exposure
    window = duration(metric.get("window"))
    return since >= (duration(metric.get("after")) or 0) and (window is None or since < window)


def any_conversion(metrics, unit, events):
    """An event that counts for any conversion metric; values in the coarsest resolution of theirs."""
    of = [m for m in metrics if m.get("kind", "conversion") == "conversion"]
    heard = [e for e in events if any(e["name"] == m.get("event", m["name"]) and passes(m.get("filter"), e)
                                      and in_time(m, unit, e) for m in of)]
    coarsest = max(m.get("resolution", 1e-6) for m in of)
    return len(heard), sum(multiples(e["value"], coarsest) for e in heard)


def keeps_any_conversion(metrics):
    return (not any(m.get("role") == "primary" for m in metrics)
            and sum(m.get("kind", "conversion") == "conversion" for m in metrics) > 1)


def measure(stream):
    """Every exposed unit with its values. `stream`: experiment, exposures, events by user, stopped_at."""
    metrics, plan = stream["experiment"]["metrics"], stream["experiment"]["plan"]
    units = []
    for exposure in stream["exposures"]:
        unit = Unit(exposure["user"], exposure["variant"], exposure["time"], exposure["epoch"], exposure["context"])
        events = [e for e in distinct(stream["events"][unit.name])
                  if stream["stopped_at"] is None or e["time"] <= stream["stopped_at"]]
        after = [e for e in events if e["time"] >= unit.exposure]
        before = [e for e in events if plan.get("cuped") and
                  unit.exposure - duration(plan.get("cuped_window", "14d")) <= e["time"] < unit.exposure]
        for position, metric in enumerate(metrics):
            counted = totals(metric, [e for e in after if in_time(metric, unit, e)])
            unit.count[position], unit.total[position] = capped(metric, counted[0], counted[1])
            unit.known[position], unit.covariate[position] = covariate_of(metric, before)
        if keeps_any_conversion(metrics):
            unit.count[ANY_CONVERSION], unit.total[ANY_CONVERSION] = any_conversion(metrics, unit, after)
        units.append(unit)
    return units


def sums(units, position):
    """The exact sums of a metric over units, as /sufficient-statistics names them."""
    pairs = [(u.count[position], u.total[position]) for u in units]
    return (sum(n > 0 for n, _ in pairs), sum(n for n, _ in pairs), sum(n * n for n, _ in pairs),
            sum(v for _, v in pairs), sum(v * v for _, v in pairs), sum(n * v for n, v in pairs))


def cells(units, keys):
    of = defaultdict(list)
    for unit in units:
        of[keys(unit)].append(unit)
    return of


def moments(units):
    """{(epoch, variant, metric, day): sums}, without what is all zero."""
    table = {}
    for (epoch, variant, day), members in cells(units, lambda u: (u.epoch, u.variant, u.day)).items():
        table[epoch, variant, UNITS_ONLY, day] = (len(members), 0, 0, 0, 0, 0, 0)
        for position in members[0].count:
            found = sums(members, position)
            if any(found):
                table[epoch, variant, position, day] = (0, *found)
    return table


def counters(stream):
    """{(epoch, variant, counter, day of the assignment): units, and those of them that are special}."""
    table = defaultdict(lambda: [0] * 7)
    explicit = stream["experiment"].get("exposure") == "explicit"
    for a in stream["assignments"]:
        for counter, counts, special in ((ASSIGNED, explicit, a.exposed is not None), (MERGED, a.ids > 1, a.variants > 1)):
            if counts:
                cell = table[a.epoch, a.variant, counter, a.time // DAY]
                cell[0] += 1
                cell[1] += special
    return {key: tuple(cell) for key, cell in table.items()}


def segments(units, attribute):
    """[(value as text, units)], the largest first; and how many units have none."""
    of = cells(units, lambda unit: unit.context.get(attribute))
    without = len(of.pop(None, []))
    named = [(str(value).lower() if isinstance(value, bool) else value, members) for value, members in of.items()]
    return sorted(named, key=lambda entry: (-len(entry[1]), entry[0])), without


def covariates(units, metrics):
    """{(epoch, variant, metric, day, has history): units, x, x x, x v, x n, x converted, sums}."""
    table = {}
    for position in range(len(metrics)):
        keys = cells(units, lambda u, p=position: (u.epoch, u.variant, p, u.day, int(u.known[p])))
        for key, members in keys.items():
            x = [(u.covariate[position], u) for u in members]
            table[key] = (len(members), sum(v for v, _ in x), sum(v * v for v, _ in x),
                          sum(v * u.total[position] for v, u in x), sum(v * u.count[position] for v, u in x),
                          sum(v for v, u in x if u.count[position] > 0), 0, *sums(members, position))
    return table
