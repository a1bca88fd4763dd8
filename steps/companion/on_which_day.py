"""On which day something was that is told of in a step: today, unless the person says otherwise."""

from datetime import date

from exback.model.context import Context
from exback.model.dates import later
from exback.model.happened import named_day
from exback.model.items import Choice, Date, Option, When

DAY, EARLIER_DAY = "day", "earlier-day"
DATED_BY = (DAY, EARLIER_DAY)
EARLIER = "earlier"
DAYS_LISTED = 7
MOST_DAYS_BACK = 366
"""A year, also one with a 29 February in it."""


def day_items(when: When | None = None) -> tuple[Choice, Date]:
    """Return the question for the day, and the one for a day that isn't in its list. `when` says who is asked."""
    return (
        Choice(
            DAY,
            "Which day was it?",
            options=_options,
            preset=True,
            why="It counts for the day it happened, not for the day you write it down.",
            when=when,
        ),
        Date(
            EARLIER_DAY,
            "Which earlier day was it?",
            note="“Three weeks ago”, “12 May” or 2026-05-12, at most a year back.",
            most_days_back=MOST_DAYS_BACK,
            when=lambda here: (when is None or when(here)) and here[DAY] == EARLIER,
        ),
    )


def _options(here: Context) -> tuple[Option, ...]:
    days = [later(here.run_day, -back) for back in range(DAYS_LISTED)]
    return (*(Option(day.isoformat(), here.near(day)) for day in days), Option(EARLIER, "An earlier day"))


def told_day(here: Context) -> date:
    """Return the day that this run is about."""
    return min(named_day(here.answers, DATED_BY) or here.run_day, here.run_day)


def days_late(here: Context) -> int:
    """Return how many days after the day that it's about this run is written."""
    return (here.run_day - told_day(here)).days
