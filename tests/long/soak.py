#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""soak.py sqlite|postgres: mixed load for XP_SOAK_MINUTES (30). Memory, descriptors and threads must stay flat after the
first third, nothing may fail, and what was acknowledged must be there. Prints what was seen."""
import http.client
import json
import os
import random
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "service"))
from xpservice import ADMIN, API, Postgres, Service, quick_start_body  # noqa: E402

SECONDS = float(os.environ.get("XP_SOAK_MINUTES", "30")) * 60
USERS = 20_000
MOST_MEMORY = 16 << 20  # more than is allowed to be added in two thirds of the time
MOST_DESCRIPTORS = 40   # clients come and go


class Load:
    """One thread: a connection that is kept for a while, and one thing after the other."""

    def __init__(self, soak, number):
        self.soak, self.random, self.number, self.events = soak, random.Random(number), number, 0
        self.thread = threading.Thread(target=self.run)

    def ask(self, method, path, body=None, expected=(200,)):
        headers = {"Authorization": f"Bearer {ADMIN}", "Content-Type": "application/json"}
        self.connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = self.connection.getresponse()
        text = answer.read()
        self.soak.answers += 1
        if answer.status not in expected:
            self.soak.failed.append((method, path, answer.status, text[:200]))
        return text

    def user(self):
        return f"u{self.random.randrange(USERS)}"

    def track(self):
        self.ask("POST", self.soak.path + "/track", {"user_id": self.user(), "event_name": "click", "value": 2})
        self.events += 1

    def batch(self):
        events = [{"user_id": self.user(), "event_name": "conversion"} for _ in range(100)]
        self.ask("POST", self.soak.path + "/track:batch", {"events": events})
        self.events += 100

    def life(self):
        made = json.loads(self.ask("POST", API + "/experiments", quick_start_body(
            f"Lives {self.number} {time.monotonic_ns()}"), (201,)))
        one = f"{API}/experiments/{made['id']}"
        self.ask("DELETE", one, expected=(204,))

    def listen(self):
        """A stream that is left in the middle."""
        self.connection.request("GET", self.soak.path + "/live", None, {"Authorization": f"Bearer {ADMIN}"})
        self.connection.getresponse().read(10)
        self.connection.close()

    def run(self):
        ways = [(40, lambda: self.ask("POST", self.soak.path + "/assign", {"user_id": self.user()})),
                (30, self.track), (4, self.batch),
                (4, lambda: self.ask("POST", API + "/events", {"user_id": self.user(), "event_name": "click"})),
                (6, lambda: self.ask("GET", self.soak.path + "/stats")),
                (4, lambda: self.ask("GET", self.soak.path + "/report")),
                (3, lambda: self.ask("GET", "/metrics")), (3, lambda: self.ask("GET", API + "/experiments")),
                (2, lambda: self.ask("GET", self.soak.path + "/assignments?limit=200")),
                (2, lambda: self.ask("GET", API + "/experiments/none", expected=(404,))),
                (2, lambda: self.ask("POST", self.soak.path + "/track", {"event_name": 7}, (422,))),
                (1, self.life), (1, self.listen)]
        try:
            while not self.soak.done.is_set():
                self.connection = http.client.HTTPConnection("127.0.0.1", self.soak.service.port, timeout=60)
                for _ in range(self.random.randrange(1, 200)):
                    self.random.choices([w for _, w in ways], [n for n, _ in ways])[0]()
                    if self.soak.done.is_set():
                        break
                self.connection.close()
        except Exception as error:  # said at the end
            self.soak.failed.append(repr(error))


class Soak:
    def __init__(self, service):
        self.service, self.failed, self.answers, self.done = service, [], 0, threading.Event()
        made = service.admin("POST", API + "/experiments", quick_start_body("Soaked")).json
        self.path = f"{API}/experiments/{made['id']}"
        service.admin("POST", self.path + "/start")
        for first in range(0, USERS, 1000):
            users = [{"user_id": f"u{i}"} for i in range(first, first + 1000)]
            assert service.ask("POST", self.path + "/assign:batch", {"users": users}).status == 200

    def sample(self):
        process = Path(f"/proc/{self.service.process.pid}")
        fields = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
        return {"rss": int(fields["VmRSS"].split()[0]) << 10, "descriptors": len(list((process / "fd").iterdir())),
                "threads": int(fields["Threads"])}

    def run(self):
        loads = [Load(self, number) for number in range(8)]
        for load in loads:
            load.thread.start()
        begin, samples = time.monotonic(), []
        while (at := time.monotonic() - begin) < SECONDS:
            samples.append((at, self.sample()))
            time.sleep(min(5, SECONDS / 60))
        self.done.set()
        for load in loads:
            load.thread.join()
        return samples, sum(load.events for load in loads)


def median(values):
    return sorted(values)[len(values) // 2]


def judge(samples):
    """What is not flat: the median of the last ninth against that of the ninth after the first third."""
    problems = []
    part = max(1, len(samples) // 9)
    early, late = samples[3 * part:4 * part], samples[-part:]
    for what, most in (("rss", MOST_MEMORY), ("descriptors", MOST_DESCRIPTORS), ("threads", 2)):
        was, now = (median([sample[what] for _, sample in some]) for some in (early, late))
        print(f"{what}: {samples[0][1][what]} at first, {was} after a third, {now} at the end,"
              f" {max(sample[what] for _, sample in samples)} at most")
        if now - was > most:
            problems.append(f"{what} grew by {now - was}")
    return problems


def main(kind):
    server = Postgres().__enter__() if kind == "postgres" else None
    try:
        with Service(server.new_database() if server else None) as service:
            soak = Soak(service)
            samples, sent = soak.run()
            problems = judge(samples) + [str(one) for one in soak.failed[:10]]
            rows = service.admin("GET", soak.path + "/sufficient-statistics").json["moments"]
            metric, count = (rows["columns"].index(name) for name in ("metric", "count"))
            stored = sum(row[count] for row in rows["rows"] if row[metric] in (1, 2))
            print(f"{kind}: {soak.answers} answers in {SECONDS:.0f} s, {len(soak.failed)} failed; {sent} events sent"
                  f" to the experiment, {stored} counted")
            if stored < sent:
                problems.append(f"{sent - stored} events are lost")
    finally:
        if server:
            server.__exit__()
    print("\n".join(problems) or "flat")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
