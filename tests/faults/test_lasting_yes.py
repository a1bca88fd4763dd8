"""A finished yes to a safety question holds, whatever is done to the file, until its own rule lifts it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from exback.commands import status_short
from exback.model.boundaries import BOUNDARIES, WANTS_CONTACT, WROTE_FREELY, standing
from exback.model.program import Program
from exback.model.run import Run, burnt, changed
from exback.store import Progress, Store
from exback.store.concurrent_saves import Versions, rebased
from exback.store.decode import decode
from exback.store.merge import merged
from exback.store.progress import encode

DEEP = bool(os.environ.get("EXBACK_DEEP"))
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
STOP, ORDER, OF_THEM, OF_ME = QUESTIONS = tuple(boundary.id for boundary in BOUNDARIES)
NOES = dict.fromkeys(QUESTIONS, False)
THEIR_WORD = {WROTE_FREELY: True, WANTS_CONTACT: True}
LATER = "2026-09-01T10:00:00+00:00"
EARLIER = "2025-09-01T10:00:00+00:00"
EACH = pytest.mark.parametrize("question", QUESTIONS)

Raw = dict[str, Any]


def at(day: float) -> datetime:
    """Return a moment some days after Monday 2 March 2026."""
    return MONDAY + timedelta(days=day)


def walked(run_id: str, step: str, day: float, number: int, **answers: Any) -> Run:
    """Return a finished run that was started on a day, as the record has it."""
    given = {item.replace("_", "-"): value for item, value in answers.items()}
    end = at(day + 0.01)
    return Run(
        id=run_id,
        step=step,
        started=at(day),
        start_number=number,
        finished=end,
        finish_number=number + 1,
        answers=given,
    )


def life(question: str) -> list[Run]:
    """Return runs around a yes that lift nothing: a free word and noes before it, and two noes three days apart after."""
    story = walked("story", "your-story", 20, 7)
    return [
        changed(walked("wrote", "they-wrote", 0, 1), answers=dict(THEIR_WORD)),
        changed(walked("no-1", "not-allowed", 1, 3), answers=dict(NOES)),
        changed(walked("no-2", "not-allowed", 12, 5), answers=dict(NOES)),
        changed(story, answers={**NOES, question: True, "name": "J."}),
        changed(walked("no-3", "not-allowed", 30, 9), answers=dict(NOES)),
        changed(walked("no-4", "not-allowed", 33, 11), answers=dict(NOES)),
        walked("urge", "urge", 40, 13, strength=7),
    ]


def of_yes(runs: list[Run]) -> Run:
    """Return the run with the yes."""
    return next(run for run in runs if run.id == "story")


def held(program: Program, runs: list[Run]) -> set[str]:
    """Return the boundaries that hold."""
    return {boundary.id for boundary in standing(program.journey(runs, at(400)))}


def read(data: Raw) -> list[Run]:
    """Return the runs of a file that was edited by hand."""
    return list(decode(json.dumps(data).encode(), "progress.json").runs)


def raw(runs: list[Run]) -> Raw:
    """Return a file as its JSON."""
    return dict(json.loads(encode(Progress(runs=runs))))


def run_in(file: Raw, run_id: str) -> Raw:
    """Return one run of such a file."""
    return next(run for run in file["runs"] if run["id"] == run_id)


SAYING = {run.id for run in life(OF_ME)} - {"urge"}
"""The runs in which a no counts for nothing, or stands already."""

# What can be done to one run in an editor


def burns(run: Raw, number: int) -> None:
    """Mark answers about safety as deleted for good, long after they were given."""
    run["burnt"] = {**run.get("burnt", {}), **dict.fromkeys(QUESTIONS, (EARLIER, LATER)[number % 2])}


def drafts(run: Raw, number: int) -> None:
    """Put drafts in place of the answers."""
    run["drafts"] = dict.fromkeys(QUESTIONS, ("yes", ["x"])[number % 2])


def forges_an_unknown_field(run: Raw, number: int) -> None:
    """Add fields beside the answers that this version doesn't know."""
    run.update(dict.fromkeys(QUESTIONS, number % 2 == 0))


def hides_a_no(run: Raw, number: int) -> None:
    """Put noes on a closed branch, or among the answers to removed questions."""
    if run["id"] not in SAYING:
        return
    place = ("hidden", "orphans")[number % 2]
    run[place] = {**NOES, **run.get(place, {})}


def adds_history(run: Raw, number: int) -> None:
    """Write a history in which the answers were noes."""
    entry = {"item": QUESTIONS[number % 4], "value": False, "until": (EARLIER, LATER)[number % 2], "number": number % 3}
    run.setdefault("history", []).append(entry)


def moves_the_answers(run: Raw, number: int) -> None:
    """Move the answers somewhere else in the run, where nothing blocks them."""
    place = ("hidden", "orphans")[number % 2]
    there, given = run.get(place, {}), run.get("answers", {})
    run[place] = {**given, **there}
    run["answers"] = {item: value for item, value in given.items() if item in there}


def renames_the_step(run: Raw, number: int) -> None:
    """Change the step's name, to a known or unknown one."""
    run["step"] = ("urge", "a-step-of-old", "they-wrote")[number % 3]


def turns_the_page(run: Raw, number: int) -> None:
    """Change where the person is."""
    run.update(cursor=("review", "name", "")[number % 3], reviewed=number % 2 == 0, unseen=["name"], step_version=9)


def starts_then(run: Raw, number: int) -> None:
    """Change when it began."""
    run["started"] = (EARLIER, LATER)[number % 2]


def ends_then(run: Raw, number: int) -> None:
    """Change when it ended, or whether it did."""
    run["finished"] = (EARLIER, LATER, None)[number % 3]


def renumbers(run: Raw, number: int) -> None:
    """Change one of the run's numbers in the record."""
    run[("start_number", "finish_number")[number % 2]] = (0, 1, 6, 999)[number // 2 % 4]


def answers_no(run: Raw, number: int) -> None:
    """Answer with no, or not at all."""
    if run["id"] not in SAYING:
        return
    if number % 3:
        run["answers"] = {**run.get("answers", {}), **NOES}
    else:
        run.pop("answers", None)


def forgets(run: Raw, number: int) -> None:
    """Remove everything that was put aside."""
    run.pop(("history", "hidden", "orphans")[number % 3], None)


Edit = Callable[[Raw, int], None]
HARMLESS: tuple[Edit, ...] = (
    *(burns, drafts, forges_an_unknown_field, hides_a_no, adds_history, renames_the_step, turns_the_page),
)
"""Edits that take out no yes and put no run elsewhere in the record."""
OF_THE_YES: tuple[Edit, ...] = (*HARMLESS, moves_the_answers, ends_then, renumbers)
ANY: tuple[Edit, ...] = (*OF_THE_YES, starts_then, answers_no, forgets)


# The cases one by one


@pytest.mark.fault(74)
@EACH
@pytest.mark.parametrize("edit", OF_THE_YES, ids=lambda edit: edit.__name__)
def test_no_field_of_a_run_removes_a_yes(program: Program, question: str, edit: Edit) -> None:
    """Whatever else its run holds, a yes in the file holds."""
    for number in range(8):
        file = raw(life(question))
        edit(run_in(file, "story"), number)
        assert question in held(program, read(file)), number


@pytest.mark.fault(74)
@EACH
@pytest.mark.parametrize("edit", ANY, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("run_id", ["story", "wrote", "no-2", "no-4"])
def test_no_other_copy_of_a_run_removes_a_yes(program: Program, question: str, edit: Edit, run_id: str) -> None:
    """A copy of the run that differs in any field, merged or added to the file, lifts nothing."""
    for number in range(4):
        ours, file = life(question), raw(life(question))
        edit(run_in(file, run_id), number)
        theirs = read(file)
        for a, b in ((ours, theirs), (theirs, ours)):
            both = merged(Progress(runs=a), Progress(runs=b)).runs
            assert question in held(program, both), number
            assert question in held(program, merged(Progress(runs=both), Progress(runs=a)).runs), number
        twice = {**raw(ours), "runs": [*raw(ours)["runs"], run_in(file, run_id)]}
        assert question in held(program, read(twice)), number
        assert status_short._ever_said_yes(twice["runs"]), number  # its own reading of the file


@pytest.mark.fault(74)
@EACH
def test_a_file_with_a_run_twice_is_read_as_one_even_if_it_looks_untouched(program: Program, question: str) -> None:
    """A file with the checksum of exback's own save is still checked for a run that is in it twice."""
    ours = life(question)
    no = changed(of_yes(ours), answers=dict(NOES))
    runs = decode(encode(Progress(runs=[*ours, no])), "progress.json").runs
    assert len({run.id for run in runs}) == len(runs)
    assert question in held(program, list(runs))


@pytest.mark.fault(74)
@EACH
def test_an_answer_about_safety_cannot_be_deleted(program: Program, question: str, tmp_path: Path) -> None:
    """Neither a step, nor the journal, nor a saved run can delete it from the file or an older copy."""
    runs = life(question)
    assert burnt(of_yes(runs), {question, "name"}, at(50)).answers == {**NOES, question: True, "name": None}
    assert changed(of_yes(runs), burnt={question: at(50), "name": at(50)}).burnt == {"name": at(50)}
    store = Store(tmp_path, clock=lambda: at(50))
    for run in runs:
        store.put(run)
    store.forget("story", {question, "name"})
    store.put(of_yes(list(store.load().runs)), forget=QUESTIONS)
    assert question in held(program, list(store.load().runs))
    assert of_yes(list(store.load().runs)).burnt.keys() == {"name"}
    for copy in store.backups():
        story = [run for run in store.read(copy.path).runs if run.id == "story"]
        assert all(run.answers[question] is True for run in story)


@pytest.mark.fault(74)
@EACH
def test_a_window_in_which_the_run_is_open_takes_back_no_finished_yes(program: Program, question: str) -> None:
    """With a run open in two windows, whichever finishes it with a yes, the other can't change that to no."""
    done = of_yes(life(question))
    begun = changed(done, finished=None, finish_number=0)
    no = changed(begun, answers={**begun.answers, question: False})
    for meeting in (Versions(begun, no, begun, done), Versions(begun, done, begun, no)):
        saved = rebased(meeting, 20)
        assert saved.finished is not None
        assert question in held(program, [saved])


@pytest.mark.fault(74)
def test_a_yes_that_was_not_finished_can_still_be_taken_back(program: Program) -> None:
    """A wrong key in a run open in two windows leaves no trace once it is corrected."""
    begun = changed(of_yes(life(OF_ME)), finished=None, finish_number=0)
    no = changed(begun, answers={**begun.answers, OF_ME: False})
    assert held(program, [rebased(Versions(begun, no, begun, begun), 20)]) == set()


@pytest.mark.fault(74)
@EACH
def test_two_answers_to_a_question_that_is_gone_are_both_kept(program: Program, question: str) -> None:
    """A step without safety questions orphans such answers, and a no among them hides no yes."""
    for place in ("answers", "hidden"):
        urge = changed(walked("u", "urge", 0, 1), orphans={question: False}, **{place: {question: True}})
        assert question in held(program, [program.adopted(urge)])


@pytest.mark.fault(74)
def test_copies_that_disagree_lift_nothing(program: Program) -> None:
    """A copy of a run that started later or says something else is neither a free word nor a second no."""
    ours = [*life(STOP), changed(walked("wrote-2", "they-wrote", 50, 15), answers={**THEIR_WORD, WROTE_FREELY: False})]
    yes = changed(ours[-1], answers=dict(THEIR_WORD), finished=at(51))
    assert held(program, merged(Progress(runs=ours), Progress(runs=[yes])).runs) == {STOP}
    assert held(program, [*ours, changed(yes, id="wrote-3", start_number=17, finish_number=18)]) == set()


@pytest.mark.fault(74)
def test_its_own_rule_still_lifts_a_boundary_after_a_merge(program: Program) -> None:
    """A free word from one computer, and noes a week apart from two, count in the merged file."""
    word = changed(walked("wrote-2", "they-wrote", 50, 15), answers=dict(THEIR_WORD))
    assert held(program, merged(Progress(runs=life(STOP)), Progress(runs=[*life(STOP), word])).runs) == set()
    no = changed(walked("no-5", "not-allowed", 50, 15), answers=dict(NOES))
    assert held(program, merged(Progress(runs=life(ORDER)), Progress(runs=[no])).runs) == set()


# Anything, in any order


NUMBER = st.integers(0, 23)


class AnythingDoneToAFile(RuleBasedStateMachine):
    """A finished yes, and everything that can happen to its file: edits, other people's files, two windows."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.home = Path(tempfile.mkdtemp(prefix="exback-"))

    @initialize(question=st.sampled_from(QUESTIONS))
    def begins(self, question: str) -> None:
        """Start with a yes finished some time ago, and copies of the file from before and after it."""
        self.said = {question}
        runs = life(question)
        self.store = Store(self.home / "mine", clock=lambda: at(60))
        for run in runs:
            self.store.put(run)
        self.copies = [raw([*runs[:3], *runs[4:]]), raw(runs)]
        self.new = 0

    def teardown(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.home)

    def mine(self) -> Raw:
        """Return my file as its JSON."""
        return dict(json.loads(self.store.path.read_bytes()))

    def written(self, file: Raw) -> None:
        """Write a file in place of mine, as an editor does."""
        self.store.path.write_bytes(json.dumps(file).encode())

    @rule(edit=st.sampled_from(HARMLESS), which=NUMBER, number=NUMBER)
    def edits_any_run(self, edit: Edit, which: int, number: int) -> None:
        """Change a field of any run with an editor."""
        file = self.mine()
        edit(file["runs"][which % len(file["runs"])], number)
        self.written(file)

    @rule(edit=st.sampled_from(OF_THE_YES), number=NUMBER)
    def edits_the_run_of_the_yes(self, edit: Edit, number: int) -> None:
        """Change any field of the run with the yes, except the yes itself."""
        file = self.mine()
        edit(run_in(file, "story"), number)
        self.written(file)

    @rule(edits=st.lists(st.sampled_from(ANY), min_size=1, max_size=3), which=NUMBER, number=NUMBER)
    def puts_a_run_in_twice(self, edits: list[Edit], which: int, number: int) -> None:
        """Copy a run within the file, and change the copy in any way."""
        file = self.mine()
        again = json.loads(json.dumps(file["runs"][which % len(file["runs"])]))
        for edit in edits:
            edit(again, number)
        file["runs"].insert(number % (len(file["runs"]) + 1), again)
        self.written(file)

    @rule(which=NUMBER)
    def keeps_a_copy(self, which: int) -> None:
        """Give a copy of the file to another person or computer."""
        self.copies[which % 2] = self.mine()

    @rule(edits=st.lists(st.sampled_from(ANY), max_size=4), which=NUMBER, number=NUMBER, theirs=st.booleans())
    def merges(self, edits: list[Edit], which: int, number: int, theirs: bool) -> None:
        """Change a copy in any way, and merge it into mine, or mine into it."""
        file = json.loads(json.dumps(self.copies[number % 2]))
        for edit in edits:
            edit(file["runs"][which % len(file["runs"])], number)
        other = Store(self.home / "other", clock=lambda: at(60))
        other.home.mkdir(exist_ok=True)
        other.path.write_bytes(json.dumps(file).encode())
        if theirs:
            other.merge(self.store.path)
            self.store.path.write_bytes(other.path.read_bytes())
        else:
            self.store.merge(other.path)
        other.path.unlink()

    @rule(which=NUMBER, name=st.sampled_from([*QUESTIONS, "name", "strength"]))
    def deletes_an_answer(self, which: int, name: str) -> None:
        """Delete an answer for good, as the journal does it."""
        runs = self.store.load().runs
        self.store.forget(runs[which % len(runs)].id, {name})

    @rule(number=NUMBER)
    def saves_in_another_window(self, number: int) -> None:
        """Save the run of the yes with a no in another window, before or after it is finished."""
        window = Store(self.store.home, clock=lambda: at(60))
        story = next(run for run in window.load().runs if run.id == "story")
        open_still = changed(story, finished=None, finish_number=0, answers={**story.answers, **NOES})
        if story.was_finished:  # only a window in which it was open could say so
            knew = changed(story, finished=None, finish_number=0)
            saved = rebased(Versions(knew, open_still, knew, story), 100)
            window.change(lambda kept: Progress(runs=[saved if run.id == "story" else run for run in kept.runs]))

    @rule()
    def resets_and_restores(self) -> None:
        """Start over, and restore the file."""
        self.store.put_aside()
        self.store.restore()

    @rule(question=st.sampled_from(QUESTIONS))
    def says_yes_once_more(self, question: str) -> None:
        """Another run is finished with a yes."""
        self.new += 1
        number = 1 + max(run.finish_number for run in self.store.load().runs)
        self.store.put(changed(walked(f"new-{self.new}", "their-side", 60, number), answers={question: True}))
        self.said.add(question)

    @invariant()
    def each_yes_holds(self) -> None:
        """Every boundary that was named holds, in the program and in its line for the shell's prompt."""
        fresh = Store(self.store.home)
        assert self.said <= held(self.program, list(fresh.load().runs))
        assert status_short._ever_said_yes(self.mine()["runs"])


@pytest.mark.fault(74)
@pytest.mark.usefixtures("no_waiting_for_the_disk")
def test_nothing_done_to_a_file_removes_a_finished_yes(program: Program) -> None:
    """Each yes holds after edits, deletions, copies and merges in any order."""
    run_state_machine_as_test(
        lambda: AnythingDoneToAFile(program),  # type: ignore[arg-type]  # hypothesis types it as a class
        settings=settings(
            max_examples=400 if DEEP else 12,
            stateful_step_count=30 if DEEP else 15,
            database=None,
            phases=(Phase.generate, Phase.shrink) if DEEP else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Save without fsync: other tests try the disk."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)
