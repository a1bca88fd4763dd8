"""Is the folder in order, and the progress file in it?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exback.doctor.finding import Finding, Repair
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
    "sync": "a program that carries files between computers",
}


def findings(survey: Survey) -> Iterator[Finding]:
    """Yield what is to be said of the folder, the disk and the file."""
    if survey.folder.state is State.OUT_OF_REACH:
        yield _out_of_reach(survey.folder, "folder")
        return
    if survey.folder.kind not in (Kind.FOLDER, Kind.ABSENT):
        sentence = "Where the folder of your progress should be, there is something that is none."
        yield Finding(
            id="no-folder", sentence=sentence, path=survey.folder.path, hint="Name another folder with --home."
        )
        return
    yield from _folder(survey)
    yield from _disk(survey)
    yield from _file(survey)


def _folder(survey: Survey) -> Iterator[Finding]:
    folder = survey.folder
    if folder.kind is Kind.ABSENT:
        return
    if folder.owner:
        yield _of_another(folder, "folder")
    elif folder.is_open:
        yield Finding(
            id="folder-open",
            sentence="Other users of this computer can look into the folder.",
            path=folder.path,
            repair=Repair.CLOSE_FOLDER,
            offer="Close it to them",
        )
    if survey.takes_a_save:
        yield Finding(
            id="no-saving",
            sentence=survey.takes_a_save,
            path=folder.path,
            hint="Make the folder writable for yourself, or name another one with --home.",
        )
    if survey.bad_lock:
        hint = "Look at what it is, and move it away. exback makes a new one by itself."
        yield Finding(id="no-lock", sentence=survey.bad_lock, path=folder.path / LOCK, hint=hint)
    cloud = _cloud(folder.path)
    if cloud:
        sentence = f"The folder seems to lie in {cloud}, which keeps copies of its own, older ones too."
        yield Finding(id="in-a-cloud", sentence=sentence, path=folder.path, is_wrong=False)


def _disk(survey: Survey) -> Iterator[Finding]:
    if survey.free is not None and survey.free < max(LEAST_FREE, SAVES * survey.file.size):
        yield Finding(
            id="disk-full",
            sentence=f"Only {survey.free // MEGABYTE} MB are left on this disk. A save may soon fail.",
            path=survey.folder.path,
            hint="Make room there. What is saved stays saved.",
        )


def _file(survey: Survey) -> Iterator[Finding]:
    file = survey.file
    match file.kind:
        case Kind.ABSENT if file.state is State.ELSEWHERE:
            yield _elsewhere(file)
        case Kind.ABSENT:
            yield from _gone(survey)
        case Kind.NOWHERE:
            yield Finding(
                id="link-to-nowhere",
                sentence="Your progress file is a link, and what it leads to is not there.",
                path=file.path,
                hint="If it lies on a drive, connect that. To begin a new file, remove the link.",
            )
        case Kind.FILE:
            yield from _existing(survey)
        case _ if file.state is State.OUT_OF_REACH:
            yield _out_of_reach(file, "file")
        case _:
            sentence = "Where your progress file should be, there is something that is no file."
            yield Finding(id="no-file", sentence=sentence, path=file.path, hint="Move it away.")


def _gone(survey: Survey) -> Iterator[Finding]:
    """Yield that the file has vanished, if the copy from before its last save is there: a reset would have moved that too."""
    copies = [copy for copy in survey.copies if copy.role in (Role.BACKUP, Role.ASIDE)]
    if not copies:
        yield Finding(id="nothing-kept", sentence="Nothing is kept yet.", path=survey.file.path, is_wrong=False)
    elif any(copy.seen.path.name == PREVIOUS for copy in copies):
        yield _bring_back(survey, "file-gone", "Your progress file is gone, and older copies of it are there.")


def _existing(survey: Survey) -> Iterator[Finding]:
    file = survey.file
    if file.owner:
        yield _of_another(file, "file")
    elif file.is_open:
        yield Finding(
            id="file-open",
            sentence="Other users of this computer can read your progress file.",
            path=file.path,
            repair=Repair.CLOSE_FILE,
            offer="Close it to them",
        )
    if survey.lock_is_undone:
        sentence = "Your progress file is not locked, but the latest copy of it is."
        hint = "Another program may have put an older file in its place. exback restore shows all copies."
        yield Finding(id="lock-undone", sentence=sentence, path=file.path, hint=hint)
    match file.state:
        case State.DAMAGED:
            yield _bring_back(survey, "file-damaged", file.problem)
        case State.ELSEWHERE:
            yield _elsewhere(file)
        case State.OUT_OF_REACH:
            yield _out_of_reach(file, "file")
        case State.NEWER:
            yield Finding(id="file-newer", sentence=file.problem, path=file.path, hint="Update exback.")
        case State.LOCKED:
            sentence = "Your file is locked, and exback did not look into it."
            yield Finding(id="not-looked-into", sentence=sentence, path=file.path, is_wrong=False)


def _bring_back(survey: Survey, id_: str, sentence: str) -> Finding:
    """Return a finding that offers the latest whole copy in place of a file that is not; that file is set aside first."""
    whole = [
        copy.seen.path
        for copy in survey.copies
        if copy.role in (Role.BACKUP, Role.ASIDE) and copy.seen.state in (State.WHOLE, State.LOCKED)
    ]
    if not whole:
        hint = "There is no older copy that is whole. A backup of this computer may have one."
        return Finding(id=id_, sentence=sentence, path=survey.file.path, hint=hint)
    aside = "" if survey.file.kind is Kind.ABSENT else "; what is there now is set aside"
    return Finding(
        id=id_,
        sentence=sentence,
        path=survey.file.path,
        repair=Repair.BRING_BACK,
        offer=f"Bring back the latest copy that is whole{aside}",
        hint="exback restore shows all copies.",
    )


def _out_of_reach(seen: Seen, thing: str) -> Finding:
    hint = "Make it readable for yourself, or look after that disk. Nothing was changed."
    return Finding(id=f"{thing}-out-of-reach", sentence=seen.problem, path=seen.path, hint=hint)


def _elsewhere(seen: Seen) -> Finding:
    hint = "Have that program download it: open its folder, connect to the network. Nothing was changed."
    return Finding(id="file-elsewhere", sentence=seen.problem, path=seen.path, hint=hint)


def _of_another(seen: Seen, thing: str) -> Finding:
    sentence = f"The {thing} belongs to {seen.owner}, who can read what you write."
    hint = "Ask whoever looks after this computer, or name a folder of your own with --home."
    return Finding(id=f"{thing}-of-another", sentence=sentence, path=seen.path, hint=hint)


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
