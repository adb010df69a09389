# SPDX-License-Identifier: Apache-2.0
"""Tokens and keys: how they are sent, what they see, when they end; and where the service refuses to start."""
import datetime
import http.client
import json
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, Service, quick_start_body  # noqa: E402


def in_seconds(seconds):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)).isoformat()


class Keys(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(XP_ANONYMOUS="", ADMIN_TOKEN=f"{ADMIN},the-next-one").start()
        cls.addClassCleanup(cls.service.stop)

    def key(self, role, **more):
        made = self.service.admin("POST", API + "/keys", {"name": role, "role": role, **more})
        self.assertEqual(made.status, 201, made)
        return made.json

    def test_two_admin_tokens_are_valid_at_once(self):
        for token in (ADMIN, "the-next-one"):
            self.assertEqual(self.service.ask("GET", API + "/keys", token=token).status, 200)
        self.assertEqual(self.service.ask("GET", API + "/keys", token=f"{ADMIN},the-next-one").status, 401)

    def test_how_a_token_is_sent(self):
        for headers, status in (({"Authorization": f"Bearer {ADMIN}"}, 200), ({"authorization": f"bearer {ADMIN}"}, 200),
                                ({"X-API-Key": ADMIN}, 200), ({"Authorization": f"Basic {ADMIN}"}, 401),
                                ({"Authorization": ADMIN}, 401), ({"Authorization": "Bearer "}, 401),
                                ({"X-API-Key": ""}, 401), ({}, 401)):
            answer = self.service.ask("GET", API + "/keys", headers=headers)
            self.assertEqual(answer.status, status, headers)
            if status == 401:
                self.assertIn("Bearer", answer.headers["WWW-Authenticate"])

    def test_no_end_is_null(self):
        self.assertIsNone(self.key("viewer", expires_at=None)["expires_at"])

    def test_a_key_ends(self):
        made = self.key("viewer", expires_at=in_seconds(2))
        self.assertEqual(self.service.ask("GET", API + "/experiments", token=made["key"]).status, 200)
        time.sleep(2.1)
        self.assertEqual(self.service.ask("GET", API + "/experiments", token=made["key"]).status, 401)
        made = self.key("viewer")
        self.assertEqual(self.service.admin("DELETE", f"{API}/keys/{made['id']}").status, 204)
        self.assertEqual(self.service.ask("GET", API + "/experiments", token=made["key"]).status, 401)
        listed = {key["id"]: key for key in self.service.admin("GET", API + "/keys").json["keys"]}
        self.assertIsNotNone(listed[made["id"]]["revoked_at"])

    def test_a_stream_ends_with_its_key(self):
        made = self.key("viewer")
        experiment = self.service.admin("POST", API + "/experiments", quick_start_body("Followed")).json
        path = f"{API}/experiments/{experiment['id']}"
        self.assertEqual(self.service.admin("POST", path + "/start").status, 200)
        stream = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=30)
        self.addCleanup(stream.close)
        stream.request("GET", path + "/live", headers={"Accept": "text/event-stream", "X-API-Key": made["key"]})
        answer = stream.getresponse()
        self.assertEqual(answer.status, 200)
        self.assertIn(b"retry", answer.readline())
        self.assertEqual(self.service.admin("DELETE", f"{API}/keys/{made['id']}").status, 204)
        self.service.admin("POST", path + "/assign", {"user_id": "somebody"})  # news, which it does not hear
        rest = answer.read()
        self.assertEqual(rest.count(b"event: state"), 1, rest)

    def test_what_a_bound_key_removes_of_a_person(self):
        """A project's administrator all of it there; one of an environment what is there, and not who the ids mean."""
        def scoped(name, environment):
            body = quick_start_body(name, environment=environment, project="shop")
            made = self.service.admin("POST", API + "/experiments", body).json
            self.assertEqual(self.service.admin("POST", f"{API}/experiments/{made['id']}/start").status, 200)
            return f"{API}/experiments/{made['id']}"

        live = scoped("Live", "production")
        for environment in ("production", "staging"):
            told = {"user_id": "guest", "event_name": "seen", "project": "shop", "environment": environment}
            self.assertLess(self.service.admin("POST", API + "/events", told).status, 300)
        first = self.service.admin("POST", live + "/assign", {"user_id": "guest"}).json
        merged = {"from": "guest", "to": "person", "project": "shop"}
        self.assertEqual(self.service.admin("POST", API + "/identities/merge", merged).status, 200)

        staging = self.key("admin", project="shop", environment="staging")["key"]
        self.assertEqual(self.service.ask("DELETE", API + "/users/guest", token=staging).json,
                         {"assignments": 0, "events": 1})
        self.assertEqual(self.service.ask("DELETE", API + "/users/guest", token=staging).status, 404)
        again = self.service.admin("POST", live + "/assign", {"user_id": "guest"}).json
        self.assertEqual(again["assigned_at"], first["assigned_at"])  # it still is the person's

        told = {"user_id": "person", "event_name": "seen", "project": "shop", "environment": "staging"}
        self.assertLess(self.service.admin("POST", API + "/events", told).status, 300)
        whole = self.key("admin", project="shop")["key"]
        seen = self.service.ask("GET", API + "/users/person", token=whole).json
        self.assertEqual({event["scope"] for event in seen["events"]}, {"shop/production", "shop/staging"})
        self.assertEqual(self.service.ask("DELETE", API + "/users/person", token=whole).json,
                         {"assignments": 1, "events": 2})
        self.assertEqual(self.service.admin("GET", API + "/users/person").status, 404)

    def test_a_bound_key_reads_no_other_experiments_in_layers(self):
        layer = {"layer": {"name": "checkout", "from": 0, "to": 0.5}}
        for environment, (begin, end) in (("production", (0, 0.5)), ("staging", (0.5, 0.75))):
            layer["layer"].update({"from": begin, "to": end})
            body = quick_start_body(f"Layered {environment}", project="layered", environment=environment, **layer)
            self.assertEqual(self.service.admin("POST", API + "/experiments", body).status, 201)
        bound = self.key("viewer", project="layered", environment="staging")["key"]
        layers = self.service.ask("GET", API + "/layers", token=bound).json["layers"]
        self.assertEqual([slice["key"] for slice in layers[0]["slices"]], ["layered-staging"])
        self.assertEqual(layers[0]["free"], [{"from": 0.75, "to": 1.0}])

    def test_a_key_is_shown_once_and_stored_as_a_hash(self):
        made = self.key("editor")
        self.assertNotIn(made["key"], self.service.admin("GET", API + "/keys").body.decode())
        self.assertNotIn(made["key"], self.service.admin("GET", API + "/audit").body.decode())
        stored = b"".join(path.read_bytes() for path in Path(self.service.folder.name).iterdir())
        self.assertNotIn(made["key"].encode(), stored)
        self.assertIn(made["prefix"].encode(), stored)
        self.assertNotIn(made["key"], "".join(self.service.log))

    def test_a_client_key_sees_one_environment(self):
        here = self.service.admin("POST", API + "/experiments", quick_start_body("Here")).json
        there = self.service.admin("POST", API + "/experiments", quick_start_body("There", environment="staging")).json
        for experiment in (here, there):
            self.service.admin("POST", f"{API}/experiments/{experiment['id']}/start")
        client = self.key("client")["key"]
        staging = self.key("client", environment="staging")["key"]
        for token, sees, not_sees in ((client, here, there), (staging, there, here)):
            for experiment, status in ((sees, 200), (not_sees, 404)):
                for key in ("id", "key"):
                    answer = self.service.ask("POST", f"{API}/experiments/{experiment[key]}/assign", {"user_id": "u"},
                                              token=token)
                    self.assertEqual(answer.status, status, answer)

    def test_a_bound_key_reads_and_writes_only_there(self):
        here = self.service.admin("POST", API + "/experiments", quick_start_body("Bound here")).json
        there = self.service.admin("POST", API + "/experiments",
                                   quick_start_body("Bound there", environment="staging")).json
        other = self.service.admin("POST", API + "/experiments", quick_start_body("Other project", project="shop")).json
        editor = self.key("editor", environment="production", project="default")["key"]
        listed = self.service.ask("GET", API + "/experiments?limit=1000", token=editor).json["experiments"]
        self.assertIn(here["id"], [e["id"] for e in listed])
        self.assertEqual({(e["project"], e["environment"]) for e in listed}, {("default", "production")})
        for place in ("project=shop", "environment=staging", "project=default&environment=staging"):
            elsewhere = self.service.ask("GET", f"{API}/experiments?{place}", token=editor).json
            self.assertEqual((elsewhere["experiments"], elsewhere["total"]), ([], 0), place)
        within = self.service.ask("GET", API + "/experiments?project=default&environment=production", token=editor).json
        self.assertEqual(within["total"], len(listed))
        for hidden in (there, other):
            path = f"{API}/experiments/{hidden['id']}"
            for method, target, body in (("GET", path, None), ("PUT", path, {"name": "mine"}), ("DELETE", path, None),
                                         ("POST", path + "/start", None), ("GET", path + "/assignments", None),
                                         ("GET", path + "/events", None), ("GET", path + "/stats", None)):
                self.assertEqual(self.service.ask(method, target, body, token=editor).status, 404, (method, target))
            self.assertEqual(self.service.ask("GET", path + "/audit", token=editor).status, 404)
            everything = self.service.ask("GET", API + "/audit?limit=1000", token=editor)
            self.assertNotIn(hidden["name"], everything.body.decode())
        made = self.service.ask("POST", API + "/experiments", quick_start_body("Elsewhere", environment="staging"),
                                token=editor)
        self.assertEqual(made.status, 403, made)

    def test_who_makes_something_elsewhere_learns_nothing_of_there(self):
        known = {"key": "revenue-there", "kind": "conversion", "event": "buy", "project": "there"}
        self.assertEqual(self.service.admin("POST", API + "/metrics", known).status, 201)
        editor = self.key("editor", project="here")["key"]
        refused = [self.service.ask("POST", API + "/experiments", quick_start_body(
            "Probe", project="there", metrics=[{"metric": name}]), token=editor) for name in ("revenue-there", "none")]
        self.assertEqual([answer.status for answer in refused], [403, 403], refused)
        self.assertEqual(refused[0].json["detail"], refused[1].json["detail"])

    def test_what_one_key_reads_is_kept_for_no_other(self):
        """A cache between knows of Authorization, not of X-API-Key; and two keys may have equal versions at one address."""
        condition = {"attribute": "a", "operator": "equals"}
        keys = {}
        for project in ("first", "second"):
            segment = {"name": "same", "project": project, "condition": {**condition, "value": project}}
            self.assertEqual(self.service.admin("POST", API + "/segments", segment).status, 201)
            keys[project] = self.key("admin", project=project)["key"]
        read = {project: self.service.ask("GET", API + "/segments/same", headers={"X-API-Key": key})
                for project, key in keys.items()}
        self.assertEqual(*(answer.headers["ETag"] for answer in read.values()))
        self.assertNotEqual(*(answer.body for answer in read.values()))
        for path, status in (("/segments/same", 200), ("/segments", 200), ("/keys", 200), ("/experiments", 200),
                             ("/experiments/none", 404), ("/users/none", 404), ("/webhooks", 200), ("/audit", 200)):
            answer = self.service.ask("GET", API + path, headers={"X-API-Key": keys["first"]})
            self.assertEqual(answer.status, status, path)
            named = ", ".join(answer.headers.get_all("Vary", []))
            self.assertTrue("X-API-Key" in named and "Authorization" in named, (path, named))
            self.assertIn("private", answer.headers["Cache-Control"], path)
        again = {"X-API-Key": keys["first"], "If-None-Match": read["first"].headers["ETag"]}
        unchanged = self.service.ask("GET", API + "/segments/same", headers=again)
        self.assertEqual((unchanged.status, "X-API-Key" in unchanged.headers["Vary"]), (304, True))
        self.assertIsNone(self.service.ask("GET", "/health").headers["Vary"])

    def test_a_key_of_one_environment_leaves_alone_what_is_the_whole_projects(self):
        things = (("holdouts", "key", {"share": 0.1}), ("metrics", "key", {"kind": "conversion", "event": "buy"}),
                  ("segments", "name", {"condition": {"attribute": "a", "operator": "equals", "value": "b"}}))
        editors = {role: self.key(role, environment="staging")["key"] for role in ("editor", "admin")}
        for kind, name, body in things:
            path = f"{API}/{kind}"
            self.assertEqual(self.service.admin("POST", path, {name: "shared", **body}).status, 201, kind)
            for editor in editors.values():
                asked = [("POST", path, {name: "mine", **body}), ("PUT", path + "/shared", {"description": "x"})]
                if kind != "metrics":
                    asked.append(("DELETE", path + "/shared", None))
                for method, target, sent in asked:
                    refused = self.service.ask(method, target, sent, token=editor)
                    self.assertEqual((refused.status, refused.json["code"]), (403, "outside_scope"), refused)
                shown = self.service.ask("GET", path, token=editor)
                self.assertIn("shared", [one[name] for one in shown.json[kind]], kind)
            whole = self.key("editor")["key"]
            changed = self.service.ask("PUT", path + "/shared", {"description": "x"}, token=whole)
            self.assertEqual(changed.status, 200, changed)

    def test_keys_are_audited(self):
        made = self.key("viewer", name="a colleague")
        self.service.admin("DELETE", f"{API}/keys/{made['id']}")
        entries = self.service.admin("GET", API + "/audit?limit=1000").json["entries"]
        actions = [e["action"] for e in entries if made["id"] in json.dumps(e["changes"])]
        self.assertEqual(actions, ["key.revoke", "key.create"])

    def test_a_key_tells_its_role(self):
        for role in ("admin", "editor", "viewer", "client"):
            made = self.key(role)
            self.assertRegex(made["key"], rf"^xp_{role}_[A-Za-z0-9_-]{{43}}$")
            self.assertTrue(made["key"].startswith(made["prefix"]))
            self.assertRegex(made["prefix"], rf"^xp_{role}_[A-Za-z0-9_-]{{6}}$")

    def test_a_bound_administrator_has_the_keys_of_its_project_alone(self):
        theirs = self.key("viewer", name="of the others", project="others")
        bound = self.key("admin", project="shop", environment="staging")["key"]
        made = self.service.ask("POST", API + "/keys", {"name": "mine", "role": "editor"}, token=bound)
        self.assertEqual((made.status, made.json["project"], made.json["environment"]), (201, "shop", "staging"))
        for place in ({"project": "others"}, {"project": "default"}, {"environment": "production"},
                      {"environment": ""}):
            refused = self.service.ask("POST", API + "/keys", {"name": "x", "role": "admin", **place}, token=bound)
            self.assertEqual((refused.status, refused.json["code"]), (403, "outside_scope"), refused)
        listed = self.service.ask("GET", API + "/keys", token=bound).json["keys"]
        self.assertIn(made.json["id"], [key["id"] for key in listed])
        self.assertEqual({(key["project"], key["environment"]) for key in listed}, {("shop", "staging")})
        path = f"{API}/keys/{theirs['id']}"
        self.assertEqual(self.service.ask("DELETE", path, token=bound).status, 404)
        self.assertEqual(self.service.ask("GET", API + "/experiments", token=theirs["key"]).status, 200)
        self.assertEqual(self.service.ask("DELETE", f"{API}/keys/{made.json['id']}", token=bound).status, 204)
        self.assertEqual(self.service.admin("DELETE", path).status, 204)
        read = self.service.ask("GET", API + "/audit?limit=1000", token=bound).body.decode()
        self.assertIn(made.json["id"], read)
        self.assertNotIn(theirs["id"], read)

    def test_a_bound_administrator_reads_the_log_of_its_environment_alone(self):
        place = {"project": "logs", "environment": "staging"}
        bound = self.key("admin", **place)["key"]
        whole = self.key("admin", project="logs")["key"]
        mine = self.key("viewer", name="mine", **place)
        others = [self.key("viewer", project="logs", environment="production"), self.key("viewer", project="logs"),
                  self.key("viewer", environment="staging")]
        for key in (mine, *others):
            self.assertEqual(self.service.admin("DELETE", f"{API}/keys/{key['id']}").status, 204)
        for path, body in (("/webhooks", {"url": "https://hooks.example/secret", "events": ["start"]}),
                           ("/holdouts", {"key": "all-of-logs", "share": 0.1})):
            made = self.service.admin("POST", API + path, {"project": "logs", **body})
            self.assertEqual(made.status, 201, made)
        here, there = (self.service.admin("POST", API + "/experiments", quick_start_body(
            f"Logged {environment}", project="logs", environment=environment)).json["id"]
            for environment in ("staging", "production"))

        def read(token):
            return self.service.ask("GET", API + "/audit?limit=1000", token=token).json["entries"]

        entries = read(bound)
        self.assertEqual([e["action"] for e in entries if e["changes"].get("id") == mine["id"]],
                         ["key.revoke", "key.create"])
        self.assertEqual({(e["changes"]["project"], e["changes"]["environment"]) for e in entries
                          if not e["experiment_id"]}, {("logs", "staging")})
        self.assertEqual({e["action"] for e in entries}, {"key.create", "key.revoke", "experiment.create"})
        self.assertEqual({e["experiment_id"] for e in entries if e["experiment_id"]}, {here})
        seen = read(whole)
        self.assertTrue({"key.revoke", "webhook.create", "holdout.create"} <= {e["action"] for e in seen})
        self.assertTrue({here, there} <= {e["experiment_id"] for e in seen})
        self.assertEqual({e["changes"]["environment"] for e in seen if e["action"] == "key.revoke"},
                         {"staging", "production", None})

    def test_a_key_is_revoked_once(self):
        made = self.key("viewer")
        for _ in range(2):
            self.assertEqual(self.service.admin("DELETE", f"{API}/keys/{made['id']}").status, 204)
        entries = self.service.admin("GET", API + "/audit?limit=1000").json["entries"]
        revoked = [e for e in entries if e["action"] == "key.revoke" and e["changes"]["id"] == made["id"]]
        self.assertEqual([e["changes"]["role"] for e in revoked], ["viewer"])

    def test_wrong_keys_are_refused(self):
        for body, fields in (({}, {"name", "role"}), ({"name": "x", "role": "root"}, {"role"}),
                             ({"name": "x", "role": "anonymous"}, {"role"}), ({"name": "", "role": "client"}, {"name"}),
                             ({"name": "x", "role": "client", "expires_at": "2020-01-01T00:00:00Z"}, {"expires_at"}),
                             ({"name": "x", "role": "client", "expires_at": "soon"}, {"expires_at"}),
                             ({"name": "x", "role": "client", "scope": 1}, {"scope"}),
                             ({"name": "x", "role": "viewer", "project": "a b"}, {"project"}),
                             ({"name": "x", "role": "client", "environment": "a/b"}, {"environment"})):
            answer = self.service.admin("POST", API + "/keys", body)
            self.assertEqual(answer.status, 422, answer)
            self.assertEqual({e["field"] for e in answer.json["errors"]}, fields)


class Start(unittest.TestCase):
    def test_without_a_token_on_loopback_only(self):
        with Service(ADMIN_TOKEN=None) as service:
            self.assertEqual(service.ask("GET", API + "/keys", token="dev-admin-token").status, 200)
        self.assertIn("dev-admin-token", "".join(service.log))
        service = Service(ADMIN_TOKEN=None, HOST="0.0.0.0")
        with self.assertRaisesRegex(RuntimeError, "ADMIN_TOKEN"):
            service.start()
        self.assertEqual(service.process.returncode, 2)

    def test_the_development_token_is_for_those_who_ask_for_loopback(self):
        """A page on evil.example that lets its name mean 127.0.0.1 is no administrator."""
        with Service(ADMIN_TOKEN=None) as service:
            def asked(host, token="dev-admin-token"):
                return service.ask("GET", API + "/keys", token=token, headers={"Host": host})

            for host in ("localhost", "LocalHost:8000", "127.0.0.1", "127.9.8.7:1", "[::1]", "[::1]:8000"):
                self.assertEqual(asked(host).status, 200, host)
            for host in ("evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "",
                         "localhost:evil", "[::1].evil.example", "[::2]", "10.0.0.1", "::1", "127.0.0.1:80:80"):
                refused = asked(host)
                self.assertEqual((refused.status, refused.json["code"]), (401, "development_token"), host)
                self.assertIn("localhost", refused.json["detail"])
            made = service.ask("POST", API + "/keys", {"name": "v", "role": "viewer"}, token="dev-admin-token").json
            read = service.ask("GET", API + "/experiments", token=made["key"], headers={"Host": "experiments.example"})
            self.assertEqual(read.status, 200, read)

    def test_the_development_token_is_not_for_foreign_pages(self):
        """CORS_ALLOWED_ORIGINS=* lets any page read answers; that makes none of them administrator."""
        with Service(ADMIN_TOKEN=None, CORS_ALLOWED_ORIGINS="*") as service:
            def asked(origin, token="dev-admin-token"):
                return service.ask("GET", API + "/keys", token=token, headers={"Origin": origin})

            for origin in ("http://localhost", "http://localhost:3000", "https://127.0.0.1:8443", "http://[::1]:8000"):
                self.assertEqual(asked(origin).status, 200, origin)
            for origin in ("https://evil.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
                           "null", "", "file://", "localhost", "http://localhost:80@evil.example", "http://"):
                refused = asked(origin)
                self.assertEqual((refused.status, refused.json["code"]), (401, "development_token"), origin)
            made = service.ask("POST", API + "/keys", {"name": "a", "role": "admin"}, token="dev-admin-token").json
            self.assertEqual(asked("https://page.example", made["key"]).status, 200)
        with Service(ADMIN_TOKEN=None, CORS_ALLOWED_ORIGINS="https://Page.example") as service:
            self.assertEqual([asked(o).status for o in ("https://page.example", "https://evil.example")], [200, 401])

    def test_the_development_token_is_no_token_elsewhere(self):
        with Service() as service:
            self.assertEqual(service.ask("GET", API + "/keys", token="dev-admin-token").status, 401)
        with self.assertRaises(RuntimeError):
            Service(ADMIN_TOKEN="dev-admin-token", HOST="0.0.0.0").start()

    def test_unknown_grants_stop_the_start(self):
        with self.assertRaisesRegex(RuntimeError, "everything"):
            Service(XP_ANONYMOUS="everything").start()


if __name__ == "__main__":
    unittest.main(verbosity=2)
