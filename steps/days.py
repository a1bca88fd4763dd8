"""The days of the week ahead, to choose from in a plan."""

from exback.model.context import Context
from exback.model.dates import WEEKDAYS
from exback.model.items import Option
from exback.model.run import Value


def day_options(here: Context) -> tuple[Option, ...]:
    """Return the seven days from today on."""
    today = here.today.weekday()
    named = [WEEKDAYS[(today + ahead) % 7] for ahead in range(7)]
    hints = ("today", "tomorrow", "", "", "", "", "")
    return tuple(Option(day.lower(), day, hint) for day, hint in zip(named, hints, strict=True))


def named_day(day: Value, preposition: str = "on") -> str:
    """Return a chosen day as it follows a plan: " on Thursday"; empty without one."""
    return f" {preposition} {day.capitalize()}" if isinstance(day, str) else ""
