# SPDX-License-Identifier: Apache-2.0
"""clients/python against the real service, and while it is away."""
import http.server
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests" / "service"))
sys.path.insert(0, str(SOURCE / "clients" / "python"))
from experimentation import Client, ServiceError  # noqa: E402
from xpservice import API, PATIENCE, Case, Service, free_port, main, quick_start_body  # noqa: E402


class PythonClient(Case):
    def client(self, **options):
        client = Client(f"http://127.0.0.1:{self.service.port}", **options)
        self.addCleanup(client.close)
        return client

    def test_variants_and_events(self):
        made = self.made()
        client = self.client(flush_interval=0.05, batch_size=7)
        for i in range(20):
            assignment = client.get_variant(made["key"], f"u{i}", {"country": "NP"})
            self.assertEqual(assignment.variant, self.assign(made, f"u{i}")["variant"])
            self.assertEqual(assignment.config, {"layout": "v2"} if assignment.variant == "new-layout" else {})
            client.track(made["key"], f"u{i}", "click", value=2)
        until = time.monotonic() + PATIENCE
        while client.pending and time.monotonic() < until:
            time.sleep(0.02)
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/events").json["events"]), 20)

    def test_the_fallback(self):
        errors = []
        client = Client(f"http://127.0.0.1:{free_port()}", on_error=errors.append, retry_delay=0.01)
        assignment = client.get_variant("any", "u", fallback="control")
        self.assertEqual((assignment.variant, assignment.in_experiment), ("control", False))
        self.assertIsInstance(assignment.error, OSError)
        client.track("any", "u", "click")
        self.assertFalse(client.close())
        self.assertEqual(client.pending, 1)
        unknown = self.client().get_variant("unknown", "u", fallback="control")
        self.assertEqual((unknown.variant, unknown.error.status), ("control", 404))

    def test_events_wait_until_the_service_is_there_and_count_once(self):
        port = free_port()
        with Service(PORT=str(port)) as service:
            made = service.admin("POST", API + "/experiments", quick_start_body()).json
            service.admin("POST", f"{API}/experiments/{made['id']}/start")
            service.admin("POST", f"{API}/experiments/{made['id']}/assign", {"user_id": "u"})
            service.stop()
            client = Client(f"http://127.0.0.1:{port}", flush_interval=0.01, retry_delay=0.01, max_retry_delay=0.1)
            for _ in range(3):
                client.track(made["key"], "u", "click")
            time.sleep(0.2)
            self.assertEqual(client.pending, 3)
            service.start()
            client.track(made["key"], "u", "click")
            self.assertTrue(client.close())
            events = service.admin("GET", f"{API}/experiments/{made['id']}/events").json["events"]
            self.assertEqual((len(events), len({e["event_id"] for e in events})), (4, 4))

    def test_what_no_service_answers(self):
        """Something between that answers in its place, and cuts an answer short: nothing is raised, nothing lost."""
        answers = [b'{"login": "please"}', b"<html>", b'{"results": [{', None]

        class Portal(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = answers[0] if len(answers) == 1 else answers.pop(0)
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(200)
                self.send_header("Content-Length", "1000" if body is None else str(len(body)))
                self.end_headers()
                self.wfile.write(body or b"{")

            def log_message(self, *_):
                pass

        portal = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
        self.addCleanup(portal.server_close)
        threading.Thread(target=portal.serve_forever, daemon=True).start()
        self.addCleanup(portal.shutdown)
        errors = []
        client = Client(f"http://127.0.0.1:{portal.server_address[1]}", on_error=errors.append, flush_interval=0.01,
                        retry_delay=0.01, max_retry_delay=0.02)
        for _ in range(len(answers)):
            assignment = client.get_variant("any", "u", fallback="control")
            self.assertEqual((assignment.variant, assignment.in_experiment), ("control", False))
            self.assertIsNotNone(assignment.error)
        client.track("any", "u", "click")
        until = time.monotonic() + PATIENCE
        while len(errors) < 8 and time.monotonic() < until:  # the thread goes on trying
            time.sleep(0.01)
        self.assertGreaterEqual(len(errors), 8)
        self.assertFalse(client.close())
        self.assertEqual(client.pending, 1)

    def test_what_is_known_has_a_bound(self):
        made = self.made()
        client = self.client(max_known=2)
        asked, post = [], client._post
        client._post = lambda path, body: asked.append(body["user_id"]) or post(path, body)
        for user in ("a", "b", "b", "a", "c", "b", "a"):
            client.get_variant(made["key"], user)
        self.assertEqual(asked, ["a", "b", "c", "a"])

    def test_what_is_refused_is_not_repeated(self):
        made, errors = self.made(), []
        client = self.client(on_error=errors.append)
        client.track(made["key"], "nobody", "click")
        client.track("unknown", "nobody", "click")
        self.assertTrue(client.flush())
        self.assertEqual([type(e) for e in errors], [ServiceError, ServiceError])
        self.assertEqual((errors[0].problem["code"], errors[1].status), ("not_assigned", 404))

    def test_the_readme(self):
        text = (SOURCE / "clients" / "python" / "README.md").read_text()
        code = re.search(r"```python\n(.*?)```", text, re.S).group(1)
        made = self.made("Homepage layout")
        code = code.replace("http://127.0.0.1:8000", f"http://127.0.0.1:{self.service.port}").replace(
            "homepage-layout", made["key"])
        run = subprocess.run([sys.executable, "-B", "-c", code], capture_output=True, text=True,
                             env={"PYTHONPATH": str(SOURCE / "clients" / "python")})
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stdout.split()[0], self.assign(made, "user123")["variant"])
        self.assertEqual(len(self.get(f"/experiments/{made['id']}/events").json["events"]), 1)


if __name__ == "__main__":
    main()
