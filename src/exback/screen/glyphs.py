"""The signs that pages are drawn with, and what stands for them where only ASCII can be shown.

The same width in both, so that a page is composed once. Nothing is said by a sign alone: words stand beside all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from exback.guide import State


class Glyphs(Struct, frozen=True):
    """Signs of one column each. `marks` says how a step stands, `levels` are heights from low to high.

    `full` and `empty` are the cells of a bar, `gap` a day of which nothing was told. `spelling` gives an ASCII letter for
    those signs that stand in sentences; it is empty where they can be shown.
    """

    marks: Mapping[State, str]
    levels: tuple[str, ...]
    full: str
    empty: str
    gap: str
    dot: str
    rule: str
    pointer: str
    spelling: Mapping[int, str]

    def spelt(self, text: str) -> str:
        """Give a text in signs that can be shown, as wide as before; letters of other alphabets stay."""
        return text.translate(self.spelling) if self.spelling else text


UNICODE = Glyphs(
    marks=MappingProxyType(
        {State.DONE: "●", State.STARTED: "◐", State.OPEN: "○", State.CLOSED: "·", State.WITHHELD: "×"}
    ),
    levels=tuple("▁▂▃▄▅▆▇█"),
    full="█",
    empty="░",
    gap="·",
    dot="·",
    rule="─",
    pointer="›",
    spelling=MappingProxyType({}),
)

ASCII = Glyphs(
    marks=MappingProxyType(
        {State.DONE: "*", State.STARTED: "+", State.OPEN: "o", State.CLOSED: ".", State.WITHHELD: "x"}
    ),
    levels=tuple("_-~=+*%#"),
    full="#",
    empty="-",
    gap=".",
    dot="-",
    rule="-",
    pointer=">",
    spelling=MappingProxyType(
        str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "·": "-", "›": ">"})
    ),
)

SHOWN = "".join((*UNICODE.marks.values(), *UNICODE.levels, *"█░·─›“”’–…"))
PLAIN_LOCALES = ("C", "POSIX")


def glyphs_for(encoding: str | None, environment: Mapping[str, str]) -> Glyphs:
    """Give the signs that can be shown: by the encoding of the output, and by a locale that promises no more than ASCII.

    Python writes UTF-8 under LANG=C and sets LC_CTYPE to say so, which tells nothing about the terminal: there LANG counts.
    """
    try:
        SHOWN.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return ASCII if _locale(environment) in PLAIN_LOCALES else UNICODE


def _locale(environment: Mapping[str, str]) -> str:
    language = environment.get("LANG", "")
    names = (environment.get("LC_ALL", ""), environment.get("LC_CTYPE", ""), language)
    named = next((name for name in names if name), "")
    return language if named.upper() in ("C.UTF-8", "C.UTF8") and language else named
