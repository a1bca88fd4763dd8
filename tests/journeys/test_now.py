"""`exback now`: what someone reaches who says that something is bad right now."""

from __future__ import annotations

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.view import View
from exback.model.boundaries import AFRAID_OF_ME, AFRAID_OF_THEM, ASKED_TO_STOP, BOUNDARIES, Boundary
from exback.model.timeline import SAFETY

NOES = dict.fromkeys(SAFETY, False)


def text_of(person: Person) -> str:
    """Every word on the pages that were just shown."""
    return "\n".join(str((view.body, view.question, view.note)) for view in person.views)


def pages(views: list[View]) -> list[str]:
    """The ids of the pages."""
    return [view.item.id for view in views]


def test_an_urge_goes_straight_to_the_step_for_it(person: Person) -> None:
    """Nothing comes between saying "I want to write to them" and the first question about the urge."""
    screen = Scripted({"what": "urge", **LIFE["urge"]})
    Wizard(person.program, person.store, screen, person.clock, person.new_id).open("now")
    assert pages(screen.views)[:2] == ["what", "before"]
    now, urge = person.store.load().runs
    assert (now.step, now.answers, now.finished is not None) == ("now", {"what": "urge"}, True)
    assert (urge.step, urge.answers["before"]) == ("urge", LIFE["urge"]["before"])


@pytest.mark.parametrize("what", ["afraid", "told-to-stop"])
def test_the_four_questions_come_at_once(person: Person, what: str) -> None:
    """Before anything is known of someone, two pages lead to the four questions, and the first of them names Ctrl-Q."""
    person.does("now", what=what, **{item.replace("-", "_"): False for item in SAFETY})
    assert pages(person.views)[:3] == ["what", "first-words", "before-questions"]
    assert pages(person.views)[3:7] == [boundary.id for boundary in BOUNDARIES]
    assert "Ctrl-Q" in str(person.views[1].body)
    assert person.journey.has_answered_safety
    assert person.guide.boundaries == ()
    assert "nothing-closed" in pages(person.views)


@pytest.mark.parametrize(
    ("what", "boundary"), [("afraid", AFRAID_OF_THEM), ("told-to-stop", ASKED_TO_STOP), ("told-to-stop", AFRAID_OF_ME)]
)
def test_a_yes_closes_the_way_and_says_why(person: Person, what: str, boundary: Boundary) -> None:
    """A yes counts as it does anywhere, before any story was told; the page gives the reason and the help."""
    answers = {**NOES, boundary.id: True}
    person.answers("now", {"what": what, **answers})
    assert person.guide.boundaries == (boundary,)
    assert boundary.reason in text_of(person)
    assert f"you'll find “{person.program.step('not-allowed').title}” in the menu" in text_of(person)
    assert "nothing-closed" not in pages(person.views)
    assert person.state("not-allowed") == "open"


@pytest.mark.parametrize(("what", "boundary"), [("afraid", AFRAID_OF_THEM.id), ("told-to-stop", ASKED_TO_STOP.id)])
def test_what_was_answered_before_is_not_asked_again(person: Person, what: str, boundary: str) -> None:
    """Someone whose yes is in the file goes straight to the help."""
    person.answers("your-story", {**LIFE["your-story"], **NOES, boundary: True})
    person.does("now", what=what)
    assert pages(person.views)[:4] == ["what", "first-words", "safety", "safety-help"]


@pytest.mark.parametrize("beside", sorted(SAFETY))
def test_someone_who_was_afraid_reads_no_reproach(person: Person, beside: str) -> None:
    """Whoever was afraid is spoken to as that, also when they say that the other one asked them to stop."""
    held = {**NOES, AFRAID_OF_THEM.id: True, beside: True}
    person.answers("your-story", {**LIFE["your-story"], **held})
    person.answers("now", {"what": "told-to-stop"} if beside == ASKED_TO_STOP.id else {"what": "told-to-stop", **held})
    assert "can frighten them" not in text_of(person)
    assert "Save what they send" in text_of(person)


def test_a_no_to_having_been_asked_can_be_corrected(person: Person) -> None:
    """Someone who says that they were told to stop, and then no to all four, reads that this is a yes."""
    person.answers("now", {"what": "told-to-stop", **NOES})
    assert "that's a yes to the question about contact" in text_of(person)


class TestMenus:
    """The page of the day and the list of everything that is open."""

    def shown(self, person: Person, *chosen: str, **answers: object) -> list[View]:
        """The pages of a start: what was chosen on the page of the day, until it is left."""
        screen = Scripted({**answers, "today": (*chosen, "leave")})
        Wizard(person.program, person.store, screen, person.clock, person.new_id).run()
        return screen.views

    def options(self, view: View) -> list[str]:
        """The ids that a menu offers."""
        return [option.id for option in view.options]

    def test_one_key_leads_to_what_is_bad_right_now(self, person: Person) -> None:
        """The page of the day offers it under a key of its own."""
        person.answers("your-story", dict(LIFE["your-story"]))
        (today,) = self.shown(person)
        assert {option.id: option.key for option in today.options if option.key} == {"urge": "u", "now": "n"}

    @pytest.mark.parametrize("what", ["afraid", "told-to-stop"])
    def test_the_list_leads_straight_to_the_questions(self, person: Person, what: str) -> None:
        """Fear and having been asked to stop are entries of their own, and what they say is taken as given."""
        person.answers("your-story", dict(LIFE["your-story"]))
        views = self.shown(person, "map", map=f"now {what}", **NOES)
        assert pages(views)[:4] == ["today", "map", "first-words", "before-questions"]
        assert person.store.load().runs[-1].answers["what"] == what

    def test_after_a_step_the_way_out_comes_first(self, person: Person) -> None:
        """One new step a day is suggested: then the page says that it's enough, and offers the way out first."""
        person.answers("your-story", dict(LIFE["your-story"]))
        (before,) = self.shown(person)
        assert self.options(before)[:2] == ["check-in", "why-space"]
        person.answers("why-space", dict(LIFE["why-space"]))
        (after,) = self.shown(person)
        assert self.options(after)[:3] == ["leave", "check-in", "contact-rule"]
        assert "That's enough for today. You can go on if you like." in after.body
        person.clock.forward(days=1)
        (next_day,) = self.shown(person)
        assert self.options(next_day)[0] != "leave"

    def test_when_nothing_is_due_the_way_out_comes_first(self, person: Person) -> None:
        """The pointer never begins on the urge to write."""
        for step in ("your-story", "why-space"):
            person.answers(step, dict(LIFE[step]))
        person.does("pause", until="in two weeks", reason_kind="ill", reason="Tea.")
        person.clock.forward(days=1)
        (today,) = self.shown(person)
        assert self.options(today)[:2] == ["leave", "urge"]


CHILDREN = "You can still write about the children: what, when, where."


@pytest.mark.parametrize(
    ("ties", "yeses", "is_said"),
    [
        (["children"], {ASKED_TO_STOP.id}, True),
        ([], {ASKED_TO_STOP.id}, False),
        (["home"], {ASKED_TO_STOP.id}, False),
        *((["children"], {ASKED_TO_STOP.id, other}, False) for other in sorted(SAFETY - {ASKED_TO_STOP.id})),
    ],
)
def test_a_parent_may_write_about_the_children_unless_more_is_said(
    person: Person, ties: list[str], yeses: set[str], is_said: bool
) -> None:
    """A yes to the first question keeps messages about the children, on its own page and later, and no other yes does."""
    answers = {item: item in yeses for item in SAFETY}
    person.answers("your-story", {**LIFE["your-story"], **answers, "ties": ties})
    assert (CHILDREN in text_of(person)) == is_said
    person.views.clear()
    person.does("now", what="told-to-stop")
    assert (CHILDREN in text_of(person)) == is_said
