"""`exback doctor`: print what may be wrong, and offer each repair. None happens unasked."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from datetime import datetime

from msgspec import Struct

from exback.commands.environment import Environment
from exback.commands.pages import KEEP, asked, page, unchanged
from exback.console import hand_over, tell
from exback.doctor import examine
from exback.doctor.dating import redated
from exback.doctor.finding import DELETE, Finding, Repair
from exback.doctor.installation import find_installation
from exback.doctor.recovered_text import page_of, put_back
from exback.doctor.report import as_json as findings_as_json
from exback.doctor.report import installation_lines, lines
from exback.engine.view import Answer, Leave, Screen, View
from exback.errors import ExbackError
from exback.model.items import Choice, Option
from exback.model.program import Program
from exback.model.prose import one_line
from exback.store import Store, repair
from exback.store.inspection import survey

REPAIR = "mend"
OTHER = "other"
IN_A_WINDOW = "In a terminal window, exback doctor offers to fix what it can."
DONE = {
    Repair.CLOSE_FOLDER: "Made private:",
    Repair.CLOSE_FILE: "Made private:",
    Repair.BRING_BACK: "Brought back from the latest good copy:",
    Repair.LOCK_COPIES: "Locked, with every other copy next to your file:",
    Repair.UNITE: "Merged into your file, and moved to its older copies:",
    Repair.PUT_BACK: "Put back as a draft where you were writing, and removed from here:",
    Repair.REMOVE: "Deleted:",
    Repair.REDATE: "Changed the date in:",
}
WHY = "exback does only what you choose here."


def doctor(environment: Environment, *, as_json: bool) -> int:
    """Examine the person's file, and offer repairs unless JSON is wanted. Return the exit code, 1 if anything is wrong."""
    store = environment.store_looked_into(asks=not as_json)
    installation = find_installation()
    installed = tuple(installation_lines(installation))
    examination = Doctor(store, environment.program, environment.clock, os.environ.get("TZ", ""), installed)
    if not as_json:
        return examination.run(environment.screen_if_any())
    findings = examination.findings()
    hand_over(f"{findings_as_json(findings, installation)}\n")
    return _exit_code(findings)


class Doctor(Struct, frozen=True, eq=False):
    """An examination of a store. `zone` is the environment's TZ, `clock` returns now.

    `installed` are the lines about how exback was installed, which come last.
    """

    store: Store
    program: Program
    clock: Callable[[], datetime]
    zone: str = ""
    installed: tuple[str, ...] = ()

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings. Nothing is changed."""
        return examine(survey(self.store), self.program, self.clock(), self.zone)

    def run(self, open_screen: Callable[[], AbstractContextManager[Screen]] | None) -> int:
        """Print the findings, and offer each repair if there is a screen to ask on. Return the exit code."""
        findings, done = self.findings(), list[str]()
        repairable = [finding for finding in findings if finding.repair is not None]
        if repairable and open_screen is not None:
            with open_screen() as screen:
                done, leave = self._offer(screen, repairable)
            self.store.notices.clear()  # the lines printed below say the same
            if leave is not None and (leave.hidden or leave.interrupted):
                return unchanged(leave, *done)
            findings = self.findings()
        in_a_window = [IN_A_WINDOW] if repairable and open_screen is None else []
        tell(*done, *lines(findings), *in_a_window, *self.installed)
        return _exit_code(findings)

    def _offer(self, screen: Screen, findings: list[Finding]) -> tuple[list[str], Leave | None]:
        """Offer each repair. Return lines about what was done, and how the person left, if they did before the end."""
        done: list[str] = []
        left: Collection[Finding] = findings
        for number, finding in enumerate(findings, 1):
            if finding not in left:  # another repair has fixed it
                continue
            event = asked(screen, _view(finding, f"{number} of {len(findings)}"))
            if isinstance(event, Leave):
                return done, event
            kind = finding.repair if event == Answer(REPAIR) else None
            if event == Answer(OTHER) and finding.can_be_removed:
                kind = Repair.REMOVE
            if kind is not None:
                done += self._try(finding, kind)
                left = self.findings()
        return done, None

    def _try(self, finding: Finding, kind: Repair) -> Iterator[str]:
        try:
            self._repair(finding, kind)
        except ExbackError as error:
            yield from (str(error), *([f"  {error.path}"] if error.path else []))
        else:
            yield DONE[kind]
            yield f"  {finding.path}"

    def _repair(self, finding: Finding, kind: Repair) -> None:
        store, path = self.store, finding.path
        match kind:
            case Repair.CLOSE_FOLDER:
                repair.close_folder(store)
            case Repair.CLOSE_FILE:
                repair.close_file(path)
            case Repair.BRING_BACK:
                repair.bring_back(store)
            case Repair.LOCK_COPIES:
                repair.lock_copies(store)
            case Repair.UNITE:
                repair.merge_copy(store, path)
            case Repair.PUT_BACK:
                draft_page = page_of(store.load(), self.program)
                assert draft_page is not None
                repair.take_words(store, path, lambda words: put_back(draft_page, words))
            case Repair.REMOVE:
                repair.remove(store, path)
            case Repair.REDATE:
                repair.rewrite_run(store, lambda runs: redated(runs, finding.run, self.clock()))


def _exit_code(findings: tuple[Finding, ...]) -> int:
    return 1 if any(finding.is_wrong for finding in findings) else 0


def _view(finding: Finding, place: str) -> View:
    options = [Option(KEEP, finding.keep or "Leave it as it is"), Option(REPAIR, finding.offer)]
    if finding.can_be_removed:
        options.append(Option(OTHER, DELETE))
    return page(
        "exback doctor",
        Choice(finding.id, "What should exback do?", options=tuple(options)),
        place=place,
        body=(one_line(finding.sentence), one_line(finding.path)),
        note=one_line(finding.hint),
        why=WHY,
    )
