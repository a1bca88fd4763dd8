"""Contact, a slip or a check that was on an earlier day: what is asked, what is stored, and what each page says of it."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from support.held import changes, latest
from support.lives import LIFE
from support.pages_today import insights, page
from support.person import Person
from support.plain_talk import typed
from support.scripted import Scripted, Unscripted

from exback.commands.wizard import Wizard
from exback.engine.journal import Query, journal
from exback.engine.view import Answer, Event, Keep, Leave, Skip, View
from exback.insights.counts import option_counts
from exback.insights.series import days_of
from exback.loader import load
from exback.model.dates import count, later
from exback.model.items import Confirm, Kind
from exback.model.run import Run
from exback.screen.plain.words import invitation

load()
readiness: Any = import_module("exback.steps.reattraction.readiness")
SLIP: dict[str, object] = {
    "kind": "i-wrote",
    "before": "Late, alone.",
    "hoped": "A word.",
    "they-answered": "nothing",
    "change": "The phone sleeps in the kitchen.",
}
LOOK: dict[str, object] = {"what": "old", "looking-for": "Their face."}


def on(day: date) -> str:
    """Return a day as it's saved."""
    return day.isoformat()


def back(person: Person, days: int) -> date:
    """Return the day that was some days ago."""
    return later(person.clock().date(), -days)


def told(person: Person, day: int | str, typed: object = None) -> str:
    """Tell of a slip that was some days ago, or of an earlier one by typing its day; return the last page."""
    answers = {"day": on(back(person, day))} if isinstance(day, int) else {"day": day, "earlier-day": typed}
    person.answers("contact", {**SLIP, **answers})
    return str(person.views[-1].body)


class Willing(Scripted):
    """Gives any answer to what the script has none to."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Return the scripted event, or else the first option, a no, or words."""
        try:
            return super().ask(view, keep)
        except Unscripted:
            return Answer(False if isinstance(view.item, Confirm) else view.options[0].id if view.options else "Words.")


def shown(person: Person, step: str, **answers: object) -> list[View]:
    """Go through a step with some answers and any others that it asks for, and return its pages."""
    screen = Willing({item.replace("_", "-"): answer for item, answer in answers.items()})
    Wizard(person.program, person.store, screen, person.clock, person.new_id).open(step)
    return screen.views


def asked(person: Person, item: str) -> View:
    """Return the first page of the last step that asks a question."""
    return next(view for view in person.views if view.item.id == item)


@pytest.fixture
def signed(person: Person) -> Person:
    """Someone who has just made a rule."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    return person


@pytest.fixture
def ruled(signed: Person) -> Person:
    """Someone on day 20 of a rule, at ten in the morning of a Sunday, with a check-in on every third day."""
    days_pass(signed, {})
    return signed


def days_pass(person: Person, contact: dict[int, tuple[str, ...]]) -> None:
    """Let 20 days pass, with a check-in on every third, and contact that is told of in other steps by how many days ago it was."""
    for ago in range(20, -1, -1):
        for step in contact.get(ago, ()):
            person.puts(step, **{**MENTIONED[step], **({"day": on(back(person, 0))} if step == "contact" else {})})
        if ago % 3 == 2 and "check-in" not in contact.get(ago, ()):
            person.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
        person.clock.forward(days=ago > 0)


MENTIONED: dict[str, dict[str, Any]] = {
    "urge": {"before": 8, "after": 6, "wrote": True},
    "contact": {"kind": "slept-together", "own_idea": True},
    "check-in": {"mood": 4, "longing": 6, "sleep": 5, "happened": ["contact"]},
}


def test_today_comes_first_and_is_stored_once_it_was_passed(ruled: Person) -> None:
    """Enter on the list takes today. Someone who leaves before it has stored no day."""
    run = ruled.answers("contact", dict(SLIP))
    options = asked(ruled, "day").options
    assert [option.label for option in options[:3]] == ["Today", "Yesterday", "Friday 20 March"]
    assert [option.label for option in options[-2:]] == ["Monday 16 March", "An earlier day"]
    assert run.answers["day"] == on(back(ruled, 0))
    assert "Which day was it?" in str(asked(ruled, "day").question)
    assert "day" not in ruled.answers("look", {"what": "old", "day": Leave()}).answers


def test_after_midnight_today_and_yesterday_have_their_weekdays(ruled: Person) -> None:
    """At half past one of a Monday the Sunday goes on, and someone who wrote on Sunday evening finds it as today."""
    ruled.clock.forward(hours=15, minutes=30)
    run = ruled.answers("contact", dict(SLIP))
    labels = [option.label for option in asked(ruled, "day").options]
    assert labels[:3] == ["Today, Sunday", "Yesterday, Saturday", "Friday 20 March"]
    assert run.answers["day"] == "2026-03-22"
    rows = (row for view in shown(ruled, "check-in", mood=5, longing=5, sleep=5) for row in view.rows)
    assert {row.answer for row in rows if row.item == "day"} == {"Today, Sunday"}


def test_after_midnight_the_calendars_date_is_told_as_today(ruled: Person) -> None:
    """In `contact` as in `look`, and never as last year's."""
    ruled.clock.forward(hours=15, minutes=30)
    assert ruled.answers("look", {**LOOK, "day": "earlier", "earlier-day": "23 March"}).answers["earlier-day"] == (
        "2026-03-22"
    )
    told(ruled, "earlier", "2026-03-23")
    assert ruled.journey.latest("contact").answers["earlier-day"] == "2026-03-22"  # type: ignore[union-attr]


def test_a_slip_of_the_day_before_yesterday_is_on_that_day(ruled: Person) -> None:
    """The days before it were 18 less one, the stretch since then is one day, and the journal says which day it was."""
    said = told(ruled, 2)
    assert "You'd kept your rule for 18 days before it. That still counts." in said
    assert "Your current stretch is one day. Your longest stretch is 18 days." in page(ruled)
    assert "18 in a row at most" in insights(ruled)
    entry = next(entry for entry in journal(ruled.program, ruled.journey).entries if entry.run.step == "contact")
    assert (entry.title, entry.day) == ("We were in contact (about Friday 20 March)", date(2026, 3, 22))


def test_an_entry_says_its_day_once(ruled: Person) -> None:
    """The journal has it in the title, or it's the day of the entry itself, so it isn't among the answers."""
    told(ruled, 2)
    told(ruled, "earlier", "10 days ago")
    ruled.puts("look", what="profile", day=on(back(ruled, 1)))
    ruled.puts("check-in", day=on(back(ruled, 0)), mood=6, longing=5, sleep=4)
    ruled.puts("check-in", day=on(back(ruled, 1)), mood=7, longing=5, sleep=4)
    numbers = journal(ruled.program, ruled.journey, Query(kind=Kind.NUMBER)).entries[:5]
    assert [(entry.title, entry.words.splitlines()[0]) for entry in numbers] == [
        ("Check-in (about Saturday 21 March)", "Mood 7 · Longing 5 · Sleep 4"),
        ("Check-in", "Mood 6 · Longing 5 · Sleep 4"),
        ("I checked on them (about Saturday 21 March)", "What was it? Their profile or status"),
        ("We were in contact (about Thursday 12 March)", "What was it? I wrote or called"),
        ("We were in contact (about Friday 20 March)", "What was it? I wrote or called"),
    ]
    assert not any(words in entry.words for entry in numbers for words in ("Which day", "March", "earlier day"))


def test_a_day_that_is_all_there_is_stays_in_the_journal(ruled: Person) -> None:
    """So does one that's still to come, which neither the title nor the day of the entry says."""
    day = on(back(ruled, 1))
    ruled.store.put(Run(id="d", step="check-in", started=ruled.clock(), answers={"day": day}, start_number=90))
    ruled.answers("hard-dates", {"what": "Party", "when": "2026-04-05", "plan": "Dinner.", "forecast": 8})
    entries = journal(ruled.program, ruled.journey, Query(kind=Kind.NUMBER)).entries
    words = {entry.run.step: entry.words for entry in reversed(entries)}
    assert words["check-in"] == "Day Saturday 21 March"
    assert "Sunday 5 April" in words["hard-dates"]


def test_an_earlier_day_is_typed(ruled: Person) -> None:
    """At most a year back, and none that is still to come."""
    said = told(ruled, "earlier", ("tomorrow", "400 days ago", "10 days ago"))
    assert "You'd kept your rule for ten days before it." in said
    notices = [view.notice for view in ruled.views if view.item.id == "earlier-day"]
    assert notices[0] == ""
    assert "hasn't come yet" in notices[1]
    assert notices[2] == "Please give a day within the last year."


def test_a_slip_from_before_the_rule_is_said_to_be_none_under_it(ruled: Person) -> None:
    """And no day is taken."""
    said = told(ruled, "earlier", "21 days ago")
    assert "That was before your rule began on Monday 2 March, so it isn't a slip." in said
    assert "You've kept all 20 days." in insights(ruled)
    night: dict[str, object] = {"kind": "slept-together", "meant": "comfort", "own-idea": True}
    ruled.answers("contact", {**night, "day": "earlier", "earlier-day": "22 days ago"})
    assert "so it isn't a slip." in str(ruled.views[-1].body)
    assert "it counts as a slip" not in str(ruled.views[-1].body)
    assert "You've kept all 20 days." in insights(ruled)
    ruled.answers("contact", {**night, "day": on(back(ruled, 1))})
    assert "it counts as a slip" in str(ruled.views[-1].body)
    assert "A new stretch starts today. Your longest stretch is 19 days." in page(ruled)


@pytest.mark.parametrize("ago", [0, 10])
def test_what_is_said_fits_the_day(ruled: Person, ago: int) -> None:
    """The day comes first. Of an earlier one no next hour is left, and nothing is quoted that they signed later."""
    ruled.clock.forward(days=9)
    ruled.puts("contact-rule", kind="full", length="30", signature="I keep this for me.")
    said = told(ruled, "earlier", f"{ago} days ago")
    items = [view.item.id for view in ruled.views]
    assert items.index("day") < items.index("slip")
    read = str(asked(ruled, "slip").body)
    assert "No one here will judge you" in read
    assert "Leave it as it is." in read
    assert [words in read for words in ("the next hour", "I keep this for me.")] == [not ago] * 2
    assert ("for an hour" in said) == (not ago)


@pytest.mark.parametrize("boundary", ["", "asked_to_stop", "ordered_away", "afraid_of_me", "afraid_of_them"])
@pytest.mark.parametrize("answer", ["i-wrote", "slept-together", "met", "place"])
def test_nothing_of_an_earlier_day_is_spoken_of_as_now(person: Person, answer: str, boundary: str) -> None:
    """Whatever it was, and whoever they are: no hour to get through, no place to leave, no night ahead."""
    safe = dict.fromkeys(("asked_to_stop", "ordered_away", "afraid_of_them", "afraid_of_me"), False)
    person.puts("your-story", name="J.", **{**safe, **({boundary: True} if boundary else {})})
    step, item = ("look", "what") if answer == "place" else ("contact", "kind")
    views = shown(person, step, **{item: answer}, day="earlier", earlier_day="12 days ago")
    assert "earlier-day" in [view.item.id for view in views]
    words = " ".join(str(view.body) for view in views)
    assert not [
        now for now in ("next hour", "an hour", "tonight", "eave now", "eave if", "Do what you") if now in words
    ]


def _at_their_place(person: Person, **answers: object) -> list[View]:
    return shown(person, "look", what="place", **answers)


@pytest.mark.parametrize("ties", [["none"], ["home"], ["work"], ["children"]])
def test_someone_afraid_is_told_to_go_only_where_they_can(person: Person, ties: list[str]) -> None:
    """Whoever may have to be there isn't told to go, nor asked where else; no one is told to go from where they were days ago."""
    person.puts("your-story", name="J.", afraid_of_them=True, ties=ties)
    can_go = ties == ["none"]
    today = _at_their_place(person, day=on(back(person, 0)))
    (read,) = [str(view.body) for view in today if view.item.id == "place-reading"]
    assert "You went where they may be, and that may not be safe for you." in read
    assert "tell someone you trust where you are" in read
    assert ("If you're still there and it's safe to go" in read) == can_go
    (asks,) = {str(view.question) for view in today if view.item.id == "way-in"}
    assert (asks == "Where will you go instead?") == can_go
    earlier = _at_their_place(person, day="earlier", earlier_day="12 days ago")
    (read,) = [str(view.body) for view in earlier if view.item.id == "place-reading"]
    assert "a helpline can help you plan it: exback crisis" in read
    assert not [word for word in ("go there", "still there", "eave") if word in read]


@pytest.mark.parametrize("boundary", ["asked_to_stop", "ordered_away", "afraid_of_me"])
def test_a_slip_of_an_earlier_day_is_not_to_be_stopped(person: Person, boundary: str) -> None:
    """It's over. What counts is that they don't write again, today as then."""
    person.puts("your-story", name="J.", **{boundary: True})
    today, earlier = ({"day": on(back(person, 0))}, {"day": "earlier", "earlier_day": "12 days ago"})
    for day, is_today in ((today, True), (earlier, False)):
        views = shown(person, "contact", kind="i-wrote", **day)
        (read,) = [str(view.body) for view in views if view.item.id == "slip"]
        assert ("Stop here." in read) == is_today
        assert "on't write again, not even to explain or to say sorry." in read
        assert ("close that chat and leave it closed" in str(views[-1].body)) == is_today
        assert ("leave that chat closed" in str(views[-1].body)) != is_today


def test_a_slip_of_months_ago_is_told_after_months_away(ruled: Person) -> None:
    """Back after 120 days, with a slip of “three months ago”: it breaks the rule on that day, and nothing of now."""
    ruled.clock.forward(days=120)
    slip = {**SLIP, "day": "earlier", "earlier-day": "three months ago"}
    ruled.answers("coming-back", {"contact": "yes", **slip})
    assert "before your rule began" not in str(ruled.views[-1].body)
    assert ruled.guide.days is not None
    assert (ruled.guide.days.day, ruled.guide.days.total, ruled.guide.days.breaks) == (140, 19, 1)
    signs = [sign.reason for sign in readiness.signs(ruled.journey)]
    assert "You told exback about contact in the last seven days." not in signs


def test_a_slip_under_a_rule_that_is_over_is_not_said_to_be_none(ruled: Person) -> None:
    """They agreed to be in touch on day 20, and made a new rule on day 40: day 10 was under a rule, day 30 under none."""
    ruled.puts("one-invitation", sent="yes", reply="yes")
    ruled.clock.forward(days=20)
    ruled.puts("contact-rule", kind="full", length="30")
    ruled.clock.forward(days=1)
    assert "isn't a slip" not in told(ruled, "earlier", "31 days ago")
    assert "so it isn't a slip" in told(ruled, "earlier", "11 days ago")
    assert ruled.guide.days is not None
    assert (ruled.guide.days.before, ruled.guide.days.breaks) == (19, 0)


def test_an_earlier_rule_can_be_given_a_slip_in_its_days(person: Person) -> None:
    """They've kept a rule for ten days before they wrote it down here. What they tell of day 4 is a slip; of day 12 it's none."""
    for step in ("your-story", "the-whole-story", "why-space"):
        person.answers(step, dict(LIFE[step]))
    person.answers("contact-rule", {**LIFE["contact-rule"], "since": "earlier", "began": on(back(person, 10))})
    assert "You'd kept your rule for six days before it." in told(person, 4)
    assert "before your rule began" in told(person, "earlier", "12 days ago")
    assert "Your longest stretch is six days." in page(person)


@pytest.mark.parametrize(
    ("elsewhere", "says"),
    [
        ({8: ("urge",), 5: ("check-in",)}, "for four days before it."),
        ({8: ("urge",), 5: ("check-in",), 0: ("urge",)}, "for four days before it."),
        ({8: ("check-in",), 5: ("urge",), 0: ("check-in",)}, "for four days before it."),
        ({3: ("contact",)}, "for two days before it."),
        ({20: ("check-in",)}, "for 20 days before it."),  # on the day the rule was made: no one knows which came first
        ({1: ("urge",)}, ""),
    ],
)
def test_the_days_before_a_slip_are_those_that_the_status_counts(
    signed: Person, elsewhere: dict[int, tuple[str, ...]], says: str
) -> None:
    """Wherever the slip before it was told of; what was told of the same day is this one."""
    days_pass(signed, elsewhere)
    said = str(shown(signed, "contact", kind="i-wrote")[-1].body)
    assert says in said
    assert ("You'd kept your rule" in said) == bool(says)
    if says:
        assert signed.guide.days is not None
        assert says == f"for {count(signed.guide.days.stretches[-1], 'day')} before it."


def test_a_second_slip_of_one_day_has_no_days_before_it(ruled: Person) -> None:
    """Its days were said after the first."""
    assert "You'd kept your rule for 20 days before it." in told(ruled, 0)
    assert "You'd kept your rule" not in told(ruled, 0)


@pytest.mark.parametrize(
    ("elsewhere", "says"),
    [
        ({9: ("urge",), 4: ("urge",)}, "You've started contact three times in two weeks."),
        ({9: ("urge",), 4: ("check-in",)}, "You've been in contact three times in two weeks."),
        ({9: ("contact",), 4: ("urge",)}, "You've started contact three times in two weeks."),
        ({4: ("urge", "check-in"), 0: ("urge",)}, ""),  # two days with contact
        ({14: ("urge",), 4: ("check-in",)}, ""),
    ],
)
@pytest.mark.parametrize("boundary", ["", "asked_to_stop", "ordered_away", "afraid_of_me"])
def test_slips_that_were_told_of_elsewhere_offer_a_pause(
    signed: Person, elsewhere: dict[int, tuple[str, ...]], says: str, boundary: str
) -> None:
    """Three days with one in two weeks, wherever each was told of. A check-in doesn't say who started it, so neither does the page."""
    days_pass(signed, elsewhere)
    if boundary:
        signed.puts("your-story", name="J.", **{boundary: True})
    pages = [view for view in shown(signed, "contact", kind="i-wrote") if view.item.id == "pause-reading"]
    assert bool(pages) == bool(says)
    assert not says or says in str(pages[0].body)


def test_contact_that_was_agreed_on_is_no_slip_of_the_two_weeks(ruled: Person) -> None:
    """They agreed to be in touch, wrote, and were told no: under the new rule there has been one slip."""
    ruled.puts("one-invitation", sent="yes", reply="yes")
    for _day in range(2):
        ruled.clock.forward(days=1)
        ruled.puts("urge", before=8, after=6, wrote=True)
        ruled.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    ruled.clock.forward(days=1)
    ruled.puts("one-invitation", reply="no")
    ruled.puts("contact-rule", kind="full", length="30")
    ruled.clock.forward(days=1)
    assert not [view for view in shown(ruled, "contact", kind="i-wrote") if view.item.id == "pause-reading"]


def test_slips_of_long_ago_offer_no_pause(ruled: Person) -> None:
    """Three in two weeks do, by the days they were: not three on one day of which one is older."""
    ruled.clock.forward(days=10)
    for ago in (2, 3):
        told(ruled, ago)
    told(ruled, "earlier", "20 days ago")
    assert "rest" not in [view.item.id for view in ruled.views]
    ruled.answers("contact", {**SLIP, "rest": "no"})
    assert "You've started contact three times in two weeks" in str(asked(ruled, "pause-reading").body)


def test_checks_are_counted_by_the_days_they_were(ruled: Person) -> None:
    """The page counts the last two weeks, and the two weeks before that."""
    counted = []
    for when in ("20 days ago", "3 days ago", "today"):
        ruled.answers("look", {**LOOK, "day": "earlier", "earlier-day": when})
        counted.append(str(ruled.views[-1].body))
    assert "That's the first time you've written down that you checked on them." in counted[0]
    assert "You checked on them once in the last two weeks, and once in the two weeks before that." in counted[1]
    assert "You checked on them twice in the last two weeks, and once in the two weeks before that." in counted[2]
    ruled.clock.forward(days=20)
    ruled.answers("look", {**LOOK, "day": "earlier", "earlier-day": "15 days ago"})
    assert "You didn't check on them in the last two weeks." in str(ruled.views[-1].body)


def test_checks_in_check_ins_are_counted_too(signed: Person) -> None:
    """Every day with one counts, and one that was told of in both is one: as the insights count them."""
    days_pass(signed, {})
    for happened in (["looked"], ["looked"], []):
        signed.puts("check-in", mood=5, longing=5, sleep=5, happened=happened)
        signed.clock.forward(days=1)
    counted = [
        str(shown(signed, "look", what="old", day="earlier", earlier_day=when)[-1].body)
        for when in ("31 days ago", "today", "2 days ago")
    ]
    assert "You checked on them twice in the last two weeks." in counted[0]
    assert "You checked on them three times in the last two weeks." in counted[1]
    assert "You checked on them three times in the last two weeks." in counted[2]
    assert days_with_a_check(signed) == {0, 2, 3, 31}


def test_a_check_that_a_check_in_had_already_is_not_the_first_to_be_written_down(ruled: Person) -> None:
    """It's still one."""
    ruled.puts("check-in", mood=5, longing=5, sleep=5, happened=["looked"])
    ruled.answers("look", dict(LOOK))
    assert "You checked on them once in the last two weeks." in str(ruled.views[-1].body)


@pytest.mark.parametrize("ties", ["children", "work", "studies", "home"])
def test_a_place_where_they_may_have_had_to_be_counts_nowhere(ruled: Person, ties: str) -> None:
    """Neither on the page after the next check nor in the insights, also once nothing ties them any more."""
    ruled.puts("your-story", name="J.", ties=[ties])
    assert "It's written down, so you can look it up." in str(shown(ruled, "look", what="place")[-1].body)
    assert days_with_a_check(ruled) == set()
    ruled.puts("your-story", name="J.", ties=["none"])
    ruled.clock.forward(days=1)
    last = shown(ruled, "look", what="old", set_off=Skip())[-1]
    assert "That's the first time you've written down that you checked on them." in str(last.body)
    last = shown(ruled, "look", what="place", set_off=Skip())[-1]
    assert "You checked on them twice in the last two weeks." in str(last.body)
    assert days_with_a_check(ruled) == {0}
    kinds = next(kinds for kinds in ruled.program.tracking.kinds if kinds.item == "what")
    chosen = dict(option_counts(ruled.program, ruled.journey, kinds, ruled.journey))
    assert chosen == {"Old photos or messages": 1, "A place where they might be": 1}


def days_with_a_check(person: Person) -> set[int]:
    """Return the days with a check on them that the insights know of, as days ago."""
    events = next(events for events in person.program.tracking.around if events.thing == "check")
    return set(days_of(person.journey, events))


def test_a_finished_one_is_changed_within_the_days_before_it_was_told(ruled: Person) -> None:
    """Weeks later the list still has its days, by their names, and no day after it can be given."""
    run = ruled.answers("contact", {**SLIP, "day": on(back(ruled, 1))})
    ruled.clock.forward(days=20)
    views = changes(ruled, run, "day", {"day": "earlier", "earlier-day": ("5 days ago", "22 days ago")})
    labels = [option.label for option in next(view for view in views if view.item.id == "day").options]
    assert labels[:2] == ["Sunday 22 March", "Saturday 21 March"]
    notices = [view.notice for view in views if view.item.id == "earlier-day"]
    assert notices[1] == "Please give a day within the year up to Sunday 22 March."
    assert latest(ruled, "contact").answers["earlier-day"] == "2026-03-20"


def test_what_was_not_wanted_is_not_asked_for_its_day(ruled: Person) -> None:
    """It counts nowhere, and they don't have to say another word."""
    ruled.answers("contact", {"kind": "slept-together", "meant": "unwanted"})
    assert "day" not in [view.item.id for view in ruled.views]


def test_enter_takes_today_in_plain_lines(ruled: Person) -> None:
    """The line that waits says so, and a number or a name takes another day."""
    ruled.answers("contact", dict(SLIP))
    view = asked(ruled, "day")
    assert invitation(view) == "Number, 1 to 8, or Enter for “Today”:"
    assert typed(view, "") == Answer("2026-03-22")
    assert typed(view, "yesterday") == typed(view, "2") == Answer("2026-03-21")


def test_a_day_in_the_past_makes_no_safety_answer_older(ruled: Person) -> None:
    """What they asked three weeks ago and is told today holds from now on, like any yes."""
    told = {**SLIP, "they-answered": "no", "asked-to-stop": True, "day": "earlier", "earlier-day": "18 days ago"}
    ruled.answers("contact", told)
    assert [boundary.id for boundary in ruled.guide.boundaries] == ["asked-to-stop"]
    assert "One small thing: leave that chat closed. If it's hard to keep away" in str(ruled.views[-1].body)


def test_a_week_without_a_slip_is_counted_from_the_day_it_was(ruled: Person) -> None:
    """The condition for an invitation names the day: a week after the slip, however late it's told."""
    told(ruled, 3)
    words = {sign.reason: sign.date for sign in readiness.signs(ruled.journey)}
    assert words["You told exback about contact in the last seven days."] == date(2026, 3, 26)
    told(ruled, "earlier", "10 days ago")
    assert words == {sign.reason: sign.date for sign in readiness.signs(ruled.journey)}
