"""One person on the pages of one step: answers, changes of mind, half-typed words, leaving and coming back."""

from __future__ import annotations

from random import Random

from cohort.answers import Teller
from cohort.keeping import Keeping
from cohort.people import Habits
from cohort.watch import Watch
from msgspec import structs
from support.simulated_person import unfit

from exback.engine.presenter import WITHHELD
from exback.engine.session import Session
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Leave, Review, Skip, View
from exback.model.boundaries import standing
from exback.model.items import Choices, Question, Text
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run

MOST_EVENTS = 150
"""No walk through a step is longer: somebody who goes back and forth for so long leaves."""
ROUND_TRIPS = 0.01
"""The chance, after any event, that the whole file is written and read, besides every leave and every end."""
TAKES_BACK = 0.3
DAWDLES = 0.002
"""The chance, on any page, that they answer it only hours later."""


class Walker:
    """Walks steps for one person, and keeps what they say. `journey` is what the file holds."""

    def __init__(self, program: Program, keeping: Keeping, watch: Watch, teller: Teller, rng: Random) -> None:
        self.program = program
        self.keeping = keeping
        self.watch = watch
        self.clock = watch.clock
        self.habits: Habits = teller.nature.habits
        self.teller = teller
        self.rng = rng
        self.journey: Journey = program.journey([], self.clock.now())

    def walks(self, session: Session) -> Session:
        """Walk a step to its end, or until they leave, and give the session that is over then."""
        for number in range(MOST_EVENTS):
            view = session.view()
            held = frozenset(boundary.id for boundary in standing(session.journey, session.run))
            self.watch.page(session.step, view, session.run.id, held)
            event = Leave() if number == MOST_EVENTS - 1 else self._reacts(view, session)
            stays = _as_saved(session, view)
            session = self._does(session, view, event)
            if isinstance(event, Leave) and (_is_blank(session.run) or self.rng.random() < 0.5):
                break
            if isinstance(event, Leave):
                session = self._taken_up(session, stays)
            elif session.over:
                break
            elif self.rng.random() < ROUND_TRIPS:
                session = self._taken_up(session, _as_saved(session, session.view()))
        return session

    def begins_anew(self, session: Session, given_up: Session) -> Session:
        """Give a new run in place of one whose moment was over, with what was typed on the last page of that."""
        anew = session.carrying(given_up.typed_here, given_up.notice)
        self.watch.begins_anew(anew)
        if anew.run.drafts:
            self.keeping.put(anew.run)
        return anew

    def _does(self, session: Session, view: View, event: Event) -> Session:
        dawdles = self._happens(DAWDLES) and not isinstance(
            event, Leave
        )  # the page that comes back is held against the one left
        self.clock.pass_time(self.rng.randrange(7_000, 20_000) if dawdles else self.rng.randrange(5, 120))
        after = session.apply(event, self.clock.now())
        self.watch.event(session, view, event, after)
        if not (after.is_given_up or (isinstance(event, Leave) and _is_blank(after.run))):
            self.keeping.put(after.run)
        return after

    def _taken_up(self, session: Session, view: View) -> Session:
        """Read everything back from the file, and take the run up from there."""
        self.reads_back()
        run = next(run for run in self.journey.runs if run.id == session.run.id)
        journey = self.journey.at(session.journey.now)
        again = Session.resume(self.program, session.step, journey, run)
        # What a correction began with is in no file: no one comes back into one, but begins the next.
        again = structs.replace(again, corrects=session.corrects)
        self.watch.taken_up(structs.replace(view, notice=""), again.view())
        return again

    def goes_on(self) -> None:
        """Go on with what is kept by now, not yet read back."""
        self.journey = Journey(self.keeping.runs, self.clock.now(), self.journey.terms)

    def reads_back(self) -> None:
        """Write the whole file, read it, and go on with what came back."""
        self.watch.read_back(self.keeping.read_back(), self.keeping.runs)
        self.journey = self.program.journey(self.keeping.runs, self.clock.now())

    # What they do

    def _reacts(self, view: View, session: Session) -> Event:
        if self._happens(self.habits.leaves):
            return Leave()
        if view.can_back and self._happens(TAKES_BACK if view.item.id == WITHHELD else self.habits.goes_back):
            return Back()
        if isinstance(view.item, Review):
            return self._looks_over(view, is_edit=session.run.finished is not None)
        return self._replies(view, view.item) if isinstance(view.item, Question) else Answer()

    def _looks_over(self, view: View, *, is_edit: bool) -> Event:
        """On the review page: change something, or finish. Who opened a finished run mostly came to change it."""
        if view.options and self._happens(0.6 if is_edit else self.habits.rewrites):
            self.watch.counts["answers changed on the review"] += 1
            return GoTo(self.rng.choice(view.options).id)
        return Answer()

    def _replies(self, view: View, item: Question) -> Event:
        if self._happens(self.habits.mistypes):
            return Answer(unfit(item, self.rng.choice))
        if view.can_skip and self._happens(self.habits.skips):
            return Skip()
        if isinstance(item, Text | Choices) and view.draft is None and self._happens(self.habits.half_types):
            self.watch.counts["drafts"] += 1
            return Draft(self.teller.half(view))
        return Answer(self.teller.says(view, self.clock.now().date()))

    def _happens(self, chance: float) -> bool:
        return self.rng.random() < chance


def _as_saved(session: Session, view: View) -> View:
    """Give a page as it comes back from the file: without a wrong key, which isn't saved."""
    return structs.replace(session, refused="").view() if session.refused else view


def _is_blank(run: Run) -> bool:
    return not (run.answers or run.drafts or run.hidden or run.finished)
