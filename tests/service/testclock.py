# SPDX-License-Identifier: Apache-2.0
"""A wall clock of the test's own for services: they must be started with its environment."""
import mmap
import os
import struct
import tempfile


class Clock:
    """Stands still at a moment, in microseconds since 1970, until it is set to another one."""

    def __init__(self, at):
        self.file = tempfile.NamedTemporaryFile(prefix="xp-clock-")
        self.file.write(struct.pack("=q", at))
        self.file.flush()
        self.memory = mmap.mmap(self.file.fileno(), 8)
        self.now = at
        self.environment = {"LD_PRELOAD": os.environ["XP_ORACLE_CLOCK"], "XP_TEST_CLOCK": self.file.name,
                            "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def set(self, at):
        self.now = at
        self.memory[:8] = struct.pack("=q", at)
