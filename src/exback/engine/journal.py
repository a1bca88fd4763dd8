"""The journal: everything the person wrote, found in the runs and nowhere else.

Words that a boundary keeps closed are not in it while the boundary holds. Of words that were put by for a later day it
has only the day. Order follows the record, not the clock, which may have been set back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from exback.engine.path import walk
from exback.model.boundaries import must_ask, standing
from exback.model.context import Undecided
from exback.model.dates import iso_day
from exback.model.items import Kind, Text, worded
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import Prose, blocks, flat, folded, is_blank
from exback.model.run import Earlier, Run, Value
from exback.model.timeline import SAFETY

NO_WORDS = re.compile(r"[a-z0-9-]*")
"""What a value looks like that is an option's id, a day or a number, where no question says what it is."""


class State(StrEnum):
    """Where the words stand.

    Given; on a branch that has closed since; typed and not given; taken back, and kept as what stood there before; or left
    by a question that is gone.
    """

    GIVEN = "given"
    CLOSED = "closed"
    TYPED = "typed"
    TAKEN_BACK = "taken back"
    RETIRED = "retired"


WITHHELD = "What you wrote in the part about writing to them is kept, and stays closed."
UNASKED = (
    "What you wrote in the part about writing to them is kept. It opens after the four questions about safety: "
    "exback step {step}"
)
STANDS: Mapping[State, str] = MappingProxyType(
    {
        State.GIVEN: "",
        State.CLOSED: "on a path that you left since",
        State.TYPED: "typed, and not given yet",
        State.TAKEN_BACK: "taken back since",
        State.RETIRED: "exback asks this no longer",
    }
)
"""What is said beside words that are not an answer that counts."""


class Entry(Struct, frozen=True, kw_only=True):
    """Words of one question of one run.

    `step` and `question` are None where the program no longer has them. `until` is the day from which words may be read
    that were put by; before it `words` is empty. `day` is the local date on which the run ended or, while it has not, began.
    """

    run: Run
    item: str
    day: date
    state: State
    words: str = ""
    until: date | None = None
    step: Step | None = None
    question: Text | None = None

    @property
    def kind(self) -> Kind:
        """What the words are."""
        return Kind.ANSWER if self.question is None else self.question.kind

    @property
    def title(self) -> str:
        """The step that they stand in."""
        return "A step that is gone" if self.step is None else self.step.title

    @property
    def names(self) -> frozenset[str]:
        """Every id that the words are or were kept under."""
        return frozenset((self.item, *(() if self.question is None else self.question.former)))

    @property
    def can_change(self) -> bool:
        """Whether there is a page on which they can be changed."""
        return self.until is None and self.state in (State.GIVEN, State.TYPED) and self.question is not None

    @property
    def earlier(self) -> tuple[Earlier, ...]:
        """What stood there before, oldest first; nothing of words that were put by."""
        if self.until is not None:
            return ()
        return tuple(one for one in self.run.history if one.item in self.names and isinstance(one.value, str))


class Query(Struct, frozen=True, kw_only=True):
    """What to look for: all of these words, whatever their case and accents, on or after a day, in a step, of a kind."""

    words: tuple[str, ...] = ()
    since: date | None = None
    step: str = ""
    kind: Kind | None = None


class Journal(Struct, frozen=True):
    """The entries, newest first, and whether others stay closed: by a boundary or, if `asked_in` names the step in which
    that can be done, because the questions about safety come first.
    """

    entries: tuple[Entry, ...]
    is_withheld: bool = False
    asked_in: str = ""

    @property
    def note(self) -> str:
        """What is said of the entries that stay closed, nothing if there are none."""
        if not self.is_withheld:
            return ""
        return UNASKED.format(step=self.asked_in) if self.asked_in else WITHHELD


def journal(program: Program, journey: Journey, sought: Query = Query()) -> Journal:  # noqa: B008  # a frozen value
    """Give what somebody wrote."""
    held, unasked = bool(standing(journey)), must_ask(journey)
    steps = {step.id: (step, _questions(step)) for step in program.steps()}
    runs = [run for run in journey.runs if not sought.step or run.step == sought.step]
    everything = [
        entry
        for run in _newest_first(runs)
        for entry in _entries(run, *steps.get(run.step, (None, ())), today=journey.today)
    ]
    open_now = [
        entry for entry in everything if not ((held and reaches_out(entry)) or (unasked and _surely_reaches_out(entry)))
    ]
    asked_in = program.asks_first.id if unasked and not held else ""
    return Journal(tuple(found(open_now, sought)), is_withheld=len(open_now) < len(everything), asked_in=asked_in)


def reaches_out(entry: Entry) -> bool:
    """Tell whether words may belong to a way to the other person; of a step that is gone nobody knows."""
    return entry.step is None or entry.question is None or _surely_reaches_out(entry)


def _surely_reaches_out(entry: Entry) -> bool:
    step, question = entry.step, entry.question
    return (step is not None and step.reaches_out) or (question is not None and question.reaches_out)


def found(entries: Iterable[Entry], sought: Query) -> Iterator[Entry]:
    """Give the entries that are looked for. Nothing is found in words that are put by."""
    needles = [needle for word in sought.words if (needle := folded(word))]
    for entry in entries:
        if sought.since is not None and entry.day < sought.since:
            continue
        if sought.kind is not None and entry.kind is not sought.kind:
            continue
        if not needles or _holds(entry.words, needles):
            yield entry


def by_step(program: Program, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give entries in the order of the program's steps, those of one step as they were; what is gone stands last."""
    places = {step.id: place for place, step in enumerate(program.steps())}
    return tuple(sorted(entries, key=lambda entry: places.get(entry.step.id if entry.step else "", len(places))))


def asked(entry: Entry, journey: Journey) -> str:
    """Give what was asked, in words; nothing where that hangs on an answer that is not there."""
    if entry.step is None or entry.question is None:
        return ""
    if not callable(entry.question.text):
        return _flat(entry.question.text)
    try:
        # seen from today, not from the day it was asked: that would take as long as there are runs, for every entry
        here = walk(entry.step, journey, entry.run, held=frozenset(one.id for one in standing(journey))).here
        return _flat(worded(entry.question.text, here))
    except (Undecided, LookupError, ValueError, OverflowError):
        return ""


def _newest_first(runs: list[Run]) -> list[Run]:
    numbered = enumerate(runs)
    return [run for _, run in sorted(numbered, key=lambda one: (_number(one[1]), one[0]), reverse=True)]


def _number(run: Run) -> int:
    return run.finish_number or run.start_number


def _questions(step: Step) -> tuple[Text, ...]:
    return tuple(item for item in step.items if isinstance(item, Text))


def _entries(run: Run, step: Step | None, questions: tuple[Text, ...], *, today: date) -> Iterator[Entry]:
    """Give the entries of a run in the order in which they were asked; what no question knows comes last.

    An answer about safety that no question knows, as a word that a hand put there, is none: it can't be changed or deleted.
    """
    day = run.day
    for question in questions:
        texts = tuple(_texts(run, question))
        if not texts:
            continue
        until = put_by(run, question, today)
        for state, words in texts[:1] if until else texts:
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
    strangers = run.orphans if step is not None else {**run.orphans, **run.hidden, **run.answers}
    for item, value in strangers.items():
        if isinstance(value, str) and item not in SAFETY and not NO_WORDS.fullmatch(value) and not is_blank(value):
            yield Entry(run=run, item=item, day=day, state=State.RETIRED, words=value, step=step)


def _texts(run: Run, question: Text) -> Iterator[tuple[State, str]]:
    given = run.answers.get(question.id)
    if isinstance(given, str) and given:
        yield State.GIVEN, given
    if run.hidden or run.drafts or run.history:  # of most runs nothing else is kept, and a journal may have thousands
        yield from _other_texts(run, question, given)


def _other_texts(run: Run, question: Text, given: Value) -> Iterator[tuple[State, str]]:
    closed = run.hidden.get(question.id)
    if isinstance(closed, str) and closed:
        yield State.CLOSED, closed
    typed = run.drafts.get(question.id)
    if isinstance(typed, str) and not is_blank(typed) and typed not in (given, closed):
        yield State.TYPED, typed
    elif not given and not closed:
        names = (question.id, *question.former)
        before = [one.value for one in run.history if one.item in names and isinstance(one.value, str)]
        yield from ((State.TAKEN_BACK, words) for words in before[-1:])


def put_by(run: Run, question: Text, today: date) -> date | None:
    """Give the day until which the words of a question are put by, None where they may be read."""
    day = iso_day(run.answers.get(question.put_by)) if question.put_by else None
    return day if day is not None and day > today else None


def _holds(words: str, needles: list[str]) -> bool:
    text = folded(words)
    return all(needle in text for needle in needles)


def _flat(prose: Prose) -> str:
    return " ".join(flat(block) for block in blocks(prose) if isinstance(block, str))
