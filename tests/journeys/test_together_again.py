"""Being together again: an ending that can be told from anywhere, behind no boundary, and after which it may end again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.lives import LIFE, SAFE
from support.pages_today import menu, plain
from support.person import Person

from exback.engine.sentences import next_opening
from exback.errors import NotNow
from exback.model.run import Run, Value
from exback.model.timeline import SAFETY
from exback.screen.pages.status import plain_status

TOGETHER = "together-again"
CONGRATULATES = "all right to be glad"
WORDS: Mapping[str, object] = {
    **SAFE,
    "reason-now": "smaller",
    "different-me": "I say it early.",
    "different-them": "They answer.",
    "keeps": ["friends"],
    "breaks": "My sister, then the rule.",
    "keep": "The choir.",
}


def due(person: Person) -> set[str]:
    """Everything that is offered today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def said(person: Person) -> str:
    """All that the pages of the last step say."""
    return " ".join(str((view.body, view.question, view.note)) for view in person.views)


def apart(following: str) -> dict[str, object]:
    """What someone says when it ended again."""
    return {**SAFE, "what-ended-it": "The old reason.", "learnt": "A lot.", "next": following, "keep": "The choir."}


def put(person: Person, step: str, answers: Mapping[str, Value]) -> None:
    """Put a finished run into the file."""
    now, number = person.clock(), person.journey.next_number
    person.store.put(
        Run(
            id=f"put-{number}",
            step=step,
            started=now,
            start_number=number,
            finished=now,
            finish_number=number + 1,
            answers=dict(answers),
        )
    )


@pytest.fixture
def ruled(person: Person) -> Person:
    """Someone on day 12 of their rule."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=12)
    return person


@pytest.fixture
def together(ruled: Person) -> Person:
    """Someone who told, on day 12 of their rule, that they are together again."""
    ruled.answers(TOGETHER, dict(WORDS))
    return ruled


def test_it_can_be_told_without_having_used_the_program_for_it(ruled: Person) -> None:
    """It is open after the story, asks the four questions first, shows why it ended, and closes with what they keep."""
    assert ruled.state(TOGETHER) == "open"
    assert TOGETHER not in due(ruled)
    run = ruled.answers(TOGETHER, dict(WORDS))
    assert run.finished is not None
    pages = [view.item.id for view in ruled.views]
    assert pages.index("afraid-of-me") < pages.index("together-reading")
    assert str(LIFE["the-whole-story"]["reasons"]) in said(ruled)
    assert "The choir." in str(ruled.views[-1].body)


def test_no_step_speaks_as_if_they_were_apart(together: Person) -> None:
    """No stage offers anything any more, no days are counted, and the check-in stays."""
    guide = together.guide
    assert set(guide.ended.values()) == {"closed, as you're together again"}
    assert len(guide.ended) == 3
    assert guide.days is None
    for days in (0, 1, 7, 30):
        together.clock.forward(days=days)
        assert due(together) <= {"check-in"}
    assert "check-in" in due(together)


@pytest.mark.parametrize("question", sorted(SAFETY))
def test_no_one_behind_a_boundary_is_congratulated(person: Person, question: str) -> None:
    """It's closed to them, and a yes on its own page ends it before a word about being together."""
    person.answers("your-story", dict(LIFE["your-story"]))
    run = person.answers(TOGETHER, {**_up_to(question), question: True})
    assert "reason-now" not in run.answers
    assert CONGRATULATES not in said(person)
    assert person.state(TOGETHER) == "withheld"
    assert not person.guide.ended
    assert person.state("apart-again") in ("withheld", "closed")
    with pytest.raises(NotNow):
        person.does(TOGETHER)


@pytest.mark.parametrize("question", sorted(SAFETY))
def test_a_boundary_that_comes_later_takes_the_words_away(together: Person, question: str) -> None:
    """Someone who is together again and says yes later reads nowhere that the stages are closed for a happy reason."""
    together.clock.forward(days=5)
    together.answers("your-story", {**LIFE["your-story"], question: True})
    assert not together.guide.ended
    assert together.state(TOGETHER) == "withheld"
    assert "not-allowed" in due(together)


def _up_to(question: str) -> dict[str, object]:
    asked = list(SAFE)
    return dict.fromkeys(asked[: asked.index(question)], False)


def test_it_is_offered_after_four_reviews_of_a_meeting_that_goes_on(person: Person) -> None:
    """Not before the reviews are done, and not if it doesn't go on."""
    meeting = "meet-and-go-slowly"
    person.answers("your-story", dict(LIFE["your-story"]))
    put(person, meeting, {"hope": "A calm hour."})
    person.clock.forward(days=2)
    put(person, meeting, {"was": "Easy.", "goes-on": "yes"})
    assert TOGETHER not in due(person)
    for _ in range(4):
        person.clock.forward(days=7)
        assert TOGETHER not in due(person)
        put(person, meeting, {"reason-back": 2, "said-aloud": "Everything."})
    assert TOGETHER in due(person)


def test_accepted_then_together_again_then_apart_again(person: Person) -> None:
    """Each opens the next, everything stays in the file, and the first plan for this case is shown."""
    person.answers("your-story", dict(LIFE["your-story"]))
    put(person, "one-invitation", {"reply": "yes"})
    assert "accepted" in due(person)
    person.answers("accepted", dict(LIFE["accepted"]))
    person.clock.forward(days=40)
    person.answers(TOGETHER, dict(WORDS))
    person.clock.forward(days=40)
    before = len(person.journey.runs)
    person.answers("apart-again", apart("fresh"))
    shown = said(person)
    assert str(LIFE["accepted"]["slow"]) in shown
    assert str(WORDS["breaks"]) in shown
    assert "The choir." in str(person.views[-1].body)
    assert len(person.journey.runs) == before + 1
    assert person.guide.walks == 2
    assert person.guide.next is not None
    assert person.guide.next.id == "your-story"
    assert not person.guide.ended


def test_apart_again_opens_only_after_they_were_together(ruled: Person) -> None:
    """Someone who never got back together isn't asked about it."""
    assert ruled.state("apart-again") == "closed"
    ruled.answers(TOGETHER, dict(WORDS))
    assert ruled.state("apart-again") == "open"
    assert "apart-again" not in due(ruled)


def test_apart_again_without_starting_again_opens_the_stages(together: Person) -> None:
    """Someone who doesn't know yet what comes next finds the stages where they left them, and no day of the old rule."""
    together.clock.forward(days=20)
    together.answers("apart-again", apart("unsure"))
    assert not together.guide.ended
    assert together.guide.walks == 1
    assert together.guide.days is None
    assert together.guide.next is not None
    page = "\n".join(plain_status(together.program, together.guide, together.journey.today))
    assert page.startswith("You don't have a rule at the moment.")


def test_cycles_are_counted(together: Person) -> None:
    """The second time it ends again, the page says that they told of it before, also after a fresh start."""
    together.answers("apart-again", apart("fresh"))
    assert "ended again. All of that is saved" not in said(together)
    together.answers("your-story", dict(LIFE["your-story"]))
    together.clock.forward(days=60)
    together.answers(TOGETHER, dict(WORDS))
    together.clock.forward(days=60)
    together.answers("apart-again", apart("unsure"))
    assert "You've told exback once before that it ended again." in said(together)


def test_a_new_rule_after_it_counts_its_own_days(together: Person) -> None:
    """The days together are no days of a rule."""
    together.clock.forward(days=30)
    together.answers("apart-again", apart("unsure"))
    together.answers("contact-rule", {item: value for item, value in LIFE["contact-rule"].items() if item != "since"})
    together.clock.forward(days=3)
    assert together.guide.days is not None
    assert together.guide.days.day == 3


@pytest.mark.parametrize("state", ["gone", "smaller", "same", "unknown"])
def test_the_last_page_says_what_they_said_about_the_reason(ruled: Person, state: str) -> None:
    """The mirror never praises a change that they don't see."""
    ruled.answers(TOGETHER, {**WORDS, "reason-now": state})
    assert ("real change" in str(ruled.views[-1].body)) is (state == "gone")


def test_after_the_check_in_the_next_day_is_named(ruled: Person) -> None:
    """While they're together and nothing is due, the status and the menu say when something is asked again."""
    ruled.answers(TOGETHER, dict(WORDS))
    for _ in range(40):
        ruled.puts("check-in", mood=7, longing=1, sleep=7)
        assert not due(ruled)
        soon = next_opening(ruled.guide, ruled.journey.today)
        assert soon is not None
        assert soon.step.id == "check-in"
        ruled.clock.forward(days=1)
        assert due(ruled) == {"check-in"}
    ruled.puts("check-in", mood=7, longing=1, sleep=7)
    assert "Soon: Check-in, Friday 24 April" in plain(ruled)
    assert "Nothing is due today." in menu(ruled)
    assert "Friday 24 April" in menu(ruled)
