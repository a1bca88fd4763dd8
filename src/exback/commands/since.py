"""`--since`: the day that a list or an export begins with."""

from __future__ import annotations

import os
from datetime import date

from exback.commands.day_order import is_month_first
from exback.console import say
from exback.errors import ExbackError
from exback.model.dates import day_to_begin_with, in_full

EXAMPLES = "Try “three weeks ago”, “last 2 weeks”, “12 May” or 2026-05-12"


def first_day(words: str, today: date, command: str) -> date:
    """Return the day that someone means. If they may mean another one, say which it is. Raises ExbackError.

    `command` is the command line before `--since`, for an example.
    """
    try:
        day, is_ambiguous = day_to_begin_with(words, today, month_first=is_month_first(os.environ))
    except ValueError as error:
        sentence = str(error) or "exback doesn't understand that day."
        raise ExbackError(sentence, hint=f'{EXAMPLES}, in quotes: {command} --since "three weeks ago"') from None
    if day > today:
        raise ExbackError(f"{in_full(day)} is in the future.", hint=f"{EXAMPLES}.")
    if is_ambiguous:
        say([f"This starts on {in_full(day)}. If you meant another day, type it as 2026-05-12"])
    return day
