# SPDX-License-Identifier: Apache-2.0
"""The real xp-service for tests: started on a port of its own, with a database of its own, and asked over HTTP."""
import contextlib
import http.client
import json
import os
import pwd
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

BIN = Path(os.environ["XP_BIN_DIR"]) / "xp-service"
SANITIZERS = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
SANITIZER_CODES = (23, 66)  # of LeakSanitizer and ThreadSanitizer
ADMIN = "an-admin-token-for-tests"
API = "/api/v1"
PATIENCE = 240 if SANITIZERS else 60


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:500]!r}"


class Service:
    """Runs from the first line of `with` to its end; `log` is what it said on stderr."""

    def __init__(self, database=None, **environment):
        self.folder = tempfile.TemporaryDirectory(prefix="xp-service-")
        self.environment = {**SANITIZERS, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "ADMIN_TOKEN": ADMIN,
                            "PORT": "0", "DATABASE_URL": database or f"sqlite:///{self.folder.name}/test.db",
                            **{name: value for name, value in environment.items() if value is not None}}
        if environment.get("ADMIN_TOKEN", "") is None:
            del self.environment["ADMIN_TOKEN"]
        self.process = None
        self.log = []

    def start(self):
        self.process = subprocess.Popen([str(BIN)], env=self.environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True)
        self.reader.start()
        line = self.process.stdout.readline()
        if not line:
            try:
                self.stop()
            finally:
                self.folder.cleanup()
            raise RuntimeError("xp-service did not start: " + "".join(self.log))
        self.port = json.loads(line)["port"]
        return self

    def stop(self):
        """Ends it as an operator would; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.reader.join(PATIENCE)
        self.process.stderr.close()
        # AddressSanitizer's exit code is that of any error, of a leak as well: there the report's last line tells.
        if code in SANITIZER_CODES or any(re.match("SUMMARY: .*Sanitizer", line) for line in self.log):
            raise AssertionError(f"a sanitizer ended xp-service with {code}:\n" + "".join(self.log))
        return code

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            self.folder.cleanup()

    def await_log(self, text):
        """Its lines come some time after the answers."""
        until = time.monotonic() + PATIENCE
        while not any(text in line for line in list(self.log)):
            if time.monotonic() > until:
                raise AssertionError(f"no line of the log has {text}")
            time.sleep(0.02)

    def ask(self, method, path, body=None, token=None, headers=None):
        """One request on a connection of its own. `body`: bytes or text as they are, anything else as JSON."""
        headers = dict(headers or {})
        if token is not None:
            headers.setdefault("Authorization", f"Bearer {token}")
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def admin(self, method, path, body=None, **kwargs):
        return self.ask(method, path, body, token=ADMIN, **kwargs)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postgres:
    """A PostgreSQL server of the test's own, with these `settings` ("name=value") beside its defaults; as root it runs as the
    user `postgres`, as the server refuses root."""

    def __init__(self, settings=()):
        self.settings = settings
        versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
        if not versions:
            raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
        self.programs = max(versions, key=lambda path: int(path.parts[-3])).parent
        self.folder = tempfile.mkdtemp(prefix="xp-postgres-")
        self.port = free_port()
        self.databases = 0
        self.user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)

    def become(self):
        if self.user:
            os.setgroups([])
            os.setgid(self.user.pw_gid)
            os.setuid(self.user.pw_uid)

    def run(self, program, *arguments):
        return subprocess.run([str(self.programs / program), *arguments], preexec_fn=self.become, cwd=self.folder,
                              capture_output=True, text=True)

    def __enter__(self):
        made = self.run("initdb", "-D", f"{self.folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                        "--locale=C.UTF-8", "--no-sync")
        if made.returncode:
            raise RuntimeError(made.stderr)
        self.start()
        return self

    def start(self):
        self.server = subprocess.Popen(
            [str(self.programs / "postgres"), "-D", f"{self.folder}/data", "-c", "listen_addresses=127.0.0.1",
             "-c", f"port={self.port}", "-c", "unix_socket_directories=",
             *(word for setting in self.settings for word in ("-c", setting))],
            preexec_fn=self.become, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while self.run("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)).returncode:
            if self.server.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the PostgreSQL server does not start")
            time.sleep(0.05)

    def stop(self, how=signal.SIGINT):
        self.server.send_signal(how)
        self.server.wait(PATIENCE)

    def __exit__(self, *_):
        if self.server.poll() is None:
            self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self):
        self.databases += 1
        name = f"test{self.databases}"
        made = self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", name)
        if made.returncode:
            raise RuntimeError(made.stderr)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"


def quick_start_body(name="Homepage layout", **changes):
    return {"name": name, "description": "The new homepage", "hypothesis": "It is clicked more often",
            "variants": [{"name": "control", "allocation": 0.5, "config": {}},
                         {"name": "new-layout", "allocation": 0.5, "config": {"layout": "v2"}}],
            "metrics": ["page_view", "click", "conversion"], "target_sample_size": 1000,
            "significance_level": 0.05, "traffic_allocation": 1.0, **changes}


class Case(unittest.TestCase):
    """Tests against one service for the whole class, on the kind of database that main() was asked for."""
    postgres = None  # the server, when main() has started one
    environment = {}

    @classmethod
    def new_database(cls):
        return cls.postgres.new_database() if cls.postgres else None

    @classmethod
    def setUpClass(cls):
        cls.service = Service(cls.new_database(), **cls.environment)
        cls.addClassCleanup(cls.service.folder.cleanup)
        cls.service.start()
        cls.addClassCleanup(cls.service.stop)

    def get(self, path, status=200, **kwargs):
        return self.expect(status, self.service.admin("GET", API + path, **kwargs))

    def post(self, path, body=None, status=200, **kwargs):
        return self.expect(status, self.service.admin("POST", API + path, body, **kwargs))

    def expect(self, status, answer):
        self.assertEqual(answer.status, status, answer)
        return answer

    def made(self, name=None, start=True, **changes):
        """A new experiment, running unless told otherwise."""
        experiment = self.post("/experiments", quick_start_body(name or self.id().split(".")[-1], **changes), 201).json
        return self.move(experiment, "start") if start else experiment

    def move(self, experiment, step, status=200):
        return self.post(f"/experiments/{experiment['id']}/{step}", status=status).json

    def assign(self, experiment, user, **more):
        return self.post(f"/experiments/{experiment['id']}/assign", {"user_id": user, **more}).json

    def track(self, experiment, user, event, status=200, **more):
        body = {"user_id": user, "event_name": event, **more}
        return self.post(f"/experiments/{experiment['id']}/track", body, status).json

    def execute(self, statement):
        """Changes the database behind the service's back; its statements are not among those that a log shows of that."""
        url = self.service.environment["DATABASE_URL"]
        if self.postgres:
            return subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", url, "-c",
                                   "SET log_statement = 'none'", "-c", statement], check=True)
        with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=PATIENCE)) as database:
            with database:
                return database.execute(statement)

    def stats(self, experiment):
        return self.get(f"/experiments/{experiment['id']}/stats").json


def main():
    """`FILE.py sqlite|postgres`"""
    kind = sys.argv.pop(1)
    if kind == "sqlite":
        unittest.main(verbosity=2)
    with Postgres() as Case.postgres:
        unittest.main(verbosity=2)
