# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL on disks of their own that run full, that of the tables and that of the write-ahead log: what was
acknowledged is kept, the service says so with 503, and goes on once there is room."""
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clients import Clients, check_books  # noqa: E402
from xpservice import API, PATIENCE, Case, Postgres, Service, quick_start_body  # noqa: E402

# Both disks are seen by this server alone, and gone with it; it is started again when it ends, as systemd would.
SCRIPT = """set -e
mount -t tmpfs -o size=128m,mode=0777 tables "$1/tables"
mount -t tmpfs -o size=64m,mode=0777 log "$1/log"
as() { if [ -n "$2" ]; then setpriv --reuid="$2" --regid="$2" --clear-groups sh -c "$1"; else sh -c "$1"; fi }
as "'$3/initdb' -D '$1/tables/data' -X '$1/log/wal' --wal-segsize=1 -U postgres -A trust -E UTF8 --locale=C.UTF-8" "$2"
while [ ! -e "$1/stop" ]; do
  as "exec '$3/postgres' -D '$1/tables/data' -c listen_addresses=127.0.0.1 -c port=$4 -c unix_socket_directories= \
      -c max_wal_size=8MB -c min_wal_size=2MB" "$2" || true
  sleep 0.2
done
"""


class SmallDisks(Postgres):
    def __enter__(self):
        for name in ("tables", "log"):
            Path(self.folder, name).mkdir()
        self.process = subprocess.Popen(
            ["unshare", *([] if self.user else ["--user", "--map-current-user", "--keep-caps"]), "--mount",
             "--propagation", "private", "sh", "-c", SCRIPT, "sh", self.folder,
             str(self.user.pw_uid) if self.user else "", str(self.programs), str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
        self.wait()
        return self

    def is_ready(self):
        return not self.run("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)).returncode

    def wait(self):
        until = time.monotonic() + PATIENCE
        while not self.is_ready():
            if self.process.poll() is not None:
                raise unittest.SkipTest("no disks of its own can be had here: " + self.process.stderr.read().strip())
            if time.monotonic() > until:
                raise RuntimeError("the PostgreSQL server does not start")
            time.sleep(0.1)

    def inside(self, *path):
        """As the server sees it."""
        return Path(f"/proc/{self.process.pid}/root", *(part.lstrip("/") for part in (self.folder, *path)))

    def fill(self, disk, leave):
        """Until only `leave` bytes are free."""
        free = os.statvfs(self.inside(disk))
        with open(self.inside(disk, "ballast"), "wb") as ballast:
            os.posix_fallocate(ballast.fileno(), 0, max(4096, free.f_bavail * free.f_frsize - leave))

    def __exit__(self, *_):
        Path(self.folder, "stop").touch()
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self.process.stderr.close()
        super().__exit__()

    @property
    def server(self):
        return self.process


class Disks(unittest.TestCase):
    def runs_full(self, disk, leave):
        with SmallDisks() as postgres, Service(postgres.new_database()) as service:
            made = service.admin("POST", API + "/experiments", quick_start_body(f"On a full disk of {disk}")).json
            path = f"{API}/experiments/{made['id']}"
            service.admin("POST", path + "/start")
            refused = 0
            with Clients(lambda: [service.port], path) as clients:
                self.until(lambda: len(clients.events) > 100)
                postgres.fill(disk, leave)
                until = time.monotonic() + PATIENCE
                number = 0
                while refused < 5:  # large rows, so that what is left is soon used up
                    self.assertLess(time.monotonic(), until, "the disk was never full")
                    number += 1
                    users = [{"user_id": f"large-{number}-{i}", "context": {"filler": os.urandom(400).hex()}}
                             for i in range(200)]
                    answer = service.ask("POST", path + "/assign:batch", {"users": users})
                    if answer.status != 200:
                        self.assertEqual(answer.status, 503, answer)
                        self.assertTrue(answer.headers["Retry-After"])
                        refused += 1
                self.assertEqual(service.ask("GET", "/health").status, 200)
                begin = time.monotonic()
                postgres.inside(disk, "ballast").unlink()
                known = len(clients.events)
                self.until(lambda: len(clients.events) > known + 100)
                back = time.monotonic() - begin
            books = check_books(Case(), service, path, clients)
            print(f"{disk} full: {books}, writing again {back:.1f} s after there was room", file=sys.stderr)

    def until(self, condition):
        begin = time.monotonic()
        while not condition():
            self.assertLess(time.monotonic() - begin, PATIENCE)
            time.sleep(0.02)

    def test_the_disk_of_the_tables(self):
        self.runs_full("tables", 1 << 20)

    def test_the_disk_of_the_log(self):
        """PostgreSQL itself ends when it cannot write its log, and comes back when it can."""
        self.runs_full("log", 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
