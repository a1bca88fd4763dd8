"""While a boundary holds, nothing that anyone does makes exback show how to reach out."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from journeys.boundary_machine import (
    OF_ME,
    OF_THEM,
    ORDER,
    QUESTIONS,
    STOP,
    THEIR_WORD,
    Checker,
    Life,
    deleted,
    moved,
    shifted,
    zeroed,
)
from support import program_walk
from support.lives import LIFE
from support.person import Clock, Person
from support.simulated_person import KINDS, AtScreen, Deed, fitting, numbered

from exback.commands.wizard import MAP, Wizard
from exback.engine.view import Answer, Draft, Event, GoTo, Keep, Leave, View
from exback.errors import NotNow
from exback.model.program import Program, Step
from exback.model.run import Run

DEEP = bool(os.environ.get("EXBACK_DEEP"))
MOST_PAGES = 80


# Somebody at a screen


class Temper(NamedTuple):
    """What kind of person it is: the questions about safety they may say yes to, once in so many times."""

    yeses: tuple[str, ...]
    once_in: int

    def answer(self, step: str, view: View, now: datetime, number: int) -> object:
        """Return an answer to a page: about safety by temper, else mostly one that leads far into the program."""
        item = view.item.id
        if item in QUESTIONS:
            return item in self.yeses and number % self.once_in == 0
        if item in THEIR_WORD:
            return number % 4 != 0
        if view.notice or number % 5 == 0:
            return fitting(view, now.date(), numbered(number))
        if (step, item) == ("decide", "choice"):
            return "invitation"
        return LIFE.get(step, {}).get(item, fitting(view, now.date(), numbered(number)))


class Sitting:
    """Some deeds on the pages of one step, watched by the witness; then they leave, or go on to the end."""

    def __init__(self, life: Life, temper: Temper, step: str, deeds: Sequence[Deed], onwards: int | None) -> None:
        self.life = life
        self.temper = temper
        self.step = step
        rest = [] if onwards is None else [Deed("answer", onwards + 7 * at) for at in range(MOST_PAGES)]
        self.deeds = iter([*deeds, *rest])

    def on(self, view: View, keep: Keep) -> Event:
        """Look at a page and do something on it."""
        self.life.sees(self.step, view)
        deed = next(self.deeds, Deed("leave", 0))
        if deed.kind == "wait":
            self.life.moves_the_clock(timedelta(hours=deed.number % 60 - 12))
        event = deed.on(view, self._answers)
        if isinstance(event, Draft):
            keep(event)
            return Answer(self._answers(view, deed.number))
        return event

    def _answers(self, view: View, number: int) -> object:
        return self.temper.answer(self.step, view, self.life.clock(), number)


class Looking:
    """Opens what is named on the page of the day, looks at what it offers, and leaves."""

    def __init__(self, life: Life, *take: str) -> None:
        self.life = life
        self.events = iter([Answer(one) for one in take])

    def on(self, view: View, _keep: Keep) -> Event:
        """Look at a page."""
        self.life.checker.offered(view, self.life.here.file.stands())
        return next(self.events, Leave()) if view.options else Leave()


def leaves(_view: View, _keep: Keep) -> Event:
    """Look at nothing, and leave."""
    return Leave()


def says(question: str, *, value: bool) -> Callable[[View, Keep], Event]:
    """Change one answer, and leave."""
    events: Iterator[Event] = iter([GoTo(question), Answer(value)])
    return lambda _view, _keep: next(events, Leave())


# Where a life begins


class Start(NamedTuple):
    """What was done so far, and when it is now."""

    runs: tuple[Run, ...]
    now: datetime


class Pathfinder(Person):
    """Goes far into the program, with the life's answers where it has them and any answer elsewhere; records where it was."""

    def __init__(self, program: Program, home: Path) -> None:
        super().__init__(program, Clock(), home)
        self.starts = [Start((), self.clock())]

    def answers(self, step: str, answers: Mapping[str, object]) -> None:  # type: ignore[override]
        """Walk one step; before one that reaches out, keep all that was done so far as a place to start from."""
        if self.program.step(step).reaches_out:
            self.keeps_the_place()

        def told(view: View, _keep: Keep) -> Event:
            any_answer = fitting(view, self.clock().date(), numbered(1))
            return Answer(any_answer if view.notice else answers.get(view.item.id, any_answer))

        with suppress(NotNow):
            Wizard(self.program, self.store, AtScreen(told), self.clock, self.new_id).open(step)

    def keeps_the_place(self) -> None:
        """Keep all that was done so far."""
        self.starts.append(Start(tuple(self.store.load().runs), self.clock()))


@pytest.fixture(scope="module")
def starts(program: Program, tmp_path_factory: pytest.TempPathFactory) -> list[Start]:
    """Return places to start from: the points on the way to a yes before each step that reaches out, the last first."""
    person = Pathfinder(program, tmp_path_factory.mktemp("walk"))
    program_walk.walk(person, program_walk.to_accepted())
    person.keeps_the_place()
    return person.starts[::-1]


# Whatever is done

NUMBER = st.integers(0, 999)
DEEDS = st.lists(st.builds(Deed, st.sampled_from(KINDS), NUMBER), max_size=12)
ONWARDS = st.none() | NUMBER | NUMBER
HOUR, DAY, WEEK, MONTH, YEAR = (timedelta(hours=1), *map(timedelta, (1, 7, 30, 365)))
MOVES = [5 * HOUR, DAY, DAY, WEEK, WEEK, WEEK + DAY, MONTH, MONTH, -5 * HOUR, -DAY, -WEEK, -YEAR]


class AnythingDone(RuleBasedStateMachine):
    """Everything that someone with a reason not to reach out can do with exback, its file and the clock."""

    def __init__(self, program: Program, checker: Checker, starts: Sequence[Start], yeses: tuple[str, ...]) -> None:
        super().__init__()
        self.program = program
        self.checker = checker
        self.starts = starts
        self.yeses = yeses
        self.folder = Path(tempfile.mkdtemp(prefix="exback-"))
        steps = tuple(program.steps())
        self.asking = [step for step in steps if {*QUESTIONS, *THEIR_WORD} & {one.id for one in step.items}]
        self.outward = [step for step in steps if step.id in checker.steps]
        self.telling = [step for step in steps if step.id in {one for one, _ in checker.items}]

    @initialize(number=NUMBER, other=NUMBER, once_in=st.sampled_from([2, 10, 50]))
    def begins(self, number: int, other: int, once_in: int) -> None:
        """Start new to exback or far into it, mostly with an old no about safety changed to a yes at once."""
        start = self.starts[number % len(self.starts)]
        question = self.yeses[number % len(self.yeses)]
        self.temper = Temper(self.yeses, once_in)
        elsewhere = self.starts[other % len(self.starts)].runs
        self.life = Life(self.program, self.checker, self.folder, start.now, start.runs, elsewhere)
        if start.runs and number % 4 != 1:
            asked = next(run for run in start.runs if question in run.answers)
            self.life.takes_in_hand(asked, AtScreen(says(question, value=True)))

    def teardown(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    def opens(self, steps: Sequence[Step], number: int, deeds: list[Deed], onwards: int | None) -> None:
        """Open one of some steps."""
        step = steps[number % len(steps)]
        self.life.opens(step, AtScreen(Sitting(self.life, self.temper, step.id, deeds, onwards).on))

    @rule(number=NUMBER, deeds=DEEDS, onwards=ONWARDS)
    def opens_a_step_that_reaches_out(self, number: int, deeds: list[Deed], onwards: int | None) -> None:
        """Open a step that reaches out."""
        self.opens(self.outward, number, deeds, onwards)

    @rule(number=NUMBER, deeds=DEEDS, onwards=ONWARDS)
    def opens_a_step_that_asks(self, number: int, deeds: list[Deed], onwards: int | None) -> None:
        """Open a step that asks about safety, or what the other person wrote."""
        self.opens(self.asking, number, deeds, onwards)

    @rule(number=NUMBER, deeds=DEEDS, onwards=ONWARDS)
    def opens_a_step_with_a_page_that_reaches_out(self, number: int, deeds: list[Deed], onwards: int | None) -> None:
        """Open a step that is about something else, and has a page that reaches out."""
        self.opens(self.telling, number, deeds, onwards)

    @rule(number=NUMBER, deeds=DEEDS, onwards=ONWARDS)
    def opens_any_step(self, number: int, deeds: list[Deed], onwards: int | None) -> None:
        """Open any step."""
        self.opens(tuple(self.program.steps()), number, deeds, onwards)

    @precondition(lambda self: self.life.here.file.stands())
    @rule(number=NUMBER)
    def looks_for_what_is_withheld(self, number: int) -> None:
        """Ask for a step that reaches out while a boundary stands, or look through the day and the map for one."""
        if number % 4:
            self.opens(self.outward, number, [], None)
        else:
            self.life.sees_the_day(AtScreen(Looking(self.life, MAP).on))

    @rule(number=NUMBER, deeds=DEEDS, onwards=ONWARDS)
    def takes_any_run_in_hand(self, number: int, deeds: list[Deed], onwards: int | None) -> None:
        """Take up or change any run, mostly one that a boundary hangs on."""
        runs = self.life.here.file.runs
        steps = {step.id for step in (*self.asking, *self.outward)}
        among = [run for run in runs if run.step in steps or number % 4 == 0]
        if among:
            run = among[number % len(among)]
            self.life.takes_in_hand(run, AtScreen(Sitting(self.life, self.temper, run.step, deeds, onwards).on))

    @rule(number=NUMBER, value=st.booleans())
    def changes_one_answer(self, number: int, value: bool) -> None:
        """Change one answer that a boundary hangs on; a yes is only said to a question that they may say yes to."""
        finished = [run for run in self.life.here.file.runs if run.finished is not None]
        told = [(run, item) for run in finished for item in (*self.yeses, *THEIR_WORD) if item in run.answers]
        if told:
            run, item = told[number % len(told)]
            self.life.takes_in_hand(run, AtScreen(says(item, value=value)))

    @rule(move=st.sampled_from(MOVES))
    def moves_the_clock(self, move: timedelta) -> None:
        """Set the clock, ahead or back."""
        self.life.moves_the_clock(move)

    @rule(back=st.sampled_from([True, True, False]))
    def resets_or_restores(self, back: bool) -> None:
        """Put the file aside, or bring back what was put aside."""
        if back:
            self.life.restores()
        else:
            self.life.resets()

    @rule(
        number=NUMBER,
        what=st.sampled_from(["keep", "keep", "bring", "go", "merge", "merge", "unite", "unite in order"]),
    )
    def carries_files_about(self, number: int, what: str) -> None:
        """Keep a copy, bring one, go to the other computer, or unite two files."""
        match what:
            case "keep":
                self.life.keeps_a_copy()
            case "bring":
                self.life.brings_a_copy(number)
            case "go":
                self.life.goes_to_the_other_computer()
            case "merge":
                self.life.merges(number)
            case _:
                self.life.unites(number, in_order=what == "unite in order")

    @rule(number=NUMBER, edit=st.sampled_from([*[moved] * 6, *[zeroed] * 2, shifted, deleted]))
    def edits_by_hand(self, number: int, edit: Callable[..., None]) -> None:
        """Change something in the file with an editor."""
        self.life.edits_by_hand(partial(edit, number=number))

    @invariant()
    def the_guide_leads_nowhere_near(self) -> None:
        """While a boundary stands, the guide withholds every step that reaches out."""
        self.life.looks_at_the_guide()


ROUNDS = 4 if DEEP else 2
MOST_ROUNDS = 20
ENOUGH = {
    "pages while a boundary stood": 100,
    "reaching out asked for while a boundary stood": 5,
    "pages reaching out while none stood": 10,
}
"""What has to be seen at least: which lives come up differs with what else is tested, so rounds go on until it was."""
SETTINGS = settings(
    max_examples=20 if DEEP else 3,
    stateful_step_count=60 if DEEP else 40,
    database=None,
    phases=(Phase.generate, Phase.shrink) if DEEP else (Phase.generate,),  # shrinking a whole life takes minutes
    suppress_health_check=list(HealthCheck),  # how fast a machine is, and how much a life draws, says nothing here
    report_multiple_bugs=False,
)


def lives_through(
    program: Program, checker: Checker, starts: Sequence[Start], yeses: tuple[str, ...], number: int = 0
) -> None:
    """Run the machine through many lives; in CI the number picks which. Raises Broken."""

    def machine() -> AnythingDone:
        return AnythingDone(program, checker, starts, yeses)

    # hypothesis calls what it is given to get a machine, and types it as a class
    run_state_machine_as_test(machine if DEEP else seed(number)(machine), settings=SETTINGS)  # type: ignore[arg-type]


@pytest.mark.parametrize("yeses", [(STOP,), (ORDER,), (OF_THEM,), (OF_ME,), QUESTIONS], ids="+".join)
def test_nothing_that_anybody_does_shows_a_way_to_them_while_a_boundary_stands(
    yeses: tuple[str, ...], program: Program, starts: list[Start]
) -> None:
    """Whatever is answered, changed, reset, restored, merged or edited by hand, boundaries hold at any time."""
    checker = Checker(program)
    for number in range(MOST_ROUNDS):
        lives_through(program, checker, starts, yeses, 10 * len(yeses) + QUESTIONS.index(yeses[0]) + 100 * number)
        lacking = [what for what, least in ENOUGH.items() if checker.tally[what] <= least]
        if number + 1 >= ROUNDS and not lacking:
            break
    print(yeses, dict(checker.tally))
    assert lacking == []
