"""The journal: everything the person wrote and answered, taken from the runs, which are its only source.

While a boundary holds, words about reaching the other person are left out. Of sealed words only the day is shown. Entries
follow the order of the file, not the clock, which may have been set back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from itertools import islice
from types import MappingProxyType

from msgspec import Struct, structs

from exback.engine.path import context_of
from exback.model.boundaries import must_ask, standing
from exback.model.context import Context, Undecided
from exback.model.dates import in_words, iso_day, with_hour
from exback.model.happened import named_day
from exback.model.items import Kind, Question, Scale, Text, Timer, Wording, worded
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import Prose, blocks, flat, folded, is_blank
from exback.model.run import Earlier, Run, Value
from exback.model.safety import safety_answers
from exback.model.timeline import SAFETY

UNFIT = (Undecided, LookupError, ValueError, OverflowError)
"""What words of an author may raise where answers are missing, or don't fit since someone edited the file."""
NOTHING = "Done, with nothing written."
NOTHING_YET = "Started, with nothing written."
NO_WORDS = re.compile(r"[a-z0-9-]*")
"""Matches an option's id, a day or a number, where no question is left that says what a value is."""


class State(StrEnum):
    """The state of some words.

    GIVEN: an answer that counts. CLOSED: on a branch that has closed since. TYPED: a draft. TAKEN_BACK: an earlier answer
    to a question that has none now. RETIRED: the question is no longer in the program. BEGUN: numbers of an unfinished run.
    LEFT: those of one that can't be finished any more.
    """

    GIVEN = "given"
    CLOSED = "closed"
    TYPED = "typed"
    TAKEN_BACK = "taken back"
    RETIRED = "retired"
    BEGUN = "begun"
    LEFT = "left"


WITHHELD = "What you wrote about reaching out to them is saved, but exback doesn't show it."
UNASKED = "What you wrote about reaching out to them is saved. To see it, answer the four questions about safety: exback step {step}"
STANDS: Mapping[State, str] = MappingProxyType(
    {
        State.GIVEN: "",
        State.CLOSED: "set aside when you changed an answer",
        State.TYPED: "still a draft",
        State.TAKEN_BACK: "you took this back later",
        State.RETIRED: "exback doesn't ask this any more",
        State.BEGUN: "not finished yet",
        State.LEFT: "you left this before the end",
    }
)
"""What is shown beside words that are not an answer that counts."""


class Entry(Struct, frozen=True, kw_only=True):
    """Words of one question of one run, or what else it has: its numbers, choices and days, a line each. Then `item` is empty.

    `step` and `question` are None if the program no longer has them. `until` is the day on which sealed words open; before
    it `words` is empty, and `has_sealed` says that some words of the run are. `day` is the local date on which the run ended or,
    if it hasn't, began. `has_company` says that the step has another run of that day.
    """

    run: Run
    item: str
    day: date
    state: State
    words: str = ""
    until: date | None = None
    step: Step | None = None
    question: Text | None = None
    has_sealed: bool = False
    has_company: bool = False

    def when(self, today: date) -> str:
        """Return its day in words and, where the hour tells it from another one, the hour that a clock showed."""
        day = in_words(self.day, today)
        return with_hour(day, self.run.finished or self.run.started) if self.has_company else day

    @property
    def kind(self) -> str:
        """What the words are."""
        if self.has_numbers:
            return Kind.NUMBER
        return Kind.ANSWER if self.question is None else self.question.kind

    @property
    def has_numbers(self) -> bool:
        """Whether it's what a run has besides texts."""
        return not self.item

    @property
    def title(self) -> str:
        """The title of their step, with the day that it is about if that is an earlier one."""
        if self.step is None:
            return "A step exback no longer has"
        day = named_day(self.run.answers, self.step.dated_by) or self.day
        return f"{self.step.title} (about {in_words(day, self.day)})" if day < self.day else self.step.title

    @property
    def names(self) -> frozenset[str]:
        """Every id that the words are or were kept under."""
        return frozenset((self.item, *(() if self.question is None else self.question.former)))

    @property
    def can_change(self) -> bool:
        """Whether there is a page on which they can be changed."""
        if self.has_numbers:
            return self.opens_all
        is_asked_here = self.question is not None and self.question.moved_from != self.run.step
        return self.until is None and self.state in (State.GIVEN, State.TYPED) and is_asked_here

    @property
    def opens_all(self) -> bool:
        """Whether all answers of the run may be shown to be changed: its step is known, and none of its words are sealed."""
        return self.step is not None and not self.has_sealed

    @property
    def earlier(self) -> tuple[Earlier, ...]:
        """Their earlier versions, oldest first; none of sealed words."""
        if self.until is not None:
            return ()
        return tuple(
            earlier for earlier in self.run.history if earlier.item in self.names and isinstance(earlier.value, str)
        )


class Query(Struct, frozen=True, kw_only=True):
    """What to look for: all of these words, whatever their case and accents, on or after a day, in a step, of a kind."""

    words: tuple[str, ...] = ()
    since: date | None = None
    step: str = ""
    kind: str | None = None


class Journal(Struct, frozen=True):
    """The entries, newest first, and whether others stay closed.

    A boundary closes them or, if `asked_in` names a step, the questions about safety that must be answered there first.
    """

    entries: tuple[Entry, ...]
    is_withheld: bool = False
    asked_in: str = ""

    @property
    def note(self) -> str:
        """What to say of the entries that stay closed, empty if there are none."""
        if not self.is_withheld:
            return ""
        return UNASKED.format(step=self.asked_in) if self.asked_in else WITHHELD


def journal(program: Program, journey: Journey, query: Query = Query()) -> Journal:  # noqa: B008  # a frozen value
    """Return what the person wrote, as far as it matches a query."""
    unasked = must_ask(journey)
    held = frozenset(boundary.id for boundary in standing(journey))
    steps = {step.id: (step, _texts_of(program, step)) for step in program.steps()}
    runs = [run for run in journey.runs if not query.step or run.step == query.step]
    oldest_first = sorted(runs, key=lambda run: run.finish_number or run.start_number)
    of_day = Counter((run.step, run.day) for run in journey.runs if not run.is_empty)
    everything = [
        structs.replace(entry, has_company=True) if of_day[run.step, run.day] > 1 else entry
        for run in reversed(oldest_first)
        for entry in _everything(run, *steps.get(run.step, (None, ())), journey=journey, held=held, kind=query.kind)
    ]
    open_now = [
        entry for entry in everything if not ((held and reaches_out(entry)) or (unasked and _surely_reaches_out(entry)))
    ]
    asked_in = program.asks_first.id if unasked and not held else ""
    return Journal(tuple(_matching(open_now, query)), is_withheld=len(open_now) < len(everything), asked_in=asked_in)


def _texts_of(program: Program, step: Step) -> list[Text]:
    """Return the questions for words of a step, also those that another step asks today."""
    return [item for item in (*step.items, *program.moved_out(step)) if isinstance(item, Text)]


def reaches_out(entry: Entry) -> bool:
    """Whether words may be about reaching the other person; if their step or question is gone, they may."""
    return entry.step is None or (entry.question is None and not entry.has_numbers) or _surely_reaches_out(entry)


def _surely_reaches_out(entry: Entry) -> bool:
    step, question = entry.step, entry.question
    return (step is not None and step.reaches_out) or (question is not None and question.reaches_out)


def _matching(entries: Iterable[Entry], query: Query) -> Iterator[Entry]:
    """Yield the entries that match a query. Sealed words are empty, so no word matches in them.

    Words are looked for in numbers only if those are asked for: every check-in has the word “sleep”.
    """
    needles = [needle for word in query.words if (needle := folded(word))]
    for entry in entries:
        if query.since is not None and entry.day < query.since:
            continue
        if query.kind is not None and entry.kind != query.kind:
            continue
        if needles and entry.has_numbers and query.kind is None:
            continue
        text = folded(entry.words) if needles else ""
        if all(needle in text for needle in needles):
            yield entry


def by_step(program: Program, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in the order of the program's steps, those of one step as they were; steps that are gone last."""
    places = {step.id: place for place, step in enumerate(program.steps())}
    return tuple(sorted(entries, key=lambda entry: places.get(entry.step.id if entry.step else "", len(places))))


def asked(entry: Entry, journey: Journey) -> str:
    """Return the question of an entry and, in brackets, what became of its words.

    Either is empty where its wording depends on an answer that isn't there.
    """
    if entry.step is None or entry.question is None:
        return ""
    question = _worded(entry.question.text, entry, journey, is_asked_then=True)
    became = _worded(entry.question.became, entry, journey) if entry.state is State.GIVEN else ""
    return " ".join(filter(None, (question, became and f"({became})")))


def _worded(wording: Wording, entry: Entry, journey: Journey, *, is_asked_then: bool = False) -> str:
    """Return wording as of today or, as it was asked, as of when the run was finished."""
    if not callable(wording) or entry.step is None:
        return "" if callable(wording) else _flat(wording)
    held = frozenset(boundary.id for boundary in standing(journey))
    then = journey.before(entry.run) if is_asked_then else journey
    try:
        here = context_of(entry.step, then, entry.run, entry.run.answers, held)
        return _flat(worded(wording, here if entry.state is State.GIVEN else _with_set_aside(here, entry.run)))
    except UNFIT:
        return ""


def _with_set_aside(here: Context, run: Run) -> Context:
    """Return what a question may read that has no answer now: it was asked when those that were set aside counted."""
    return structs.replace(here, answers={**run.hidden, **here.answers})


def _everything(
    run: Run,
    step: Step | None,
    questions: Iterable[Text],
    *,
    journey: Journey,
    held: frozenset[str],
    kind: str | None,
) -> Iterator[Entry]:
    """Yield the words of a run and, before them, its numbers: if they're asked for, or on one page, or all that it has."""
    entries = list(_entries(run, step, questions, today=journey.today))
    if step is not None and (not entries or step.form or kind == Kind.NUMBER):
        entries[:0] = _numbers(run, step, journey, held, alone=not entries)
    has_sealed = any(entry.until is not None for entry in entries)
    yield from (structs.replace(entry, has_sealed=True) for entry in entries) if has_sealed else entries


def _numbers(run: Run, step: Step, journey: Journey, held: frozenset[str], *, alone: bool) -> Iterator[Entry]:
    """Yield what a run has besides texts as one entry. One with nothing but its end, or a half-typed number, is found too."""
    if step.is_withheld(held):
        return
    words = _numbers_of(run, step, journey, held)
    is_finished = run.finished is not None
    if words or (alone and (is_finished or run.drafts) and not safety_answers(run)):
        state = State.GIVEN if is_finished else State.LEFT if journey.is_left(run) else State.BEGUN
        nothing = NOTHING if is_finished else NOTHING_YET
        yield Entry(run=run, item="", day=run.day, state=state, words=words or nothing, step=step)


def _numbers_of(run: Run, step: Step, journey: Journey, held: frozenset[str]) -> str:
    """Return the numbers, choices and days of a run in words: those of a page with several on one line, others on their own.

    The day that the run is about isn't among them where the title or the day of the entry says it.
    """
    asking, about = _Asking(run, step, journey, held), named_day(run.answers, step.dated_by)
    answered = [item for item in asking.items if run.answers.get(item) not in (None, [])]
    if about is not None and about <= run.day:
        answered = [item for item in answered if item not in step.dated_by] or answered
    rows = " · ".join(asking.line(item, run.answers[item]) for item in answered if item in step.form)
    return "\n".join(
        [
            *([rows] if rows else []),
            *(asking.line(item, run.answers[item]) for item in answered if item not in step.form),
        ]
    )


def said_before(entry: Entry, journey: Journey) -> Iterator[tuple[datetime, str]]:
    """Yield the earlier versions of an entry, oldest first: until when each was what it said, and the words."""
    if entry.step is None or not entry.has_numbers:
        yield from ((earlier.until, str(earlier.value)) for earlier in entry.earlier)
        return
    asking = _Asking(entry.run, entry.step, journey, frozenset(boundary.id for boundary in standing(journey)))
    for earlier in entry.run.history:
        if earlier.item in asking.items and earlier.value is not None:
            yield earlier.until, asking.line(earlier.item, earlier.value)


class _Asking:
    """The questions of a run for numbers, choices and days, each with an answer in words.

    What was said about safety is left out: it can be neither changed nor deleted, and the page may be read in passing.
    """

    def __init__(self, run: Run, step: Step, journey: Journey, held: frozenset[str]) -> None:
        self._step, self._run, self._journey, self._held = step, run, journey, held
        self._now = context_of(step, journey, run, run.answers, held)
        is_shut = bool(held) or must_ask(journey)
        self.items = {
            item.id: item
            for item in step.items
            if isinstance(item, Question) and not isinstance(item, Text | Timer)
            if item.id not in SAFETY and not (item.reaches_out and is_shut)
        }

    @cached_property
    def _then(self) -> Context:
        """What the questions could read when they were asked."""
        return context_of(self._step, self._journey.before(self._run), self._run, self._run.answers, self._held)

    def line(self, item_id: str, value: Value) -> str:
        """Return a question, or its label in a form, and an answer; one that doesn't fit it any more as it is in the file."""
        item, label = self.items[item_id], self._step.form.get(item_id, "")
        day, may_differ = iso_day(value), callable(item.text) or callable(getattr(item, "options", None))
        here = self._then if may_differ and not label else self._now
        if item_id not in self._run.answers:
            here = _with_set_aside(here, self._run)
        try:
            question = label or _flat(worded(item.text, here))
            if day is not None:
                return f"{question} {in_words(day, self._journey.today)}"
            is_bare = label and isinstance(item, Scale)
            return f"{question} {value if is_bare else item.say(value, here)}"
        except UNFIT:
            return f"{label} {value}".strip()


def _entries(run: Run, step: Step | None, questions: Iterable[Text], *, today: date) -> Iterator[Entry]:
    """Yield the entries of a run in the order in which they were asked; those without a question come last.

    An answer about safety without a question is no entry, since it can't be changed or deleted: someone edited the file.
    """
    day = run.day
    for question in questions:
        until = put_by(run, question, today)
        for state, words in islice(_texts(run, question), 1 if until else None):
            yield Entry(
                run=run,
                item=question.id,
                day=day,
                state=state,
                words="" if until else words,
                until=until,
                step=step,
                question=question,
            )
    unasked = run.orphans if step is not None else {**run.orphans, **run.hidden, **run.answers}
    for item, value in unasked.items():
        if isinstance(value, str) and item not in SAFETY and not NO_WORDS.fullmatch(value) and not is_blank(value):
            yield Entry(run=run, item=item, day=day, state=State.RETIRED, words=value, step=step)


def _texts(run: Run, question: Text) -> Iterator[tuple[State, str]]:
    answer = run.answers.get(question.id)
    if isinstance(answer, str) and answer:
        yield State.GIVEN, answer
    if run.hidden or run.drafts or run.history:  # most runs have nothing else, and a journal may have thousands
        yield from _other_texts(run, question, answer)


def _other_texts(run: Run, question: Text, answer: Value) -> Iterator[tuple[State, str]]:
    hidden = run.hidden.get(question.id)
    if isinstance(hidden, str) and hidden:
        yield State.CLOSED, hidden
    draft = run.drafts.get(question.id)
    if isinstance(draft, str) and not is_blank(draft) and draft not in (answer, hidden):
        yield State.TYPED, draft
    elif not answer and not hidden:
        names = (question.id, *question.former)
        before = [earlier.value for earlier in run.history if earlier.item in names and isinstance(earlier.value, str)]
        yield from ((State.TAKEN_BACK, words) for words in before[-1:])


def put_by(run: Run, question: Text, today: date) -> date | None:
    """Return the day on which the sealed words of a question open, None if they are open."""
    day = iso_day(run.answers.get(question.put_by)) if question.put_by else None
    return day if day is not None and day > today else None


def _flat(prose: Prose) -> str:
    return " ".join(flat(block) for block in blocks(prose) if isinstance(block, str))
