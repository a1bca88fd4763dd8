"""What comes back of what people planned and wrote: plans, dates, a page about a year, a list, a guess."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from support.lives import LIFE
from support.person import Person

from exback.engine.journal import Query, journal
from exback.engine.journal import asked as asked_in_journal
from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Review, View
from exback.model.items import Choice, Choices, Question, Scale, Timer
from exback.model.program import Program
from exback.model.prose import Quote
from exback.model.run import changed

PLAN = LIFE["live-forward"]
ALL_THREE: Mapping[str, object] = {
    "came-about": ["joy", "people", "change"],
    **{f"{scale}-{plan}": 5 for scale in ("mood", "got-done") for plan in ("joy", "people", "change")},
    "wished": "not-at-all",
}
HELD = ("asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me")


def goes_through(person: Person, step_id: str, answers: Mapping[str, object]) -> list[View]:
    """Go through a step, whatever its gates say, save the run, and return its pages."""
    session = Session.begin(person.program, person.program.step(step_id), person.journey, person.new_id())
    views: list[View] = []

    def answer(before: Session) -> Answer:
        view = before.view()
        views.append(view)
        assert len(views) < 100, view.item.id
        assert not view.notice, (view.item.id, view.notice)
        return Answer(answers.get(view.item.id, plain_answer(view)))

    *_, session = go_through(session, answer, person.clock)
    person.store.put(session.run)
    return views


def plain_answer(view: View) -> object:
    """Return an answer that fits any page."""
    match view.item:
        case Choices():
            return [view.options[0].id] if view.item.least else []
        case Choice():
            return view.options[0].id
        case Scale():
            return 5
        case Timer():
            return "finished"
        case _:
            return "words" if isinstance(view.item, Question) else True


def tells_story(person: Person, **answers: object) -> None:
    """Tell the story, with some answers changed."""
    changed = {item.replace("_", "-"): answer for item, answer in answers.items()}
    person.answers("your-story", {**LIFE["your-story"], **changed})


def words(views: list[View], item: str = "") -> str:
    """Return all that some pages say, or one of them, without the review."""
    pages = [view for view in views if not isinstance(view.item, Review) and item in ("", view.item.id)]
    return " ".join(str((view.body, view.question, view.note)) for view in pages)


def quotes(view: View) -> list[Quote]:
    """Return the quotes on a page."""
    return [block for block in view.body if isinstance(block, Quote)]


def page(views: list[View], item: str) -> View:
    """Return the page of an item."""
    return next(view for view in views if view.item.id == item)


def asked(views: list[View]) -> list[str]:
    """Return the ids of all questions that came up."""
    return [view.item.id for view in views if isinstance(view.item, Question)]


class TestWeeklyPlan:
    """A plan gets days, and is looked at a week later."""

    def test_comes_back_with_its_days(self, person: Person) -> None:
        """A week later the plan is read with the day of each thing in it, and each can be ticked."""
        tells_story(person)
        goes_through(person, "live-forward", PLAN)
        person.clock.forward(days=7)
        views = goes_through(person, "live-forward", {**PLAN, "came-about": []})
        assert quotes(page(views, "last-week"))[0].words.splitlines() == [
            "Something you enjoy on Thursday: Swim on Thursday",
            "People on Saturday: My sister",
            "One change: Early to bed",
            "How to start on Monday: Pack the bag tonight",
        ]
        assert [option.hint for option in page(views, "came-about").options] == [
            "Swim on Thursday",
            "My sister",
            "Early to bed",
        ]

    def test_asks_for_ratings_only_of_what_happened(self, person: Person) -> None:
        """What didn't happen isn't rated, and the first plan isn't looked at before it was made."""
        tells_story(person)
        first = asked(goes_through(person, "live-forward", PLAN))
        assert not {"came-about", "mood-joy", "got-done-joy", "wished", "date-went"} & set(first)
        person.clock.forward(days=7)
        again = asked(goes_through(person, "live-forward", {**PLAN, "came-about": ["people"]}))
        assert [item for item in again if item.startswith(("mood-", "got-done-"))] == ["mood-people", "got-done-people"]

    @pytest.mark.parametrize(
        ("numbers", "says"),
        [
            (
                {"mood-people": 8, "got-done-change": 9},
                "Your mood was best during “My sister”: 8 out of 10. What felt most like an achievement was “Early to bed”: 9 out of 10.",
            ),
            ({}, "You did all three things you'd planned. Your mood was 5 out of 10 with all of them."),
            (
                {"mood-joy": 1, "mood-people": 3, "mood-change": 0},
                "Your mood was low with all of them, 3 out of 10 at most. Other things may do you more good.",
            ),
            (
                {"mood-people": 8, "got-done-people": 7},
                "Your mood was best during “My sister”: 8 out of 10. It was also what felt most like an achievement: 7 out of 10.",
            ),
            ({"mood-joy": 8, "mood-change": 8}, "best during “Swim on Thursday” and “Early to bed”: 8 out of 10."),
            (
                {"came-about": ["joy"], "mood-joy": 2, "got-done-joy": 0},
                "You did one of the three things you'd planned. During “Swim on Thursday” your mood was 2 out of 10. As an achievement, you gave it 0.",
            ),
        ],
    )
    def test_says_with_the_numbers_what_did_most_good(
        self, person: Person, numbers: Mapping[str, object], says: str
    ) -> None:
        """The highest numbers are named with what they belong to, also where several are equal or all are low."""
        tells_story(person)
        goes_through(person, "live-forward", PLAN)
        person.clock.forward(days=7)
        closing = goes_through(person, "live-forward", {**PLAN, **ALL_THREE, **numbers})[-1:]
        assert says in words(closing)

    def test_praises_nothing_when_nothing_happened(self, person: Person) -> None:
        """None happened, so nothing is said to have done most good."""
        tells_story(person)
        goes_through(person, "live-forward", PLAN)
        person.clock.forward(days=7)
        closing = words(goes_through(person, "live-forward", {**PLAN, "came-about": []})[-1:])
        assert "Nothing from your last plan happened." in closing
        assert not any(praise in closing for praise in ("most good", "best", "felt most like", "Keep"))

    def test_names_a_long_plan_by_its_kind(self, person: Person) -> None:
        """A plan of many words is read whole, and isn't repeated in each question about it."""
        tells_story(person)
        goes_through(person, "live-forward", {**PLAN, "joy": "swim " * 20})
        person.clock.forward(days=7)
        views = goes_through(person, "live-forward", {**PLAN, **ALL_THREE})
        assert "swim swim" in words(views, "last-week")
        assert page(views, "mood-joy").question == "How was your mood during the thing you enjoy?"
        assert page(views, "came-about").options[0].hint == ""

    def test_reads_a_plan_from_before_days_were_asked(self, person: Person) -> None:
        """A plan of an earlier version has no days, and is read and ticked without them."""
        tells_story(person)
        goes_through(person, "live-forward", PLAN)
        run = person.journey.last("live-forward")
        assert run is not None
        for item in ("day-joy", "day-people", "day-change"):
            del run.answers[item]
        person.store.put(run)
        person.clock.forward(days=7)
        views = goes_through(person, "live-forward", {**PLAN, **ALL_THREE})
        assert quotes(page(views, "last-week"))[0].words.startswith("Something you enjoy: Swim on Thursday\nPeople: My")
        assert "You did all three things you'd planned." in words(views[-1:])


class TestDates:
    """Dates are offered, never required, and a yes is looked back on."""

    @pytest.mark.parametrize("answer", ["not-now", "maybe"])
    def test_a_no_is_not_asked_about_again(self, person: Person, answer: str) -> None:
        """Someone who didn't want to date isn't asked how it went."""
        tells_story(person)
        goes_through(person, "live-forward", {**PLAN, "dates": answer})
        person.clock.forward(days=7)
        assert "date-went" not in asked(goes_through(person, "live-forward", PLAN))

    @pytest.mark.parametrize(
        ("went", "asks_more", "says"),
        [
            ("met", True, "You went on a date, and it was good."),
            ("no-luck", True, "You went on a date, and it led nowhere."),
            ("tried", False, "You tried to meet someone."),
            ("not-yet", False, "You didn't get round to a date. There's no hurry."),
            ("changed-mind", False, "You decided against a date, and that's fine too."),
        ],
    )
    def test_a_yes_is_looked_back_on(self, person: Person, went: str, asks_more: bool, says: str) -> None:
        """A week after a yes, the page asks how it went, and the closing says it as they told it."""
        tells_story(person)
        goes_through(person, "live-forward", {**PLAN, "dates": "yes"})
        person.clock.forward(days=7)
        views = goes_through(person, "live-forward", {**PLAN, "date-went": went})
        assert ("date-showed" in asked(views)) == asks_more
        assert says in words(views[-1:])

    def test_someone_who_frightened_them_is_asked_nothing(self, person: Person) -> None:
        """An answer from before a yes to that question brings no question about dates either."""
        tells_story(person)
        goes_through(person, "live-forward", {**PLAN, "dates": "yes"})
        person.clock.forward(days=8)
        tells_story(person, afraid_of_me=True)
        assert not {"date-went", "dates"} & set(asked(goes_through(person, "live-forward", PLAN)))


class TestNotAStraightLine:
    """Accepting it isn't a straight line (C2b)."""

    @pytest.mark.parametrize(
        ("wished", "says"),
        [
            ("not-at-all", "You didn't wish this week that things had gone differently."),
            ("now-and-then", "Now and then you wished things had gone differently, and the week went on."),
            ("often", "You often wished things had gone differently."),
        ],
    )
    def test_is_asked_each_week_and_read_once(self, person: Person, wished: str, says: str) -> None:
        """The page is read in the second week; the question comes every week, and the closing says the answer."""
        tells_story(person)
        goes_through(person, "live-forward", PLAN)
        for week in (1, 2):
            person.clock.forward(days=7)
            views = goes_through(person, "live-forward", {**PLAN, "wished": wished})
            assert says in words(views[-1:])
            assert ("not-a-straight-line" in [view.item.id for view in views]) == (week == 1)

    def test_promises_nothing(self, person: Person) -> None:
        """Whoever may hope reads that it can't be hurried, and nothing of finding each other again."""
        tells_story(person)
        goes_through(person, "live-forward", PLAN)
        person.clock.forward(days=7)
        said = words(goes_through(person, "live-forward", PLAN), "not-a-straight-line")
        assert "It can't be hurried, and no one can promise you how long it takes." in said
        assert not any(words in said for words in ("find each other", "dates", "the article"))

    @pytest.mark.parametrize("held", HELD)
    def test_gives_no_hope_behind_a_boundary(self, person: Person, held: str) -> None:
        """No one behind a boundary reads of finding each other again, or of what the two of them had."""
        tells_story(person, **{held.replace("-", "_"): True})
        goes_through(person, "live-forward", PLAN)
        person.clock.forward(days=7)
        said = words(goes_through(person, "live-forward", PLAN), "not-a-straight-line")
        assert "isn't a straight line" in said
        assert not any(hope in said for hope in ("find each other", "what we had", "promise"))

    @pytest.mark.parametrize(
        ("who", "doubt"),
        [
            ("me", "whether it was right to leave"),
            ("both", "whether it had to end"),
            ("faded", "whether it had to end"),
            ("circumstances", "whether it had to end"),
        ],
    )
    def test_does_not_assume_that_someone_was_left(self, person: Person, who: str, doubt: str) -> None:
        """Someone who wasn't left reads about doubting the end, not about someone who doesn't see what they had."""
        tells_story(person, who_ended=who)
        goes_through(person, "live-forward", PLAN)
        person.clock.forward(days=7)
        said = words(goes_through(person, "live-forward", PLAN), "not-a-straight-line")
        assert doubt in said
        assert "How can they not see" not in said


class TestGoodYear:
    """A page about a good year without them, and what's better now."""

    def test_comes_back_on_its_day(self, person: Person) -> None:
        """A year later it's on the status page, and opening the step shows it with the day it was written."""
        tells_story(person)
        goes_through(person, "happy-without", LIFE["happy-without"])
        assert [(each.day, each.words) for each in person.guide.coming] == [
            (date(2027, 3, 2), ("You can read what you wrote about a good year",))
        ]
        person.clock.forward(days=365)
        assert [each.day for each in person.guide.coming] == [person.journey.today]
        assert "happy-without" in [step.id for step in person.guide.due]
        views = goes_through(person, "happy-without", LIFE["happy-without"])
        [quote] = quotes(page(views, "year-came-back"))
        assert (quote.words, quote.day) == ("A small flat and a dog.", date(2026, 3, 2))
        assert "year-since" in asked(views)

    def test_is_still_there_when_its_day_was_missed(self, person: Person) -> None:
        """Someone who comes three weeks late finds it as well, once."""
        tells_story(person)
        goes_through(person, "happy-without", LIFE["happy-without"])
        person.clock.forward(days=386)
        assert "happy-without" in [step.id for step in person.guide.due]
        assert "A small flat" in words(goes_through(person, "happy-without", {}), "year-came-back")
        person.clock.forward(days=7)
        assert "happy-without" not in [step.id for step in person.guide.due]
        assert not words(goes_through(person, "happy-without", {}), "year-came-back")

    def test_is_no_secret_before_that(self, person: Person) -> None:
        """Before its day it's quoted like any other answer, and called neither a letter nor sealed."""
        tells_story(person)
        closing = words(goes_through(person, "happy-without", LIFE["happy-without"])[-1:])
        assert "Your page about the year will come back on Tuesday 2 March 2027." in closing
        person.clock.forward(days=7)
        views = goes_through(person, "happy-without", {})
        assert "A small flat and a dog." in words(views, "year")
        assert not words(views, "year-came-back")

    def test_asks_in_what_they_are_better_off(self, person: Person) -> None:
        """A yes asks for the ways and says them back; a no is said back without arguing."""
        tells_story(person)
        yes = goes_through(person, "happy-without", LIFE["happy-without"])
        assert "This is how you're better off:" in words(yes[-1:])
        assert "I sleep through." in words(yes[-1:])
        person.clock.forward(days=7)
        no = goes_through(person, "happy-without", {**LIFE["happy-without"], "better-off": "not-yet"})
        assert "better-how" not in asked(no)
        assert "Today you can't see any ways you're better off." in words(no[-1:])

    def test_has_no_option_that_nobody_can_want(self, person: Person) -> None:
        """Each option is a whole sentence; the title says what the step is about."""
        tells_story(person)
        views = goes_through(person, "happy-without", {})
        labels = [option.label for option in page(views, "need-or-want").options]
        assert labels == ["I need them", "I want them, but don't need them", "I don't need them or want them"]
        assert views[0].title.endswith("A good year apart")


class TestLivingList:
    """What was good and what hurt, to which a line can be added after any urge."""

    def test_urges_ask_for_a_line_once_there_is_a_list(self, person: Person) -> None:
        """Before there's a list, an urge has no such page; after that it's the last one, and may be skipped."""
        tells_story(person)
        assert "add-to-list" not in asked(goes_through(person, "urge", LIFE["urge"]))
        goes_through(person, "was-it-that-good", LIFE["was-it-that-good"])
        views = goes_through(person, "urge", LIFE["urge"])
        assert asked(views)[-1] == "add-to-list"
        item = page(views, "add-to-list").item
        assert isinstance(item, Question)
        assert item.optional

    def test_shows_added_lines_with_their_days(self, person: Person) -> None:
        """The next time, the list as it was and each added line are read with their dates, at the start and at the end."""
        tells_story(person)
        goes_through(person, "was-it-that-good", LIFE["was-it-that-good"])
        person.clock.forward(days=3)
        goes_through(person, "urge", {**LIFE["urge"], "add-to-list": "They never asked about my day."})
        person.clock.forward(days=7)
        views = goes_through(person, "was-it-that-good", LIFE["was-it-that-good"])
        added = Quote("They never asked about my day.", date(2026, 3, 5), "You added this:")
        assert added in quotes(page(views, "list-so-far"))
        assert added in quotes(page(views, "ledger"))
        assert [quote.words for quote in quotes(page(views, "list-so-far"))][:2] == [
            "We laughed.",
            "We never spoke of money.",
        ]

    def test_needs_both_columns(self, person: Person) -> None:
        """Neither column can be skipped."""
        step = person.program.step("was-it-that-good")
        columns = [item for item in step.items if item.id in ("good", "hurt")]
        assert [isinstance(item, Question) and not item.optional for item in columns] == [True, True]


class TestWhatYouWant:
    """What they want now, and whether it fits with what the other one wants (C3)."""

    @pytest.mark.parametrize(
        ("fits", "says"),
        [
            ("mostly", "most of that fits with what they want"),
            ("partly", "some of that fits with what they want, and some doesn't"),
            ("hardly", "hardly any of that fits with what they want"),
            ("unknown", "You don't know whether that fits with what they want."),
        ],
    )
    def test_is_said_back(self, person: Person, fits: str, says: str) -> None:
        """The closing says what they want and whether it fits, as they answered."""
        tells_story(person)
        views = goes_through(person, "who-am-i-now", {**LIFE["who-am-i-now"], "fits": fits})
        assert says in words(views[-1:])
        assert "Someone who is home in the evening." in words(views[-1:])

    @pytest.mark.parametrize("held", HELD)
    def test_is_about_any_relationship_behind_a_boundary(self, person: Person, held: str) -> None:
        """Whoever can't reach out is asked what they want in any relationship, and not whether it fits with the other one."""
        tells_story(person, **{held.replace("-", "_"): True})
        views = goes_through(person, "who-am-i-now", LIFE["who-am-i-now"])
        assert "in any relationship" in words(views, "want-now")
        assert "fits" not in asked(views)
        assert "what they want" not in words(views)


class TestFirstWeek:
    """Five plans, and a look at how they went."""

    def test_sets_a_time_to_get_up(self, person: Person) -> None:
        """Sleep begins with one time for getting up; it comes back a week later with the day it began."""
        tells_story(person)
        views = goes_through(person, "first-week", LIFE["first-week"])
        assert asked(views)[0] == "get-up"
        assert quotes(views[-1])[0].words == "Half past seven"
        person.clock.forward(days=7)
        lines = quotes(page(goes_through(person, "first-week", {}), "your-plans"))[0].words.splitlines()
        assert lines[:2] == ["Getting up from Monday: Half past seven", "Sleep from Monday: a plan for sleep"]
        assert lines[3] == "One person on Monday: a plan for person"

    def test_plans_again_after_the_look_back(self, person: Person) -> None:
        """A third time makes new plans, because there are none left to look at, and the fourth looks at those."""
        tells_story(person)
        for _ in range(2):
            goes_through(person, "first-week", LIFE["first-week"])
            person.clock.forward(days=7)
            views = goes_through(person, "first-week", {})
            assert "kept" in asked(views)
            assert "Half past seven" in quotes(page(views, "your-plans"))[0].words
            person.clock.forward(days=7)

    def test_keeps_none_that_did_no_good(self, person: Person) -> None:
        """None worked out, so no page says to keep the one that did most good."""
        tells_story(person)
        goes_through(person, "first-week", LIFE["first-week"])
        person.clock.forward(days=7)
        views = goes_through(person, "first-week", {"kept": []})
        assert "most-good" not in asked(views)
        closing = words(views[-1:])
        assert "None of the five worked out. You looked back all the same." in closing
        assert "most good" not in closing
        assert "pick the easiest of the five" in closing

    @pytest.mark.parametrize(
        ("best", "says"), [("person", "plan “one person” again next week"), ("none", "swap one of the five")]
    )
    def test_keeps_the_one_that_did_most_good(self, person: Person, best: str, says: str) -> None:
        """The small thing is the plan they named, or an easier one if none did them good."""
        tells_story(person)
        goes_through(person, "first-week", LIFE["first-week"])
        person.clock.forward(days=7)
        views = goes_through(person, "first-week", {"kept": ["meal", "person"], "most-good": best})
        assert [option.id for option in page(views, "most-good").options] == ["meal", "person", "none"]
        assert says in words(views[-1:])


class TestGuess:
    """A guess how strong an urge will be in ten minutes, and then a look."""

    @pytest.mark.parametrize(
        ("numbers", "says"),
        [
            (
                (6, 8, 4),
                "It was 6 before, you guessed 8, and it was 4 after the wait. It was weaker than you'd guessed.",
            ),
            (
                (6, 5, 7),
                "It was 6 before, you guessed 5, and it was 7 after the wait. It was stronger than you'd guessed.",
            ),
            ((6, 5, 5), "You guessed it exactly."),
        ],
    )
    def test_is_compared_with_what_came(self, person: Person, numbers: tuple[int, int, int], says: str) -> None:
        """The three numbers are said as they were given, with what they show of the guess."""
        tells_story(person)
        before, guess, after = numbers
        views = goes_through(person, "ride-an-urge", {"before": before, "guess": guess, "after": after})
        assert asked(views)[:5] == ["before", "guess", "breath", "wait", "where"]
        assert says in words(views[-1:])

    def test_is_not_tested_by_a_wait_that_was_cut_short(self, person: Person) -> None:
        """Someone who stopped the clock hears that it was less than ten minutes, and nothing about the guess."""
        tells_story(person)
        closing = words(
            goes_through(person, "ride-an-urge", {"before": 6, "guess": 8, "wait": "left", "after": 4})[-1:]
        )
        assert "before the ten minutes were over" in closing
        assert "weaker" not in closing


class TestTwoQuestions:
    """Two questions, every week."""

    def test_has_ends_that_say_what_they_mean(self, person: Person) -> None:
        """Each end of a scale is clear together with its question."""
        tells_story(person)
        views = goes_through(person, "two-questions", LIFE["two-questions"])
        assert page(views, "without").note[-1] == "0 is not happy at all, 10 is completely happy."
        assert page(views, "want").note == ("0 is not at all, 10 is very much.",)


@pytest.mark.parametrize("claim", ["S9", "S10", "S11", "S12", "S13", "S14", "C1", "C2b", "C3", "C4g"])
def test_claims_are_carried_by_something_they_do(program: Program, claim: str) -> None:
    """Each of these claims is on a question of these steps, not only on something to read."""
    steps = ("first-week", "live-forward", "happy-without", "who-am-i-now", "two-questions")
    items = [item for step_id in steps for item in program.step(step_id).items]
    assert [item.id for item in items if claim in item.claims and isinstance(item, Question)]


OLD_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "first-week": ("get-up",),
    "ride-an-urge": ("guess", "wait"),
    "who-am-i-now": ("want-now", "fits"),
    "live-forward": ("day-joy", "day-people", "day-change"),
    "happy-without": ("better-off", "better-how"),
}
"""The answers that runs of earlier versions don't have, by step."""


@pytest.mark.parametrize("step_id", OLD_ANSWERS)
def test_what_was_done_before_stays_done(person: Person, step_id: str) -> None:
    """A finished run without the new answers loads, stays done, and opens to be read."""
    tells_story(person)
    goes_through(person, step_id, LIFE[step_id])
    run = person.journey.last(step_id)
    assert run is not None
    for item in OLD_ANSWERS[step_id]:
        run.answers.pop(item, None)
    person.store.put(run)
    before = person.state(step_id)
    person.answers(step_id, {item: LIFE[step_id].get(item, "finished") for item in OLD_ANSWERS[step_id]})
    assert person.state(step_id) == before


@pytest.mark.parametrize("step_id", OLD_ANSWERS)
def test_what_was_left_half_way_goes_on(person: Person, step_id: str) -> None:
    """A run that was left before these questions were asked is finished with them, and keeps what it had."""
    tells_story(person)
    goes_through(person, step_id, LIFE[step_id])
    run = person.journey.last(step_id)
    assert run is not None
    kept = {item: answer for item, answer in run.answers.items() if item not in OLD_ANSWERS[step_id]}
    person.store.put(changed(run, answers=kept, finished=None, finish_number=0, cursor=next(iter(kept))))
    session = Session.resume(person.program, person.program.step(step_id), person.journey, person.journey.runs[-1])
    *_, session = go_through(session, lambda now: Answer(plain_answer(now.view())), person.clock)
    assert session.run.finished is not None
    assert set(kept) <= set(session.run.answers)


def test_the_journal_keeps_each_week_with_its_own_plan_and_question(person: Person) -> None:
    """A mood is beside the plan that it was about, and not beside the one that was made since."""
    for week, joy in enumerate(("the pool", "choir", "herbs")):
        goes_through(person, "live-forward", {**PLAN, **ALL_THREE, "joy": joy, "mood-joy": week})
        goes_through(person, "what-opened-up", LIFE["what-opened-up"])
        person.clock.forward(days=7)
    numbers = journal(person.program, person.journey, Query(step="live-forward", kind="number")).entries
    assert ["the pool" in entry.words and "choir" not in entry.words for entry in numbers] == [False, True, False]
    assert ["choir” feel" in entry.words for entry in numbers] == [True, False, False]
    opened = journal(person.program, person.journey, Query(step="what-opened-up")).entries
    questions = [asked_in_journal(entry, person.journey) for entry in opened if entry.item == "opened"]
    assert questions[-1] == "What's become possible or easier for you since it ended?"
    assert questions[-1] not in questions[:-1]
