"""Which answers stand for all that could be given: every option, ends and middle of a scale, a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from exback.model.context import Context
from exback.model.items import Choice, Choices, Confirm, Date, Question, Scale, Timer
from exback.model.run import Value

WORDS = "my own words"
"""What is written into every text. It is taken out again before anything is measured."""
AHEAD = 7
AGO = 21
SHORT = 11
"""A scale of at most this many numbers is tried whole where it decides what comes up."""


def representative(
    item: Question, here: Context, *, marks: frozenset[int] = frozenset(), whole: bool = False
) -> tuple[Value, ...]:
    """Return the answers to try for an open question, the likeliest first; none if it cannot be answered.

    `marks` are numbers that the answer is compared with. `whole` asks for every number of a short scale.

    Raises:
        Undecided: Its options hang on an answer that was not given yet.
    """
    values = tuple(_values(item, here, marks, whole))
    return (*values, None) if values and item.optional else values


def _values(item: Question, here: Context, marks: frozenset[int], whole: bool) -> Iterator[Value]:
    match item:
        case Choice():
            yield from (option.id for option in item.offered(here))
        case Choices():
            yield from _ticked([option.id for option in item.offered(here)], item.least)
        case Scale() if whole and item.high - item.low < SHORT:
            yield from range(item.high, item.low - 1, -1)
        case Scale():
            around = sorted({near for mark in marks for near in (mark - 1, mark, mark + 1)})
            known = (item.high, item.low, (item.low + item.high) // 2, *around)
            yield from dict.fromkeys(number for number in known if item.low <= number <= item.high)
        case Confirm():
            yield from (False, True)
        case Timer():
            yield from ("finished", "left")
        case Date():
            yield (here.today + timedelta(days=AHEAD if item.ahead else -AGO)).isoformat()
        case _:
            yield WORDS


def _ticked(ids: Sequence[str], least: int) -> Iterator[list[str]]:
    """Return everything ticked, as few as may be in turn, and nothing, where that is allowed."""
    if not ids or len(ids) < least:
        return
    yield list(ids)
    few = max(1, least)
    if few < len(ids):
        yield from (sorted([*ids, *ids][at : at + few], key=ids.index) for at in range(len(ids)))
    if least == 0:
        yield []
