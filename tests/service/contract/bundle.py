# SPDX-License-Identifier: Apache-2.0
"""An evidence bundle as it is downloaded, and what `xp-service verify` says of it, untouched and tampered with."""
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, BIN, Case, main  # noqa: E402


class Bundles(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        case = cls("fill")
        cls.experiment = case.fill()
        cls.zip = case.get(f"/experiments/{cls.experiment['id']}/bundle")

    def fill(self):
        made = self.made("Evidence", target_sample_size=200, metrics=[
            {"name": "buy", "role": "primary"}, {"name": "spend", "kind": "sum", "event": "buy"}])
        users = {"users": [{"user_id": f"secret-{i}"} for i in range(600)]}
        answers = self.post(f"/experiments/{made['id']}/assign:batch", users).json["assignments"]
        events = [{"user_id": a["user_id"], "event_name": "buy", "value": 1 + i % 7} for i, a in enumerate(answers)
                  if i % 5 == 0 or (a["variant"] == "new-layout" and i % 3 == 0)]
        self.post(f"/experiments/{made['id']}/track:batch", {"events": events})
        return made

    def comparisons(self, report):
        """What does not change with the moment."""
        return [[(c["treatment"], c["estimate"], c["interval"], c["p_value"]) for c in metric["comparisons"]]
                for metric in report["planned"]["metrics"]]

    def files(self):
        with zipfile.ZipFile(io.BytesIO(self.zip.body)) as opened:
            self.assertIsNone(opened.testzip())
            return {name: opened.read(name) for name in opened.namelist()}

    def verify(self, content):
        path = Path(self.service.folder.name) / "bundle.zip"
        path.write_bytes(content)
        return subprocess.run([str(BIN), "verify", str(path)], env={"LC_ALL": "C.UTF-8"}, capture_output=True,
                              text=True, timeout=60)

    def packed(self, files, method=zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return out.getvalue()

    def test_what_is_in_it(self):
        self.assertEqual(self.zip.headers["Content-Type"], "application/zip")
        self.assertEqual(self.zip.headers["Content-Disposition"],
                         f'attachment; filename="{self.experiment["key"]}-evidence.zip"')
        files = self.files()
        manifest = json.loads(files["manifest.json"])
        report = self.get(f"/experiments/{self.experiment['id']}/report").json
        self.assertEqual(manifest["plan_fingerprint"], report["fingerprint"])
        self.assertEqual(hashlib.sha256(files["plan.json"]).hexdigest(), report["fingerprint"])
        for name, said in manifest["files"].items():
            self.assertEqual((said["sha256"], said["bytes"]),
                             (hashlib.sha256(files[name]).hexdigest(), len(files[name])), name)
        self.assertEqual(set(manifest["files"]) | {"manifest.json"}, set(files))
        self.assertEqual(self.comparisons(json.loads(files["report.json"])), self.comparisons(report))
        self.assertFalse([name for name, content in files.items() if b"secret-" in content])

    def test_nobody_is_named_in_it(self):
        """Whoever may see results may read it: without a token, unless XP_ANONYMOUS says otherwise."""
        people = {"attribute": "id", "operator": "in", "values": ["secret-user"]}
        made = self.made("Named", forced={"secret-user": "new-layout"}, exclude=people,
                         targeting={"not": people})
        self.assertEqual(made["forced"], {"secret-user": "new-layout"})
        for path in ("/sufficient-statistics", "/stats", "/report", "/grafana"):
            answer = self.service.ask("GET", f"{API}/experiments/{made['id']}{path}")
            self.assertEqual(answer.status, 200, answer)
            self.assertNotIn(b"secret-", answer.body, path)
        zip = self.service.ask("GET", f"{API}/experiments/{made['id']}/bundle").body
        with zipfile.ZipFile(io.BytesIO(zip)) as opened:
            self.assertFalse([name for name in opened.namelist() if b"secret-" in opened.read(name)])
        self.assertEqual(self.verify(zip).returncode, 0)

    def test_when_the_traffic_changed(self):
        made = self.made("Ramped", traffic_allocation=0.2)
        for share in (0.5, 1.0):
            self.expect(200, self.service.admin("PATCH", f"{API}/experiments/{made['id']}", {"traffic_allocation": share}))
        zip = self.get(f"/experiments/{made['id']}/bundle").body
        with zipfile.ZipFile(io.BytesIO(zip)) as opened:
            changes = json.loads(opened.read("allocation.json"))["traffic_changes"]
        self.assertEqual([(change["from"], change["to"]) for change in changes], [(0.2, 0.5), (0.5, 1)])
        self.assertEqual(self.verify(zip).returncode, 0)

    def test_it_is_verified(self):
        for content in (self.zip.body, self.packed(self.files()), self.packed(self.files(), zipfile.ZIP_STORED)):
            done = self.verify(content)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("numbers computed again, all are equal", done.stdout)

    def test_a_changed_number_is_pointed_at(self):
        for sealed in (False, True):
            files = self.files()
            report = json.loads(files["report.json"])
            cell = report["planned"]["metrics"][0]["comparisons"][0]
            was, cell["p_value"] = cell["p_value"], cell["p_value"] * 1.001
            files["report.json"] = json.dumps(report).encode()
            if sealed:
                manifest = json.loads(files["manifest.json"])
                manifest["files"]["report.json"]["sha256"] = hashlib.sha256(files["report.json"]).hexdigest()
                files["manifest.json"] = json.dumps(manifest).encode()
            done = self.verify(self.packed(files))
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn("report.json: planned.metrics[0].comparisons[0].p_value says ", done.stderr)
            self.assertIn(f"computed again it is {was}", done.stderr)
            self.assertEqual("its SHA-256 is" in done.stderr, not sealed)

    def test_what_cannot_be_read(self):
        for content, words in ((b"", "too short"), (self.zip.body[:-30], "cut off"),
                               (b"x" * 5000, "its end is missing"),
                               (self.packed({"../evil": b"x"}), "leaves the archive"),
                               (self.packed({"a.txt": b"x"}), "not an evidence bundle"),
                               (self.packed({f"z{i}": bytes(30 << 20) for i in range(9)}), "larger than the 256 MiB")):
            done = self.verify(content)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn(words, done.stderr)
        for arguments, code in (([], 2), (["a", "b"], 2), (["--unknown"], 2), (["/does/not/exist"], 1),
                                (["--help"], 0)):
            done = subprocess.run([str(BIN), "verify", *arguments], capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, code, done)

    def test_a_draft_has_one_too(self):
        draft = self.made("Draft evidence", start=False)
        done = self.verify(self.get(f"/experiments/{draft['id']}/bundle").body)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    main()
