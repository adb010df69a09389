# SPDX-License-Identifier: Apache-2.0
"""`backup` beside a service under load, `restore` into a new database, and what neither of them does."""
import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, BIN, Case, Service, main, quick_start_body  # noqa: E402


class Backup(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="xp-backup-")
        self.addCleanup(folder.cleanup)
        self.file = f"{folder.name}/copy"
        self.folder = folder.name

    def run_command(self, command, *arguments, database=None):
        environment = dict(self.service.environment)
        if database:
            environment["DATABASE_URL"] = database
        if self.postgres:
            environment["PATH"] = f"{self.postgres.programs}:{environment['PATH']}"
        return subprocess.run([str(BIN), command, *arguments], env=environment, capture_output=True, text=True, errors="replace")

    def another(self, name):
        return self.new_database() or f"sqlite:///{self.folder}/{name}.db"

    def test_what_was_acknowledged_before_is_in_it(self):
        made = self.made()
        before = [f"before-{i}" for i in range(200)]
        for user in before:
            self.assign(made, user)
            self.track(made, user, "conversion")
        numbers = self.stats(made)["variants"]
        done = threading.Event()

        def go_on():
            number = 0
            while not done.is_set():
                number += 1
                self.assign(made, f"during-{number}")

        load = threading.Thread(target=go_on)
        load.start()
        try:
            backup = self.run_command("backup", self.file)
        finally:
            done.set()
            load.join()
        self.assertEqual(backup.returncode, 0, backup.stderr)
        self.assertEqual(os.stat(self.file).st_mode & 0o077, 0)

        target = self.another("restored")
        restored = self.run_command("restore", self.file, database=target)
        self.assertEqual(restored.returncode, 0, restored.stderr)
        with Service(target) as copy:
            rows = copy.admin("GET", f"{API}/experiments/{made['id']}/assignments?limit=1000").json["assignments"]
            self.assertLessEqual(set(before), {row["user_id"] for row in rows})
            stats = copy.admin("GET", f"{API}/experiments/{made['id']}/stats").json
            self.assertEqual([v["conversions"] for v in stats["variants"]], [v["conversions"] for v in numbers])
            for user in before[:20]:
                mine = self.assign(made, user)
                theirs = copy.ask("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": user}).json
                self.assertEqual(mine, theirs)
            self.assertEqual(subprocess.run([str(BIN), "audit", "verify"], env=copy.environment,
                                            capture_output=True).returncode, 0)

    def test_nothing_is_overwritten(self):
        self.made()
        self.assertEqual(self.run_command("backup", self.file).returncode, 0)
        content = Path(self.file).read_bytes()
        again = self.run_command("backup", self.file)
        self.assertEqual(again.returncode, 1)
        self.assertIn("overwrites nothing", again.stderr)
        self.assertEqual(Path(self.file).read_bytes(), content)
        occupied = self.another("occupied")
        with Service(occupied) as other:
            other.admin("POST", API + "/experiments", {})
        refused = self.run_command("restore", self.file, database=occupied)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("--replace", refused.stderr)
        replaced = self.run_command("restore", self.file, "--replace", database=occupied)
        self.assertEqual(replaced.returncode, 0, replaced.stderr)
        with Service(occupied) as other:
            self.assertTrue(other.admin("GET", API + "/experiments").json["experiments"])

    def backed_up(self, name):
        """A backup of a database with one experiment of that name."""
        file = f"{self.folder}/{name}.backup"
        database = self.another(name)
        with Service(database) as other:
            other.admin("POST", API + "/experiments", quick_start_body(name))
        self.assertEqual(self.run_command("backup", file, database=database).returncode, 0)
        return file

    def names_in(self, file):
        with Service(f"sqlite:///{file}") as other:
            return [e["name"] for e in other.admin("GET", API + "/experiments").json["experiments"]]

    def test_what_gives_way_is_kept_each_time(self):
        if self.postgres:
            return  # one transaction, and nothing is kept
        live = f"{self.folder}/original.db"
        self.backed_up("original")
        for number, name in enumerate(("first", "second", "third"), 1):
            restored = self.run_command("restore", self.backed_up(name), "--replace", database=f"sqlite:///{live}")
            self.assertEqual(restored.returncode, 0, restored.stderr)
            kept = f"{live}.before-restore" + (f"-{number}" if number > 1 else "")
            self.assertIn(f"kept as {kept}\n", restored.stdout)
        self.assertEqual([self.names_in(f"{live}.before-restore{end}") for end in ("", "-2", "-3")],
                         [["original"], ["first"], ["second"]])
        self.assertEqual(self.names_in(live), ["third"])

    def test_there_is_a_database_at_every_moment(self):
        if self.postgres:
            return
        live = f"{self.folder}/original.db"
        self.backed_up("original")
        other, gone, done = self.backed_up("other"), [], threading.Event()

        def look():
            while not done.is_set():
                if not os.path.exists(live):
                    gone.append(live)

        looking = threading.Thread(target=look)
        looking.start()
        try:
            for _ in range(5):
                restored = self.run_command("restore", other, "--replace", database=f"sqlite:///{live}")
                self.assertEqual(restored.returncode, 0, restored.stderr)
        finally:
            done.set()
            looking.join()
        self.assertEqual(gone, [])

    def kill_late(self):
        """A service on killed.db whose write is in the write-ahead log alone."""
        killed = Service(f"sqlite:///{self.folder}/killed.db").start()
        killed.admin("POST", API + "/experiments", quick_start_body("late"))
        killed.process.kill()
        killed.stop()
        killed.folder.cleanup()
        self.assertGreater(os.path.getsize(f"{self.folder}/killed.db-wal"), 0)

    def test_what_a_killed_service_left_in_its_log_is_kept_too(self):
        if self.postgres:
            return
        other = self.backed_up("other")
        self.kill_late()
        restored = self.run_command("restore", other, "--replace", database=f"sqlite:///{self.folder}/killed.db")
        self.assertEqual(restored.returncode, 0, restored.stderr)
        self.assertEqual(self.names_in(f"{self.folder}/killed.db"), ["other"])
        self.assertEqual(self.names_in(f"{self.folder}/killed.db.before-restore"), ["late"])

    def test_the_log_of_a_file_that_is_gone_is_not_applied(self):
        if self.postgres:
            return
        other = self.backed_up("other")
        self.kill_late()
        os.remove(f"{self.folder}/killed.db")
        restored = self.run_command("restore", other, database=f"sqlite:///{self.folder}/killed.db")
        self.assertEqual(restored.returncode, 0, restored.stderr)
        self.assertEqual(self.names_in(f"{self.folder}/killed.db"), ["other"])

    def test_a_file_of_the_name_that_an_unfinished_backup_has_stays(self):
        partial = Path(self.file + ".partial")
        partial.write_text("somebody's")
        refused = self.run_command("backup", self.file)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(str(partial), refused.stderr)
        self.assertEqual(partial.read_text(), "somebody's")
        partial.unlink()
        self.assertEqual(self.run_command("backup", self.file).returncode, 0)
        self.assertFalse(partial.exists())

    def test_what_is_no_backup_is_refused(self):
        Path(self.file).write_text("this is no backup\n" * 1000)
        target = self.another("untouched")
        refused = self.run_command("restore", self.file, database=target)
        self.assertEqual(refused.returncode, 1)
        with Service(target) as fresh:
            self.assertEqual(fresh.admin("GET", API + "/experiments").json["experiments"], [])
        self.assertEqual(self.run_command("restore", self.file + "-none", database=target).returncode, 1)
        self.assertEqual(self.run_command("backup").returncode, 2)

    def test_a_damaged_backup_is_refused(self):
        self.made()
        self.assertEqual(self.run_command("backup", self.file).returncode, 0)
        whole = Path(self.file).read_bytes()
        content = whole[:len(whole) // 2] + b"\xa5" * (len(whole) - len(whole) // 2)
        occupied = self.another("kept")
        with Service(occupied) as other:
            kept = other.admin("POST", API + "/experiments", quick_start_body("Stays")).json
        for damaged in (content, whole[:-400]):  # pg_restore notices the latter at its end only
            Path(self.file).write_bytes(damaged)
            refused = self.run_command("restore", self.file, "--replace", database=occupied)
            self.assertEqual(refused.returncode, 1)
            self.assertNotIn("QProcess", refused.stderr)
        with Service(occupied) as other:
            self.assertEqual([e["id"] for e in other.admin("GET", API + "/experiments").json["experiments"]], [kept["id"]])
        target = self.another("damaged")
        self.assertEqual(self.run_command("restore", self.file, database=target).returncode, 1)
        self.assertEqual(list(Path(self.folder).glob("damaged*")), [])
        with Service(target) as fresh:
            self.assertEqual(fresh.admin("GET", API + "/experiments").json["experiments"], [])

    def test_a_command_says_why_it_has_no_database(self):
        if not self.postgres:
            return  # tests/faults/files.py
        commands = (["check-database"], ["audit", "verify"], ["backup", self.file])
        absent = f"postgresql://postgres:hidden@127.0.0.1:{self.postgres.port}/absent"
        for command in commands:
            refused = self.run_command(*command, database=absent)
            self.assertEqual(refused.returncode, 1)
            self.assertRegex(refused.stderr, f'127.0.0.1:{self.postgres.port}/absent: .*database "absent" does not exist')
            self.assertEqual(refused.stderr.count("\n"), 1, refused.stderr)
            self.assertNotIn("hidden", refused.stderr)
        empty = self.new_database()
        for command in commands:
            refused = self.run_command(*command, database=empty)
            self.assertEqual(refused.returncode, 1)
            self.assertRegex(refused.stderr, "holds no tables")
        self.assertFalse(Path(self.file).exists())

    def test_a_running_service_is_noticed(self):
        kept = self.made("kept")
        self.assertEqual(self.run_command("backup", self.file).returncode, 0)
        self.assign(kept, "answered")
        refused = self.run_command("restore", self.file, "--replace")
        self.assertEqual(refused.returncode, 1)
        self.assertRegex(refused.stderr, r"Services are using .* over [1-9]\d* sessions" if self.postgres
                         else "Another service is using")
        rows = self.get(f"/experiments/{kept['id']}/assignments").json["assignments"]
        self.assertEqual([row["user_id"] for row in rows], ["answered"])

    def test_a_session_of_another_program_is_no_service(self):
        if not self.postgres:
            return
        file, target = self.backed_up("replacing"), self.another("looked-at")
        with Service(target + "?application_name=another") as other:  # whatever it calls itself
            other.admin("POST", API + "/experiments", quick_start_body("old"))
            self.assertEqual(self.run_command("restore", file, "--replace", database=target).returncode, 1)
        looking = subprocess.Popen([f"{self.postgres.programs}/psql", target + "?application_name=xp-service", "--quiet"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        looking.stdin.write("SELECT 'is connected';\n")
        looking.stdin.flush()
        while "is connected" not in looking.stdout.readline():
            self.assertIsNone(looking.poll())
        restored = self.run_command("restore", file, "--replace", database=target)
        looking.communicate()
        self.assertEqual(restored.returncode, 0, restored.stderr)

    @staticmethod
    def with_schema(file, change):
        """Changes what the file says of a table, which it said before."""
        with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.execute("PRAGMA writable_schema = ON")
            told = database.execute("SELECT sql FROM sqlite_master WHERE name = 'saved_segments'").fetchone()[0]
            database.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'saved_segments'", (change(told),))
        return told

    def test_a_copy_that_could_not_be_restored_gets_no_name(self):
        """What SQLite copies without a word, and complains of when it looks at the copy."""
        if self.postgres:
            return
        self.backed_up("damaged")
        damaged = f"{self.folder}/damaged.db"
        told = self.with_schema(damaged, lambda sql: sql.replace("description TEXT NOT NULL", "description TEXT"))
        with contextlib.closing(sqlite3.connect(damaged, isolation_level=None)) as database:
            database.execute("INSERT INTO saved_segments VALUES ('p', 'n', NULL, '{}', 1, 0)")
        self.with_schema(damaged, lambda _: told)
        before = sorted(os.listdir(self.folder))
        refused = self.run_command("backup", f"{self.folder}/none", database=f"sqlite:///{damaged}")
        self.assertEqual(refused.returncode, 1, refused)
        self.assertRegex(refused.stderr, f"{damaged}: .* damaged; restore it from a backup .*saved_segments")
        self.assertEqual(sorted(os.listdir(self.folder)), before)


if __name__ == "__main__":
    main()
