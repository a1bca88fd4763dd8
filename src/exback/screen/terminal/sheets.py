"""Text of any length, in parts that are drawn only when they come into sight: ten years of a journal fill 20,000 of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
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
        return [(sheet, self._lines(sheet, width)[line]) for sheet, line in islice(places, rows)]

    def moved(self, top: Place, by: int, rows: int, width: int) -> Place:
        """Return the place `by` lines below `top`, or above it; never so low that less than a full screen is left."""
        start = self._existing(top, width)
        if by < 0:
            return self._place_above(start, -by, width)
        *_, reached = islice(self._places_from(start, width), by + 1)
        return min(reached, self.end(rows, width))

    def end(self, rows: int, width: int) -> Place:
        """Return the top line of a screen with the very last line at its foot."""
        last = max(0, len(self) - 1)
        return self._place_above(Place(last, len(self._lines(last, width)) - 1), rows - 1, width)

    def is_at_end(self, top: Place, rows: int, width: int) -> bool:
        """Whether the last line is in sight."""
        return self._existing(top, width) >= self.end(rows, width)

    def find(self, words: str, after: Place, width: int) -> Place | None:
        """Return the first line after a place that matches, in any case and without accents; at the end, from the top again."""
        start = self._existing(after, width)
        others = [*range(start.sheet + 1, len(self)), *range(start.sheet + 1)]
        return self._first_match(words, [(start.sheet, start.line + 1), *((number, 0) for number in others)], width)

    def find_before(self, words: str, before: Place, width: int) -> Place | None:
        """Return the matching line of the last sheet before a place's that has one; at the top, from the end again."""
        start = self._existing(before, width).sheet
        numbers = [*range(start - 1, -1, -1), *range(len(self) - 1, start - 1, -1)]
        return self._first_match(words, [(number, 0) for number in numbers], width)

    def _first_match(self, words: str, parts: Iterable[tuple[int, int]], width: int) -> Place | None:
        """Return the first match in some sheets, each looked through from a line on."""
        needle = folded(words)
        if not needle or not self._sheets:
            return None
        for number, first_line in parts:
            if needle in folded(self._sheets[number].text):
                line = self._matching_line(needle, number, first_line, width)
                if line is not None:
                    return Place(number, line)
        return None

    def _matching_line(self, needle: str, number: int, first_line: int, width: int) -> int | None:
        """Return the first line of a sheet, from `first_line` on, where the words begin.

        The sheet's text is known to match. If no drawn line does, because it is drawn differently, its first line counts.
        """
        lines = [folded(CODES.sub("", line)) for line in self._lines(number, width)]
        matches = [line for line, both in enumerate(pairwise([*lines, ""])) if _begins(needle, *both)] or [0]
        return next((line for line in matches if line >= first_line), None)

    def _existing(self, place: Place, width: int) -> Place:
        sheet = min(place.sheet, max(0, len(self) - 1))
        return Place(sheet, min(place.line, len(self._lines(sheet, width)) - 1))

    def _places_from(self, start: Place, width: int) -> Iterator[Place]:
        first_line = start.line
        for sheet in range(start.sheet, max(1, len(self))):
            yield from (Place(sheet, line) for line in range(first_line, len(self._lines(sheet, width))))
            first_line = 0

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
