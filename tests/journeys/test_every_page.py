"""What holds of every page of every step, whoever comes to it and whatever they answer."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import timedelta
from itertools import pairwise, product
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from journeys.test_golden_people import NAMES, somebody
from journeys.test_who_is_spoken_to import HELD, TIES, story
from support import demo
from support.person import Clock, Person
from support.simulated_person import Pick, fitting, numbered

from exback.engine.journal import asked, journal
from exback.engine.presenter import REVIEW
from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Event, View
from exback.export.markdown import render
from exback.export.options import Options
from exback.model.items import Choice, Choices, Date, Text, Timer
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import burnt
from exback.model.timeline import SAFETY

DEEP = bool(os.environ.get("EXBACK_DEEP"))
"""Everyone goes through every step in every variant; in CI most only with the first or the last of all answers."""
MOST_PAGES = 120


class Walk(NamedTuple):
    """A walk through one step after a journey: its pages, and the session at its end."""

    step: Step
    journey: Journey
    pages: tuple[View, ...]
    end: Session


def walked(program: Program, step: Step, journey: Journey, pick: Pick, held: Collection[str] = ()) -> Walk:
    """Go through a step, whatever its gates say, with everything ticked, and every text different."""
    pages: list[View] = []

    def policy(session: Session) -> Event:
        view = session.view()
        pages.append(view)
        assert len(pages) < MOST_PAGES, view.item.id
        return Answer(answer(view))

    def answer(view: View) -> object:
        if view.item.id in SAFETY:
            return view.item.id in held
        if isinstance(view.item, Text):
            return f"words {len(pages)}"
        if isinstance(view.item, Choices):
            return [option.id for option in view.options]
        if isinstance(view.item, Date):
            return (journey.today + timedelta(days=3 if view.item.ahead else -3)).isoformat()
        return fitting(view, journey.today, pick)

    *_, end = go_through(Session.begin(program, step, journey, "walk"), policy, lambda: journey.now)
    return Walk(step, journey, tuple(pages), end)


def walks(program: Program, journey: Journey, variants: int, held: Collection[str] = ()) -> Iterator[Walk]:
    """Yield walks through every step: with the first of all answers, with the last, and with some by chance."""
    for step, variant in product(program.steps(), range(variants)):
        pick = numbered(-variant) if variant < 2 else Random(variant).choice
        yield walked(program, step, journey, pick, held)


@pytest.fixture(scope="module", params=["demo", *NAMES])
def far_along(program: Program, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Walk]:
    """Walks of someone who is far along."""
    name, home = request.param, tmp_path_factory.mktemp("far") / "home"
    journey = demo.journey() if name == "demo" else somebody(program, name, home, days=3).journey
    return list(walks(program, journey, 4 if DEEP or name == "demo" else 2))


@pytest.fixture(scope="module", params=HELD, ids=lambda held: "+".join(sorted(held)) or "none")
def after_the_story(
    program: Program, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[Walk]:
    """Walks of someone with these boundaries who told their story, in CI with one kind of ties; or who is asked in the step."""
    held: frozenset[str] = request.param
    never_asked = list(walks(program, program.journey([], Clock().now), 2, held))
    some_ties = TIES if DEEP else TIES[HELD.index(held) % len(TIES) :][:1]
    homes = ((ties, tmp_path_factory.mktemp("story") / "home") for ties in some_ties)
    people = [story(Person(program, Clock(), home), held, ties) for ties, home in homes]
    variants = 2 if DEEP else 1
    return [*never_asked, *(walk for person in people for walk in walks(program, person.journey, variants, held))]


def rising(walk: Walk) -> list[tuple[str, int | None, int | None]]:
    """Return the pages on which the minutes left are more than on the page before."""
    return [
        (after.item.id, before.minutes, after.minutes)
        for before, after in pairwise(walk.pages)
        if (after.minutes or 0) > (before.minutes or 0)
    ]


def test_the_minutes_left_never_go_up(far_along: list[Walk]) -> None:
    """Whatever branch an answer opens, the next page doesn't say more minutes; the first says at most those of the step."""
    assert [(walk.step.id, *page) for walk in far_along for page in rising(walk)] == []
    assert all(1 <= (view.minutes or 0) <= walk.step.minutes for walk in far_along for view in walk.pages)


def test_a_timer_is_never_longer_than_the_minutes_left(far_along: list[Walk]) -> None:
    """Nobody is told “about 2 minutes left” above a wait of ten minutes."""
    timed = [view for walk in far_along for view in walk.pages if isinstance(view.item, Timer)]
    assert {view.item.id for view in timed} == {"breath", "wait"}
    assert all(60 * (view.minutes or 0) >= view.item.seconds for view in timed if isinstance(view.item, Timer))


def test_nor_do_they_for_anyone_behind_a_boundary(after_the_story: list[Walk]) -> None:
    """A branch for someone who must stay away, or isn't safe, makes no difference."""
    assert [(walk.step.id, *page) for walk in after_the_story for page in rising(walk)] == []


def only_options(all_walks: list[Walk]) -> set[tuple[str, str]]:
    """Return the questions that ask someone to choose and offer nothing to choose from."""
    return {
        (walk.step.id, view.item.id)
        for walk in all_walks
        for view in walk.pages
        if isinstance(view.item, Choice) and len(view.options) < 2
    }


def test_no_one_chooses_from_one_option(far_along: list[Walk]) -> None:
    """A page that asks has at least two answers."""
    assert only_options(far_along) == set()


def test_nor_does_anyone_behind_a_boundary(after_the_story: list[Walk]) -> None:
    """This holds for all sixteen answers about safety, whatever ties two people, and wherever the questions were asked."""
    assert only_options(after_the_story) == set()


def questions_on_review(walk: Walk) -> list[str]:
    """Return the questions on the last review page of a walk."""
    reviews = [view for view in walk.pages if view.item.id == REVIEW]
    return [option.label for option in reviews[-1].options] if reviews else []


def twice(words: list[str]) -> set[str]:
    """Return what is there more than once."""
    return {each for each, count in Counter(words).items() if count > 1}


def test_no_two_questions_on_a_review_are_the_same(far_along: list[Walk]) -> None:
    """Someone who looks over what they said can tell which reason, plan or day a question was about."""
    assert {(walk.step.id, each) for walk in far_along for each in twice(questions_on_review(walk))} == set()


def test_no_two_entries_of_a_run_are_the_same_in_the_journal(program: Program, far_along: list[Walk]) -> None:
    """The journal, and the HTML export that asks it, head each entry with a question of its own."""
    wrong = set()
    for walk in far_along:
        journey = walk.journey.with_run(walk.end.run)
        entries = [entry for entry in journal(program, journey).entries if entry.run.id == walk.end.run.id]
        wrong |= {(walk.step.id, each) for each in twice([asked(entry, journey) for entry in entries])}
    assert wrong == set()


def test_a_question_about_words_that_were_deleted_has_another_name_for_them(
    program: Program, far_along: list[Walk]
) -> None:
    """Nothing is quoted that isn't there, and the questions still differ."""
    wrong = set()
    for walk in far_along:
        words = {item.id for item in walk.step.items if isinstance(item, Text)} & walk.end.run.answers.keys()
        run = burnt(walk.end.run, words, walk.journey.now)
        labels = [option.label for option in Session.edit(program, walk.step, walk.journey, run).view().options]
        wrong |= {(walk.step.id, each) for each in (*twice(labels), *(label for label in labels if "“”" in label))}
    assert wrong == set()


def test_no_two_answers_of_a_run_are_the_same_in_markdown(program: Program, tmp_path: Path) -> None:
    """What was given in one run stands under questions of its own."""
    home = tmp_path / "home"
    journeys = [demo.journey(), *(somebody(program, name, home / name).journey for name in NAMES)]
    for journey in journeys:
        for entry in render(program, journey, Options()).split("\n#### ")[1:]:
            given = entry.split("\n*", maxsplit=1)[0]
            assert twice([line for line in given.splitlines() if line.startswith("**")]) == set()
