"""One session with the program: the page of the day, then one step after the other, saved after every answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct, structs

from exback.commands.autosave import Autosave, Walk
from exback.commands.pages import TITLE, Left, answer_to, page, until_left
from exback.engine.presenter import CLOSING, REVIEW
from exback.engine.sentences import (
    closed_sentence,
    coming_sentence,
    day_sentence,
    next_opening,
    no_rule_sentence,
    round_sentence,
)
from exback.engine.session import Session
from exback.engine.status import WITHHELD, State, Status, StepStatus, refused, status_of
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Leave, Screen, View
from exback.errors import Locked, NotNow, StoreError
from exback.model.boundaries import ASK_FIRST, WHERE_ASKED
from exback.model.dates import in_minutes, in_words
from exback.model.items import Choice, Option, Text
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import Block, blocks
from exback.model.run import Run
from exback.store import Store

DAYS_AHEAD = 14
LEAVE = "leave"
MAP = "map"
BACK = "back"
WHY_FIRST = "These are a few pages to read before anything is asked. Nothing is saved until you begin your story."


def short_id() -> str:
    """Return a new id for a run: short, random, and without meaning."""
    return os.urandom(6).hex()  # uuid and secrets would bring modules that nothing here needs


class Wizard(Struct, frozen=True, eq=False):
    """A person at a screen. `clock` returns now with its UTC offset, `new_id` an id for a run.

    `month_first` says that they write the month before the day.
    """

    program: Program
    store: Store
    screen: Screen
    clock: Callable[[], datetime]
    new_id: Callable[[], str] = short_id
    month_first: bool = False

    def run(self) -> int:
        """Welcome someone new, or show today's page, and go through steps until they leave. Return the exit code."""
        self.store.must_take_a_save()  # before anyone writes what couldn't be saved
        with self.screen:
            return until_left(self._all_pages)

    def open(self, step_id: str) -> int:
        """Go through one step. Return the exit code. Raises UnknownStep, or NotNow with the reason."""
        self.store.must_take_a_save()
        session = self._session(step_id)  # refuses before the screen changes
        with self.screen:
            return until_left(lambda: self._go_through(session))

    def change(self, run: Run, item: str) -> None:
        """Open one answer of a run that is in the file, and go on from there. Raises Left, or NotNow after an ending.

        Back from the first page returns, too: to the list from which the answer was opened.
        """
        begin = Session.resume if run.finished is None else Session.edit
        if reason := self.closed_by_an_ending(run.step):
            raise NotNow(reason)
        session = begin(self.program, self.program.step(run.step), self.journey(), run)
        self._go_through(session.apply(GoTo(item), self.clock()), has_menu=True)

    def closed_by_an_ending(self, step_id: str) -> str:
        """Return which ending closes a step and where to take it back, empty if none does."""
        steps = status_of(self.program, self.journey()).listed
        return next((each.reason for each in steps if each.step.id == step_id and each.closed_by), "")

    def journey(self) -> Journey:
        """Return what happened so far, from the file as it is now."""
        return self._journey(self.store.load().runs)

    def _all_pages(self) -> None:
        if not self.store.load().runs:
            self._welcome()
            self._go_through(self._session(self.program.first))
        elif any(step.id == self.program.returning for step in status_of(self.program, self.journey()).due):
            self._go_through(self._session(self.program.returning), has_menu=True)
        self._days_page()

    def _welcome(self) -> None:
        """Show the welcome pages. Nothing is written before they were all seen. Raises Left."""
        place = 0
        while place < len(self.program.welcome()):
            reading = self.program.welcome()[place]
            view = page(TITLE, reading, body=blocks(str(reading.text)), why=WHY_FIRST, can_back=place > 0)
            is_read = answer_to(self.screen, self._warned(view)) is not None
            place += 1 if is_read else -1

    def _days_page(self) -> None:
        """Show the day and what there is to do, until the person is done. Raises Left."""
        draw, notice = self._today, ""
        while True:
            journey = self.journey()
            view = draw(status_of(self.program, journey), journey.today)
            choice = answer_to(self.screen, self._warned(structs.replace(view, notice=notice)))
            notice = ""
            if choice is not None and choice not in {option.id for option in view.options}:
                notice = "Please choose one of these."
            elif choice == LEAVE:
                return
            elif choice == MAP:
                draw = self._map
            else:
                menu, draw = draw, self._today
                if choice not in (BACK, None) and not self._go_through(self._chosen(str(choice)), has_menu=True):
                    draw = menu

    def _go_through(self, session: Session, *, has_menu: bool = False) -> bool:
        """Go through a session, saving after every event. Return whether it came to its end. Raises Left.

        With a menu to return to, there's a way back from the first page, and the step stays as it is there.
        """
        autosave = Autosave(self.store, session.run)
        while not session.over:
            walk = Walk(session, self.clock, autosave)
            event: Event | None = None
            leads_to_menu, returns = has_menu and session.is_on_first_page, False
            try:
                view = self._warned(session.view())
                can_back = view.can_back or leads_to_menu
                event = self.screen.ask(structs.replace(view, unsaved=autosave.notice, can_back=can_back), walk.keep)
                returns = leads_to_menu and isinstance(event, Back)
                event = Leave() if returns else event
                news = self._from_elsewhere()
                if news is not None and not isinstance(event, Leave):
                    self._must_still_be_open(walk, view, event, news)
                session = walk.on(event, news)
                if autosave.refusal is not None:
                    from exback.commands.unsaved import settled  # hardly ever needed

                    session, event = settled(self.screen, walk, event)
            except Locked:
                session = self._unlocked(walk.session, autosave)
            except SystemExit:
                if autosave.refusal is not None:
                    raise autosave.error() from None
                raise
            if isinstance(event, Leave) and not returns:
                raise Left(event)
        if session.opens:
            return self._go_through(self._session(session.opens), has_menu=has_menu)
        return not session.left

    def _from_elsewhere(self) -> Journey | None:
        """Return what happened if another window has written to the file meanwhile, None if not or if it can't be read."""
        try:
            progress = self.store.news()
        except StoreError:
            return None  # the save that follows says so
        return None if progress is None else self._journey(progress.runs)

    def _journey(self, runs: Sequence[Run]) -> Journey:
        return self.program.journey(runs, self.clock(), month_first=self.month_first)

    def _must_still_be_open(self, walk: Walk, view: View, event: Event, news: Journey) -> None:
        """Refuse to go on where another window has told an ending that closes the step, and keep what was typed. Raises NotNow."""
        session = walk.session
        step_status = status_of(self.program, news.with_run(session.run)).step_status(session.step)
        if not step_status.closed_by or session.run.cursor == CLOSING:
            return
        if isinstance(view.item, Text) and isinstance(event, Answer) and isinstance(event.value, str):
            walk.keep(Draft(event.value))
        raise NotNow(f"“{session.step.title}” is closed. {step_status.reason}")

    def _warned(self, view: View) -> View:
        """Return a page with the store's warnings in front, each of them shown once."""
        warnings = tuple(self.store.warnings)
        self.store.warnings.clear()
        return structs.replace(view, concern=(*warnings, *view.concern))

    def _unlocked(self, session: Session, autosave: Autosave) -> Session:
        """Ask for the passphrase after another window has locked the file or changed the passphrase, and save."""
        from exback.commands.passphrase import ask_on  # hardly ever needed

        notice = "Your file was locked in another window in the meantime."
        self.store.codec = ask_on(self.screen, self.store.path, notice=notice)
        autosave.save(session.run)
        return session

    def _session(self, step_id: str) -> Session:
        """Return a session for a step: the run that is under way, a new one, or the last one to change.

        Raises UnknownStep, or NotNow if the step is closed or withheld.
        """
        step = self.program.step(step_id)
        journey = self.journey()
        status = status_of(self.program, journey)
        step_status = status.step_status(step)
        unfinished = journey.unfinished(step.id)
        resumed = None if unfinished is None else Session.resume(self.program, step, journey, unfinished)
        if step_status.state == State.WITHHELD and not (resumed is not None and resumed.own_yes):
            raise refused()  # a run whose own yes withholds the step stays open: that yes may have been a wrong key
        if step_status.closed_by:
            raise NotNow(f"“{step_status.step.title}” is closed. {step_status.reason}")
        if resumed is not None:
            return resumed
        if status.must_ask and step.reaches_out and not step_status.may_begin:
            raise NotNow(ASK_FIRST, hint=WHERE_ASKED.format(step=self.program.asks_first.id))
        if step_status.may_begin:
            return Session.begin(self.program, step, journey, self.new_id())
        latest = journey.latest(step.id)
        if latest is not None:
            return Session.edit(self.program, step, journey, latest)
        raise NotNow(closed_sentence(step_status, journey), hint="exback step shows what is open.")

    def _chosen(self, choice: str) -> Session:
        """Return a session for what was chosen in a menu: a step or, after a space, its first question already answered."""
        step_id, _, value = choice.partition(" ")
        session = self._session(step_id)
        if not value:
            return session
        first = session.step.items[0].id  # a run that was begun is on a later page
        answered = session.apply(GoTo(first), self.clock()).apply(Answer(value), self.clock())
        if answered.run.cursor != REVIEW:
            return answered
        # What was just chosen needs no review where nothing else was asked, unless it couldn't be saved.
        ended, autosave = answered.apply(Answer(), self.clock()), Autosave(self.store, session.run)
        autosave.save(ended.run)
        return ended if autosave.refusal is None else answered

    # The day's pages

    def _today(self, status: Status, today: date) -> View:
        steps = self._next_steps(status)
        now = [Option(self.program.moment, "I want to write to them", key="u")]
        if self.program.trouble:
            now.append(Option(self.program.trouble, self.program.step(self.program.trouble).title, key="n"))
        if status.is_stopped and self.program.goes_on:
            now.insert(0, Option(" ".join(self.program.goes_on), "Go on", key="g"))
        more, leave = Option(MAP, "Something else"), Option(LEAVE, "That's all for now")
        goes_on = steps and not status.did_step_today
        options = [*steps, *now, more, leave] if goes_on else [leave, *steps, *now, more]
        return page(
            TITLE,
            Choice("today", "What now?", options=tuple(options)),
            place=in_words(today, today),
            body=tuple(self._news(status, today)),
            why="Do only as much as you feel up to. There's no hurry, and everything you write is saved.",
        )

    def _next_steps(self, status: Status) -> list[Option]:
        due = [Option(step.id, step.title, in_minutes(step.minutes)) for step in status.due]
        if status.next is None:
            return due
        has_begun = status.step_status(status.next).state == State.STARTED
        hint = "begun; go on where you left off" if has_begun else in_minutes(status.next.minutes)
        return [*due, Option(status.next.id, status.next.title, hint)]

    def _news(self, status: Status, today: date) -> Iterator[Block]:
        if status.days is not None:
            yield day_sentence(status.days, today, withheld=status.leads_nowhere)
        else:
            if status.began_again is not None:
                yield round_sentence(status, today)
            if status.in_touch or (status.no_rule is not None and status.no_rule.longest):
                yield no_rule_sentence(status)
        if status.boundaries:
            yield WITHHELD
        if status.did_step_today and self._next_steps(status):
            yield "That's enough for today. You can go on if you like."
        if status.is_stopped:
            yield "You stopped here. Everything you wrote is kept."
        elif status.paused_until is not None:
            yield f"The plan is paused until {in_words(status.paused_until, today)}. To go on sooner: exback pause"
        near = [upcoming for upcoming in status.coming if (upcoming.day - today).days <= DAYS_AHEAD]
        yield from (coming_sentence(upcoming, status, today) for upcoming in near)
        if status.next is None and not status.due and status.paused_until is None:
            opening = next_opening(status, today)
            if opening is not None and opening.date is not None:
                yield f"Nothing is due today. “{opening.step.title}” opens on {in_words(opening.date, today)}."

    def _ways_into(self, listed: StepStatus) -> list[Option]:
        if listed.step.id == self.program.trouble:
            return list(_troubles(listed.step))
        return [Option(listed.step.id, f"{listed.stage.title}: {listed.step.title}", _hint(listed))]

    def _order(self, listed: StepStatus) -> int:
        """Return 0 for what's open or begun, 1 for what's done and can be done again, 2 for what's only there to read."""
        if listed.state != State.DONE or listed.step.id == self.program.trouble:
            return 0
        return 1 if listed.may_begin else 2

    def _map(self, status: Status, today: date) -> View:
        listed = sorted((each for each in status.listed if each.can_open), key=self._order)
        ways, back = [option for each in listed for option in self._ways_into(each)], Option(BACK, "Back to today")
        is_moment_first = bool(ways) and ways[0].id == self.program.moment  # the pointer is never there by itself
        return page(
            TITLE,
            Choice(MAP, "Everything that's open", options=(back, *ways) if is_moment_first else (*ways, back)),
            note="You can read and change what you've done.",
            why="To see the steps that are still closed, and until when: exback step",
            can_back=True,
        )


def _troubles(step: Step) -> Iterator[Option]:
    """Yield what the first question of a step offers, but for what opens another step: each can be chosen in a menu already."""
    first = step.items[0]
    if isinstance(first, Choice) and isinstance(first.options, tuple):
        for option in first.options:
            if not option.opens:
                yield Option(f"{step.id} {option.id}", option.label, in_minutes(step.minutes))


def _hint(status: StepStatus) -> str:
    return {State.DONE: "done", State.STARTED: "begun"}.get(status.state, in_minutes(status.step.minutes))
