"""Is what lies beside the progress file in order: its copies, and what was left behind?"""

from __future__ import annotations

from collections.abc import Iterator

from exback.doctor.finding import Finding, Repair
from exback.store.beside import Role
from exback.store.survey import Copy, State, Survey

LEFT_BEHIND = {
    Role.TEMPORARY: ("left-behind", "A save that was cut short left a piece of your file here."),
    Role.EDITOR: (
        "editor-file",
        "A text that was open in an editor was left here, for anybody with your login to read.",
    ),
}


def findings(survey: Survey) -> Iterator[Finding]:
    """Give what is to be said of each thing beside the file."""
    for copy in survey.copies:
        if copy.role in LEFT_BEHIND:
            yield _left_behind(copy)
        else:
            yield from _copy(survey, copy)


def _left_behind(copy: Copy) -> Finding:
    id_, sentence = LEFT_BEHIND[copy.role]
    hint = "Not while it is still open." if copy.role is Role.EDITOR else ""
    return Finding(id=id_, sentence=sentence, path=copy.seen.path, repair=Repair.REMOVE, offer="Delete it", hint=hint)


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
    match copy.role:
        case Role.CONFLICT:
            yield _conflict(copy)
        case Role.UNREADABLE:
            sentence = "Here lie the bytes of a progress file that exback could not read, as they were."
            yield _removable("unreadable-kept", sentence, copy)
        case _ if seen.state is State.DAMAGED:
            yield _removable("copy-damaged", "This older copy can't be read.", copy)
        case _ if seen.state is State.LOCKED and survey.file.state is not State.LOCKED:
            yield _removable("copy-locked", "This older copy is locked with a passphrase of its own.", copy)


def _removable(id_: str, sentence: str, copy: Copy) -> Finding:
    return Finding(
        id=id_,
        sentence=sentence,
        path=copy.seen.path,
        is_wrong=copy.seen.state is State.DAMAGED and copy.role is not Role.UNREADABLE,
        repair=Repair.REMOVE,
        offer="Delete it for good",
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
            offer="Unite both, so that nothing of either is lost",
        )
    return Finding(id="conflict", sentence=f"{sentence} {copy.seen.problem}".strip(), path=copy.seen.path)
