# SPDX-License-Identifier: Apache-2.0
"""Plays streams against services, and keeps what really happened: the raw stream that the reference reads."""
import mmap
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "service"))
from streams import BEGIN, time_text  # noqa: E402
from xpservice import API, BIN, PATIENCE, Service  # noqa: E402


class Clock:
    """The wall clock of services started with its environment."""

    def __init__(self):
        self.file = tempfile.NamedTemporaryFile(prefix="xp-clock-")
        self.file.write(struct.pack("=q", BEGIN))
        self.file.flush()
        self.memory = mmap.mmap(self.file.fileno(), 8)
        self.environment = {"LD_PRELOAD": os.environ["XP_ORACLE_CLOCK"], "XP_TEST_CLOCK": self.file.name,
                            "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def set(self, at):
        self.now = at
        self.memory[:8] = struct.pack("=q", at)


class Played:
    """A stream, and what became of it."""

    def __init__(self, stream):
        self.stream, self.seed = stream, stream.seed
        self.experiment, self.id = stream.experiment, None
        self.exposures, self.assigned = [], {}
        self.events = {user: [] for user in stream.users}
        self.splits = {}
        self.stopped_at = None

    @property
    def raw(self):
        return {"experiment": self.experiment, "exposures": self.exposures, "events": self.events,
                "stopped_at": self.stopped_at}


class Driver:
    """`races` says of which seeds units are exposed while events about them arrive."""

    def __init__(self, test, services, clock, races):
        self.test, self.services, self.clock, self.races = test, services, clock, races
        self.rng = random.Random(4711)
        self.pool = ThreadPoolExecutor(4)
        self.changed = {}  # path of an experiment -> version that all services should know of

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
        self.changed.clear()

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
            changes = [s for s in together if s[1][1] not in ("assign", "record", "track")]
            for p, step in changes:
                self.change(p, *step)
            if not changes and self.changed:
                self.settle()
            requests = {"assign": [], "record": [], "track": []}
            for p, step in together:
                if step[1] in requests:
                    requests[step[1]] += getattr(self, step[1])(p, *step[2:])
            if not self.races(together[0][0].seed):
                self.together(requests.pop("assign"))
            self.together(sum(requests.values(), []))
        self.settle()
        return played

    def together(self, requests):
        list(self.pool.map(lambda request: request(), requests))

    def change(self, p, at, what, body=None):
        if what == "change":
            answer = self.ask("PATCH", p.path, body)
        else:
            answer = self.ask("POST", f"{p.path}/{what}")
        self.changed[p.path] = answer["version"]
        if what == "start" or "variants" in (body or {}):
            split = [v["allocation"] for v in answer["variants"]]
            if not p.splits or p.splits[max(p.splits)] != split:
                p.splits[len(p.splits)] = split
        if what == "stop":
            p.stopped_at = at

    # Each gives requests that may be made in any order.

    def assign(self, p, users):
        at, service = self.clock.now, self.rng.choice(self.services)
        epoch = max(p.splits)

        def keep(answers):
            for (user, context), answer in zip(users, answers):
                self.test.assertEqual(answer["user_id"], user)
                if not answer["in_experiment"] or user in p.assigned:
                    self.test.assertEqual(answer["variant"], p.assigned.get(user))
                    continue
                self.test.assertEqual(answer["assigned_at"], time_text(at))
                p.assigned[user] = answer["variant"]
                names = [v["name"] for v in p.experiment["variants"]]
                p.exposures.append({"user": user, "variant": names.index(answer["variant"]), "time": at,
                                    "epoch": epoch, "context": context})

        def request():
            body = {"users": [{"user_id": user, "context": context} for user, context in users]}
            keep(self.ask("POST", p.path + "/assign:batch", body, service=service)["assignments"])

        return [request]

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
        known = [e for e in events if e["user"] in p.assigned]
        for event in known:
            p.events[event["user"]].append(event)

        def batch(part, service):
            results = self.ask("POST", p.path + "/track:batch", {"events": [self.body(p, e) for e in part]},
                               service=service)["results"]
            self.test.assertEqual([r["ok"] for r in results], [e["user"] in p.assigned for e in part], results)

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
