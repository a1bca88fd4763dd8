"""Sample answers to a question: every option, the ends and the middle of a scale, a few words.

A simulated person picks from them: `exback check` tries all of them, the tests one at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from exback.model.items import Choice, Choices, Confirm, Date, Option, Question, Scale, Timer
from exback.model.run import Value

WORDS = "my own words"
"""The sample answer to every text. `exback check` removes it again before it measures anything."""
AHEAD = 7
AGO = 21
SHORT = 11
"""A scale of at most this many numbers is tried whole where it decides what comes up."""


def representative(
    item: Question,
    options: Sequence[Option],
    today: date,
    *,
    marks: frozenset[int] = frozenset(),
    whole: bool = False,
) -> tuple[Value, ...]:
    """Return the answers to try for a question, the likeliest first; none if it can't be answered.

    `options` are those it offers now. `marks` are numbers that the answer is compared with: they and their neighbours are
    tried too. `whole` asks for every number of a short scale. Skipping an optional question isn't among them.
    """
    return tuple(_answers(item, [option.id for option in options], today, marks, whole))


def _answers(item: Question, ids: Sequence[str], today: date, marks: frozenset[int], whole: bool) -> Iterator[Value]:
    match item:
        case Choice():
            yield from ids
        case Choices():
            yield from _ticked(ids, item.least)
        case Scale() if whole and item.high - item.low < SHORT:
            yield from range(item.high, item.low - 1, -1)
        case Scale():
            around = sorted({near for mark in marks for near in (mark - 1, mark, mark + 1)})
            numbers = (item.high, item.low, (item.low + item.high) // 2, *around)
            yield from dict.fromkeys(number for number in numbers if item.low <= number <= item.high)
        case Confirm():
            yield from (False, True)
        case Timer():
            yield from ("finished", "left")
        case Date():
            yield (today + timedelta(days=AHEAD if item.ahead else -AGO)).isoformat()
        case _:
            yield WORDS


def _ticked(ids: Sequence[str], least: int) -> Iterator[list[str]]:
    """Yield everything ticked, as few as are allowed in turn, and nothing, where that is allowed."""
    if not ids or len(ids) < least:
        return
    yield list(ids)
    few = max(1, least)
    if few < len(ids):
        yield from (sorted([*ids, *ids][at : at + few], key=ids.index) for at in range(len(ids)))
    if least == 0:
        yield []
