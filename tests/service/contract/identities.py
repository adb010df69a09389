# SPDX-License-Identifier: Apache-2.0
"""Ids that turn out to be one person's: one unit, the first variant, all events."""
import datetime
import random
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, BIN, Case, Service, main  # noqa: E402

METRICS = [{"name": "buy", "kind": "count", "role": "primary"}, {"name": "spent", "event": "buy", "kind": "sum"},
           {"name": "bought", "event": "buy", "kind": "conversion"}]
PLAN = {"method": "fixed", "cuped": True, "minimum_days": 1}
UNITS, MERGED = -2, -5


def ago(**time):
    at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**time)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Identities(Case):
    def merge(self, one, other, status=200, token=ADMIN, **more):
        body = {"from": one, "to": other, **more}
        return self.expect(status, self.service.ask("POST", API + "/identities/merge", body, token=token)).json

    def cells(self, experiment, metric):
        table = self.get(f"/experiments/{experiment['id']}/sufficient-statistics").json["moments"]
        cells = [dict(zip(table["columns"], row)) for row in table["rows"]]
        return [cell for cell in cells if cell["metric"] == metric]

    def counted(self, experiment):
        """Units, events and value over all variants."""
        count, total = self.cells(experiment, 0), self.cells(experiment, 1)
        return (sum(c["units"] for c in self.cells(experiment, UNITS)), sum(c["count"] for c in count),
                sum(float(c["sum"]) for c in total) / 1e6 if total else 0)

    def assert_recomputes(self, *experiments):
        def evidence(experiment):
            parts = self.get(f"/experiments/{experiment['id']}/sufficient-statistics").json
            return parts["moments"], parts["covariates"]
        before = [evidence(experiment) for experiment in experiments]
        self.service.stop()
        try:
            done = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        finally:
            self.service.start()
        self.assertEqual([evidence(experiment) for experiment in experiments], before)

    def users_of(self, experiment, prefix):
        """Two ids with different variants: the first of them is assigned first."""
        variants = {}
        for n in range(50):
            user = f"{prefix}{n}"
            variants.setdefault(self.assign(experiment, user)["variant"], user)
            if len(variants) == 2:
                return sorted(variants.values(), key=lambda user: int(user[len(prefix):]))
        self.fail("all users got the same variant")

    def test_the_earliest_exposure_stays(self):
        for later_first in (False, True):
            made = self.made(f"stay {later_first}", metrics=METRICS)
            first, second = self.users_of(made, f"s{later_first}-")
            variant = self.assign(made, first)["variant"]
            units = self.counted(made)[0]
            self.track(made, first, "buy", value=1, event_id="same")
            self.track(made, first, "buy", value=2)
            self.track(made, second, "buy", value=3, event_id="same")
            self.track(made, second, "buy", value=4)
            one, other = (second, first) if later_first else (first, second)
            merged = self.merge(one, other)
            self.assertEqual(merged, {"message": "Merged", "user_id": other, "experiments": 1})
            for user in (one, other):
                peeked = self.post(f"/experiments/{made['id']}/assign?peek=true", {"user_id": user}).json
                self.assertEqual(peeked, self.assign(made, user))
            kept = 10 - (3 if later_first else 1)  # of two events with one id, the one of the id that stays
            self.assertEqual(self.counted(made), (units - 1, 3, kept))
            for user in (first, second):
                self.assertEqual(self.assign(made, user)["variant"], variant)
                self.assertEqual(self.track(made, user, "buy", value=10)["variant"], variant)
            self.assertEqual(self.counted(made), (units - 1, 5, kept + 20))
            self.assertEqual(self.merge(one, other)["message"], "Merged before")
            merged = self.cells(made, MERGED)
            self.assertEqual([(c["units"], c["converted"]) for c in merged], [(1, 1)])
            self.assert_recomputes(made)

    def test_whose_own_hash_keeps_them_out_is_the_person_who_is_in(self):
        made = self.made(metrics=METRICS, traffic_allocation=0.5)
        variants = {f"t{n}": self.assign(made, f"t{n}")["variant"] for n in range(40)}
        inside = next(user for user, variant in variants.items() if variant)
        outside = next(user for user, variant in variants.items() if not variant)
        self.merge(outside, inside)
        for _ in range(2):
            answer = self.assign(made, outside)
            self.assertEqual((answer["variant"], answer["reason"]), (variants[inside], "split"))
            self.service.stop()
            self.service.start()

    def test_events_without_an_experiment(self):
        made = self.made(metrics=METRICS, plan=PLAN)
        record = lambda user, **more: self.post("/events", {"user_id": user, "event_name": "buy", **more})  # noqa: E731
        record("cookie", value=1, timestamp=ago(days=2))
        record("person", value=2, timestamp=ago(days=3))
        self.assign(made, "person")
        record("cookie", value=4)  # after the exposure of the person, which it turns out to be
        record("person", value=8)
        self.assertEqual(self.counted(made), (1, 1, 8))
        self.merge("cookie", "person")
        self.assertEqual(self.counted(made), (1, 2, 12))
        record("cookie", value=16)
        self.assertEqual(self.counted(made), (1, 3, 28))
        covariates = self.get(f"/experiments/{made['id']}/sufficient-statistics").json["covariates"]
        self.assertTrue(covariates["rows"])
        self.assert_recomputes(made)

    def test_an_alias_alone_brings_its_assignment(self):
        made = self.made(metrics=METRICS, plan=PLAN)
        variant = self.assign(made, "phone")["variant"]
        self.track(made, "phone", "buy", value=3)
        self.assertEqual(self.merge("phone", "owner"), {"message": "Merged", "user_id": "owner", "experiments": 0})
        self.assertEqual((self.assign(made, "owner")["variant"], self.assign(made, "phone")["variant"]),
                         (variant, variant))
        self.assertEqual(self.counted(made), (1, 1, 3))
        self.assertEqual(self.cells(made, MERGED), [])
        self.assert_recomputes(made)

    def test_chains_circles_and_strangers(self):
        made = self.made(metrics=METRICS)
        for user in ("a", "b", "c"):
            self.assign(made, user)
        variant = self.assign(made, "a")["variant"]
        self.merge("a", "b")
        self.assertEqual(self.merge("b", "c")["user_id"], "c")
        self.assertEqual({self.assign(made, user)["variant"] for user in "abc"}, {variant})
        self.assertEqual(self.counted(made)[0], 1)
        self.assertEqual(self.merge("a", "c")["message"], "Merged before")
        self.assertEqual(self.merge("c", "a", 409)["code"], "identity_circle")
        self.assertEqual(self.merge("a", "d", 409)["code"], "already_merged")
        self.assertEqual(self.merge("d", "a")["user_id"], "c")
        self.assertEqual(self.merge("e", "e", 422)["errors"][0]["field"], "to")
        self.assertEqual(self.merge("", "e", 422)["errors"][0]["field"], "from")
        self.assert_recomputes(made)

    def test_who_may(self):
        self.merge("x", "y", 401, token=None)
        for role, status in (("client", 200), ("viewer", 403), ("editor", 200)):
            key = self.post("/keys", {"name": role, "role": role, "project": "elsewhere"}, 201).json["key"]
            self.merge(f"x-{role}", "y", status, token=key)
            if status == 200:
                self.merge(f"x-{role}", "y", 422, token=key, project="default")

    def test_projects_are_apart(self):
        here, there = self.made("here", metrics=METRICS), self.made("there", metrics=METRICS, project="other")
        for experiment in (here, there):
            for user in ("p", "q"):
                self.assign(experiment, user)
        self.merge("p", "q", project="other")
        self.assertEqual((self.counted(here)[0], self.counted(there)[0]), (2, 1))

    def test_a_person_with_several_ids(self):
        made = self.made(metrics=METRICS)
        for user in ("tablet", "desk", "human"):
            self.assign(made, user)
            self.track(made, user, "buy", value=1)
        self.merge("tablet", "human")
        self.merge("desk", "human")
        for user, others in (("human", {"tablet", "desk"}), ("tablet", {"human", "desk"})):
            person = self.get(f"/users/{user}").json
            self.assertEqual(set(person["aliases"]), others)
            self.assertEqual([len(in_one["events"]) for in_one in person["experiments"]], [3])
        units = self.counted(made)
        erased = self.expect(200, self.service.admin("DELETE", API + "/users/desk")).json
        self.assertEqual(erased, {"assignments": 1, "events": 3})
        for user in ("tablet", "desk", "human"):
            self.get(f"/users/{user}", 404)
        self.assertEqual(self.counted(made), units)
        self.assert_recomputes(made)

    def test_what_stands_under_an_alias_is_erased(self):
        made = self.made(metrics=METRICS)
        for user in ("left", "right", "beside"):
            self.assign(made, user)
            self.track(made, user, "buy", value=1)
        self.merge("left", "right")
        self.execute("UPDATE events SET unit_id = 'left' WHERE unit_id = 'right'")  # as a merge once left some behind
        erased = self.expect(200, self.service.admin("DELETE", API + "/users/right")).json
        self.assertEqual(erased, {"assignments": 1, "events": 2})
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/events").json["events"]), 1)

    def test_explicit_exposures(self):
        made = self.made(metrics=METRICS, exposure="explicit")
        first, second = self.users_of(made, "x")
        for user in (first, second):
            self.track(made, user, "buy", value=1)
        self.post(f"/experiments/{made['id']}/exposures", {"user_id": second})
        self.track(made, second, "buy", value=2)
        self.track(made, first, "buy", value=4)  # never exposed itself, but the person was by then
        self.assertEqual(self.counted(made), (1, 1, 2))
        variant = self.assign(made, second)["variant"]
        self.merge(first, second)
        self.assertEqual(self.counted(made), (1, 2, 6))
        self.assertEqual(self.assign(made, first)["variant"], variant)
        self.assert_recomputes(made)

    def test_the_report_tells_of_crossovers(self):
        made = self.made(metrics=METRICS)
        users = [{"user_id": f"r{n}"} for n in range(120)]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        by_variant = {}
        for answer in answers:
            by_variant.setdefault(answer["variant"], []).append(answer["user_id"])
        one, other = by_variant.values()
        for anonymous, person in zip(one[:4], other):
            self.merge(anonymous, person)
        report = self.get(f"/experiments/{made['id']}/report").json
        self.assertEqual(report["planned"]["decision"], "invalid")
        self.assertIn("several_variants", [reason["code"] for reason in report["planned"]["reasons"]])

    def test_any_history_gives_what_the_whole_gives(self):
        rng = random.Random(7)
        made = [self.made("any 1", metrics=METRICS, plan=PLAN), self.made("any 2", metrics=METRICS, exposure="explicit")]
        people = [f"n{n}" for n in range(24)]
        for step in range(400):
            user, experiment = rng.choice(people), rng.choice(made)
            act = rng.randrange(6)
            if act == 0:
                self.assign(experiment, user)
            elif act == 1:
                self.service.admin("POST", API + f"/experiments/{experiment['id']}/track",
                                   {"user_id": user, "event_name": "buy", "value": step,
                                    "event_id": f"e{rng.randrange(40)}"})
            elif act in (2, 3):
                self.post("/events", {"user_id": user, "event_name": "buy", "value": step,
                                      "timestamp": ago(seconds=rng.randrange(-5, 200000) * (act == 2))})
            elif act == 4:
                self.service.admin("POST", API + f"/experiments/{experiment['id']}/exposures", {"user_id": user})
            elif step % 3 == 0:
                self.service.admin("POST", API + "/identities/merge", {"from": user, "to": rng.choice(people)})
        for experiment in made:
            self.assertGreater(self.counted(experiment)[1], 0)
        self.assertTrue(self.cells(made[0], MERGED))
        self.assert_recomputes(*made)


if __name__ == "__main__":
    main()
