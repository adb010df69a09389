# SPDX-License-Identifier: Apache-2.0
"""XP_RETENTION_DAYS over four months of a clock of the test's: raw events go, and no number changes."""
import datetime
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from testclock import Clock  # noqa: E402
from xpservice import API, BIN, PATIENCE, Case, Service, main, quick_start_body  # noqa: E402

DAY = 86_400_000_000


def text_of(at):
    return datetime.datetime.fromtimestamp(at / 1e6, datetime.timezone.utc).isoformat().replace("+00:00", "Z")


class Retention(Case):
    @classmethod
    def setUpClass(cls):
        cls.begin = int(time.time()) * 1_000_000
        cls.clock = Clock(cls.begin)
        cls.database = cls.new_database()
        cls.service = Service(cls.database, **cls.clock.environment)
        cls.addClassCleanup(cls.service.folder.cleanup)
        cls.service.start()
        cls.addClassCleanup(cls.service.stop)

    def events_of(self, path):
        rows, cursor = [], ""
        while cursor is not None:
            page = self.get(f"{path}/events?limit=1000{cursor}").json
            rows += page["events"]
            cursor = f"&cursor={page['next']}" if page["next"] else None
        return rows

    def numbers(self, path):
        """Statistics to the bit, and what is made of them."""
        stats = self.get(path + "/stats").json
        return self.get(path + "/sufficient-statistics").json["moments"], stats["variants"], stats["metrics"]

    def restart_at(self, at):
        """What is to be done from time to time is done soon after the start."""
        self.service.stop()
        self.clock.set(at)
        self.service.log.clear()
        self.service.start()

    def sealed(self, path, least):
        """Waits until no event that may go is left; returns the others."""
        until = time.monotonic() + PATIENCE
        cut = datetime.datetime.fromtimestamp((self.clock.now - 30 * DAY - 3_600_000_000) / 1e6, datetime.timezone.utc)
        first = cut.strftime("%Y-%m-01")
        while True:
            left = self.events_of(path)
            if all(event["received_at"] >= first for event in left):
                self.assertGreater(len(left), least)
                return left
            self.assertLess(time.monotonic(), until, "old events do not go")
            time.sleep(0.1)

    def recompute(self):
        done = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def partitions(self):
        found = self.postgres.run("psql", "-XAtq", "-d", self.database, "-c", "SELECT inhrelid::regclass FROM pg_inherits"
                                  " WHERE inhparent = 'events'::regclass")
        return set(found.stdout.split())

    def test_months_go_and_numbers_stay(self):
        made = self.post("/experiments", quick_start_body("Kept for a while"), 201).json
        path = f"/experiments/{made['id']}"
        self.move(made, "start")
        users = [f"u{i}" for i in range(300)]
        self.post(path + "/assign:batch", {"users": [{"user_id": u} for u in users]})
        for month in range(5):
            self.clock.set(self.begin + month * 31 * DAY)
            events = [{"user_id": u, "event_name": name, "event_id": f"{name}-{month}"}
                      for i, u in enumerate(users) for name in ("click", "conversion") if (i * 7 + month) % 3 == 0]
            self.post(path + "/track:batch", {"events": events})
        before, stored = self.numbers(path), len(self.events_of(path))
        self.assertEqual(stored, 5 * 200)
        self.assertEqual(self.recompute().strip(), f"{made['key']}: recomputed")

        now = self.begin + 4 * 31 * DAY + DAY
        self.service.environment["XP_RETENTION_DAYS"] = "30"
        self.restart_at(now)
        left = self.sealed(path, 199)
        self.assertLess(len(left), stored)
        self.assertEqual(self.numbers(path), before)
        self.assertIn(f"{made['key']}: recomputed from the sums sealed before 20", self.recompute())
        self.assertEqual(self.numbers(path), before)

        # What comes again is known, and what comes late counts, of whatever month it is.
        again = {"user_id": "u0", "event_name": "click", "event_id": "click-0", "timestamp": text_of(self.begin + DAY)}
        self.post(path + "/track", again)
        self.assertEqual(self.numbers(path), before)
        self.post(path + "/track", {**again, "event_id": "late"})
        after = self.numbers(path)
        self.assertNotEqual(after, before)
        self.recompute()
        self.assertEqual(self.numbers(path), after)

        # A person whose events are gone is shown, and forgotten without a trace in any number.
        person = self.get("/users/u3").json
        self.assertEqual([e["experiment_id"] for e in person["experiments"]], [made["id"]])
        self.assertEqual(self.expect(200, self.service.admin("DELETE", API + "/users/u3")).json["assignments"], 1)
        self.get("/users/u3", 404)
        self.assertEqual(self.numbers(path), after)
        self.recompute()
        self.assertEqual(self.numbers(path), after)

        # After another year there is nothing left but the sums.
        self.move(made, "stop")
        after = self.numbers(path)
        self.restart_at(now + 370 * DAY)
        self.assertEqual(self.sealed(path, -1), [])
        self.assertEqual(self.numbers(path), after)
        self.recompute()
        self.assertEqual(self.numbers(path), after)
        if self.postgres:
            self.restart_at(self.clock.now)  # now that nobody reads the months that are to be dropped
            until = time.monotonic() + PATIENCE
            while len(self.partitions()) > 6:
                self.assertLess(time.monotonic(), until, (self.partitions(), self.service.log))
                time.sleep(0.1)
            self.assertNotIn("events_first", self.partitions())
            self.assertIn("events_other", self.partitions())


if __name__ == "__main__":
    main()
