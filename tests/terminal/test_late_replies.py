"""What a terminal answers late, and keys that are unknown, never become text and never answer anything."""

from __future__ import annotations

import pytest
from support.no_keys import NO_KEYS
from support.teletype import CTRL_C, CTRL_X_CTRL_E, Teletype
from terminal.conftest import Room
from terminal.test_matrix import KINDS, Kind, draft_of, opened, stands

LONG = KINDS["long text"]
STILL = 0.15  # seconds, so that the page takes what came for all that comes


def wait_for_draft(teletype: Teletype, room: Room, item: str, text: str) -> None:
    """Wait until a draft is in the file."""
    teletype.wait(lambda: room.run.drafts.get(item) == text, f"for “{text}” to be kept")


@pytest.mark.fault(78)
def test_nothing_but_keys_becomes_text(wide_room: Room) -> None:
    """All that terminals send, one after the other between two words of a long text, leaves the two words."""
    teletype = opened(wide_room, LONG)
    teletype.send(f"one{''.join(NO_KEYS.values())}two".encode())
    wait_for_draft(teletype, wide_room, LONG.item, f"{LONG.typed}onetwo")


def changes_nothing(room: Room, kind: Kind, *sent: str) -> None:
    """Send something to a page on which an answer was begun, and check that both stay as they were."""
    teletype = opened(room, kind)
    for sequence in sent:
        teletype.send(sequence.encode())
    teletype.lets_pass(STILL)
    stands(teletype, room, kind)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert room.run.drafts == draft_of(kind)


@pytest.mark.fault(78)
@pytest.mark.parametrize("name", [name for name in KINDS if name != "long text"])
def test_nothing_but_keys_answers_or_leaves_a_page(wide_room: Room, name: str) -> None:
    """Every other kind of page stays as it is, a timer too."""
    changes_nothing(wide_room, KINDS[name], *NO_KEYS.values())


@pytest.mark.fault(78)
@pytest.mark.parametrize("name", ["long text", "text", "form"])
@pytest.mark.parametrize("sent", ["\x1b[24;5~", "\x1b[6;2~", "\x1b[1;6A", "\x1b[25~"])
def test_a_key_without_a_meaning_types_nothing(wide_room: Room, name: str, sent: str) -> None:
    """Ctrl-F12, Shift-PgDn, Ctrl-Shift-Up and F13."""
    changes_nothing(wide_room, KINDS[name], sent)


@pytest.mark.fault(78)
@pytest.mark.parametrize("sent", ["\x1b[D", "\x1bOD", "\x1b[1~", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b[?62;22c"])
def test_pauses_in_the_middle_make_no_letters(wide_room: Room, sent: str) -> None:
    """A slow line brings a sequence in pieces, and the page has long gone on waiting for other keys."""
    teletype = opened(wide_room, LONG)
    for piece in (sent[0], sent[1], sent[2:-1], sent[-1:]):
        teletype.press(piece)
        teletype.lets_pass(STILL)
    teletype.press("!", CTRL_C)
    assert teletype.exit_code() == 130
    words = {"D": f"{LONG.typed[:-1]}!{LONG.typed[-1:]}", "~": f"!{LONG.typed}"}.get(sent[-1], f"{LONG.typed}!")
    assert wide_room.run.drafts == {LONG.item: words}


@pytest.mark.fault(78)
def test_an_answer_after_the_editor_is_no_text(wide_room: Room) -> None:
    """An editor asks the terminal, ends, and its answer comes to exback."""
    teletype = opened(wide_room, LONG, EDITOR="/bin/sh -c \"printf '\\033]11;?\\033\\\\\\\\'; echo more >> $0\"")
    teletype.press(CTRL_X_CTRL_E)
    teletype.wait(lambda: b"\x1b]11;?" in teletype.raw, "for the question")
    teletype.send(b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\")
    teletype.see("more")  # saved before the page is back: till then Ctrl-C would drop what was typed before it
    teletype.press("!", CTRL_C)
    assert teletype.exit_code() == 130
    assert wide_room.run.drafts == {LONG.item: f"{LONG.typed}\nmore!"}


@pytest.mark.fault(78)
def test_kitty_spells_the_keys_of_a_page_otherwise(wide_room: Room) -> None:
    """A terminal that another program left in kitty's protocol: letters, Enter, Shift-Tab and Ctrl-C work."""
    text = KINDS["text"]
    teletype = opened(wide_room, text)
    teletype.press("\x1b[33u", "\x1b[9;2u")
    teletype.wait(lambda: wide_room.run.cursor != text.item, "for the page before")
    assert wide_room.run.drafts == {text.item: f"{text.typed}!"}
    teletype.press("\x1b[99;5u")
    assert teletype.exit_code() == 130


@pytest.mark.fault(78)
def test_plain_lines_take_no_answers_of_the_terminal(wide_room: Room) -> None:
    """They come in the middle of a line there."""
    wide_room.begin("name")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("Your answer:")
    teletype.press("J\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\o\x1b[O\x1b[I\x1b[13;2u\x1b[?62;22c\n")
    teletype.wait(lambda: wide_room.run.answers.get("name") is not None, "for the answer")
    assert wide_room.run.answers["name"] == "Jo"
