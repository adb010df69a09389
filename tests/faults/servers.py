# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL restarted, killed, out of connections, cut off and slow, under load; replicas restarted one by one."""
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from clients import Clients, check_books  # noqa: E402
from xpservice import API, BIN, PATIENCE, Case, Service, main  # noqa: E402

ROUNDS = max(2, int(os.environ.get("XP_FAULT_ROUNDS", "10")) // 5)


class Proxy:
    """Stands between service and database; `cut` drops what is open and refuses, `delay` is in seconds each way. Of so many
    `unanswered` commits behind the first statement with the text `behind` the server hears, but no answer comes through: the
    connection breaks."""

    def __init__(self, port):
        self.target, self.delay, self.cut, self.open, self.unanswered, self.behind = port, 0.0, False, set(), 0, b""
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
                server = None if self.cut else socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            if server is None:
                client.close()
                continue
            self.open |= {client, server}
            for a, b in ((client, server), (server, client)):
                threading.Thread(target=self.pump, args=(a, b), daemon=True).start()

    def pump(self, a, b):
        try:
            while data := a.recv(65536):
                if self.delay:
                    time.sleep(self.delay)
                if self.behind in data:
                    self.behind = b""
                if not self.behind and self.unanswered and data.startswith(b"Q") and b"COMMIT" in data:
                    self.unanswered -= 1
                    a.shutdown(socket.SHUT_RDWR)
                    b.sendall(data)
                    time.sleep(0.2)  # or the server would take the end of the connection for the end of the transaction
                    break
                b.sendall(data)
        except OSError:
            pass
        for end in (a, b):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()
            self.open.discard(end)

    def break_off(self):
        self.cut = True
        for end in list(self.open):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Servers(Case):
    def goes_on(self, clients):
        """More is acknowledged from now on than may have been on its way."""
        known, until = len(clients.events), time.monotonic() + PATIENCE
        while len(clients.events) <= known + len(clients.threads):
            self.assertLess(time.monotonic(), until, "nothing is acknowledged after the faults")
            time.sleep(0.05)

    def fresh(self):
        made = self.made()
        return f"{API}/experiments/{made['id']}"

    def test_the_server_restarts_and_crashes(self):
        path = self.fresh()
        with Clients(lambda: [self.service.port], path) as clients:
            for round_ in range(2 * ROUNDS):
                time.sleep(0.4)
                self.postgres.stop(signal.SIGINT if round_ % 2 else signal.SIGQUIT)  # fast, and without a word
                time.sleep(0.2)
                self.postgres.start()
            self.goes_on(clients)
        print(f"{2 * ROUNDS} restarts: {check_books(self, self.service, path, clients)}", file=sys.stderr)

    def test_the_network_is_cut_and_slow(self):
        url = self.new_database()
        proxy = Proxy(self.postgres.port)
        with Service(url.replace(f":{self.postgres.port}/", f":{proxy.port}/")) as service:
            made = service.admin("POST", API + "/experiments", self.body()).json
            path = f"{API}/experiments/{made['id']}"
            service.admin("POST", path + "/start")
            with Clients(lambda: [service.port], path) as clients:
                for _ in range(ROUNDS):
                    time.sleep(0.4)
                    proxy.delay = 0.05
                    time.sleep(0.4)
                    proxy.delay = 0
                    proxy.break_off()
                    time.sleep(0.3)
                    self.assertEqual(service.ask("GET", "/health").status, 200)
                    proxy.cut = False
                self.goes_on(clients)
            print(f"{ROUNDS} cuts: {check_books(self, service, path, clients)}", file=sys.stderr)

    def test_an_import_outlives_commits_without_an_answer(self):
        """Whatever of them has happened is found, not done again, nor taken away."""
        url = self.new_database()
        with Service(url):
            pass
        proxy = Proxy(self.postgres.port)
        file = Path(self.service.folder.name) / "table.csv"
        file.write_text("who,arm,paid\n" + "".join(f"{i:05},{'AB'[i % 2]},{i % 7}\n" for i in range(25000)))
        proxy.behind, proxy.unanswered = b"INSERT INTO assignments", 4  # three pieces of 10,000 users at most, and the experiment itself
        done = subprocess.run([str(BIN), "import", str(file), "--experiment", "broken-off", "--unit", "who", "--variant",
                               "arm", "--metric", "paid:mean"], capture_output=True, text=True, timeout=120,
                              env={**self.service.environment,
                                   "DATABASE_URL": url.replace(f":{self.postgres.port}/", f":{proxy.port}/")})
        self.assertEqual((done.returncode, done.stderr, proxy.unanswered), (0, "", 0))
        with Service(url) as service:
            stats = service.admin("GET", f"{API}/experiments/broken-off/stats").json
        self.assertEqual([arm["sample_size"] for arm in stats["variants"]], [12500, 12500])
        self.assertAlmostEqual(sum(arm["mean_value"] * 12500 for arm in stats["metrics"][0]["variants"]),
                               sum(i % 7 for i in range(25000)), 6)

    def test_a_database_of_another_encoding_is_refused(self):
        made = self.postgres.run("createdb", "-h", "127.0.0.1", "-p", str(self.postgres.port), "-U", "postgres", "-E",
                                 "LATIN1", "-l", "C", "-T", "template0", "latin")
        self.assertEqual(made.returncode, 0, made.stderr)
        url = f"postgresql://postgres@127.0.0.1:{self.postgres.port}/latin"
        sentence = "has the encoding LATIN1.*UTF8.*TEMPLATE template0"
        with self.assertRaisesRegex(RuntimeError, sentence):
            Service(url).start()
        checked = subprocess.run([str(BIN), "check-database", "--database-url", url], capture_output=True, text=True)
        self.assertEqual(checked.returncode, 1)
        self.assertRegex(checked.stderr, sentence)

    def test_what_a_killed_command_waits_for_is_not_done_later(self):
        """Nor does it keep what it holds locked: the server notices within seconds."""
        database = self.new_database()
        with Service(database):
            pass
        sessions = [f"{self.postgres.programs}/psql", database, "--quiet", "--tuples-only", "--no-align"]

        def waiting():
            return int(subprocess.run([*sessions, "--command", "SELECT count(*) FROM pg_stat_activity WHERE"
                                       " datname = current_database() AND application_name = 'xp-service'"
                                       " AND wait_event_type = 'Lock'"], capture_output=True, text=True).stdout)

        holder = subprocess.Popen(sessions, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(holder.communicate)
        holder.stdin.write("BEGIN;\nLOCK TABLE experiments IN ACCESS EXCLUSIVE MODE;\nSELECT 'held';\n")
        holder.stdin.flush()
        self.assertEqual(holder.stdout.readline(), "held\n")
        command = subprocess.Popen([str(BIN), "recompute"], env={**self.service.environment, "DATABASE_URL": database})
        for count in (1, 0):
            until = time.monotonic() + PATIENCE
            while waiting() != count:
                self.assertLess(time.monotonic(), until, "the server has not noticed")
                time.sleep(0.1)
            command.kill()
        command.wait()

    @staticmethod
    def body():
        from xpservice import quick_start_body
        return quick_start_body("Through a proxy")

    def test_out_of_connections_the_service_goes_on(self):
        path = self.fresh()
        with Clients(lambda: [self.service.port], path, threads=2) as clients:
            with contextlib.ExitStack() as taken:
                for _ in range(120):
                    connection = taken.enter_context(socket.create_connection(("127.0.0.1", self.postgres.port)))
                    body = b"\0\3\0\0user\0postgres\0database\0postgres\0\0"
                    connection.sendall((len(body) + 4).to_bytes(4, "big") + body)
                time.sleep(0.5)
                self.assertEqual(self.service.ask("GET", "/health").status, 200)
            self.goes_on(clients)
        check_books(self, self.service, path, clients)

    def test_replicas_restart_one_by_one_unnoticed(self):
        database = self.new_database()
        replicas = [Service(database).start() for _ in range(4)]
        try:
            made = replicas[0].admin("POST", API + "/experiments", self.body()).json
            path = f"{API}/experiments/{made['id']}"
            replicas[0].admin("POST", path + "/start")
            begin = time.monotonic()
            for replica in replicas:
                while not (replica.ask("POST", path + "/assign", {"user_id": "first"}).json or {}).get("in_experiment"):
                    self.assertLess(time.monotonic() - begin, 10)
                    time.sleep(0.02)
            seen_after = time.monotonic() - begin
            self.assertLess(seen_after, 1.0, "a change takes longer than a second to be seen everywhere")
            ports = [replica.port for replica in replicas]
            with Clients(lambda: ports, path) as clients:
                for number, replica in enumerate(replicas):
                    time.sleep(0.3)
                    ports = [p for i, p in enumerate(ports) if i != number]  # as a balancer would
                    self.assertEqual(replica.stop(), 0)
                    replica.start()
                    ports = [r.port for r in replicas]
                time.sleep(0.3)
            numbers = check_books(self, replicas[0], path, clients)
            print(f"rolling restart of 4: {numbers}, change seen after {seen_after:.2f} s", file=sys.stderr)
            self.assertGreater(len(clients.assigned), 50)
            answers = {tuple(r.ask("POST", path + "/assign", {"user_id": u}).json["variant"] for r in replicas)
                       for u in list(clients.assigned)[:50]}
            self.assertTrue(all(len(set(answer)) == 1 for answer in answers))
        finally:
            for replica in replicas:
                replica.stop()
                replica.folder.cleanup()


if __name__ == "__main__":
    main()
