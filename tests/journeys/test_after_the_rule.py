"""After the rule: check-ins twice a week for whoever wants that, one larger thing a week, and an honest offer to stop."""

from __future__ import annotations

import pytest
from support.lives import LIFE
from support.pages_today import menu, page, plain
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard

LARGER, OFTEN = "larger-thing", "how-often"


def makes_a_rule(person: Person, days: int = 14) -> None:
    """Make a rule of some days, with nothing else around it."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts("contact-rule", kind="full", length=str(days))


def days_pass(person: Person, days: int, *, every: int = 4, **numbers: int) -> None:
    """Let days pass, with a check-in every few days."""
    for day in range(1, days + 1):
        person.clock.forward(days=1)
        if day % every == 0:
            person.puts("check-in", **{"mood": 7, "longing": 1, "sleep": 6, **numbers}, happened=[])


@pytest.fixture
def over(person: Person) -> Person:
    """Someone whose rule of 14 days is over today."""
    makes_a_rule(person)
    days_pass(person, 14)
    return person


def due(person: Person) -> list[str]:
    """Return the ids of what is due."""
    return [step.id for step in person.guide.due]


class TestTwiceAWeek:
    """The rhythm that someone may choose."""

    def test_then_a_check_in_is_due_on_the_third_day(self, over: Person) -> None:
        """And every day without it, or once a new rule was made."""
        over.answers(OFTEN, {"rhythm": "twice-a-week"})
        over.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
        is_due = []
        for _ in range(4):
            over.clock.forward(days=1)
            is_due.append("check-in" in due(over))
        assert is_due == [False, False, True, True]
        over.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
        over.puts("contact-rule", kind="full", length="14")
        over.clock.forward(days=1)
        assert "check-in" in due(over)

    def test_it_is_asked_when_looking_back_on_the_rule(self, over: Person) -> None:
        """The answer there counts like one to the step of its own."""
        over.answers("rule-is-over", {"how": "Calmer.", "rhythm": "twice-a-week", "next": "keep-going"})
        over.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
        over.clock.forward(days=2)
        assert "check-in" not in due(over)

    def test_it_is_offered_once_a_month_after_the_rule(self, over: Person) -> None:
        """To someone who checks in every day, and never again once it's answered and the numbers don't speak for stopping."""
        days_pass(over, 29, longing=6)
        assert OFTEN not in due(over)
        days_pass(over, 1, longing=6)
        assert OFTEN in due(over)
        over.answers(OFTEN, {"rhythm": "daily"})
        days_pass(over, 60, longing=6)
        assert OFTEN not in due(over)


class TestLargerThing:
    """One larger thing a week."""

    def test_it_comes_once_a_week_and_asks_how_the_last_one_went(self, over: Person) -> None:
        """In one tap, and only of one that was taken on."""
        assert LARGER in due(over)
        first = over.answers(LARGER, {"thing": "new-dish"})
        assert first.finished
        days_pass(over, 6)
        assert LARGER not in due(over)
        days_pass(over, 1)
        assert LARGER in due(over)
        over.answers(LARGER, {"went": "did", "thing": "not-new-way"})
        assert "That's one larger thing so far." in str(over.views[-1].body)
        days_pass(over, 7)
        over.answers(LARGER, {"thing": "old-friend"})
        assert "went" not in [view.item.id for view in over.views]

    def test_none_comes_twice_before_all_have_come(self, over: Person) -> None:
        """More than half a year of them, and then the first again."""
        shown = []
        for _ in range(31):
            answers = {"thing": lambda view: view.options[len(shown) % 2].id, "went": "did-not"}
            is_asked = bool(shown) and not shown[-1].startswith("not-")
            run = over.answers(LARGER, answers if is_asked else {"thing": answers["thing"]})
            shown.append(str(run.answers["thing"]))
            over.clock.forward(days=7)
        things = [thing.removeprefix("not-") for thing in shown]
        assert len(set(things[:30])) == 30
        assert things[30] == things[0]

    def test_none_comes_while_a_rule_runs_or_they_are_together(self, person: Person) -> None:
        """Neither on the day before its end, nor together again."""
        makes_a_rule(person)
        days_pass(person, 13)
        assert LARGER not in due(person)
        days_pass(person, 1)
        assert LARGER in due(person)
        person.puts("together-again", keep="The choir.")
        assert LARGER not in due(person)


class TestOfferToStop:
    """“You may not need this any more.”"""

    def asked(self, person: Person) -> str:
        """Return the question that the step asks today."""
        person.answers(OFTEN, {"rhythm": "daily"})
        return str(person.views[0].question)

    def test_it_comes_when_the_numbers_say_so(self, over: Person) -> None:
        """With the numbers, sixty days after the rule, and not again for a month."""
        days_pass(over, 60, every=3)
        assert self.asked(over).startswith("You may not need this any more.")
        assert "your longing was 1 of 10 on average, and your mood 7 and steady" in str(over.views[0].note)
        days_pass(over, 29, every=3)
        assert OFTEN not in due(over)
        days_pass(over, 1, every=3)
        assert OFTEN in due(over)

    @pytest.mark.parametrize(
        ("days", "numbers"), [(59, {}), (60, {"longing": 4}), (60, {"mood": 5}), (60, {"mood": 3, "longing": 0})]
    )
    def test_it_never_comes_before(self, over: Person, days: int, numbers: dict[str, int]) -> None:
        """Too soon after the rule, or with longing or a mood that say otherwise."""
        days_pass(over, days, every=3, **numbers)
        assert "any more" not in self.asked(over)

    def test_it_never_comes_with_a_high_questionnaire(self, over: Person) -> None:
        """Low mood or worry that was high once in the last four weeks is a reason to stay."""
        days_pass(over, 50, every=3)
        pair = {"phq_1": "3", "phq_2": "1", "gad_1": "0", "gad_2": "0"}
        over.puts("check-in", mood=7, longing=1, sleep=6, happened=[], **pair)
        days_pass(over, 10, every=3)
        assert "any more" not in self.asked(over)

    def test_it_never_comes_after_a_slip(self, over: Person) -> None:
        """Whoever wrote to them in the last four weeks isn't told that they don't need it."""
        days_pass(over, 50, every=3)
        over.puts("contact", kind="i-wrote")
        days_pass(over, 10, every=3)
        assert "any more" not in self.asked(over)

    def test_stopping_keeps_everything_and_one_key_undoes_it(self, over: Person) -> None:
        """Nothing is due, every page says so without a date, and “Go on” is in the menu."""
        days_pass(over, 60, every=3)
        over.answers(OFTEN, {"rhythm": "open-end"})
        runs = len(over.journey.runs)
        over.clock.forward(days=400)
        assert due(over) == []
        assert over.guide.next is None
        assert "You stopped here. Everything you wrote is kept." in menu(over)
        assert "Pause until you go on" in page(over)
        assert "Pause: until you go on" in plain(over)
        screen = Scripted({"today": ("how-often daily", "leave")})
        wizard = Wizard(over.program, over.store, screen, over.clock, over.new_id)
        assert (
            next(option.key for option in wizard._today(over.guide, over.journey.today).options if "daily" in option.id)
            == "g"
        )
        wizard.run()
        assert len(over.journey.runs) > runs
        assert "check-in" in due(over)
