# SPDX-License-Identifier: Apache-2.0
"""importcommand.py SERVICE: xp-service import as a person runs it: what it says, what it returns, what is stored."""
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

GOOD = "player,arm,won,spent\n3,old,yes,1.5\n1,new,no,0\n2,old,no,2\n4,new,yes,7.25\n"
OPTIONS = ["--experiment", "shop", "--unit", "player", "--variant", "arm", "--metric", "won", "--metric", "spent:sum",
           "--primary", "won"]


class Shop:
    def __init__(self, service, folder):
        self.service = service
        self.folder = Path(folder)
        self.database = self.folder / "shop.db"

    def run(self, text, options, as_pipe=False):
        file = self.folder / "shop.csv"
        file.write_text(text)
        words = [self.service, "import", "-" if as_pipe else str(file), *options]
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{self.database}"}
        return subprocess.run(words, capture_output=True, text=True, env=environment, timeout=60,
                              input=text if as_pipe else None)

    def rows(self, sql):
        with sqlite3.connect(self.database) as connection:
            return connection.execute(sql).fetchall()


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"importcommand: {what}: expected {wanted!r}, found {found!r}")


def expect_failure(what, done, code, part):
    expect(f"{what}: exit code", done.returncode, code)
    expect(f"{what}: standard output", done.stdout, "")
    if part not in done.stderr:
        sys.exit(f"importcommand: {what}: no {part!r} in {done.stderr!r}")


def check(shop):
    expect_failure("bad row", shop.run(GOOD + "5,new,maybe,1\n", OPTIONS), 1, "line 6, column won: 'maybe'")
    expect_failure("unknown column", shop.run(GOOD.replace("arm", "group"), OPTIONS), 1, "no column 'arm'")
    expect_failure("unknown option", shop.run(GOOD, OPTIONS + ["--colour", "red"]), 2, "'--colour'")
    expect_failure("no primary", shop.run(GOOD, OPTIONS + ["--primary", "lost"]), 2, "'lost'")
    expect("nothing was stored", shop.rows("SELECT COUNT(*) FROM assignments"), [(0,)])

    done = shop.run(GOOD, OPTIONS + ["--control", "new"])
    expect("import: exit code", (done.returncode, done.stderr), (0, ""))
    for part in ["experiment shop", "new", "2 units, control", "won was taken as a conversion"]:
        if part not in done.stdout:
            sys.exit(f"importcommand: no {part!r} in {done.stdout!r}")
    expect("status", shop.rows("SELECT key, status, imported FROM experiments"), [("shop", "stopped", 1)])
    expect("units", shop.rows("SELECT unit_id, variant FROM assignments ORDER BY unit_id"),
           [("1", 0), ("2", 1), ("3", 1), ("4", 0)])
    expect("totals", shop.rows("SELECT unit_id, count_2, sum_2_0 FROM unit_totals WHERE count_2 IS NOT NULL ORDER BY unit_id"),
           [("2", 1, 2000000), ("3", 1, 1500000), ("4", 1, 7250000)])

    expect_failure("same key", shop.run(GOOD, OPTIONS), 1, "there is an experiment 'shop' already")
    piped = shop.run(GOOD.replace(",", ";"), ["--experiment", "piped", *OPTIONS[2:]], as_pipe=True)
    expect("pipe: exit code", (piped.returncode, piped.stderr), (0, ""))
    expect("pipe: units", shop.rows("SELECT COUNT(*) FROM assignments"), [(8,)])


def main():
    with tempfile.TemporaryDirectory() as folder:
        check(Shop(sys.argv[1], folder))
    print("importcommand: as expected")


main()
