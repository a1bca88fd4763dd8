"""A simulated life in stage 3 and at the endings, and a witness who knows what is promised there.

The program, the wizard, the sessions and the store are real. The witness works from the runs in the file and from what
it saw happen, and asks exback only for the status and the journal that it judges. Where no one can know, it assumes
that less was promised, so that every complaint is a real fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from msgspec import structs
from support.invitations import FINE, UNEASY
from support.person import Clock
from support.simulated_person import AtScreen, fitting

from exback.commands.pages import until_left
from exback.commands.wizard import Wizard
from exback.engine.journal import Entry, journal
from exback.engine.sentences import next_opening
from exback.engine.status import State, Status, StepStatus, status_of
from exback.engine.view import Answer, Event, GoTo, Keep, Leave, Review, Skip, View
from exback.errors import NotNow
from exback.model.dates import day_of
from exback.model.items import Choice, Confirm, Question, Text, Timer
from exback.model.program import Program
from exback.model.run import Run
from exback.store import Progress, Store
from exback.store.progress import encode

INVITATION, APOLOGY, MEET, THEY_WROTE = "one-invitation", "apology", "meet-and-go-slowly", "they-wrote"
MESSAGES = {INVITATION: "draft", APOLOGY: "in-one-piece"}
"""The steps with a message to send, each with the question for its words."""
ANSWERS = ("yes", "no", "other")
CLOSE = ("together-again", "accepted", "meet-and-go-slowly")
"""The steps in which they tell that they're close again: “Apart again” ends only what was told before one of them."""
ENDINGS = ("letting-go", "declined", "no-reply", "moved-on", "together-again")
TAKEN_BACK = ("no", "apart")
"""What is answered to “does that still hold?” to take an ending back."""
STAND_OPEN = frozenset({"letting-go", "moved-on", "together-again", "apart-again"})
"""The endings that are open to everyone, and so say nothing about what there is to do."""
SAFETY = ("asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me")
FRIGHTENING = (
    "You have to answer me. Come back or I will tell everyone.",
    *(draft.text for draft in UNEASY if draft.kinds & {"harm", "watching"}),
)
THREATS = ("You have to answer me. Come back or I will tell everyone.", "I'll show your boss the photos.")
"""What frightens in an apology, too."""
WHERE_THEY_ARE = ("cursor", "reviewed", "unseen", "step_version")
"""The fields of a run that say on which page of which questions someone is."""
HELD = timedelta(hours=24)
BY_DAY = range(8, 20)
MOST_PAGES = 150
TELLS_OF_THE_PAST = frozenset(
    {
        "kind",
        "own-idea",
        "meant",
        "happened",
        "day",
        "earlier-day",
        "wrote",
        "reply",
        "was",
        "met",
        "goes-on",
        "holds",
        "is-so",
        "next",
    }
    | {"length", "length-days", "since", "began"}
)
"""The questions by which a change of an old answer can tell of a slip, or of contact, on a past day."""

ABOUT_A_DAY = ("check-in", "contact")
"""The steps that ask which day they're about."""


class Broken(AssertionError):
    """A promise was broken."""


def all_that_is_given(run: Run) -> Mapping[str, object]:
    """Return every answer of a run, also those on a branch that closed."""
    return {**run.hidden, **run.answers}


def is_bounded(runs: Iterable[Run]) -> bool:
    """Whether a yes about safety was ever said."""
    kept = (given for run in runs for given in (run.answers, run.hidden, run.orphans, _before(run)))
    return any(given.get(question) is True for given in kept for question in SAFETY)


def _before(run: Run) -> Mapping[str, object]:
    return {earlier.item: True for earlier in run.history if earlier.value is True}


class Witness:
    """What happened in one life, as far as the promises of stage 3 and of the endings depend on it."""

    def __init__(self, program: Program, runs: Sequence[Run]) -> None:
        self.texts = {step.id: {item.id for item in step.items if isinstance(item, Text)} for step in program.steps()}
        self.runs: dict[str, Run] = {}
        self.changed: dict[tuple[str, str], datetime] = {}
        self.words: dict[tuple[str, str], list[str]] = {}
        self.sent: list[str] = []
        self.longest = 0
        for run in runs:
            self._notes_words(run, None, run.finished or run.started)
            self.runs[run.id] = run
            if run.finished is not None and run.step in MESSAGES and run.answers.get("sent") == "yes":
                self.sent.append(run.id)

    # What is in the file

    @property
    def this_time(self) -> list[Run]:
        """The runs of this time through the program."""
        fresh = [run for run in self._finished("apart-again") if run.answers.get("next") == "fresh"]
        began = max((run.finish_number for run in fresh), default=0)
        return [run for run in self.runs.values() if run.start_number > began]

    def _finished(self, step: str, runs: Iterable[Run] | None = None) -> list[Run]:
        among = self.runs.values() if runs is None else runs
        ended = [run for run in among if run.step == step and run.finished is not None]
        return sorted(ended, key=lambda run: run.finish_number)

    @property
    def sent_now(self) -> list[Run]:
        """The runs of this time through the program by which a message was sent."""
        return [run for run in self.this_time if run.id in self.sent]

    def replies(self) -> list[object]:
        """Return what was told of an answer, this time through the program, the latest last."""
        runs = [run for step in MESSAGES for run in self._finished(step, self.this_time) if run.answers.get("reply")]
        return [run.answers["reply"] for run in sorted(runs, key=lambda run: run.finish_number)]

    def message(self, step: str, in_hand: Run | None = None) -> tuple[Run, str] | None:
        """Return the words that are to be sent, and their run: the latest that were finished or are in the run in hand."""
        finished = [run for run in self._finished(step, self.this_time) if in_hand is None or run.id != in_hand.id]
        if in_hand is not None:
            finished = sorted([*finished, in_hand], key=lambda run: run.finish_number or 10**18)
        written = [(run, words) for run in finished if isinstance(words := run.answers.get(MESSAGES[step]), str)]
        return written[-1] if written else None

    def holding(self) -> list[str]:
        """Return the endings that hold: those whose latest run completes them and doesn't take them back."""
        apart = max((run.finish_number for run in self._finished("apart-again")), default=0)
        close = [run.finish_number for step in CLOSE for run in self._finished(step)]
        latest = {ending: self._finished(ending, self.this_time)[-1:] for ending in ENDINGS}
        held = [
            ending
            for ending, runs in latest.items()
            for run in runs
            if _closes(run)
            and (
                run.finish_number > apart
                or (ending != "together-again" and not any(run.finish_number < number < apart for number in close))
            )
        ]
        has_come = any(reply in ANSWERS for reply in self.replies()[-1:])
        return [ending for ending in held if not (ending == "no-reply" and has_come)]

    def they_asked_to_meet(self) -> bool:
        """Whether the other one asked to meet, as they last told."""
        return any(run.answers.get("asked-to-meet") is True for run in self._finished(THEY_WROTE)[-1:])

    def was_told_no(self) -> bool:
        """Whether a no was told, in whichever step, and neither a yes nor that it's taken back since."""
        places = {"contact": "they-answered", INVITATION: "reply", APOLOGY: "reply", "declined": "holds"}
        told = [
            (run.finish_number, "yes" if step == "declined" else run.answers.get(item))
            for step, item in places.items()
            for run in self._finished(step, self.runs.values() if step == "contact" else self.this_time)
            if run.answers.get(item) in (TAKEN_BACK if step == "declined" else ("yes", "no"))
        ]
        return bool(told) and max(told)[1] == "no"

    def asked_to_stop(self) -> bool:
        """Whether they said, this time through the program or before, that they were asked to stop."""
        return any(all_that_is_given(run).get("asked-to-stop") is True for run in self.runs.values())

    # What happens

    def sees(self, runs: Sequence[Run], now: datetime) -> None:
        """Look at the file after something was done at that moment. Raises Broken."""
        for run in runs:
            was = self.runs.get(run.id)
            if was == run:
                continue
            self._notes_words(run, was, now)
            self.runs[run.id] = run
            if run.step in MESSAGES:
                self._notes_sending(run, was, now)

    def _notes_words(self, run: Run, was: Run | None, now: datetime) -> None:
        before = {} if was is None else all_that_is_given(was)
        for item, words in all_that_is_given(run).items():
            place = (run.id, item)
            if item not in self.texts.get(run.step, ()) or words == before.get(item):
                continue
            self.changed[place] = now
            kept = self.words.setdefault(place, [])
            if was is None or was.finished is None:
                kept.clear()  # until a run is finished, what was written is replaced
            if isinstance(words, str):
                kept.append(words)

    def _notes_sending(self, run: Run, was: Run | None, now: datetime) -> None:
        if run.answers.get("sent") != "yes" or run.id in self.sent:
            return
        if (was is None or was.answers.get("sent") != "yes") and now.hour not in BY_DAY:
            raise Broken(f"{run.step} was marked as sent at {now:%H:%M}")
        self._must_be_free(run, now)
        if run.finished is not None:
            if self.sent_now:
                raise Broken(f"{run.step} was marked as sent, and so was {self.sent_now[0].step} before")
            self.sent.append(run.id)

    def _must_be_free(self, run: Run, now: datetime) -> None:
        message = self.message(run.step, run)
        if message is None:
            return
        written_in, words = message
        since = now - self.changed[written_in.id, MESSAGES[run.step]]
        if since < HELD:
            raise Broken(f"{run.step} was marked as sent {since} after its words were changed")
        if frightens(run.step, words):
            raise Broken(f"{run.step} was marked as sent with “{words}”")

    def deletes(self, run: str, items: Iterable[str]) -> None:
        """Hear that some words were deleted for good."""
        for item in items:
            self.words.pop((run, item), None)


def _closes(run: Run) -> bool:
    if run.step == "together-again" and not run.answers.get("keep"):
        return False
    return run.answers.get("holds") not in TAKEN_BACK and run.answers.get("is-so") != "no"


def frightens(step: str, words: str) -> bool:
    """Whether a message has words by which the test means to frighten."""
    return words in (THREATS if step == APOLOGY else FRIGHTENING)


class Sitting(NamedTuple):
    """How someone goes through a step: what they want to answer, by item, and what else is left to chance.

    They leave after so many pages, if a number is given. On the review page they change so many answers. A page may be
    left open for hours, once.
    """

    chance: Random
    wants: Mapping[str, object] = {}
    leaves_after: int | None = None
    changes: int = 0
    waits: int = 0


LEANINGS: Mapping[str, Mapping[str, int]] = {
    "sent": {"yes": 6, "rewrite": 2, "no": 1},
    "verdict": {"go-on": 6, "wait": 1, "let-go": 1},
    "go": {"yes": 6, "no": 1},
    "with-somebody": {"no": 6, "unknown": 2, "yes": 1},
    "choice": {"invitation": 4, "wait": 1, "let-go": 1},
    "how-much": {"serious": 2, "small": 2},
    "holds": {"yes": 4, "no": 1},
    "is-so": {"yes": 4, "no": 1},
}
"""What is answered more often than the rest, so that lives get on; whatever isn't named is as likely as anything else."""
YESES = {"asked-to-stop": 0.03, "wrote": 0.15, "again": 0.6}
"""How likely a yes is; of the other questions about safety they say no, and to the rest yes every other time."""


class Life:
    """One person with their file and their clock; the witness sees everything that is done.

    `trail` has what was done so far, in words, for whoever reads what was broken.
    """

    def __init__(self, program: Program, folder: Path, now: datetime, runs: Sequence[Run]) -> None:
        self.program = program
        self.clock = Clock(now)
        self.store = Store(folder / "home", clock=self.clock)
        self.store.home.mkdir(parents=True)
        self.store.path.write_bytes(encode(Progress(runs=list(runs))))
        self.folder = folder
        self.witness = Witness(program, self.runs)
        self.copies: list[bytes] = []
        self.trail: list[str] = []
        self.tally: Counter[str] = Counter()
        self._ids = 0
        self._words = 0
        self._may_fall = False
        self.steps = {step.id: step for step in program.steps()}
        self.by_title = {
            f"{stage.title} · {step.title}": step.id for stage in program.all_stages for step in stage.steps
        }
        self.reaching = {step.id for stage in program.stages[-1:] for step in stage.steps if step.reaches_out}

    @property
    def runs(self) -> list[Run]:
        """The file as it is."""
        return list(self.program.journey(self.store.load().runs, self.clock()).runs)

    @property
    def status(self) -> Status:
        """The status as it is shown."""
        return status_of(self.program, self.program.journey(self.store.load().runs, self.clock()))

    def new_id(self) -> str:
        """Return an id that no run has."""
        self._ids += 1
        return f"new-{self._ids}"

    def broken(self, what: str) -> Broken:
        """Return the complaint, with all that was done before."""
        return Broken(
            f"{what}\n  at {self.clock():%a %d %b %H:%M}, after:\n  "
            + "\n  ".join([*self.trail[:1], *self.trail[1:][-25:]])
        )

    def notices(self) -> None:
        """Look at the file after something was done. Raises Broken."""
        try:
            self.witness.sees(self.runs, self.clock())
        except Broken as broken:
            raise self.broken(str(broken)) from None

    def _visit(self, screen: Callable[[View, Keep], Event]) -> Wizard:
        return Wizard(self.program, self.store, AtScreen(screen), self.clock, self.new_id)

    # What they do

    def opens(self, step: str, sitting: Sitting) -> bool:
        """Open a step and go through it. Return whether it could be opened. Raises Broken."""
        has_begun = self.has_begun(step)
        if has_begun and step in ABOUT_A_DAY:
            self.may_lower_the_longest()  # it may be about a day that has passed
        pages = _Pages(self, step, sitting, is_edit=False if has_begun else None)
        self.trail.append(f"{self.clock():%d %b %H:%M} opens {step}")
        try:
            self._visit(pages.on).open(step)
        except NotNow as refusal:
            self.trail[-1] += f": refused, {refusal}"
            return False
        self.notices()
        self.trail[-1] += pages.told()
        self.tally[step] += 1
        return True

    def has_begun(self, step: str) -> bool:
        """Whether a run of a step was begun and not finished, this time through the program."""
        return any(run.step == step and run.finished is None for run in self.witness.this_time)

    def changes(self, entry: Entry, sitting: Sitting) -> None:
        """Change an entry in the journal, as the journal does it. Raises Broken."""
        pages = _Pages(self, entry.run.step, sitting, is_edit=entry.run.finished is not None)
        self.trail.append(f"{self.clock():%d %b %H:%M} changes {entry.item} of {entry.run.step} in the journal")
        try:
            until_left(lambda: self._visit(pages.on).change(entry.run, entry.item))
        except NotNow as refusal:  # where the journal doesn't offer it
            self.trail[-1] += f": refused, {refusal}"
            return
        self.notices()
        self.trail[-1] += pages.told()
        self.tally["changed in the journal"] += 1

    def deletes(self, entry: Entry) -> None:
        """Delete an entry of the journal for good, as the journal does it."""
        self.trail.append(f"{self.clock():%d %b %H:%M} deletes {entry.item} of {entry.run.step} in the journal")
        self.store.forget(entry.run.id, entry.names)
        self.witness.deletes(entry.run.id, entry.names)
        self.notices()
        self.tally["deleted in the journal"] += 1

    def entries(self) -> tuple[Entry, ...]:
        """Return the words in the journal."""
        entries = journal(self.program, self.program.journey(self.store.load().runs, self.clock())).entries
        return tuple(entry for entry in entries if not entry.has_numbers)

    def lets_pass(self, by: timedelta) -> None:
        """Let time pass."""
        self.clock.now += by
        self.trail.append(f"{by} later:")

    def keeps_a_copy(self) -> None:
        """Keep the file as it is now."""
        self.copies.append(self.store.path.read_bytes())

    def merges(self, number: int) -> None:
        """Merge an older copy of the file, as exback does it."""
        if self.copies:
            place = self.folder / "older.json"
            place.write_bytes(self.copies[number % len(self.copies)])
            self.trail.append("merges an older copy")
            self.store.merge(place)
            place.unlink()
            self.notices()
            self.tally["merged"] += 1

    # How they answer

    def answer(self, step: str, view: View, sitting: Sitting) -> Event:
        """Return what they answer to a page. A page that refused an answer gets one that fits."""
        item, wanted = view.item, sitting.wants.get(view.item.id)
        offered = [option.id for option in view.options]
        if view.notice:
            return Answer(fitting(view, self.clock().date(), sitting.chance.choice, FINE))
        if isinstance(item, Timer):
            return Answer("finished")
        if not isinstance(item, Question):
            return Answer()
        if wanted is not None and (not isinstance(item, Choice) or wanted in offered):
            return Answer(wanted)
        if isinstance(item, Text):
            return self._writes(step, view, item, sitting.chance)
        if isinstance(item, Confirm):
            likely = YESES.get(item.id, 0.0 if item.id in SAFETY else 0.5)
            return Answer(sitting.chance.random() < likely)
        if isinstance(item, Choice):
            weights = [LEANINGS.get(item.id, {}).get(option, 1) for option in offered]
            return Answer(sitting.chance.choices(offered, weights)[0])
        if item.id == "fine-with-no":
            return Answer(sitting.chance.choice((9, 9, 10, 4)))
        return Answer(fitting(view, self.clock().date(), sitting.chance.choice))

    def _writes(self, step: str, view: View, item: Text, chance: Random) -> Event:
        if view.can_skip and chance.random() < 0.4:
            return Skip()
        if MESSAGES.get(step) == item.id:
            frightening = THREATS if step == APOLOGY else FRIGHTENING
            return Answer(chance.choice(frightening if chance.random() < 0.25 else FINE))
        self._words += 1
        return Answer(f"My words, number {self._words}.")

    # What is promised

    def must_be_fine(self) -> None:
        """Look at everything that's promised at any time. Raises Broken."""
        status = self.status
        self._nothing_after_an_ending(status)
        self._no_reply_only_where_none_came(status)
        self._longest_never_falls(status)
        self._something_is_there(status)
        self._what_they_left_is_left(status)
        self._a_no_is_a_no(status)
        self._nothing_is_lost()

    def is_bounded(self) -> bool:
        """Whether a boundary may hold, about which the boundary machine is."""
        return is_bounded(self.witness.runs.values())

    def _nothing_after_an_ending(self, status: Status) -> None:
        held = self.witness.holding()
        if not held or self.is_bounded():
            return
        self.tally["looked at while an ending held"] += 1
        offered = {step.id for step in (*status.due, *([status.next] if status.next else []))}
        for each in status.steps:
            if each.step.id in self.reaching and not self.stays_open(each.step.id):
                if each.may_begin or each.step.id in offered:
                    raise self.broken(f"{each.step.id} is open or offered while {held} holds")
            elif each.step.id in ("accepted", "together-again") and each.step.id in offered:
                raise self.broken(f"{each.step.id} is offered while {held} holds")

    def stays_open(self, step: str) -> bool:
        """Whether a step that reaches out may be opened after an ending: to tell an answer, or a meeting they asked for."""
        if step == MEET:
            return self.witness.they_asked_to_meet()
        return any(run.step == step for run in self.witness.sent_now)

    def _no_reply_only_where_none_came(self, status: Status) -> None:
        witness, each = self.witness, status.step_status(self.steps["no-reply"])
        if any(run.step == "no-reply" and run.finished is not None for run in witness.this_time):
            return
        others = [ending for ending in witness.holding() if ending != "no-reply"]
        came = [reply for reply in witness.replies() if reply in ANSWERS]
        is_open = each.state in (State.OPEN, State.STARTED) or each.due
        if is_open and (others or came or witness.asked_to_stop()):
            raise self.broken(f"no-reply is {each.state}, due: {each.due}, after {others or came or 'asked to stop'}")

    def may_lower_the_longest(self) -> None:
        """Hear that something about a past day is told, so that the longest stretch may be shorter."""
        self._may_fall = True

    def _longest_never_falls(self, status: Status) -> None:
        days = status.days or status.no_rule
        shown = 0 if days is None else days.longest
        if shown < self.witness.longest and not self._may_fall:
            raise self.broken(f"the longest stretch was {self.witness.longest} and is {shown}")
        self.witness.longest, self._may_fall = shown, False

    def _something_is_there(self, status: Status) -> None:
        companion = {step.id for step in self.program.companion.steps}
        led_to = [
            step.id for step in (*status.due, *([status.next] if status.next else [])) if step.id not in companion
        ]
        walked = [each for each in status.listed if each.step.id not in companion]
        is_there = led_to or any(_is_to_do(each) or each.date is not None for each in walked)
        if not (is_there or status.paused_until or status.coming or self.witness.holding()):
            raise self.broken("nothing is due or open, and no date is named")
        asked = status.next or status.due or status.paused_until or next_opening(status, day_of(self.clock()))
        if not (asked or status.boundaries):
            raise self.broken("nothing is next or due, and the page of the day names no date")

    def _what_they_left_is_left(self, status: Status) -> None:
        """A message that they don't send for now isn't brought up for two weeks, unless its words are changed."""
        offered = {step.id for step in (*status.due, *([status.next] if status.next else []))}
        for step, item in MESSAGES.items():
            latest = self.witness._finished(step, self.witness.this_time)[-1:]
            for run in latest:
                changes = [moment for (_run, words), moment in self.witness.changed.items() if words == item]
                ended = run.finished or run.started
                is_new = self.clock() - ended < timedelta(days=13)
                if run.answers.get("sent") == "no" and is_new and not any(at > ended for at in changes):
                    self.tally["looked at while a message was left alone"] += 1
                    if step in offered:
                        raise self.broken(f"{step} is offered, and they won't send it for now")

    def _a_no_is_a_no(self, status: Status) -> None:
        """After a no that was told since the last yes, no meeting is offered or can be begun, unless they asked for one."""
        witness = self.witness
        if not witness.was_told_no() or witness.they_asked_to_meet():
            return
        self.tally["looked at after a no"] += 1
        meeting = status.step_status(self.steps[MEET])
        if meeting.may_begin or meeting.due or (status.next is not None and status.next.id == MEET):
            raise self.broken(f"{MEET} is open or offered after a no")

    def _nothing_is_lost(self) -> None:
        shown: dict[tuple[str, str], set[object]] = {}
        for entry in self.entries():
            there = {entry.words, *(earlier.value for earlier in entry.earlier)}
            shown.setdefault((entry.run.id, entry.item), set()).update(there)
        for (run, item), words in self.witness.words.items():
            missing = [one for one in words if one not in shown.get((run, item), ())]
            if missing and not (self.is_bounded() and self._is_withheld(self.witness.runs[run].step, item)):
                raise self.broken(f"“{missing[0]}” of {item} in {self.witness.runs[run].step} isn't in the journal")

    def _is_withheld(self, step: str, item: str) -> bool:
        return self.steps[step].reaches_out or any(one.id == item and one.reaches_out for one in self.steps[step].items)

    def must_open_what_is_offered(self, number: int) -> None:
        """Open what is next, what is due and one step of the map, and leave at once: nothing changes. Raises Broken."""
        status = self.status
        offered = [*status.due, *([status.next] if status.next else [])]
        listed = [each.step for each in status.listed if each.can_open]
        for step in dict.fromkeys(one.id for one in (*offered, listed[number % len(listed)])):
            before = self.runs
            try:
                self._visit(lambda _view, _keep: Leave()).open(step)
            except NotNow as refusal:
                raise self.broken(f"{step} is offered, and refused: {refusal}") from None
            if changed := _fields_changed(before, self.runs):
                raise self.broken(f"{step} was opened and left, and that changed {changed}")

    def must_end(self) -> None:
        """Walk to an ending on the next morning. Raises Broken."""
        self.lets_pass(timedelta(days=1))
        self.clock.now = self.clock.now.replace(hour=10)
        for number in range(3):
            opened = self.opens("letting-go", Sitting(Random(number), {"holds": "yes", "lighter": "some"}))
            if not opened:
                raise self.broken("letting go is closed")
            if "letting-go" in self.witness.holding():
                return
        raise self.broken("letting go was gone through, and doesn't hold")


def _fields_changed(before: Sequence[Run], after: Sequence[Run]) -> list[str]:
    """Return what is different in the file: fields of runs that were there before, and runs that weren't.

    A run that isn't finished may be on another page: that on which it was left may no longer be there.
    """
    old = {run.id: structs.asdict(run) for run in before}
    new = {run.id: structs.asdict(run) for run in after}
    fields = {
        field
        for run in new.keys() & old.keys()
        for field in new[run]
        if new[run][field] != old[run][field] and (field not in WHERE_THEY_ARE or old[run]["finished"])
    }
    return sorted(fields | ({"the runs"} if new.keys() != old.keys() else set()))


def _is_to_do(each: StepStatus) -> bool:
    if each.due or each.state == State.STARTED:
        return True
    return each.state == State.OPEN and each.step.id not in STAND_OPEN


class _Pages:
    """Someone on the pages of one step; every page is looked at before it is answered.

    `is_edit` is whether a finished run is changed; None if the first page says so, which is then a review.
    """

    def __init__(self, life: Life, step: str, sitting: Sitting, *, is_edit: bool | None) -> None:
        self.life = life
        self.step = step
        self.sitting = sitting
        self.is_edit = is_edit
        self.changes_left = sitting.changes
        self.answered: dict[str, object] = {}
        self.seen = 0

    def on(self, view: View, _keep: Keep) -> Event:
        """Look at a page, and do something on it. Raises Broken."""
        life = self.life
        life.notices()
        self.seen += 1
        now_on = life.by_title.get(view.title, self.step)
        if now_on != self.step:  # an answer has opened another step
            self.step, self.is_edit = now_on, False if life.has_begun(now_on) else None
        if self.is_edit is None:
            self.is_edit = isinstance(view.item, Review)
        self._looks_at(view)
        if self.sitting.waits and self.seen == 2:
            life.clock.forward(hours=self.sitting.waits)
        if self.seen > MOST_PAGES or (self.sitting.leaves_after is not None and self.seen > self.sitting.leaves_after):
            return Leave()
        return self._does(view)

    def _does(self, view: View) -> Event:
        if isinstance(view.item, Review):
            wanted = [
                option.id for option in view.options if option.id in self.sitting.wants.keys() - self.answered.keys()
            ]
            if wanted and self.is_edit:
                return GoTo(wanted[0])
            if view.options and self.changes_left:
                self.changes_left -= 1
                return GoTo(self.sitting.chance.choice(view.options).id)
            return Answer()
        event = self.life.answer(self.step, view, self.sitting)
        if isinstance(event, Answer) and isinstance(view.item, Question):
            self.answered[view.item.id] = event.value
            is_of_the_past = self.step in ABOUT_A_DAY and "day" in self.answered
            is_of_an_absence = self.step == "coming-back" and view.item.id == "contact" and event.value != "no"
            if is_of_an_absence or ((self.is_edit or is_of_the_past) and view.item.id in TELLS_OF_THE_PAST):
                self.life.may_lower_the_longest()
        return event

    def _looks_at(self, view: View) -> None:
        life, witness, item = self.life, self.life.witness, view.item.id
        if life.is_bounded():
            return
        if self.step == INVITATION and item == "draft" and witness.sent_now and view.value is None:
            raise life.broken("an invitation is asked for after a message was sent")
        if self.step in MESSAGES and item == "sent" and "yes" in {option.id for option in view.options}:
            self._may_be_sent()
        if self.step in life.reaching and not self.is_edit and (held := witness.holding()):
            tells = life.stays_open(self.step) and item not in ("sent", MESSAGES.get(self.step))
            if not tells:
                raise life.broken(f"{self.step} shows {item} while {held} holds")

    def _may_be_sent(self) -> None:
        witness, now = self.life.witness, self.life.clock()
        others = [run for run in witness.sent_now if not (self.is_edit and run.step == self.step)]
        if others:
            raise self.life.broken(f"{self.step} can be marked as sent, and {others[0].step} was sent before")
        message = None if self.is_edit else witness.message(self.step)
        if message is None:
            return
        written_in, words = message
        since = now - witness.changed[written_in.id, MESSAGES[self.step]]
        if since < HELD:
            raise self.life.broken(f"{self.step} can be marked as sent {since} after its words were changed")
        if frightens(self.step, words):
            raise self.life.broken(f"{self.step} can be marked as sent with “{words}”")

    def told(self) -> str:
        """Return what was answered, in words."""
        answered = ", ".join(f"{item}={str(value)[:40]!r}" for item, value in self.answered.items())
        return f" ({'changing it' if self.is_edit else 'going through it'}): {answered}"
