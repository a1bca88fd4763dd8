"""What the status page shows beside the days: a line for each scale over four weeks, and a sentence the person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from exback.insights.numbers import average, figure
from exback.insights.series import Line, Point, line, marks, spoken
from exback.model.dates import count, in_words, short
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import inline
from exback.model.streak import Streak
from exback.model.tracking import Quotable

WEEK = 7
DAYS = 4 * WEEK
"""Four weeks: long enough to see something move, short enough for a mark a day at 40 columns."""
LONGEST_QUOTE = 120
NONE_LATELY = "No check-ins in the last four weeks"
RESTS_ON = "From {check_ins} in the last four weeks"
ONE = "{last} {when}"
SEVERAL = "{last} {when}, {mean} on average"
READ_ONE = "{title}, {bounds}: {last} {when}."
READ_SEVERAL = "{title}, {bounds}: {mean} on average. The last was {last}, {when}."
READ_WEEKS = "{title}, {bounds}, week by week: {weeks}. The last was {last}, {when}."
WROTE = "{when} you wrote:"
WROTE_ABOUT = "{when} you wrote {about}:"
ENDS = ".!?…"
"""What a sentence ends with, before a space."""


class RecentScale(Struct, frozen=True):
    """One scale over the last `DAYS` days, the words beside its line, and all of it as a sentence to read aloud."""

    line: Line
    says: str
    read: str


class OwnWords(Struct, frozen=True):
    """A sentence that the person wrote, and the words before it that say when."""

    lead: str
    words: str


class Summary(Struct, frozen=True):
    """The last weeks at a glance. `rests_on` says how many entries the lines rest on.

    `bounds` says which numbers the lines run between, empty if they aren't the same for all. Both are empty without lines.
    """

    scales: tuple[RecentScale, ...] = ()
    bounds: str = ""
    rests_on: str = ""
    own: OwnWords | None = None


def summary_of(program: Program, journey: Journey, streak: Streak | None, *, held: bool) -> Summary:
    """Return the last weeks at a glance. If a boundary holds (`held`), only what is harmless is quoted."""
    lines = [line(program, journey, series, DAYS) for series in program.tracking.glance]
    scales = tuple(_scale(whole, journey.today) for whole in lines if whole.points)
    entries = max((len(scale.line.points) for scale in scales), default=0)
    rests_on = _rests_on(entries, program, journey) if scales else ""
    all_bounds = {_bounds(scale.line) for scale in scales if scale.line.points}
    bounds = all_bounds.pop() if len(all_bounds) == 1 else ""
    return Summary(scales, bounds, rests_on, _own_words(program, journey, streak, held=held))


def _rests_on(number: int, program: Program, journey: Journey) -> str:
    """Return how many entries the lines rest on; without a span while the calendar has others in it, after a set-back clock."""
    latest = (answer for each in program.tracking.glance for answer in journey.all_said(each.step, each.item)[-DAYS:])
    if any(journey.days_since(answer.run) >= DAYS > (journey.today - answer.day).days for answer in latest):
        return f"From {count(number, 'check-in')}" if number else ""
    return (RESTS_ON if number else NONE_LATELY).format(check_ins=count(number, "check-in"))


def _scale(whole: Line, today: date) -> RecentScale:
    last = whole.points[-1]
    points = tuple(point for point in whole.points if point.ago < DAYS)
    recent = Line(whole.title, points, whole.low, whole.high)
    weeks, has_several = _by_week(recent), len(points) > 1
    words = {
        "title": whole.title,
        "bounds": _bounds(whole),
        "last": last.value,
        "when": _on(last, today),
        "mean": figure(average([point.value for point in points])) if has_several else "",
        "weeks": weeks,
    }
    read = READ_WEEKS if weeks else READ_SEVERAL if has_several else READ_ONE
    return RecentScale(recent, (SEVERAL if has_several else ONE).format(**words), read.format(**words))


def _by_week(recent: Line) -> str:
    """Return the average of each week since the first with an entry; empty if that's this week, or there is one entry."""
    averages = marks(recent, DAYS // WEEK, days=DAYS).values
    first = next((index for index, value in enumerate(averages) if value is not None), len(averages))
    weeks = list(map(spoken, averages[first:]))
    return ", ".join(weeks) if len(weeks) > 1 < len(recent.points) else ""


def _bounds(scale: Line) -> str:
    return f"{scale.low} to {scale.high}"


def _on(point: Point, today: date) -> str:
    """Return the day of an entry in few words, to stand beside a line; in full if it's older than the line."""
    if point.ago >= DAYS:
        return f"on {in_words(point.day, today)}"
    return {0: "today", 1: "yesterday"}.get(point.ago, f"on {short(point.day)}")


def _own_words(program: Program, journey: Journey, streak: Streak | None, *, held: bool) -> OwnWords | None:
    """Return the sentence of the day: the same all day, another one tomorrow if there are several."""
    fitting = (quotable for quotable in program.tracking.quotable if streak is not None or not quotable.of_rule)
    allowed = [quotable for quotable in fitting if quotable.harmless or not held]
    sentences = [(own, text) for quotable in allowed for own, text in _sentence(journey, quotable, streak)]
    first = journey.today.toordinal() % len(sentences) if sentences else 0
    # Only what would be shown is looked at, because most texts have nothing grave in them.
    return next((own for own, text in (*sentences[first:], *sentences[:first]) if not program.concern_in(text)), None)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, or its first line if that ends earlier."""
    line = text.strip().partition("\n")[0]
    ends = (place for place, char in enumerate(line, 1) if char in ENDS and not line[place : place + 1].strip())
    return line[: next(ends, len(line))]


def _sentence(journey: Journey, quotable: Quotable, streak: Streak | None) -> Iterator[tuple[OwnWords, str]]:
    """Yield the first sentence of an answer if it's short enough to quote, and the whole answer."""
    answer = journey.said(quotable.step, quotable.item)
    if answer is None or not isinstance(answer.value, str):
        return
    words = inline(first_sentence(answer.value))
    if words and len(words) <= LONGEST_QUOTE:
        lead = WROTE_ABOUT if quotable.about else WROTE
        when = _when(journey, answer.day, streak)
        yield OwnWords(lead.format(when=when, about=quotable.about), words), answer.value


def _when(journey: Journey, day: date, streak: Streak | None) -> str:
    if day == journey.today:
        return "Today"
    if streak is not None and 0 < (number := (day - streak.since).days) <= streak.day:
        return f"On day {number}"
    return f"On {in_words(day, journey.today)}"
