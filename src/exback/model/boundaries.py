"""Boundaries: when reaching out is withheld, whatever the gates say.

There are four, each asked as a yes-or-no question that keeps its id in whatever step it stands. A yes
counts from the moment it is given, also in a run that is not finished. Once its run is finished it
stands for good: an answer edited later is kept in the run's history, and is read here. What lifts a
boundary, where anything does, is said once, in `LIFTED_BY`.

The file is read as it is, not through the steps that wrote it, so a step that was renamed, an item that
became an orphan or a hand-edited value can hide nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import combinations
from types import MappingProxyType

from msgspec import Struct

from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.items import Confirm, Item, When
from exback.model.journey import Journey
from exback.model.run import Run
from exback.model.safety import safety_answers, says_yes
from exback.model.timeline import SAFETY

WROTE_FREELY = "wrote-freely"
WANTS_CONTACT = "wants-contact"
"""The items that say that the other person wrote first, of their own will, and wants to be in touch again.

Both are needed: somebody who writes "leave me alone" has written first, too.
"""
DAYS_BETWEEN_ANSWERS = 7


class Boundary(Struct, frozen=True):
    """A reason not to reach out. `question` is asked, with its `note`; `reason` is said back, and `help` shown.

    `lifts` says how it may open again; it is empty where it never does inside this program.
    """

    id: str
    question: str
    reason: str
    help: str
    lifts: str = ""
    note: str = ""


ASKED_TO_STOP = Boundary(
    "asked-to-stop",
    "Have they asked you not to contact them, or blocked you?",
    "They asked you not to contact them, or blocked you. A no is a no, so exback will not help you write to them.",
    "What you can still do here is all of the first two stages, for yourself. If it would help to talk to "
    "somebody, exback crisis lists people who listen.",
    lifts="This can open again only if they write first, of their own accord, and want to be in touch. Do not wait for it.",
    note="“Write only about the children” counts as a yes. Writing about the children stays possible, unless an "
    "order forbids it.",
)
ORDERED_AWAY = Boundary(
    "ordered-away",
    "Has a court, the police, an employer or a school told you to keep away from them, and does that still hold?",
    "You were told to keep away from them. While that order stands, exback will not help you reach "
    "them in any way, and not through other people either.",
    "For questions about it, ask a lawyer or whoever made the order; exback gives no legal advice.",
    lifts="When the order has ended, open “A way of your own” and answer these questions again, twice, a week apart.",
)
AFRAID_OF_THEM = Boundary(
    "afraid-of-them",
    "Have you ever been afraid of them, or have they hit, forced, threatened, stalked or controlled you?",
    "You have been afraid of them, or they hurt or controlled you. You did nothing to deserve it. exback will "
    "not lead you back to them.",
    "There are people who know this well and will not push you into anything. exback crisis lists people to talk to, and "
    "findahelpline.com has lines for your country. If they can see this computer or phone, use one that they cannot reach.",
    note="Control can be quiet: reading your phone, keeping your money, deciding whom you see. If you are unsure, say yes.",
)
AFRAID_OF_ME = Boundary(
    "afraid-of-me",
    "Have they ever been afraid of you, or have you hit, forced, threatened, followed or controlled them?",
    "They have been afraid of you, or you hurt or followed them. Saying so took honesty. Their safety comes "
    "first, so the way to them stays closed here, also when an order ends, and also if they write.",
    "You are not sent away. Calming down, understanding what you did and living differently are all open. Some countries "
    "have a line for people who worry about what they do; exback crisis names it. Where there is none, ask a doctor or a "
    "counsellor for somebody trained in this.",
    note="If you are unsure, say yes. Both this one and the one before can be true, also when you only defended yourself.",
)

FOR_THEIR_SAKE = frozenset({ASKED_TO_STOP.id, ORDERED_AWAY.id, AFRAID_OF_ME.id})
"""Those that hold for the other person's sake: every message is one too many."""

BOUNDARIES = (ASKED_TO_STOP, ORDERED_AWAY, AFRAID_OF_THEM, AFRAID_OF_ME)


def safety_questions(when: When | None = None) -> tuple[Item, ...]:
    """Give the four questions, ready to stand in a step. They may not be skipped."""
    return tuple(Confirm(one.id, one.question, note=one.note, why=WHY_ASKED, when=when) for one in BOUNDARIES)


def explained(boundaries: Iterable[Boundary]) -> tuple[str, ...]:
    """Give the reasons and the help as paragraphs."""
    held = tuple(boundaries)
    return (*(one.reason for one in held), *helped(held))


def helped(boundaries: Iterable[Boundary]) -> tuple[str, ...]:
    """Give the help as paragraphs and, where nothing holds for good, what may open the way again."""
    held = tuple(boundaries)
    may_lift = all(one.lifts for one in held)
    return (*(one.help for one in held), *(one.lifts for one in held if may_lift))


def withheld() -> Gate:
    """Open only while a boundary holds: the gate of the way that is then left."""

    def check(journey: Journey) -> Verdict:
        return OPEN if standing(journey) else closed("Opens when reaching out is closed to you.", "your-story")

    return Gate(check, tuple(("your-story", boundary.id) for boundary in BOUNDARIES))


ASK_FIRST = "Four questions about safety come first."
WHERE_ASKED = "To answer them: exback step {step}"

WHY_ASKED = (
    "Some situations make reaching out unsafe or unkind, for them or for you. exback asks everybody, and "
    "judges nobody. A yes closes only the part about writing to them; the rest goes on as before. A no can become a yes on any "
    "day. Nobody sees your answer but those who can read your file."
)


def standing(journey: Journey, current: Run | None = None) -> tuple[Boundary, ...]:
    """Give the boundaries that hold now; `current` is the run in hand, if it is not in the journey."""
    asked = [boundary for boundary in BOUNDARIES if _may_stand(boundary, journey, current)]
    if not asked:
        return ()  # nobody ever said yes: that is most people, after every answer, and all runs need not be read again
    everything = journey if current is None else _with(journey, current)
    return tuple(boundary for boundary in asked if _stands(boundary, everything))


def must_ask(journey: Journey, current: Run | None = None) -> bool:
    """Whether the four questions have to be answered before anything reaches out: nobody who wasn't asked has said no.

    They are answered once each of them was, in finished runs, or all of them in `current`, the run in hand.
    """
    return not (journey.has_answered_safety or (current is not None and safety_answers(current) >= SAFETY))


def _may_stand(boundary: Boundary, journey: Journey, current: Run | None) -> bool:
    if current is not None and says_yes(current, boundary.id):
        return True
    return boundary.id in journey.once("said yes to", lambda: _ever_yes(journey.runs))


def _with(journey: Journey, current: Run) -> Journey:
    others = [run for run in journey.runs if run.id != current.id]
    return Journey([*others, current], journey.now, journey.terms)


def _stands(boundary: Boundary, journey: Journey) -> bool:
    yeses = {place: run for place, run in enumerate(journey.runs) if says_yes(run, boundary.id)}
    if not yeses:
        return False
    lifted = LIFTED_BY.get(boundary.id)
    return lifted is None or not lifted(journey, _finished_after(journey, yeses, boundary.id))


def _ever_yes(runs: Iterable[Run]) -> frozenset[str]:
    """Give the boundaries to which any of the runs says yes, anywhere."""
    asking = [run for run in runs if run.history or not all(SAFETY.isdisjoint(kept) for kept in _kept(run))]
    return frozenset(question for question in SAFETY for run in asking if says_yes(run, question))


def _kept(run: Run) -> tuple[Mapping[str, object], ...]:
    return run.answers, run.hidden, run.orphans


def _finished_after(journey: Journey, yeses: Mapping[int, Run], question: str) -> list[Run]:
    """Give the finished runs that began after every yes, by the record's own order, which no clock can change.

    A yes given in a run that is not finished, or by editing an old run, is as late as it was given; what was
    told before it says nothing against it. Where a yes has no place in the record, in a file that was edited by hand or
    united, its moment has to say when it was given. A run that can't have gone as it stands there, or on which two
    copies do not agree, says nothing.
    """
    told = [one for run in yeses.values() for one in _tellings(run, question)]
    latest = max(number for number, _ in told)
    moments = [moment for number, moment in told if not number]
    return [
        run
        for run in journey.runs[max(yeses) + 1 :]
        if run.finished is not None
        and latest < run.start_number < run.finish_number
        and not any(earlier.is_other_span for earlier in run.history)
        and all(moment is not None and run.started > moment for moment in moments)
    ]


def _tellings(run: Run, question: str) -> Iterator[tuple[int, datetime | None]]:
    """Give when a question was told, as far as the run knows, by its place in the record and by the clock."""
    yield max(run.finish_number, run.start_number) if run.finish_number else 0, run.finished
    yield from ((earlier.number, earlier.until) for earlier in run.history if earlier.item == question)


def _agrees(run: Run, item: str, value: bool) -> bool:
    """Whether a run gives this answer, and no other copy of it gave another."""
    others = (earlier for earlier in run.history if earlier.item == item and not earlier.number)
    return run.answers.get(item) is value and not any(earlier.value is not value for earlier in others)


def _they_wrote_first(_journey: Journey, later: list[Run]) -> bool:
    return any(_agrees(run, WROTE_FREELY, value=True) and _agrees(run, WANTS_CONTACT, value=True) for run in later)


def _answered_no_twice(journey: Journey, later: list[Run]) -> bool:
    """Whether two noes lie a week apart, along the record and by their own dates."""
    noes = [run for run in later if _agrees(run, ORDERED_AWAY.id, value=False)]
    return any(
        journey.days_between(first, second) >= DAYS_BETWEEN_ANSWERS
        and (second.day - first.day).days >= DAYS_BETWEEN_ANSWERS
        for first, second in combinations(noes, 2)
    )


LIFTED_BY: Mapping[str, Callable[[Journey, list[Run]], bool]] = MappingProxyType(
    {ASKED_TO_STOP.id: _they_wrote_first, ORDERED_AWAY.id: _answered_no_twice}
)
