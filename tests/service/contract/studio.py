# SPDX-License-Identifier: Apache-2.0
"""The studio for browsers at /app/: compression, caching, what protects the page, and what is not there."""
import gzip
import http.client
import os
import ssl
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xpservice import PATIENCE, Service  # noqa: E402

INDEX = b"<!doctype html><script src=xp-studio.0123456789abcdef.js></script>"
SCRIPT = b"'use strict';" * 200
HASHED = "xp-studio.0123456789abcdef.js"


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parent = tempfile.TemporaryDirectory(prefix="xp-app-")
        cls.addClassCleanup(cls.parent.cleanup)
        root = Path(cls.parent.name)
        (root / "secret.txt").write_text("not for everybody")
        cls.folder = root / "app"
        (cls.folder / "fonts").mkdir(parents=True)
        (cls.folder / "index.html").write_bytes(INDEX)
        (cls.folder / HASHED).write_bytes(SCRIPT)
        (cls.folder / (HASHED + ".gz")).write_bytes(gzip.compress(SCRIPT))
        (cls.folder / (HASHED + ".br")).write_bytes(b"as good as brotli")
        (cls.folder / "fonts" / "plain.wasm").write_bytes(b"\0asm")
        cls.service = Service(APP_DIR=str(cls.folder)).start()
        cls.addClassCleanup(cls.service.__exit__)

    def get(self, path, **headers):
        return self.service.ask("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def test_the_page(self):
        for path in ("/app/", "/app/index.html"):
            page = self.get(path)
            self.assertEqual((page.status, page.body), (200, INDEX))
            self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")
            self.assertEqual(page.headers["Cache-Control"], "no-cache")
        moved = self.get("/app")
        self.assertEqual((moved.status, moved.headers["Location"]), (308, "/app/"))
        self.assertEqual(self.service.ask("HEAD", "/app/").headers["Content-Length"], str(len(INDEX)))
        self.assertEqual(self.service.ask("POST", "/app/", {}).status, 405)

    def test_the_page_is_asked_for_again_but_not_sent_again(self):
        etag = self.get("/app/").headers["ETag"]
        again = self.get("/app/", If_None_Match=f'"other", W/{etag}')
        self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, b"", etag))
        self.assertEqual(self.get("/app/", If_None_Match='"other"').status, 200)

    def test_names_with_a_hash_are_kept(self):
        self.assertEqual(self.get("/app/" + HASHED).headers["Cache-Control"], "public, max-age=31536000, immutable")
        self.assertEqual(self.get("/app/fonts/plain.wasm").headers["Cache-Control"], "no-cache")

    def test_the_compressed_forms(self):
        for accepted, coding, body in (("gzip, deflate, br", "br", b"as good as brotli"),
                                       ("gzip, br;q=0", "gzip", gzip.compress(SCRIPT)),
                                       ("gzip;q=0.5", "gzip", gzip.compress(SCRIPT)),
                                       ("identity", None, SCRIPT), ("gzip;q=0.0", None, SCRIPT), ("", None, SCRIPT)):
            answer = self.get("/app/" + HASHED, Accept_Encoding=accepted)
            self.assertEqual((answer.status, answer.headers.get("Content-Encoding")), (200, coding), accepted)
            self.assertEqual(answer.headers["Vary"], "Accept-Encoding")
            self.assertEqual(answer.headers["Content-Type"], "text/javascript; charset=utf-8")
            if coding == "gzip":
                self.assertEqual(gzip.decompress(answer.body), SCRIPT)
            else:
                self.assertEqual(answer.body, body)
        tags = {self.get("/app/" + HASHED, Accept_Encoding=coding).headers["ETag"] for coding in ("br", "gzip", "x")}
        self.assertEqual(len(tags), 3, "each form has a tag of its own")
        self.assertEqual(self.get("/app/fonts/plain.wasm").headers["Content-Type"], "application/wasm")

    def test_what_protects_the_page(self):
        for path in ("/app/", "/app/" + HASHED, "/app/missing.js"):
            headers = self.get(path).headers
            policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
            self.assertEqual(policy["default-src"], "'none'")
            self.assertEqual(policy["script-src"], "'self' 'wasm-unsafe-eval'")
            self.assertEqual(policy["connect-src"], "'self'")
            self.assertEqual(policy["frame-ancestors"], "'none'")
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["Cross-Origin-Opener-Policy"], "same-origin")
            self.assertEqual(headers["Cross-Origin-Embedder-Policy"], "require-corp")
            self.assertEqual(headers["X-Experimentation-Service"], "1", "what tells the page that it can sign in here")
            self.assertNotIn("Strict-Transport-Security", headers)

    def test_nothing_outside_of_the_folder(self):
        for path in ("../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "fonts/../../secret.txt",
                     "/etc/passwd", "%2fetc%2fpasswd", "fonts", "fonts/", "index.html%00.js", "..\\secret.txt",
                     HASHED + ".br"):
            connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=PATIENCE)
            connection.putrequest("GET", "/app/" + path)
            connection.endheaders()
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            self.assertIn(answer.status, (400, 404), path)
            self.assertNotIn(b"not for everybody", body)
            self.assertNotIn(b"root:", body)
        self.assertEqual(self.get("/app/missing.js").json["code"], "no_such_file")

    def test_a_token_in_the_query_is_not_logged(self):
        self.get("/app/?token=never-to-be-seen", X_Request_Id="seen-1")
        self.service.await_log("seen-1")
        self.assertNotIn("never-to-be-seen", "".join(self.service.log))


class Absent(unittest.TestCase):
    def test_a_page_says_where_it_comes_from(self):
        with Service() as service:
            for path in ("/app/", "/app/index.html"):
                page = service.ask("GET", path)
                self.assertEqual((page.status, page.headers["Content-Type"]), (404, "text/html; charset=utf-8"))
                self.assertIn(b"./xp wasm", page.body)
                self.assertIn(b"APP_DIR", page.body)
                self.assertEqual(page.headers["Cache-Control"], "no-store")

    def test_a_folder_that_holds_none_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(RuntimeError, "index.html"):
                Service(APP_DIR=folder).start()


class Tls(unittest.TestCase):
    def test_browsers_remember_to_use_it(self):
        with tempfile.TemporaryDirectory() as folder:
            key, certificate = f"{folder}/key.pem", f"{folder}/cert.pem"
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                            "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost"],
                           check=True, capture_output=True)
            os.mkdir(f"{folder}/app")
            Path(folder, "app", "index.html").write_bytes(INDEX)
            with Service(TLS_CERT=certificate, TLS_KEY=key, APP_DIR=f"{folder}/app") as service:
                context = ssl.create_default_context(cafile=certificate)
                context.check_hostname = False
                connection = http.client.HTTPSConnection("127.0.0.1", service.port, context=context, timeout=PATIENCE)
                connection.request("GET", "/app/")
                answer = connection.getresponse()
                self.assertEqual(answer.read(), INDEX)
                self.assertEqual(answer.headers["Strict-Transport-Security"], "max-age=31536000")
                connection.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
