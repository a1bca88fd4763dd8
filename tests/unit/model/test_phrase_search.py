"""Searching a sentence for phrases in the notation of `phrase_search`."""

from __future__ import annotations

import pytest

from exback.model.distress import Concern, Concerns, Help
from exback.model.phrase_search import Phrases, Searched

PARTS = """
them: (him|her)
again: (once more
    |again)
"""
SHARED = """
i_will: [will] i will
i_will: [going] i am going to
"""
BLOCK = """
[call|ring] {i_will} (call|ring) <them> <again>
[rain] it rained
"""


def starts(text: str, phrases: Phrases) -> list[int]:
    """Return where the phrases of the block begin in a sentence."""
    return list(Searched(text, phrases).starts(BLOCK))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("so i will call her again", [3]),
        ("i am going to ring him once more", [0]),
        ("it rained and i will ring him again", [14, 0]),
        ("i will call them again", []),
        ("i will ring her", []),
        ("", []),
    ],
)
def test_a_phrase_is_found_with_its_parts_and_shared_lines(text: str, places: list[int]) -> None:
    """A part is as if it were written there, of the shared lines one is there, and a line may go on indented."""
    phrases = Phrases(BLOCK, parts=PARTS, shared=SHARED)
    assert starts(text, phrases) == places
    assert phrases.may_be_in(text) >= bool(places)


@pytest.mark.parametrize(
    ("block", "mistake"),
    [
        ("[call] call <someone>", "A phrase names <someone>, and no part has that name."),
        ("[call] {we_will} call", "A phrase names {we_will}, and no shared line has that name."),
        ("[call] call (him", "The phrase “call (him” is no regular expression"),
    ],
)
def test_a_mistake_in_a_phrase_is_named(block: str, mistake: str) -> None:
    """It would only be noticed by the one who needs the phrase otherwise."""
    assert list(Phrases(BLOCK, parts=PARTS, shared=SHARED).mistakes()) == []
    (told,) = Phrases(block, parts=PARTS, shared=SHARED).mistakes()
    assert told.startswith(mistake)


def test_without_parts_that_say_whose_words_they_are_all_are_the_writers() -> None:
    """A language may be declared with phrases alone."""
    rain = Concern("rain", Help("Short.", "Full."), "[rain] it rained")
    concerns = Concerns(rain)
    assert concerns.found_in("Tea.", "She said: “It rained.”") is rain
    assert rain.help_for(["afraid-of-them"]) is rain.help
    assert Concerns().found_in("It rained.") is None
