# SPDX-License-Identifier: Apache-2.0
"""Telling others: what is told, how it is signed, and what happens when nobody takes it."""
import base64
import contextlib
import hashlib
import hmac
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, PATIENCE, Case, Service, main, quick_start_body  # noqa: E402


class Receiver:
    """Takes what is posted to it; `statuses` are its next answers, then 200. Keeps silent while `silent` is not set."""

    def __init__(self, statuses=(), silent=False):
        self.got, self.statuses = [], list(statuses)
        self.free = threading.Event()
        if not silent:
            self.free.set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.got.append((self.headers, body))
                outer.free.wait(PATIENCE)
                status = outer.statuses.pop(0) if outer.statuses else 200
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", outer.elsewhere)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook?x=1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.free.set()
        self.server.shutdown()
        self.server.server_close()

    def events(self):
        return [json.loads(body)["event"] for _, body in list(self.got)]


class Webhooks(Case):
    environment = {"XP_WEBHOOK_ALLOW_PRIVATE": "yes", "XP_WEBHOOK_RETRY": "0"}

    def hook(self, receiver, *events, **more):
        made = self.post("/webhooks", {"url": receiver.url, "events": list(events), **more}, 201).json
        self.addCleanup(self.service.admin, "DELETE", f"{API}/webhooks/{made['id']}")
        return made

    def until(self, happened, what):
        until = time.monotonic() + PATIENCE
        while not happened():
            self.assertLess(time.monotonic(), until, what() if callable(what) else what)
            time.sleep(0.05)

    def deliveries(self, hook, query=""):
        return self.get(f"/webhooks/{hook['id']}/deliveries{query}").json["deliveries"]

    def test_start_ramp_and_stop_are_told_and_signed(self):
        with Receiver() as receiver:
            hook = self.hook(receiver, "start", "ramp", "stop")
            made = self.made(traffic_allocation=0.1)
            self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"description": "same"}))
            self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}",
                                                {"traffic_allocation": 0.5}))
            for step in ("pause", "resume", "stop"):
                self.move(made, step)
            self.until(lambda: len(receiver.got) == 3, receiver.events)
            self.assertEqual(receiver.events(), ["start", "ramp", "stop"])
            key = base64.b64decode(hook["secret"].removeprefix("whsec_"))
            ids = set()
            for headers, body in receiver.got:
                signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
                signature = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
                self.assertEqual(headers["webhook-signature"], "v1," + signature)
                self.assertLess(abs(time.time() - int(headers["webhook-timestamp"])), 60)
                self.assertEqual(headers["Content-Type"], "application/json")
                ids.add(headers["webhook-id"])
            self.assertEqual(len(ids), 3)
            told = json.loads(receiver.got[1][1])
            self.assertEqual(told["details"]["traffic_allocation"], {"from": 0.1, "to": 0.5})
            self.assertEqual({field: told["experiment"][field] for field in ("id", "key", "status", "project")},
                             {"id": made["id"], "key": made["key"], "status": "running", "project": "default"})
            self.until(lambda: all(d["state"] == "delivered" for d in self.deliveries(hook)), "all are delivered")
            page = self.service.ask("GET", "/metrics").body.decode()
            self.assertRegex(page, r'experimentation_peer_messages_total\{peer="webhook",outcome="delivered"\} [1-9]')

    def test_only_what_was_asked_for(self):
        with Receiver() as receiver:
            self.hook(receiver, "stop", project="another")
            self.hook(receiver, "significant")
            off = self.hook(receiver, "stop", "start")
            self.expect(200, self.service.admin("PATCH", f"{API}/webhooks/{off['id']}", {"enabled": False}))
            self.move(self.made(), "stop")
            self.move(self.made("Another", project="another"), "stop")
            self.until(lambda: receiver.got, "the other project's stop")
            time.sleep(1.5)
            self.assertEqual([json.loads(body)["experiment"]["project"] for _, body in receiver.got], ["another"])

    def test_a_failure_is_tried_again_until_it_is_dead(self):
        with Receiver([500] * 3) as receiver:
            hook = self.hook(receiver, "stop")
            self.move(self.made(), "stop")
            self.until(lambda: [d["state"] for d in self.deliveries(hook)] == ["delivered"], "delivered at last")
            self.assertEqual(self.deliveries(hook)[0]["attempts"], 4)
            self.assertEqual(len({headers["webhook-id"] for headers, _ in receiver.got}), 1)
        with Receiver([500] * 8) as receiver:
            hook = self.hook(receiver, "stop")
            self.move(self.made("Never taken"), "stop")
            self.until(lambda: self.deliveries(hook, "?state=dead"), "dead after eight attempts")
            dead = self.deliveries(hook, "?state=dead")[0]
            self.assertEqual((dead["attempts"], dead["answer"], len(receiver.got)), (8, "answered 500", 8))
            self.assertEqual(dead["body"]["experiment"]["name"], "Never taken")
            self.post(f"/webhooks/{hook['id']}/deliveries/{dead['id']}/redeliver", status=202)
            self.until(lambda: self.deliveries(hook)[0]["state"] == "delivered", "sent again")

    def test_redirects_are_not_followed(self):
        with Receiver() as elsewhere, Receiver([302] * 8) as receiver:
            receiver.elsewhere = elsewhere.url
            hook = self.hook(receiver, "stop")
            self.move(self.made(), "stop")
            self.until(lambda: self.deliveries(hook, "?state=dead"), "dead")
            self.assertEqual(self.deliveries(hook)[0]["answer"], "answered 302; redirects are not followed")
            self.assertEqual(elsewhere.got, [])

    def test_findings_are_told_once(self):
        with Receiver() as receiver:
            self.hook(receiver, "significant", "guardrail_breach", "ratio_mismatch", "decision")
            made = self.made(target_sample_size=100, plan={"method": "always_valid", "minimum_days": 0}, metrics=[
                {"name": "buy", "role": "primary"},
                {"name": "error", "role": "guardrail", "direction": "decrease"}])
            users = [{"user_id": f"u{i}"} for i in range(2000)]
            answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
            treated = [a["user_id"] for a in answers if a["variant"] == "new-layout"]
            control = [a["user_id"] for a in answers if a["variant"] == "control"]
            events = [(user, "buy") for user in treated[::2] + control[::10]]
            events += [(user, "error") for user in treated[::3] + control[::20]]
            self.post(f"/experiments/{made['id']}/track:batch",
                      {"events": [{"user_id": user, "event_name": event} for user, event in events]})
            for _ in range(3):
                self.stats(made)
            self.until(lambda: "decision" in receiver.events() and sum(e != "decision" for e in receiver.events()) >= 3,
                       receiver.events)
            time.sleep(1.5)
            told = [(e, json.loads(body)["details"]) for e, (_, body) in zip(receiver.events(), receiver.got)]
            self.assertEqual(sorted((e, details["metric"]) for e, details in told if e != "decision"),
                             [("guardrail_breach", "error"), ("significant", "buy"), ("significant", "error")])
            # Another one comes before where the service looks between the users and what they did.
            decisions = [json.dumps(details, sort_keys=True) for e, details in told if e == "decision"]
            self.assertTrue(decisions)
            self.assertEqual(len(set(decisions)), len(decisions), decisions)

    def test_a_wrong_split_is_told(self):
        with Receiver() as receiver:
            self.hook(receiver, "ratio_mismatch")
            made = self.made(variants=[{"name": "a", "allocation": 0.9}, {"name": "b", "allocation": 0.1}])
            users = [{"user_id": f"u{i}"} for i in range(3000)]
            self.post(f"/experiments/{made['id']}/assign:batch", {"users": users})
            # Nobody can break our split from outside, so the counts behind it are changed.
            self.execute(f"UPDATE moments SET units = units * 3 WHERE experiment_id = '{made['id']}' AND variant = 1"
                         " AND metric = -2")
            self.get(f"/experiments/{made['id']}/report")
            self.until(lambda: receiver.got, "the mismatch")
            self.assertLess(json.loads(receiver.got[0][1])["details"]["p_value"], 0.001)

    def test_a_silent_peer_keeps_nobody_waiting(self):
        with Receiver(silent=True) as silent, Receiver() as other:
            slow, quick = self.hook(silent, "start", "stop"), self.hook(other, "start", "stop")
            made = self.made()
            self.until(lambda: silent.got, "the slow one is being asked")
            began = time.monotonic()
            for number in range(200):
                self.assign(made, f"user-{number}")
                self.track(made, f"user-{number}", "click")
            self.assertLess(time.monotonic() - began, 20)
            self.move(made, "stop")
            self.until(lambda: other.events() == ["start", "stop"], other.events)
            self.assertEqual({d["state"] for d in self.deliveries(slow)}, {"pending"})
            self.assertEqual(self.stats(made)["total_conversions"], 200)
            del quick

    def test_silent_peers_of_a_project_keep_no_other_project_waiting(self):
        with contextlib.ExitStack() as stack:
            silent = [stack.enter_context(Receiver(silent=True)) for _ in range(6)]
            good = stack.enter_context(Receiver())
            for receiver in silent:
                self.hook(receiver, "start", project="silent")
            self.hook(good, "start", project="good")
            self.made("Never taken", project="silent")
            self.until(lambda: sum(len(receiver.got) for receiver in silent) == 4, "four of a project are asked at once")
            began = time.monotonic()
            self.made("Taken", project="good")
            self.until(lambda: good.got, "the good one is told")
            self.assertLess(time.monotonic() - began, 2.5)
            self.assertEqual(sum(len(receiver.got) for receiver in silent), 4)
            # The two that have waited get their turns.
            self.until(lambda: all(receiver.got for receiver in silent), "all are asked")

    def test_what_a_stop_gives_up_is_due_at_once(self):
        with Receiver(silent=True) as receiver, Service(self.new_database(), **self.environment) as service:
            service.admin("POST", API + "/webhooks", {"url": receiver.url, "events": ["start"]})
            made = service.admin("POST", API + "/experiments", quick_start_body()).json
            service.admin("POST", f"{API}/experiments/{made['id']}/start")
            self.until(lambda: receiver.got, "it is being asked")
            began = time.monotonic()
            self.assertEqual(service.stop(), 0)
            self.assertLess(time.monotonic() - began, 4)
            service.start()
            self.until(lambda: len(receiver.got) > 1, "asked again, long before a claim runs out")
            first, second = (headers["webhook-id"] for headers, _ in receiver.got[:2])
            self.assertEqual(first, second)

    def test_wrong_ones_are_refused(self):
        for body, field in (({"url": "ftp://x", "events": ["stop"]}, "url"), ({"events": ["stop"]}, "url"),
                            ({"url": "http://u:p@host.example/", "events": ["stop"]}, "url"),
                            ({"url": "http://host.example/", "events": ["pause"]}, "events[0]"),
                            ({"url": "http://host.example/", "events": "stop"}, "events"),
                            ({"url": "http://host.example/", "events": ["stop", "stop"]}, "events[1]"),
                            ({"url": "http://host.example/", "events": ["stop"], "secret": "short"}, "secret"),
                            ({"url": "http://host.example/", "events": ["stop"], "project": "a b"}, "project"),
                            ({"url": "http://host.example/", "events": ["stop"], "x": 1}, "x")):
            self.assertEqual([e["field"] for e in self.post("/webhooks", body, 422).json["errors"]], [field], body)

    def test_keys_see_their_own_project(self):
        key = {p: self.post("/keys", {"name": p, "role": "editor", "project": p}, 201).json["key"] for p in ("p1", "p2")}
        with Receiver() as receiver:
            body = {"url": receiver.url, "events": ["stop"]}
            made = self.expect(201, self.service.ask("POST", API + "/webhooks", body, token=key["p1"])).json
            self.assertEqual(made["project"], "p1")
            one = f"{API}/webhooks/{made['id']}"
            self.expect(403, self.service.ask("POST", API + "/webhooks", {**body, "project": "p1"}, token=key["p2"]))
            self.assertEqual(self.service.ask("GET", API + "/webhooks", token=key["p2"]).json, {"webhooks": []})
            self.expect(404, self.service.ask("DELETE", one, token=key["p2"]))
            self.expect(404, self.service.ask("GET", one + "/deliveries", token=key["p2"]))
            self.expect(204, self.service.ask("DELETE", one, token=key["p1"]))
        log = self.get("/audit?limit=1000").body.decode()
        self.assertIn("webhook.create", log)
        self.assertNotIn(made["secret"], log)

    def test_the_audit_log_says_where_to_and_not_how_one_gets_in(self):
        """More people read it than may see webhooks, and addresses hold tokens."""
        made = self.post("/webhooks", {"url": "http://host.example/T0/hidden-1", "events": ["stop"]}, 201).json
        self.expect(200, self.service.admin("PATCH", f"{API}/webhooks/{made['id']}",
                                            {"url": "http://host.example/T0/hidden-2?key=hidden-3"}))
        self.expect(204, self.service.admin("DELETE", f"{API}/webhooks/{made['id']}"))
        log = self.get("/audit?limit=3").json["entries"]
        self.assertEqual([e["action"] for e in log], ["webhook.delete", "webhook.update", "webhook.create"])
        removed, changed, created = (e["changes"]["url"] for e in log)
        self.assertRegex(created, r"^http://host\.example/\.\.\. \([0-9a-f]{8}\)$")
        self.assertEqual((changed["from"], changed["to"]), (created, removed))
        self.assertNotEqual(created, removed)
        self.assertNotIn("hidden", json.dumps(log))


class PrivateAddresses(Case):
    environment = {"XP_WEBHOOK_RETRY": "0"}

    def test_are_refused_by_name_and_by_what_the_name_stands_for(self):
        with Receiver() as receiver:
            port = receiver.server.server_port
            for host in ("127.0.0.1", "localhost", "[::1]", "10.1.2.3", "[::ffff:192.168.0.1]", "169.254.169.254"):
                body = {"url": f"http://{host}:{port}/", "events": ["stop"]}
                problem = self.post("/webhooks", body, 422).json["errors"][0]
                self.assertEqual((problem["field"], problem["code"]), ("url", "not_allowed"), host)
            # 2130706433 is 127.0.0.1 to those who look names up.
            hook = self.post("/webhooks", {"url": f"http://2130706433:{port}/", "events": ["stop"]}, 201).json
            self.move(self.made(), "stop")
            until = time.monotonic() + PATIENCE
            path = f"/webhooks/{hook['id']}/deliveries"
            while (told := self.get(path).json["deliveries"][0])["state"] != "dead":
                self.assertLess(time.monotonic(), until)
                time.sleep(0.1)
            self.assertIn("private address", told["answer"])
            self.assertEqual((told["attempts"], receiver.got), (1, []))


if "postgres" in sys.argv:  # SQLite takes one service
    class Replicas(Case):
        environment = {"XP_WEBHOOK_ALLOW_PRIVATE": "yes", "XP_WEBHOOK_RETRY": "0"}

        def test_each_delivery_is_sent_once(self):
            with Receiver() as receiver, Service(self.service.environment["DATABASE_URL"], **self.environment) as second:
                self.post("/webhooks", {"url": receiver.url, "events": ["start", "stop"]}, 201)
                drafts = [self.made(f"Twice {number}", start=False) for number in range(20)]
                until = time.monotonic() + PATIENCE
                while second.admin("GET", f"{API}/experiments/{drafts[-1]['id']}").status != 200:
                    self.assertLess(time.monotonic(), until)
                    time.sleep(0.1)
                for number, made in enumerate(drafts):
                    asked = (self.service, second)[number % 2]
                    for step in ("start", "stop"):
                        self.expect(200, asked.admin("POST", f"{API}/experiments/{made['id']}/{step}"))
                until = time.monotonic() + PATIENCE
                while len(receiver.got) < 40 and time.monotonic() < until:
                    time.sleep(0.1)
                time.sleep(2.5)
                ids = [headers["webhook-id"] for headers, _ in receiver.got]
                self.assertEqual((len(ids), len(set(ids))), (40, 40))


if __name__ == "__main__":
    main()
