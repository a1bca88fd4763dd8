"""Wrappers around the functions of a step, which record what these read, say and raise."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from exback.check.observations import Observations, Spot
from exback.check.tracing import TracedContext
from exback.model.context import Context, Undecided, UnknownItem
from exback.model.items import Item, Recall
from exback.model.program import Step

Function = Callable[[Context], object]
ROLES = ("text", "note", "options", "when", "burns", "mirror", "small_thing")
"""The fields of items and steps that may be functions."""


def instrumented(step: Step, seen: Observations) -> Step:
    """Return the same step with every function wrapped."""
    for item in step.items:
        if isinstance(item, Recall):
            seen.others.setdefault((item.step, item.item), set()).add(Spot(item.id, "recall"))
    items = tuple(structs.replace(item, **_wrapped(item, item.id, seen)) for item in step.items)
    return structs.replace(step, items=items, **_wrapped(step, "", seen))


def _wrapped(owner: Step | Item, item_id: str, seen: Observations) -> dict[str, Function]:
    """Return those fields that are functions, each wrapped."""
    functions = {role: getattr(owner, role, None) for role in ROLES}
    return {
        role: _function(Spot(item_id, role), function, seen)
        for role, function in functions.items()
        if callable(function)
    }


def _function(spot: Spot, function: Function, seen: Observations) -> Function:
    """Wrap any function. What it raises is written down and counts as undecided, so that the walk goes on."""

    def call(here: Context) -> object:
        caller, seen.running = seen.running, spot
        try:
            result = function(TracedContext.of(here, seen))
        except Undecided as undecided:
            if spot.closes:
                seen.undecided.setdefault(spot, str(undecided))
            raise
        except UnknownItem as unknown:  # the read is written down already, and judged at the end
            raise Undecided(spot.item) from unknown
        except Exception as error:  # an author's function may raise anything, and none may stop the check
            seen.raised(spot, f"raises {type(error).__name__}")
            raise Undecided(spot.item) from error
        finally:
            seen.running = caller
        seen.keep(spot, result)
        return result

    return call
