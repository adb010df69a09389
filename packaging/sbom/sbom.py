#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes what a program is made of, as SPDX 2.3 in JSON, and the notices of the others' work in it, as text.

    sbom.py --program build/release/bin/xp-service --sbom service.spdx.json --notices service.notices.txt

Packages come from the dynamic linker (what is loaded), from packaging/dependencies (what it is built with: headers that
are compiled into it) and from dpkg (versions, sources, copyright files) of the system that built it. The same commit
on the same system gives the same bytes."""
import argparse
import hashlib
import json
import re
import sys
import urllib.parse
from datetime import datetime, timezone
from pathlib import Path

import debian

# What is loaded at run time without being linked.
PLUGINS = {"xp-service": ["sqldrivers/libqsqlite.so", "sqldrivers/libqsqlpsql.so"],
           "xp-studio": ["platforms/libqxcb.so", "imageformats/libqsvg.so", "iconengines/libqsvgicon.so"]}
SETS = {"xp-service": ["service"], "xp-studio": ["service", "studio"]}
SUPPLIER = "Organization: Debian"


def identifier(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def licence_reference(package):
    return "LicenseRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", package.name)


def locator(package):
    """The package as others name it: https://github.com/package-url/purl-spec"""
    name = urllib.parse.quote(package.name, safe="")
    version = urllib.parse.quote(package.version, safe="")
    return f"pkg:deb/debian/{name}@{version}?arch={package.architecture}"


def of_debian(package):
    names = sorted(set(re.findall(r"^License: *(\S.*)$", package.copyright(), re.M)))
    return {
        "SPDXID": identifier(package.name),
        "name": package.name,
        "versionInfo": package.version,
        "supplier": SUPPLIER,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "homepage": package.homepage or "NOASSERTION",
        "sourceInfo": f"built by Debian from its source package {package.source}",
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": licence_reference(package),
        "licenseComments": "in Debian's words: " + (", ".join(names) if names else "see the text"),
        "copyrightText": "NOASSERTION",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": locator(package)}],
    }


def document(program, version, created, loaded, built_with):
    """The SPDX document of a program that loads these packages and is built with those."""
    content = program.read_bytes()
    ours = {
        "SPDXID": identifier(program.name),
        "name": program.name,
        "versionInfo": version,
        "supplier": "Organization: The experimentation developers",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "primaryPackagePurpose": "APPLICATION",
        "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(content).hexdigest()}],
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": "2026 The experimentation developers",
    }
    packages = sorted({*loaded, *built_with})
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", ours["SPDXID"])]
    relations += [(ours["SPDXID"], "DYNAMIC_LINK", identifier(package.name)) for package in loaded]
    relations += [(identifier(package.name), "BUILD_DEPENDENCY_OF", ours["SPDXID"]) for package in built_with]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{program.name}-{version}",
        "documentNamespace": f"https://experimentation.example/spdx/{program.name}-{version}-"
                             f"{ours['checksums'][0]['checksumValue'][:16]}",
        "creationInfo": {"created": created, "creators": ["Organization: The experimentation developers",
                                                          "Tool: packaging/sbom/sbom.py"]},
        "packages": [ours, *map(of_debian, packages)],
        "hasExtractedLicensingInfos": [
            {"licenseId": licence_reference(package), "name": f"copyright file of {package.name}",
             "extractedText": package.copyright()} for package in packages],
        "relationships": [{"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}
                          for one, kind, other in relations],
    }


def notices(program, packages):
    """Every text once, under all packages that it belongs to."""
    of_text = {}
    for package in packages:
        of_text.setdefault(package.copyright().strip(), []).append(f"{package.name} {package.version}")
    rule = "=" * 80
    parts = [f"{program.name} is licensed under the Apache License 2.0. It is built of and runs with the work of others:\n"]
    parts += [f"{rule}\n" + "\n".join(names) + f"\n{rule}\n\n{text}\n" for text, names in of_text.items()]
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--sbom", type=Path, required=True)
    parser.add_argument("--notices", type=Path, required=True)
    parser.add_argument("--epoch", type=int, default=0, help="time of the commit, in seconds since 1970")
    given = parser.parse_args()
    if given.program.name not in SETS:
        sys.exit(f"sbom.py: --program is one of {', '.join(SETS)}, not {given.program.name}")
    version = debian.run(str(given.program), "--version").split()[-1]
    folder = Path(debian.run("qtpaths6", "--query", "QT_INSTALL_PLUGINS").strip())
    plugins = [folder / name for name in PLUGINS[given.program.name] if (folder / name).exists()]
    loaded = debian.owners([*debian.libraries([given.program, *plugins]), *plugins])
    built_with = debian.listed(*SETS[given.program.name])
    created = datetime.fromtimestamp(given.epoch, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    told = document(given.program, version, created, loaded, built_with)
    given.sbom.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    given.notices.write_text(notices(given.program, sorted({*loaded, *built_with})))
    print(f"{given.sbom}: {len(told['packages'])} packages, {len(loaded)} of them loaded at run time")


if __name__ == "__main__":
    main()
