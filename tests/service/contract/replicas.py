# SPDX-License-Identifier: Apache-2.0
"""Several services on one PostgreSQL: one answer, whichever is asked."""
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, PATIENCE, Case, Service, main, quick_start_body  # noqa: E402


class Replicas(Case):
    @classmethod
    def setUpClass(cls):
        cls.database = database = cls.new_database()
        with ThreadPoolExecutor(3) as pool:  # together, on a database that has nothing yet
            cls.replicas = list(pool.map(lambda _: Service(database).start(), range(3)))
        for replica in cls.replicas:
            cls.addClassCleanup(replica.folder.cleanup)
            cls.addClassCleanup(replica.stop)
        cls.service = cls.replicas[0]

    def everywhere(self, method, path, status, token=None, body=None):
        """Asks every replica until each answers with the status."""
        until = time.monotonic() + PATIENCE
        for replica in self.replicas:
            while (answer := replica.ask(method, path, body, token=token)).status != status:
                self.assertLess(time.monotonic(), until, answer)
                time.sleep(0.05)

    def test_a_user_gets_one_variant_whoever_is_asked(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}/assign"
        self.everywhere("POST", path, 200, body={"user_id": "first"})
        self.running_everywhere(path)
        with ThreadPoolExecutor(9) as pool:
            for number in range(30):
                body = {"user_id": f"u{number}"}
                answers = list(pool.map(lambda r, b=body: r.ask("POST", path, b).body, self.replicas * 3))
                self.assertEqual(len(set(answers)), 1, answers)
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/assignments?limit=1000").json["assignments"]), 31)

    def running_everywhere(self, path):
        until = time.monotonic() + PATIENCE
        while not all(r.ask("POST", path, {"user_id": "first"}).json["in_experiment"] for r in self.replicas):
            self.assertLess(time.monotonic(), until)
            time.sleep(0.05)

    def test_events_add_up_and_count_once(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}"
        self.everywhere("POST", path + "/assign", 200, body={"user_id": "first"})
        self.running_everywhere(path + "/assign")
        for number, replica in enumerate(self.replicas * 10):
            replica.ask("POST", path + "/assign", {"user_id": f"u{number}"})
        for number, replica in enumerate(reversed(self.replicas * 10)):
            for other in (replica, self.replicas[0]):
                body = {"user_id": f"u{number}", "event_name": "click", "event_id": "once"}
                self.expect(200, other.ask("POST", path + "/track", body))
        answers = [replica.ask("GET", path + "/stats").json for replica in self.replicas]
        self.assertEqual(answers[0]["total_conversions"], 30)
        for answer in answers[1:]:
            self.assertEqual(answer["variants"], answers[0]["variants"])
            self.assertEqual(answer["metrics"], answers[0]["metrics"])

    def told_everywhere(self, path, reason):
        """Waits until every replica gives a user that nobody has seen this reason."""
        until = time.monotonic() + PATIENCE
        for number, replica in enumerate(self.replicas):
            body = {"user_id": f"{reason}-{number}"}
            while replica.ask("POST", path + "?peek=true", body).json["reason"] != reason:
                self.assertLess(time.monotonic(), until)
                time.sleep(0.05)

    def test_who_is_let_in_is_one_everywhere(self):
        self.post("/segments?project=shared", {"name": "home", "condition": {}}, 201)
        made = self.made("Let in", targeting={"segment": "home"}, project="shared")
        path = f"{API}/experiments/{made['id']}/assign"
        self.everywhere("POST", path, 200, body={"user_id": "first"})
        self.running_everywhere(path)
        first = self.replicas[0].ask("POST", path, {"user_id": "first"}).body
        self.expect(201, self.replicas[1].admin("POST", f"{API}/holdouts?project=shared", {"key": "all", "share": 1}))
        self.told_everywhere(path, "holdout")
        self.expect(204, self.replicas[2].admin("DELETE", f"{API}/holdouts/all?project=shared"))
        self.told_everywhere(path, "split")
        nobody = {"condition": {"attribute": "country", "operator": "exists"}}
        self.expect(200, self.replicas[2].admin("PUT", f"{API}/segments/home?project=shared", nobody))
        self.told_everywhere(path, "targeting")
        for replica in self.replicas:
            self.assertEqual(replica.ask("POST", path, {"user_id": "first"}).body, first)

    def test_a_change_is_seen_everywhere(self):
        made = self.made(start=False)
        self.everywhere("GET", f"{API}/experiments/{made['id']}/stats", 200)
        key = self.post("/keys", {"name": "shared", "role": "viewer"}, 201).json
        self.everywhere("GET", API + "/experiments", 200, token=key["key"])
        self.expect(204, self.replicas[2].admin("DELETE", f"{API}/keys/{key['id']}"))
        self.everywhere("GET", API + "/experiments", 401, token=key["key"])
        self.expect(204, self.replicas[1].admin("DELETE", f"{API}/experiments/{made['id']}"))
        self.everywhere("GET", f"{API}/experiments/{made['id']}/stats", 404)

    def test_of_concurrent_changes_one_wins(self):
        made = self.made(start=False)
        path = f"{API}/experiments/{made['id']}"
        self.everywhere("GET", path + "/stats", 200)
        with ThreadPoolExecutor(9) as pool:
            statuses = list(pool.map(lambda item: item[1].admin(
                "PUT", path, {"description": f"by {item[0]}", "version": 1}).status, enumerate(self.replicas * 3)))
            self.assertEqual(sorted(statuses), [200] + [409] * 8)
            statuses = list(pool.map(lambda r: r.admin("POST", path + "/start").status, self.replicas * 3))
            self.assertEqual(statuses, [200] * 9)
        actions = [e["action"] for e in self.get(f"/experiments/{made['id']}/audit").json["entries"]]
        self.assertEqual(actions, ["experiment.start", "experiment.update", "experiment.create"])

    def test_keys_made_from_one_name_differ(self):
        with ThreadPoolExecutor(9) as pool:
            made = list(pool.map(lambda r: r.admin("POST", API + "/experiments", quick_start_body("Contended")),
                                 self.replicas * 3))
        self.assertEqual([m.status for m in made], [201] * 9)
        self.assertEqual(len({m.json["key"] for m in made}), 9)

    def waiting(self, count):
        """Until so many sessions wait for a lock."""
        until = time.monotonic() + PATIENCE
        while (found := self.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")) != str(count):
            self.assertLess(time.monotonic(), until, found)
            time.sleep(0.05)

    def sql(self, statement):
        return self.postgres.run("psql", "-XAtq", "-d", self.database, "-c", statement).stdout.strip()

    def test_a_person_who_is_forgotten_during_a_merge(self):
        path = f"{API}/experiments/{self.made()['id']}"
        self.everywhere("POST", path + "/assign", 200, body={"user_id": "first"})
        self.running_everywhere(path + "/assign")
        self.replicas[0].ask("POST", path + "/assign", {"user_id": "guest", "context": {"email": "ann@example.com"}})
        self.replicas[0].ask("POST", path + "/track", {"user_id": "guest", "event_name": "click"})
        holder = subprocess.Popen([self.postgres.programs / "psql", "-Xq", self.database], stdin=subprocess.PIPE, text=True)
        with holder, ThreadPoolExecutor(2) as pool:
            holder.stdin.write("BEGIN;\nSELECT 1 FROM assignments WHERE unit_id = 'guest' FOR UPDATE \\g /dev/null\n")
            holder.stdin.flush()
            until = time.monotonic() + PATIENCE
            while self.sql("SELECT count(*) FROM pg_locks WHERE relation = 'assignments'::regclass"
                           " AND mode = 'RowShareLock'") == "0":
                self.assertLess(time.monotonic(), until)
            merged = pool.submit(self.replicas[0].admin, "POST", API + "/identities/merge", {"from": "guest", "to": "ann"})
            self.waiting(1)
            erased = pool.submit(self.replicas[1].admin, "DELETE", API + "/users/guest")
            self.waiting(2)
            holder.stdin.close()  # and its transaction ends
            self.expect(200, merged.result())
            counts = self.expect(200, erased.result()).json
        self.assertEqual((counts["assignments"], counts["events"]), (1, 1), counts)
        for user in ("guest", "ann"):
            self.expect(404, self.replicas[2].admin("GET", f"{API}/users/{user}"))

    def test_who_is_forgotten_is_forgotten_everywhere(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}/assign"
        self.everywhere("POST", path, 200, body={"user_id": "first"})
        self.running_everywhere(path)
        was = [replica.ask("POST", path, {"user_id": "leaver"}).json["assigned_at"] for replica in self.replicas]
        self.assertEqual(len(set(was)), 1)
        self.expect(200, self.replicas[1].admin("DELETE", API + "/users/leaver"))
        until = time.monotonic() + PATIENCE
        while was[0] in (now := [r.ask("POST", path, {"user_id": "leaver"}).json["assigned_at"] for r in self.replicas]):
            self.assertLess(time.monotonic(), until, now)
            time.sleep(0.05)
        self.assertEqual(len(set(now)), 1)

    def test_shared_numbers_are_the_same_on_each(self):
        self.made()
        until = time.monotonic() + PATIENCE
        while True:
            pages = [replica.ask("GET", "/metrics").body.decode() for replica in self.replicas]
            shared = [[line for line in page.splitlines() if line.startswith("experimentation_experiments")]
                      for page in pages]
            if (shared[0] and shared[0] == shared[1] == shared[2] and
                    "experimentation_experiments_active 0" not in shared[0]):
                break
            self.assertLess(time.monotonic(), until, shared)
            time.sleep(0.1)


if __name__ == "__main__":
    main()
