# SPDX-License-Identifier: Apache-2.0
"""SIGKILL of the service under load, again and again; nothing that was acknowledged is lost or doubled."""
import os
import random
import subprocess
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clients import Clients, check_books, statistics  # noqa: E402
from xpservice import API, BIN, Case, main  # noqa: E402

ROUNDS = int(os.environ.get("XP_FAULT_ROUNDS", "10"))


class Kills(Case):
    def test_killed_under_load(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}"
        chance = random.Random(1)
        with Clients(lambda: [self.service.port], path) as clients:
            for _ in range(ROUNDS):
                time.sleep(chance.uniform(0.05, 0.4))
                self.service.process.kill()
                self.service.process.wait()
                self.service.process.stdout.close()
                self.service.start()
            time.sleep(0.3)
        numbers = check_books(self, self.service, path, clients)
        print(f"{ROUNDS} kills: {numbers}", file=sys.stderr)
        self.assertGreater(numbers["events"], ROUNDS)
        before = statistics(self.service, path)
        done = subprocess.run([str(BIN), "recompute", made["key"]], env=self.service.environment, capture_output=True,
                              text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(statistics(self.service, path), before)
        self.assertEqual(subprocess.run([str(BIN), "audit", "verify"], env=self.service.environment).returncode, 0)


if __name__ == "__main__":
    main()
