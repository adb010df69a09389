#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""root.py FOLDER PROGRAM: the root file system of the image: the program, the packages that it and a few tools load, and
nothing to install more with. Debian's smallest image with the same would be half as large again, for its package manager.

Whole packages are copied, without manuals and translations and with their copyright files; what dpkg knows of each lies in
/var/lib/dpkg/status.d, where scanners look."""
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "sbom"))
import debian  # noqa: E402

# A shell and simple commands for `kubectl exec` and for hooks such as `sleep 5`; curl for the health check.
TOOLS = ["/bin/dash", "/bin/sleep", "/usr/bin/curl"]
PLUGINS = "/usr/lib/x86_64-linux-gnu/qt6/plugins/sqldrivers"
# Loaded by name, or read: they appear in no list of libraries.
DATA = ["base-files", "tzdata"]
WITHOUT = ["/usr/share/doc/", "/usr/share/man/", "/usr/share/locale/", "/usr/share/info/", "/usr/share/lintian/",
           "/usr/share/bug/", "/usr/share/bash-completion/", "/usr/share/zsh/", "/usr/share/menu/", "/usr/share/zoneinfo/right/",
           "/usr/lib/x86_64-linux-gnu/gconv/", "/usr/share/qt6/translations/"]
LINKS = ["bin", "sbin", "lib", "lib64"]
USER, GROUP = 1000, 1000
HOME = "/var/lib/experimentation"


def wanted(path):
    return path.startswith("/") and path != "/." and not any(path.startswith(folder) for folder in WITHOUT)


def copy(path, root):
    """A file or link of this system, in the folder that it is in there: through the links of /."""
    source, target = Path(path), root / path.lstrip("/")
    if source.is_dir() and not source.is_symlink():
        target.mkdir(parents=True, exist_ok=True)
    elif source.is_symlink() and target.is_symlink():
        return
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target, follow_symlinks=False)


def explain(package, root):
    """Its licence; in Debian's folder, which for some is a link to another package's."""
    folder = root / "usr/share/doc" / package.name
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(package.copyright())


def packages(program):
    plugins = sorted(str(path) for path in Path(PLUGINS).glob("libqsql*.so") if path.stem in ("libqsqlite", "libqsqlpsql"))
    programs = [program, *TOOLS, *plugins]
    found = debian.owners([*debian.libraries(programs), *TOOLS, *plugins])
    return sorted({*found, *(debian.known()[name] for name in DATA)})


def main():
    root, program = Path(sys.argv[1]), Path(sys.argv[2])
    for folder in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "etc/ssl/certs", "proc", "sys", "dev", "run"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name in LINKS:
        (root / name).symlink_to(f"usr/{name}")
    status = root / "var/lib/dpkg/status.d"
    status.mkdir(parents=True)
    for package in packages(program):
        for path in debian.run("dpkg-query", "-L", package.name).splitlines():
            if wanted(path) and Path(path).exists():
                copy(path, root)
        explain(package, root)
        (status / package.name).write_text(debian.run("dpkg-query", "-s", package.name))
    # Made by packages' scripts, which do not run here.
    copy("/etc/ssl/certs/ca-certificates.crt", root)
    explain(debian.known()["ca-certificates"], root)
    if not (root / "bin/sh").exists():
        (root / "bin/sh").symlink_to("dash")
    (root / "etc/nsswitch.conf").write_text("passwd: files\ngroup: files\nhosts: files dns\n")
    (root / "etc/passwd").write_text(f"root:x:0:0:root:/:/bin/sh\nexperimentation:x:{USER}:{GROUP}::{HOME}:/bin/sh\n")
    (root / "etc/group").write_text(f"root:x:0:\nexperimentation:x:{GROUP}:\n")
    shutil.copy2(program, root / "usr/bin" / program.name)
    subprocess.run(["ldconfig", "-r", str(root)], check=True)
    (root / "tmp").mkdir(exist_ok=True)
    (root / "tmp").chmod(0o1777)
    home = root / HOME.lstrip("/")
    home.mkdir(parents=True)
    shutil.chown(home, USER, GROUP)
    home.chmod(0o750)


if __name__ == "__main__":
    main()
