"""Coming back after five days or more: a greeting, one question, and days that no one answered for aren't called kept."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from support.lives import LIFE
from support.pages_today import in_json, insights, page, plain
from support.person import Clock, Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.session import Session
from exback.engine.view import Leave, View
from exback.model.dates import count, in_words, spelt

BACK = "coming-back"
BEGAN = date(2026, 3, 2)
SLIP: dict[str, object] = {
    "kind": "i-wrote",
    "before": "Late, alone.",
    "hoped": "A word.",
    "they-answered": "nothing",
    "change": "The phone sleeps in the kitchen.",
}
TOLD = {"asked_to_stop": False, "ordered_away": False, "afraid_of_them": False, "afraid_of_me": False}


@pytest.fixture
def away(person: Person) -> Person:
    """Someone who made a rule and comes back 16 days later."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts("contact-rule", kind="full", length="30")
    person.clock.forward(days=16)
    return person


def starts(person: Person, **answers: object) -> list[View]:
    """Start exback, answer what comes up, and leave at the page of the day. Return the pages."""
    screen = Scripted({**answers, "today": "leave"})
    Wizard(person.program, person.store, screen, person.clock, person.new_id).run()
    return screen.views


def leaves(person: Person) -> None:
    """Start exback, answer its question about the time away, and leave before the end of its page."""
    screen = Scripted({"contact": "no", "then": Leave()})
    Wizard(person.program, person.store, screen, person.clock, person.new_id).run()


def test_whoever_comes_back_is_greeted_first(away: Person) -> None:
    """With how long it was and one question, before the page of the day, and only once."""
    views = starts(away, contact="no", then="not-now")
    assert views[0].question == (
        "Good to see you. You were last here on Monday 2 March. Have you had contact with them since then?"
    )
    assert [option.label for option in views[0].options] == [
        "No",
        "Yes, and I'll say what it was",
        "I'd rather not say",
    ]
    assert [view.item.id for view in starts(away)] == ["today"]
    away.clock.forward(days=1)
    assert [view.item.id for view in starts(away)] == ["today"]


@pytest.mark.parametrize(("days", "is_greeted"), [(4, False), (5, True)])
def test_five_days_are_away(person: Person, days: int, is_greeted: bool) -> None:
    """And four aren't."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.clock.forward(days=days)
    assert (BACK in [step.id for step in person.guide.due]) == is_greeted


class Away(Person):
    """Someone who made a rule of 60 days, and was away from then on."""

    def says(self, answer: str) -> None:
        """Tell something of the days away: an answer to the question, a check-in for today or for two days ago, or nothing."""
        if answer in ("today", "earlier"):
            told = {"day": (self.journey.today - timedelta(days=2)).isoformat()} if answer == "earlier" else {}
            self.puts("check-in", mood=5, longing=5, sleep=5, happened=[], **told)  # type: ignore[arg-type]  # a day's words
        elif answer and BACK in [step.id for step in self.guide.due]:
            self.puts(BACK, contact=answer, then="not-now")


ANSWERS = ("", "no", "yes", "rather-not", "today", "earlier")


def comes_back(person: Person, days: int, answer: str) -> Away:
    """Return someone who is back after some days, and what they said of them."""
    away = Away(person.program, Clock(), person.store.home.parent / f"{days}-{answer}")
    away.puts("your-story", name="J.", **TOLD)
    away.puts("contact-rule", kind="full", length="60")
    away.clock.forward(days=days)
    away.says(answer)
    return away


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_page_says_the_same_number_of_days(person: Person, answer: str) -> None:
    """However long they were away, and whatever they said of it: no page counts more days as kept, or as unknown, than another."""
    for days in range(41):
        away = comes_back(person, days, answer)
        silent = days - 1 if days >= 5 else 0
        unknown = silent if answer in ("yes", "rather-not") else 0 if answer == "no" else max(0, days - 5)
        unknown -= answer == "earlier" and days >= 7
        kept = days - unknown
        assert in_json(away)["days"]["total"] == kept
        if days > 1:
            counted = f"{spelt(kept)} of {spelt(days)} days" if unknown else f"all {count(days, 'day')}"
            assert counted in insights(away).lower()
        for told in (page(away), " ".join(plain(away)), insights(away)):
            words = re.findall(r"Not counted as kept: (.+?) you were away\.", told)
            of = "" if unknown == silent else f"{spelt(unknown)} of "
            assert words == [f"{of}the {count(silent, 'day')}"] * bool(unknown)


@pytest.mark.parametrize("days", range(5, 41, 5))
def test_the_question_counts_no_days(person: Person, days: int) -> None:
    """It names the day they were last here: not all days since then are unknown, so another number would stand beside it."""
    away = comes_back(person, days, "")
    question = starts(away, contact="rather-not", then="not-now")[0].question
    assert f"You were last here on {in_words(BEGAN, away.journey.today)}." in question
    assert not re.search(r"\bdays?\b", question)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("days", [4, 6, 16, 36])
def test_a_slip_says_the_same_days_before_it(person: Person, days: int, answer: str) -> None:
    """As many as were in a row on every other page."""
    away = comes_back(person, days, answer)
    in_a_row = in_json(away)["days"]["in_a_row"]
    away.answers("contact", dict(SLIP))
    kept = re.findall(r"You'd kept your rule for (.+?) before it\.", str(away.views[-1].body))
    assert kept == [count(in_a_row, "day")] * bool(in_a_row)


def test_a_no_makes_all_of_them_days_kept(away: Person) -> None:
    """Before it, status says which days it leaves out; what's shown never falls."""
    left_out = "Not counted as kept: 11 of the 15 days you were away."
    assert f"Your longest stretch is five days. {left_out}" in page(away)
    assert f"You've kept five of 16 days, five in a row at most. {left_out}" in insights(away)
    away.answers(BACK, {"contact": "no", "then": "not-now"})
    assert "so those days count as kept." in str(away.views[-1].body)
    assert "you were away" not in page(away)
    assert in_json(away)["days"]["total"] == 16


def test_someone_who_would_rather_not_say_is_left_alone(away: Person) -> None:
    """The days stay unknown, and no one asks again."""
    away.answers(BACK, {"contact": "rather-not", "then": "not-now"})
    assert "won't ask again" in str(away.views[-1].body)
    away.clock.forward(days=2)
    assert "Not counted as kept: the 15 days you were away." in page(away)
    assert BACK not in [step.id for step in away.guide.due]


def test_a_yes_opens_the_step_for_contact(away: Person) -> None:
    """And the check-in is on the page of the day."""
    screen = Scripted({"contact": "yes", "kind": "logistics", "today": "leave"})
    wizard = Wizard(away.program, away.store, screen, away.clock, away.new_id)
    wizard.run()
    assert away.journey.last("contact") is not None
    assert "check-in" in [step.id for step in away.guide.due]


def test_a_check_in_may_follow_at_once(away: Person) -> None:
    """It opens in place of the last page."""
    screen = Scripted({"contact": "no", "then": "check-in", "mood": Leave()})
    Wizard(away.program, away.store, screen, away.clock, away.new_id).run()
    assert screen.views[-1].item.id == "mood"
    assert away.journey.last(BACK) is not None


def test_days_away_that_ended_with_something_else_are_asked_about_later(away: Person) -> None:
    """Whoever opens a check-in or an urge directly is asked the next time they start exback."""
    away.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
    away.clock.forward(days=2)
    views = starts(away, contact="no", then="not-now")
    assert views[0].question == (
        "You were away from Monday 2 March to Wednesday 18 March. Did you have contact with them in that time?"
    )
    assert "You've kept all 18 days." in insights(away)


@pytest.mark.parametrize(
    ("rule", "asks", "says"),
    [
        ("full", "did you have contact with them in that time?", "there was no contact in that time"),
        (
            "practical",
            "was there any contact in that time that your rule doesn't allow?",
            "you kept to your rule in that time",
        ),
    ],
)
def test_contact_that_was_told_before_the_question_is_not_denied(
    person: Person, rule: str, asks: str, says: str
) -> None:
    """Away for 16 days, and minutes ago they told of a message in that time: the question is about any other."""
    person.puts("your-story", name="J.", **TOLD)
    person.puts("contact-rule", kind=rule, length="30")
    person.clock.forward(days=16)
    person.answers("contact", {**SLIP, "day": "earlier", "earlier-day": "a week ago"})
    person.answers(BACK, {"contact": "no", "then": "not-now"})
    assert person.views[0].question == (
        f"You were away from Monday 2 March to Wednesday 18 March. Apart from what you've already written down, {asks}"
    )
    mirror = f"Apart from what you've already written down, {says}, so the days without a slip count as kept."
    assert mirror in str(person.views[-1].body)


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ({"kind": "i-wrote", "day": "2026-03-10"}, True),
        ({"kind": "they-wrote", "day": "2026-03-18"}, True),
        ({"kind": "logistics", "day": "2026-03-10"}, True),
        ({"kind": "i-wrote", "day": "earlier", "earlier-day": "2026-02-20"}, False),
        ({"kind": "slept-together", "meant": "unwanted"}, False),
    ],
)
def test_only_contact_in_that_time_is_meant(away: Person, told: dict[str, Any], is_told: bool) -> None:
    """Not what was before it, and not what wasn't wanted, which counts nowhere."""
    away.puts("contact", **{item.replace("-", "_"): value for item, value in told.items()})
    away.answers(BACK, {"contact": "no", "then": "not-now"})
    assert ("Apart from what you've already written down" in str(away.views[0].question)) == is_told
    assert ("Apart from what you've already written down" in str(away.views[-1].body)) == is_told


@pytest.mark.parametrize("step", ["check-in", "urge"])
def test_contact_that_was_told_elsewhere_is_told(away: Person, step: str) -> None:
    """In a check-in for a day away, or in an urge of today."""
    told: dict[str, Any] = {"mood": 5, "happened": ["contact"], "day": "2026-03-17"}
    away.puts(step, **(told if step == "check-in" else {"before": 8, "after": 5, "wrote": True}))
    away.answers(BACK, {"contact": "no", "then": "not-now"})
    assert "Apart from what you've already written down" in str(away.views[0].question)


def test_whoever_did_something_else_today_was_here(away: Person) -> None:
    """They aren't told that they were last here before it."""
    away.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
    assert starts(away, contact="no", then="not-now")[0].question == (
        "You were away from Monday 2 March to Wednesday 18 March. Did you have contact with them in that time?"
    )


@pytest.mark.parametrize("days", [0, 3])
def test_a_page_that_was_left_comes_up_again_whatever_they_do_before(person: Person, days: int) -> None:
    """Without a rule, too: on leaving, they were told that exback brings them back to it."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.clock.forward(days=8)
    leaves(person)
    person.clock.forward(days=days)
    person.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
    views = starts(person, then="not-now")
    assert [view.item.id for view in views[:1]] == ["then"]
    assert [view.item.id for view in starts(person)] == ["today"]


def test_a_page_that_was_left_does_not_come_up_again_after_an_ending(person: Person) -> None:
    """They aren't asked about days that lie behind it."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.clock.forward(days=8)
    leaves(person)
    person.puts("letting-go")
    assert BACK not in [step.id for step in person.guide.due]


def test_no_one_who_is_together_again_is_asked(away: Person) -> None:
    """There's nothing to ask about contact then."""
    away.puts("together-again", keep="The choir.")
    away.clock.forward(days=20)
    assert BACK not in [step.id for step in away.guide.due]


def test_where_quiet_is_owed_nothing_is_called_kept(away: Person) -> None:
    """The answer is written down, and no more is made of it."""
    away.puts("your-story", **{**TOLD, "asked_to_stop": True})
    away.answers(BACK, {"contact": "no", "then": "not-now"})
    assert "now it's written down." in str(away.views[-1].body)
    assert "kept" not in page(away)


def test_someone_who_was_afraid_and_rather_not_says_is_shown_help(away: Person) -> None:
    """It may be that they don't want to write it where someone could read it."""
    away.puts("your-story", **{**TOLD, "afraid_of_them": True})
    away.answers(BACK, {"contact": "rather-not", "then": "not-now"})
    assert "exback crisis" in str(away.views[-1].body)


def test_what_was_said_of_one_time_away_says_nothing_of_the_next(away: Person) -> None:
    """Someone answers no, leaves before the end, and is away again. They're asked about that time too, and it isn't called kept."""
    leaves(away)
    away.clock.forward(days=12)
    away.answers(BACK, {"then": "not-now"})
    assert "What you said of the time before Wednesday 18 March is written down." in str(away.views[-1].body)
    assert in_json(away)["days"]["total"] == 16 + 5
    away.answers(BACK, {"contact": "rather-not", "then": "not-now"})
    assert in_json(away)["days"]["total"] == 16 + 1
    assert "There was no contact in that time" not in str(away.views)
    assert BACK not in [step.id for step in away.guide.due]


@pytest.mark.parametrize("has_rule", [True, False])
@pytest.mark.parametrize("is_finished", [True, False])
def test_no_one_is_asked_about_days_that_only_a_wrong_clock_counted(
    person: Person, has_rule: bool, is_finished: bool
) -> None:
    """A check-in by a clock a month ahead, set right again: no page asks about a time before they began, that day or later."""
    person.answers("your-story", dict(LIFE["your-story"]))
    if has_rule:
        person.puts("contact-rule", kind="full", length="30")
    person.clock.forward(days=3)
    person.puts("check-in", mood=5)
    person.clock.forward(days=31)
    if is_finished:
        person.puts("check-in", mood=5)
    else:
        ahead = Session.begin(person.program, person.program.step("check-in"), person.journey, person.new_id())
        person.store.put(ahead.run)
    person.clock.now -= timedelta(days=29)
    assert BACK not in [step.id for step in person.guide.due]
    person.puts("check-in", mood=5)
    for _ in range(4):
        assert BACK not in [step.id for step in person.guide.due]
        person.clock.forward(days=1)
    person.clock.forward(days=1)
    assert starts(person, contact="no", then="not-now")[0].question.startswith(
        "Good to see you. You were last here on "
    )
