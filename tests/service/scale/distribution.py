# SPDX-License-Identifier: Apache-2.0
"""distribution.py [unit|experiment]: whether schema and statements qualify for Citus, shown on plain PostgreSQL.

The tables that resources/sql/distribute.sql distributes become hash partitions by the same column (or, with
`experiment`, by the other one that may be chosen): PostgreSQL itself refuses a key that lacks it. Against such a
database the contract is tested as ever, and every statement that the server saw is held to what Citus asks for."""
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "contract")]
import xpservice  # noqa: E402
from places import faults  # noqa: E402
from xpservice import BIN, Case, Postgres, Service  # noqa: E402

SCRIPT = HERE.parents[2] / "resources" / "sql" / "distribute.sql"
BY_EXPERIMENT = "experiment" in sys.argv[1:]
SUITES = ("application", "importing") if BY_EXPERIMENT else (
    "application", "events", "exposures", "identities", "importing", "metrics", "operation")
PARTITIONS = 3


def distributed_tables():
    """Table -> the column it is distributed by."""
    found = dict(re.findall(r"create_distributed_table\('(\w+)', '(\w+)'", SCRIPT.read_text()))
    if BY_EXPERIMENT:
        for table in ("assignments", "event_ids", "events", "sealed_sums", "unit_marks", "unit_totals"):
            found[table] = "experiment_id"
    return found


def reference_tables():
    return set(re.findall(r"create_reference_table\('(\w+)'\)", SCRIPT.read_text()))


class Partitioned(Postgres):
    """Its new databases hold the tables already, those that Citus would distribute in hash partitions."""

    def start(self):
        self.statements = Path(self.folder) / "statements.log"
        # Of the server's own folder: settings that start() gives no place for.
        with open(Path(self.folder) / "data" / "postgresql.auto.conf", "a") as settings:
            settings.write("log_statement = 'all'\nlogging_collector = on\nlog_directory = '" + self.folder +
                           "'\nlog_filename = 'statements.log'\nlog_line_prefix = ''\nlog_rotation_size = 0\n")
        super().start()

    def sql(self, text, database):
        done = self.run("psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U",
                        "postgres", "-d", database, "-c", text)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout.strip().splitlines()

    def make_template(self):
        """The tables that the service makes, partitioned."""
        url = super().new_database()
        self.template = url.rsplit("/", 1)[1]
        with Service(url):
            pass
        # As the service makes them: the partitioned tables have no foreign keys, triggers and rules of the plain ones.
        self.plain = self.template + "_plain"
        self.copy(self.template, self.plain)
        for table, column in distributed_tables().items():
            self.sql(f"ALTER TABLE {table} RENAME TO plain; "
                     f"CREATE TABLE {table} (LIKE plain INCLUDING DEFAULTS) PARTITION BY HASH ({column})", self.template)
            for index in self.sql("SELECT pg_get_indexdef(indexrelid) FROM pg_index"
                                  " WHERE indrelid = 'plain'::regclass", self.template):
                unique, name, columns = re.fullmatch(
                    r"CREATE (UNIQUE )?INDEX (\w+) ON (?:ONLY )?public\.plain USING btree (.*)", index).groups()
                self.sql(f"DROP TABLE IF EXISTS none; ALTER INDEX {name} RENAME TO old_{name}; "
                         f"CREATE {unique or ''}INDEX {name} ON {table} {columns}", self.template)
            for number in range(PARTITIONS):
                self.sql(f"CREATE TABLE {table}_{number} PARTITION OF {table}"
                         f" FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {number})", self.template)
            self.sql("DROP TABLE plain", self.template)

    def copy(self, of, name):
        made = self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-T", of, name)
        if made.returncode:
            raise RuntimeError(made.stderr)

    def new_database(self):
        self.databases += 1
        name = f"test{self.databases}"
        self.copy(self.template, name)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def seen(self):
        """The texts of all statements of the service, each once, blanks made one."""
        text = self.statements.read_text(errors="replace")
        found = re.findall(r"LOG:  (?:statement|execute [^:]*): (.*?)(?=\n[A-Z]+:  |\Z)", text, re.S)
        return {re.sub(r"^PREPARE \w+ AS ", "", " ".join(statement.split())) for statement in found}


class Schema(unittest.TestCase):
    def test_every_table_has_its_place(self):
        tables = set(Case.postgres.sql("SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE"
                                       " nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition",
                                       Case.postgres.template))
        placed = set(distributed_tables()) | reference_tables()
        # Which migrations have run is asked of the coordinator alone.
        self.assertEqual(tables - {"schema_version"}, placed)

    def test_nothing_that_citus_refuses(self):
        names = ", ".join(f"'{table}'" for table in distributed_tables())
        for what, query in {
            "foreign keys": f"SELECT conname FROM pg_constraint WHERE contype = 'f' AND (conrelid::regclass::text IN "
                            f"({names}) OR confrelid::regclass::text IN ({names}))",
            "triggers": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
            "rules": "SELECT rulename FROM pg_rules WHERE schemaname = 'public'",
            "sequences": "SELECT relname FROM pg_class WHERE relkind = 'S'",
            "types of keys": "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attname IN ('unit_id',"
                             " 'experiment_id', 'anonymous_id') AND atttypid <> 'text'::regtype AND attrelid IN"
                             " (SELECT oid FROM pg_class WHERE relkind = 'p')",
        }.items():
            where = Case.postgres.template if what == "types of keys" else Case.postgres.plain
            self.assertEqual(Case.postgres.sql(query, where), [], what)

    def test_references_come_after_what_they_refer_to(self):
        order = re.findall(r"create_reference_table\('(\w+)'\)", SCRIPT.read_text())
        for line in Case.postgres.sql("SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint"
                                      " WHERE contype = 'f'", Case.postgres.template):
            child, parent = line.split("|")
            self.assertLess(order.index(parent), order.index(child))


class Rehearsal(unittest.TestCase):
    """What the suites have no time for: months that are sealed, histories that go, writers that are gone."""

    def test_the_command_plays_all_kinds_of_statements(self):
        done = subprocess.run([str(BIN), "check-schema"], capture_output=True, text=True,
                              env={**os.environ, "DATABASE_URL": Case.postgres.new_database()})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        seen = Case.postgres.seen()
        for verb in ("INSERT INTO sealed_sums", "DELETE FROM moments WHERE writer", "DELETE FROM user_events WHERE (scope",
                     "FROM unit_totals t JOIN assignments"):
            self.assertTrue(any(verb in statement for statement in seen), verb)


class Statements(unittest.TestCase):
    """After the suites: what the server has seen."""

    @classmethod
    def setUpClass(cls):
        cls.tables = distributed_tables()
        cls.all = {s for s in Case.postgres.seen() if cls.of(s)}

    @classmethod
    def of(cls, statement):
        """The distributed tables that a statement is about."""
        return {table for table in cls.tables if re.search(rf"(FROM|JOIN|INTO|UPDATE) {table}\b", statement)}

    def each(self, pattern):
        for statement in self.all:
            if re.search(pattern, statement, re.I):
                yield statement

    def test_each_table_was_written_and_read(self):
        sources = "".join(path.read_text() for path in (HERE.parents[2] / "core" / "storage").glob("*.cpp"))
        for table in (t for t in self.tables if not BY_EXPERIMENT and re.search(rf"\bINTO {t}\b", sources)):
            for verb in (f"INSERT INTO {table}", f"(FROM|JOIN) {table}"):
                self.assertTrue(list(self.each(verb + r"\b")), verb)
        print(f"{len(self.all)} different statements on distributed tables", file=sys.stderr)
        self.assertGreater(len(self.all), 20)

    def test_rows_come_with_their_key_and_keep_it(self):
        for statement in self.each(r"^INSERT INTO|\bWITH\b.*\bINSERT INTO"):
            for table, columns in re.findall(r"INSERT INTO (\w+) \(([^)]*)\)", statement):
                if table in self.tables:
                    self.assertIn(self.tables[table], columns.replace(" ", "").split(","), statement)
        for statement in self.each(r"\bUPDATE\b.*\bSET\b"):
            changed = re.findall(r"(?:SET|,) (\w+) =", statement.split(" SET ", 1)[1].join(("SET ", "")))
            for table in self.of(statement):
                self.assertNotIn(self.tables[table], changed, statement)

    def test_no_form_that_citus_does_not_run(self):
        for form in (r"\bFOR (UPDATE|SHARE|NO KEY|KEY SHARE)\b", r"\bGROUPING SETS\b|\bCUBE\b|\bROLLUP\b",
                     r"\bTABLESAMPLE\b", r"\bWITH RECURSIVE\b", r"\bLATERAL\b",
                     r"\b(UPDATE|DELETE)\b.*\b(random|clock_timestamp|timeofday|gen_random_uuid)\s*\(",
                     r"\b(FULL|RIGHT) (OUTER )?JOIN\b", r"\bcurrval|nextval|setval\b"):
            self.assertEqual(list(self.each(form)), [], form)

    def faults(self, statement):
        # The ones that have a key of their own are not placed with the others.
        groups = {table: table if table == "identities" else key for table, key in self.tables.items()}
        return faults(statement, self.tables, groups)

    def test_each_finds_its_rows_in_one_place(self):
        for statement in set() if BY_EXPERIMENT else self.all:  # what is told without an experiment is by unit
            self.assertEqual(self.faults(statement), [])

    def test_what_is_in_two_places_is_found(self):
        self.assertEqual(self.faults("SELECT 1 FROM assignments a JOIN events e ON e.unit_id = a.unit_id"
                                     " AND e.experiment_id = a.experiment_id"), [])
        for bad in ("SELECT 1 FROM experiments e WHERE EXISTS (SELECT 1 FROM assignments a WHERE a.experiment_id = e.id)",
                    "SELECT 1 FROM user_events u WHERE u.unit_id = $1 AND NOT EXISTS (SELECT 1 FROM event_ids i"
                    " WHERE i.unit_id = $2 AND i.event_id = u.event_id)",
                    "SELECT 1 FROM (SELECT unit_id FROM assignments LIMIT 5) a LEFT JOIN unit_totals t"
                    " ON t.unit_id = a.unit_id",
                    "SELECT 1 FROM heard h JOIN assignments a ON a.unit_id = h.unit_id"
                    " JOIN user_events u ON u.unit_id = h.source",
                    "SELECT 1 FROM identities i JOIN assignments a ON a.unit_id = i.unit_id"):
            self.assertNotEqual(self.faults(bad), [], bad)


if __name__ == "__main__":
    sys.argv[1:] = [a for a in sys.argv[1:] if a not in ("unit", "experiment")]
    with Partitioned() as Case.postgres:
        Case.postgres.make_template()
        load = unittest.defaultTestLoader
        suite = unittest.TestSuite([load.loadTestsFromTestCase(Schema)])
        for name in SUITES:
            suite.addTests(load.loadTestsFromModule(__import__(name)))
        suite.addTests(load.loadTestsFromTestCase(Rehearsal))
        suite.addTests(load.loadTestsFromTestCase(Statements))
        result = unittest.TextTestRunner(verbosity=1).run(suite)
        sys.exit(not result.wasSuccessful())
