"""Wraps the functions of a step, so that what they read, say and raise is written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import structs

from exback.check.observations import MOST_PROSE, Spot, Tracer
from exback.check.tracing import TracedContext
from exback.context import Context, Undecided, UnknownItem
from exback.items import Item, Offering, Option, Recall, Wording
from exback.program import Step
from exback.prose import Prose

Result = TypeVar("Result")


def instrumented(step: Step, tracer: Tracer) -> Step:
    """Return the same step with every function wrapped."""
    wrap = _Wrapper(step.id, tracer)
    return structs.replace(
        step,
        items=tuple(_item(item, wrap) for item in step.items),
        mirror=wrap.wording(Spot("", "mirror"), step.mirror),
        small_thing=wrap.wording(Spot("", "small_thing"), step.small_thing),
    )


def _item(item: Item, wrap: _Wrapper) -> Item:
    fields: dict[str, object] = {
        role: wrap.wording(Spot(item.id, role), getattr(item, role)) for role in ("text", "note")
    }
    for role in ("when", "burns"):
        if (predicate := getattr(item, role, None)) is not None:
            fields[role] = wrap.function(Spot(item.id, role), predicate)
    if isinstance(item, Offering) and callable(item.options):
        fields["options"] = wrap.options(Spot(item.id, "options"), item.options)
    if isinstance(item, Recall):
        wrap.observations.others.setdefault((item.step, item.item), set()).add(Spot(item.id, "recall"))
    return structs.replace(item, **fields)


class _Wrapper:
    """Wraps the functions of one step."""

    def __init__(self, step: str, tracer: Tracer) -> None:
        self.tracer = tracer
        self.observations = tracer.of(step)

    def function(self, spot: Spot, function: Callable[[Context], Result]) -> Callable[[Context], Result]:
        """Wrap any function. What it raises is written down and counts as undecided, so that the walk goes on."""
        tracer, observations = self.tracer, self.observations

        def call(here: Context) -> Result:
            caller, tracer.running = tracer.running, (observations, spot)
            try:
                return function(TracedContext(here, tracer))
            except Undecided as undecided:
                if spot.closes:
                    observations.undecided.setdefault(spot, str(undecided))
                raise
            except UnknownItem as unknown:  # the read is written down already, and judged at the end
                raise Undecided(spot.item) from unknown
            except Exception as error:  # an author's function may raise anything, and none may stop the check
                observations.raised.setdefault(spot, f"raises {type(error).__name__}")
                raise Undecided(spot.item) from error
            finally:
                tracer.running = caller

        return call

    def wording(self, spot: Spot, wording: Wording) -> Wording:
        """Wrap wording if it is a function, and keep what it says."""
        if not callable(wording):
            return wording
        call, observations = self.function(spot, wording), self.observations

        def say(here: Context) -> Prose:
            prose = call(here)
            if not isinstance(prose, str | tuple):
                observations.raised.setdefault(spot, f"gives {type(prose).__name__} and no words")
                raise Undecided(spot.item)
            kept = observations.prose.setdefault(spot, {})
            if len(kept) < MOST_PROSE:
                kept[prose] = None
            return prose

        return say

    def options(
        self, spot: Spot, options: Callable[[Context], tuple[Option, ...]]
    ) -> Callable[[Context], tuple[Option, ...]]:
        """Wrap a function that returns options, and keep what it offers."""
        call = self.function(spot, options)
        kept = self.observations.options.setdefault(spot.item, {})

        def offer(here: Context) -> tuple[Option, ...]:
            offered = call(here)
            if len(kept) < MOST_PROSE:
                kept.update(dict.fromkeys(offered))
            return offered

        return offer
