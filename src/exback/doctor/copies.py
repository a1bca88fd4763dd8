"""Are the other files in the folder in order: the copies of the progress file, and what was left behind?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from exback.doctor.finding import DELETE, DELETE_FOR_GOOD, Finding, Repair
from exback.doctor.recovered_text import Page
from exback.store.editor_file import NAME
from exback.store.inspection import Copy, Seen, State, Survey
from exback.store.inventory import Role

LEFT_BY_AN_EDITOR = "A text you had open in an editor was left here. Anyone who uses your login can read it."
UNREADABLE = "This is a progress file that exback couldn't read. It was kept as it was."
ASIDE = "A reset or a restore put this file aside, and now it can't be read. It stays as it is."
CONFLICT = "A program that syncs files between computers left another copy of your file here."
CUT_SHORT = "A save was interrupted and left part of your file here."
DAMAGED = "This older copy can't be read."
LOCKED = "This older copy is locked with its own passphrase."
READABLE = "Your file is locked, but anyone who uses your login can read this copy next to it."
CHECK = "Check who's allowed to read it, and check that disk."
OUT_OF_REACH = "exback couldn't read this copy of your file, so it can't tell whether the copy is damaged."


def findings(survey: Survey, page: Page | None = None) -> Iterator[Finding]:
    """Yield what is to be said of each file beside the progress file. `page` is where the person last wrote, if known."""
    for copy in survey.copies:
        seen, path = copy.seen, copy.seen.path
        match copy.role:
            case Role.EDITOR:
                yield _left_by_an_editor(path, page)
            case Role.TEMPORARY:
                yield Finding("left-behind", CUT_SHORT, path, repair=Repair.REMOVE, offer=DELETE)
            case _ if seen.state in (State.OUT_OF_REACH, State.ELSEWHERE):
                hint = f"It belongs to {seen.owner}." if seen.owner else CHECK
                yield Finding("copy-out-of-reach", OUT_OF_REACH, path, hint=hint)
            case _:
                yield from _who_can_read(survey.file, seen)
                yield from _content(survey.file, copy)


def _left_by_an_editor(path: Path, page: Page | None) -> Finding:
    """Return a finding that offers first to keep the words: there may be no other copy of them."""
    if page is None:
        hint = f"Look at {NAME} in it first. Those words may not be saved anywhere else. Don't delete it while it's still open."
        return Finding("editor-file", LEFT_BY_AN_EDITOR, path, repair=Repair.REMOVE, offer=DELETE, hint=hint)
    offer = f"Put the words back in “{page.title}”" if page.title else "Put the words back where you were writing"
    hint = "If it's still open in the editor, close it there first."
    return Finding(
        "editor-file", LEFT_BY_AN_EDITOR, path, repair=Repair.PUT_BACK, offer=offer, can_be_removed=True, hint=hint
    )


def _who_can_read(file: Seen, copy: Seen) -> Iterator[Finding]:
    if copy.is_open and not copy.owner:
        sentence = "Other users of this computer can read this copy of your file."
        yield Finding("copy-open", sentence, copy.path, repair=Repair.CLOSE_FILE, offer="Make it private")
    if file.is_sealed and not copy.is_sealed:
        readable = Finding("copy-readable", READABLE, copy.path)
        if file.state is State.WHOLE:
            yield structs.replace(readable, repair=Repair.LOCK_COPIES, offer="Lock it with your file's passphrase")
        else:
            yield structs.replace(readable, hint="exback doctor can lock it once you've typed your passphrase.")


def _content(file: Seen, copy: Copy) -> Iterator[Finding]:
    path = copy.seen.path
    match copy.role, copy.seen.state:
        case Role.CONFLICT, State.WHOLE:
            yield Finding("conflict", CONFLICT, path, repair=Repair.UNITE, offer="Merge this copy into your file")
        case Role.CONFLICT, _:
            yield Finding("conflict", f"{CONFLICT} {copy.seen.problem}".strip(), path)
        case Role.UNREADABLE, _:
            yield Finding(
                "unreadable-kept", UNREADABLE, path, is_wrong=False, repair=Repair.REMOVE, offer=DELETE_FOR_GOOD
            )
        case Role.ASIDE, State.DAMAGED:
            yield Finding("aside-damaged", ASIDE, path)
        case _, State.DAMAGED:
            yield Finding("copy-damaged", DAMAGED, path, repair=Repair.REMOVE, offer=DELETE_FOR_GOOD)
        case _, State.LOCKED if file.state is not State.LOCKED:
            yield Finding("copy-locked", LOCKED, path, is_wrong=False)
