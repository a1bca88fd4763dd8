"""One run of one step, as a pure value: `view()` returns the page to show, `apply(event)` the session after it.

Nothing is remembered but the run and, while a finished one is corrected, what it was before. The path of visible items is
computed again after every event, and after every change of an answer, so branches open and close by themselves, and a session
that is resumed from a saved run shows the same page.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from itertools import takewhile

from msgspec import Struct, structs

from exback.engine import presenter
from exback.engine.path import Path, walk
from exback.engine.presenter import CLOSING, REVIEW
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Leave, Skip, View
from exback.model.boundaries import Boundary, must_ask, standing
from exback.model.context import Context
from exback.model.dates import in_words, in_zone, just_after
from exback.model.items import Date, InvalidAnswer, Item, Kind, OptionsQuestion, Question, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import clean, is_blank
from exback.model.run import Earlier, Run, Value, burnt, changed, finished, reopened, without

FEW_QUESTIONS = 2
"""So few choices or numbers are still in mind at the end, and a page with all of them would be one page too many."""
NEEDS_AN_ANSWER = "This one needs an answer."
OVER = ""
"""The cursor of a run that has no page left to show."""
PLACE = {"cursor", "reviewed", "unseen"}
"""The fields of a run that say where someone is on the path, and make no difference to the path itself."""


class Session(Struct, frozen=True, eq=False, dict=True):
    """A person, a step and a run of it.

    `journey` is everything else that happened. Every event leads to a new session; `run` is what to save. `opens` is the id of
    the step that the last answer opens in place of this one, empty if it opens none. It's this step if the moment of the run
    was over: it stays as it was left, and what comes now belongs to a new one (see `carrying`). `corrects` is a finished run as
    it was when it was opened to be changed. `refused` is what was just typed that is no option or number. It's shown like
    a draft, but a wrong key isn't worth saving.
    """

    program: Program
    step: Step
    journey: Journey
    run: Run
    notice: str = ""
    left: bool = False
    opens: str = ""
    corrects: Run | None = None
    refused: str = ""

    @classmethod
    def begin(cls, program: Program, step: Step, journey: Journey, run_id: str) -> Session:
        """Start a new run of a step, on its first page."""
        started, number = journey.now, journey.next_number
        run = Run(id=run_id, step=step.id, step_version=step.version, started=started, start_number=number)
        fresh = cls(program, step, journey, run)
        if fresh.is_unasked:
            return fresh
        is_preset = (isinstance(page, OptionsQuestion) and page.preset for page in fresh.path.pages[:-1])
        return fresh._to(fresh.path.pages[sum(takewhile(bool, is_preset))].id)

    @classmethod
    def resume(cls, program: Program, step: Step, journey: Journey, run: Run) -> Session:
        """Resume a run where it was left; a cursor that is no longer on the path moves to the first open page.

        It goes on with the questions of today's version of the step, so that is its version from now on.
        """
        current = run if run.was_finished else changed(run, step_version=max(run.step_version, step.version))
        return cls(program, step, journey.without(run), current)._settled()

    @classmethod
    def edit(cls, program: Program, step: Step, journey: Journey, run: Run) -> Session:
        """Open a finished run on its review page."""
        session = cls(program, step, journey.without(run), run, corrects=run)
        return session._to(REVIEW if session.path.asks else CLOSING)

    @classmethod
    def reopen(cls, program: Program, step: Step, journey: Journey, run: Run) -> Session:
        """Take back that a run was finished, and go on with it where that was done."""
        return cls(program, step, journey.without(run), run)._reopened(journey.now)

    def carrying(self, drafts: Mapping[str, str | list[str]], notice: str = "") -> Session:
        """Return the session of a new run with what was typed before it began, and a notice on its first page."""
        return self._with_run(drafts=dict(drafts))._saying(notice)

    @property
    def begun(self) -> datetime:
        """When the run was begun, on the clock as it is now: the person may have travelled since."""
        return in_zone(self.run.started, self.journey.now.tzinfo)

    @property
    def can_start_fresh(self) -> bool:
        """Whether it goes on with a run of a momentary step, in which something was said: a new one could begin instead."""
        return self.step.momentary and not (self.run.was_finished or self.run.is_empty)

    @property
    def first_number(self) -> str:
        """The id of the question that the step begins with, if that's one for a number; else empty."""
        asked = (page for page in self.path.pages if isinstance(page, Question))
        first = next((page for page in asked if not (isinstance(page, OptionsQuestion) and page.preset)), None)
        return first.id if isinstance(first, Scale) else ""

    @property
    def is_given_up(self) -> bool:
        """Whether the moment of the run was over when its page was answered: a new run is to take its place."""
        return self.left and self.opens == self.step.id

    @property
    def typed_here(self) -> dict[str, str | list[str]]:
        """What was typed on the page that the person is on, and not given, by the id of the question."""
        return {item: draft for item, draft in self.run.drafts.items() if item == self.run.cursor}

    @property
    def over(self) -> bool:
        """Whether there is nothing more to show: the step was closed, or the person left."""
        return self.left or (self.run.finished is not None and self.run.cursor == OVER)

    @property
    def is_on_first_page(self) -> bool:
        """Whether no page of the step comes before this one."""
        return not self._is_shut and any(page.id == self.run.cursor for page in self.path.pages[:1])

    @property
    def minutes(self) -> int:
        """About how many minutes the step still takes, from the page that the person is on."""
        return 1 if self.run.reviewed else presenter.minutes_left(self.step, self.run.cursor)

    def view(self) -> View:
        """Return the page that the person is on."""
        if self.withheld_by:
            return presenter.withheld(self.withheld_by, can_correct=bool(self.own_yes))
        return presenter.unasked(self._position) if self.is_unasked else presenter.show(self._position)

    @property
    def is_read_first(self) -> bool:
        """Whether what was written is shown before the page that the person is on: the step was finished, and is to be read."""
        return self.step.reads_first and self.run.was_finished and not (self.withheld_by or self.is_unasked)

    def read_back(self) -> View:
        """Return the page that shows what was written, with an offer to change it."""
        return presenter.read_back(self._position)

    @property
    def _position(self) -> presenter.Position:
        run = self.run
        if self.refused:
            run = changed(run, drafts={**run.drafts, run.cursor: self.refused})
        return presenter.Position(
            self.program, self.step, run, self.path, self.notice, self.corrects, can_reopen=self._can_reopen
        )

    # What comes next

    def apply(self, event: Event, now: datetime, news: Journey | None = None) -> Session:
        """Return the session after an event. An answer that doesn't fit stays as a draft, with a notice.

        `news` is everything that happened, if another window has written since the page came up: it may have closed the page.
        """
        if self.over:
            return self
        journey = self.journey if news is None else news.without(self.run)
        session = structs.replace(self, journey=journey.at(now), notice="", refused="")
        if session.journey.is_left(session.run) and not isinstance(event, Draft | Leave):
            return session._given_up(event)
        counted = session.journey.counted(session.run) if isinstance(event, Leave) else session.run
        session = structs.replace(session, run=counted)._settled()
        is_closed = session.run.cursor != self.run.cursor or (session._is_shut and not self._is_shut)
        if is_closed and not isinstance(event, Leave):
            return session._missed(self.run.cursor, event)
        match event:
            case Answer(value):
                return session._answer(value, now)._on_form(event, now, since=session)
            case Back():
                return session._back(now)
            case Skip():
                return session._skip(now)._on_form(event, now, since=session)
            case GoTo(item):
                return session if session.path.place(item) is None else session._to(item)
            case Draft(value):
                return session._drafted(value)
            case Leave():
                return structs.replace(session, left=True)

    def _missed(self, item_id: str, event: Event) -> Session:
        """Keep what was typed on a page that closed while it was up, and say so on the page that is open now."""
        return self._keeping(item_id, event)._saying("That page has closed in the meantime. This one is open.")

    def _given_up(self, event: Event) -> Session:
        """Leave a run whose moment was over when its page was answered, with what was typed there for a new one."""
        today = self.journey.today
        when = f"at {self.begun:%H:%M}" if self.run.day == today else f"on {in_words(self.run.day, today)}"
        session = self._keeping(self.run.cursor, event)
        session = session._saying(f"What you started {when} is saved as you left it. You're starting fresh.")
        return structs.replace(session, left=True, opens=self.step.id)

    def _keeping(self, item_id: str, event: Event) -> Session:
        """Keep as a draft what was typed on a page that isn't taken."""
        is_typed = any(item.id == item_id and isinstance(item, Text | Scale | Date) for item in self.step.items)
        typed = event.value if isinstance(event, Answer | Draft) else None
        if not (is_typed and isinstance(typed, str)) or is_blank(typed):
            return self
        return self._with_run(drafts={**self.run.drafts, item_id: clean(typed)})

    def _answer(self, value: object, now: datetime) -> Session:
        if self.withheld_by:
            return self._finish(now)._to(OVER)
        if self.is_unasked:
            return structs.replace(self, left=True)
        if self.run.cursor == REVIEW:
            missing = self.path.first_open()
            return self._to(missing.id) if missing else self._end(now)
        if self.run.cursor == CLOSING:
            return self._to(OVER)
        item = self._item(self.run.cursor)
        if not isinstance(item, Question):
            return self._after(item, now)
        stays = presenter.what_stays(item, self.run)
        if stays and value != self.given.get(item.id, value):
            return self._saying(stays)
        try:
            accepted = item.accept(value, self._here_now(item))
        except InvalidAnswer as invalid:
            session = self._refusing(item, value) if isinstance(value, str) else self
            return session._saying(str(invalid))
        return self._record(item, accepted, now)

    def _refusing(self, item: Question, typed: str) -> Session:
        """Keep what was typed and can't be taken: words, and those for a day, as a draft, all else until the next event."""
        if isinstance(item, Text | Date):
            return self._drafted(typed)
        return structs.replace(self, refused=clean(typed))._knowing(self)

    def _here_now(self, item: Question) -> Context:
        """Return what an answer is read by. A finished run looks back from its own day, but "yesterday" means the day before
        it's typed.
        """
        here = self.path.here
        return structs.replace(here, journey=here.journey.at(self.journey.now)) if isinstance(item, Date) else here

    def _record(self, item: Item, value: Value, now: datetime) -> Session:
        answered = self._with_run(
            answers={**self._preset_before(item), **self.run.answers, item.id: value},
            hidden=without(self.run.hidden, {item.id}),
            drafts=without(self.run.drafts, {item.id}),
            history=self._history(item, value, now),
        )
        answered = answered._split(before=self.path)
        opens = answered._opened_by(item)
        return structs.replace(answered._finish(now)._to(OVER), opens=opens) if opens else answered._after(item, now)

    def _preset_before(self, item: Item) -> dict[str, Value]:
        """Return the answers of the questions before an item that the person went past without a word."""
        before = self.path.pages[: self.path.place(item.id) or 0]
        return {page.id: value for page in before for value in self._preset(page)}

    def _preset(self, page: Item) -> tuple[Value, ...]:
        """Return the answer that an open question has by itself, if any. One that was answered before is asked again instead."""
        if not isinstance(page, OptionsQuestion) or not page.preset or page.id in self.given:
            return ()
        return (page.offered(self.path.here)[0].id,) if self.path.is_open(page) else ()

    def _opened_by(self, item: Item) -> str:
        """Return the id of the step that the answer to an item opens, empty if it opens none."""
        options = item.offered(self.path.here) if isinstance(item, OptionsQuestion) else ()
        return next((option.opens for option in options if option.id == self.path.answers.get(item.id)), "")

    def _history(self, item: Item, value: Value, now: datetime) -> list[Earlier]:
        """Return the history with the answer that changes now, if the run was ever finished; None where it had no answer.

        What was written after an answer was deleted for good stays until after that, whatever the clock says: where copies
        meet, it would be deleted with that answer.
        """
        before, burnt_at = self.given.get(item.id), self.run.burnt.get(item.id)
        was_finished = self.run.was_finished or self.run.answered is not None
        if not was_finished or (item.id in self.given and before == value):
            return self.run.history
        until = now if burnt_at is None else max(now, in_zone(just_after(burnt_at), now.tzinfo))
        return [*self.run.history, Earlier(item.id, before, until, self._next_number)]

    def _split(self, before: Path) -> Session:
        """Separate the answers on the visible path from those on closed branches, and note which pages are new.

        A reading that says something else than before is as good as new.
        """
        moved_out = {item: value for item, value in self.run.answers.items() if item in self._moved_out}
        answers, now_visible = {**moved_out, **self.path.answers}, {page.id for page in self.path.pages}
        new = self._new_since(before) if self.run.reviewed else []
        unseen = [*(page for page in self.run.unseen if page in now_visible), *new]
        return self._with_run(answers=answers, hidden=without(self.given, answers), unseen=unseen)

    def _new_since(self, before: Path) -> list[str]:
        known, read_before, reads = {page.id for page in before.pages}, before.reads(), self.path.reads()
        return [
            page.id
            for page in self.path.pages
            if page.id not in self.run.unseen
            and (page.id not in known or read_before.get(page.id) != reads.get(page.id))
        ]

    def _after(self, item: Item, now: datetime) -> Session:
        """Go on from an item: to the next one or, once the review was reached, to what is new since then or back to it."""
        rest = self.path.pages[(self.path.place(item.id) or 0) + 1 :]
        if self.run.reviewed:
            rest = tuple(page for page in rest if self._must_come_up(page))
        return self._to(rest[0].id) if rest else self._at_review(now)

    def _must_come_up(self, page: Item) -> bool:
        """Whether a page comes up again before the review: it's new, open, or shows an answer that was typed and not taken yet."""
        is_typed = page.id in self.step.form and page.id in self.run.drafts
        return page.id in self.run.unseen or self.path.is_open(page) or is_typed

    @property
    def _needs_no_review(self) -> bool:
        """Whether the step is momentary or one free entry, or an always open one asked for a choice or two and no words."""
        match self.step.items:
            case (Text(kind=Kind.NOTE),):
                return True
        asked = [page for page in self.path.pages if isinstance(page, Question)]
        is_short = len(asked) <= FEW_QUESTIONS and not any(isinstance(page, Text | Date) for page in asked)
        return self.step.momentary or (is_short and self.program.stage_of(self.step) == self.program.companion)

    def _at_review(self, now: datetime) -> Session:
        """Go to the review page or, if nothing was asked or it needs no review, to the end."""
        if not self._needs_no_review or self.run.reviewed:
            return self._to(REVIEW) if self.path.asks else self._end(now)
        missing = self.path.first_open()
        return self._to(missing.id) if missing else self._end(now)

    def _end(self, now: datetime) -> Session:
        return self._finish(now)._to(CLOSING)

    def _back(self, now: datetime) -> Session:
        if self.withheld_by:
            return self._withdrawn() if self.own_yes else self
        if self.is_unasked or self.run.cursor in (CLOSING, OVER):
            return self._reopened(now) if self._can_reopen else self
        place = self.path.place(self.run.cursor)  # None on the review page, which comes after the last
        before = len(self.path.pages) - 1 if place is None else max(0, place - 1)
        return self._to(self.path.pages[before].id)

    @property
    def _can_reopen(self) -> bool:
        """Whether the last page leads back, because the run was finished a moment ago."""
        if self.run.cursor != CLOSING:
            return False
        from exback.engine.corrections import can_reopen  # no page before the last one needs it

        return can_reopen(self.program, self.journey, self.run)

    def _reopened(self, now: datetime) -> Session:
        """Return the session on the page on which the run was finished, as if it hadn't been."""
        run = reopened(self.run, now, self._next_number)
        session = structs.replace(self, run=run)
        return session._to(REVIEW if run.reviewed else session.path.pages[-1].id)

    def _withdrawn(self) -> Session:
        """Take back a yes of this unfinished run: pressing a wrong key must be correctable."""
        answers = without(self.run.answers, self.own_yes)
        return self._with_run(answers=answers, cursor=self.own_yes[0])._split(before=self.path)

    def _skip(self, now: datetime) -> Session:
        if self.run.cursor in (REVIEW, CLOSING, OVER) or self.withheld_by or self.is_unasked:
            return self
        item = self._item(self.run.cursor)
        if not isinstance(item, Question):
            return self._after(item, now)
        stays = presenter.what_stays(item, self.run)
        if stays and self.given.get(item.id) is not None:
            return self._saying(stays)
        return self._record(item, None, now) if item.optional else self._saying(NEEDS_AN_ANSWER)

    def _on_form(self, event: Answer | Skip, now: datetime, *, since: Session) -> Session:
        """Go to another question of the same page or past all that follow, if that's wanted and the answer was taken.

        What was typed in those it goes past counts. Those that don't have to be answered are skipped; the first one that must be
        is asked for.
        """
        if event.goes_to in self.step.form and self.run.cursor != since.run.cursor:
            return self._to(event.goes_to)._settled()
        session, before = self, since
        while event.ends_form and session.run.cursor in self.step.form and session.run.cursor != before.run.cursor:
            session, before = session._past_row(session._item(session.run.cursor), now), session
        return session

    def _past_row(self, item: Item, now: datetime) -> Session:
        """Go past one question of a page with several. Return this page, saying why, if that can't be done."""
        if item.id in self.run.drafts:
            return self._answer(self.run.drafts[item.id], now)
        if not self.path.is_open(item):
            return self._after(item, now)
        preset = self._preset(item)
        return self._record(item, preset[0], now) if preset else self._skip(now)

    def _drafted(self, value: str | list[str]) -> Session:
        if not isinstance(self.path.page(self.run.cursor), Question):
            return self
        drafts = without(self.run.drafts, {self.run.cursor})
        if not is_blank(value) if isinstance(value, str) else value:  # Enter on an empty page begins nothing
            drafts[self.run.cursor] = clean(value) if isinstance(value, str) else value
        return self._with_run(drafts=drafts)

    def _settled(self) -> Session:
        """Return the session on a page that exists: steps change, and so do branches that depend on the date."""
        ends = (REVIEW, CLOSING, OVER) if self.run.finished is not None else (REVIEW,) if self.path.asks else ()
        if self.is_unasked or self.run.cursor in ends or self.path.place(self.run.cursor) is not None:
            return self
        waiting = self.path.first_open()
        if waiting is None:
            first = self.path.pages[:1]
            return self._to(REVIEW if self.path.asks or not first else first[0].id)
        return self._to(self._leading_to(waiting) if self.run.cursor in self._moved_out else waiting.id)

    def _leading_to(self, waiting: Item) -> str:
        """Return the first of the readings that lead to a page, or the page itself if there are none."""
        before = self.path.pages[: self.path.place(waiting.id)]
        readings = takewhile(lambda page: not isinstance(page, Question), reversed(before))
        return [waiting.id, *(page.id for page in readings)][-1]

    def _finish(self, now: datetime) -> Session:
        """Finish the run, without what the person wanted deleted: answer, drafts and earlier answers.

        What was answered on a branch that has closed meanwhile, by the day or by a change elsewhere, doesn't count.
        """
        counted = self if self.run.finished is not None or self.withheld_by else self._split(before=self.path)
        deleted = counted.path.burnt()
        run = burnt(counted.run, deleted, now) if deleted else counted.run
        if run.finished is None:
            run = finished(run, now, self._next_number)
        return structs.replace(self, run=run)

    def _to(self, cursor: str) -> Session:
        reviewed = self.run.reviewed or cursor == REVIEW
        unseen = [page for page in self.run.unseen if page != cursor]
        return self._with_run(cursor=cursor, reviewed=reviewed, unseen=unseen)

    def _with_run(self, **fields: object) -> Session:
        """Return the session with some fields of the run replaced. While none but the place on the path changes, so stays the path."""
        session = structs.replace(self, run=changed(self.run, **fields))
        is_same_path = all(name in PLACE or getattr(self.run, name) == value for name, value in fields.items())
        return session._knowing(self) if is_same_path else session

    def _saying(self, notice: str) -> Session:
        return structs.replace(self, notice=notice)._knowing(self)

    def _knowing(self, before: Session) -> Session:
        """Return the session with what is known of its path since before a change that makes no difference to it."""
        self.__dict__.update(before.__dict__)
        return self

    # Where the person is

    @cached_property
    def path(self) -> Path:
        """What is visible now; branches open and close with every answer."""
        held = frozenset(boundary.id for boundary in self._standing)
        return walk(self.step, self.journey.before(self.run), self.run, held=held)

    @cached_property
    def given(self) -> dict[str, Value]:
        """Every answer of this run, also those on branches that are closed."""
        return {**self.run.hidden, **self.run.answers}

    @property
    def _moved_out(self) -> frozenset[str]:
        """The ids of the questions that another step asks today. Their answers count there, and stay in this run."""
        return frozenset(item.id for item in self.program.moved_out(self.step))

    @property
    def _next_number(self) -> int:
        return self.journey.with_run(self.run).next_number

    @cached_property
    def _standing(self) -> tuple[Boundary, ...]:
        return standing(self.journey, self.run)

    @property
    def withheld_by(self) -> tuple[Boundary, ...]:
        """The boundaries that hold, if they withhold this step."""
        held = [boundary.id for boundary in self._standing]
        return self._standing if self.step.is_withheld(held) else ()

    @property
    def is_unasked(self) -> bool:
        """Whether this step reaches out, asks nothing about safety itself, and was begun before they were asked."""
        return self.step.reaches_out and not self.step.asks_safety and must_ask(self.journey, self.run)

    @property
    def _is_shut(self) -> bool:
        """Whether its pages aren't shown, because of a boundary or because the questions about safety come first."""
        return bool(self.withheld_by) or self.is_unasked

    @property
    def own_yes(self) -> tuple[str, ...]:
        """The questions of this unfinished run whose yes alone withholds the step."""
        if self.run.was_finished or standing(self.journey):
            return ()
        return tuple(boundary.id for boundary in self._standing if boundary.id in self.run.answers)

    def _item(self, item_id: str) -> Item:
        return self.path.pages[self.path.place(item_id) or 0]
