"""Busy processes beside a test: whatever it does takes several times as long."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def busy_machine() -> Iterator[None]:
    """Keep every core busy three times over inside a `with` block."""
    with ExitStack() as stack:
        for _ in range(3 * (os.cpu_count() or 1)):
            process = stack.enter_context(subprocess.Popen((sys.executable, "-c", "while True: pass")))
            stack.callback(process.kill)
        yield
