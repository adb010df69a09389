# SPDX-License-Identifier: Apache-2.0
"""Makes the folder that a browser loads: the page, and the program under names that change with what they hold, each
beside its compressed forms."""
import argparse
import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("program", "page", "icon", "output"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--han-font", type=Path, help="a font for Chinese and Japanese; without one there is none")
    given = parser.parse_args()
    shutil.rmtree(given.output, ignore_errors=True)
    given.output.mkdir(parents=True)

    def add(content, stem, suffix):
        name = f"{stem}.{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
        (given.output / name).write_bytes(content)
        return name

    wasm = given.program.with_suffix(".wasm").read_bytes()
    script = given.program.with_suffix(".js").read_bytes()
    entry = re.search(rb"var (\w+) = \(", script)
    replaced = {
        "wasm": add(wasm, "xp-studio", ".wasm"),
        "wasm-bytes": str(len(wasm)),
        "script": add(script, "xp-studio", ".js"),
        "entry": entry.group(1).decode(),
        "qtloader": add((given.program.parent / "qtloader.js").read_bytes(), "qtloader", ".js"),
        "icon": add(given.icon.read_bytes(), "icon", ".svg"),
        "loader": add((given.page / "loader.js").read_bytes(), "loader", ".js"),
    }
    for name in ("words", "fonts"):
        replaced[name] = add((given.page / f"{name}.js").read_bytes(), name, ".js")
    replaced["font-index"] = ""
    if given.han_font and given.han_font.exists():
        import fontslices  # needs fontTools
        files = {name: add(font, f"han-{name}", ".ttf") for name, font in fontslices.slices(given.han_font)}
        replaced["font-index"] = add(fontslices.index(files), "han", ".json")
    page = (given.page / "index.html").read_text()
    for name, value in replaced.items():
        page = page.replace(f"@{name}@", value)
    assert not re.search(r"@[a-z-]+@", page), "a placeholder is left"
    (given.output / "index.html").write_text(page)

    brotli = shutil.which("brotli")
    for file in sorted(given.output.iterdir()):
        plain = file.read_bytes()
        Path(f"{file}.gz").write_bytes(gzip.compress(plain, 9, mtime=0))
        if brotli:
            subprocess.run([brotli, "--best", "--lgwin=24", "--force", "--keep", str(file)], check=True)
    wire = sum(file.stat().st_size for file in given.output.glob("*.br" if brotli else "*.gz")
               if not file.name.startswith("han"))
    print(f"{given.output}: {len(wasm) / 1e6:.1f} MB of program, {wire / 1e6:.2f} MB over the wire; "
          f"{sum(file.stat().st_size for file in given.output.glob('han*.br')) / 1e6:.2f} MB of fonts for those who need them")


if __name__ == "__main__":
    main()
