"""The paths that `exback check` walks: counted by hand, with answers that stand for others, and as a session takes them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exback.check.paths import Explorer
from exback.check.report import Tried, how_far
from exback.check.tracing import Observations, Spot, TracedJourney, instrumented
from exback.check.trial import Trial
from exback.engine.session import Session
from exback.engine.simulated_person import WORDS, go_through
from exback.engine.view import Answer, Event, Skip
from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.items import Choice, Choices, Confirm, Date, Item, Option, Reading, Scale, Text, Timer, Wording
from exback.model.journey import Journey, Terms
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.run import Run

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
ABC = tuple(Option(name, name.upper()) for name in "abc")


def step_of(*items: Item, mirror: Wording = "You said it.", reaches_out: bool = False) -> Step:
    """A step with these items."""
    return Step(
        id="toy",
        title="Toy",
        minutes=1,
        purpose="To try it.",
        items=items,
        mirror=mirror,
        small_thing="Take a walk.",
        reaches_out=reaches_out,
    )


class Tries:
    """A step in the world of someone who has done nothing yet, with what is noted of it."""

    def __init__(self, step: Step, *runs: Run) -> None:
        self.observations = Observations()
        self.step = instrumented(step, self.observations)
        self.journey = TracedJourney(runs, NOW, Terms())
        self.journey.seen = self.observations
        self.explorer = Explorer(self.step, self.observations)

    def explore(self, most: int = 1000) -> tuple[list[Trial], bool]:
        """Walk every path, if there are not more than that. Whether they are all comes second."""
        return self.explorer.explore(self.journey, most)

    def leaves(self) -> list[Trial]:
        """Return the walks on all paths."""
        leaves, whole = self.explore()
        assert whole
        return leaves

    def paths(self) -> int:
        """Return the number of paths."""
        return len(self.leaves())

    def taken(self, item: str) -> set[str]:
        """Return every answer that was given to a question, as text."""
        explorer = self.explorer
        return {text for name, text in explorer.open if (name, text) not in explorer.untaken and name == item}


def is_a(here: Context) -> bool:
    """Whether the first answer was a."""
    return here["kind"] == "a"


KIND = Choice("kind", "What?", options=ABC)


class TestCounting:
    """Numbers of paths, worked out by hand."""

    def test_answers_that_nobody_reads_make_one_path(self) -> None:
        """Three choices of three options, and nothing depends on any of them."""
        assert Tries(step_of(KIND, Choice("b", "?", options=ABC), Choice("c", "?", options=ABC))).paths() == 1

    def test_an_answer_that_is_read_makes_a_path_each(self) -> None:
        """Three options that the mirror says back, and a scale that no one reads: three paths."""
        step = step_of(KIND, Scale("mood", "How?"), mirror=lambda here: f"It was {here.text('kind')}.")
        assert Tries(step).paths() == 3

    def test_a_hidden_branch_adds_its_own_paths_only(self) -> None:
        """After a come two more answers that are read, after b and c none: two and one and one."""
        extra = Confirm("extra", "And?", when=is_a)
        late = Reading("late", "So.", when=lambda here: here["extra"] is True)
        leaves = Tries(step_of(KIND, extra, late)).leaves()
        assert sorted(sorted(leaf.items) for leaf in leaves) == [
            ["extra", "kind"],
            ["extra", "kind", "late"],
            ["kind"],
            ["kind"],
        ]

    def test_answers_that_are_read_multiply(self) -> None:
        """Three options, two answers and a text that may be skipped: three times two times two."""
        step = step_of(
            KIND,
            Confirm("sure", "Sure?"),
            Text("note", "Note?", optional=True),
            mirror=lambda here: f"{here['kind']}, {here['sure']}, {here['note']}.",
        )
        assert Tries(step).paths() == 12

    @pytest.mark.parametrize(
        ("item", "number"),
        [
            (Choices("kind", "What?", options=ABC), 5),  # all, each alone, none
            (Choices("kind", "What?", options=ABC, least=1), 4),
            (Choices("kind", "What?", options=ABC, least=2), 4),  # all, and each two in turn
            (Choices("kind", "What?", options=ABC, least=3), 1),
            (Choices("kind", "What?", options=ABC, optional=True), 6),
            (Confirm("kind", "What?"), 2),
            (Timer("kind", "What?", seconds=60), 2),
            (Date("kind", "What?"), 1),
            (Date("kind", "What?", ahead=True, optional=True), 2),
            (Text("kind", "What?"), 1),
            (Scale("kind", "What?"), 3),
        ],
    )
    def test_each_kind_of_question_has_answers_that_stand_for_all(self, item: Item, number: int) -> None:
        """Every option, both ends and the middle, one text, one day, and nothing where that is allowed."""
        assert Tries(step_of(item, mirror=lambda here: f"It was {here['kind']}.")).paths() == number

    def test_a_scale_that_decides_is_walked_whole(self) -> None:
        """Eleven numbers where a page hangs on them, three and those around a comparison where only words do."""
        page = Reading("low", "Low.", when=lambda here: here.number("mood") < 4)
        assert Tries(step_of(Scale("mood", "How?"), page)).paths() == 11
        words = step_of(Scale("mood", "How?"), mirror=lambda here: "Low." if here.number("mood") < 2 else "High.")
        assert {leaf.answers["mood"] for leaf in Tries(words).leaves()} == {0, 1, 2, 3, 5, 10}

    def test_options_that_depend_on_an_answer_are_followed(self) -> None:
        """What was ticked is offered: three paths with one option each, one with three, all of them read."""
        ticked = Choices("all", "Which?", options=ABC, least=1)
        one = Choice("one", "Which?", options=lambda here: tuple(o for o in ABC if o.id in here.picks("all")))
        step = step_of(ticked, one, mirror=lambda here: f"It was {here.text('one')}.")
        assert Tries(step).paths() == 6

    def test_a_boundary_ends_the_path_of_a_step_that_reaches_out(self) -> None:
        """Four questions, each yes but the last page: no path goes on after the first yes."""
        step = step_of(*safety_questions(), Text("draft", "What?"), reaches_out=True)
        leaves = Tries(step).leaves()
        assert len(leaves) == 5
        assert [leaf.answers["asked-to-stop"] for leaf in leaves if not leaf.withheld] == [False]

    def test_a_boundary_ends_no_path_of_other_steps(self) -> None:
        """Where the questions are asked in a step that does not reach out, all their answers are tried: 2 x 2 x 2 x 2."""
        assert Tries(step_of(*safety_questions())).paths() == 16


class TestAnswers:
    """What is given on the way."""

    def test_every_option_is_taken_also_where_nothing_depends_on_it(self) -> None:
        """On one path there is room for one option; the others are given all the same."""
        tries = Tries(step_of(KIND, Scale("mood", "How?"), Choices("ticks", "Which?", options=ABC)))
        assert tries.paths() == 1
        assert tries.taken("kind") == {"a", "b", "c"}
        assert tries.taken("mood") == {"0", "5", "10"}
        assert tries.taken("ticks") == {"['a', 'b', 'c']", "['a']", "['b']", "['c']", "[]"}

    def test_every_option_of_a_hidden_question_is_taken(self) -> None:
        """A question that comes up on one path only is answered there in every way."""
        tries = Tries(step_of(KIND, Choice("rare", "Which?", options=ABC, when=is_a)))
        assert tries.paths() == 3
        assert tries.taken("rare") == {"a", "b", "c"}

    def test_an_answer_that_burns_is_gone_from_the_run(self) -> None:
        """The run that a path leaves behind is as a session would leave it."""
        letter = Text("letter", "What?", burns=is_a)
        leaves = Tries(step_of(letter, KIND)).leaves()
        assert {leaf.answers["kind"]: leaf.answers["letter"] for leaf in leaves} == {"a": None, "b": WORDS, "c": WORDS}


class TestBounds:
    """Steps with more paths than there is room for."""

    MANY = step_of(
        *(Confirm(f"yes-{n}", "Yes?") for n in range(12)),
        mirror=lambda here: f"You said yes {sum(here[f'yes-{n}'] is True for n in range(12))} times.",
    )

    def size(self, tries: Tries, most: int) -> int:
        """Return about how many paths there are, once as many were walked as the bound allows."""
        assert not tries.explore(most)[1]
        return tries.explorer.size(tries.journey)

    def test_what_fits_is_walked_whole(self) -> None:
        """4,096 paths fit into a bound of 4,096, and not into one less."""
        leaves, whole = Tries(self.MANY).explore(4096)
        assert (len({str(leaf.answers) for leaf in leaves}), whole) == (4096, True)
        assert not Tries(self.MANY).explore(4095)[1]

    def test_what_does_not_fit_is_sampled_with_every_option(self) -> None:
        """Ten paths of 4,096, and each yes and no is among them."""
        tries = Tries(self.MANY)
        leaves, whole = tries.explore(10)
        assert (whole, len(leaves)) == (False, 10)
        assert tries.explorer.untaken == []
        assert all(tries.taken(f"yes-{n}") == {"True", "False"} for n in range(12))

    def test_the_number_of_paths_is_told_as_an_estimate(self) -> None:
        """Where all branches are alike the estimate is exact; it is told with two digits."""
        size = self.size(Tries(self.MANY), 10)
        assert size == 4096
        tried = Tried(step="toy", paths=10, worlds=1, all_paths=False, most=size)
        assert how_far(tried).startswith("about 4,100 paths in a world are too many; walked 10 paths in 1 world")

    def test_an_uneven_tree_is_estimated_near_its_size(self) -> None:
        """One answer of three leads to 2,048 paths, the others to one each; the estimate is of that order."""
        items = (Confirm(f"yes-{n}", "Yes?", when=is_a) for n in range(11))
        read = Reading("end", "So.", when=lambda here: all(here[f"yes-{n}"] is not None for n in range(11)))
        size = self.size(Tries(step_of(KIND, *items, read)), 100)
        assert 500 < size < 8000

    def test_a_rare_option_is_taken_in_a_sample(self) -> None:
        """An option behind one answer of three is given, although the sample has few paths."""
        rare = Choice("rare", "Which?", options=ABC, when=is_a)
        many = tuple(Confirm(f"yes-{n}", "Yes?") for n in range(12))
        read = Reading("end", "So.", when=lambda here: all(here[f"yes-{n}"] is not None for n in range(12)))
        tries = Tries(step_of(KIND, rare, *many, read))
        assert not tries.explore(20)[1]
        assert tries.taken("rare") == {"a", "b", "c"}


class TestObservations:
    """What is seen of functions while they are tried."""

    def observations(self, step: Step, *runs: Run) -> Observations:
        """Walk all paths of a step, and return what was seen."""
        tries = Tries(step, *runs)
        tries.explore()
        return tries.observations

    def test_it_is_noted_who_reads_what(self) -> None:
        """Answers of this run by item, those of others by step and item, and the function that reads."""
        step = step_of(KIND, Text("note", "Note?", when=is_a), mirror=lambda here: here.told("other", "thing", "So."))
        observations = self.observations(step)
        assert observations.own == {"kind": {Spot("note", "when")}}
        assert observations.others["other", "thing"] == {Spot("", "mirror")}
        assert observations.decisive == {"kind"}

    def test_it_is_noted_what_numbers_are_compared_with(self) -> None:
        """So the numbers around them can be tried."""
        step = step_of(Scale("mood", "How?"), mirror=lambda here: "Late." if here.number("mood") > 7 else "Early.")
        assert self.observations(step).numbers["mood"] == {7}

    def test_a_run_is_read_by_whoever_asks_for_it_and_not_by_who_goes_through_all(self) -> None:
        """A function that looks for words in every run names no step and no item."""
        run = Run(id="1", step="other", started=NOW, finished=NOW, answers={"note": "Rain."})

        def asks(here: Context) -> str:
            last = here.last("other")
            return "So." if last is None else f"So: {last.answers.get('note')}."

        def goes_through_all(here: Context) -> str:
            return f"So: {[run.answers.get('note') for run in here.journey.runs]}."

        assert ("other", "note") in self.observations(step_of(KIND, mirror=asks), run).others
        assert self.observations(step_of(KIND, mirror=goes_through_all), run).others == {}

    def test_numbers_are_still_numbers(self) -> None:
        """What is noted in passing changes no word that is said."""
        step = step_of(
            Scale("mood", "How?"), mirror=lambda here: f"{here.number('mood')} {here.number('mood') + 1:02d}"
        )
        assert set(self.observations(step).prose[Spot("", "mirror")]) == {"10 11", "0 01", "5 06"}


def toy_program(step: Step) -> Program:
    """A program of one step."""
    nothing = Stage(id="none", title="None", purpose="Nothing.", steps=())
    return Program(
        title="Toys",
        welcome=tuple,
        stages=(Stage(id="only", title="Only", purpose="To try.", steps=(step,)),),
        companion=nothing,
        endings=nothing,
        first="toy",
        daily="toy",
        moment="toy",
        streak=StreakRule(step="toy", length=(), broken_in="toy", broken_item="kind", broken_by=()),
    )


def walked_by_session(
    program: Program, step: Step, journey: Journey, answers: dict[str, object]
) -> tuple[set[str], Run]:
    """Walk a step as a person would, page by page, and give what came up and the run."""
    shown: set[str] = set()

    def answer(session: Session) -> Event:
        cursor = session.run.cursor
        shown.update((cursor, *(recall.id for recall in session.path.recalls.get(cursor, ()))))
        return Skip() if cursor in answers and answers[cursor] is None else Answer(answers.get(cursor, True))

    sessions = list(go_through(Session.begin(program, step, journey, "run"), answer, lambda: NOW))
    assert not any(session.notice for session in sessions)
    return shown - {"review", "closing", ""}, sessions[-1].run


class TestAsASession:
    """A path that is explored is the path that a session takes."""

    BRANCHES = step_of(
        Choices("all", "Which?", options=ABC, least=1),
        Choice("one", "Which?", options=lambda here: tuple(o for o in ABC if o.id in here.picks("all"))),
        Scale("mood", "How?", optional=True),
        Text("low", "Why?", when=lambda here: here.number("mood") < 4),
        Text("letter", "What?", burns=lambda here: here["one"] == "b"),
        Date("day", "When?", ahead=True, when=lambda here: here["one"] == "c"),
        Timer("wait", "Wait.", seconds=60),
        Reading("end", lambda here: "So." if here["wait"] == "finished" else ""),
    )

    def test_the_same_pages_come_up_with_the_same_answers(self) -> None:
        """Every path of a step with all kinds of branches, walked once more by a session."""
        tries = Tries(self.BRANCHES)
        program = toy_program(self.BRANCHES)
        for leaf in tries.leaves():
            given: dict[str, object] = {**leaf.answers}
            if "letter" in given:
                given["letter"] = WORDS
            shown, run = walked_by_session(program, self.BRANCHES, Journey((), NOW), given)
            assert (shown, run.answers) == (set(leaf.items), leaf.answers)

    @settings(max_examples=25)  # nothing here depends on how fast the machine is
    @given(st.data())
    def test_every_answer_of_a_person_follows_an_explored_path(self, data: st.DataObject) -> None:
        """Whatever someone ticks and rates, the pages they see were seen together before."""
        known = {leaf.items for leaf in Tries(self.BRANCHES).leaves()}
        ticked = data.draw(st.lists(st.sampled_from("abc"), min_size=1, unique=True))
        answers: dict[str, object] = {
            "all": ticked,
            "one": data.draw(st.sampled_from(ticked)),
            "mood": data.draw(st.none() | st.integers(0, 10)),
            "low": "So.",
            "letter": "You.",
            "day": (NOW + timedelta(days=data.draw(st.integers(0, 90)))).date().isoformat(),
            "wait": data.draw(st.sampled_from(["finished", "left"])),
        }
        shown, _ = walked_by_session(toy_program(self.BRANCHES), self.BRANCHES, Journey((), NOW), answers)
        assert frozenset(shown) in known
