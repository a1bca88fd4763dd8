from __future__ import annotations

import pytest

from exback.screen.ascii import LOOK_ALIKE, encodes_signs, shows_only_ascii, to_ascii
from exback.screen.pages.sparklines import EMPTY, FULL
from exback.screen.pages.status import MARKS


@pytest.mark.parametrize(
    ("environment", "only"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, True),
        ({"LC_CTYPE": "de_DE.UTF-8", "LANG": "C"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "C"}, False),
        ({}, False),
    ],
)
def test_a_locale_that_somebody_set_to_c_gets_ascii(environment: dict[str, str], only: bool) -> None:
    """C and POSIX promise ASCII only; what Python put in their place does not hide them, a locale of one's own does."""
    assert shows_only_ascii(environment) is only


def test_every_sign_becomes_one_sign() -> None:
    """What was composed stays composed, and a person's own letters stay theirs."""
    drawn = "─── › ● ○ ◐ · ×  “Day 12” … ↑↓ ████░░ they’re"
    assert to_ascii(drawn) == '--- > # o ~ - x  "Day 12" - ^v ####-- they\'re'
    assert len(to_ascii(drawn)) == len(drawn)
    assert to_ascii("Jörg, Łukasz, 好") == "Jörg, Łukasz, 好"


def test_only_a_full_stop_looks_like_one() -> None:
    """A dot that parts words, or stands for a step that isn't open yet, would end a sentence if it became a full stop."""
    assert "." not in to_ascii("".join(map(chr, LOOK_ALIKE)))
    assert to_ascii("12 in a row · longest 14. And more …") == "12 in a row - longest 14. And more -"


def test_the_marks_of_the_map_stay_different() -> None:
    """Done, begun, open and closed are told apart in ASCII too, and a bar shows where it ends."""
    assert len({to_ascii(mark) for mark in MARKS.values()}) == len(MARKS)
    assert to_ascii(FULL) != to_ascii(EMPTY)


def test_heights_stay_different() -> None:
    """A row of marks says something in ASCII, too."""
    heights = to_ascii("▁▂▃▄▅▆▇█")
    assert heights.isascii()
    assert len(set(heights)) == 8


def test_a_day_without_a_word_is_no_comma() -> None:
    """Among digits that would part thousands; and it is no height either."""
    assert to_ascii("66╌5 ╌ no check-in") == "66_5 _ no check-in"
    assert to_ascii("╌") not in to_ascii("▁▂▃▄▅▆▇█░·")


@pytest.mark.parametrize(
    ("encoding", "can"),
    [
        ("utf-8", True),
        ("ascii", False),
        ("latin-1", False),
        ("cp1252", False),
        ("no-such-encoding", False),
        (None, True),
    ],
)
def test_an_encoding_that_lacks_a_sign_is_known(encoding: str | None, can: bool) -> None:
    """Then the page is drawn in ASCII instead of with holes in it."""
    assert encodes_signs(encoding) is can
