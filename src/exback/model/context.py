"""What the functions of a step can read: today's date, the answers of this run, and those of earlier runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from msgspec import Struct

from exback.errors import ProgramError
from exback.model import dates
from exback.model.journey import Journey, PastAnswer
from exback.model.prose import Quote, inline
from exback.model.run import Earlier, Run, Value, first_end
from exback.model.timeline import SAFETY

__all__ = ["Context", "PastAnswer", "Run", "Undecided", "UnknownItem"]


class Undecided(LookupError):
    """A step read an answer that hasn't been given yet. What depends on it stays hidden for now."""


class UnknownItem(ProgramError):
    """A step reads an item that it doesn't declare: a mistake of its author."""


class Context(Struct, frozen=True, eq=False):
    """The journey so far and the answers of the current run, for `when=` and for wording.

    `journey` has every other run. `answers` are those of this run that are on the visible path. `held` are the ids of the
    boundaries that hold. `started` is when this run began, `finished` when it was first finished, if it was. `changed` has, by
    item, when its answer was last changed after that, `history` every earlier answer and end (see Run). `given` are the items that this run has an answer to, also on closed
    branches; `set_aside` are those of them whose answer was on a branch that had closed when it was last saved. `deleted` are
    the items whose answer was deleted for good.
    """

    journey: Journey
    answers: Mapping[str, Value]
    declared: frozenset[str]
    held: frozenset[str]
    started: datetime
    finished: datetime | None = None
    changed: Mapping[str, datetime] = MappingProxyType({})
    history: Sequence[Earlier] = ()
    given: frozenset[str] = frozenset()
    set_aside: frozenset[str] = frozenset()
    deleted: frozenset[str] = frozenset()

    @property
    def withheld(self) -> bool:
        """Whether any boundary holds, so that the program doesn't help with reaching out."""
        return bool(self.held)

    @property
    def asks_safety(self) -> bool:
        """Whether this run must ask the four questions about safety, because no other run has answered them all."""
        return not self.journey.has_answered_safety

    @property
    def is_unasked(self) -> bool:
        """Whether one of them isn't answered yet on this page: until then, everything that reaches out is closed."""
        return self.asks_safety and any(self.answers.get(question) is None for question in SAFETY)

    @property
    def today(self) -> date:
        """The local date (see `Journey.today`)."""
        return self.journey.today

    @property
    def month_first(self) -> bool:
        """Whether 4/3 is read as 3 April, because this person writes the month before the day."""
        return self.journey.terms.month_first

    @property
    def run_day(self) -> date:
        """The day from which a rule made in this run counts: today or, in a run opened again, the day it was finished."""
        return self.today if self.finished is None else dates.day_of(self.finished)

    @property
    def is_later(self) -> bool:
        """Whether this run is read or changed on a later day than the one on which it was finished."""
        return self.run_day < self.journey.as_it_is.today

    def is_looked_back_at(self, step: str, until: date | None = None) -> bool:
        """Whether this run of a step is read or changed later, and another one has followed it or they started again since.

        So it is once the day `until` has passed, if that's given. What it says of the days to come isn't true any more.
        """
        now = self.journey.as_it_is
        if self.finished is None:
            return False
        last = now.last(step)
        is_past = until is not None and until < now.today
        return is_past or last is None or (last.started, last.finished) != (self.started, self.finished)

    @property
    def now(self) -> datetime:
        """The current moment, with the local UTC offset."""
        return self.journey.now

    def first_end(self, *items: str) -> datetime | None:
        """Return when this run was first finished, None if it wasn't, or if one of these answers was changed since."""
        return first_end(self.finished, self.history, items)

    def __getitem__(self, item: str) -> Value:
        """Return an answer of this run, None if it was skipped.

        Raises Undecided if it wasn't given yet, and UnknownItem if the step doesn't declare the item.
        """
        if item not in self.declared:
            raise UnknownItem(f"A step reads “{item}”, which it doesn't declare.")
        try:
            return self.answers[item]
        except KeyError:
            raise Undecided(item) from None

    def text(self, item: str) -> str:
        """Return a text or a choice of this run, empty if it was skipped."""
        value = self[item]
        return value if isinstance(value, str) else ""

    def number(self, item: str) -> int:
        """Return a number of this run. Raises Undecided if it was skipped."""
        value = self[item]
        if not isinstance(value, int):
            raise Undecided(item)
        return value

    def picks(self, item: str) -> list[str]:
        """Return what was ticked in a list of this run."""
        value = self[item]
        return value if isinstance(value, list) else []

    def day(self, item: str) -> date:
        """Return a day of this run. Raises Undecided if it was skipped."""
        value = self[item]
        if not isinstance(value, str):
            raise Undecided(item)
        return date.fromisoformat(value)

    def words(self, item: str) -> str:
        """Return a text of this run so that it fits in a sentence."""
        return inline(self.text(item))

    def said(self, step: str, item: str) -> PastAnswer | None:
        """Return the latest answer to a question from another run."""
        return self.journey.said(step, item)

    def all_said(self, step: str, item: str) -> tuple[PastAnswer, ...]:
        """Return all earlier answers to a question, oldest first."""
        return self.journey.all_said(step, item)

    def told(self, step: str, item: str, default: str = "") -> str:
        """Return an earlier text or choice so that it fits in a sentence."""
        answer = self.said(step, item)
        return inline(answer.value) if answer is not None and isinstance(answer.value, str) else default

    def ticked(self, step: str, item: str) -> list[str]:
        """Return what was last ticked in a list of another run."""
        answer = self.said(step, item)
        return answer.value if answer is not None and isinstance(answer.value, list) else []

    def quote(self, step: str, item: str, lead: str = "") -> tuple[Quote, ...]:
        """Return an earlier text as a quote with its date, from any time through the program; empty if there is none."""
        answer = self.journey.ever_said(step, item)
        if answer is None or not isinstance(answer.value, str):
            return ()
        return (Quote(answer.value, answer.day, lead),)

    def last(self, step: str) -> Run | None:
        """Return the latest finished run of a step."""
        return self.journey.last(step)

    def near(self, day: date) -> str:
        """Return a day as a list of days names it: "Today", "Yesterday" or in words, which a run that was finished always does.

        After midnight it has its weekday too, because the calendar has another date.
        """
        names = {} if self.finished else {self.today: "Today", dates.later(self.today, -1): "Yesterday"}
        if day not in names or self.now.date() == self.today:
            return names.get(day, self.date(day))
        return f"{names[day]}, {dates.WEEKDAYS[day.weekday()]}"

    def date(self, day: date) -> str:
        """Return a day in words, with the year if it isn't this year."""
        return dates.in_words(day, self.today)
