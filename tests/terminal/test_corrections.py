"""Correcting a number of another day, deleting an entry, and taking an end back, with real keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.teletype import CTRL_D, DOWN, ENTER, SHIFT_TAB, UP, Teletype
from terminal.conftest import Room

from exback.model.run import Run, Value

WAYS = {
    # way in: the words that open it, and the keys down to the entry of two days ago
    "step": (("step", "check-in"), 2),
    "journal": (("journal", "--open", "--kind", "number"), 1),
}


def three_days(room: Room) -> None:
    """Put three check-ins into the file, each of another day; on the second a 1 was typed for an 8."""
    for number, (ago, mood) in enumerate(((3, 9), (2, 1), (1, 6))):
        then = room.now - timedelta(days=ago)
        room.store.put(
            Run(
                id=f"day-{number}",
                step="check-in",
                started=then,
                start_number=2 * number + 1,
                finished=then + timedelta(minutes=1),
                finish_number=2 * number + 2,
                answers={"mood": mood, "longing": 5, "sleep": 5, "happened": [], "line": None},
            )
        )


def moods(room: Room) -> list[object]:
    """Return what the file has for the three days."""
    return [run.answers.get("mood") for run in room.store.load().runs]


def saves(teletype: Teletype, room: Room, wanted: list[object]) -> None:
    """Wait until the file has these numbers."""
    teletype.wait(lambda: moods(room) == wanted, f"for {wanted} in the file")


@pytest.mark.parametrize("way", list(WAYS))
def test_how_many_keys_correct_a_number(room: Room, way: str) -> None:
    """Of the day before yesterday: at most six keys on three pages. Before, nothing led there."""
    three_days(room)
    words, down = WAYS[way]
    teletype = room.exback(*words)
    keys = pages = 0
    for words_on_page, pressed in (
        ("Which entry?", [DOWN] * down + [ENTER]),
        ("What now?", [ENTER]),
        ("How was your mood?", ["8", CTRL_D]),
    ):
        teletype.see(words_on_page)
        teletype.whole()
        teletype.press(*pressed)
        keys, pages = keys + len(pressed), pages + 1
    saves(teletype, room, [9, 8, 6])
    assert (keys, pages) <= (6, 3)


def test_the_arrow_leads_to_the_row_that_is_to_be_corrected(room: Room) -> None:
    """What it passes stays as it is; only the number that's typed changes."""
    three_days(room)
    teletype = room.exback("step", "check-in")
    for words_on_page, pressed in (
        ("Which entry?", [DOWN, ENTER]),
        ("What now?", [ENTER]),
        ("How was your mood?", [DOWN]),
        ("How much did you miss them?", [DOWN]),
        ("How did you sleep?", ["8", CTRL_D]),
    ):
        teletype.see(words_on_page)
        teletype.whole()
        teletype.press(*pressed)
    teletype.wait(lambda: room.store.load().runs[-1].answers.get("sleep") == 8, "for the corrected number")
    assert moods(room) == [9, 1, 6]
    assert room.store.load().runs[-1].answers["longing"] == 5


def corrected(room: Room, *pressed: str) -> dict[str, Value]:
    """Open the latest check-in to correct it, press keys in its form until the review comes up, and return its answers then."""
    three_days(room)
    teletype = room.exback("step", "check-in")
    for words_on_page, keys in (
        ("Which entry?", [DOWN, ENTER]),
        ("What now?", [ENTER]),
        ("How was your mood?", pressed),
    ):
        teletype.see(words_on_page)
        teletype.whole()
        teletype.press(*keys)
    teletype.see("This is what you said.")
    teletype.press(ENTER)
    teletype.see("Which entry?", "Start a new one")
    return dict(room.store.load().runs[-1].answers)


def test_the_arrow_goes_on_after_a_row_was_corrected(room: Room) -> None:
    """A changed row isn't the end of the correction: only Enter and Ctrl-D are, in whichever row."""
    given = corrected(room, "4", DOWN, "3", DOWN, DOWN, "y", DOWN, DOWN, DOWN, "Grey.", ENTER)
    assert (given["mood"], given["longing"], given["happened"], given["line"]) == (4, 3, ["contact"], "Grey.")


@pytest.mark.parametrize("end", [(ENTER, ENTER), (CTRL_D,)], ids=["enter", "ctrl-d"])
def test_what_was_typed_in_a_row_below_is_corrected_too(room: Room, end: tuple[str, ...]) -> None:
    """Someone who types another number and then goes up has changed both."""
    given = corrected(room, DOWN, "3", UP, "4", *end)
    assert (given["mood"], given["longing"]) == (4, 3)


def test_a_mistake_of_one_key_deletes_nothing(room: Room) -> None:
    """Keys that were typed before the question is drawn don't answer it, and no answer is chosen by itself."""
    three_days(room)
    teletype = room.exback("step", "check-in")
    teletype.see("Which entry?")
    teletype.press(DOWN, ENTER)
    teletype.see("What now?")
    teletype.whole()
    teletype.press(DOWN, ENTER, DOWN, DOWN, ENTER)
    teletype.see("Really delete it?")
    teletype.whole()
    teletype.press(ENTER)
    assert "Really delete it?" in teletype.whole()
    assert moods(room) == [9, 1, 6]
    teletype.press(DOWN, DOWN, ENTER)
    saves(teletype, room, [9, 1, None])


def test_shift_tab_on_the_last_page_takes_the_end_back(room: Room) -> None:
    """The step is on the page from which it was finished, and isn't finished."""
    answers: dict[str, Value] = {"to": "them", "letter": "Dear J.", "fate": "keep"}
    room.store.put(Run(id="a", step="letter", started=room.now, answers=answers, cursor="review", reviewed=True))
    teletype = room.exback("letter")
    teletype.see("This is what you said.")
    teletype.press(ENTER)
    teletype.see("You got it written down", "Shift-Tab")
    assert room.run.finished is not None
    teletype.press(SHIFT_TAB)
    teletype.see("This is what you said.")
    teletype.wait(lambda: room.run.finished is None, "for the end to be taken back")
    assert room.run.answers["letter"] == "Dear J."


def test_the_same_in_plain_lines(wide_room: Room) -> None:
    """Numbers and words instead of keys, in the same order."""
    three_days(wide_room)
    teletype = wide_room.exback("--plain", "step", "check-in")
    teletype.hear("Which entry?")
    teletype.hear("Number, 1 to")
    teletype.press("3", ENTER)
    teletype.hear("What now?")
    teletype.hear("Number, 1 to")
    teletype.press("1", ENTER)
    teletype.hear("How was your mood?")
    teletype.hear("Number, 0 to 10")
    teletype.press("8", ENTER)
    saves(teletype, wide_room, [9, 8, 6])
