# SPDX-License-Identifier: Apache-2.0
"""What of a release can be tried without making one: the workflow names commands and files that exist, release.sh refuses
a commit that is none, and the Containerfile is of the instructions that tests/long/container.py carries out."""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

SOURCE = Path(os.environ["XP_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests/long"))
import containerfile  # noqa: E402


def git(folder, *words):
    subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example", *words], check=True,
                   capture_output=True)


class Workflow(unittest.TestCase):
    def setUp(self):
        self.jobs = yaml.safe_load((SOURCE / ".github/workflows/release.yaml").read_text())["jobs"]

    def test_every_step_runs_what_is_there(self):
        commands = [step["run"] for job in self.jobs.values() for step in job["steps"] if "run" in step]
        scripts = {word for command in commands for word in re.findall(r"(?:^|\s)(\.?[\w/.-]*/[\w./-]+|\./xp)\b", command)
                   if not word.startswith("build/") and ((SOURCE / word.split("/")[0]).is_dir() or word == "./xp")}
        self.assertLessEqual({"./xp", "packaging/release.sh", "tests/long/packages.sh", "packaging/Containerfile"}, scripts)
        for script in scripts:
            self.assertTrue((SOURCE / script).exists(), script)

    def test_nothing_is_published_before_it_is_tested(self):
        self.assertIn("./xp test", [step.get("run") for step in self.jobs["make"]["steps"]])
        self.assertEqual(set(self.jobs["publish"]["needs"]), {"make", "image"})
        self.assertEqual(self.jobs["image"]["needs"], "make")


class ReleaseScript(unittest.TestCase):
    def refusal(self, prepare):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "project"
            (project / "packaging").mkdir(parents=True)
            for name in ("packaging/release.sh", "CMakeLists.txt", "CHANGELOG.md"):
                (project / name).write_bytes((SOURCE / name).read_bytes())
            git(project, "init", "-q")
            git(project, "add", ".")
            git(project, "commit", "-q", "-m", "one")
            prepare(project)
            ran = subprocess.run(["bash", project / "packaging/release.sh", Path(folder) / "dist"], capture_output=True,
                                 text=True)
            self.assertNotEqual(ran.returncode, 0)
            return ran.stderr

    def test_it_refuses_what_is_no_release(self):
        version = re.search(r"experimentation VERSION ([0-9.]+)", (SOURCE / "CMakeLists.txt").read_text()).group(1)
        self.assertIn(f"does not carry the tag v{version}", self.refusal(lambda project: None))
        self.assertIn("not committed", self.refusal(lambda project: (project / "new").write_text("x")))

        def tagged_without_a_word(project):
            (project / "CHANGELOG.md").write_text("# Changelog\n")
            git(project, "commit", "-q", "-a", "-m", "two")
            git(project, "tag", f"v{version}")
        self.assertIn("CHANGELOG.md has no section", self.refusal(tagged_without_a_word))


class Containerfile(unittest.TestCase):
    def setUp(self):
        text = (SOURCE / "packaging/Containerfile").read_text()
        self.instructions = list(containerfile.instructions(text))

    def test_every_instruction_is_known(self):
        for name, _ in self.instructions:
            self.assertTrue(hasattr(containerfile.Builder, f"do_{name.lower()}"), name)

    def test_it_is_what_the_manifests_expect(self):
        told = dict(self.instructions)
        self.assertEqual(told["USER"], "1000:1000")
        self.assertIn("/health/live", told["HEALTHCHECK"])
        self.assertEqual(told["EXPOSE"], "8000")
        stages = [rest for name, rest in self.instructions if name == "FROM"]
        self.assertEqual(stages[-1], "service", "where no stage is named, the service alone is built")
        self.assertEqual(stages[1], "scratch AS service", "layers below would count")

    def test_what_it_copies_exists(self):
        for name, rest in self.instructions:
            if name == "COPY" and "--from" not in rest:
                source = rest.split()[0]
                self.assertTrue((SOURCE / source).exists() or source == "build/wasm/bundle", rest)


if __name__ == "__main__":
    unittest.main()
