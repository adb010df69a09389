# SPDX-License-Identifier: Apache-2.0
"""Clients that never give up, and keep books of what was acknowledged."""
import http.client
import json
import random
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "service"))
from xpservice import PATIENCE  # noqa: E402


class Clients:
    """`with Clients(ports, path)`: threads that assign users and track events, retrying what is not answered 2xx."""

    def __init__(self, ports, path, threads=6, timeout=5):
        self.ports, self.path, self.timeout = ports, path, timeout
        self.assigned = {}  # user -> the whole answer
        self.events = set()  # (user, event_id)
        self.failed = []  # what no retrying client should see
        self.retries = 0
        self.done = threading.Event()
        self.threads = [threading.Thread(target=self.run, args=(i,)) for i in range(threads)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        for thread in self.threads:
            thread.join()

    def ask(self, end, body, give_up_after=60):
        """The answer, once it is a good one; None when the load is over before that."""
        until = time.monotonic() + give_up_after
        while time.monotonic() < until:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", random.choice(self.ports()), timeout=self.timeout)
                connection.request("POST", f"{self.path}/{end}", json.dumps(body), {"Content-Type": "application/json"})
                answer = connection.getresponse()
                text = answer.read()
                connection.close()
                if answer.status == 200:
                    return json.loads(text)
                if answer.status < 500:
                    self.failed.append((answer.status, text))
                    return None
            except (OSError, http.client.HTTPException):
                pass
            self.retries += 1
            if self.done.is_set():
                return None
            time.sleep(0.02)
        self.failed.append((end, body, "not answered in time"))
        return None

    def run(self, number):
        count = 0
        while not self.done.is_set():
            user = f"u{number}-{count}"
            count += 1
            answer = self.ask("assign", {"user_id": user})
            if answer is None:
                continue
            self.assigned[user] = answer
            event = {"user_id": user, "event_name": "click", "event_id": "e1", "value": count % 7}
            if self.ask("track", event) is not None:
                self.events.add((user, "e1"))


def read(service, path):
    """As a client does that is asked to come back later."""
    until = time.monotonic() + PATIENCE
    while (answer := service.admin("GET", path)).status == 503 and time.monotonic() < until:
        time.sleep(float(answer.headers["Retry-After"]))
    if answer.status != 200:
        raise AssertionError(f"GET {path}: {answer}")
    return answer.json


def read_all(service, path, what):
    rows, cursor = [], ""
    while cursor is not None:
        page = read(service, f"{path}/{what}?limit=1000" + (f"&cursor={cursor}" if cursor else ""))
        rows += page[what]
        cursor = page["next"]
    return rows


def check_books(case, service, path, clients):
    """Every acknowledged assignment and event is there once, and the statistics are those of the raw events."""
    case.assertTrue(clients.events, "nothing was acknowledged")
    case.assertEqual(clients.failed, [])
    assignments = {row["user_id"]: row for row in read_all(service, path, "assignments")}
    for user, answer in clients.assigned.items():
        case.assertIn(user, assignments)
        case.assertEqual((assignments[user]["variant"], assignments[user]["assigned_at"]),
                         (answer["variant"], answer["assigned_at"]))
    rows = read_all(service, path, "events")
    stored = [(row["user_id"], row["event_id"]) for row in rows]
    case.assertEqual(len(stored), len(set(stored)), "an event is there twice")
    case.assertLessEqual(clients.events, set(stored))
    variants, metrics = statistics(service, path)
    case.assertEqual(sum(variant["sample_size"] for variant in variants), len(assignments))
    clicks = next(metric for metric in metrics if metric["name"] == "click")
    case.assertEqual(sum(variant["conversions"] for variant in clicks["variants"]), len(stored))
    return {"assignments": len(clients.assigned), "events": len(clients.events), "retries": clients.retries}


def statistics(service, path):
    stats = read(service, f"{path}/stats")
    return [stats["variants"], stats["metrics"]]


