"""The options of a question, by how often they were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from exback.insights.chart import Bars, Chart, Row
from exback.insights.thresholds import FOR_A_KIND, rests_on, too_few
from exback.model.dates import how_often, noun
from exback.model.happened import about, said_but_for, values_of
from exback.model.items import OptionsQuestion
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.tracking import Kinds


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
    cannot = "say what there was most of" if kinds.is_unwanted else ""
    early = too_few(total, FOR_A_KIND, kinds.thing, "says what there was most of", cannot=cannot)
    return Chart(
        id=f"{kinds.step}-{kinds.item}",
        title=kinds.title,
        says=early or _says(counts, total, kinds.thing),
        rests_on="" if early else rests_on(total, kinds.thing, days, journey.today),
        drawing=None if early else _bars(counts),
    )


def _says(counts: Sequence[tuple[str, int]], total: int, thing: str) -> str:
    first, most = counts[0]
    leaders = [label for label, number in counts if number == most]
    if len(counts) == 1:
        return f"All {total} {noun(total, thing)} were of one kind: “{first}”."
    if len(leaders) == len(counts):
        return f"No kind leads: each came {how_often(most)}."
    if len(leaders) > 1:
        return f"No kind leads: of {total} {noun(total, thing)}, {len(leaders)} kinds came {how_often(most)} each."
    often = "Most often it was" if 2 * most > total else "More often than any other it was"
    return f"{often} “{first}”: {most} of {total} {noun(total, thing)}."


def _bars(counts: Sequence[tuple[str, int]]) -> Bars:
    labels, numbers = zip(*counts, strict=True)
    return Bars(labels, (Row("", numbers),), counts=True)
