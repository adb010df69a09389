# SPDX-License-Identifier: Apache-2.0
"""The lint checks themselves: each must find what it is there to find, in made-up trees."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import browser
import cleanliness
import documents
import filesize
import layering
import links
import quickstart
import translations

GRAPH = """```mermaid
graph LR
  app --> ui; app -->|desktop only| remote
  ui --> api
  remote --> api
  api --> domain; domain --> stats
  storage --> domain
```
"""
HEAD = "// SPDX-License-Identifier: Apache-2.0\n"


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)


class Layering(Tree):
    def setUp(self):
        super().setUp()
        self.write("docs/design/libraries.md", GRAPH)
        for library in ("stats", "domain", "api", "storage", "remote"):
            self.write(f"core/{library}/{library}.h", HEAD)
        self.write("ui/page.h", HEAD)
        self.write("core/domain/CMakeLists.txt", "xp_add_library(xp_domain SOURCES domain.h PUBLIC xp_stats)")
        self.write("core/api/CMakeLists.txt", "xp_add_library(xp_api SOURCES api.h PUBLIC xp_domain)")
        self.write("ui/CMakeLists.txt", "xp_add_library(xp_ui SOURCES page.h\n  PUBLIC xp_api)")

    def findings(self, qt=None):
        return layering.check(self.root, qt)[0]

    def including(self, path, *names):
        self.write(path, HEAD + "".join(f"#include {name}\n" for name in names))
        return self.findings()

    def test_the_tree_itself_is_clean(self):
        self.assertEqual(self.findings(), [])

    def test_an_arrow_and_what_follows_from_two_may_be_included(self):
        self.assertEqual(self.including("ui/page.cpp", '"ui/page.h"', '"core/api/api.h"', '"core/stats/stats.h"'), [])

    def test_against_an_arrow(self):
        found = self.including("core/domain/x.cpp", '"core/api/api.h"')
        self.assertEqual(found, ["core/domain/x.cpp:2: domain may not include api (core/api/api.h)"])

    def test_a_labelled_arrow_counts_and_a_missing_one_does_not(self):
        self.write("app/CMakeLists.txt", "target_link_libraries(xp-studio PRIVATE xp_ui xp_remote)")
        self.assertEqual(self.including("app/main.cpp", '"core/remote/remote.h"'), [])
        found = self.including("app/main.cpp", '"core/storage/storage.h"')
        self.assertEqual(found, ["app/main.cpp:2: app may not include storage (core/storage/storage.h)"])

    def test_a_folder_within_service_may_be_a_library(self):
        self.write("docs/design/libraries.md", GRAPH.replace("storage -->", "service --> http; storage -->"))
        self.write("service/http/server.h", HEAD)
        self.write("service/log.h", HEAD)
        self.write("service/CMakeLists.txt", "xp_add_library(xp_service SOURCES log.h PRIVATE xp_http)")
        self.assertEqual(self.including("service/log.cpp", '"service/http/server.h"'), [])
        self.assertEqual(self.including("service/http/server.cpp", '"service/log.h"'),
                         ["service/http/server.cpp:2: http may not include service (service/log.h)"])

    def test_a_link_that_no_arrow_allows(self):
        self.write("ui/CMakeLists.txt", "target_link_libraries(xp_ui PUBLIC xp_api PRIVATE xp_storage)")
        self.assertEqual(self.findings(), ["ui may not link storage"])

    def test_an_include_that_is_not_linked(self):
        self.write("ui/CMakeLists.txt", "")
        self.assertEqual(self.including("ui/page.cpp", '"core/api/api.h"'), ["ui includes api but does not link it"])

    def test_a_cycle(self):
        self.write("docs/design/libraries.md", GRAPH.replace("storage --> domain", "domain --> api"))
        self.assertIn("docs/design/libraries.md: domain is part of a cycle", self.findings())

    def test_a_library_outside_the_graph(self):
        self.assertIn("core/stray/x.cpp: stray is not in the graph", self.including("core/stray/x.cpp")[0])

    def test_a_missing_graph_is_not_silence(self):
        self.write("docs/design/libraries.md", "nothing")
        self.assertIn("docs/design/libraries.md: no mermaid graph", self.findings())

    def test_paths_are_from_the_root(self):
        self.assertIn("not a path from the root", self.including("ui/page.cpp", '"page.h"')[0])
        self.assertIn("does not exist", self.including("ui/page.cpp", '"ui/gone.h"')[0])

    def test_the_kernel_knows_no_qt_and_no_other_boost(self):
        self.assertEqual(self.including("core/stats/x.cpp", "<cmath>", "<boost/math/distributions/normal.hpp>",
                                        "<tl/expected.hpp>"), [])
        for name in ("<QtCore/QString>", "<boost/asio.hpp>", "<nlohmann/json.hpp>", "<unistd.h>"):
            self.assertEqual(len(self.including("core/stats/x.cpp", name)), 1, name)

    def test_qt_modules(self):
        for module, header in (("QtWidgets", "QWidget"), ("QtSql", "QSqlQuery"), ("QtNetwork", "QTcpSocket")):
            self.write(f"qt/{module}/{header}", "")
        cases = [("core/api/x.cpp", "QWidget", True), ("ui/x.cpp", "QWidget", False), ("ui/x.cpp", "QSqlQuery", True),
                 ("ui/x.cpp", "QTcpSocket", True), ("core/remote/x.cpp", "QTcpSocket", False),
                 ("core/storage/x.cpp", "QSqlQuery", False), ("core/domain/x.cpp", "QSqlQuery", True)]
        for path, header, wrong in cases:
            self.write(path, f"{HEAD}#include <{header}>\n")
            self.assertEqual(len(self.findings(self.root / "qt")), int(wrong), f"{path} {header}")
            (self.root / path).unlink()

    def test_only_storage_sees_a_database(self):
        self.assertEqual(len(self.including("core/api/x.cpp", "<sqlite3.h>")), 1)
        self.write("core/api/x.cpp", HEAD)
        self.assertEqual(self.including("core/storage/x.cpp", "<sqlite3.h>", "<libpq-fe.h>"), [])


class FileSize(Tree):
    def findings(self):
        return filesize.check(self.root)[0]

    def test_files(self):
        self.write("core/a.cpp", "\n" * 600)
        self.write("core/a.h", "\n" * 350)
        self.assertEqual(self.findings(), [])
        self.write("core/a.cpp", "\n" * 601)
        self.write("core/a.h", "\n" * 351)
        self.assertEqual(len(self.findings()), 2)

    def test_functions(self):
        body = "    work();\n"
        self.write("ui/a.cpp", "void short()\n{\n" + body * 60 + "}\n")
        self.write("ui/b.cpp", "class Long\n{\n" + body * 80 + "};\n")
        self.assertEqual(self.findings(), [])
        self.write("ui/c.cpp", "void tooLong(int a,\n             int b)\n{\n" + body * 61 + "}\n")
        self.assertEqual(self.findings(), ["ui/c.cpp:1: 61 lines, 60 at most: void tooLong(int a,"])


class Cleanliness(Tree):
    def test_each_rule(self):
        clean = HEAD + "#pragma once\nint x;\n"
        cases = [(clean, 0), (clean.replace(HEAD, ""), 1), (clean.replace("#pragma once\n", ""), 1),
                 (clean + "// /wor" "k/x\n", 1), (clean + "// /hom" "e/ann/x\n", 1), (clean + "// ../wor" "k/x\n", 0),
                 (clean + "// TO" "DO: later\n", 1), (clean + "// registry.npmj" "s.org\n", 1), (clean + "int y; \n", 1),
                 (clean + "\tint y;\n", 1), (clean + "int y;", 1)]
        for text, count in cases:
            self.write("core/x.h", text)
            self.assertEqual(len(cleanliness.check(self.root)[0]), count, text)


class Browser(Tree):
    def test_each_rule(self):
        self.write("docs/design/libraries.md", GRAPH)
        cases = [("ui/x.cpp", "#include <thread>", 1), ("ui/x.cpp", "#include <QtCore/QThread>", 1),
                 ("core/api/x.cpp", "#include <QFutureWatcher>", 1), ("ui/x.cpp", "#include <QWidget>", 0),
                 ("ui/x.cpp", "dialog->exec();", 1), ("ui/x.cpp", 'tr("try (later), throw"); // catch (x)', 0),
                 ("ui/x.cpp", "throw Error();", 1), ("ui/x.cpp", "try {", 1), ("app/main.cpp", "return a.exec();", 0),
                 ("core/storage/x.cpp", "#include <thread>", 0)]
        for path, line, count in cases:
            self.write(path, f"{line}\n")
            self.assertEqual(len(browser.check(self.root)[0]), count, f"{path}: {line}")
            (self.root / path).unlink()


class Quickstart(Tree):
    def test_readme_must_show_it(self):
        self.write("docs/quickstart.sh", "# SPDX\n# head\n# 1. Ask\ncurl x\n#=> 200\n")
        self.write("README.md", "```sh\n# 1. Ask\ncurl x\n```\n")
        self.assertEqual(quickstart.check(self.root)[0], [])
        self.write("README.md", "```sh\n# 1. Ask\ncurl y\n```\n")
        self.assertEqual(len(quickstart.check(self.root)[0]), 1)


class Links(Tree):
    def test_files_and_headings_must_exist(self):
        self.write("docs/b.md", "# One & two\n\n## One & two\n\n```\n# no heading\n```\n")
        cases = [("[x](b.md)", 0), ("[x](c.md)", 1), ("[x](b.md#one--two)", 0), ("[x](b.md#one--two-1)", 0),
                 ("[x](b.md#no-heading)", 1), ("[x](https://example.org/)", 0), ("`[x](c.md)`", 0),
                 ("# Here\n[x](#here)", 0), ("[x](#there)", 1), ("[x](../../etc/passwd)", 1), ("![p](p.png)", 1)]
        for text, count in cases:
            self.write("docs/a.md", text + "\n")
            self.assertEqual(len(links.check(self.root)[0]), count, text)

    def test_documents_that_others_name(self):
        self.write("docs/b.md", "# One\n")
        for text, count in (("docs/b.md", 0), ("docs/c.md", 1), ("docs/b.md#one", 0), ("docs/b.md#two", 1)):
            self.write("alerts.yaml", f"runbook: {text}\n")
            self.assertEqual(len(links.check(self.root)[0]), count, text)


class Documents(Tree):
    def setUp(self):
        super().setUp()
        self.write("service/documentation/openapi.json", """{"paths": {"/a/{id}": {"get": {}, "parameters": []},
            "/api/v1/statistics/{function}": {"post": {"parameters": [{"schema": {"enum": ["cuped"]}}]}}}}""")
        self.write("docs/api.md", "`GET /a/{id}` `POST /api/v1/statistics/{function}`\n")
        self.write("docs/statistics.md", "`cuped`\n")
        self.write("docs/operations.md", "### Down\n")
        self.write("resources/prometheus/alerts.yaml", "      - alert: Down\n")

    def test_commands_must_be_marked(self):
        block = "```sh\nls\n```\n"
        for text, count in ((block, 1), ("<!-- tried -->\n" + block, 0), ("<!-- tried: a | b -->\n" + block, 0),
                            ("<!-- not tried: a reason -->\n" + block, 0), ("<!-- not tried -->\n" + block, 1),
                            ("<!-- tried -->\n\n" + block, 1)):
            self.write("README.md", text)
            self.assertEqual(len(documents.check(self.root)[0]), count, text)

    def test_what_must_be_told(self):
        for path, text in (("docs/api.md", "`GET /a/{id}`"), ("docs/statistics.md", ""), ("docs/operations.md", "Down"),
                           ("docs/api.md", "`GET /a/{id}` `POST /api/v1/statistics/{function}` `GET /b`")):
            kept = (self.root / path).read_text()
            self.write(path, text + "\n")
            self.assertEqual(len(documents.check(self.root)[0]), 1, path)
            self.write(path, kept)


class Translations(Tree):
    def test_a_translation_keeps_what_the_program_needs(self):
        same = [("%1 of %2", "%2: %1"), ("&File", "Da&tei"), (" %", " %"), ("<b>%1</b>", "<b>%1</b>"), ("a\nb", "c\nd"),
                ("Save …", "Sichern …"), ("Files (*.csv);;All (*)", "Dateien (*.csv);;Alle (*)")]
        for source, form in same:
            self.assertIsNone(translations.difference(source, form), source)
        lost = {"placeholders": [("%1 of %2", "%1 von 2"), ("%1 of %2", "%1 von %1"), ("%n users", "Nutzer")],
                "accelerators": [("&File", "Datei"), ("File", "&Datei")], "blanks": [(" by %1", "um %1")],
                "empty": [("File", "")], "tags": [("<b>%1</b>", "%1")], "file patterns": [("CSV (*.csv)", "CSV (*.txt)")],
                "lines": [("a\nb", "c d")], "end": [("Save …", "Sichern")]}
        for what, pairs in lost.items():
            for source, form in pairs:
                self.assertIn(what, translations.difference(source, form) or "", source)

    def test_what_is_missing_and_what_is_left_over(self):
        key = ("Page", "Save", "")
        self.write("studio_de.ts", """<TS><context><name>Page</name>
            <message><source>Save</source><translation type="unfinished"></translation></message>
            <message><source>Gone</source><translation>Weg</translation></message></context></TS>""")
        now = {key: ([""], False), ("Page", "Open", ""): ([""], False)}
        findings = list(translations.check_file(self.root / "studio_de.ts", "studio_de.ts", now))
        self.assertEqual([finding.split(" in ")[0] for finding in findings],
                         ["studio_de.ts: missing", "studio_de.ts: not finished", "studio_de.ts: no longer"])


if __name__ == "__main__":
    unittest.main()
