# SPDX-License-Identifier: Apache-2.0
"""Databases of earlier schemas, kept in golden/: brought up by this release, they say what they said."""
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, BIN, Case, Service, main  # noqa: E402

GOLDEN = Path(__file__).resolve().parent / "golden"
MIGRATIONS = Path(__file__).resolve().parents[3] / "core/storage/schema/migrations"


class Upgrade(Case):
    @classmethod
    def setUpClass(cls):
        cls.engine = "postgres" if cls.postgres else "sqlite"

    def loaded(self, name):
        """A new database with what a golden file holds."""
        text = (GOLDEN / f"{name}.{self.engine}.sql").read_text()
        if self.postgres:
            url = self.new_database()
            subprocess.run([str(self.postgres.programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", url], input=text, text=True,
                           check=True, capture_output=True)
            return url
        folder = tempfile.TemporaryDirectory(prefix="xp-golden-")
        self.addCleanup(folder.cleanup)
        database = sqlite3.connect(f"{folder.name}/golden.db")
        database.executescript(text)
        database.close()
        return f"sqlite:///{folder.name}/golden.db"

    def command(self, url, *words):
        done = subprocess.run([str(BIN), *words], env={"DATABASE_URL": url}, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def stats(self, service, key):
        return self.expect(200, service.admin("GET", f"{API}/experiments/{key}/stats")).json["variants"]

    def assign(self, service, key, user):
        return self.expect(200, service.ask("POST", f"{API}/experiments/{key}/assign", {"user_id": user})).json

    def check(self, name):
        expected = json.loads((GOLDEN / f"{name}.json").read_text())
        url = self.loaded(name)
        code, said = self.command(url, "check-database")
        self.assertEqual(code, 1)
        self.assertIn("of an earlier release", said)
        with Service(url) as service:
            for key, variants in expected["stats"].items():
                self.assertEqual(self.stats(service, key), variants)
            for key, users in expected["assigned"].items():
                self.assertEqual({user: self.assign(service, key, user)["variant"] for user in users}, users)
        self.assertEqual(self.command(url, "check-database")[0], 0)
        code, said = self.command(url, "audit", "verify", "--anchor", expected["anchor"][self.engine])
        self.assertEqual(code, 0, said)
        code, said = self.command(url, "recompute")
        self.assertEqual(code, 0, said)
        with Service(url) as service:
            for key, variants in expected["stats"].items():
                self.assertEqual(self.stats(service, key), variants)
            self.goes_on(service, expected["stats"]["running"])

    def adjusted(self, service):
        """What a plan that adjusts by what was before finds, which is as exact as the totals it is made from."""
        return self.expect(200, service.admin("GET", f"{API}/experiments/adjusted/report")).json["planned"]

    def more_events(self, service):
        """Each adds to totals that were there, and is weighed by what was before the exposure."""
        sent = [{"user_id": f"v{i}", "event_name": name, "value": i / 4, "event_id": f"later-{name}-{i}"}
                for i in range(40) for name in ("visit", "order", "cart")]
        answer = self.expect(200, service.ask("POST", f"{API}/experiments/adjusted/track:batch", {"events": sent})).json
        self.assertTrue(all(result["ok"] for result in answer["results"]), answer)

    def goes_on(self, service, before):
        """An event that is sent again does not count, a newcomer does."""
        self.assign(service, "running", "newcomer")
        sent = [{"user_id": "newcomer", "event_name": "order", "event_id": "order-of-newcomer", "value": 1}] * 2
        answer = self.expect(200, service.ask("POST", f"{API}/experiments/running/track:batch", {"events": sent})).json
        self.assertTrue(all(result["ok"] for result in answer["results"]), answer)
        after = self.stats(service, "running")
        for what, more in (("sample_size", 1), ("conversions", 1)):
            self.assertEqual(sum(v[what] for v in after), sum(v[what] for v in before) + more)

    def test_schema_1(self):
        self.check("schema1")

    def test_schema_2(self):
        """With totals of more metrics than fit one row, and of what was done before the exposure."""
        self.check("schema2")

    def test_totals_of_schema_2_are_added_to(self):
        """Not made anew before: the totals as they were brought up."""
        url = self.loaded("schema2")
        with Service(url) as service:
            before = self.adjusted(service)
            self.more_events(service)
            grown = self.adjusted(service)
        self.assertNotEqual(grown, before)
        code, said = self.command(url, "recompute")
        self.assertEqual(code, 0, said)
        with Service(url) as service:
            self.assertEqual(self.adjusted(service), grown)

    def test_every_earlier_schema_has_its_file(self):
        """A migration that is new means that there are databases without it."""
        kept = {path.name.split(".")[0] for path in GOLDEN.glob(f"*.{self.engine}.sql")}
        latest = max(int(path.name[:4]) for path in MIGRATIONS.glob("*.sql"))
        self.assertEqual(kept, {f"schema{number}" for number in range(1, latest)})


if __name__ == "__main__":
    main()
