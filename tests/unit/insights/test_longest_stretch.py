"""The longest stretch of days kept never falls, whatever someone does and whatever their clock says from one day to the next."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exback.commands.status_short import line
from exback.engine.status import status_of
from exback.model.program import Program
from exback.model.run import Run, Value, burnt, changed
from exback.store.paths import FILE
from exback.store.progress import Progress, encode

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
DOES: dict[str, tuple[str, dict[str, Value]]] = {
    "makes a rule": ("contact-rule", {"length": "14"}),
    "makes a long rule": ("contact-rule", {"length": "60"}),
    "makes a rule that began earlier": ("contact-rule", {"length": "30", "began": "2026-02-20"}),
    "writes": ("contact", {"kind": "i-wrote"}),
    "hears from them": ("contact", {"kind": "they-wrote"}),
    "meets as agreed": ("contact", {"kind": "agreed"}),
    "tells of an urge they gave in to": ("urge", {"before": 8, "after": 5, "wrote": True}),
    "checks in": ("check-in", {"mood": 5, "happened": []}),
    "checks in with contact": ("check-in", {"mood": 5, "happened": ["contact"]}),
    "sends the invitation": ("one-invitation", {"sent": "yes"}),
    "is told yes": ("one-invitation", {"reply": "yes"}),
    "is told no": ("one-invitation", {"reply": "no"}),
    "tells of a meeting": ("meet-and-go-slowly", {"was": "Easy.", "goes-on": "yes"}),
    "stops meeting": ("meet-and-go-slowly", {"goes-on": "no"}),
    "is together again": ("together-again", {"keep": "The choir."}),
    "lets go": ("letting-go", {"keep": "The choir."}),
    "is apart again": ("apart-again", {"next": "unsure"}),
    "starts again": ("apart-again", {"next": "fresh"}),
}
DELETES = "deletes words", "takes a slip back"
DAYS = {"a day": 1, "two days": 2, "a week": 7, "months": 100, "the clock goes back a day": -1, "nothing": 0}
moves = st.lists(st.sampled_from([*DOES, *DELETES, *DAYS, "a day", "a week", "makes a rule", "checks in"]), max_size=40)
steadily = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


class Record:
    """Someone's runs, by a clock that goes forth and sometimes back."""

    def __init__(self) -> None:
        self.now, self.runs, self.number = MONDAY, list[Run](), 0

    def does(self, move: str) -> None:
        """Let days pass, finish a run, or delete or correct an earlier one."""
        if move in DAYS:
            self.now += timedelta(days=DAYS[move], minutes=1)
        elif move == "deletes words":
            self.runs = [burnt(run, {"was", "keep", "before"}, self.now) for run in self.runs]
        elif move == "takes a slip back":
            self.runs = [self._without_slip(run) for run in self.runs]
        else:
            self.finishes(*DOES[move])

    def finishes(self, step: str, answers: dict[str, Value]) -> None:
        """Finish a run now."""
        self.number += 2
        self.runs.append(
            Run(
                id=f"run-{self.number}",
                step=step,
                started=self.now,
                start_number=self.number,
                finished=self.now + timedelta(minutes=1),
                finish_number=self.number + 1,
                answers=dict(answers),
            )
        )

    @staticmethod
    def _without_slip(run: Run) -> Run:
        is_slip = run.answers.get("kind") == "i-wrote"
        return changed(run, answers={**run.answers, "kind": "logistics"}) if is_slip else run

    def longest(self, program: Program) -> int:
        """Return the longest stretch that the pages would show."""
        status = status_of(program, program.journey(self.runs, self.now))
        shown = [each.longest for each in (status.days, status.no_rule) if each is not None]
        return max(shown)


@steadily
@given(moves=moves)
def test_the_longest_stretch_never_falls(program: Program, moves: list[str]) -> None:
    """Under new rules, slips told today wherever, meetings, endings, fresh starts, deleted words, corrected slips and silence."""
    record, longest = Record(), 0
    for move in moves:
        record.does(move)
        now = record.longest(program)
        assert now >= longest, move
        longest = now


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(moves=moves)
def test_the_short_line_has_the_same_day(
    program: Program, moves: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing while no rule runs, and else the day of the page."""
    record = Record()
    for move in moves:
        record.does(move)
    home = Path(tmp_path_factory.getbasetemp() / "longest")
    home.mkdir(exist_ok=True)
    (home / FILE).write_bytes(encode(Progress(runs=record.runs)))
    days = status_of(program, program.journey(record.runs, record.now)).days
    said = "" if days is None or days.is_uncertain else str(days.day)
    assert line(home, record.now).partition("/")[0] == said


def test_a_slip_that_is_told_of_a_past_day_counts_on_that_day(program: Program) -> None:
    """Ten days kept, and a check-in on day 10 about day 4: five in a row at most, because that is what they say."""
    record = Record()
    record.does("makes a rule")
    for _ in range(2):
        record.now += timedelta(days=5)
        record.does("hears from them")
    assert record.longest(program) == 10
    record.finishes("check-in", {"day": "2026-03-06", "happened": ["contact"]})
    assert record.longest(program) == 5
