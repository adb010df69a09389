# SPDX-License-Identifier: Apache-2.0
"""A real Prometheus for tests, on a port of its own."""
import json
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from xpservice import PATIENCE, free_port


class Prometheus:
    """Scrapes `targets` (host:port) every second from the first line of `with` to its end."""

    def __init__(self, targets, rules=()):
        self.folder = Path(tempfile.mkdtemp(prefix="xp-prometheus-"))
        self.port = free_port()
        config = {"global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
                  "rule_files": [str(rule) for rule in rules],
                  "scrape_configs": [{"job_name": "experimentation", "static_configs": [{"targets": list(targets)}]}]}
        (self.folder / "prometheus.yml").write_text(json.dumps(config))  # YAML reads JSON

    def __enter__(self):
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={self.folder}/prometheus.yml", f"--storage.tsdb.path={self.folder}/data",
             f"--web.listen-address=127.0.0.1:{self.port}"], stdout=self.log, stderr=self.log)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def api(self, path, **query):
        url = f"http://127.0.0.1:{self.port}/api/v1/{path}?{urllib.parse.urlencode(query, doseq=True)}"
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return json.load(answer)["data"]

    def query(self, expression):
        """The instant vector of an expression, as (labels, value)."""
        try:
            data = self.api("query", query=expression)
        except urllib.error.HTTPError as error:
            if error.code == 503:  # it still opens its storage
                raise
            raise AssertionError(f"{expression}: {error.read().decode()}") from None
        result = data["result"] if data["resultType"] == "vector" else [{"metric": {}, "value": data["result"]}]
        return [(sample["metric"], float(sample["value"][1])) for sample in result]

    def wait(self, expression, holds=bool, seconds=PATIENCE):
        """The expression's vector as soon as `holds` of it."""
        until = time.monotonic() + seconds
        while True:
            try:
                found = self.query(expression)
                if holds(found):
                    return found
            except (urllib.error.URLError, ConnectionError):
                found = "no answer yet"
            if time.monotonic() > until:
                raise AssertionError(f"{expression}: {found}")
            time.sleep(0.25)
