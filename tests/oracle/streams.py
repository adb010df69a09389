# SPDX-License-Identifier: Apache-2.0
"""A seed becomes an experiment and all that happens to it: who is exposed when, what they do, when the service hears of
it (late, twice, by another way, in a batch or alone), and what is changed meanwhile. The same seed gives the same stream
on every database: the clock is the test's."""
import random

from units import DAY, duration

HOUR = DAY // 24
MINUTE = HOUR // 60
BEGIN = 20_500 * DAY  # 2026-02-16
EVENTS = ("visit", "order", "open", "refund")
COUNTRIES = ("DE", "NP", "BR", None)


def time_text(at):
    import datetime
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=at)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Stream:
    """`steps`: (time, what, ...) in the order of time; see driver.py for what each asks of the service."""

    def __init__(self, seed):
        self.seed = seed
        self.rng = random.Random(seed)
        self.more = random.Random(f"more {seed}")  # who is seen when, and who is whom
        self.explicit, self.merges = self.more.random() < 0.3, self.more.random() < 0.45
        self.phases = self.more.random() < 0.25
        self.marks = random.Random(f"marks {seed}")  # what is measured by when events were
        self.days = self.rng.randint(3, 6)
        self.project = f"oracle-{seed}"
        self.arms = self.rng.choice((2, 2, 3))
        self.experiment = self.make_experiment()
        self.steps, self.exposures = [], []
        self.next_id = 0
        self.make_changes()
        self.make_traffic()
        self.look_at_an_edge()
        self.steps.sort(key=lambda step: step[0])  # of one moment: in the order they were made

    # The experiment

    def split(self):
        choices = {2: ((0.5, 0.5), (0.9, 0.1), (0.3, 0.7), (0.625, 0.375)),
                   3: ((0.4, 0.3, 0.3), (0.2, 0.4, 0.4), (0.8, 0.1, 0.1), (0.5, 0.25, 0.25))}
        return self.rng.choice(choices[self.arms])

    def variants(self, split):
        return [{"name": name, "allocation": share} for name, share in zip(("control", "one", "two"), split)]

    def name_of(self, variant):
        return self.experiment["variants"][variant]["name"]

    def make_experiment(self):
        rng = self.rng
        metrics = [self.metric(kind) for kind in rng.sample(
            ("conversion", "conversion", "count", "sum", "sum", "mean", "ratio", "ratio", "retention"),
            rng.randint(4, 6))]
        metrics = [self.marked(metric) for metric in metrics]
        for number, metric in enumerate(metrics):
            metric["name"] = f"{metric['kind']} {number}"
        if rng.random() < 0.15:  # the headline is about any of the conversions
            for metric in metrics:
                metric["role"] = "secondary"
        plan = {"method": "fixed", "minimum_days": 1}
        if rng.random() < 0.5:
            plan |= {"cuped": True, "cuped_window": rng.choice(("6h", "1d", "3d"))}
        return {"name": f"Stream {self.seed}", "key": f"stream-{self.seed}", "project": self.project,
                "exposure": "explicit" if self.explicit else "assignment",
                "variants": self.variants(self.split()), "metrics": metrics, "plan": plan,
                "target_sample_size": 1_000_000, "traffic_allocation": rng.choice((1.0, 1.0, 0.4)),
                "salt": f"salt {self.seed}", "hash": rng.choice(("native", "native", "growthbook_v2", "sha256_mod10000"))}

    def metric(self, kind):
        rng = self.rng
        metric = {"kind": kind, "event": rng.choice(EVENTS), "role": rng.choice(("primary", "secondary", "secondary",
                                                                                 "guardrail"))}
        if rng.random() < 0.3:
            metric["direction"] = "decrease"
        if rng.random() < 0.4:
            metric["window"] = rng.choice(("90s", "6h", "1d", "30h"))
        if rng.random() < 0.35:
            metric["filter"] = [self.condition() for _ in range(rng.choice((1, 1, 2)))]
        if kind in ("sum", "mean", "ratio") and rng.random() < 0.5:
            metric["resolution"] = rng.choice((0.01, 1.0, 1e-4))
        if kind == "count" and rng.random() < 0.5:
            metric["cap"] = rng.randint(1, 3)
        if kind in ("sum", "mean", "ratio") and rng.random() < 0.5:
            metric["cap"] = rng.choice((40, 12.5, 300))
        if kind == "ratio":
            metric["denominator"] = {"event": rng.choice(EVENTS)}
            if rng.random() < 0.4:
                metric["denominator"] |= {"aggregate": "sum", "resolution": rng.choice((0.01, 1.0))}
            if rng.random() < 0.3:
                metric["denominator"]["filter"] = [self.condition()]
        if kind == "retention":
            metric["after"] = rng.choice(("30s", "2h", "1d"))
            if "window" in metric and duration(metric["window"]) <= duration(metric["after"]):
                metric["window"] = "2d"
        return metric

    def marked(self, metric):
        """The same one, or one whose value follows from when its events were."""
        rng = self.marks
        if metric["kind"] not in ("conversion", "sum") or rng.random() < 0.5:
            return metric
        kept = {field: metric[field] for field in ("role", "direction", "window") if field in metric}
        if rng.random() < 0.5:
            kept |= {field: metric[field] for field in ("event", "filter") if field in metric}
            return kept | {"kind": "active_days"} | ({"cap": rng.randint(1, 3)} if rng.random() < 0.5 else {})
        steps = [{"event": rng.choice(EVENTS)} | ({"filter": [self.condition(rng)]} if rng.random() < 0.3 else {})
                 for _ in range(rng.choice((2, 2, 3)))]
        return kept | {"kind": "funnel", "steps": steps}

    def condition(self, rng=None):
        return (rng or self.rng).choice((
            {"property": "plan", "op": "in", "value": ["pro", "team"]}, {"property": "plan", "value": "free"},
            {"property": "seats", "op": "gte", "value": 2}, {"property": "seats", "op": "lt", "value": 3.5},
            {"property": "bot", "op": "ne", "value": True}, {"property": "plan", "op": "contains", "value": "e"},
            {"property": "note", "op": "exists", "value": False}, {"property": "note", "op": "exists"},
            {"property": "plan", "op": "not_in", "value": ["team", "free"]}))

    # What is changed while it runs: in the first hour of a day, while nothing else happens.

    def make_changes(self):
        rng = self.rng
        self.start = BEGIN + rng.randrange(HOUR // 2)
        self.steps.append((self.start, "start"))
        for day in range(1, self.days):
            at = BEGIN + day * DAY + rng.randrange(HOUR // 2)
            what = rng.random()
            if what < 0.3:
                self.steps.append((at, "change", {"variants": self.variants(self.split())}))
            elif what < 0.45:
                self.steps.append((at, "change", {"traffic_allocation": rng.choice((0.4, 0.7, 1.0))}))
            elif what < 0.55:
                self.steps.append((at, "pause"))
                if day + 1 < self.days:  # else it stays so, until the stop if there is one
                    self.steps.append((BEGIN + (day + 1) * DAY + rng.randrange(HOUR // 2), "resume"))
        if self.phases:
            day = self.more.randrange(1, self.days)
            self.steps.append((BEGIN + day * DAY + 31 * MINUTE, "change", {"new_phase": True}))
        self.stopped_at = None
        self.end = BEGIN + self.days * DAY
        if rng.random() < 0.5:
            self.stopped_at = self.end + rng.randrange(1, HOUR // 2)
            self.steps.append((self.stopped_at, "stop"))
        # The last look: where windows have just ended, or somewhere.
        self.look = self.end + 3 * HOUR + rng.choice((0, 3 * HOUR, 3 * HOUR - 1, 21 * HOUR, rng.randrange(20 * HOUR)))
        if rng.random() < 0.5:
            self.look = self.end + rng.choice((DAY, DAY - 1, 6 * HOUR, 6 * HOUR - 1, 30 * HOUR, 30 * HOUR - 1))

    # Who comes, and what they do

    def make_traffic(self):
        rng = self.rng
        per_day = rng.choice((20, 60, 100))
        self.users, self.arrived, self.done, self.exposed_at = [], {}, {}, set()
        batches, seen = {}, {}  # (arrival, way) -> events; time -> who is told to be exposed, and since when
        for day in range(self.days):
            for _ in range(rng.randint(1, 3)):
                at = BEGIN + day * DAY + HOUR + rng.randrange(22 * HOUR)
                names = [f"u{len(self.users) + i}" for i in range(rng.randint(1, per_day))]
                again = rng.sample(self.users, min(3, len(self.users)))  # they keep what they have
                self.users += names
                contexts = {name: self.context() for name in names}
                self.steps.append((at, "assign", [(name, contexts.get(name, {})) for name in names + again]))
                for name in names:
                    self.arrived[name] = at
                    exposure = self.exposed(name, at, seen)
                    self.exposed_at.add(exposure)
                    self.done[name] = list(self.events_of(name, exposure))
                    for event in self.done[name]:
                        self.deliver(event, at, batches)
        if self.merges:
            self.make_merges(batches)
        self.steps += [(at, "expose", users) for at, users in seen.items()]
        for (at, way), events in batches.items():
            for i in range(0, len(events), 500):
                self.steps.append((at, way, events[i:i + 500]))

    def look_at_an_edge(self):
        """Sometimes in the moment that a unit has been exposed for a whole window, or just before."""
        windows = [duration(m.get("window", m.get("after"))) for m in self.experiment["metrics"]
                   if "window" in m or "after" in m]
        edges = sorted({at + w for at in self.exposed_at for w in windows if at + w >= self.end + 3 * HOUR})
        if edges and self.more.random() < 0.5:
            self.look = self.more.choice(edges) - self.more.choice((0, 0, 1))

    def exposed(self, name, assigned, seen):
        """When the unit is exposed; where that is explicit, some never are, and some are told of twice."""
        first, more = None, self.more
        for _ in range(more.choice((0, 1, 1, 1, 1, 2)) * self.explicit):
            told = assigned + more.choice((0, more.randrange(6 * HOUR), more.randrange(2 * DAY)))
            # With the events of that time, or apart; at last after a stop.
            told = min(-(-told // (4 * HOUR)) * 4 * HOUR + HOUR + more.choice((HOUR // 2, 37 * MINUTE)), self.end + HOUR)
            at = more.choice((None, None, told - more.randrange(2 * HOUR), assigned - HOUR, told + HOUR))
            seen.setdefault(told, []).append((name, at))
            at = max(min(at or told, told), assigned)
            first = at if first is None else min(first, at)
        return assigned if first is None else first

    def make_merges(self, batches):
        """Two ids turn out to be one person: who came twice, or was nobody yet; what came under one id comes again
        under the other."""
        more, whole = self.more, {name: name for name in self.users}  # id -> the person's, as far as merged
        for day in range(1, self.days):
            at, pairs = BEGIN + day * DAY + 40 * MINUTE, []
            for _ in range(more.randint(0, 5)):
                known = sorted(name for name, person in whole.items() if name == person and self.arrived[name] < at)
                if len(known) < 2:
                    continue
                one, other = more.sample(known, 2)
                if more.random() < 0.3:
                    one = f"a{len(whole)}"
                    whole[one], self.arrived[one] = one, at
                    self.done[one] = [self.event(one, at - more.randrange(3 * DAY) + DAY) for _ in range(4)]
                    for event in self.done[one]:
                        self.deliver(event, at, batches)
                # By whatever name the person goes.
                pairs.append((one, more.choice(sorted(name for name in whole if whole[name] == other))))
                whole.update({name: other for name in whole if whole[name] == one})
                for first, second in ((one, other), (other, one)):
                    for event in [e for e in self.done[first] if e["id"]][:2]:
                        self.deliver(event | {"user": second}, max(at, self.arrived[second]), batches)
            if pairs:
                self.steps.append((at, "merge", pairs))

    def context(self):
        country = self.rng.choice(COUNTRIES)
        return {"country": country, "vip": self.rng.random() < 0.3} if country else {}

    def events_of(self, user, exposure):
        """Times on every edge that a metric has, and anywhere."""
        rng = self.rng
        edges = [0, -1, 1]
        for metric in self.experiment["metrics"]:
            for field in ("window", "after"):
                if field in metric:
                    edges += [duration(metric[field]) + d for d in (-1, 0)]
        if self.experiment["plan"].get("cuped"):
            edges += [d - duration(self.experiment["plan"]["cuped_window"]) for d in (-1, 0)]
        if self.stopped_at:
            edges += [self.stopped_at - exposure + d for d in (0, 1)]
        regular = rng.random() < 0.5  # has a past
        for _ in range(min(12, int(rng.expovariate(0.4)))):
            kind = rng.random()
            if kind < 0.3:
                since = rng.choice(edges)
            elif kind < 0.55 and regular:
                since = -rng.randrange(4 * DAY)
            else:
                since = int(rng.expovariate(1 / (8 * HOUR)))
            yield self.event(user, exposure + since)

    def event(self, user, at):
        rng = self.rng
        kind = rng.random()
        value = round(rng.lognormvariate(2, 1.2), 2) if kind < 0.7 else round(rng.uniform(-20, 50), 6) if kind < 0.9 \
            else rng.choice((0.0, 1.0, -3.0, 1e6, 123456.789))
        if repr(value).endswith("5") and kind >= 0.7:
            value = round(value + 1e-6, 6)  # half a multiple is not a number that decimals and doubles agree on
        properties = {}
        if rng.random() < 0.8:
            properties = {"plan": rng.choice(("pro", "team", "free")), "seats": rng.choice((1, 2, 3.5, 4)),
                          "bot": rng.random() < 0.2}
        if rng.random() < 0.2:
            properties["note"] = rng.choice(("x", None))
        event_id = ""
        if rng.random() < 0.6:
            self.next_id += 1
            event_id = f"e{self.next_id}"
        return {"user": user, "name": rng.choice(EVENTS), "time": at, "value": value, "id": event_id,
                "properties": properties}

    def deliver(self, event, exposure, batches):
        """When and how the service hears of it, perhaps more than once."""
        rng = self.rng
        begin, end = BEGIN + HOUR, self.end + 2 * HOUR
        arrival = max(begin, event["time"] + rng.choice((0, rng.randrange(HOUR), rng.randrange(3 * DAY))))
        if rng.random() < 0.1:
            arrival = max(begin, event["time"] - rng.randrange(20 * HOUR))  # dated ahead
        if rng.random() < 0.1:
            arrival = max(exposure, event["time"] - 20 * HOUR)  # in the moment of the exposure
        for _ in range(1 + (rng.random() < 0.3 and bool(event["id"])) * rng.choice((1, 1, 2))):
            arrival = self.awake(arrival, end)
            way = rng.choice(("record", "record", "track"))
            if arrival > end + HOUR or event["time"] > arrival + DAY or (way == "track" and arrival <= exposure):
                way = "record"
            if event["time"] <= arrival + DAY and arrival < self.end + 3 * HOUR:
                batches.setdefault((arrival, way), []).append(event)
            arrival += rng.choice((0, rng.randrange(HOUR), rng.randrange(2 * DAY)))

    def awake(self, arrival, end):
        """Deliveries of an hour come together, and none in the hour of changes."""
        rng = self.rng
        if arrival >= end:
            return end + rng.randrange(1, 3)
        if (arrival - BEGIN) % DAY < HOUR:
            arrival += HOUR
        if rng.random() < 0.8:
            arrival = -(-arrival // (4 * HOUR)) * 4 * HOUR + HOUR + HOUR // 2
        return arrival
