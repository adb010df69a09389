# SPDX-License-Identifier: Apache-2.0
"""A file imported beside a running service, and what /stats then says of it: the published figures of a real test."""
import os
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

    def seen(self, key):
        """The statistics, once the service has heard of the experiment."""
        until = time.monotonic() + 30
        while self.service.admin("GET", f"/api/v1/experiments/{key}").status == 404 and time.monotonic() < until:
            time.sleep(0.05)
        return self.get(f"/experiments/{key}/stats").json


if __name__ == "__main__":
    main()
