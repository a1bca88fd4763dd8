"""The code that opens a locked file when its passphrase is forgotten: made to be written down by hand.

Six groups of five letters, such as `K7MQR-...`. The alphabet has no 0, O, 1 and I. The last letter of a group is
worked out from the other four and from the group's place, so that a slip of the pen is told with its place: every
single wrong letter is, groups in the wrong order, and 30 of 31 pairs of letters the wrong way round. The other 24
letters are random, 120 bits.
"""

from __future__ import annotations

import secrets
import unicodedata

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS = 6
LETTERS = 5
WEIGHTS = (7, 5, 3, 1)  # odd, so that no wrong letter gives the same sum modulo 32; two apart, see above
STEP = 11  # what the place of a group adds to its sum
PARTING = " -–—_.,\t\n\r"


class Typo(ValueError):
    """A code was not copied right. `group` is the place of the first wrong group, from 1; None if one is missing."""

    def __init__(self, group: int | None) -> None:
        super().__init__("a recovery code with a typo")
        self.group = group


def new_code() -> str:
    """Give a new random code, in groups with hyphens between them."""
    return "-".join(_group(place) for place in range(GROUPS))


def groups(code: str) -> list[str]:
    """Give the groups of a code."""
    return code.split("-")


def read(typed: str) -> str:
    """Give a typed code as `new_code` wrote it; case, spaces and hyphens do not matter. Raises Typo."""
    letters = _letters(typed)
    cut = [letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS)]
    for place, group in enumerate(cut[:GROUPS]):
        if len(group) == LETTERS and not _fits(group, place):
            raise Typo(place + 1)
    if len(letters) != GROUPS * LETTERS:
        raise Typo(None)
    return "-".join(cut)


def looks_like_one(typed: str) -> bool:
    """Tell whether somebody probably meant to type a code, well or not: about as many letters, and few that are none."""
    letters = _letters(typed)
    strange = sum(1 for letter in letters if letter not in ALPHABET)
    has_digit = any(letter.isdigit() for letter in letters)
    return abs(len(letters) - GROUPS * LETTERS) <= LETTERS and strange <= LETTERS and has_digit


def _letters(typed: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", typed).upper() if letter not in PARTING)


def _group(place: int) -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in WEIGHTS)
    return letters + _check(letters, place)


def _check(letters: str, place: int) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in zip(WEIGHTS, letters, strict=True))
    return ALPHABET[(total + STEP * place) % len(ALPHABET)]


def _fits(group: str, place: int) -> bool:
    return all(letter in ALPHABET for letter in group) and _check(group[:-1], place) == group[-1]
