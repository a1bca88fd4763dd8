"""Days as someone types them: in which order the day and the month come, and the day that a list or an export begins with."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime

from exback.console import say
from exback.errors import ExbackError
from exback.model.dates import day_of, day_to_begin_with, in_full, until_it_ends

MONTH_FIRST = {
    *("US", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI", "PH"),  # 4/3 is 3 April
    *("CN", "JP", "KR", "TW", "HU"),  # the year comes first, and the month before the day
}
"""Countries. Everywhere else, and where no locale is set, the day comes first."""
EXAMPLES = "Try “three weeks ago”, “last 2 weeks”, “12 May” or 2026-05-12"


def is_month_first(environment: Mapping[str, str]) -> bool:
    """Whether the month comes before the day, by the first of LC_ALL, LC_TIME and LANG that is set."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_TIME", "LANG") if environment.get(name)), "")
    return locale.replace("-", "_").partition("_")[2][:2].upper() in MONTH_FIRST


def first_day(words: str, now: datetime, command: str) -> date:
    """Return the day that someone means with `--since`. If they may mean another one, say which it is. Raises ExbackError.

    `command` is the command line before `--since`, for an example.
    """
    today, month_first = day_of(now), is_month_first(os.environ)
    try:
        day, is_ambiguous = day_to_begin_with(words, today, month_first=month_first, latest=now.date())
    except ValueError as error:
        sentence = str(error) or "exback doesn't understand that day."
        raise ExbackError(sentence, hint=f'{EXAMPLES}, in quotes: {command} --since "three weeks ago"') from None
    if day > today:
        raise ExbackError(f"{in_full(day)} is in the future.", hint=f"{EXAMPLES}.")
    starts, until = f"This starts on {in_full(day)}.", until_it_ends(day, now)
    if is_ambiguous:
        say([" ".join(filter(None, (starts, until, "If you meant another day, type it as 2026-05-12")))])
    elif until:
        say([f"{starts} {until}"])
    return day
