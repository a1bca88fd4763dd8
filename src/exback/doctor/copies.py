"""Are the other files in the folder in order: the copies of the progress file, and what was left behind?"""

from __future__ import annotations

from collections.abc import Iterator

from exback.doctor.finding import Finding, Repair
from exback.doctor.recovered_text import Page
from exback.store.editor_file import NAME
from exback.store.inspection import Copy, Seen, State, Survey
from exback.store.inventory import Role

DELETE = "Delete it"
LEFT_BY_AN_EDITOR = "A text that was open in an editor was left here, for anybody with your login to read."
UNREADABLE = "Here lie the bytes of a progress file that exback could not read, as they were."
ASIDE = "What a reset, or a restore, put aside here can't be read. It is left as it is."
OUT_OF_REACH = "This copy of your file could not be read now, so exback can't say whether it is whole."


def findings(survey: Survey, page: Page | None = None) -> Iterator[Finding]:
    """Yield what is to be said of each file beside the progress file. `page` is where the person last wrote, if known."""
    for copy in survey.copies:
        match copy.role:
            case Role.EDITOR:
                yield _left_by_an_editor(copy, page)
            case Role.TEMPORARY:
                sentence = "A save that was cut short left a piece of your file here."
                yield Finding(
                    id="left-behind", sentence=sentence, path=copy.seen.path, repair=Repair.REMOVE, offer=DELETE
                )
            case _ if copy.seen.state in (State.OUT_OF_REACH, State.ELSEWHERE):
                yield _out_of_reach(copy.seen)
            case _:
                yield from _copy(survey, copy)


def _left_by_an_editor(copy: Copy, page: Page | None) -> Finding:
    """Return a finding that offers first to keep the words: there may be no other copy of them."""
    id_, sentence, path = "editor-file", LEFT_BY_AN_EDITOR, copy.seen.path
    if page is None:
        hint = f"Look at {NAME} in it first: its words may stand nowhere else. Delete nothing that is still open."
        return Finding(id=id_, sentence=sentence, path=path, repair=Repair.REMOVE, offer=DELETE, hint=hint)
    return Finding(
        id=id_,
        sentence=sentence,
        path=path,
        repair=Repair.PUT_BACK,
        offer=f"Put the words back where you were writing{f', in “{page.title}”' if page.title else ''}",
        other_repair=Repair.REMOVE,
        other_offer=DELETE,
        hint="Neither while it is still open.",
    )


def _out_of_reach(seen: Seen) -> Finding:
    hint = f"It belongs to {seen.owner}." if seen.owner else "Look at who may read it, and after that disk."
    return Finding(id="copy-out-of-reach", sentence=OUT_OF_REACH, path=seen.path, hint=hint)


def _copy(survey: Survey, copy: Copy) -> Iterator[Finding]:
    seen = copy.seen
    if seen.is_open and not seen.owner:
        yield Finding(
            id="copy-open",
            sentence="Other users of this computer can read this copy of your file.",
            path=seen.path,
            repair=Repair.CLOSE_FILE,
            offer="Close it to them",
        )
    if survey.file.is_sealed and not seen.is_sealed:
        yield _readable(survey, copy)
    match copy.role, seen.state:
        case Role.CONFLICT, _:
            yield _conflict(copy)
        case Role.UNREADABLE, _:
            yield _removable("unreadable-kept", UNREADABLE, copy, is_wrong=False)
        case Role.ASIDE, State.DAMAGED:
            yield Finding(id="aside-damaged", sentence=ASIDE, path=seen.path)
        case _, State.DAMAGED:
            yield _removable("copy-damaged", "This older copy can't be read.", copy, is_wrong=True)
        case _, State.LOCKED if survey.file.state is not State.LOCKED:
            sentence = "This older copy is locked with a passphrase of its own."
            yield Finding(id="copy-locked", sentence=sentence, path=seen.path, is_wrong=False)


def _removable(id_: str, sentence: str, copy: Copy, *, is_wrong: bool) -> Finding:
    return Finding(
        id=id_,
        sentence=sentence,
        path=copy.seen.path,
        is_wrong=is_wrong,
        repair=Repair.REMOVE,
        offer=f"{DELETE} for good",
    )


def _readable(survey: Survey, copy: Copy) -> Finding:
    sentence = "Your file is locked, but this copy beside it can be read by whoever uses your login."
    if survey.file.state is not State.WHOLE:
        hint = "exback doctor can lock it, once it was given your passphrase."
        return Finding(id="copy-readable", sentence=sentence, path=copy.seen.path, hint=hint)
    return Finding(
        id="copy-readable",
        sentence=sentence,
        path=copy.seen.path,
        repair=Repair.LOCK_COPIES,
        offer="Lock it like the file",
    )


def _conflict(copy: Copy) -> Finding:
    sentence = "A program that carries files between computers left another copy of your file here."
    if copy.seen.state is State.WHOLE:
        return Finding(
            id="conflict",
            sentence=sentence,
            path=copy.seen.path,
            repair=Repair.UNITE,
            offer="Merge that copy into your file",
        )
    return Finding(id="conflict", sentence=f"{sentence} {copy.seen.problem}".strip(), path=copy.seen.path)
