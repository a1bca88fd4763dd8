"""One simulated person: the answers that fit a question, and the way through a step, one page after the other.

Who they are is up to the caller, which picks one of the answers: `exback check` tries all of them, the made-up life of
`exback demo` has its own, and the tests leave it to chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TypeAlias

from exback.engine.session import Session
from exback.engine.view import Event
from exback.model.items import Choice, Choices, Confirm, Date, Option, Question, Scale, Timer
from exback.model.run import Value

WORDS = "my own words"
"""The sample answer to every text. `exback check` removes it again before it measures anything."""
AHEAD = 7
AGO = 21
SHORT = 11
"""A scale of at most this many numbers is tried whole where it decides what comes up."""

Policy: TypeAlias = Callable[[Session], Event]
"""What someone does on the page that a session is on."""


def go_through(session: Session, policy: Policy, clock: Callable[[], datetime]) -> Iterator[Session]:
    """Yield the session after each thing that someone does in a step, until it is over or they leave."""
    while not session.over:
        session = session.apply(policy(session), clock())
        yield session


def fitting(
    item: Question, options: Sequence[Option], today: date, *, marks: frozenset[int] = frozenset(), whole: bool = False
) -> Iterator[Value]:
    """Yield the answers that stand for all that fit a question, the likeliest first; none if it can't be answered.

    `options` are those it offers now. `marks` are numbers that the answer is compared with: they and their neighbours are
    among the answers. `whole` asks for every number of a short scale. Skipping an optional question isn't among them.
    """
    match item:
        case Choice():
            yield from (option.id for option in options)
        case Choices():
            yield from _ticked([option.id for option in options], item.least)
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
