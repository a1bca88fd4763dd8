"""Entries of the journal on the page and in plain lines: what stands there, at every width, whatever was typed."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from msgspec import structs
from rich.cells import cell_len
from support import demo
from support.person import ZONE, Person

from exback.engine.journal import STANDS, WITHHELD, Entry, Journal, State, journal
from exback.engine.journal import asked as question_of
from exback.engine.view import View
from exback.model.items import Reading, Text
from exback.model.program import Step
from exback.model.prose import Quote
from exback.model.run import Run
from exback.screen.pages.journal import draw_entry, entry_sheets, plain_entries
from exback.screen.terminal.page import Page

TODAY = date(2026, 3, 20)
RUN = Run(id="run-1", step="story", started=datetime(2026, 3, 2, 10, tzinfo=ZONE))
NASTY = "\x1b[31mred\x1b]0;title\x07 [red]no markup[/oops] \u202eright to left\x9b2J"
CODES = re.compile(r"\x1b\[[0-9;]*m")


def entry(words: str = "I miss the lake.", **fields: object) -> Entry:
    """An entry of 2 March."""
    return structs.replace(Entry(run=RUN, item="wish", day=date(2026, 3, 2), state=State.GIVEN, words=words), **fields)


def asked(_: Entry) -> str:
    """The question."""
    return "What do you miss?"


def drawn(one: Entry, width: int = 60, *, begins: bool = True) -> str:
    """An entry without colour."""
    return draw_entry(one, asked, TODAY, width, begins=begins, colour=False)


def test_the_day_the_step_the_question_and_the_words() -> None:
    """In that order, the day only where a run begins."""
    assert "".join(drawn(entry()).split()) == "Monday2MarchAstepexbacknolongerhasWhatdoyoumiss?›Imissthelake."
    assert "Monday" not in drawn(entry(), begins=False)


def test_another_year_is_named() -> None:
    """A journal of ten years has ten second of March."""
    assert "Sunday 2 March 2025" in drawn(entry(day=date(2025, 3, 2)))


@pytest.mark.parametrize("state", [state for state in State if STANDS[state]])
def test_words_that_do_not_count_say_so(state: State) -> None:
    """Typed, taken back, on a path that was left, or no longer asked."""
    assert STANDS[state] in " ".join(drawn(entry(state=state)).split())
    assert STANDS[state] in "\n".join(plain_entries([entry(state=state)], asked, TODAY))


def test_words_that_are_put_by_show_their_day_only() -> None:
    """Whoever passes by reads nothing else."""
    put_by = entry("", until=date(2026, 5, 1))
    assert "Sealed until Friday 1 May." in drawn(put_by)
    assert list(plain_entries([put_by], asked, TODAY))[-1] == "Sealed until Friday 1 May."


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("words", ["x" * 300, "A long sentence of many words. " * 20, "🌧️" * 60, "שלום " * 40])
def test_no_line_is_wider_than_the_screen(width: int, words: str) -> None:
    """At any width, whatever was written."""
    assert all(cell_len(line) <= width for line in drawn(entry(words), width).split("\n"))


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_every_line_of_ten_weeks_fits(columns: int) -> None:
    """Nothing that the demo's life wrote is wider than its window."""
    journey = demo.journey()
    sheets = entry_sheets(
        journal(demo.program(), journey), lambda entry: question_of(entry, journey), journey.today, colour=False
    )
    assert len(sheets) > 100
    assert all(cell_len(line) <= columns for sheet in sheets for line in sheet.draw(columns).split("\n"))


LONG = {
    "eighty Han signs": "今天我去了河边散步然后和姐姐一起吃了晚饭回家以后没有看手机睡得很好明天还要早起" * 2,
    "a long link": "https://example.com/" + "abcdefghi-" * 12 + "end",
}


@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
@pytest.mark.parametrize("width", [20, 40])
def test_no_word_is_too_long_to_be_shown_whole(words: str, width: int) -> None:
    """A language without spaces and a link go on in the next line: in the journal and opened."""
    opened = View(title="Journal", body=(Quote(words, TODAY),), item=Reading("r", ""))
    for page in (drawn(entry(words), width), "\n".join(Page(opened, TODAY, colour=False).lines(width))):
        assert words in re.sub(r"\s", "", page)
        assert all(cell_len(line) <= width for line in page.split("\n"))


def test_what_was_typed_does_nothing() -> None:
    """No control character and no direction mark of a person's words reaches a terminal, and nothing in them is markup."""
    for text in (
        CODES.sub("", draw_entry(entry(NASTY), lambda _: NASTY, TODAY, 80, begins=True, colour=True)),
        "\n".join(plain_entries([entry(NASTY)], lambda _: NASTY, TODAY)),
    ):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
        assert "[red]no markup[/oops]" in text


def test_plain_lines_say_the_day_once_a_run() -> None:
    """And an empty line parts one run from the next."""
    other = structs.replace(RUN, id="run-2")
    lines = list(plain_entries([entry("One."), entry("Two."), entry("Three.", run=other)], asked, TODAY))
    assert lines == [
        "Monday 2 March, A step exback no longer has:",
        "What do you miss?",
        "“One.”",
        "What do you miss?",
        "“Two.”",
        "",
        "Monday 2 March, A step exback no longer has:",
        "What do you miss?",
        "“Three.”",
    ]


def test_sheets_begin_a_run_with_its_day() -> None:
    """The second entry of a run has none above it."""
    sheets = entry_sheets(Journal((entry("One."), entry("Two."))), asked, TODAY, colour=False)
    assert ["Monday" in sheet.draw(60) for sheet in sheets] == [True, False]


def test_a_search_looks_through_the_title_the_question_and_the_words() -> None:
    """What is seen is found."""
    step = Step(id="s", title="A title", minutes=1, purpose="", items=(), mirror="", small_thing="")
    one = entry("Words.", step=step, question=Text("wish", "A question?"))
    (sheet,) = entry_sheets(Journal((one,)), asked, TODAY, colour=False)
    assert sheet.text == "A title A question? Words."


def test_what_stays_closed_is_said_at_the_end() -> None:
    """Once, under the last entry."""
    sheets = entry_sheets(Journal((entry("One."), entry("Two.")), is_withheld=True), asked, TODAY, colour=False)
    assert [WITHHELD in " ".join(sheet.draw(60).split()) for sheet in sheets] == [False, True]


def test_a_letter_stays_in_its_lines(person: Person) -> None:
    """The lines and paragraphs of a letter are kept as they were written."""
    person.answers("letter", {"to": "them", "letter": "Dear R.,\n\nit rains.\n  M.", "fate": "keep"})
    (one,) = journal(person.program, person.journey).entries
    assert [line.strip("› ") for line in drawn(one).rstrip().split("\n")][-4:] == ["Dear R.,", "", "it rains.", "M."]
