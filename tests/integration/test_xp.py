# SPDX-License-Identifier: Apache-2.0
"""The xp script in a copy of its own, with stand-ins for apt, cmake, the service and the studio."""
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(os.environ["XP_SOURCE_DIR"])

SERVICE = """#!/usr/bin/python3
import http.server, os, signal, sys
print("service started", *sys.argv[1:], flush=True)
if os.environ.get("FAIL"):
    print("no database", file=sys.stderr)
    sys.exit(3)
def end(*_):
    print("service ended", flush=True)
    os._exit(0)
signal.signal(signal.SIGTERM, end)
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Ready).serve_forever()
"""
STUDIO = """#!/bin/sh
trap 'echo "studio ended"; exit 0' TERM
echo "studio started $*"
while :; do sleep 0.05; done
"""
CTEST = f"ctest --preset ci -j{len(os.sched_getaffinity(0)) + 1}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


class Xp(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "a tree"
        self.root.mkdir()
        self.tools = Path(folder.name) / "tools"
        for name in ("xp", "docs/quickstart.sh", "packaging/dependencies", "CMakePresets.json"):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (SOURCE / name).is_dir() else shutil.copy
            copy(SOURCE / name, self.root / name)
        self.calls = self.root / "calls"
        self.installed(self.packages())
        for name in ("apt-get", "sudo"):
            self.tool(name, f'#!/bin/sh\necho "{name} $*" >>"{self.calls}"\n')
        # Knows every package but those whose name ends in "-old".
        self.tool("apt-cache", '#!/bin/sh\ncase $2 in *-old) exit 100 ;; esac\n')
        self.tool("cmake", f'#!/bin/sh\necho "cmake $*" >>"{self.calls}"\nmkdir -p build/$2\ntouch build/$2/build.ninja\n')
        self.tool("ctest", f'#!/bin/sh\necho "ctest $*" >>"{self.calls}"\n')
        self.write("build/release/bin/xp-service", SERVICE)
        self.write("build/release/bin/xp-studio", STUDIO)

    def packages(self, *sets):
        sets = sets or ("service", "studio", "run", "test", "long")
        lines = [line.split("#")[0].strip() for name in sets
                 for line in (SOURCE / f"packaging/dependencies/{name}.txt").read_text().splitlines()]
        return [line.split("|")[0].split("@")[0].lstrip("?") for line in lines if line]

    def write(self, path, text):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def tool(self, name, text):
        self.tools.mkdir(exist_ok=True)
        self.write(self.tools / name, text)

    def installed(self, packages):
        lines = "\n".join(f"installed {name}" for name in packages)
        self.tool("dpkg-query", f"#!/bin/sh\ncat <<'END'\nnot-installed gone\n{lines}\nEND\n")

    def environment(self, **more):
        clean = {name: value for name, value in os.environ.items()
                 if name not in ("DISPLAY", "WAYLAND_DISPLAY", "ADMIN_TOKEN", "HOST", "PORT", "TLS_CERT", "XP_SKIP_PACKAGES")}
        return {**clean, "PATH": f"{self.tools}:{os.environ['PATH']}", "PORT": free_port(), **more}

    def xp(self, *arguments, **environment):
        return subprocess.run([self.root / "xp", *arguments], env=self.environment(**environment), timeout=60,
                              capture_output=True, text=True)

    def called(self):
        return self.calls.read_text().splitlines() if self.calls.exists() else []

    # --- what it was told

    def test_wrong_use_is_told_with_status_2(self):
        for arguments in (["nothing"], ["run", "--nothing"], ["run", "--check", "--demo"], ["test", "--nothing"]):
            ran = self.xp(*arguments)
            self.assertEqual((ran.returncode, "Usage:" in ran.stderr), (2, True), arguments)
        self.assertEqual(self.called(), [])

    def test_help(self):
        for arguments in ([], ["help"], ["--help"]):
            ran = self.xp(*arguments)
            self.assertEqual((ran.returncode, "Usage:" in ran.stdout), (0, True), arguments)

    # --- packages

    def test_nothing_missing_asks_nothing_of_apt(self):
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertEqual([call for call in self.called() if call.startswith(("apt", "sudo"))], [])

    def test_missing_packages_are_named_and_installed(self):
        self.installed(set(self.packages()) - {"cmake", "postgresql"})
        ran = self.xp("test")
        self.assertEqual(ran.returncode, 0)
        self.assertIn("Missing packages: cmake postgresql", ran.stderr)
        calls = [call for call in self.called() if "apt-get" in call]
        self.assertTrue(calls[0].endswith("apt-get update -q"), calls)
        self.assertTrue(calls[1].endswith("install -y -q --no-install-recommends cmake postgresql"), calls)

    def test_the_second_of_two_names_counts_where_the_distribution_has_no_first(self):
        names = self.root / "packaging/dependencies/run.txt"
        names.write_text("curl-old|curl-new\n")
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertTrue(any(call.endswith(" curl-new") for call in self.called()), self.called())
        self.calls.unlink()
        for name in ("curl-new", "curl-old"):
            self.installed(self.packages() + [name])
            self.assertEqual(self.xp("test").returncode, 0)
            self.assertEqual([call for call in self.called() if "install" in call], [], name)

    def test_the_second_of_two_names_does_not_stand_for_a_first_that_can_be_had(self):
        (self.root / "packaging/dependencies/run.txt").write_text("compiler-16|compiler\n")
        self.installed(self.packages() + ["compiler"])
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertTrue(any(call.endswith(" compiler-16") for call in self.called()), self.called())

    def test_a_program_that_can_be_run_is_not_missing(self):
        names = self.root / "packaging/dependencies/run.txt"
        names.write_text("node-runtime@node-here\n")
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertTrue(any(call.endswith(" node-runtime") for call in self.called()), self.called())
        self.calls.unlink()
        self.tool("node-here", "#!/bin/sh\n")
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertEqual([call for call in self.called() if "install" in call], [])

    def test_what_the_distribution_does_not_have_is_done_without(self):
        names = self.root / "packaging/dependencies/run.txt"
        names.write_text("?peer-old@peer-here\n")
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertEqual([call for call in self.called() if "apt-get" in call], [])
        names.write_text("?peer-new@peer-here\n")
        self.assertEqual(self.xp("test").returncode, 0)
        self.assertTrue(any(call.endswith(" peer-new") for call in self.called()), self.called())

    def test_without_apt_the_list_is_shown(self):
        for name in ("bash", "sed", "dirname", "readlink"):
            self.tool(name, f'#!/bin/sh\nexec {shutil.which(name)} "$@"\n')
        (self.tools / "apt-get").unlink()
        ran = self.xp("run", PATH=str(self.tools))
        self.assertEqual(ran.returncode, 1, ran.stderr)
        self.assertIn("has no apt", ran.stderr)
        self.assertIn("  qt6-base-dev\n", ran.stdout)

    # --- building and testing

    def failing_tests(self, names, again):
        """A ctest whose first run fails with `names` and whose next ends with the status `again`."""
        self.tool("ctest", f"""#!/bin/sh
echo "ctest $*" >>"{self.calls}"
case $* in *--rerun-failed*) exit {again} ;; esac
mkdir -p build/ci/Testing/Temporary
printf '%s\n' {names} >build/ci/Testing/Temporary/LastTestsFailed.log
exit 8
""")

    def test_what_failed_runs_once_more_and_is_named(self):
        self.failing_tests("7:tst_clock 12:contract_peer", again=0)
        ran = self.xp("test")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("UNSTEADY (failed beside others, passed alone): tst_clock contract_peer", ran.stderr)
        self.assertEqual(self.called()[-1], "ctest --preset ci --rerun-failed")

    def test_what_fails_twice_has_failed(self):
        self.failing_tests("7:tst_clock", again=8)
        ran = self.xp("test")
        self.assertEqual(ran.returncode, 8)
        self.assertNotIn("UNSTEADY", ran.stderr)

    def test_many_failures_are_no_bad_luck(self):
        self.failing_tests("1:a 2:b 3:c 4:d 5:e 6:f", again=0)
        self.assertNotEqual(self.xp("test").returncode, 0)
        self.assertEqual(self.called()[-1], CTEST)

    def test_configures_once_and_again_when_the_presets_have_changed(self):
        for _ in range(2):
            self.xp("test")
        self.assertEqual(self.called(), ["cmake --preset ci", "cmake --build --preset ci", CTEST]
                         + ["cmake --build --preset ci", CTEST])
        self.calls.unlink()
        later = time.time() + 5
        os.utime(self.root / "CMakePresets.json", (later, later))
        self.xp("test")
        self.assertEqual(self.called()[0], "cmake --preset ci")

    # --- running

    def start(self, *arguments, **environment):
        started = subprocess.Popen([self.root / "xp", "run", *arguments], env=self.environment(**environment),
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        self.addCleanup(started.stdout.close)
        self.addCleanup(lambda: started.poll() is None and os.killpg(started.pid, signal.SIGKILL))
        return started

    def until(self, process, text):
        seen = ""
        while text not in seen:
            line = process.stdout.readline()
            self.assertTrue(line, f"ended without {text!r}:\n{seen}")
            seen += line
        return seen

    def test_ctrl_c_ends_service_and_studio(self):
        port = free_port()
        started = self.start("--demo", DISPLAY=":7", PORT=port)
        seen = self.until(started, f"studio started --connect http://127.0.0.1:{port}")
        seen += self.until(started, "Ctrl+C") if "Ctrl+C" not in seen else ""
        self.assertIn("service started --demo", seen)
        self.assertIn(f"curl -X POST http://127.0.0.1:{port}/api/v1/experiments ", seen)
        self.assertNotIn("#=>", seen)
        os.killpg(started.pid, signal.SIGINT)
        rest, _ = started.communicate(timeout=10)
        self.assertIn("service ended", rest)
        self.assertIn("studio ended", rest)
        self.assertEqual(started.returncode, 0)

    def test_without_a_display_the_studio_stays_closed(self):
        started = self.start()
        seen = self.until(started, "No display")
        os.killpg(started.pid, signal.SIGTERM)
        rest, _ = started.communicate(timeout=10)
        self.assertNotIn("studio started", seen + rest)

    def test_port_0_is_one_that_is_free(self):
        started = self.start(PORT="0")
        seen = self.until(started, "No display")
        os.killpg(started.pid, signal.SIGTERM)
        rest, _ = started.communicate(timeout=10)
        self.assertRegex(seen + rest, r"The service is at http://127\.0\.0\.1:[1-9]\d+ ")

    def test_a_service_that_fails_ends_it_with_its_status(self):
        ran = self.xp("run", FAIL="1")
        self.assertEqual(ran.returncode, 3)
        self.assertIn("no database", ran.stderr)
        self.assertNotIn("Quick Start", ran.stdout)

    def test_a_taken_port_is_told_before_anything_starts(self):
        port = free_port()
        first = self.start(PORT=port)
        self.until(first, "No display")
        second = self.xp("run", PORT=port)
        os.killpg(first.pid, signal.SIGTERM)
        first.communicate(timeout=10)
        self.assertEqual(second.returncode, 1)
        self.assertIn("PORT=", second.stderr)
        self.assertNotIn("service started", second.stdout)

    def test_a_secret_token_is_not_printed(self):
        started = self.start(ADMIN_TOKEN="s3cret")
        seen = self.until(started, "No display")
        os.killpg(started.pid, signal.SIGTERM)
        rest, _ = started.communicate(timeout=10)
        self.assertIn('Bearer $ADMIN_TOKEN"', seen + rest)
        self.assertNotIn("s3cret", seen + rest)


if __name__ == "__main__":
    sys.exit(unittest.main())
