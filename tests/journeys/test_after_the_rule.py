"""After the rule: check-ins twice a week for whoever wants that, one larger thing a week, and an honest offer to stop."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from msgspec import structs
from support.in_memory import InMemory
from support.lives import LIFE
from support.pages_today import menu, page, plain
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.journal import Query, journal
from exback.model.program import Program
from exback.model.run import Value

LARGER, OFTEN = "larger-thing", "how-often"
NOES = {"asked_to_stop": False, "ordered_away": False, "afraid_of_them": False, "afraid_of_me": False}


def days_pass(someone: InMemory, days: int, *, every: int = 4, **numbers: Value) -> None:
    """Let days pass, with a check-in every few days."""
    for day in range(1, days + 1):
        someone.day += 1
        if day % every == 0:
            someone.puts("check-in", **{"mood": 7, "longing": 1, "sleep": 6, **numbers}, happened=[])


@pytest.fixture
def ruled(program: Program) -> InMemory:
    """Someone who makes a rule of 14 days today."""
    someone = InMemory(program)
    someone.puts("your-story", asked_to_stop=False, ordered_away=False, afraid_of_them=False, afraid_of_me=False)
    someone.puts("contact-rule", kind="full", length="14")
    return someone


@pytest.fixture
def over(ruled: InMemory) -> InMemory:
    """Someone whose rule of 14 days is over today."""
    days_pass(ruled, 14)
    return ruled


class TestTwiceAWeek:
    """The rhythm that someone may choose."""

    @pytest.mark.parametrize("asked_in", [OFTEN, "rule-is-over"])
    def test_then_a_check_in_is_due_on_the_third_day(self, over: InMemory, asked_in: str) -> None:
        """Wherever it was chosen; and every day again once a new rule was made."""
        over.puts(asked_in, rhythm="twice-a-week")
        over.puts("check-in", mood=5)
        is_due = []
        for _ in range(4):
            over.day += 1
            is_due.append("check-in" in over.due)
        assert is_due == [False, False, True, True]
        over.puts("check-in", mood=5)
        over.puts("contact-rule", kind="full", length="14")
        over.day += 1
        assert "check-in" in over.due

    def test_it_can_be_taken_back(self, over: InMemory) -> None:
        """The latest answer counts."""
        over.puts("rule-is-over", rhythm="twice-a-week")
        over.puts(OFTEN, rhythm="daily")
        over.puts("check-in", mood=5)
        over.day += 1
        assert "check-in" in over.due

    def test_it_is_offered_once_a_month_after_the_rule(self, over: InMemory) -> None:
        """To someone who checks in every day, and never again while the numbers don't speak for stopping."""
        days_pass(over, 29, longing=6)
        assert OFTEN not in over.due
        days_pass(over, 1, longing=6)
        assert OFTEN in over.due
        over.puts(OFTEN, rhythm="daily")
        days_pass(over, 60, longing=6)
        assert OFTEN not in over.due

    def test_looking_back_on_the_rule_asks_for_it(self, person: Person) -> None:
        """And it may be skipped."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.puts("contact-rule", kind="full", length="3")
        person.clock.forward(days=3)
        run = person.answers("rule-is-over", {"how": "Calmer.", "rhythm": "twice-a-week", "next": "keep-going"})
        assert run.answers["rhythm"] == "twice-a-week"


class TestLargerThing:
    """One larger thing a week."""

    def test_it_comes_once_a_week_and_asks_how_the_last_one_went(self, over: InMemory) -> None:
        """In one tap, and only of one that was taken on."""
        assert LARGER in over.due
        assert over.first_page(LARGER).item.id == "thing"
        over.puts(LARGER, thing="new-dish")
        days_pass(over, 6)
        assert LARGER not in over.due
        days_pass(over, 1)
        assert LARGER in over.due
        asking = over.first_page(LARGER)
        assert asking.question == (
            "Last time it was: “Cook something you've never cooked, from what's already in the house.” How did it go?"
        )
        over.puts(LARGER, went="did", thing="not-new-way")
        days_pass(over, 7)
        assert over.first_page(LARGER).question.startswith("Write to a friend")

    def test_the_journal_keeps_each_with_its_own_week(self, person: Person) -> None:
        """What was shown on a day is read there later, and not what is shown by now."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.puts("contact-rule", kind="full", length="3")
        person.clock.forward(days=3)
        person.answers(LARGER, {"thing": "new-dish"})
        person.clock.forward(days=7)
        person.answers(LARGER, {"went": "did", "thing": "new-way"})
        newest, oldest = (entry.words for entry in journal(person.program, person.journey, Query(step=LARGER)).entries)
        assert oldest.startswith("Cook something you've never cooked")
        assert newest.startswith("Last time it was: “Cook something you've never cooked")
        assert "Walk somewhere you've never walked" in newest

    def test_none_comes_twice_before_all_have_come(self, over: InMemory) -> None:
        """Thirty of them, more than half a year, whether they're taken on or not, and then the first again."""
        shown = []
        for week in range(31):
            page = over.first_page(LARGER)
            over.puts(LARGER, thing=f"not-{page.options[0].id}")
            assert page.options[0].id == page.options[1].id.removeprefix("not-"), week
            shown.append(page.question)
            over.day += 7
        assert len(set(shown[:30])) == 30
        assert shown[30] == shown[0]

    def test_none_comes_while_a_rule_runs_or_they_are_together(self, ruled: InMemory) -> None:
        """Neither on the day before its end, nor together again."""
        days_pass(ruled, 13)
        assert LARGER not in ruled.due
        days_pass(ruled, 1)
        assert LARGER in ruled.due
        ruled.puts("together-again", keep="The choir.")
        assert LARGER not in ruled.due

    def test_none_can_be_taken_for_one_about_the_other_person(self) -> None:
        """Whoever is thanked, helped, taught or written to is named as someone else, and old photos are left alone."""
        things: dict[str, str] = import_module("exback.steps.companion.larger_things").LARGER_THINGS
        for thing, words in things.items():
            has_named = any(other in words for other in ("friend", "neighbour", "family", "colleague"))
            assert has_named or not re.match(r"(Write to|Thank|Do something useful for|Call|Visit|Meet) ", words), thing
            assert "your photos" not in words

    def test_it_says_of_no_rule_that_it_is_over(self, over: InMemory) -> None:
        """To someone who must leave the other one alone, their rule goes on."""
        assert "over" not in str(over.program.step(LARGER).purpose)

    def test_an_ending_of_ones_own_takes_it_from_no_one(self, over: InMemory) -> None:
        """Whoever let go has a life, too."""
        over.puts("letting-go", keep="The choir.", contact_from_here="none")
        assert LARGER in over.due


class TestOfferToStop:
    """“You may not need this any more.”"""

    def is_offered(self, someone: InMemory) -> bool:
        """Whether the step offers to stop today."""
        page = someone.first_page(OFTEN)
        is_said = page.question.startswith("You may not need this any more.")
        assert is_said == any(option.id == "open-end" for option in page.options)
        return is_said

    def test_it_comes_when_the_numbers_say_so(self, over: InMemory) -> None:
        """With the numbers, sixty days after the rule, and not again for a month."""
        days_pass(over, 60, every=3)
        assert OFTEN in over.due
        assert self.is_offered(over)
        assert "your longing averaged 1 out of 10. Your mood was a steady 7." in str(over.first_page(OFTEN).note)
        over.puts(OFTEN, rhythm="twice-a-week")
        days_pass(over, 29, every=3)
        assert OFTEN not in over.due
        days_pass(over, 1, every=3)
        assert OFTEN in over.due

    @pytest.mark.parametrize(
        ("days", "numbers"), [(59, {}), (60, {"longing": 3}), (60, {"mood": 5}), (60, {"mood": 3, "longing": 0})]
    )
    def test_it_never_comes_before(self, over: InMemory, days: int, numbers: dict[str, Value]) -> None:
        """Too soon after the rule, or with longing or a mood that say otherwise."""
        days_pass(over, days, every=3, **numbers)
        assert not self.is_offered(over)

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("check-in", {"mood": 7, "longing": 1, "phq_1": "3", "phq_2": "1", "gad_1": "0", "gad_2": "0"}),
            ("check-in", {"mood": 3, "longing": 1}),
            ("contact", {"kind": "i-wrote"}),
            ("contact", {"kind": "slept-together", "own_idea": True}),
            ("urge", {"before": 6, "wrote": True}),
            ("check-in", {"mood": 7, "longing": 1, "happened": ["contact"]}),
            ("check-in", {"mood": 7, "longing": 1, "phq_1": "3", "phq_2": "3"}),
            ("check-in", {"mood": 7, "longing": 1, "line": "I want to die."}),
            ("write", {"entry": "I want to die."}),
            ("urge", {"before": 10, "after": 10, "wrote": False}),
            ("urge", {"before": 8, "after": 2, "wrote": False}),
            ("now", {"what": "too-much"}),
            ("now", {"what": "afraid"}),
            ("their-side", {"afraid_of_them": True}),
            ("safety-plan", {"signs": "I stop sleeping."}),
        ],
    )
    def test_one_reason_to_stay_is_enough(self, over: InMemory, step: str, answers: dict[str, Value]) -> None:
        """A questionnaire that was high, one bad day, a slip, a hard hour or grave words in four weeks, wherever it was told."""
        days_pass(over, 50, every=3)
        over.puts(step, **answers)
        days_pass(over, 10, every=3)
        assert not self.is_offered(over)
        days_pass(over, 18, every=3)
        assert self.is_offered(over)

    def test_one_that_was_left_is_enough(self, over: InMemory) -> None:
        """Who closes the window in a hard hour had one."""
        days_pass(over, 59, every=3)
        over.puts("now", what="too-much")
        over.runs[-1] = structs.replace(over.runs[-1], finished=None, finish_number=0)
        days_pass(over, 1, every=3)
        assert not self.is_offered(over)

    @pytest.mark.parametrize(("checks", "is_offered"), [(0, True), (3, True), (4, False), (20, False)])
    def test_checks_on_them_are_a_reason_when_there_are_many(
        self, over: InMemory, checks: int, is_offered: bool
    ) -> None:
        """About one a week, each on a page of its own."""
        days_pass(over, 60, every=3)
        for _ in range(checks):
            over.puts("look", what="profile")
        assert self.is_offered(over) == is_offered

    @pytest.mark.parametrize(("checks", "is_offered"), [(3, True), (4, False)])
    def test_a_check_that_was_told_twice_counts_once(self, over: InMemory, checks: int, is_offered: bool) -> None:
        """In the check-in of that day, and on its own page."""
        days_pass(over, 48, every=3)
        for _ in range(checks):
            over.day += 3
            over.puts("check-in", mood=7, longing=1, happened=["looked"])
            over.puts("look", what="profile")
        days_pass(over, 12, every=3)
        assert self.is_offered(over) == is_offered

    @pytest.mark.parametrize("boundary", ["asked_to_stop", "ordered_away", "afraid_of_them", "afraid_of_me"])
    def test_behind_a_boundary_it_does_not_say_that_the_rule_is_over(self, over: InMemory, boundary: str) -> None:
        """Their rule goes on, with no end date."""
        over.puts("now", what="told-to-stop", **{**NOES, boundary: True})
        days_pass(over, 60, every=3)
        assert self.is_offered(over)
        assert "rule" not in str(over.first_page(OFTEN).note)
        assert "your longing averaged 1 out of 10" in str(over.first_page(OFTEN).note)

    def test_a_falling_mood_is_not_steady(self, over: InMemory) -> None:
        """Even where it's good on average."""
        days_pass(over, 45, every=3, mood=9)
        days_pass(over, 15, every=3, mood=6)
        assert not self.is_offered(over)

    def test_stopping_keeps_everything_and_one_key_undoes_it(self, person: Person) -> None:
        """Nothing is due, every page says so without a date, and “Go on” is in the menu."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.puts("contact-rule", kind="full", length="3")
        person.clock.forward(days=90)
        person.puts(OFTEN, rhythm="open-end")
        person.clock.forward(days=400)
        assert not person.guide.due
        assert person.guide.next is None
        assert "You stopped here. Everything you wrote is saved." in menu(person)
        assert "Paused until you go on" in page(person)
        assert "Paused: until you go on" in plain(person)
        screen = Scripted({"today": ("how-often daily", "leave")})
        Wizard(person.program, person.store, screen, person.clock, person.new_id).run()
        assert [option.label for option in screen.views[0].options][:2] == ["That's all for now", "Go on"]
        assert screen.views[0].options[1].key == "g"
        assert [view.item.id for view in screen.views] == ["today", "closing", "today"]
        assert person.program.step("check-in") in person.guide.due


class TestStatus:
    """What the status says of the rule's end."""

    @pytest.mark.parametrize("boundary", sorted(NOES))
    def test_behind_a_boundary_it_has_not_ended(self, person: Person, boundary: str) -> None:
        """It goes on: no line gives the day that was set for it as its end."""
        person.puts("your-story", **{**NOES, boundary: True})
        person.puts("contact-rule", kind="full", length="14")
        for _ in range(5):
            person.clock.forward(days=4)
            person.puts("check-in", mood=5)
        assert "It goes on from here. Since Monday 2 March" in page(person)
        assert "ended" not in page(person)
        assert plain(person)[:2] == ["Day 20 of your rule. It goes on from here.", "Since Monday 2 March."]

    def test_the_day_of_its_end_is_said_once(self, person: Person) -> None:
        """After days no one answered for, the first sentence has it already."""
        person.puts("your-story", **NOES)
        person.puts("contact-rule", kind="full", length="14")
        person.clock.forward(days=30)
        assert str((page(person), plain(person))).count("our rule ended on Monday 16 March") == 2
