"""Which keys are read out of what a terminal sends."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from support.no_keys import NO_KEYS

from exback.screen.key_reader import PASTE, PASTE_END, PATIENCE, KeyReader, without_sequences

KEYS: tuple[str, ...] = (
    "a",
    "Ö",
    " ",
    "[",
    "O",
    "5",
    ";",
    "~",
    "\r",
    "\t",
    "\x7f",
    "\x03",
    "\x11",
    "\x1b[A",
    "\x1b[D",
    "\x1bOB",
    "\x1b[Z",
)
KEYS += ("\x1b[3~", "\x1b[1;5C", "\x1bOP", "\x1b[[A", "\x1b[15~", "\x1b\r", "\x1bb", "\udcc3", "🌱")
SAME = {
    "\x1b[99;5u": "\x03",
    "\x1b[113;5u": "\x11",
    "\x1b[27;5;113~": "\x11",
    "\x1b[99:67;5u": "\x03",
    "\x1b[99;133u": "\x03",
    "\x1b[13u": "\r",
    "\x1b[13;1:1u": "\r",
    "\x1b[13;3u": "\x1b\r",
    "\x1b[9;2u": "\x1b[Z",
    "\x1b[27;2;9~": "\x1b[Z",
    "\x1b[9u": "\t",
    "\x1b[127u": "\x7f",
    "\x1b[127;2u": "\x7f",
    "\x1b[97u": "a",
    "\x1b[97;2u": "A",
    "\x1b[49:33;2u": "!",
    "\x1b[32;2u": " ",
    "\x1b[246u": "ö",
    "\x1b[57404u": "5",
    "\x1b[57414u": "\r",
    "\x1b[57419u": "\x1b[A",
    "\x1b[1;1:1A": "\x1b[A",
    "\x1b[1;129B": "\x1b[B",
    "\x1b[5;1:2~": "\x1b[5~",
    "\x1b[1;5:1C": "\x1b[1;5C",
    "\x1b[P": "\x1bOP",
    "\x1b[1;1:1P": "\x1bOP",
    "\x1bOu": "5",
    "\x1bOM": "\r",
}


class Seconds:
    """A clock that stands still until it's moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


def read(pieces: Iterable[str], *, pauses: bool = False, clock: Seconds | None = None) -> str:
    """Return all keys that come from pieces, with a pause after each piece or only at the end."""
    reader = KeyReader(ANSI_SEQUENCES, clock or Seconds())
    keys: list[str] = []
    for piece in pieces:
        keys += reader.read(piece)
        if pauses:
            keys += reader.pause()
    return "".join([*keys, *reader.pause()])


@pytest.mark.parametrize("sent", NO_KEYS.values(), ids=NO_KEYS)
def test_what_is_no_key_is_dropped_whole(sent: str) -> None:
    """In one piece, cut at any place, and in single characters, nothing of it is left, and the keys around it are."""
    assert read(["one", sent, "two"]) == "onetwo"
    assert read([f"one{sent}two"]) == "onetwo"
    assert read(f"one{sent}two") == "onetwo"
    for cut in range(len(sent)):
        assert read([f"one{sent[:cut]}", f"{sent[cut:]}two"]) == "onetwo"


@pytest.mark.parametrize("sent", [sent for sent in NO_KEYS.values() if sent[0] == "\x1b"])
def test_a_pause_in_it_changes_nothing(sent: str) -> None:
    """However long the pause is. One after Escape alone is that key, which does nothing on a page."""
    for cut in range(1, len(sent)):
        clock = Seconds()
        reader = KeyReader(ANSI_SEQUENCES, clock)
        keys = [*reader.read(f"one{sent[:cut]}"), *reader.pause()]
        clock.now += 3600
        keys += [*reader.read(f"{sent[cut:]}two")]
        assert "".join(keys).replace("\x1b", "") == "onetwo", sent[:cut]


def test_a_colour_may_come_as_slowly_as_it_will() -> None:
    """Character by character, each a minute after the other. Most editors ask for it."""
    clock = Seconds()
    reader, keys = KeyReader(ANSI_SEQUENCES, clock), list[str]()
    for character in NO_KEYS["colour"]:
        keys += [*reader.read(character), *reader.pause()]
        clock.now += 60
    assert keys == ["\x1b"]


@pytest.mark.parametrize("key", [key for key in KEYS if key[0] == "\x1b" and len(key) > 2])
def test_a_key_in_pieces_is_that_key(key: str) -> None:
    """With pauses of any length between all of them. Escape came first, since nothing followed it."""
    clock = Seconds()
    reader = KeyReader(ANSI_SEQUENCES, clock)
    keys: list[str] = []
    for character in key:
        keys += [*reader.read(character), *reader.pause()]
        clock.now += 3600
    assert keys == ["\x1b", key]


@pytest.mark.parametrize(("sent", "key"), SAME.items())
def test_keys_in_other_spellings_are_those_keys(sent: str, key: str) -> None:
    """What kitty's protocol and xterm's modifyOtherKeys call Ctrl-C is Ctrl-C."""
    assert read([sent]) == key
    assert read(sent) == key


@given(st.lists(st.sampled_from([*KEYS, *NO_KEYS.values(), *SAME]), max_size=12), st.data())
def test_any_mix_cut_at_any_place_gives_just_the_keys(sent: list[str], data: st.DataObject) -> None:
    """Nothing of what isn't a key comes through, and each key does, once and in order."""
    stream, pieces = "".join(sent), list[str]()
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        pieces.append(stream[:cut])
        stream = stream[cut:]
    expected = "".join(SAME.get(part, "" if part in NO_KEYS.values() else part) for part in sent)
    assert read(pieces) == expected


@given(
    st.lists(st.sampled_from([*KEYS, *(sent for sent in NO_KEYS.values() if sent[0] == "\x1b"), *SAME]), max_size=9),
    st.data(),
)
def test_a_pause_in_each_of_any_mix_changes_nothing(sent: list[str], data: st.DataObject) -> None:
    """As on a slow line, where the rest of each sequence comes later. Escape is then a key of its own, which does nothing."""
    clock = Seconds()
    reader, keys = KeyReader(ANSI_SEQUENCES, clock), list[str]()
    for part in sent:
        cut = data.draw(st.integers(1, len(part)))
        for piece in (part[:cut], part[cut:]):
            keys += [*reader.read(piece), *reader.pause()]
            clock.now += 60
    expected = "".join(SAME.get(part, "" if part in NO_KEYS.values() else part) for part in sent)
    pressed = "".join(key for key in keys if key != "\x1b")
    assert without_alt(pressed) == without_alt(expected)


def without_alt(keys: str) -> str:
    """Return keys in which Escape and a key after it are the same as that key with Alt."""
    return keys.replace("\x1b\r", "\r").replace("\x1bb", "b")


@pytest.mark.parametrize(
    "words", ["Once upon a time", "Dear", "[note] for me", "OK", "5 apples", "]x", "On Tuesday", "OMG"]
)
def test_what_is_typed_after_escape_alone_is_kept(words: str) -> None:
    """Each letter comes on its own, as people type."""
    assert read(["\x1b", *words, "\r"], pauses=True) == f"\x1b{words}\r"


@pytest.mark.parametrize(
    "begun", ["\x1b]", "\x1b]11;rgb:1e", "\x1bP", "\x1bP>|xt", "\x1b_G", "\x1b[", "\x1b[?62;2", "\x1b[M", "\x1b[<0;1"]
)
@pytest.mark.parametrize("key", ["\r", "\x03", "\x11", "\x7f"])
def test_a_sequence_that_never_ends_swallows_nothing_that_is_typed(begun: str, key: str) -> None:
    """What was typed after a pause comes with the next key that is no letter, and that key works."""
    assert read([begun, *"yes, we did", key], pauses=True).endswith(f"yes, we did{key}")
    assert read([begun, key]) == key or (begun, key) == ("\x1b[M", "\x7f")  # which may be the place of a mouse


def test_a_letter_after_a_sequence_that_was_cut_off_is_kept() -> None:
    """Even where there's no pause, if no terminal ends a sequence with it."""
    assert read(["Jo\x1b[200anna"]) == "Joanna"
    assert without_sequences("Jo\x1b[200anna") == "Joanna"


def test_what_is_typed_into_an_endless_string_comes_by_itself_after_a_while() -> None:
    """Someone who goes on typing sees it without pressing Enter."""
    clock = Seconds()
    reader = KeyReader(ANSI_SEQUENCES, clock)
    keys: list[str] = []
    keys += [*reader.read("\x1b]11;rgb:1e"), *reader.pause()]
    for letter in "hello there":
        clock.now += PATIENCE / 8
        keys += [*reader.read(letter), *reader.pause()]
    assert "".join(keys) == "hello there"


def test_a_string_without_an_end_is_dropped_only_up_to_its_longest() -> None:
    """What comes after that is read again."""
    assert read(["\x1b]", "x" * 20_000]).endswith("xxx")


def test_a_paste_comes_as_it_is_with_its_marks() -> None:
    """Whatever is in it, and wherever it's cut."""
    pasted = f"{PASTE}one\x1b[31m\r\x03two\x1b]11;x{PASTE_END}"
    assert read([f"a{pasted}b"]) == f"a{pasted}b"
    assert read(f"a{pasted}b") == f"a{pasted}b"
    pasted = pasted.replace("\x03", "")  # alone and after a pause, it's someone who wants to leave
    assert read(f"a{pasted}b", pauses=True).replace("\x1b\x1b", "\x1b") == f"a{pasted}b"


def test_a_paste_without_an_end_is_ended_by_someone_who_types() -> None:
    """Ctrl-C and Ctrl-Q end it at once, other keys after a while. A paste that only halts for a moment goes on."""
    assert read([f"{PASTE}one", "\x11"], pauses=True) == f"{PASTE}one{PASTE_END}\x11"
    clock = Seconds()
    reader = KeyReader(ANSI_SEQUENCES, clock)
    keys: list[str] = []
    keys += [*reader.read(f"{PASTE}one"), *reader.pause()]
    clock.now += 1
    keys += [*reader.read("2"), *reader.pause()]
    clock.now += PATIENCE + 1
    keys += [*reader.read("\r"), *reader.read("x")]
    assert "".join(keys) == f"{PASTE}one2{PASTE_END}\rx"


@given(st.text(st.sampled_from("\x1b[]OPMX0129;:<?$u~R\\\x07aZ ßé\x9b\r"), max_size=30), st.booleans())
def test_nothing_that_comes_ends_in_an_error(sent: str, pauses: bool) -> None:
    """Whatever a terminal sends, its letters are read or dropped."""
    read(sent, pauses=pauses)
    without_sequences(sent)


@pytest.mark.parametrize("code", ["99999999", "1114112", "55296", "0", "57344", "223;5", "97:99999999;2"])
def test_codes_that_are_no_character_are_dropped(code: str) -> None:
    """They press nothing."""
    assert read([f"one\x1b[{code}utwo"]).replace("A", "") == "onetwo"


def test_a_reset_forgets_what_was_begun() -> None:
    """The rest of a sequence whose beginning was read by someone else is typed, as far as can be known."""
    reader = KeyReader(ANSI_SEQUENCES)
    assert not [*reader.read("\x1b]11;")]
    reader.reset()
    assert [*reader.read("a")] == ["a"]
    assert [*reader.read(f"{PASTE}b")] == [PASTE, "b"]
    reader.reset()
    assert [*reader.read("\x1b[31mc")] == ["c"]


@pytest.mark.parametrize("sent", NO_KEYS.values(), ids=NO_KEYS)
def test_a_line_has_no_sequences(sent: str) -> None:
    """In line mode a terminal puts them into the line."""
    assert without_sequences(f"one{sent}two") == "onetwo"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("on\x1b[De\x1bOA", "one"),
        ("one\x1b[", "one"),
        ("\x1bone", "one"),
        ("\x1b]one two", "one two"),
        (f"{PASTE}one{PASTE_END}", "one"),
        ("one\tt\udcc3wo", "one\tt\udcc3wo"),
    ],
)
def test_a_line_keeps_its_words(line: str, words: str) -> None:
    """Arrows go, a paste loses its marks, and words after a key with Alt stay."""
    assert without_sequences(line) == words
