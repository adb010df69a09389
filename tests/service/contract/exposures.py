# SPDX-License-Identifier: Apache-2.0
"""Experiments that count a user once the application says that the variant was seen; and what clients say they showed."""
import datetime
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, BIN, Case, Service, main  # noqa: E402

PURCHASES = [{"name": "buy", "kind": "count", "role": "primary"}, {"name": "spent", "event": "buy", "kind": "sum"}]

UNITS, SHOWN = -2, -4  # where the moments count units, and those whose client told what it showed

PLAN = {"method": "fixed", "cuped": True, "minimum_days": 1}


def shifted(text=None, **time):
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00")) if text else \
        datetime.datetime.now(datetime.timezone.utc)
    return (at + datetime.timedelta(**time)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Exposures(Case):
    def explicit(self, **changes):
        return self.made(metrics=PURCHASES, exposure="explicit", **changes)

    def expose(self, experiment, user, status=200, token=ADMIN, **more):
        path = API + f"/experiments/{experiment['id']}/exposures"
        return self.expect(status, self.service.ask("POST", path, {"user_id": user, **more}, token=token)).json

    def counted(self, experiment, metric=0):
        """Units, and their events (metric 0) or values (1), over all variants."""
        variants = self.stats(experiment)["metrics"][metric]["variants"]
        units = sum(v["sample_size"] for v in variants)
        if metric == 0:
            return units, sum(cell["count"] for cell in self.cells(experiment, metric))
        return units, sum(round((v["mean_value"] or 0) * v["sample_size"]) for v in variants)

    def row(self, experiment, user):
        rows = self.get(f"/experiments/{experiment['id']}/assignments").json["assignments"]
        return next(row for row in rows if row["user_id"] == user)

    def evidence(self, experiment):
        return self.get(f"/experiments/{experiment['id']}/sufficient-statistics").json

    def cells(self, experiment, metric):
        table = self.evidence(experiment)["moments"]
        cells = [dict(zip(table["columns"], row)) for row in table["rows"]]
        return [cell for cell in cells if cell["metric"] == metric]

    def recompute(self):
        self.service.stop()
        try:
            done = subprocess.run([str(BIN), "recompute"], env=self.service.environment, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        finally:
            self.service.start()

    def assert_recomputes(self, *experiments):
        before = [self.evidence(experiment) for experiment in experiments]
        self.recompute()
        for experiment, was in zip(experiments, before):
            is_now = self.evidence(experiment)
            for part in ("moments", "covariates"):
                self.assertEqual(is_now[part], was[part])

    def health(self, experiment):
        report = self.get(f"/experiments/{experiment['id']}/report").json
        return {check["code"]: check["state"] for check in report["health"]}

    def test_a_user_counts_from_the_first_exposure_on(self):
        made = self.explicit()
        self.assertEqual(made["exposure"], "explicit")
        variant = self.assign(made, "u")["variant"]
        self.assign(made, "never")
        self.track(made, "u", "buy", value=5)  # before the exposure
        self.assertEqual(self.counted(made), (0, 0))
        self.assertIsNone(self.row(made, "u")["exposed_at"])
        first = self.expose(made, "u", variant=variant)
        self.assertEqual((first["message"], first["variant"]), ("Exposure recorded", variant))
        again = self.expose(made, "u")
        self.assertEqual((again["message"], again["exposed_at"]), ("Known", first["exposed_at"]))
        self.assertEqual(self.row(made, "u")["exposed_at"], first["exposed_at"])
        self.track(made, "u", "buy", value=7)
        self.assertEqual((self.counted(made), self.counted(made, 1)), ((1, 1), (1, 7)))
        self.track(made, "never", "buy", value=9)
        self.assertEqual(self.counted(made), (1, 1))
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/events").json["events"]), 3)
        self.assert_recomputes(made)

    def test_the_order_of_arrival_does_not_matter(self):
        made = self.explicit()
        assigned = self.assign(made, "u")["assigned_at"]
        at = [shifted(assigned, microseconds=n) for n in range(5)]
        self.track(made, "u", "buy", value=1, timestamp=at[1])
        self.track(made, "u", "buy", value=10, timestamp=at[3])
        self.post("/events", {"user_id": "u", "event_name": "buy", "value": 100, "timestamp": at[2], "event_id": "r"})
        self.post("/events", {"user_id": "u", "event_name": "buy", "value": 1000, "timestamp": at[4]})
        self.assertEqual(self.expose(made, "u", timestamp=at[3])["exposed_at"], at[3])
        self.assertEqual((self.counted(made), self.counted(made, 1)), ((1, 2), (1, 1010)))
        # An earlier one that arrives late moves the beginning, a later one nothing.
        self.assertEqual(self.expose(made, "u", timestamp=at[2])["exposed_at"], at[2])
        self.assertEqual(self.expose(made, "u")["exposed_at"], at[2])
        self.assertEqual((self.counted(made), self.counted(made, 1)), ((1, 3), (1, 1110)))
        # Nobody sees a variant before having it.
        self.assertEqual(self.expose(made, "u", timestamp=shifted(assigned, hours=-1))["exposed_at"], at[0])
        self.assertEqual((self.counted(made), self.counted(made, 1)), ((1, 4), (1, 1111)))
        self.assert_recomputes(made)

    def test_history_ends_with_the_exposure(self):
        made = self.explicit(plan=PLAN)
        for user in ("a", "b", "c"):
            self.post("/events", {"user_id": user, "event_name": "buy", "value": 3, "timestamp": shifted(days=-2)})
            self.assign(made, user)
            self.post("/events", {"user_id": user, "event_name": "buy", "value": 4})
        for user in ("a", "b"):
            self.expose(made, user)
            self.post("/events", {"user_id": user, "event_name": "buy", "value": 5})
        self.assertEqual((self.counted(made), self.counted(made, 1)), ((2, 2), (2, 10)))
        self.assert_recomputes(made)

    def test_who_has_no_assignment_is_refused(self):
        made = self.explicit()
        refused = self.expose(made, "nobody", 409)
        self.assertEqual(refused["code"], "not_assigned")
        self.assertEqual(self.expose(made, "x" * 513, 422)["errors"][0]["field"], "user_id")
        self.assertEqual(self.expose(made, "u", 422, variant="no-such")["errors"][0]["field"], "variant")
        self.expose(made, "u", 422, timestamp="2199-01-01T00:00:00Z")
        self.expose(made, "u", 422, color="red")
        self.expose({"id": "no-such"}, "u", 404)
        draft = self.made(start=False, exposure="explicit")
        self.expose(draft, "u", 409)
        self.assertEqual(self.post("/experiments", {"name": "x", "exposure": "seldom"}, 422).json["status"], 422)

    def test_everybody_may_where_everybody_may_track(self):
        made = self.explicit()
        self.assign(made, "u")
        self.expose(made, "u", token=None)

    def test_frozen_at_the_start(self):
        draft = self.made(start=False)
        self.assertEqual(draft["exposure"], "assignment")
        changed = self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{draft['id']}", {"exposure": "explicit"}))
        self.assertEqual(changed.json["exposure"], "explicit")
        self.move(draft, "start")
        refused = self.service.admin("PATCH", f"{API}/experiments/{draft['id']}", {"exposure": "assignment"})
        self.assertEqual((refused.status, refused.json["errors"][0]["field"]), (409, "exposure"))

    def test_batches(self):
        made = self.explicit()
        for user in ("a", "b"):
            self.assign(made, user)
        items = [{"user_id": "a"}, {"user_id": "nobody"}, {"user_id": "b", "variant": "no-such"}, 7, {"user_id": "a"}]
        results = self.post(f"/experiments/{made['id']}/exposures:batch", {"exposures": items}).json["results"]
        self.assertEqual([r["ok"] for r in results], [True, False, False, False, True])
        self.assertEqual(results[0], results[4])
        self.assertEqual([results[1]["error"]["code"], results[2]["error"]["errors"][0]["field"]],
                         ["not_assigned", "exposures[2].variant"])
        self.assertEqual(self.counted(made), (1, 0))
        self.assertEqual(self.post(f"/experiments/{made['id']}/exposures:batch", {"exposures": []}).json,
                         {"results": []})

    def test_after_the_stop_nobody_begins_to_count(self):
        made = self.explicit()
        for user in ("late", "told late"):
            self.assign(made, user)
        stopped = self.move(made, "stop")
        self.assertIsNone(self.expose(made, "late")["exposed_at"])
        self.assertEqual(self.expose(made, "told late", timestamp=stopped["stopped_at"])["exposed_at"],
                         stopped["stopped_at"])
        self.assertEqual(self.counted(made), (1, 0))
        self.assert_recomputes(made)

    def test_a_unit_belongs_to_the_epoch_of_its_exposure(self):
        made = self.explicit()
        for user in ("early", "late"):
            self.assign(made, user)
        self.expose(made, "early")
        changed = [dict(v) for v in made["variants"]]
        changed[0]["allocation"], changed[1]["allocation"] = 0.9, 0.1
        self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"variants": changed}))
        self.expose(made, "late")
        self.assertEqual(sorted(cell["epoch"] for cell in self.cells(made, UNITS)), [0, 1])
        self.assert_recomputes(made)

    def test_what_clients_show(self):
        for exposure in ("assignment", "explicit"):
            made = self.made(metrics=PURCHASES, exposure=exposure)
            names = [v["name"] for v in made["variants"]]
            users = [f"u{n}" for n in range(40)]
            own = {user: self.assign(made, user)["variant"] for user in users}
            exposures = [{"user_id": user, "variant": own[user]} for user in users]
            results = self.post(f"/experiments/{made['id']}/exposures:batch", {"exposures": exposures}).json["results"]
            self.assertEqual([r["variant"] for r in results], [own[user] for user in users])
            self.assertEqual(self.health(made).get("shown_passed"), "passed")
            other = next(name for name in names if name != own["u0"])
            for _ in range(2):  # told twice, counted once
                self.assertEqual(self.expose(made, "u0", variant=other)["variant"], own["u0"])
            self.expose(made, "u0", variant=own["u0"])
            self.assertEqual(self.health(made).get("shown_other"), "failed")
            page = self.service.ask("GET", "/metrics").body.decode()
            self.assertIn(f'experimentation_shown_other_variant_total{{experiment_id="{made["id"]}"}} 1\n', page)
            shown = self.cells(made, SHOWN)
            self.assertEqual((sum(c["units"] for c in shown), sum(c["converted"] for c in shown)), (40, 1))
            self.assert_recomputes(made)

    def test_the_split_is_checked_on_exposures(self):
        made = self.explicit()
        users = [{"user_id": f"u{n}"} for n in range(600)]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        favoured = made["variants"][0]["name"]
        seen = [{"user_id": a["user_id"]} for n, a in enumerate(answers) if a["variant"] == favoured or n % 4 == 0]
        self.post(f"/experiments/{made['id']}/exposures:batch", {"exposures": seen})
        report = self.get(f"/experiments/{made['id']}/report").json
        self.assertEqual(report["planned"]["decision"], "invalid")
        self.assertEqual(self.health(made)["sample_ratio_mismatch"], "failed")


if __name__ == "__main__":
    main()
