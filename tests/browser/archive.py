# SPDX-License-Identifier: Apache-2.0
"""archive.py read ZIP NAME: a file of an archive, to standard output.
archive.py change ZIP NAME FROM TO COPY: a copy of the archive in which the first FROM in a file reads TO."""
import sys
import zipfile


def read(archive, name):
    with zipfile.ZipFile(archive) as zipped:
        sys.stdout.write(zipped.read(name).decode())


def change(archive, name, old, new, copy):
    with zipfile.ZipFile(archive) as zipped, zipfile.ZipFile(copy, "w") as changed:
        for entry in zipped.namelist():
            content = zipped.read(entry).decode()
            if entry == name:
                if old not in content:
                    sys.exit(f"archive.py: no {old!r} in {name}")
                content = content.replace(old, new, 1)
            changed.writestr(entry, content)


{"read": read, "change": change}[sys.argv[1]](*sys.argv[2:])
