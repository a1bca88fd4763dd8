"""What the everyday steps cost: how many keys, on how many pages, from the command back to the shell."""

from __future__ import annotations

from datetime import timedelta

from support.teletype import CTRL_D, DOWN, ENTER
from terminal.conftest import Room

from exback.model.run import Run

A_NUMBER = ("5", ENTER)


def cost(room: Room, command: str, *pages: tuple[str, tuple[str, ...]]) -> tuple[int, int]:
    """Press the keys that each page needs once its words are there. Return how many keys and pages it took to the shell."""
    teletype = room.exback(command)
    for words, keys in pages:
        teletype.see(words)
        for key in keys:
            teletype.see(words)  # the page is still the same one
            teletype.press(key)
    assert teletype.exit_code() == 0
    return sum(len(keys) for _, keys in pages), len(pages)


def lived(room: Room, days: int) -> None:
    """Put a story into the file, and a check-in on each of the days since."""
    answers = {**dict.fromkeys(("asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"), False)}
    then = room.now - timedelta(days=days)
    room.store.put(Run(id="story", step="your-story", started=then, finished=then, answers={**answers}))
    for number in range(1, days + 1):
        then = room.now - timedelta(days=number)
        numbers = {"mood": 4, "longing": 4, "sleep": 4}
        room.store.put(Run(id=f"ago-{number}", step="check-in", started=then, finished=then, answers={**numbers}))


DAY = ("One line, if you like", (*A_NUMBER, *A_NUMBER, *A_NUMBER, ENTER, CTRL_D))


def test_a_check_in(room: Room) -> None:
    """Eight keys on one page; it took ten keys on seven pages."""
    lived(room, days=3)
    assert cost(room, "checkin", DAY) == (8, 1)


def test_a_check_in_with_the_questions_of_a_week(room: Room) -> None:
    """From the second week on, once a week: one page to read and four more questions; it took 13 pages."""
    lived(room, days=8)
    weekly = [(room.words(item, "check-in"), (ENTER,)) for item in ("phq-1", "phq-2", "gad-1", "gad-2")]
    assert cost(room, "checkin", DAY, ("Once a week", (ENTER,)), *weekly) == (13, 6)


def test_an_urge(room: Room) -> None:
    """Twelve keys on seven pages, with the breath and the wait left early: what set it off came, and the review went."""
    pages = (
        ("How strong is it, 0 to 10?", A_NUMBER),
        ("What set it off?", (ENTER,)),
        ("Breathe in for four seconds", (ENTER,)),
        ("What would help now?", (DOWN, DOWN, ENTER)),
        ("And how strong is it now", A_NUMBER),
        (room.words("wrote", "urge"), ("n", ENTER)),
        ("Go on", (ENTER,)),
    )
    assert cost(room, "urge", *pages) == (12, 7)
