"""Is the folder in order, and the progress file in it?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exback.doctor.finding import Finding, Repair
from exback.store import permissions
from exback.store.backups import PREVIOUS
from exback.store.inspection import Kind, Seen, State, Survey
from exback.store.inventory import Role
from exback.store.paths import LOCK

MEGABYTE = 1_000_000
LEAST_FREE = 20 * MEGABYTE
SAVES = 6  # a save needs the file twice over for a moment, and its copies need room as well
CLOUDS = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud drive": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "sync": "a program that syncs files between computers",
}
OPEN = {
    "folder": "Other users of this computer can look into the folder.",
    "file": "Other users of this computer can read your progress file.",
}
OWNED = "{name} belongs to {owner}, who can read what you write."
NAMES = {"folder": "The folder", "file": "Your progress file"}
ALL_COPIES = "To see all copies: exback restore"
ALLOW = "Give yourself permission to read it, or check that disk. Nothing was changed."
CLOSE = "Close any program that has it open."
DOWNLOAD = "Download it with your cloud program: open its folder, and connect to the network. Nothing was changed."
UNREAD = {
    State.ELSEWHERE: ("elsewhere", DOWNLOAD),
    State.OUT_OF_REACH: ("out-of-reach", ALLOW),
    State.NEWER: ("newer", "Update exback."),
}
"""The states in which something can't be read although it may be whole: how the finding is called, and what to do."""


def findings(survey: Survey) -> Iterator[Finding]:
    """Yield what is to be said of the folder, the disk and the file."""
    if survey.folder.state is State.OUT_OF_REACH:
        yield _unread(survey.folder, "folder")
        return
    if survey.folder.kind not in (Kind.FOLDER, Kind.ABSENT):
        sentence = "There's something else where the folder for your progress file should be."
        yield Finding("no-folder", sentence, survey.folder.path, hint="Use another folder: exback --home FOLDER")
        return
    if survey.folder.kind is Kind.FOLDER:
        yield from _folder(survey)
    if survey.free is not None and survey.free < max(LEAST_FREE, SAVES * survey.file.size):
        sentence = f"This disk has only {survey.free // MEGABYTE} MB left. exback may not be able to save soon."
        yield Finding(
            "disk-full", sentence, survey.folder.path, hint="Free some space there. What's saved stays saved."
        )
    yield from _file(survey)


def _folder(survey: Survey) -> Iterator[Finding]:
    path = survey.folder.path
    yield from _open_to_others(survey.folder, "folder", Repair.CLOSE_FOLDER)
    if survey.takes_a_save:
        hint = "Give yourself permission to write to the folder, or use another one: exback --home FOLDER"
        yield Finding("no-saving", survey.takes_a_save, path, hint=hint)
    if survey.bad_lock:
        hint = "Find out what it is, and move it somewhere else. exback makes a new one."
        yield Finding("no-lock", survey.bad_lock, path / LOCK, hint=hint)
    cloud = _cloud(path)
    if cloud:
        sentence = f"The folder seems to be in {cloud}, which keeps its own copies of your file, including older ones."
        yield Finding("in-a-cloud", sentence, path, is_wrong=False)


def _file(survey: Survey) -> Iterator[Finding]:
    file = survey.file
    if file.kind is Kind.FILE:
        yield from _open_to_others(file, "file", Repair.CLOSE_FILE)
    if survey.lock_is_undone:
        sentence = "Your progress file isn't locked, but the latest copy of it is."
        hint = "Another program may have put an older file in its place. To see all copies: exback restore"
        yield Finding("lock-undone", sentence, file.path, hint=hint)
    match file.state:
        case State.DAMAGED:
            yield _bring_back(survey, "file-damaged", file.problem)
        case State.LOCKED:
            sentence = "Your file is locked, so exback hasn't checked what's in it."
            yield Finding("not-looked-into", sentence, file.path, is_wrong=False)
        case State.NONE:
            yield from _absent(survey)
        case state if state in UNREAD:
            yield _unread(file, "file")


def _absent(survey: Survey) -> Iterator[Finding]:
    """Yield what is in the file's place, if that isn't a file.

    It has vanished if the copy from before its last save is there: a reset would have moved that too.
    """
    file = survey.file
    copies = _backups(survey)
    if file.kind is Kind.NOWHERE:
        sentence = "Your progress file is a link to something that isn't there."
        hint = "If it's on a drive, connect that. To start a new file, remove the link."
        yield Finding("link-to-nowhere", sentence, file.path, hint=hint)
    elif file.kind is not Kind.ABSENT:
        sentence = "There's something that isn't a file where your progress file should be."
        yield Finding("no-file", sentence, file.path, hint="Move it somewhere else.")
    elif not copies:
        yield Finding("nothing-kept", "Nothing has been saved yet.", file.path, is_wrong=False)
    elif any(copy.path.name == PREVIOUS for copy in copies):
        yield _bring_back(survey, "file-gone", "Your progress file is missing, but there are older copies of it.")


def _bring_back(survey: Survey, id_: str, sentence: str) -> Finding:
    """Return a finding that offers the latest whole copy in place of a file that is not; that file is set aside first."""
    path = survey.file.path
    if not any(copy.state in (State.WHOLE, State.LOCKED) for copy in _backups(survey)):
        hint = "There's no undamaged older copy. A backup of this computer may have one."
        return Finding(id_, sentence, path, hint=hint)
    hint = ALL_COPIES if survey.file.kind is Kind.ABSENT else f"What's there now is put aside first. {ALL_COPIES}"
    offer = "Bring back the latest good copy"
    return Finding(id_, sentence, path, repair=Repair.BRING_BACK, offer=offer, hint=hint)


def _backups(survey: Survey) -> list[Seen]:
    return [copy.seen for copy in survey.copies if copy.role in (Role.BACKUP, Role.ASIDE)]


def _open_to_others(seen: Seen, thing: str, repair: Repair) -> Iterator[Finding]:
    """Yield that others can read something, because it's theirs or because it is open to all."""
    if seen.owner:
        sentence = OWNED.format(name=NAMES[thing], owner=seen.owner)
        hint = "Ask the person who runs this computer, or use a folder of your own: exback --home FOLDER"
        yield Finding(f"{thing}-of-another", sentence, seen.path, hint=hint)
    elif seen.is_open:
        yield Finding(f"{thing}-open", OPEN[thing], seen.path, repair=repair, offer="Make it private")


def _unread(seen: Seen, thing: str) -> Finding:
    id_, hint = UNREAD[seen.state]
    if permissions.IS_WINDOWS and seen.state is State.OUT_OF_REACH:  # that may be why
        hint = f"{CLOSE} {hint}"
    return Finding(f"{thing}-{id_}", seen.problem, seen.path, hint=hint)


def _cloud(path: Path) -> str:
    """Return the name of the service whose folder a path leads through, empty if there is none."""
    for part in path.parts:
        folder = part.casefold()
        if folder.startswith("onedrive"):
            return "OneDrive"
        for name, service in CLOUDS.items():
            if folder == name or folder.startswith(f"{name} "):
                return service
    return ""
