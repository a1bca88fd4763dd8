"""Pages of any length, as sheets that are drawn only when they come into sight: a journal of ten years has 20,000 of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from exback.model.prose import folded

CODES = re.compile(r"\x1b\[[0-9;]*m")
"""Colours, which stand in what is drawn and in nothing that is searched."""


class Sheet(NamedTuple):
    """One part of what is read: `draw` gives it for a width, `text` is what a search looks through."""

    draw: Callable[[int], str]
    text: str


class Place(NamedTuple):
    """A line of a sheet. A line that a sheet does not have, because the width has changed, stands for its last one."""

    sheet: int = 0
    line: int = 0


class Sheets:
    """Sheets one after the other. What was drawn is kept for as long as the width stays the same."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets
        self._width = 0
        self._drawn: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._sheets)

    def shown(self, top: Place, rows: int, width: int) -> list[tuple[int, str]]:
        """Give the lines from a place on, at most `rows`, each with the sheet it stands on."""
        lines = self._from(self._real(top, width), width)
        return [
            (place.sheet, self._lines(place.sheet, width)[place.line])
            for place, _ in zip(lines, range(rows), strict=False)
        ]

    def moved(self, top: Place, by: int, rows: int, width: int) -> Place:
        """Give the place `by` lines further down, or up; never so far that less than a full screen is left to see."""
        here = self._real(top, width)
        if by < 0:
            return self._up(here, -by, width)
        way = [place for place, _ in zip(self._from(here, width), range(by + 1), strict=False)]
        return min(way[-1] if way else here, self.end(rows, width))

    def end(self, rows: int, width: int) -> Place:
        """Give the place from which the last line is seen at the foot."""
        last = max(0, len(self) - 1)
        return self._up(Place(last, max(0, len(self._lines(last, width)) - 1)), rows - 1, width)

    def is_at_end(self, top: Place, rows: int, width: int) -> bool:
        """Tell whether the last line is in sight."""
        return self._real(top, width) >= self.end(rows, width)

    def find(self, words: str, after: Place, width: int) -> Place | None:
        """Give the first line after a place that holds words, in any case and without accents; at the end, from the top again."""
        needle = folded(words)
        here = self._real(after, width)
        around = [*range(here.sheet, len(self)), *range(min(here.sheet + 1, len(self)))]
        for turn, number in enumerate(around):
            least = here.line + 1 if turn == 0 else 0
            if needle and needle in folded(self._sheets[number].text):
                line = self._line_with(needle, number, least, width)
                if line is not None:
                    return Place(number, line)
        return None

    def find_before(self, words: str, before: Place, width: int) -> Place | None:
        """Give the place of words on the last sheet before one that holds them; at the top, from the end again."""
        needle = folded(words)
        here = self._real(before, width)
        for number in [*range(here.sheet - 1, -1, -1), *range(len(self) - 1, here.sheet - 1, -1)]:
            if needle and needle in folded(self._sheets[number].text):
                return Place(number, self._line_with(needle, number, 0, width) or 0)
        return None

    def _line_with(self, needle: str, number: int, least: int, width: int) -> int | None:
        """Give the line of a sheet, from one on, where words begin; its first where they are drawn otherwise than written."""
        lines = [folded(CODES.sub("", line)) for line in self._lines(number, width)]
        hits = [line for line, both in enumerate(pairwise([*lines, ""])) if _begins(needle, *both)]
        later = [line for line in hits if line >= least]
        if later:
            return later[0]
        return None if hits or least else 0

    def _real(self, place: Place, width: int) -> Place:
        sheet = min(place.sheet, max(0, len(self) - 1))
        return Place(sheet, min(place.line, max(0, len(self._lines(sheet, width)) - 1)))

    def _from(self, here: Place, width: int) -> Iterator[Place]:
        yield from (Place(here.sheet, line) for line in range(here.line, len(self._lines(here.sheet, width))))
        for sheet in range(here.sheet + 1, len(self)):
            yield from (Place(sheet, line) for line in range(len(self._lines(sheet, width))))

    def _up(self, here: Place, lines: int, width: int) -> Place:
        sheet, line = here
        while lines > line and sheet > 0:
            lines -= line + 1
            sheet -= 1
            line = len(self._lines(sheet, width)) - 1
        return Place(sheet, max(0, line - lines))

    def _lines(self, number: int, width: int) -> list[str]:
        if width != self._width:
            self._width, self._drawn = width, {}
        if number not in self._drawn:
            drawn = self._sheets[number].draw(width) if self._sheets else ""
            self._drawn[number] = drawn.removesuffix("\n").split("\n")
        return self._drawn[number]


def _begins(needle: str, line: str, following: str) -> bool:
    return needle in line or (needle in f"{line} {following}" and needle not in following)
