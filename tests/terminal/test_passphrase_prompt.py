"""A shell inside an editor hides a passphrase only after a prompt that it knows."""

from __future__ import annotations

import re

import pytest
from support.sealed import PASSPHRASE as RIGHT
from support.sealed import locked
from support.teletype import CTRL_C, DOWN, ENTER, PAGE_DOWN, Teletype
from support.typist import PAGES
from terminal.conftest import Room

KNOWN = re.compile(r"(?:^|\n) *Passphrase:[ \t]*\Z")
"""What the shells inside Emacs, and programs that answer prompts for people, look for at the end of the output."""


def asks(teletype: Teletype, times: int) -> None:
    """Wait until the output ends with the prompt, for the `times`th time, and nothing that is typed shows."""

    def is_asked() -> bool:
        text = teletype.raw.decode().replace("\r", "")
        return text.count("Passphrase:") == times and KNOWN.search(text) is not None

    teletype.wait(is_asked, "for a prompt that a shell inside an editor knows")
    assert not teletype.echoes


@pytest.mark.fault(81)
@pytest.mark.parametrize("words", [("status",), ("unlock",), ("step", "your-story"), ("export", "-")], ids=" ".join)
def test_every_prompt_for_the_passphrase_is_one_that_shells_know(wide_room: Room, words: tuple[str, ...]) -> None:
    """The last line is the prompt and nothing else, at the first try and after a wrong one, for a recovery code too."""
    wide_room.begin("who-ended", answers={"name": "Quittenbaum"})
    locked(wide_room.store)
    teletype = wide_room.exback("--plain", *words)
    asks(teletype, 1)
    teletype.press("something else\n")
    asks(teletype, 2)
    teletype.press("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF\n")
    asks(teletype, 3)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


@pytest.mark.fault(81)
def test_a_new_passphrase_and_its_repetition_are_asked_for_in_the_same_way(wide_room: Room) -> None:
    """`exback lock` asks twice, and each time the last line is the prompt."""
    wide_room.begin("who-ended", answers={"name": "Quittenbaum"})
    teletype = wide_room.exback("--plain", "lock")
    teletype.hear("Enter to go on:")
    teletype.press("\n")
    teletype.hear("Number, 1 or 2:")
    teletype.press("2\n")
    asks(teletype, 1)
    teletype.press("four words that differ\n")
    asks(teletype, 2)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


@pytest.mark.fault(81)
def test_another_file_is_asked_for_in_the_same_way(wide_room: Room) -> None:
    """`exback merge` asks for the passphrase of the other file."""
    wide_room.begin("who-ended", answers={"name": "Quittenbaum"})
    locked(wide_room.store)
    other = wide_room.home.parent / "other.json"
    other.write_bytes(wide_room.store.path.read_bytes())
    wide_room.store.path.unlink()
    teletype = wide_room.exback("--plain", "merge", str(other))
    asks(teletype, 1)
    teletype.press(f"{RIGHT}\n")
    teletype.wait(lambda: teletype.echoes, "for the passphrase to be taken")


@pytest.mark.fault(81)
def test_pages_name_the_field_too(room: Room) -> None:
    """On a page the field is labelled, and only stars show in it: for the file that is open, and for a new passphrase."""
    room.begin("who-ended", answers={"name": "Quittenbaum"})
    teletype = room.exback("lock")
    teletype.see("Ctrl-C to leave")
    teletype.press(PAGE_DOWN * PAGES + ENTER)
    teletype.see("› …", "Leave it unlocked")
    teletype.press(DOWN, DOWN, ENTER)
    teletype.see("› Passphrase:")
    teletype.press("four words that differ", ENTER)
    teletype.see("Type it again", "› Passphrase:")
    teletype.press("four")
    teletype.see("› Passphrase: ****")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    locked(room.store)
    teletype = room.exback("step", "your-story")
    teletype.see("Your passphrase", "› Passphrase:")
    teletype.press("four")
    teletype.see("› Passphrase: ****")
