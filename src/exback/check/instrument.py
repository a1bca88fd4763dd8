"""A watched step is the same step with every function wrapped: what it reads, says or raises is noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import structs

from exback.check.observations import MOST_PROSE, Spot, Watch
from exback.check.tracing import Seeing
from exback.context import Context, Undecided, UnknownItem
from exback.items import Item, Offering, Option, Options, Question, Recall, When, Wording
from exback.program import Step
from exback.prose import Prose

Given = TypeVar("Given")


def watched(step: Step, watch: Watch) -> Step:
    """Give the same step with every function watched."""
    wrap = _Wrapping(step.id, watch)
    for item in step.items:
        if isinstance(item, Recall):
            wrap.notes.others.setdefault((item.step, item.item), set()).add(Spot(item.id, "recall"))
    return structs.replace(
        step,
        items=tuple(_watched_item(item, wrap) for item in step.items),
        mirror=wrap.wording(Spot("", "mirror"), step.mirror),
        small_thing=wrap.wording(Spot("", "small_thing"), step.small_thing),
    )


def _watched_item(item: Item, wrap: _Wrapping) -> Item:
    fields: dict[str, Wording | Options | When | None] = {
        "text": wrap.wording(Spot(item.id, "text"), item.text),
        "note": wrap.wording(Spot(item.id, "note"), item.note),
    }
    if item.when is not None:
        fields["when"] = wrap.asking(Spot(item.id, "when"), item.when)
    if isinstance(item, Offering) and callable(item.options):
        fields["options"] = wrap.options(Spot(item.id, "options"), item.options)
    if isinstance(item, Question) and item.burns is not None:
        fields["burns"] = wrap.asking(Spot(item.id, "burns"), item.burns)
    return structs.replace(item, **fields)


class _Wrapping:
    """Wraps the functions of one step."""

    def __init__(self, step: str, watch: Watch) -> None:
        self.watch = watch
        self.notes = watch.notes_of(step)

    def asking(self, spot: Spot, function: Callable[[Context], Given]) -> Callable[[Context], Given]:
        """Wrap any function. What it raises is noted, and counts as undecided, so that all else can still be tried."""
        watch, notes = self.watch, self.notes

        def ask(here: Context) -> Given:
            before, watch.asked = watch.asked, (notes, spot)
            try:
                return function(Seeing(here, watch))
            except Undecided as undecided:
                if spot.closes:
                    notes.undecided.setdefault(spot, str(undecided))
                raise
            except UnknownItem as unknown:  # the read itself was noted; who reads what is judged at the end
                raise Undecided(spot.item) from unknown
            except Exception as error:  # an author's function may raise anything, and none may stop the check
                notes.raised.setdefault(spot, f"raises {type(error).__name__}")
                raise Undecided(spot.item) from error
            finally:
                watch.asked = before

        return ask

    def wording(self, spot: Spot, wording: Wording) -> Wording:
        """Wrap wording, if it is a function. What it says is kept."""
        if not callable(wording):
            return wording
        ask, notes = self.asking(spot, wording), self.notes

        def say(here: Context) -> Prose:
            prose = ask(here)
            if not isinstance(prose, str | tuple):
                notes.raised.setdefault(spot, f"gives {type(prose).__name__} and no words")
                raise Undecided(spot.item)
            notes.said(spot, prose)
            return prose

        return say

    def options(
        self, spot: Spot, options: Callable[[Context], tuple[Option, ...]]
    ) -> Callable[[Context], tuple[Option, ...]]:
        """Wrap a function that gives options. What it offers is kept."""
        ask = self.asking(spot, options)
        kept = self.notes.options.setdefault(spot.item, {})

        def offer(here: Context) -> tuple[Option, ...]:
            offered = ask(here)
            if len(kept) < MOST_PROSE:
                kept.update(dict.fromkeys(offered))
            return offered

        return offer
