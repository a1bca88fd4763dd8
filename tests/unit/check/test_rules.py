"""The rules of `exback check`, each on a small program that breaks it and on one that does not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs

from exback.check import judge
from exback.check.report import Report
from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.distress import Concern, Concerns, Help
from exback.model.evidence import Claim, Finding
from exback.model.gates import OPEN, Gate, Verdict, answered, closed, days_since, done, done_before_version, runs
from exback.model.items import Choice, Choices, Confirm, Date, Item, Option, Reading, Recall, Scale, Text, Wording
from exback.model.journey import Journey
from exback.model.program import Coming, Program, Repeat, Stage, Step, StreakRule
from exback.model.prose import Prose, Quote

YES, NO = Option("yes", "Yes"), Option("no", "No")
KIND = Choice("kind", "What was it?", options=(YES, NO))
FINDING = Finding(key="naps", result="They slept.", sample="12 people", limits="It is made up.", source="Nobody 2026")
LONG = "You walk down the road and look at the trees. " * 7
HARD = "Institutional considerations necessitate extraordinary deliberation concerning interpersonal communication. "


def step_of(*items: Item, step_id: str = "first", mirror: Wording = "You said it.", **fields: Any) -> Step:
    """A sound step with these items."""
    step = Step(
        id=step_id,
        title="Toy",
        minutes=1,
        purpose="To try it out.",
        items=items or (KIND,),
        mirror=mirror,
        small_thing="Take a walk.",
    )
    return structs.replace(step, **fields)


def program_of(*steps: Step, endings: tuple[Step, ...] = (), **fields: Any) -> Program:
    """A program with these steps in its one stage, and a streak that names answers of the last."""
    program = Program(
        title="Toys",
        welcome=tuple,
        stages=(Stage(id="one", title="One", purpose="To begin.", steps=(*steps, COUNTED)),),
        companion=Stage(id="companion", title="Always open", purpose="For every day.", steps=()),
        endings=Stage(id="endings", title="Endings", purpose="To end.", steps=endings),
        first="counted",
        daily="counted",
        moment="counted",
        streak=StreakRule(
            step="counted", length=("days",), broken_in="counted", broken_item="broke", broken_by=("yes",)
        ),
    )
    return structs.replace(program, **fields)


COUNTED = step_of(
    Scale("days", "How many days?", low=1, high=30),
    Choice("broke", "Did you break it?", options=(YES, NO)),
    step_id="counted",
)


def told(report: Report) -> list[tuple[str, str]]:
    """Return rule and place of every finding."""
    return [(finding.rule, finding.place) for finding in report.findings]


def found(*steps: Step, endings: tuple[Step, ...] = (), **fields: Any) -> list[tuple[str, str]]:
    """Return rule and place of everything that is found in a program with these steps."""
    return told(judge(program_of(*steps, endings=endings, **fields)))


def says(*steps: Step, **fields: Any) -> str:
    """Return the one sentence that is found."""
    (finding,) = judge(program_of(*steps, **fields)).findings
    return finding.says


def test_a_sound_program_has_no_findings() -> None:
    """Every rule is kept by the program that the tests below begin with."""
    assert found(step_of()) == []


def test_a_program_without_a_stage_is_told_so() -> None:
    """There is nothing to walk, and nothing else is tried."""
    assert found(stages=()) == [("order", "stages")]


class TestIds:
    """Answers lie under ids for years."""

    @pytest.mark.parametrize("name", ["Kind", "two words", "under_score", "-dash", "dash-", "two--dashes", ""])
    def test_an_id_that_is_not_kebab_case_is_found(self, name: str) -> None:
        """Ids are small letters, digits and single hyphens."""
        assert [rule for rule, _ in found(step_of(structs.replace(KIND, id=name)))] == ["ids"]

    def test_a_step_id_that_was_used_once_is_not_free(self) -> None:
        """A former id still has runs under it."""
        assert ("ids", "old") in found(step_of(former=("old",)), step_of(step_id="old"))

    def test_an_item_id_that_was_used_once_is_not_free(self) -> None:
        """A former id still has answers under it."""
        items = (KIND, Text("note", "And?", former=("kind",)))
        assert found(step_of(*items)) == [("ids", "first / kind")]

    def test_two_steps_may_use_the_same_item_id(self) -> None:
        """Answers lie under step and item, so an item's id is its step's own."""
        assert found(step_of(KIND), step_of(KIND, step_id="second")) == []

    def test_an_item_may_not_be_called_as_a_page_of_exback(self) -> None:
        """A session would take its place for the review."""
        assert found(step_of(Text("review", "What do you see?"))) == [("ids", "first / review")]

    def test_two_options_may_not_share_an_id(self) -> None:
        """No one could tell which of them was chosen."""
        twice = Choice("kind", "What?", options=(YES, Option("yes", "Yes, really")))
        assert found(step_of(twice)) == [("ids", "first / kind")]


class TestReferences:
    """What is named is declared."""

    @pytest.mark.parametrize(
        ("gate", "what"),
        [
            (done("nowhere"), "“nowhere”"),
            (answered("counted", "kind", "yes"), "“kind” in “counted”"),
            (runs("old-name", 2), "“old-name”"),
        ],
    )
    def test_a_gate_that_names_nothing_is_found_and_its_step_is_tried_all_the_same(self, gate: Gate, what: str) -> None:
        """A mistyped id is one finding; the step is not called closed on top of it."""
        former = step_of(step_id="new-name", former=("old-name",))
        program = program_of(step_of(opens=(gate,)), former)
        (finding,) = judge(program).findings
        assert (finding.rule, finding.place) == ("references", "first")
        assert what in finding.says

    @pytest.mark.parametrize("field", ["opens", "complete", "offered_when"])
    def test_every_gate_of_a_step_is_looked_at(self, field: str) -> None:
        """Gates stand in several places, and each can be mistyped."""
        fields: dict[str, Any] = {field: (done("nowhere"),)}
        assert found(step_of(**fields)) == [("references", "first")]

    def test_the_gate_that_ends_a_repetition_is_looked_at(self) -> None:
        """So is the gate that says until when a step is due."""
        assert found(step_of(repeats=Repeat(until=(done("nowhere"),)))) == [("references", "first")]

    def test_the_gate_before_the_next_run_is_looked_at(self) -> None:
        """So is the gate that says from when a step is open again."""
        assert found(step_of(repeats=Repeat(again=(done("nowhere"),)))) == [("references", "first")]

    def test_the_gates_of_an_earlier_version_are_looked_at(self) -> None:
        """So are the gates by which runs of earlier versions are judged."""
        assert found(step_of(complete_before=((2, (done("nowhere"),)),))) == [("references", "first")]

    def test_a_page_for_those_who_did_a_step_in_an_earlier_version_comes_up(self) -> None:
        """Someone whose runs are of the first version is tried as well."""
        before = done_before_version("counted", 2)
        advice = Reading("advice", LONG, when=lambda here: before.check(here.journey).open)
        second = structs.replace(COUNTED, version=2)
        stage = Stage(
            id="one", title="One", purpose="To begin.", steps=(second, step_of(KIND, advice, repeats=Repeat()))
        )
        assert found(stages=(stage,)) == []

    def test_what_is_done_only_in_an_earlier_version_is_never_done_today(self) -> None:
        """The gates of earlier versions open nothing to someone who begins now."""
        never = answered("counted", "broke", "maybe")
        second = structs.replace(COUNTED, version=2, complete=(never,), complete_before=((2, ()),))
        stage = Stage(id="one", title="One", purpose="To begin.", steps=(second, step_of(opens=(done("counted"),))))
        assert ("openings", "first") in found(stages=(stage,))

    def test_a_gate_of_a_stage_is_looked_at(self) -> None:
        """A stage has gates of its own."""
        stage = Stage(id="one", title="One", purpose="To begin.", steps=(COUNTED,), opens=(done("nowhere"),))
        assert found(stages=(stage,)) == [("references", "one")]

    def test_a_recall_of_nothing_is_found_and_not_called_unreachable_too(self) -> None:
        """What it recalls can never have been said, which is told once."""
        recall = Recall("then", "You said:", step="counted", item="nothing")
        assert found(step_of(KIND, recall, Text("now", "And now?"))) == [("references", "first / then")]

    @pytest.mark.parametrize(
        ("fields", "place"),
        [
            ({"first": "nowhere"}, "first"),
            ({"daily": "nowhere"}, "daily"),
            ({"moment": "nowhere"}, "moment"),
            ({"pauses": (("counted", "nothing"),)}, "pauses"),
            ({"coming": (Coming(step="counted", day="nothing"),)}, "coming"),
            ({"coming": (Coming(step="counted", day="days", words=("nothing",)),)}, "coming"),
            ({"fresh": ("counted", "nothing", "yes")}, "fresh"),
            ({"streak": structs.replace(program_of().streak, length=("nothing",))}, "streak"),
            ({"streak": structs.replace(program_of().streak, broken_in="nowhere")}, "streak"),
        ],
    )
    def test_what_the_program_names_is_looked_at(self, fields: dict[str, Any], place: str) -> None:
        """The program itself names steps and items, for each thing that exback does with them."""
        assert found(**fields) == [("references", place)]

    @pytest.mark.parametrize(
        "mirror",
        [
            lambda here: f"So {here.told('counted', 'nothing', 'it was')}.",
            lambda here: f"So {here.said('nowhere', 'broke')}.",
            lambda here: f"So {len(here.ticked('counted', 'nothing'))}.",
            lambda here: f"So {len(here.all_said('nowhere', 'broke'))}.",
            lambda here: ("So.", *here.quote("counted", "nothing")),
            lambda here: f"So {here.last('nowhere')}.",
            lambda here: f"So {here.journey.is_done('nowhere')}.",
            lambda here: f"So {here.answers.get('nothing')}.",
        ],
    )
    def test_whatever_a_function_reads_is_looked_at(self, mirror: Wording) -> None:
        """Ids that stand in code are seen when the code is run."""
        assert found(step_of(mirror=mirror)) == [("references", "first / mirror")]

    def test_what_is_read_from_a_run_is_looked_at(self) -> None:
        """Answers taken from a run by hand are answers of its step."""

        def mirror(here: Context) -> Prose:
            run = here.last("counted")
            return "So." if run is None else f"So {run.answers.get('nothing')}."

        assert found(step_of(mirror=mirror)) == [("references", "first / mirror")]

    def test_an_item_that_is_not_declared_is_told_once_for_all_who_read_it(self) -> None:
        """One wrong id in a shared function is one finding."""

        def is_yes(here: Context) -> bool:
            return here["kid"] == "yes"

        items = (KIND, Text("a", "And?", when=is_yes), Text("b", "Then?", when=is_yes), Text("c", "So?", when=is_yes))
        assert found(step_of(*items)) == [("references", "first / a")]
        assert "So do two other functions" in says(step_of(*items))

    def test_a_gate_that_is_closed_for_an_unknown_step_is_found(self) -> None:
        """Its sentence would need the title of a step that is not there."""
        gate = Gate(lambda _journey: closed("Opens after “{title}”.", "nowhere"), ())
        assert found(step_of(opens=(gate,))) == [("references", "first")]

    def test_a_question_that_was_moved_from_nowhere_is_found(self) -> None:
        """Its old answers would be looked for in a step that doesn't exist."""
        moved = Text("note", "What now?", moved_from="nowhere")
        assert found(step_of(moved)) == [("references", "first / note")]

    def test_what_a_phrase_names_is_looked_at(self) -> None:
        """A phrase with a mistyped part would raise an error for whoever writes such words."""
        rain = Concern("rain", Help("Stay in.", "Stay in."), "[rain] it rained on <them>")
        assert found(concerns=lambda: Concerns(rain)) == [("references", "concerns")]
        assert found(concerns=lambda: Concerns(rain, parts="them: (us|me)")) == []

    def test_everything_that_exists_may_be_named(self) -> None:
        """Gates, recalls and reads of declared items are no findings."""
        recall = Recall("then", "You said:", step="first", item="note")
        first = step_of(recall, Text("note", "What now?"), repeats=Repeat(apart=1), opens=(done("counted"),))
        reader = step_of(step_id="second", mirror=lambda here: f"So {here.told('first', 'note', 'what')}.")
        assert found(first, reader) == []


class TestEmpty:
    """Nothing that is shown is empty."""

    @pytest.mark.parametrize("field", ["title", "purpose", "mirror", "small_thing"])
    def test_a_step_without_a_word_is_found(self, field: str) -> None:
        """Title, purpose, mirror and small thing are said by every step."""
        fields: dict[str, Any] = {field: " "}
        assert [rule for rule, _ in found(step_of(**fields))] == ["empty"]

    @pytest.mark.parametrize(
        "item",
        [
            Text("note", ""),
            Reading("note", " \n"),
            Confirm("note", "Well?", yes=""),
            Choice("note", "Well?", options=(YES, Option("no", " "))),
            Choice("note", "Well?", options=lambda _here: (YES, Option("no", ""))),
            Text("note", lambda here: "" if here["kind"] == "no" else "Well?"),
        ],
    )
    def test_an_item_without_a_word_is_found(self, item: Item) -> None:
        """Questions, labels and constant readings say something to everybody."""
        assert found(step_of(KIND, item)) == [("empty", "first / note")]

    def test_a_stage_without_a_word_is_found(self) -> None:
        """Stages are shown, too."""
        assert found(stages=(Stage(id="one", title="", purpose="To begin.", steps=(COUNTED,)),)) == [("empty", "one")]

    def test_closing_words_are_looked_at_on_every_path(self) -> None:
        """A mirror that is silent for one answer in one world is found."""

        def small_thing(here: Context) -> Prose:
            return "" if here.told("counted", "broke") == "no" and here["kind"] == "no" else "Take a walk."

        step = structs.replace(step_of(), small_thing=small_thing)
        assert found(step) == [("empty", "first / small_thing")]

    def test_a_reading_may_be_silent_for_some(self) -> None:
        """A reading whose function gives nothing is hidden, and that is how it is meant."""
        reading = Reading("note", lambda here: "Well done." if here["kind"] == "yes" else "")
        assert found(step_of(KIND, reading)) == []


class TestReachable:
    """Every item can come up: whatever it takes, if anyone can give it."""

    def came_up(self, *items: Item, **fields: Any) -> bool:
        """Whether the last of these items comes up, in a step that may be repeated."""
        return found(step_of(*items, repeats=Repeat(), **fields)) == []

    def test_two_answers_that_contradict_each_other_hide_an_item_for_ever(self) -> None:
        """Each answer can be given, and never both."""
        late = Text("late", "And?", when=lambda here: here["kind"] == "yes" and here["kind"] == "no")
        assert found(step_of(KIND, late)) == [("reachable", "first / late")]

    def test_what_depends_on_it_is_not_told_as_well(self) -> None:
        """The root is told, not its branches."""
        late = Confirm("late", "And?", when=lambda here: here["kind"] == "never")
        later = Text("later", "So?", when=lambda here: here["late"] is True)
        assert found(step_of(KIND, late, later)) == [("reachable", "first / late")]

    @pytest.mark.parametrize("number", [0, 3, 7, 10])
    def test_any_number_of_a_short_scale_is_tried(self, number: int) -> None:
        """A scale that decides what comes up is tried whole."""
        assert self.came_up(Scale("mood", "How?"), Text("low", "Why?", when=lambda here: here.number("mood") == number))

    def test_a_long_scale_is_tried_around_the_number_it_is_compared_with(self) -> None:
        """Which number matters is learnt from the comparison itself."""
        days = Scale("days", "How many?", low=1, high=365)
        assert self.came_up(days, Text("note", "Why?", when=lambda here: 200 < here.number("days") < 202))

    def test_an_item_of_the_third_run_comes_up(self) -> None:
        """The step is done again, as often as something new may come of it."""
        late = Text("late", "Again?", when=lambda here: len(here.journey.finished("first")) == 2)
        assert self.came_up(KIND, late)

    def test_an_item_after_three_answers_of_one_kind_comes_up(self) -> None:
        """Runs of one kind are repeated, for some things come of many alike."""
        late = Text(
            "late",
            "Again?",
            when=lambda here: [said.value for said in here.all_said("first", "kind")][-2:] == ["no", "no"],
        )
        assert self.came_up(KIND, late)

    @pytest.mark.parametrize("days", [1, 14, 90, 300])
    def test_an_item_of_a_later_day_comes_up(self, days: int) -> None:
        """Time passes, as far as the days are compared with."""

        def is_late(here: Context) -> bool:
            last = here.last("first")
            return last is not None and here.journey.days_since(last) >= days

        assert self.came_up(KIND, Text("late", "And since?", when=is_late))

    def test_an_item_on_the_day_that_was_named_comes_up(self) -> None:
        """A day that someone names ahead comes."""

        def has_come(here: Context) -> bool:
            said = here.said("first", "day")
            return said is not None and str(said.value) <= here.today.isoformat()

        assert self.came_up(Date("day", "When?", ahead=True), Text("late", "How was it?", when=has_come))

    @pytest.mark.parametrize("hour", [3, 10, 23])
    def test_an_item_of_the_night_comes_up(self, hour: int) -> None:
        """Where the hour is looked at, the step is tried by day and by night."""
        assert self.came_up(KIND, Text("late", "Awake?", when=lambda here: here.now.hour == hour))

    def test_an_item_a_day_and_a_night_later_comes_up(self) -> None:
        """Some things lie for a day, and are then looked at by daylight."""

        def is_ripe(here: Context) -> bool:
            last = here.last("first")
            free = None if last is None or last.finished is None else last.finished + timedelta(hours=24)
            return free is not None and here.now >= free and here.now.hour in range(8, 20)

        assert self.came_up(KIND, Text("late", "Still?", when=is_ripe))

    def test_an_item_for_one_answer_in_another_step_comes_up(self) -> None:
        """Every answer that is read elsewhere is given elsewhere."""
        assert self.came_up(KIND, Text("late", "Why?", when=lambda here: here.told("counted", "broke") == "no"))

    def test_an_item_for_those_who_skipped_another_step_comes_up(self) -> None:
        """Not to have done it is an answer, too."""
        assert self.came_up(KIND, Text("late", "Why?", when=lambda here: here.last("counted") is None))
        closed_to_them = step_of(
            KIND, Text("late", "Why?", when=lambda here: here.last("counted") is None), opens=(done("counted"),)
        )
        assert found(closed_to_them) == [("reachable", "first / late")]

    def test_an_item_for_those_who_left_out_what_all_others_did_comes_up(self) -> None:
        """People do every step on the way; to leave one out that need not be done is tried as well."""
        second = step_of(step_id="second")
        late = Text("late", "Why?", when=lambda here: here.last("counted") is None)
        assert found(second, step_of(KIND, late, opens=(done("second"),))) == []

    def test_an_item_after_one_more_run_of_one_other_step_comes_up(self) -> None:
        """Other steps are told of one by one, and not only all together or many times."""

        def once_more(here: Context) -> bool:
            return (len(here.journey.finished("asked")), len(here.journey.finished("counted"))) == (2, 1)

        asked = step_of(step_id="asked", repeats=Repeat(apart=1))
        late = step_of(KIND, Text("late", "Why?", when=once_more), opens=(done("asked"), done("counted")))
        assert found(asked, late) == []

    def test_an_item_for_whom_a_boundary_holds_comes_up(self) -> None:
        """Boundaries are named in the step that asks, and hold in all others."""
        asking = step_of(*safety_questions(), step_id="asking")
        late = Reading("late", "You may rest.", when=lambda here: here.withheld)
        assert found(asking, step_of(KIND, late)) == []
        assert found(step_of(KIND, late)) == [("reachable", "first / late")]

    def test_an_item_that_reaches_out_comes_up_where_no_boundary_holds(self) -> None:
        """One world with a boundary does not hide it from everybody."""
        asking = step_of(*safety_questions(), step_id="asking")
        assert found(asking, step_of(KIND, Text("draft", "What do you write?", reaches_out=True))) == []

    def test_a_recall_comes_up_only_above_a_page(self) -> None:
        """What is recalled stands above the page that follows; at the end it stands nowhere."""
        recall = Recall("then", "You said:", step="first", item="note")
        note = Text("note", "What now?")
        assert found(step_of(recall, note, repeats=Repeat())) == []
        assert found(step_of(note, recall, repeats=Repeat())) == [("reachable", "first / then")]


def _raises(_here: Context) -> bool:
    raise KeyError("words that somebody wrote")


class Stubborn(Text, frozen=True, kw_only=True):
    """A question that does not take its own answers for answers."""

    def still_fits(self, value: object, here: Context) -> bool:
        """Return False: nothing ever fits."""
        return False


class TestEnds:
    """Every path comes to its end."""

    def test_a_function_that_raises_is_found_with_the_name_of_the_error_alone(self) -> None:
        """No traceback and no word that someone wrote; what it hides is not told as well."""
        step = step_of(KIND, Text("late", "And?", when=_raises))
        assert found(step) == [("ends", "first / late")]
        assert "raises KeyError" in says(step)
        assert "somebody wrote" not in says(step)

    @pytest.mark.parametrize("role", ["text", "note", "options", "burns"])
    def test_whatever_raises_is_found(self, role: str) -> None:
        """Every function of an item is tried."""
        item = structs.replace(Choice("late", "And?", options=(YES, NO)), **{role: _raises})
        assert found(step_of(KIND, item)) == [("ends", "first / late")]

    def test_closing_words_that_raise_are_found(self) -> None:
        """So are the step's own functions, on the path on which they do."""

        def mirror(here: Context) -> Prose:
            return {"yes": "You said yes."}[here.text("kind")]

        assert found(step_of(mirror=mirror)) == [("ends", "first / mirror")]

    def test_closing_words_that_read_what_was_not_asked_are_found(self) -> None:
        """On a closing page nothing can be undecided any more: the session would break off."""
        late = Text("late", "And?", when=lambda here: here["kind"] == "yes")
        step = step_of(KIND, late, mirror=lambda here: f"So: {here.words('late')}.")
        assert found(step) == [("ends", "first / mirror")]

    def test_a_path_that_a_boundary_ends_has_no_closing_words(self) -> None:
        """Whoever names a boundary in a step that reaches out sees why, and not the mirror."""
        draft = Text("draft", "What do you write?")
        step = step_of(*safety_questions(), draft, reaches_out=True, mirror=lambda here: f"So: {here.words('draft')}.")
        assert found(step, endings=(step_of(step_id="rest"),)) == []

    def test_an_item_may_read_what_was_not_asked(self) -> None:
        """Reading an answer that was not given hides the item for now, which is how branches are written."""
        late = Text("late", "And?", when=lambda here: here["kind"] == "yes")
        later = Text("later", "So?", when=lambda here: here["late"] is not None)
        assert found(step_of(KIND, late, later)) == []

    def test_wording_that_gives_no_words_is_found(self) -> None:
        """A function that forgets to return gives None."""
        broken: Wording = lambda _here: None  # type: ignore[assignment,return-value]  # noqa: E731  # the mistake itself
        assert found(step_of(mirror=broken)) == [("ends", "first / mirror")]

    @pytest.mark.parametrize(
        "item",
        [
            Choice("late", "Which?", options=()),
            Choice("late", "Which?", options=lambda here: (YES,) if here["kind"] == "yes" else ()),
            Choices("late", "Which?", options=(YES, NO), least=3),
            Choices("late", "Which?", options=lambda here: (YES, NO)[: 1 + (here["kind"] == "yes")], least=2),
        ],
    )
    def test_a_question_that_cannot_be_answered_is_found(self, item: Item) -> None:
        """No one could get past it, on one path or on all; what comes after it is not told as well."""
        after = Text("after", "And then?")
        assert found(step_of(KIND, item, after)) == [("ends", "first / late")]

    def test_a_question_that_forgets_its_answers_is_found(self) -> None:
        """It would be asked for ever."""
        assert found(step_of(Stubborn("late", "And?"), KIND)) == [("ends", "first / late")]

    def test_a_step_without_a_page_to_begin_with_is_found(self) -> None:
        """A session begins on a page; here there is none for anyone who has not been here before."""
        silent = step_of(Text("late", "Again?", when=lambda here: here.last("first") is not None))
        assert ("ends", "first") in found(silent)

    def test_an_optional_question_is_skipped_on_some_path(self) -> None:
        """What is skipped is None, and functions must be ready for it."""
        note = Text("note", "What?", optional=True)
        assert found(step_of(note, mirror=lambda here: str(here["note"]).upper())) == []
        loud = step_of(note, mirror=lambda here: here["note"].upper())  # type: ignore[union-attr]  # the mistake itself
        assert found(loud) == [("ends", "first / mirror")]


class TestBranches:
    """Every option can come up."""

    def test_an_option_that_is_never_offered_is_found(self) -> None:
        """It stands in the function, and no path leads to it."""

        def options(here: Context) -> tuple[Option, ...]:
            always = (Option("stay", "Stay"), Option("go", "Go"))
            return (*always, Option("fly", "Fly")) if here["kind"] == "maybe" else always

        step = step_of(KIND, Choice("way", "Which way?", options=options))
        assert found(step) == [("branches", "first / way")]
        assert "“fly”" in says(step)

    def test_constants_that_a_function_uses_count(self) -> None:
        """Options may stand beside the function as well as in it."""
        step = step_of(KIND, Choice("way", "Which?", options=lambda here: (YES, NO) if here["kind"] == "x" else (YES,)))
        assert found(step) == [("branches", "first / way")]

    def test_an_option_for_some_is_no_finding(self) -> None:
        """It is enough that someone is offered it."""
        step = step_of(
            KIND, Choice("way", "Which?", options=lambda here: (YES, NO) if here["kind"] == "yes" else (YES,))
        )
        assert found(step) == []

    def test_an_answer_that_the_program_waits_for_in_vain_is_found(self) -> None:
        """A streak or a fresh walk that hangs on a mistyped answer would never come."""
        assert found(fresh=("counted", "broke", "maybe")) == [("branches", "fresh")]
        assert found(fresh=("counted", "broke", "no")) == []
        streak = structs.replace(program_of().streak, broken_by=("yes", "often"))
        assert found(streak=streak) == [("branches", "streak")]


class TestOpenings:
    """Every step opens for someone, and no one comes to a wall."""

    def test_a_circle_of_gates_is_found(self) -> None:
        """Each waits for the other, so both are told, and what waits for them is not."""
        one = step_of(step_id="one-step", opens=(done("two-step"),))
        two = step_of(step_id="two-step", opens=(done("one-step"),))
        behind = step_of(step_id="behind", opens=(done("two-step"),))
        assert found(one, two, behind) == [("openings", "one-step"), ("openings", "two-step")]

    def test_an_answer_that_nobody_can_give_keeps_a_step_closed(self) -> None:
        """A mistyped answer in a gate shows when no walk opens the step."""
        assert found(step_of(opens=(answered("counted", "broke", "maybe"),))) == [("openings", "first")]

    @pytest.mark.parametrize(
        "gate",
        [
            answered("counted", "broke", "no"),
            answered("asked", "way", "third", times=2, days_apart=7),
            days_since("asked", 60),
            runs("asked", 3, days_apart=5),
        ],
    )
    def test_whatever_opens_with_some_answers_and_some_time_is_opened(self, gate: Gate) -> None:
        """Habits are changed where a gate asks for it, and days pass."""
        way = Choice("way", "Which?", options=(*(YES, NO), Option("third", "A third")))
        asked = step_of(way, step_id="asked", repeats=Repeat(apart=1, due=1))
        assert found(asked, step_of(opens=(gate,))) == []

    def test_a_way_that_takes_several_answers_is_found_step_by_step(self) -> None:
        """One step opens after one answer, the next after another one in it."""
        second = step_of(KIND, step_id="second", opens=(answered("counted", "broke", "no"),))
        third = step_of(step_id="third", opens=(answered("second", "kind", "no"), done("second")))
        rest = step_of(step_id="rest")
        assert found(second, third, endings=(rest,)) == []

    def test_whoever_can_go_back_goes_back(self) -> None:
        """Some answers come up when a step is done once more, of one's own accord."""
        reply = Choice("reply", "What came?", options=(NO, YES), when=lambda here: here.last("asked") is not None)
        asked = step_of(KIND, reply, step_id="asked", repeats=Repeat())
        assert found(asked, step_of(opens=(answered("asked", "reply", "yes"),))) == []

    def test_what_most_steps_wait_for_is_tried_first(self) -> None:
        """One step that waits in vain, for any of fifty answers, does not use up the walks of three others."""
        fifty = Choice("fifty", "Which?", options=tuple(Option(f"n-{n}", f"N {n}") for n in range(50)))
        way = Choice("way", "Which way?", options=tuple(Option(f"w-{n}", f"W {n}") for n in range(20)))
        asked = step_of(fifty, way, step_id="asked")
        vain = step_of(step_id="a-vain", opens=(answered("asked", "fifty", "never"),))
        three = tuple(step_of(step_id=f"open-{n}", opens=(answered("asked", "way", "w-19"),)) for n in range(3))
        assert found(asked, vain, *three, endings=(step_of(step_id="rest"),)) == [("openings", "a-vain")]

    def test_a_step_that_takes_several_other_answers_at_once_is_reached(self) -> None:
        """An answer that leaves fewer gates closed is kept, and the next one is changed beside it."""
        ways = [
            Choice(f"way-{n}", "Which?", options=tuple(Option(f"w-{w}", f"W {w}") for w in range(9))) for n in "abc"
        ]
        asked = step_of(*ways, step_id="asked")
        gates = tuple(answered("asked", way.id, "w-8") for way in ways)
        assert found(asked, step_of(opens=gates), endings=(step_of(step_id="rest"),)) == []

    def test_what_a_step_needs_to_be_done_is_done_again(self) -> None:
        """Someone who isn't done with a step goes back to another that it waits for, though that is never due."""
        often = step_of(KIND, step_id="often", repeats=Repeat(apart=7))
        ready = step_of(KIND, step_id="ready", repeats=Repeat(apart=1), complete=(runs("often", 3, days_apart=7),))
        assert found(often, ready, step_of(opens=(done("ready"),)), endings=(step_of(step_id="rest"),)) == []

    def test_a_state_with_nothing_left_to_do_is_found(self) -> None:
        """Who answers no can go nowhere, although there is more for others."""
        more = step_of(step_id="more", opens=(answered("counted", "broke", "yes"),))
        assert found(more) == [("openings", "counted")]

    def test_an_ending_that_is_open_is_no_wall(self) -> None:
        """Somewhere to end is somewhere to go, and whoever has ended has arrived."""
        more = step_of(step_id="more", opens=(answered("counted", "broke", "yes"),))
        assert found(more, endings=(step_of(step_id="rest"),)) == []

    def test_an_ending_that_is_closed_is_a_wall(self) -> None:
        """An ending for others alone leaves whoever answers otherwise with nothing."""
        more = step_of(step_id="more", opens=(answered("counted", "broke", "yes"),))
        rest = step_of(step_id="rest", opens=(answered("counted", "broke", "no"),))
        assert found(more, endings=(rest,)) == [("openings", "more")]

    def test_a_date_is_no_wall(self) -> None:
        """Where a step says when it opens, someone may wait for that day."""
        later = step_of(step_id="later", opens=(days_since("counted", 30),))
        assert found(later) == []

    def test_a_program_that_is_done_is_no_wall(self) -> None:
        """Who has done everything has nothing left to do, and that is the end of it."""
        assert found() == []

    def test_a_gate_that_raises_is_found(self) -> None:
        """Gates are asked on every page of the day; one that raises would close all of exback."""

        def check(_journey: Journey) -> Verdict:
            raise ZeroDivisionError

        assert found(step_of(opens=(Gate(check, ()),))) == [("openings", "first")]
        assert found(step_of(opens=(Gate(lambda _journey: OPEN, ()),))) == []


class TestEvidence:
    """Findings and claims are named, and carried."""

    def test_a_finding_that_no_step_names_is_found(self) -> None:
        """What nothing rests on does not belong there."""
        assert found(step_of(), evidence=lambda: (FINDING,)) == [("evidence", "naps")]
        assert found(step_of(why=("naps",)), evidence=lambda: (FINDING,)) == []

    def test_a_key_that_no_finding_has_is_found(self) -> None:
        """Every claim to know something has a row."""
        assert found(step_of(why=("naps",))) == [("evidence", "first")]

    def test_two_findings_with_one_key_are_found(self) -> None:
        """Only the first would ever be shown."""
        assert found(step_of(why=("naps",)), evidence=lambda: (FINDING, FINDING)) == [("evidence", "naps")]

    def test_a_claim_that_nothing_carries_is_found(self) -> None:
        """The program carries all of its source."""
        assert found(step_of(), claims=lambda: (Claim("S1", "Rest."),)) == [("evidence", "S1")]

    def test_steps_items_and_stages_carry_claims(self) -> None:
        """Each of the three places counts."""
        claims = tuple(Claim(name, "Rest.") for name in ("S1", "S2", "S3"))
        step = step_of(Text("note", "What?", claims=("S2",)), claims=("S1",))
        stage = Stage(id="one", title="One", purpose="To begin.", steps=(step, COUNTED), claims=("S3",))
        assert found(stages=(stage,), claims=lambda: claims) == []
        places = [("evidence", "one"), ("evidence", "first"), ("evidence", "first / note")]
        assert sorted(found(stages=(stage,))) == sorted(places)


class TestWords:
    """What is never said."""

    NEVER = ("test them", "day zero")

    @pytest.mark.parametrize(
        "said",
        ["Test them now.", "TEST   THEM", "Do not test\nthem.", "It is day zero.", "You can test\u00a0them."],
    )
    def test_it_is_found_in_any_case_and_with_any_space(self, said: str) -> None:
        """Lines are broken anywhere, and sentences begin with capitals."""
        assert found(step_of(Text("note", "What?", note=said)), never_says=lambda: self.NEVER) == [
            ("words", "first / note")
        ]

    @pytest.mark.parametrize("said", ["We contest them.", "Test it, then them.", "A day. Zero of ten."])
    def test_what_only_looks_like_it_is_not(self, said: str) -> None:
        """Words inside of other words, or with something between them, are other words."""
        assert found(step_of(Text("note", "What?", note=said)), never_says=lambda: self.NEVER) == []

    @pytest.mark.parametrize(
        "fields",
        [
            {"title": "Day zero"},
            {"purpose": "Day zero."},
            {"mirror": lambda here: ("Well.", Quote("so", None, "On day zero:")) if here["kind"] == "no" else "Well."},
            {"items": (Choice("kind", "What?", options=(Option("a", "Day zero"), NO)),)},
            {"items": (Choice("kind", "What?", options=(Option("a", "A", "day zero"), NO)),)},
            {"items": (Choice("kind", "What?", options=lambda _here: (Option("a", "Day zero"), NO)),)},
            {"items": (Text("note", "What?", why="Day zero."),)},
            {"items": (Scale("note", "What?", ends=("day zero", "day ten")),)},
            {"items": (Confirm("note", "What?", yes="Day zero"),)},
        ],
    )
    def test_it_is_found_wherever_it_stands(self, fields: dict[str, Any]) -> None:
        """Every text that is ever shown is looked through, also what functions say."""
        assert [rule for rule, _ in found(step_of(**fields), never_says=lambda: self.NEVER)] == ["words"]

    def test_it_is_found_outside_the_steps(self) -> None:
        """The welcome, the stages and the evidence are shown as well."""
        rain = Concern("rain", Help("Stay in.", "It is day zero."), "[rain] it rained")
        assert found(concerns=lambda: Concerns(rain), never_says=lambda: self.NEVER) == [("words", "rain")]
        welcome = (Reading("hello", "This is day zero."),)
        stage = Stage(id="one", title="One", purpose="Day zero.", steps=(step_of(why=("naps",)), COUNTED))
        finding = structs.replace(FINDING, limits="On day zero.")
        places = found(
            welcome=lambda: welcome, stages=(stage,), evidence=lambda: (finding,), never_says=lambda: self.NEVER
        )
        assert sorted(places) == [("words", "hello"), ("words", "naps"), ("words", "one")]


class TestReadability:
    """How easy pages are to read."""

    def test_a_hard_step_is_found(self) -> None:
        """Questions and notes count together."""
        assert found(step_of(Text("note", "What?", note=HARD * 2))) == [("readability", "first")]

    def test_a_hard_reading_is_found_in_an_easy_step(self) -> None:
        """One page of 60 words that is hard does not hide behind many easy ones."""
        hard = Reading("hard", HARD * 8, when=lambda here: here["kind"] == "yes")
        easy = tuple(Reading(f"easy-{n}", LONG * 2) for n in range(40))
        assert found(step_of(KIND, hard, *easy)) == [("readability", "first / hard")]

    def test_a_function_that_is_hard_for_some_is_found(self) -> None:
        """What functions say is measured in every version that was heard."""
        reading = Reading("note", lambda here: HARD * 8 if here["kind"] == "no" else LONG * 2)
        assert ("readability", "first / note") in found(step_of(KIND, reading))

    def test_long_sentences_are_found(self) -> None:
        """Easy words in endless sentences are no easy reading."""
        endless = "You go and you see and " + "you go and you see and " * 2 + "you go with me on and on."
        step = step_of(*(Text(f"note-{n}", endless) for n in range(20)))
        assert found(step) == [("readability", "first")]
        assert "words on average" in says(step)

    def test_the_words_of_the_person_do_not_count(self) -> None:
        """Whatever someone wrote comes back as it is, and is no one's mistake."""
        step = step_of(mirror=("You said it.", Quote(HARD * 9, None, "You said:")))
        assert found(step) == []


class TestLength:
    """Readings are neither long nor thin."""

    def test_a_reading_of_more_than_160_words_is_found(self) -> None:
        """161 words are one too many, whoever they are said by."""
        step = step_of(KIND, Reading("note", " ".join(["So it is."] * 53 + ["Yes."])))
        assert found(step) == []
        step = step_of(KIND, Reading("note", lambda _here: " ".join(["So it is."] * 53 + ["Yes, yes."])))
        assert found(step) == [("length", "first / note")]

    def test_a_welcome_of_more_than_160_words_is_found(self) -> None:
        """What is read before the first step is a reading, too."""
        assert found(welcome=lambda: (Reading("hello", LONG * 3),)) == [("length", "hello")]

    def test_a_thin_first_page_is_found(self) -> None:
        """Who begins with a page for everybody says something on it."""
        assert found(step_of(Reading("begin", LONG), KIND)) == []
        assert found(step_of(Reading("begin", "You may begin."), KIND)) == [("length", "first / begin")]

    def test_a_remark_for_some_may_be_short(self) -> None:
        """What only some see, or what comes later, may be a line."""
        some = Reading("begin", "You may begin.", when=lambda here: here.last("counted") is None)
        later = Reading("later", "That is all.")
        assert found(step_of(some, KIND, later)) == []


class TestWidths:
    """Everything fits a narrow terminal."""

    @pytest.mark.parametrize(
        "text", ["a\u200db", "a\ufe0f", "\U0001f1e9\U0001f1ea", "\U0001f642", "\u2764", "1\u20e3", "\u200b"]
    )
    def test_a_character_of_uncertain_width_is_found(self, text: str) -> None:
        """Joiners, selectors, flags, emoji and keycaps are drawn differently everywhere."""
        assert found(step_of(Text("note", f"What is {text}?"))) == [("widths", "first / note")]

    @pytest.mark.parametrize("text", ["“So”", "it’s", "a – b", "naïve café", "so…", "à la carte"])
    def test_what_every_terminal_draws_alike_is_not(self, text: str) -> None:
        """Quotation marks, dashes and accents are one column wide."""
        assert found(step_of(Text("note", f"What is {text} to you?"))) == []

    def test_a_word_that_breaks_at_forty_columns_is_found(self) -> None:
        """36 columns fit a page of 40, 37 do not; wide letters count twice."""
        assert found(step_of(Text("note", f"What? {'a' * 36}"))) == []
        assert ("widths", "first / note") in found(step_of(Text("note", f"What? {'a' * 37}")))
        assert ("widths", "first / note") in found(step_of(Text("note", f"What? {'字' * 19}")))

    def test_a_wide_title_is_found(self) -> None:
        """A title stands on one line of the header."""
        assert found(step_of(title="T " * 17)) == []
        assert found(step_of(title="T " * 17 + "ab")) == [("widths", "first")]

    def test_a_wide_label_is_found(self) -> None:
        """So does an option; what someone wrote into it does not count."""
        fits = Choice("kind", "What?", options=(Option("a", "A " * 17), NO))
        wide = Choice("kind", "What?", options=lambda _here: (Option("a", "A " * 17 + "bc"), NO))
        assert found(step_of(fits)) == []
        assert found(step_of(wide)) == [("widths", "first / kind")]
        own = Choice(
            "own", "Which?", options=lambda here: (Option("a", f"Then you also wanted {here.words('note')} back"),)
        )
        assert found(step_of(Text("note", "What?"), own)) == []
