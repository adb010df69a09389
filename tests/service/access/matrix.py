# SPDX-License-Identifier: Apache-2.0
"""Who may do what: every operation of the service, by every role and without a token, under each XP_ANONYMOUS."""
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, Service  # noqa: E402

# What each operation needs. Written down here once more on purpose: an operation that is new, or whose need has
# changed, must be decided about twice.
NEEDS = {
    "public": {"health", "live", "ready", "openapi", "docs", "unleashWebhook", "features"},
    "scrape": {"metrics"},
    "listen": {"flagStream"},
    "assign": {"assign", "assignBatch"},
    "track": {"track", "trackBatch", "recordEvent", "recordEvents", "expose", "exposeBatch"},
    "merge": {"mergeIdentities"},
    "evaluate": {"evaluateFlag", "evaluateFlags"},
    "stats": {"liveState", "stats", "report", "series", "sufficientStatistics", "grafanaDashboard",
              "evidenceBundle"},
    "read": {"listExperiments", "getExperiment", "listAssignments", "listEvents", "listAudit", "listExperimentAudit",
             "listNotes", "latestEvents", "listMetrics", "readMetric", "listSegments", "readSegment", "listHoldouts",
             "listLayers", "explain", "statistics", "evaluatePlan", "simulatePlan",
             "getJob", "cancelJob"},
    "write": {"createExperiment", "replaceExperiment", "changeExperiment", "deleteExperiment", "startExperiment",
              "createSegment", "changeSegment", "deleteSegment", "createHoldout", "changeHoldout", "deleteHoldout",
              "lookAnyway", "pauseExperiment", "resumeExperiment", "stopExperiment", "archiveExperiment", "addNote",
              "deleteNote", "listWebhooks", "createWebhook", "getWebhook", "changeWebhook", "deleteWebhook",
              "listDeliveries", "redeliver", "createMetric", "changeMetric"},
    "administer": {"listKeys", "createKey", "revokeKey", "readUser", "eraseUser"},
}
ROLES = {
    "client": {"public", "listen", "assign", "track", "evaluate", "merge"},
    "viewer": {"public", "scrape", "stats", "read"},
}
ROLES["editor"] = ROLES["client"] | ROLES["viewer"] | {"write"}
ROLES["admin"] = ROLES["editor"] | {"administer"}
GRANTS = {
    None: {"assign", "track", "stats"},  # the default
    "": set(),
    "assign": {"assign"},
    "track": {"track"},
    "stats": {"stats"},
    "read": {"read", "stats"},
    "evaluate": {"evaluate"},
    "assign,track,stats,read,evaluate": {"assign", "track", "stats", "read", "evaluate"},
}
REFUSED = {401, 403}


class Matrix(unittest.TestCase):
    def test_every_role_and_grant(self):
        for anonymous, granted in GRANTS.items():
            with self.subTest(XP_ANONYMOUS=anonymous), Service(XP_ANONYMOUS=anonymous) as service:
                operations = self.operations(service)
                tokens = {"admin": ADMIN}
                for role in ("client", "viewer", "editor"):
                    body = {"name": role, "role": role}
                    tokens[role] = service.admin("POST", API + "/keys", body).json["key"]
                for need, names in NEEDS.items():
                    # Numbers and the pulse of flags are everybody's while anything is: empty locks everything.
                    untold = need == "public" or need in {"scrape", "listen"} and granted
                    open_to_all = untold or need in granted
                    for name in sorted(names):
                        ask = operations.pop(name)
                        self.allowed(ask(None), open_to_all, 401, name)
                        self.allowed(ask("not-a-token"), untold, 401, name)
                        for role, token in tokens.items():
                            self.allowed(ask(token), open_to_all or need in ROLES[role], 403, f"{name} by {role}")
                self.assertEqual(operations, {}, "operations that NEEDS does not name")

    def allowed(self, answer, expected, otherwise, what):
        if expected:
            self.assertNotIn(answer.status, REFUSED, f"{what}: {answer}")
        else:
            self.assertEqual(answer.status, otherwise, f"{what}: {answer}")

    @staticmethod
    def operations(service):
        """Each operation by its name as a request that changes nothing: of what does not exist, with an empty body."""
        found = {}
        for path, item in service.ask("GET", "/openapi.json").json["paths"].items():
            for method, operation in item.items():
                target = re.sub(r"\{\w+\}", "does-not-exist", path)
                body = {} if "requestBody" in operation else None
                found[operation["operationId"]] = lambda token, m=method.upper(), t=target, b=body: service.ask(
                    m, t, b, token=token)
        return found


if __name__ == "__main__":
    unittest.main(verbosity=2)
