# SPDX-License-Identifier: Apache-2.0
"""What is taken in can be read again: experiments at the limits of every field are started, asked for their numbers,
and are the same after a restart. What lies beyond is refused; an answer of 500 or a service that does not start is what
must never come."""
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import API, Case, main, quick_start_body  # noqa: E402

TINY, HUGE = 5e-324, 1.7976931348623157e308
NUMBERS = [0, TINY, 1e-12, 1e-6, 0.05, 0.5, 0.5000000000000001, 0.95, 0.9999999999999999, 1, 2, 3650, 1e9, 1e12, 1e12 + 1,
           2**63 - 1, 2**64 - 1, HUGE, -1]
TEXTS = ["x", "\u00fc\u6f22\U0001f600\u202e\u200b", "a\nb\tc", "'\";--\\", "%s{0}", "\ufeffmark", "x" * 64, "x" * 100, "x" * 200,
         "\U0001f600" * 200, "x" * 10000]
TIMES = ["1s", "59m", "36h", "7d", "3650d", "3651d", "106751991d", "9223372036854775807s", "0s", "-1d"]
FIELDS = {(name,): NUMBERS for name in ("target_sample_size", "significance_level", "traffic_allocation")}
FIELDS |= {(name,): TEXTS for name in ("name", "description", "hypothesis", "key", "project", "environment", "owner",
                                       "salt", "unleash_flag", "layer")}
FIELDS |= {("metrics", 0, name): TEXTS for name in ("name", "event")}
FIELDS |= {("metrics", 0, name): NUMBERS for name in ("resolution", "quantile", "cap")}
FIELDS |= {("metrics", 0, "window"): TIMES}
FIELDS |= {("plan", name): NUMBERS for name in (
    "level", "power", "smallest_effect", "units_per_variant", "duration_days", "minimum_days", "spending_gamma",
    "prior_mean", "prior_deviation", "looks")}
FIELDS |= {("plan", "cuped_window"): TIMES, ("plan", "looks"): [
    [1], [0.5, 1], [TINY, 1], [0.1, 0.1000000000000001, 1], [i / 20 for i in range(1, 21)], [i / 100 for i in range(1, 101)],
    [0.9999999999999999, 1], 1, 20, 50, 100]}
FIELDS |= {("plan", "metrics", 0, name): NUMBERS for name in ("cap_quantile",)}
FIELDS |= {("plan", "metrics", 0, "window"): TIMES}
FIELDS |= {("plan", "metrics", 0, "margin"): [{"value": v, "relative": r} for v in NUMBERS for r in (True, False)]}
FIELDS |= {("variants", 0, "name"): TEXTS, ("variants", 0, "config"): [{"a": v} for v in NUMBERS + TEXTS[:6]]}
FIELDS |= {("tags",): [[t] for t in TEXTS], ("segments",): [[t] for t in TEXTS], ("forced",): [{t: "control"} for t in TEXTS]}
METHODS = ("fixed", "group_sequential", "always_valid", "bayesian")
EACH = 5 if os.environ.get("XP_SANITIZED") else 1  # of so many one: a body takes longer the more experiments there are, there half a second


def bodies():
    for path, values in FIELDS.items():
        for value in values:
            for method in METHODS if path[0] == "plan" or path == ("significance_level",) else METHODS[:1]:
                body = quick_start_body("Extreme")
                kind = "quantile" if "quantile" in path else "sum"
                body["metrics"] = [{"name": "m", "kind": kind, "role": "primary"}, "click"]
                body["plan"] = {"method": method, "metrics": [{"name": "m"}]}
                if path[-2:] == (0, "name") and path[0] == "metrics":
                    del body["plan"]["metrics"]
                at = body
                for step in path[:-1]:
                    at = at[step]
                at[path[-1]] = value
                yield path, method, body


class Extremes(Case):
    def test_what_is_taken_in_can_be_read_again(self):
        taken, refused = {}, 0
        for path, method, body in list(bodies())[::EACH]:
            what = f"{path} {method} {json.dumps(body)[:400]}"
            answer = self.service.admin("POST", f"{API}/experiments", body)
            self.assertIn(answer.status, (201, 409, 422), what)
            if answer.status != 201:
                refused += 1
                continue
            at = f"/experiments/{answer.json['id']}"
            started = self.service.admin("POST", f"{API}{at}/start")
            self.assertIn(started.status, (200, 422), (what, started))
            self.assertEqual(self.service.admin("GET", f"{API}{at}/report").status, 200, what)
            taken[at] = self.get(at).json
        self.assertGreater(len(taken), 300 / EACH)
        self.assertGreater(refused, 150 / EACH)
        self.assertEqual(self.service.stop(), 0)
        self.service.start()
        for at, before in taken.items():
            self.assertEqual(self.get(at).json, before)
        self.assertEqual(self.get("/experiments?limit=1").json["total"], len(taken))


if __name__ == "__main__":
    main()
