"""What had happened before a step was begun, and how one such past is made of another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, timezone

from msgspec import Struct

from exback.check.trial import BOUNDARY_IDS, Answers, finished
from exback.journey import Journey, Run, Value, changed

START = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
"""A Monday, in the morning. Which day it is must not matter to a program."""
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Library = Mapping[str, Sequence[Answers]]
"""Answers of finished runs, by step."""


class Scenario(Struct, frozen=True):
    """The runs so far, and the moment at which the next may begin."""

    runs: tuple[Run, ...] = ()
    now: datetime = START

    def later(self, passed: timedelta) -> Scenario:
        """Return it after some time in which nothing happened."""
        return Scenario(self.runs, self.now + passed)

    def without(self, step: str) -> Scenario:
        """Return it for someone who never did a step."""
        return Scenario(tuple(run for run in self.runs if run.step != step), self.now)

    def after(self, step: str, answers: Answers) -> Scenario:
        """Return it with one more finished run."""
        run = finished(step, Journey(self.runs, self.now), answers, f"{step}-{len(self.runs)}")
        return Scenario((*self.runs, run), self.now)

    def bounded(self, step: str, answers: Answers, boundary: str) -> Scenario:
        """Return it with one more run, which names a boundary, the only one that anyone ever named."""
        runs = tuple(changed(run, answers=naming(run.answers)) for run in self.runs)
        return Scenario(runs, self.now).after(step, naming(answers, boundary))


def covering(runs: Iterable[Answers], items: Collection[str]) -> list[Answers]:
    """Return few runs in which each answer to some items stands once, and each set of questions that came up.

    Any day stands for all days, which are never the same twice.
    """
    known: set[tuple[str, str]] = set()
    chosen: list[Answers] = []
    for run in runs:
        answers = {(item, A_DAY.sub("day", str(run.get(item)))) for item in items} | {("", str(sorted(run)))}
        if not answers <= known:
            known |= answers
            chosen.append(run)
    return chosen


def naming(answers: Mapping[str, Value], boundary: str = "") -> Answers:
    """Return answers that name this boundary where it is asked for, and no others."""
    return {item: item == boundary if item in BOUNDARY_IDS else value for item, value in answers.items()}
