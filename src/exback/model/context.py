"""What a step's own small functions may look at: today, this run's answers, and what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from exback.errors import ProgramError
from exback.model import dates
from exback.model.journey import Journey, PastAnswer
from exback.model.prose import Quote, inline
from exback.model.run import Run, Value
from exback.model.timeline import SAFETY

__all__ = ["Context", "PastAnswer", "Run", "Undecided", "UnknownItem"]


class Undecided(LookupError):
    """An answer was read that has not been given yet. Whatever asked for it stays hidden for now."""


class UnknownItem(ProgramError):
    """A step reads an item that it does not declare: a mistake of its author."""


class Context:
    """The journey so far and the answers of the run in hand, for `when=` and for wording.

    `journey` holds every other run. `answers` holds those of this run that stand on the visible path.
    `held` names the boundaries that keep the person from reaching out. `started` is when this run began,
    `finished` when it first ended, if it did.
    """

    def __init__(
        self,
        journey: Journey,
        answers: Mapping[str, Value],
        declared: frozenset[str],
        *,
        held: frozenset[str],
        started: datetime,
        finished: datetime | None = None,
    ) -> None:
        self.journey = journey
        self.answers = answers
        self.declared = declared
        self.held = held
        self.started = started
        self.finished = finished

    @property
    def withheld(self) -> bool:
        """Whether any boundary keeps the person from reaching out."""
        return bool(self.held)

    @property
    def asks_safety(self) -> bool:
        """Whether the four questions about safety belong into this run, because no other run has answered them all."""
        return not self.journey.has_answered_safety

    @property
    def is_unasked(self) -> bool:
        """Whether one of them is still open, up to this page: what reaches out is closed until it is answered."""
        return self.asks_safety and any(self.answers.get(question) is None for question in SAFETY)

    @property
    def today(self) -> date:
        """The local date; a day begins at 04:00."""
        return self.journey.today

    @property
    def run_day(self) -> date:
        """The day that this run's promises count from: today or, for a run opened again, the day it was finished."""
        return self.today if self.finished is None else dates.day_of(self.finished)

    @property
    def now(self) -> datetime:
        """The moment, with the local UTC offset."""
        return self.journey.now

    def __getitem__(self, item: str) -> Value:
        """Give this run's answer, None if it was skipped. Raises Undecided, or UnknownItem."""
        if item not in self.declared:
            raise UnknownItem(f"A step reads “{item}”, which it does not declare.")
        try:
            return self.answers[item]
        except KeyError:
            raise Undecided(item) from None

    def text(self, item: str) -> str:
        """Give a text or choice of this run, empty if skipped."""
        value = self[item]
        return value if isinstance(value, str) else ""

    def number(self, item: str) -> int:
        """Give a number of this run. Raises Undecided when it was skipped."""
        value = self[item]
        if not isinstance(value, int):
            raise Undecided(item)
        return value

    def picks(self, item: str) -> list[str]:
        """Give what was ticked in a list of this run."""
        value = self[item]
        return value if isinstance(value, list) else []

    def day(self, item: str) -> date:
        """Give a day of this run. Raises Undecided when it was skipped."""
        value = self[item]
        if not isinstance(value, str):
            raise Undecided(item)
        return date.fromisoformat(value)

    def words(self, item: str) -> str:
        """Give a text of this run so that it fits inside a sentence."""
        return inline(self.text(item))

    def said(self, step: str, item: str) -> PastAnswer | None:
        """Give the latest answer to a question of another run."""
        return self.journey.said(step, item)

    def all_said(self, step: str, item: str) -> tuple[PastAnswer, ...]:
        """Give all earlier answers to a question, oldest first."""
        return self.journey.all_said(step, item)

    def told(self, step: str, item: str, default: str = "") -> str:
        """Give an earlier text or choice so that it fits inside a sentence."""
        said = self.said(step, item)
        return inline(said.value) if said is not None and isinstance(said.value, str) else default

    def ticked(self, step: str, item: str) -> list[str]:
        """Give what was last ticked in a list of another run."""
        said = self.said(step, item)
        return said.value if said is not None and isinstance(said.value, list) else []

    def quote(self, step: str, item: str, lead: str = "") -> tuple[Quote, ...]:
        """Give an earlier text as a quotation with its date, also from an earlier walk; nothing if there is none."""
        said = self.journey.ever_said(step, item)
        if said is None or not isinstance(said.value, str):
            return ()
        return (Quote(said.value, said.day, lead),)

    def last(self, step: str) -> Run | None:
        """Give the latest finished run of a step."""
        return self.journey.last(step)

    def date(self, day: date) -> str:
        """Give a day in words, with the year when it is not this year."""
        return dates.in_words(day, self.today)
