"""The command lines of every day, and what they do. They are understood here, without the library that parses all others:
to load that one takes four times as long as to start Python, and in the moment of an urge somebody waits for it.

A test holds that both ways do the same.
"""

from __future__ import annotations

from exback.commands.environment import Environment
from exback.commands.status import status
from exback.commands.steps import step

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable


COMPLETE = "_EXBACK_COMPLETE"
"""The variable in which a shell says that it asks for completion at a Tab, and how it wants the answer."""

COMPANION = {
    "checkin": ("check-in", "Your day in under a minute."),
    "urge": ("urge", "You want to write to them: ten minutes with you first."),
    "contact": ("contact", "There was contact: write down what it was, and what it teaches."),
    "look": ("look", "You looked at their profile, or asked about them."),
    "letter": ("letter", "A letter that is never sent: keep it, put it by, or burn it."),
    "reply": ("they-wrote", "They wrote to you: think before you answer."),
    "dates": ("hard-dates", "A day that will be hard, and a plan for it."),
    "pause": ("pause", "Stop the plan for a while without losing anything."),
}
"""The steps that have a command of their own: its name, the step's id, and what help says."""


def known(words: list[str]) -> Callable[[Environment], int] | None:
    """Give what a command line without its global options asks for, None if it is not one of every day."""
    match words:
        case []:
            return Environment.start
        case [name] if name in COMPANION:
            step_id = COMPANION[name][0]
            return lambda environment: environment.start(step_id)
        case ["step"]:
            return step
        case ["step", step_id] if not step_id.startswith("-"):
            return lambda environment: step(environment, step_id)
        case ["status"]:
            return status
        case ["status", "--json"]:
            return lambda environment: status(environment, as_json=True)
        case ["status", "--short"]:
            return lambda environment: status(environment, short=True)
    return None
