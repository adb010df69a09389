# SPDX-License-Identifier: Apache-2.0
"""The files of resources/grafana and resources/prometheus: dashboards against Grafana's own schemas, house rules of
dashboards, alert rules under promtool, and provisioning that names what is there."""
import json
import os
import re
import subprocess
import unittest
from pathlib import Path

import jsonschema
import yaml

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
GRAFANA = SOURCE / "resources/grafana"
PROMETHEUS = SOURCE / "resources/prometheus"
SCHEMAS = Path(os.environ["XP_CONFORMANCE_DIR"]) / "schemas/grafana"
DASHBOARDS = sorted((GRAFANA / "dashboards").glob("*.json"))
DATASOURCE = {"type": "prometheus", "uid": "${datasource}"}


def read(path):
    return json.loads(path.read_text())


class Dashboards(unittest.TestCase):
    def panels(self):
        for path in DASHBOARDS:
            for panel in read(path)["panels"]:
                if panel["type"] != "row":
                    with self.subTest(f"{path.name}: {panel['title']}"):
                        yield panel

    @unittest.skipUnless(SCHEMAS.is_dir(), "no data")
    def test_dashboards_are_valid(self):
        schema = read(SCHEMAS / "dashboard.jsonschema.json")
        for path in DASHBOARDS:
            with self.subTest(path.name):
                jsonschema.Draft7Validator(schema).validate(read(path))

    @unittest.skipUnless(SCHEMAS.is_dir(), "no data")
    def test_panels_are_valid(self):
        for panel in self.panels():
            schema = read(SCHEMAS / (panel["type"].replace("-", "") + ".jsonschema.json"))
            parts = {"Options": panel["options"], "FieldConfig": panel["fieldConfig"]["defaults"].get("custom")}
            for name, part in parts.items():
                if part is not None and name in schema["definitions"]:
                    jsonschema.Draft7Validator({**schema, "$ref": f"#/definitions/{name}"}).validate(part)

    def test_uids(self):
        self.assertEqual([read(path)["uid"] for path in DASHBOARDS],
                         ["experimentation-experiment", "experimentation"])

    def test_every_panel_has_what_a_reader_needs(self):
        for panel in self.panels():
            self.assertTrue(panel["title"] and panel["description"])
            self.assertTrue(panel["fieldConfig"]["defaults"]["unit"])
            self.assertEqual(panel["datasource"], DATASOURCE)
            for target in panel["targets"]:
                self.assertEqual(target["datasource"], DATASOURCE)
                # A fixed range shows gaps or lies at another resolution.
                self.assertEqual(re.findall(r"\[(?!\$__rate_interval\])[^\]]*\]", target["expr"]), [])

    def test_panels_do_not_overlap(self):
        for path in DASHBOARDS:
            taken = set()
            for panel in read(path)["panels"]:
                at = panel["gridPos"]
                cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
                self.assertFalse(cells & taken, panel["title"])
                self.assertLessEqual(at["x"] + at["w"], 24)
                taken |= cells


class Provisioning(unittest.TestCase):
    def test_files(self):
        source = yaml.safe_load((GRAFANA / "provisioning/datasources/prometheus.yaml").read_text())
        self.assertEqual(source["apiVersion"], 1)
        self.assertEqual(source["datasources"][0]["type"], "prometheus")
        provider = yaml.safe_load((GRAFANA / "provisioning/dashboards/experimentation.yaml").read_text())
        self.assertEqual(provider["providers"][0]["options"]["path"], "/var/lib/grafana/dashboards")


class Alerts(unittest.TestCase):
    def promtool(self, *arguments):
        done = subprocess.run(["promtool", *map(str, arguments)], capture_output=True, text=True, cwd=PROMETHEUS)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_rules(self):
        self.promtool("check", "rules", "alerts.yaml")
        self.promtool("test", "rules", "alerts_test.yaml")

    def test_the_cluster_has_the_same_rules(self):
        own = yaml.safe_load((PROMETHEUS / "alerts.yaml").read_text())
        cluster = yaml.safe_load((SOURCE / "packaging/kubernetes/base/prometheusrule.yaml").read_text())
        self.assertEqual(own["groups"], cluster["spec"]["groups"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
