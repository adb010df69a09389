# SPDX-License-Identifier: Apache-2.0
"""The audit log's chain: whatever is changed in the database behind the service's back, `audit verify` says so."""
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import BIN, Case, main  # noqa: E402


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

    def test_a_wrong_command_line_is_explained(self):
        self.assertEqual(self.verify("--anchor", "nonsense").returncode, 2)


if __name__ == "__main__":
    main()
