"""Which answers stand for all that could be given: every option, ends and middle of a scale, a few words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from exback.context import Context
from exback.items import Choice, Choices, Confirm, Date, Option, Question, Scale, Timer
from exback.journey import Value

WORDS = "my own words"
"""What is written into every text. It is taken out again before anything is measured."""
AHEAD = 7
AGO = 21
FEW = 11
"""A scale of at most so many numbers is tried whole where it decides what comes up."""


def representative(
    item: Question, here: Context, *, marks: frozenset[int] = frozenset(), whole: bool = False
) -> tuple[Value, ...]:
    """Give the answers to try for an open question, the likeliest first; none if it cannot be answered.

    `marks` are numbers that the answer is compared with. `whole` asks for every number of a short scale.
    """
    given = tuple(_given(item, here, marks, whole))
    return (*given, None) if given and item.optional else given


def _given(item: Question, here: Context, marks: frozenset[int], whole: bool) -> Iterator[Value]:
    match item:
        case Choice():
            yield from (option.id for option in item.offered(here))
        case Choices():
            yield from _ticked(item.offered(here), item.least)
        case Scale():
            yield from _numbers(item, marks, whole)
        case Confirm():
            yield from (False, True)
        case Timer():
            yield from ("finished", "left")
        case Date():
            days = AHEAD if item.ahead else -AGO
            yield (here.today + timedelta(days=days)).isoformat()
        case _:
            yield WORDS


def _ticked(options: tuple[Option, ...], least: int) -> Iterator[list[str]]:
    """Everything ticked, as few as may be in turn, and nothing, where that is allowed."""
    ids = [option.id for option in options]
    if not ids or len(ids) < least:
        return
    yield ids
    few = max(1, least)
    if few < len(ids):
        turns = (sorted((ids * 2)[at : at + few], key=ids.index) for at in range(len(ids)))
        yield from turns
    if least == 0:
        yield []


def _numbers(scale: Scale, marks: frozenset[int], whole: bool) -> Iterator[int]:
    if whole and scale.high - scale.low < FEW:
        yield from range(scale.high, scale.low - 1, -1)
        return
    around = {near for mark in marks for near in (mark - 1, mark, mark + 1)}
    first = (scale.high, scale.low, (scale.low + scale.high) // 2)
    yield from dict.fromkeys((*first, *sorted(number for number in around if scale.low <= number <= scale.high)))
