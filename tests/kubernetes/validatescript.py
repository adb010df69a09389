# SPDX-License-Identifier: Apache-2.0
"""packaging/kubernetes/validate against a stand-in for kubectl: all well, and each thing that can be wrong."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(os.environ["XP_SOURCE_DIR"]) / "packaging/kubernetes/validate"
# What the stand-in answers to a command that holds the words.
WELL = {"cluster.postgresql.cnpg.io": "Cluster in healthy state", "readyReplicas": "2", ".spec.replicas": "2",
        "endpoints experimentation": "10.0.0.1", "/health/ready": '{"status":"ready"}',
        "8000/health": '{"status":"healthy","service":"experimentation"}', "check-database": "all tables",
        "8000/metrics": "experimentation_experiments_active 3", "servicemonitor": "/metrics",
        "resources.limits": '{"cpu":"1","memory":"1Gi"}', "poddisruptionbudget": "1"}
CHECKS = {"cluster": "cluster.postgresql.cnpg.io", "deployment": "readyReplicas", "service": "endpoints experimentation",
          "health": "8000/health", "database": "/health/ready", "schema": "check-database", "metrics": "8000/metrics",
          "monitor": "servicemonitor", "resources": "resources.limits", "budget": "poddisruptionbudget"}


class Validate(unittest.TestCase):
    def run_with(self, answers):
        with tempfile.TemporaryDirectory() as folder:
            cases = "\n".join(f"*'{words}'*) {'echo' if text is not None else 'false'} '{text or ''}' ;;"
                              for words, text in answers.items())
            kubectl = Path(folder) / "kubectl"
            kubectl.write_text(f'#!/bin/sh\ncase "$*" in\n{cases}\n*) exit 1 ;;\nesac\n')
            kubectl.chmod(0o755)
            return subprocess.run([str(SCRIPT)], env={**os.environ, "KUBECTL": str(kubectl)}, capture_output=True,
                                  text=True)

    def test_all_well(self):
        done = self.run_with(WELL)
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (0, "10 passed, 0 failed"), done.stdout)

    def test_each_fault_is_told(self):
        for check, words in CHECKS.items():
            with self.subTest(check):
                done = self.run_with({**WELL, words: None})
                self.assertEqual(done.returncode, 1)
                self.assertIn(f"FAILED  {check}\n", done.stdout)

    def test_a_replica_that_is_not_ready(self):
        self.assertIn("FAILED  deployment", self.run_with({**WELL, "readyReplicas": "1"}).stdout)

    def test_no_cluster(self):
        self.assertEqual(self.run_with({}).stdout.splitlines()[-1], "0 passed, 10 failed")


if __name__ == "__main__":
    unittest.main(verbosity=2)
