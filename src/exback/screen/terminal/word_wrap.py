"""Break the lines of a field between words. The prompt library itself breaks them at whatever letter comes to the edge."""

from __future__ import annotations

import re
from bisect import bisect_right

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth


class WordWrap(Processor):
    """Fills a row with spaces where the next word doesn't fit. `indent` is what stands before each row, in columns."""

    def __init__(self, indent: int) -> None:
        self._indent = indent

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return a line with its rows filled. Called by the library."""
        letters = explode_text_fragments(transformation_input.fragments)
        places = shown_places("".join(letter[1] for letter in letters), transformation_input.width - self._indent)
        shown: StyleAndTextTuples = []
        for number, letter in enumerate(letters):
            shown += [("", " ")] * (places[number] - len(shown))
            if places[number + 1] > places[number]:
                shown.append(letter)
        return Transformation(
            shown,
            source_to_display=lambda place: places[min(place, len(letters))] + max(0, place - len(letters)),
            display_to_source=lambda place: max(0, bisect_right(places, place) - 1),
        )


def shown_places(text: str, width: int) -> list[int]:
    """Return at which place of the drawn line each letter stands, and after them the end; `width` is in columns.

    A space that would begin a row isn't shown, so it has the place of the letter after it.
    """
    places, place, column = [], 0, 0
    for part in re.findall(r"\S+|\s", text):
        if part.isspace() and column == width:
            places.append(place)
            column = 0
            continue
        needed = sum(map(get_cwidth, part))
        if 0 < column < width < column + needed and needed <= width:
            place += width - column
            column = 0
        for letter in part:
            columns = get_cwidth(letter)
            column = columns if column + columns > width else column + columns
            places.append(place)
            place += 1
    return [*places, place]
