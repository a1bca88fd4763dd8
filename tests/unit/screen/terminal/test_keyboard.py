"""Which key presses the prompt library gets from a terminal."""

from __future__ import annotations

import os
import pty
from collections.abc import Iterator

import pytest
from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from exback.screen.terminal.keyboard import KeyParser, open_input


def parsed(*pieces: str, pauses: bool = True) -> list[tuple[str, str]]:
    """Return the keys that come from pieces, each as its name and its text."""
    presses: list[KeyPress] = []
    parser = KeyParser(presses.append)
    for piece in pieces:
        parser.feed(piece)
        if pauses:
            parser.flush()
    return [(str(getattr(press.key, "value", press.key)), press.data) for press in presses]


def test_letters_and_keys_come_as_they_did() -> None:
    """Letters, arrows, keys with Ctrl and Alt, and a paste of many lines."""
    assert parsed("aö", "\x1b[A", "\x03", "\x1b\r", "\x1b[200~x\ry\x1b[201~") == [
        ("a", "a"),
        ("ö", "ö"),
        ("up", ""),
        ("c-c", "\x03"),
        ("escape", ""),
        ("c-m", "\r"),
        ("<bracketed-paste>", "x\ry"),
    ]


@pytest.mark.fault(78)
@pytest.mark.parametrize("sequence", [sequence for sequence in ANSI_SEQUENCES if sequence.startswith("\x1b")])
def test_no_key_brings_its_sequence_along(sequence: str) -> None:
    """The library would type that into a field, wherever the key has no meaning there: Ctrl-F12 as much as Shift-PgUp."""
    assert all(text == "" for _key, text in parsed(sequence))


def test_escape_alone_has_no_part_in_what_is_pressed_after_it() -> None:
    """Escape and, a second later, D is not Alt-D, which would delete a word."""
    assert parsed("\x1b", "d") == [("escape", ""), (Keys.Ignore.value, ""), ("d", "d")]


def test_an_arrow_in_pieces_is_an_arrow() -> None:
    """The library by itself would make letters of it."""
    assert parsed("\x1b", "[", "A")[2:] == [("up", "")]
    assert parsed("\x1b[", "5", "~") == [("pageup", "")]


def test_a_reset_ends_a_sequence_and_a_paste_that_have_no_end() -> None:
    """The next key is that key."""
    presses: list[KeyPress] = []
    parser = KeyParser(presses.append)
    for begun in ("\x1b]11;", "\x1b[200~words", "\x1b[200~wo\x1b[20"):
        parser.feed(begun)
        parser.reset()
    parser.feed("a")
    assert [press.key for press in presses] == ["a"]


def test_a_large_paste_comes_in_one_piece() -> None:
    """However it's cut into reads, and with its end mark in two of them."""
    words = "line\r" * 20_000
    stream = f"\x1b[200~{words}\x1b[201~b"
    pieces = [stream[at : at + 1024] for at in range(0, len(stream), 1024)]
    assert parsed(*pieces) == [("<bracketed-paste>", words), ("b", "b")]


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal on standard input. Returns the file descriptor to press keys on."""
    keyboard, wire = pty.openpty()
    with os.fdopen(wire, encoding="utf-8") as source:
        monkeypatch.setattr("sys.stdin", source)
        yield keyboard
    os.close(keyboard)


def test_the_input_reads_keys_only(wire: int) -> None:
    """What `open_input` returns drops what isn't a key, and waits for half a letter."""
    source = open_input()
    os.write(wire, b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\a\xc3")
    with source.raw_mode():
        assert [press.key for press in source.read_keys()] == ["a"]
        os.write(wire, b"\xb6\x1b")
        assert [press.key for press in source.read_keys()] == ["ö"]
        assert [press.key for press in source.flush_keys()] == [Keys.Escape, Keys.Ignore]
