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


if __name__ == "__main__":
    main()
