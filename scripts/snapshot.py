"""Write tests/snapshots/: every kind of page as text, at three widths, in plain lines, and some of them in ASCII.

Run by `make snapshots` after a page was meant to change. A test compares what is drawn with these files, so that the diff
shows reviewers what people will see, and no page changes unnoticed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyte
from support.drawing import ASCII, WITHOUT_COLOUR, drawn, lines_of
from support.gallery import KINDS, PRINTED, SPOKEN, Gallery, Shown

FOLDER = Path(__file__).parents[1] / "tests" / "snapshots"
WIDTHS = (40, 80, 120)
IN_ASCII = ("choice-with-hints", "quotations")

NAMES = (*KINDS, *PRINTED, *(f"spoken-{step}" for step in SPOKEN))
"""Every snapshot: the kinds of pages, what commands print, and whole steps in plain lines."""


def snapshot(name: str, gallery: Gallery) -> str:
    """Return a kind of page in all its forms, or a whole step in plain lines."""
    if name in KINDS:
        return "\n".join(_shown(name, gallery))
    if name in PRINTED:
        return "\n".join(_printed(name, gallery))
    step = name.removeprefix("spoken-")
    return gallery.conversation(step, SPOKEN[step]).strip("\n") + "\n"


def _shown(name: str, gallery: Gallery) -> Iterator[str]:
    shown = KINDS[name](gallery)
    for columns in WIDTHS:
        yield from _form(f"{columns} columns", columns, lines_of(_drawn(shown, gallery, columns)))
    if name in IN_ASCII:
        screen = drawn(shown, gallery.today, 80, shown.rows, ASCII)
        yield from _form("80 columns, ASCII alone", 80, lines_of(screen))
    yield from _form("plain", 80, gallery.heard(shown).strip("\n").split("\n"))


def _drawn(shown: Shown, gallery: Gallery, columns: int) -> pyte.Screen:
    return drawn(shown, gallery.today, columns, shown.rows, WITHOUT_COLOUR)


def _printed(name: str, gallery: Gallery) -> Iterator[str]:
    for columns in WIDTHS:
        lines = gallery.printed(columns, *PRINTED[name]).split("\n")
        yield from _form(f"{columns} columns", columns, [line.rstrip() for line in lines])
    yield from _form("plain", 80, gallery.printed(80, *PRINTED[name], "--plain").split("\n"))


def _form(title: str, columns: int, lines: Sequence[str]) -> Iterator[str]:
    yield from (f"{title} ".ljust(columns, "="), *lines, "")


def main() -> None:
    """Write all snapshots, and remove those of pages that no longer exist."""
    for stale in FOLDER.glob("*.txt"):
        stale.unlink()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        gallery = Gallery(Path(folder))
        for name in NAMES:
            (FOLDER / f"{name}.txt").write_text(snapshot(name, gallery), encoding="utf-8")


if __name__ == "__main__":
    main()
