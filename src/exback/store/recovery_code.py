"""The recovery code, which opens a locked file when its passphrase is forgotten, and is easy to copy by hand.

It has six groups of five letters, such as `K7MQR-...`. The alphabet has no 0, O, 1 and I. The last letter of a group is a
check letter, computed from the other four and from the group's place. So a typo is found, with its place: every single
wrong letter, groups in the wrong order, and 30 of 31 pairs of swapped letters. The other 24 letters are random, 120 bits.
"""

from __future__ import annotations

import secrets
import unicodedata

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS = 6
LETTERS = 5
WEIGHTS = (7, 5, 3, 1)  # odd, so that no wrong letter gives the same sum modulo 32; two apart, for swapped letters
STEP = 11  # added to the sum of a group for each place
SEPARATORS = " -–—_.,\t\n\r"


class Typo(ValueError):
    """A code that was not copied right. `group` is the place of the first wrong group, from 1, or None if one is missing."""

    def __init__(self, group: int | None) -> None:
        super().__init__("a recovery code with a typo")
        self.group = group


def new_code() -> str:
    """Return a new random code, in groups with hyphens between them."""
    return "-".join(_group(place) for place in range(GROUPS))


def groups(code: str) -> list[str]:
    """Return the groups of a code."""
    return code.split("-")


def read(typed: str) -> str:
    """Return a typed code in the form of `new_code`; case, spaces and hyphens don't matter. Raises Typo."""
    letters = _letters(typed)
    typed_groups = [letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS)]
    for place, group in enumerate(typed_groups[:GROUPS]):
        if len(group) == LETTERS and not _fits(group, place):
            raise Typo(place + 1)
    if len(letters) != GROUPS * LETTERS:
        raise Typo(None)
    return "-".join(typed_groups)


def looks_like_code(typed: str) -> bool:
    """Whether someone probably meant to type a code: about as many letters, few of them outside the alphabet, and a digit."""
    letters = _letters(typed)
    strange = sum(1 for letter in letters if letter not in ALPHABET)
    has_digit = any(letter.isdigit() for letter in letters)
    return abs(len(letters) - GROUPS * LETTERS) <= LETTERS and strange <= LETTERS and has_digit


def _letters(typed: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", typed).upper() if letter not in SEPARATORS)


def _group(place: int) -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in WEIGHTS)
    return letters + _check(letters, place)


def _check(letters: str, place: int) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in zip(WEIGHTS, letters, strict=True))
    return ALPHABET[(total + STEP * place) % len(ALPHABET)]


def _fits(group: str, place: int) -> bool:
    return all(letter in ALPHABET for letter in group) and _check(group[:-1], place) == group[-1]
