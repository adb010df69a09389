# SPDX-License-Identifier: Apache-2.0
"""Bots and own people: rules give them a variant, leave them out of every number, and count them."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, BIN, Case, main  # noqa: E402

CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0"
STAFF = '{"attribute": "user_id", "operator": "starts_with", "value": "staff-"}'
PENGUINS = {"attribute": "country", "operator": "equals", "value": "AQ"}
FLAGS = "/ofrep/v1/evaluate/flags"


class Exclusion(Case):
    environment = {"XP_EXCLUDE": f"bots,{STAFF}"}

    def asked(self, experiment, user, query="", agent=None, **context):
        headers = {"User-Agent": agent} if agent else {}
        path = f"{API}/experiments/{experiment['id']}/assign{query}"
        return self.expect(200, self.service.admin("POST", path, {"user_id": user, "context": context},
                                                   headers=headers)).json

    def rows(self, experiment):
        rows = self.get(f"/experiments/{experiment['id']}/assignments?limit=10000").json["assignments"]
        return {row["user_id"]: row for row in rows}

    def evidence(self, experiment):
        return self.get(f"/experiments/{experiment['id']}/sufficient-statistics").json

    def health(self, experiment):
        report = self.get(f"/experiments/{experiment['id']}/report").json
        return {check["code"]: check for check in report["health"]}

    def counted(self, experiment, rule):
        page = self.service.ask("GET", "/metrics").body.decode()
        series = f'experimentation_excluded_units_total{{experiment_id="{experiment["id"]}",rule="{rule}"}} '
        return int(next(line for line in page.splitlines() if line.startswith(series)).rsplit(" ", 1)[1])

    def fill(self, experiment):
        """20 people, 12 penguins, 6 of the staff and 4 crawlers, each with a click."""
        users = [(f"u{i}", {"country": "NP", "user_agent": BROWSER}) for i in range(20)]
        users += [(f"penguin{i}", {"country": "AQ"}) for i in range(12)]
        users += [(f"staff-{i}", {}) for i in range(6)]
        users += [(f"crawler{i}", {"user_agent": CRAWLER}) for i in range(4)]
        batch = [{"user_id": user, "context": context} for user, context in users]
        answers = self.post(f"/experiments/{experiment['id']}/assign:batch", {"users": batch}).json["assignments"]
        events = [{"user_id": user, "event_name": "click"} for user, _ in users]
        results = self.post(f"/experiments/{experiment['id']}/track:batch", {"events": events}).json["results"]
        self.assertTrue(all(result["ok"] for result in results))
        return {answer["user_id"]: answer for answer in answers}

    def test_they_get_a_variant_and_are_in_no_number(self):
        made = self.made(exclude=PENGUINS)
        answers = self.fill(made)
        self.assertEqual({(a["reason"], a["in_experiment"]) for u, a in answers.items() if u.startswith("u")},
                         {("split", True)})
        self.assertEqual({(a["reason"], a["in_experiment"]) for u, a in answers.items() if not u.startswith("u")},
                         {("excluded", True)})
        expected = {"u": None, "penguin": "experiment", "staff-": "service", "crawler": "bots"}
        for user, row in self.rows(made).items():
            self.assertEqual((row["excluded"], row["forced"], row["variant"]),
                             (expected[user.rstrip("0123456789")], False, answers[user]["variant"]))
        csv = self.service.admin("GET", f"{API}/experiments/{made['id']}/assignments?format=csv").body.decode()
        lines = csv.splitlines()
        self.assertTrue(lines[0].endswith(",forced,excluded"))
        self.assertEqual([len([line for line in lines if line.endswith(end)])
                          for end in (",false,", ",false,experiment", ",false,service", ",false,bots")], [20, 12, 6, 4])
        stats = self.stats(made)
        self.assertEqual((sum(v["sample_size"] for v in stats["variants"]), stats["total_conversions"]), (20, 20))
        report = self.get(f"/experiments/{made['id']}/report?segment=country").json
        cells = report["segments"]["cells"]
        self.assertEqual({(c["segment"], c["control_units"] + c["treatment_units"]) for c in cells}, {("NP", 20)})
        self.assertEqual([self.counted(made, rule) for rule in ("experiment", "service", "bots")], [12, 6, 4])
        page = self.service.ask("GET", "/metrics").body.decode()
        enrolled = [line for line in page.splitlines() if made["id"] in line and "variant_assignments_total" in line]
        self.assertEqual(sum(int(line.rsplit(" ", 1)[1]) for line in enrolled), 20)

    def test_the_report_says_how_many(self):
        made = self.made(exclude=PENGUINS)
        self.assertEqual(self.health(made)["excluded_passed"]["state"], "passed")
        answers = self.fill(made)
        check = self.health(made)["units_excluded"]
        self.assertEqual(check["state"], "warning")  # 22 of 42
        self.assertEqual(check["arguments"], {"units": 22, "all": 42, "share": 22 / 42, "experiment": 12, "service": 6,
                                              "bots": 4})
        self.assertIn("22 of 42 units", check["text"])
        users = [{"user_id": f"more{i}"} for i in range(80)]
        self.post(f"/experiments/{made['id']}/assign:batch", {"users": users})
        check = self.health(made)["units_excluded"]
        self.assertEqual((check["state"], check["arguments"]["all"]), ("passed", 122))
        before = self.evidence(made)["moments"]
        self.service.stop()
        try:
            done = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        finally:
            self.service.start()
        self.assertEqual(self.evidence(made)["moments"], before)
        # What was decided holds, whatever the rules say later, over every protocol.
        self.expect(200, self.service.admin("PUT", f"{API}/experiments/{made['id']}", {"exclude": None}))
        self.assertEqual(self.asked(made, "penguin1"), {**answers["penguin1"]})
        self.assertEqual(self.asked(made, "u1", country="AQ", user_agent=CRAWLER), answers["u1"])
        flag = self.service.admin("POST", f"{FLAGS}/{made['key']}", {"context": {"targetingKey": "crawler1"}}).json
        self.assertEqual((flag["value"], flag["reason"]), (answers["crawler1"]["variant"], "SPLIT"))

    def test_the_browsers_own_name(self):
        made = self.made()
        self.assertEqual(self.asked(made, "a", agent=CRAWLER)["reason"], "excluded")
        self.assertEqual(self.asked(made, "b", agent=CRAWLER, user_agent=BROWSER)["reason"], "split")
        self.assertEqual(self.asked(made, "c", agent="python-requests/2.31")["reason"], "split")
        self.assertEqual(self.asked(made, "d", user_agent="python-requests/2.31")["reason"], "excluded")
        self.assertEqual(self.asked(made, "e", "?peek=true", agent=CRAWLER)["reason"], "excluded")
        self.assertNotIn("e", self.rows(made))
        flag = self.service.ask("POST", f"{FLAGS}/{made['key']}", {"context": {"targetingKey": "f"}}, token=ADMIN,
                                headers={"User-Agent": CRAWLER}).json
        self.assertEqual(flag["reason"], "SPLIT")
        self.assertEqual(self.rows(made)["f"]["excluded"], "bots")
        own = self.made("Own rule", exclude={"attribute": "agent", "operator": "is_bot"})
        self.assertEqual(self.asked(own, "a", country="NP")["reason"], "split")
        body = {"user_id": "b", "context": {"agent": "Twitterbot/1.0"}}
        self.assertEqual(self.post(f"/experiments/{own['id']}/assign", body).json["reason"], "excluded")
        self.assertEqual(self.rows(own)["b"]["excluded"], "experiment")

    def test_it_is_explained(self):
        made = self.made(exclude=PENGUINS)
        explain = f"/experiments/{made['id']}/explain"

        def step(user, **context):
            told = self.post(explain, {"user_id": user, "context": context}).json
            return told, next(s for s in told["steps"] if s["step"] == "exclude")

        told, found = step("u", country="AQ")
        self.assertEqual((told["reason"], told["in_experiment"], told["stored"]), ("excluded", True, None))
        self.assertEqual((found["passed"], found["rule"]), (False, "experiment"))
        self.assertEqual((found["condition"]["holds"], found["condition"]["actual"]), (True, "AQ"))
        told, found = step("u", user_agent=CRAWLER)
        self.assertEqual((found["rule"], found["service"]["bots"], found["service"]["user_agent"]),
                         ("bots", True, CRAWLER))
        told, found = step("staff-1")
        self.assertEqual((found["rule"], found["service"]["condition"]["holds"]), ("service", True))
        told, found = step("u", country="NP")
        self.assertEqual((told["reason"], found["passed"], found["rule"]), ("split", True, None))
        self.asked(made, "staff-1")
        self.assertEqual(step("staff-1")[0]["stored"]["excluded"], "service")

    def test_explicit_exposures_and_joined_ids(self):
        made = self.made(exclude=PENGUINS, exposure="explicit")
        for user, country in (("p", "AQ"), ("u", "NP")):
            self.asked(made, user, country=country)
            self.post(f"/experiments/{made['id']}/exposures", {"user_id": user})
            self.track(made, user, "click")
        stats = self.stats(made)
        self.assertEqual((sum(v["sample_size"] for v in stats["variants"]), stats["total_conversions"]), (1, 1))
        self.assertEqual(self.health(made)["units_excluded"]["arguments"]["all"], 2)
        # A person with an excluded id is excluded.
        self.post("/identities/merge", {"from": "p", "to": "u"})
        stats = self.stats(made)
        self.assertEqual((sum(v["sample_size"] for v in stats["variants"]), stats["total_conversions"]), (0, 0))
        arguments = self.health(made)["units_excluded"]["arguments"]
        self.assertEqual((arguments["experiment"], arguments["all"]), (1, 1))

    def test_wrong_rules_are_refused_at_the_start(self):
        for rule, said in (("robots", "must be bots, a condition in JSON, or both"),
                           ('{"attribute": "a", "operator": "resembles"}', "operator"),
                           ('{"segment": "staff"}', "segment")):
            done = subprocess.run([str(BIN)], env={**self.service.environment, "XP_EXCLUDE": rule},
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 2)
            self.assertIn("XP_EXCLUDE", done.stderr)
            self.assertIn(said, done.stderr)


if __name__ == "__main__":
    main()
