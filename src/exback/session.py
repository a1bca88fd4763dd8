"""One walk through one step, as a pure value: `view()` says what to show, `apply(event)` what comes next.

Nothing is remembered but the run. The path of visible items is worked out anew after every event, so
branches open and close by themselves, and a session begun again from a saved run shows the same page.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from exback.boundaries import Boundary, standing
from exback.context import Context
from exback.items import Item, Offering, Option, Question, Reading, Unfit, Wording, worded
from exback.journey import Earlier, Journey, Run, Value, changed
from exback.path import Path, walk
from exback.program import Program, Step
from exback.prose import Block, blocks
from exback.view import Answer, Back, Draft, Event, GoTo, Leave, Review, Skip, View

REVIEW = "review"
CLOSING = "closing"
WITHHELD = "withheld"
OVER = ""

GO_ON = Reading(CLOSING, "")


class Session:
    """A person, a step and a run of it.

    `journey` is everything else that happened. Every event gives a new session; `run` is what to save.
    """

    def __init__(
        self,
        program: Program,
        step: Step,
        journey: Journey,
        run: Run,
        *,
        notice: str = "",
        left: bool = False,
    ) -> None:
        self.program = program
        self.step = step
        self.journey = journey.without(run)
        self.run = run
        self.notice = notice
        self.left = left

    @classmethod
    def begin(cls, program: Program, step: Step, journey: Journey, run_id: str) -> Session:
        """Start a new run of a step, on its first page."""
        run = Run(id=run_id, step=step.id, step_version=step.version, started=journey.now)
        fresh = cls(program, step, journey, run)
        return fresh._to(fresh._path.pages[0].id)

    @classmethod
    def resume(cls, program: Program, step: Step, journey: Journey, run: Run) -> Session:
        """Take up a run where it was left; a cursor that is no longer on the path moves to what is open."""
        return cls(program, step, journey, run)._settled()

    @classmethod
    def edit(cls, program: Program, step: Step, journey: Journey, run: Run) -> Session:
        """Open a finished run on its review page."""
        return cls(program, step, journey, run)._to(REVIEW)

    @property
    def over(self) -> bool:
        """Whether there is nothing more to show: the step was closed, or the person left."""
        return self.left or (self.run.finished is not None and self.run.cursor == OVER)

    # What to show

    def view(self) -> View:
        """Give the page that the person is on."""
        if self._withheld_by:
            return self._withheld_view()
        if self.run.cursor == REVIEW:
            return self._review_view()
        if self.run.cursor in (CLOSING, OVER):
            return self._page(GO_ON, (*self._words(self.step.mirror), *self._words(self.step.small_thing)))
        return self._item_view(self._item(self.run.cursor))

    def _item_view(self, item: Item) -> View:
        here = self._here
        recalled = tuple(
            quote
            for recall in self._path.recalls.get(item.id, ())
            for quote in here.quote(recall.step, recall.item, str(worded(recall.text, here)))
        )
        text = self._words(item.text)
        if not isinstance(item, Question):
            return self._page(item, (*recalled, *text), can_back=self._place_of(item) > 0)
        return View(
            title=self._title,
            place=self._progress,
            minutes=self._minutes_left(item),
            body=recalled,
            item=item,
            question=str(text[0]) if text else "",
            note=self._words(item.note),
            options=item.offered(here) if isinstance(item, Offering) else (),
            value=self._given.get(item.id),
            draft=self.run.drafts.get(item.id),
            notice=self.notice,
            why=blocks(item.why or self.step.purpose),
            can_back=self._place_of(item) > 0,
            can_skip=item.optional,
        )

    def _review_view(self) -> View:
        asked = [item for item in self._path.pages if isinstance(item, Question)]
        rows = tuple(Option(item.id, self._asked(item), self._answer_in_words(item)) for item in asked)
        return View(
            title=self._title,
            place=self._progress,
            minutes=1,
            item=Review(REVIEW, "This is what you said."),
            question="This is what you said.",
            note=blocks("Change anything you like. It is kept either way."),
            options=rows,
            notice=self.notice,
            why=blocks("Look it over. Take an answer to change it, or finish the step."),
            can_back=True,
        )

    def _withheld_view(self) -> View:
        said = tuple(text for boundary in self._withheld_by for text in (boundary.reason, boundary.help))
        correct = ("If you pressed the wrong key, go back and answer again.",) if self._own_yes else ()
        return self._page(Reading(WITHHELD, ""), (*said, *correct), can_back=bool(self._own_yes))

    def _page(self, item: Item, body: tuple[Block, ...], *, can_back: bool = False) -> View:
        return View(
            title=self._title,
            place=self._progress,
            minutes=self._minutes_left(item),
            body=body,
            item=item,
            why=blocks(item.why or self.step.purpose),
            can_back=can_back,
        )

    # What comes next

    def apply(self, event: Event, now: datetime) -> Session:
        """Give the session after an event. An answer that is not fit stays as a draft, with a notice."""
        if self.over:
            return self
        here = self._new(journey=self.journey.at(now), notice="")._settled()
        match event:
            case Answer(value):
                return here._answer(value, now)
            case Back():
                return here._back()
            case Skip():
                return here._skip(now)
            case GoTo(item):
                return here if here._path.place(item) is None else here._to(item)
            case Draft(value):
                return here._drafted(value)
            case Leave():
                return here._new(left=True)

    def _answer(self, value: object, now: datetime) -> Session:
        if self._withheld_by:
            return self._finish(now)._to(OVER)
        if self.run.cursor == REVIEW:
            missing = self._path.first_open()
            return self._to(missing.id) if missing else self._finish(now)._to(CLOSING)
        if self.run.cursor == CLOSING:
            return self._to(OVER)
        item = self._item(self.run.cursor)
        if not isinstance(item, Question):
            return self._after(item, self._path)
        try:
            kept = item.accept(value, self._here)
        except Unfit as unfit:
            kept_text = self._drafted(str(value)) if isinstance(value, str) else self
            return kept_text._new(notice=str(unfit))
        return self._record(item, kept, now)

    def _record(self, item: Item, value: Value, now: datetime) -> Session:
        before = self._given.get(item.id)
        run = changed(
            self.run,
            answers={**self.run.answers, item.id: value},
            hidden={key: kept for key, kept in self.run.hidden.items() if key != item.id},
            drafts={key: draft for key, draft in self.run.drafts.items() if key != item.id},
            history=self._history(item, before, value, now),
        )
        return self._new(run=run)._sorted()._after(item, self._path)

    def _history(self, item: Item, before: Value, value: Value, now: datetime) -> list[Earlier]:
        if self.run.finished is None or item.id not in self._given or before == value:
            return self.run.history
        return [*self.run.history, Earlier(item.id, before, now)]

    def _sorted(self) -> Session:
        """Part the answers that stand on the visible path from those on a branch that is closed."""
        answers = self._path.answers
        hidden = {key: value for key, value in self._given.items() if key not in answers}
        return self._new(run=changed(self.run, answers=answers, hidden=hidden))

    def _after(self, item: Item, before: Path) -> Session:
        """Go on from an item: to the next one or, once the review was reached, to what is new or back to it."""
        pages = self._path.pages
        rest = pages[self._place_of(item) + 1 :]
        if self.run.reviewed:
            rest = tuple(page for page in rest if page not in before.pages or self._path.is_open(page))
        return self._to(rest[0].id if rest else REVIEW)

    def _back(self) -> Session:
        pages = self._path.pages
        if self._withheld_by:
            return self._withdrawn() if self._own_yes else self
        if self.run.cursor == REVIEW:
            return self._to(pages[-1].id) if pages else self
        if self.run.cursor in (CLOSING, OVER):
            return self
        return self._to(pages[max(0, self._place_of(self._item(self.run.cursor)) - 1)].id)

    def _withdrawn(self) -> Session:
        """Take back a yes of this very run, which is not finished: a wrong key must not be the last word."""
        question = self._own_yes[0]
        answers = {key: value for key, value in self.run.answers.items() if key not in self._own_yes}
        return self._new(run=changed(self.run, answers=answers, cursor=question))._sorted()

    def _skip(self, now: datetime) -> Session:
        if self.run.cursor in (REVIEW, CLOSING, OVER) or self._withheld_by:
            return self
        item = self._item(self.run.cursor)
        if not isinstance(item, Question):
            return self._after(item, self._path)
        return self._record(item, None, now) if item.optional else self._new(notice="This one needs an answer.")

    def _drafted(self, value: str | list[str]) -> Session:
        place = self._path.place(self.run.cursor)
        if place is None or not isinstance(self._path.pages[place], Question):
            return self
        drafts = {key: draft for key, draft in self.run.drafts.items() if key != self.run.cursor}
        if value:
            drafts[self.run.cursor] = value
        return self._new(run=changed(self.run, drafts=drafts))

    def _settled(self) -> Session:
        """Give the session on a page that exists: steps change, and so do branches that look at the clock."""
        if self.run.cursor in (REVIEW, CLOSING, OVER) or self._path.place(self.run.cursor) is not None:
            return self
        waiting = self._path.first_open()
        return self._to(waiting.id if waiting else REVIEW)

    def _finish(self, now: datetime) -> Session:
        return self._new(run=changed(self.run, finished=self.run.finished or now))

    def _to(self, cursor: str) -> Session:
        reviewed = self.run.reviewed or cursor == REVIEW
        return self._new(run=changed(self.run, cursor=cursor, reviewed=reviewed))

    def _new(
        self,
        *,
        run: Run | None = None,
        journey: Journey | None = None,
        notice: str | None = None,
        left: bool = False,
    ) -> Session:
        return Session(
            self.program,
            self.step,
            journey or self.journey,
            run or self.run,
            notice=self.notice if notice is None else notice,
            left=left,
        )

    # The path

    @cached_property
    def _path(self) -> Path:
        return walk(self.step, self.journey, self.run, withheld=bool(self._standing))

    @cached_property
    def _given(self) -> dict[str, Value]:
        return {**self.run.hidden, **self.run.answers}

    @cached_property
    def _standing(self) -> tuple[Boundary, ...]:
        return standing(self.journey, self.run)

    @property
    def _withheld_by(self) -> tuple[Boundary, ...]:
        return self._standing if self.step.reaches_out else ()

    @property
    def _own_yes(self) -> tuple[str, ...]:
        """The questions of this unfinished run whose yes is the only thing that withholds the step."""
        if self.run.finished is not None or standing(self.journey):
            return ()
        return tuple(boundary.id for boundary in self._standing if boundary.id in self.run.answers)

    @property
    def _here(self) -> Context:
        return self._path.here

    def _item(self, item_id: str) -> Item:
        return self._path.pages[self._path.place(item_id) or 0]

    def _place_of(self, item: Item) -> int:
        return self._path.place(item.id) or 0

    # Words around the page

    def _words(self, wording: Wording) -> tuple[Block, ...]:
        return blocks(worded(wording, self._here))

    def _asked(self, item: Item) -> str:
        words = self._words(item.text)
        return str(words[0]) if words else item.id

    def _answer_in_words(self, item: Question) -> str:
        if item.id not in self._path.answers:
            return "not answered yet"
        value = self._path.answers[item.id]
        return "skipped" if value is None else item.say(value, self._here)

    @property
    def _title(self) -> str:
        return f"{self.program.stage_of(self.step).title} · {self.step.title}"

    @property
    def _progress(self) -> str:
        stage = self.program.stage_of(self.step)
        if stage not in self.program.stages:
            return ""
        return f"step {stage.steps.index(self.step) + 1} of {len(stage.steps)}"

    def _minutes_left(self, item: Item) -> int:
        pages = len(self._path.pages) or 1
        left = pages - place if (place := self._path.place(item.id)) is not None else 0
        return max(1, round(self.step.minutes * left / pages))
