# SPDX-License-Identifier: Apache-2.0
"""Calls every operation of the service's own OpenAPI document, right and wrong, and holds each answer against it.

Fails for a status, content type, header or body that the document does not describe, for a request body that the
service accepts against it, and for an operation, or one of its statuses, that was never seen.
"""
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from calls import Calls  # noqa: E402
from samples import STATISTICS  # noqa: E402
from xpservice import API, Service, quick_start_body  # noqa: E402


class EveryOperation(Calls):
    def test_system(self):
        for name in ("health", "live", "ready", "openapi", "docs"):
            self.call(name, 200, token=None)
        self.call("metrics", 200)
        self.refused("metrics")

    def test_experiments(self):
        answer = self.call("createExperiment", 201, quick_start_body(key="first"))
        experiment = answer.json
        self.assertEqual(answer.headers["Location"], f"{API}/experiments/{experiment['id']}")
        self.call("createExperiment", 201, quick_start_body("All fields", key="all-fields", project="shop",
                  environment="staging", owner="Growth", tags=["q4", "web"], reason="because", hash="sha256_mod10000", metrics=[
                      {"name": "buy", "kind": "sum", "role": "primary", "direction": "decrease", "event": "order",
                       "resolution": 0.01, "window": "7d", "per_unit": False, "cap": 500,
                       "filter": [{"property": "plan", "op": "in", "value": ["pro", "team"]}]},
                      {"name": "rate", "kind": "ratio", "event": "order",
                       "denominator": {"event": "visit", "aggregate": "sum", "resolution": 0.1}},
                      {"name": "back", "kind": "retention", "after": "7d"}, "click"]))
        self.call("createExperiment", 201, {"name": "Least", "metrics": ["a"], "variants": [
            {"name": "a", "allocation": 0.3335}, {"name": "b", "allocation": 0.666}]})
        self.call("createExperiment", 409, quick_start_body(key="first"))
        self.wrong_bodies("createExperiment")
        self.refused("createExperiment", body=quick_start_body())

        tag = self.call("listExperiments", 200, query="?skip=1&limit=2&status=draft&q=a&project=default").headers["ETag"]
        self.call("listExperiments", 304, query="?skip=1&limit=2&status=draft&q=a&project=default",
                  headers={"If-None-Match": tag})
        self.call("listExperiments", 422, query="?limit=0&status=unknown")
        self.assertIn("first", [row[1] for row in self.as_table("listExperiments")])
        self.refused("listExperiments")

        path = {"id": "first"}
        tag = self.call("getExperiment", 200, path=path).headers["ETag"]
        self.call("getExperiment", 304, path=path, headers={"If-None-Match": tag})
        self.call("getExperiment", 404, path={"id": "unknown"})
        self.refused("getExperiment", path=path)
        for name in ("replaceExperiment", "changeExperiment"):
            changed = self.call(name, 200, {"description": f"by {name}", "version": experiment["version"]}, path).json
            self.call(name, 200, {**changed, "target_sample_size": changed["target_sample_size"] + 1}, path)
            experiment = self.call(name, 200, {"hypothesis": f"by {name}"}, path,
                                   headers={"If-Match": f'"{changed["version"] + 1}"'}).json
            self.call(name, 409, {"description": "x", "version": 1}, path)
            self.call(name, 404, {"description": "x"}, {"id": "unknown"})
            self.wrong_bodies(name, path)
            self.refused(name, path, body={"description": "x"}, forbidden="viewer")

    def test_lifecycle(self):
        path = {"id": self.made("Lifecycle", start=False)}
        self.call("stopExperiment", 409, path=path)
        steps = ("start", "pause", "resume", "stop", "archive")
        for step in steps:
            name = step + "Experiment"
            self.wrong_bodies(name, path)
            self.refused(name, path, forbidden="viewer")
            self.call(name, 404, path={"id": "unknown"})
            self.call(name, 200, {"reason": "as planned"}, path)
            self.call(name, 200, path=path)
        draft = {"id": self.made("Impossible", start=False)}
        self.call("lookAnyway", 409, path=draft)
        for step in ("pause", "resume", "archive"):
            self.call(step + "Experiment", 409, path=draft)
        self.call("startExperiment", 409, path=path)

        running = {"id": self.made("Deleted")}
        self.call("deleteExperiment", 409, path=running)
        self.refused("deleteExperiment", running, forbidden="viewer")
        self.call("stopExperiment", 200, path=running)
        for name in ("archiveExperiment", "deleteExperiment"):
            self.call(name, 409, path=running, headers={"If-Match": '"1"'})
            self.call(name, 422, path=running, headers={"If-Match": "one"})
        self.call("deleteExperiment", 204, path=running)
        self.call("deleteExperiment", 404, path=running)

    def test_application(self):
        path = {"id": self.made("Application", metrics=["click", {"name": "spend", "kind": "sum"}])}
        self.call("assign", 200, {"user_id": "u1", "context": {"country": "NP"}}, path)
        self.call("assign", 200, {"user_id": "u1", "context": None}, path)
        self.call("assign", 200, {"country": "NP"}, path, query="?user_id=u2")
        self.call("assign", 200, path=path, query="?user_id=u3")
        self.call("assign", 200, {"user_id": "u1"}, {"id": self.made("Draft", start=False)})
        self.call("assign", 404, {"user_id": "u1"}, {"id": "unknown"})
        self.call("assign", 200, {"user_id": "tester"}, path, query="?qa=new-layout")
        self.call("assign", 409, {"user_id": "u1"}, path, query="?qa=new-layout")
        self.call("assign", 422, {"user_id": "tester"}, path, query="?qa=unknown")
        self.wrong_bodies("assign", path)
        self.refused("assign", path, body={"user_id": "u1"}, forbidden="viewer")
        self.call("assignBatch", 200, {"users": [{"user_id": "u1"}, {"user_id": "u4"}]}, path)
        self.call("assignBatch", 200, {"users": [{"user_id": "u1"}, {"user_id": "u9"}]}, path, query="?peek=true")
        self.call("assignBatch", 404, {"users": []}, {"id": "unknown"})
        answers = self.service.admin("POST", f"{API}/experiments/{path['id']}/assign:batch",
                                     {"users": [{"user_id": "u1"}, {"user_id": ""}, 7]}).json["assignments"]
        self.assertEqual([a.get("ok", True) for a in answers], [True, False, False])
        schema = {"$ref": "#/components/schemas/AssignBatchAnswer"}
        self.assertEqual(self.document.errors({"assignments": answers}, schema), [])
        self.wrong_bodies("assignBatch", path)
        self.refused("assignBatch", path, body={"users": []}, forbidden="viewer")

        self.call("track", 200, {"user_id": "u1", "event_name": "click"}, path)
        full = {"user_id": "u1", "event_name": "spend", "value": 2.5, "event_id": "e1",
                "timestamp": "2026-11-24T09:00:00Z"}
        self.call("track", 200, full, path)
        self.assertEqual(self.call("track", 200, full, path).json["message"], "Event was tracked before")
        self.call("track", 200, path=path, query="?user_id=u1&event_name=click&value=3")
        self.call("track", 409, {"user_id": "nobody", "event_name": "click"}, path)
        self.call("track", 404, {"user_id": "u1", "event_name": "click"}, {"id": "unknown"})
        self.wrong_bodies("track", path)
        self.refused("track", path, body={"user_id": "u1", "event_name": "click"}, forbidden="viewer")
        events = [{"user_id": "u1", "event_name": "click"}, {"user_id": "nobody", "event_name": "click"}]
        results = self.call("trackBatch", 200, {"events": events}, path).json["results"]
        self.assertEqual([r["ok"] for r in results], [True, False])
        self.call("trackBatch", 404, {"events": []}, {"id": "unknown"})
        self.wrong_bodies("trackBatch", path)
        self.refused("trackBatch", path, body={"events": []}, forbidden="viewer")
        self.exposed(path)
        self.recorded()
        self.results(path)
        self.rows(path)

    def exposed(self, path):
        exposure = {"user_id": "u1", "variant": "control", "timestamp": "2026-11-24T09:00:00Z"}
        self.call("expose", 200, exposure, path)
        self.call("expose", 200, {"user_id": "u1"}, path)
        self.call("expose", 409, {"user_id": "nobody"}, path)
        self.call("expose", 404, exposure, {"id": "unknown"})
        self.wrong_bodies("expose", path)
        self.refused("expose", path, body=exposure, forbidden="viewer")
        results = self.call("exposeBatch", 200, {"exposures": [exposure, {"user_id": "nobody"}]}, path).json["results"]
        self.assertEqual([r["ok"] for r in results], [True, False])
        self.call("exposeBatch", 404, {"exposures": []}, {"id": "unknown"})
        self.wrong_bodies("exposeBatch", path)
        self.refused("exposeBatch", path, body={"exposures": []}, forbidden="viewer")

    def test_identities(self):
        ids = {"from": "anonymous", "to": "person"}
        self.assertEqual(self.call("mergeIdentities", 200, {**ids, "project": "default"}).json["message"], "Merged")
        self.assertEqual(self.call("mergeIdentities", 200, ids).json["message"], "Merged before")
        self.call("mergeIdentities", 409, {"from": "person", "to": "anonymous"})
        self.wrong_bodies("mergeIdentities")
        self.refused("mergeIdentities", body=ids, forbidden="viewer")

    def test_features(self):
        made = self.made("Evaluated by others", hash="growthbook_v2", traffic_allocation=0.5, flag_value="config")
        key = self.service.admin("POST", API + "/keys", {"name": "page", "role": "client"}).json["client_key"]
        answer = self.call("features", 200, path={"clientKey": key}, token=None)
        self.assertIn("evaluated-by-others", answer.json["features"])
        self.call("features", 304, path={"clientKey": key}, token=None, headers={"If-None-Match": answer.headers["ETag"]})
        self.call("features", 404, path={"clientKey": "unknown"}, token=None)
        split = [{"name": "control", "allocation": 0.4}, {"name": "new-layout", "allocation": 0.6}]
        self.call("changeExperiment", 409, {"variants": split}, {"id": made})
        self.call("changeExperiment", 200, {"variants": split, "new_phase": True}, {"id": made})

    def recorded(self):
        event = {"user_id": "u1", "event_name": "click", "value": 2, "properties": {"plan": "pro"}, "event_id": "r1",
                 "timestamp": "2026-11-24T09:00:00Z", "project": "default", "environment": "production"}
        self.call("recordEvent", 200, {"user_id": "u1", "event_name": "click"})
        self.call("recordEvent", 200, event)
        self.assertEqual(self.call("recordEvent", 200, event).json["message"], "Event was recorded before")
        self.wrong_bodies("recordEvent")
        self.refused("recordEvent", body=event, forbidden="viewer")
        self.call("recordEvents", 200, {"events": [event, {"user_id": "u1", "event_name": "click"}]})
        answer = self.service.admin("POST", API + "/events:batch", {"events": [event, 7]}).json
        self.assertEqual(self.document.errors(answer, {"$ref": "#/components/schemas/RecordBatchAnswer"}), [])
        self.wrong_bodies("recordEvents")
        self.refused("recordEvents", body={"events": []}, forbidden="viewer")

    def test_catalogue(self):
        body = {"key": "revenue", "kind": "sum", "event": "order", "owner": "Finance", "description": "Net", "cap": 10,
                "direction": "increase", "resolution": 0.01, "window": "7d", "filter": [{"property": "p", "value": 1}]}
        made = self.call("createMetric", 201, body)
        self.call("createMetric", 409, body)
        self.wrong_bodies("createMetric")
        self.refused("createMetric", body=body, forbidden="viewer")
        path = {"key": "revenue"}
        self.call("changeMetric", 200, {**made.json, "cap": 11}, path)
        self.call("changeMetric", 409, {**made.json, "cap": 12, "version": 1}, path)
        self.call("changeMetric", 404, {"kind": "sum"}, {"key": "unknown"})
        self.wrong_bodies("changeMetric", path)
        self.refused("changeMetric", path, body={"kind": "sum"}, forbidden="viewer")
        tag = self.call("listMetrics", 200).headers["ETag"]
        self.call("listMetrics", 304, headers={"If-None-Match": tag})
        self.call("listMetrics", 422, query="?project=no%20key")
        self.refused("listMetrics")
        tag = self.call("readMetric", 200, path=path, query="?version=1").headers["ETag"]
        self.call("readMetric", 304, path=path, query="?version=1", headers={"If-None-Match": tag})
        self.call("readMetric", 404, path={"key": "unknown"})
        self.call("readMetric", 422, path=path, query="?version=x")
        self.refused("readMetric", path)
        self.call("createExperiment", 201, quick_start_body("Refers", metrics=[
            {"metric": "revenue", "role": "primary", "metric_version": 1, "metric_pinned": False}]))

    def test_segments(self):
        country = {"attribute": "country", "operator": "equals", "value": "NP"}
        body = {"name": "nepal", "condition": country, "description": "Home"}
        made = self.call("createSegment", 201, body)
        self.call("createSegment", 409, body)
        self.wrong_bodies("createSegment")
        self.refused("createSegment", body=body, forbidden="viewer")
        path = {"name": "nepal"}
        self.call("changeSegment", 200, {**made.json, "condition": {"not": country}}, path)
        self.call("changeSegment", 409, {**made.json, "condition": country}, path)
        self.call("changeSegment", 404, {"condition": country}, {"name": "unknown"})
        self.wrong_bodies("changeSegment", path)
        self.refused("changeSegment", path, body={"condition": country}, forbidden="viewer")
        tag = self.call("listSegments", 200).headers["ETag"]
        self.call("listSegments", 304, headers={"If-None-Match": tag})
        self.call("listSegments", 422, query="?project=a%20b")
        self.refused("listSegments")
        tag = self.call("readSegment", 200, path=path).headers["ETag"]
        self.call("readSegment", 304, path=path, headers={"If-None-Match": tag})
        self.call("readSegment", 404, path={"name": "unknown"})
        self.call("readSegment", 422, path=path, query="?project=a%20b")
        self.refused("readSegment", path)
        experiment = self.made("Targeted", start=False, targeting={"segment": "nepal"})
        self.refused("deleteSegment", path, forbidden="viewer")
        self.call("deleteSegment", 409, path=path)
        self.call("deleteExperiment", 204, path={"id": experiment})
        self.call("deleteSegment", 409, path=path, headers={"If-Match": '"1"'})
        self.call("deleteSegment", 422, path=path, query="?project=a%20b")
        self.call("deleteSegment", 204, path=path, headers={"If-Match": tag})
        self.call("deleteSegment", 404, path=path)

    def test_holdouts_and_layers(self):
        body = {"key": "global", "share": 0.05, "seed": "s", "description": "A quarter's"}
        where = "?project=held"
        made = self.call("createHoldout", 201, body, query=where)
        self.call("createHoldout", 409, body, query=where)
        self.wrong_bodies("createHoldout")
        self.refused("createHoldout", body=body, forbidden="viewer")
        path = {"key": "global"}
        self.call("changeHoldout", 200, {**made.json, "share": 0.1}, path, where)
        self.call("changeHoldout", 409, {**made.json, "share": 0.2}, path, where)
        self.call("changeHoldout", 404, {"share": 0.1}, {"key": "unknown"})
        self.call("createHoldout", 201, {"key": "global", "share": 0})
        self.wrong_bodies("changeHoldout", path)
        self.call("changeHoldout", 422, {"share": 0.123456}, path)
        self.refused("changeHoldout", path, body={"share": 0}, forbidden="viewer")
        tag = self.call("listHoldouts", 200, query=where).headers["ETag"]
        self.call("listHoldouts", 304, query=where, headers={"If-None-Match": tag})
        self.call("listHoldouts", 422, query="?project=a%20b")
        self.refused("listHoldouts")
        self.refused("deleteHoldout", path, forbidden="viewer")
        self.call("deleteHoldout", 409, path=path, query=where, headers={"If-Match": '"1"'})
        self.call("deleteHoldout", 422, path=path, query="?project=a%20b")
        self.call("deleteHoldout", 204, path=path, query=where, headers={"If-Match": '"2"'})
        self.call("deleteHoldout", 404, path=path, query=where)
        self.made("Sliced", layer={"name": "page", "from": 0.2, "to": 0.5})
        layers = self.call("listLayers", 200)
        self.call("listLayers", 304, headers={"If-None-Match": layers.headers["ETag"]})
        self.call("listLayers", 422, query="?project=a%20b")
        self.refused("listLayers")

    def test_explain(self):
        path = {"id": self.made("Explained", targeting={"attribute": "country", "operator": "exists"})}
        body = {"user_id": "u1", "context": {"country": "NP"}}
        self.call("explain", 200, body, path)
        self.call("explain", 404, body, {"id": "unknown"})
        self.wrong_bodies("explain", path)
        self.refused("explain", path, body=body)

    def test_users(self):
        self.service.admin("POST", API + "/events", {"user_id": "known", "event_name": "click"})
        for name in ("readUser", "eraseUser"):
            self.refused(name, {"id": "known"}, forbidden="editor")
            self.call(name, 200, path={"id": "known"})
            self.call(name, 404, path={"id": "unknown"})

    def results(self, path):
        tag = self.call("stats", 200, path=path).headers["ETag"]
        self.call("stats", 304, path=path, headers={"If-None-Match": tag})
        self.call("stats", 404, path={"id": "unknown"})
        self.call("stats", 200, path={"id": self.made("Empty", start=False)})
        self.refused("stats", path)
        tag = self.call("liveState", 200, path=path).headers["ETag"]
        self.call("liveState", 304, path=path, headers={"If-None-Match": tag})
        self.call("liveState", 404, path={"id": "unknown"})
        self.refused("liveState", path)
        self.call("report", 200, path=path)
        viewed = self.call("report", 200, path=path, query="?method=bayesian&level=0.1&from=2020-01-01&to=2100-01-01")
        self.assertEqual(viewed.json["viewed"]["method"], "bayesian")
        self.assertEqual(self.call("report", 200, path=path, query="?segment=country").json["segments"]["attribute"],
                         "country")
        for query in ("?method=guess", "?level=0", "?from=yesterday", "?segment=", "?from=2026-02-03&to=2026-02-02"):
            self.call("report", 422, path=path, query=query)
        self.call("report", 422, path=path, query="?table=all")
        for table in ("comparisons", "variants", "reasons", "health", "second_opinions", "departures"):
            self.as_table("report", path, f"?table={table}&method=bayesian&")
        self.as_table("stats", path)
        self.as_table("series", path)
        self.as_table("sufficientStatistics", path)
        self.call("report", 404, path={"id": "unknown"})
        self.call("lookAnyway", 200, path=path)
        self.call("lookAnyway", 200, {"reason": "the board meets today"}, path)
        self.call("lookAnyway", 404, path={"id": "unknown"})
        self.wrong_bodies("lookAnyway", path)
        self.refused("lookAnyway", path, forbidden="viewer")
        self.refused("report", path)
        tag = self.call("series", 200, path=path).headers["ETag"]
        self.call("series", 304, path=path, headers={"If-None-Match": tag})
        self.call("series", 404, path={"id": "unknown"})
        self.call("series", 422, path=path, query="?to=tomorrow")
        self.call("grafanaDashboard", 200, path=path)
        self.call("grafanaDashboard", 404, path={"id": "unknown"})
        self.refused("grafanaDashboard", path)
        self.refused("series", path)
        tag = self.call("sufficientStatistics", 200, path=path).headers["ETag"]
        self.call("sufficientStatistics", 304, path=path, headers={"If-None-Match": tag})
        self.call("sufficientStatistics", 404, path={"id": "unknown"})
        self.refused("sufficientStatistics", path)
        self.call("evidenceBundle", 200, path=path)
        self.call("evidenceBundle", 404, path={"id": "unknown"})
        self.refused("evidenceBundle", path)

    def rows(self, path):
        for name, list_name in (("listAssignments", "assignments"), ("listEvents", "events")):
            first = self.call(name, 200, path=path, query="?limit=1").json
            self.assertEqual(len(first[list_name]), 1)
            self.call(name, 200, path=path, query=f"?limit=1&cursor={first['next']}")
            self.call(name, 200, path=path, query="?format=csv")
            self.call(name, 200, path=path, headers={"Accept": "text/csv"})
            self.call(name, 422, path=path, query="?limit=none")
            self.call(name, 404, path={"id": "unknown"})
            self.refused(name, path)

        latest = self.call("latestEvents", 200, path=path, query="?limit=2")
        times = [event["received_at"] for event in latest.json["events"]]
        self.assertEqual(times, sorted(times, reverse=True))
        self.call("latestEvents", 304, path=path, query="?limit=2", headers={"If-None-Match": latest.headers["ETag"]})
        self.call("latestEvents", 422, path=path, query="?limit=0")
        self.assertGreater(len(self.as_table("latestEvents", path)), 1)
        self.call("latestEvents", 404, path={"id": "unknown"})
        self.refused("latestEvents", path)

    def test_flags(self):
        path = {"key": self.service.admin("GET", f"{API}/experiments/{self.made('A flag')}").json["key"]}
        body = {"context": {"targetingKey": "u1", "country": "NP"}}
        self.call("evaluateFlag", 200, body, path)
        self.call("evaluateFlag", 404, body, {"key": "unknown"})
        tag = self.call("evaluateFlags", 200, body).headers["ETag"]
        self.call("evaluateFlags", 304, body, headers={"If-None-Match": tag})
        for name in ("evaluateFlag", "evaluateFlags"):
            for wrong in (b'{"broken', {}, {"context": {}}, {"context": {"targetingKey": 7}}):
                self.call(name, 400, wrong, path)
            self.call(name, 415, "a=1", path, headers={"Content-Type": "application/x-www-form-urlencoded"})
            self.call(name, 413, b" " * (17 << 20), path)
            self.refused(name, path, body=body, forbidden="viewer")
        tag = self.call("flagStream", 200).headers["ETag"]
        self.call("flagStream", 304, headers={"If-None-Match": tag})
        self.refused("flagStream", forbidden="viewer")

    def test_audit(self):
        path = {"id": self.made("Audited")}
        for name, where in (("listAudit", {}), ("listExperimentAudit", path)):
            page = self.call(name, 200, path=where, query="?limit=1")
            self.call(name, 200, path=where, query=f"?limit=1&cursor={page.json['next']}")
            self.call(name, 422, path=where, query="?limit=0")
            self.assertGreater(len(self.as_table(name, where)), 1)
            self.refused(name, where)
        self.call("listExperimentAudit", 404, path={"id": "unknown"})
        tag = self.call("listExperimentAudit", 200, path=path).headers["ETag"]
        self.call("listExperimentAudit", 304, path=path, headers={"If-None-Match": tag})
        tag = self.call("listAudit", 200, query="?limit=1000").headers["ETag"]
        self.call("listAudit", 304, query="?limit=1000", headers={"If-None-Match": tag})

    def test_notes(self):
        path = {"id": self.made("Noted")}
        self.call("addNote", 201, {"text": "Sale began", "at": "2026-11-24T09:00:00Z"}, path)
        note = self.call("addNote", 201, {"text": "Ship it", "kind": "conclusion"}, path).json
        self.call("addNote", 404, {"text": "x"}, {"id": "unknown"})
        self.wrong_bodies("addNote", path)
        self.refused("addNote", path, body={"text": "x"}, forbidden="viewer")
        listed = self.call("listNotes", 200, path=path)
        self.assertEqual([n["text"] for n in listed.json["notes"]], ["Sale began", "Ship it"])
        self.call("listNotes", 304, path=path, headers={"If-None-Match": listed.headers["ETag"]})
        self.assertEqual(len(self.as_table("listNotes", path)), 3)
        self.call("listNotes", 404, path={"id": "unknown"})
        self.refused("listNotes", path)
        one = {**path, "note": note["id"]}
        self.refused("deleteNote", one, forbidden="viewer")
        self.call("deleteNote", 204, path=one)
        self.call("deleteNote", 404, path=one)
        self.assertEqual(len(self.call("listNotes", 200, path=path).json["notes"]), 1)

    def test_keys(self):
        made = self.call("createKey", 201, {"name": "an application", "role": "client", "project": "default",
                                            "environment": "production", "expires_at": "2099-01-01T00:00:00Z"})
        self.assertEqual(made.headers["Location"], f"{API}/keys/{made.json['id']}")
        self.call("createKey", 201, {"name": "a person", "role": "editor"})
        self.wrong_bodies("createKey")
        self.refused("createKey", body={"name": "x", "role": "admin"}, forbidden="editor")
        listed = self.call("listKeys", 200)
        self.assertNotIn(made.json["key"], listed.body.decode())
        self.call("listKeys", 304, headers={"If-None-Match": listed.headers["ETag"]})
        self.as_table("listKeys")
        self.refused("listKeys", forbidden="editor")
        path = {"id": made.json["id"]}
        self.refused("revokeKey", path, forbidden="editor")
        self.call("revokeKey", 204, path=path)
        self.call("revokeKey", 404, path={"id": "unknown"})

    def test_webhooks(self):
        body = {"url": "http://127.0.0.1:9/nobody", "events": ["stop"], "description": "chat", "project": "webhooks"}
        made = self.call("createWebhook", 201, body)
        self.assertEqual(made.headers["Location"], f"{API}/webhooks/{made.json['id']}")
        for wrong in ({**body, "url": "ftp://files.example/"}, {**body, "events": ["pause"]}, {**body, "events": []},
                      {**body, "secret": "short"}):
            self.call("createWebhook", 422, wrong)
        self.wrong_bodies("createWebhook")
        self.refused("createWebhook", body=body, forbidden="viewer")
        listed = self.call("listWebhooks", 200)
        self.assertNotIn(made.json["secret"], listed.body.decode())
        self.refused("listWebhooks", forbidden="viewer")
        path = {"id": made.json["id"]}
        self.call("getWebhook", 200, path=path)
        self.refused("getWebhook", path, forbidden="viewer")
        self.call("changeWebhook", 200, {"description": "another", "enabled": True}, path)
        self.wrong_bodies("changeWebhook", path)
        self.refused("changeWebhook", path, body={"enabled": False}, forbidden="viewer")

        experiment = {"id": self.made("Told", project="webhooks")}
        self.call("stopExperiment", 200, path=experiment)
        sent = self.call("listDeliveries", 200, path=path, query="?limit=1").json["deliveries"]
        self.assertEqual([d["event"] for d in sent], ["stop"])
        self.call("listDeliveries", 200, path=path, query="?state=dead&cursor=0")
        self.call("listDeliveries", 422, path=path, query="?state=lost")
        self.refused("listDeliveries", path, forbidden="viewer")
        one = {**path, "delivery": sent[0]["id"]}
        self.refused("redeliver", one, forbidden="viewer")
        self.call("redeliver", 404, path={**path, "delivery": "unknown"})
        until = time.monotonic() + 60
        while self.call("listDeliveries", 200, path=path).json["deliveries"][0]["state"] != "dead":
            self.assertLess(time.monotonic(), until)
            time.sleep(0.2)
        self.call("redeliver", 202, path=one)
        self.refused("deleteWebhook", path, forbidden="viewer")
        self.call("deleteWebhook", 204, path=path)
        for name in ("getWebhook", "deleteWebhook", "listDeliveries"):
            self.call(name, 404, path=path)
        self.call("changeWebhook", 404, {"enabled": True}, path)

    def test_unleash(self):
        self.call("unleashWebhook", 404, {"type": "feature-updated"}, token=None)
        with Service(UNLEASH_URL="http://127.0.0.1:9/api", UNLEASH_TOKEN="x",
                     UNLEASH_COPY="/dev/null") as service:
            kept, type(self).service = self.service, service
            self.call("unleashWebhook", 202, {"type": "feature-updated"}, token=None)
            type(self).service = kept
        for wrong, status in ((b"a=1", 415), (b" " * (17 << 20), 413)):
            self.call("unleashWebhook", status, wrong, token=None,
                      headers={"Content-Type": "application/x-www-form-urlencoded"} if status == 415 else None)

    def test_plans(self):
        body = {"metrics": [{"name": "buy", "role": "primary", "baseline": 0.06}], "units_per_day": 5000,
                "plan": {"method": "always_valid", "smallest_effect": 0.05}}
        priced = self.call("evaluatePlan", 200, body).json
        self.assertEqual(priced["binding_metric"], "buy")
        self.assertGreater(priced["units_per_variant"], 10000)
        self.wrong_bodies("evaluatePlan")
        self.refused("evaluatePlan", body=body)
        body = {**body, "runs": 100, "look_every_days": 5,
                "plan": {**body["plan"], "smallest_effect": 0.5, "units_per_variant": 5000}}
        path = {"id": self.call("simulatePlan", 202, body).json["id"]}
        self.wrong_bodies("simulatePlan")
        self.refused("simulatePlan", body=body)
        until = time.monotonic() + 60
        while self.call("getJob", 200, path=path).json["status"] != "done":
            self.assertLess(time.monotonic(), until)
            time.sleep(0.1)
        for name in ("getJob", "cancelJob"):
            self.refused(name, path)
            self.call(name, 200, path=path)
            self.call(name, 404, path={"id": "unknown"})

    def test_statistics(self):
        _, _, operation = self.document.operations["statistics"]
        self.assertEqual(set(STATISTICS), set(operation["x-functions"]))
        for function, body in STATISTICS.items():
            with self.subTest(function):
                described = operation["x-functions"][function]
                answer = self.call("statistics", 200, body, {"function": function})
                self.assertEqual(self.document.errors(body, {"$ref": described["input"]}), [])
                self.assertEqual(self.document.errors(answer.json, {"$ref": described["output"]}), [])
        self.call("statistics", 404, {}, {"function": "unknown"})
        self.wrong_bodies("statistics", {"function": "welch_t_test"})
        self.refused("statistics", {"function": "mixture_sprt"}, body=STATISTICS["mixture_sprt"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
