"""A simulated life in which anything may be done with exback, and a witness who knows which boundaries hold.

The program, the wizard, the sessions and the store are real. The witness works from the program's texts and from what
it saw happen, and never asks exback. Where no one can know, as when two files that never met are merged, it assumes
the fewest boundaries, so that every complaint is a real fault.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from support.person import Clock

from exback.commands.wizard import Wizard
from exback.engine.journal import journal
from exback.engine.presenter import REVIEW
from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.status import State, status_of
from exback.engine.view import Draft, Review, Screen, View
from exback.errors import NotNow
from exback.model.program import Program, Step
from exback.model.run import Run
from exback.store import Progress, Store
from exback.store.merge import merged
from exback.store.progress import encode

STOP, ORDER, OF_THEM, OF_ME = "asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"
QUESTIONS = (STOP, ORDER, OF_THEM, OF_ME)
THEIR_WORD = ("wrote-freely", "wants-contact")
PLACES = ("answers", "hidden", "orphans", "history")
EARLIEST, LATEST = 2000, 2100  # the years between which the clock is moved


class Broken(AssertionError):
    """A page showed something about reaching out while a boundary held."""


class Witness:
    """Knows one file: its runs, which of them were there when a yes was given, and on which days they ended.

    The days are counted by all that the clock ever went forward, so there are never fewer than exback can count.
    """

    def __init__(self, runs: Sequence[Run] = ()) -> None:
        self.runs = tuple(runs)
        self.there: dict[tuple[str, str], frozenset[str]] = {}
        self.ended = {run.id: day_number(run.finished) for run in runs if run.finished is not None}
        self.days_known = True

    def stands(self) -> frozenset[str]:
        """Return the boundaries that stand, by the ids of their questions."""
        return frozenset(question for question in QUESTIONS if self._stands(question))

    def asked(self) -> bool:
        """Whether all four questions were answered: in finished runs, or in one that is still open and has all of them."""
        finished = {question for run in self.runs if run.finished is not None for question in _answered(run)}
        return finished >= set(QUESTIONS) or any(_answered(run) >= set(QUESTIONS) for run in self.runs)

    def told(self) -> frozenset[str]:
        """Return the questions to which a yes is in the file."""
        return frozenset(question for question in QUESTIONS for run in self.runs if says_yes(run, question))

    def _stands(self, question: str) -> bool:
        told = [run.id for run in self.runs if says_yes(run, question)]
        if not told or question in (OF_THEM, OF_ME):
            return bool(told)
        older = frozenset(told).union(*(self.there.get((run, question), frozenset()) for run in told))
        later = [run for run in self.runs if run.finished is not None and run.id not in older]
        if question == STOP:
            return not any(all(_said(run, item) is True for item in THEIR_WORD) for run in later)
        return not self._a_week_apart([run.id for run in later if _said(run, ORDER) is False])

    def _a_week_apart(self, noes: Sequence[str]) -> bool:
        if not self.days_known:
            return len(noes) > 1
        days = [self.ended[run] for run in noes]
        return bool(days) and max(days) - min(days) >= 7

    def saw(self, runs: Sequence[Run], today: int) -> None:
        """Note which yeses were given, and which runs ended, since the last look at the file."""
        old = {run.id: run for run in self.runs}
        there = frozenset(run.id for run in runs)
        for run in runs:
            was = old.get(run.id)
            for question in QUESTIONS:
                if _holds_yes(run, question) and not (was and _holds_yes(was, question)):
                    self.there[run.id, question] = there
            if run.finished is not None and not (was and was.finished):
                self.ended[run.id] = today
        self.runs = tuple(runs)

    def copy(self) -> Witness:
        """Return a witness who knows the same about a copy of the file."""
        other = Witness(self.runs)
        other.there, other.ended, other.days_known = dict(self.there), dict(self.ended), self.days_known
        return other

    def united(self, other: Witness) -> Witness:
        """Return a witness of both files merged; of a run in both, the one in which more happened."""
        both = self.copy()
        ours = {run.id: run for run in self.runs}
        taken = [run for run in other.runs if run.id not in ours or _how_far(run) > _how_far(ours[run.id])]
        for run in taken:
            ours[run.id] = run
            both.forget(run.id)
            both.there |= {key: there for key, there in other.there.items() if key[0] == run.id}
        both.runs = tuple(ours.values())
        both.days_known = self.days_known and not taken
        return both

    def merged(self, other: Witness) -> Witness:
        """Return a witness of both files, as `exback merge` merges them."""
        both = self.copy()
        ours, theirs = {run.id: run for run in self.runs}, {run.id: run for run in other.runs}
        both.runs = tuple(merged(Progress(runs=list(self.runs)), Progress(runs=list(other.runs))).runs)
        both.there |= {key: there for key, there in other.there.items() if key[0] not in ours}
        for run_id in ours.keys() & theirs.keys():
            if ours[run_id] != theirs[run_id]:
                both.forget(run_id)
        both.days_known = False  # two clocks have counted them
        return both

    def forget(self, run: str) -> None:
        """Forget when something in this run was said: the file no longer holds it."""
        self.there = {key: there for key, there in self.there.items() if key[0] != run}


def says_yes(run: Run, question: str) -> bool:
    """Whether a run says yes anywhere: among its answers, hidden, orphaned, or changed since."""
    now = run.answers.get(question) is True or run.hidden.get(question) is True or run.orphans.get(question) is True
    return now or any(earlier.item == question and earlier.value is True for earlier in run.history)


def _answered(run: Run) -> set[str]:
    """Return the safety questions that a run answers; an answer that is hidden or orphaned comes back with its question."""
    noes = {question for question in QUESTIONS if run.hidden.get(question) is False}
    return noes | {question for question in QUESTIONS if _said(run, question) is not None or says_yes(run, question)}


def _holds_yes(run: Run, question: str) -> bool:
    """Whether a run holds a yes, apart from its history; an orphan waits for its step to know it again."""
    return any(place.get(question) is True for place in (run.answers, run.hidden, run.orphans))


def _said(run: Run, item: str) -> object:
    """Return an answer that counts; an orphan comes back when its step knows the question."""
    return run.answers.get(item, run.orphans.get(item))


def day_number(moment: datetime) -> int:
    """Return the number of the day that a moment belongs to; a day starts at 04:00."""
    return (moment.replace(tzinfo=None) - timedelta(hours=4)).toordinal()


class Checker:
    """What reaches out in the program; complains about pages that may not be seen, and counts what it saw."""

    def __init__(self, program: Program) -> None:
        self.tally: Counter[str] = Counter()
        self.steps = frozenset(step.id for step in program.steps() if step.reaches_out)
        self.items = {(step.id, item.id) for step in program.steps() for item in step.items if item.reaches_out}

    def page(self, step: str, view: View, stands: frozenset[str], *, asked: bool) -> None:
        """Look at a page of a step. Raises Broken."""
        shown = {view.item.id} | ({one.id for one in view.options} if isinstance(view.item, Review) else set())
        outward = {item for item in shown if (step, item) in self.items or step in self.steps} - {"withheld"}
        self.tally["pages"] += 1
        self.tally["pages while a boundary stood"] += bool(stands)
        self.tally["pages reaching out while none stood"] += bool(outward and not stands)
        if stands and (view.item.reaches_out or outward):
            raise Broken(f"{step} shows {sorted(shown)} while {sorted(stands)} stands")
        may_be_asked = {"unasked", *QUESTIONS}
        if shown <= {REVIEW, *QUESTIONS}:  # a review of these questions alone, because the file was edited by hand
            may_be_asked |= {REVIEW}
        if not asked and outward - may_be_asked:
            raise Broken(f"{step} shows {sorted(shown)} before the questions about safety were answered")

    def asked(self, step: str, stands: frozenset[str]) -> None:
        """Hear that a step is asked for."""
        self.tally["steps asked for"] += 1
        self.tally["reaching out asked for while a boundary stood"] += bool(stands and step in self.steps)

    def entered(self, step: str, stands: frozenset[str], *, begun: bool) -> None:
        """Hear that a step could be opened. Raises Broken."""
        if stands and step in self.steps and not begun:
            raise Broken(f"{step} opens while {sorted(stands)} stands")

    def offered(self, view: View, stands: frozenset[str]) -> None:
        """Look at a page that offers steps. Raises Broken."""
        if stands and (found := self.steps & {one.id for one in view.options}):
            raise Broken(f"{sorted(found)} is offered while {sorted(stands)} stands")

    def guide(self, program: Program, runs: Sequence[Run], now: datetime, stands: frozenset[str]) -> None:
        """Look at the guide. Raises Broken."""
        if not stands:
            return
        self.tally["guides while a boundary stood"] += 1
        guide = status_of(program, program.journey(runs, now))
        states = {one.state for one in guide.steps if one.step.id in self.steps}
        led_to = self.steps & {step.id for step in (guide.next, *guide.due) if step is not None}
        if states != {State.WITHHELD} or led_to:
            raise Broken(f"the guide says {sorted(states)} and {sorted(led_to)} while {sorted(stands)} stands")

    def journal(self, program: Program, runs: Sequence[Run], now: datetime, stands: frozenset[str]) -> None:
        """Look at what was written, as it is read back. Raises Broken."""
        entries = journal(program, program.journey(runs, now)).entries
        outward = [one for one in entries if one.run.step in self.steps or (one.run.step, one.item) in self.items]
        self.tally["journals while a boundary stood"] += bool(stands)
        self.tally["entries reaching out while none stood"] += len(outward) if not stands else 0
        if stands and outward:
            raise Broken(f"the journal shows {outward[0].item} of {outward[0].run.step} while {sorted(stands)} stands")


class Computer:
    """A folder with a file, and what the witness knows about it and about files put aside."""

    def __init__(self, home: Path, runs: Sequence[Run]) -> None:
        self.home = home
        self.file = Witness(runs)
        self.aside: list[Witness] = []
        if runs:
            self.write(self.file)

    @property
    def store(self) -> Store:
        """The file as a program that was just started finds it."""
        return Store(self.home)

    def write(self, file: Witness) -> None:
        """Put a file there."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.store.path.write_bytes(encode(Progress(runs=list(file.runs))))
        self.file = file


class Life:
    """One person, two computers and a clock; the witness sees everything that is done."""

    def __init__(
        self,
        program: Program,
        checker: Checker,
        folder: Path,
        now: datetime,
        runs: Sequence[Run] = (),
        elsewhere: Sequence[Run] = (),
    ) -> None:
        self.program = program
        self.checker = checker
        self.clock = Clock(now)
        self.today = day_number(now)
        self.here, self.there = Computer(folder / "here", runs), Computer(folder / "there", elsewhere)
        self.copies: list[Witness] = []
        self._ids = count(1)
        self._seen: tuple[Sequence[Run], datetime, frozenset[str]] | None = None

    def new_id(self) -> str:
        """Return an id that no run of any file has."""
        return f"new-{next(self._ids)}"

    def notices(self) -> frozenset[str]:
        """Look at the file after something was done by exback, and return what stands now."""
        self.here.file.saw(self.here.store.load().runs, self.today)
        return self.here.file.stands()

    def sees(self, step: str, view: View) -> None:
        """Look at a page of a step. Raises Broken."""
        stands = self.notices()
        self.checker.page(step, view, stands, asked=self.here.file.asked())
        for question in self.here.file.told() - stands:
            self.checker.tally[f"pages after {question} was lifted"] += 1

    # What exback is asked for

    def opens(self, step: Step, screen: Screen) -> None:
        """Open a step. Raises Broken."""
        stands = self.here.file.stands()
        begun = any(run.finished is None and run.step in (step.id, *step.former) for run in self.here.file.runs)
        self.checker.asked(step.id, stands)
        try:
            self._visit(screen).open(step.id)
        except NotNow:
            return
        self.notices()
        self.checker.entered(step.id, stands, begun=begun)

    def sees_the_day(self, screen: Screen) -> None:
        """Open the page of the day."""
        self._visit(screen).run()
        self.notices()

    def looks_at_the_guide(self) -> None:
        """Look at where everything stands, unless nothing has changed since the last look. Raises Broken."""
        file = self.here.file
        now = (file.runs, self.clock(), file.stands())
        if now != self._seen:
            self.checker.guide(self.program, *now)
            self.checker.journal(self.program, *now)
            self._seen = now

    def _visit(self, screen: Screen) -> Wizard:
        return Wizard(self.program, self.here.store, screen, self.clock, self.new_id)

    def takes_in_hand(self, run: Run, screen: Screen) -> None:
        """Take up any run, or open it again to change it, however old it is. Raises Broken."""
        store = self.here.store
        journey = self.program.journey(store.load().runs, self.clock())
        own = next(one for one in journey.runs if one.id == run.id)
        open_it = Session.resume if own.finished is None else Session.edit
        opened = open_it(self.program, self.program.step(own.step), journey, own)
        for session in go_through(opened, lambda before: screen.ask(before.view(), _keep_nothing), self.clock):
            store.put(session.run)
        self.notices()

    def resets(self) -> None:
        """Put the file aside and begin anew."""
        if self.here.file.runs:
            self.here.store.put_aside()
            self.here.aside.append(self.here.file)
            self.here.file = Witness()

    def restores(self) -> None:
        """Bring back what was put aside last; what stands in its place is put aside in turn, unless nothing is in it."""
        if self.here.aside:
            there = [self.here.file] if self.here.file.runs else []
            self.here.store.restore()
            *rest, self.here.file = self.here.aside
            self.here.aside = [*rest, *there]

    # What happens around it

    def moves_the_clock(self, by: timedelta) -> None:
        """Set the clock, ahead or back."""
        now = self.clock.now + by
        if EARLIEST < now.year < LATEST:
            self.today += max(0, day_number(now) - day_number(self.clock.now))
            self.clock.now = now

    def goes_to_the_other_computer(self) -> None:
        """Go on with the other file."""
        self.here, self.there = self.there, self.here

    def keeps_a_copy(self) -> None:
        """Keep the file as it is now, for later."""
        self.copies.append(self.here.file.copy())

    def brings_a_copy(self, number: int) -> None:
        """Put an older copy in place of the file, on whichever computer."""
        if self.copies:
            self.here.write(self.copies[number % len(self.copies)].copy())

    def merges(self, number: int) -> None:
        """Unite the file with the other one, or with an older copy, as exback does it."""
        other = self._other(number)
        both = self.here.file.merged(other)
        place = self.here.home.parent / "other.json"
        place.write_bytes(encode(Progress(runs=list(other.runs))))
        self.here.store.merge(place)
        place.unlink()
        self.here.file = both
        both.runs = tuple(self.here.store.load().runs)

    def unites(self, number: int, *, in_order: bool) -> None:
        """Unite the file with the other one, or with an older copy, run by run, by hand."""
        both = self.here.file.united(self._other(number))
        both.runs = tuple(sorted(both.runs, key=lambda run: run.started)) if in_order else both.runs
        self.here.write(both)

    def _other(self, number: int) -> Witness:
        others = [self.there.file, *self.copies]
        return others[number % len(others)]

    def edits_by_hand(self, edit: Callable[[list[Any], Witness], None]) -> None:
        """Change the file with an editor."""
        if self.here.file.runs:
            raw = json.loads(self.here.store.path.read_bytes())
            edit(raw["runs"], self.here.file)
            self.here.store.path.write_bytes(json.dumps(raw, indent=2).encode())
            self.here.file.runs = tuple(self.here.store.load().runs)


# What may be done with an editor, within the documented format


def spots(runs: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Any, str, str]]:
    """Return every answer that a boundary depends on: its run, the place it's stored in, and its question."""
    for run in runs:
        for item in (*QUESTIONS, *THEIR_WORD):
            yield from ((run, place, item) for place in PLACES[:3] if item in run.get(place, {}))
            yield from ((run, "history", item) for one in run.get("history", []) if one["item"] == item)


def _values(run: Mapping[str, Any], item: str) -> list[Any]:
    """Return everything a run stores under the id of an item."""
    kept = [run.get(place, {}) for place in PLACES[:3]]
    kept += [{one["item"]: one["value"]} for one in run.get("history", [])]
    return [place[item] for place in kept if item in place]


def moved(runs: list[Any], file: Witness, number: int) -> None:
    """Move one answer that a boundary depends on to another place in its run, mostly in a run that says yes."""
    found = list(spots(runs))
    telling = [spot for spot in found if any(True in _values(spot[0], question) for question in QUESTIONS)]
    among = telling if telling and number % 4 else found
    if not among:
        return
    run, source, item = among[number % len(among)]
    place = PLACES[number // 7 % len(PLACES)]
    if source == "history":
        entry = next(one for one in run["history"] if one["item"] == item)
        run["history"].remove(entry)
        file.forget(run["id"])
        value = entry["value"]
    else:
        value = run[source].pop(item)
    if place == "history":
        until = run.get("finished", run["started"])
        entry = {"item": item, "value": value, "until": until, "number": run.get("finish_number", 0)}
        run.setdefault("history", []).append(entry)
    else:
        run.setdefault(place, {})[item] = value


def _one_of(runs: list[Any], number: int) -> Any:  # a run as JSON has it
    """Return a run, mostly one that a boundary depends on."""
    weighty = [run for run, _, _ in spots(runs)] if number % 4 else []
    among = weighty or runs
    return among[number % len(among)]


def deleted(runs: list[Any], _file: Witness, number: int) -> None:
    """Delete a run."""
    runs.remove(_one_of(runs, number))


def shifted(runs: list[Any], file: Witness, number: int) -> None:
    """Shift the moments of a run by a month, back or forth."""
    file.days_known = False
    by = timedelta(days=30 if number % 2 else -30)
    run = _one_of(runs, number)
    for entry in (run, *run.get("history", [])):
        for field in entry.keys() & {"started", "finished", "until"}:
            entry[field] = (datetime.fromisoformat(entry[field]) + by).isoformat()


def zeroed(runs: list[Any], file: Witness, number: int) -> None:
    """Remove a run's numbers in the record."""
    file.days_known = False
    run = _one_of(runs, number)
    for entry in (run, *run.get("history", [])):
        entry.update(dict.fromkeys(entry.keys() & {"start_number", "finish_number", "number"}, 0))


def _how_far(run: Run) -> tuple[bool, int, int]:
    return (run.finished is not None, len(run.history), len(run.answers))


def _keep_nothing(draft: Draft) -> None:
    """Ignore drafts: half-typed words are tried where a step is opened."""
