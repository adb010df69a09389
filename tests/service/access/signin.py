# SPDX-License-Identifier: Apache-2.0
"""People who sign in by OpenID Connect: whose token is taken, whose is not, and what happens while keys change."""
import base64
import hashlib
import hmac
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]
from issuer import Issuer, Key, encoded  # noqa: E402
from xpservice import ADMIN, API, BIN, PATIENCE, Service, quick_start_body  # noqa: E402


def settings(issuer, **more):
    return {"XP_ANONYMOUS": "", "OIDC_ISSUER": issuer.url, "OIDC_AUDIENCE": "experiments", **more}


class SignIn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rsa, cls.ec, cls.strange = Key("rsa-1"), Key("ec-1", "ES256"), Key("rsa-1")
        cls.issuer = Issuer(cls.rsa, cls.ec).__enter__()
        cls.addClassCleanup(cls.issuer.__exit__)
        cls.service = Service(**settings(cls.issuer)).start()
        cls.addClassCleanup(cls.service.folder.cleanup)
        cls.addClassCleanup(cls.service.stop)
        cls.known(cls.service, cls.issuer.token(cls.rsa))

    @staticmethod
    def known(service, token, path="/experiments"):
        """Until the keys are known the answer is 503; the first other one."""
        until = time.monotonic() + PATIENCE
        while True:
            answer = service.ask("GET", API + path, token=token)
            if answer.status != 503:
                return answer
            assert answer.headers["Retry-After"], answer
            assert time.monotonic() < until, answer
            time.sleep(0.05)

    def refused(self, code, token, status=401):
        answer = self.service.ask("GET", API + "/experiments", token=token)
        self.assertEqual((answer.status, answer.json["code"]), (status, code), answer)
        if status == 401:
            self.assertIn("Bearer", answer.headers["WWW-Authenticate"])
        return answer.json

    def test_roles_are_what_the_claim_says(self):
        for roles, reads, writes, administers in (
                (["viewer"], 200, 403, 403), (["editor"], 200, 201, 403), (["viewer", "admin"], 200, 201, 200),
                ("other editor", 200, 201, 403), (["Editor"], 403, 403, 403), ([], 403, 403, 403),
                (None, 403, 403, 403), (["client"], 403, 403, 403), ([["admin"]], 403, 403, 403)):
            for key in (self.rsa, self.ec):
                token = self.issuer.token(key, roles=roles)
                body = quick_start_body(f"By {roles} {key.name}")
                got = [self.service.ask("GET", API + "/experiments", token=token).status,
                       self.service.ask("POST", API + "/experiments", body, token=token).status,
                       self.service.ask("GET", API + "/keys", token=token).status]
                self.assertEqual(got, [reads, writes, administers], (roles, key.name))
        self.assertIn("roles", self.refused("role_missing", self.issuer.token(self.rsa, roles=[]), 403)["detail"])

    def test_the_audit_log_names_the_person(self):
        made = self.service.ask("POST", API + "/experiments", quick_start_body("Named"), token=self.issuer.token(
            self.rsa, email="admin", sub="42\n7")).json
        entries = self.service.admin("GET", f"{API}/experiments/{made['id']}/audit").json["entries"]
        self.assertEqual({entry["actor"] for entry in entries}, {"oidc:admin (427)"})

    def test_a_long_name_is_cut_at_a_whole_character(self):
        made = self.service.ask("POST", API + "/experiments", quick_start_body("Long"), token=self.issuer.token(
            self.rsa, email="a" * 99 + "\u00e9", sub="7")).json
        entries = self.service.admin("GET", f"{API}/experiments/{made['id']}/audit").json["entries"]
        self.assertEqual({entry["actor"] for entry in entries}, {"oidc:" + "a" * 99 + " (7)"})
        verified = subprocess.run([str(BIN), "audit", "verify"], env=self.service.environment, capture_output=True)
        self.assertEqual(verified.returncode, 0, verified.stderr)

    def test_who_it_was_made_for_and_by(self):
        token = self.issuer.token
        for audience in ("experiments", ["other", "experiments"]):
            self.assertEqual(self.service.ask("GET", API + "/experiments", token=token(
                self.rsa, aud=audience)).status, 200)
        for audience in ("other", ["other"], [], None, "experiments ", {"experiments": 1}, [["experiments"]]):
            self.refused("token_audience", token(self.rsa, aud=audience))
        for issuer in (self.issuer.url + "/", "https://elsewhere.example", None, [self.issuer.url]):
            self.refused("token_issuer", token(self.rsa, iss=issuer))
        self.refused("token_malformed", token(self.rsa, sub=None))

    def test_when_it_is_valid(self):
        now = int(time.time())
        token = self.issuer.token
        self.assertEqual(self.service.ask("GET", API + "/experiments", token=token(self.rsa, exp=now - 5)).status, 200)
        for ended in (now - 90, 0, -1, None, str(now + 600)):
            self.refused("token_expired", token(self.rsa, exp=ended))
        for name in ("nbf", "iat"):
            self.refused("token_early", token(self.rsa, **{name: now + 300}))
            self.refused("token_early", token(self.rsa, **{name: "soon"}))

    def test_forged_signatures(self):
        token, pem = self.issuer.token, self.rsa.public_pem()
        self.refused("token_signature", token(self.strange))
        self.refused("token_signature", token(self.rsa, sign=lambda text: b"\1" * 256))
        self.refused("token_signature", token(self.ec, sign=lambda text: b"\0" * 64))
        self.refused("token_signature", token(self.ec, sign=lambda text: b"\0" * 63))
        self.refused("token_malformed", token(self.rsa, sign=lambda text: b""))
        head, claims, signature = token(self.rsa).split(".")
        other = token(self.rsa, roles=["admin"]).split(".")[1]
        self.refused("token_signature", f"{head}.{other}.{signature}")
        # The well-known ones: no signature, and the public key taken for a shared secret.
        for algorithm in ("none", "None", "NONE", "", None):
            for sign in (lambda text: b"", self.rsa.sign):
                self.refused("token_algorithm", token(self.rsa, header={"alg": algorithm}, sign=sign))
        for secret in (pem, pem.strip(), b""):
            self.refused("token_algorithm", token(self.rsa, header={"alg": "HS256"}, sign=lambda text, secret=secret:
                                                  hmac.new(secret, text, hashlib.sha256).digest()))
        # A key of one kind is not used for the other, whatever the token says. It may be one that is new: whoever asks
        # first is told to try again.
        answer = SignIn.known(self.service, token(self.rsa, header={"alg": "ES256"}))
        self.assertEqual((answer.status, answer.json["code"]), (401, "token_key_unknown"))
        # A key that comes with the token is nobody's.
        self.refused("token_signature", token(self.strange, header={"jwk": self.strange.jwk()}))
        self.refused("token_algorithm", token(self.rsa, header={"crit": ["exp"]}))

    def test_what_cannot_be_read(self):
        for text in ("..", "a.b.c", ".".join([encoded(b"[]")] * 3), encoded(b"{}") + "..", "x." * 2,
                     f"{encoded(b'{')}.{encoded(b'{}')}.AA", "=.=.=", "a." + "b" * 20000 + ".c"):
            answer = self.service.ask("GET", API + "/experiments", token=text)
            self.assertIn(answer.status, (401, 431), text[:50])
        deep = encoded(b'{"a":' * 1000 + b"1" + b"}" * 1000)
        self.refused("token_algorithm", f"{deep}.{deep[:100]}.AAAA")

    def test_our_own_keys_go_on(self):
        made = self.service.admin("POST", API + "/keys", {"name": "app", "role": "viewer"}).json
        self.assertEqual(self.service.ask("GET", API + "/experiments", token=made["key"]).status, 200)
        self.assertEqual(self.service.ask("GET", API + "/keys", token=ADMIN).status, 200)
        self.refused("token_unknown", "guessed")


class Changes(unittest.TestCase):
    def test_keys_are_rotated(self):
        old, new = Key("old"), Key("new", "ES256")
        with Issuer(old) as issuer, Service(**settings(issuer)) as service:
            self.assertEqual(SignIn.known(service, issuer.token(old)).status, 200)
            issuer.keys = [new]
            # One that is not known has the keys read anew, at most every ten seconds; nobody waits for it.
            answer = SignIn.known(service, issuer.token(new))
            until = time.monotonic() + PATIENCE
            while answer.status == 401 and time.monotonic() < until:
                self.assertEqual(answer.json["code"], "token_key_unknown")
                time.sleep(0.2)
                answer = SignIn.known(service, issuer.token(new))
            self.assertEqual(answer.status, 200)
            self.assertEqual(service.ask("GET", API + "/experiments", token=issuer.token(old)).status, 401)
            asked = issuer.asked
            for number in range(50):
                self.assertIn(service.ask("GET", API + "/experiments", token=issuer.token(
                    old, header={"kid": f"guess-{number}"})).status, (401, 503))
            self.assertLessEqual(issuer.asked, asked + 3)

    def test_while_the_issuer_is_away(self):
        key = Key("k")
        with Issuer(key) as issuer:
            service = Service(**settings(issuer))
        # Away at the start: the service serves, and lets people in once the issuer is there.
        with service:
            answer = service.ask("GET", API + "/experiments", token=issuer.token(key))
            self.assertEqual((answer.status, answer.json["code"]), (503, "issuer_unavailable"))
            self.assertEqual(service.ask("GET", API + "/experiments", token=ADMIN).status, 200)
            self.assertEqual(service.ask("GET", "/health").status, 200)
            with issuer:
                self.assertEqual(SignIn.known(service, issuer.token(key)).status, 200)
            # Away later: whose key is known stays in.
            self.assertEqual(service.ask("GET", API + "/experiments", token=issuer.token(key)).status, 200)
        self.assertIn("issuer_unavailable", "".join(service.log))

    def test_an_issuer_that_is_another_one_or_has_no_keys(self):
        key = Key("k")
        for change in (lambda issuer: setattr(issuer, "calls_itself", "https://elsewhere.example"),
                       lambda issuer: setattr(issuer, "keys", []),
                       lambda issuer: setattr(issuer, "keys", [Key("k", bits=1024)]),
                       lambda issuer: setattr(issuer, "keys", [{**key.jwk(), "use": "enc"}]),
                       lambda issuer: setattr(issuer, "keys", [{**key.jwk(), "alg": "RS512"}]),
                       lambda issuer: setattr(issuer, "keys", [{"kty": "oct", "k": encoded(b"secret"), "kid": "k"}])):
            with Issuer(key) as issuer:
                change(issuer)
                with Service(**settings(issuer)) as service:
                    until = time.monotonic() + PATIENCE
                    while "issuer_unavailable" not in "".join(service.log):
                        self.assertLess(time.monotonic(), until)
                        time.sleep(0.05)
                    self.assertEqual(service.ask("GET", API + "/experiments", token=issuer.token(key)).status, 503)

    def test_the_address_of_the_keys_may_be_long(self):
        key = Key("k")
        with Issuer(key) as issuer:
            issuer.keys_at = "/keys?" + "a" * 1900
            with Service(**settings(issuer)) as service:
                self.assertEqual(SignIn.known(service, issuer.token(key)).status, 200)
            issuer.keys_at = "/keys?" + "a" * 2000
            with Service(**settings(issuer)) as service:
                service.await_log("jwks_uri has 20")
                self.assertEqual(service.ask("GET", API + "/experiments", token=issuer.token(key)).status, 503)

    def test_a_person_is_one_client_however_the_token_is_spelt(self):
        order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        key = Key("k", "ES256")

        with Issuer(key) as issuer, Service(**settings(issuer, XP_RATE_LIMIT="20/minute")) as service:
            token = issuer.token(key)
            text, last = token.rsplit(".", 1)
            signature = base64.urlsafe_b64decode(last + "==")
            mirrored = (order - int.from_bytes(signature[32:], "big")).to_bytes(32, "big")
            other = text + "." + encoded(signature[:32] + mirrored)
            spellings = [token, other, token[:-1] + alphabet[alphabet.index(token[-1]) ^ 1],
                         other[:-1] + alphabet[alphabet.index(other[-1]) ^ 1], issuer.token(key, exp=2 ** 33)]
            until = time.monotonic() + PATIENCE
            while SignIn.known(service, token).status != 200:  # 429 of the address, while the keys are not known
                self.assertLess(time.monotonic(), until)
                time.sleep(0.5)
            statuses = [service.ask("GET", API + "/experiments", token=spellings[i % 5]).status for i in range(30)]
            self.assertEqual(statuses[:15], [200] * 15)
            self.assertEqual(statuses[-5:], [429] * 5)
            someone = issuer.token(key, sub="someone else")
            self.assertEqual(service.ask("GET", API + "/experiments", token=someone).status, 200)

    def test_groups_of_the_issuer(self):
        key = Key("k")
        with Issuer(key) as issuer, Service(**settings(issuer, OIDC_ROLES="team a=viewer,platform=admin",
                                                       OIDC_ROLES_CLAIM="realm_access.groups")) as service:
            token = issuer.token(key, realm_access={"groups": ["team a"]}, roles=["admin"])
            self.assertEqual(SignIn.known(service, token).status, 200)
            self.assertEqual(service.ask("GET", API + "/keys", token=token).status, 403)
            token = issuer.token(key, realm_access={"groups": ["team a", "platform"]})
            self.assertEqual(service.ask("GET", API + "/keys", token=token).status, 200)
            for claim in ("platform", ["platform"], {"groups": {"platform": True}}):
                token = issuer.token(key, realm_access=claim)
                self.assertEqual(service.ask("GET", API + "/keys", token=token).status, 403, claim)

    def test_settings_that_are_refused(self):
        for wrong, said in (({"OIDC_ISSUER": "https://issuer.example"}, "OIDC_AUDIENCE"),
                            ({"OIDC_AUDIENCE": "experiments"}, "OIDC_ISSUER"),
                            ({"OIDC_ISSUER": "http://issuer.example", "OIDC_AUDIENCE": "a"}, "https://"),
                            ({"OIDC_ROLES": "team"}, "GROUP=ROLE"), ({"OIDC_ROLES": "team=client"}, "viewer")):
            with self.assertRaises(RuntimeError) as raised:
                Service(**wrong).start()
            self.assertIn(said, str(raised.exception))


if __name__ == "__main__":
    unittest.main(verbosity=2)
