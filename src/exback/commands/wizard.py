"""One session with the program: the page of the day, then one step after the other, saved after every answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime

from msgspec import Struct, field, structs

from exback.commands.autosave import Autosave, Walk
from exback.commands.pages import BEGIN, TITLE, Left, answer_to, chosen, page, until_left
from exback.engine.presenter import CHANGE, CLOSING, REVIEW
from exback.engine.session import Session
from exback.engine.status import WITHHELD, State, Status, StepStatus, refused, status_of, step_statuses
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Leave, Screen, View
from exback.errors import Locked, NotNow, StoreError
from exback.model.boundaries import ASK_FIRST, WHERE_ASKED, must_ask
from exback.model.dates import in_minutes, in_words
from exback.model.items import Choice, Option, Question, Text
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import Block, blocks
from exback.model.run import Run
from exback.store import Store

DAYS_AHEAD = 14
LEAVE = "leave"
MAP = "map"
BACK = "back"
GONE = "You deleted this entry in another window, so it stays deleted."
TOO_LATE = "It can't be undone any more."
LEFT_AS_IS = "You left this before the end. It stays as you left it, and isn't counted."
UNDO = "undo"
HINTS = {State.DONE: "done", State.STARTED: "begun"}
WHO_READS = "This stays on this computer. Anyone who uses your login can read it."
"""Said on the question before the first word is saved, whichever way someone comes in."""


def short_id() -> str:
    """Return a new id for a run: short, random, and without meaning."""
    return os.urandom(6).hex()  # uuid and secrets would bring modules that nothing here needs


class Wizard(Struct, frozen=True, eq=False):
    """A person at a screen. `clock` returns now with its UTC offset, `new_id` an id for a run.

    `month_first` says that they write the month before the day. `last_words` are those of a step that wait for no key: they
    stand on the next page, or are printed once there is none. `way_back` says until when an entry that was left can be gone on
    with.
    """

    program: Program
    store: Store
    screen: Screen
    clock: Callable[[], datetime]
    new_id: Callable[[], str] = short_id
    month_first: bool = False
    last_words: list[Block] = field(default_factory=list)
    way_back: list[str] = field(default_factory=list)

    def run(self) -> int:
        """Show the first page or today's, and go through steps until they leave. Return the exit code. Raises LookAround."""
        self.store.must_take_a_save()  # before anyone writes what couldn't be saved
        with self.screen:
            return until_left(self._all_pages)

    def open(self, step_id: str) -> int:
        """Go through one step. Return the exit code. Raises UnknownStep, or NotNow with the reason."""
        self.store.must_take_a_save()
        session = self._session(step_id)  # refuses before the screen changes
        with self.screen:
            return until_left(lambda: self._enter(session))

    def change(self, run: Run, item: str) -> None:
        """Open one answer of a run that is in the file, and go on from there. Raises Left, or NotNow if it can't be changed.

        Back from the first page returns, too: to the list from which the answer was opened.
        """
        if reason := self.why_fixed(run):
            raise NotNow(reason)
        journey = self.journey()
        current = journey.run(run.id)
        if current is None or current.step != run.step:
            return  # another window has deleted it
        begin = Session.resume if current.finished is None else Session.edit
        session = begin(self.program, self.program.step(run.step), journey, current)
        self._go_through(session.apply(GoTo(item), self.clock()), has_menu=True)

    def why_fixed(self, run: Run) -> str:
        """Return why no answer of a run can be changed, empty if it can: an ending closes its step, or its moment is over."""
        journey = self.journey()
        if journey.is_left(run):
            return LEFT_AS_IS
        steps = status_of(self.program, journey).listed
        return next((each.reason for each in steps if each.step.id == run.step and each.closed_by), "")

    def reopen(self, run: Run) -> bool:
        """Take back that a run was finished, and go on with it. Return whether that could still be done.

        Another window may have deleted or changed it since the page came up, or finished something after it. Raises Left, or
        StoreError if it can't be saved.
        """
        from exback.engine.corrections import can_reopen  # the first page doesn't need it

        journey = self.journey()
        current = journey.run(run.id)
        if current is None or not can_reopen(self.program, journey, current):
            return False
        session = Session.reopen(self.program, self.program.step(run.step), journey, current)
        self.store.put(session.run)
        self._go_through(session, has_menu=True)
        return True

    def go_on(self, step_id: str) -> None:
        """Go through one step on pages that are up. Raises Left, or NotNow with the reason."""
        self._enter(self._session(step_id))

    def journey(self) -> Journey:
        """Return what happened so far, from the file as it is now."""
        return self._journey(self.store.load().runs)

    def _all_pages(self) -> None:
        """Ask someone who comes back how it was, and show the day. Raises Left, or LookAround."""
        if any(step.id == self.program.returning for step in status_of(self.program, self.journey()).due):
            self._enter(self._session(self.program.returning), has_menu=True)
        self._days_page()

    def _days_page(self) -> None:
        """Show the day and what there is to do, until the person is done. Raises Left, or LookAround.

        In its place is the first page, as long as nothing is saved.
        """
        draw, notice, since = self._today, "", 0
        while True:
            journey = self.journey()
            view = draw(status_of(self.program, journey), journey) if journey.runs else self._first_page()
            ended = _ended_since(since, journey) if since else None
            if ended is not None and draw == self._today:
                view = self._with_undo(view, journey, ended)
            body = (*self.last_words, *view.body)
            view = structs.replace(view, notice=notice, body=body, begins_at_top=bool(self.last_words))
            choice = answer_to(self.screen, self._warned(view))
            notice = ""
            self.last_words.clear()
            if choice == LEAVE:
                return
            if choice == MAP:
                draw = self._map
            elif choice == UNDO and ended is not None:
                notice = "" if self.reopen(ended) else TOO_LATE
            else:
                menu, draw, since = draw, self._today, journey.next_number
                if choice not in (BACK, None) and not self._follow(str(choice), journey):
                    draw = menu

    def _first_page(self) -> View:
        from exback.commands.first_start import first_page

        return first_page(self.program)

    def _follow(self, choice: str, journey: Journey) -> bool:
        """Go where a menu leads: to a step or, after a space, to its second question with the first one answered.

        Return whether that came to its end. Raises Left, or LookAround.
        """
        if all(run.step != self.program.first for run in journey.runs):
            from exback.commands.first_start import leads_to_a_step  # until they begin, and never again

            if not leads_to_a_step(self.program, self.screen, choice):
                return False
        step_id, _, value = choice.partition(" ")
        return self._enter(self._session(step_id), value, has_menu=True)

    def _enter(self, session: Session, value: str = "", *, has_menu: bool = False) -> bool:
        """Go through a step. Its first question is answered already if there's a `value`. Return and raise as `_go_through`.

        What was begun a while ago is gone on with, or left for a new run: the person is asked, unless `value` is about something else.
        """
        first = session.step.items[0].id
        if session.is_read_first:
            choice = chosen(self.screen, self._warned(structs.replace(session.read_back(), can_back=has_menu)))
            if choice != CHANGE:
                return choice is not None
        if session.can_start_fresh:
            from exback.commands.moment import FRESH, GO_ON, go_on_or_fresh

            is_other = bool(value) and session.given.get(first) != value
            choice = FRESH if is_other else go_on_or_fresh(self.screen, session, can_back=has_menu)
            if choice is None:
                return False
            session = self._session(session.step.id, fresh=choice != GO_ON)
            value = "" if choice == GO_ON else value
            if choice.isdecimal():  # the answer to the first question of a new run, typed before the page was read
                session = session.carrying({session.first_number: choice})
        if value:
            session = self._answered(session, first, value)
        return self._go_through(session, has_menu=has_menu)

    def _with_undo(self, view: View, journey: Journey, ended: Run) -> View:
        """Return a page with an option to take back that a run was finished, or with what to do instead after an ending."""
        from exback.engine.corrections import can_reopen, how_taken_back  # the first page doesn't need it

        step = self.program.step(ended.step)
        if can_reopen(self.program, journey, ended):
            undo = Option(UNDO, f"Reopen “{step.title}”")
            return structs.replace(view, options=(*view.options, undo))
        return structs.replace(view, note=blocks(how_taken_back(self.program, step)))

    def _answered(self, session: Session, item: str, value: str) -> Session:
        """Return a session with an answer that was chosen in a menu; at its end, where nothing else is asked and it could be saved."""
        answered = session.apply(GoTo(item), self.clock()).apply(Answer(value), self.clock())
        ended = answered.apply(Answer(), self.clock()) if answered.run.cursor == REVIEW else answered
        if ended.run.finished is None:
            return answered
        autosave = Autosave(self.store, session.run)
        autosave.save(ended.run)
        return ended if autosave.refusal is None else session

    def _go_through(self, session: Session, *, has_menu: bool = False) -> bool:
        """Go through a session, saving after every event. Return whether it came to its end. Raises Left.

        With a menu to return to, there's a way back from the first page, and the step stays as it is there.
        """
        autosave = self._autosave(session)
        while not session.over:
            walk = Walk(session, self.clock, autosave)
            event: Event | None = None
            leads_to_menu, returns = has_menu and session.is_on_first_page, False
            try:
                view = self._warned(self._page_of(session))
                can_back = view.can_back or leads_to_menu
                is_new = autosave.has_nothing_new(session.run)
                shown = structs.replace(view, unsaved=autosave.notice, can_back=can_back, is_new=is_new)
                event = Answer() if self._says_last(session, shown) else self.screen.ask(shown, walk.keep)
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
                if session.step.momentary and not (session.run.is_empty or event.hidden):
                    self.way_back.append(view.way_back)
                raise Left(event)
        return self._followed(session, has_menu=has_menu)

    def _autosave(self, session: Session) -> Autosave:
        """Return what saves a run, after saving what was typed on a page whose moment was over: that's in no file yet."""
        autosave = Autosave(self.store, session.run)
        if session.notice and session.run.drafts:
            with suppress(Locked):  # the next save asks for the passphrase
                autosave.save(session.run)
        return autosave

    def _followed(self, session: Session, *, has_menu: bool) -> bool:
        """Go through what follows a session that is over, if anything does. Return and raise as `_go_through`."""
        if session.is_given_up:
            anew = self._session(session.opens, fresh=True).carrying(session.typed_here, session.notice)
            return self._go_through(anew, has_menu=has_menu)
        if session.opens:
            return self._enter(self._session(session.opens), has_menu=has_menu)
        return not session.left

    def _says_last(self, session: Session, view: View) -> bool:
        """Whether a page needs no key, because it's only the end of a form; its words are kept for later.

        Help after grave words stays on the screen, and so does what couldn't be saved.
        """
        if view.item.id != CLOSING or not session.step.form or view.concern or view.unsaved:
            return False
        self.last_words[:] = view.body
        return True

    def _page_of(self, session: Session) -> View:
        """Return the page of a session. As long as no answer is saved, a question says who could read it."""
        view, runs = session.view(), (session.run, *session.journey.runs)
        if not isinstance(view.item, Question) or not all(run.is_empty for run in runs) or self.store.is_locked:
            return view
        return structs.replace(view, note=(*view.note, WHO_READS))

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
        """Refuse to go on where another window has deleted what was finished here, which stays deleted. Raises NotNow.

        So where it has told an ending that closes the step; what was typed is kept then.
        """
        session = walk.session
        stored = news.run(session.run.id)  # a run that was deleted leaves its id behind
        if news.counted(session.run).was_finished and stored is not None and stored.step != session.step.id:
            raise NotNow(GONE)
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

    def _session(self, step_id: str, *, fresh: bool = False) -> Session:
        """Return a session for a step: the run that is under way unless it's to be `fresh`, a new one, or the last one to change.

        Raises UnknownStep, or NotNow if the step is closed or withheld.
        """
        step = self.program.step(step_id)
        journey = self.journey()
        step_status = next(each for each in step_statuses(self.program, journey) if each.step.id == step.id)
        unfinished = None if fresh else journey.unfinished(step.id)
        resumed = None if unfinished is None else Session.resume(self.program, step, journey, unfinished)
        if step_status.state == State.WITHHELD and not (resumed is not None and resumed.own_yes):
            raise refused()  # a run whose own yes withholds the step stays open: that yes may have been a wrong key
        if step_status.closed_by:
            raise NotNow(f"“{step_status.step.title}” is closed. {step_status.reason}")
        if resumed is not None:
            return resumed
        if step.reaches_out and not step_status.may_begin and must_ask(journey):
            raise NotNow(ASK_FIRST, hint=WHERE_ASKED.format(step=self.program.asks_first.id))
        if step_status.may_begin:
            return Session.begin(self.program, step, journey, self.new_id())
        latest = journey.latest(step.id)
        if latest is not None:
            return Session.edit(self.program, step, journey, latest)
        from exback.engine.sentences import closed_sentence  # a step by its name is mostly open

        raise NotNow(closed_sentence(step_status, journey), hint="To see what's open: exback step")

    # The day's pages

    def _today(self, status: Status, journey: Journey) -> View:
        steps, today = self._next_steps(status, journey), journey.today
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
            body=tuple(self._news(status, today, has_steps=bool(steps))),
            why="Do only as much as you feel up to. There's no hurry, and everything you write is saved.",
        )

    def _next_steps(self, status: Status, journey: Journey) -> list[Option]:
        due = [Option(step.id, step.title, "" if step.waiting else self._minutes(step, journey)) for step in status.due]
        if status.next is None:
            return due
        following = status.step_status(status.next)
        if following.state == State.STARTED:
            return [*due, Option(status.next.id, status.next.title, "go on where you left off")]
        is_new = status.next.id == self.program.first and not following.has_run
        title = BEGIN if is_new else status.next.title
        return [*due, Option(status.next.id, title, self._minutes(status.next, journey))]

    def _minutes(self, step: Step, journey: Journey) -> str:
        """Return how long a step takes from the page that would open, which may come after those of the first time."""
        run = journey.unfinished(step.id)
        if run is None:
            return in_minutes(Session.begin(self.program, step, journey, "").minutes)
        return in_minutes(Session.resume(self.program, step, journey, run).minutes)

    def _news(self, status: Status, today: date, *, has_steps: bool) -> Iterator[Block]:
        from exback.engine import sentences  # only for the menu, not for a step by its name

        if status.days is not None:
            yield sentences.day_sentence(status.days, today, withheld=status.leads_nowhere)
        else:
            if status.began_again is not None:
                yield sentences.round_sentence(status, today)
            rule = status.no_rule
            if status.in_touch or (rule is not None and (rule.longest or rule.as_if_kept)):
                yield sentences.no_rule_sentence(status)
        if status.boundaries:
            yield WITHHELD
        if status.did_step_today and has_steps:
            yield "That's enough for today. You can go on if you like."
        if status.is_stopped:
            yield "You stopped here. Everything you wrote is saved."
        elif status.paused_until is not None:
            yield f"The plan is paused until {in_words(status.paused_until, today)}. To go on sooner: exback pause"
        yield from sentences.coming_sentences(status, today, within=DAYS_AHEAD)
        if status.next is None and not status.due and status.paused_until is None:
            opening = sentences.next_opening(status, today)
            if opening is not None and opening.date is not None:
                is_said = (opening.date - today).days <= DAYS_AHEAD and sentences.is_ahead(status, opening)
                opens = "" if is_said else f" “{opening.step.title}” comes up on {in_words(opening.date, today)}."
                yield f"Nothing is due today.{opens}"

    def _ways_into(self, listed: StepStatus, journey: Journey) -> list[Option]:
        if listed.step.id == self.program.trouble:
            return list(_troubles(listed.step))
        hint = HINTS.get(listed.state) or self._minutes(listed.step, journey)
        return [Option(listed.step.id, f"{listed.stage.title}: {listed.step.title}", hint)]

    def _order(self, listed: StepStatus) -> int:
        """Return 0 for what's open or begun, 1 for what's done and can be done again, 2 for what's only there to read."""
        if listed.state != State.DONE or listed.step.id == self.program.trouble:
            return 0
        return 1 if listed.may_begin else 2

    def _map(self, status: Status, journey: Journey) -> View:
        listed = sorted((each for each in status.listed if each.can_open), key=self._order)
        ways = [option for each in listed for option in self._ways_into(each, journey)]
        back = Option(BACK, "Back to today")
        is_moment_first = bool(ways) and ways[0].id == self.program.moment  # the pointer is never there by itself
        return page(
            TITLE,
            Choice(MAP, "Everything that's open", options=(back, *ways) if is_moment_first else (*ways, back)),
            note="You can read and change what you've done.",
            why="To see the steps that are still closed, and until when: exback step",
            can_back=True,
        )


def _ended_since(number: int, journey: Journey) -> Run | None:
    """Return the run that was finished last, if its end has that number in the record or a later one."""
    ended = (run for run in journey.runs if run.finished is not None and run.step and run.finish_number >= number)
    return max(ended, key=lambda run: run.finish_number, default=None)


def _troubles(step: Step) -> Iterator[Option]:
    """Yield what the first question of a step offers, but for what opens another step: each can be chosen in a menu already."""
    first = step.items[0]
    if isinstance(first, Choice) and isinstance(first.options, tuple):
        for option in first.options:
            if not option.opens:
                yield Option(f"{step.id} {option.id}", option.label, option.hint)
