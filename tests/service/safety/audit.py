# SPDX-License-Identifier: Apache-2.0
"""The audit log's chain: whatever is changed in the database behind the service's back, `audit verify` says so."""
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, BIN, Case, Service, main, quick_start_body  # noqa: E402


class Audit(Case):
    def verify(self, *more):
        return subprocess.run([str(BIN), "audit", "verify", *more], env=self.service.environment, capture_output=True,
                              text=True)

    def sql(self, statement):
        """Behind the service's back."""
        url = self.service.environment["DATABASE_URL"]
        if not self.postgres:
            with sqlite3.connect(url.removeprefix("sqlite:///")) as database:
                database.execute(statement)
            return
        done = self.postgres.run("psql", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", statement)
        self.assertEqual(done.returncode, 0, done.stderr)

    def assert_broken(self, what, *more):
        found = self.verify(*more)
        self.assertEqual(found.returncode, 1, found)
        self.assertIn(what, found.stderr)

    def test_tampering_shows(self):
        for number in range(5):
            self.made(f"Audited {number}")
        whole = self.verify()
        self.assertEqual(whole.returncode, 0, whole.stderr)
        entries, anchor = re.fullmatch(r"(\d+) entries.* Anchor: (\d+:[0-9a-f]{64})\n", whole.stdout).groups()
        self.assertEqual(int(entries), 10)

        self.sql("UPDATE audit_log SET actor = 'somebody else' WHERE number = 4")
        self.assert_broken("entry 4 ")
        self.sql("UPDATE audit_log SET actor = 'admin' WHERE number = 4")
        self.assertEqual(self.verify().returncode, 0)

        self.sql("UPDATE audit_log SET number = number + 1000 WHERE number = 6")
        self.assert_broken("entry 6 is missing")
        self.sql("UPDATE audit_log SET number = 6 WHERE number = 1006")

        self.assertEqual(self.verify("--anchor", anchor).returncode, 0)
        self.assertEqual(self.verify("--anchor", anchor.upper()).returncode, 0)

        self.sql("CREATE TABLE kept AS SELECT * FROM audit_log WHERE number > 8")
        self.sql("DELETE FROM audit_log WHERE number > 8")
        self.assert_broken("entries 9 to 10 are missing")
        self.sql("INSERT INTO audit_log SELECT * FROM kept")
        self.assertEqual(self.verify("--anchor", anchor).returncode, 0)

        # Cut off at the end, head and all: only a point that was noted elsewhere can tell.
        self.sql("UPDATE audit_head SET number = 9, hash = (SELECT hash FROM audit_log WHERE number = 9)")
        self.sql("DELETE FROM audit_log WHERE number = 10")
        self.assertEqual(self.verify().returncode, 0)
        self.assert_broken("entry 10, whose hash was given, is missing", "--anchor", anchor)
        self.made("One more")
        self.assert_broken("entry 10 has another hash", "--anchor", anchor)

    def with_entries(self, count):
        """A service of the test's own, which self.service is from here on."""
        self.service = Service(self.new_database())
        self.addCleanup(self.service.folder.cleanup)
        self.service.start()
        self.addCleanup(self.service.stop)
        for number in range(count):
            self.made(f"Audited {number}", start=False)

    def test_every_row_counts(self):
        self.with_entries(3)
        columns = "at, actor, action, experiment_id, changes, reason, hash"
        for number in (0, -1, -(1 << 63), 4):
            self.sql(f"INSERT INTO audit_log (id, number, {columns})"
                     f" SELECT 'planted', {number}, {columns} FROM audit_log WHERE number = 2")
            self.assert_broken("was added by somebody else")
            self.sql("DELETE FROM audit_log WHERE id = 'planted'")
        self.assertEqual(self.verify().returncode, 0)

    def test_all_faults_are_told(self):
        self.with_entries(6)
        self.sql("UPDATE audit_log SET actor = 'somebody else' WHERE number IN (2, 6)")
        self.sql("DELETE FROM audit_log WHERE number = 4")
        self.assert_broken("3 faults")
        for what in ("entry 2 (", "entry 4 is missing", "entry 6 ("):
            self.assert_broken(what)

    def test_a_log_without_its_end_takes_nothing_more(self):
        self.with_entries(2)
        self.sql("CREATE TABLE kept AS SELECT * FROM audit_head")
        self.sql("DELETE FROM audit_head")
        self.assert_broken("audit_head")
        refused = self.service.admin("POST", API + "/experiments", quick_start_body("Unseen"))
        self.assertEqual(refused.status, 500, refused)
        self.service.await_log("audit_head is gone")
        self.assertEqual(len(self.get("/experiments").json["experiments"]), 2)
        self.sql("INSERT INTO audit_head SELECT * FROM kept")
        self.assertEqual(self.verify().returncode, 0)
        self.made("Seen")
        self.sql("DELETE FROM audit_head")
        self.sql("DELETE FROM audit_log")
        self.assert_broken("audit_head")

    def test_an_empty_log_has_no_anchor(self):
        """Every log goes through it: it would show nothing."""
        self.with_entries(0)
        whole = self.verify()
        self.assertEqual((whole.returncode, whole.stdout), (0, "0 entries, so there is no anchor yet\n"))
        self.assertEqual(self.verify("--anchor", "0:").returncode, 2)

    def test_a_wrong_command_line_is_explained(self):
        for wrong in ("nonsense", "0:", "0:ab", "1:", "-1:ab"):
            self.assertEqual(self.verify("--anchor", wrong).returncode, 2, wrong)


if __name__ == "__main__":
    main()
