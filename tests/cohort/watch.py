"""What is watched in every life: at every page, after every event, on every day."""

from __future__ import annotations

from collections import Counter

from cohort.answers import meant
from cohort.clock import WornClock
from cohort.idle import Idle
from cohort.oracle import QUESTIONS, Oracle
from cohort.shadow import Shadow
from msgspec import Struct
from support.spoken_to import meant_for_others

from exback.engine.presenter import CLOSING, REVIEW, UNASKED, WITHHELD
from exback.engine.session import Session
from exback.engine.status import State, Status
from exback.engine.view import Answer, Back, Draft, Event, Skip, View
from exback.model.dates import day_of
from exback.model.items import Date, Question, Scale, Text
from exback.model.program import Step
from exback.model.run import Run

EXCEPTION, BOUNDARY, LOST, CHANGED, STUCK = "exception", "boundary", "lost", "changed", "stuck"
WRONG_PERSON = "shown to the wrong person"
LEFT_STANDING = "left standing after a message"


class Finding(Struct, frozen=True):
    """Something that should not be: of which kind, for whom, on which day, and what."""

    kind: str
    person: int
    day: int
    what: str


class Watch:
    """Looks over one person's shoulder."""

    def __init__(self, clock: WornClock, idle: Idle) -> None:
        self.clock = clock
        self.idle = idle
        self.shadow = Shadow()
        self.oracle = Oracle()
        self.findings: list[Finding] = []
        self.counts: Counter[str] = Counter()
        self.ended_on: dict[str, int] = {}
        self._too_late: dict[str, object] = {}

    def finds(self, kind: str, what: str) -> None:
        """Note something that should not be."""
        self.findings.append(Finding(kind, self.clock.nature.number, self.clock.day, what))

    def day(self, guide: Status) -> None:
        """Look at how a day stands."""
        if not self.idle.day(guide, self.clock.day, day_of(self.clock.now()), self.clock.furthest):
            self.finds(STUCK, "nothing is open or due, and no date is named")

    def stands(self, guide: Status) -> None:
        """Look at what is open: nothing that reaches out may be, while a boundary stands or nobody has asked."""
        held = self.oracle.standing()
        if not held and not self.oracle.was_asked():
            for one in guide.steps:
                if one.step.reaches_out and not one.step.asks_safety and (one.may_begin or one.due or one.has_run):
                    self.finds(BOUNDARY, f"{one.step.id} is open before the questions about safety were answered")
        if not held:
            return
        for one in guide.steps:
            if one.step.reaches_out and one.state != State.WITHHELD:
                self.finds(BOUNDARY, f"{one.step.id} is {one.state} while {', '.join(sorted(held))} stands")

    def page(self, step: Step, view: View, run: str = "", held: frozenset[str] = frozenset()) -> None:
        """Look at a page that is up. `held` are the boundaries that hold for exback, which may be slower to lift one."""
        self.counts["pages"] += 1
        is_outward = step.reaches_out and view.item.id not in {WITHHELD, UNASKED, *QUESTIONS}
        if (view.item.reaches_out or is_outward) and not self.oracle.was_asked(run):
            self.finds(BOUNDARY, f"{step.id} shows {view.item.id} before the questions about safety were answered")
        if others := held - self.oracle.ever:
            self.finds(WRONG_PERSON, f"{step.id} speaks to someone who never said yes to {', '.join(sorted(others))}")
        for words in meant_for_others(held, view):
            self.finds(WRONG_PERSON, f"{step.id} shows {view.item.id} with “{words}” while {sorted(held)} stands")
        held = self.oracle.standing()
        if held and (view.item.reaches_out or (step.reaches_out and view.item.id != WITHHELD)):
            self.finds(BOUNDARY, f"{step.id} shows {view.item.id} while {', '.join(sorted(held))} stands")

    def event(self, before: Session, view: View, event: Event, after: Session) -> None:
        """Look at what an event did to a run."""
        self.counts["events"] += 1
        if after.is_given_up:
            self._too_late = _typed_on(before, view, event)
            return
        match event:
            case Answer(value) if isinstance(view.item, Question):
                self._answered(before, view.item, value, after)
            case Skip() if isinstance(view.item, Question) and not after.notice:
                self._taken(before.run, view.item.id, None)
            case Draft(value) if isinstance(view.item, Question) and (isinstance(value, str) or not after.notice):
                self.shadow.typed(before.run, view.item.id, value)
            case Back() if view.item.id == WITHHELD and view.can_back:
                self.counts["yeses taken back"] += 1
                self.oracle.takes_back(before.run)
                self.shadow.took_back(before.run, QUESTIONS)
        if before.run.finished is None or view.item.id == WITHHELD or view.item.id == REVIEW != after.run.cursor:
            self._finished(before, after)
        self._nothing_lost(after.run)

    def begins_anew(self, session: Session) -> None:
        """Look at the run that takes the place of one whose moment was over: it has what was typed on the last page of that."""
        self.counts["begun anew after their moment"] += 1
        for item, value in self._too_late.items():
            self.shadow.typed(session.run, item, value)
        self._nothing_lost(session.run)

    def _answered(self, before: Session, item: Question, value: object, after: Session) -> None:
        if not after.notice:
            self._taken(before.run, item.id, meant(value, item, after.journey.now))
        elif isinstance(value, str) and isinstance(item, Text | Date):  # of the others there's nothing to go on with
            self.shadow.typed(before.run, item.id, value)

    def _taken(self, run: Run, item: str, value: object) -> None:
        self.shadow.answered(run, item, value)
        self.oracle.hears(run, item, value)

    def _finished(self, before: Session, after: Session) -> None:
        """Look at a run that was finished, or finished again: what was to be burnt must be gone."""
        if after.run.finished is None:
            return  # it goes on, or an answer was missing
        self.ended_on.setdefault(after.run.id, self.clock.day)
        for item in before.path.pages if after.run.cursor == CLOSING else ():
            if isinstance(item, Question) and item.is_burnt(before.path.here):
                self.shadow.burnt(after.run, item.id)
        self.oracle.finishes(after.run, self.clock.true_day, self.clock.furthest.toordinal())

    def _nothing_lost(self, run: Run) -> None:
        for what in self.shadow.lost(run):
            self.finds(LOST, f"{run.step}: {what}")

    def read_back(self, same: bool, runs: list[Run]) -> None:
        """Look at what came back from the file."""
        self.counts["round trips"] += 1
        if not same:
            self.finds(CHANGED, "the file came back as another one")
        for what in self.shadow.lost_anywhere(runs):
            self.finds(LOST, what)

    def taken_up(self, left: View, taken_up: View) -> None:
        """Look at the page that comes back when a run is taken up again."""
        self.counts["resumed from the file"] += 1
        if left != taken_up:
            self.finds(CHANGED, f"{left.item.id} came back as {taken_up.item.id}")


def _typed_on(before: Session, view: View, event: Event) -> dict[str, object]:
    """Give the words that stood on a page when it was answered too late, by the id of its question."""
    given = event.value if isinstance(event, Answer) and isinstance(view.item, Text | Scale | Date) else None
    typed = given if isinstance(given, str) and given.strip() else before.run.drafts.get(view.item.id)
    return {view.item.id: typed} if typed else {}
