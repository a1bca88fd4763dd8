"""Text of any length, in sheets that are drawn only when they come into sight, since ten years of journal fill 20,000."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from exback.model.prose import folded

CODES = re.compile(r"\x1b\[[0-9;]*m")
"""Colour codes, which drawn text contains and a search ignores."""


class Sheet(NamedTuple):
    """One part of a long text: `draw` returns it for a width in columns, `text` is what a search looks through."""

    draw: Callable[[int], str]
    text: str


class Place(NamedTuple):
    """A line of a sheet. If the width has changed and the sheet has fewer lines now, its last line is meant."""

    sheet: int = 0
    line: int = 0


class Sheets:
    """Sheets one after the other. Drawn lines are cached as long as the width stays the same."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets
        self._width = 0
        self._drawn: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._sheets)

    def shown(self, top: Place, rows: int, width: int) -> list[tuple[int, str]]:
        """Return the lines from a place on, at most `rows`, each with the number of its sheet."""
        places = self._places_from(self._existing(top, width), width)
        return [
            (place.sheet, self._lines(place.sheet, width)[place.line])
            for place, _ in zip(places, range(rows), strict=False)
        ]

    def moved(self, top: Place, by: int, rows: int, width: int) -> Place:
        """Return the place `by` lines below `top`, or above it; never so low that less than a full screen is left."""
        start = self._existing(top, width)
        if by < 0:
            return self._place_above(start, -by, width)
        passed = [place for place, _ in zip(self._places_from(start, width), range(by + 1), strict=False)]
        return min(passed[-1] if passed else start, self.end(rows, width))

    def end(self, rows: int, width: int) -> Place:
        """Return the top line of a screen with the very last line at its foot."""
        last = max(0, len(self) - 1)
        return self._place_above(Place(last, max(0, len(self._lines(last, width)) - 1)), rows - 1, width)

    def is_at_end(self, top: Place, rows: int, width: int) -> bool:
        """Whether the last line is in sight."""
        return self._existing(top, width) >= self.end(rows, width)

    def find(self, words: str, after: Place, width: int) -> Place | None:
        """Return the first line after a place that matches, in any case and without accents; at the end, from the top again."""
        needle = folded(words)
        start = self._existing(after, width)
        order = [*range(start.sheet, len(self)), *range(min(start.sheet + 1, len(self)))]
        for turn, number in enumerate(order):
            first_line = start.line + 1 if turn == 0 else 0
            if needle and needle in folded(self._sheets[number].text):
                line = self._matching_line(needle, number, first_line, width)
                if line is not None:
                    return Place(number, line)
        return None

    def find_before(self, words: str, before: Place, width: int) -> Place | None:
        """Return the matching line of the last sheet before a place's that has one; at the top, from the end again."""
        needle = folded(words)
        start = self._existing(before, width)
        for number in [*range(start.sheet - 1, -1, -1), *range(len(self) - 1, start.sheet - 1, -1)]:
            if needle and needle in folded(self._sheets[number].text):
                return Place(number, self._matching_line(needle, number, 0, width) or 0)
        return None

    def _matching_line(self, needle: str, number: int, first_line: int, width: int) -> int | None:
        """Return the first line of a sheet, from `first_line` on, where the words begin.

        The sheet's text is known to match. If no drawn line does, because it is drawn differently, its first line counts.
        """
        lines = [folded(CODES.sub("", line)) for line in self._lines(number, width)]
        matches = [line for line, both in enumerate(pairwise([*lines, ""])) if _begins(needle, *both)]
        later = [line for line in matches if line >= first_line]
        if later:
            return later[0]
        return None if matches or first_line else 0

    def _existing(self, place: Place, width: int) -> Place:
        sheet = min(place.sheet, max(0, len(self) - 1))
        return Place(sheet, min(place.line, max(0, len(self._lines(sheet, width)) - 1)))

    def _places_from(self, start: Place, width: int) -> Iterator[Place]:
        yield from (Place(start.sheet, line) for line in range(start.line, len(self._lines(start.sheet, width))))
        for sheet in range(start.sheet + 1, len(self)):
            yield from (Place(sheet, line) for line in range(len(self._lines(sheet, width))))

    def _place_above(self, start: Place, lines: int, width: int) -> Place:
        sheet, line = start
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
