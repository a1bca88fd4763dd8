"""The day of a slip in a real terminal: with how many keys and pages it's told."""

from __future__ import annotations

import pytest
from support.teletype import ALT_ENTER, DOWN, ENTER, Teletype
from terminal.conftest import Room

BEFORE = "Late, alone."
CHANGE = "I call my brother."
AFTER_THE_DAY = (
    ("What set it off?", (ENTER,)),
    ("How had your day been before you wrote or called?", (BEFORE, ALT_ENTER)),
    ("How did it turn out", (ALT_ENTER,)),
    ("Have they answered?", (ENTER,)),
    ("What one thing will you change", (CHANGE, ENTER)),
    ("You were honest about it.", (ENTER,)),
)


def tell(teletype: Teletype, *pages: tuple[str, tuple[str, ...]]) -> tuple[int, int]:
    """Go through pages, each with the keys pressed on it. Return how many pages and keys that took, words being one key."""
    for words, keys in pages:
        teletype.see(words)
        teletype.press(*keys)
    assert teletype.exit_code() == 0
    return len(pages), sum(len(keys) for _, keys in pages)


@pytest.mark.parametrize(
    ("on_the_day", "told", "cost"),
    [
        ((("Which day was it?", (ENTER,)),), {"day": "2026-03-02"}, (9, 11)),
        ((("Which day was it?", (DOWN, DOWN, ENTER)),), {"day": "2026-02-28"}, (9, 13)),
        (
            (("Which day was it?", ("k", ENTER)), ("Which earlier day was it?", ("2 weeks ago", ENTER))),
            {"day": "earlier", "earlier-day": "2026-02-16"},
            (10, 14),
        ),
    ],
    ids=["today", "the day before yesterday", "two weeks ago"],
)
def test_a_slip_of_another_day_takes_two_keys_more(
    wide_room: Room,
    on_the_day: tuple[tuple[str, tuple[str, ...]], ...],
    told: dict[str, str],
    cost: tuple[int, int],
) -> None:
    """Today is one Enter. Two days earlier there's a Down for each; before that, k goes to the end of the list."""
    teletype = wide_room.exback("contact")
    assert tell(teletype, ("What was it?", (ENTER,)), *on_the_day, ("It happened.", (ENTER,)), *AFTER_THE_DAY) == cost
    assert {item: value for item, value in wide_room.run.answers.items() if "day" in item} == told


def test_the_day_is_named_back_while_it_is_typed(room: Room) -> None:
    """And one that is too long ago, or still to come, isn't taken."""
    teletype = room.exback("look")
    teletype.see("What was it?")
    teletype.press(ENTER)
    teletype.see("Which day was it?", "Today", "Yesterday", "An earlier day")
    teletype.press("k", ENTER)
    teletype.see("Which earlier day was it?")
    teletype.press("last friday")
    teletype.see("Friday 27 February 2026")
    teletype.press(*"\x7f" * len("last friday"), "400 days ago", ENTER)
    teletype.see("within the last year")
    assert "earlier-day" not in room.run.answers
