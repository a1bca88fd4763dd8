"""Averages and medians of whole numbers, and how numbers and lists are said."""

from __future__ import annotations

from collections.abc import Sequence


def average(values: Sequence[int]) -> float:
    """Give the mean of one or more whole numbers, to a tenth, halves up."""
    return tenths(values) / 10


def tenths(values: Sequence[int]) -> int:
    """Give the same as a whole number of tenths, which can be compared without an error of fractions."""
    return (20 * sum(values) + len(values)) // (2 * len(values))


def middle(values: Sequence[int]) -> int:
    """Give the median of one or more whole numbers; of two in the middle, the lower."""
    return sorted(values)[(len(values) - 1) // 2]


def figure(number: float) -> str:
    """Give a number as it is said: 4, or 4.2."""
    return f"{number:.1f}".removesuffix(".0")


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Give parts as a list in a sentence: "a, b and c"."""
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
