# SPDX-License-Identifier: Apache-2.0
"""packaging/compose.yaml without a container engine: of the right shape, with files, variables and names that exist."""
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
FOLDER = SOURCE / "packaging"
SERVICE_KEYS = {"image", "build", "restart", "environment", "ports", "read_only", "tmpfs", "cap_drop", "security_opt",
                "depends_on", "healthcheck", "volumes", "command"}
VARIABLE = re.compile(r"\$\{(\w+)(:\?|:-[^}]*|:\+[^}]*)?\}")


class Compose(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = (FOLDER / "compose.yaml").read_text()
        cls.file = yaml.safe_load(cls.text)
        cls.services = cls.file["services"]

    def test_shape(self):
        self.assertEqual(set(self.file), {"name", "services", "volumes"})
        self.assertEqual(set(self.services), {"experimentation", "postgres", "unleash", "prometheus", "grafana"})
        for name, service in self.services.items():
            self.assertEqual(set(service) - SERVICE_KEYS, set(), name)
            self.assertRegex(service["image"], r"^[a-z0-9./-]+:[A-Za-z0-9.-]+$")
            for value in service.get("environment", {}).values():
                self.assertIsInstance(value, str, f"{name}: {value!r} is not quoted")
            for port in service.get("ports", []):
                self.assertRegex(port, r"^127\.0\.0\.1:\d+:\d+$", name)
            for other in service.get("depends_on", []):
                self.assertIn(other, self.services)
            health = service.get("healthcheck")
            self.assertTrue(health is None or health["test"][0] in ("CMD", "CMD-SHELL"), name)
            for other, how in (service["depends_on"].items() if isinstance(service.get("depends_on"), dict) else ()):
                self.assertEqual(how, {"condition": "service_healthy"})
                self.assertIn("healthcheck", self.services[other])

    def test_every_file_and_volume_exists(self):
        for name, service in self.services.items():
            for volume in service.get("volumes", []):
                source = volume.split(":")[0]
                if source.startswith("."):
                    self.assertTrue((FOLDER / source).exists(), f"{name}: {volume}")
                else:
                    self.assertIn(source, self.file["volumes"])

    def test_the_service_knows_its_variables(self):
        told = subprocess.run([Path(os.environ["XP_BIN_DIR"]) / "xp-service", "--help"], capture_output=True, text=True,
                              check=True).stdout
        offered = set(re.findall(r"\[([A-Z_]+)\]", told))
        environment = self.services["experimentation"]["environment"]
        self.assertEqual(set(environment) - offered, set())
        filled = {"POSTGRES_PASSWORD": "a-password", "ADMIN_TOKEN": "a-token-of-ours",
                  "UNLEASH_TOKEN": "a-token"}

        def fill(found):
            return filled.get(found.group(1), "")
        # Starting with these values gets as far as the database's name: nothing in them is refused.
        values = {name: VARIABLE.sub(fill, value) for name, value in environment.items()}
        run = subprocess.run([Path(os.environ["XP_BIN_DIR"]) / "xp-service", "check-database"], capture_output=True,
                             text=True, env={"PATH": os.environ["PATH"], **values}, timeout=60)
        self.assertIn("postgres:5432/experimentation", run.stdout + run.stderr)

    def test_the_last_flags_outlive_the_container(self):
        service = self.services["experimentation"]
        copy = Path(service["environment"]["UNLEASH_COPY"])
        kept = [Path(volume.split(":")[1]) for volume in service["volumes"]]
        self.assertTrue(any(copy.is_relative_to(folder) for folder in kept), copy)

    def test_secrets_have_no_defaults(self):
        for name, rule in VARIABLE.findall(self.text):
            self.assertTrue(rule == ":?" or name == "GRAFANA_TOKEN", f"{name} may be left out")

    def test_prometheus_takes_its_configuration(self):
        text = (FOLDER / "compose" / "prometheus.yaml").read_text()
        with tempfile.TemporaryDirectory() as folder:
            alerts = SOURCE / "resources" / "prometheus" / "alerts.yaml"
            (Path(folder) / "prometheus.yaml").write_text(text.replace("/etc/prometheus/alerts.yaml", str(alerts)))
            checked = subprocess.run(["promtool", "check", "config", f"{folder}/prometheus.yaml"], capture_output=True,
                                     text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        job = yaml.safe_load(text)["scrape_configs"][0]
        self.assertEqual((job["job_name"], job["static_configs"][0]["targets"]),
                         ("experimentation", ["experimentation:8000"]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
