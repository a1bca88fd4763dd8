"""The plan for the worst hours: made once, read and changed whenever it's opened again, offered after hard weeks."""

from __future__ import annotations

import pytest
from support.lives import LIFE, SAFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.presenter import CHANGE, ENOUGH, READ_BACK
from exback.engine.view import GoTo, View
from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.prose import Quote

PLAN = {
    "signs": "I stop answering people.",
    "alone": "Tea.\nThe long playlist.",
    "around": "The library.",
    "ask": "Ana, 0151 123",
    "professionals": "Dr. Weiss, 030 222",
    "safer": "My brother keeps it.",
}
HEAVY = {f"{pair}-{number}": "3" for pair in ("phq", "gad") for number in (1, 2)}
LIGHT = dict.fromkeys(HEAVY, "0")


def opened(person: Person, **answers: object) -> list[View]:
    """The pages of `exback plan`."""
    screen = Scripted(answers)
    Wizard(person.program, person.store, screen, person.clock, person.new_id).open("safety-plan")
    return screen.views


def quotes(view: View) -> list[str]:
    """What a page quotes."""
    return [block.words for block in view.body if isinstance(block, Quote)]


def is_offered(person: Person) -> bool:
    """Whether the page of the day names it."""
    return "safety-plan" in [step.id for step in person.guide.due]


def test_it_needs_nothing_told_before_and_reads_the_whole_plan_back(person: Person) -> None:
    """Every part in full, in the order in which it's used."""
    run = person.answers("safety-plan", dict(PLAN))
    assert run.finished is not None
    assert quotes(person.views[-1]) == list(PLAN.values())


def test_opened_again_it_is_there_to_read(person: Person) -> None:
    """The whole plan, on the first page, with nothing to press before; reading it changes nothing."""
    person.answers("safety-plan", dict(PLAN))
    (run,) = person.store.load().runs
    person.clock.forward(days=40)
    (page,) = opened(person, **{READ_BACK: ENOUGH})
    assert page.begins_at_top  # it may be longer than the window, and the question below it is not what they came for
    assert quotes(page) == list(PLAN.values())
    assert [option.label for option in page.options] == ["That's all for now", "Change an answer"]
    assert person.store.load().runs == [run]


def test_a_plan_with_grave_words_is_read_with_help_in_front(person: Person) -> None:
    """It's for hours like that, so the numbers are never further away than the plan."""
    person.answers("safety-plan", {"signs": "I want to die."})
    (page,) = opened(person, **{READ_BACK: ENOUGH})
    assert "exback crisis" in str(page.concern)


def test_opened_again_it_is_the_same_plan_to_change(person: Person) -> None:
    """No second one is begun: the page with every answer comes up, and each can be changed."""
    person.answers("safety-plan", dict(PLAN))
    person.clock.forward(days=40)
    _, first, *_ = views = opened(person, **{READ_BACK: CHANGE}, review=(GoTo("ask"), True), ask="Tom, 0151 999")
    assert [option.id for option in first.options] == list(PLAN)
    assert first.options[0].hint == PLAN["signs"]
    assert quotes(views[-1]) == [*list(PLAN.values())[:3], "Tom, 0151 999", *list(PLAN.values())[4:]]
    (run,) = person.store.load().runs
    assert run.answers == {**PLAN, "ask": "Tom, 0151 999"}


def test_what_is_left_empty_is_left_out(person: Person) -> None:
    """A part without words isn't read back."""
    person.answers("safety-plan", {"alone": "Tea."})
    assert quotes(person.views[-1]) == ["Tea."]


def test_an_empty_plan_says_that_it_is_empty(person: Person) -> None:
    """Nothing in it has to be filled in."""
    person.answers("safety-plan", {})
    assert "Your plan is empty so far." in person.views[-1].body


@pytest.mark.parametrize(
    ("weekly", "offered"),
    [(HEAVY, True), ({**LIGHT, "phq-1": "3"}, True), ({"phq-1": "3", "phq-2": "3"}, True), (LIGHT, False)],
)
def test_it_is_offered_for_a_week_after_a_high_pair(person: Person, weekly: dict[str, str], offered: bool) -> None:
    """From 3 of 6 on, for mood or worry; it's never what comes next, and a low pair offers nothing."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE})
    assert not is_offered(person)
    person.puts("check-in", 1, mood=4, longing=6, sleep=3, **weekly)
    assert is_offered(person) is offered
    assert person.guide.next is not None
    assert person.guide.next.id != "safety-plan"
    person.clock.forward(days=6)
    assert is_offered(person) is offered
    person.clock.forward(days=1)
    assert not is_offered(person)


def test_it_is_not_offered_once_it_was_made(person: Person) -> None:
    """It's there whenever it's wanted."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE})
    person.answers("safety-plan", dict(PLAN))
    person.puts("check-in", 1, mood=4, longing=6, sleep=3, **HEAVY)
    assert not is_offered(person)


def test_it_says_who_could_read_it_and_that_it_is_better_made_with_someone(person: Person) -> None:
    """Before the first word is written, with what to do if it's that bad now in front of all."""
    person.answers("safety-plan", dict(PLAN))
    (about,) = (view for view in person.views if view.item.id == "about")
    text = str(about.body)
    assert text.index("exback crisis") < text.index("This is a plan")
    assert "better to make it with someone" in text
    assert "Anyone who uses your login can read it" in text
    assert "safe-place" not in [view.item.id for view in person.views]


def test_someone_who_was_afraid_reads_where_to_keep_it(person: Person) -> None:
    """Names and places in it could lead to them, and one key closes it."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE, AFRAID_OF_THEM.id: True})
    person.answers("safety-plan", dict(PLAN))
    (page,) = (view for view in person.views if view.item.id == "safe-place")
    assert "leave out names and places" in str(page.body)
    assert "Ctrl-Q" in str(page.body)
