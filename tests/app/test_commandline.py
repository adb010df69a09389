# SPDX-License-Identifier: Apache-2.0
"""The program xp-studio as a shell sees it: exit codes, help without a display, and no token in the process list."""
import os
import pathlib
import subprocess
import time
import unittest

STUDIO = os.path.join(os.environ["XP_BIN_DIR"], "xp-studio")


def run(*arguments, **environment):
    return subprocess.run([STUDIO, *arguments], capture_output=True, text=True, timeout=60,
                          env={**os.environ, **environment})


class CommandLine(unittest.TestCase):
    def test_help_and_version_need_no_display(self):
        for option in ("--help", "--version"):
            answer = run(option, QT_QPA_PLATFORM="xcb", DISPLAY="")
            self.assertEqual(answer.returncode, 0, answer.stderr)
            self.assertIn("xp-studio", answer.stdout)

    def test_wrong_usage(self):
        answer = run("--theme", "pink")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("pink", answer.stderr)

    def test_a_picture_of_a_wrong_address(self):
        answer = run("--connect", "ftp://example.org", "--screenshot", "never.png")
        self.assertEqual(answer.returncode, 2)
        self.assertFalse(pathlib.Path("never.png").exists())

    def test_the_token_is_not_in_the_process_list(self):
        secret = "token-for-the-test"
        for arguments in (["--token", secret], [f"--token={secret}"]):
            studio = subprocess.Popen([STUDIO, "--connect", "http://127.0.0.1:9", *arguments],
                                      stderr=subprocess.DEVNULL)
            try:
                shown = pathlib.Path(f"/proc/{studio.pid}/cmdline")
                deadline = time.monotonic() + 20
                # Empty while the program is being loaded.
                while ("--connect" not in shown.read_text() or secret in shown.read_text()) \
                        and time.monotonic() < deadline:
                    time.sleep(0.05)
                self.assertNotIn(secret, shown.read_text())
                self.assertIn("--connect", shown.read_text())
            finally:
                studio.kill()
                studio.wait()


if __name__ == "__main__":
    unittest.main()
