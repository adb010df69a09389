# SPDX-License-Identifier: Apache-2.0
"""Texts that want to be more than texts: SQL, header fields, lines of a log, formulas of a spreadsheet, paths."""
import csv
import hashlib
import http.server
import io
import json
import re
import socket
import sys
import tempfile
import threading
import urllib.parse
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, PATIENCE, Case, Service, main  # noqa: E402

SQL = ("'; DROP TABLE experiments; --", "' OR '1'='1", "x\" OR 1=1 --", "1); DELETE FROM assignments; --", "$1", "?",
       "{rows}", ":name", "%s", "\\'; SELECT pg_sleep(20); --", "' UNION SELECT hash FROM keys --")
LINES = ("a\r\nSet-Cookie: stolen=1", "a\nSet-Cookie: stolen=1", "a\rSet-Cookie: stolen=1", "a\u2028b", "a\x00b")
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://evil.example\",\"x\")",
            "=cmd|' /C calc'!A0")


class Logging(Service):
    """Whose first line is in one of two forms."""

    def start(self):
        with mock.patch.object(json, "loads", lambda line: {"port": int(re.search(r"127\.0\.0\.1:(\d+)", line)[1])}):
            return super().start()


def quoted(text):
    return urllib.parse.quote(text, safe="")


class Crafted(Case):
    def raw(self, data):
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=PATIENCE) as connection:
            connection.sendall(data)
            received = b""
            while chunk := connection.recv(65536):
                received += chunk
        return received

    def test_no_text_is_sql(self):
        made = self.made("Whole")
        self.assign(made, "somebody")
        key = self.post("/keys", {"name": "known", "role": "viewer"}, 201).json
        hashed = hashlib.sha256(key["key"].encode()).hexdigest().encode()  # what the database holds of it
        one = f"/experiments/{made['id']}"
        places = ("/experiments?q={}", "/experiments?project={}", "/experiments?environment={}",
                  "/experiments?status={}", "/experiments?skip={}", "/experiments/{}", "/experiments/{}/stats",
                  one + "/assignments?cursor={}", one + "/assignments?limit={}", one + "/events?cursor={}",
                  one + "/report?segment={}", one + "/report?from={}", one + "/series?metric={}", "/users/{}",
                  "/experiments/{}/audit", "/audit?cursor={}", "/metrics/{}", "/metrics/x?version={}", "/segments?project={}", "/keys/{}",
                  "/webhooks/{}", "/jobs/{}")
        for text in SQL:
            for place in places:
                answer = self.service.admin("GET", API + place.format(quoted(text)))
                self.assertIn(answer.status, (200, 400, 404, 405, 422), (place, text, answer))
                self.assertNotIn(hashed, answer.body)
            self.assertEqual(self.get(f"/experiments?q={quoted(text)}").json["experiments"], [], text)
            self.expect(401, self.service.ask("GET", API + "/keys", token=text))
            for path, body in (("/assign", {"user_id": text, "context": {text: text}}),
                               ("/track", {"user_id": text, "event_name": text, "event_id": text,
                                           "properties": {text: text}})):
                self.assertIn(self.service.admin("POST", API + one + path, body).status, (200, 404, 422), text)
            self.assertEqual(self.get("/users/" + quoted(text)).json["user_id"], text)
        self.assertEqual(self.get(one).json["name"], "Whole")
        rows = self.get(one + "/assignments?limit=1000").json["assignments"]
        self.assertEqual(sorted(row["user_id"] for row in rows), sorted({*SQL, "somebody"}))

    def test_no_text_is_a_header(self):
        for text in LINES:
            # Whatever of it goes into a header of the answer (the name of a file, a place, the request's id).
            body = {"name": text, "variants": [{"name": "a", "allocation": 0.5}, {"name": text, "allocation": 0.5}],
                    "metrics": ["click"], "target_sample_size": 100}
            answer = self.service.admin("POST", API + "/experiments", body)
            self.assertIn(answer.status, (201, 422), answer)
            answers = [answer]
            if answer.status == 201:
                path = f"{API}/experiments/{answer.json['id']}"
                answers += [self.service.admin("GET", path + end) for end in (
                    "/assignments?format=csv", "/stats", "/report?format=csv", "/bundle", "/grafana")]
            answers.append(self.service.admin("GET", f"{API}/experiments/{quoted(text)}"))
            answers.append(self.service.ask("GET", "/app/" + quoted(text)))
            for one in answers:
                self.assertNotIn("Set-Cookie", one.headers, text)
                self.assertFalse(any(set("\r\n\0") & set(value) for value in one.headers.values()), one.headers)
        for name in (b"X-Request-Id", b"Origin", b"Accept-Encoding", b"If-None-Match"):
            for end in (b"\rSet-Cookie: stolen=1", b"\nSet-Cookie: stolen=1", b"\r\n Set-Cookie: stolen=1", b"\0"):
                received = self.raw(b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + name + b": x" + end +
                                    b"\r\n\r\n")
                head = received.split(b"\r\n\r\n")[0]
                self.assertNotIn(b"\nSet-Cookie", head.replace(b"\r", b"\n"), (name, end))
        for url in ("http://example.org/\r\nX-Evil: 1", "http://exam\nple.org/", "http://example.org/ HTTP/1.1"):
            self.post("/webhooks", {"url": url, "events": ["stop"]}, 422)

    def test_no_text_is_a_line_of_the_log(self):
        for form in ("json", "text"):
            with Logging(self.new_database(), LOG_FORMAT=form, LOG_LEVEL="debug") as service:
                for text in ("a\nERROR forged entry", "\r\nforged", "\x1b[31mforged", "\u2028forged", "\"}\n{\"forged\": \""):
                    service.ask("GET", API + "/experiments/" + quoted(text))
                    service.ask("GET", f"/{quoted(text)}?{quoted(text)}", token=quoted(text))
                    body = {"name": text, "variants": [{"name": "a", "allocation": 1}], "metrics": ["m"]}
                    service.admin("POST", API + "/experiments", body)
                    service.admin("POST", API + "/keys", {"name": text, "role": text})
                self.assertGreater(len(service.log), 10)
            for line in service.log:
                self.assertFalse(line.lstrip().lower().startswith(("forged", "error forged", "{\"forged")), line)
                self.assertNotIn("\x1b", line)
                if form == "json":
                    self.assertIn("event", json.loads(line))

    def test_no_cell_is_a_formula(self):
        made = self.made()
        path = f"/experiments/{made['id']}"
        for text in FORMULAS:
            self.assign(made, text, context={text: text})
            self.track(made, text, "click", event_id=text, properties={text: text})
        for what in ("assignments", "events"):
            table = self.get(f"{path}/{what}?format=csv").body.decode()
            rows = list(csv.reader(io.StringIO(table, newline="")))
            self.assertEqual(len(rows), len(FORMULAS) + 1)
            for row in rows:
                for cell in row:
                    self.assertFalse(cell[:1] in "=+@\t\r" and cell, cell)
                    if cell.startswith("-"):
                        float(cell)
            self.assertEqual({row[rows[0].index("user_id")] for row in rows[1:]}, {"'" + text for text in FORMULAS})

    def test_no_path_leads_out(self):
        secret = Path(self.service.folder.name, "secret.txt")
        secret.write_text("not for everybody")
        Path(self.service.folder.name, "app").mkdir(exist_ok=True)
        folder = Path(self.service.folder.name, "app")
        (folder / "index.html").write_text("<p>page</p>")
        (folder / "link.txt").symlink_to(secret)
        (folder / "up").symlink_to(folder.parent)
        with Service(self.new_database(), APP_DIR=str(folder)) as service:
            self.assertEqual(service.ask("GET", "/app/").status, 200)
            for path in ("../secret.txt", "..%2fsecret.txt", "%2e%2e%2fsecret.txt", "%252e%252e/secret.txt",
                         "..%5csecret.txt", "....//secret.txt", "./../secret.txt", "up/secret.txt", "up%2fsecret.txt",
                         "link.txt", "%c0%ae%c0%ae/secret.txt", "..;/secret.txt", "index.html/../../secret.txt",
                         str(secret), quoted(str(secret)), "file://" + str(secret)):
                with socket.create_connection(("127.0.0.1", service.port), timeout=PATIENCE) as connection:
                    connection.sendall(f"GET /app/{path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
                    received = b""
                    while chunk := connection.recv(65536):
                        received += chunk
                self.assertNotIn(b"not for everybody", received, path)
                self.assertIn(int(received.split()[1]), (400, 404), path)


class Quiet(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Reaching(Case):
    environment = {"XP_WEBHOOK_ALLOW_PRIVATE": "yes", "XP_WEBHOOK_RETRY": "0"}

    def serving(self, handler):
        """The port of a peer that answers until the test ends."""
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server.server_port

    def test_a_webhook_is_not_led_elsewhere(self):
        """Redirects are not followed: the receiver cannot choose what the service reaches."""
        reached = []

        class Redirecting(Quiet):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                reached.append(self.path)
                self.send_response(307)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_POST

        port = self.serving(Redirecting)
        hook = self.post("/webhooks", {"url": f"http://127.0.0.1:{port}/here", "events": ["start"]}, 201).json
        self.made("Told of")
        for _ in range(PATIENCE * 10):
            told = self.get(f"/webhooks/{hook['id']}/deliveries").json["deliveries"]
            if told and told[0]["attempts"] > 1:
                break
            threading.Event().wait(0.1)
        self.assertGreater(len(reached), 1)
        self.assertEqual(set(reached), {"/here"})
        self.assertEqual(self.service.ask("GET", API + "/keys", token=ADMIN).status, 200)

    def test_an_answer_that_nests_without_end(self):
        """A peer cannot end the service: half a million levels are more than a thread's stack."""
        class Deep(Quiet):
            def do_GET(self):
                body = b'{"version": 2, "features": [' + b"[" * 500_000 + b"]" * 500_000 + b'], "segments": []}'
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        port = self.serving(Deep)
        with tempfile.TemporaryDirectory() as folder, \
                Service(UNLEASH_URL=f"http://127.0.0.1:{port}/api", UNLEASH_TOKEN="t",
                        UNLEASH_COPY=folder + "/flags.json") as service:
            for _ in range(PATIENCE * 10):
                if "holds no features" in "".join(service.log) or service.process.poll() is not None:
                    break
                threading.Event().wait(0.1)
            self.assertIn("holds no features", "".join(service.log))
            self.assertEqual(service.ask("GET", "/health").status, 200)


if __name__ == "__main__":
    main()
