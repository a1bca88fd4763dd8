"""Several questions on one page, in a real terminal: the daily check-in."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from signal import SIGKILL
from typing import NamedTuple

import pytest
from support.sealed import PASSPHRASE, locked
from support.teletype import (
    CTRL_C,
    CTRL_D,
    CTRL_G,
    CTRL_Q,
    DOWN,
    ENTER,
    F1,
    PAGE_DOWN,
    SHIFT_TAB,
    SPACE,
    UP,
    Teletype,
    child,
    environment,
)
from terminal.conftest import Room, goes_on

from exback.engine.presenter import REVIEW
from exback.model.run import Run, Value

LEFT, RIGHT, TAB = "\x1b[D", "\x1b[C", "\t"
LOW_WINDOWS = [(80, 8), (40, 10), (80, 6)]


def opened(room: Room, *words: str) -> Teletype:
    """Open the check-in, and wait for its first row."""
    teletype = room.exback(*(words or ("checkin",)))
    teletype.see("How was your mood?", "› Mood 0 to 10", "F1")
    return teletype


def answers(room: Room) -> dict[str, Value]:
    """Return the answers of the check-in so far."""
    return dict(room.run.answers)


def is_at(teletype: Teletype, row: str) -> None:
    """Wait until the pointer is at a row."""
    teletype.see(f"› {row}")


def missed(room: Room, *days_ago: int) -> None:
    """Put check-ins on some days into the file."""
    for days in days_ago:
        then = room.now - timedelta(days=days)
        given: dict[str, Value] = {"mood": 4, "longing": 4, "sleep": 4, "happened": [], "line": None}
        room.store.put(
            Run(id=f"ago-{days}", step="check-in", started=then, finished=then, answers=given, reviewed=True)
        )


# What a check-in costs


def test_a_day_on_which_nothing_happened_takes_eight_keys(room: Room) -> None:
    """Three numbers, an Enter past the first of two rows that say no, and Ctrl-D: then the shell is back."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r\r", CTRL_D)
    assert teletype.exit_code() == 0
    teletype.see("Mood 6, longing 8, sleep 5.", "One small thing:")
    assert answers(room) == {"mood": 6, "longing": 8, "sleep": 5, "happened": [], "line": None}


def test_what_was_not_asked_is_no_no(room: Room) -> None:
    """Ctrl-D at the third number leaves out what is below it."""
    teletype = opened(room)
    teletype.press("6\r8\r5", CTRL_D)
    assert teletype.exit_code() == 0
    assert answers(room) == {"mood": 6, "longing": 8, "sleep": 5, "happened": None, "line": None}


@pytest.mark.parametrize(
    ("keys", "happened"),
    [
        ((CTRL_D,), ["looked:unanswered"]),
        (("y", CTRL_D), ["contact", "looked:unanswered"]),
        ((ENTER, UP, CTRL_D), ["looked:unanswered"]),
        ((ENTER, "n", UP, CTRL_D), []),
        ((ENTER, "y", UP, UP, CTRL_D), ["looked"]),
        ((ENTER, UP, UP, CTRL_D), ["looked:unanswered"]),
        ((UP, CTRL_D), None),
        (("y", "n", UP, CTRL_D), ["looked:unanswered"]),
    ],
    ids=["first", "first yes", "first again", "second no", "second yes", "back to sleep", "none", "taken back"],
)
def test_only_a_row_that_was_passed_says_no(room: Room, keys: tuple[str, ...], happened: list[str] | None) -> None:
    """Ctrl-D answers the row it's pressed in and those above, and a letter answers its own."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r")
    is_at(teletype, "Contact today?")
    teletype.press(*keys)
    assert teletype.exit_code() == 0
    assert answers(room)["happened"] == happened


def test_ctrl_d_asks_for_what_must_be_answered(room: Room) -> None:
    """The page goes to the first number that is missing, and says so."""
    teletype = opened(room)
    teletype.press("6", CTRL_D)
    teletype.see("› Longing 0 to 10", "This one needs an answer.", "Mood 0 to 10 6")
    assert answers(room) == {"mood": 6}


def test_words_typed_below_are_kept_when_a_row_above_ends_the_form(room: Room) -> None:
    """They're in their row while someone corrects a number, and they're an answer afterwards."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r\r\r")
    is_at(teletype, "One line, if you like")
    teletype.press("A long day.", UP)
    is_at(teletype, "Contact today?")
    teletype.see("One line, if you like A long day.")
    teletype.press("y", UP)
    teletype.see("› Sleep 0 to 10 5", "Contact today? yes")
    teletype.press("7", CTRL_D)
    assert teletype.exit_code() == 0
    assert answers(room) == {"mood": 6, "longing": 8, "sleep": 7, "happened": ["contact"], "line": "A long day."}


# Its last words


def test_the_last_words_are_the_command_s_and_not_on_a_page(room: Room) -> None:
    """They're below the command in the window, with nothing of the page, and nothing the person wrote."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r\r\r")
    is_at(teletype, "One line, if you like")
    teletype.press("Rain all day.", ENTER)
    assert teletype.exit_code() == 0
    assert not teletype.glass.in_alternate
    teletype.see("Mood 6, longing 8, sleep 5.", "Your words are saved with the day.", "One small thing:")
    assert not teletype.shows("Rain")
    assert not teletype.shows("Longing 0 to 10")


def test_in_plain_lines_they_are_spoken_and_need_no_enter(wide_room: Room) -> None:
    """After the last answer exback is done."""
    teletype = wide_room.exback("--plain", "step", "check-in")
    for asked, line in (("0 to 10:", "6"), ("0 to 10:", "8"), ("0 to 10:", "5"), ("or skip:", "0"), ("or skip:", "")):
        teletype.hear(asked)
        teletype.press(f"{line}\n")
    teletype.hear("Mood 6, longing 8, sleep 5.")
    teletype.hear("One small thing:")
    assert teletype.exit_code() == 0
    assert answers(wide_room)["happened"] == []


def test_of_a_locked_file_they_are_printed_as_well(wide_room: Room) -> None:
    """There the page for the passphrase and the check-in share the screen, which is gone by then."""
    missed(wide_room, 1)
    locked(wide_room.store)
    teletype = wide_room.exback("checkin")
    teletype.see("Passphrase")
    teletype.press(PASSPHRASE, ENTER)
    is_at(teletype, "Mood")
    teletype.press("6\r8\r5\r\r", CTRL_D)
    assert teletype.exit_code() == 0
    teletype.see("Longing went from 4 yesterday to 8 today.")


def test_on_the_way_from_the_menu_they_stand_on_the_day_s_page(room: Room) -> None:
    """No key lies between the check-in and what comes next."""
    missed(room, 3)
    teletype = room.exback()
    teletype.see("What now?", "› Check-in")
    teletype.press(ENTER)
    is_at(teletype, "Mood")
    teletype.press("6\r8\r5\r\r", CTRL_D)
    teletype.see("on Friday 27 February", "One small thing:", "What now?")
    assert room.run.finished is not None


def test_ctrl_q_leaves_them_unsaid(room: Room) -> None:
    """Someone has come in."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r", CTRL_Q)
    assert teletype.exit_code() == 0
    assert not teletype.shows("Mood")


# The keys of a row


def test_up_down_and_tab_go_from_row_to_row(room: Room) -> None:
    """Down and Tab take what is in the row, and up goes back to it."""
    teletype = opened(room)
    teletype.press("6", DOWN)
    is_at(teletype, "Longing")
    teletype.press("8", TAB)
    is_at(teletype, "Sleep")
    teletype.press(UP)
    teletype.see("› Longing 0 to 10 8")
    teletype.press(SHIFT_TAB)
    teletype.see("› Mood 0 to 10 6")
    teletype.press(DOWN, DOWN)
    is_at(teletype, "Sleep")
    assert answers(room) == {"mood": 6, "longing": 8}


@pytest.mark.parametrize("key", [DOWN, TAB], ids=["down", "tab"])
def test_below_the_last_row_there_is_nothing(room: Room, key: str) -> None:
    """The arrows end no form, however often they're pressed: the words in the row stay, and Enter takes them."""
    teletype = opened(room)
    teletype.press("5\r5\r5\r", key, key)
    is_at(teletype, "One line, if you like")
    teletype.press("Half a line", key, key)
    teletype.press(" more")
    teletype.see("› One line, if you like Half a line more", "Mood 0 to 10 5")
    teletype.press(ENTER)
    assert teletype.exit_code() == 0
    assert answers(room)["line"] == "Half a line more"


def test_an_end_that_was_taken_back_is_not_reached_by_an_arrow(room: Room) -> None:
    """The form is open again on its last row, so one Down would be all it takes."""
    missed(room, 3)
    teletype = room.exback()
    teletype.see("What now?", "› Check-in")
    teletype.press(ENTER)
    is_at(teletype, "Mood")
    teletype.press("5\r5\r5\r\r\r\r")
    teletype.see("Reopen “Check-in”", "What now?")
    teletype.press(UP, ENTER)
    is_at(teletype, "One line, if you like")
    teletype.press(DOWN, TAB, "Grey.")
    teletype.see("› One line, if you like Grey.")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert room.run.finished is None


@pytest.mark.parametrize(
    ("keys", "happened"),
    [
        (("y", ENTER, "n", ENTER), ["contact"]),
        ((DOWN, "y", DOWN), ["looked"]),
        ((SPACE, TAB, SPACE, TAB), ["contact", "looked"]),
        ((RIGHT, ENTER, LEFT, ENTER), ["contact", "looked"]),
        (("y", "n", ENTER, SPACE, SPACE, ENTER), []),
        (("y", DOWN, UP, "n", DOWN, "y", ENTER), ["looked"]),
    ],
    ids=["y n", "down y down", "space", "arrows", "taken back", "up again"],
)
def test_yes_or_no_is_said_by_letter_space_or_arrow(room: Room, keys: tuple[str, ...], happened: list[str]) -> None:
    """Each row is one of the things that may have happened."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r")
    is_at(teletype, "Contact today?")
    teletype.press(*keys)
    is_at(teletype, "One line, if you like")
    assert answers(room)["happened"] == happened


def test_the_first_digit_replaces_the_number_from_before(room: Room) -> None:
    """No one types behind a number that was taken. The second digit is typed behind the first."""
    teletype = opened(room)
    teletype.press("6", ENTER)
    is_at(teletype, "Longing")
    teletype.press(UP)
    teletype.see("› Mood 0 to 10 6")
    teletype.press("10", ENTER)
    teletype.see("› Longing", "Mood 0 to 10 10")
    assert answers(room) == {"mood": 10}


def test_a_number_takes_digits_only(room: Room) -> None:
    """It says so at once, and what isn't a digit never gets into the row, nor what was typed along with it."""
    teletype = opened(room)
    teletype.press("x9")
    teletype.see("Please type a whole number from 0 to 10.")
    teletype.press("7y")
    teletype.see("› Mood 0 to 10 7", "Please type a whole number from 0 to 10.")
    teletype.press(ENTER)
    is_at(teletype, "Longing")
    assert answers(room) == {"mood": 7}


@pytest.mark.parametrize("key", [F1, CTRL_G], ids=["f1", "ctrl-g"])
def test_help_opens_above_the_rows_and_closes_again(room: Room, key: str) -> None:
    """What is typed in the row stays."""
    teletype = opened(room)
    teletype.press("7", key)
    teletype.see("a number a day", "› Mood 0 to 10 7")
    teletype.press(key)
    teletype.see_no("a number a day")
    teletype.see("› Mood 0 to 10 7")
    teletype.press(ENTER)
    is_at(teletype, "Longing")
    assert answers(room) == {"mood": 7}


# Leaving in the middle


class Left(NamedTuple):
    """A row, the keys that lead to it and those pressed in it, and what is there afterwards."""

    row: str
    before: str
    typed: str
    there: str
    drafts: dict[str, str | list[str]]


ROWS = [
    Left("Mood", "", "7", "› Mood 0 to 10 7", {"mood": "7"}),
    Left("Longing", "6\r", "8", "› Longing 0 to 10 8", {"longing": "8"}),
    Left("Sleep", "6\r8\r", "10", "› Sleep 0 to 10 10", {"sleep": "10"}),
    Left("Contact today?", "6\r8\r5\r", "y", "› Contact today? yes", {"happened": ["contact", "looked:unanswered"]}),
    Left("Checked on them?", "6\r8\r5\r\r", "y", "Checked on them? yes", {"happened": ["looked"]}),
    Left("One line, if you like", "6\r8\r5\r\r\r", "Grey.", "› One line, if you like Grey.", {"line": "Grey."}),
]


@pytest.mark.parametrize("left", ROWS, ids=[left.row for left in ROWS])
def test_kill_in_a_row_and_come_back_to_it(room: Room, left: Left) -> None:
    """With every row above it as it was, and what was typed in it."""
    teletype = opened(room)
    teletype.press(left.before)
    is_at(teletype, left.row)
    teletype.press(left.typed)
    teletype.wait(lambda: bool(room.store.load().runs) and room.run.drafts == left.drafts, "for the draft")
    before = answers(room)
    teletype.send_signal(SIGKILL)
    again = room.exback("step", "check-in")
    goes_on(again)
    again.see(left.there, *(f"0 to 10 {number}" for number in before.values() if isinstance(number, int)))
    again.press(CTRL_C)
    assert again.exit_code() == 130
    assert (answers(room), room.run.drafts) == (before, left.drafts)


# Another day


def test_another_day_is_chosen_by_going_up(room: Room) -> None:
    """Where days were missed, the row above the numbers says today until it's changed."""
    missed(room, 3)
    teletype = opened(room)
    teletype.see("Day Today · ↑ to change")
    teletype.press(UP)
    teletype.see("› Day ← Today →")
    teletype.press(LEFT)
    teletype.see("› Day ← Sunday 1 March →")
    teletype.press(DOWN)
    teletype.see("› Mood", "Day Sunday 1 March", "Contact that day?")
    teletype.press("6\r8\r5", CTRL_D)
    assert teletype.exit_code() == 0
    assert answers(room)["day"] == "2026-03-01"


def test_today_is_saved_with_the_first_answer_and_not_by_a_look(room: Room) -> None:
    """Looking at the row and leaving changes nothing in the file."""
    missed(room, 3)
    file = room.home / "progress.json"
    before = file.read_bytes()
    teletype = opened(room)
    teletype.press(UP)
    is_at(teletype, "Day")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert file.read_bytes() == before
    teletype = opened(room)
    teletype.press("6", ENTER)
    is_at(teletype, "Longing")
    assert answers(room) == {"day": "2026-03-02", "mood": 6}


# What begins elsewhere


def test_grave_words_in_the_line_bring_help(room: Room) -> None:
    """The help is the last page then, and waits to be read."""
    teletype = opened(room)
    teletype.press("6\r8\r5\r\r\r")
    is_at(teletype, "One line, if you like")
    teletype.press("I want to die", ENTER)
    teletype.see("please don't stay alone with it", "exback crisis", "› Go on")
    assert answers(room)["line"] == "I want to die"
    teletype.press(PAGE_DOWN, PAGE_DOWN, ENTER)
    assert teletype.exit_code() == 0


@pytest.mark.parametrize(
    ("cursor", "given", "row"),
    [
        ("day", {}, "Mood"),
        ("longing", {"mood": 6}, "Longing"),
        ("line", {"mood": 6, "longing": 8, "sleep": 5, "happened": []}, "One line, if you like"),
    ],
)
def test_one_begun_in_an_earlier_version_goes_on(room: Room, cursor: str, given: dict[str, Value], row: str) -> None:
    """When each question had a page of its own."""
    room.store.put(Run(id="begun", step="check-in", started=room.now, answers=given, cursor=cursor))
    teletype = room.exback("step", "check-in")
    if given:
        goes_on(teletype)
    is_at(teletype, row)
    teletype.press("6", ENTER)
    teletype.wait(lambda: len(answers(room)) > len(given), "for the answer")
    assert answers(room) == {**given, cursor if given else "mood": "6" if cursor == "line" else 6}


def test_one_is_changed_from_its_review(room: Room) -> None:
    """The row opens among the others, and leads back."""
    given: dict[str, Value] = {"mood": 6, "longing": 8, "sleep": 5, "happened": [], "line": "Grey."}
    room.store.put(Run(id="begun", step="check-in", started=room.now, answers=given, cursor=REVIEW, reviewed=True))
    teletype = room.exback("step", "check-in")
    goes_on(teletype)
    teletype.see("This is what you said.", "How did you sleep?")
    teletype.press(DOWN, DOWN, DOWN, ENTER)
    teletype.see("› Sleep 0 to 10 5", "One line, if you like Grey.")
    teletype.press("9", ENTER)
    teletype.see("This is what you said.")
    assert answers(room) == {**given, "sleep": 9}


# Low windows


@pytest.mark.parametrize("size", LOW_WINDOWS, ids=[f"{columns}x{rows}" for columns, rows in LOW_WINDOWS])
def test_the_row_and_its_question_are_in_sight_in_a_low_window(wide_room: Room, size: tuple[int, int]) -> None:
    """The other rows give way, and so do the empty lines; a refusal is always to be seen."""
    script = [{"now": wide_room.now.isoformat(), "words": ["step", "check-in"]}]
    with ExitStack() as stack:
        command = child(wide_room.home, script)
        teletype = stack.enter_context(Teletype(command, environment(wide_room.home), *size))
        teletype.see("› Mood 0 to 10", "How was your mood?")
        teletype.press("66", ENTER)
        teletype.see("› Mood 0 to 10 66", "from 0 to 10.")
        teletype.press("\x7f", ENTER)
        for row, key in (("Longing", "8"), ("Sleep", "5"), ("Contact today?", "y"), ("Checked on them?", "n")):
            is_at(teletype, row)
            teletype.press(key, ENTER)
        is_at(teletype, "One line")
        teletype.press("Grey.")
        teletype.see("Grey.")
        teletype.press(CTRL_D)
        assert teletype.exit_code() == 0
    assert answers(wide_room)["line"] == "Grey."
