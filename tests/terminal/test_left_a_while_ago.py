"""A momentary step that was left a while ago, with real keys: go on, start fresh, or type the number at once."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from support.teletype import CTRL_C, CTRL_Q, DOWN, ENTER, SHIFT_TAB
from terminal.conftest import Room, goes_on
from terminal.test_gap import STOPS

from exback.model.run import Run, Value

BEGUN: dict[str, Value] = {"before": 8}
AT = """
import datetime, exback.clock
exback.clock.now = lambda: datetime.datetime.fromisoformat("{}")
"""


WAY_BACK = (
    "You've left. Your answers are saved. Until {}, exback brings you back to where you were. After that, it opens empty, and your "
    "answers stay in your journal."
)


@pytest.mark.parametrize(
    ("words", "page", "typed"),
    [
        (("checkin",), "› Mood 0 to 10", ("6", ENTER)),
        (("urge",), "How strong is it", ("8", ENTER)),
        (("urge",), "How strong is it", ("8",)),
    ],
    ids=["check-in", "urge", "only typed"],
)
def test_it_says_until_when_what_was_left_is_kept(
    room: Room, words: tuple[str, ...], page: str, typed: tuple[str, ...]
) -> None:
    """As in plain lines, below the command, since the pages are gone by then."""
    teletype = room.exback(*words)
    teletype.see(page)
    teletype.press(*typed, CTRL_C)
    assert teletype.exit_code() == 130
    assert " ".join(teletype.screen().split()) == WAY_BACK.format("12:00")


def test_it_says_so_of_one_that_was_opened_from_the_journal(room: Room) -> None:
    """Whatever led to its page."""
    left(room)
    teletype = room.exback("journal", "--open")
    for page in ("Which entry?", "What now?"):
        teletype.see(page)
        teletype.whole()
        teletype.press(ENTER)
    teletype.see("Breathe in")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert " ".join(teletype.screen().split()) == WAY_BACK.format("12:00")


@pytest.mark.parametrize(
    ("words", "keys"),
    [(("urge",), (CTRL_C,)), (("urge",), ("8", ENTER, CTRL_Q)), (("step", "your-story"), (ENTER, CTRL_C))],
    ids=["nothing said", "ctrl-q", "no such end"],
)
def test_else_nothing_is_said(room: Room, words: tuple[str, ...], keys: tuple[str, ...]) -> None:
    """Where nothing was said, where someone has come in, and where exback leads back to the page on any day."""
    teletype = room.exback(*words)
    teletype.see("Ctrl-C")
    teletype.press(*keys)
    teletype.exit_code()
    assert teletype.screen() == ""


def left(room: Room) -> None:
    """Leave an urge after its first number, and come back half an hour later."""
    room.begin("breath", "urge", answers=BEGUN)
    room.now += timedelta(minutes=30)


def given(room: Room) -> list[dict[str, Value]]:
    """The answers of every run in the file."""
    return [dict(run.answers) for run in room.store.load().runs]


def test_enter_goes_on_where_it_was_left(room: Room) -> None:
    """One key more than before, and the page says when it was begun."""
    left(room)
    teletype = room.exback("urge")
    teletype.see("You started this at 10:00.", "Go on with it?", "› Go on", "Start fresh")
    teletype.press(ENTER)
    teletype.see("breathe")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert given(room) == [BEGUN]


def test_the_other_one_starts_fresh(room: Room) -> None:
    """The first page comes, and what was left stays in the file."""
    left(room)
    teletype = room.exback("urge")
    teletype.see("› Go on")
    teletype.press(DOWN, ENTER)
    teletype.see("How strong is it")
    teletype.press("3", ENTER)
    teletype.see("What set it off?")
    assert given(room) == [BEGUN, {"before": 3}]


@pytest.mark.fault(86)
@pytest.mark.parametrize("number", ["4", "10"])
def test_a_number_typed_on_the_page_starts_fresh_with_it(room: Room, number: str) -> None:
    """Someone who doesn't read it first types how strong the urge is now, and isn't asked again."""
    left(room)
    teletype = room.exback("urge")
    teletype.see("Go on with it?")
    teletype.press(number, ENTER)
    teletype.see("What set it off?")
    assert given(room) == [BEGUN, {"before": int(number)}]


@pytest.mark.fault(86)
def test_a_number_typed_at_the_first_line_of_an_urge_is_carried_along(wide_room: Room, tmp_path: Path) -> None:
    """Typed while exback is loading, before it's known that there is anything to go on with."""
    left(wide_room)
    there, go = tmp_path / "there", tmp_path / "go"
    stops = (sys.executable, "-c", f"{AT.format(wide_room.now.isoformat())}{STOPS}", "prompt_toolkit.application")
    teletype = wide_room.start(*stops, str(there), str(go), "urge")
    teletype.wait(there.exists, "for the first line")
    teletype.press("4", ENTER)
    teletype.see("4")
    go.touch()
    teletype.see("What set it off?")
    assert given(wide_room) == [BEGUN, {"before": 4}]


def test_the_way_back_leads_to_the_menu(wide_room: Room) -> None:
    """Shift-Tab, as on any page."""
    left(wide_room)
    wide_room.begin("closing", "your-story", finished=wide_room.now, finish_number=1)
    teletype = wide_room.exback()
    teletype.see("What now?")
    teletype.press("u")
    teletype.see("Go on with it?")
    teletype.press(SHIFT_TAB)
    teletype.see("What now?")
    assert given(wide_room)[0] == BEGUN


def test_the_next_day_nothing_is_asked(room: Room) -> None:
    """The urge of another day begins with its own number."""
    left(room)
    room.now += timedelta(days=1)
    teletype = room.exback("urge")
    teletype.see("How strong is it")
    teletype.press("3", ENTER)
    teletype.see("What set it off?")
    assert given(room) == [BEGUN, {"before": 3}]


def test_in_plain_lines_a_number_chooses(wide_room: Room) -> None:
    """1 goes on; a number that is none of the two is for the first question, where Enter takes it."""
    left(wide_room)
    teletype = wide_room.exback("--plain", "urge")
    teletype.hear("You started this at 10:00.")
    teletype.hear("Number, 1 or 2:")
    teletype.press("8\n")
    teletype.hear("Number, 0 to 10")
    teletype.press("\n")
    teletype.hear("What set it off?")
    assert given(wide_room) == [BEGUN, {"before": 8}]


def test_what_a_killed_window_left_is_gone_on_with(room: Room) -> None:
    """Half a sentence is still in its field."""
    answers: dict[str, Value] = {"what": "profile"}
    drafts: dict[str, str | list[str]] = {"looking-for": "I hoped"}
    room.store.put(Run(id="left", step="look", started=room.now, answers=answers, drafts=drafts, cursor="looking-for"))
    teletype = room.exback("look")
    goes_on(teletype)
    teletype.see("I hoped")
