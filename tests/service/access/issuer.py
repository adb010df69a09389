# SPDX-License-Identifier: Apache-2.0
"""An OpenID Connect issuer on loopback: discovery, keys that change, and tokens signed by the program openssl."""
import base64
import http.server
import json
import secrets
import subprocess
import tempfile
import threading
import time
from pathlib import Path


FOLDER = tempfile.TemporaryDirectory(prefix="xp-issuer-")  # of private keys


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def openssl(*arguments, text=b""):
    return subprocess.run(["openssl", *arguments], input=text, check=True, capture_output=True).stdout


class Key:
    """Of kind RS256 or ES256."""

    def __init__(self, name, algorithm="RS256", bits=2048):
        self.name, self.algorithm = name, algorithm
        kind = ("RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}") if algorithm == "RS256" else (
            "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
        self.file = str(Path(FOLDER.name, secrets.token_hex(8)))
        Path(self.file).write_bytes(openssl("genpkey", "-algorithm", *kind))

    def public_pem(self):
        return openssl("pkey", "-in", self.file, "-pubout")

    def jwk(self):
        der = openssl("pkey", "-in", self.file, "-pubout", "-outform", "DER")
        common = {"kid": self.name, "use": "sig", "alg": self.algorithm}
        if self.algorithm == "ES256":
            return {**common, "kty": "EC", "crv": "P-256", "x": encoded(der[-64:-32]), "y": encoded(der[-32:])}
        modulus = openssl("rsa", "-in", self.file, "-noout", "-modulus").decode().strip().split("=")[1]
        return {**common, "kty": "RSA", "n": encoded(bytes.fromhex(modulus)), "e": "AQAB"}

    def sign(self, text):
        signature = openssl("dgst", "-sha256", "-sign", self.file, text=text)
        if self.algorithm == "RS256":
            return signature
        numbers, at = b"", 2  # a sequence of two numbers
        for _ in range(2):
            size = signature[at + 1]
            numbers += signature[at + 2:at + 2 + size].lstrip(b"\0").rjust(32, b"\0")
            at += 2 + size
        return numbers


class Issuer:
    """`with Issuer() as issuer`; `keys` are those it lists at the path `keys_at`, `asked` how often it was asked for
    them."""

    def __init__(self, *keys):
        self.keys, self.asked, self.calls_itself, self.port = list(keys), 0, None, 0
        self.keys_at = "/keys"

    def __enter__(self):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                bodies = {"/.well-known/openid-configuration": {"issuer": outer.calls_itself or outer.url,
                                                                "jwks_uri": outer.url + outer.keys_at},
                          outer.keys_at: {"keys": [key if isinstance(key, dict) else key.jwk() for key in outer.keys]}}
                outer.asked += self.path == outer.keys_at
                body = json.dumps(bodies.get(self.path, {})).encode()
                self.send_response(200 if self.path in bodies else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_address[1]  # the same one when it comes back
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def token(self, key, header=None, sign=None, **claims):
        """With None a claim is left out."""
        now = int(time.time())
        body = {"iss": self.url, "aud": "experiments", "sub": "248289761001", "iat": now, "exp": now + 600,
                "email": "jane@example.org", "roles": ["editor"], **claims}
        head = {"typ": "JWT", "alg": key.algorithm, "kid": key.name, **(header or {})}
        parts = [encoded(json.dumps({k: v for k, v in part.items() if v is not None}).encode())
                 for part in (head, body)]
        return ".".join([*parts, encoded((sign or key.sign)(".".join(parts).encode()))])
