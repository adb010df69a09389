# SPDX-License-Identifier: Apache-2.0
"""bench.py BENCH_FOLDER [--quick] [--only sqlite|postgres] [--postgres NAME=VALUE]... [--peer URL [--peer-token TOKEN]]
         [--json FILE]

Measures the service and, in the same run, the limit that each figure is a share of: a bare handler of the same HTTP
server with the same threads, bodies and connections; plain batched inserts into the same database. The ratios hold on a
busy machine, the absolute numbers do not. Prints a table, and JSON where asked to."""
import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "service"))
from xpservice import ADMIN, API, BIN, Postgres, Service, quick_start_body  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("folder", type=Path)
parser.add_argument("--quick", action="store_true", help="100,000 stored units and short runs")
parser.add_argument("--only", choices=["sqlite", "postgres"])
parser.add_argument("--postgres", metavar="NAME=VALUE", action="append", default=[],
                    help="a setting of the PostgreSQL server, which has its defaults else")
parser.add_argument("--peer", metavar="URL", help="drive another server of the same contract, and nothing else")
parser.add_argument("--peer-token", default="dev-admin-token")
parser.add_argument("--json", type=Path)
OPTIONS = parser.parse_args()
SECONDS = 2 if OPTIONS.quick else 8
STORED = 100_000 if OPTIONS.quick else 10_000_000
TRACKED = 20_000 if OPTIONS.quick else 1_000_000
RESULTS = []


def row(work, value, unit, ratio=None, of="", target="", **more):
    """`ratio` is the value's share of its limit."""
    RESULTS.append({"work": work, "value": value, "unit": unit, "ratio": ratio, "of": of, "target": target, **more})
    if OPTIONS.json:
        OPTIONS.json.write_text(json.dumps(RESULTS, indent=1) + "\n")  # what there is, should the rest never come
    share = "" if ratio is None else f"{ratio:8.2f} of {of}"
    print(f"{work:62} {value:12,.1f} {unit:8} {share:34} {target}", flush=True)


def load(port, **settings):
    words = [f"{name}={value}" for name, value in {"port": port, "seconds": SECONDS, **settings}.items()]
    done = subprocess.run([str(OPTIONS.folder / "loadgenerator"), *words], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class Bare:
    def __enter__(self):
        self.process = subprocess.Popen([str(OPTIONS.folder / "barehandler"), str(os.cpu_count())],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(30)


def experiment(ask, name, arms=2):
    body = quick_start_body(name)
    body["variants"] = [{"name": f"arm-{i}", "allocation": 1 / arms, "config": {}} for i in range(arms)]
    made = json.loads(ask("POST", f"{API}/experiments", body))
    ask("POST", f"{API}/experiments/{made['id']}/start", {})
    return f"{API}/experiments/{made['id']}"


def rss_mb(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def import_rows(service, name, count, metrics, rest_of_row):
    """Ids in any order, through the standard input; rows a second. `rest_of_row` makes a unit's arm and values."""
    command = [str(BIN), "import", "-", "--experiment", name, "--unit", "user", "--variant", "arm"]
    for metric in metrics:
        command += ["--metric", f"{metric}:sum"]
    start = time.monotonic()
    process = subprocess.Popen(command, env=service.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write(f"user,arm,{','.join(metrics)}\n".encode())
    for first in range(0, count, 50_000):
        process.stdin.write("".join(f"user-{i * 2654435761 % 4294967291},{rest_of_row(i)}\n"
                                    for i in range(first, min(first + 50_000, count))).encode())
    process.stdin.close()
    if process.wait():
        raise RuntimeError("the import failed")
    return count / (time.monotonic() - start)


def import_wide(service, name, count):
    """Three arms and ten metrics, of which each unit has values in five."""
    values = [",".join(str((i * 7 + k) % 50 + 1 if (i + k) % 2 else 0) for k in range(10)) for i in range(1000)]
    import_rows(service, name, count, [f"metric_{k}" for k in range(10)], lambda i: f"arm-{i % 3},{values[i // 3 % 1000]}")


def computed_ms(service, path):
    """The slowest of 50 reports that nobody asked for before."""
    slowest = 0
    for i in range(50):
        start = time.monotonic()
        answer = service.admin("GET", f"{path}?level={0.01 + i / 1000}")
        slowest = max(slowest, time.monotonic() - start)
        if answer.status != 200:
            raise RuntimeError(f"GET {path}: {answer}")
    return slowest * 1000


def report_rows(database, service):
    """The same report of few and of all units."""
    few = 10_000
    for name, count in (("few", few), ("wide", STORED)):
        import_wide(service, name, count)
    time.sleep(1.5)  # the service sees the new experiments
    medians = {}
    for name, count in (("few", few), ("wide", STORED)):
        path = f"{API}/experiments/{name}/report"
        what = f"{database}: report, 3 arms x 10 metrics, {count:,} units"
        row(what + ", computed", computed_ms(service, path), "ms most", target="<= 100 ms")
        report = load(service.port, kind="get", path=path, connections=1, token=ADMIN, seconds=2)
        medians[name] = report["p50_ms"]
        row(what + ", unchanged", report["p99_ms"], "ms p99", target="<= 10 ms", p50_ms=report["p50_ms"])
    row(f"{database}: the report's median, {STORED:,} of {few:,} units", medians["wide"], "ms",
        medians["wide"] / medians["few"], "few units", "<= 1.5")


def assign_all(ask, path, count):
    """The load generator's first `count` users."""
    for first in range(0, count, 1000):
        users = [{"user_id": f"user-{i * 2654435761 % 4294967291}"} for i in range(first, min(first + 1000, count))]
        ask("POST", path + ":batch", {"users": users})


def requests_of(service_port, bare_port, path, work, target, **settings):
    """A row: the service's most, beside the bare handler's with the same load."""
    mine = load(service_port, path=path, **settings)
    bare = load(bare_port, path=path, **settings)["per_second"]
    if mine["refused"]:
        work += f" ({mine['refused']} refused)"
    row(work, mine["per_second"], "/s", mine["per_second"] / bare, "bare handler", target, p99_ms=mine["p99_ms"])
    return mine["per_second"]


def service_rows(database, url, service, bare):
    def ask(method, path, body=None):
        answer = service.admin(method, path, body)
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer}")
        return answer.body

    imported = import_rows(service, "stored", STORED, ["value"], lambda i: f"arm-{i % 2},{i % 100}")
    row(f"{database}: import of {STORED:,} rows CSV, ids in any order", imported, "rows/s",
        target=">= 120,000 (SQLite)" if database == "sqlite" else "")
    time.sleep(1.5)  # the service sees the new experiment
    stored = f"{API}/experiments/stored/assign"
    users = STORED // 10
    cold = load(service.port, kind="assign", path=stored, connections=64, users=STORED, seed=9)
    row(f"{database}: repeated assignment, cache missed", cold["per_second"], "/s", p99_ms=cold["p99_ms"])
    assign_all(ask, stored, users)  # the working set is read once
    most = requests_of(service.port, bare.port, stored, f"{database}: repeated assignment, 64 connections, {users:,} users",
                       ">= 0.6", kind="assign", connections=64, users=users, seed=2)
    half = load(service.port, kind="assign", path=stored, connections=64, users=users, rate=int(most / 2), seed=3)
    row(f"{database}: p99 of assignment at half of that, open loop", half["p99_ms"], "ms", target="<= 5 ms",
        p999_ms=half["p999_ms"])

    fresh = experiment(ask, f"{database} fresh", 3)
    first = 0
    for connections, target in ((64, ">= 0.15"), (256, ">= 0.25")):
        requests_of(service.port, bare.port, fresh + "/assign", f"{database}: first assignment, durable, {connections}",
                    target, kind="assign", connections=connections, first=first)
        first += 2_000_000
    assign_all(ask, fresh + "/assign", TRACKED)
    for connections, target in ((64, ">= 0.15"), (256, ">= 0.25")):
        requests_of(service.port, bare.port, fresh + "/track", f"{database}: track, durable, Zipf, {connections}", target,
                    kind="track", connections=connections, users=TRACKED, seed=4)
    raw = float(subprocess.run([str(OPTIONS.folder / "rawinsert"), url, str(SECONDS)], capture_output=True, text=True,
                               check=True).stdout)
    batch = load(service.port, kind="batch", path=fresh + "/track:batch", connections=16, users=TRACKED, seed=5)
    events = batch["per_second"] * 1000
    row(f"{database}: track:batch of 1,000", events, "events/s", events / raw, "raw insert",
        ">= 0.2" + (", >= 100,000/s" if database == "postgres" else ""), p99_ms=batch["p99_ms"])

    report_rows(database, service)
    many = 1000 if not OPTIONS.quick else 100
    for i in range(many):
        experiment(ask, f"{database} many {i}")
    time.sleep(3)  # the pages of all are prepared
    metrics = load(service.port, kind="get", path="/metrics", connections=1, seconds=2)
    row(f"{database}: /metrics with {many:,} running experiments", metrics["p99_ms"], "ms p99", target="<= 20 ms")
    row(f"{database}: memory after all of this", rss_mb(service.process.pid), "MB", target="<= 150 MB")
    service.stop()
    start = time.monotonic()
    service.start()
    row(f"{database}: start to ready, {many:,} experiments, {STORED:,} stored assignments", time.monotonic() - start, "s", target="<= 1 s")


def replicas_row(postgres, bare):
    """One service beside two, on the same database with the same load."""
    database = postgres.new_database()
    with Service(database) as one, Service(database) as two:
        path = experiment(lambda m, p, b=None: one.admin(m, p, b).body, "replicas") + "/assign"
        time.sleep(1.5)
        for port in (one.port, two.port):
            load(port, kind="assign", path=path, connections=64, users=50_000, seconds=3)
        alone = load(one.port, kind="assign", path=path, connections=64, users=50_000)["per_second"]
        generators = [subprocess.Popen([str(OPTIONS.folder / "loadgenerator"), f"port={port}", "kind=assign",
                                        f"path={path}", "connections=32", "users=50000", f"seconds={SECONDS}"],
                                       stdout=subprocess.PIPE, text=True) for port in (one.port, two.port)]
        both = sum(json.loads(g.communicate()[0])["per_second"] for g in generators)
        row("postgres: repeated assignment, two replicas", both, "/s", both / alone, "one replica",
            ">= 1.0 (two cores)")


def micro_rows():
    program = OPTIONS.folder / "microbench"
    if not program.exists():
        return
    done = subprocess.run([str(program), "--benchmark_format=json", "--benchmark_min_time=0.2"], capture_output=True,
                          text=True, check=True)
    floor = None
    for item in json.loads(done.stdout)["benchmarks"]:
        floor = floor or item["cpu_time"]
        row(f"micro: {item['name']}", item["cpu_time"], "ns", item["cpu_time"] / floor, "a name's copy",
            "< 1,000 ns" if item["name"] == "welchTest" else "")


def peer_rows(url, token):
    host, port = url.removeprefix("http://").rstrip("/").split(":")

    def ask(method, path, body=None):
        request = urllib.request.Request(url.rstrip("/") + path, json.dumps(body or {}).encode(), method=method, headers={
            "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.read()

    path = experiment(ask, f"bench {int(time.time())}")
    with Bare() as bare:
        for work, settings in (("first assignment, 32", {"kind": "assign", "first": 0}),
                               ("repeated assignment, 32", {"kind": "assign", "users": 200}),
                               ("track, 32", {"kind": "track", "users": 200})):
            end = "/track" if settings["kind"] == "track" else "/assign"
            mine = load(port, host=host, path=path + end, connections=32, **settings)
            limit = load(bare.port, path=path + end, connections=32, **settings)["per_second"]
            row(f"peer: {work}", mine["per_second"], "/s", mine["per_second"] / limit, "bare handler",
                p99_ms=mine["p99_ms"])


def main():
    if OPTIONS.peer:
        peer_rows(OPTIONS.peer, OPTIONS.peer_token)
    else:
        micro_rows()
        with Bare() as bare:
            if OPTIONS.only != "postgres":
                with Service() as service:
                    service_rows("sqlite", f"sqlite:///{service.folder.name}/raw.db", service, bare)
            if OPTIONS.only != "sqlite":
                with Postgres(OPTIONS.postgres) as postgres:
                    with Service(postgres.new_database()) as service:
                        service_rows("postgres", postgres.new_database(), service, bare)
                    replicas_row(postgres, bare)


main()
