"""Words that were set aside when an answer changed are shown under a question, whatever the other answers are now."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec import to_builtins
from support.held import changes
from support.lives import LIFE
from support.person import ZONE, Person

from exback.check.paths import Explorer
from exback.check.tracing import Observations, TracedJourney, instrumented
from exback.check.trial import START, Trial
from exback.engine.journal import Query, State, asked, journal, said_before
from exback.export.markdown import render
from exback.export.options import Options
from exback.loader import load
from exback.model.items import Item, Kind, Question
from exback.model.program import Program, Step
from exback.model.run import Earlier, Run, finished, reopened, without

MOST = 150
"""Paths of a step that are walked after each past."""


def past(program: Program, *steps: str) -> list[Run]:
    """Return finished runs of some steps, as in the life of the other tests."""
    return [
        Run(
            id=step,
            step=step,
            step_version=program.step(step).version,
            started=START.astimezone(ZONE),
            start_number=2 * place + 1,
            finished=START.astimezone(ZONE),
            finish_number=2 * place + 2,
            answers=to_builtins(dict(LIFE[step])),
        )
        for place, step in enumerate(steps)
    ]


def walks(program: Program, step: Step, runs: list[Run]) -> list[Trial]:
    """Return walks on the paths of a step after a past."""
    observations = Observations()
    journey = TracedJourney(runs, START, program.journey([], START).terms)
    journey.seen = observations
    return Explorer(instrumented(step, observations), observations).explore(journey, MOST)[0]


def changed_runs(step: Step, trials: list[Trial]) -> Iterator[Run]:
    """Yield runs in which an answer was changed, so that a question went away whose words can depend on other answers.

    What was asked only before the change is set aside, and was changed once before, so that it's in the history as well.
    """
    for item in filter(_is_dynamic, step.items):
        before = next((trial.answers for trial in trials if trial.answers.get(item.id) is not None), {})
        for place, trial in enumerate(trials if before else ()):
            if item.id not in trial.path.answers:
                yield Run(
                    id=f"{item.id} {place}",
                    step=step.id,
                    step_version=step.version,
                    started=START,
                    start_number=101,
                    finished=START,
                    finish_number=102,
                    answers=trial.answers,
                    hidden=without(before, trial.answers),
                    history=[Earlier(item.id, before[item.id], START, 103)],
                )


def _is_dynamic(item: Item) -> bool:
    return isinstance(item, Question) and callable(item.text)


@pytest.mark.parametrize("step_id", [step.id for step in load().steps() if any(map(_is_dynamic, step.items))])
def test_what_was_set_aside_keeps_its_question(program: Program, step_id: str) -> None:
    """In the export, in the journal and on its pages, on all paths on which an answer can be set aside."""
    step = program.step(step_id)
    ids = {item.id for item in step.items}
    for steps in ((), [name for name in LIFE if " " not in name and name != step_id]):
        runs = past(program, *steps)
        for run in changed_runs(step, walks(program, step, runs)):
            journey = program.journey([*runs, run], START)
            questions = re.findall(r"^\*\*(.*)\*\*$", render(program, journey, Options()), re.MULTILINE)
            assert not ids.intersection(questions), run.id
            for entry in journal(program, journey, Query(step=step_id)).entries:
                assert entry.state is not State.CLOSED or asked(entry, journey), (run.id, entry.item)
            for entry in journal(program, journey, Query(step=step_id, kind=Kind.NUMBER)).entries:
                for _until, words in said_before(entry, journey):
                    assert words.partition(" ")[2], (run.id, words)


def test_words_about_a_slip_that_was_none_keep_their_question(person: Person) -> None:
    """The one thing that was wrong was who began; what was written about the day is still there, with what was asked."""
    run = person.answers("contact", {"kind": "i-wrote", "before": "A long day.", "they-answered": "nothing"})
    changes(person, run, "kind", {"kind": "they-wrote", "answered": False, "felt": "Bad."})
    [aside] = [entry for entry in journal(person.program, person.journey).entries if entry.words == "A long day."]
    assert aside.state is State.CLOSED
    assert asked(aside, person.journey) == "How had your day been before that?"
    assert "**How had your day been before that?**\n\n> A long day." in render(
        person.program, person.journey, Options()
    )


def test_an_entry_that_was_opened_again_names_no_id(person: Person) -> None:
    """That it had ended before is no answer."""
    run = person.answers("check-in", {"mood": 6, "longing": 5, "sleep": 5})
    again = finished(reopened(run, person.clock(), 3), person.clock(), 4)
    text = render(person.program, person.program.journey([again], person.clock()), Options())
    assert ".finished" not in text
    assert "it said" not in text
