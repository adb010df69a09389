# SPDX-License-Identifier: Apache-2.0
"""Running it: health, metrics, logs, CORS, TLS, configuration, the way it stops, and a database that goes away."""
import http.client
import json
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, PATIENCE, Case, Service, main, quick_start_body  # noqa: E402


class Health(Case):
    def test_answers(self):
        health = self.expect(200, self.service.ask("GET", "/health")).json
        self.assertEqual((health["status"], health["service"]), ("healthy", "experimentation"))
        for path in ("/health/live", "/health/ready"):
            self.expect(200, self.service.ask("GET", path))

    def test_waits_for_no_computation(self):
        """Looks are integrated for a while; one thread serves all connections."""
        looks = {"difference": 0.1, "variance": 1, "information_rates": [i / 200 for i in range(1, 201)], "power": 0.8,
                 "spending": "pocock", "significance_level": 0.05, "alternative": "two-sided"}
        with Service(XP_THREADS="1") as service:
            answers = []
            asked = threading.Thread(target=lambda: answers.append(service.admin(
                "POST", API + "/statistics/sample_size_group_sequential", looks)))
            asked.start()
            lives = 0
            while not answers and asked.is_alive():
                lives += service.ask("GET", "/health/live").status == 200
            asked.join()
            self.assertEqual(answers[0].status, 200, answers[0])
            self.assertGreater(lives, 20)

    def test_head_and_options(self):
        head = self.service.ask("HEAD", "/health")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertGreater(int(head.headers["Content-Length"]), 0)


class Metrics(Case):
    def page(self):
        answer = self.expect(200, self.service.ask("GET", "/metrics"))
        self.assertEqual(answer.headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
        return answer.body.decode()

    def value(self, page, series):
        found = re.search("^" + re.escape(series) + r" (\S+)$", page, re.M)
        return float(found.group(1)) if found else None

    def test_what_happens_shows_in_the_next_scrape(self):
        made = self.made('Measured "name"', start=False, variants=[{"name": 'a"\\', "allocation": 1},
                                                                  {"name": "b", "allocation": 0}])
        one = f'experiment_id="{made["id"]}",variant="a\\"\\\\"'
        before = self.page()
        self.assertEqual(self.value(before, f"experimentation_variant_assignments_total{{{one}}}"), 0)
        self.assertEqual(self.value(before, f'experimentation_events_total{{{one},event_name="click"}}'), 0)
        running = self.value(before, 'experimentation_experiments_total{status="running"}')
        self.move(made, "start")
        self.assign(made, "a-user-of-ours")
        self.assign(made, "a-user-of-ours")
        for event in ("click", "click", "some event"):
            self.track(made, "a-user-of-ours", event, value=7)
        self.track(made, "a-user-of-ours", "click", value=7, event_id="once")
        self.track(made, "a-user-of-ours", "click", value=7, event_id="once")
        self.stats(made)
        page = self.page()
        for series, expected in ((f"experimentation_variant_assignments_total{{{one}}}", 1),
                                 (f'experimentation_events_total{{{one},event_name="click"}}', 3),
                                 (f'experimentation_events_total{{{one},event_name="other"}}', 1),
                                 (f'experimentation_event_values_sum{{{one},event_name="click"}}', 21),
                                 (f'experimentation_analysis_duration_seconds_count{{experiment_id="{made["id"]}"}}', 1),
                                 ('experimentation_experiments_total{status="running"}', running + 1),
                                 ('experimentation_experiments_active', running + 1),
                                 ("experimentation_queue_depth", 0)):
            self.assertEqual(self.value(page, series), expected, series)
        route = f'endpoint="{API}/experiments/{{id}}/assign",method="POST"'
        self.assertGreaterEqual(self.value(page, f'experimentation_requests_total{{{route},status="200"}}'), 2)
        self.assertGreaterEqual(self.value(page, f"experimentation_request_duration_seconds_count{{{route}}}"), 2)
        self.assertGreater(self.value(page, "experimentation_commit_size_count"), 0)
        self.assertNotIn("a-user-of-ours", page)
        self.assertNotIn("some event", page)
        checked = subprocess.run(["promtool", "check", "metrics"], input=page, capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, ""))
        for step in ("stop", "archive"):
            self.move(made, step)
        page = self.page()
        self.assertNotIn(made["id"], page)
        self.assertEqual(self.value(page, 'experimentation_experiments{status="archived"}'), 1)

    def test_everything_begins_at_zero(self):
        with Service(self.new_database()) as service:
            document = service.ask("GET", "/openapi.json").json
            made = service.admin("POST", API + "/experiments", quick_start_body("fresh")).json
            page = service.ask("GET", "/metrics").body.decode()
        for path, item in document["paths"].items():
            for method, operation in item.items():
                of = f'endpoint="{path}",method="{method.upper()}"'
                succeeded = f'experimentation_requests_total{{{of},status="{min(operation["responses"])}"}}'
                took = f"experimentation_request_duration_seconds_count{{{of}}}"
                asked = path == "/openapi.json" or (path, method) == (API + "/experiments", "post")
                for series in (succeeded, took):
                    self.assertEqual(self.value(page, series), asked, series)
        for variant in made["variants"]:
            one = f'experiment_id="{made["id"]}",variant="{variant["name"]}"'
            for series in ('events_total{%s,event_name="other"}', 'event_values_count{%s,event_name="click"}',
                           'event_values_count{%s,event_name="other"}'):
                self.assertEqual(self.value(page, "experimentation_" + series % one), 0, series)
        checked = subprocess.run(["promtool", "check", "metrics"], input=page, capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, ""))

    def test_a_significant_result_counts_once(self):
        made = self.made(metrics=[{"name": "buy", "role": "primary"}], target_sample_size=100)
        series = f'experimentation_significant_results_total{{experiment_id="{made["id"]}"}}'
        # The first snapshot is there: the next one is due in an hour.
        self.wait_until(lambda: self.get(f"/experiments/{made['id']}/series").json)
        users = [{"user_id": f"u{i}"} for i in range(1500)]  # enough for the gate however they are split
        answers = self.post(f"/experiments/{made['id']}/assign:batch", {"users": users}).json["assignments"]
        self.assertEqual(self.value(self.page(), series), 0)
        events = [{"user_id": a["user_id"], "event_name": "buy"} for i, a in enumerate(answers)
                  if a["variant"] == "new-layout" and i % 2 or i % 10 == 0]
        self.post(f"/experiments/{made['id']}/track:batch", {"events": events})
        self.wait_until(lambda: self.value(self.page(), series) == 1)  # nobody has asked for results
        for _ in range(3):
            self.assertTrue(self.stats(made)["statistical_significance"])
        self.assertEqual(self.value(self.page(), series), 1)

    def wait_until(self, holds):
        until = time.monotonic() + PATIENCE
        while not holds():
            self.assertLess(time.monotonic(), until)
            time.sleep(0.2)


class Requests(Case):
    environment = {"CORS_ALLOWED_ORIGINS": "https://app.example,https://other.example"}

    def test_ids_are_echoed_and_logged(self):
        answer = self.service.ask("GET", API + "/keys", headers={"X-Request-Id": "abc-123"})
        self.assertEqual((answer.headers["X-Request-Id"], answer.json["request_id"]), ("abc-123", "abc-123"))
        given = {self.service.ask("GET", "/health").headers["X-Request-Id"] for _ in range(5)}
        self.assertEqual(len(given), 5)
        until = time.monotonic() + PATIENCE
        while not any('"abc-123"' in line for line in list(self.service.log)) and time.monotonic() < until:
            time.sleep(0.02)
        logged = next(json.loads(line) for line in self.service.log if '"abc-123"' in line)
        self.assertEqual((logged["status"], logged["method"], logged["endpoint"]), (401, "GET", API + "/keys"))

    def test_cors(self):
        path = API + "/experiments/x/assign"
        preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        for origin, allowed in (("https://app.example", True), ("https://other.example", True),
                                ("https://evil.example", False), ("http://app.example", False), ("null", False)):
            answer = self.service.ask("OPTIONS", path, headers={"Origin": origin, **preflight})
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], origin if allowed else None)
            answer = self.service.ask("POST", path, {"user_id": "u"}, headers={"Origin": origin})
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], origin if allowed else None)
            if allowed:
                self.assertIn("ETag", answer.headers["Access-Control-Expose-Headers"])
                # A beacon of a page comes with credentials, of which there are none here.
                self.assertEqual(answer.headers["Access-Control-Allow-Credentials"], "true")


class Stopping(Case):
    def test_finishes_what_is_in_flight(self):
        with Service(self.new_database()) as service:
            made = service.admin("POST", API + "/experiments", quick_start_body()).json
            service.admin("POST", f"{API}/experiments/{made['id']}/start")
            answers, stop = [], threading.Event()

            def ask(number):
                while not stop.is_set():
                    try:
                        user = f"u{number}-{len(answers)}"
                        answer = service.ask("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": user})
                    except (OSError, http.client.HTTPException):
                        return  # not accepted any more
                    answers.append((user, answer.status, answer.body))
            threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
            for thread in threads:
                thread.start()
            while len(answers) < 50:
                time.sleep(0.01)
            start = time.monotonic()
            self.assertEqual(service.stop(), 0)
            self.assertLess(time.monotonic() - start, 10)
            stop.set()
            for thread in threads:
                thread.join()
            service.start()
            self.assertEqual({status for _, status, _ in answers[:50]}, {200})
            for user, status, body in answers:
                if status == 200:
                    again = service.ask("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": user})
                    self.assertEqual(again.body, body)

    def test_sigint_too(self):
        with Service(self.new_database()) as service:
            service.process.send_signal(signal.SIGINT)
            self.assertEqual(service.process.wait(PATIENCE), 0)


class Configuration(unittest.TestCase):
    def test_a_wrong_value_stops_the_start(self):
        for name, value in (("PORT", "http"), ("PORT", "70000"), ("DATABASE_URL", "mysql://x/y"), ("LOG_LEVEL", "loud"),
                            ("LOG_FORMAT", "xml"), ("HOST", "not an address"), ("TLS_CERT", "/does/not/exist.pem"),
                            ("CORS_ALLOWED_ORIGINS", "app.example")):
            with self.subTest(name=name, value=value):
                said = self.refused(2, **{name: value})
                self.assertTrue(name in said or value in said, said)
        self.assertIn("ADMIN_TOKEN", self.refused(2, ADMIN_TOKEN=None, HOST="0.0.0.0"))

    def test_a_certificate_that_cannot_be_used_stops_the_start(self):
        self.assertIn("/does/not/exist.pem", self.refused(2, TLS_CERT="/does/not/exist.pem",
                                                          TLS_KEY="/does/not/exist.key"))
        self.assertIn(__file__, self.refused(2, TLS_CERT=__file__, TLS_KEY=__file__))

    def test_what_may_be_right_the_next_time_is_no_wrong_configuration(self):
        path = "/does/not/exist/x.db"
        self.assertIn(path, self.refused(1, DATABASE_URL=f"sqlite:///{path}"))
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = str(taken.getsockname()[1])
            self.assertIn(port, self.refused(1, PORT=port))

    def refused(self, code, **environment):
        """What it says that does not start."""
        service = Service(**environment)
        with self.assertRaises(RuntimeError) as failed:
            service.start()
        self.assertEqual(service.process.returncode, code, failed.exception)
        return str(failed.exception)

    def test_tls(self):
        service = Service()
        certificate, key = f"{service.folder.name}/c.pem", f"{service.folder.name}/k.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                        "-keyout", key, "-out", certificate], check=True, capture_output=True)
        service.environment.update(TLS_CERT=certificate, TLS_KEY=key)
        with service:
            context = ssl.create_default_context(cafile=certificate)
            connection = http.client.HTTPSConnection("localhost", service.port, timeout=PATIENCE, context=context)
            connection.request("GET", "/health")
            self.assertEqual(connection.getresponse().status, 200)
            connection.close()


class LostDatabase(Case):
    """PostgreSQL goes away and comes back."""

    def until(self, condition, what):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.1)

    def logged_cause(self, answer):
        for line in list(self.service.log):
            entry = json.loads(line)
            if entry.get("request_id") == answer.headers["X-Request-Id"]:
                return entry["cause"]
        return None

    def test_recovers_by_itself(self):
        if not self.postgres:
            self.skipTest("a file does not go away")
        made = self.made()
        known = self.assign(made, "known")
        causes = []
        self.postgres.stop()
        try:
            self.until(lambda: self.service.ask("GET", "/health/ready").status == 503, "not ready is told")
            for method, path, body in (("POST", f"/experiments/{made['id']}/assign", {"user_id": "new"}),
                                       ("POST", f"/experiments/{made['id']}/track",
                                        {"user_id": "known", "event_name": "click"}),
                                       ("GET", f"/experiments/{made['id']}/stats", None),
                                       ("GET", "/experiments", None), ("GET", "/audit", None),
                                       ("GET", f"/experiments/{made['id']}/events?format=csv", None),
                                       ("GET", f"/experiments/{made['id']}/assignments?format=csv", None),
                                       ("POST", "/experiments", quick_start_body())):
                answer = self.service.admin(method, API + path, body)
                self.assertEqual((answer.status, answer.headers["Content-Type"]), (503, "application/problem+json"), path)
                self.assertGreaterEqual(int(answer.headers["Retry-After"]), 1)
                # Where the database is and what it said is for the log.
                self.assertNotIn(str(self.postgres.port), answer.body.decode())
                self.until(lambda: self.logged_cause(answer), "the log says why")
                causes.append(self.logged_cause(answer))
            self.assertTrue(any(str(self.postgres.port) in cause for cause in causes), causes)
            self.assertEqual(self.assign(made, "known"), known)
            self.expect(200, self.service.ask("GET", "/health/live"))
            self.expect(200, self.service.ask("GET", "/metrics"))
        finally:
            self.postgres.start()
        self.until(lambda: self.service.ask("GET", "/health/ready").status == 200, "ready again")
        path = f"{API}/experiments/{made['id']}/assign"
        self.until(lambda: self.service.ask("POST", path, {"user_id": "new"}).status == 200, "assigns again")
        self.assertEqual(self.assign(made, "known"), known)
        self.track(made, "known", "click")
        self.assertEqual(self.stats(made)["total_conversions"], 1)


if __name__ == "__main__":
    main()
