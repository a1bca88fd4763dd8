"""The page of the day and "Something else": what they offer, in which order, and the way back to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest
from support import demo
from support.lives import LIFE, SAFE
from support.pages_today import page
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.session import Session
from exback.engine.status import State, StepStatus, status_of
from exback.engine.view import Back, View
from exback.model.boundaries import BOUNDARIES
from exback.model.dates import in_minutes
from exback.model.timeline import SAFETY

RULED = ("your-story", "the-whole-story", "why-space", "contact-rule")
BOUND = [frozenset[str](), *(frozenset({boundary.id}) for boundary in BOUNDARIES), frozenset(SAFETY)]
IDS = [" and ".join(sorted(held)) or "none" for held in BOUND]


def told(person: Person, held: frozenset[str] = frozenset()) -> Person:
    """Someone who told their story, with a yes to these questions about safety."""
    person.answers("your-story", {**LIFE["your-story"], **{item: item in held for item in SAFETY}})
    return person


def shown(person: Person, answers: Mapping[str, object]) -> list[View]:
    """The pages of a start."""
    screen = Scripted(answers)
    Wizard(person.program, person.store, screen, person.clock, person.new_id).run()
    return screen.views


def today(person: Person) -> View:
    """The page of the day."""
    return shown(person, {"today": "leave"})[0]


def something_else(person: Person) -> View:
    """The page with everything that's open."""
    return shown(person, {"today": ("map", "leave"), "map": "back"})[1]


def steps_of(person: Person, view: View) -> list[StepStatus]:
    """The steps that a page offers, in order."""
    known = {each.step.id: each for each in person.guide.steps}
    ids = (option.id.partition(" ")[0] for option in view.options)
    return [known[step_id] for step_id in ids if step_id in known]


def test_the_menu_names_the_minutes_of_the_page_that_opens(person: Person) -> None:
    """Over ten weeks: a step that is done once more may begin further on, and what was begun goes on where it was left."""
    program, wrong, seen = person.program, [], set()
    wizard = Wizard(program, person.store, Scripted({}), person.clock)
    for days in range(0, 70, 3):
        now = demo.NOW - timedelta(days=days)
        journey = program.journey([run for run in demo.runs() if (run.finished or now) < now], now)
        status = status_of(program, journey)
        for option in (*wizard._next_steps(status, journey), *wizard._map(status, journey).options):
            if "minute" in option.hint and " " not in option.id:
                step, unfinished = program.step(option.id), journey.unfinished(option.id)
                session = Session.resume(program, step, journey, unfinished) if unfinished else None
                minutes = (session or Session.begin(program, step, journey, "r")).view().minutes
                wrong += [(now, option)] if option.hint != in_minutes(minutes or 0) else []
                seen.add(option.id)
    assert not wrong
    assert {"two-questions", "live-forward", "check-in"} <= seen


def test_a_step_that_comes_back_is_not_announced_with_the_minutes_of_the_first_time(person: Person) -> None:
    """The two questions: 6 minutes once, and from the second week on without the reading at their beginning."""
    told(person).puts("contact-rule", length="30")
    person.clock.forward(days=8)
    person.puts("two-questions", want=7, without=5)
    person.clock.forward(days=7)
    person.puts("coming-back", contact="no", then="not-now")
    hints = {option.id: option.hint for option in today(person).options}
    assert hints["two-questions"] == "4 minutes"
    assert "Two questions, about" not in page(person)


class TestSomethingElse:
    """Everything that can be opened."""

    @pytest.mark.parametrize("held", BOUND, ids=IDS)
    def test_everything_that_can_be_opened_is_there_and_nothing_else(
        self, person: Person, held: frozenset[str]
    ) -> None:
        """Whatever boundary holds, and after some time too: each entry opens, and letting go is among them."""
        told(person, held)
        for days in (0, 1, 30):
            person.clock.forward(days=days)
            if days == 30:
                person.answers("coming-back", {"contact": "no", "then": "not-now"})
            offered = steps_of(person, something_else(person))
            assert {each.step.id for each in offered} == {each.step.id for each in person.guide.listed if each.can_open}
            assert "letting-go" in {each.step.id for each in offered}
            wizard = Wizard(person.program, person.store, Scripted({}), person.clock, person.new_id)
            for each in offered:
                wizard._session(each.step.id)  # raises what a person would be refused with

    @pytest.mark.parametrize("held", BOUND[1:], ids=IDS[1:])
    def test_nothing_that_a_boundary_withholds_is_named(self, person: Person, held: frozenset[str]) -> None:
        """Neither as an entry nor in the words of another one."""
        told(person, held)
        withheld = [each.step for each in person.guide.steps if each.state == State.WITHHELD]
        assert withheld
        words = str((something_else(person), today(person)))
        assert [step.title for step in withheld if step.title in words or f"'{step.id}" in words] == []

    @pytest.mark.parametrize("held", BOUND, ids=IDS)
    def test_what_is_open_comes_first(self, person: Person, held: frozenset[str]) -> None:
        """Then what's done, first what can be done again; and within these the order of the program."""
        told(person, held)
        person.answers("why-space", dict(LIFE["why-space"]))
        person.answers("letting-go", {**LIFE["letting-go"], **({"contact-from-here": "none"} if not held else {})})
        offered = [each for each in steps_of(person, something_else(person)) if each.step.id != person.program.trouble]
        is_done = [each.state == State.DONE for each in offered]
        assert is_done == sorted(is_done)
        done = [each.step.id for each in offered if each.state == State.DONE]
        assert set(done) == {"your-story", "why-space", "letting-go"}
        order = [each.step.id for each in person.guide.steps]
        still_open = [each.step.id for each in offered if each.state != State.DONE]
        assert still_open == sorted(still_open, key=order.index)

    def test_what_is_wrong_stays_with_what_is_open(self, person: Person) -> None:
        """Someone who was afraid once doesn't have to look for it below."""
        told(person)
        person.answers("now", {"what": "afraid", **SAFE})
        hints = [option.hint for option in something_else(person).options]
        ids = [option.id for option in something_else(person).options]
        assert ids.index("now afraid") < hints.index("done")

    def test_what_is_wrong_is_taken_as_given_where_it_was_begun_before(self, person: Person) -> None:
        """What was left half-way stays as it was left, and doesn't stand in the way."""
        told(person)
        shown(person, {"today": ("map", "leave"), "map": ("now afraid", "back"), "first-words": Back(), "what": Back()})
        assert [run.answers for run in person.store.load().runs if run.step == "now"] == [{"what": "afraid"}]
        shown(person, {"today": ("map", "leave"), "map": "now told-to-stop", **SAFE})
        assert [run.answers["what"] for run in person.store.load().runs if run.step == "now"] == [
            "afraid",
            "told-to-stop",
        ]


class TestWayOut:
    """Where the pointer is when a page comes up: on its first option."""

    @pytest.mark.parametrize("held", BOUND, ids=IDS)
    def test_it_is_never_on_the_urge(self, person: Person, held: frozenset[str]) -> None:
        """Whatever is due: on a step where there's one to do today, else on the way out."""
        told(person, held)
        for step in RULED[1:]:
            assert today(person).options[0].id != person.program.moment
            assert something_else(person).options[0].id != person.program.moment
            if step == "contact-rule" and held:
                break
            person.answers(step, dict(LIFE[step]))
        assert today(person).value is None

    @pytest.mark.parametrize("until", ["2026-03-10", "2026-04-30"])
    def test_while_the_plan_is_paused_nothing_is_due(self, person: Person, until: str) -> None:
        """Then the way out comes first."""
        told(person)
        person.does("pause", until=until, reason_kind="busy", reason="Exams")
        assert today(person).options[0].label == "That's all for now"

    def test_when_everything_for_today_is_done_it_is_on_the_way_out(self, person: Person) -> None:
        """Also after the check-in, when something could still be done."""
        told(person)
        person.answers("check-in", dict(LIFE["check-in"]))
        for step in RULED[1:]:
            person.answers(step, dict(LIFE[step]))
        assert today(person).options[0].label == "That's all for now"


class TestBack:
    """Back from the first page of a step."""

    @pytest.mark.parametrize("held", BOUND, ids=IDS)
    def test_each_step_leads_back_to_the_list(self, person: Person, held: frozenset[str]) -> None:
        """Every step that was never begun, one after the other, and none of them is begun by it."""
        told(person, held)
        before = person.store.path.read_bytes()
        for each in steps_of(person, something_else(person)):
            if each.has_run or each.step.id == person.program.trouble:
                continue
            first = Session.begin(person.program, each.step, person.journey, "look").run.cursor
            views = shown(person, {"today": ("map", "leave"), "map": (each.step.id, "back"), first: Back()})
            assert [view.item.id for view in views] == ["today", "map", first, "map", "today"]
            assert views[2].can_back
        assert person.store.path.read_bytes() == before

    def test_from_something_else_it_leads_to_the_day(self, person: Person) -> None:
        """By the key as well as by the option."""
        views = shown(told(person), {"today": ("map", "leave"), "map": Back()})
        assert [view.item.id for view in views] == ["today", "map", "today"]

    def test_a_step_that_another_one_opened_leads_back_to_the_menu(self, person: Person) -> None:
        """“I want to write to them” in “Something's wrong” opens the urge, and Back from there is the page of the day."""
        views = shown(told(person), {"today": ("now", "leave"), "what": "urge", "before": Back()})
        assert [view.item.id for view in views] == ["today", "what", "before", "today"]
