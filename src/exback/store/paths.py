"""The folder of the progress file, and the names and formats of the files in it."""

from __future__ import annotations

import os
from pathlib import Path

from exback.errors import StoreError


def home_folder(given: str | Path | None = None) -> Path:
    """Return the folder: the given one, else EXBACK_HOME, else the platform's place for such data.

    Nothing is created. Raises StoreError if the system doesn't know the user's home.
    """
    named = os.environ.get("EXBACK_HOME") or None if given is None else given
    try:
        folder = _platform_folder() if named is None else Path(named).expanduser().absolute()
    except (RuntimeError, OSError):  # a user that the system doesn't know; a working folder that is gone
        folder = Path("~")
    if not folder.is_absolute():
        raise StoreError("exback can't tell where to keep your files.", hint="Name a folder: exback --home FOLDER")
    return folder


def _platform_folder() -> Path:
    from platformdirs import user_data_path  # not loaded when the folder is named: it costs as much as msgspec

    return user_data_path("exback", appauthor=False)


FILE = "progress.json"


FORMAT = "exback-progress"


LOCK = "progress.json.lock"


LOCK_MARK = b"deleted"
"""The content of a lock file that is about to be deleted with everything else; until then it is empty."""


SEALED = "exback-sealed"
"""The format of a file that is locked with a passphrase."""


VERSION = 1
"""The version of the format that this exback writes; a file with a higher one is left alone."""


STAND_INS = (
    *("{}.icloud", "{}.nextcloud", "{}.owncloud", "{}.opencloud", "{}.cloud", "{}.rslsf"),  # while it is elsewhere
    *("{}.part", "{}.partial", "{}.filepart", "{}.download", "{}.crdownload"),  # while it is on its way
    *("~syncthing~{}.tmp", ".syncthing.{}.tmp"),
)
"""The names that cloud programs give to a stand-in for a file that is not on this computer."""


def is_stand_in(name: str, file: str) -> bool:
    """Whether a cloud program has left a file of this name in place of another one, visible or hidden."""
    plain = name.casefold()
    return any(plain in (usual, f".{usual}") for usual in (form.format(file.casefold()) for form in STAND_INS))
