"""What a step's functions do while the step is walked: each is wrapped, and what it reads, says and raises is kept.

The context, the journey and the answers that they are given report what is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct, structs

from exback.model.context import Context, Undecided, UnknownItem
from exback.model.dates import MONTHS, WEEKDAYS
from exback.model.items import Item, Option, Recall
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.prose import Prose, blocks
from exback.model.run import Run, Value, changed

Function = Callable[[Context], object]
Result = TypeVar("Result")
ROLES = ("text", "note", "options", "when", "burns", "mirror", "small_thing")
"""The fields of items and steps that may be functions."""
DECIDING = ("when", "options")
"""Those that decide what comes up, and not only how it is worded."""
CLOSING = ("mirror", "small_thing")
"""Those of the closing page, where every answer must be known."""
MOST_PROSE = 400
"""At most this many different texts are kept of one function."""
END = re.compile(r"(?<=[.!?…])[”’\")]*\s+")
VARYING = re.compile("|".join((*WEEKDAYS, *MONTHS, r"\d+")))
"""What differs from one day to another in a sentence that is the same."""


class Spot(Struct, frozen=True):
    """One function of a step: the item it belongs to (empty for the step's own) and the field it stands in."""

    item: str
    role: str


class Observations:
    """Everything seen of one step's functions.

    `own` holds who reads which answer of the same run, `others` who reads which answer of which step, `decisive` the
    own answers that pages hang on, `numbers` what an own answer was compared with. `prose` and `options` hold what was
    said and offered, `wrong` what must not be, by rule and spot, `undecided` which closing words read an answer that was
    not given. `running` is the function that is being called right now, `traced` the context it was given.
    """

    def __init__(self) -> None:
        self.running: Spot | None = None
        self.traced: TracedContext | None = None
        self.own: dict[str, set[Spot]] = {}
        self.decisive: set[str] = set()
        self.others: dict[tuple[str, str], set[Spot]] = {}
        self.numbers: dict[str, set[int]] = {}
        self.prose: dict[Spot, dict[Prose, None]] = {}
        self.options: dict[str, dict[Option, None]] = {}
        self.sentences: set[str] = set()
        self.wrong: dict[tuple[str, Spot], str] = {}
        self.undecided: dict[Spot, str] = {}

    @property
    def branching(self) -> int:
        """How much is known of what paths hang on; when it grows, there are more paths to tell apart."""
        return len(self.own) + len(self.decisive) + sum(map(len, self.numbers.values()))

    def reads(self, step: str) -> dict[tuple[str, str], set[Spot]]:
        """Return who reads which answer of which step; the observed one is `step`."""
        own = {(step, item): spots for item, spots in self.own.items()}
        return {read: own.get(read, set()) | self.others.get(read, set()) for read in (*own, *self.others)}

    def read_own(self, item: str) -> None:
        """Write down that an answer of the same run is read."""
        if self.running:
            self.own.setdefault(item, set()).add(self.running)
            if self.running.role in DECIDING:
                self.decisive.add(item)

    def read(self, step: str, item: str = "") -> None:
        """Write down that a run of a step, or an answer in it, is read."""
        if self.running:
            self.others.setdefault((step, item), set()).add(self.running)

    def raised(self, spot: Spot, what: str) -> None:
        """Write down the first thing that a function did and must not do."""
        self.wrong.setdefault(("ends", spot), f"Its {spot.role} {what}. Only Undecided may come out of it.")

    def keep(self, spot: Spot, result: Any) -> None:  # noqa: ANN401  # what an author's function returned
        """Keep what a function offers or says. Raises Undecided if it should say something and returns no text."""
        if spot.role == "options":
            kept = self.options.setdefault(spot.item, {})
            if len(kept) < MOST_PROSE:
                kept.update(dict.fromkeys(result))
        elif spot.role not in ("when", "burns"):
            if not isinstance(result, str | tuple):
                self.raised(spot, f"gives {type(result).__name__} instead of text")
                raise Undecided(spot.item)
            self._say(spot, result)

    def _say(self, spot: Spot, prose: Prose) -> None:
        """Keep a text, and its sentences without the days and numbers in them."""
        kept = self.prose.setdefault(spot, {})
        if prose not in kept and len(kept) < MOST_PROSE:
            kept[prose] = None
            for block in blocks(prose):
                self.sentences.update(END.split(VARYING.sub("#", str(block))))


def instrumented(step: Step, seen: Observations) -> Step:
    """Return the same step with every function wrapped."""
    for item in step.items:
        if isinstance(item, Recall):
            seen.others.setdefault((item.step, item.item), set()).add(Spot(item.id, "recall"))
    items = tuple(structs.replace(item, **_wrapped(item, item.id, seen)) for item in step.items)
    return structs.replace(step, items=items, **_wrapped(step, "", seen))


def _wrapped(owner: Step | Item, item_id: str, seen: Observations) -> dict[str, Function]:
    """Return those fields that are functions, each wrapped."""
    functions = {role: getattr(owner, role, None) for role in ROLES}
    return {role: _function(Spot(item_id, role), call, seen) for role, call in functions.items() if callable(call)}


def _function(spot: Spot, function: Function, seen: Observations) -> Function:
    """Wrap any function. What it raises is written down and counts as undecided, so that the walk goes on."""

    def call(here: Context) -> object:
        caller, seen.running = seen.running, spot
        try:
            result = function(TracedContext.of(here, seen))
        except Undecided as undecided:
            if spot.role in CLOSING:
                seen.undecided.setdefault(spot, str(undecided))
            raise
        except UnknownItem as unknown:  # the read is written down already, and judged at the end
            raise Undecided(spot.item) from unknown
        except Exception as error:  # an author's function may raise anything, and none may stop the check
            seen.raised(spot, f"raises {type(error).__name__}")
            raise Undecided(spot.item) from error
        finally:
            seen.running = caller
        seen.keep(spot, result)
        return result

    return call


def _marking(compare: Callable[[int, int], bool]) -> Callable[[Measured, object], bool]:
    def marked(number: Measured, other: object) -> bool:
        if type(other) is int:
            number.marks.add(other)
        return compare(number, other)  # type: ignore[arg-type]  # int itself says NotImplemented to what is no number

    return marked


class Measured(int):
    """A number that adds to `marks` every whole number that it is compared with."""

    marks: set[int]
    __lt__, __le__ = _marking(int.__lt__), _marking(int.__le__)
    __gt__, __ge__ = _marking(int.__gt__), _marking(int.__ge__)
    __eq__ = _marking(int.__eq__)
    __hash__ = int.__hash__


class TracedAnswers(dict[str, Value]):
    """Answers by item id that report which of them are read."""

    def __init__(self, answers: Mapping[str, Value], report: Callable[[str], None]) -> None:
        super().__init__(answers)
        self._report = report

    def __getitem__(self, item: str) -> Value:
        self._report(item)
        return super().__getitem__(item)

    def __contains__(self, item: object) -> bool:
        self._report(str(item))
        return super().__contains__(item)

    def get(self, item: str, default: Value = None) -> Value:  # type: ignore[override]  # an answer is never anything else
        """Return an answer, and report that it was read."""
        self._report(item)
        return super().get(item, default)


class TracedContext(Context, frozen=True, eq=False, kw_only=True):
    """A context that reports every look at the answers of its run."""

    seen: Observations
    here: Context

    @classmethod
    def of(cls, here: Context, seen: Observations) -> TracedContext:
        """Return a context that reports to `seen`: the one made last, if no answer has been given since."""
        last = seen.traced
        if last is None or last.here is not here or len(last.answers) != len(here.answers):
            answers = TracedAnswers(here.answers, seen.read_own)
            last = seen.traced = cls(**{**structs.asdict(here), "answers": answers, "seen": seen, "here": here})
        return last

    def __getitem__(self, item: str) -> Value:
        self.seen.read_own(item)
        value = super().__getitem__(item)
        if isinstance(value, int) and not isinstance(value, bool):
            value = Measured(value)
            value.marks = self.seen.numbers.setdefault(item, set())
        return value


def _reading(method: Callable[..., Result]) -> Callable[..., Result]:
    def read(journey: TracedJourney, step: str, item: str = "") -> Result:
        journey.seen.read(step, item)
        return method(journey, step, item) if item else method(journey, step)

    return read


class TracedJourney(Journey):
    """A journey that reports every question about a step, and every look into a run that it answers with.

    Going through all `runs` names no step, and doesn't count as reading one.
    """

    seen: Observations
    unfinished = _reading(Journey.unfinished)
    all_said = _reading(Journey.all_said)
    ever_said = _reading(Journey.ever_said)

    def ever(self, step: str) -> tuple[Run, ...]:
        """Return the finished runs of a step, each reporting what is read of it."""
        self.seen.read(step)
        runs = super().ever(step)
        return self.once(("traced", step), lambda: tuple(map(self._traced, runs)))

    def _traced(self, run: Run) -> Run:
        return changed(run, answers=TracedAnswers(run.answers, partial(self.seen.read, run.step)))
