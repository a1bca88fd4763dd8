"""Which signs a page is drawn with."""

from __future__ import annotations

import pytest
from msgspec import structs

from exback.guide import State
from exback.screen.glyphs import ASCII, UNICODE, Glyphs, glyphs_for


@pytest.mark.parametrize(
    ("encoding", "environment", "wanted"),
    [
        ("utf-8", {"LANG": "de_DE.UTF-8"}, UNICODE),
        ("utf-8", {"LC_ALL": "en_US.UTF-8", "LANG": "C"}, UNICODE),
        ("utf-8", {}, UNICODE),
        ("utf-8", {"LC_CTYPE": "C.UTF-8"}, UNICODE),
        ("utf-8", {"LC_CTYPE": "C.UTF-8", "LANG": "C"}, ASCII),
        ("utf-8", {"LANG": "C.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "POSIX"}, ASCII),
        ("utf-8", {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, ASCII),
        ("utf-8", {"LC_CTYPE": "de_DE.UTF-8", "LANG": "C"}, UNICODE),
        ("ascii", {"LANG": "de_DE.UTF-8"}, ASCII),
        ("latin-1", {"LANG": "de_DE"}, ASCII),
        ("cp1252", {}, ASCII),
        ("no-such-encoding", {}, ASCII),
        (None, {}, ASCII),
    ],
)
def test_signs_are_those_that_can_be_shown(encoding: str | None, environment: dict[str, str], wanted: Glyphs) -> None:
    """By the encoding, and by a locale that promises ASCII alone; what Python itself sets under LANG=C is no promise."""
    assert glyphs_for(encoding, environment) is wanted


def signs(glyphs: Glyphs) -> list[str]:
    """Give every sign."""
    fields = structs.asdict(glyphs)
    del fields["spelling"], fields["marks"], fields["levels"]
    return [*glyphs.marks.values(), *glyphs.levels, *fields.values()]


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_every_sign_is_one_column_and_states_look_different(glyphs: Glyphs) -> None:
    """A page is composed once for both."""
    assert all(len(sign) == 1 for sign in signs(glyphs))
    assert set(glyphs.marks) == set(State)
    assert len(set(glyphs.marks.values())) == len(State)
    assert len(set(glyphs.levels)) == len(glyphs.levels)
    assert glyphs.full != glyphs.empty
    assert glyphs.gap not in glyphs.levels


def test_ascii_is_ascii() -> None:
    """And so is what stands in for the signs in sentences, as wide as they are."""
    assert "".join(signs(ASCII)).isascii()
    text = "“Day” 3 · 4 – it’s done… › go"
    assert ASCII.spelt(text).isascii()
    assert len(ASCII.spelt(text)) == len(text)
    assert UNICODE.spelt(text) == text


def test_letters_of_other_alphabets_stay() -> None:
    """Only signs are replaced; what somebody wrote is their own."""
    assert ASCII.spelt("Łódź, 東京, ä") == "Łódź, 東京, ä"
