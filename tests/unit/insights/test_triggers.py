"""What set off urges, slips and checks: counted as it was said, in the person's own words where they gave some."""

from __future__ import annotations

from importlib import import_module

import pytest
from support.told import journey, pictures, run, urge

from exback.insights.chart import Bars, Chart
from exback.insights.overview import overview
from exback.model.boundaries import BOUNDARIES
from exback.model.program import Program
from exback.model.run import Run, changed

LATE = "It's past 11, and I open our thread."
OURS = ("urge-set-off", "contact-set-off", "look-set-off")


def own(words: str) -> str:
    """Return the id under which some words are an answer."""
    own_id: str = import_module("exback.steps.triggers").own_id(words)
    return own_id


def set_off(step: str, day: int, by: str, words: str | None = None) -> Run:
    """Return a run that says what set it off."""
    return run(step, day, set_off=by, set_off_words=words)


def planned(day: int = 0, moment: str = LATE) -> Run:
    """Return the step in which a situation was named."""
    return run("risky-moments", day, moment_1=moment, plan_1="I put the phone in the hall.")


def bars(chart: Chart) -> dict[str, float | None]:
    """Return what a chart counts."""
    assert isinstance(chart.drawing, Bars)
    return dict(zip(chart.drawing.labels, chart.drawing.rows[0].values, strict=True))


class TestCounts:
    """How often each was named."""

    def test_their_own_words_stand_beside_the_common_ones(self, program: Program) -> None:
        """A situation from the plans by its words without the full stop, the others by their labels, most often first."""
        urges = [set_off("urge", day, own(LATE)) for day in range(1, 4)]
        urges += [set_off("urge", day, "alone") for day in range(4, 6)]
        found = pictures(program, planned(), *urges)["urge-set-off"]
        assert found.title == "What set off your urges"
        assert found.says == "Most often it was “It's past 11, and I open our thread”, three times out of five."
        assert found.rests_on == "This is based on five urges, from Tuesday 3 March to Saturday 7 March."
        assert bars(found) == {"It's past 11, and I open our thread": 3, "A night alone": 2}

    def test_what_was_typed_counts_with_what_was_chosen_later(self, program: Program) -> None:
        """The day it was added and the days it was one of the choices, whatever the case, are one trigger."""
        added = set_off("look", 1, "other", "Their birthday cake")
        later = [set_off("look", day, own("their birthday CAKE.")) for day in range(2, 6)]
        found = pictures(program, added, *later)["look-set-off"]
        assert found.says == "It was “Their birthday cake” all five times."

    def test_words_that_begin_alike_are_counted_apart(self, program: Program) -> None:
        """A tie of two long ones is a tie, however they're shortened."""
        aisle = "a very long trigger about the same supermarket, aisle"
        urges = [set_off("urge", 1 + day, "other", f"{aisle} {1 + day % 2}") for day in range(4)]
        found = pictures(program, *urges, *(set_off("urge", 5 + day, "alone") for day in range(4)))["urge-set-off"]
        assert bars(found) == {
            "A night alone": 4,
            "a very long trigger … aisle 1": 2,
            "a very long trigger … aisle 2": 2,
        }

    def test_a_new_plan_leaves_the_old_answers_their_words(self, program: Program) -> None:
        """The situations change, and what was said of earlier urges doesn't."""
        urges = [set_off("urge", day, own(LATE)) for day in range(1, 6)]
        found = pictures(program, planned(), *urges, planned(7, "The bus passes their street."))["urge-set-off"]
        assert bars(found) == {"It's past 11, and I open our thread": 5}

    def test_words_that_were_deleted_are_gone(self, program: Program) -> None:
        """Nothing in the later answers says what they were."""
        gone = changed(planned(), answers={"moment-1": None, "plan-1": None})
        urges = [set_off("urge", day, own(LATE)) for day in range(1, 6)]
        assert "11" not in str(urges[0].answers)
        assert bars(pictures(program, gone, *urges)["urge-set-off"]) == {"Something else": 5}

    def test_an_answer_that_was_skipped_is_none(self, program: Program) -> None:
        """An urge without one isn't counted, and without any there is no chart."""
        assert not {*OURS} & {*pictures(program, urge(1, 8, 4), run("urge", 2, set_off=None))}


class TestHonesty:
    """The same bounds as for the other counts."""

    def test_below_the_least_number_it_says_how_many_are_missing(self, program: Program) -> None:
        """Four urges: nothing is drawn and nothing named."""
        found = pictures(program, *(set_off("urge", day, "alone") for day in range(4)))["urge-set-off"]
        assert found.says == "You've given four answers here so far. Once there are five, this shows what came up most."
        assert (found.drawing, found.rests_on) == (None, "")

    def test_no_one_waits_for_another_slip(self, program: Program) -> None:
        """Of slips no number is named."""
        found = pictures(program, set_off("contact", 1, "drinking"))["contact-set-off"]
        assert found.says == "You've given one answer here. That's too few to say what came up most."

    @pytest.mark.parametrize("boundary", [boundary.id for boundary in BOUNDARIES])
    def test_while_a_boundary_holds_nothing_is_made_of_contact(self, program: Program, boundary: str) -> None:
        """Urges and checks stay."""
        story = changed(run("your-story", 0, 9), answers={boundary: True})
        told = [set_off(step, day, "alone") for step in ("urge", "contact", "look") for day in range(1, 7)]
        assert {*OURS} & {*pictures(program, story, *told)} == {"urge-set-off", "look-set-off"}


class TestPart:
    """The section of its own."""

    def test_it_can_be_seen_alone(self, program: Program) -> None:
        """`exback insights triggers` shows the three charts and nothing else."""
        told = [set_off(step, 1, "alone") for step in ("urge", "contact", "look")]
        (section,) = overview(program, journey(program, *told), "triggers")
        assert (section.title, [chart.id for chart in section.charts]) == ("What set it off", [*OURS])

    def test_for_someone_else_it_has_no_word_of_their_own(self, program: Program) -> None:
        """Where words are left out of an export, theirs aren't in its figures either."""
        told = [planned(), *(set_off("urge", day, own(LATE)) for day in range(1, 6))]
        told += [set_off("urge", 6, "other", "The choir")]
        sections = overview(program, journey(program, *told), "triggers", in_own_words=False)
        assert [bars(chart) for section in sections for chart in section.charts] == [{"Something else": 6}]
