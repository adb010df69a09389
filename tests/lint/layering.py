# SPDX-License-Identifier: Apache-2.0
"""layering.py ROOT QT_INCLUDE_DIR: fails on an include or a link that docs/design/libraries.md does not allow.

The graph there is the only source: an arrow, and what follows from two. Beside it: which Qt modules a library may
see, that the statistics kernel knows only std, Boost.Math and tl-expected, and that databases are seen by storage alone.
"""
import re
import sys
from pathlib import Path

import tree

GRAPH_FILE = Path("docs/design/libraries.md")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')

# Which Qt modules a library may include; a core library that is not named here sees QtCore alone.
QT_MODULES = {
    "stats": set(),
    "files": {"QtCore", "QtZlib"},
    "storage": {"QtCore", "QtSql"},
    "remote": {"QtCore", "QtNetwork"},
    "integrations": {"QtCore", "QtNetwork"},
    "http": set(),
    "service": {"QtCore"},
    "ui": {"QtCore", "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtPrintSupport"},
    "app": {"QtCore", "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtNetwork"},
}
KERNEL_HEADERS = re.compile(r"^(boost/math/.*|tl/expected\.hpp|[a-z_]+)$")
DATABASE_HEADERS = re.compile(r"^(sqlite3|libpq-fe|pqxx/.*)(\.h)?$")


def read_graph(text):
    """The arrows of the first mermaid block as {library: {libraries it may include}}."""
    block = re.search(r"```mermaid\n(.*?)```", text, re.S)
    arrows = re.findall(r"([\w-]+)\s*-->(?:\|[^|]*\|)?\s*([\w-]+)", block.group(1)) if block else []
    graph = {}
    for user, used in arrows:
        graph.setdefault(user, set()).add(used)
        graph.setdefault(used, set())
    return graph


def closure(graph, library):
    seen, waiting = set(), [library]
    while waiting:
        for used in graph.get(waiting.pop(), ()):
            if used not in seen:
                seen.add(used)
                waiting.append(used)
    return seen


def library_of(path, graph):
    """core/storage/store.h -> storage, service/log.h -> service, service/http/x.h -> http where the graph has an http;
    None for what is in no library."""
    parts = Path(path).parts
    if parts[0] == "core":
        return parts[1] if len(parts) > 2 else None
    if parts[0] not in tree.CODE_FOLDERS or len(parts) < 2:
        return None
    return parts[1] if len(parts) > 2 and parts[1] in graph else parts[0]


def includes(text):
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def qt_headers(folder):
    """{QWidget: QtWidgets, ...} of an installed Qt; fails where there is none, since then nothing would be checked."""
    found = {header.name: module.name for module in Path(folder).glob("Qt*") if module.is_dir()
             for header in module.iterdir()}
    if not found:
        sys.exit(f"layering: no Qt headers in {folder}")
    return found


def check_include(root, graph, library, quote, name, modules):
    """What is wrong with an #include of a library, or None."""
    if quote == '"':
        used = library_of(name, graph)
        if used is None:
            return None if name.endswith(".moc") else f'"{name}" is not a path from the root of the project'
        if not (root / name).is_file():
            return f'"{name}" does not exist'
        allowed = closure(graph, library) | {library}
        return None if used in allowed else f"{library} may not include {used} ({name})"
    first = name.split("/")[0]
    module = first if first.startswith("Qt") and "/" in name else modules.get(first)
    if module and module not in QT_MODULES.get(library, {"QtCore"}):
        return f"{library} may not include {module} (<{name}>)"
    if library == "stats" and not KERNEL_HEADERS.match(name):
        return f"stats knows std, Boost.Math and tl-expected only (<{name}>)"
    if library != "storage" and DATABASE_HEADERS.match(name):
        return f"only storage sees a database (<{name}>)"
    return None


def links(text):
    """[(target, {project targets it links})] of a CMakeLists.txt."""
    found = []
    for match in re.finditer(r"\b(?:xp_add_library|target_link_libraries)\s*\(\s*([\w-]+)([^)]*)\)", text):
        body = re.sub(r"#.*", "", match.group(2))
        found.append((match.group(1), set(re.findall(r"\bxp_\w+", body)) - {"xp_options", "xp_test_options"}))
    return found


def target_library(target):
    return "app" if target == "xp-studio" else target.replace("-", "_").removeprefix("xp_")


def find_cycle(graph):
    return sorted(library for library in graph if library in closure(graph, library))


def check(root, qt_folder=None):
    graph_file = root / GRAPH_FILE
    graph = read_graph(graph_file.read_text()) if graph_file.is_file() else {}
    findings = [] if graph else [f"{GRAPH_FILE}: no mermaid graph"]
    findings += [f"{GRAPH_FILE}: {library} is part of a cycle" for library in find_cycle(graph)]
    modules = qt_headers(qt_folder) if qt_folder else {}
    linked, included = {}, {}

    for path in (path for path in tree.files(root) if path.name == "CMakeLists.txt"):
        for target, used in links((root / path).read_text()):
            if library_of(path, graph):
                linked.setdefault(target_library(target), set()).update(target_library(name) for name in used)
    for library, used in linked.items():
        for name in sorted(used - closure(graph, library) - {library}):
            findings.append(f"{library} may not link {name}")

    sources = tree.cpp_files(root)
    for path in sources:
        library = library_of(path, graph)
        if library not in graph:
            findings.append(f"{path}: {library or path.parts[0]} is not in the graph of {GRAPH_FILE}")
            continue
        for number, quote, name in includes((root / path).read_text()):
            wrong = check_include(root, graph, library, quote, name, modules)
            if wrong:
                findings.append(f"{path}:{number}: {wrong}")
            elif quote == '"' and library_of(name, graph) not in (None, library):
                included.setdefault(library, set()).add(library_of(name, graph))
    for library, used in included.items():
        for name in sorted(used - closure(linked, library)):
            findings.append(f"{library} includes {name} but does not link it")
    return findings, len(sources)


if __name__ == "__main__":
    tree.conclude("layering", *check(tree.root_of(sys.argv), sys.argv[2]))
