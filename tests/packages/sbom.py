# SPDX-License-Identifier: Apache-2.0
"""sbom.py PROGRAM...: what packaging/sbom writes of each is valid SPDX 2.3, names everything that the program loads in the
version that is installed, gives every licence's text, and is the same each time."""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(os.environ["XP_SOURCE_DIR"]) / "packaging/sbom/sbom.py"
PROGRAMS = [Path(name) for name in sys.argv[1:]]

# https://spdx.github.io/spdx-spec/v2.3/: what must be there, and its form.
IDENTIFIER = r"SPDXRef-[A-Za-z0-9.-]+"
DOCUMENT = {"spdxVersion": r"SPDX-2\.3", "dataLicense": r"CC0-1\.0", "SPDXID": "SPDXRef-DOCUMENT", "name": ".+",
            "documentNamespace": r"https://[^#\s]+"}
PACKAGE = {"SPDXID": IDENTIFIER, "name": ".+", "versionInfo": ".+", "supplier": "(Organization|Person): .+",
           "downloadLocation": "NOASSERTION|https://.+", "licenseConcluded": ".+", "licenseDeclared": ".+",
           "copyrightText": ".+"}
RELATIONS = {"DESCRIBES", "DYNAMIC_LINK", "BUILD_DEPENDENCY_OF"}
PURL = r"pkg:deb/debian/(?:[a-z0-9.-]|%2B)+@\S+\?arch=(amd64|arm64|all)"


def made(program, folder):
    sbom, notices = folder / f"{program.name}.spdx.json", folder / f"{program.name}.notices.txt"
    subprocess.run([sys.executable, "-B", SCRIPT, "--program", program, "--sbom", sbom, "--notices", notices, "--epoch",
                    "1700000000"], check=True, capture_output=True)
    return sbom.read_text(), notices.read_text()


class Sbom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.made = {program: made(program, Path(folder)) for program in PROGRAMS}

    def each(self):
        for program, (text, notices) in self.made.items():
            yield program, json.loads(text), notices

    def matches(self, told, fields, what):
        for name, pattern in fields.items():
            self.assertRegex(told.get(name, ""), f"^(?s:{pattern})$", f"{what}: {name}")

    def test_it_is_spdx(self):
        for _, told, _ in self.each():
            self.matches(told, DOCUMENT, "document")
            self.assertEqual(told["creationInfo"]["created"], "2023-11-14T22:13:20Z")
            for creator in told["creationInfo"]["creators"]:
                self.assertRegex(creator, r"^(Tool|Organization|Person): .+$")
            identifiers = [package["SPDXID"] for package in told["packages"]]
            self.assertEqual(len(identifiers), len(set(identifiers)))
            texts = {one["licenseId"]: one["extractedText"] for one in told["hasExtractedLicensingInfos"]}
            self.assertEqual(len(texts), len(told["hasExtractedLicensingInfos"]))
            for package in told["packages"]:
                self.matches(package, PACKAGE, package["name"])
                declared = package["licenseDeclared"]
                self.assertTrue(declared == "Apache-2.0" or len(texts[declared]) > 100, declared)
                self.assertIs(package["filesAnalyzed"], False)
                for reference in package.get("externalRefs", []):
                    self.assertEqual((reference["referenceCategory"], reference["referenceType"]),
                                     ("PACKAGE-MANAGER", "purl"))
                    self.assertRegex(reference["referenceLocator"], f"^{PURL}$")
            there = {"SPDXRef-DOCUMENT", *identifiers}
            for relation in told["relationships"]:
                self.assertIn(relation["relationshipType"], RELATIONS)
                self.assertLessEqual({relation["spdxElementId"], relation["relatedSpdxElement"]}, there)
            related = {one[end] for one in told["relationships"] for end in ("spdxElementId", "relatedSpdxElement")}
            self.assertEqual(related, there, "something stands alone")

    def test_it_names_what_is_loaded(self):
        for program, told, _ in self.each():
            versions = {package["name"]: package["versionInfo"] for package in told["packages"]}
            self.assertEqual(versions[program.name], subprocess.run(
                [program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1])
            for name in ("libqt6core6", "libicu72", "libc6", "libstdc++6", "nlohmann-json3-dev", "libexpected-dev"):
                if not subprocess.run(["dpkg-query", "-W", name], capture_output=True).returncode:
                    self.assertEqual(versions.get(name), subprocess.run(
                        ["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True).stdout, name)
            content = hashlib.sha256(program.read_bytes()).hexdigest()
            self.assertEqual(told["packages"][0]["checksums"], [{"algorithm": "SHA256", "checksumValue": content}])

    def test_the_notices_hold_every_text(self):
        for _, told, notices in self.each():
            for package in told["packages"][1:]:
                self.assertIn(f"\n{package['name']} {package['versionInfo']}\n", notices)
            for licence in told["hasExtractedLicensingInfos"]:
                self.assertIn(licence["extractedText"].strip(), notices)
            self.assertIsNone(re.search("\0", notices))

    def test_it_is_the_same_each_time(self):
        program = PROGRAMS[0]
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(made(program, Path(folder)), self.made[program])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
