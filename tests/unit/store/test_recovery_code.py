"""The code on paper: easy to copy, and a slip of the pen is told with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exback.store.recovery_code import ALPHABET, GROUPS, LETTERS, Typo, groups, looks_like_code, new_code, read

PLACES = st.integers(0, GROUPS * LETTERS - 1)


def test_it_is_groups_of_letters_that_cannot_be_mistaken() -> None:
    """Six groups of five, with no 0, O, 1 or I in any of them."""
    for _ in range(50):
        code = new_code()
        assert [len(group) for group in groups(code)] == [LETTERS] * GROUPS
        assert not set(code) & set("0O1Il")


def test_no_two_are_the_same() -> None:
    """It is random, and long enough never to come again."""
    assert len({new_code() for _ in range(500)}) == 500


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        lambda code: code.lower(),
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: f"  {code.replace('-', ' - ')}\n",
        lambda code: "".join(chr(ord(letter) + 0xFEE0) for letter in code),  # typed on a keyboard set to full width
    ],
)
def test_it_is_read_however_it_is_typed(typed) -> None:  # type: ignore[no-untyped-def]  # a lambda
    """Case, spaces and hyphens do not matter."""
    code = new_code()
    assert read(typed(code)) == code


@given(PLACES, st.sampled_from(ALPHABET + "0O1I"))
def test_every_wrong_letter_is_told_with_its_group(place: int, letter: str) -> None:
    """One letter for another, anywhere, and the group it stands in is named."""
    code = new_code().replace("-", "")
    if code[place] == letter:
        return
    with pytest.raises(Typo) as typo:
        read(code[:place] + letter + code[place + 1 :])
    assert typo.value.group == place // LETTERS + 1


@given(st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_groups_in_the_wrong_order_are_told(one: int, other: int) -> None:
    """A group fits its own place only."""
    if one == other:
        return
    parts = groups(new_code())
    parts[one], parts[other] = parts[other], parts[one]
    with pytest.raises(Typo) as typo:
        read("-".join(parts))
    assert typo.value.group == min(one, other) + 1


def test_two_letters_the_wrong_way_round_are_nearly_always_told() -> None:
    """The commonest slip after a wrong letter: of all pairs at all places, less than one in twenty gets by."""
    missed = tried = 0
    for _ in range(200):
        code = new_code().replace("-", "")
        for place in range(len(code) - 1):
            if code[place] != code[place + 1] and (place + 1) % LETTERS:
                tried += 1
                swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
                try:
                    read(swapped)
                    missed += 1
                except Typo:
                    pass
    assert tried > 2000
    assert missed < tried / 20


@pytest.mark.parametrize("cut", [1, LETTERS, 29])
def test_a_missing_piece_is_told(cut: int) -> None:
    """As a code that is too short, or by the group that is not whole."""
    with pytest.raises(Typo):
        read(new_code().replace("-", "")[:-cut])


def test_it_is_told_from_a_passphrase() -> None:
    """Somebody who copies a code with slips is told of the slip; somebody who types a passphrase is not."""
    code = new_code()
    for meant in (code, code[:-1], code.replace("-", ""), code[:10] + "0" + code[11:]):
        assert looks_like_code(meant) or not any(letter.isdigit() for letter in meant)
    for passphrase in ("", "short 1", "correct horse battery staple", "a much longer line of words, with 3 of them"):
        assert not looks_like_code(passphrase)
