# SPDX-License-Identifier: Apache-2.0
"""The move from the FastAPI service: its tables are taken over, and its callers and users notice nothing."""
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import BIN, Case, Postgres, main  # noqa: E402

TABLES = """
CREATE TABLE experiments (id VARCHAR PRIMARY KEY, name VARCHAR, description TEXT, hypothesis TEXT, status VARCHAR,
  variants JSON, metrics JSON, target_sample_size INTEGER, significance_level FLOAT, traffic_allocation FLOAT,
  created_at TIMESTAMP, started_at TIMESTAMP, stopped_at TIMESTAMP);
CREATE TABLE assignments (id VARCHAR PRIMARY KEY, experiment_id VARCHAR REFERENCES experiments, user_id VARCHAR,
  variant VARCHAR, context JSON, assigned_at TIMESTAMP);
CREATE TABLE events (id VARCHAR PRIMARY KEY, experiment_id VARCHAR REFERENCES experiments, assignment_id VARCHAR,
  user_id VARCHAR, variant VARCHAR, event_name VARCHAR, value FLOAT, timestamp TIMESTAMP);
"""
ID = "8c4f1d0e-7a3b-4c55-b0a6-2f9d8e7c6b5a"
VARIANTS = [{"name": "control", "allocation": 0.3, "config": {}}, {"name": "blue", "allocation": 0.7, "config": {"c": 1}}]
TRAFFIC = 0.6


def share(text):
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 10000 / 10000


def old_answer(user):
    """What the replaced service gave a user it did not know yet."""
    if share(f"{ID}:traffic:{user}") > TRAFFIC:
        return None
    at, total = share(f"{ID}:{user}"), 0
    for variant in VARIANTS:
        total += variant["allocation"]
        if at <= total:
            return variant["name"]
    return VARIANTS[-1]["name"]


class MovingIn(Case):
    @classmethod
    def setUpClass(cls):
        cls.source_server = cls.postgres or cls.enterClassContext(Postgres())
        cls.source = cls.source_server.new_database()
        cls.known = {f"known{i}": "blue" if i % 2 else "control" for i in range(40)}
        cls.sql(TABLES, f"INSERT INTO experiments VALUES ('{ID}', 'Blue button', '', '', 'running', '{json.dumps(VARIANTS)}',"
                f" '[\"buy\"]', 100, 0.05, {TRAFFIC}, '2026-01-01', '2026-01-02', NULL)")
        cls.sql(*[f"INSERT INTO assignments VALUES ('a{user}', '{ID}', '{user}', '{variant}', '{{}}', '2026-01-03 12:00:00')"
                  for user, variant in cls.known.items()],
                f"INSERT INTO assignments VALUES ('later', '{ID}', 'known0', 'blue', '{{}}', '2026-01-04')",
                f"INSERT INTO events VALUES ('e1', '{ID}', 'aknown0', 'known0', 'control', 'buy', 9.5, '2026-01-05')")
        super().setUpClass()

    @classmethod
    def enterClassContext(cls, context):
        entered = context.__enter__()
        cls.addClassCleanup(context.__exit__, None, None, None)
        return entered

    @classmethod
    def sql(cls, *statements):
        done = subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", cls.source, "-c", ";".join(statements)],
                              capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)

    def migrate(self, *options):
        done = subprocess.run([str(BIN), "migrate-seed", "--from", self.source, "--json", *options],
                              env=self.service.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def failed(self, *options):
        """What it says where a run fails."""
        done = subprocess.run([str(BIN), "migrate-seed", *options], env=self.service.environment, capture_output=True,
                              text=True, timeout=60)
        self.assertEqual(done.returncode, 1, done)
        self.assertNotIn("geheim", done.stderr)
        return done.stderr

    def test_0_which_of_the_two_databases_is_away_is_said(self):
        nowhere = "postgresql://ann:geheim@127.0.0.1:1/"
        self.assertIn("--from postgresql://ann@127.0.0.1:1/old: The database cannot be reached",
                      self.failed("--from", nowhere + "old"))
        for more in [], ["--dry-run"]:
            said = self.failed("--from", self.source, "--database-url", nowhere + "new", *more)
            self.assertIn("postgresql://ann@127.0.0.1:1/new: The database cannot be reached", said)
            self.assertNotIn("--from", said)

    def test_0_a_trial_makes_nothing_where_there_is_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "new.db"
            notes = self.migrate("--dry-run", "--database-url", f"sqlite:///{file}")["notes"]
            self.assertEqual(notes, [f"sqlite:///{file} is not there yet; a run would make it"])
            self.assertFalse(file.exists())
            file.touch()
            notes = self.migrate("--dry-run", "--database-url", f"sqlite:///{file}")["notes"]
            self.assertEqual(notes, [f"sqlite:///{file} is empty; a run would make its tables"])
            self.assertEqual([(path.name, path.stat().st_size) for path in Path(folder).iterdir()], [("new.db", 0)])
        empty = self.source_server.new_database()
        notes = self.migrate("--dry-run", "--database-url", empty)["notes"]
        self.assertEqual(notes, [f"{empty} is empty; a run would make its tables"])
        tables = subprocess.run(["psql", "-tA", empty, "-c", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"],
                                capture_output=True, text=True)
        self.assertEqual(tables.stdout.strip(), "0")
        said = self.failed("--from", self.source, "--dry-run", "--database-url", self.source)
        self.assertIn("holds the tables of the FastAPI service", said)

    def test_1_a_trial_stores_nothing(self):
        report = self.migrate("--dry-run")
        self.assertEqual(report["notes"], [])
        self.assertEqual((report["experiments"]["taken"], report["assignments"]["repeated"]), (1, 1))
        self.assertEqual(self.get("/experiments").json["total"], 0)

    def test_2_users_keep_their_variants(self):
        report = self.migrate()
        self.assertEqual(report["assignments"], {"taken": 40, "already": 0, "repeated": 1, "unknown_variant": 0,
                                                 "unknown_experiment": 0, "unusable": 0, "left_out": 0,
                                                 "without_time": 0})
        self.assertEqual(report["events"]["taken"], 1)
        experiment = {"id": ID}
        self.wait_for_status("running")
        for user, variant in self.known.items():
            answer = self.assign(experiment, user)
            self.assertEqual((answer["variant"], answer["reason"]), (variant, "split"))
            self.assertEqual(answer["assigned_at"], "2026-01-03T12:00:00.000000Z")
        answers = self.post(f"/experiments/{ID}/assign:batch",
                            {"users": [{"user_id": f"neu-{i} é"} for i in range(2000)]}).json["assignments"]
        for answer in answers:
            self.assertEqual(answer["variant"], old_answer(answer["user_id"]), answer)
        self.assertTrue(500 < sum(1 for answer in answers if answer["variant"]) < 1500)

    def test_3_old_callers_keep_working(self):
        user = next(f"caller{i}" for i in range(100) if old_answer(f"caller{i}"))
        assigned = self.post(f"/experiments/{ID}/assign?user_id={quote(user)}", {"country": "DE"}).json
        self.assertEqual(assigned["variant"], old_answer(user))
        tracked = self.post(f"/experiments/{ID}/track?user_id={quote(user)}&event_name=buy&value=3.5").json
        self.assertEqual(tracked["variant"], old_answer(user))

    def test_4_what_came_in_meanwhile_is_fetched(self):
        self.sql(f"INSERT INTO assignments VALUES ('n', '{ID}', 'meanwhile', 'control', '{{}}', '2026-01-06')",
                 f"INSERT INTO events VALUES ('e2', '{ID}', 'n', 'meanwhile', 'control', 'buy', 1, '2026-01-07')")
        report = self.migrate()
        self.assertEqual((report["assignments"]["taken"], report["assignments"]["already"]), (1, 40))
        self.assertEqual((report["events"]["taken"], report["events"]["already"]), (1, 1))
        trial = self.migrate("--dry-run")
        self.assertEqual((trial["experiments"]["taken"], trial["experiments"]["already"]), (0, 1))
        self.assertEqual(len(trial["notes"]), 1)
        self.assertIn("a trial does not look for them", trial["notes"][0])
        conversions = self.stats({"id": ID})["variants"][0]["conversions"]
        self.assertGreaterEqual(conversions, 2)  # known0 and meanwhile

    def test_5_the_old_database_itself_is_refused(self):
        done = subprocess.run([str(BIN), "--port", "0", "--database-url", self.source], capture_output=True, text=True,
                              timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn("migrate-seed", done.stderr + done.stdout)

    def test_6_all_that_cannot_be_taken_over_is_named_at_once(self):
        self.sql("INSERT INTO experiments VALUES ('odd', 'Odd', '', '', 'asleep', '[]', '[1]', 1, 0.05, 1, NULL, NULL, NULL)",
                 "INSERT INTO experiments VALUES ('odd2', 'Odd', '', '', 'draft', '3', '[]', 1, 0.05, 1, NULL, NULL, NULL)",
                 "INSERT INTO assignments VALUES ('o', 'odd', 'ann', 'control', '{}', '2026-01-06')")
        for more in [], ["--dry-run"]:
            done = subprocess.run([str(BIN), "migrate-seed", "--from", self.source, *more], env=self.service.environment,
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            for reason in "'odd' cannot be taken over: its status", "'odd' cannot be taken over: its variants", \
                    "'odd' cannot be taken over: its metrics", "'odd2' cannot be taken over: its variants":
                self.assertIn(reason, done.stderr)
        report = self.migrate("--leave-out", "odd", "--leave-out=odd2")
        self.assertEqual((report["experiments"]["left_out"], report["assignments"]["left_out"]), (2, 1))

    def test_7_names_that_are_none_here_are_taken_over_all_the_same(self):
        variants = json.dumps([{"name": name, "allocation": 0.5} for name in ("a ", "a")])
        self.sql(f"INSERT INTO experiments VALUES ('lined', E'Two\\nlines', '', '', 'draft', '{variants}', '[\"buy \"]', 1,"
                 " 0.05, 1, NULL, NULL, NULL)")
        self.migrate("--leave-out", "odd", "--leave-out=odd2")
        read = self.get("/experiments/lined").json
        self.assertEqual((read["name"], read["variants"][0]["name"], read["metrics"][0]["name"]), ("Two\nlines", "a ", "buy "))
        self.expect(200, self.service.admin("PUT", "/api/v1/experiments/lined", {**read, "description": "new"}))

    def wait_for_status(self, status):
        until = time.monotonic() + 30
        while time.monotonic() < until:
            answer = self.service.admin("GET", f"/api/v1/experiments/{ID}")
            if answer.status == 200 and answer.json["status"] == status:
                return
            time.sleep(0.05)
        self.fail(f"the service has not heard of {ID}")


if __name__ == "__main__":
    main()
