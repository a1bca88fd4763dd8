"""Are the other files in the folder in order: the copies of the progress file, and what was left behind?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from exback.doctor.finding import DELETE, Finding, Repair
from exback.doctor.recovered_text import Page
from exback.store.editor_file import NAME
from exback.store.inspection import Copy, Seen, State, Survey
from exback.store.inventory import Role

LEFT_BY_AN_EDITOR = "A text that was open in an editor was left here, for anybody with your login to read."
UNREADABLE = "Here lie the bytes of a progress file that exback could not read, as they were."
ASIDE = "What a reset, or a restore, put aside here can't be read. It is left as it is."
CONFLICT = "A program that carries files between computers left another copy of your file here."
CUT_SHORT = "A save that was cut short left a piece of your file here."
DAMAGED = "This older copy can't be read."
LOCKED = "This older copy is locked with a passphrase of its own."
READABLE = "Your file is locked, but this copy beside it can be read by whoever uses your login."
OUT_OF_REACH = "This copy of your file could not be read now, so exback can't say whether it is whole."


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
                hint = f"It belongs to {seen.owner}." if seen.owner else "Look at who may read it, and after that disk."
                yield Finding("copy-out-of-reach", OUT_OF_REACH, path, hint=hint)
            case _:
                yield from _who_can_read(survey.file, seen)
                yield from _content(survey.file, copy)


def _left_by_an_editor(path: Path, page: Page | None) -> Finding:
    """Return a finding that offers first to keep the words: there may be no other copy of them."""
    if page is None:
        hint = f"Look at {NAME} in it first: its words may stand nowhere else. Delete nothing that is still open."
        return Finding("editor-file", LEFT_BY_AN_EDITOR, path, repair=Repair.REMOVE, offer=DELETE, hint=hint)
    offer = f"Put the words back where you were writing{f', in “{page.title}”' if page.title else ''}"
    hint = "Neither while it is still open."
    return Finding(
        "editor-file", LEFT_BY_AN_EDITOR, path, repair=Repair.PUT_BACK, offer=offer, can_be_removed=True, hint=hint
    )


def _who_can_read(file: Seen, copy: Seen) -> Iterator[Finding]:
    if copy.is_open and not copy.owner:
        sentence = "Other users of this computer can read this copy of your file."
        yield Finding("copy-open", sentence, copy.path, repair=Repair.CLOSE_FILE, offer="Close it to them")
    if file.is_sealed and not copy.is_sealed:
        readable = Finding("copy-readable", READABLE, copy.path)
        if file.state is State.WHOLE:
            yield structs.replace(readable, repair=Repair.LOCK_COPIES, offer="Lock it like the file")
        else:
            yield structs.replace(readable, hint="exback doctor can lock it, once it was given your passphrase.")


def _content(file: Seen, copy: Copy) -> Iterator[Finding]:
    path, for_good = copy.seen.path, f"{DELETE} for good"
    match copy.role, copy.seen.state:
        case Role.CONFLICT, State.WHOLE:
            yield Finding("conflict", CONFLICT, path, repair=Repair.UNITE, offer="Merge that copy into your file")
        case Role.CONFLICT, _:
            yield Finding("conflict", f"{CONFLICT} {copy.seen.problem}".strip(), path)
        case Role.UNREADABLE, _:
            yield Finding("unreadable-kept", UNREADABLE, path, is_wrong=False, repair=Repair.REMOVE, offer=for_good)
        case Role.ASIDE, State.DAMAGED:
            yield Finding("aside-damaged", ASIDE, path)
        case _, State.DAMAGED:
            yield Finding("copy-damaged", DAMAGED, path, repair=Repair.REMOVE, offer=for_good)
        case _, State.LOCKED if file.state is not State.LOCKED:
            yield Finding("copy-locked", LOCKED, path, is_wrong=False)
