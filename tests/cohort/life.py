"""One simulated life with exback: on which days it is opened, and for what."""

from __future__ import annotations

import itertools
import traceback
from collections.abc import Iterator

from cohort.afterwards import MESSAGES, LeftStanding, says_sent
from cohort.answers import Teller
from cohort.keeping import Keeping
from cohort.people import Nature, rng_of
from cohort.walk import Walker
from cohort.watch import EXCEPTION, LEFT_STANDING, Watch

from exback.engine.session import Session
from exback.engine.status import State, Status, StepStatus, status_of
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import Run

REPLY = "reply"
STARTS_FRESH = 0.3
"""The chance that they start fresh where they're asked whether to go on with what they began a while ago."""
WRONG, MOVED_ON, ACCEPTED, APART_AGAIN = "now", "moved-on", "accepted", "apart-again"


class Life:
    """Lives the days of one person.

    `first_done` holds the day on which a run of a step was first finished, `first_completed` the day on which the step was
    done, `through` the day on which a stage was done, but for its optional steps. `last_opened` is the last day on which they
    opened exback.
    """

    def __init__(self, program: Program, nature: Nature, seed: int, keeping: Keeping, watch: Watch) -> None:
        self.program = program
        self.nature = nature
        self.rng = rng_of(seed, nature.number, "life")
        self.watch = watch
        self.clock = watch.clock
        self.teller = Teller(nature, self.rng)
        self.walker = Walker(program, keeping, watch, self.teller, self.rng)
        self.first_done: dict[str, int] = {}
        self.first_completed: dict[str, int] = {}
        self.through: dict[str, int] = {}
        self._together_since: int | None = None
        self.last_opened = 0
        self._sent_with = ""
        self._left_standing = LeftStanding()
        self._ids = (f"run-{number:05d}" for number in itertools.count(1))
        self._seen: tuple[Journey, Status] | None = None

    def lives(self) -> None:
        """Live all days. An exception ends the life, and is noted."""
        try:
            for day in range(self.nature.days):
                self._day(day)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is being looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            self.watch.finds(EXCEPTION, f"{type(error).__name__} in {place.filename}:{place.lineno}: {error}")

    def _day(self, day: int) -> None:
        self.clock.dawn(day, self.rng)
        self.teller.wakes(day)
        self.walker.journey = self.walker.journey.at(self.clock.now())
        self.watch.day(self._guide())
        self._watches_what_follows()
        if day == 0 or self._happens(self.nature.diligence(day)):
            self._sitting(self._choices(day))
        if self._happens(self.nature.urges):
            self.clock.pass_time(self.rng.randrange(600, 20_000))
            self.walker.journey = self.walker.journey.at(self.clock.now())
            self._sitting(iter((WRONG if self._happens(0.4) else self.program.moment,)))

    def _watches_what_follows(self) -> None:
        """Look whether someone who sent a message is left standing; a wrong clock, and a boundary, are others' matter."""
        is_usual = self._sent_with and not self.nature.mishaps and not self.watch.oracle.standing()
        if is_usual and self._left_standing.day(self._guide(), self.walker.journey.runs):
            self.watch.finds(LEFT_STANDING, f"nothing was asked or open for a week after “{self._sent_with}”")

    def _sitting(self, choices: Iterator[str]) -> None:
        """Walk one step after the other."""
        self.watch.counts["sittings"] += 1
        self.last_opened = self.clock.day
        for step_id in choices:
            session = self._opened(self.program.step(step_id))
            while session is not None:
                over = self.walker.walks(session)
                self._look_back(over.step.id)
                session = self._followed(over)
        self.walker.reads_back()

    def _followed(self, over: Session) -> Session | None:
        """Open what follows a session that is over: a new run if its moment was over, the step that an answer opens, or nothing."""
        if not over.opens:
            return None
        self.walker.journey = self.walker.journey.at(self.clock.now())
        step = self.program.step(over.opens)
        return self.walker.begins_anew(self._begun(step), over) if over.is_given_up else self._opened(step)

    def _guide(self) -> Status:
        """Look where they stand, once for every state of the journey."""
        journey = self.walker.journey
        if self._seen is None or self._seen[0] is not journey:
            self._seen = (journey, status_of(self.program, journey))
            self.watch.stands(self._seen[1])
        return self._seen[1]

    def _opened(self, step: Step) -> Session | None:
        """Open a step as a visit does: take it up, begin it, or read and change what is done; None if it is closed."""
        journey, standing = self.walker.journey, self._guide().step_status(step)
        begun, latest = journey.unfinished(step.id), journey.latest(step.id)
        if begun is not None:
            resumed = Session.resume(self.program, step, journey, begun)
            if resumed.can_start_fresh and self._happens(STARTS_FRESH):
                return self._begun(step)
            self.watch.counts["taken up later"] += 1
            return resumed
        if standing.state == State.WITHHELD:
            return None
        if standing.may_begin and not (latest is not None and self._happens(self.nature.habits.edits)):
            return self._begun(step)
        if latest is None:
            return None
        self.watch.counts["finished runs edited"] += 1
        return Session.edit(self.program, step, journey, latest)

    def _begun(self, step: Step) -> Session:
        session = Session.begin(self.program, step, self.walker.journey, next(self._ids))
        self.watch.oracle.begins(session.run)
        return session

    # What they open

    def _choices(self, day: int) -> Iterator[str]:
        """Give what they came for, then what is ahead, as often as they have the strength for it."""
        opened: set[str] = set()
        for step_id in self._on_their_mind(day):
            opened.add(step_id)
            yield step_id
        for _ in range(self.nature.habits.energy):
            ahead = next((step for step in self._ahead(self._guide()) if step not in opened), None)
            if ahead is None:
                return
            opened.add(ahead)
            yield ahead

    def _ahead(self, guide: Status) -> Iterator[str]:
        """Give what the page of the day offers, and then what the map shows as open and not done."""
        due, following = [step.id for step in guide.due], [guide.next.id] if guide.next is not None else []
        yield from (*following, *due) if self._happens(0.4) else (*due, *following)
        if guide.paused_until is None and self._happens(0.5):
            yield from (one.step.id for one in guide.steps if self._tempts(one))

    def _tempts(self, one: StepStatus) -> bool:
        is_walked = one.stage.id != self.program.companion.id and one.step.id not in self.watch.idle.always
        return is_walked and one.state == State.OPEN

    def _on_their_mind(self, day: int) -> Iterator[str]:
        """Give what they come for, whatever is due."""
        asks = {
            "contact": day in self.nature.slips,
            "they-wrote": day in self.nature.other.writes,
            "pause": day in self.nature.pauses,
            self.program.first: day in self.nature.yeses.values(),
            **dict.fromkeys(filter(None, (self._sent_with,)), self._has_a_reply(day)),
            "look": self._happens(self.nature.urges),
            "write": self._happens(self.nature.writes),
            "letter": self._happens(self.nature.letters),
            "hard-dates": day in self.nature.thinks_ahead,
            "letting-go": day == self.nature.lets_go,
            MOVED_ON: day >= self.nature.other.taken_from and MOVED_ON not in self.first_done,
            "not-allowed": bool(self.watch.oracle.standing()) and self._happens(0.2),
            APART_AGAIN: self._has_ended_again(day),
        }
        yield from (step_id for step_id, comes in asks.items() if comes)
        if self._happens(self.nature.habits.wanders):
            yield self.rng.choice([step.id for step in self.program.steps()])

    def _has_a_reply(self, day: int) -> bool:
        """Tell whether something came back that they have not told exback."""
        latest = self.walker.journey.said(self._sent_with, REPLY)
        return self.teller.other.reply(day) not in ("nothing", latest.value if latest is not None else "")

    def _has_ended_again(self, day: int) -> bool:
        return self._together_since is not None and day >= self._together_since + self.nature.breaks

    # What came of it

    def _look_back(self, step_id: str) -> None:
        """Take note of what was done, and go on with what is kept now."""
        self.walker.goes_on()
        latest = self.walker.journey.latest(step_id)
        if latest is None or latest.day != self.walker.journey.today:
            return
        self.first_done.setdefault(step_id, self.clock.day)
        if self._is_done(self.program.step(step_id)):
            self.first_completed.setdefault(step_id, self.clock.day)
        self._what_follows(step_id, latest)
        stage = self.program.stage_of(self.program.step(step_id))
        if stage.id not in self.through and all(step.optional or self._is_done(step) for step in stage.steps):
            self.through[stage.id] = self.clock.day

    def _is_done(self, step: Step) -> bool:
        return self.walker.journey.is_done(step.id)

    def _what_follows(self, step_id: str, latest: Run) -> None:
        other = self.teller.other
        if step_id in MESSAGES and says_sent(latest) and other.invited_on is None:
            other.invited_on, self._sent_with = self.clock.day, step_id
        if step_id == ACCEPTED:
            self._together_since = self.clock.day
        if step_id == APART_AGAIN:
            self._together_since = other.invited_on = None
            self._sent_with = ""
            self.watch.counts["fresh walks"] += latest.answers.get("next") == "fresh"

    def _happens(self, chance: float) -> bool:
        return self.rng.random() < chance
