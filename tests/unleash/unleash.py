# SPDX-License-Identifier: Apache-2.0
"""Unleash decides who is in, we split: against a real Unleash server and its own SDK, both from npm."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests" / "service"))
import nodejs  # noqa: E402
from xpservice import API, PATIENCE, Case, free_port, main, quick_start_body  # noqa: E402

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


def installed():
    """A folder with the server and the SDK from npm, for all classes."""
    folder = tempfile.TemporaryDirectory(prefix="xp-unleash-")
    unittest.addModuleCleanup(folder.cleanup)
    place = Path(folder.name) / "npm"
    shutil.copytree(SOURCE / "tests" / "unleash" / "npm", place)
    made = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=place, capture_output=True,
                          text=True)
    if made.returncode:
        raise RuntimeError(made.stdout + made.stderr)
    nodejs.ensure(folder.name)
    return place


def server_of(postgres, folder):
    database = postgres.new_database()
    # Unleash cuts its hours in the database's time zone and asks for those of UTC: it finds nothing where they differ by a
    # part of an hour, as in the zone that our tests run in.
    name = database.rsplit("/", 1)[1]
    set_zone = postgres.run("psql", "-h", "127.0.0.1", "-p", str(postgres.port), "-U", "postgres", "-c",
                            f"ALTER DATABASE {name} SET timezone = 'UTC'")
    if set_zone.returncode:
        raise RuntimeError(set_zone.stderr)
    server = Server(folder, database)
    server.start()
    unittest.addModuleCleanup(server.stop)
    return server


def setUpModule():
    With.folder = installed()
    With.unleash = server_of(Case.postgres, With.folder)


class With(Case):
    """A service beside the one Unleash."""
    more = {}

    @classmethod
    def setUpClass(cls):
        cls.environment = {"UNLEASH_URL": cls.unleash.url + "/api", "UNLEASH_TOKEN": BACKEND_TOKEN,
                           "UNLEASH_ENVIRONMENT": "development", "UNLEASH_POLL_INTERVAL": "1",
                           "UNLEASH_COPY": f"{cls.folder}/flags-of-{cls.__name__}.json", **cls.more}
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


class Gate(With):
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


class KeptFlags(With):
    more = {"UNLEASH_ADMIN_TOKEN": ADMIN_TOKEN, "XP_PUBLIC_URL": "https://xp.example.com/", "XP_WEBHOOK_RETRY": "1"}

    def kept(self, flag):
        """On or off, and the rollouts of its strategies; none where there is no such flag."""
        try:
            found = self.unleash.admin("GET", f"{PROJECT}/{flag}")
        except urllib.error.HTTPError as error:
            self.assertEqual(error.code, 404)
            return None
        place = next(one for one in found["environments"] if one["name"] == "development")
        strategies = [(one["name"], one["parameters"]["rollout"]) for one in place["strategies"]]
        return place["enabled"], strategies

    def links(self, flag):
        return [link["url"] for link in self.unleash.admin("GET", f"{PROJECT}/{flag}").get("links", [])]

    def test_a_flag_follows_its_experiment(self):
        flag = "exp.follows"
        draft = self.post("/experiments", quick_start_body("Follows", unleash_flag=flag, traffic_allocation=0.2), 201).json
        self.assertIn("flag_decides_traffic", [warning["code"] for warning in draft["warnings"]])  # the share is 20 %
        path = f"/experiments/{draft['id']}"
        self.assertIsNone(self.kept(flag), "a draft makes no flag")
        self.post(f"{path}/start", {})
        self.until(lambda: self.kept(flag) == (True, [("flexibleRollout", "20")]), lambda: self.kept(flag))
        # Unleash writes addresses in a form of its own, without the slash before the fragment.
        self.until(lambda: self.links(flag) == [f"https://xp.example.com/app#/experiments/{draft['key']}"],
                   lambda: self.links(flag))
        users = [f"user-{number}" for number in range(1000)]
        self.until(lambda: self.admitted(draft, ["user-0", *users[:50]]), "the gate opens")
        in_it = self.admitted(draft, users)
        self.assertTrue(120 < len(in_it) < 280, len(in_it))  # 20 %, not 20 % of 20 %

        self.expect(200, self.service.admin("PATCH", f"{API}{path}", {"traffic_allocation": 0.505}))
        self.until(lambda: self.kept(flag) == (True, [("flexibleRollout", "51")]), lambda: self.kept(flag))
        self.unleash.stop()
        self.post(f"{path}/stop", {"reason": "seen enough"})
        self.unleash.start()
        self.until(lambda: self.kept(flag) == (False, [("flexibleRollout", "51")]), lambda: self.kept(flag))

    def test_peoples_own_strategies_are_left_alone(self):
        flag = "exp.of-people"
        self.flag(flag, 30)
        self.made("Of people", unleash_flag=flag)
        self.until(lambda: self.kept(flag) == (True, [("flexibleRollout", "30")]), lambda: self.kept(flag))


if __name__ == "__main__":
    main()
