"""No text is cut without a mark and a way to it: in low and narrow windows, on pages of every kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pytest
from msgspec import structs
from support.drawing import drawn, frames, lines_of
from support.gallery import Gallery, Shown
from support.pages import ASKED
from support.teletype import DOWN, PAGE_DOWN, PAGE_UP, UP, squeezed

from exback.engine.view import Row, View
from exback.model.items import Choice, Option, Scale, Text, Timer
from exback.screen.terminal.options import offered_options
from exback.screen.terminal.page import Page

MORE_ABOVE, MORE_BELOW = "more text above (PgUp)", "more text below (PgDn)"
LOWEST = (40, 12)
SIZES = ((80, 24), (40, 24), LOWEST, (60, 16))
MOST_KEYS = 25  # more than any of these pages needs to be gone through
TOLD = "\n".join(f"Sentence {number} of what is told." for number in range(20))
WRITTEN = "\n".join(f"line {number}" for number in range(40))
ASKED_AT_LENGTH = "How was it? " + " ".join(f"word{number}" for number in range(200))
OPTIONS = tuple(
    Option(f"way-{number}", f"Way {number}, with a name that needs more than one line", f"hint {number} is no shorter")
    for number in range(4)
)


class Opened(NamedTuple):
    """A page in a window of some size."""

    view: View
    columns: int
    rows: int
    today: date = date(2026, 11, 22)

    def shows(self, *keys: str) -> str:
        """Return what is on the screen after some keys."""
        screen = drawn(Shown(self.view, keys=keys, rows=self.rows), self.today, self.columns)
        return "\n".join(lines_of(screen))

    def lines(self) -> list[str]:
        """Return the lines of the text."""
        lines = Page(self.view, self.today, colour=False).lines(self.columns)
        return [line for line in lines if line.strip()]

    def others(self) -> Iterator[str]:
        """Yield what is to be read outside the text."""
        if self.view.rows:
            page = Page(self.view, self.today, colour=False)
            yield from (line for line in page.below_rows(self.columns, "") if line.strip())
        elif self.view.options:
            words = [option.label + " " + option.hint for option in offered_options(self.view)]
            yield from (
                " ".join(pair) for option in words for pair in pairwise(option.split())
            )  # it may take several screens

    def lacks(self, shown: str) -> list[str]:
        """Return what isn't in some screens."""
        return [part for part in (*self.lines(), *self.others()) if squeezed(part) not in squeezed(shown)]

    def all_shown(self) -> str:
        """Return all that comes into sight: on the way up by page, then down by page, and then by line."""
        keys = [PAGE_UP] * MOST_KEYS + [PAGE_DOWN] * MOST_KEYS + [DOWN] * MOST_KEYS
        return "\n".join(frames(Shown(self.view, keys=tuple(keys), rows=self.rows), self.today, self.columns))


def told(*, begins_at_top: bool = False, value: str | None = None) -> View:
    """Return a page that tells a lot, above a list that isn't short either."""
    return View(
        title="A page",
        body=(TOLD,),
        item=Choice("now", "What now?", options=OPTIONS),
        question="What now?",
        options=OPTIONS,
        value=value,
        begins_at_top=begins_at_top,
    )


def form(at: int, asked: str = "How was it?", notice: str = "") -> View:
    """Return a form of six rows, on one of them."""
    rows = tuple(Row(item=f"row-{number}", label=f"Row {number}", answer="", hint="0 to 10") for number in range(6))
    return View(title="A form", item=Scale(f"row-{at}", asked), question=asked, rows=rows, notice=notice)


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """The pages of a few people, each on one day."""
    return Gallery(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each size of window."""
    return request.param  # type: ignore[no-any-return]  # pytest doesn't know


def opened(gallery: Gallery, name: str, size: tuple[int, int]) -> Opened:
    """Open a page of the gallery."""
    shown = ASKED[name].shown(gallery)
    view = structs.replace(shown.view, concern=()) if shown.view.question else shown.view  # it has a page of its own
    return Opened(view, *size, shown.today or gallery.today)


@pytest.mark.parametrize("name", ASKED)
class TestEveryPage:
    """Whatever it asks."""

    def test_what_is_out_of_sight_is_marked(self, gallery: Gallery, name: str, size: tuple[int, int]) -> None:
        """Text above and below, and options and rows."""
        page = opened(gallery, name, size)
        shown = page.shows()
        lines = page.lines()
        if lines:
            assert (MORE_ABOVE in shown) == (squeezed(lines[0]) not in squeezed(shown)), shown
            assert (MORE_BELOW in shown) == (squeezed(lines[-1]) not in squeezed(shown)), shown
        labels = [row.label for row in page.view.rows]
        if any(squeezed(part) not in squeezed(shown) for part in (*labels, *page.others())):
            assert re.search(r"\d more (above|below)", shown), shown

    def test_there_is_a_way_to_all_of_it(self, gallery: Gallery, name: str) -> None:
        """With the keys that the marks name, and through a list with the arrows."""
        page = opened(gallery, name, LOWEST)
        if page.lacks(page.shows()) and not isinstance(page.view.item, Timer):  # any key ends that
            assert page.lacks(page.all_shown()) == []


class TestTextAboveAList:
    """The day, which tells a lot on some days."""

    def test_a_page_that_begins_at_its_top_says_that_it_goes_on(self, size: tuple[int, int]) -> None:
        """The question comes into sight by page, and the mark goes."""
        page = Opened(told(begins_at_top=True), *size)
        shown = page.shows()
        assert "Sentence 0 " in shown
        assert "What now?" not in shown
        assert MORE_BELOW in shown
        assert MORE_ABOVE not in shown
        shown = page.shows(*[PAGE_DOWN] * MOST_KEYS)
        assert "What now?" in shown
        assert MORE_BELOW not in shown
        assert MORE_ABOVE in shown

    @pytest.mark.parametrize("value", [None, "way-3"])
    def test_a_page_that_begins_at_its_question_says_that_there_is_text_above(
        self, size: tuple[int, int], value: str | None
    ) -> None:
        """It comes into sight by page, whatever option the pointer is at."""
        page = Opened(told(value=value), *size)
        shown = page.shows()
        assert "What now?" in shown
        assert MORE_ABOVE in shown
        shown = page.shows(*[PAGE_UP] * MOST_KEYS)
        assert "Sentence 0 " in shown
        assert MORE_ABOVE not in shown
        assert MORE_BELOW in shown

    def test_the_text_goes_up_while_the_pointer_stays_where_all_options_are_in_sight(self) -> None:
        """Else the key that the mark names would only move the pointer."""
        page = Opened(told(value="way-3"), 80, 24)
        assert "› Way 3" in page.shows()
        shown = page.shows(PAGE_UP)
        assert "› Way 3" in shown
        assert MORE_BELOW in shown

    def test_all_of_it_can_be_seen(self, size: tuple[int, int]) -> None:
        """Each sentence, each option and each hint."""
        page = Opened(told(), *size)
        assert page.lacks(page.all_shown()) == []


class TestOptions:
    """Those that need several lines."""

    @pytest.mark.parametrize("keys", range(4))
    def test_the_option_with_the_pointer_is_whole_where_the_window_has_room(self, keys: int) -> None:
        """Also one that takes more than half of it."""
        shown = Opened(told(), 40, 18).shows(*[DOWN] * keys)
        assert squeezed(f"› {OPTIONS[keys].label} {OPTIONS[keys].hint}") in squeezed(shown), shown

    def test_one_that_is_higher_than_the_window_is_turned_by_page(self) -> None:
        """Down to its end, and then to the next one; and back to its beginning."""
        long, short = Option("long", "A long one", ASKED_AT_LENGTH[:200]), Option("short", "A short one")
        item = Choice("which", "Which one?", options=(long, short))
        page = Opened(View(title="A page", item=item, question="Which one?", options=(long, short)), 40, 12)
        assert "› A long one" in page.shows()
        screens = frames(Shown(page.view, keys=(PAGE_DOWN,) * 8, rows=12), page.today, 40)
        assert page.lacks("\n".join(screens)) == []
        assert "› A short one" in screens[-1]
        assert "› A long one" in page.shows(*[PAGE_DOWN] * 2, *[PAGE_UP] * 2)
        assert "› A short one" in page.shows(PAGE_DOWN, DOWN)
        assert "› A long one" in page.shows(PAGE_DOWN, DOWN, UP)

    def test_one_whose_hint_is_cut_is_counted(self) -> None:
        """The last one, of which the first line is in sight."""
        for rows in range(12, 30):
            shown = Opened(told(), 40, rows).shows()
            is_whole = squeezed(OPTIONS[-1].hint) in squeezed(shown)
            assert bool(re.search(r"\d more below", shown)) != is_whole, shown


class TestForm:
    """The rows of a form, and what is asked below them."""

    @pytest.mark.parametrize(
        ("at", "marks"), [(0, ["3 more below"]), (3, ["2 more above", "1 more below"]), (5, ["3 more above"])]
    )
    def test_rows_out_of_sight_are_counted(self, at: int, marks: list[str]) -> None:
        """On both sides of the one that the person is at."""
        shown = Opened(form(at), 40, 10).shows()
        assert f"› Row {at}" in shown
        assert "How was it?" in shown
        hidden = [number for number in range(6) if f"Row {number}" not in shown]
        above, below = sum(number < at for number in hidden), sum(number > at for number in hidden)
        assert above + below > 0
        assert (f"{above} more above" in shown) == (above > 0)
        assert (f"{below} more below" in shown) == (below > 0)

    def test_what_is_asked_is_turned_by_page(self, size: tuple[int, int]) -> None:
        """Where it's longer than the window."""
        page = Opened(form(2, ASKED_AT_LENGTH), *size)
        assert MORE_BELOW in page.shows()
        assert page.lacks(page.all_shown()) == []
        shown = page.shows(*[PAGE_DOWN] * MOST_KEYS)
        assert MORE_ABOVE in shown
        assert MORE_BELOW not in shown
        assert "word199" in shown

    def test_why_an_answer_was_refused_comes_first(self) -> None:
        """The question is above it."""
        page = Opened(form(2, ASKED_AT_LENGTH, "Please type a number."), 40, 12)
        shown = page.shows()
        assert "Please type a number." in shown
        assert MORE_ABOVE in shown
        assert "How was it?" in page.shows(*[PAGE_UP] * MOST_KEYS)


class TestWords:
    """What is written, where it's longer than the window."""

    def test_lines_out_of_sight_are_marked(self, size: tuple[int, int]) -> None:
        """The cursor is at the end at first."""
        item = Text("told", "What happened?", long=True)
        page = Opened(View(title="A page", item=item, question="What happened?", draft=WRITTEN), *size)
        for ups, above, below in ((0, True, False), (20, True, True), (39, False, True)):
            shown = page.shows(*[UP] * ups)
            assert f"line {39 - ups}" in shown
            assert ("more above" in shown) == ("line 0\n" not in shown) == above
            assert ("more below" in shown) == ("line 39" not in shown) == below

    def test_a_line_that_needs_more_rows_than_there_are_is_marked(self) -> None:
        """One line of many words."""
        draft = " ".join(f"word{number:02}" for number in range(60))
        item = Text("told", "What happened?")
        page = Opened(View(title="A page", item=item, question="What happened?", draft=draft), *LOWEST)
        shown = page.shows()
        assert "word59" in shown
        assert "word00" not in shown
        assert "more above" in shown
        assert "more below" not in shown
        shown = page.shows("\x1b[H")
        assert "word00" in shown
        assert "more above" not in shown
        assert "more below" in shown
