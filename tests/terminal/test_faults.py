"""What a terminal can do to a page: end it, close, shrink, flood it, or send bytes that aren't text."""

from __future__ import annotations

import re
import signal
import time

import pytest
from support.teletype import CTRL_C, CTRL_D, CTRL_Z, ENTER, F1, PATIENCE, SPACE, Teletype, squeezed
from support.typist import first_words
from terminal.conftest import Room, taken_up
from terminal.test_matrix import KINDS, Kind, draft_of, mark_of, opened, put_at, said_on_leaving, stands, view_of

from exback.engine.presenter import ASKS_REVIEW
from exback.model.items import MOST_LETTERS
from exback.screen.terminal.footer import KEYS

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
LONG = KINDS["long text"]


def words_on(teletype: Teletype) -> str:
    """Return everything that the child ever wrote to its terminal, as text."""
    return bytes(teletype.raw).decode("utf-8", "replace")


# Signals


@pytest.mark.fault(45)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["sigterm", "sighup"])
@pytest.mark.parametrize("name", list(KINDS))
def test_a_signal_ends_any_page_with_everything_saved(wide_room: Room, name: str, number: int, code: int) -> None:
    """A shutdown saves the place and every letter, restores the terminal, and leaves no word on it."""
    kind = KINDS[name]
    teletype = opened(wide_room, kind)
    teletype.send_signal(number)
    assert teletype.exit_code() == code
    assert wide_room.run.cursor == kind.item
    assert wide_room.run.drafts == draft_of(kind)
    assert not teletype.glass.in_alternate
    assert teletype.glass.outside.strip() == ""
    assert teletype.is_line_editing()


@pytest.mark.fault(46)
@pytest.mark.parametrize("kind", [LONG, KINDS["choices"], KINDS["timer"]], ids=["long text", "choices", "timer"])
def test_a_window_that_is_closed_loses_no_letter(wide_room: Room, kind: Kind) -> None:
    """Closing the window in the middle of a word saves the word before the terminal restore can fail."""
    teletype = opened(wide_room, kind)
    ticked = [wide_room.options("ties")[0].id] if kind == KINDS["choices"] else []
    if ticked:
        teletype.press(SPACE)
        teletype.see("● ")
    teletype.close_window()
    expected = {kind.item: ticked} if ticked else draft_of(kind)
    until = time.monotonic() + PATIENCE
    while wide_room.run.drafts != expected and time.monotonic() < until:
        time.sleep(0.05)
    assert wide_room.run.drafts == expected
    assert wide_room.run.cursor == kind.item


@pytest.mark.fault(48)
@pytest.mark.parametrize("kind", [LONG, KINDS["choice"], KINDS["timer"]], ids=["long text", "choice", "timer"])
def test_a_storm_of_ctrl_c_ends_cleanly(wide_room: Room, kind: Kind) -> None:
    """Ctrl-C held down, with as many signals, saves once and ends once: no traceback, the terminal restored."""
    teletype = opened(wide_room, kind)
    for _ in range(40):
        if teletype.has_ended:
            break
        teletype.press(CTRL_C)
        teletype.send_signal(signal.SIGINT)
    assert teletype.exit_code() == 130
    assert "Traceback" not in words_on(teletype)
    said = said_on_leaving(
        wide_room, kind
    )  # or a part of it: at each Ctrl-C, a terminal drops what it hasn't shown yet
    assert squeezed(teletype.glass.outside.replace("^C", "")) in squeezed(said)
    assert not teletype.glass.in_alternate
    assert teletype.is_line_editing()
    assert wide_room.run.drafts == draft_of(kind)


# Windows of any size


@pytest.mark.fault(49)
@pytest.mark.parametrize("name", list(KINDS))
def test_a_window_of_one_column_loses_nothing(wide_room: Room, name: str) -> None:
    """A window shrunk to one column, one row or both, and widened again, shows the same page with every letter."""
    kind = KINDS[name]
    teletype = opened(wide_room, kind)
    for columns, rows in ((1, 24), (80, 1), (1, 1), (3, 5), (80, 24)):
        teletype.resize(columns, rows)
        count = len(teletype.raw)
        teletype.wait(lambda: len(teletype.raw) > count, "for a page to be drawn")  # noqa: B023
    stands(teletype, wide_room, kind)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert wide_room.run.drafts == draft_of(kind)


def rows_of_keys(teletype: Teletype, columns: int) -> int:
    """Return how many rows the screen has below its last line across."""
    lines = teletype.screen().splitlines()
    return len(lines) - max((number for number, line in enumerate(lines) if line == "─" * columns), default=-1) - 1


@pytest.mark.parametrize("rows", [12, 16, 60])
@pytest.mark.parametrize("columns", [40, 200])
@pytest.mark.parametrize("name", list(KINDS))
def test_a_window_of_any_height_shows_question_field_and_keys(
    wide_room: Room, name: str, columns: int, rows: int
) -> None:
    """From 12 to 60 rows and 40 to 200 columns there is the question, room to answer, and the footer's keys."""
    kind = KINDS[name]
    teletype = opened(wide_room, kind)
    teletype.resize(columns, rows)
    teletype.wait(lambda: "─" * columns in teletype.screen().splitlines(), f"for lines of {columns} columns")
    view = view_of(wide_room, kind)
    teletype.see("F1", kind.field)
    if view.question and not teletype.shows("PgDn"):
        teletype.see(view.question)
    room = 2 if rows < 18 else 5
    teletype.wait(lambda: rows_of_keys(teletype, columns) <= room, "for keys that leave the page its room")


# What is typed and pasted


@pytest.mark.fault(50)
def test_a_paste_of_a_million_letters_arrives_whole(wide_room: Room) -> None:
    """The draft holds every letter; finishing it is refused with a sentence, since no answer may be that long."""
    text = "".join(f"line {number}\n" for number in range(90_000))[:1_000_000]
    teletype = opened(wide_room, LONG)
    teletype.press(PASTE_BEGINS, text, PASTE_ENDS)
    whole = {LONG.item: f"{LONG.typed}{text}"}
    teletype.wait(lambda: wide_room.run.drafts == whole, "for the whole paste to be kept")
    teletype.press(CTRL_D)
    teletype.see(f"{MOST_LETTERS:,} letters")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert wide_room.run.drafts == whole


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if not kind.typed])
def test_pasted_words_do_not_stay_on_a_page_without_a_field(wide_room: Room, name: str) -> None:
    """They would stand between the question and its options, and look like an answer."""
    kind = KINDS[name]
    teletype = opened(wide_room, kind)
    teletype.press(PASTE_BEGINS, "pasted words\rand more", PASTE_ENDS, F1)
    why = view_of(wide_room, kind).why
    teletype.see(first_words(why) if why else KEYS.splitlines()[0])
    assert not teletype.shows("pasted words")
    teletype.press(F1)
    stands(teletype, wide_room, kind)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert wide_room.run.drafts == {}


@pytest.mark.fault(51)
@pytest.mark.parametrize("name", list(KINDS))
def test_a_colour_code_as_input_is_harmless(wide_room: Room, name: str) -> None:
    """A raw escape sequence, which prompt_toolkit takes for a mouse, neither ends a page nor answers it."""
    kind = KINDS[name]
    teletype = opened(wide_room, kind)
    teletype.press("\x1b[31m", "\x1b[<0;1;1M", "\x1b[M !!")
    if kind != KINDS["timer"]:  # any key leaves a timer
        stands(teletype, wide_room, kind)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert "Traceback" not in words_on(teletype)


@pytest.mark.fault(52)
def test_bytes_that_are_no_letters_are_kept_as_marks(wide_room: Room) -> None:
    """A broken byte becomes one mark, the letters around it stay, and the file can be read."""
    teletype = opened(wide_room, KINDS["text"])
    teletype.send(b"ep \xff\xfe h\xc3\xb6re \xc3")
    teletype.press("x", ENTER)
    teletype.see(ASKS_REVIEW)
    assert re.fullmatch("To sleep \ufffd+ höre \ufffd+x", str(wide_room.run.answers["wish"]))


@pytest.mark.fault(53)
@pytest.mark.parametrize("name", list(KINDS))
def test_a_terminal_of_ascii_gets_nothing_else(wide_room: Room, name: str) -> None:
    """Under LANG=C borders, bullets, arrows and quotation marks are ASCII, each as wide as before."""
    kind = KINDS[name]
    teletype = opened_in_ascii(wide_room, kind)
    assert bytes(teletype.raw).isascii(), sorted(set(words_on(teletype)) - set(map(chr, range(128))))
    assert "-" * 80 in teletype.screen()


def opened_in_ascii(room: Room, kind: Kind) -> Teletype:
    """Open a page on a terminal that knows ASCII only."""
    put_at(room, kind)
    teletype = taken_up(room.exback("step", kind.step, LANG="C"), room)
    mark = mark_of(view_of(room, KINDS["review"] if kind == KINDS["closing"] else kind))
    teletype.see(mark.encode("ascii", "replace").decode().split("?")[0][:20])
    return teletype


# Words that were stored


@pytest.mark.fault(56)
def test_joined_emoji_do_not_break_the_page(room: Room) -> None:
    """A family, a flag and a heart with a selector, measured differently by each library, don't break the frame."""
    words = "👩‍👩‍👧‍👦 family 🇩🇪 flag ❤️ heart"
    room.begin("review", "the-whole-story", reviewed=True, answers={"wish": words, "reasons": f"{words}\n{words}"})
    teletype = room.exback("step", "the-whole-story")
    teletype.see("family", "flag", "heart", "Ctrl-C to leave, all saved")
    assert "─" * room.size[0] in teletype.screen().splitlines()
    teletype.press(CTRL_Z)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert room.run.answers["wish"] == words
