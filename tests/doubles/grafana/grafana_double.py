# SPDX-License-Identifier: Apache-2.0
"""grafana-double: keeps the rules of Grafana's annotations API as its documentation gives them; it is not Grafana.

`POST /api/annotations` with a service account's token (401 without), a JSON body, a text (400 without), times in
milliseconds; `GET /api/annotations?from=&to=&tags=` finds by time and by all tags, newest first; `DELETE` by id.
"""
import json
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class GrafanaDouble:
    def __init__(self, token, port=0):
        self.token = token
        self.annotations = []
        self.lock = threading.Lock()
        double = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                double.answer(self, double.add)

            def do_GET(self):
                double.answer(self, double.find)

            def do_DELETE(self):
                double.answer(self, double.remove)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self.server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, request, work):
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            status, said = 401, {"message": "Invalid API key", "messageId": "api-key.invalid", "statusCode": 401}
        else:
            with self.lock:
                status, said = work(request, urllib.parse.urlsplit(request.path), body)
        text = json.dumps(said).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json; charset=UTF-8")
        request.send_header("Content-Length", str(len(text)))
        request.end_headers()
        request.wfile.write(text)

    def add(self, request, url, body):
        if url.path != "/api/annotations":
            return 404, {"message": "Not found"}
        if request.headers.get_content_type() != "application/json":
            return 400, {"message": "bad request data"}
        try:
            given = json.loads(body)
        except ValueError:
            return 400, {"message": "bad request data"}
        if not given.get("text"):
            return 400, {"message": "Failed to save annotation", "error": "text field should not be empty"}
        numbers = [given.get(name, 0) for name in ("time", "timeEnd", "panelId")]
        texts = given.get("tags", []) + [given.get("dashboardUID", "")]
        if not all(type(n) is int for n in numbers) or not all(isinstance(t, str) for t in texts):
            return 400, {"message": "bad request data"}
        at = given.get("time") or int(time.time() * 1000)
        self.annotations.append({"id": len(self.annotations) + 1, "time": at, "timeEnd": given.get("timeEnd") or at,
                                 "tags": given.get("tags", []), "text": given["text"],
                                 "dashboardUID": given.get("dashboardUID", "")})
        return 200, {"message": "Annotation added", "id": len(self.annotations)}

    def find(self, _, url, __):
        asked = urllib.parse.parse_qs(url.query)
        begin, end = (int(asked.get(name, [default])[0]) for name, default in (("from", 0), ("to", 2 ** 62)))
        found = [a for a in self.annotations if a and begin <= a["time"] <= end and
                 set(asked.get("tags", [])) <= set(a["tags"])]
        return 200, sorted(found, key=lambda a: -a["time"])[:int(asked.get("limit", [100])[0])]

    def remove(self, _, url, __):
        number = int(url.path.rsplit("/", 1)[-1])
        if not 0 < number <= len(self.annotations) or self.annotations[number - 1] is None:
            return 404, {"message": "Could not find annotation to update"}
        self.annotations[number - 1] = None
        return 200, {"message": "Annotation deleted"}
