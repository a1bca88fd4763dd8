"""The options of a question, by how often they were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from exback.insights.chart import Bars, Chart, Row
from exback.insights.thresholds import FOR_A_KIND, rests_on, too_few
from exback.model.dates import how_often, spelt
from exback.model.happened import about, said_but_for, values_of
from exback.model.items import OptionsQuestion
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.tracking import Kinds

TOO_FEW = "You've given {things} here so far. Once there are {needed}, this shows what came up most."
TOO_FEW_UNWANTED = "You've given {things} here. That's too few to say what came up most."
ALL = "It was “{first}” all {total} times."
MOST = "Most often it was “{first}”, {often} out of {total}."
AHEAD = "“{first}” came up more often than anything else, {often} out of {total}."
SEVERAL = "Nothing stands out: {leaders} of these came up {often} each, out of {total}."
EACH = "Nothing stands out: each of these came up {often}."


def option_counts(program: Program, journey: Journey, kinds: Kinds, words: Journey) -> list[tuple[str, int]]:
    """Return the label and the number of each option that was chosen, most often first; equals in the order of the question.

    `words` is where the person's own words for an answer are looked up.
    """
    item = next((item for item in program.step(kinds.step).items if item.id == kinds.item), None)
    options = item.options if isinstance(item, OptionsQuestion) and not callable(item.options) else ()
    labels = {option.id: option.label for option in options}
    times = Counter(dict.fromkeys(labels, 0))
    answers = said_but_for(journey, kinds.step, kinds.item, kinds.unless)
    if kinds.names is not None:
        chosen = [kinds.names(answer.run, words) for answer in answers]
    else:
        chosen = [option for answer in answers for option in values_of(answer) if isinstance(option, str)]
    times.update(sorted(chosen))  # so that options which are gone come last, by their ids
    return [(labels.get(option, option), number) for option, number in times.most_common() if number]


def frequency(program: Program, journey: Journey, kinds: Kinds, words: Journey) -> Chart:
    """Return the chart of how often each option was chosen."""
    counts = option_counts(program, journey, kinds, words)
    days = [about(answer, kinds.dated_by) for answer in said_but_for(journey, kinds.step, kinds.item, kinds.unless)]
    total = sum(number for _, number in counts)
    early = too_few(total, FOR_A_KIND, "answer", TOO_FEW_UNWANTED if kinds.is_unwanted else TOO_FEW)
    return Chart(
        id=f"{kinds.step}-{kinds.item}",
        title=kinds.title,
        says=early or _says(counts, total),
        rests_on="" if early else rests_on(len(days), kinds.thing, days, journey.today),
        drawing=None if early else _bars(counts),
    )


def _says(counts: Sequence[tuple[str, int]], total: int) -> str:
    first, most = counts[0]
    leaders = [label for label, number in counts if number == most]
    if len(counts) == 1:
        sentence = ALL
    elif len(leaders) > 1:
        sentence = EACH if len(leaders) == len(counts) else SEVERAL
    else:
        sentence = MOST if 2 * most > total else AHEAD
    return sentence.format(first=first, total=spelt(total), often=how_often(most), leaders=spelt(len(leaders)))


def _bars(counts: Sequence[tuple[str, int]]) -> Bars:
    labels, numbers = zip(*counts, strict=True)
    return Bars(labels, (Row("", numbers),), counts=True)
