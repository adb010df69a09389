# SPDX-License-Identifier: Apache-2.0
"""commands.py: runs the commands of the documents as a reader would paste them, document by document.

A block marked `<!-- tried -->` must succeed; with `<!-- tried: TEXT | TEXT -->` its output must hold each TEXT. All
blocks of a document run in one shell, in their order, against a service of their own with a throw-away database.
Only addresses and paths are other than printed; see `told_otherwise`. curl fails for an answer that is an error.
A document that holds `<!-- after the Quick Start -->` finds what docs/quickstart.sh makes.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ["XP_SOURCE_DIR"])
sys.path[:0] = [str(ROOT / "tests/lint"), str(ROOT / "tests/service")]
import markdown  # noqa: E402
import tree  # noqa: E402
from xpservice import BIN, Postgres, Service  # noqa: E402

TOKEN = "dev-admin-token"
PATIENCE = 100
END = "--- end of block"
# What the documents take for granted in the reader's folder.
FILES = {"cookie_cats.csv": "userid,version,sum_gamerounds,retention_1,retention_7\n" + "".join(
    f"{n},{'gate_30' if n % 2 else 'gate_40'},{n % 7},{'TRUE' if n % 3 else 'FALSE'},{'TRUE' if n % 5 else 'FALSE'}\n"
    for n in range(200))}


class Shell:
    """bash, to which blocks are given one after the other."""

    def __init__(self, folder, environment):
        self.process = subprocess.Popen(["bash"], cwd=folder, env=environment, stdin=subprocess.PIPE, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        self.run('curl() { command curl -sS --fail-with-body "$@"; }; set -o pipefail')

    def run(self, commands):
        """Exit status of the last command that failed (0: none), and all output."""
        self.process.stdin.write(f"xp_failed=0; trap 'xp_failed=$?' ERR\n{commands}\ntrap - ERR\n"
                                 f"echo; echo '{END}' $xp_failed\n")
        self.process.stdin.flush()
        output = []
        for line in self.process.stdout:
            if line.startswith(END):
                return int(line.split()[-1]), "".join(output)
            output.append(line)
        return -1, "".join(output) + "\n(the shell has ended)"

    def close(self):
        self.process.stdin.close()
        try:
            os.killpg(self.process.pid, 15)
        except ProcessLookupError:
            pass
        self.process.stdout.close()
        self.process.wait(PATIENCE)


class Documents(unittest.TestCase):
    maxDiff = None

    def told_otherwise(self, text):
        """The addresses of this test in place of those that are printed."""
        if "postgresql://" in text:
            text = text.replace("postgresql://experimentation:secret@db.example/experimentation", self.database())
        for path in ("build/release/bin/", "build/ci/bin/"):
            text = text.replace(path, "")
        return text.replace("127.0.0.1:8000", f"127.0.0.1:{self.service.port}")

    def database(self):
        """A PostgreSQL database, the same for all of a document."""
        if not self.database_url:
            postgres = Postgres()
            postgres.__enter__()
            self.addCleanup(postgres.__exit__, None, None, None)
            self.database_url = postgres.new_database()
        return self.database_url

    def run_document(self, path):
        folder = tempfile.mkdtemp(prefix="xp-document-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        for name, text in FILES.items():
            (Path(folder) / name).write_text(text)
        self.database_url = None
        database = f"sqlite:///{folder}/experimentation.db"
        with Service(database, ADMIN_TOKEN=TOKEN, XP_ANONYMOUS="assign,track,stats") as self.service:
            shell = Shell(folder, {"PATH": f"{BIN.parent}:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8",
                                   "DATABASE_URL": database, "ADMIN_TOKEN": TOKEN, "QT_QPA_PLATFORM": "offscreen"})
            self.addCleanup(shell.close)
            text = (ROOT / path).read_text()
            if "<!-- after the Quick Start -->" in text:
                self.run_block(shell, "docs/quickstart.sh", "", (ROOT / "docs/quickstart.sh").read_text())
            for number, mark, wanted, commands in markdown.command_blocks(text):
                if mark == "tried":
                    self.run_block(shell, f"{path}:{number}", wanted, commands)

    def run_block(self, shell, where, wanted, commands):
        status, output = shell.run(self.told_otherwise(commands))
        self.assertEqual(status, 0, f"{where} fails:\n{output}")
        for text in filter(None, (part.strip() for part in wanted.split("|"))):
            self.assertIn(text, output, f"{where}: its output does not hold this")


def add_tests():
    """One test a document that has commands to try."""
    for path in tree.files(ROOT):
        if path.suffix != ".md":
            continue
        blocks = list(markdown.command_blocks((ROOT / path).read_text()))
        if any(mark == "tried" for _, mark, _, _ in blocks):
            name = "test_" + str(path).removesuffix(".md").replace("/", "_").replace("-", "_").lower()
            setattr(Documents, name, lambda self, path=path: self.run_document(path))


add_tests()
if __name__ == "__main__":
    unittest.main(verbosity=2)
