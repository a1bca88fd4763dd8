"""The ten weeks of `exback demo`, played once: playing them takes longer than most tests that look at them."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from support.person import ZONE

from exback.engine.simulation import live
from exback.loader import load, made_up_life
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run

NOW = datetime(2026, 5, 14, 20, tzinfo=ZONE)
"""A Thursday evening, on which they are looked at."""


@cache
def program() -> Program:
    """Return exback's own program."""
    return load()


@cache
def runs(now: datetime = NOW) -> tuple[Run, ...]:
    """Return everything that happened in the ten weeks before a moment."""
    return live(program(), made_up_life(), now)


def journey() -> Journey:
    """Return the same as a journey, looked at on that evening."""
    return program().journey(runs(), NOW)
