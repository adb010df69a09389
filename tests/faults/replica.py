# SPDX-License-Identifier: Apache-2.0
"""DATABASE_READ_URL: lists come from the standby, from the database itself while the standby is away or hangs."""
import contextlib
import os
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from failover import follow, query  # noqa: E402
from xpservice import API, PATIENCE, Postgres, Service, quick_start_body  # noqa: E402


@contextlib.contextmanager
def halted(server):
    """All its processes keep silent; the kernel goes on taking connections and acknowledging what is sent."""
    children = Path(f"/proc/{server.server.pid}/task/{server.server.pid}/children").read_text().split()
    processes = [server.server.pid, *map(int, children)]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


class ReadReplica(unittest.TestCase):
    def wait_for_rows(self, service, path, count):
        until = time.monotonic() + PATIENCE
        while True:
            rows = service.admin("GET", path + "/assignments?limit=1000").json["assignments"]
            if len(rows) == count or time.monotonic() > until:
                self.assertEqual(len(rows), count)
                return

    def test_lists_are_read_from_the_standby(self):
        with Postgres() as primary, Postgres() as standby:
            standby.stop()
            url = primary.new_database()
            follow(standby, primary)
            replica = url.replace(f":{primary.port}/", f":{standby.port}/") + "?application_name=lists"
            readers = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'lists'"
            with Service(url, DATABASE_READ_URL=replica) as service:
                made = service.admin("POST", API + "/experiments", quick_start_body()).json
                path = f"{API}/experiments/{made['id']}"
                self.assertEqual(service.admin("POST", path + "/start").status, 200)
                users = [{"user_id": f"u{number}"} for number in range(300)]
                self.assertEqual(service.ask("POST", path + "/assign:batch", {"users": users}).status, 200)
                self.wait_for_rows(service, path, 300)
                self.assertGreater(int(query(standby, readers)), 0)
                for end in ("/events", "/series", "/audit", "/assignments?format=csv"):
                    self.assertEqual(service.admin("GET", path + end).status, 200, end)
                table = service.admin("GET", path + "/assignments?format=csv").body.decode()
                self.assertEqual(len(table.splitlines()), 301)

                query(primary, "ALTER SYSTEM SET synchronous_standby_names = ''")
                query(primary, "SELECT pg_reload_conf()")
                standby.stop(signal.SIGQUIT)
                self.assertEqual(service.ask("POST", path + "/assign", {"user_id": "late"}).status, 200)
                for _ in range(20):
                    rows = service.admin("GET", path + "/assignments?limit=1000")
                    self.assertEqual((rows.status, len(rows.json["assignments"])), (200, 301))
                self.assertTrue(any('"replica"' in line for line in service.log))

                standby.start()
                until = time.monotonic() + PATIENCE
                while query(standby, readers) == "0":  # it is used again
                    self.assertLess(time.monotonic(), until)
                    self.wait_for_rows(service, path, 301)
                    time.sleep(0.05)

    def test_one_that_hangs_is_left_alone(self):
        with Postgres() as primary, Postgres() as standby:
            standby.stop()
            url = primary.new_database()
            follow(standby, primary)
            # Of several hosts a standby is read, whichever comes first.
            replica = url.replace("/test1", f",127.0.0.1:{standby.port}/test1?application_name=lists")
            with Service(url, DATABASE_READ_URL=replica) as service:
                made = service.admin("POST", API + "/experiments", quick_start_body()).json
                path = f"{API}/experiments/{made['id']}"
                self.wait_for_rows(service, path, 0)
                self.assertGreater(int(query(standby, "SELECT count(*) FROM pg_stat_activity"
                                                      " WHERE application_name = 'lists'")), 0)
                query(primary, "ALTER SYSTEM SET synchronous_standby_names = ''")
                query(primary, "SELECT pg_reload_conf()")
                with halted(standby):
                    begin = time.monotonic()
                    self.assertEqual(service.admin("GET", path + "/assignments").status, 200)
                    self.assertLess(time.monotonic() - begin, 15)
                    begin = time.monotonic()
                    for end in ("/assignments", "/events", "/series", "/audit", "/assignments?format=csv") * 4:
                        self.assertEqual(service.admin("GET", path + end).status, 200, end)
                    self.assertLess(time.monotonic() - begin, 15)  # each would wait for 5 s
                    self.assertEqual(sum('"replica"' in line for line in service.log), 1)
                    with Service(url, DATABASE_READ_URL=replica) as late:  # starts all the same
                        self.assertEqual(late.admin("GET", path + "/assignments").status, 200)
                    begin = time.monotonic()
                    self.assertEqual(service.stop(), 0)
                    self.assertLess(time.monotonic() - begin, 10)

    def test_one_that_was_promoted_is_read_no_more(self):
        """It follows nobody any more: what it would answer is what was there once, for ever."""
        with Postgres() as primary, Postgres() as standby:
            standby.stop()
            url = primary.new_database()
            follow(standby, primary)
            with Service(url, DATABASE_READ_URL=url.replace(f":{primary.port}/", f":{standby.port}/")) as service:
                made = service.admin("POST", API + "/experiments", quick_start_body()).json
                path = f"{API}/experiments/{made['id']}"
                self.assertEqual(service.admin("POST", path + "/start").status, 200)
                for user in ("stays", "erased"):
                    self.assertEqual(service.ask("POST", path + "/assign", {"user_id": user}).status, 200)
                self.wait_for_rows(service, path, 2)
                query(primary, "ALTER SYSTEM SET synchronous_standby_names = ''")
                query(primary, "SELECT pg_reload_conf()")
                self.assertEqual(query(standby, "SELECT pg_promote()"), "t")
                self.assertEqual(service.admin("DELETE", f"{API}/users/erased").status, 200)
                rows = service.admin("GET", path + "/assignments").json["assignments"]
                self.assertEqual(len(rows), 2)
                self.assertNotIn("erased", [row["user_id"] for row in rows])
                self.assertTrue(any('"replica"' in line and "promoted" in line for line in service.log))

    def test_another_database_is_refused(self):
        with Postgres() as postgres:
            service = Service(postgres.new_database(), DATABASE_READ_URL=postgres.new_database())
            with self.assertRaisesRegex(RuntimeError, "is no streaming replica of"):
                service.start()
            self.assertEqual(service.process.returncode, 2)

    def test_sqlite_has_none(self):
        with self.assertRaisesRegex(RuntimeError, "DATABASE_READ_URL"):
            Service(DATABASE_READ_URL="postgresql://standby/x").start()


if __name__ == "__main__":
    unittest.main(verbosity=2)
