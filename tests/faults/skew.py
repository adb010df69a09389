# SPDX-License-Identifier: Apache-2.0
"""Two replicas whose clocks differ by days for a moment."""
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clocks import HOUR, Running  # noqa: E402
from xpservice import API, PATIENCE, Case, Service, main  # noqa: E402


class Skew(Case):
    def variant(self, service, user):
        return self.expect(200, service.ask("POST", self.path + "/assign", {"user_id": user})).json["variant"]

    def wait_for(self, condition):
        until = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), until)
            time.sleep(0.05)

    def merged(self, name, one, other):
        """Two ids of different variants, which `other` remembers, are joined on `one`."""
        users = {self.variant(other, f"{name}{number}"): f"{name}{number}" for number in range(20)}
        self.assertEqual(len(users), 2)
        first, second = sorted(users.values(), key=lambda user: int(user[len(name):]))
        self.assertNotEqual(self.variant(other, second), self.variant(other, first))
        self.expect(200, one.admin("POST", API + "/identities/merge", {"from": second, "to": first}))
        self.wait_for(lambda: self.variant(other, second) == self.variant(other, first))

    def test_merges_are_heard_of_whatever_the_clocks_say(self):
        """Ids are joined on a replica whose clock is days ahead for a moment, then others once it is right again."""
        clock = Running()
        self.addCleanup(clock.done.set)
        with Service(self.service.environment["DATABASE_URL"], **clock.environment) as one:
            made = self.made()
            self.path = f"{API}/experiments/{made['id']}"
            for service in one, self.service:
                self.wait_for(lambda: (service.ask("POST", self.path + "/assign", {"user_id": "first"}).json
                                       or {}).get("in_experiment"))
            for name, ahead in (("now", 0), ("ahead", 10 * 24 * HOUR), ("again", 0)):
                with self.subTest(name):
                    clock.ahead = ahead
                    time.sleep(0.1)
                    self.merged(name, one, self.service)


if __name__ == "__main__":
    main()
