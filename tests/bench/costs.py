# SPDX-License-Identifier: Apache-2.0
"""costs.py: what one assignment, event, experiment and replica cost the service and PostgreSQL: processor time (user and
system, whoever waits), write-ahead log, disk and memory. docs/scale.md computes with it. The clients' own time is not in it."""
import http.client
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "service"))
from xpservice import ADMIN, API, Postgres, Service, quick_start_body  # noqa: E402

USERS = 200_000
EVENTS = 1_000_000
BATCH = 1000
CLIENTS = 8
EXPERIMENTS = 1000
TICK = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    """Of the process and of what it has started and waited for; one that has just ended is in its parent's."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0
    return sum(int(field) for field in fields[11:15]) / TICK


def family(pid):
    return [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


def rss_kb(pid):
    return int(Path(f"/proc/{pid}/status").read_text().split("VmRSS:")[1].split()[0])


def row(cost, value, unit):
    print(f"{cost:64} {value:10,.2f} {unit}", flush=True)


class Costs:
    """What is spent between the beginning and the end of `with`, by each of `count` things."""

    def __init__(self, bench, what, count):
        self.bench, self.what, self.count = bench, what, count

    def spent(self):
        server = sum(processor_seconds(pid) for pid in family(self.bench.postgres.server.pid))
        return (processor_seconds(self.bench.service.process.pid), server,
                int(self.bench.query("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")))

    def __enter__(self):
        self.before = self.spent()

    def __exit__(self, *_):
        service, server, log = (now - before for now, before in zip(self.spent(), self.before))
        row(f"{self.what}: processor, service", service / self.count * 1e6, "us")
        row(f"{self.what}: processor, PostgreSQL", server / self.count * 1e6, "us")
        row(f"{self.what}: write-ahead log", log / self.count, "bytes")


class Bench:
    def __init__(self, postgres, database, service):
        self.postgres, self.database, self.service = postgres, database, service

    def query(self, sql):
        return subprocess.run(["psql", "-XAtq", self.database, "-c", sql], capture_output=True, text=True, check=True).stdout

    def stored(self, table):
        """Bytes of a table and of its partitions, with their indexes."""
        return int(self.query(f"SELECT coalesce(sum(pg_total_relation_size(relid)), pg_total_relation_size('{table}'))"
                              f" FROM pg_partition_tree('{table}')"))

    def running(self, name):
        made = self.service.admin("POST", API + "/experiments", quick_start_body(name)).json
        self.service.admin("POST", f"{API}/experiments/{made['id']}/start")
        return f"{API}/experiments/{made['id']}"

    def send(self, path, bodies):
        """Each body once, by a few clients that keep their connections."""
        def client(own):
            connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)
            for body in own:
                connection.request("POST", path, json.dumps(body),
                                   {"Authorization": f"Bearer {ADMIN}", "Content-Type": "application/json"})
                answer = connection.getresponse()
                text = answer.read()
                if answer.status != 200:
                    raise RuntimeError(f"{path}: {answer.status} {text[:200]!r}")
            connection.close()

        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(client, (bodies[i::CLIENTS] for i in range(CLIENTS))))


def user(i):
    return f"user-{i * 2654435761 % 4294967291}"


def requests(bench):
    path = bench.running("Costs")
    users = [{"users": [{"user_id": user(i)} for i in range(first, first + BATCH)]} for first in range(0, USERS, BATCH)]
    with Costs(bench, "first assignment", USERS):
        bench.send(path + "/assign:batch", users)
    row("first assignment: stored", bench.stored("assignments") / USERS, "bytes")
    with Costs(bench, "repeated assignment, known", USERS):
        bench.send(path + "/assign:batch", users)

    names = quick_start_body()["metrics"]
    for kind in ("without an event_id", "with an event_id"):
        before = {table: bench.stored(table) for table in ("events", "event_ids", "unit_totals")}
        batches = [{"events": [{"user_id": user(i * 7919 % USERS), "event_name": names[i % len(names)],
                                **({"event_id": f"{kind}-{i}"} if kind.startswith("with an") else {})}
                               for i in range(first, first + BATCH)]} for first in range(0, EVENTS, BATCH)]
        known = int(bench.query("SELECT count(*) FROM unit_totals"))
        with Costs(bench, f"event, {kind}", EVENTS):
            bench.send(path + "/track:batch", batches)
        for table in ("events", "event_ids"):
            row(f"event, {kind}: stored, {table}", (bench.stored(table) - before[table]) / EVENTS, "bytes")
        if not known:
            rows = int(bench.query("SELECT count(*) FROM unit_totals"))
            row("a user's totals of up to three metrics: stored", bench.stored("unit_totals") / rows, "bytes")


def idle_kb(bench):
    """Memory of a service that has only started."""
    with Service(bench.database) as other:
        time.sleep(3)
        return rss_kb(other.process.pid)


def experiments(bench):
    before = idle_kb(bench)
    for i in range(EXPERIMENTS):
        bench.running(f"One of many {i}")
    row("experiment: memory of each service", (idle_kb(bench) - before) / EXPERIMENTS, "kB")
    row("experiment: stored", bench.stored("experiments") / EXPERIMENTS, "bytes")


def replica(bench):
    connections = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    alone = int(bench.query(connections))
    start = time.monotonic()
    with Service(bench.database) as other:
        row(f"replica, {EXPERIMENTS + 1} experiments: start to ready", (time.monotonic() - start) * 1000, "ms")
        time.sleep(3)
        row("replica: memory, of these experiments too", rss_kb(other.process.pid) / 1024, "MB")
        row("replica: connections", int(bench.query(connections)) - alone, "")


with Postgres() as server:
    url = server.new_database()
    with Service(url) as first:
        everything = Bench(server, url, first)
        for part in (requests, experiments, replica):
            part(everything)
