"""The layout of one page, drawn while the terminal is being resized."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.formatted_text import fragment_list_to_text, to_formatted_text
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window

from exback.engine.view import View
from exback.model.items import Choice, Date, Option, Reading
from exback.model.prose import blocks
from exback.screen.terminal.fields import DateField
from exback.screen.terminal.frame import Frame
from exback.screen.terminal.page import Page

LONG = " ".join(f"word{number}" for number in range(300))


def frame_of(columns: int) -> tuple[Frame, SimpleNamespace]:
    """Return a frame of a long page on a terminal of so many columns and ten rows, and the terminal, to be resized."""
    terminal = SimpleNamespace(size=Size(rows=10, columns=columns))
    application = SimpleNamespace(output=SimpleNamespace(get_size=lambda: terminal.size))
    page = Page(View(title="A page", body=blocks(LONG), item=Reading("long", LONG)), date(2026, 3, 2), colour=False)
    return Frame(
        cast("Any", application), page, lambda _: None, lambda: None, lambda: datetime(2026, 3, 2, 12, tzinfo=UTC)
    ), terminal


def text_of(frame: Frame) -> Window:
    """Return the part of a frame that shows the page's text."""
    part = frame.container.get_children()[1]
    assert isinstance(part, Window)
    return part


@pytest.mark.parametrize(("before", "after"), [(24, 120), (120, 24), (80, 80)])
def test_a_page_that_changes_its_lines_while_it_is_drawn_has_its_cursor_in_one_of_them(before: int, after: int) -> None:
    """The terminal may be resized between the look at its size and the drawing: the page then has other lines."""
    frame, terminal = frame_of(before)
    window = text_of(frame)
    frame.page.scroll = len(frame._lines()) - 1
    terminal.size = Size(rows=10, columns=after)
    content = window.content.create_content(after, 10)
    assert content.get_line(content.cursor_position.y)
    assert 0 <= content.cursor_position.y < content.line_count


def test_the_cursor_is_in_the_line_that_the_page_is_scrolled_to() -> None:
    """The window follows its cursor, so that is how the page is scrolled."""
    frame, _ = frame_of(40)
    frame.page.scroll = 7
    assert text_of(frame).content.create_content(40, 10).cursor_position.y == 7


def listed(*, begins_at_top: bool = False, notice: str = "") -> Frame:
    """A page in a window of 40 columns that has a lot to say above a list."""
    question = Choice("now", "What now?", options=tuple(Option(str(number), f"Way {number}") for number in range(9)))
    view = View(
        title="A page",
        body=("You slept.", LONG),
        item=question,
        question="What now?",
        options=question.options,  # type: ignore[arg-type]  # a tuple
        begins_at_top=begins_at_top,
        notice=notice,
    )
    output = SimpleNamespace(get_size=lambda: Size(rows=24, columns=40))
    application = SimpleNamespace(output=output, forget_typed_ahead=lambda: None)
    return Frame(
        cast("Any", application),
        Page(view, date(2026, 3, 2), colour=False),
        lambda _: None,
        lambda: None,
        lambda: datetime(2026, 3, 2, 12, tzinfo=UTC),
    )


def in_sight(frame: Frame) -> str:
    """What of a page's text is shown."""
    height = frame.page_height()
    return "\n".join(frame.page.lines(40)[frame.page.scroll : frame.page.scroll + height])


@pytest.mark.parametrize(("begins_at_top", "first"), [(True, "You slept."), (False, "word299")])
def test_what_a_page_has_to_say_first_is_in_sight_above_a_long_list(begins_at_top: bool, first: str) -> None:
    """Else a page that doesn't fit is scrolled to its question."""
    assert first in in_sight(listed(begins_at_top=begins_at_top))


@pytest.mark.parametrize("begins_at_top", [True, False])
def test_why_an_answer_was_refused_is_in_sight(begins_at_top: bool) -> None:
    """Wherever the page begins, wherever someone has scrolled to, and each time."""
    assert "Not that." in in_sight(listed(begins_at_top=begins_at_top, notice="Not that."))
    frame = listed(begins_at_top=begins_at_top)
    for notice in ("Not that.", "Nor that."):
        in_sight(frame)
        frame.page.scroll = 0
        frame._refuse(notice)
        assert notice in in_sight(frame)


def test_a_day_typed_after_midnight_is_read_back_by_the_clock_as_it_is() -> None:
    """The page may have come up before midnight. The line that says why fits a narrow window."""
    clock = datetime(2026, 12, 2, 23, 50, tzinfo=UTC)
    taken: list[object] = []
    field = DateField(View(title="A page", item=Date("day", "Which day?")), taken.append, lambda _: None, lambda: clock)
    field.write("3 december")
    assert shown_below(field) == ["Wednesday 3 December 2025"]
    clock += timedelta(minutes=20)
    lines = shown_below(field)
    assert lines == ["Wednesday 2 December 2026", "For exback, Wednesday ends at 04:00."]
    assert all(len(line) + 3 <= 40 for line in lines)
    field.finish()
    assert taken == ["2026-12-02"]


def shown_below(field: DateField) -> list[str]:
    """Return the lines in which the day in a field is read back."""
    assert isinstance(field.container, HSplit)
    below = field.container.children[1]
    assert isinstance(below, Window)
    assert isinstance(below.content, FormattedTextControl)
    return [line.strip() for line in fragment_list_to_text(to_formatted_text(below.content.text)).splitlines()]
