"""Make the pictures in docs/ of what exback prints: the demo's life, and a step in plain lines, each screen saved as SVG.

Run by `make picture`. The day and the person never change, so that the same pages give the same bytes.
"""

from __future__ import annotations

import os
import re
import tempfile
import textwrap
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, redirect_stderr
from io import StringIO
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from unittest.mock import patch

import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text
from support.gallery import Gallery
from support.pages import SPOKEN

ROWS, COLUMNS = 24, 80
DOCS = Path(__file__).parents[1] / "docs"
MARGIN = 14
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {terminal_width} {terminal_height}" role="img">
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }} {styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="100%" height="100%"/></clipPath>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#1c1f26"/>
<g transform="translate(14, 14)">{backgrounds}<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g></g></svg>
"""


def demo_status(gallery: Gallery) -> pyte.Screen:
    """Draw what `exback demo status` prints, without the notice that the person is made up."""
    with redirect_stderr(StringIO()):
        return _written(gallery.printed(COLUMNS, "demo", "status", colour=True))


def spoken(step: str, begin: str) -> Callable[[Gallery], pyte.Screen]:
    """Return a function that draws a step in plain lines, from the words that the picture begins with."""

    def screen(gallery: Gallery) -> pyte.Screen:
        _, words, rest = gallery.conversation(step, SPOKEN[f"spoken-{step}"].typed).partition(begin)
        lines = f"{words}{rest}".split("\n")
        broken = (part for line in lines for part in textwrap.wrap(line, COLUMNS - 1) or [""])
        return _written("\n".join([*broken][:ROWS]))

    return screen


PICTURES: Mapping[str, Callable[[Gallery], pyte.Screen]] = MappingProxyType(
    {
        "status": demo_status,
        "plain": spoken("urge", "You signed this"),
    }
)
"""The pictures by name, each with the function that draws its screen."""


def main() -> None:
    """Make all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        gallery = Gallery(Path(folder))
        for name in PICTURES:
            (DOCS / f"{name}.svg").write_text(picture(name, gallery), encoding="utf-8")


def picture(name: str, gallery: Gallery) -> str:
    """Return a picture as SVG."""
    with dim_text():
        screen = PICTURES[name](gallery)
    last = max(row for row in range(screen.lines) if screen.display[row].strip())
    return as_svg(screen, last + 1, name)


def dim_text() -> AbstractContextManager[object]:
    """Let screens tell dim text, which pyte doesn't know, by taking it for blinking. Nothing here blinks."""
    return patch.dict(pyte.graphics.TEXT, {2: "+blink"})


def as_svg(screen: pyte.Screen, rows: int, title: str) -> str:
    """Return the first rows of a screen as SVG."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  # rich wants an open file even when it only records
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        for row in range(rows):
            cells = [screen.buffer[row][column] for column in range(COLUMNS)]
            console.print(Text.assemble(*((_data(same), style) for style, same in groupby(cells, _style))))
        return re.sub(
            r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', _with_margin, console.export_svg(title=title, code_format=SVG)
        )


def _written(text: str) -> pyte.Screen:
    screen = pyte.Screen(COLUMNS, text.count("\n") + 1)
    pyte.Stream(screen).feed(text.rstrip("\n").replace("\n", "\r\n"))
    return screen


def _style(cell: pyte.screens.Char) -> Style:
    colour = {"default": None, "brown": "yellow", "brightblack": "bright_black"}.get(cell.fg, cell.fg)
    if cell.blink:
        colour = "bright_black"
    return Style(color=colour, bold=cell.bold, italic=cell.italics)


def _data(cells: Iterable[pyte.screens.Char]) -> str:
    return "".join(cell.data for cell in cells)


def _with_margin(size: re.Match[str]) -> str:
    width, height = (float(number) + 2 * MARGIN for number in size.groups())
    return f'viewBox="0 0 {width:.1f} {height:.1f}"'


if __name__ == "__main__":
    main()
