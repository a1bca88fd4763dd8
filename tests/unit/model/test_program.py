"""The table of contents, and runs as today's steps know them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from msgspec import structs

from exback.engine.session import Session
from exback.engine.view import Answer, GoTo
from exback.errors import UnknownStep
from exback.model.gates import Gate, answered, runs
from exback.model.items import Choice, Item, Option, Text
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.run import Run, changed
from exback.store.decode import decode
from exback.store.progress import Progress, encode

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))


def step_of(
    step_id: str,
    *items: Item,
    complete: tuple[Gate, ...] = (),
    complete_before: tuple[tuple[int, tuple[Gate, ...]], ...] = (),
    former: tuple[str, ...] = (),
) -> Step:
    """A step with these items."""
    return Step(
        id=step_id,
        title=step_id.title(),
        minutes=5,
        purpose="",
        items=items,
        mirror="",
        small_thing="",
        complete=complete,
        complete_before=complete_before,
        former=former,
    )


def program_of(*steps: Step) -> Program:
    """A program with these steps in its first stage, and one more in each of the others."""
    return Program(
        title="Toys",
        welcome=tuple,
        stages=(
            Stage(id="one", title="One", purpose="", steps=steps),
            Stage(id="two", title="Two", purpose="", steps=(step_of("second"),)),
        ),
        companion=Stage(id="companion", title="Always open", purpose="", steps=(step_of("daily"),)),
        endings=Stage(id="endings", title="Endings", purpose="", steps=(step_of("end"),)),
        first=steps[0].id,
        daily="daily",
        moment="daily",
        streak=StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=()),
    )


def run_of(step: str, *, day: int = 0, **answers: str | None) -> Run:
    """A finished run with answers by item id (underscores for hyphens), some days from now."""
    at = NOW + timedelta(days=day)
    told = {item.replace("_", "-"): value for item, value in answers.items()}
    return Run(id=f"{step}-{day}", step=step, started=at, finished=at, answers=dict(told))


TOY = program_of(step_of("first", Text("name", "Name?")))


class TestContents:
    """Finding steps and stages."""

    def test_stages_come_in_order_then_companion_then_endings(self) -> None:
        """The walk comes first, then what is always open, then the ways it can end."""
        assert [stage.id for stage in TOY.all_stages] == ["one", "two", "companion", "endings"]

    def test_every_step_is_listed_once_in_that_order(self) -> None:
        """All steps of all stages are the program's steps."""
        assert [step.id for step in TOY.steps()] == ["first", "second", "daily", "end"]

    def test_a_step_is_found_by_its_id(self) -> None:
        """Wherever it stands, its id is enough."""
        assert [TOY.step(step_id).id for step_id in ("first", "daily", "end")] == ["first", "daily", "end"]

    def test_an_unknown_id_is_said_with_what_to_do(self) -> None:
        """A mistyped id gives a sentence and the way to the list, not a stack of code."""
        with pytest.raises(UnknownStep, match="“frist”") as caught:
            TOY.step("frist")
        assert "exback step" in caught.value.hint

    def test_a_step_knows_its_stage(self) -> None:
        """Each step stands in exactly one stage."""
        assert [TOY.stage_of(step).id for step in TOY.steps()] == ["one", "two", "companion", "endings"]


class TestTheProgram:
    """exback's own."""

    def test_the_steps_it_names_exist(self, program: Program) -> None:
        """What it begins with, asks daily and opens in the moment of an urge are steps of it."""
        known = {step.id for step in program.steps()}
        named = {program.first, program.daily, program.moment, program.streak.step, program.streak.broken_in}
        assert named | {step for step, _ in program.pauses} <= known

    def test_no_two_steps_share_an_id(self, program: Program) -> None:
        """Answers are kept under a step's id, so it must be its own, old names included."""
        ids = [step_id for step in program.steps() for step_id in (step.id, *step.former)]
        assert len(ids) == len(set(ids))

    def test_no_two_items_of_a_step_share_an_id(self, program: Program) -> None:
        """Answers are kept under an item's id, so within a step it must be its own, old names included."""
        for step in program.steps():
            ids = [item_id for item in step.items for item_id in (item.id, *item.former)]
            assert len(ids) == len(set(ids)), step.id

    def test_a_run_of_today_is_adopted_as_it_is(self, program: Program) -> None:
        """Without renamed or removed ids, adopting changes nothing."""
        run = run_of("check-in", line="A grey day.")
        assert program.adopted(run) is run


class TestCompletion:
    """When a step counts as done."""

    def journey(self, complete: tuple[Gate, ...], *happened: Run) -> Journey:
        """A journey through one step that is complete when its gates hold."""
        choice = Choice("choice", "?", options=(Option("go", "Go"), Option("stay", "Stay")))
        return program_of(step_of("first", choice, complete=complete)).journey(happened, NOW + timedelta(days=9))

    def test_without_conditions_one_finished_run_is_enough(self) -> None:
        """A step is done once it was walked to its end, and not before."""
        assert self.journey((), run_of("first")).is_done("first")
        assert not self.journey((), changed(run_of("first"), finished=None)).is_done("first")

    def test_conditions_have_to_hold_at_the_end_of_a_run(self) -> None:
        """A step that takes two runs is not done after the first."""
        twice = (runs("first", 2),)
        assert not self.journey(twice, run_of("first")).is_done("first")
        assert self.journey(twice, run_of("first"), run_of("first", day=1)).is_done("first")

    def test_what_was_done_stays_done(self) -> None:
        """A later run with another answer does not undo it."""
        go = (answered("first", "choice", "go"),)
        done_once = run_of("first", choice="go")
        assert self.journey(go, done_once, run_of("first", day=1, choice="stay")).is_done("first")

    @pytest.mark.parametrize(("version", "is_done"), [(1, True), (2, False), (3, False)])
    def test_a_run_is_judged_by_the_gates_of_its_version(self, version: int, is_done: bool) -> None:
        """What a run completed in an earlier version of its step stays done, and a new run meets the new gates."""
        twice, once = runs("first", 2), runs("first", 1)
        step = step_of("first", Text("name", "?"), complete=(twice,), complete_before=((2, (once,)),))
        run = changed(run_of("first"), step_version=version)
        assert program_of(step).journey([run], NOW).is_done("first") is is_done

    @pytest.mark.parametrize(("version", "is_done"), [(1, True), (2, False), (3, True)])
    def test_of_several_earlier_versions_the_gates_of_its_own_count(self, version: int, is_done: bool) -> None:
        """With gates for two earlier versions, each run is judged by those that its own version had."""
        never = (runs("first", 9),)
        step = step_of("first", Text("name", "?"), complete_before=((2, ()), (3, never)))
        run = changed(run_of("first"), step_version=version)
        assert program_of(step).journey([run], NOW).is_done("first") is is_done

    def test_a_run_that_was_begun_in_an_earlier_version_goes_on_in_this_one(self) -> None:
        """It is finished with the questions of today, so the gates of today judge it."""
        step = structs.replace(step_of("first", Text("name", "?"), complete_before=((2, ()),)), version=2)
        program = program_of(structs.replace(step, complete=(runs("first", 2),)))
        begun = changed(run_of("first"), finished=None, cursor="name")
        session = Session.resume(program, program.step("first"), program.journey([begun], NOW), begun)
        for event in (Answer("J."), Answer(), Answer()):
            session = session.apply(event, NOW)
        assert session.run.finished is not None
        assert session.run.step_version == 2
        assert not program.journey([session.run], NOW).is_done("first")

    def test_a_run_of_an_earlier_version_that_is_changed_is_still_judged_by_it(self) -> None:
        """Opening an old run and changing an answer keeps its version, and what it completed stays done."""
        step = step_of("first", Text("name", "?"), complete=(runs("first", 2),), complete_before=((2, ()),))
        program = program_of(structs.replace(step, version=2))
        journey = program.journey([run_of("first", name="J.")], NOW)
        session = Session.edit(program, program.step("first"), journey, journey.runs[0])
        for event in (GoTo("name"), Answer("Jo")):
            session = session.apply(event, NOW)
        assert session.run.answers["name"] == "Jo"
        assert session.run.step_version == 1
        assert journey.with_run(session.run).is_done("first")


class TestMoved:
    """Questions that one step asked, and another asks today."""

    MOVED = program_of(
        step_of("first", Text("name", "?")),
        step_of(
            "later",
            Text("wish", "?", moved_from="first"),
            Text("more", "?", moved_from="first", when=lambda here: bool(here["wish"])),
            Text("new", "?"),
        ),
    )

    def told(self, *happened: Run) -> Journey:
        """What happened in a program whose second step has two questions of the first."""
        return self.MOVED.journey(happened, NOW + timedelta(days=9))

    def test_old_answers_count_where_the_question_is_asked_today(self) -> None:
        """They stay in their run, and are found with its day; a later answer comes after them."""
        old = run_of("first", name="J.", wish="Sleep")
        answers = self.told(old, run_of("later", day=1, wish="Peace")).all_said("later", "wish")
        assert [(answer.value, answer.run.step) for answer in answers] == [("Sleep", "first"), ("Peace", "later")]
        assert self.MOVED.adopted(old) == old

    def test_other_answers_of_the_old_step_do_not(self) -> None:
        """Only a question that was moved is looked for there."""
        assert self.told(run_of("first", name="J.", new="No.")).said("later", "new") is None

    def test_a_run_with_all_that_everyone_was_asked_is_one_of_both_steps(self) -> None:
        """What only some were asked may be missing; what everyone was asked may be skipped or deleted, not left out."""
        assert self.told(run_of("first", name="J.", wish=None)).is_done("later")
        assert self.told(changed(run_of("first", name="J."), burnt={"wish": NOW})).is_done("later")
        assert not self.told(run_of("first", name="J.")).is_done("later")
        assert not self.told(changed(run_of("first", wish="Sleep"), finished=None)).is_done("later")

    def test_what_is_known_is_carried_until_the_step_is_done(self) -> None:
        """An answer from before needn't be given again, unless someone does the step once more."""
        half = run_of("first", name="J.", more="Much")
        assert self.told(half).carried("later") == {"more": "Much"}
        assert self.told(half, run_of("later", day=1, wish="Sleep")).carried("later") == {}
        assert self.told(half).carried("first") == {}

    def test_what_everyone_was_asked_was_never_on_a_branch(self) -> None:
        """Put aside by another version, it is an answer again; what only some were asked stays hidden."""
        new = self.MOVED.adopted(changed(run_of("first"), hidden={"wish": "Sleep", "more": "Much"}))
        assert (new.answers, new.hidden) == ({"wish": "Sleep"}, {"more": "Much"})


class TestAdopting:
    """Runs that were written with other steps."""

    RENAMED = program_of(
        step_of("first", Text("name", "?", former=("nick", "initial")), Text("wish", "?"), former=("start",))
    )

    def test_a_renamed_step_keeps_its_runs(self) -> None:
        """A run of a step that was renamed is a run of the step that it is now."""
        assert self.RENAMED.adopted(run_of("start", name="J.")).step == "first"

    def test_renamed_items_keep_their_answers(self) -> None:
        """Answers, hidden answers, what was typed and the place all follow the new id."""
        run = changed(run_of("first", nick="J.", wish="Sleep"), drafts={"nick": "Jo"}, cursor="initial")
        new = self.RENAMED.adopted(run)
        assert (new.answers, new.drafts, new.cursor) == ({"name": "J.", "wish": "Sleep"}, {"name": "Jo"}, "name")
        assert self.RENAMED.adopted(changed(run_of("first"), hidden={"initial": "K."})).hidden == {"name": "K."}
        assert self.RENAMED.adopted(changed(run_of("first"), drafts={"nick": "Jo"})).drafts == {"name": "Jo"}
        assert self.RENAMED.adopted(changed(run_of("first"), cursor="initial")).cursor == "name"

    def test_answers_nobody_asks_for_any_more_are_put_by(self) -> None:
        """The answer to an item that is gone is no result, and is never deleted."""
        run = changed(run_of("first", name="J.", gone="Something"), hidden={"gone-too": "Else"})
        new = self.RENAMED.adopted(run)
        assert (new.answers, new.hidden) == ({"name": "J."}, {})
        assert new.orphans == {"gone": "Something", "gone-too": "Else"}

    def test_what_was_put_by_returns_with_its_item(self) -> None:
        """When an item comes back, under its old or a new name, its answer does."""
        run = changed(run_of("first"), orphans={"nick": "J.", "gone": "Something"})
        new = self.RENAMED.adopted(run)
        assert (new.answers, new.orphans) == ({"name": "J."}, {"gone": "Something"})

    def test_what_can_be_no_answer_stays_put_by(self) -> None:
        """A value that no question can hold would keep the run from being saved, so it waits where it is."""
        run = changed(run_of("first"), orphans={"name": 3.5, "wish": {"a": 1}})
        new = self.RENAMED.adopted(run)
        assert (new.answers, new.orphans) == ({}, {"name": 3.5, "wish": {"a": 1}})
        assert decode(encode(Progress(runs=[new])), "progress.json").runs == [new]

    def test_an_answer_that_stands_and_an_old_one_are_both_kept(self) -> None:
        """Of an orphan that would return and an answer that stands, the answer counts, and the orphan stays put by."""
        new = self.RENAMED.adopted(changed(run_of("first", name="New"), orphans={"nick": "Old"}))
        assert (new.answers, new.orphans) == ({"name": "New"}, {"nick": "Old"})
        hidden = self.RENAMED.adopted(changed(run_of("first"), hidden={"name": "New"}, orphans={"nick": "Old"}))
        assert (hidden.answers, hidden.hidden, hidden.orphans) == ({}, {"name": "New"}, {"nick": "Old"})

    def test_a_hidden_answer_beside_one_that_counts_is_kept_in_the_history(self) -> None:
        """A hand-edited file may say both yes and no; neither is dropped, for a boundary may hang on it."""
        new = self.RENAMED.adopted(changed(run_of("first", name="New"), hidden={"name": "Old"}))
        assert (new.answers, new.hidden) == ({"name": "New"}, {})
        assert [(one.item, one.value) for one in new.history] == [("name", "Old")]
        assert self.RENAMED.adopted(new) == new

    def test_a_finished_run_stays_finished(self) -> None:
        """A step that changed does not take back what was done."""
        assert TOY.journey([self.RENAMED.adopted(run_of("start", gone="x"))], NOW).is_done("first")

    def test_a_run_of_an_unknown_step_is_kept_as_it_is(self) -> None:
        """A step that is gone, or of another program, loses nothing and disturbs nothing."""
        run = run_of("of-another-program", name="J.")
        assert self.RENAMED.adopted(run) is run
        assert not self.RENAMED.journey([run], NOW).is_done("first")

    def test_adopting_twice_is_adopting_once(self) -> None:
        """What was adopted, saved and loaded is adopted as it is."""
        run = changed(run_of("start", nick="J.", gone="x"), hidden={"gone-too": "y"}, orphans={"initial": "z"})
        once = self.RENAMED.adopted(run)
        loaded = decode(encode(Progress(runs=[once])), "progress.json").runs[0]
        assert self.RENAMED.adopted(loaded) == once

    def test_the_journey_sees_the_new_names(self) -> None:
        """Whoever asks for an answer by its new id gets what was said under the old one."""
        said = self.RENAMED.journey([run_of("start", initial="J.")], NOW).said("first", "name")
        assert said is not None
        assert said.value == "J."
