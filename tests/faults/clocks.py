# SPDX-License-Identifier: Apache-2.0
"""The wall clock is set back and forward under load, by seconds, hours, and more than a month."""
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clients import Clients, check_books  # noqa: E402
from testclock import Clock  # noqa: E402
from xpservice import API, BIN, PATIENCE, Case, Service, main, quick_start_body  # noqa: E402

HOUR = 3600
STEPS = (0, 5, -5, HOUR, 0, -2 * HOUR, 25 * HOUR, -25 * HOUR, 40 * 24 * HOUR, 0, -40 * 24 * HOUR, 0)


def wall():
    return time.time_ns() // 1000


class Running(Clock):
    """Goes on, `ahead` seconds before the machine's."""

    def __init__(self):
        super().__init__(wall())
        self.ahead, self.done = 0, threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.done.wait(0.001):
            self.set(wall() + self.ahead * 1_000_000)


class Clocks(Case):
    def test_the_clock_is_set(self):
        clock = Running()
        self.addCleanup(clock.done.set)
        with Service(self.new_database(), **clock.environment) as service:
            made = service.admin("POST", API + "/experiments", quick_start_body("By a clock that is set")).json
            path = f"{API}/experiments/{made['id']}"
            service.admin("POST", path + "/start")
            with Clients(lambda: [service.port], path, threads=4) as clients:
                for ahead in STEPS:
                    clock.ahead = ahead
                    known, begin = len(clients.events), time.monotonic()
                    while len(clients.events) < known + 40:
                        self.assertLess(time.monotonic() - begin, PATIENCE, f"nothing is taken in at {ahead} s")
                        time.sleep(0.02)
                    self.assertEqual(service.ask("GET", "/health").status, 200)
                    self.assertEqual(service.ask("GET", "/health/ready").status, 200)
            numbers = check_books(self, service, path, clients)
            self.assertEqual(numbers["retries"], 0, "an error was seen")
            before = service.admin("GET", path + "/sufficient-statistics").json["moments"]
            metric, count = (before["columns"].index(name) for name in ("metric", "count"))
            counted = sum(row[count] for row in before["rows"] if row[metric] == 1)  # clicks
            self.assertGreaterEqual(counted, numbers["events"])
            self.recomputed(service)
            self.assertEqual(service.admin("GET", path + "/sufficient-statistics").json["moments"], before)
            print(f"{len(STEPS)} times set: {numbers}", file=sys.stderr)

    def recomputed(self, service):
        done = subprocess.run([str(BIN), "recompute"], env=service.environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    main()
