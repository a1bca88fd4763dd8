"""One sitting at the program: what is due today, then one step after the other, everything saved as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import uuid4

from msgspec import structs

from exback.commands.autosave import Autosave, Walk
from exback.engine.sentences import closed_sentence, coming_sentence, day_sentence, next_opening
from exback.engine.session import Session
from exback.engine.status import WITHHELD, State, Status, StepStatus, refused, status_of
from exback.engine.view import Answer, Draft, Event, GoTo, Leave, Screen, View
from exback.errors import Locked, NotNow
from exback.model.boundaries import ASK_FIRST, WHERE_ASKED
from exback.model.dates import in_minutes, in_words
from exback.model.items import Choice, Option
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import Block, blocks
from exback.model.run import Run
from exback.store import Store

INTERRUPTED = 130
DAYS_AHEAD = 14
LEAVE = "leave"
MAP = "map"
BACK = "back"
TITLE = "exback"
WHY_FIRST = "Two pages to read before anything is asked or written. Nothing is kept until you begin your story."


def short_id() -> str:
    """Give a new run id: short, random, and telling nothing."""
    return uuid4().hex[:12]  # secrets would bring three modules that nothing here needs


class Wizard:
    """A person at a screen. `clock` gives now with its UTC offset, `new_id` an id for a run."""

    def __init__(
        self,
        program: Program,
        store: Store,
        screen: Screen,
        clock: Callable[[], datetime],
        new_id: Callable[[], str] = short_id,
    ) -> None:
        self.program = program
        self.store = store
        self.screen = screen
        self.clock = clock
        self.new_id = new_id

    def run(self) -> int:
        """Welcome somebody new, or show today's page, and walk until they leave. Gives the exit code."""
        self.store.must_take_a_save()  # before somebody has written what could not be kept
        with self.screen:
            code = 0 if self.store.load().runs else self._welcome() or self._walk(self.program.first)
            return _exit_code(code or self._days_page())

    def open(self, step_id: str) -> int:
        """Walk one step. Raises UnknownStep, or NotNow with the reason. Gives the exit code."""
        self.store.must_take_a_save()
        self._session(self.program.step(step_id))  # says no before the screen changes
        with self.screen:
            return _exit_code(self._walk(step_id))

    def change(self, run: Run, item: str) -> int:
        """Open one answer of a run that is in the file, and walk on from there. Gives 0, or the code to exit with."""
        begin = Session.resume if run.finished is None else Session.edit
        session = begin(self.program, self.program.step(run.step), self._journey(), run)
        return self._go_through(session.apply(GoTo(item), self.clock()))

    def _welcome(self) -> int:
        """Show what this is and who could read it. Nothing is written before both pages were seen."""
        place = 0
        while place < len(self.program.welcome):
            page = self.program.welcome[place]
            view = View(title=TITLE, body=blocks(str(page.text)), item=page, why=blocks(WHY_FIRST), can_back=place > 0)
            match self.screen.ask(self._warned(view), _keep_nothing):
                case Leave(interrupted):
                    return INTERRUPTED if interrupted else _LEFT
                case Answer():
                    place += 1
                case _:
                    place = max(0, place - 1)
        return 0

    def _days_page(self) -> int:
        """Show the day and what there is to do, until they leave."""
        page, notice = self._today, ""
        while True:
            view = self._warned(structs.replace(page(status_of(self.program, self._journey())), notice=notice))
            notice = ""
            match self.screen.ask(view, _keep_nothing):
                case Leave(interrupted):
                    return INTERRUPTED if interrupted else 0
                case Answer(value) if value not in {option.id for option in view.options}:
                    notice = "Please choose one of these."
                case Answer(value) if value == LEAVE:
                    return 0
                case Answer(value) if value in (MAP, BACK):
                    page = self._map if value == MAP else self._today
                case Answer(value):
                    page = self._today
                    if code := self._walk(str(value)):
                        return code
                case _:
                    page = self._today

    def _walk(self, step_id: str) -> int:
        """Walk one step to its end. Gives 0, or the code to exit with."""
        return self._go_through(self._session(self.program.step(step_id)))

    def _go_through(self, session: Session) -> int:
        """Walk to the end of a session, saving after every event."""
        autosave = Autosave(self.store, session.run)
        while not session.over:
            walked = Walk(session, self.clock, autosave)
            event: Event | None = None
            try:
                view = structs.replace(self._warned(session.view()), unsaved=autosave.notice)
                event = self.screen.ask(view, walked.keep)
                session = walked.on(event)
                if autosave.refusal is not None:
                    from exback.commands.unsaved import settled  # hardly ever needed

                    session, event = settled(self.screen, walked, event)
            except Locked:
                session = self._unlocked(walked.session, autosave)
            except SystemExit:
                if autosave.refusal is not None:
                    raise autosave.error() from None
                raise
            if isinstance(event, Leave):
                return INTERRUPTED if event.interrupted else _LEFT
        return 0

    def _warned(self, view: View) -> View:
        """Return a page that says first what the person should hear before they write, each once."""
        warnings = tuple(self.store.warnings)
        self.store.warnings.clear()
        return structs.replace(view, concern=(*warnings, *view.concern))

    def _unlocked(self, session: Session, autosave: Autosave) -> Session:
        """Go on after another window has locked the file, or given it another passphrase: ask for it, and save."""
        from exback.commands.passphrase import ask_on  # hardly ever needed

        notice = "Your file was locked in another window meanwhile."
        self.store.codec = ask_on(self.screen, self.store.path, notice=notice)
        autosave.save(session.run)
        return session

    def _session(self, step: Step) -> Session:
        journey = self._journey()
        guide = status_of(self.program, journey)
        standing = guide.step_status(step)
        begun = journey.unfinished(step.id)
        resumed = None if begun is None else Session.resume(self.program, step, journey, begun)
        if standing.state is State.WITHHELD and not (resumed is not None and resumed.own_yes):
            raise refused()  # its page stays for a yes of that very run, which may have been a wrong key
        if resumed is not None:
            return resumed
        if guide.must_ask and step.reaches_out and not standing.may_begin:
            raise NotNow(ASK_FIRST, hint=WHERE_ASKED.format(step=self.program.asks_first.id))
        if standing.may_begin:
            return Session.begin(self.program, step, journey, self.new_id())
        latest = journey.latest(step.id)
        if latest is not None:
            return Session.edit(self.program, step, journey, latest)
        raise NotNow(closed_sentence(standing, journey), hint="exback step shows what is open.")

    def _journey(self) -> Journey:
        return self.program.journey(self.store.load().runs, self.clock())

    # The day's pages

    def _today(self, guide: Status) -> View:
        options = [*self._ahead(guide), Option(self.program.moment, "I want to write to them", key="u")]
        options += [Option(MAP, "Something else"), Option(LEAVE, "That is all for now")]
        today = self._journey().today
        return View(
            title=TITLE,
            place=in_words(today, today),
            body=tuple(self._news(guide)),
            item=Choice("today", "What now?", options=tuple(options)),
            question="What now?",
            options=tuple(options),
            why=blocks("Take what you have room for. Nothing runs away, and everything you write is kept."),
        )

    def _ahead(self, guide: Status) -> list[Option]:
        due = [Option(step.id, step.title, in_minutes(step.minutes)) for step in guide.due]
        if guide.next is None:
            return due
        begun = guide.step_status(guide.next).state is State.STARTED
        hint = "begun; go on where you were" if begun else in_minutes(guide.next.minutes)
        return [*due, Option(guide.next.id, guide.next.title, hint)]

    def _news(self, guide: Status) -> Iterator[Block]:
        today = self._journey().today
        if guide.days is not None:
            yield day_sentence(guide.days, today, withheld=guide.leads_nowhere)
        if guide.boundaries:
            yield WITHHELD
        if guide.paused_until is not None:
            yield f"The plan rests until {in_words(guide.paused_until, today)}. To go on sooner: exback pause"
        yield from (coming_sentence(one, guide, today) for one in guide.coming if (one.day - today).days <= DAYS_AHEAD)
        if guide.next is None and not guide.due and guide.paused_until is None:
            soon = next_opening(guide, today)
            if soon is not None and soon.date is not None:
                yield f"Nothing is due today. “{soon.step.title}” opens on {in_words(soon.date, today)}."

    def _map(self, guide: Status) -> View:
        open_now = [one for one in guide.listed if one.can_open]
        options = (
            *(Option(one.step.id, f"{one.stage.title}: {one.step.title}", _state(one)) for one in open_now),
            Option(BACK, "Back to today"),
        )
        return View(
            title=TITLE,
            item=Choice(MAP, "Everything that is open", options=options),
            question="Everything that is open",
            note=blocks("What is done can be read and changed."),
            options=options,
            why=blocks("Steps that are still closed, and until when: exback step"),
            can_back=True,
        )


_LEFT = -1
"""Left by a word or a menu, not by Ctrl-C: nothing more is asked, and the shell is told 0."""


def _exit_code(code: int) -> int:
    return 0 if code == _LEFT else code


def _keep_nothing(draft: Draft) -> None:
    """Pages outside a step have no draft."""


def _state(standing: StepStatus) -> str:
    return {State.DONE: "done", State.STARTED: "begun"}.get(standing.state, in_minutes(standing.step.minutes))
