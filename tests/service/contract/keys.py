# SPDX-License-Identifier: Apache-2.0
"""The list of access keys: of which project and environment."""
import csv
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import ADMIN, API, Case, main  # noqa: E402

PLACES = [("shop", "production"), ("shop", "staging"), ("blog", "production"), ("blog", None)]


class Keys(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.keys = {}
        for project, environment in PLACES:
            body = {"name": f"{project} {environment}", "role": "admin", "project": project}
            made = cls.service.admin("POST", API + "/keys", {**body, "environment": environment or ""}).json
            cls.keys[project, environment] = made["key"]

    def listed(self, query, token=ADMIN):
        keys = self.expect(200, self.service.ask("GET", API + "/keys" + query, token=token)).json["keys"]
        return [(key["project"], key["environment"]) for key in keys]

    def test_of_a_project_and_an_environment(self):
        for query, expected in (("", PLACES), ("?project=&environment=", PLACES), ("?project=shop", PLACES[:2]),
                                ("?environment=production", [PLACES[0], PLACES[2]]),
                                ("?project=shop&environment=staging", [PLACES[1]]),
                                ("?project=blog&environment=staging", []), ("?project=unknown", [])):
            self.assertCountEqual(self.listed(query), expected, query)

    def test_a_table_is_of_the_same(self):
        table = self.get("/keys?format=csv&project=shop&environment=staging").body.decode()
        self.assertEqual([row["name"] for row in csv.DictReader(io.StringIO(table))], ["shop staging"])

    def test_a_bound_key_looks_within_its_own_place(self):
        for query, expected in (("", [PLACES[1]]), ("?project=shop&environment=staging", [PLACES[1]]),
                                ("?project=blog", []), ("?environment=production", [])):
            self.assertEqual(self.listed(query, token=self.keys["shop", "staging"]), expected, query)
        self.assertEqual(self.listed("?environment=production", token=self.keys["blog", None]), [PLACES[2]])


if __name__ == "__main__":
    main()
