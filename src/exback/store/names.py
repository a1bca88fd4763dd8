"""The names that the progress file goes by, for whoever looks at it without the rest of the store."""

FILE = "progress.json"
FORMAT = "exback-progress"
LOCK = "progress.json.lock"
LOCK_MARK = b"deleted"
"""What a lock holds before it is deleted with all else; until then it is empty."""

SEALED = "exback-sealed"
"""The format of a file that is locked with a passphrase."""

VERSION = 1
"""The version of the format that this exback writes; a file with a higher one is left alone."""

STAND_INS = (
    *("{}.icloud", "{}.nextcloud", "{}.owncloud", "{}.opencloud", "{}.cloud", "{}.rslsf"),  # while it is elsewhere
    *("{}.part", "{}.partial", "{}.filepart", "{}.download", "{}.crdownload"),  # while it is on its way
    *("~syncthing~{}.tmp", ".syncthing.{}.tmp"),
)
"""The names that cloud programs give to what is in place of a file that is not on this computer."""


def is_stand_in(name: str, file: str) -> bool:
    """Whether a cloud program has left a file of this name in place of another one, visible or hidden."""
    plain = name.casefold()
    return any(plain in (usual, f".{usual}") for usual in (form.format(file.casefold()) for form in STAND_INS))
