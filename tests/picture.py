"""Makes the pictures in docs/ from real runs: a child in a pseudo-terminal, its screen, and that as SVG.

Run by `make picture`. The person in them is made up (tests/lives.py).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

import pexpect
import program_walk
import pyte
from lives import LIFE
from person import Clock, Person
from rich.console import Console
from rich.style import Style
from rich.text import Text

from exback.catalog import load

ROWS, COLUMNS = 24, 80
DOCS = Path(__file__).parents[1] / "docs"
DAYS = 12
MARGIN = 14
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {terminal_width} {terminal_height}" role="img">
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }} {styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="100%" height="100%"/></clipPath>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#1c1f26"/>
<g transform="translate(14, 14)">{backgrounds}<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g></g></svg>
"""


def main() -> None:
    """Walk twelve days, then look at a question and at the status page."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        clock = Clock(datetime.now().astimezone().replace(microsecond=0, hour=10) - timedelta(days=DAYS))
        person = Person(load(), clock, home)
        stage_1 = list(program_walk.stage_1())
        program_walk.walk(person, stage_1[:2])
        shutil.copytree(home, home / "copy")
        _picture(home / "copy", ["step", "contact-rule"], ["\r", "\r", "The keys.\x04"], "How long will", "question")
        program_walk.walk(person, stage_1[2:6])
        for day in range(1, DAYS + 1):
            clock.forward(days=1)
            weekly = LIFE["check-in weekly"] if day % 7 == 1 else {}
            person.answers("check-in", {**LIFE["check-in"], **weekly})
        _picture(home, ["status"], [], "Next", "status")


def _picture(home: Path, words: list[str], keys: list[str], until: str, name: str) -> None:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "exback", *words],
        dimensions=(ROWS, COLUMNS),
        encoding="utf-8",
        env={**os.environ, "EXBACK_HOME": str(home), "TERM": "xterm-256color"},
    )
    for key in keys:
        _feed(child, stream, seconds=2)
        child.send(key)
    _feed(child, stream, seconds=3)
    child.close(force=True)
    assert until in "\n".join(screen.display), "\n".join(screen.display)
    (DOCS / f"{name}.svg").write_text(_svg(screen, words), encoding="utf-8")


def _feed(child: pexpect.spawn[str], stream: pyte.Stream, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            stream.feed(child.read_nonblocking(65536, timeout=0.2))
        except pexpect.TIMEOUT:
            continue
        except pexpect.EOF:
            return


def _svg(screen: pyte.Screen, words: list[str]) -> str:
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  # rich wants an open file even when it only records
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True)
        last = max(row for row in range(ROWS) if screen.display[row].strip())
        for row in range(last + 1):
            cells = [screen.buffer[row][column] for column in range(COLUMNS)]
            console.print(Text.assemble(*((_data(same), style) for style, same in groupby(cells, _style))))
        drawn = console.export_svg(title=f"exback {' '.join(words)}", code_format=SVG)
    return re.sub(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', _with_margin, drawn)


def _style(cell: pyte.screens.Char) -> Style:
    colour = {"default": None, "brown": "yellow", "brightblack": "bright_black"}.get(cell.fg, cell.fg)
    return Style(color=colour, bold=cell.bold, italic=cell.italics)


def _data(cells: Iterable[pyte.screens.Char]) -> str:
    return "".join(cell.data for cell in cells)


def _with_margin(size: re.Match[str]) -> str:
    width, height = (float(number) + 2 * MARGIN for number in size.groups())
    return f'viewBox="0 0 {width:.1f} {height:.1f}"'


if __name__ == "__main__":
    main()
