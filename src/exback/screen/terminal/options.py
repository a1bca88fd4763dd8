"""What can be chosen on a page, and what the answer of its field means to the session."""

from __future__ import annotations

from exback.engine.view import Answer, Event, GoTo, Review, Skip, View
from exback.model.items import CHOOSE_ONE, YES_OR_NO, Choice, Choices, Confirm, Date, Option, Scale, Text

SKIP = "skip this one"
FINISH = "All right, finish"
GO_ON = "Go on"
NEITHER = "…"


def offered_options(view: View) -> tuple[Option, ...]:
    """Return what can be chosen on a page with a list: its options, and skipping or finishing."""
    match view.item:
        case Confirm():
            options: tuple[Option, ...] = (Option("yes", view.item.yes), Option("no", view.item.no))
        case Review():
            return (Option("", FINISH), *view.options)
        case Choices():
            return view.options
        case Choice():
            options = view.options
        case _:
            return (Option("", GO_ON),)
    if view.value is None and (view.is_weighty or isinstance(view.item, Confirm)):
        options = (Option("", NEITHER), *options)  # Enter alone must not answer for anyone: some of these weigh a lot
    return (*options, Option(SKIP, SKIP)) if view.can_skip else options


def out_of_sight(above: int, below: int) -> list[str]:
    """Return how many rows of a field are above those in sight, and how many below, as far as there are any."""
    return [f"{many} more {where}" for many, where in ((above, "above"), (below, "below")) if many > 0]


def how_to_choose(view: View) -> str:
    """Return what is said to someone who hasn't chosen anything yet."""
    return YES_OR_NO if isinstance(view.item, Confirm) else CHOOSE_ONE


def event_of(view: View, result: object) -> Event:
    """Return what the answer of a page's field means to the session."""
    match view.item:
        case Review():
            return GoTo(str(result)) if result else Answer()
        case Confirm() if result != SKIP:
            return Answer({"yes": True, "no": False}.get(str(result)))
        case Text() | Scale() | Date() if view.can_skip and not str(result).strip():
            return Skip()
        case _ if result == SKIP:
            return Skip()
    return Answer(result)
