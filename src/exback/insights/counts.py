"""What there was most of: the options of a question, by how often they were chosen."""

from __future__ import annotations

from collections import Counter
from datetime import date

from msgspec import Struct

from exback.dates import how_often
from exback.insights.chart import Bars, Picture, Row
from exback.insights.thresholds import FOR_A_KIND, rests_on, too_few, too_few_to
from exback.items import Offering
from exback.journey import Journey
from exback.patterns import Kinds
from exback.program import Program


class Kind(Struct, frozen=True):
    """One option, its label, and how often it was chosen."""

    id: str
    label: str
    times: int


def tally(program: Program, journey: Journey, kinds: Kinds) -> tuple[Kind, ...]:
    """Give what was chosen at least once, most often first; what was as often stands in the order of the question."""
    labels = _labels(program, kinds)
    counts: Counter[str] = Counter()
    for said in journey.all_said(kinds.step, kinds.item):
        chosen = said.value if isinstance(said.value, list) else [said.value]
        counts.update(one for one in chosen if isinstance(one, str))
    order = {option: place for place, option in enumerate(labels)}
    found = sorted(counts, key=lambda option: (-counts[option], order.get(option, len(order)), option))
    return tuple(Kind(option, labels.get(option, option), counts[option]) for option in found)


def _labels(program: Program, kinds: Kinds) -> dict[str, str]:
    item = next((item for item in program.step(kinds.step).items if item.id == kinds.item), None)
    options = item.options if isinstance(item, Offering) and not callable(item.options) else ()
    return {option.id: option.label for option in options}


def frequency(program: Program, journey: Journey, kinds: Kinds, today: date) -> Picture:
    """Show which came how often."""
    found = tally(program, journey, kinds)
    days = [said.day for said in journey.all_said(kinds.step, kinds.item)]
    total = sum(kind.times for kind in found)
    enough = total >= FOR_A_KIND
    return Picture(
        id=f"{kinds.step}-{kinds.item}",
        title=kinds.title,
        says=_says(found, kinds) if enough else _not_yet(total, kinds),
        rests_on=rests_on(total, kinds.thing, min(days, default=None), max(days, default=None), today),
        entries=total,
        enough=enough,
        drawing=_bars(found) if enough else None,
    )


def _not_yet(total: int, kinds: Kinds) -> str:
    if kinds.is_unwanted:
        return too_few_to(total, kinds.thing, "say what there was most of")
    return too_few(total, FOR_A_KIND, kinds.thing, "says what there was most of")


def _says(found: tuple[Kind, ...], kinds: Kinds) -> str:
    total, first = sum(kind.times for kind in found), found[0]
    level = [kind for kind in found if kind.times == first.times]
    if len(found) == 1:
        return f"All {total} {kinds.thing}s were of one kind: “{first.label}”."
    if len(level) == len(found):
        return f"No kind leads: each came {how_often(first.times)}."
    if len(level) > 1:
        return f"No kind leads: of {total} {kinds.thing}s, {len(level)} kinds came {how_often(first.times)} each."
    often = "Most often it was" if 2 * first.times > total else "More often than any other it was"
    return f"{often} “{first.label}”: {first.times} of {total} {kinds.thing}s."


def _bars(found: tuple[Kind, ...]) -> Bars:
    return Bars(tuple(kind.label for kind in found), (Row("", tuple(kind.times for kind in found)),), counts=True)
