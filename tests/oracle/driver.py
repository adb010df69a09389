# SPDX-License-Identifier: Apache-2.0
"""Plays streams against services, and keeps what really happened: the raw stream that the reference reads."""
import dataclasses
import math
import random
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "service"))
from streams import BEGIN, time_text  # noqa: E402
from xpservice import API, BIN, PATIENCE, Service  # noqa: E402


@dataclasses.dataclass
class Assignment:
    variant: int
    time: int
    epoch: int
    context: dict
    exposed: int | None  # since when it counts
    ids: int = 1  # that had an assignment
    variants: int = 1  # 2: several

    @property
    def rank(self):
        return (math.inf if self.exposed is None else self.exposed, self.time)


class Played:
    """A stream, and what became of it."""

    def __init__(self, stream):
        self.stream, self.seed = stream, stream.seed
        self.experiment, self.id = stream.experiment, None
        self.people, self.assigned = {}, {}  # id -> the one it was joined to; person -> Assignment
        self.events = defaultdict(list)
        self.splits, self.begun = {}, {}  # by epoch: shares; when it began, and the phase
        self.stopped_at = None

    def person(self, user):
        while user in self.people:
            user = self.people[user]
        return user

    def assignment(self, user):
        return self.assigned.get(self.person(user))

    def begin(self, epoch, at, split, new_phase):
        self.splits[epoch] = split
        self.begun[epoch] = (at, self.begun[epoch - 1][1] + new_phase if epoch else 0)

    def expose(self, user, at):
        assignment = self.assignment(user)
        at = max(at, assignment.time)
        if self.stopped_at is None or at <= self.stopped_at:
            assignment.exposed = at if assignment.exposed is None else min(at, assignment.exposed)

    def merge(self, one, other):
        """The earliest exposure stays, then the earliest assignment, then that of the person."""
        one, other = self.person(one), self.person(other)
        self.people[one] = other
        both = [self.assigned.pop(user) for user in (other, one) if user in self.assigned]
        if both:
            first = self.assigned[other] = min(both, key=lambda assignment: assignment.rank)
        if len(both) == 2:
            several = both[0].variant != both[1].variant or any(a.variants > 1 for a in both)
            first.ids, first.variants = sum(a.ids for a in both), 1 + several

    def epoch_of(self, assignment):
        """Of the exposure, in the phase of the assignment."""
        phase = self.begun[assignment.epoch][1]
        return max(epoch for epoch, (at, of) in self.begun.items() if epoch == assignment.epoch or
                   (epoch > assignment.epoch and of == phase and at <= assignment.exposed))

    @property
    def first_epoch(self):
        """Units of earlier ones are of an earlier phase."""
        return min(epoch for epoch, (_, phase) in self.begun.items() if phase == self.begun[max(self.begun)][1])

    @property
    def raw(self):
        events = defaultdict(list)
        for user, told in self.events.items():
            events[self.person(user)] += told
        exposures = [{"user": user, "variant": a.variant, "time": a.exposed, "epoch": self.epoch_of(a),
                      "context": a.context} for user, a in self.assigned.items() if a.exposed is not None]
        return {"experiment": self.experiment, "exposures": exposures, "events": events, "stopped_at": self.stopped_at,
                "assignments": self.assigned.values()}


class Driver:
    """Units are exposed while events about them arrive."""

    def __init__(self, test, services, clock):
        self.test, self.services, self.clock = test, services, clock
        self.rng = random.Random(4711)
        self.pool = ThreadPoolExecutor(4)
        self.changed = {}  # path of an experiment -> version that all services should know of
        self.merged = []  # (stream, id) that all services should know of

    def ask(self, method, path, body=None, status=200, service=None):
        answer = (service or self.rng.choice(self.services)).admin(method, API + path, body)
        self.test.assertEqual(answer.status, status, (path, body, answer))
        return answer.json

    def settle(self):
        """Waits until every replica has heard of what was changed."""
        until = time.monotonic() + PATIENCE
        for service in self.services:
            for path, version in self.changed.items():
                while (answer := service.admin("GET", API + path)).status != 200 or answer.json["version"] < version:
                    self.test.assertLess(time.monotonic(), until, "a change is not seen everywhere")
                    time.sleep(0.02)
            for p, user in self.merged:
                name = p.stream.name_of(p.assignment(user).variant)
                while service.admin("POST", API + p.path + "/assign", {"user_id": user}).json["variant"] != name:
                    self.test.assertLess(time.monotonic(), until, "a merge is not heard of everywhere")
                    time.sleep(0.02)
        self.changed.clear()
        self.merged.clear()

    def play(self, streams):
        """All streams at once, by the time of their steps."""
        self.clock.set(BEGIN)
        played = [Played(stream) for stream in streams]
        steps = [(step[0], position, number, p, step) for position, p in enumerate(played)
                 for number, step in enumerate(p.stream.steps)]
        for p in played:
            made = self.ask("POST", "/experiments", p.experiment, 201)
            p.id, p.path = made["id"], f"/experiments/{made['id']}"
            self.changed[p.path] = made["version"]
        self.settle()
        # What one moment brings to a stream comes at the same time, from several sides.
        moments = {}
        for at, position, number, p, step in sorted(steps, key=lambda s: s[:3]):
            moments.setdefault((at, position), []).append((p, step))
        for (at, _), together in moments.items():
            self.clock.set(at)
            changes = [s for s in together if s[1][1] not in ("assign", "expose", "record", "track")]
            for p, step in changes:
                self.change(p, *step)
            if not changes and (self.changed or self.merged):
                self.settle()
            requests = []
            for p, step in together:
                if (p, step) not in changes:
                    requests += getattr(self, step[1])(p, *step[2:])
            self.together(requests)
        self.settle()
        return played

    def together(self, requests):
        list(self.pool.map(lambda request: request(), requests))

    def change(self, p, at, what, body=None):
        if what == "merge":
            return self.merge(p, body)
        if what == "change":
            answer = self.ask("PATCH", p.path, body)
        else:
            answer = self.ask("POST", f"{p.path}/{what}")
        self.changed[p.path] = answer["version"]
        split, new_phase = [v["allocation"] for v in answer["variants"]], "new_phase" in (body or {})
        if new_phase or what == "start" or split != p.splits[max(p.splits)]:
            p.begin(len(p.splits), at, split, new_phase)
        if what == "stop":
            p.stopped_at = at

    def merge(self, p, pairs):
        for one, other in pairs:
            answer = self.ask("POST", "/identities/merge", {"from": one, "to": other, "project": p.stream.project})
            p.merge(one, other)
            self.test.assertEqual(answer["user_id"], p.person(one))
            self.merged += [(p, user) for user in (one, other) if p.assignment(user)]

    # Each gives requests that may be made in any order.

    def assign(self, p, users):
        at, service = self.clock.now, self.rng.choice(self.services)
        epoch = max(p.splits)

        def keep(answers):
            for (user, context), answer in zip(users, answers):
                self.test.assertEqual(answer["user_id"], user)
                known = p.assignment(user)
                if not answer["in_experiment"] or known:
                    self.test.assertEqual(answer["variant"], known and p.stream.name_of(known.variant), (p.seed, user))
                    continue
                self.test.assertEqual(answer["assigned_at"], time_text(at))
                variant = [v["name"] for v in p.experiment["variants"]].index(answer["variant"])
                p.assigned[p.person(user)] = Assignment(variant, at, epoch, context, None if p.stream.explicit else at)

        def request():
            body = {"users": [{"user_id": user, "context": context} for user, context in users]}
            keep(self.ask("POST", p.path + "/assign:batch", body, service=service)["assignments"])

        return [request]

    def expose(self, p, users):
        at, service = self.clock.now, self.rng.choice(self.services)
        told = [(user, time) for user, time in users if p.assignment(user)]
        for user, time in told:
            p.expose(user, at if time is None else min(at, time))

        def request():
            body = {"exposures": [{"user_id": user} | ({"timestamp": time_text(time)} if time else {})
                                  for user, time in told]}
            results = self.ask("POST", p.path + "/exposures:batch", body, service=service)["results"]
            self.test.assertTrue(all(r["ok"] for r in results), results)

        return [request] if told else []

    def body(self, p, event):
        return {"user_id": event["user"], "event_name": event["name"], "value": event["value"],
                "timestamp": time_text(event["time"]), "properties": event["properties"],
                **({"event_id": event["id"]} if event["id"] else {})}

    def record(self, p, events):
        for event in events:
            p.events[event["user"]].append(event)
        place = {"project": p.stream.project}

        def batch(part, service):
            results = self.ask("POST", "/events:batch", {"events": [self.body(p, e) | place for e in part]},
                               service=service)["results"]
            self.test.assertTrue(all(r["ok"] for r in results), results)

        return self.shared(events, batch, lambda e, service: self.ask("POST", "/events", self.body(p, e) | place,
                                                                      service=service))

    def track(self, p, events):
        """Only users with an assignment can be told of: what is refused is nowhere."""
        known = [e for e in events if p.assignment(e["user"])]
        for event in known:
            p.events[event["user"]].append(event)

        def batch(part, service):
            results = self.ask("POST", p.path + "/track:batch", {"events": [self.body(p, e) for e in part]},
                               service=service)["results"]
            self.test.assertTrue(all(r["ok"] for r in results), results)

        return self.shared(known, batch, lambda e, service: self.ask("POST", p.path + "/track", self.body(p, e),
                                                                     service=service))

    def shared(self, events, batch, single):
        """Some alone, the rest in two batches, each by a service of its own."""
        alone, rest = [], []
        for event in events:
            (alone if self.rng.random() < 0.03 else rest).append(event)
        cut = self.rng.randint(0, len(rest))
        requests = [lambda e=e, s=self.rng.choice(self.services): single(e, s) for e in alone]
        requests += [lambda part=part, s=self.rng.choice(self.services): batch(part, s)
                     for part in (rest[:cut], rest[cut:]) if part]
        self.rng.shuffle(requests)
        return requests


def services_on(database, clock, replicas, **environment):
    """Started services; the caller ends them."""
    return [Service(database, **clock.environment, **environment).start() for _ in range(replicas)]


def run_command(service, *arguments):
    """A command of xp-service beside the running one."""
    return subprocess.run([str(BIN), *arguments], env=service.environment, capture_output=True, text=True)
