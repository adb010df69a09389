# SPDX-License-Identifier: Apache-2.0
"""The primary ends without a word, its standby is promoted, under load, again and again: one service with both hosts in
its URL goes on, and nothing that was acknowledged is lost. The standby is synchronous, as it must be for that."""
import os
import shutil
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clients import Clients, check_books  # noqa: E402
from xpservice import API, PATIENCE, Postgres, Service, quick_start_body  # noqa: E402

ROUNDS = max(2, int(os.environ.get("XP_FAULT_ROUNDS", "10")) // 10)


def query(server, sql):
    done = server.run("psql", "-XAtq", "-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres", "-d", "postgres",
                      "-c", sql)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.strip()


def follow(standby, primary):
    """Makes `standby` a copy of `primary` that every commit waits for."""
    data = Path(standby.folder) / "data"
    shutil.rmtree(data, ignore_errors=True)
    copied = standby.run("pg_basebackup", "-D", str(data), "-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres",
                         "-R", "-X", "stream", "-c", "fast", "--no-sync")
    if copied.returncode:
        raise RuntimeError(copied.stderr)
    with open(data / "postgresql.auto.conf", "a") as settings:
        settings.write("synchronous_standby_names = ''\n")  # its own, once it is the primary
    standby.start()
    query(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'")
    query(primary, "SELECT pg_reload_conf()")
    until = time.monotonic() + PATIENCE
    while query(primary, "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1":
        if time.monotonic() > until:
            raise RuntimeError("the standby does not follow")
        time.sleep(0.05)


class FailOver(unittest.TestCase):
    def test_a_standby_takes_over(self):
        with Postgres() as first, Postgres() as second:
            second.stop()
            url = first.new_database()
            follow(second, first)
            url = url.replace(f":{first.port}/", f":{first.port},127.0.0.1:{second.port}/")
            primary, standby = first, second
            with Service(url) as service:
                made = service.admin("POST", API + "/experiments", quick_start_body()).json
                path = f"{API}/experiments/{made['id']}"
                self.assertEqual(service.admin("POST", path + "/start").status, 200)
                outages = []
                with Clients(lambda: [service.port], path) as clients:
                    for _ in range(ROUNDS):
                        time.sleep(0.5)
                        begin = time.monotonic()
                        primary.stop(signal.SIGQUIT)
                        query(standby, "SELECT pg_promote(true, 30)")
                        known = len(clients.events)
                        while len(clients.events) < known + 20:
                            self.assertLess(time.monotonic() - begin, 30, "".join(service.log[-5:]))
                            time.sleep(0.01)
                        outages.append(time.monotonic() - begin)
                        primary, standby = standby, primary
                        follow(standby, primary)
                    time.sleep(0.3)
                numbers = check_books(self, service, path, clients)
            # Whichever comes first in the URL, the primary is found.
            standby_first = f":{standby.port},127.0.0.1:{primary.port}/"
            with Service(f"postgresql://postgres@127.0.0.1{standby_first}{url.rsplit('/', 1)[1]}") as service:
                self.assertTrue(service.ask("POST", path + "/assign", {"user_id": "late"}).json["in_experiment"])
        print(f"{ROUNDS} fail-overs: {numbers}, writing again after {min(outages):.1f} to {max(outages):.1f} s",
              file=sys.stderr)
        self.assertGreater(numbers["events"], 20 * ROUNDS)


if __name__ == "__main__":
    unittest.main(verbosity=2)
