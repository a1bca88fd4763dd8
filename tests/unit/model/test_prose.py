from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exback.model.prose import JOINERS, Quote, Table, blocks, clean, inline, shortened, visible

EVERYTHING = st.text(st.characters(exclude_categories=()), max_size=40)  # lone surrogates too
steadily = settings(max_examples=100)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 null\x00 delete\x7f", "bell null delete"),
        ("\x9b31mC1", "31mC1"),
        ("naïve 🌧 שלום", "naïve 🌧 שלום"),
    ],
)
def test_typed_text_loses_control_characters_and_nothing_else(typed: str, kept: str) -> None:
    """Text is kept as it was typed, with newlines as line ends and without control characters."""
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("caf\udcc3\udca9", "café"),
        ("\udcff", "\ufffd"),
        ("\udcc2\udc85", ""),
        ("lone \ud800", "lone \ufffd"),
        ("caf\udcc3\udca9\ud800", "café\ufffd"),
    ],
)
def test_broken_bytes_are_put_together_or_replaced(typed: str, kept: str) -> None:
    """Bytes that arrive as surrogates become the letters they spell, and what spells nothing becomes U+FFFD."""
    assert clean(typed) == kept


@steadily
@given(EVERYTHING)
def test_whatever_is_typed_can_be_saved(typed: str) -> None:
    """Cleaned text has a UTF-8 form and no control characters but newline and tab."""
    kept = clean(typed)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert all(char in "\n\t" or unicodedata.category(char) != "Cc" for char in kept)


@steadily
@given(EVERYTHING)
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    """What is kept stays the same however often it is read and kept again."""
    assert clean(clean(typed)) == clean(typed)


@steadily
@given(EVERYTHING)
def test_words_in_a_sentence_stand_on_one_line(typed: str) -> None:
    """A person's words fit inside a sentence: one line, single blanks, nothing invisible in them."""
    said = inline(typed)
    assert said == " ".join(said.split())
    assert not [char for char in said if char not in JOINERS and unicodedata.category(char) in {"Cc", "Cf", "Cs"}]


@pytest.mark.parametrize("typed", ["[/oops]", "[bold]x[/bold]", "{title}", "%s", "**x**", "- x", "<b>"])
def test_words_that_look_like_markup_stay_words(typed: str) -> None:
    """What looks like markup in a person's words is shown as they typed it."""
    assert inline(typed) == typed
    assert visible(typed) == typed


def test_hidden_marks_are_shown_by_number() -> None:
    """A mark that could turn the reading direction or hide a word is shown by its number."""
    assert visible("abc\u202edef\x1b") == "abc\\u202edef\\u001b"


def test_joined_emoji_and_line_ends_stay() -> None:
    """Joiners inside words and emoji stay, and so do line ends."""
    assert visible("👩\u200d🚀\nمی\u200cخواهم") == "👩\u200d🚀\nمی\u200cخواهم"


def test_prose_is_parted_into_blocks() -> None:
    """Prose comes as blocks in order, and what is empty has none."""
    quote, table = Quote("words", date(2026, 3, 2)), Table(("head",), (("cell",),))
    assert blocks("one") == ("one",)
    assert blocks(("one", "", quote, table)) == ("one", quote, table)
    assert blocks("") == ()
    assert blocks(()) == ()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("a few words", "a few words"),
        ("a few\nwords", "a few words"),
        ("a few words more", "a few words …"),
        ("onewordthatislong", "onewordthati …"),
        ("", ""),
    ],
)
def test_words_are_cut_at_a_space(text: str, short: str) -> None:
    """What is longer than a place allows ends with the last word that fits; a single long word is cut in the middle."""
    assert shortened(text, 12) == short
