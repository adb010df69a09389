# SPDX-License-Identifier: Apache-2.0
"""Experiments as OpenFeature's flags (OFREP 0.3.0), and the streams that tell of changes."""
import http.client
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, PATIENCE, Case, Service, main, quick_start_body  # noqa: E402

FLAGS = "/ofrep/v1/evaluate/flags"


class Stream:
    """A stream of server-sent events."""

    def __init__(self, service, path, **headers):
        self.connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=PATIENCE)
        self.connection.request("GET", path, headers={"Accept": "text/event-stream", "Authorization": f"Bearer {ADMIN}",
                                                      **headers})
        self.answer = self.connection.getresponse()

    def next(self):
        """The next event as {field: value}; None at the end."""
        event = {}
        while True:
            line = self.answer.readline().decode()
            if not line:
                return None
            if line == "\n" and "data" in event:
                return event
            name, _, value = line.rstrip("\n").partition(": ")
            if name:
                event[name] = value

    def close(self):
        self.connection.close()


class Flags(Case):
    def evaluate(self, key, user, status=200, **context):
        body = {"context": {"targetingKey": user, **context}}
        return self.expect(status, self.service.admin("POST", f"{FLAGS}/{key}", body)).json

    def bulk(self, user, **context):
        answer = self.service.admin("POST", FLAGS, {"context": {"targetingKey": user, **context}})
        return {flag["key"]: flag for flag in self.expect(200, answer).json["flags"]}

    def assigned(self, experiment):
        return {row["user_id"] for row in
                self.get(f"/experiments/{experiment['id']}/assignments?limit=1000").json["assignments"]}

    def test_one_flag_enrols_and_agrees_with_assign(self):
        made = self.made()
        for i in range(20):
            flag = self.evaluate(made["key"], f"u{i}", country="NP")
            self.assertEqual(flag, {"key": made["key"], "value": flag["variant"], "variant": flag["variant"],
                                    "reason": "SPLIT",
                                    "metadata": {"experiment": made["key"], "experimentId": made["id"]}})
            self.assertEqual(self.assign(made, f"u{i}")["variant"], flag["variant"])
        self.assertEqual(self.assigned(made), {f"u{i}" for i in range(20)})

    def test_a_stream_is_given_to_whom_it_is_as_welcome(self):
        for accept, streams in (("text/event-stream", True), ("Text/Event-Stream;q=0.5, */*;q=0.1", True),
                                ("application/json, text/event-stream;q=0", False), ("*/*", False)):
            stream = Stream(self.service, "/ofrep/v1/stream", Accept=accept)
            self.assertEqual(stream.answer.headers["Content-Type"].startswith("text/event-stream"), streams, accept)
            stream.close()

    def test_all_flags_enrol_nobody(self):
        made = self.made()
        told = {f"u{i}": self.bulk(f"u{i}")[made["key"]] for i in range(20)}
        self.assertEqual(self.assigned(made), set())
        for user, flag in told.items():
            self.assertEqual(flag, self.evaluate(made["key"], user))
            self.assertEqual(flag, self.bulk(user)[made["key"]])

    def test_the_value_may_be_the_configuration(self):
        made = self.made(flag_value="config")
        flags = [self.evaluate(made["key"], f"u{i}") for i in range(20)]
        self.assertEqual({json.dumps(f["value"]) for f in flags}, {"{}", '{"layout": "v2"}'})
        for flag in flags:
            self.assertEqual(flag["value"], {} if flag["variant"] == "control" else {"layout": "v2"})
        self.post(f"/experiments/{made['id']}/pause")
        changed = self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"flag_value": "variant"})
        self.expect(409, changed)

    def test_states(self):
        made = self.made(start=False)
        missing = {"key": made["key"], "errorCode": "FLAG_NOT_FOUND",
                   "errorDetails": f"Flag '{made['key']}' was not found"}
        self.assertEqual(self.evaluate(made["key"], "u", 404), missing)
        self.assertNotIn(made["key"], self.bulk("u"))
        self.move(made, "start")
        was = self.evaluate(made["key"], "known")
        for step in ("pause", "resume", "stop", "archive"):
            self.move(made, step)
            self.assertEqual(self.evaluate(made["key"], "known"), was)
            self.assertEqual(self.bulk("known")[made["key"]], was)
            if step != "resume":
                flag = self.evaluate(made["key"], "new")
                self.assertEqual((flag["value"], flag["variant"], flag["reason"]), ("control", "control", "DISABLED"))
                self.assertEqual(self.bulk("new")[made["key"]], flag)

    def test_outside_of_the_traffic(self):
        made = self.made(traffic_allocation=0)
        flag = self.evaluate(made["key"], "u")
        self.assertEqual((flag["value"], flag["reason"]), ("control", "STATIC"))
        self.assertEqual(self.bulk("u")[made["key"]], flag)
        self.assertEqual(self.assigned(made), set())

    def test_a_change_of_the_split_moves_nobody(self):
        made = self.made()
        was = {f"u{i}": self.evaluate(made["key"], f"u{i}") for i in range(20)}
        shares = [{**v, "allocation": a} for v, a in zip(made["variants"], (0.01, 0.99))]
        self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"variants": shares}))
        with Service(self.service.environment["DATABASE_URL"]) if self.postgres else self.service_itself() as other:
            for user, flag in was.items():
                body = {"context": {"targetingKey": user}}
                flags = other.admin("POST", FLAGS, body).json["flags"]
                self.assertIn(flag, flags)

    def service_itself(self):
        class Itself:
            def __enter__(_):
                return self.service

            def __exit__(_, *__):
                pass
        return Itself()

    def test_tags_are_of_the_result(self):
        made = self.made()
        ask = lambda user, tag=None: self.service.admin(  # noqa: E731
            "POST", FLAGS + "?flagConfigEtag=%22v2%22&flagConfigLastModified=1", {"context": {"targetingKey": user}},
            headers={"If-None-Match": tag} if tag else {})
        variants = {user: self.bulk(user)[made["key"]]["variant"] for user in (f"u{i}" for i in range(30))}
        one = next(u for u, v in variants.items() if v == "control")
        other = next(u for u, v in variants.items() if v != "control")
        first = self.expect(200, ask(one))
        again = self.expect(304, ask(one, first.headers["ETag"]))
        self.assertEqual((again.body, again.headers["ETag"]), (b"", first.headers["ETag"]))
        self.expect(200, ask(other, first.headers["ETag"]))
        self.move(made, "stop")
        self.expect(200, ask(one, first.headers["ETag"]))
        self.assertEqual(first.json["eventStreams"], [{"type": "sse", "endpoint": {"requestUri": "/ofrep/v1/stream"},
                                                       "inactivityDelaySec": 120}])

    def test_no_stream_is_offered_where_browsers_could_not_open_it(self):
        with Service(XP_ANONYMOUS="") as service:
            key = service.admin("POST", API + "/keys", {"name": "web", "role": "client"}).json["key"]
            answer = service.ask("POST", FLAGS, {"context": {"targetingKey": "u"}}, token=key)
            self.assertEqual((answer.status, answer.json), (200, {"flags": [], "eventStreams": []}))

    def test_wrong_requests(self):
        made = self.made()
        for path, key in ((FLAGS, {}), (f"{FLAGS}/{made['key']}", {"key": made["key"]})):
            for body, code in ((b"{", "PARSE_ERROR"), (b"[]", "PARSE_ERROR"), ({}, "INVALID_CONTEXT"),
                               ({"context": 7}, "INVALID_CONTEXT"), ({"context": {}}, "TARGETING_KEY_MISSING"),
                               ({"context": {"targetingKey": ""}}, "TARGETING_KEY_MISSING"),
                               ({"context": {"targetingKey": None}}, "TARGETING_KEY_MISSING"),
                               ({"context": {"targetingKey": 7}}, "INVALID_CONTEXT"),
                               ({"context": {"targetingKey": "a\nb"}}, "INVALID_CONTEXT")):
                answer = self.expect(400, self.service.admin("POST", path, body)).json
                details = answer.pop("errorDetails")
                self.assertTrue(details)
                self.assertNotIn("user_id", details)  # OpenFeature calls it otherwise
                self.assertEqual(answer, {**key, "errorCode": code}, body)
        self.expect(401, self.service.ask("POST", FLAGS, {"context": {"targetingKey": "u"}}))

    def test_a_client_sees_its_own(self):
        key = self.post("/keys", {"name": "app", "role": "client", "environment": "staging"}, 201).json["key"]
        production, staging = self.made("One"), self.made("Two", environment="staging")
        ask = lambda path: self.service.ask("POST", path, {"context": {"targetingKey": "u"}}, token=key)  # noqa: E731
        self.expect(404, ask(f"{FLAGS}/{production['key']}"))
        self.expect(200, ask(f"{FLAGS}/{staging['key']}"))
        self.assertEqual([f["key"] for f in self.expect(200, ask(FLAGS)).json["flags"]], [staging["key"]])

    def test_changes_are_told(self):
        stream = Stream(self.service, "/ofrep/v1/stream")
        self.addCleanup(stream.close)
        self.assertEqual((stream.answer.status, stream.answer.headers["Content-Type"]), (200, "text/event-stream"))
        self.made()
        event = stream.next()
        data = json.loads(event["data"])
        self.assertEqual((event["event"], data["type"]), ("message", "refetchEvaluation"))
        self.assertEqual(data["etag"], f'"{event["id"]}"')
        self.assertLess(abs(data["lastModified"] - time.time()), 60)

    def test_strangers_leave_room_for_those_with_a_token(self):
        made = self.made()
        streams = []
        self.addCleanup(lambda: [stream.close() for stream in streams])
        for _ in range(501):
            streams.append(Stream(self.service, "/ofrep/v1/stream", Authorization=""))
            if streams[-1].answer.status != 200:
                break
        refused = streams[-1].answer
        self.assertEqual((len(streams), refused.status), (501, 503))
        self.assertIn("without a token", json.loads(refused.read())["detail"])
        for path in ("/ofrep/v1/stream", f"{API}/experiments/{made['id']}/live"):
            streams.append(Stream(self.service, path))
            self.assertEqual(streams[-1].answer.status, 200, path)

    def test_who_comes_back_hears_what_changed_meanwhile(self):
        """Over and over: the revision is the event's id, which clients send back as Last-Event-ID."""
        known = self.service.ask("GET", "/ofrep/v1/stream").json["revision"]
        for _ in range(3):
            self.made()
            stream = Stream(self.service, "/ofrep/v1/stream", **{"Last-Event-ID": known})
            event = stream.next()
            stream.close()
            self.assertEqual(json.loads(event["data"])["type"], "refetchEvaluation")
            self.assertNotEqual(event["id"], known)
            known = event["id"]
        # Who knows all hears nothing but the next change.
        stream = Stream(self.service, "/ofrep/v1/stream", **{"Last-Event-ID": known})
        self.addCleanup(stream.close)
        self.assertEqual(stream.answer.readline().decode(), f"id: {known}\n")
        self.post("/keys", {"name": "no flag", "role": "client"}, 201)
        self.assertEqual(self.service.ask("GET", "/ofrep/v1/stream").json["revision"], known)
        self.made()
        self.assertNotEqual(stream.next()["id"], known)

    def test_a_holdout_changes_flags(self):
        self.made()
        known = self.service.ask("GET", "/ofrep/v1/stream").json["revision"]
        stream = Stream(self.service, "/ofrep/v1/stream", **{"Last-Event-ID": known})
        self.addCleanup(stream.close)
        told = [known]
        self.post("/holdouts", {"key": "flags", "share": 0.1, "project": "nobody"}, 201)
        told.append(stream.next()["id"])
        self.expect(200, self.service.admin("PUT", API + "/holdouts/flags?project=nobody", {"share": 0.2}))
        told.append(stream.next()["id"])
        self.expect(204, self.service.admin("DELETE", API + "/holdouts/flags?project=nobody"))
        self.assertEqual(stream.next()["id"], known)
        self.assertEqual(len(set(told)), 3)


class Live(Case):
    def test_results_come_as_they_change(self):
        made = self.made()
        path = f"{API}/experiments/{made['id']}/live"
        stream = Stream(self.service, path)
        self.addCleanup(stream.close)
        units = lambda state: sum(v["sample_size"] for v in state["stats"]["variants"])  # noqa: E731
        first = json.loads(stream.next()["data"])
        self.assertEqual((first["status"], units(first)), ("running", 0))
        for i in range(5):
            self.assign(made, f"u{i}")
        event = stream.next()
        while units(json.loads(event["data"])) < 5:  # a round may fall between two of them
            event = stream.next()
        state = self.service.ask("GET", path)
        self.assertEqual(json.loads(event["data"]), state.json)
        self.assertEqual(state.headers["ETag"], f'"{event["id"]}"')
        self.expect(304, self.service.ask("GET", path, headers={"If-None-Match": state.headers["ETag"]}))
        self.move(made, "stop")
        while json.loads(event["data"])["status"] != "stopped":
            event = stream.next()

    def test_streams_end_with_the_service(self):
        with Service(self.new_database()) as service:
            made = service.admin("POST", API + "/experiments", quick_start_body()).json
            streams = [Stream(service, "/ofrep/v1/stream"), Stream(service, f"{API}/experiments/{made['id']}/live")]
            started = time.monotonic()
            self.assertEqual(service.stop(), 0)
            self.assertLess(time.monotonic() - started, 5)
            for stream in streams:
                while stream.next():
                    pass
                stream.close()


class LiveWhileTheDatabaseIsSlow(Case):
    def test_what_waits_for_a_table_is_asked_for_once(self):
        """Asked for anew every half second or two, or for all experiments at once, it would soon have all the threads
        that serve lists and reports."""
        if not self.postgres:
            return  # on SQLite no table is locked for others who read
        for _ in range(4):  # more than there are threads
            stream = Stream(self.service, f"{API}/experiments/{self.made()['id']}/live")
            self.addCleanup(stream.close)
            stream.next()
        for table, seconds in (("moments", 8), ("identities", 3)):
            url = self.service.environment["DATABASE_URL"]
            holder = subprocess.Popen([self.postgres.programs / "psql", "-Xq", url], stdin=subprocess.PIPE, text=True)
            with holder:
                holder.stdin.write(f"BEGIN;\nLOCK TABLE {table} IN ACCESS EXCLUSIVE MODE;\n")
                holder.stdin.flush()
                time.sleep(seconds)  # for as many rounds as there are threads, and one more
                with ThreadPoolExecutor(1) as pool:
                    answer = pool.submit(self.get, "/audit?limit=1")
                    try:
                        answer.result(10)
                    finally:
                        holder.stdin.close()  # and its transaction ends


if __name__ == "__main__":
    main()
