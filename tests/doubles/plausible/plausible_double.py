# SPDX-License-Identifier: Apache-2.0
"""plausible-double: keeps the rules of Plausible's events API and Stats API v2 as documented; it is not Plausible.

Events: 202 whatever becomes of one; `x-plausible-dropped` tells of robots, private addresses and unknown sites; props are
pruned (30 pairs, names of 300 and values of 2,000 characters, scalars only); a visitor is a hash of day, site, address
and agent; what was accepted is visible after `delay` seconds. Stats: a Bearer key, 600 questions an hour, only the
filters and dimensions that exist, goals that were made before, positional rows, `(none)` for a missing property.
"""
import hashlib
import ipaddress
import json
import re
import secrets
import threading
import time
import urllib.parse
from collections import defaultdict
from datetime import date, datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOTS = re.compile(r"bot|crawl|spider|headless|curl/|python-urllib|python-requests", re.I)
MOST_AN_HOUR = 600
METRICS = {"visitors", "visits", "pageviews", "views_per_visit", "bounce_rate", "visit_duration", "events",
           "scroll_depth", "percentage", "conversion_rate", "group_conversion_rate", "average_revenue",
           "total_revenue", "time_on_page"}
RANGES = {"day", "24h", "7d", "28d", "30d", "91d", "month", "6mo", "12mo", "year", "all"}


def pruned(props):
    kept = {}
    for name, value in list(props.items())[:30]:
        if isinstance(value, (bool, int, float)) or (isinstance(value, str) and value):
            text = str(value).lower() if isinstance(value, bool) else str(value)
            if len(name) <= 300 and len(text) <= 2000:
                kept[name] = text
    return kept


class Refused(Exception):
    def __init__(self, status, error):
        super().__init__(error)
        self.status, self.body = status, {"error": error}


class PlausibleDouble:
    def __init__(self, domain, goals=(), key="a-stats-key", port=0, delay=2.0):
        self.domain, self.goals, self.key, self.delay = domain, set(goals), key, delay
        self.salt = secrets.token_bytes(16)
        self.events, self.dropped, self.asked, self.received = [], 0, [], 0
        self.broken = False  # answers 503 to events
        self.lock = threading.Lock()
        double = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                path = urllib.parse.urlsplit(self.path).path
                with double.lock:
                    if path == "/api/event":
                        return self.say(*double.take(self.headers, self.client_address[0], body))
                    if path == "/api/v2/query":
                        return self.say(*double.query(self.headers, body))
                return self.say(404, {"error": "Not found"})

            do_GET = do_PUT = lambda self: self.say(404, {"error": "Not found"})  # the Sites API is not in the open edition

            def say(self, status, said, headers=()):
                text = said.encode() if isinstance(said, str) else json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "text/plain" if isinstance(said, str) else "application/json")
                for name, value in dict(headers).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    # Events

    def take(self, headers, peer, body):
        self.received += 1
        if self.broken:
            return 503, "unavailable"
        try:
            event = json.loads(body)
            assert isinstance(event, dict)
        except (ValueError, AssertionError):
            return 400, {"errors": {"request": "Unable to parse request body as json"}}
        errors = {}
        for name, short in (("name", "n"), ("domain", "d"), ("url", "u")):
            value = event.get(name) or event.get(short)
            if not isinstance(value, str) or not value:
                errors[name] = ["can't be blank"]
            event[name] = value
        if not errors and len(event["name"]) > 300:
            errors["name"] = ["should be at most 300 character(s)"]
        if not errors:
            url = urllib.parse.urlsplit(event["url"])
            if url.scheme == "data" or not url.hostname:
                errors["url"] = ["must be a valid url"]
            elif len(url.path) > 2000:
                errors["url"] = ["should be at most 2000 character(s)"]
        agent = headers.get("User-Agent")
        if not errors and not agent:
            errors["user_agent"] = ["can't be blank"]
        if errors:
            return 400, {"errors": errors}
        address = self.address_of(headers, peer)
        if headers.get("X-Debug-Request") == "true":
            return 200, address
        props = event.get("props") or event.get("meta") or {}
        public = address and ipaddress.ip_address(address).is_global
        if event["domain"] != self.domain or ROBOTS.search(agent) or not public:
            self.dropped += 1
            return 202, "ok", {"x-plausible-dropped": "1"}
        day = datetime.now(timezone.utc).date()
        visitor = hashlib.sha256(self.salt + f"{day}|{self.domain}|{address}|{agent}".encode()).hexdigest()
        self.events.append({"at": time.time(), "day": day, "name": event["name"], "url": event["url"],
                            "visitor": visitor, "interactive": event.get("interactive", True),
                            "props": pruned(props if isinstance(props, dict) else {}), "sent": event})
        return 202, "ok"

    @staticmethod
    def address_of(headers, peer):
        for text in (headers.get("X-Forwarded-For") or peer).split(","):
            try:
                return str(ipaddress.ip_address(text.strip()))
            except ValueError:
                continue
        return None

    # Stats

    def query(self, headers, body):
        try:
            return 200, self.answer(headers, body)
        except Refused as refused:
            return refused.status, refused.body

    def answer(self, headers, body):
        given = headers.get("Authorization") or ""
        if not given.startswith("Bearer "):
            raise Refused(401, "Missing API key. Please use a valid Plausible API key as a Bearer Token.")
        self.asked = [at for at in self.asked if at > time.time() - 3600] + [time.time()]
        if len(self.asked) > MOST_AN_HOUR:
            raise Refused(429, "Too many API requests. The limit is 600 per hour.")
        try:
            asked = json.loads(body)
        except ValueError:
            raise Refused(400, "Invalid JSON") from None
        if given != f"Bearer {self.key}" or asked.get("site_id") != self.domain:
            raise Refused(401, "Invalid API key or site ID. Please make sure you're using a valid API key with access "
                               "to the site you've requested.")
        self.check(asked)
        begin, end = self.days(asked["date_range"])
        rows = defaultdict(list)
        for event in self.events:
            if event["at"] > time.time() - self.delay or not begin <= event["day"] <= end:
                continue
            if all(self.holds(event, one) for one in asked.get("filters", [])):
                rows[tuple(self.value(event, d) for d in asked.get("dimensions", []))].append(event)
        count = {"events": len, "visitors": lambda found: len({e["visitor"] for e in found})}
        results = [{"metrics": [count[m](found) for m in asked["metrics"]], "dimensions": list(key)}
                   for key, found in rows.items()]
        results.sort(key=lambda row: -row["metrics"][0])
        page = asked.get("pagination", {})
        results = results[page.get("offset", 0):][:page.get("limit", 10_000)]
        meta = {"total_rows": len(rows)} if asked.get("include", {}).get("total_rows") else {}
        return {"results": results, "meta": meta,
                "query": {**asked, "date_range": [f"{begin}T00:00:00+00:00", f"{end}T23:59:59+00:00"]}}

    def check(self, asked):
        known = {"site_id", "metrics", "date_range", "filters", "dimensions", "order_by", "include", "pagination"}
        if set(asked) - known:
            raise Refused(400, f"#: Schema does not allow additional properties: {sorted(set(asked) - known)}")
        metrics = asked.get("metrics")
        if not isinstance(metrics, list) or not metrics or set(metrics) - METRICS:
            raise Refused(400, "#/metrics: Invalid metrics")
        if set(metrics) - {"events", "visitors"}:
            raise Refused(400, "this double counts events and visitors only")
        for one in asked.get("filters", []):
            if not isinstance(one, list) or len(one) < 3 or one[0] not in ("is", "is_not", "contains"):
                raise Refused(400, f"#/filters: Invalid filter {json.dumps(one)}")
            if not isinstance(one[2], list) or not one[2]:
                raise Refused(400, f"#/filters: Invalid filter {json.dumps(one)}")
            if one[1] == "event:goal":
                if one[0] not in ("is", "contains"):
                    raise Refused(400, f"Invalid filters. Operator `{one[0]}` is not allowed for `event:goal`.")
                for goal in one[2] if one[0] == "is" else []:
                    if goal not in self.goals:
                        raise Refused(400, f"Invalid filters. The goal `{goal}` is not configured for this site. Find "
                                           "out how to configure goals here: https://plausible.io/docs/goal-conversions")
        self.days(asked.get("date_range"))

    @staticmethod
    def days(asked):
        if isinstance(asked, list) and len(asked) == 2:
            try:
                return tuple(date.fromisoformat(text[:10]) for text in asked)
            except (TypeError, ValueError):
                pass
        elif asked in RANGES:
            today = datetime.now(timezone.utc).date()
            return (today if asked == "day" else date.min), today
        raise Refused(400, f"#/date_range: Invalid date range {json.dumps(asked)}")

    @staticmethod
    def value(event, dimension):
        if dimension.startswith("event:props:"):
            return event["props"].get(dimension.removeprefix("event:props:"), "(none)")
        if dimension in ("event:goal", "event:name"):
            return event["name"]
        raise Refused(400, f"#/dimensions: Invalid dimension {dimension}")

    def holds(self, event, one):
        operator, dimension, wanted = one[:3]
        value = self.value(event, dimension)
        if operator == "contains":
            return any(text in value for text in wanted)
        return (value in wanted) == (operator == "is")
