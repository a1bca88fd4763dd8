"""A page as rich draws it: inside its width, in its colours or without, and harmless whatever was typed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import structs
from rich.cells import cell_len

from exback.engine.view import View
from exback.model.items import Choice, Option, Reading, Text, Timer
from exback.model.prose import Quote, Table
from exback.screen.rendering import render
from exback.screen.terminal.footer import footer_lines
from exback.screen.terminal.page import Page, place

TODAY = date(2026, 3, 2)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NASTY = (
    "[/oops] [bold]b[/bold] :smile:",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "\u202eright to left\u2066 \u200f",
    "漢字" * 60,
    "👩‍👩‍👧🏽 🇩🇪 ❤️ ☎️ 1️⃣",
    "x" * 300,
    "a\tb\tc\r\nd\x0be\x0cf\x85g\u2028h",
    "ａ" * 41 + " " + "e\u0301" * 100,
    "\ud800 broken \udcff",
    "- a list entry\n- another, as long as a line can be and a little longer than that to be sure\n\n\nend",
    "    indented    with   spaces   ",
    "https://example.org/" + "very-long-" * 30,
)
WORDS = "\n".join(NASTY)


def draw_page(view: View, today: date, width: int, *, colour: bool, help_open: bool = False) -> str:
    """Give a whole page as it stands on the screen: its header and all below it."""
    drawn = Page(view, today, colour=colour)
    drawn.help_open = help_open
    return "\n".join([*drawn.header(width), *drawn.lines(width)])


def page(**fields: object) -> View:
    """A page with some fields set."""
    view = View(title="No contact · Your rule", item=Reading("reading", ""))
    return structs.replace(view, **fields)


FULL = page(
    place="step 3 of 7",
    minutes=6,
    body=(
        WORDS,
        Quote(WORDS, date(2025, 11, 12), WORDS),
        Quote("Quiet."),
        Table(("", WORDS, "2 Mar", "9 Mar", "16 Mar", "23 Mar"), ((WORDS, "1", WORDS, "3", "4", "5"), ("b", *"23456"))),
    ),
    item=Text("text", ""),
    question=WORDS,
    note=(WORDS,),
    notice=WORDS,
    why=(WORDS,),
)


def widths(drawn: str) -> list[int]:
    """How many cells each line takes, colour codes apart."""
    return [cell_len(ANSI.sub("", line)) for line in drawn.split("\n")]


def words_of(drawn: str) -> str:
    """What stands there, without regard to where lines break."""
    return " ".join(ANSI.sub("", drawn).split())


@pytest.fixture(autouse=True)
def ordinary_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever these tests run, the environment says the same."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


class TestWidth:
    """No line is wider than the screen."""

    @pytest.mark.parametrize("colour", [False, True])
    @pytest.mark.parametrize("width", [*range(20, 44, 3), 60, 77, 78, 79, 80, 81, 100, 200])
    def test_a_page_of_everything_fits(self, width: int, colour: bool) -> None:
        """Wide letters, long words, tables and broken bytes are all brought inside, from 20 columns on."""
        drawn = draw_page(FULL, TODAY, width, colour=colour, help_open=True)
        assert max(widths(drawn)) <= width

    @given(words=st.text(st.characters(exclude_categories=[]), max_size=200), width=st.integers(20, 200))
    @example(words="\t" * 40, width=20)
    @example(words="漢" * 100, width=21)
    @settings(max_examples=60)
    def test_whatever_was_typed_fits(self, words: str, width: int) -> None:
        """Any text at all, in any place of a page, keeps to the width."""
        body = (words, Quote(words, TODAY, words), Table((words, words), ((words, words),)))
        view = page(body=body, question=words, note=(words,), notice=words, why=(words,))
        assert max(widths(draw_page(view, TODAY, width, colour=False, help_open=True))) <= width

    @pytest.mark.parametrize("place_words", ["", "step 13 of 17", "Wednesday 30 September 2026"])
    @pytest.mark.parametrize("minutes", [None, 1, 15])
    def test_every_header_fits(self, place_words: str, minutes: int | None) -> None:
        """Where title and place have no room side by side, they stand one above the other, both whole."""
        view = page(place=place_words, minutes=minutes)
        for width in range(20, 120, 3):
            drawn = draw_page(view, TODAY, width, colour=False)
            assert max(widths(drawn)) <= width
            assert words_of(drawn).startswith("No contact · Your rule")
            assert all(word in words_of(drawn) for word in place_words.split())

    def test_lines_are_not_longer_than_is_good_to_read(self) -> None:
        """On a wide screen the text keeps to a measure."""
        drawn = draw_page(page(body=("word " * 200,)), TODAY, 200, colour=False)
        assert max(cell_len(line.rstrip()) for line in drawn.split("\n") if "word" in line) <= 80

    def test_nothing_is_lost_by_narrowness(self) -> None:
        """At 20 columns every word is there as at 200."""
        view = page(
            body=("One two three four five six seven eight nine ten.", Quote("Quiet now.", TODAY, "You wrote:"))
        )
        narrow, wide = (words_of(draw_page(view, TODAY, width, colour=False)) for width in (20, 200))
        assert narrow.replace("─", "") == wide.replace("─", "")


class TestInert:
    """What a person typed can do nothing to the terminal."""

    @pytest.mark.parametrize("colour", [False, True])
    def test_no_control_of_theirs_reaches_the_terminal(self, colour: bool) -> None:
        """Only the page's own colour codes are there; escapes, direction marks and broken bytes are made visible."""
        drawn = draw_page(FULL, TODAY, 80, colour=colour, help_open=True)
        assert CONTROLS.search(ANSI.sub("", drawn)) is None

    def test_an_escape_is_shown_as_what_it_is(self) -> None:
        """Nothing that was written disappears; it stands there by its number."""
        assert "\\u001b[31mred" in draw_page(page(body=(Quote("\x1b[31mred"),)), TODAY, 80, colour=True)

    @pytest.mark.parametrize(
        "view",
        [
            page(body=("[/oops]",)),
            page(body=("- [/oops]",)),
            page(body=(Quote("[/oops]"),)),
            page(body=(Quote("x", TODAY, "[/oops]"),)),
            page(body=(Table(("[/oops]",), (("x",),)),)),
            page(body=(Table(("x",), (("[/oops]",),)),)),
            page(question="[/oops]"),
            page(note=("[/oops]",)),
            page(notice="[/oops]"),
        ],
    )
    @pytest.mark.parametrize("colour", [False, True])
    def test_brackets_are_brackets(self, view: View, colour: bool) -> None:
        """What looks like markup is printed as it was written, wherever it stands."""
        assert "[/oops]" in draw_page(view, TODAY, 80, colour=colour)

    def test_text_that_is_no_page_is_as_safe(self) -> None:
        """Whatever is drawn, brackets, names of pictures, numbers and addresses are only letters."""
        words = "[/oops] [bold]12[/bold] :smile: 'x' http://x.y /etc/x True"
        assert render(words, 80, colour=True).split("\n")[0].rstrip() == words


@cache
def full_page(*, colour: bool) -> str:
    """Return a page of everything as the tests' own environment has it."""
    return draw_page(FULL, TODAY, 40, colour=colour)


class TestColour:
    """Colour only helps."""

    def test_without_colour_there_is_no_code_at_all(self) -> None:
        """Not one escape character is printed."""
        assert "\x1b" not in draw_page(FULL, TODAY, 80, colour=False, help_open=True)

    def test_every_page_reads_the_same_without_it(self) -> None:
        """Taking the codes away from the coloured page gives the plain one, letter for letter."""
        assert ANSI.sub("", draw_page(FULL, TODAY, 80, colour=True)) == draw_page(FULL, TODAY, 80, colour=False)

    @pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "COLUMNS", "TTY_COMPATIBLE"])
    @pytest.mark.parametrize("value", ["0", "1", "dumb", "unknown"])
    @pytest.mark.parametrize("colour", [False, True])
    def test_the_environment_does_not_change_what_was_asked_for(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, colour: bool
    ) -> None:
        """Whether there is colour, and how wide, is decided once, by whoever asks for the page."""
        before = full_page(colour=colour)
        monkeypatch.setenv(name, value)
        assert draw_page(FULL, TODAY, 40, colour=colour) == before


class TestParts:
    """What stands on a page, and in which order."""

    def test_header_then_text_then_question_then_note_then_notice(self) -> None:
        """One reads from where one is to what is asked."""
        view = page(place="step 3 of 7", body=("Body.",), question="Question?", note=("Note.",), notice="Notice.")
        drawn = draw_page(view, TODAY, 80, colour=False)
        parts = ["No contact · Your rule", "step 3 of 7", "Body.", "Question?", "Note.", "Notice."]
        assert [drawn.index(part) for part in parts] == sorted(drawn.index(part) for part in parts)

    def test_title_and_place_stand_at_the_two_edges(self) -> None:
        """Where both have room, they share a line of the whole width."""
        line = draw_page(page(place="step 3 of 7"), TODAY, 80, colour=False).split("\n")[0]
        assert line.lstrip().startswith("No contact")
        assert line.rstrip().endswith("step 3 of 7")
        assert 78 <= len(line.rstrip()) <= 80

    def test_help_is_shown_when_it_is_open(self) -> None:
        """Why something is asked is there for whoever wants to know, and only then."""
        view = page(why=("Because it helps.",))
        assert "Because it helps." in draw_page(view, TODAY, 80, colour=False, help_open=True)
        assert "Because it helps." not in draw_page(view, TODAY, 80, colour=False)

    def test_a_quotation_stands_with_its_lead_and_its_day(self) -> None:
        """The person's own words, what they were about, and when they were written."""
        body = (Quote("To sleep again.", date(2025, 11, 12), "You wished for this:"),)
        drawn = words_of(draw_page(page(body=body), TODAY, 80, colour=False))
        assert "You wished for this: › To sleep again. Wednesday 12 November 2025" in drawn

    def test_the_lines_of_a_quotation_are_kept(self) -> None:
        """What was written in lines is shown in lines."""
        drawn = draw_page(page(body=(Quote("First.\n\nSecond."),)), TODAY, 80, colour=False)
        assert [line.strip(" ›") for line in drawn.split("\n") if "." in line] == ["First.", "Second."]

    def test_paragraphs_are_parted_and_entries_marked(self) -> None:
        """A blank line parts paragraphs; a line that begins with a dash is an entry of a list."""
        lines = draw_page(page(body=("One.\n\nTwo.\n- three",)), TODAY, 80, colour=False).split("\n")
        body = [line.strip() for line in lines][3:]
        assert body[:4] == ["One.", "", "Two.", "· three"]

    def test_a_table_stands_row_by_row(self) -> None:
        """Heads above, each row in a line of its own, in the columns of the heads."""
        table = Table(("", "2 Mar", "9 Mar"), (("Longing", "6", "4"), ("Hope", "5", "3")))
        lines = [line.split() for line in draw_page(page(body=(table,)), TODAY, 80, colour=False).split("\n")]
        assert ["2", "Mar", "9", "Mar"] in lines
        assert ["Longing", "6", "4"] in lines
        assert ["Hope", "5", "3"] in lines

    @pytest.mark.parametrize("width", [20, 30, 40, 60])
    def test_no_number_of_a_table_is_lost_by_narrowness(self, width: int) -> None:
        """On a narrow screen heads and cells are folded, and nothing of them is left out."""
        days = ("28 Feb", "7 Mar", "14 Mar", "21 Mar", "28 Mar")
        table = Table(("", *days), (("Want them", "10", "9", "8", "7", "6"), ("Happy without", *"01234")))
        narrow, wide = (draw_page(page(body=(table,)), TODAY, one, colour=False) for one in (width, 200))
        assert sorted("".join(narrow.split()).replace("─", "")) == sorted("".join(wide.split()).replace("─", ""))

    @pytest.mark.parametrize(
        ("place_words", "minutes", "said"),
        [
            ("step 3 of 7", 6, "step 3 of 7 · 6 minutes left"),
            ("step 3 of 7", None, "step 3 of 7"),
            ("", 1, "a minute left"),
            ("", None, ""),
        ],
    )
    def test_how_far_along_is_said_in_words(self, place_words: str, minutes: int | None, said: str) -> None:
        """The place and the minutes that are left, where there are any."""
        assert place(page(place=place_words, minutes=minutes)) == said


@pytest.mark.parametrize(
    ("minutes", "keys"),
    [
        (
            6,
            "↑↓ to move · Enter to choose · F1 or Ctrl-G why we ask this · Ctrl-C to leave, all saved · talk to a person: exback crisis",
        ),
        (None, "↑↓ to move · Enter to choose · F1 or Ctrl-G help · Ctrl-C to leave"),
    ],
)
def test_outside_a_step_the_foot_speaks_of_no_question_and_of_no_saving(minutes: int | None, keys: str) -> None:
    """A list to choose from is asked for nothing's sake, and nothing of it is kept."""
    view = page(item=Choice("one", "Which entry?", options=(Option("a", "A"),)), minutes=minutes)
    assert " · ".join(footer_lines(view, 120, 30, cut=False)) == keys
    timed = structs.replace(view, item=Timer("wait", "Ten minutes.", seconds=600))
    assert "why we ask this" not in " · ".join(footer_lines(timed, 120, 30, cut=False))
