# SPDX-License-Identifier: Apache-2.0
"""The JavaScript client, the OpenFeature providers and axios, all real, against the real service."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests" / "service"))
import nodejs  # noqa: E402
from xpservice import ADMIN, API, Case, main  # noqa: E402


class NpmClients(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="xp-npm-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name) / "npm"
        shutil.copytree(SOURCE / "tests" / "clients" / "npm", cls.folder)
        made = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=cls.folder, capture_output=True, text=True)
        if made.returncode:
            raise RuntimeError(made.stdout + made.stderr)
        nodejs.ensure(folder.name)
        shutil.copytree(SOURCE / "clients" / "js", cls.folder / "node_modules" / "experimentation-client")
        cls.url = f"http://127.0.0.1:{cls.service.port}"

    def node(self, *arguments, **environment):
        run = subprocess.run(["node", *arguments], cwd=self.folder, capture_output=True, text=True, timeout=120,
                             env={**os.environ, **environment})
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        return run.stdout

    def events(self, experiment):
        return self.get(f"/experiments/{experiment['id']}/events").json["events"]

    def test_javascript_client(self):
        made = self.made()
        self.node("--test", "jsclient.test.mjs", XP_URL=self.url, XP_EXPERIMENT=made["key"])
        self.assertEqual({e["user_id"] for e in self.events(made)}, {f"js{i}" for i in range(8)})

    def test_its_readme(self):
        made = self.made("Homepage layout")
        text = (SOURCE / "clients" / "js" / "README.md").read_text()
        code = re.search(r"```js\n(.*?)```", text, re.S).group(1)
        code = code.replace("http://127.0.0.1:8000", self.url).replace("homepage-layout", made["key"])
        (self.folder / "readme.mjs").write_text(code)
        self.assertEqual(self.node("readme.mjs").split()[0], self.assign(made, "user123")["variant"])
        self.assertEqual(len(self.events(made)), 1)

    def test_axios_as_before(self):
        made = self.made()
        self.assertEqual(self.node("axios.mjs", self.url, made["id"]).strip(), self.assign(made, "user123")["variant"])
        self.assertEqual([e["event_name"] for e in self.events(made)], ["conversion"])

    def test_openfeature(self):
        made, config = self.made("Checkout button"), self.made("Configured", flag_value="config")
        draft = self.made("Draft", start=False)
        stop = f"{self.url}{API}/experiments/{made['id']}/stop"
        seen = json.loads(self.node("openfeature.mjs", self.url, ADMIN, made["key"], config["key"], draft["key"], stop))
        for user, flag in seen["users"].items():
            variant = self.assign(made, user)["variant"]
            self.assertEqual(flag, {"value": variant, "variant": variant, "reason": "SPLIT",
                                    "flagMetadata": {"experiment": made["key"], "experimentId": made["id"]}})
        for name, code, value in (("unknown", "FLAG_NOT_FOUND", False), ("draft", "FLAG_NOT_FOUND", "off"),
                                  ("type", "TYPE_MISMATCH", False), ("noKey", "TARGETING_KEY_MISSING", "off"),
                                  ("webUnknown", "FLAG_NOT_FOUND", "off"), ("webType", "TYPE_MISMATCH", False)):
            self.assertEqual((seen[name]["errorCode"], seen[name]["value"]), (code, value), name)
        self.assertEqual(seen["config"]["value"], {"layout": "v2"} if seen["config"]["variant"] != "control" else {})
        self.assertEqual(seen["web"]["value"], seen["users"]["u1"]["value"])
        self.assertEqual(seen["webUsers"], {u: seen["users"][u]["value"] for u in ("u2", "u3", "u4", "u5", "u6")})
        self.assertEqual({200, 304} - set(seen["statuses"]), set())
        self.assertEqual((seen["before"]["reason"], seen["after"]["reason"]), ("SPLIT", "DISABLED"))
        self.assertEqual(seen["after"]["value"], "control")
        self.assertEqual(seen["broken"], ["SPLIT", "DISABLED", "SPLIT", "DISABLED"])

    def test_growthbook_tells_its_exposures_as_documented(self):
        made = self.made("snippet", hash="growthbook_v2", exposure="explicit")
        key = self.post("/keys", {"name": "page", "role": "client"}, 201).json["client_key"]
        text = (SOURCE / "docs" / "clients.md").read_text()
        code = re.search(r"```js\n(import { GrowthBook }.*?)```", text, re.S).group(1)
        code = code.replace("http://127.0.0.1:8000", self.url).replace("sdk-of-your-key", key)
        (self.folder / "snippet.mjs").write_text(code.replace("checkout-button", made["key"]) +
                                                 "console.log(variant);\n")
        variant = self.node("snippet.mjs").strip()
        rows = self.get(f"/experiments/{made['id']}/assignments").json["assignments"]
        self.assertEqual([(row["user_id"], row["variant"]) for row in rows], [("user123", variant)])
        self.assertIsNotNone(rows[0]["exposed_at"])
        health = self.get(f"/experiments/{made['id']}/report").json["health"]
        self.assertIn("shown_passed", [check["code"] for check in health])

    def test_growthbook_evaluates_as_we_assign(self):
        users = [f"{('', 'ü', '日本', '🙂', 'ß-é')[n % 5]}user-{n}" for n in range(100000)]
        countries = ["CA" if n % 3 else "GB" for n in range(len(users))]
        three = [{"name": name, "allocation": share} for name, share in (("a", 0.2), ("b", 0.3), ("c", 0.5))]
        made = [self.made("v1", hash="growthbook_v1", traffic_allocation=0.7),
                self.made("v2", hash="growthbook_v2", traffic_allocation=0.45, variants=three),
                self.made("v2 whole", hash="growthbook_v2", targeting={"growthbook": {"country": "CA"}})]
        for other in ({}, {"hash": "growthbook_v2", "targeting": {"attribute": "country", "operator": "equals",
                                                                  "value": "CA"}}):
            self.made(**other)
        key = self.post("/keys", {"name": "web", "role": "client"}, 201).json["client_key"]
        told = json.loads(self.node("growthbook.mjs", self.url, key, str(len(users))))
        self.assertEqual(set(told), {experiment["key"] for experiment in made})
        for experiment in made:
            self.assertEqual(len(told[experiment["key"]]), len(users))
            wrong, path = [], f"/experiments/{experiment['id']}/assign:batch"
            for first in range(0, len(users), 10000):
                batch = [{"user_id": user, "context": {"id": user, "country": country}}
                         for user, country in zip(users[first:first + 10000], countries[first:])]
                answers = self.post(path, {"users": batch}).json["assignments"]
                wrong += [(a["user_id"], a["variant"], t)
                          for a, t in zip(answers, told[experiment["key"]][first:]) if a["variant"] != t]
            self.assertEqual(wrong[:5], [], experiment["name"])
            self.assertGreater(len(set(told[experiment["key"]]) - {None}), 1)


if __name__ == "__main__":
    main()
