# SPDX-License-Identifier: Apache-2.0
"""A real Prometheus scrapes two replicas under simulated traffic: totals are true, results appear, and every expression
of the dashboards and alerts, and of the dashboard that ours replaces, returns data."""
import json
import os
import random
import re
import subprocess
import sys
import unittest
from pathlib import Path

import yaml
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_open

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from prometheusserver import Prometheus  # noqa: E402
from xpservice import API, Case, Service, main  # noqa: E402

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
ALERTS = SOURCE / "resources/prometheus/alerts.yaml"
REPLACED = [
    "experimentation_experiments_active", "sum by (status) (experimentation_experiments_total)",
    "rate(experimentation_variant_assignments_total[5m])", "rate(experimentation_events_total[5m])",
    "sum by (variant) (experimentation_variant_assignments_total)", "experimentation_significant_results_total",
    "histogram_quantile(0.95, rate(experimentation_analysis_duration_seconds_bucket[5m]))",
    "sum(rate(experimentation_event_values_bucket[5m])) by (le, experiment_id)",
    "count by (experiment_id) (experimentation_variant_assignments_total)"]
USERS = 1200
OPEN_METRICS = {"Accept": "application/openmetrics-text;version=1.0.0"}


class Scraped(Case):
    @classmethod
    def setUpClass(cls):
        database = cls.new_database()
        cls.replicas = [Service(database).start() for _ in range(2)]
        for replica in cls.replicas:
            cls.addClassCleanup(replica.folder.cleanup)
            cls.addClassCleanup(replica.stop)
        cls.service = cls.replicas[0]
        cls.prometheus = Prometheus([f"127.0.0.1:{replica.port}" for replica in cls.replicas], [ALERTS]).__enter__()
        cls.addClassCleanup(cls.prometheus.__exit__)

    def traffic(self, experiment):
        """12 % against 32 %, through both replicas in turn; returns the events of each variant."""
        chance, events = random.Random(1), []
        path = f"{API}/experiments/{experiment['id']}"
        for part in range(4):
            users = [f"user{part}-{n}" for n in range(USERS // 4)]
            assigned = self.ask(part, path + "/assign:batch", {"users": [{"user_id": user} for user in users]})
            batch = [{"user_id": a["user_id"], "event_name": name, "value": value}
                     for a in assigned["assignments"]
                     for name, share, value in (("buy", {"control": .12, "better": .32}[a["variant"]], 20.0),
                                                ("error", .02, 1.0))
                     if chance.random() < share]
            answers = self.ask(part + 1, path + "/track:batch", {"events": batch})
            self.assertTrue(all(result["ok"] for result in answers["results"]))
            events += batch
        return events

    def ask(self, part, path, body):
        replica = self.replicas[part % 2]
        return self.expect(200, replica.ask("POST", path, body)).json

    def test_two_replicas(self):
        made = self.made("Scraped", variants=[{"name": "control", "allocation": 0.5},
                                              {"name": "better", "allocation": 0.5}],
                         metrics=[{"name": "buy", "kind": "conversion", "role": "primary"},
                                  {"name": "error", "kind": "conversion", "role": "guardrail",
                                   "direction": "decrease"}])
        probe = f"{API}/experiments/{made['id']}"
        while self.replicas[1].admin("GET", probe).json.get("status") != "running":
            pass
        # Before the traffic, so that a rate has a beginning.
        of = f'{{experiment_id="{made["id"]}"}}'
        self.prometheus.wait(f"count(experimentation_variant_assignments_total{of})", lambda v: v and v[0][1] == 4)
        events = self.traffic(made)
        total = self.prometheus.wait
        total(f"sum(experimentation_variant_assignments_total{of})", lambda v: v[0][1] == USERS)
        total(f"sum(experimentation_events_total{of})", lambda v: v[0][1] == len(events))
        for replica in self.replicas:
            instance = f'experiment_id="{made["id"]}",instance="127.0.0.1:{replica.port}"'
            total(f'sum(experimentation_units{{{instance},metric="buy"}})', lambda v: v and v[0][1] == USERS)
            self.assertGreater(total(f"sum(experimentation_variant_assignments_total{{{instance}}})")[0][1], 0)
        self.check_results(made)
        self.get(f"/experiments/{made['id']}/report")
        total("sum(rate(experimentation_analysis_duration_seconds_count[1m]))", lambda v: v and v[0][1] > 0)
        self.check_expressions(made)
        self.check_formats()

    def check_results(self, made):
        wait, of = self.prometheus.wait, f'{{experiment_id="{made["id"]}",metric="buy",variant="better"}}'
        stats = self.stats(made)
        rate = next(v["conversion_rate"] for v in stats["variants"] if v["variant"] == "better")
        wait(f"max(experimentation_rate{of})", lambda v: v and abs(v[0][1] - rate) < 1e-6)
        wait(f"max(experimentation_lift{of})", lambda v: v and abs(v[0][1] - stats["effect_size"]) < 1e-6)
        wait(f"max(experimentation_always_valid_p_value{of})", lambda v: v and 0 <= v[0][1] < 0.05)
        wait(f"max(experimentation_probability_best{of})", lambda v: v and v[0][1] > 0.8)
        wait(f'max(experimentation_sample_ratio_p_value{{experiment_id="{made["id"]}"}})', lambda v: v[0][1] > 0.001)
        wait(f'count(experimentation_guardrail_state{{experiment_id="{made["id"]}",metric="error"}})',
             lambda v: v and v[0][1] == 2)  # the one treatment, on both

    def check_expressions(self, made):
        expressions = list(REPLACED)
        for path in sorted((SOURCE / "resources/grafana/dashboards").glob("*.json")):
            for panel in json.loads(path.read_text())["panels"]:
                expressions += [target["expr"] for target in panel.get("targets", [])]
        for expression in expressions:
            for name, value in (("$__rate_interval", "1m"), ("$experiment", made["id"]), ("$metric", "buy")):
                expression = expression.replace(name, value)
            with self.subTest(expression):
                self.prometheus.wait(expression, seconds=20)
        dashboard = self.get(f"/experiments/{made['id']}/grafana").json
        self.assertEqual(dashboard["uid"], made["id"])
        # What the dashboards' variables are filled from.
        self.assertIn(made["id"], self.prometheus.api("label/experiment_id/values",
                                                      **{"match[]": "experimentation_variant_assignments_total"}))
        rules = self.prometheus.api("rules")["groups"][0]["rules"]
        self.assertEqual(len(rules), len(yaml.safe_load(ALERTS.read_text())["groups"][0]["rules"]))
        for rule in rules:
            self.assertEqual((rule["health"], rule["state"]), ("ok", "inactive"), rule)

    def check_formats(self):
        for target in self.prometheus.api("targets")["activeTargets"]:
            self.assertEqual((target["health"], target["lastError"]), ("up", ""))
        page = self.service.ask("GET", "/metrics", headers=OPEN_METRICS)
        self.assertEqual(page.headers["Content-Type"], "application/openmetrics-text; version=1.0.0; charset=utf-8")
        families = {family.name for family in parse_open(page.body.decode())}  # refuses what is not OpenMetrics
        text = self.service.ask("GET", "/metrics")
        checked = subprocess.run(["promtool", "check", "metrics"], input=text.body, capture_output=True)
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, b""))
        self.assertEqual(text.headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
        named = {re.sub(r"_total$", "", name) for name in re.findall(r"^# TYPE (\S+)", text.body.decode(), re.M)}
        self.assertEqual({re.sub(r"_total$", "", name) for name in families}, named)


if __name__ == "__main__":
    main()
