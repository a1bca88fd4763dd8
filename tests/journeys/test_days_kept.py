"""Days kept stay kept: under a new rule, after a slip, together again and after a fresh start, wherever they're shown."""

from __future__ import annotations

import pytest
from support.in_memory import InMemory
from support.lives import LIFE, SAFE
from support.pages_today import everywhere, in_json, insights, menu, page, plain, short
from support.person import Person

from exback.model.program import Program
from exback.model.run import Run, changed, finished
from exback.model.streak import streak_of

SLIP: dict[str, object] = {
    "kind": "i-wrote",
    "before": "Late, alone.",
    "hoped": "A word.",
    "they-answered": "nothing",
    "change": "The phone sleeps in the kitchen.",
}
APART: dict[str, object] = {**SAFE, "what-ended-it": "The old reason.", "learnt": "A lot.", "keep": "The choir."}
TOGETHER: dict[str, object] = {
    **SAFE,
    "reason-now": "smaller",
    "different-me": "I say it early.",
    "different-them": "They answer.",
    "keeps": ["friends"],
    "breaks": "My sister, then the rule.",
    "keep": "The choir.",
}


def days_pass(person: Person, days: int) -> None:
    """Let days pass, with a check-in on every third, so that they're known to be kept."""
    for day in range(1, days + 1):
        person.clock.forward(days=1)
        if day % 3 == 0:
            person.puts("check-in", mood=5, longing=5, sleep=5, happened=[])


@pytest.fixture
def kept(person: Person) -> Person:
    """Someone who has kept a rule of 30 days for 66."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    days_pass(person, 66)
    return person


def test_a_new_rule_takes_no_day_away(kept: Person) -> None:
    """66 in a row under the first are 66 in a row on the first day of the second, and 67 a day later."""
    assert "It's been 66 days since your rule started, with no contact written down." in page(kept)
    kept.answers("contact-rule", dict(LIFE["contact-rule again"]))
    assert "You've kept 66 days in a row." in page(kept)
    assert "Your longest stretch is 66 days, and it's still going." in insights(kept)
    kept.clock.forward(days=1)
    assert "Day 1 of 30." in page(kept)
    assert "You've kept 67 days in a row." in page(kept)
    assert short(kept) == "1/30"


def test_a_slip_under_the_new_rule_leaves_the_longest_stretch(kept: Person) -> None:
    """Not 57 and not 24: what was kept in a row up to the slip, over both rules."""
    kept.answers("contact-rule", dict(LIFE["contact-rule again"]))
    days_pass(kept, 24)
    kept.answers("contact", dict(SLIP))
    assert "You'd kept your rule for 90 days before it. That still counts." in str(kept.views[-1].body)
    kept.clock.forward(days=1)
    assert "A new stretch starts today. Your longest stretch is 90 days." in page(kept)
    assert "Your longest stretch is 90 days." in "\n".join(plain(kept))
    assert (in_json(kept)["days"]["longest"], in_json(kept)["longest_stretch"]) == (90, 90)
    for wrong in ("longest stretch is 57", "longest stretch is 24", "under earlier rules"):
        assert wrong not in everywhere(kept)


@pytest.mark.parametrize(
    ("asked_to_stop", "counted"),
    [(False, "Your longest stretch is 66 days."), (True, "You wrote down contact on one day.")],
)
def test_a_slip_counts_without_a_word_about_it(kept: Person, asked_to_stop: bool, counted: str) -> None:
    """How the day had been and what to change may be skipped: a page that can't be passed is one on which people leave."""
    if asked_to_stop:
        kept.puts("your-story", asked_to_stop=True)
    kept.answers("contact", {"kind": "i-wrote", **({} if asked_to_stop else {"they-answered": "nothing"})})
    assert "You'll change this:" not in str(kept.views[-1].body)
    kept.clock.forward(days=1)
    assert counted in "\n".join(plain(kept))


def test_days_together_count_neither_way(kept: Person) -> None:
    """The longest stretch is still shown while no rule runs, and the next one begins at nought beside it."""
    kept.answers("together-again", dict(TOGETHER))
    days_pass(kept, 40)
    assert "You don't have a rule at the moment. Your longest stretch was 66 days." in page(kept)
    kept.answers("apart-again", {**APART, "next": "unsure"})
    kept.answers("contact-rule", dict(LIFE["contact-rule again"]))
    days_pass(kept, 12)
    assert "You have 18 days to go. Your longest stretch is 66 days." in page(kept)
    assert in_json(kept)["days"]["longest"] == 66


def test_a_fresh_start_keeps_the_longest_stretch(kept: Person) -> None:
    """Before there is a new rule, and under it."""
    kept.answers("together-again", dict(TOGETHER))
    kept.clock.forward(days=30)
    kept.answers("apart-again", {**APART, "next": "fresh"})
    assert "You haven't made a new rule yet. Your longest stretch was 66 days." in page(kept)
    assert "Your longest stretch was 66 days." in menu(kept)
    assert (in_json(kept)["days"], in_json(kept)["longest_stretch"]) == (None, 66)
    for step in ("your-story", "why-space"):
        kept.answers(step, dict(LIFE[step]))
    kept.answers("contact-rule", dict(LIFE["contact-rule again"]))
    days_pass(kept, 5)
    assert "You have 25 days to go. Your longest stretch is 66 days." in page(kept)


@pytest.mark.parametrize("boundary", ["asked-to-stop", "ordered-away", "afraid-of-me"])
def test_where_quiet_is_owed_no_longest_stretch_is_held_up(kept: Person, boundary: str) -> None:
    """Also while no rule is running."""
    kept.answers("together-again", dict(TOGETHER))
    kept.answers("your-story", {**LIFE["your-story"], boundary: True})
    assert "You don't have a rule at the moment." in page(kept)
    assert "ongest" not in everywhere(kept)
    assert "agreed to be in touch" not in everywhere(kept)


def test_finishing_what_was_begun_takes_no_day_away(program: Program) -> None:
    """Someone who began a step on the fourth day without a check-in was here that day, also once it's finished on the sixth."""
    someone = InMemory(program)
    someone.puts("your-story")
    someone.puts("contact-rule", length="60")
    for someone.day in range(1, 31):
        someone.puts("check-in", mood=5, contact="no")
    someone.day = 34
    begun = Run(id="begun", step="what-opened-up", started=someone.now, start_number=99)
    someone.runs.append(begun)
    someone.day = 36
    before = streak_of(program.streak, someone.journey)
    someone.runs[-1] = changed(finished(begun, someone.now, 100), answers={"what": "A lot."})
    after = streak_of(program.streak, someone.journey)
    assert before is not None
    assert after is not None
    assert (before.longest, after.longest, after.unknown) == (36, 36, 0)


class TestWithoutADayKept:
    """What `contact` says where no day was kept: nothing of days, and without a rule nothing of a slip either."""

    def said(self, person: Person, **answers: object) -> str:
        """Everything that the pages said."""
        person.answers("contact", {item.replace("_", "-"): answer for item, answer in (answers or SLIP).items()})
        return str([(view.body, view.question, view.note) for view in person.views])

    def test_without_a_rule(self, person: Person) -> None:
        """As the very first thing, and after the story."""
        for step in ("", "your-story"):
            if step:
                person.answers(step, dict(LIFE[step]))
            said = self.said(person)
            assert "nothing is lost." in said
            assert ("still count" in said, "slip" in said, "rule" in said) == (False, False, False)
            person.clock.forward(days=1)

    def test_a_night_without_a_rule(self, person: Person) -> None:
        """Whosever idea it was."""
        said = self.said(person, kind="slept-together", meant="hope", own_idea=True)
        assert "No one here will judge you. You don't have to work out now what it means." in said
        assert ("still count" in said, "slip" in said, "rule" in said) == (False, False, False)

    def test_a_third_message_without_a_rule(self, person: Person) -> None:
        """The pause that's offered pauses no rule."""
        for _ in range(2):
            self.said(person)
        assert "You can pause the steps. This isn't the time for another message." in self.said(
            person, **SLIP, rest="no"
        )

    def test_on_the_day_of_the_rule(self, person: Person) -> None:
        """It's a slip, and there's no day before it yet; on the day after it was the first day's, there's one."""
        for step in ("your-story", "why-space", "contact-rule"):
            person.answers(step, dict(LIFE[step]))
        assert "still count" not in self.said(person)
        person.clock.forward(days=1)
        assert "still count" not in self.said(person)
        person.clock.forward(days=1)
        assert "still count" not in self.said(person, **SLIP, rest="no")
        person.clock.forward(days=2)
        assert "nothing is lost. The days you kept before it still count." in self.said(person, **SLIP, rest="no")

    def test_a_night_on_the_day_of_the_rule(self, person: Person) -> None:
        """It counts as a slip, and nothing is said of days."""
        for step in ("your-story", "why-space", "contact-rule"):
            person.answers(step, dict(LIFE[step]))
        said = self.said(person, kind="slept-together", meant="hope", own_idea=True)
        assert "it isn't a slip unless you say that it was your idea" in said
        assert "You said it was your idea, so it counts as a slip.'" in said.replace('"', "'")
        assert "still count" not in said

    def test_days_before_an_earlier_slip_still_count(self, kept: Person) -> None:
        """Also on the day after one, though none were kept since."""
        self.said(kept)
        kept.clock.forward(days=1)
        said = self.said(kept)
        assert "The days you kept before it still count." in said
        assert "You'd kept your rule" not in said
