"""Someone's runs in memory: months of days in no time, for what depends on days and not on pages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from exback.engine.session import Session
from exback.engine.status import Status, status_of
from exback.engine.view import View
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, Value

BEGAN = datetime(2026, 3, 2, 20, tzinfo=timezone(timedelta(hours=1)))


class InMemory:
    """The runs of someone who begins on Monday 2 March 2026. `day` is the day they're on, from 0."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.runs: list[Run] = []
        self.day = 0

    @property
    def now(self) -> datetime:
        """This day's evening."""
        return BEGAN + timedelta(days=self.day)

    def puts(self, step: str, **answers: Value) -> None:
        """Finish a run of a step today, with answers by item id (underscores for hyphens)."""
        number = 2 * len(self.runs) + 1
        self.runs.append(
            Run(
                id=f"run-{number}",
                step=step,
                step_version=self.program.step(step).version,
                started=self.now,
                start_number=number,
                finished=self.now,
                finish_number=number + 1,
                answers={item.replace("_", "-"): value for item, value in answers.items()},
            )
        )

    @property
    def journey(self) -> Journey:
        """What happened so far."""
        return self.program.journey(self.runs, self.now)

    @property
    def status(self) -> Status:
        """What is due today."""
        return status_of(self.program, self.journey)

    @property
    def due(self) -> list[str]:
        """The ids of what is due today."""
        return [step.id for step in self.status.due]

    def first_page(self, step: str) -> View:
        """Return the first page of a step today."""
        return Session.begin(self.program, self.program.step(step), self.journey, "new").view()
