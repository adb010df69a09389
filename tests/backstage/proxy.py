# SPDX-License-Identifier: Apache-2.0
"""The service behind Backstage's real proxy backend, with the snippet that packaging/backstage offers."""
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests" / "service"))
import nodejs  # noqa: E402
from xpservice import API, PATIENCE, Answer, Case, free_port, main  # noqa: E402

TOKEN = "a-static-token-of-backstage"
SNIPPET = SOURCE / "packaging" / "backstage" / "app-config.experimentation.yaml"


class Proxy(Case):
    environment = {"XP_ANONYMOUS": "", "XP_RATE_LIMIT": "20/minute"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="xp-backstage-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name) / "npm"
        shutil.copytree(SOURCE / "tests" / "backstage" / "npm", cls.folder)
        made = subprocess.run(["npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"],
                              cwd=cls.folder, capture_output=True, text=True)
        if made.returncode:
            raise RuntimeError(made.stdout + made.stderr)
        nodejs.ensure(folder.name)
        cls.viewer = cls.service.admin("POST", API + "/keys", {"name": "backstage", "role": "viewer"}).json["key"]
        cls.port = free_port()
        said = open(cls.folder / "backstage.log", "w+")
        cls.addClassCleanup(said.close)
        cls.backend = subprocess.Popen(
            ["node", "backend.js", "--config", SOURCE / "tests" / "backstage" / "app-config.test.yaml",
             "--config", SNIPPET], cwd=cls.folder, stdout=said, stderr=subprocess.STDOUT,
            env={"PATH": os.environ["PATH"], "HOME": folder.name, "NODE_ENV": "development",
                 "BACKSTAGE_PORT": str(cls.port), "BACKSTAGE_TOKEN": TOKEN, "POSTGRES_PORT": str(cls.postgres.port),
                 "EXPERIMENTATION_URL": f"http://127.0.0.1:{cls.service.port}", "EXPERIMENTATION_TOKEN": cls.viewer})
        cls.addClassCleanup(cls.end)
        until = time.monotonic() + 2 * PATIENCE
        while not cls.is_ready():
            if cls.backend.poll() is not None or time.monotonic() > until:
                raise RuntimeError((cls.folder / "backstage.log").read_text())
            time.sleep(0.3)

    @classmethod
    def end(cls):
        cls.backend.terminate()
        try:
            cls.backend.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            cls.backend.kill()
            cls.backend.wait()

    @classmethod
    def is_ready(cls):
        try:
            return cls.through("GET", "/.backstage/health/v1/readiness").status == 200
        except OSError:
            return False

    @classmethod
    def through(cls, method, path, token=TOKEN, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", cls.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={"Authorization": f"Bearer {token}", **headers} if token else headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def test_reads_pass_with_their_headers_and_the_rest_does_not(self):
        proxied = "/api/proxy/experimentation/experiments"
        made = self.made("Seen in Backstage")
        listed = self.expect(200, self.through("GET", proxied + "?limit=5"))
        self.assertEqual([e["id"] for e in listed.json["experiments"]], [made["id"]])
        again = self.through("GET", proxied + "?limit=5", **{"If-None-Match": listed.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        stats = self.expect(200, self.through("GET", f"{proxied}/{made['id']}/stats", **{"X-Request-Id": "from-here"}))
        self.assertEqual((stats.json["experiment_id"], stats.headers["X-Request-Id"]), (made["id"], "from-here"))
        self.expect(200, self.through("GET", f"{proxied}/{made['key']}/report"))

        for method, path in (("POST", f"{proxied}/{made['id']}/stop"), ("DELETE", f"{proxied}/{made['id']}"),
                             ("PATCH", f"{proxied}/{made['id']}")):
            self.assertEqual(self.through(method, path).status, 404, method)
        self.expect(401, self.through("GET", proxied, token=None))
        self.expect(403, self.through("GET", "/api/proxy/experimentation/keys"))
        self.assertEqual(self.get(f"/experiments/{made['id']}").json["status"], "running")

        while (limited := self.through("GET", proxied)).status == 200:
            pass
        self.assertEqual(limited.status, 429)
        self.assertGreaterEqual(int(limited.headers["Retry-After"]), 1)

    def test_the_catalog_file_is_as_backstage_wants_it(self):
        checked = subprocess.run(["node", "catalog.js", SOURCE / "catalog-info.yaml"], cwd=self.folder,
                                 capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        component, interface = json.loads(checked.stdout)
        self.assertEqual(component["spec"]["providesApis"], [interface["metadata"]["name"]])
        definition = json.loads((SOURCE / interface["spec"]["definition"]["$text"]).read_text())
        self.assertEqual(definition["openapi"], "3.1.0")
        wrong = (SOURCE / "catalog-info.yaml").read_text().replace("lifecycle: production", "lifecycle: 7", 1)
        (self.folder / "wrong.yaml").write_text(wrong)
        self.assertNotEqual(subprocess.run(["node", "catalog.js", "wrong.yaml"], cwd=self.folder,
                                           capture_output=True).returncode, 0)


if __name__ == "__main__":
    main()
