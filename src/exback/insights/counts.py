"""The options of a question, by how often they were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Row
from exback.insights.series import values_of
from exback.insights.thresholds import FOR_A_KIND, rests_on, too_few
from exback.model.dates import how_often
from exback.model.items import OptionsQuestion
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.tracking import Kinds


class OptionCount(Struct, frozen=True):
    """The label of an option, and how often it was chosen."""

    label: str
    times: int


def option_counts(program: Program, journey: Journey, kinds: Kinds) -> tuple[OptionCount, ...]:
    """Return the options that were chosen at least once, most often first; equals in the order of the question."""
    labels = _labels(program, kinds)
    times = Counter(dict.fromkeys(labels, 0))
    answers = journey.all_said(kinds.step, kinds.item)
    chosen = [option for answer in answers for option in values_of(answer) if isinstance(option, str)]
    times.update(sorted(chosen))  # so that options which are gone come last, by their ids
    return tuple(OptionCount(labels.get(option, option), number) for option, number in times.most_common() if number)


def _labels(program: Program, kinds: Kinds) -> dict[str, str]:
    item = next((item for item in program.step(kinds.step).items if item.id == kinds.item), None)
    options = item.options if isinstance(item, OptionsQuestion) and not callable(item.options) else ()
    return {option.id: option.label for option in options}


def frequency(program: Program, journey: Journey, kinds: Kinds) -> Chart:
    """Return the chart of how often each option was chosen."""
    counts = option_counts(program, journey, kinds)
    days = [answer.day for answer in journey.all_said(kinds.step, kinds.item)]
    total = sum(option.times for option in counts)
    cannot = "say what there was most of" if kinds.is_unwanted else ""
    early = too_few(total, FOR_A_KIND, kinds.thing, "says what there was most of", cannot=cannot)
    return Chart(
        id=f"{kinds.step}-{kinds.item}",
        title=kinds.title,
        says=early or _says(counts, total, kinds.thing),
        rests_on="" if early else rests_on(total, kinds.thing, days, journey.today),
        drawing=None if early else _bars(counts),
    )


def _says(counts: Sequence[OptionCount], total: int, thing: str) -> str:
    first = counts[0]
    leaders = [option for option in counts if option.times == first.times]
    if len(counts) == 1:
        return f"All {total} {thing}s were of one kind: “{first.label}”."
    if len(leaders) == len(counts):
        return f"No kind leads: each came {how_often(first.times)}."
    if len(leaders) > 1:
        return f"No kind leads: of {total} {thing}s, {len(leaders)} kinds came {how_often(first.times)} each."
    often = "Most often it was" if 2 * first.times > total else "More often than any other it was"
    return f"{often} “{first.label}”: {first.times} of {total} {thing}s."


def _bars(counts: Sequence[OptionCount]) -> Bars:
    row = Row("", tuple(option.times for option in counts))
    return Bars(tuple(option.label for option in counts), (row,), counts=True)
