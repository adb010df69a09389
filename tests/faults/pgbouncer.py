# SPDX-License-Identifier: Apache-2.0
"""Two services behind PgBouncer in session mode: under load, with PgBouncer restarted; changes are heard through it."""
import os
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clients import Clients, check_books  # noqa: E402
from xpservice import API, PATIENCE, Postgres, Service, free_port, quick_start_body  # noqa: E402

PROGRAM = shutil.which("pgbouncer", path=os.environ["PATH"] + ":/usr/sbin")


class PgBouncer:
    def __init__(self, postgres):
        self.postgres, self.port = postgres, free_port()
        self.settings = Path(postgres.folder) / "pgbouncer.ini"
        (Path(postgres.folder) / "users.txt").write_text('"postgres" ""\n')
        self.settings.write_text(f"""
[databases]
* = host=127.0.0.1 port={postgres.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {self.port}
unix_socket_dir =
pool_mode = session
default_pool_size = 40
auth_type = trust
auth_file = {postgres.folder}/users.txt
""")

    def start(self):
        self.process = subprocess.Popen([PROGRAM, str(self.settings)], preexec_fn=self.postgres.become,
                                        cwd=self.postgres.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while self.postgres.run("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)).returncode:
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("PgBouncer does not start")
            time.sleep(0.05)

    def stop(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)


@unittest.skipUnless(PROGRAM, "PgBouncer is not installed: apt-get install pgbouncer")
class SessionMode(unittest.TestCase):
    def test_two_replicas_go_on_through_a_restart(self):
        with Postgres() as postgres:
            bouncer = PgBouncer(postgres)
            bouncer.start()
            self.addCleanup(lambda: bouncer.process.poll() is None and bouncer.stop())
            url = postgres.new_database().replace(f":{postgres.port}/", f":{bouncer.port}/")
            with Service(url) as one, Service(url) as two:
                made = one.admin("POST", API + "/experiments", quick_start_body()).json
                path = f"{API}/experiments/{made['id']}"
                self.assertEqual(one.admin("POST", path + "/start").status, 200)
                begin = time.monotonic()
                while not (two.ask("POST", path + "/assign", {"user_id": "first"}).json or {}).get("in_experiment"):
                    self.assertLess(time.monotonic() - begin, 10)
                    time.sleep(0.02)
                heard_after = time.monotonic() - begin
                with Clients(lambda: [one.port, two.port], path) as clients:
                    for _ in range(2):
                        time.sleep(0.7)
                        bouncer.stop()
                        time.sleep(0.2)
                        bouncer.start()
                    known = len(clients.events)
                    time.sleep(1)
                    self.assertGreater(len(clients.events), known)
                numbers = check_books(self, one, path, clients)
                self.assertTrue(all(one.ask("POST", path + "/assign", {"user_id": user}).json["variant"] ==
                                    two.ask("POST", path + "/assign", {"user_id": user}).json["variant"]
                                    for user in list(clients.assigned)[:50]))
        print(f"PgBouncer restarted twice: {numbers}, change heard after {heard_after:.2f} s", file=sys.stderr)
        self.assertLess(heard_after, 1.0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
