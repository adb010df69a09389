# SPDX-License-Identifier: Apache-2.0
"""browser.py [ROOT]: what the studio is made of keeps to what a browser has: no threads, processes, SQL or printers, no
nested event loops (a dialog is opened, not executed), no exceptions to steer by."""
import re
import sys

import layering
import tree

BROWSER_LIBRARIES = {"stats", "domain", "analysis", "files", "api", "remote", "offline", "dashboards", "ui", "app"}

HEADERS = re.compile(r"^(thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier|"
                     r"(QtConcurrent|QtSql|QtPrintSupport)(/.*)?|"
                     r"(Q\w+/)?(QThread\w*|QFuture\w*|QPromise|QProcess|QMutex|QReadWriteLock|QSemaphore|QWaitCondition|"
                     r"QSql\w*|QPrint\w*|QRunnable))$")
WORDS = [
    (re.compile(r"(\.|->)exec\("), "exec() needs a nested event loop"),
    (re.compile(r"\b(throw|catch|try)\b\s*[({\w]"), "exception"),
    (re.compile(r"\bQEventLoop\b"), "nested event loop"),
]
LITERALS = re.compile(r'"(\\.|[^"\\])*"|//.*')
MAIN = "main.cpp"  # runs the one event loop there is


def check(root):
    graph = layering.read_graph((root / layering.GRAPH_FILE).read_text())
    findings = []
    sources = [path for path in tree.cpp_files(root) if layering.library_of(path, graph) in BROWSER_LIBRARIES]
    for path in sources:
        text = (root / path).read_text()
        for number, _, name in layering.includes(text):
            if HEADERS.match(name):
                findings.append(f"{path}:{number}: a browser has no <{name}>")
        for number, line in enumerate(text.splitlines(), 1):
            code = LITERALS.sub("", line)
            for pattern, what in WORDS:
                if pattern.search(code) and not (path.name == MAIN and "exec" in what):
                    findings.append(f"{path}:{number}: {what}: {line.strip()}")
    return findings, len(sources)


if __name__ == "__main__":
    tree.conclude("browser", *check(tree.root_of(sys.argv)))
