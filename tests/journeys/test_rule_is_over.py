"""The last day of a rule: it comes up by itself, looks back, and leads on; and a rule that began before it was made."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from typing import Any, ClassVar

import pytest
from support.held import changes, latest
from support.lives import LIFE
from support.pages_today import everywhere, in_json, insights, menu, page, plain, short
from support.person import Person

from exback.commands.status_short import line
from exback.engine.journal import Query, asked, journal
from exback.engine.status import Status
from exback.engine.view import View
from exback.loader import load
from exback.model.dates import later
from exback.model.run import Earlier, changed
from exback.model.timeline import SAFETY

load()
readiness: Any = import_module("exback.steps.reattraction.readiness")

BEGINNING = ("your-story", "why-space", "contact-rule")
LOOK_BACK: dict[str, object] = {
    "happened": "Nothing of the kind.",
    "how": "Calmer.",
    "people": "My sister.",
    "next": "keep-going",
}


@pytest.fixture
def ruled(person: Person) -> Person:
    """Someone who made a rule for 30 days on Monday 2 March."""
    for step in BEGINNING:
        person.answers(step, dict(LIFE[step]))
    return person


def due(status: Status) -> list[str]:
    """The ids of the steps that are due."""
    return [step.id for step in status.due]


def words_on(views: list[View]) -> str:
    """Every word on the pages that were just shown, but for the questions' answers."""
    return "\n".join(str((view.body, view.question, view.note)) for view in views)


def test_it_is_due_on_the_last_day_and_not_before(ruled: Person) -> None:
    """On day 29 it's closed; on day 30 it's due by itself, once."""
    ruled.clock.forward(days=29)
    assert (ruled.state("rule-is-over"), "rule-is-over" in due(ruled.guide)) == ("closed", False)
    ruled.clock.forward(days=1)
    assert "rule-is-over" in due(ruled.guide)
    ruled.answers("rule-is-over", LOOK_BACK)
    assert "rule-is-over" not in due(ruled.guide)
    ruled.clock.forward(days=40)
    assert "rule-is-over" not in due(ruled.guide)


@pytest.mark.parametrize("began", ["today", "earlier"])
def test_on_its_last_day_everything_says_that_it_is_over(person: Person, began: str) -> None:
    """The page, its plain lines, the menu, the short line and “Am I ready” agree, also where it began before it was made."""
    for step in BEGINNING[:2]:
        person.answers(step, dict(LIFE[step]))
    since = {"since": "earlier", "began": "10 February"} if began == "earlier" else {}
    person.answers("contact-rule", {**LIFE["contact-rule"], **since})
    person.clock.forward(days=29 if began == "today" else 9)
    assert short(person) == "29/30"
    assert "Day 29 of 30. Your rule is over tomorrow." in page(person)
    assert condition(person) == "Your rule isn't over yet."
    person.clock.forward(days=1)
    over = "Your rule is over today, after 30 days. You can keep it as long as it helps."
    assert over in page(person)
    assert over in menu(person)
    assert plain(person)[0] == over
    assert "Day 30 of 30" not in everywhere(person)
    assert short(person) == "30"
    assert in_json(person)["days"]["ends"] == person.journey.today.isoformat()
    assert condition(person) == "Your rule is over."


def condition(person: Person) -> str:
    """What “Am I ready” says about the rule."""
    words: str = readiness.sign(readiness.CONDITIONS[0], person.journey).reason
    return words


def test_it_shows_what_was_feared_with_its_date(ruled: Person) -> None:
    """The words from before the rule come back, as a quote of that day."""
    ruled.clock.forward(days=30)
    ruled.answers("rule-is-over", LOOK_BACK)
    assert str(LIFE["why-space"]["fear"]) in words_on(ruled.views)
    assert "datetime.date(2026, 3, 2)" in words_on(ruled.views)
    assert "Wednesday 1 April" in words_on(ruled.views)


def test_first_and_last_check_ins_are_compared(ruled: Person) -> None:
    """Seven check-ins at mood 2 and then seven at 6 stand side by side."""
    for day in range(14):
        weekly = LIFE["check-in weekly"] if day == 7 else {}
        ruled.answers("check-in", {**LIFE["check-in"], **weekly, "mood": 2 if day < 7 else 6})
        ruled.clock.forward(days=1)
    ruled.clock.forward(days=20)
    ruled.answers("rule-is-over", LOOK_BACK)
    assert "('Mood', '2.0', '6.0')" in words_on(ruled.views)


def test_a_different_rule_opens_at_once_and_has_its_own_last_day(ruled: Person) -> None:
    """Choosing a different rule opens that step; on the new rule's last day this one is due again."""
    ruled.clock.forward(days=30)
    ruled.answers("rule-is-over", {**LOOK_BACK, "next": "new-rule", **LIFE["contact-rule again"]})
    assert [run.step for run in ruled.store.load().runs[-2:]] == ["rule-is-over", "contact-rule"]
    ruled.clock.forward(days=29)
    assert "rule-is-over" not in due(ruled.guide)
    ruled.clock.forward(days=1)
    assert "rule-is-over" in due(ruled.guide)


@pytest.mark.parametrize("boundary", sorted(SAFETY))
def test_behind_a_boundary_it_only_asks_how_you_are(person: Person, boundary: str) -> None:
    """Nothing is over on that day, no fear is held up to anyone, and no way leads on from it."""
    person.answers("your-story", {**LIFE["your-story"], boundary: True})
    person.answers("why-space", dict(LIFE["why-space"]))
    rule = {item: answer for item, answer in LIFE["contact-rule"].items() if item != "exceptions"}
    afraid = boundary == "afraid-of-them"
    person.answers("contact-rule", {**LIFE["contact-rule"]} if afraid else rule)
    person.clock.forward(days=30)
    assert "rule-is-over" in due(person.guide)
    person.answers("rule-is-over", {"how": "Tired.", "people": "My sister."})
    words = words_on(person.views)
    assert "Nothing changes today" in words
    assert "write to them" not in words
    assert str(LIFE["why-space"]["fear"]) not in words


class TestARuleThatBeganEarlier:
    """Someone hasn't written for a while when they make a rule."""

    @pytest.fixture
    def ruled_since(self, person: Person) -> Person:
        """Someone who said on 2 March that they hadn't written since 10 February, for 30 days."""
        for step in BEGINNING[:2]:
            person.answers(step, dict(LIFE[step]))
        person.answers("contact-rule", {**LIFE["contact-rule"], "since": "earlier", "began": "10 February"})
        return person

    def test_counts_from_that_day(self, ruled_since: Person) -> None:
        """The days before it was made count for the day and for the length."""
        days = ruled_since.guide.days
        assert days is not None
        assert (days.since, days.day, days.ends) == (date(2026, 2, 10), 20, date(2026, 3, 12))
        assert days.in_a_row == 20

    def test_so_does_the_line_for_a_prompt(self, ruled_since: Person) -> None:
        """Both ways of counting agree on each of the next days."""
        for _ in range(3):
            days = ruled_since.guide.days
            assert days is not None
            assert line(ruled_since.store.home, ruled_since.clock()) == f"{days.day}/30"
            ruled_since.clock.forward(days=1)

    def test_the_last_day_comes_earlier(self, ruled_since: Person) -> None:
        """It is over 30 days after 10 February."""
        ruled_since.clock.forward(days=9)
        assert "rule-is-over" not in due(ruled_since.guide)
        ruled_since.clock.forward(days=1)
        assert "rule-is-over" in due(ruled_since.guide)

    @pytest.mark.parametrize("next_", ["new-rule", "none"])
    def test_another_rule_can_be_made_as_soon_as_it_is_over(self, ruled_since: Person, next_: str) -> None:
        """Though it was made only ten days ago; on the day before, it's still the same one that opens."""
        ruled_since.clock.forward(days=9)
        assert not ruled_since.guide.step_status(ruled_since.program.step("contact-rule")).may_begin
        ruled_since.clock.forward(days=1)
        another = LIFE["contact-rule again"] if next_ == "new-rule" else {}
        ruled_since.answers("rule-is-over", {**LOOK_BACK, "next": next_, **another})
        if next_ == "none":
            ruled_since.answers("contact-rule", dict(LIFE["contact-rule again"]))
        assert len(ruled_since.journey.finished("contact-rule")) == 2

    def test_what_opens_later_counts_from_the_day_it_was_told(self, ruled_since: Person) -> None:
        """Stage 2 opens seven days after the rule was made, however long it held already."""
        ruled_since.clock.forward(days=6)
        assert ruled_since.state("why-it-ended") == "closed"
        ruled_since.clock.forward(days=1)
        assert ruled_since.state("why-it-ended") == "open"

    def test_a_length_that_is_over_already_is_not_offered(self, ruled_since: Person) -> None:
        """Of 14, 30 and 60 days only those are offered that end after today."""
        view = next(view for view in ruled_since.views if view.item.id == "length")
        assert [option.id for option in view.options] == ["30", "60", "other"]

    def test_a_slip_that_was_told_before_stays_one(self, person: Person) -> None:
        """A rule that is said to hold since before a slip doesn't make that slip a day kept."""
        for step in BEGINNING[:2]:
            person.answers(step, dict(LIFE[step]))
        person.does(
            "contact",
            kind="i-wrote",
            before="Rain.",
            hoped="A call.",
            they_answered="nothing",
            change="The phone goes out.",
        )
        person.clock.forward(days=5)
        began = (person.clock().date() - timedelta(days=10)).isoformat()
        person.answers("contact-rule", {**LIFE["contact-rule"], "since": "earlier", "began": began})
        days = person.guide.days
        assert days is not None
        assert (days.day, days.breaks, days.in_a_row, days.longest) == (10, 1, 4, 5)

    def test_ninety_days_are_the_most(self, person: Person) -> None:
        """More than 90 days back is refused with a sentence."""
        for step in BEGINNING[:2]:
            person.answers(step, dict(LIFE[step]))
        days_back = tuple((person.clock().date() - timedelta(days=days)).isoformat() for days in (91, 90))
        person.answers(
            "contact-rule",
            {**LIFE["contact-rule"], "since": "earlier", "began": days_back, "length": "other", "length-days": 120},
        )
        notices = [view.notice for view in person.views if view.item.id == "began"]
        assert notices == ["", "Please give a day within the last 90 days."]


def days_pass(person: Person, days: int) -> None:
    """Let days pass without contact, of which the person says so."""
    person.clock.forward(days=days)
    person.puts("coming-back", contact="no", then="not-now")


def writes(person: Person) -> None:
    """Tell of a message of one's own, today."""
    told = {"before": "Rain.", "hoped": "A call.", "they_answered": "nothing", "change": "The phone goes out."}
    person.does("contact", kind="i-wrote", **told)


def options_of(person: Person, item: str) -> list[str]:
    """The ids of the options on the page that asked a question."""
    return [option.id for option in next(view for view in person.views if view.item.id == item).options]


class TestWithoutARule:
    """Someone who chose to go on without a rule, on its last day or later."""

    @pytest.fixture
    def free(self, ruled: Person) -> Person:
        """Someone who went on without their rule when it was over, after 30 days."""
        days_pass(ruled, days=30)
        ruled.answers("rule-is-over", {**LOOK_BACK, "next": "none"})
        return ruled

    def test_the_days_since_contact_go_on_and_no_others(self, free: Person) -> None:
        """Every page says so, at once and later, and names no stretch as the longest that's shorter by now."""
        for days in (30, 33):
            says = f"You're going on without a rule. It's been {days} days with no contact written down."
            assert (plain(free)[0], says in page(free), says in menu(free)) == (says, True, True)
            assert says in insights(free)
            assert "keep it" not in everywhere(free)
            assert "longest stretch" not in everywhere(free)
            assert (in_json(free)["days"], in_json(free)["longest_stretch"], short(free)) == (None, 30, "")
            days_pass(free, days=3)

    def test_contact_is_no_slip_and_the_days_start_again(self, free: Person) -> None:
        """It's written down as contact, and nothing that was kept is lost."""
        days_pass(free, days=5)
        writes(free)
        assert "You're going on without a rule. You wrote down contact today." in page(free)
        days_pass(free, days=2)
        says = "It's been two days since the last contact you wrote down. Your longest stretch was 30 days."
        assert says in page(free)
        assert says in insights(free)
        days_pass(free, days=29)
        for told in (page(free), insights(free)):
            assert "It's been 31 days since the last contact you wrote down." in told
            assert "longest stretch" not in told

    def test_what_was_kept_until_then_stays(self, ruled: Person) -> None:
        """Whoever decides a week later had kept the days in between, and they don't fall."""
        days_pass(ruled, days=37)
        assert in_json(ruled)["longest_stretch"] == 37
        ruled.answers("rule-is-over", {**LOOK_BACK, "next": "none"})
        days_pass(ruled, days=3)
        assert in_json(ruled)["longest_stretch"] == 37

    def test_no_page_speaks_of_a_rule(self, free: Person) -> None:
        """Not the check-in, not the urge, not contact, and not the page after days away."""
        free.answers("check-in", dict(LIFE["check-in"]))
        assert "a message, a call or a meeting" in str([view.options for view in free.views])
        free.clock.forward(days=14)
        free.answers("coming-back", {"contact": "no", "then": "not-now"})
        words = words_on(free.views)
        assert "Have you had contact with them since then?" in words
        assert "There was no contact in that time, and now it's written down." in words
        free.answers("urge", dict(LIFE["urge"]))
        assert str(LIFE["contact-rule"]["signature"]) not in words_on(free.views)
        writes(free)
        words = words_on(free.views)
        assert str(LIFE["contact-rule"]["signature"]) not in words
        assert "still count" not in words
        assert "rule" not in words

    def test_a_boundary_told_of_later_makes_nothing_of_it(self, free: Person) -> None:
        """Days since contact aren't held up to someone who owes quiet."""
        free.puts("now", what="told-to-stop", asked_to_stop=True)
        assert plain(free)[0] == "You don't have a rule at the moment."

    def test_it_is_no_agreement(self, free: Person) -> None:
        """Someone who made a rule after a yes, and goes on without it, isn't in touch again by that."""
        free.puts("one-invitation", sent="yes", reply="yes")
        assert in_json(free)["in_touch"]
        free.answers("contact-rule", dict(LIFE["contact-rule again"]))
        days_pass(free, days=30)
        free.answers("rule-is-over", {**LOOK_BACK, "next": "none"})
        assert not in_json(free)["in_touch"]
        writes(free)
        assert "own-in-touch" not in options_of(free, "kind")

    def test_a_new_rule_counts_again(self, free: Person) -> None:
        """From its own day on; the longest stretch is that of before."""
        days_pass(free, days=3)
        free.answers("contact-rule", dict(LIFE["contact-rule again"]))
        days_pass(free, days=2)
        days = free.guide.days
        assert days is not None
        assert (days.day, days.longest, days.before) == (2, 30, 30)

    def test_what_was_given_up_is_not_kept_afterwards(self, free: Person) -> None:
        """Whoever opens the page again can make a rule, or leave it at that."""
        free.answers("rule-is-over", {**LOOK_BACK, "next": "none"})
        assert options_of(free, "next") == ["new-rule", "none"]


class TestKeepingIt:
    """Someone who chose to keep their rule after its last day."""

    def test_the_day_goes_on(self, ruled: Person) -> None:
        """It says that they're keeping it, and nowhere that it's over, or that they could keep it."""
        days_pass(ruled, days=30)
        ruled.answers("rule-is-over", LOOK_BACK)
        for day in (30, 31, 75):
            says = f"You're keeping your rule. Day {day}."
            assert (plain(ruled)[0], says in menu(ruled)) == (says, True)
            assert "over today" not in everywhere(ruled)
            assert "Your rule ended" not in everywhere(ruled)
            assert "You can keep it" not in everywhere(ruled)
            assert short(ruled) == str(day)
            days_pass(ruled, days=1 if day == 30 else 44)

    def test_after_contact_its_days_go_on_beside(self, ruled: Person) -> None:
        """How long ago it was is said as after any rule."""
        days_pass(ruled, days=30)
        ruled.answers("rule-is-over", LOOK_BACK)
        days_pass(ruled, days=5)
        writes(ruled)
        assert "You're keeping your rule. Day 35. You wrote down contact today." in menu(ruled)
        days_pass(ruled, days=3)
        assert "Day 38. It's been three days since the last contact you wrote down." in menu(ruled)

    def test_a_new_rule_is_not_kept_before_its_last_day(self, ruled: Person) -> None:
        """The choice was about the rule before it."""
        days_pass(ruled, days=30)
        ruled.answers("rule-is-over", LOOK_BACK)
        ruled.answers("contact-rule", dict(LIFE["contact-rule again"]))
        days_pass(ruled, days=30)
        assert "Your rule is over today, after 30 days. You can keep it as long as it helps." in menu(ruled)


class TestAfterABoundaryIsLifted:
    """A rule that was signed with no end date has none until another one is made."""

    FREELY: ClassVar[dict[str, object]] = {"wrote-freely": True, "wants-contact": True, "want": "To understand."}
    RULE: ClassVar[dict[str, object]] = {
        "kind": "as-allowed",
        "since": "today",
        "length": "14",
        "signature": "In peace.",
    }

    @pytest.fixture
    def lifted(self, person: Person) -> Person:
        """Someone asked to stop who made a rule, and on the next day was written to by the other one, who wants contact."""
        person.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        person.answers("why-space", dict(LIFE["why-space"]))
        person.answers("contact-rule", self.RULE)
        person.clock.forward(days=1)
        person.answers("they-wrote", self.FREELY)
        return person

    def test_it_says_at_once_what_changes_and_what_does_not(self, lifted: Person) -> None:
        """On the last page of the run that lifts it, and on no later one."""
        last = str(lifted.views[-1].body)
        assert "You said they wrote freely and want to be in touch, so exback can help you write to them again." in last
        assert (
            "Your rule hasn't changed. It has no end date until you make a different one: exback step contact-rule"
            in last
        )
        lifted.clock.forward(days=1)
        lifted.answers("they-wrote", {**self.FREELY, "asks": "How I am.", "asked-to-meet": False, "kind": "none"})
        assert "hasn't changed" not in words_on(lifted.views)

    def test_without_a_rule_it_says_nothing_of_one(self, person: Person) -> None:
        """Only what exback helps with again."""
        person.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        person.clock.forward(days=1)
        person.answers("they-wrote", self.FREELY)
        last = str(person.views[-1].body)
        assert ("exback can help you write to them again" in last, "ule" in last) == (True, False)

    def test_while_another_boundary_holds_nothing_changes(self, person: Person) -> None:
        """And nothing says that it did."""
        person.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True, "ordered-away": True})
        person.answers("they-wrote", {"wrote-freely": True, "want": "To understand."})
        assert "again" not in str(person.views[-1].body)

    def test_its_days_are_not_counted_down(self, lifted: Person) -> None:
        """Before the day to check in with oneself, on it and after it."""
        assert "Day 1 of your rule. On Monday 16 March you'll check in with yourself." in menu(lifted)
        for days in (0, 13, 20):
            days_pass(lifted, days)
            for words in ("to go", " of 14", "is over", "ended", "You can keep it"):
                assert words not in everywhere(lifted), (days, words)
        assert "Day 34 of your rule. It goes on from here." in menu(lifted)

    def test_that_day_only_asks_how_you_are(self, lifted: Person) -> None:
        """It quotes no end, and nothing is decided on it."""
        days_pass(lifted, 13)
        lifted.answers("rule-is-over", {"how": "Calmer.", "people": "My sister."})
        words = words_on(lifted.views)
        assert "You set Monday 16 March as a day to look at how you're doing." in words
        assert "Your rule goes on, with no end date, until you make a different one." in words
        assert "until Monday" not in words

    def test_the_journal_reads_what_was_signed(self, lifted: Person) -> None:
        """With the option that was chosen, and no question that wasn't asked."""
        entries = journal(lifted.program, lifted.journey, Query(step="contact-rule")).entries
        asked_ = " ".join(asked(entry, lifted.journey) for entry in entries)
        assert "Only what's been arranged, since Monday 2 March, with no end date." in asked_
        assert "until" not in asked_
        (view,) = changes(lifted, latest(lifted, "contact-rule"), "kind", {"kind": "as-allowed"})[:1]
        assert (view.question, [option.id for option in view.options]) == ("What's allowed?", ["full", "as-allowed"])

    def test_a_new_one_has_an_end(self, lifted: Person) -> None:
        """It can be made at once, and says what it replaces."""
        lifted.answers("contact-rule", dict(LIFE["contact-rule again"]))
        assert "You made a rule with no end date. A new one replaces it from today." in words_on(lifted.views)
        lifted.clock.forward(days=1)
        assert "Day 1 of 30." in menu(lifted)
        days_pass(lifted, 29)
        assert condition(lifted) == "Your rule is over."

    def test_am_i_ready_does_not_take_it_for_over(self, lifted: Person) -> None:
        """However long ago it was made."""
        days_pass(lifted, 40)
        verdict = readiness.sign(readiness.CONDITIONS[0], lifted.journey)
        assert (verdict.open, verdict.reason) == (False, "Your rule has no end date. You can make one that has.")
        assert verdict.date == later(lifted.journey.today, 14)

    def test_a_rule_from_before_the_yes_keeps_the_end_that_was_set(self, ruled: Person) -> None:
        """Also where the yes was given by changing an earlier no: on the day of the rule, no boundary held."""
        ruled.clock.forward(days=1)
        story, now = latest(ruled, "your-story"), ruled.clock()
        was = Earlier("asked-to-stop", value=False, until=now, number=ruled.journey.next_number)
        ruled.store.put(changed(story, answers={**story.answers, "asked-to-stop": True}, history=[was]))
        assert "Day 1 of your rule. On Wednesday 1 April" in menu(ruled)
        ruled.clock.forward(days=1)
        ruled.answers("they-wrote", self.FREELY)
        last = str(ruled.views[-1].body)
        assert ("Your rule hasn't changed." in last, "no end date" in last) == (True, False)
        assert "Day 2 of 30." in menu(ruled)
