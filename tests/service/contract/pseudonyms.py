# SPDX-License-Identifier: Apache-2.0
"""XP_PSEUDONYMISE: users' ids are nowhere but in what applications send and get back; variants do not depend on it."""
import hashlib
import hmac
import json
import sqlite3
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, BIN, Case, Service, main  # noqa: E402

KEY = "a key of the test, 32 letters or"
OTHER_KEY = "another key, as long as that one"
FLAGS = "/ofrep/v1/evaluate/flags"
METRICS = [{"name": "buy", "kind": "count", "role": "primary"}]


def pseudonym(user):
    return hmac.new(KEY.encode(), user.encode(), hashlib.sha256).hexdigest()


class Pseudonyms(Case):
    environment = {"XP_PSEUDONYMISE": KEY, "LOG_LEVEL": "debug"}

    def dump(self):
        """Everything that the database holds, as text."""
        if self.postgres:
            url = self.service.environment["DATABASE_URL"]
            done = self.postgres.run("pg_dump", "--inserts", url)
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout
        file = self.service.environment["DATABASE_URL"].removeprefix("sqlite:///")
        with sqlite3.connect(file) as database:
            text = "\n".join(database.iterdump())
        database.close()
        # Pages that are free again may hold what rows held before.
        files = [Path(file), Path(file + "-wal")]
        return text + "".join(f.read_bytes().decode("latin-1") for f in files if f.exists())

    def rows(self, experiment):
        rows = self.get(f"/experiments/{experiment['id']}/assignments?limit=1000").json["assignments"]
        return {row["user_id"]: row for row in rows}

    def counted(self, experiment):
        """Units and their events."""
        table = self.get(f"/experiments/{experiment['id']}/sufficient-statistics").json["moments"]
        cells = [dict(zip(table["columns"], row)) for row in table["rows"]]
        return (sum(v["sample_size"] for v in self.stats(experiment)["variants"]),
                sum(cell["count"] for cell in cells if cell["metric"] == 0))

    def refused(self, text, **environment):
        with_these = {**self.service.environment, **environment}
        done = subprocess.run([str(BIN)], env={k: v for k, v in with_these.items() if v is not None},
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(text, done.stderr)
        self.assertNotIn(environment.get("XP_PSEUDONYMISE") or KEY, done.stderr)

    def test_no_id_is_stored_or_logged(self):
        """Every way in: none of the ids is in the database or the log afterwards."""
        users = ["anna.zq7xw9@x.org", "bodo.zq7xw9@x.org", "cleo.zq7xw9@x.org", "dora.zq7xw9@x.org",
                 "emil.zq7xw9@x.org", "finn.zq7xw9@x.org", "gina.zq7xw9@x.org", "hugo.zq7xw9@x.org",
                 "ines.zq7xw9@x.org", "7731234509876", "jörg.zq7xw9@x.org"]
        anna, bodo, cleo, dora, emil, finn, gina, hugo, ines, number, joerg = users
        made = self.made(metrics=METRICS, forced={gina: "control"})
        draft = self.made("Draft", start=False, metrics=METRICS)
        one = f"/experiments/{made['id']}"
        answer = self.assign(made, anna, context={"email": anna, "nested": {"ids": [anna, "other"]}})
        self.assertEqual(answer["user_id"], anna)
        self.assertEqual(self.assign(made, anna, context={}), answer)
        batch = self.post(one + "/assign:batch", {"users": [{"user_id": u} for u in (anna, bodo)]}).json["assignments"]
        self.assertEqual([a["user_id"] for a in batch], [anna, bodo])
        self.assign(made, number, context={"account": int(number)})
        self.track(made, anna, "buy", properties={"who": anna})
        self.track(made, "never.zq7xw9@x.org", "buy", 409)
        self.post("/events", {"user_id": cleo, "event_name": "buy", "properties": {"mail": cleo}})
        lines = "\n".join(json.dumps({"user_id": user, "event_name": "buy"}) for user in (cleo, dora)) + "\n"
        self.post("/events:batch", lines, headers={"Content-Type": "application/x-ndjson"})
        self.post(one + "/exposures", {"user_id": anna, "variant": answer["variant"]})
        flag = self.service.admin("POST", f"{FLAGS}/{made['key']}", {"context": {"targetingKey": emil}}).json
        self.assertEqual(flag["reason"], "SPLIT")
        self.service.admin("POST", FLAGS, {"context": {"targetingKey": finn}})
        self.post(one + "/explain", {"user_id": finn})
        self.assign(made, gina)
        forced = self.post(f"/experiments/{draft['id']}/assign?qa=control", {"user_id": hugo}).json
        self.assertEqual((forced["user_id"], forced["reason"]), (hugo, "forced"))
        self.post("/identities/merge", {"from": dora, "to": joerg})
        self.post("/events", {"user_id": ines, "event_name": "x"})
        self.expect(200, self.service.admin("DELETE", f"{API}/users/{ines}"))
        self.get(f"/users/{ines}", 404)
        file = Path(self.service.folder.name) / "units.csv"
        file.write_text("who,arm,paid\n" + "".join(f"import{i}.zq7xw9,{'ab'[i % 2]},{i % 3}\n" for i in range(60)))
        done = subprocess.run([str(BIN), "import", str(file), "--experiment", "imported", "--unit", "who", "--variant",
                               "arm", "--metric", "paid:sum"], env=self.service.environment, capture_output=True,
                              text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        held = self.dump() + "".join(self.service.log)
        for user in users:
            self.assertNotIn(user, held)
            self.assertNotIn(user.encode().decode("latin-1"), held)
        self.assertNotIn("zq7xw9", held)
        self.assertNotIn(KEY, held)
        for user in (anna, bodo, cleo, emil, gina, hugo, joerg, number, "import7.zq7xw9"):
            self.assertIn(pseudonym(user), held)
        csv = self.service.admin("GET", f"{API}{one}/assignments?format=csv").body.decode()
        self.assertIn(pseudonym(anna), csv)
        self.assertNotIn("zq7xw9", csv + self.service.admin("GET", f"{API}{one}/events?format=csv").body.decode())
        self.assertNotIn("zq7xw9", str(self.get("/audit?limit=200").json))

    def test_the_variants_are_those_without_it(self):
        body = {"metrics": METRICS, "salt": "the-same-salt", "traffic_allocation": 0.8}
        made = self.made("Salted", **body)
        users = [{"user_id": f"u{i}"} for i in range(500)]
        one = f"/experiments/{made['id']}"
        ours = self.post(one + "/assign:batch", {"users": users}).json["assignments"]
        with Service() as plain:
            other = plain.admin("POST", f"{API}/experiments", {**body, "name": "Salted", "variants": [
                {"name": "control", "allocation": 0.5}, {"name": "new-layout", "allocation": 0.5}]}).json
            plain.admin("POST", f"{API}/experiments/{other['id']}/start")
            theirs = plain.admin("POST", f"{API}/experiments/{other['id']}/assign:batch",
                                 {"users": users}).json["assignments"]
        for mine, its in zip(ours, theirs):
            self.assertEqual([mine[f] for f in ("user_id", "variant", "reason")],
                             [its[f] for f in ("user_id", "variant", "reason")])
        told = self.post(one + "/explain", {"user_id": "u1"}).json
        self.assertEqual((told["variant"], told["stored"] is not None), (ours[1]["variant"], ours[1]["in_experiment"]))
        # Also where the rules have changed while a request was under way, and after a restart.
        self.service.stop()
        self.service.start()
        self.assertEqual(self.post(one + "/assign:batch", {"users": users}).json["assignments"], ours)

    def test_persons_are_found_by_their_own_id(self):
        made = self.made(metrics=METRICS)
        self.assign(made, "asked", context={"plan": "pro"})
        self.track(made, "asked", "buy")
        self.post("/events", {"user_id": "device", "event_name": "buy"})
        merged = self.post("/identities/merge", {"from": "device", "to": "asked"}).json
        self.assertEqual(merged["user_id"], "asked")
        self.assertEqual(self.assign(made, "device")["variant"], self.assign(made, "asked")["variant"])
        self.assertEqual(self.counted(made)[0], 1)
        told = self.get("/users/asked").json
        self.assertEqual((told["user_id"], len(told["experiments"]), told["aliases"]),
                         ("asked", 1, [pseudonym("device")]))
        self.assertEqual(told["experiments"][0]["context"], {"plan": "pro"})
        self.get(f"/users/{pseudonym('asked')}", 404)
        erased = self.expect(200, self.service.admin("DELETE", f"{API}/users/asked")).json
        self.assertEqual(erased["assignments"], 1)
        self.get("/users/asked", 404)
        self.assertEqual(self.counted(made)[0], 1)
        self.assertTrue(self.assign(made, "asked")["in_experiment"])
        self.assertEqual(self.counted(made)[0], 2)

    def test_forced_users(self):
        made = self.made(metrics=METRICS, forced={"tester": "new-layout"})
        self.assertEqual(made["forced"], {pseudonym("tester"): "new-layout"})
        self.assertEqual(self.assign(made, "tester")["reason"], "forced")
        told = self.post(f"/experiments/{made['id']}/explain", {"user_id": "tester"}).json
        steps = {s["step"]: s for s in told["steps"]}
        self.assertEqual(steps["forced"]["variant"], "new-layout")
        # What was read can be sent back, with others beside it.
        forced = {**made["forced"], "second": "control"}
        changed = self.service.admin("PUT", f"{API}/experiments/{made['id']}", {"forced": forced})
        self.assertEqual(set(self.expect(200, changed).json["forced"]), {pseudonym("tester"), pseudonym("second")})
        for user in ("tester", "second"):
            self.assertEqual(self.assign(made, user)["reason"], "forced")
        self.assign(made, "visitor")
        taken = self.service.admin("PUT", f"{API}/experiments/{made['id']}", {"forced": {"visitor": "control"}})
        self.assertEqual(self.expect(409, taken).json["code"], "already_assigned")

    def test_events_from_before_and_recomputation(self):
        made = self.made(metrics=METRICS)
        for i in range(20):
            self.post("/events", {"user_id": f"p{i}", "event_name": "buy"})
            self.assign(made, f"p{i}")
            self.post("/events", {"user_id": f"p{i}", "event_name": "buy", "event_id": "once"})
            self.post("/events", {"user_id": f"p{i}", "event_name": "buy", "event_id": "once"})
        before = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        self.service.stop()
        try:
            done = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        finally:
            self.service.start()
        after = self.get(f"/experiments/{made['id']}/sufficient-statistics").json
        self.assertEqual((after["moments"], after["covariates"]), (before["moments"], before["covariates"]))
        self.assertEqual(self.counted(made), (20, 20))

    def test_another_key_or_none_is_refused(self):
        self.service.stop()
        try:
            self.refused("is needed as XP_PSEUDONYMISE", XP_PSEUDONYMISE=None)
            self.refused("made with another key", XP_PSEUDONYMISE=OTHER_KEY)
            for command in ("recompute", "import"):
                done = subprocess.run([str(BIN), command, *(["x.csv", "--experiment", "x", "--unit", "a", "--variant",
                                                             "b", "--metric", "c"] if command == "import" else [])],
                                      env={**self.service.environment, "XP_PSEUDONYMISE": ""},
                                      capture_output=True, text=True, timeout=60)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("XP_PSEUDONYMISE", done.stderr)
            key = Path(self.service.folder.name) / "key"
            key.write_text(KEY + "\n")
            self.service.environment["XP_PSEUDONYMISE_FILE"] = str(key)
            del self.service.environment["XP_PSEUDONYMISE"]
            self.service.start()
            self.service.stop()
        finally:
            self.service.environment.pop("XP_PSEUDONYMISE_FILE", None)
            self.service.environment["XP_PSEUDONYMISE"] = KEY
            self.service.start()

    def test_plain_ids_are_not_mixed_with_others(self):
        with Service(self.new_database()) as plain:
            made = plain.admin("POST", f"{API}/experiments", {
                "name": "Plain", "metrics": METRICS, "variants": [{"name": "a", "allocation": 0.5},
                                                                  {"name": "b", "allocation": 0.5}]}).json
            plain.stop()
            plain.environment["XP_PSEUDONYMISE"] = KEY  # nobody is there yet
            plain.start()
            plain.stop()
        with Service(self.new_database()) as plain:
            made = plain.admin("POST", f"{API}/experiments", {
                "name": "Plain", "metrics": METRICS, "variants": [{"name": "a", "allocation": 0.5},
                                                                  {"name": "b", "allocation": 0.5}]}).json
            plain.admin("POST", f"{API}/experiments/{made['id']}/start")
            plain.admin("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": "u"})
            plain.stop()
            done = subprocess.run([str(BIN)], env={**plain.environment, "XP_PSEUDONYMISE": KEY}, capture_output=True,
                                  text=True, timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertIn("knows no users yet", done.stderr)
            plain.start()
            told = plain.ask("GET", f"{API}/users/u", token=ADMIN).json
            self.assertEqual(told["user_id"], "u")

    def test_replicas_agree(self):
        if not self.postgres:
            self.skipTest("SQLite serves one service")
        made = self.made(metrics=METRICS)
        with Service(self.service.environment["DATABASE_URL"], XP_PSEUDONYMISE=KEY) as second:
            for i in range(50):
                here = self.assign(made, f"r{i}")
                there = second.ask("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": f"r{i}"}).json
                self.assertEqual(here, there)
            for i in range(50, 60):
                there = second.ask("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": f"r{i}"}).json
                self.assertEqual(self.assign(made, f"r{i}"), there)
        self.assertEqual(self.counted(made)[0], 60)


if __name__ == "__main__":
    main()
