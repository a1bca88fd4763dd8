"""`exback doctor`, from what is found to what is done: each repair is offered, and none happens unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime

from exback.commands.output import unchanged
from exback.console import tell
from exback.doctor import examine
from exback.doctor.dating import redated
from exback.doctor.finding import Finding, Repair
from exback.doctor.recovered_text import page_of, put_back
from exback.doctor.report import lines
from exback.engine.view import Answer, Draft, Event, Leave, Screen, View
from exback.errors import ExbackError
from exback.model.items import Choice, Option
from exback.model.program import Program
from exback.model.prose import blocks, one_line
from exback.store import Store
from exback.store import repair as repairs
from exback.store.inspection import survey

KEEP = "keep"
MEND = "mend"
OTHER = "other"
IN_A_WINDOW = "In a terminal window, exback doctor offers to mend what it can."
DONE = {
    Repair.CLOSE_FOLDER: "Closed to others:",
    Repair.CLOSE_FILE: "Closed to others:",
    Repair.BRING_BACK: "The latest copy that is whole was brought back:",
    Repair.LOCK_COPIES: "Locked, like every other copy beside your file:",
    Repair.UNITE: "United with your file, and moved to the older copies of it:",
    Repair.PUT_BACK: "The words stand as a draft where you were writing, and were taken away here:",
    Repair.REMOVE: "Deleted:",
    Repair.REDATE: "It has another date now, in:",
}
WHY = "Nothing is done but what you choose here."


class Doctor:
    """Looks at a store. `zone` is the environment's TZ, `clock` gives now."""

    def __init__(self, store: Store, program: Program, clock: Callable[[], datetime], zone: str = "") -> None:
        self.store = store
        self.program = program
        self.clock = clock
        self.zone = zone

    def look(self) -> tuple[Finding, ...]:
        """Give what there is to say; nothing is changed."""
        return examine(survey(self.store), self.program, self.clock(), self.zone)

    def round(self, screen: Callable[[], AbstractContextManager[Screen]] | None) -> int:
        """Say what there is to say, and offer each repair, if there is anybody to ask. Gives the exit code."""
        found, said = self.look(), list[str]()
        offered = [finding for finding in found if finding.repair is not None]
        if offered and screen is not None:
            with screen() as asked:
                said, leave = self._offer(asked, offered)
            self.store.notices.clear()  # all that could stand there is said below
            if leave is not None and (leave.hidden or leave.interrupted):
                return unchanged(leave, *said)
            found = self.look()
        tell(*said, *lines(found), *([IN_A_WINDOW] if offered and screen is None else []))
        return 1 if any(finding.is_wrong for finding in found) else 0

    def _offer(self, asked: Screen, offered: list[Finding]) -> tuple[list[str], Leave | None]:
        """Ask about each, and mend what they want mended. Gives what was done, and how they left before the end."""
        said: list[str] = []
        for number, finding in enumerate(offered, 1):
            if finding not in self.look():  # gone with another repair
                continue
            event = asked.ask(_view(finding, f"{number} of {len(offered)}"), _keep_nothing)
            if isinstance(event, Leave):
                return said, event
            chosen = _chosen(finding, event)
            if chosen is not None:
                said += self._mend(finding, chosen)
        return said, None

    def _mend(self, finding: Finding, repair: Repair) -> Iterator[str]:
        try:
            self._do(finding, repair)
        except ExbackError as error:
            yield from (str(error), *([f"  {error.path}"] if error.path else []))
        else:
            yield DONE[repair]
            yield f"  {finding.path}"

    def _do(self, finding: Finding, repair: Repair) -> None:
        store, path = self.store, finding.path
        match repair:
            case Repair.CLOSE_FOLDER:
                repairs.close_folder(store)
            case Repair.CLOSE_FILE:
                repairs.close_file(path)
            case Repair.BRING_BACK:
                repairs.bring_back(store)
            case Repair.LOCK_COPIES:
                repairs.lock_copies(store)
            case Repair.UNITE:
                repairs.merge_copy(store, path)
            case Repair.PUT_BACK:
                page = page_of(store.load(), self.program)
                assert page is not None
                repairs.take_words(store, path, lambda words: put_back(page, words))
            case Repair.REMOVE:
                repairs.remove(store, path)
            case Repair.REDATE:
                repairs.rewrite_run(store, lambda runs: redated(runs, finding.run, self.clock()))


def _chosen(finding: Finding, event: Event) -> Repair | None:
    if event == Answer(MEND):
        return finding.repair
    return finding.other_repair if event == Answer(OTHER) else None


def _view(finding: Finding, place: str) -> View:
    other = (Option(OTHER, finding.other_offer),) if finding.other_repair is not None else ()
    options = (Option(KEEP, finding.keep or "Leave it as it is"), Option(MEND, finding.offer), *other)
    return View(
        title="exback doctor",
        place=place,
        body=(one_line(finding.sentence), one_line(finding.path)),
        item=Choice(finding.id, "What shall be done?", options=options),
        question="What shall be done?",
        note=blocks(one_line(finding.hint)),
        options=options,
        why=blocks(WHY),
    )


def _keep_nothing(draft: Draft) -> None:
    """These pages have no draft."""
