"""Whether there is anything to do besides the daily check-in, and for how long there was not.

What counts as something to do: a step of a stage, or an ending, that is begun, or due, or open and not done yet. An
ending that stands open to everybody says nothing of that, nor does the one that waits for a new parting; they do not
count unless they are due.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from msgspec import Struct

from exback.engine.status import State, Status, StepStatus, status_of
from exback.model.program import Program
from exback.model.run import Run

MOST_IDLE_DAYS = 7
SOME_DAY = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Stretch(Struct, frozen=True):
    """Days in a row with nothing to do: which was the first, how many dates the clock showed, what was waited for.

    `set_back` tells that meanwhile the clock showed a date earlier than one it had shown before.
    """

    first: int = 0
    days: int = 0
    waits: tuple[str, ...] = ()
    set_back: bool = False


def always_open(program: Program) -> frozenset[str]:
    """Give the endings that stand open to everybody who has told their story, and the one for a new parting."""
    told = Run(id="told", step=program.first, started=SOME_DAY, start_number=1, finished=SOME_DAY, finish_number=2)
    guide = status_of(program, program.journey([told], SOME_DAY))
    standing_open = frozenset(one.step.id for one in guide.in_stage(program.endings) if one.state == State.OPEN)
    return standing_open | ({program.fresh[0]} if program.fresh else frozenset())


class Idle:
    """Watches the days of one person.

    Dates are counted, and not nights slept: a clock that is set back shows some of them twice, and what is promised
    for a date comes on that date.
    """

    def __init__(self, program: Program, always: frozenset[str]) -> None:
        self.companion = program.companion.id
        self.always = always
        self.longest = Stretch()
        self.too_long: list[Stretch] = []
        self._first = 0
        self._set_back = False
        self._dates: set[date] = set()
        self._named: dict[str, date] = {}  # the dates that were named for steps when they were looked at last

    def day(self, guide: Status, day: int, today: date, furthest: date) -> bool:
        """Note how a day stands. Gives whether anything is to do, or will be on a date that is named."""
        walked = [one for one in guide.steps if one.stage.id != self.companion]
        if any(self.is_to_do(one) for one in walked):
            self._dates, self._named = set(), {}
            return True
        if any(one.step.id in self._named and self._named[one.step.id] <= today for one in walked):
            self._dates = set()  # that date came since the last look, and what was due on it was done before this one
        self._named = {one.step.id: one.date for one in walked if one.date is not None}
        self._first, self._set_back = (self._first, self._set_back) if self._dates else (day, False)
        self._set_back |= today < furthest
        self._dates.add(today)
        self._note(walked)
        return any(one.date is not None for one in walked)

    def is_to_do(self, standing: StepStatus) -> bool:
        """Tell whether a step is something to do now."""
        if standing.due or standing.state == State.STARTED:
            return True
        return standing.state == State.OPEN and standing.step.id not in self.always

    def _note(self, walked: Iterable[StepStatus]) -> None:
        days = len(self._dates)
        if days <= min(self.longest.days, MOST_IDLE_DAYS):
            return
        waits = tuple(one.step.id for one in walked if one.date is not None)
        stretch = Stretch(self._first, days, waits, self._set_back)
        if days > self.longest.days:
            self.longest = stretch
        if days > MOST_IDLE_DAYS:
            earlier = [one for one in self.too_long if one.first != self._first]
            self.too_long = [*earlier, stretch]
