# SPDX-License-Identifier: Apache-2.0
"""A SQLite file on a full disk, read-only, damaged, or wanted by two services."""
import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "service")]
from xpservice import ADMIN, API, BIN, PATIENCE, SANITIZERS, Case, Service, main, quick_start_body  # noqa: E402


def file_of(service):
    return Path(service.environment["DATABASE_URL"].removeprefix("sqlite:///"))


def running(service):
    made = service.admin("POST", API + "/experiments", quick_start_body()).json
    service.admin("POST", f"{API}/experiments/{made['id']}/start")
    return f"{API}/experiments/{made['id']}"


class Files(Case):
    def test_a_full_disk_refuses_and_recovers(self):
        """A limit on the size of files stands for the disk's: SQLite sees a write that does not get on."""
        service = Service()
        self.addCleanup(service.folder.cleanup)
        real = subprocess.Popen

        def limited(*arguments, **options):
            return real(*arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000)),
                        **options)

        with mock.patch.object(subprocess, "Popen", limited):
            service.start()
        path = running(service)
        acknowledged, refused = [], 0
        for number in range(400):
            users = [{"user_id": f"u{number}-{i}", "context": {"filler": "x" * 500}} for i in range(20)]
            answer = service.ask("POST", path + "/assign:batch", {"users": users})
            if answer.status == 200:
                acknowledged += [user["user_id"] for user in users]
            else:
                self.assertEqual(answer.status, 503, answer)
                self.assertTrue(answer.headers["Retry-After"])
                refused += 1
                if refused == 3:
                    break
        self.assertEqual(refused, 3, "the disk was never full")
        # What needs no write goes on.
        self.assertEqual(service.ask("GET", "/health").status, 200)
        self.assertEqual(service.ask("POST", path + "/assign", {"user_id": acknowledged[0]}).status, 200)
        service.stop()
        with Service(service.environment["DATABASE_URL"]) as again:  # with room
            for user in acknowledged[:50] + acknowledged[-50:]:
                # Does not assign: who was lost would be taken for a newcomer.
                answer = again.ask("POST", path + "/assign?peek=true", {"user_id": user})
                self.assertIsNotNone(answer.json["assigned_at"], user)
            answer = again.ask("POST", path + "/assign:batch", {"users": [{"user_id": "newcomer"}]})
            self.assertEqual(answer.status, 200)
            self.assertEqual(self.integrity(file_of(again)), "ok")

    @staticmethod
    def integrity(path):
        with sqlite3.connect(path) as database:
            return database.execute("PRAGMA integrity_check").fetchone()[0]

    def refused(self, service):
        """The service does not start; what it says."""
        with self.assertRaises(RuntimeError) as raised:
            service.start()
            service.stop()
        return str(raised.exception)

    def stopped_file(self):
        """A database that a service has left behind, in a folder that stays."""
        service = Service()
        self.addCleanup(service.folder.cleanup)
        service.start()
        self.path = running(service)
        service.ask("POST", self.path + "/assign", {"user_id": "known"})
        service.stop()
        return file_of(service)

    def damaged(self, change):
        file = self.stopped_file()
        content = bytearray(file.read_bytes())
        change(content)
        file.write_bytes(content)
        return file, bytes(content)

    def test_a_file_that_is_no_database_is_left_alone(self):
        def change(content):
            content[:100] = b"garbage!" * 12 + b"...."

        file, content = self.damaged(change)
        said = self.refused(Service(f"sqlite:///{file}"))
        self.assertIn("damaged", said)
        self.assertIn("backup", said)
        self.assertEqual(file.read_bytes(), content)

    def test_a_file_cut_short_is_left_alone(self):
        def change(content):
            del content[len(content) // 3:]

        file, content = self.damaged(change)
        said = self.refused(Service(f"sqlite:///{file}"))
        self.assertIn("damaged", said)
        self.assertIn("backup", said)
        self.assertEqual(file.read_bytes(), content)

    def test_a_file_cut_within_its_last_page_is_left_alone(self):
        def change(content):
            del content[-1000:]

        file, content = self.damaged(change)
        database = f"sqlite:///{file}"
        said = [self.refused(Service(database))]
        for command in (["check-database"], ["backup", f"{file}.backup"], ["audit", "verify"], ["recompute"]):
            done = subprocess.run([str(BIN), *command], env={**self.service.environment, "DATABASE_URL": database},
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 1, done)
            said.append(done.stderr)
        for text in said:
            self.assertIn("damaged; restore it from a backup", text)
        self.assertEqual(file.read_bytes(), content)
        self.assertFalse(Path(f"{file}.backup").exists())

    @staticmethod
    def roots(file):
        """Where each table and index begins that has pages of its own; those of some rows only are left out."""
        with contextlib.closing(sqlite3.connect(file)) as database:
            return dict(database.execute("SELECT rootpage, name FROM sqlite_master WHERE rootpage > 0 AND"
                                         " COALESCE(sql, '') NOT LIKE '%) WHERE %'"))

    def test_a_damaged_root_is_found_at_the_start(self):
        file = self.stopped_file()
        whole, roots = file.read_bytes(), self.roots(file)
        self.assertGreater(len(roots), 40)
        for root, name in roots.items():
            with self.subTest(name):
                content = bytearray(whole)
                content[(root - 1) * 4096:root * 4096] = b"\xa5" * 4096
                file.write_bytes(content)
                said = self.refused(Service(f"sqlite:///{file}"))
                self.assertIn("damaged; restore it from a backup", said)
                self.assertEqual(file.read_bytes(), bytes(content))

    def filled_file(self):
        """A database of 2,000 users that a service has left behind."""
        service = Service()
        self.addCleanup(service.folder.cleanup)
        service.start()
        path = running(service)
        for batch in range(10):
            users = [{"user_id": f"u{batch}-{i}", "context": {"filler": "x" * 100}} for i in range(200)]
            self.assertEqual(service.ask("POST", path + "/assign:batch", {"users": users}).status, 200)
        service.stop()
        return file_of(service)

    def test_a_damaged_backup_put_in_place_by_hand_is_left_alone(self):
        """Its header does not name a write-ahead log yet, and nothing that a start reads is damaged."""
        file = self.filled_file()
        backup = Path(f"{file}.by-hand")
        made = self.command(file, "backup", str(backup))
        self.assertEqual(made.returncode, 0, made)
        whole = backup.read_bytes()
        content, page = bytearray(whole), len(whole) // 4096 * 2 // 3
        self.assertNotIn(page + 1, self.roots(backup))
        content[page * 4096:(page + 1) * 4096] = b"\xa5" * 4096
        backup.write_bytes(content)
        said = self.refused(Service(f"sqlite:///{backup}"))
        self.assertIn("damaged; restore it from a backup", said)
        self.assertIn("Nothing was changed", said)
        self.assertEqual(backup.read_bytes(), bytes(content))
        backup.write_bytes(whole)
        with Service(f"sqlite:///{backup}") as service:
            self.assertEqual(service.ask("GET", "/health").status, 200)
        self.assertNotEqual(backup.read_bytes()[18:20], whole[18:20])  # it does now

    @staticmethod
    def log_of_another_database():
        """The bytes of its write-ahead log, while it is in use."""
        with tempfile.TemporaryDirectory(prefix="xp-other-") as folder:
            with contextlib.closing(sqlite3.connect(f"{folder}/other.db", isolation_level=None)) as other:
                other.execute("PRAGMA journal_mode = WAL")
                other.execute("CREATE TABLE other (x)")
                return Path(folder, "other.db-wal").read_bytes()

    def command(self, file, *words, given=None):
        return subprocess.run([str(BIN), *words], env={**self.service.environment, "DATABASE_URL": f"sqlite:///{file}"},
                              input=given, capture_output=True, text=True)

    @staticmethod
    def both(file):
        return {part: Path(f"{file}{part}").read_bytes() for part in ("", "-wal")}

    def refuses_the_log_of(self, file):
        """The start and every command; then `restore` puts a backup in place, and keeps both as they were."""
        backup = Path(f"{file}.whole")
        made = self.command(file_of(self.service), "backup", str(backup))
        self.assertEqual(made.returncode, 0, made)
        before = self.both(file)
        said = [self.refused(Service(f"sqlite:///{file}"))]
        for words in (["check-database"], ["backup", f"{file}.backup"], ["audit", "verify"], ["recompute"],
                      ["import", "-", "--experiment", "e", "--unit", "user", "--variant", "arm", "--metric", "value"]):
            done = self.command(file, *words, given="user,arm,value\ni1,a,1\ni2,b,2\n")
            self.assertEqual(done.returncode, 1, done)
            said.append(done.stderr)
        for text in said:
            self.assertIn(f"{file}-wal belongs to another database", text)
            self.assertIn("Nothing was changed", text)
            self.assertIn("xp-service restore", text)
        self.assertEqual(self.both(file), before)
        self.assertFalse(Path(f"{file}.backup").exists())
        restored = self.command(file, "restore", str(backup), "--replace")
        self.assertEqual(restored.returncode, 0, restored)
        self.assertEqual(self.both(f"{file}.before-restore"), before)
        self.assertEqual(self.command(file, "check-database").returncode, 0)

    def test_a_log_of_another_database_is_left_alone(self):
        file = self.stopped_file()
        Path(f"{file}-wal").write_bytes(self.log_of_another_database())
        self.refuses_the_log_of(file)

    def test_a_backup_copied_over_a_database_by_hand_does_not_take_its_log(self):
        service = Service()
        self.addCleanup(service.folder.cleanup)
        service.start()
        file, path = file_of(service), running(service)
        by_hand = Path(f"{file}.by-hand")
        self.assertEqual(self.command(file, "backup", str(by_hand)).returncode, 0)
        users = [{"user_id": f"u{number}", "context": {"filler": "x" * 100}} for number in range(200)]
        self.assertEqual(service.ask("POST", path + "/assign:batch", {"users": users}).status, 200)
        service.process.kill()
        service.stop()
        file.write_bytes(by_hand.read_bytes())
        self.refuses_the_log_of(file)

    def test_the_log_of_a_service_that_was_killed_is_taken_in(self):
        service = Service()
        self.addCleanup(service.folder.cleanup)
        service.start()
        file, path = file_of(service), running(service)
        for user in range(50):
            self.assertEqual(service.ask("POST", path + "/assign", {"user_id": f"known{user}"}).status, 200)
        service.process.kill()
        service.stop()
        self.assertGreater(Path(f"{file}-wal").stat().st_size, 0)
        with Service(service.environment["DATABASE_URL"]) as again:
            for user in range(50):
                answer = again.ask("POST", path + "/assign?peek=true", {"user_id": f"known{user}"})
                self.assertIsNotNone(answer.json["assigned_at"], user)
            self.assertEqual(self.integrity(file), "ok")
        self.assertEqual(self.command(file, "check-database").returncode, 0)

    def test_tables_that_are_gone_are_named(self):
        file = self.stopped_file()
        with contextlib.closing(sqlite3.connect(file)) as database:
            database.execute("DROP TABLE moments")
            database.execute("DROP TABLE notes")
        done = subprocess.run([str(BIN), "check-database"], capture_output=True, text=True,
                              env={**self.service.environment, "DATABASE_URL": f"sqlite:///{file}"})
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("cannot read these of its tables: moments, notes; restore a backup", done.stderr)

    def test_damage_within_is_an_error_and_no_wrong_answer(self):
        """Of a page that a request needs: 500 with advice, and the file stays for whoever wants to save it."""
        def change(content):
            for page in range(8, len(content) // 4096):
                content[page * 4096:page * 4096 + 4096] = b"\xa5" * 4096

        file, _ = self.damaged(change)
        try:
            service = Service(f"sqlite:///{file}").start()
        except RuntimeError as refused:
            self.assertIn("backup", str(refused))
            return
        try:
            answer = service.admin("GET", self.path + "/assignments")
            self.assertGreaterEqual(answer.status, 500, answer)
        finally:
            service.stop()

    def test_damaged_pages_are_found_before_a_request_needs_them(self):
        file = self.filled_file()
        whole = self.command(file, "check-database")
        self.assertEqual((whole.returncode, whole.stderr), (0, ""))
        content = bytearray(file.read_bytes())
        middle = len(content) // 4096 * 2 // 3
        for page in range(middle, middle + 5):
            content[page * 4096:page * 4096 + 4096] = b"\xa5" * 4096
        file.write_bytes(content)
        damaged = self.command(file, "check-database")
        self.assertEqual(damaged.returncode, 1, damaged)
        self.assertIn(f"{file}: The file is no database or is damaged; restore it from a backup", damaged.stderr)
        self.assertEqual(damaged.stdout, "")
        self.assertEqual(file.read_bytes(), bytes(content))

    def test_a_folder_that_is_read_only_is_named(self):
        said = self.refused(Service("sqlite:////proc/experimentation.db"))
        self.assertIn("/proc/experimentation.db", said)

    def test_one_file_takes_one_service(self):
        said = self.refused(Service(self.service.environment["DATABASE_URL"]))
        self.assertIn("Another service is using", said)
        done = subprocess.run([str(BIN), "check-database"], env=self.service.environment, capture_output=True)
        self.assertEqual(done.returncode, 0)
        rows = "user,arm,value\n" + "".join(f"i{i},{'ab'[i % 2]},{i}\n" for i in range(100))
        done = subprocess.run([str(BIN), "import", "-", "--experiment", "beside", "--unit", "user", "--variant", "arm",
                               "--metric", "value"], env=self.service.environment, input=rows, text=True,
                              capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.service.ask("GET", "/health").status, 200)

    def test_a_file_that_is_read_only_is_named(self):
        file = self.stopped_file()
        content = file.read_bytes()
        service = Service(f"sqlite:///{file}")
        self.may_not_write_anything()
        os.chmod(file, 0o444)
        said = self.refused(service)
        self.assertIn("read-only", said)
        self.assertIn(str(file), said)
        self.assertEqual(file.read_bytes(), content)

    def may_not_write_anything(self):
        """As root may, unless that is taken away from what is started from now on."""
        if os.geteuid() == 0:
            real = subprocess.Popen
            self.enterContext(mock.patch.object(subprocess, "Popen", lambda command, **options: real(
                ["setpriv", "--bounding-set", "-dac_override", *command], **options)))

    def test_a_folder_that_may_not_be_written_is_named(self):
        file = self.stopped_file()
        Path(f"{file}-service.lock").unlink()  # as if it had come from elsewhere
        self.may_not_write_anything()
        file.parent.chmod(0o555)
        self.addCleanup(file.parent.chmod, 0o755)
        said = self.refused(Service(f"sqlite:///{file}"))
        self.assertIn("read-only", said)
        self.assertIn(str(file), said)

    def test_a_file_of_two_names_takes_one_service(self):
        file = file_of(self.service)
        links = Path(file.parent, "links")
        links.mkdir()
        (links / "soft.db").symlink_to(file)
        (links / "hard.db").hardlink_to(file)
        for name in ("soft.db", "hard.db"):
            with self.subTest(name):
                self.assertIn("Another service is using", self.refused(Service(f"sqlite:///{links}/{name}")))
        restored = subprocess.run([str(BIN), "restore", str(file), "--replace"], capture_output=True, text=True,
                                  env={**self.service.environment, "DATABASE_URL": f"sqlite:///{links}/soft.db"})
        self.assertIn("Another service is using", restored.stderr)
        self.assertEqual(self.service.ask("GET", "/health").status, 200)

    def test_its_owner_alone_reads_it(self):
        file = file_of(self.service)
        self.made()
        for path in file.parent.glob(file.name + "*"):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_a_command_makes_no_database_of_a_misspelt_name(self):
        folder = Path(file_of(self.service).parent, "misspelt")
        folder.mkdir()
        environment = {**self.service.environment, "DATABASE_URL": f"sqlite:///{folder}/misspelt.db"}
        for command in (["check-database"], ["audit", "verify"], ["recompute"], ["backup", f"{folder}/backup.db"]):
            done = subprocess.run([str(BIN), *command], env=environment, capture_output=True, text=True)
            with self.subTest(command):
                self.assertEqual(done.returncode, 1)
                self.assertIn(f"no database sqlite:///{folder}/misspelt.db", done.stderr)
        self.assertEqual(list(folder.iterdir()), [])
        Path(folder, "misspelt.db").touch()
        done = subprocess.run([str(BIN), "backup", f"{folder}/backup.db"], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("could not be restored", done.stderr)
        self.assertFalse(Path(folder, "backup.db").exists())

    @unittest.skipIf(SANITIZERS, "sanitizers need more addresses than any limit leaves")
    def test_a_system_without_threads_to_give_is_told_at_the_start(self):
        """Every thread takes 256 MiB of addresses, so each step lets one more begin."""
        step = 256 << 20
        folder = tempfile.TemporaryDirectory(prefix="xp-threads-")
        self.addCleanup(folder.cleanup)
        environment = {**self.service.environment, "DATABASE_URL": f"sqlite:///{folder.name}/test.db"}

        def limited():
            resource.setrlimit(resource.RLIMIT_STACK, (step, resource.getrlimit(resource.RLIMIT_STACK)[1]))
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

        failures = 0
        for limit in range(2 * step, 200 * step, step):
            process = subprocess.Popen([str(BIN)], env=environment, preexec_fn=limited, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True)
            started = process.stdout.readline()
            if started:
                process.terminate()
            said = "".join(process.communicate(timeout=PATIENCE))
            if started:
                break
            with self.subTest(threads=failures):
                self.assertEqual(process.returncode, 1, said)
                self.assertIn("The system gives too few threads", said)
            failures += 1
        self.assertTrue(started, "never enough")
        self.assertGreater(failures, 3)

    def test_secrets_of_a_command_line_are_in_no_process_list(self):
        folder = tempfile.TemporaryDirectory(prefix="xp-secrets-")
        self.addCleanup(folder.cleanup)
        environment = {"PATH": self.service.environment["PATH"], "XDG_CACHE_HOME": folder.name}
        process = subprocess.Popen(
            [str(BIN), "--port", "0", "--database-url", f"sqlite:///{folder.name}/test.db", "--admin-token", "HIDDEN-1",
             "--grafana-url", "http://127.0.0.1:1/", "--grafana-token=HIDDEN-2", "--plausible-api-key", "HIDDEN-3", "--unleash-url",
             "http://127.0.0.1:1", "--unleash-token", "HIDDEN-4"], env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        try:
            started = process.stdout.readline()
            listed = Path(f"/proc/{process.pid}/cmdline").read_bytes().decode()
        finally:
            process.terminate()
            said = started + "".join(process.communicate(timeout=PATIENCE))
        self.assertIn("xp-service listens", started)
        self.assertIn(f"sqlite:///{folder.name}/test.db", listed)
        for number in range(1, 5):
            self.assertNotIn(f"HIDDEN-{number}", listed)
            self.assertNotIn(f"HIDDEN-{number}", said)

    def test_secrets_are_in_no_log_and_no_process_list(self):
        made = self.post("/keys", {"name": "hidden", "role": "viewer"}, 201).json
        self.service.ask("GET", API + "/keys", token=made["key"])
        self.service.ask("GET", API + "/experiments", token="guessed-token-secret")
        self.service.ask("GET", API + "/experiments?x=%0a%0dinjected", headers={"X-Request-Id": "a\tb"}, token=ADMIN)
        self.service.ask("GET", API + "/keys", headers={"X-Request-Id": "seen-1"})
        self.service.await_log("seen-1")  # and with it what came before
        said = "".join(self.service.log)
        listed = Path(f"/proc/{self.service.process.pid}/cmdline").read_bytes().decode()
        for secret in (ADMIN, made["key"], "guessed-token-secret"):
            self.assertNotIn(secret, said)
            self.assertNotIn(secret, listed)
        for line in self.service.log:
            self.assertTrue(line.startswith("{") and line.endswith("}\n"), line)


if __name__ == "__main__":
    main()
