"""The options of a question, by how often they were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Row
from exback.insights.thresholds import FOR_A_KIND, rests_on, too_few, too_few_to
from exback.model.dates import how_often
from exback.model.items import OptionsQuestion
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.tracking import Kinds


class OptionCount(Struct, frozen=True):
    """One option, its label, and how often it was chosen."""

    id: str
    label: str
    times: int


def option_counts(program: Program, journey: Journey, kinds: Kinds) -> tuple[OptionCount, ...]:
    """Return the options that were chosen at least once, most often first; equals in the order of the question."""
    labels = _labels(program, kinds)
    times: Counter[str] = Counter()
    for answer in journey.all_said(kinds.step, kinds.item):
        chosen = answer.value if isinstance(answer.value, list) else [answer.value]
        times.update(option for option in chosen if isinstance(option, str))
    order = {option: index for index, option in enumerate(labels)}
    options = sorted(times, key=lambda option: (-times[option], order.get(option, len(order)), option))
    return tuple(OptionCount(option, labels.get(option, option), times[option]) for option in options)


def _labels(program: Program, kinds: Kinds) -> dict[str, str]:
    item = next((item for item in program.step(kinds.step).items if item.id == kinds.item), None)
    options = item.options if isinstance(item, OptionsQuestion) and not callable(item.options) else ()
    return {option.id: option.label for option in options}


def frequency(program: Program, journey: Journey, kinds: Kinds, today: date) -> Chart:
    """Return the chart of how often each option was chosen."""
    counts = option_counts(program, journey, kinds)
    days = [answer.day for answer in journey.all_said(kinds.step, kinds.item)]
    total = sum(option.times for option in counts)
    enough = total >= FOR_A_KIND
    return Chart(
        id=f"{kinds.step}-{kinds.item}",
        title=kinds.title,
        says=_says(counts, kinds) if enough else _not_yet(total, kinds),
        rests_on=rests_on(total, kinds.thing, days, today),
        entries=total,
        enough=enough,
        drawing=_bars(counts) if enough else None,
    )


def _not_yet(total: int, kinds: Kinds) -> str:
    if kinds.is_unwanted:
        return too_few_to(total, kinds.thing, "say what there was most of")
    return too_few(total, FOR_A_KIND, kinds.thing, "says what there was most of")


def _says(counts: Sequence[OptionCount], kinds: Kinds) -> str:
    total, first = sum(option.times for option in counts), counts[0]
    leaders = [option for option in counts if option.times == first.times]
    if len(counts) == 1:
        return f"All {total} {kinds.thing}s were of one kind: “{first.label}”."
    if len(leaders) == len(counts):
        return f"No kind leads: each came {how_often(first.times)}."
    if len(leaders) > 1:
        return f"No kind leads: of {total} {kinds.thing}s, {len(leaders)} kinds came {how_often(first.times)} each."
    often = "Most often it was" if 2 * first.times > total else "More often than any other it was"
    return f"{often} “{first.label}”: {first.times} of {total} {kinds.thing}s."


def _bars(counts: Sequence[OptionCount]) -> Bars:
    row = Row("", tuple(option.times for option in counts))
    return Bars(tuple(option.label for option in counts), (row,), counts=True)
