# SPDX-License-Identifier: Apache-2.0
"""What happens by the clock: start, ramp and stop at their times, also after a time without the service and once among
replicas; and the rules that stop an experiment."""
import datetime
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(os.environ["XP_SOURCE_DIR"]) / "tests" / "doubles" / "grafana"))
from grafana_double import GrafanaDouble  # noqa: E402
from xpservice import API, PATIENCE, Case, Service, free_port, main  # noqa: E402

TOKEN = "glsa_a-service-account"


def ahead(seconds):
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Scheduled(Case):
    def until(self, made, holds):
        """The experiment, once the condition holds for it."""
        end = time.monotonic() + PATIENCE
        while not holds(experiment := self.get(f"/experiments/{made['id']}").json):
            self.assertLess(time.monotonic(), end, experiment)
            time.sleep(0.1)
        return experiment

    def log_of(self, made):
        """Oldest first, without the creation."""
        return self.get(f"/experiments/{made['id']}/audit").json["entries"][::-1][1:]

    def patch(self, made, changes, status=200):
        return self.expect(status, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", changes)).json


class ByTheClock(Scheduled):
    port = free_port()
    environment = {"GRAFANA_URL": f"http://127.0.0.1:{port}/api/", "GRAFANA_TOKEN": TOKEN, "XP_WEBHOOK_RETRY": "1"}

    def test_start_ramp_and_stop(self):
        with GrafanaDouble(TOKEN, self.port) as grafana:
            schedule = {"start_at": ahead(1), "stop_at": ahead(5),
                        "ramp": [{"at": ahead(2), "traffic": 0.5}, {"at": ahead(3), "traffic": 1}]}
            made = self.made(start=False, traffic_allocation=0.1, schedule=schedule)
            self.assertEqual([s["traffic"] for s in made["schedule"]["ramp"]], [0.5, 1])
            running = self.until(made, lambda e: e["status"] == "running")
            self.assertGreaterEqual(running["started_at"], schedule["start_at"])
            full = self.until(made, lambda e: e["traffic_allocation"] == 1)
            self.assertEqual([s["at"] <= s["taken_at"] for s in full["schedule"]["ramp"]], [True, True])
            stopped = self.until(made, lambda e: e["status"] == "stopped")
            late = datetime.datetime.fromisoformat(stopped["stopped_at"][:-1]) - datetime.datetime.fromisoformat(
                schedule["stop_at"][:-1])
            self.assertTrue(0 <= late.total_seconds() < 10, late)
            log = self.log_of(made)
            self.assertEqual([(e["action"], e["actor"]) for e in log],
                             [("experiment.start", "schedule"), ("experiment.update", "schedule"),
                              ("experiment.update", "schedule"), ("experiment.stop", "schedule")])
            self.assertEqual([e["reason"] for e in log], [f"scheduled for {at}" for at in (
                schedule["start_at"], schedule["ramp"][0]["at"], schedule["ramp"][1]["at"], schedule["stop_at"])])
            end = time.monotonic() + PATIENCE
            while len(told := [a for a in grafana.annotations if f"exp:{made['key']}" in a["tags"]]) < 4:
                self.assertLess(time.monotonic(), end, told)
                time.sleep(0.1)
            self.assertEqual([a["tags"][2] for a in told], ["event:start", "event:ramp", "event:ramp", "event:stop"])

    def test_catches_up_in_order(self):
        made = self.made(start=False, traffic_allocation=0.1, schedule={
            "start_at": ahead(2), "ramp": [{"at": ahead(2.5), "traffic": 0.3}, {"at": ahead(3), "traffic": 0.6}]})
        self.service.stop()
        try:
            time.sleep(3.5)
        finally:
            self.service.start()
        self.until(made, lambda e: e["traffic_allocation"] == 0.6)
        log = self.log_of(made)
        self.assertEqual([e["action"] for e in log], ["experiment.start"] + ["experiment.update"] * 2)
        self.assertEqual(log[1]["changes"]["traffic_allocation"], {"from": 0.1, "to": 0.3})

    def test_a_person_may_overtake_it(self):
        made = self.made(start=False, traffic_allocation=0.1, schedule={
            "start_at": ahead(3600), "ramp": [{"at": ahead(3601), "traffic": 0.2}, {"at": ahead(3602), "traffic": 1}]})
        self.move(made, "start")
        self.patch(made, {"traffic_allocation": 0.5})
        schedule = made["schedule"]
        self.patch(made, {"schedule": {**schedule, "start_at": ahead(9)}}, 409)  # it has started
        ramp = [{"at": ahead(1.2), "traffic": 0.5}, {"at": ahead(3600), "traffic": 1}]
        self.patch(made, {"schedule": {**schedule, "ramp": ramp}})
        self.patch(made, {"traffic_allocation": 0.7})
        taken = self.until(made, lambda e: "taken_at" in e["schedule"]["ramp"][0])
        self.assertEqual(taken["traffic_allocation"], 0.7)
        self.patch(made, {"schedule": taken["schedule"], "description": "sent back as it was read"})
        self.patch(made, {"schedule": {**taken["schedule"], "stop_at": ahead(7200)}})
        none = self.patch(made, {"schedule": None})["schedule"]
        self.assertEqual((none["start_at"], none["ramp"]), (None, []))
        self.move(made, "stop")
        self.patch(made, {"schedule": {"stop_at": ahead(60)}}, 409)

    def test_wrong_schedules_are_refused(self):
        later = [ahead(60 * n) for n in range(10)]
        for schedule, field in (({"start_at": ahead(-60)}, "start_at"), ({"stop_at": ahead(-60)}, "stop_at"),
                                ({"start_at": later[2], "stop_at": later[1]}, "stop_at"),
                                ({"start_at": "tomorrow"}, "start_at"), ({"start": later[1]}, "start"),
                                ({"ramp": [{"at": ahead(-60), "traffic": 1}]}, "ramp[0].at"),
                                ({"ramp": [{"at": later[2], "traffic": 0.5}, {"at": later[1], "traffic": 0.6}]},
                                 "ramp[1].at"),
                                ({"ramp": [{"at": later[1], "traffic": 0.6}, {"at": later[2], "traffic": 0.5}]},
                                 "ramp[1].traffic"),
                                ({"ramp": [{"at": later[1], "traffic": 0.1}]}, "ramp[0].traffic"),
                                ({"ramp": [{"at": later[1], "traffic": 1.5}]}, "ramp[0].traffic"),
                                ({"ramp": [{"at": later[1]}]}, "ramp[0].traffic"),
                                ({"ramp": [{"at": later[1], "traffic": 1, "taken_at": later[1]}]}, "ramp[0].taken_at"),
                                ({"start_at": later[2], "ramp": [{"at": later[1], "traffic": 1}]}, "ramp[0].at"),
                                ({"stop_at": later[1], "ramp": [{"at": later[2], "traffic": 1}]}, "ramp[0].at"),
                                ({"stop_when": {"power": 1}}, "stop_when.power"),
                                ({"stop_when": {"sample_size": 0}}, "stop_when.sample_size"),
                                ({"stop_when": {"guardrail": "yes"}}, "stop_when.guardrail"),
                                ({"stop_when": {"harm": True}}, "stop_when.harm")):
            with self.subTest(schedule):
                answer = self.post("/experiments", {"name": "x", "metrics": ["m"], "traffic_allocation": 0.2,
                                                    "schedule": schedule, "variants": [
                                                        {"name": "a", "allocation": 0.5},
                                                        {"name": "b", "allocation": 0.5}]}, 422).json
                self.assertEqual([e["field"] for e in answer["errors"]], ["schedule." + field], answer)


class ByRule(Scheduled):
    def running(self, rules, plan=None, metrics=None):
        return self.made(metrics=metrics or [{"name": "buy", "role": "primary"}],
                         plan={"method": "always_valid", "minimum_days": 0, "smallest_effect": 0.5, **(plan or {})},
                         schedule={"stop_when": rules})

    def feed(self, made, users, treated, control, event="buy"):
        """Of 10 users in each arm so many have the event."""
        batch = [{"user_id": f"u{i}"} for i in range(users)]
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": batch}).json["assignments"]
        events = [{"user_id": a["user_id"], "event_name": event} for i, a in enumerate(answers)
                  if i % 10 < (treated if a["variant"] == "new-layout" else control)]
        self.post(f"/experiments/{made['id']}/track:batch", {"events": events})

    def stopped_for(self, made):
        self.until(made, lambda e: e["status"] == "stopped")
        entry = self.log_of(made)[-1]
        self.assertEqual((entry["action"], entry["actor"]), ("experiment.stop", "schedule"))
        return entry["reason"]

    def test_a_decision_stops_it(self):
        made = self.running({"decision": True})
        self.feed(made, 1000, treated=8, control=2)
        self.assertIn("stop_when.decision: ", self.stopped_for(made))

    def test_enough_users_stop_it_and_fewer_do_not(self):
        made, other = self.running({"sample_size": 100}), self.running({"sample_size": 1000})
        self.feed(made, 300, treated=5, control=5)
        self.feed(other, 300, treated=5, control=5)
        self.assertIn("stop_when.sample_size: ", self.stopped_for(made))
        time.sleep(6)  # one more round of judgement
        self.assertEqual(self.get(f"/experiments/{other['id']}").json["status"], "running")

    def test_power_stops_it(self):
        made = self.running({"power": 0.9})
        self.feed(made, 1000, treated=5, control=5)
        self.assertIn("stop_when.power: ", self.stopped_for(made))

    def test_a_broken_guardrail_stops_it(self):
        made = self.running({"guardrail": True}, metrics=[
            {"name": "buy", "role": "primary"},
            {"name": "error", "role": "guardrail", "direction": "decrease"}])
        self.feed(made, 1000, treated=5, control=5)
        self.feed(made, 1000, treated=9, control=1, event="error")
        self.assertIn("stop_when.guardrail: guardrail error", self.stopped_for(made))


class Replicas(Scheduled):
    def test_one_of_them_acts(self):
        if not self.postgres:
            self.skipTest("one service at a time on SQLite")
        with Service(self.service.environment["DATABASE_URL"]):
            made = self.made(start=False, traffic_allocation=0.1, schedule={
                "start_at": ahead(1.5), "stop_at": ahead(3.5), "ramp": [{"at": ahead(2.5), "traffic": 1}]})
            self.until(made, lambda e: e["status"] == "stopped")
            time.sleep(3)
            self.assertEqual([e["action"] for e in self.log_of(made)],
                             ["experiment.start", "experiment.update", "experiment.stop"])


if __name__ == "__main__":
    main()
