"""Wrappers around the functions of a step, which record what these read, say and raise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import structs

from exback.check.observations import MOST_PROSE, Observations, Spot
from exback.check.tracing import TracedContext
from exback.model.context import Context, Undecided, UnknownItem
from exback.model.items import Item, Option, OptionsQuestion, Recall, Wording
from exback.model.program import Step
from exback.model.prose import Prose

Result = TypeVar("Result")


def instrumented(step: Step, seen: Observations) -> Step:
    """Return the same step with every function wrapped."""
    closing = {role: _wording(Spot("", role), getattr(step, role), seen) for role in ("mirror", "small_thing")}
    return structs.replace(step, items=tuple(_item(item, seen) for item in step.items), **closing)


def _item(item: Item, seen: Observations) -> Item:
    wrapped: dict[str, object] = {
        role: _wording(Spot(item.id, role), getattr(item, role), seen) for role in ("text", "note")
    }
    for role in ("when", "burns"):
        if (predicate := getattr(item, role, None)) is not None:
            wrapped[role] = _function(Spot(item.id, role), predicate, seen)
    if isinstance(item, OptionsQuestion) and callable(item.options):
        wrapped["options"] = _options(Spot(item.id, "options"), item.options, seen)
    if isinstance(item, Recall):
        seen.others.setdefault((item.step, item.item), set()).add(Spot(item.id, "recall"))
    return structs.replace(item, **wrapped)


def _function(spot: Spot, function: Callable[[Context], Result], seen: Observations) -> Callable[[Context], Result]:
    """Wrap any function. What it raises is written down and counts as undecided, so that the walk goes on."""

    def call(here: Context) -> Result:
        caller, seen.running = seen.running, spot
        try:
            return function(TracedContext.of(here, seen))
        except Undecided as undecided:
            if spot.closes:
                seen.undecided.setdefault(spot, str(undecided))
            raise
        except UnknownItem as unknown:  # the read is written down already, and judged at the end
            raise Undecided(spot.item) from unknown
        except Exception as error:  # an author's function may raise anything, and none may stop the check
            seen.raised.setdefault(spot, f"raises {type(error).__name__}")
            raise Undecided(spot.item) from error
        finally:
            seen.running = caller

    return call


def _wording(spot: Spot, wording: Wording, seen: Observations) -> Wording:
    """Wrap wording if it is a function, and keep what it says."""
    if not callable(wording):
        return wording
    call = _function(spot, wording, seen)

    def say(here: Context) -> Prose:
        prose = call(here)
        if not isinstance(prose, str | tuple):
            seen.raised.setdefault(spot, f"gives {type(prose).__name__} and no words")
            raise Undecided(spot.item)
        seen.say(spot, prose)
        return prose

    return say


def _options(
    spot: Spot, options: Callable[[Context], tuple[Option, ...]], seen: Observations
) -> Callable[[Context], tuple[Option, ...]]:
    """Wrap a function that returns options, and keep what it offers."""
    call, kept = _function(spot, options, seen), seen.options.setdefault(spot.item, {})

    def offer(here: Context) -> tuple[Option, ...]:
        offered = call(here)
        if len(kept) < MOST_PROSE:
            kept.update(dict.fromkeys(offered))
        return offered

    return offer
