"""The first minutes of someone new on a real terminal: how many keys and pages there are until something helps.

Counted from the first page in a window of 80x24; typing a command counts every letter and Enter. "Before" is the version
that began with three pages to read, and had no other way to the rest than leaving and typing its command.

| what helps                            | keys before | keys now | pages before | pages now |
|---------------------------------------|-------------|----------|--------------|-----------|
| the urge's first breath               | 15          | 3        | 3            | 3         |
| what else is wrong right now          | 12          | 2        | 2            | 2         |
| a number to call                      | 15          | 3        | 2            | 2         |
| the first question of the story       | 3           | 6        | 4            | 4         |
| a made-up life to look at             | 14          | 6        | 3            | 3         |

In 40 columns each of the two texts takes one Enter more to read on. The demo's own fits on one page.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from support.teletype import CTRL_C, CTRL_Q, DOWN, ENTER, SHIFT_TAB, Teletype
from support.typist import first_words
from terminal.conftest import Room

from exback.commands.first_start import QUESTION
from exback.commands.wizard import WHO_READS
from exback.model.prose import blocks

MOST_KEYS = 10


class Way(NamedTuple):
    """A way from the first page: the keys of each page on it, and what stands on the page after each.

    `texts` are the places of pages with a text that is longer than a narrow window.
    """

    keys: tuple[tuple[str, ...], ...]
    pages: tuple[str, ...]
    texts: tuple[int, ...] = ()


WAYS = {
    "urge": Way(((ENTER,), ("8", ENTER), (ENTER,)), ("How strong is it, 0 to 10?", "What set it off?", "Breathe in")),
    "now": Way(((DOWN, ENTER),), ("What's going on?",)),
    "a number to call": Way(((DOWN, DOWN, ENTER),), ("If you're in danger now: 999",)),
    "story": Way(
        ((DOWN, DOWN, DOWN, ENTER), (ENTER,), (ENTER,)),
        ("three stages", "know who could read it", "What should exback call them?"),
        texts=(1, 2),
    ),
    "demo": Way(((DOWN, DOWN, DOWN, DOWN, ENTER), (ENTER,)), ("This is a demo.", "What now?")),
}
"""By what helps: the way to it."""


def started(room: Room) -> Teletype:
    """Start exback as someone new in Great Britain, and wait for the first page."""
    teletype = room.real_exback(EXBACK_COUNTRY="GB")
    teletype.see(QUESTION, "› I want to write to them", "Ctrl-C to leave")
    return teletype


@pytest.mark.parametrize(
    ("way", "keys", "pages"),
    [("urge", 4, 4), ("now", 2, 2), ("a number to call", 3, 2), ("story", 6, 4), ("demo", 6, 3)],
)
def test_what_helps_is_a_few_keys_away(room: Room, way: str, keys: int, pages: int) -> None:
    """Each way from the first page reaches what helps within ten keys, by the table above, in a narrow window too."""
    teletype = started(room)
    is_narrow, pressed = room.size[0] < 80, 0
    for place, (of_page, shown) in enumerate(zip(WAYS[way].keys, WAYS[way].pages, strict=True)):
        all_keys = of_page * 2 if is_narrow and place in WAYS[way].texts else of_page
        teletype.press(*all_keys)
        teletype.see(shown)
        pressed += len(all_keys)
    more = len(WAYS[way].texts) if is_narrow else 0
    assert (pressed, len(WAYS[way].pages) + 1) == (keys + more, pages)
    assert pressed <= MOST_KEYS
    teletype.press(CTRL_Q)
    assert teletype.exit_code() == 0


@pytest.mark.parametrize("way", ["urge", "now", "story"])
def test_who_could_read_it_stands_on_the_first_question(room: Room, way: str) -> None:
    """Before the first word is saved, whichever way someone comes in, in a narrow window too."""
    command = {"urge": ("urge",), "now": ("now",), "story": ("step", "your-story")}[way]
    teletype = room.real_exback(*command)
    teletype.see(WHO_READS)
    assert not room.home.exists()
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


def test_each_page_leads_back_to_the_choice(room: Room) -> None:
    """From the numbers, the two pages, the step and the demo, and nothing is written by looking at them."""
    teletype = started(room)
    for downs, page in ((0, "How strong is it"), (1, "What's going on?"), (2, "If you're in danger now: 999")):
        teletype.press(DOWN * downs, ENTER)
        teletype.see(page)
        teletype.press(SHIFT_TAB)
        teletype.see("What do you need right now?")
    teletype.press(DOWN * 3, ENTER)
    teletype.see(first_words(blocks(str(room.program.welcome()[0].text))))
    teletype.press(SHIFT_TAB)
    teletype.see("What do you need right now?")
    teletype.press(DOWN * 4, ENTER)
    teletype.see("This is a demo.")
    teletype.press(CTRL_C)
    teletype.see("What do you need right now?", "› I want to write to them")
    assert not room.home.exists()
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert teletype.glass.outside.strip() == ""


def test_nothing_of_the_demo_is_left_and_the_story_begins(wide_room: Room) -> None:
    """After looking around, the file is one's own and has only what was said in it."""
    teletype = started(wide_room)
    teletype.press(DOWN * 4, ENTER)
    teletype.see("This is a demo.")
    teletype.press(ENTER)
    teletype.see("What now?", "That's all for now")
    teletype.press(SHIFT_TAB, CTRL_C)
    teletype.see("What do you need right now?")
    teletype.press(DOWN * 3, ENTER)
    teletype.see("three stages")
    teletype.press(ENTER)
    teletype.see("know who could read it")
    teletype.press(ENTER)
    teletype.see(wide_room.words("name"))
    teletype.press("J.", ENTER)
    teletype.see(wide_room.words("who-ended"))
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert [(run.step, run.answers) for run in wide_room.store.load().runs] == [("your-story", {"name": "J."})]


def test_hiding_in_the_demo_ends_exback(wide_room: Room) -> None:
    """Someone has come in: nothing may come up again, not even the first page."""
    teletype = started(wide_room)
    teletype.press(DOWN * 4, ENTER)
    teletype.see("This is a demo.")
    teletype.press(ENTER)
    teletype.see("What now?")
    teletype.press(CTRL_Q)
    assert teletype.exit_code() == 0
    assert not teletype.glass.in_alternate
    assert teletype.glass.outside.strip() == ""


def test_after_an_urge_the_day_offers_to_begin(wide_room: Room) -> None:
    """Someone who came in by the urge finds the two pages before their story."""
    wide_room.begin("closing", "urge", finished=wide_room.now)
    teletype = wide_room.exback()
    teletype.see("What now?", "› I'd like to begin")
    teletype.press(ENTER)
    teletype.see("three stages")
    teletype.press(ENTER)
    teletype.see("know who could read it")
    teletype.press(ENTER)
    teletype.see(wide_room.words("name"))
    assert not teletype.shows(WHO_READS)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


def test_plain_lines_offer_the_same_ways(wide_room: Room) -> None:
    """By numbers: the numbers to call, back to the choice, and the urge, with who could read it said before the first answer."""
    teletype = wide_room.real_exback("--plain", EXBACK_COUNTRY="GB")
    teletype.hear("What do you need right now?")
    teletype.hear("5. I want to look around first")
    teletype.press("3\n")
    teletype.hear("If you're in danger now: 999")
    teletype.hear("Enter to go on:")
    teletype.press("\n")
    teletype.hear("1. I want to write to them")
    teletype.press("1\n")
    teletype.hear("How strong is it")
    teletype.hear(WHO_READS)
    teletype.press("leave\n")
    assert teletype.exit_code() == 0
    assert not wide_room.home.exists()


def test_looking_around_in_plain_lines_returns_to_the_choice(wide_room: Room) -> None:
    """And the end of the input ends exback, from wherever it comes."""
    teletype = wide_room.real_exback("--plain")
    teletype.hear("5. I want to look around first")
    teletype.press("5\n")
    teletype.hear("This is a demo.")
    teletype.press("leave\n")
    teletype.hear("What do you need right now?")
    teletype.press("leave\n")
    assert teletype.exit_code() == 0
