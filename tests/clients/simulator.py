# SPDX-License-Identifier: Apache-2.0
"""The simulator, an application of the C++ client: what it says to have done is what the service counts."""
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "service"))
from xpservice import ADMIN, Case, main  # noqa: E402

SIMULATOR = sys.argv.pop()


class Simulator(Case):
    def simulated(self, *arguments, **environment):
        return subprocess.run([SIMULATOR, "--service", f"http://127.0.0.1:{self.service.port}", *arguments],
                              env={**self.service.environment, "EXPERIMENTATION_TOKEN": ADMIN, **environment},
                              capture_output=True, text=True, timeout=100)

    def test_what_it_sends_is_what_is_counted(self):
        made = self.made("Simulated", metrics=["conversion"], traffic_allocation=0.8)
        done = self.simulated(made["key"], "--visitors", "3500", "--rate", "control=0.1", "--rate", "new-layout=0.3")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        told = json.loads(done.stdout)
        variants = {v["variant"]: v for v in self.stats(made)["metrics"][0]["variants"]}
        self.assertEqual({name: (v["visitors"], v["events"]) for name, v in told.items()},
                         {name: (v["sample_size"], v["conversions"]) for name, v in variants.items()})
        # 2,800 are in, a tenth and three tenths of them convert; six standard deviations.
        self.assertAlmostEqual(sum(v["visitors"] for v in told.values()), 2800, delta=145)
        self.assertAlmostEqual(told["control"]["events"] / told["control"]["visitors"], 0.1, delta=0.05)
        self.assertAlmostEqual(told["new-layout"]["events"] / told["new-layout"]["visitors"], 0.3, delta=0.08)

    def test_what_is_wrong_is_said(self):
        self.assertEqual(self.simulated("no-such-experiment").returncode, 1)
        made = self.made("Wrong")
        for arguments in ([], [made["key"], "--rate", "control"], [made["key"], "--rate", "control=2"],
                          [made["key"], "--visitors", "none"]):
            self.assertEqual(self.simulated(*arguments).returncode, 2)


if __name__ == "__main__":
    main()
