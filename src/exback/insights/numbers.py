"""Averages and medians of whole numbers, and how numbers and lists are written in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

FIRST_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def average(values: Sequence[int]) -> float:
    """Return the mean of one or more whole numbers, to a tenth, halves up."""
    return tenths(values) / 10


def tenths(values: Sequence[int]) -> int:
    """Return the mean in whole tenths, which compare without the errors of fractions."""
    return (20 * sum(values) + len(values)) // (2 * len(values))


def middle(values: Sequence[int]) -> int:
    """Return the median of one or more whole numbers; of two in the middle, the lower."""
    return sorted(values)[(len(values) - 1) // 2]


def figure(number: float) -> str:
    """Return a number as a page shows it: 4, or 4.2."""
    return f"{number:.1f}".removesuffix(".0")


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return the parts as a list in a sentence: "a, b and c"."""
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def ordinal(number: int) -> str:
    """Return a place in a series: 1st, 12th, 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def which_one(number: int) -> str:
    """Return a place in a series as a word, above ten in figures: first, tenth, 11th."""
    return FIRST_ONES[number - 1] if number <= len(FIRST_ONES) else ordinal(number)
