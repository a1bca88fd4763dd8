"""Sheets that are drawn as they come into sight: what is seen, how far one can go, and where words are found."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exback.screen.terminal.sheets import Place, Sheet, Sheets

HEIGHTS = st.lists(st.integers(1, 7), min_size=1, max_size=12)


def sheets_of(heights: list[int]) -> tuple[Sheets, list[str]]:
    """Sheets of so many lines each, and all lines in order."""
    lines = [[f"{sheet}.{line}" for line in range(height)] for sheet, height in enumerate(heights)]
    return (
        Sheets([Sheet(lambda _, own=own: "\n".join(own) + "\n", " ".join(own)) for own in lines]),  # type: ignore[misc]
        [line for own in lines for line in own],
    )


def seen(sheets: Sheets, top: Place, rows: int) -> list[str]:
    """The lines in sight."""
    return [line for _, line in sheets.shown(top, rows, 80)]


@given(HEIGHTS, st.integers(1, 10))
def test_going_down_line_by_line_shows_every_line_in_order(heights: list[int], rows: int) -> None:
    """Nothing is left out, and at the end the last line stands at the foot."""
    sheets, lines = sheets_of(heights)
    top, views = Place(), []
    for _ in lines:
        views.append(seen(sheets, top, rows))
        top = sheets.moved(top, 1, rows, 80)
    last = max(0, len(lines) - rows)
    assert views == [lines[min(at, last) : min(at, last) + rows] for at in range(len(lines))]
    assert sheets.is_at_end(top, rows, 80)


@given(HEIGHTS, st.integers(1, 10), st.lists(st.integers(-9, 9), max_size=12))
def test_any_way_through_stays_inside(heights: list[int], rows: int, steps: list[int]) -> None:
    """However far somebody goes, the screen is as full as the sheets can make it."""
    sheets, lines = sheets_of(heights)
    top, at, last = Place(), 0, max(0, len(lines) - rows)
    for step in steps:
        top = sheets.moved(top, step, rows, 80)
        at = max(0, min(at + step, last))
        assert seen(sheets, top, rows) == lines[at : at + rows]


def test_only_what_is_seen_is_drawn() -> None:
    """A journal of 20,000 entries opens at once."""
    drawn: list[int] = []

    def sheet(number: int) -> Sheet:
        def draw(width: int) -> str:
            drawn.append(number)
            return f"{number}\n"

        return Sheet(draw, str(number))

    sheets = Sheets([sheet(number) for number in range(20_000)])
    seen(sheets, Place(), 20)
    assert max(drawn) <= 20
    assert sheets.find("19999", Place(), 80) == Place(19_999)
    assert len(drawn) < 60


def test_another_width_draws_anew() -> None:
    """After a resize nothing of the old width is left, and a line that is gone stands for the last one."""
    sheets = Sheets([Sheet(lambda width: "x" * width + ("\ny" if width > 50 else ""), "")])
    assert sheets.shown(Place(0, 1), 5, 60) == [(0, "y")]
    assert sheets.shown(Place(0, 1), 5, 40) == [(0, "x" * 40)]


def test_nothing_at_all() -> None:
    """No sheets are no error."""
    sheets = Sheets([])
    assert sheets.moved(Place(), 3, 10, 80) == Place()
    assert sheets.find("x", Place(), 80) is None
    assert sheets.find_before("x", Place(), 80) is None


class TestFind:
    """Where words stand, from one place on and around the end."""

    TEXT = "\x1b[2mone Café\x1b[0m\ntwo\nthe long\nway home\nfive café"
    SHEETS = Sheets(
        [Sheet(lambda _: TestFind.TEXT, "one Café two the long way home five café"), Sheet(lambda _: "cafe", "cafe")]
    )

    def test_every_place_in_turn(self) -> None:
        """From the top, then onwards, then around."""
        places = [Place(0, -1)]
        for _ in range(4):
            found = self.SHEETS.find("CAFE", places[-1], 80)
            assert found is not None
            places.append(found)
        assert places[1:] == [Place(0, 0), Place(0, 4), Place(1, 0), Place(0, 0)]

    def test_words_that_are_broken_over_two_lines(self) -> None:
        """They are found where they begin."""
        assert self.SHEETS.find("long way", Place(0, -1), 80) == Place(0, 2)

    def test_backwards(self) -> None:
        """To the sheet before, and around."""
        assert self.SHEETS.find_before("cafe", Place(1, 0), 80) == Place(0, 0)
        assert self.SHEETS.find_before("cafe", Place(0, 0), 80) == Place(1, 0)

    @pytest.mark.parametrize("words", ["tea", "", "  "])
    def test_nothing(self, words: str) -> None:
        """What stands nowhere is found nowhere, and nothing is not looked for."""
        assert self.SHEETS.find(words, Place(0, -1), 80) is None

    @given(HEIGHTS, st.data())
    def test_whatever_is_written_is_found(self, heights: list[int], data: st.DataObject) -> None:
        """The place that is given holds the words."""
        sheets, lines = sheets_of(heights)
        wanted = data.draw(st.sampled_from(lines))
        found = sheets.find(wanted, Place(0, -1), 80)
        assert found is not None
        (line,) = seen(sheets, found, 1)
        assert wanted in line

    def test_a_sheet_that_is_drawn_otherwise_than_written(self) -> None:
        """Somebody is led to its beginning."""
        sheets = Sheets([Sheet(lambda _: "a", "a"), Sheet(lambda _: "shown\nso", "meant")])
        assert sheets.find("meant", Place(0, -1), 80) == Place(1, 0)


def test_places_have_an_order() -> None:
    """Further down is more."""
    assert all(before < after for before, after in pairwise([Place(), Place(0, 3), Place(1, 0)]))
