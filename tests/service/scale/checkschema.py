# SPDX-License-Identifier: Apache-2.0
"""xp-service check-schema: on a plain PostgreSQL, beside tables in use, and without a trace."""
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import BIN, Case, Postgres  # noqa: E402


class CheckSchema(Case):
    def check(self, *arguments, url=None):
        return subprocess.run([str(BIN), *arguments], capture_output=True, text=True,
                              env={**self.service.environment, "DATABASE_URL": url or
                                   self.service.environment["DATABASE_URL"]})

    def relations(self):
        done = self.postgres.run("psql", "-XAtq", "-d", self.service.environment["DATABASE_URL"], "-c",
                                 "SELECT n.nspname, c.relname, c.relkind FROM pg_class c JOIN pg_namespace n"
                                 " ON n.oid = c.relnamespace WHERE n.nspname NOT LIKE 'pg_%' AND relname NOT LIKE 'events_20%'"
                                 " ORDER BY 1, 2")  # months are made meanwhile
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_it_qualifies_and_nothing_is_left(self):
        made = self.made()
        self.assign(made, "stays")
        before = self.relations()
        for way, url in (("check-schema", None), ("--check-schema", self.new_database())):
            done = self.check(way, url=url)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            for column in ("unit_id", "experiment_id"):
                self.assertRegex(done.stdout, rf"spread by {column}: \d+ tables and all statements qualify")
        self.assertEqual(self.relations(), before)
        rows = self.get(f"/experiments/{made['id']}/assignments").json["assignments"]
        self.assertEqual([row["user_id"] for row in rows], ["stays"])

    def test_what_cannot_be_checked(self):
        done = self.check("check-schema", url="sqlite:///x.db")
        self.assertEqual(done.returncode, 1)
        self.assertIn("PostgreSQL", done.stderr)
        done = self.check("check-schema", url="postgresql://nobody@127.0.0.1:1/none")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.check("check-schema", "more").returncode, 2)
        self.assertIn("Citus", self.check("check-schema", "--help").stdout)


if __name__ == "__main__":
    with Postgres() as Case.postgres:
        unittest.main(verbosity=2)
