"""What a check of `exback doctor` finds: one sentence, where, and what can be done about it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

DELETE, DELETE_FOR_GOOD = "Delete it", "Delete it for good"


class Repair(StrEnum):
    """What exback can do about a finding. It does none of it without asking."""

    CLOSE_FOLDER = "close-folder"
    CLOSE_FILE = "close-file"
    BRING_BACK = "bring-back"
    LOCK_COPIES = "lock-copies"
    UNITE = "unite"
    PUT_BACK = "put-back"
    REMOVE = "remove"
    REDATE = "re-date"


class Finding(Struct, frozen=True):
    """One finding, without a word of what the person wrote.

    `is_wrong` separates what should be fixed from what is only good to know. `repair` is what exback can do about it, and
    `offer` says that in a list; `can_be_removed` offers to delete the file instead. `hint` says what the person can do
    where exback can't. `keep` says what leaving it means, where that is more than doing nothing, and `run` is the id of
    the run that it is about.
    """

    id: str
    sentence: str
    path: Path
    is_wrong: bool = True
    repair: Repair | None = None
    offer: str = ""
    can_be_removed: bool = False
    hint: str = ""
    keep: str = ""
    run: str = ""
