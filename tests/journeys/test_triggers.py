"""What set it off: one tap, their own situations first, and the plan for it before everything else."""

from __future__ import annotations

from importlib import import_module

import pytest
from support.person import Person
from support.scripted import Scripted

from exback.engine.session import Session
from exback.engine.view import GoTo, Leave, View
from exback.model.prose import Quote
from exback.model.run import changed, finished, reopened

LATE, WINE, QUIET = "It's past 11.", "I've had two glasses.", "I come home and it's quiet."
URGE = {"before": 7, "now_what": "go-on", "after": 3, "wrote": False}
COMMON = [
    "A song, a photo or a place",
    "A night alone",
    "A few drinks",
    "News of them",
    "A message from them",
    "Boredom",
    "A bad day",
    "Something else",
]


def plans(person: Person) -> None:
    """Name three situations, each with a plan."""
    person.puts(
        "risky-moments",
        moment_1=LATE,
        plan_1="Phone away.",
        moment_2=WINE,
        plan_2="Water.",
        moment_3=QUIET,
        plan_3="Radio.",
    )


def own(words: str) -> str:
    """Return the id under which some words are an answer."""
    own_id: str = import_module("exback.steps.triggers").own_id(words)
    return own_id


def page(person: Person, item: str) -> View:
    """Return a page of the last step."""
    return next(view for view in person.views if view.item.id == item)


def labels(person: Person) -> list[str]:
    """Return the choices of what set it off, as they were shown last."""
    return [option.label for option in page(person, "set-off").options]


def plans_shown(person: Person) -> list[str]:
    """Return the plans as they were shown last, in their order."""
    return [block.words for block in page(person, "plans").body if isinstance(block, Quote)]


class TestChoices:
    """What can be chosen."""

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("urge", URGE),
            ("look", {"what": "old", "looking_for": "Nothing."}),
            ("contact", {"kind": "i-wrote", "before": "Alone.", "they_answered": "nothing", "change": "Delete it."}),
        ],
    )
    def test_their_own_situations_come_first_in_all_three(
        self, person: Person, step: str, answers: dict[str, object]
    ) -> None:
        """An urge, a check and a slip ask the same, with the situations from the plans above the common ones."""
        plans(person)
        person.does(step, **answers, set_off="alone")
        assert labels(person) == ["It's past 11", "I've had two glasses", "I come home and it's quiet", *COMMON]
        assert person.journey.runs[-1].answers["set-off"] == "alone"

    def test_without_plans_there_are_the_common_ones_and_it_can_be_skipped(self, person: Person) -> None:
        """Someone in the first minute is asked too, and owes no answer."""
        run = person.does("urge", **URGE)
        assert labels(person) == COMMON
        assert page(person, "set-off").can_skip
        assert run.answers["set-off"] is None

    def test_something_else_is_one_of_the_choices_next_time(self, person: Person) -> None:
        """In a few words, once, in whichever of the steps, and the latest first."""
        plans(person)
        person.does("urge", **URGE, set_off="other", set_off_words="Their birthday.")
        person.does("look", what="old", looking_for="Nothing.", set_off="other", set_off_words="Their sister rang")
        person.does("urge", **URGE, set_off=own("their Birthday"))
        assert labels(person)[3:5] == ["Their sister rang", "Their birthday"]

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("urge", {"before": 7, "breath": Leave()}),
            ("look", {"what": "old", "looking_for": Leave()}),
            ("contact", {"kind": "i-wrote", "before": Leave()}),
        ],
    )
    def test_it_is_one_also_after_the_step_was_left(
        self, person: Person, step: str, answers: dict[str, object]
    ) -> None:
        """What was written before they left counts, in each of the steps, and stays a choice the next day."""
        person.does(step, **answers, set_off="other", set_off_words="Dad rang")
        person.clock.forward(days=1)
        run = person.does("urge", **URGE, set_off=own("Dad rang"))
        assert labels(person) == ["Dad rang", *COMMON]
        review = Session.edit(person.program, person.program.step("urge"), person.journey, run).view()
        assert "Dad rang" in [option.hint for option in review.options]

    def test_long_ones_that_begin_alike_can_be_told_apart(self, person: Person) -> None:
        """They show where they're different, or all of their words where that's too little."""
        alike = "a very long trigger about the same supermarket, aisle"
        unbroken = "x" * 50
        for words in (f"{alike} 1", f"{alike} 2", f"{unbroken}1", f"{unbroken}2."):
            person.does("urge", **URGE, set_off="other", set_off_words=words)
        person.does("urge", **URGE)
        assert labels(person)[:4] == [
            f"{unbroken}2",
            f"{unbroken}1",
            "a very long trigger … aisle 2",
            "a very long trigger … aisle 1",
        ]

    def test_the_same_words_twice_are_one_choice(self, person: Person) -> None:
        """Also when they're one of the situations already."""
        plans(person)
        for words in ("It's past 11", "The bus", "the bus."):
            person.does("urge", **URGE, set_off="other", set_off_words=words)
        person.does("urge", **URGE)
        assert labels(person)[:5] == [
            "It's past 11",
            "I've had two glasses",
            "I come home and it's quiet",
            "the bus",
            COMMON[0],
        ]

    @pytest.mark.parametrize("typed", ["A night alone", "a  night ALONE.", " something else"])
    def test_words_that_anyone_can_choose_are_there_once(self, person: Person, typed: str) -> None:
        """However they were typed, and whether or not they were chosen since. They're counted together, too."""
        first = person.does("urge", **URGE, set_off="other", set_off_words=typed)
        second = person.does("urge", **URGE, set_off="alone")
        assert labels(person) == COMMON
        name_of = import_module("exback.steps.triggers").name_of
        names = [name_of(run, person.journey) for run in (first, second)]
        assert names == ["Something else" if "else" in typed else "A night alone", "A night alone"]

    @pytest.mark.parametrize("situation", ["A night alone.", "a night  alone"])
    def test_a_situation_that_anyone_can_choose_is_there_once_with_its_plan(
        self, person: Person, situation: str
    ) -> None:
        """Among their own, so that its plan leads. Both are the same when they're counted."""
        before = person.does("urge", **URGE, set_off="alone")
        person.puts("risky-moments", moment_1=WINE, plan_1="Water.", moment_2=situation, plan_2="Radio.")
        after = person.does("urge", **URGE, set_off=own(situation))
        assert labels(person) == ["I've had two glasses", "A night alone", COMMON[0], *COMMON[2:]]
        assert plans_shown(person)[0] == "Radio."
        name_of = import_module("exback.steps.triggers").name_of
        assert {name_of(run, person.journey) for run in (before, after)} == {"A night alone"}
        for run, chosen in ((before, "alone"), (after, own(situation))):
            session = Session.edit(person.program, person.program.step("urge"), person.journey, run)
            view = session.apply(GoTo("set-off"), person.clock()).view()
            assert [option.id for option in view.options if option.label == "A night alone"] == [chosen]
            assert view.value == chosen

    def test_an_answer_of_their_own_that_anyone_can_choose_still_fits(self, person: Person) -> None:
        """In a file of an earlier version, which offered both."""
        person.does("urge", **URGE, set_off="other", set_off_words="Boredom")
        run = changed(person.does("urge", **URGE, set_off="boredom"), answers={**URGE, "set-off": own("Boredom")})
        session = Session.edit(person.program, person.program.step("urge"), person.journey, run)
        view = session.apply(GoTo("set-off"), person.clock()).view()
        assert (view.value, view.value_text) == (own("Boredom"), "Boredom")
        assert [option.label for option in view.options].count("Boredom") == 1

    def test_at_most_four_of_those_they_added_are_offered(self, person: Person) -> None:
        """The latest four; a longer list isn't one tap."""
        for number in range(6):
            person.does("urge", **URGE, set_off="other", set_off_words=f"Number {number}")
        person.does("urge", **URGE)
        assert labels(person)[:5] == ["Number 5", "Number 4", "Number 3", "Number 2", COMMON[0]]

    def test_going_somewhere_for_the_children_was_set_off_by_nothing(self, person: Person) -> None:
        """Someone who may have had to be there isn't asked what set it off."""
        person.puts("your-story", ties=["children"])
        person.does("look", what="place", looking_for="Nothing.")
        assert "set-off" not in [view.item.id for view in person.views]


class TestLater:
    """The answer, once the plans have changed."""

    def test_an_old_answer_fits_and_has_its_words(self, person: Person) -> None:
        """Opened again after new plans, the urge still says what set it off."""
        plans(person)
        run = person.does("urge", **URGE, set_off=own(WINE))
        person.clock.forward(days=7)
        person.puts("risky-moments", moment_1="The bus.", plan_1="Walk.")
        session = Session.edit(person.program, person.program.step("urge"), person.journey, run)
        row = next(option for option in session.view().options if option.id == "set-off")
        assert "I've had two glasses" in f"{row.label} {row.hint}"

    def test_the_export_says_it_in_words_too(self, person: Person) -> None:
        """Also where the situation isn't offered any more, and as something else once its words are deleted."""
        context = import_module("exback.model.context").Context
        plans(person)
        run = person.does("urge", **URGE, set_off=own(WINE))
        person.puts("risky-moments", moment_1="The bus.", plan_1="Walk.")
        question = next(item for item in person.program.step("urge").items if item.id == "set-off")

        def said() -> str:
            here = context(person.journey, run.answers, frozenset(run.answers), held=frozenset(), started=run.started)
            return str(question.say(run.answers["set-off"], here))  # type: ignore[attr-defined]  # it's a question

        assert said() == "I've had two glasses"
        risky = person.journey.ever("risky-moments")[0]
        person.store.forget(risky.id, frozenset({"moment-2"}))
        assert said() == "Something else"


class TestPlan:
    """Which plan comes first."""

    def test_the_one_for_what_set_it_off(self, person: Person) -> None:
        """The chosen situation's plan leads, and comes before the breath."""
        plans(person)
        person.does("urge", **URGE, set_off=own(QUIET))
        assert plans_shown(person) == ["Radio.", "Phone away.", "Water."]
        order = [view.item.id for view in person.views]
        assert order[:4] == ["before", "set-off", "plans", "breath"]

    def test_the_one_for_what_was_typed(self, person: Person) -> None:
        """Someone who didn't find their situation in the list, and wrote it, is shown its plan first too."""
        plans(person)
        person.does("urge", **URGE, set_off="other", set_off_words="I come home and it's QUIET")
        assert plans_shown(person)[0] == "Radio."

    def test_the_one_for_what_anyone_can_choose_and_often_did_at_this_hour(self, person: Person) -> None:
        """Also from before it was one of their situations."""
        for _ in range(2):
            person.does("urge", **URGE, set_off="alone")
        person.puts("risky-moments", moment_1=WINE, plan_1="Water.", moment_2="A night alone", plan_2="Radio.")
        person.does("urge", **URGE, set_off="boredom")
        assert plans_shown(person)[0] == "Radio."

    def test_else_the_one_for_what_often_did_at_this_hour(self, person: Person) -> None:
        """Two urges at about eleven in the evening were set off by wine; at ten in the morning none was."""
        plans(person)
        person.clock.forward(hours=13)
        for _ in range(2):
            person.does("urge", **URGE, set_off=own(WINE))
        person.clock.forward(hours=2)
        person.does("urge", **URGE, set_off="alone")
        assert plans_shown(person)[0] == "Water."
        person.clock.forward(hours=9)
        person.does("urge", **URGE, set_off="alone")
        assert plans_shown(person)[0] == "Phone away."


class TestNamedPerson:
    """The person beside them, by name."""

    def test_in_an_urge_that_stays_strong_and_beside_the_plans(self, person: Person) -> None:
        """Where it said a friend, it says who."""
        person.puts("clear-cues", told="Ana")
        plans(person)
        person.does("urge", **{**URGE, "after": 9})
        assert "Call Ana, or a helpline: exback crisis" in str(person.views[-1].body)
        assert page(person, "plans").body[-1] == "If one of these fits, do it now, or call Ana. This page will wait."

    def test_without_a_name_it_is_a_friend(self, person: Person) -> None:
        """As before."""
        person.does("urge", **{**URGE, "after": 9})
        assert "Call a friend, or a helpline: exback crisis" in str(person.views[-1].body)

    def test_after_a_slip_and_after_going_there(self, person: Person) -> None:
        """The one to tell is named there as well."""
        person.puts("clear-cues", told="my sister")
        slip = {"kind": "i-wrote", "before": "Alone.", "they_answered": "nothing", "change": "Delete it."}
        person.does("contact", **slip)
        assert "tell your sister about it." in str(person.views[-1].body)
        person.does("look", what="place", looking_for="Nothing.", way_in="Another shop.")
        assert "tell your sister where you'll go instead" in str(person.views[-1].body)


class TestGuess:
    """A guess before the ten minutes, and what came of it."""

    WAIT = {"before": 7, "now_what": "wait", "wrote": False}  # noqa: RUF012  # never changed

    def waits(self, person: Person, guess: int | None, after: int, **answers: object) -> str:
        """Go through an urge with a wait, and return its last page."""
        guessed = {} if guess is None else {"guess": guess}
        person.does("urge", **{**self.WAIT, **guessed, "after": after, **answers})
        return str(person.views[-1].body)

    def test_it_comes_back_beside_the_number(self, person: Person) -> None:
        """The guess as it was given, and the number after the wait."""
        assert "You guessed 8. It's 4." in self.waits(person, 8, 4)

    def test_it_can_be_skipped_and_is_only_asked_before_a_wait(self, person: Person) -> None:
        """Then nothing is said of it."""
        assert "guess" not in self.waits(person, None, 4)
        person.does("urge", **URGE)
        assert "guess" not in [view.item.id for view in person.views]

    def test_a_wait_that_was_left_tests_nothing(self, person: Person) -> None:
        """It says so, and makes no pair."""
        for _ in range(4):
            self.waits(person, 8, 4)
        told = self.waits(person, 8, 5, wait="left")
        assert "You stopped before that, so this doesn't test your guess." in told
        assert "on average" not in told
        assert "In your last five waits" in self.waits(person, 8, 4)

    def test_after_five_pairs_there_is_one_true_sentence(self, person: Person) -> None:
        """Four say nothing; of six the last five count, those of the practice among them."""
        person.puts("ride-an-urge", before=6, guess=1, wait="finished", after=9)
        for guess, after in ((7, 4), (8, 5), (6, 4)):
            assert "on average" not in self.waits(person, guess, after)
        assert "In your last five waits, you guessed 6 on average, and it was 5." in self.waits(person, 8, 3)
        assert "In your last five waits, you guessed 7.2 on average, and it was 4.2." in self.waits(person, 7, 5)

    def test_it_is_as_honest_the_other_way(self, person: Person) -> None:
        """Stronger than guessed is said with both numbers, and that it can take longer."""
        for _ in range(4):
            self.waits(person, 3, 6)
        told = self.waits(person, 3, 6)
        assert (
            "In your last five waits, you guessed 3 on average, and it was 6. An urge can take longer than ten minutes."
            in told
        )

    def test_the_practice_has_the_same_sentence(self, person: Person) -> None:
        """Four waits in an urge and one while calm are five."""
        for _ in range(4):
            self.waits(person, 8, 4)
        answers = {"before": 5, "guess": 3, "where": "Chest.", "after": 4}
        step = person.program.step("ride-an-urge")
        session = Session.begin(person.program, step, person.journey, person.new_id())
        screen = Scripted(answers)
        while session.run.finished is None:
            session = session.apply(screen.ask(session.view(), lambda _: None), person.clock())
        assert "In your last five waits, you guessed 7 on average, and it was 4." in str(session.view().body)

    def test_a_practice_that_is_only_finished_once_more_is_still_compared(self, person: Person) -> None:
        """It was opened just before the wait, however late it's finished again."""
        for _ in range(3):
            self.waits(person, 8, 4)
        person.puts("ride-an-urge", before=7, guess=3, wait="finished", where="Chest.", after=6)
        run, number = person.journey.latest("ride-an-urge"), person.journey.next_number
        assert run is not None
        run = reopened(run, person.clock(), number)
        person.clock.forward(days=1)
        person.store.put(finished(run, person.clock(), number + 1))
        assert "In your last five waits, you guessed 7 on average" in self.waits(person, 8, 4)

    @pytest.mark.parametrize("hours", [3, 72])
    def test_numbers_from_long_before_the_wait_make_no_pair(self, person: Person, hours: int) -> None:
        """A practice that was left and gone on with, on another day or hours later, is no test of the guess."""
        for step in ("your-story", "the-whole-story", "why-space", "contact-rule", "clear-cues", "first-week"):
            person.puts(step)
        plans(person)
        for _ in range(3):
            self.waits(person, 8, 4)
        person.does("ride-an-urge", before=7, guess=3, breath=Leave())
        person.clock.forward(hours=hours)
        person.does("ride-an-urge", where="Chest.", after=6)
        assert str(person.views[-1].body[0]).startswith("It was 6 after the wait. You opened this page long before")
        assert len(person.views[-1].body) == 2
        assert "In your last" not in self.waits(person, 8, 4)
        assert "In your last five waits, you guessed 8 on average, and it was 4." in self.waits(person, 8, 4)
