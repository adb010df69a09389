# SPDX-License-Identifier: Apache-2.0
"""A file imported beside a running service, and what /stats then says of it: the published figures of a real test."""
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import BIN, Case, main  # noqa: E402

DATA = Path(os.environ.get("XP_CONFORMANCE_DIR", "")) / "data" / "cookie_cats.csv"


class Importing(Case):
    def run_import(self, file, *options):
        done = subprocess.run([str(BIN), "import", str(file), *options], env=self.service.environment,
                              capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_published_figures(self):
        if not DATA.exists():
            self.skipTest("skipped: no data")
        self.run_import(DATA, "--experiment", "cookie-cats", "--unit", "userid", "--variant", "version", "--metric",
                        "retention_1", "--metric", "retention_7", "--metric", "sum_gamerounds:mean")
        stats = self.seen("cookie-cats")
        self.assertEqual((stats["control_variant"], stats["status"]), ("gate_30", "stopped"))
        self.assertEqual([(v["variant"], v["sample_size"]) for v in stats["variants"]],
                         [("gate_30", 44700), ("gate_40", 45489)])
        self.assertAlmostEqual(stats["sample_ratio"]["p_value"], 0.00860799, 8)
        metrics = {metric["name"]: metric for metric in stats["metrics"]}

        def comparison(name):
            return metrics[name]["comparisons"][0]

        self.assertEqual([round(v["conversion_rate"], 6) for v in metrics["retention_7"]["variants"]],
                         [0.190201, 0.182000])
        self.assertAlmostEqual(comparison("retention_7")["statistic"], -3.16436, 5)
        self.assertAlmostEqual(comparison("retention_7")["p_value"], 0.00155425, 8)
        self.assertAlmostEqual(comparison("retention_1")["p_value"], 0.0744097, 7)
        self.assertEqual([round(v["mean_value"], 5) for v in metrics["sum_gamerounds"]["variants"]],
                         [52.45626, 51.29878])
        self.assertAlmostEqual(comparison("sum_gamerounds")["p_value"], 0.375924, 6)

    def rows(self, table):
        url = self.service.environment["DATABASE_URL"]
        count = f"SELECT count(*) FROM {table}"
        if url.startswith("postgresql"):
            return int(subprocess.run(["psql", "-XAtq", "-d", url, "-c", count], capture_output=True, check=True).stdout)
        base = sqlite3.connect(url.removeprefix("sqlite:///"))
        try:
            return base.execute(count).fetchone()[0]
        finally:
            base.close()

    def test_a_stopped_import_leaves_nothing(self):
        before = self.rows("assignments")
        file = Path(self.service.folder.name) / "large.csv"
        file.write_text("who,arm,paid\n" + "".join(f"{i},{'ab'[i % 2]},{i % 7}\n" for i in range(400_000)))
        process = subprocess.Popen([str(BIN), "import", str(file), "--experiment", "large", "--unit", "who", "--variant",
                                    "arm", "--metric", "paid:sum"], env=self.service.environment, text=True,
                                   stderr=subprocess.PIPE)
        until = time.monotonic() + 60
        while self.rows("assignments") == before:
            self.assertIsNone(process.poll())
            self.assertLess(time.monotonic(), until)
            time.sleep(0.02)
        process.terminate()
        self.assertIn("interrupted", process.communicate(timeout=60)[1])
        self.assertEqual((process.returncode, self.rows("assignments")), (-signal.SIGTERM, before))
        self.get("/experiments/large", 404)

    def test_columns_and_words(self):
        file = Path(self.service.folder.name) / "small.csv"
        file.write_text("who;arm;paid;at\n" + "".join(
            f"u{i};{'b' if i % 3 else 'a'};{i % 7};2026-03-0{1 + i % 5} 10:00:00\n" for i in range(300)))
        self.run_import(file, "--experiment", "small", "--unit", "who", "--variant", "arm", "--metric",
                        "paid:sum:primary", "--control", "b", "--allocation", "b=0.667", "--allocation", "a=0.333",
                        "--time", "at", "--name", "A small one")
        stats = self.seen("small")
        self.assertEqual((stats["experiment_name"], stats["control_variant"]), ("A small one", "b"))
        self.assertEqual(stats["headline"], {"kind": "primary", "metrics": ["paid"]})
        self.assertGreater(stats["sample_ratio"]["p_value"], 0.9)
        experiment = self.get("/experiments/small").json
        self.assertEqual(experiment["started_at"][:10], "2026-03-01")
        self.assertEqual(experiment["stopped_at"][:10], "2026-03-05")
        # Assigned elsewhere: the known keep their variant, nobody is added.
        self.assertEqual(self.assign(experiment, "u0")["variant"], "a")
        self.assertEqual(self.assign(experiment, "stranger")["reason"], "not_running")

    def test_what_is_imported_is_there_when_the_command_ends(self):
        file = Path(self.service.folder.name) / "soon.csv"
        for n in range(6):
            units = 20 + 2 * n
            file.write_text("who,arm,paid\n" + "".join(f"u{i},{'ab'[i % 2]},{i % 3}\n" for i in range(units)))
            # The first three are new, the others take the place of the third.
            replacing = ["--replace"] if n > 2 else []
            self.run_import(file, "--experiment", f"soon-{min(n, 2)}", "--unit", "who", "--variant", "arm", "--metric",
                            "paid:mean", *replacing)
            stats = self.get(f"/experiments/soon-{min(n, 2)}/stats").json
            self.assertEqual([v["sample_size"] for v in stats["variants"]], [units // 2, units // 2])

    def warehouse(self):
        """A database of someone's own: 60 users, one exposed an hour, and what some of them bought."""
        path = Path(self.service.folder.name) / "warehouse.db"
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as base:
            base.execute("CREATE TABLE exposed (who TEXT PRIMARY KEY, arm TEXT, at TEXT)")
            base.execute("CREATE TABLE bought (who TEXT, euros REAL)")
            for i in range(60):
                base.execute("INSERT INTO exposed VALUES (?, ?, ?)",
                             (f"u{i}", "ab"[i % 2], f"2026-05-{1 + i // 24:02} {i % 24:02}:00:00"))
                base.executemany("INSERT INTO bought VALUES (?, ?)", [(f"u{i}", 1.5)] * (i % 3))
        base.close()
        return path

    def sql(self, name, text):
        file = Path(self.service.folder.name) / f"{name}.sql"
        file.write_text(text)
        return str(file)

    def test_a_query(self):
        path = self.warehouse()
        options = ["--sql", self.sql("exposures", "SELECT who, arm, at FROM exposed"),
                   "--facts", self.sql("facts", "SELECT who, euros, 1 AS orders FROM bought"),
                   "--from", f"sqlite:///{path}", "--experiment", "query", "--unit", "who", "--variant", "arm",
                   "--time", "at", "--metric", "orders:count:primary", "--metric", "euros:sum"]
        self.run_command(0, *options)
        stats = self.seen("query")
        self.assertEqual([v["sample_size"] for v in stats["variants"]], [30, 30])
        means = {m["name"]: [v["mean_value"] for v in m["variants"]] for m in stats["metrics"]}
        orders = [sum(i % 3 for i in range(arm, 60, 2)) / 30 for arm in (0, 1)]
        for arm in (0, 1):
            self.assertAlmostEqual(means["orders"][arm], orders[arm], 12)
            self.assertAlmostEqual(means["euros"][arm], 1.5 * orders[arm], 12)
        self.assertIn("already", self.run_command(1, *options))
        self.assertEqual(
            self.service.admin("POST", "/api/v1/experiments/query/notes", {"text": "A release"}).status, 201)
        before = self.get("/experiments/query").json["id"]
        self.run_command(0, *options, "--replace")
        until = time.monotonic() + 60
        while self.get("/experiments/query").json.get("id", before) == before and time.monotonic() < until:
            time.sleep(0.05)
        self.assertNotEqual(self.get("/experiments/query").json["id"], before)
        notes = self.service.admin("GET", "/api/v1/experiments/query/notes").json["notes"]
        self.assertEqual([note["text"] for note in notes], ["A release"])
        # What is wrong is said with the database's own words, and nothing is stored.
        self.assertIn("no such table", self.run_command(
            1, "--sql", self.sql("wrong", "SELECT who, arm FROM absent"), "--from", f"sqlite:///{path}",
            "--experiment", "wrong", "--unit", "who", "--variant", "arm", "--metric", "orders"))
        self.assertIn("--from goes with", self.run_command(2, "some.csv", "--from", f"sqlite:///{path}"))
        self.assertEqual(self.service.admin("GET", "/api/v1/experiments/wrong").status, 404)

    def test_a_schedule(self):
        path = self.warehouse()
        source = Path(self.service.folder.name) / "shop.json"
        source.write_text(json.dumps({"database": f"sqlite:///{path}",
                                      "exposures": "SELECT who, arm, at FROM exposed WHERE at >= {{since}}",
                                      "facts": "SELECT who, 1 AS orders FROM bought"}))
        running = subprocess.Popen(
            [str(BIN), "import", "--source", str(source), "--experiment", "daily", "--unit", "who", "--variant",
             "arm", "--time", "at", "--metric", "orders:count:primary", "--every", "1s", "--lookback", "24h"],
            env=self.service.environment, stdout=subprocess.PIPE, text=True)
        try:
            self.assertEqual(running.stdout.readline(), "Read 60 rows\n")
            self.seen("daily")
            with sqlite3.connect(path) as base:
                base.execute("INSERT INTO exposed VALUES ('late', 'a', '2026-05-04 12:00:00')")
            base.close()
            # First the day before 2026-05-03, the latest, is read again too, and then the day before the new one.
            lines = iter(running.stdout.readline, "")
            self.assertTrue(any(line.startswith("Read 13 rows from 2026-05-03 on; 48") for line in lines))
            until = time.monotonic() + 60
            while time.monotonic() < until:
                stats = self.get("/experiments/daily/stats").json
                if sum(v["sample_size"] for v in stats.get("variants", [])) == 61:
                    break
                time.sleep(0.2)
            self.assertEqual(sum(v["sample_size"] for v in stats["variants"]), 61)
        finally:
            running.kill()
            running.communicate()

    def run_command(self, status, *options):
        done = subprocess.run([str(BIN), "import", *options], env=self.service.environment, capture_output=True,
                              text=True, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stderr

    def seen(self, key):
        """The statistics, once the service has heard of the experiment."""
        until = time.monotonic() + 30
        while self.service.admin("GET", f"/api/v1/experiments/{key}").status == 404 and time.monotonic() < until:
            time.sleep(0.05)
        return self.get(f"/experiments/{key}/stats").json


if __name__ == "__main__":
    main()
