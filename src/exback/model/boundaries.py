"""The four boundaries: reasons for which exback doesn't help with reaching out, whatever the gates say.

Each is a yes-or-no question with the same id in every step that asks it. A yes counts from the moment it is given, even in a
run that isn't finished. Once its run is finished, the yes counts for good: an answer that is edited later is kept in the
run's history, which is read here. `LIFTED_BY` has what lifts a boundary, if anything does.

The file is read as it is, not through the steps that wrote it, so a renamed step, an orphaned item or a hand-edited value
can't hide a yes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import combinations, takewhile
from types import MappingProxyType

from msgspec import Struct

from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.items import Confirm, Item, When
from exback.model.journey import Journey
from exback.model.run import Run, as_it_was
from exback.model.safety import may_answer_safety, safety_answers, says_yes
from exback.model.timeline import SAFETY

WROTE_FREELY = "wrote-freely"
WANTS_CONTACT = "wants-contact"
"""The items that say the other person wrote first, of their own will, and wants to be in touch again.

Both are needed: someone who writes "leave me alone" has written first, too.
"""
ASKED_TO_MEET = "asked-to-meet"
"""The item that says that they asked to meet."""
HOURS_BETWEEN = timedelta(hours=24)
"""The least time between two runs that say that they wrote first, for a meeting that they asked for."""
DAYS_BETWEEN_ANSWERS = 7
"""Days between the two noes that lift a boundary which an order set."""
ASK_FIRST = "Four questions about safety come first."
WHERE_ASKED = "To answer them: exback step {step}"
WHY_ASKED = (
    "Some situations make reaching out unsafe or unkind, for them or for you. exback asks everyone, and doesn't judge "
    "anyone. After a yes, exback won't help you write to them, and everything else stays open. You can change a no to a yes at "
    "any time. Only people who can read your file can see your answer."
)


class Boundary(Struct, frozen=True):
    """A reason not to reach out: its `question` with a `note`, and the `reason` and `help` shown after a yes.

    `lifts` says how it may end; it is empty if it never does in this program. `also` is one sentence for pages that speak of
    another boundary first; it is empty if such a page says nothing about this one.
    """

    id: str
    question: str
    reason: str
    help: str
    lifts: str = ""
    note: str = ""
    also: str = ""


ASKED_TO_STOP = Boundary(
    "asked-to-stop",
    "Have they asked you not to contact them, or blocked you?",
    "They asked you not to contact them, or blocked you. That's a no, so exback won't help you write to them.",
    "The first two stages are for you, and nothing in them changes. To find someone who'll listen: exback crisis",
    lifts="This changes only if they write first, without being asked to, and want to be in touch. Please don't wait for that.",
    note="“Only about the children” is a yes, too. You can still write about the children, unless an order forbids it.",
)
ORDERED_AWAY = Boundary(
    "ordered-away",
    "Do you have to keep away from them because a court, the police, an employer or a school says so?",
    "You've been told to keep away from them. As long as you have to, exback won't help you reach them in any way, including "
    "through other people.",
    "If you have questions about the order, ask a lawyer or whoever made it. exback doesn't give legal advice.",
    lifts="When the order has ended, answer these questions again, twice, a week apart: exback step not-allowed",
    also="You've been told to keep away from them. That doesn't change if they write first, and a lawyer can tell you what it "
    "covers.",
)
AFRAID_OF_THEM = Boundary(
    "afraid-of-them",
    "Have you ever been afraid of them, or have they hit, forced, threatened, stalked or controlled you?",
    "You've been afraid of them, or they hurt or controlled you. You did nothing to deserve that. exback won't help you get "
    "back to them.",
    "There are helplines for people who've been afraid of a partner, and no one there will push you into anything. If your ex "
    "can see this computer or phone, use one they can't reach. To find a helpline: findahelpline.com, or exback crisis",
    note="Control can be quiet: reading your phone, keeping your money, deciding who you see. If you're unsure, say yes. "
    "To hide this page at once, press Ctrl-Q.",
)
AFRAID_OF_ME = Boundary(
    "afraid-of-me",
    "Have they ever been afraid of you, or have you hit, forced, threatened, followed or controlled them?",
    "They've been afraid of you, or you hurt or followed them. It took honesty to say so. Their safety comes first, so "
    "exback won't help you reach them, even if an order ends, and even if they write.",
    "You're not being sent away. exback can still help you calm down, understand what you did and live differently. Some "
    "countries have a helpline for people worried about their behaviour. Where there's none, ask a doctor or a counsellor for "
    "someone trained in this. To see the helplines: exback crisis",
    note="If you're unsure, say yes. You can say yes to both this one and the one before, also if you only did it to defend yourself.",
)

FOR_THEIR_SAKE = frozenset({ASKED_TO_STOP.id, ORDERED_AWAY.id, AFRAID_OF_ME.id})
"""Those that protect the other person, for whom every message is one too many."""

BOUNDARIES = (ASKED_TO_STOP, ORDERED_AWAY, AFRAID_OF_THEM, AFRAID_OF_ME)
BY_WEIGHT = (AFRAID_OF_THEM, AFRAID_OF_ME, ORDERED_AWAY, ASKED_TO_STOP)
"""The one that sets the tone of a page where several hold, first."""


def safety_questions(when: When | None = None) -> tuple[Item, ...]:
    """Return the four questions as items for a step. They can't be skipped.

    Someone who hasn't answered them anywhere is asked whatever `when` says: until then, the rest of the step is closed.
    """
    asked = None if when is None else lambda here: here.asks_safety or when(here)
    return tuple(
        Confirm(boundary.id, boundary.question, note=boundary.note, why=WHY_ASKED, when=asked)
        for boundary in BOUNDARIES
    )


def spoken_to(held: Collection[str]) -> tuple[Boundary, ...]:
    """Return the boundaries that a page may name to someone for whom these hold, the one that sets the tone first.

    Someone who has been afraid is spoken to as that, whatever else holds: not as someone who must leave the other alone. An
    order is always named, because breaking it has consequences. Empty if none holds.
    """
    holding = [boundary for boundary in BY_WEIGHT if boundary.id in held]
    return (*holding[:1], *(boundary for boundary in holding[1:] if boundary.also))


def explained(boundaries: Sequence[Boundary]) -> tuple[str, ...]:
    """Return the reasons and the help as paragraphs."""
    return (*reasons(boundaries), *helped(boundaries))


def reasons(boundaries: Sequence[Boundary]) -> tuple[str, ...]:
    """Return why the way is closed, as paragraphs, empty if no boundary holds."""
    named = spoken_to({boundary.id for boundary in boundaries})
    return (*(boundary.reason for boundary in named[:1]), *(boundary.also for boundary in named[1:]))


def helped(boundaries: Sequence[Boundary]) -> tuple[str, ...]:
    """Return the help as paragraphs and, if only one boundary holds and it isn't for good, what may lift it."""
    named = spoken_to({boundary.id for boundary in boundaries})
    lifts = (boundary.lifts for boundary in boundaries if len(boundaries) == 1 and boundary.lifts)
    return (*(boundary.help for boundary in named), *lifts)


def withheld() -> Gate:
    """Return a gate that is open only while a boundary holds, for the ending that is then left."""

    def check(journey: Journey) -> Verdict:
        return OPEN if standing(journey) else closed("Opens after a yes to a question about safety.", "your-story")

    return Gate(check, tuple(("your-story", boundary.id) for boundary in BOUNDARIES))


def asked_to_meet(step: str, reason: str) -> Gate:
    """Return a gate that opens when the other person wrote first and asked to meet, as two runs of a step say.

    The latest runs must all say that they wrote freely and want to be in touch, and two of them be on different days and at
    least 24 hours apart; the last must say that they asked to meet. What was said before a yes about safety, or was first
    answered with no, doesn't count. `reason` is shown while the second of the runs is missing. While no one asked, or a
    boundary holds, the gate is closed without a reason.
    """

    def check(journey: Journey) -> Verdict:
        runs = [] if standing(journey) else _latest_of_their_word(journey)
        if not runs or not _always_said(runs[-1], ASKED_TO_MEET):
            return closed("", step)
        if _are_a_day_apart(journey, runs):
            return OPEN
        return closed(reason, step, journey.date_after(runs[0], 1), is_chance=True)

    items = (WROTE_FREELY, WANTS_CONTACT, ASKED_TO_MEET)
    return Gate(check, tuple((step, item) for item in items))


def _latest_of_their_word(journey: Journey) -> list[Run]:
    """Return the latest finished runs, without a break, that say that they wrote freely and want to be in touch."""
    about = [run for run in journey.runs if run.finished is not None and run.answers.get(WROTE_FREELY) is not None]
    later = _finished_after_every_yes(journey) if about else frozenset()

    def says_both(run: Run) -> bool:
        return run.id in later and _always_said(run, WROTE_FREELY) and _always_said(run, WANTS_CONTACT)

    latest_first = sorted(about, key=lambda run: run.finish_number, reverse=True)
    return list(takewhile(says_both, latest_first))[::-1]


def _always_said(run: Run, item: str) -> bool:
    """Whether a run says yes to a question, and never had another answer to it once it was finished."""
    values = (earlier.value for earlier in run.history if earlier.item == item)
    return run.answers.get(item) is True and all(value is True for value in values)


def _are_a_day_apart(journey: Journey, runs: Sequence[Run]) -> bool:
    """Whether two of some runs are on different days and at least 24 hours apart, along the record and by their clocks."""
    return any(
        first.finished is not None
        and second.finished is not None
        and second.finished - first.finished >= HOURS_BETWEEN
        and journey.days_between(first, second) >= 1
        for first, second in combinations(runs, 2)
    )


def standing(journey: Journey, current: Run | None = None) -> tuple[Boundary, ...]:
    """Return the boundaries that hold now; `current` is the run being answered, if it isn't in the journey."""
    ever_yes = journey.once("answered yes", lambda: _ever_yes(journey.runs))
    if current is not None:
        ever_yes |= _ever_yes([current])
    if not ever_yes:
        return ()  # most people never say yes, and this is called after every answer: not all runs are read each time
    everything = journey if current is None else journey.with_run(current)
    return tuple(boundary for boundary in BOUNDARIES if boundary.id in ever_yes and _holds(boundary, everything))


def held_when(journey: Journey, run: Run) -> frozenset[str]:
    """Return the ids of the boundaries that held when a run was finished, whatever was said or lifted since."""
    if not journey.once("answered yes", lambda: _ever_yes(journey.runs)):
        return frozenset()
    return journey.once(("held when", run.id), lambda: _held_when(journey, run))


def _held_when(journey: Journey, run: Run) -> frozenset[str]:
    number = run.finish_number
    by_then = (other for other in journey.runs if (other.finish_number or other.start_number) <= number)
    then = Journey([as_it_was(other, number) for other in by_then], run.finished or journey.now, journey.terms)
    return frozenset(boundary.id for boundary in standing(then))


def must_ask(journey: Journey, current: Run | None = None) -> bool:
    """Whether the four questions must be answered before anything reaches out: not having been asked is not a no.

    They are answered once each of them is in some finished run, or all of them are in `current`, the run being answered.
    """
    return not (journey.has_answered_safety or (current is not None and safety_answers(current) >= SAFETY))


def _yeses(journey: Journey, question: str) -> dict[int, Run]:
    """Return the runs with a yes to a question, by their place in the journey."""
    return {index: run for index, run in _answering(journey) if says_yes(run, question)}


def _answering(journey: Journey) -> tuple[tuple[int, Run], ...]:
    """Return the few runs that can have an answer about safety, each with its place in the journey."""
    return journey.once(
        "answering", lambda: tuple(each for each in enumerate(journey.runs) if may_answer_safety(each[1]))
    )


def _finished_after_every_yes(journey: Journey) -> frozenset[str]:
    """Return the ids of the finished runs that began after every yes to any of the questions."""
    later = {run.id for run in journey.runs if run.finished is not None}
    for question in SAFETY:
        if yeses := _yeses(journey, question):
            later &= {run.id for run in _finished_after(journey, yeses, question)}
    return frozenset(later)


def _holds(boundary: Boundary, journey: Journey) -> bool:
    yeses = _yeses(journey, boundary.id)
    if not yeses:
        return False
    lifted = LIFTED_BY.get(boundary.id)
    return lifted is None or not lifted(journey, _finished_after(journey, yeses, boundary.id))


def _ever_yes(runs: Iterable[Run]) -> frozenset[str]:
    """Return the ids of the boundaries to which any of the runs says yes, anywhere."""
    asking = [run for run in runs if may_answer_safety(run)]
    return frozenset(question for question in SAFETY for run in asking if says_yes(run, question))


def _finished_after(journey: Journey, yeses: Mapping[int, Run], question: str) -> list[Run]:
    """Return the finished runs that began after every yes, by the order of the record, which no clock can change.

    A yes in a run that isn't finished, or that was given by editing an old run, is as late as it was given; no answer before
    it says anything against it. In a run that can't be gone on with, that is the end of its moment at the latest. If a yes has no place in the record, because the file was edited by hand or merged, the
    moment counts instead. A run that can't have happened as it is recorded, or on which two copies disagree, is left out.
    """
    times = [time for run in yeses.values() for time in _times_answered(journey, run, question)]
    latest = max(number for number, _ in times)
    moments = [moment for number, moment in times if not number]
    return [
        run
        for run in journey.runs[max(yeses) + 1 :]
        if run.finished is not None
        and latest < run.start_number < run.finish_number
        and not any(earlier.is_other_span for earlier in run.history)
        and all(moment is not None and run.started > moment for moment in moments)
    ]


def _times_answered(journey: Journey, run: Run, question: str) -> Iterator[tuple[int, datetime | None]]:
    """Yield when a question was answered, as far as the run knows: the number in the record, and the moment."""
    yield max(run.finish_number, run.start_number) if run.finish_number else 0, run.finished or journey.left_at(run)
    yield from ((earlier.number, earlier.until) for earlier in run.history if earlier.item == question)


def _agrees(run: Run, item: str, value: bool) -> bool:
    """Whether a run has this answer, and no other copy of it had another."""
    others = (earlier for earlier in run.history if earlier.item == item and not earlier.number)
    return run.answers.get(item) is value and not any(earlier.value is not value for earlier in others)


def _they_wrote_first(_journey: Journey, later: list[Run]) -> bool:
    return any(_agrees(run, WROTE_FREELY, value=True) and _agrees(run, WANTS_CONTACT, value=True) for run in later)


def _answered_no_twice(journey: Journey, later: list[Run]) -> bool:
    """Whether two noes were given a week apart, both along the record and by their own dates."""
    noes = [run for run in later if _agrees(run, ORDERED_AWAY.id, value=False)]
    return any(
        journey.days_between(first, second) >= DAYS_BETWEEN_ANSWERS
        and (second.day - first.day).days >= DAYS_BETWEEN_ANSWERS
        for first, second in combinations(noes, 2)
    )


LIFTED_BY: Mapping[str, Callable[[Journey, list[Run]], bool]] = MappingProxyType(
    {ASKED_TO_STOP.id: _they_wrote_first, ORDERED_AWAY.id: _answered_no_twice}
)
"""By boundary: whether the runs after the last yes lift it. The other boundaries are never lifted."""
