# SPDX-License-Identifier: Apache-2.0
"""`manifests.py FOLDER`: every overlay, built by kubectl and checked strictly (a field that a kind does not have is
refused): custom resources under their CRDs, the rest under Kubernetes' own schemas; and the names that operators use."""
import copy
import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import yaml

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests/service"))
from xpservice import BIN, Service  # noqa: E402

KUBERNETES = SOURCE / "packaging/kubernetes"
CRDS = Path(os.environ["XP_CONFORMANCE_DIR"]) / "schemas/crds"
HERE = Path(__file__).resolve().parent
OVERLAYS = ("dev", "prod")
# What the platform's store holds for prod, as its ExternalSecret says.
STORED = {"ADMIN_TOKEN": "a-token-of-the-platform", "UNLEASH_TOKEN": "*:production.a", "PLAUSIBLE_API_KEY": "b",
          "GRAFANA_TOKEN": "c"}
CUSTOM = {"postgresql.cnpg.io", "monitoring.coreos.com", "external-secrets.io", "argoproj.io", "cert-manager.io"}


def group_of(item):
    return item["apiVersion"].rpartition("/")[0]


def strict(schema):
    """The schema without room for fields that it does not name."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: strict(part) for name, part in schema.items()}
    is_open = made.get("x-kubernetes-preserve-unknown-fields") or "additionalProperties" in made
    if isinstance(made.get("properties"), dict) and made.get("type") == "object" and not is_open:
        made["additionalProperties"] = False
    return made


def crd_errors(item):
    version = item["apiVersion"].rpartition("/")[2]
    schema = json.loads((CRDS / group_of(item) / f"{item['kind'].lower()}_{version}.json").read_text())
    schema = strict(schema)
    schema["properties"]["metadata"] = {"type": "object"}
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.message[:200]}"
            for e in jsonschema.Draft7Validator(schema).iter_errors(item)]


@unittest.skipUnless(shutil.which("kubectl"), "no kubectl")
class Manifests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.built = {}
        for overlay in OVERLAYS:
            done = subprocess.run(["kubectl", "kustomize", str(KUBERNETES / "overlays" / overlay)],
                                  capture_output=True, text=True)
            if done.returncode:
                raise RuntimeError(done.stderr)
            cls.built[overlay] = [item for item in yaml.safe_load_all(done.stdout) if item]

    def one(self, overlay, kind, name):
        found = [i for i in self.built[overlay] if i["kind"] == kind and i["metadata"]["name"] == name]
        self.assertEqual(len(found), 1, f"{kind} {name}")
        return found[0]

    @unittest.skipUnless(CRDS.is_dir(), "no data")
    def test_custom_resources(self):
        items = [i for overlay in OVERLAYS for i in self.built[overlay] if group_of(i) in CUSTOM]
        items.append(yaml.safe_load((KUBERNETES / "argocd/application.yaml").read_text()))
        self.assertGreater(len(items), 10)
        for item in items:
            with self.subTest(f"{item['kind']} {item['metadata']['name']}"):
                self.assertEqual(crd_errors(item), [])
        typo = copy.deepcopy(self.one("prod", "Cluster", "db-experiment-dev"))
        typo["spec"]["storage"]["sise"] = typo["spec"]["storage"].pop("size")
        self.assertNotEqual(crd_errors(typo), [])

    @unittest.skipUnless(shutil.which("npm"), "no npm")
    def test_kinds_of_kubernetes(self):
        folder = Path(FOLDER)
        for name in ("package.json", "package-lock.json", "strict.mjs"):
            shutil.copy(HERE / name, folder / name)
        locked, installed = folder / "package-lock.json", folder / "node_modules/.installed"
        if not installed.is_file() or installed.read_bytes() != locked.read_bytes():
            subprocess.run(["npm", "ci", "--ignore-scripts", "--force", "--silent"], cwd=folder, check=True)
            installed.write_bytes(locked.read_bytes())
        items = [i for overlay in OVERLAYS for i in self.built[overlay] if group_of(i) not in CUSTOM]
        self.assertGreater(len(items), 20)
        self.assertEqual(self.strict(folder, items), (0, ""))
        deployment = copy.deepcopy(self.one("prod", "Deployment", "experimentation"))
        deployment["spec"]["template"]["spec"]["containers"][0]["readinesProbe"] = {}
        code, said = self.strict(folder, [deployment])
        self.assertEqual(code, 1)
        self.assertIn("readinesProbe", said)
        deployment = copy.deepcopy(self.one("prod", "Deployment", "experimentation"))
        deployment["spec"]["replicas"] = "two"
        self.assertEqual(self.strict(folder, [deployment])[0], 1)

    def strict(self, folder, items):
        (folder / "objects.json").write_text(json.dumps(items))
        done = subprocess.run(["node", "strict.mjs", "objects.json"], cwd=folder, capture_output=True,
                              text=True)
        return done.returncode, done.stderr

    def test_names_in_use(self):
        for overlay in OVERLAYS:
            with self.subTest(overlay):
                for item in self.built[overlay]:
                    self.assertEqual(item["metadata"]["namespace"], "fawkes", item["metadata"]["name"])
                deployment = self.one(overlay, "Deployment", "experimentation")
                pod = deployment["spec"]["template"]
                self.assertEqual(deployment["spec"]["replicas"], 2)
                self.assertEqual(pod["metadata"]["labels"]["app"], "experimentation")
                self.assertIn("fawkes.io/experiments", pod["metadata"]["annotations"])
                self.assertEqual(pod["spec"]["securityContext"]["runAsUser"], 1000)
                container = pod["spec"]["containers"][0]
                self.assertEqual(container["ports"][0]["containerPort"], 8000)
                self.assertEqual(container["resources"], {"requests": {"cpu": "200m", "memory": "256Mi"},
                                                          "limits": {"cpu": "1", "memory": "1Gi"}})
                self.assertTrue(container["securityContext"]["readOnlyRootFilesystem"])
                self.assertEqual(container["securityContext"]["capabilities"], {"drop": ["ALL"]})
                url = next(e for e in container["env"] if e["name"] == "DATABASE_URL")["valueFrom"]["secretKeyRef"]
                self.assertEqual(url, {"name": "db-experiment-credentials", "key": "uri"})
                self.assertEqual([list(e.values())[0]["name"] for e in container["envFrom"]],
                                 ["experimentation-config", "experimentation-secret"])
                service = self.one(overlay, "Service", "experimentation")
                self.assertEqual(service["spec"]["ports"][0]["port"], 8000)
                ingress = self.one(overlay, "Ingress", "experimentation")
                self.assertEqual(ingress["spec"]["rules"][0]["host"], "experimentation.fawkes.idp")
                self.assertEqual(self.one(overlay, "Cluster", "db-experiment-dev")["spec"]["instances"], 3)
                for kind in ("PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy", "ServiceMonitor",
                             "PrometheusRule"):
                    self.one(overlay, kind, "experimentation")
                self.one(overlay, "PodMonitor", "db-experiment-dev")
                kind = "Secret" if overlay == "dev" else "ExternalSecret"
                for name in ("experimentation-secret", "db-experiment-credentials"):
                    self.one(overlay, kind, name)

    def test_backups_have_a_bucket(self):
        """What cannot be archived fills the disk of the write-ahead log. In dev the bucket is one of the cluster's own."""
        for overlay in OVERLAYS:
            with self.subTest(overlay):
                scheduled = self.one(overlay, "ScheduledBackup", "db-experiment-dev")["spec"]
                self.assertEqual(scheduled["cluster"]["name"], "db-experiment-dev")
                kept = self.one(overlay, "Cluster", "db-experiment-dev")["spec"]["backup"]
                store = kept["barmanObjectStore"]
                self.assertRegex(kept["retentionPolicy"], "^[0-9]+d$")
                for reference in store["s3Credentials"].values():
                    self.assertEqual(reference["name"], "db-experiment-backup")
                self.assertEqual("endpointURL" in store, overlay == "dev")
        address = urlsplit(self.one("dev", "Cluster", "db-experiment-dev")["spec"]["backup"]["barmanObjectStore"]["endpointURL"])
        service = self.one("dev", "Service", address.hostname)["spec"]
        self.assertEqual(service["ports"][0]["port"], address.port)
        pods = [i["spec"]["template"] for i in self.built["dev"] if i["kind"] == "Deployment"
                and service["selector"].items() <= i["spec"]["template"]["metadata"]["labels"].items()]
        self.assertEqual(len(pods), 1)
        container = pods[0]["spec"]["containers"][0]
        self.assertIn("/data/experimentation-backups", container["command"][-1])
        keys = {e["valueFrom"]["secretKeyRef"]["key"] for e in container["env"]}
        self.assertEqual(keys, set(self.one("dev", "Secret", "db-experiment-backup")["stringData"]))
        claim = pods[0]["spec"]["volumes"][0]["persistentVolumeClaim"]["claimName"]
        self.one("dev", "PersistentVolumeClaim", claim)
        # Nobody takes its pods or its address for the service's.
        for item in self.built["dev"]:
            if item["kind"] in ("Service", "ServiceMonitor") and item["metadata"]["name"] == "experimentation":
                chosen = item["spec"]["selector"].get("matchLabels", item["spec"]["selector"])
                self.assertFalse(chosen.items() <= pods[0]["metadata"]["labels"].items())
                self.assertFalse(chosen.items() <= self.one("dev", "Service", address.hostname)["metadata"]["labels"].items())

    def test_no_secret_in_prod(self):
        self.assertEqual([i["metadata"]["name"] for i in self.built["prod"] if i["kind"] == "Secret"], [])

    def test_dashboards(self):
        maps = self.one("prod", "ConfigMap", "experimentation-dashboards")
        self.assertEqual(maps["metadata"]["labels"]["grafana_dashboard"], "1")
        for name, text in maps["data"].items():
            self.assertEqual(json.loads(text), json.loads((SOURCE / "resources/grafana/dashboards" / name).read_text()))

    def environment(self, overlay):
        """Of the service's container, but for DATABASE_URL and HOME."""
        config = self.one(overlay, "ConfigMap", "experimentation-config")["data"]
        secret = self.one(overlay, "Secret", "experimentation-secret")["stringData"] if overlay == "dev" else STORED
        return {**config, **secret}

    def test_configuration_is_what_the_service_reads(self):
        known = subprocess.run([BIN, "--help"], capture_output=True, text=True, check=True).stdout
        for overlay in OVERLAYS:
            for name in self.environment(overlay):
                self.assertIn(f"[{name}]", known, overlay)

    def test_the_service_starts_with_it(self):
        here = {"HOST": "127.0.0.1", "PORT": "0"}
        for overlay, left_out in (("dev", 3), ("prod", 0)):
            with self.subTest(overlay):
                environment = self.environment(overlay)
                peers = {name: "http://127.0.0.1:9/api" for name in environment
                         if name.endswith("_URL") and name != "XP_PUBLIC_URL"}
                service = Service(**{**environment, **peers, **here})
                service.environment["HOME"] = service.folder.name
                with service:
                    self.assertEqual(service.ask("GET", "/health/ready").status, 200)
                said = [json.loads(line)["event"] for line in service.log]
                self.assertEqual(said.count("peer_left_out"), left_out, service.log)

    def test_replicas_are_spread(self):
        for overlay, unless in (("dev", "ScheduleAnyway"), ("prod", "DoNotSchedule")):
            pod = self.one(overlay, "Deployment", "experimentation")["spec"]["template"]["spec"]
            self.assertEqual([(one["topologyKey"], one["whenUnsatisfiable"]) for one in pod["topologySpreadConstraints"]],
                             [("kubernetes.io/hostname", unless)])

    def test_what_leaves_the_cluster(self):
        """Webhooks and an issuer of OpenID Connect: HTTPS, and to no private address."""
        rules = self.one("prod", "NetworkPolicy", "experimentation")["spec"]["egress"]
        blocks = [(rule["to"][0]["ipBlock"], rule["ports"]) for rule in rules if "ipBlock" in rule["to"][0]]
        self.assertEqual([to["ipBlock"]["cidr"] for rule in rules if rule["ports"] == [{"protocol": "TCP", "port": 443}]
                          for to in rule["to"]], ["0.0.0.0/0", "::/0"])
        self.assertEqual([ports for _, ports in blocks], [[{"protocol": "TCP", "port": 443}]])
        self.assertIn("169.254.0.0/16", blocks[0][0]["except"])


if __name__ == "__main__":
    FOLDER = sys.argv.pop(1)
    unittest.main(verbosity=2)
