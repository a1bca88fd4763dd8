"""exback on days that a script tells, one after the other in one process: python child.py SCRIPT terminal|plain.

The script is a JSON list. {"now": TIME, "step": ID} opens a step as `exback step ID` does, but with the run ids
run-0001, run-0002, ...; {"now": TIME, "words": [WORD, ...]} is a whole command line. With "timer": SECONDS, each timer
stands still so long after its beginning, so that it's the same whenever someone looks.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from exback import cli
from exback.commands.wizard import Wizard
from exback.engine.view import Screen
from exback.loader import load
from exback.model.program import Program
from exback.screen.plain import Plain
from exback.screen.terminal.front import Terminal
from exback.store import Store, home_folder


def main(script: str, front_end: str) -> int:
    """Do everything that the script says, and return the last exit code."""
    ids = itertools.count(1)
    program = load()
    code = 0
    for entry in json.loads(Path(script).read_text(encoding="utf-8")):
        with _timer_at(entry.get("timer")):
            code = _do(entry, front_end, program, lambda: f"run-{next(ids):04d}")
    return code


def _do(entry: dict[str, Any], front_end: str, program: Program, new_id: Callable[[], str]) -> int:
    now = datetime.fromisoformat(entry["now"])
    if "words" in entry:
        return cli.run(entry["words"], lambda: now)
    visit = Wizard(program, Store(home_folder()), _screen(front_end, now), lambda: now, new_id)
    return visit.open(entry["step"])


def _timer_at(seconds: float | None) -> AbstractContextManager[object]:
    """Let each timer stand still so many seconds after its beginning, if any are named."""
    if seconds is None:
        return nullcontext()
    clock = itertools.chain([0.0], itertools.repeat(seconds))
    return patch("exback.screen.terminal.timer.time", SimpleNamespace(monotonic=clock.__next__))


def _screen(front_end: str, now: datetime) -> Screen:
    if front_end == "plain":
        return Plain(lambda: now, sys.stdin, sys.stdout)
    return Terminal(lambda: now)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
