"""What stays true once an ending was told: who ended it, what is still open, what can still be decided, and what is asked when."""

from __future__ import annotations

import pytest
from support.lives import LIFE, SAFE
from support.pages_today import menu, page
from support.person import Person

INVITATION, MEETING = "one-invitation", "meet-and-go-slowly"
LETTING_GO = dict(LIFE["letting-go"])
TOGETHER: dict[str, object] = {
    **SAFE,
    "reason-now": "smaller",
    "different-me": "I say it early.",
    "different-them": "They answer.",
    "keeps": ["friends"],
    "breaks": "My sister, then the rule.",
    "keep": "The choir.",
}
DECIDED: dict[str, object] = {"because": "I looked at it."}


@pytest.fixture
def ruled(person: Person) -> Person:
    """Someone who made their rule six weeks ago."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=40)
    return person


@pytest.fixture
def sent(ruled: Person) -> Person:
    """Someone whose invitation was answered with nothing for two weeks."""
    for _ in range(2):
        ruled.puts("decide", choice="invitation", because="I looked at it.")
        ruled.clock.forward(days=8)
    ruled.puts(INVITATION, draft="Coffee?")
    ruled.puts(INVITATION, sent="yes")
    ruled.clock.forward(days=20)
    return ruled


def said(person: Person) -> str:
    """Return all that the pages of the last step said."""
    return "\n".join(str((view.body, view.question, view.note, view.options)) for view in person.views)


def offered(person: Person, step: str, item: str, **answers: object) -> set[str]:
    """Return the options of a question that a step asks."""
    person.answers(step, {name.replace("_", "-"): value for name, value in answers.items()})
    return {option.id for view in person.views if view.item.id == item for option in view.options}


class TestLettingGoOfBeingTogether:
    """Someone who is together again, and then lets go, isn't held to be together."""

    def test_the_first_stages_open_again(self, ruled: Person) -> None:
        """There's a next step, and the last page says so."""
        ruled.answers("together-again", TOGETHER)
        assert "closed, as you're together again" in page(ruled)
        ruled.clock.forward(days=5)
        ruled.answers("letting-go", LETTING_GO)
        assert "Since that has ended, the first two stages are open again." in said(ruled)
        assert "as you're together again" not in page(ruled)
        assert ruled.guide.next is not None

    def test_taking_it_back_says_that_they_are_together(self, ruled: Person) -> None:
        """Then it holds again, and the page doesn't say that anything has opened."""
        ruled.answers("together-again", TOGETHER)
        ruled.clock.forward(days=5)
        ruled.answers("letting-go", LETTING_GO)
        ruled.clock.forward(days=1)
        ruled.answers("letting-go", {"holds": "no"})
        assert "So all three stages stay closed." in said(ruled)
        assert "is open again" not in said(ruled)
        assert "closed, as you're together again" in page(ruled)

    def test_no_one_is_held_to_quiet_while_together(self, ruled: Person) -> None:
        """The day's headline can't be read as a rule that runs."""
        ruled.answers("together-again", TOGETHER)
        assert menu(ruled).startswith("You don't have a rule at the moment.")


class TestContactWhileTogether:
    """Two people who are together again write to each other, and no one calls it a slip."""

    @pytest.mark.parametrize(("kind", "asked"), [("agreed", {"felt": "Easy."}), ("own-in-touch", {})])
    def test_it_isn_t_a_slip(self, ruled: Person, kind: str, asked: dict[str, str]) -> None:
        """Nothing is asked that would make it one, and there's no kind that would be one."""
        ruled.answers("together-again", TOGETHER)
        ruled.clock.forward(days=1)
        options = offered(ruled, "contact", "kind", kind=kind, **asked)
        assert not options & {"i-wrote", "met-my-idea", "logistics"}
        assert "You two are together again, so this isn't a slip" in said(ruled)
        assert [view.item.id for view in ruled.views] == ["kind", "day", "slip", *asked, "closing"]

    def test_after_letting_go_it_is_one_again(self, ruled: Person) -> None:
        """Then they aren't together."""
        ruled.answers("together-again", TOGETHER)
        ruled.clock.forward(days=1)
        ruled.answers("letting-go", LETTING_GO)
        ruled.clock.forward(days=1)
        slip = {"before": "Late.", "hoped": "A word.", "they_answered": "nothing", "change": "The phone sleeps."}
        assert "i-wrote" in offered(ruled, "contact", "kind", kind="i-wrote", **slip)


class TestWhoEndedIt:
    """Letting go says who ended it this time, not the first time."""

    def test_after_their_own_no(self, ruled: Person) -> None:
        """They met, and didn't want it to go on."""
        ruled.puts(MEETING, hope="A calm hour.", leave="At five.")
        ruled.puts(MEETING, met="yes", was="Easy.", goes_on="no")
        ruled.answers("letting-go", LETTING_GO)
        assert "You didn't want it to go on." in said(ruled)
        assert "They ended it." not in said(ruled)
        assert "Only what my rule allows" not in said(ruled)

    def test_after_it_ended_again(self, ruled: Person) -> None:
        """What they told at the start is about the first time."""
        ruled.puts("together-again", keep="The choir.")
        ruled.puts("apart-again", what_ended_it="The old reason.", next="let-go", keep="The choir.")
        ruled.answers("letting-go", LETTING_GO)
        assert "It ended again." in said(ruled)
        assert "They ended it." not in said(ruled)

    def test_the_day_of_the_look_back_is_named(self, ruled: Person) -> None:
        """A month from now."""
        ruled.answers("letting-go", LETTING_GO)
        assert "exback will ask you once, on Monday 11 May, how it's been." in said(ruled)
        ruled.clock.forward(days=30)
        assert "letting-go" in {step.id for step in ruled.guide.due}


class TestOneMessage:
    """After it was sent, no second one can be decided on."""

    def test_decide_offers_no_invitation(self, sent: Person) -> None:
        """What is left is to let go, or to wait."""
        assert offered(sent, "decide", "choice", choice="wait", **DECIDED) == {"let-go", "wait"}

    def test_nothing_waits_for_such_a_decision(self, sent: Person) -> None:
        """The map names no step that would open after it, and neither does a page on which an ending is taken back."""
        sent.puts(INVITATION, reply="nothing")
        sent.puts("decide", choice="wait", because="I looked at it.")
        sent.answers("no-reply", dict(LIFE["no-reply"]))
        sent.clock.forward(days=1)
        sent.answers("no-reply", {"holds": "no"})
        assert "until you decide twice, a week apart" not in said(sent)
        assert "decided twice, a week apart" not in page(sent)

    def test_decide_isn_t_due_after_a_yes(self, sent: Person) -> None:
        """Not even after an ending was taken back."""
        sent.puts(INVITATION, reply="yes")
        sent.answers("accepted", dict(LIFE["accepted"]))
        sent.answers("letting-go", LETTING_GO)
        sent.clock.forward(days=9)
        sent.answers("letting-go", {"holds": "no"})
        assert "decide" not in {step.id for step in sent.guide.due}
        assert MEETING in {step.id for step in sent.guide.due}

    @pytest.mark.parametrize("reply", ["nothing", "yes"])
    def test_the_map_names_no_answer_that_is_no_longer_waited_for(self, sent: Person, reply: str) -> None:
        """After an ending it names neither two weeks of silence, which may have passed, nor a no."""
        sent.puts(INVITATION, reply=reply)
        sent.answers("letting-go", LETTING_GO)
        assert {"no-reply", "declined"} & {each.step.id for each in sent.guide.listed} == set()

    def test_a_late_answer_to_an_apology_is_told_with_the_apology(self, ruled: Person) -> None:
        """The page of the invitation would be closed to them."""
        ruled.puts("apology", 2, in_one_piece="I was wrong.", whole_message="whole", sent="yes")
        ruled.clock.forward(days=20)
        ruled.puts("apology", 2, reply="nothing")
        ruled.answers("no-reply", dict(LIFE["no-reply"]))
        ruled.clock.forward(days=1)
        ruled.answers("no-reply", {"holds": "no"})
        assert "exback step apology" in said(ruled)
        assert "exback step one-invitation" not in said(ruled)

    def test_taking_a_no_back_says_where_to_correct_it(self, sent: Person) -> None:
        """The answer that led to it still says no."""
        sent.puts(INVITATION, reply="no")
        sent.answers("declined", dict(LIFE["declined"]))
        sent.clock.forward(days=1)
        sent.answers("declined", {"holds": "no"})
        assert "exback step one-invitation" in said(sent)


def test_someone_who_was_afraid_isn_t_told_to_stop_watching_out(ruled: Person) -> None:
    """Nor that what they had was worth something."""
    ruled.puts(
        "your-story", who_ended="them", ties=[], **{item.replace("-", "_"): item == "afraid-of-them" for item in SAFE}
    )
    ruled.answers(
        "moved-on",
        {"is-so": "yes", "hurts-most": "That.", "compare": "I listen.", "keep": "The choir.", "close": "Their page."},
    )
    assert "keep doing what keeps you safe" in said(ruled)
    assert "watching them won't" not in said(ruled)
    assert "don't look in the place" not in said(ruled)
    assert "Please don't go looking" not in said(ruled)


def test_someone_afraid_who_is_apart_again_reads_whom_to_call(ruled: Person) -> None:
    """The yes is given on the way, and the last page answers it."""
    ruled.puts("together-again", keep="The choir.")
    apart = {"what-ended-it": "The old reason.", "learnt": "A lot.", "keep": "The choir.", "next": "unsure"}
    ruled.answers("apart-again", {**SAFE, "afraid-of-them": True, **apart})
    assert "exback crisis" in str(ruled.views[-1].body)
    assert "someone who wouldn't pass it on" in str(ruled.views[-1].body)


def test_waiting_says_when_it_is_asked_again(ruled: Person) -> None:
    """The day on which it's due."""
    for _ in range(2):
        ruled.puts("decide", choice="wait", because="I looked at it.")
        ruled.clock.forward(days=8)
    ruled.answers(
        "waiting", {"still": 5, "meanwhile": "The choir.", "enough": "June.", "keep": "Evenings.", "again": True}
    )
    assert "exback will ask again on Monday 25 May." in said(ruled)
    ruled.clock.forward(days=28)
    assert "waiting" in {step.id for step in ruled.guide.due}
