"""The visible path through a step: which pages stand, and which answers count."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from exback.engine.path import Path, walk
from exback.model.boundaries import safety_questions
from exback.model.context import Context, UnknownItem
from exback.model.items import Choice, Choices, Item, Option, Question, Reading, Recall, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.run import Run, Value, changed
from exback.model.timeline import SAFETY

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def path_of(*items: Item, answers: dict[str, Value] | None = None, hidden: dict[str, Value] | None = None) -> Path:
    """The path through a step of these items, for a run with these answers."""
    return path_after((), *items, answers=answers, hidden=hidden)


def path_after(
    others: tuple[Run, ...],
    *items: Item,
    answers: dict[str, Value] | None = None,
    hidden: dict[str, Value] | None = None,
    held: frozenset[str] = frozenset(),
) -> Path:
    """The same, after some other runs and with some boundaries."""
    step = Step(id="toy", title="Toy", minutes=5, purpose="", items=items, mirror="", small_thing="")
    run = Run(id="run", step="toy", started=NOW, answers=answers or {}, hidden=hidden or {})
    return walk(step, Journey(others, NOW), run, held=held)


ASKED = Run(id="asked", step="story", started=NOW, finished=NOW, answers=dict.fromkeys(sorted(SAFETY), False))


def ids(path: Path) -> list[str]:
    """The ids of the pages, in order."""
    return [page.id for page in path.pages]


MORE = Choice("more", "More?", options=YES_NO)
WHAT = Text("what", "What?", when=lambda here: here["more"] == "yes")
WHY = Text("why", "Why?", when=lambda here: bool(here.text("what")))


class TestPages:
    """Which pages stand."""

    def test_items_stand_in_their_order(self) -> None:
        """Without conditions every item is a page, in the order of the step."""
        assert ids(path_of(Reading("hello", "Hello."), Text("name", "Name?"), Scale("mood", "Mood?"))) == [
            "hello",
            "name",
            "mood",
        ]

    def test_what_depends_on_an_answer_not_given_is_hidden_for_now(self) -> None:
        """An item whose condition cannot be told yet is no page."""
        assert ids(path_of(MORE, WHAT, WHY)) == ["more"]

    @pytest.mark.parametrize(("answer", "pages"), [("yes", ["more", "what"]), ("no", ["more"])])
    def test_an_answer_opens_its_branch_only(self, answer: str, pages: list[str]) -> None:
        """A condition that holds shows its item; one that does not hides it."""
        assert ids(path_of(MORE, WHAT, WHY, answers={"more": answer})) == pages

    def test_a_closed_branch_takes_what_hangs_on_it_along(self) -> None:
        """An answer on a hidden page counts for nothing, so what depends on it is hidden too."""
        path = path_of(MORE, WHAT, WHY, answers={"more": "no", "what": "Tea", "why": "It warms."})
        assert ids(path) == ["more"]
        assert path.answers == {"more": "no"}

    def test_an_item_sees_only_the_answers_before_it(self) -> None:
        """A condition cannot look ahead: an answer further down the step does not open an earlier page."""
        early = Text("early", "Early?", when=lambda here: here["late"] == "x")
        assert ids(path_of(early, Text("late", "Late?"), answers={"late": "x"})) == ["late"]

    def test_a_reading_without_words_is_no_page(self) -> None:
        """A reading that has nothing to say to this person does not come up."""
        assert ids(path_of(Reading("empty", ""), Reading("none", lambda _: ()), Text("name", "Name?"))) == ["name"]

    def test_an_item_that_reads_what_its_step_lacks_is_its_authors_mistake(self) -> None:
        """A misspelt id is not taken for an answer that is still to come."""
        with pytest.raises(UnknownItem, match="waht"):
            path_of(MORE, Text("what", "What?", when=lambda here: bool(here["waht"])))

    def test_what_reaches_out_is_hidden_while_a_boundary_holds(self) -> None:
        """An item about writing to them is no page then; without a boundary it is."""
        items = (Text("draft", "What do you write?", reaches_out=True), Text("keep", "What do you keep?"))
        assert ids(path_after((), *items, held=frozenset({"asked-to-stop"}))) == ["keep"]
        assert ids(path_after((ASKED,), *items)) == ["draft", "keep"]

    def test_what_reaches_out_waits_for_the_questions_about_safety(self) -> None:
        """It is no page before all four are answered, by an earlier run or on this very path."""
        draft = Text("draft", "What do you write?", reaches_out=True)
        asking = (*safety_questions(when=lambda here: here.asks_safety), draft)
        noes: dict[str, Value] = dict.fromkeys(sorted(SAFETY), False)
        assert ids(path_of(draft)) == []
        assert "draft" not in ids(path_of(*asking, answers={**noes, "afraid-of-me": None}))
        assert ids(path_of(*asking, answers=noes))[-1] == "draft"
        assert ids(path_after((ASKED,), *asking)) == ["draft"]
        assert ids(path_after((changed(ASKED, finished=None),), draft)) == []

    def test_an_answer_that_reaches_out_counts_for_nothing_while_a_boundary_holds(self) -> None:
        """What was written to them before is neither shown nor used once a boundary holds."""
        path = path_after(
            (), Text("draft", "?", reaches_out=True), answers={"draft": "Hi"}, held=frozenset({"afraid-of-me"})
        )
        assert path.answers == {}


class TestAnswers:
    """Which answers count."""

    def test_answers_on_the_path_count(self) -> None:
        """An answer to a visible question is a result."""
        assert path_of(MORE, WHAT, answers={"more": "yes", "what": "Tea"}).answers == {"more": "yes", "what": "Tea"}

    def test_a_hidden_answer_counts_again_when_its_branch_is_open(self) -> None:
        """What a run keeps from a closed branch comes back with it."""
        path = path_of(MORE, WHAT, answers={"more": "yes"}, hidden={"what": "Tea"})
        assert path.answers == {"more": "yes", "what": "Tea"}

    def test_a_given_answer_goes_before_a_hidden_one(self) -> None:
        """Of two answers to one question, the one that was given last on the path stands."""
        assert path_of(WHAT_ALONE, answers={"what": "new"}, hidden={"what": "old"}).answers == {"what": "new"}

    @pytest.mark.parametrize(
        ("item", "value"),
        [
            (Scale("item", "How much?"), 11),
            (Scale("item", "How much?"), "many"),
            (Choice("item", "Which?", options=YES_NO), "perhaps"),
            (Choices("item", "Which?", options=YES_NO), ["yes", "perhaps"]),
            (Text("item", "What?"), ""),
            (Text("item", "What?"), None),
        ],
    )
    def test_an_answer_that_no_longer_fits_is_asked_for_again(self, item: Question, value: Value) -> None:
        """When a step was changed, or a file was edited by hand, an answer that does not fit counts as not given."""
        path = path_of(item, answers={"item": value})
        assert (path.answers, path.first_open()) == ({}, item)

    def test_a_skipped_question_is_answered(self) -> None:
        """A question that may be skipped and was is not asked again."""
        path = path_of(Text("note", "Anything?", optional=True), answers={"note": None})
        assert (path.answers, path.first_open()) == ({"note": None}, None)

    def test_an_answer_nobody_asks_for_is_no_result(self) -> None:
        """An answer to an item that the step does not have counts for nothing."""
        assert path_of(Text("name", "Name?"), answers={"gone": "x"}).answers == {}

    def test_a_reading_takes_no_answer(self) -> None:
        """A value kept under a reading's id is no result."""
        assert path_of(Reading("hello", "Hello."), answers={"hello": "x"}).answers == {}

    def test_wording_sees_every_answer_of_the_path(self) -> None:
        """The step's functions may look at all that stands, also at what comes after."""
        here = path_of(Text("one", "1?"), Text("two", "2?"), answers={"one": "a", "two": "b"}).here
        assert (here["one"], here["two"]) == ("a", "b")

    def test_the_context_knows_what_holds(self) -> None:
        """A step can tell whether somebody may reach out."""
        seen: list[bool] = []

        def look(here: Context) -> bool:
            seen.append(here.withheld)
            return True

        path_after((), Text("name", "?", when=look), held=frozenset({"asked-to-stop"}))
        path_after((), Text("name", "?", when=look))
        assert seen == [True, False]


WHAT_ALONE = Text("what", "What?")


class TestPlaces:
    """Finding the way on the path."""

    PATH = path_of(Reading("hello", "Hello."), MORE, WHAT, answers={"more": "yes"})

    def test_a_page_has_its_place(self) -> None:
        """Places are counted from nought among the visible pages."""
        assert [self.PATH.place(page) for page in ("hello", "more", "what")] == [0, 1, 2]

    def test_what_is_not_on_the_path_has_none(self) -> None:
        """A hidden or unknown item has no place."""
        assert path_of(MORE, WHAT).place("what") is None
        assert self.PATH.place("nowhere") is None

    def test_the_first_open_page_is_the_first_question_without_an_answer(self) -> None:
        """Readings are never waited for, and neither are questions that have their answer."""
        assert self.PATH.first_open() == WHAT
        assert [self.PATH.is_open(page) for page in self.PATH.pages] == [False, False, True]

    def test_with_everything_answered_nothing_is_open(self) -> None:
        """A path without an open question is walked to its end."""
        assert path_of(MORE, answers={"more": "no"}).first_open() is None


class TestRecalls:
    """What was written elsewhere, above the question that follows."""

    BEFORE = Run(id="before", step="story", started=NOW, finished=NOW, answers={"wish": "To sleep.", "name": "J."})
    WISH = Recall("wish-then", "You wished:", step="story", item="wish")
    NAME = Recall("name-then", "You said:", step="story", item="name")

    def test_a_recall_stands_above_the_page_that_follows(self) -> None:
        """It is no page of its own but belongs to the next one."""
        path = path_after((self.BEFORE,), self.WISH, Text("now", "And now?"), Text("then", "And then?"))
        assert ids(path) == ["now", "then"]
        assert (path.recalls["now"], path.recalls["then"]) == ((self.WISH,), ())

    def test_several_stand_together(self) -> None:
        """Recalls that follow each other stand above the same page, in order."""
        path = path_after((self.BEFORE,), self.WISH, self.NAME, Text("now", "And now?"))
        assert path.recalls["now"] == (self.WISH, self.NAME)

    def test_a_recall_goes_past_a_hidden_page(self) -> None:
        """When the question after it is hidden, it stands above the next one that is not."""
        path = path_after((self.BEFORE,), self.WISH, WHAT, MORE, answers={"more": "no"})
        assert path.recalls["more"] == (self.WISH,)

    def test_nothing_to_recall_shows_nothing(self) -> None:
        """Without an earlier answer there is no lead-in either."""
        assert path_after((), self.WISH, Text("now", "And now?")).recalls["now"] == ()

    def test_a_recall_obeys_its_condition(self) -> None:
        """A recall on a closed branch is not shown."""
        wish = Recall("wish-then", "You wished:", step="story", item="wish", when=lambda here: here["more"] == "yes")
        path = path_after((self.BEFORE,), MORE, wish, Text("now", "Now?"), answers={"more": "no"})
        assert path.recalls["now"] == ()

    def test_a_run_is_dated_by_the_day_it_was_finished(self) -> None:
        """What is quoted carries the day on which it was written, as the person lived it."""
        at_night = Run(id="n", step="story", started=NOW, finished=NOW.replace(hour=2), answers={"wish": "To sleep."})
        here = path_after((at_night,), Text("now", "And now?")).here
        assert here.quote("story", "wish")[0].day == date(2026, 3, 1)
