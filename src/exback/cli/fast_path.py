"""The everyday command lines, understood without the library that parses all others.

Loading that library takes four times as long as starting Python, and someone with an urge shouldn't have to wait for it. A
test checks that both ways do the same.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable

    from exback.commands.environment import Environment

COMPLETE = "_EXBACK_COMPLETE"
"""The variable that a shell sets when it asks for completion at a Tab. Its value names the format of the answer."""

COMPANION = {
    "checkin": ("check-in", "Your day in under a minute."),
    "urge": ("urge", "You want to write to them: ten minutes with you first."),
    "now": ("now", "Something's wrong right now: say what, and go straight to what can help."),
    "contact": ("contact", "There was contact: write down what it was, and what it teaches."),
    "look": ("look", "You looked at their profile, or asked about them."),
    "letter": ("letter", "A letter you don't send, to them or to yourself: keep it, seal it until a day, or burn it."),
    "write": ("write", "An empty page, for whatever is on your mind."),
    "reply": ("they-wrote", "They wrote to you: think before you answer."),
    "dates": ("hard-dates", "A day that will be hard, and a plan for it."),
    "plan": ("safety-plan", "Your own plan for when it gets dangerously bad: what helps, and who."),
    "pause": ("pause", "Stop the plan for a while without losing anything."),
}
"""The steps that have a command of their own: the command's name, the step's id, and its line in the help."""


def known(words: list[str]) -> Callable[[Environment], int] | None:
    """Return what runs a command line without its shared options, None if it isn't an everyday one."""
    match words:
        case []:
            return lambda environment: environment.start()
        case [name] if name in COMPANION:
            step_id = COMPANION[name][0]
            return lambda environment: environment.start(step_id)
        case ["step"]:
            return _step
        case ["step", step_id] if not step_id.startswith("-"):
            return lambda environment: environment.start(step_id, looks_back=True)
        case ["status"]:
            return _status
        case ["status", "--json"]:
            return lambda environment: _status(environment, as_json=True)
        case ["status", "--short"]:
            return _status_short
    return None


def _step(environment: Environment) -> int:
    from exback.commands.steps import step

    return step(environment)


def _status(environment: Environment, *, as_json: bool = False) -> int:
    from exback.commands.status import status

    return status(environment, as_json=as_json)


def _status_short(environment: Environment) -> int:
    from exback.commands.status_short import status_short

    return status_short(environment)
