# SPDX-License-Identifier: Apache-2.0
"""Tables as CSV: the same numbers as in JSON, and nothing that a spreadsheet would run."""
import csv
import io
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import PATIENCE, Case, main  # noqa: E402

EVIL = '=HYPERLINK("http://evil.example";"click")'


class Tables(Case):
    def rows(self, path, query=""):
        answer = self.get(f"{path}?format=csv{query}")
        self.assertEqual(answer.headers["Content-Type"], "text/csv; charset=utf-8")
        self.assertTrue(answer.headers["Content-Disposition"].startswith("attachment; filename="))
        return list(csv.DictReader(io.StringIO(answer.body.decode())))

    def test_same_numbers(self):
        made = self.made(metrics=[{"name": "buy", "role": "primary"}, "click"], target_sample_size=100)
        path = f"/experiments/{made['id']}"
        users = {"users": [{"user_id": f"u{i}"} for i in range(400)]}
        answers = self.post(f"{path}/assign:batch", users).json["assignments"]
        events = [{"user_id": a["user_id"], "event_name": "buy"} for i, a in enumerate(answers)
                  if i % 4 == 0 or (a["variant"] == "new-layout" and i % 3 == 0)]
        self.post(f"{path}/track:batch", {"events": events})
        report = self.get(f"{path}/report").json
        row = self.rows(f"{path}/report")[0]
        cell = report["planned"]["metrics"][0]["comparisons"][0]
        self.assertEqual((row["metric"], row["treatment"], row["word"]), ("buy", "new-layout", cell["word"]))
        for name in ("estimate", "lift", "p_value", "adjusted_p_value"):
            self.assertEqual(float(row[name]), cell[name], name)
        self.assertEqual([float(row["lower"]), float(row["upper"])], cell["interval"])
        stats = self.stats(made)
        by_variant = {r["variant"]: r for r in self.rows(f"{path}/stats") if r["metric"] == "buy"}
        for variant in stats["metrics"][0]["variants"]:
            self.assertEqual(int(by_variant[variant["variant"]]["sample_size"]), variant["sample_size"])
        self.assertEqual(float(by_variant["new-layout"]["p_value"]), stats["metrics"][0]["comparisons"][0]["p_value"])
        units = [int(r["units"]) for r in self.rows(f"{path}/sufficient-statistics") if r["metric"] == "(units)"]
        self.assertEqual(sum(units), 400)
        self.assertEqual([r["code"] for r in self.rows(f"{path}/report", "&table=health")],
                         [check["code"] for check in report["health"]])
        self.assertEqual(report["by_age"], None)  # no pass over the units yet
        self.assertEqual(self.rows(f"{path}/report", "&table=by_age"), [])
        self.assertEqual(self.rows(f"{path}/sufficient-statistics", "&table=histograms"), [])
        self.get(f"{path}/sufficient-statistics?table=other", 422)
        until = time.monotonic() + PATIENCE
        while not (series := self.get(f"{path}/series").json):  # which is kept by the way
            self.assertLess(time.monotonic(), until)
            time.sleep(0.1)
        self.assertEqual([r["time"] for r in self.rows(f"{path}/series")], [r["time"] for r in series])

    def test_nothing_runs_in_a_spreadsheet(self):
        made = self.made(EVIL, start=False, owner=EVIL, variants=[
            {"name": "control", "allocation": 0.5}, {"name": "+1+1", "allocation": 0.5}])
        self.post(f"/experiments/{made['id']}/notes", {"text": "@SUM(A1)"}, 201)
        listed = [r for r in self.rows("/experiments") if r["id"] == made["id"]][0]
        self.assertEqual((listed["name"], listed["owner"]), ("'" + EVIL, "'" + EVIL))
        self.assertEqual(self.rows(f"/experiments/{made['id']}/notes")[0]["text"], "'@SUM(A1)")
        self.assertEqual({r["variant"] for r in self.rows(f"/experiments/{made['id']}/stats")}, {"control", "'+1+1"})
        for path in ("/experiments", "/audit", f"/experiments/{made['id']}/audit", f"/experiments/{made['id']}/report"):
            for row in self.rows(path):
                self.assertFalse([v for v in row.values() if v[:1] in ("=", "+", "@")], row)

    def test_a_tag_is_of_its_format(self):
        table = self.get("/experiments?format=csv")
        tag = table.headers["ETag"]
        self.get("/experiments?format=csv", status=304, headers={"If-None-Match": tag})
        self.get("/experiments", status=200, headers={"If-None-Match": tag})
        self.assertEqual(self.get("/experiments", headers={"Accept": "text/csv"}).body, table.body)

    def test_a_table_is_given_to_whom_it_is_as_welcome(self):
        for accept, given in (("text/csv", "text/csv"), ("Text/CSV;q=0.5", "text/csv"), ("text/*", "text/csv"),
                              ("application/json;q=0.5, text/csv", "text/csv"), ("text/csv, */*;q=0.1", "text/csv"),
                              ("application/json, text/csv;q=0", "application/json"),
                              ("text/csv;q=0.5, application/json", "application/json"), ("*/*", "application/json")):
            answer = self.get("/experiments", headers={"Accept": accept})
            self.assertEqual(answer.headers["Content-Type"].split(";")[0], given, accept)


if __name__ == "__main__":
    main()
