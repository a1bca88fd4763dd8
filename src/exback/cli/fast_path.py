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
    "checkin": ("check-in", "Note how today was, in under a minute."),
    "urge": ("urge", "Get through the urge to write to them, ten minutes at a time."),
    "now": ("now", "Say what's wrong right now, and go straight to what can help."),
    "contact": ("contact", "Write down contact you had with them, and what you learned from it."),
    "look": ("look", "Write down that you looked at their profile or asked about them."),
    "letter": (
        "letter",
        "Write a letter you won't send, to them or to yourself. Keep it, seal it until a day, or burn it.",
    ),
    "write": ("write", "Open an empty page for whatever's on your mind."),
    "reply": ("they-wrote", "Think before you answer a message from them."),
    "dates": ("hard-dates", "Plan ahead for a day that will be hard."),
    "plan": ("safety-plan", "Read your own plan for when it gets dangerously bad, or make one."),
    "pause": ("pause", "Pause the plan for a while without losing anything."),
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
            from exback.commands.steps import step

            return step
        case ["step", step_id] if not step_id.startswith("-"):
            return lambda environment: environment.start(step_id, looks_back=True)
        case ["status"] | ["status", "--json"]:
            from exback.commands.status import status

            return lambda environment: status(environment, as_json=len(words) > 1)
        case ["status", "--short"]:
            from exback.commands.status_short import status_short

            return status_short
    return None
