"""Whatever anyone does in stage 3 and at the endings, what is promised there holds, and no one is left standing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
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
from journeys.endings_machine import (
    APOLOGY,
    ENDINGS,
    FRIGHTENING,
    INVITATION,
    MEET,
    MESSAGES,
    THEY_WROTE,
    Broken,
    Life,
    Sitting,
    Witness,
)
from support import program_walk
from support.invitations import FINE
from support.lives import LIFE
from support.person import Clock, Person
from support.simulated_person import AtScreen, fitting, numbered

from exback.commands.wizard import Wizard
from exback.engine.view import Answer, Event, Keep, View
from exback.errors import NotNow
from exback.model.items import Choice
from exback.model.program import Program
from exback.model.run import Run, changed

DEEP = bool(os.environ.get("EXBACK_DEEP"))

# Where a life begins


class Start(NamedTuple):
    """What was done so far, and when it is now."""

    name: str
    runs: tuple[Run, ...]
    now: datetime


class Pathfinder(Person):
    """Goes a way that is known, with any answer where a step asks what isn't foreseen, and keeps places on it."""

    def __init__(self, program: Program, home: Path, so_far: Start | None = None) -> None:
        super().__init__(program, Clock() if so_far is None else Clock(so_far.now), home)
        self.starts: list[Start] = []
        for run in () if so_far is None else so_far.runs:
            self.store.put(run)

    def new_id(self) -> str:
        """Return the id of the next run, which none has that was put there before."""
        return f"walked-{super().new_id()}-{len(self.store.load().runs)}"

    def answers(self, step: str, answers: Mapping[str, object]) -> None:  # type: ignore[override]
        """Walk one step, if it is open."""

        def told(view: View, _keep: Keep) -> Event:
            any_answer = fitting(view, self.clock().date(), numbered(0))
            wanted = answers.get(view.item.id, any_answer)
            is_offered = not isinstance(view.item, Choice) or wanted in [option.id for option in view.options]
            return Answer(wanted if is_offered and not view.notice else any_answer)

        with suppress(NotNow):
            Wizard(self.program, self.store, AtScreen(told), self.clock, self.new_id).open(step)

    def keeps_the_place(self, name: str) -> None:
        """Keep all that was done so far."""
        self.starts.append(Start(name, tuple(self.store.load().runs), self.clock()))

    def goes_on_to_the_end(self, life: str, apology: str) -> None:
        """Walk stage 3, and keep every place from which something else could follow."""
        for step in ("am-i-ready", "what-has-changed", "their-side"):
            self.answers(step, LIFE[step])
        self.keeps_the_place(f"{life}: their side done")
        self.answers(APOLOGY, {**LIFE[APOLOGY], "whole-message": apology})
        self.keeps_the_place(f"{life}: an apology to keep or send ({apology})")
        message = APOLOGY if apology == "whole" else INVITATION
        self.answers(INVITATION, {"draft": program_walk.DRAFT})
        self.keeps_the_place(f"{life}: held")
        self.clock.forward(days=2)
        self.answers(message, {"sent": "yes"})
        self.keeps_the_place(f"{life}: sent")
        self.clock.forward(days=2)
        self.answers(message, {"reply": "yes"})
        self.keeps_the_place(f"{life}: a yes")
        self.answers("accepted", LIFE["accepted"])
        self.answers(MEET, LIFE[MEET])
        self.clock.forward(days=3)
        self.answers(MEET, {"met": "yes", "was": "It was easy.", "goes-on": "yes"})
        self.keeps_the_place(f"{life}: met")


def _varied(runs: Sequence[Run], changes: Mapping[str, Mapping[str, object]]) -> tuple[Run, ...]:
    return tuple(changed(run, answers={**run.answers, **changes.get(run.step, {})}) for run in runs)


LIVES: Mapping[str, tuple[str, Mapping[str, Mapping[str, object]]]] = {
    "someone who owes something": ("part", {}),
    "someone who owes nothing": (
        "part",
        {"kindness-and-my-part": {"owed": "no"}, "own-up": {"how-much": "nothing"}},
    ),
    "someone who owes an apology": ("whole", {"own-up": {"how-much": "serious"}}),
    "a parent": ("part", {"your-story": {"ties": ["children"]}, "contact-rule": {"kind": "co-parenting"}}),
}
"""By life: what they do with an apology, and the answers that are different from those of the walk."""


@pytest.fixture(scope="module")
def starts(program: Program, tmp_path_factory: pytest.TempPathFactory) -> list[Start]:
    """Return places to start from: in each life the places of stage 3, and the same a second time through the program."""
    first = Pathfinder(program, tmp_path_factory.mktemp("walk"))
    program_walk.walk(first, _way_to_stage_3())
    runs = first.store.load().runs
    found: list[Start] = []
    for number, (life, (apology, changes)) in enumerate(LIVES.items()):
        so_far = Start(life, _varied(runs, changes), first.clock())
        person = Pathfinder(program, tmp_path_factory.mktemp(f"life-{number}"), so_far)
        person.goes_on_to_the_end(life, apology)
        found += person.starts
        if number == 0:
            found += _second_time(person)
    return found


def _second_time(person: Pathfinder) -> Iterator[Start]:
    """Yield the places of stage 3 for someone who was together again, and starts again."""
    person.answers("together-again", LIFE["accepted"])
    person.keeps_the_place("together again")
    yield person.starts[-1]
    person.clock.forward(days=20)
    person.answers("apart-again", {"next": "fresh"})
    program_walk.walk(person, _way_to_stage_3())
    before = len(person.starts)
    person.goes_on_to_the_end("the second time", "part")
    yield from person.starts[before:]


def _way_to_stage_3() -> list[program_walk.Planned]:
    planned = [*program_walk.stage_1(), *program_walk.check_ins(), *program_walk.stage_2("invitation")]
    planned = sorted(planned, key=lambda one: one.day)
    return [*planned, program_walk.Planned(30, "check-in", LIFE["check-in"])]


# Whatever is done

NUMBER = st.integers(0, 9999)
LEAVES = st.none() | st.none() | st.integers(0, 8)
WAITS = st.sampled_from([0, 0, 0, 0, 3, 11])
PASSES = [*(timedelta(days=days) for days in (1, 1, 1, 3, 7, 7, 14, 30)), *(timedelta(hours=h) for h in (1, 6, 12))]
AT_HOURS = [2, 10, 10, 10, 21]
TOLD: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("contact", {"kind": "i-wrote"}),
    ("contact", {"kind": "met-my-idea"}),
    ("contact", {"kind": "they-wrote"}),
    ("contact", {"kind": "agreed"}),
    ("contact", {"kind": "invitation"}),
    ("check-in", {"happened": ["contact"]}),
    ("check-in", {"happened": []}),
    ("urge", {"wrote": True}),
    ("urge", {"wrote": False}),
    (THEY_WROTE, {"wrote-freely": True, "wants-contact": True, "asked-to-meet": True}),
    (THEY_WROTE, {"wrote-freely": False}),
    ("contact-rule", {}),
)
LEFT_OUT = ("letter", "now")
"""Words sealed or burnt on purpose are tried elsewhere."""


class AnythingDone(RuleBasedStateMachine):
    """Everything that someone in stage 3, or at an ending, can do with exback, from day to day."""

    def __init__(self, program: Program, starts: Sequence[Start], tally: Counter[str]) -> None:
        super().__init__()
        self.program = program
        self.starts = starts
        self.tally = tally
        self.folder = Path(tempfile.mkdtemp(prefix="exback-"))
        self.is_fine = True
        self.number = 0

    @initialize(number=NUMBER)
    def begins(self, number: int) -> None:
        """Start somewhere in stage 3."""
        start = self.starts[number % len(self.starts)]
        self.life = Life(self.program, self.folder, start.now, start.runs)
        self.life.trail.append(f"{start.now:%d %b %H:%M} begins with {start.name}")

    def teardown(self) -> None:
        """Walk to an ending, and remove the folder."""
        try:
            if self.is_fine:
                self.life.must_end()
                self.tally.update(self.life.tally)
        finally:
            shutil.rmtree(self.folder)

    def _goes_through(self, step: str, number: int, leaves: int | None, waits: int = 0, **wants: object) -> None:
        wanted = {item.replace("_", "-"): value for item, value in wants.items()}
        self.life.opens(step, Sitting(Random(number), wanted, leaves, number % 3, waits))

    @rule(number=NUMBER, leaves=LEAVES, waits=WAITS)
    def does_what_is_next_or_due(self, number: int, leaves: int | None, waits: int) -> None:
        """Do one of the steps that the page of the day offers."""
        status = self.life.status
        offered = [*([status.next] if status.next else []), *status.due]
        among = [step.id for step in offered if step.id not in LEFT_OUT]
        if among:
            self._goes_through(among[number % len(among)], number, leaves, waits)

    @rule(number=NUMBER, leaves=LEAVES, waits=WAITS)
    def opens_a_step_of_stage_3(self, number: int, leaves: int | None, waits: int) -> None:
        """Open any step of stage 3, whether or not it is open."""
        steps = [*MESSAGES, *(step.id for step in self.program.stages[-1].steps)]
        self._goes_through(steps[number % len(steps)], number, leaves, waits)

    @rule(number=NUMBER, leaves=LEAVES)
    def opens_an_ending(self, number: int, leaves: int | None) -> None:
        """Open any ending."""
        steps = [step.id for step in self.program.endings.steps]
        self._goes_through(steps[number % len(steps)], number, leaves)

    @rule(number=NUMBER, leaves=LEAVES)
    def opens_a_step_of_the_map(self, number: int, leaves: int | None) -> None:
        """Open any step that the map shows as open."""
        steps = [each.step.id for each in self.life.status.listed if each.can_open and each.step.id not in LEFT_OUT]
        self._goes_through(steps[number % len(steps)], number, leaves)

    @precondition(lambda self: any(not run.answers.get("reply") for run in self.life.witness.sent_now))
    @rule(number=NUMBER, reply=st.sampled_from(["yes", "no", "other", "other", "nothing", "nothing"]))
    def tells_what_came_back(self, number: int, reply: str) -> None:
        """Tell what came back from the message that they sent."""
        self._goes_through(self.life.witness.sent_now[-1].step, number, None, reply=reply)

    @rule(number=NUMBER)
    def sends_or_changes_the_message(self, number: int) -> None:
        """Open the step with the message on the next morning, and send it if that's possible."""
        self.life.lets_pass(timedelta(hours=(34 - self.life.clock().hour) % 24))
        self._goes_through(tuple(MESSAGES)[number % 2], number, None, sent="yes", whole_message="whole")

    @rule(number=NUMBER, step=st.sampled_from(ENDINGS))
    def takes_an_ending_back(self, number: int, step: str) -> None:
        """Take an ending back in so many words, if it asks."""
        if any(run.step == step for run in self.life.witness.this_time):
            self._goes_through(step, number, None, holds="no", is_so="no")

    @rule(number=NUMBER, next_is=st.sampled_from(["fresh", "fresh", "let-go", "unsure"]))
    def is_apart_again(self, number: int, next_is: str) -> None:
        """Tell that it ended again, and start again."""
        self._goes_through("apart-again", number, None, next=next_is)

    @rule(number=NUMBER, told=st.sampled_from(TOLD), leaves=LEAVES)
    def tells_of_contact(self, number: int, told: tuple[str, Mapping[str, object]], leaves: int | None) -> None:
        """Tell of contact, of a day, of an urge, of a message from them, or make a new rule."""
        step, wants = told
        self.life.opens(step, Sitting(Random(number), wants, leaves))

    @rule(number=NUMBER, words=st.sampled_from(["message", "message", "any"]), leaves=LEAVES)
    def changes_the_journal(self, number: int, words: str, leaves: int | None) -> None:
        """Change something in the journal, every other time a message."""
        entries = [entry for entry in self.life.entries() if entry.can_change and entry.run.step not in LEFT_OUT]
        messages = [entry for entry in entries if MESSAGES.get(entry.run.step) == entry.item]
        among = messages if words == "message" and messages else entries
        if among:
            self.life.changes(among[number % len(among)], Sitting(Random(number), {}, leaves))

    @rule(number=NUMBER, words=st.sampled_from(["messages", "message", "any"]))
    def deletes_from_the_journal(self, number: int, words: str) -> None:
        """Delete something in the journal, often a message, or every message."""
        entries = self.life.entries()
        messages = [entry for entry in entries if MESSAGES.get(entry.run.step) == entry.item]
        among = entries if words == "any" else messages
        for entry in among if words == "messages" else among[number % len(among) :][:1] if among else ():
            self.life.deletes(entry)

    @rule(number=NUMBER)
    def opens_what_is_offered_and_leaves(self, number: int) -> None:
        """Open what the page of the day offers, and a step of the map, and leave without a word."""
        self.life.must_open_what_is_offered(number)

    @rule(by=st.sampled_from(PASSES))
    def time_passes(self, by: timedelta) -> None:
        """Let hours or days pass."""
        self.life.lets_pass(by)

    @rule(hour=st.sampled_from(AT_HOURS))
    def it_is_another_hour(self, hour: int) -> None:
        """Let time pass until the next time that it is this hour."""
        self.life.lets_pass(timedelta(hours=(hour - self.life.clock().hour - 1) % 24 + 1))

    @rule(number=NUMBER, keeps=st.booleans())
    def keeps_a_copy_or_merges_it(self, number: int, keeps: bool) -> None:
        """Keep a copy of the file, or merge an older one."""
        if keeps:
            self.life.keeps_a_copy()
        else:
            self.life.merges(number)

    @invariant()
    def what_is_promised_holds(self) -> None:
        """Every promise holds at any time."""
        self.is_fine = False  # if anything fails, the life isn't walked to an ending
        self.life.must_be_fine()
        self.number += 1
        if self.number % 4 == 0:
            self.life.must_open_what_is_offered(self.number)
        self.is_fine = True


ROUNDS = 6 if DEEP else 4
SETTINGS = settings(
    max_examples=60 if DEEP else 2,
    stateful_step_count=80 if DEEP else 40,
    database=None,
    phases=(Phase.generate,),  # shrinking a whole life takes minutes, and a complaint has the trail of what was done
    suppress_health_check=list(HealthCheck),  # how fast a machine is, and how much a life draws, says nothing here
    report_multiple_bugs=False,
)


def test_the_lives_begin_in_different_places(program: Program, starts: list[Start]) -> None:
    """Among the places to start from are messages held and sent, a meeting, an ending, and a second time through."""
    assert len(starts) > 20
    names = {start.name: Witness(program, start.runs) for start in starts}
    assert not names["someone who owes something: held"].sent_now
    assert names["someone who owes something: sent"].sent_now[0].step == INVITATION
    assert names["someone who owes an apology: sent"].sent_now[0].step == APOLOGY
    assert names["a parent: a yes"].replies() == ["yes"]
    assert names["together again"].holding() == ["together-again"]
    assert not names["the second time: held"].sent_now
    assert names["the second time: sent"].sent_now


class TestWitness:
    """The witness sees each thing that must not happen."""

    def run(self, number: int, step: str, **answers: object) -> Run:
        """Give a finished run, with answers by item id (underscores for hyphens)."""
        return Run(
            id=f"run-{number}",
            step=step,
            started=Clock().now,
            start_number=2 * number,
            finished=Clock().now,
            finish_number=2 * number + 1,
            answers={item.replace("_", "-"): value for item, value in answers.items()},  # type: ignore[misc]
        )

    def sends(self, program: Program, words: str, *, hours: int, before: Sequence[Run] = ()) -> None:
        """Write an invitation, and mark it as sent so many hours later. Raises Broken."""
        written = self.run(2, INVITATION, draft=words)
        witness = Witness(program, [*before, written])
        later = Clock().now + timedelta(hours=hours)
        witness.sees([*before, written, self.run(3, INVITATION, sent="yes")], later)
        assert [run.id for run in witness.sent_now] == ["run-3"]

    def test_a_message_may_be_sent_after_a_day(self, program: Program) -> None:
        """A day later, by day, a message that frightens no one can be marked as sent."""
        self.sends(program, FINE[0], hours=24)

    @pytest.mark.parametrize(
        ("words", "hours", "before"),
        [
            (FINE[0], 23, ()),
            (FINE[0], 35, ()),
            (FRIGHTENING[0], 48, ()),
            (FINE[0], 24, (("apology", {"sent": "yes"}),)),
        ],
        ids=["too early", "at night", "frightening", "a second one"],
    )
    def test_what_must_not_be_sent(
        self, program: Program, words: str, hours: int, before: Sequence[tuple[str, dict[str, object]]]
    ) -> None:
        """A message that was written less than a day ago, or frightens, or is the second one, or goes out at night, is seen."""
        with pytest.raises(Broken):
            self.sends(program, words, hours=hours, before=[self.run(1, step, **told) for step, told in before])

    def test_a_change_in_the_journal_holds_it_again(self, program: Program) -> None:
        """The day counts from the last change of the words, wherever it was made."""
        written = self.run(2, INVITATION, draft=FINE[0])
        witness = Witness(program, [written])
        rewritten = changed(written, answers={"draft": FINE[1]})
        witness.sees([rewritten], Clock().now + timedelta(hours=20))
        with pytest.raises(Broken):
            witness.sees([rewritten, self.run(3, INVITATION, sent="yes")], Clock().now + timedelta(hours=25))

    def test_a_new_time_through_has_its_own_message(self, program: Program) -> None:
        """After a fresh start another message can be sent."""
        before = [self.run(0, INVITATION, sent="yes"), self.run(1, "apart-again", next="fresh")]
        self.sends(program, FINE[0], hours=24, before=before)

    @pytest.mark.parametrize(
        ("told", "holds"),
        [
            ([("letting-go", {})], ["letting-go"]),
            ([("letting-go", {}), ("letting-go", {"holds": "no"})], []),
            ([("moved-on", {"is_so": "no"})], []),
            ([("together-again", {})], []),
            ([("together-again", {"keep": "My evenings."})], ["together-again"]),
            ([("together-again", {"keep": "My evenings."}), ("apart-again", {"next": "unsure"})], []),
            ([("no-reply", {}), (INVITATION, {"reply": "nothing"})], ["no-reply"]),
            ([("no-reply", {}), (INVITATION, {"reply": "yes"})], []),
        ],
    )
    def test_which_endings_hold(
        self, program: Program, told: Sequence[tuple[str, dict[str, object]]], holds: list[str]
    ) -> None:
        """An ending holds until it's taken back, they're apart again, or an answer came after all."""
        runs = [self.run(number, step, **answers) for number, (step, answers) in enumerate(told, 1)]
        assert Witness(program, runs).holding() == holds


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_is_promised_in_stage_3_and_at_the_endings_holds(
    number: int, program: Program, starts: list[Start]
) -> None:
    """Whatever is answered, changed, deleted, left, taken back or merged, day after day, every promise holds."""
    tally: Counter[str] = Counter()

    def machine() -> AnythingDone:
        return AnythingDone(program, starts, tally)

    # hypothesis calls what it is given to get a machine, and types it as a class
    run_state_machine_as_test(machine if DEEP else seed(number)(machine), settings=SETTINGS)  # type: ignore[arg-type]
    print(dict(tally))
