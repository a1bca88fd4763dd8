"""`exback check` on what a program lets people see of themselves."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from exback.check import judge, names
from exback.model.endings import Ending
from exback.model.items import Choice, Confirm, Item, Option, Scale, Text
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.tracking import Answers, Events, Kinds, Quotable, Series, Tracking, Wave


def step_of(step_id: str, *items: Item) -> Step:
    """A sound step with these items."""
    return Step(
        id=step_id,
        title="Toy",
        minutes=1,
        purpose="To try it out.",
        items=items,
        mirror="You said it.",
        small_thing="Take a walk.",
    )


COUNTED = step_of(
    "counted",
    Scale("days", "How many days?", low=1, high=30),
    Choice("broke", "Did you break it?", options=(Option("yes", "Yes"), Option("no", "No"))),
)
WAVES = step_of("waves", Scale("first", "?"), Scale("then", "?"), Confirm("acted", "?"), Text("words", "?"))
PROGRAM = Program(
    title="Toys",
    welcome=tuple,
    stages=(Stage(id="one", title="One", purpose="To begin.", steps=(COUNTED, WAVES)),),
    companion=Stage(id="companion", title="Always open", purpose="For every day.", steps=()),
    endings=Stage(id="endings", title="Endings", purpose="To end.", steps=()),
    first="counted",
    daily="counted",
    moment="counted",
    streak=StreakRule(step="counted", length=("days",), broken_in="counted", broken_item="broke", broken_by=("yes",)),
    never_says=lambda: ("you failed",),
)
SERIES = Series(step="counted", item="days", title="Days")
EVENTS = Events(thing="break", with_one="a break", answers=Answers(step="counted", item="broke", values=("yes",)))
WAVE = Wave(
    thing="wave",
    with_one="a wave",
    step="waves",
    before="first",
    after="then",
    acted="acted",
    passed="passed",
    acted_on="did not",
)
SOUND = Tracking(
    glance=(SERIES,),
    daily=(SERIES,),
    around=(EVENTS,),
    wave=WAVE,
    timed=(EVENTS,),
    kinds=(Kinds(title="Breaks", thing="break", step="counted", item="broke"),),
    scales=(SERIES,),
    weekly=(SERIES,),
    quotable=(Quotable(step="waves", item="words", about="about waves"),),
)


def faults(**fields: Any) -> list[tuple[str, str]]:
    """Return rule and place of what is found when some of the patterns are others."""
    report = judge(structs.replace(PROGRAM, tracking=structs.replace(SOUND, **fields)))
    return [(finding.rule, finding.place) for finding in report.findings]


def test_sound_patterns_are_sound() -> None:
    """Everything that is named is declared, and of its kind."""
    assert faults() == []


@pytest.mark.parametrize("field", ["glance", "daily", "scales", "weekly"])
@pytest.mark.parametrize(
    "series",
    [
        structs.replace(SERIES, step="nowhere"),
        structs.replace(SERIES, item="nothing"),
        structs.replace(SERIES, dated_by=("nothing",)),
        structs.replace(SERIES, item="broke"),
    ],
)
def test_a_series_names_a_scale(field: str, series: Series) -> None:
    """Its step and its items exist, and it is no other question."""
    assert faults(**{field: (series,)}) == [("references", "tracking")]


@pytest.mark.parametrize("field", ["around", "timed"])
@pytest.mark.parametrize(
    "told",
    [
        Answers(step="nowhere", item="broke"),
        Answers(step="counted", item="nothing"),
        Answers(step="counted", item="days"),
        Answers(step="counted", item="broke", dated_by=("nothing",)),
    ],
)
def test_events_name_a_choice(field: str, told: Answers) -> None:
    """Also those that only say that a day had one."""
    assert faults(**{field: (structs.replace(EVENTS, answers=told),)}) == [("references", "tracking")]
    assert faults(**{field: (structs.replace(EVENTS, also=(told,)),)}) == [("references", "tracking")]


@pytest.mark.parametrize(
    "told",
    [
        Answers(step="nowhere", item="broke"),
        Answers(step="counted", item="nothing"),
        Answers(step="counted", item="days"),
        Answers(step="counted", item="broke", values=(True,)),
        Answers(step="waves", item="acted", values=("yes",)),
        Answers(step="counted", item="broke", dated_by=("nothing",)),
    ],
)
def test_what_breaks_a_day_elsewhere_is_declared_too(told: Answers) -> None:
    """A yes of a Confirm, or an option; also where it only says when something does not count."""
    sound = Answers(step="waves", item="acted", values=(True,))
    assert counted_by(sound) == []
    assert counted_by(told) == [("references", "streak")]
    assert counted_by(structs.replace(sound, unless=(told,))) == [("references", "streak")]
    assert counted_by(Answers(step="counted", item="broke", values=("often",))) == [("branches", "streak")]


def counted_by(told: Answers) -> list[tuple[str, str]]:
    """Return rule and place of what is found when a day is broken by some answers, too."""
    report = judge(structs.replace(PROGRAM, tracking=SOUND, streak=structs.replace(PROGRAM.streak, also=(told,))))
    return [(finding.rule, finding.place) for finding in report.findings]


def test_what_ends_a_stage_is_declared_and_read() -> None:
    """An ending that does not exist, and words that the program never says."""
    for step, words, fault in (("nowhere", "closed", "references"), ("waves", "you failed", "words")):
        ended_by = (Ending(step=step, words=words, sentence="You told it on {day}."),)
        stage = structs.replace(PROGRAM.stages[0], ended_by=ended_by)
        report = judge(structs.replace(PROGRAM, tracking=SOUND, stages=(stage,)))
        assert [(finding.rule, finding.place) for finding in report.findings] == [(fault, "one")]


def test_what_reopens_a_stage_is_declared() -> None:
    """A step that does not exist can't take an ending back."""
    stage = structs.replace(PROGRAM.stages[0], reopened_by=("nowhere",))
    report = judge(structs.replace(PROGRAM, tracking=SOUND, stages=(stage,)))
    assert [(finding.rule, finding.place) for finding in report.findings] == [("references", "one")]


def test_an_answer_that_nobody_can_give_is_found() -> None:
    """Events that wait for it would never come."""
    told = Answers(step="counted", item="broke", values=("yes", "often"))
    assert faults(around=(structs.replace(EVENTS, answers=told),)) == [("branches", "tracking")]


@pytest.mark.parametrize("change", [{"step": "nowhere"}, {"before": "words"}, {"after": "nothing"}, {"acted": "first"}])
def test_a_wave_names_two_scales_and_a_confirm(change: dict[str, str]) -> None:
    """And all of one step."""
    found_here = faults(wave=structs.replace(WAVE, **change))
    assert set(found_here) == {("references", "tracking")}


def test_words_to_quote_are_text_and_kinds_are_choices() -> None:
    """A number is not quoted, and a text not counted."""
    assert faults(quotable=(Quotable(step="waves", item="first"),)) == [("references", "tracking")]
    kinds = Kinds(title="Breaks", thing="break", step="waves", item="words")
    assert faults(kinds=(kinds,)) == [("references", "tracking")]


def test_what_is_said_is_read_like_all_words() -> None:
    """A title too wide for a narrow screen, and words that the program never says."""
    assert faults(daily=(structs.replace(SERIES, title="many " * 12),)) == [("widths", "tracking")]
    assert faults(wave=structs.replace(WAVE, acted_on="you failed")) == [("words", "tracking")]


def test_exbacks_own_patterns_name_every_kind(program: Program) -> None:
    """The program in this checkout shows all that there is to show."""
    assert all(getattr(program.tracking, field) for field in Tracking.__struct_fields__)
    assert list(names.references(program)) == []
