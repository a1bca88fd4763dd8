"""What a check-in says at its end, over months, and when it asks the four questions of a week."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple

import pytest
from support.lives import LIFE
from support.person import ZONE, Person

from exback.commands.wizard import Wizard
from exback.engine.presenter import CLOSING
from exback.engine.session import Session
from exback.engine.view import Answer, GoTo, Skip, View
from exback.model.dates import NUMBERS, day_of, in_words, later
from exback.model.items import Question
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.screen.plain import Plain

MORNING = datetime(2026, 3, 2, 10, tzinfo=ZONE)
STORY = Run(
    id="story",
    step="your-story",
    started=MORNING,
    finished=MORNING,
    answers={
        **{key: value for key, value in LIFE["your-story"].items() if isinstance(value, (str, bool, list))},
        "ended": "2026-02-09",
    },
)
HAPPENED: Sequence[Value] = ([], [], ["contact"], ["looked"], ["contact", "looked"], None, ["looked:unanswered"])
MIDDLING: Mapping[str, Value] = {"mood": 5, "longing": 5, "sleep": 5}
WEEKLY = ("phq-1", "phq-2", "gad-1", "gad-2")
LIGHT, HEAVY = (
    dict.fromkeys(WEEKLY, "0"),
    dict.fromkeys(WEEKLY, "2"),
)


class Said(NamedTuple):
    """A check-in, the day it's about and the day on which it was made, and what was said at its end."""

    answers: Mapping[str, Value]
    day: date
    today: date
    pages: list[View]
    mirror: str
    small_thing: str


def checked_in(program: Program, runs: list[Run], now: datetime, answers: Mapping[str, Value]) -> Said:
    """Go through a check-in and add it to the runs."""
    journey = program.journey(runs, now)
    session = Session.begin(program, program.step("check-in"), journey, f"run-{len(runs)}")
    pages: list[View] = []
    if "day" in answers:
        session = session.apply(GoTo("day"), now)
    while session.run.cursor != CLOSING:
        view = session.view()
        pages.append(view)
        item = view.item
        if item.id in answers and answers[item.id] is not None:
            session = session.apply(Answer(answers[item.id]), now)
        else:
            session = session.apply(Skip() if isinstance(item, Question) else Answer(), now)
        assert not session.notice
    runs.append(session.run)
    mirror, small_thing = map(str, session.view().body)
    today = day_of(now)
    day = answers.get("day")
    return Said(
        session.run.answers,
        date.fromisoformat(day) if isinstance(day, str) else today,
        today,
        pages,
        mirror,
        small_thing,
    )


def life(program: Program, seed: int, *held: str) -> Iterator[Said]:
    """Live ninety days: numbers that often stay the same, missed days, some of them filled in later, and now and then two in a day."""
    random = Random(seed)
    answers = {**STORY.answers, **dict.fromkeys(held, True)}
    runs = [Run(id="story", step="your-story", started=MORNING, finished=MORNING, answers=answers)]
    numbers = {"mood": 3, "longing": 7, "sleep": 4}
    told: set[date] = set()
    for number in range(90):
        now = MORNING + timedelta(days=number)
        missed = [
            day
            for back in range(1, 8)
            if min(told, default=day_of(now)) < (day := later(day_of(now), -back)) not in told
        ]
        for turn in range(random.choice((0, 1, 1, 1, 1, 2))):
            numbers = {
                scale: max(0, min(10, value + random.choice((-1, 0, 0, 0, 1)))) for scale, value in numbers.items()
            }
            given: dict[str, Value] = {
                **numbers,
                "happened": random.choice(HAPPENED),
                "line": random.choice(("Grey.", None, None)),
            }
            if missed and turn == 1:
                given["day"] = missed[0].isoformat()
            said = checked_in(program, runs, now + timedelta(minutes=9 * turn), {**LIGHT, **given})
            told.add(said.day)
            yield said


@pytest.fixture(scope="module", params=[(1,), (2, "asked-to-stop"), (3, "afraid-of-them"), (4,)], ids=str)
def ninety_days(request: pytest.FixtureRequest, program: Program) -> list[Said]:
    """One of a few lives."""
    seed, *held = request.param
    return list(life(program, seed, *held))


def test_it_never_says_the_same_twice_running(ninety_days: list[Said]) -> None:
    """Neither what answers the day nor the small thing, though the numbers often stay the same."""
    assert len(ninety_days) > 60
    for before, after in pairwise(ninety_days):
        assert before.mirror != after.mirror
        assert before.small_thing != after.small_thing


def test_it_answers_what_was_said(ninety_days: list[Said]) -> None:
    """Contact, a check on them and a line are named if they were there, and only then; one of the numbers always is."""
    for said in ninety_days:
        happened = said.answers["happened"] or []
        assert isinstance(happened, list)
        assert ("contact" in said.mirror.casefold()) == ("contact" in happened)
        assert ("check on them" in said.mirror or "checked on them" in said.mirror) == ("looked" in happened)
        assert bool(re.search("Your words|[Ww]hat you wrote", said.mirror)) == (said.answers["line"] is not None)
        named = [scale for scale in ("Mood", "Longing", "Sleep") if scale in said.mirror]
        assert named
        assert all(re.search(rf"\b{said.answers[scale.casefold()]}\b", said.mirror) for scale in named)


def test_it_is_calm_and_short(ninety_days: list[Said]) -> None:
    """No exclamation mark, no praise, and the small thing is one sentence."""
    for said in ninety_days:
        assert not re.search(
            r"!|\b(great|well done|good job|proud|bravo)\b", f"{said.mirror} {said.small_thing}".casefold()
        )
        assert said.small_thing.startswith("One small thing: ")
        assert re.fullmatch(r"[^.]+(\.|: exback [a-z]+)", said.small_thing)


def number(word: str) -> int:
    """Return a number that is written before a noun."""
    return NUMBERS.index(word) if word in NUMBERS else int(word)


def test_what_it_says_of_the_numbers_is_true(ninety_days: list[Said]) -> None:
    """Each comparison, average and record, computed again from the days as they were told."""
    days: dict[date, Mapping[str, Value]] = {}
    kinds = set()
    for said in ninety_days:
        earlier = [days[day] for day in sorted(days) if later(said.day, -30) <= day < said.day]
        days[said.day] = said.answers
        for scale in ("mood", "longing", "sleep"):
            values = [int(str(answers[scale])) for answers in (*earlier, said.answers)]
            title = scale.capitalize()
            if found := re.search(rf"{title} was (\d+), (\w+) points? (higher|lower) than", said.mirror):
                difference = number(found[2]) * (1 if found[3] == "higher" else -1)
                assert values[-1] - values[-2] == difference
                kinds.add("than")
            if found := re.search(
                rf"{title} (?:went from|was) (\d+) .*?(?:to|and) (\d+)( again)? (?:today|yesterday|on )", said.mirror
            ):
                assert values[-2:] == [int(found[1]), int(found[2])]
                kinds.add("went")
            if found := re.search(rf"{title} (?:was (\d+), the same as|hasn't changed: (\d+))", said.mirror):
                assert values[-2] == values[-1] == int(found[1] or found[2])
                kinds.add("same")
            if found := re.search(
                rf"{title} was \d+\. The average of your last (\w+) check-ins is (\d+(?:\.\d)?)",
                said.mirror,
            ):
                counted = values[-number(found[1]) :]
                assert len(counted) == number(found[1])
                assert found[2] == f"{sum(counted) / len(counted):.1f}".removesuffix(".0")
                kinds.add("average")
            if found := re.search(
                rf"{title} was \d+(?:, the (highest|lowest) in|\. In) your last (\w+) days with a check-in", said.mirror
            ):
                assert len(values) == number(found[2])
                assert (min if scale == "longing" else max)(values) == values[-1]
                assert values.count(values[-1]) == 1
                kinds.add("record")
    assert {"than", "went", "same", "average"} <= kinds


@pytest.mark.parametrize(("typed", "happened"), [("", []), ("skip", None), ("0", []), ("1", ["contact"])])
def test_in_plain_lines_enter_says_that_nothing_happened(
    person: Person, typed: str, happened: list[str] | None
) -> None:
    """As Enter does on the screen, where it passes the two rows that begin as a no. Only "skip" leaves the question open."""
    lines = io.StringIO("".join(f"{line}\n" for line in ("6", "4", "5", typed, "", "")))
    screen = Plain(person.clock, lines, io.StringIO(), lambda _: None)
    Wizard(person.program, person.store, screen, person.clock, person.new_id).open("check-in")
    (run,) = person.store.load().runs
    assert (run.answers["happened"], run.finished is not None) == (happened, True)


def test_in_plain_lines_the_four_questions_take_only_the_numbers_of_their_rows(person: Person) -> None:
    """Their answers are saved as 0 to 3, and heard as 1 to 4: nought isn't one of them."""
    person.store.put(STORY)
    person.puts("check-in", mood=5, longing=5, sleep=5)
    person.clock.forward(days=7)
    said = io.StringIO()
    typed = ("", "6", "4", "5", "0", "skip", "", "0", "1", "2", "5", "3", "4")
    screen = Plain(person.clock, io.StringIO("\n".join(typed) + "\n"), said)
    Wizard(person.program, person.store, screen, person.clock, person.new_id).open("check-in")
    answers = person.store.load().runs[-1].answers
    assert [answers[item] for item in WEEKLY] == ["0", "1", "2", "3"]
    assert said.getvalue().count("That's not in the list.") == 2


def test_another_day_is_named(program: Program) -> None:
    """A check-in about the day before says so, and compares with the days before that one."""
    runs = [STORY]
    steady: dict[str, Value] = {"longing": 5, "sleep": 5, "happened": ["contact"], "line": None}
    checked_in(program, runs, MORNING, {**steady, "mood": 4})
    said = checked_in(program, runs, MORNING + timedelta(days=3), {**steady, "mood": 4, "day": "2026-03-04"})
    assert "contact yesterday" in said.mirror
    assert "on Monday 2 March" in said.mirror
    assert "today" not in said.mirror


@pytest.mark.parametrize("number_before", range(6))
def test_after_more_than_a_month_it_compares_with_the_last_day(program: Program, number_before: int) -> None:
    """However many check-ins came before: the day is named, and only the first day of all has nothing to be compared with."""
    runs = [STORY]
    for number in range(number_before):
        checked_in(program, runs, MORNING + timedelta(days=number), {**MIDDLING, "mood": 6})
    said = checked_in(program, runs, MORNING + timedelta(days=80), {"mood": 7, "longing": 3, "sleep": 7, **LIGHT})
    last = in_words(later(day_of(MORNING), number_before - 1), said.today)
    assert (f"on {last}" in said.mirror) == (number_before > 0)
    assert (said.mirror == "Mood 7, longing 3, sleep 7. The next day you check in, exback can compare.") == (
        number_before == 0
    )


def test_contact_that_was_told_of_is_not_asked_for_again(person: Person) -> None:
    """Then the small thing is another one."""
    person.puts("contact", kind="they-wrote")
    runs = [*person.store.load().runs]
    said = checked_in(person.program, runs, person.clock() + timedelta(hours=1), {**MIDDLING, "happened": ["contact"]})
    assert "exback contact" not in said.small_thing


@pytest.mark.parametrize(
    ("told_of", "about", "is_told"),
    [
        ("2026-02-27", None, False),
        ("2026-03-02", None, True),
        ("2026-03-01", "2026-03-01", True),
        (None, "2026-03-01", False),
    ],
)
def test_only_contact_of_that_day_was_told_of(
    person: Person, told_of: str | None, about: str | None, is_told: bool
) -> None:
    """Told today of last Friday, it says nothing of today; told today of yesterday, it says what it was in a check-in of yesterday."""
    person.clock.forward(days=-3)
    person.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
    person.clock.forward(days=3)
    day: dict[str, Any] = {} if told_of is None else {"day": told_of}
    person.puts("contact", kind="logistics", **day)
    answers = {**MIDDLING, "happened": ["contact"], **({} if about is None else {"day": about})}
    said = checked_in(person.program, [*person.store.load().runs], person.clock() + timedelta(hours=1), answers)
    assert ("exback contact" not in said.small_thing) == is_told


def test_who_asked_to_be_left_alone_is_said_where_it_holds(program: Program) -> None:
    """After a check on them: their right to quiet, for whoever owes it, and not for someone who was afraid."""
    for held, is_named in (("asked-to-stop", True), ("afraid-of-them", False)):
        runs = [
            Run(id="story", step="your-story", started=MORNING, finished=MORNING, answers={**STORY.answers, held: True})
        ]
        said = checked_in(program, runs, MORNING, {"mood": 5, "longing": 5, "sleep": 5, "happened": ["looked"]})
        assert ("watched" in said.small_thing) == is_named


# The four questions of a week


def weekly_days(program: Program, days: Sequence[int], *, story_on: int = 0) -> list[int]:
    """Return on which of the days with a check-in the four questions were asked."""
    runs: list[Run] = []
    asked = []
    for day in days:
        if day >= story_on and STORY not in runs:
            runs.append(STORY)
        said = checked_in(program, runs, MORNING + timedelta(days=day), {**MIDDLING, **LIGHT})
        if any(view.item.id == "gad-2" for view in said.pages):
            asked.append(day)
    return asked


@pytest.mark.parametrize(
    ("days", "story_on", "asked"),
    [
        (range(30), 0, [7, 14, 21, 28]),
        ([0, 6, 9, 15, 16, 23], 0, [9, 16, 23]),
        ([0, 40, 41], 0, [40]),
        (range(12), 10, [10]),
    ],
    ids=["daily", "now and then", "long away", "before the story"],
)
def test_they_begin_in_the_second_week(program: Program, days: Sequence[int], story_on: int, asked: list[int]) -> None:
    """Seven days after the first check-in at the soonest, and then once a week."""
    assert weekly_days(program, days, story_on=story_on) == asked


def test_what_follows_high_answers_is_never_the_same_page_twice_running(program: Program) -> None:
    """One high week, two running, and high again after a light one: each page names exback crisis and has new words."""
    runs = [STORY]
    texts = []
    for week, answers in enumerate((LIGHT, HEAVY, HEAVY, HEAVY, LIGHT, HEAVY, LIGHT, HEAVY, HEAVY)):
        said = checked_in(
            program, runs, MORNING + timedelta(days=7 * week), {"mood": 3, "longing": 5, "sleep": 5, **answers}
        )
        texts += [str(view.body[0]) for view in said.pages if view.item.id in ("high-once", "twice-high")]
        assert ("gad-2" in said.answers) == (week > 0)
    assert len(texts) == 6
    assert all(before != after for before, after in pairwise(texts))
    once = [text for text in texts if "again" not in text and "in a row" not in text]
    assert len(once) == 3
    assert once[0] != once[1] != once[2]


def test_every_page_after_high_answers_names_the_crisis_lines(program: Program) -> None:
    """Also the last of several paragraphs counts."""
    runs = [STORY]
    for week in range(6):
        said = checked_in(
            program, runs, MORNING + timedelta(days=7 * week), {"mood": 3, "longing": 5, "sleep": 5, **HEAVY}
        )
        pages = [view for view in said.pages if view.item.id in ("high-once", "twice-high")]
        assert len(pages) == (week > 0)
        assert all("exback crisis" in " ".join(map(str, view.body)) for view in pages)


# What the file holds


def test_a_row_that_no_one_passed_is_said_to_be_unanswered(person: Person) -> None:
    """In the journal's words, neither a yes nor a no."""
    happened = next(item for item in person.program.step("check-in").items if item.id == "happened")
    person.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact", "looked:unanswered"])
    run = person.store.load().runs[-1]
    here = Session.edit(person.program, person.program.step("check-in"), person.journey, run).path.here
    assert isinstance(happened, Question)
    assert here["happened"] == ["contact", "looked:unanswered"]
    assert happened.say(here["happened"], here) == "Contact: yes, A check on them: not answered"
    assert happened.say(["looked:unanswered"], here) == "Contact: no, A check on them: not answered"
    assert happened.say([], here) == "None of these"
