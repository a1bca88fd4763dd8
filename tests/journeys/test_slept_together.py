"""“We slept together”: a slip only if the person says it was their idea, and a way to say that it wasn't wanted."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.lives import LIFE, SAFE
from support.person import Person

from exback.engine.view import Skip
from exback.insights.counts import option_counts
from exback.insights.series import days_of
from exback.model.boundaries import BOUNDARIES

SLEPT: Mapping[str, object] = {"kind": "slept-together", "meant": "comfort", "own-idea": False}
QUIET_LINE = "If you didn't want it, or couldn't say no, it wasn't contact, and it isn't your fault."
HELD = tuple(boundary.id for boundary in BOUNDARIES)


def begins(person: Person, *, held: str = "", **story: object) -> Person:
    """Someone who told their story, with a yes to one safety question, and made a rule ten days ago, with a word in between."""
    person.answers("your-story", {**LIFE["your-story"], **story, **({held: True} if held else {})})
    if not held:
        person.answers("why-space", dict(LIFE["why-space"]))
        person.answers("contact-rule", dict(LIFE["contact-rule"]))
    person.clock.forward(days=5)
    person.puts("write")
    person.clock.forward(days=5)
    return person


def shown(person: Person) -> set[str]:
    """The pages of the last step."""
    return {view.item.id for view in person.views}


def text(person: Person) -> str:
    """Everything that the last step said."""
    return " ".join(str((view.body, view.question, view.note)) for view in person.views)


def breaks(person: Person) -> int:
    """How many days with a slip the rule has."""
    assert person.guide.days is not None
    return person.guide.days.breaks


@pytest.mark.parametrize("own", [False, None])
def test_it_is_no_slip_unless_they_say_so(person: Person, own: bool | None) -> None:
    """Someone who says no, or nothing, about whose idea it was keeps every day."""
    begins(person)
    answers = {item: answer for item, answer in SLEPT.items() if item != "own-idea"}
    person.answers("contact", {**answers, "own-idea": Skip() if own is None else own})
    assert breaks(person) == 0
    assert person.guide.days is not None
    assert person.guide.days.contacts == 1


def test_their_own_idea_is_a_slip_everywhere(person: Person) -> None:
    """It breaks the streak, and counts for the week without a slip and for three slips in two weeks."""
    begins(person)
    person.answers("contact", {**SLEPT, "own-idea": True})
    assert "it counts as a slip. The days you kept before it still count." in text(person)
    days = person.guide.days
    assert days is not None
    assert (days.breaks, days.apart, days.total) == (1, 0, 10)
    wrote = {"kind": "i-wrote", "before": "x", "hoped": "y", "they-answered": "nothing", "change": "z"}
    person.clock.forward(days=1)
    person.answers("contact", dict(wrote))
    assert "rest" not in shown(person)
    person.clock.forward(days=1)
    person.answers("contact", {**wrote, "rest": "no"})
    assert "three times in two weeks" in text(person)


def test_a_check_in_of_that_day_makes_no_slip_of_it(person: Person) -> None:
    """A check-in that mentions contact on the same day is explained by it."""
    begins(person)
    person.answers("contact", dict(SLEPT))
    today = {"happened": ["contact"]}
    person.answers("check-in", {**LIFE["check-in"], **today})
    assert breaks(person) == 0


def test_what_was_not_wanted_is_no_contact_and_asks_nothing_more(person: Person) -> None:
    """Someone who didn't want it isn't asked whose idea it was or what they'll change, and it's counted nowhere."""
    begins(person)
    person.answers("contact", {"kind": "slept-together", "meant": "unwanted"})
    assert not {"own-idea", "before", "hoped", "they-answered", "change"} & shown(person)
    assert "It isn't contact, it isn't a slip, and it isn't your fault" in text(person)
    assert "You can change your answer about fear to a yes at any time" in text(person)
    assert "exback crisis" in text(person)
    days = person.guide.days
    assert days is not None
    assert (days.breaks, days.contacts, days.total) == (0, 0, 10)
    contact, kinds = person.program.tracking.around[0], person.program.tracking.kinds[1]
    assert days_of(person.journey, contact) == frozenset()
    assert option_counts(person.program, person.journey, kinds, person.journey) == []


@pytest.mark.parametrize("held", ["", *HELD])
def test_everyone_reads_the_quiet_line(person: Person, held: str) -> None:
    """Whoever they are, one line says that it may not have been contact, and never what they should change."""
    begins(person, held=held)
    answers: dict[str, object] = dict(SLEPT)
    if held == "afraid-of-them":
        answers.pop("own-idea")
    elif held:
        answers.pop("meant")
    person.answers("contact", answers)
    page = next(view for view in person.views if view.item.id == "slept")
    assert sum(str(block).startswith(QUIET_LINE) for block in page.body) == 1
    assert "exback crisis" in str(page.body)
    assert "change" not in shown(person)
    assert "What one thing will you change" not in text(person)


def test_whoever_has_been_afraid_reads_it_first(person: Person) -> None:
    """For a yes to 3 that line comes first, and whose idea it was isn't asked."""
    begins(person, held="afraid-of-them")
    person.answers("contact", {"kind": "slept-together", "meant": "comfort"})
    page = next(view for view in person.views if view.item.id == "slept")
    assert str(page.body[0]).startswith(QUIET_LINE)
    assert "own-idea" not in shown(person)
    assert "stops here" not in text(person)


@pytest.mark.parametrize("held", ["asked-to-stop", "ordered-away", "afraid-of-me"])
def test_whoever_must_stay_away_is_told_that_it_was_contact(person: Person, held: str) -> None:
    """For a yes to 1, 2 or 4 it was contact, it stops here, and no one asks what it meant."""
    begins(person, held=held)
    person.answers("contact", {"kind": "slept-together", "own-idea": False})
    page = next(view for view in person.views if view.item.id == "slept")
    assert str(page.body[0]).startswith("It was contact, and it stops here.")
    assert "meant" not in shown(person)


class TestTheyAnswered:
    """What came back after the person wrote or asked."""

    WROTE: Mapping[str, object] = {"kind": "i-wrote", "before": "Late.", "hoped": "A word.", "change": "Phone away."}

    def test_a_no_is_an_answer(self, person: Person) -> None:
        """A no is said back as an answer, leads to the ending for it, and asks whether they want no contact at all."""
        begins(person)
        person.answers("contact", {**self.WROTE, "they-answered": "no", "asked-to-stop": False})
        assert "They said no to what you asked." in text(person)
        assert "exback step declined" in text(person)
        answer = person.journey.said("contact", "they-answered")
        assert answer is not None
        assert answer.value == "no"

    def test_a_no_that_asks_for_no_contact_is_a_boundary(self, person: Person) -> None:
        """Someone who was told to stop says so right there, and the way is closed from then on."""
        begins(person)
        person.answers("contact", {**self.WROTE, "they-answered": "no", "asked-to-stop": True})
        assert [boundary.id for boundary in person.guide.boundaries] == ["asked-to-stop"]
        assert "What matters to them is that it stops here." in text(person)
        assert "exback step declined" not in text(person)

    def test_a_meeting_that_was_asked_for_has_one_too(self, person: Person) -> None:
        """After a meeting that was their own idea they're asked what the other one said to it."""
        begins(person)
        person.answers("contact", {**self.WROTE, "kind": "met-my-idea", "they-answered": "yes"})
        assert "What did they say?" in text(person)

    @pytest.mark.parametrize("held", HELD)
    def test_no_one_behind_a_boundary_is_asked(self, person: Person, held: str) -> None:
        """An answer would change nothing for them, so they aren't asked to look for one."""
        begins(person, held=held)
        unasked = {"change"} if held == "afraid-of-them" else set()
        person.answers("contact", {item: answer for item, answer in self.WROTE.items() if item not in unasked})
        assert "they-answered" not in shown(person)


class TestOnlyAboutTheChildren:
    """Someone whose ex said “only about the children” is helped to keep to that."""

    NEVER = ("Don't answer", "write nothing back", "No answer")

    @pytest.fixture
    def parent(self, person: Person) -> Person:
        """A parent with that boundary and no other."""
        return begins(person, held="asked-to-stop", ties=["children"])

    @pytest.mark.parametrize(
        "answers",
        [
            {"kind": "they-wrote", "answered": False, "felt": "Tired."},
            {"kind": "logistics", "about": "Pick-up on Friday."},
            {"kind": "i-wrote", "before": "x", "hoped": "y", "change": "z"},
            {"kind": "met", "felt": "Short."},
            {"kind": "slept-together", "own-idea": False},
        ],
    )
    def test_no_page_says_not_to_answer_about_the_child(self, parent: Person, answers: dict[str, object]) -> None:
        """Whatever the contact was, the children stay something they can write about."""
        parent.answers("contact", answers)
        assert not any(words in text(parent) for words in self.NEVER)
        if answers["kind"] != "met":
            assert "about the children" in text(parent).lower()

    def test_a_message_of_theirs_can_be_answered_in_two_lines(self, parent: Person) -> None:
        """The reply has a place for two lines about the children, and no draft about anything else."""
        parent.answers(
            "they-wrote",
            {
                "wrote-freely": True,
                "wants-contact": False,
                "want": "Calm.",
                "children-lines": "Friday at six, at yours.",
            },
        )
        assert {"draft", "kind", "says"}.isdisjoint(shown(parent))
        assert "answer about the children and nothing else" in text(parent)
        assert not any(words in text(parent) for words in self.NEVER)

    def test_someone_without_children_has_no_such_place(self, person: Person) -> None:
        """Two lines about children are for parents only."""
        begins(person, held="asked-to-stop")
        person.answers("they-wrote", {"wrote-freely": True, "wants-contact": False, "want": "Calm."})
        assert "children-lines" not in shown(person)


def test_four_noes_come_with_the_story() -> None:
    """The lives above begin with four noes, so each boundary in them is the one that is named."""
    assert set(SAFE) == set(HELD)
    assert not any(SAFE.values())
