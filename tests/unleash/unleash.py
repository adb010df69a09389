# SPDX-License-Identifier: Apache-2.0
"""Unleash decides who is in, we split: against a real Unleash server and its own SDK, both from npm."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests" / "service"))
from xpservice import API, PATIENCE, Case, free_port, main  # noqa: E402

ADMIN_TOKEN = "*:*.unleash-insecure-admin-api-token"
BACKEND_TOKEN = "*:development.unleash-insecure-backend-api-token"
FLAG = "exp.checkout-button"
PROJECT = "/api/admin/projects/default/features"


class Server:
    """The real server; may be stopped and started again on the same port and database."""

    def __init__(self, folder, database):
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "NODE_ENV": "production", "DATABASE_URL": database,
            "DATABASE_SSL": "false", "HTTP_HOST": "127.0.0.1", "HTTP_PORT": str(self.port), "UNLEASH_URL": self.url,
            "CHECK_VERSION": "false", "SEND_TELEMETRY": "false", "LOG_LEVEL": "error",
            "INIT_ADMIN_API_TOKENS": ADMIN_TOKEN, "INIT_BACKEND_API_TOKENS": BACKEND_TOKEN}

    def start(self):
        self.process = subprocess.Popen(["node", "node_modules/unleash-server/dist/server.js"], cwd=self.folder,
                                        env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 2 * PATIENCE
        while True:
            try:
                with urllib.request.urlopen(self.url + "/health", timeout=PATIENCE) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                pass
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("Unleash does not start")
            time.sleep(0.2)

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def admin(self, method, path, body=None):
        asked = urllib.request.Request(self.url + path, json.dumps(body).encode() if body is not None else None,
                                       {"Authorization": ADMIN_TOKEN, "Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or b"null")


class Unleash(Case):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="xp-unleash-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name) / "npm"
        shutil.copytree(SOURCE / "tests" / "unleash" / "npm", cls.folder)
        made = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=cls.folder,
                              capture_output=True, text=True)
        if made.returncode:
            raise RuntimeError(made.stdout + made.stderr)
        database = cls.postgres.new_database()
        # Unleash cuts its hours in the database's time zone and asks for those of UTC: it finds nothing where they differ
        # by a part of an hour, as in the zone that our tests run in.
        name = database.rsplit("/", 1)[1]
        set_zone = cls.postgres.run("psql", "-h", "127.0.0.1", "-p", str(cls.postgres.port), "-U", "postgres", "-c",
                                    f"ALTER DATABASE {name} SET timezone = 'UTC'")
        if set_zone.returncode:
            raise RuntimeError(set_zone.stderr)
        cls.unleash = Server(cls.folder, database)
        cls.unleash.start()
        cls.addClassCleanup(lambda: cls.unleash.stop())
        cls.environment = {"UNLEASH_URL": cls.unleash.url + "/api", "UNLEASH_TOKEN": BACKEND_TOKEN,
                           "UNLEASH_ENVIRONMENT": "development", "UNLEASH_POLL_INTERVAL": "1",
                           "UNLEASH_COPY": f"{folder.name}/flags.json"}
        super().setUpClass()

    def until(self, happened, what):
        until = time.monotonic() + PATIENCE
        while not happened():
            self.assertLess(time.monotonic(), until, what() if callable(what) else what)
            time.sleep(0.1)

    def told(self, outcome):
        page = self.service.ask("GET", "/metrics").body.decode()
        line = f'experimentation_peer_messages_total{{peer="unleash",outcome="{outcome}"}} '
        return float(next(one for one in page.splitlines() if one.startswith(line)).split()[-1])

    def after(self, change):
        """What Unleash was told has reached the service, which is told of it as Unleash's webhook would."""
        changed = self.told("changed")
        change()

        def is_there():
            self.expect(202, self.service.ask("POST", "/integrations/unleash/webhook", {"type": "feature-updated"}))
            return self.told("changed") > changed
        self.until(is_there, "the change is fetched")
        settled = self.told("unchanged") + 2  # it may have been a change of before
        self.until(lambda: self.told("unchanged") >= settled, "nothing else has changed")

    def toggle(self, name, on):
        self.unleash.admin("POST", f"{PROJECT}/{name}/environments/development/{'on' if on else 'off'}")

    def flag(self, name, rollout):
        self.unleash.admin("POST", PROJECT, {"name": name, "type": "experiment"})
        return self.unleash.admin("POST", f"{PROJECT}/{name}/environments/development/strategies", {
            "name": "flexibleRollout", "constraints": [{"contextName": "country", "operator": "IN", "values": ["NP"]}],
            "parameters": {"rollout": str(rollout), "stickiness": "userId", "groupId": name}})["id"]

    def admitted(self, made, users, country="NP"):
        body = {"users": [{"user_id": user, "context": {"country": country}} for user in users]}
        answers = self.post(f"/experiments/{made['id']}/assign:batch", body).json["assignments"]
        return {answer["user_id"]: answer["variant"] for answer in answers if answer["in_experiment"]}

    def sdk(self, users, country="NP"):
        run = subprocess.run(["node", "sdk.mjs", self.unleash.url + "/api", BACKEND_TOKEN, FLAG, country, *users],
                             cwd=self.folder, capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 0, run.stderr)
        return set(json.loads(run.stdout))

    def test_unleash_decides_who_is_in(self):
        strategy = self.flag(FLAG, 20)
        made = self.made(unleash_flag=FLAG)
        users = [f"user-{number}" for number in range(1500)]
        self.assertEqual(self.admitted(made, users[:50]), {}, "the flag is off")
        self.after(lambda: self.toggle(FLAG, True))

        expected = self.sdk(users)
        self.assertTrue(200 < len(expected) < 400, len(expected))
        self.assertEqual(self.sdk(users, "DE"), set())
        self.assertEqual(self.admitted(made, users[:500], "DE"), {})
        first = self.admitted(made, users[:500])
        self.assertEqual(set(first), expected & set(users[:500]))
        self.assertEqual(set(first.values()), {"control", "new-layout"})
        self.until(lambda: self.counted() > (0, 0), "its metrics name the flag")
        self.until(self.is_listed, "we are among its applications")

        self.unleash.stop()
        self.until(lambda: self.told("failed") > 0, "the server is missed")
        second = self.admitted(made, users[500:1000])
        self.assertEqual(set(second), expected & set(users[500:1000]), "the last copy holds")
        self.service.stop()
        self.service.start()
        third = self.admitted(made, users[1000:])
        self.assertEqual(set(third), expected & set(users[1000:]), "also after a restart")

        self.unleash.start()
        path = f"{PROJECT}/{FLAG}/environments/development/strategies/{strategy}"
        self.after(lambda: self.unleash.admin("PATCH", path, [
            {"op": "replace", "path": "/parameters/rollout", "value": "100"}]))
        more = [f"more-{number}" for number in range(50)]
        self.assertEqual(set(self.admitted(made, more)), set(more), "it recovers")
        self.after(lambda: self.toggle(FLAG, False))
        self.assertEqual(self.admitted(made, [f"late-{number}" for number in range(50)]), {})
        self.assertEqual(self.admitted(made, users[:500]), first, "unchanged for those assigned")

    def is_listed(self):
        try:
            listed = self.unleash.admin("GET", "/api/admin/metrics/applications/experimentation")
            return listed["appName"] == "experimentation"
        except urllib.error.HTTPError:
            return False

    def counted(self):
        data = self.unleash.admin("GET", f"/api/admin/client-metrics/features/{FLAG}/raw?hoursBack=1")["data"]
        return sum(row["yes"] for row in data), sum(row["no"] for row in data)

    def test_a_flag_that_is_not_there_lets_nobody_in(self):
        made = self.made("Unknown flag", unleash_flag="exp.not-there")
        self.assertEqual(self.admitted(made, [f"u{number}" for number in range(50)]), {})
        self.expect(409, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"unleash_flag": ""}))


if __name__ == "__main__":
    main()
