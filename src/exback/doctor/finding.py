"""What a check finds: one sentence, where, and what could be done about it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct


class Repair(StrEnum):
    """What can be done about a finding. None of it happens unasked."""

    CLOSE_FOLDER = "close-folder"
    CLOSE_FILE = "close-file"
    BRING_BACK = "bring-back"
    LOCK_COPIES = "lock-copies"
    UNITE = "unite"
    PUT_BACK = "put-back"
    REMOVE = "remove"
    REDATE = "re-date"


class Finding(Struct, frozen=True, kw_only=True):
    """One finding. No word that the person wrote stands in it.

    `is_wrong` parts what should be mended from what is only good to know. `repair` is what exback can do about it, and
    `offer` says that on a list; so do `other_repair` and `other_offer` of something else that it can do. `hint` says what
    the person can do, where exback can't. `keep` says what it means to leave it, where that is more than to do nothing, and
    `run` is the id of the run that it is about.
    """

    id: str
    sentence: str
    path: Path
    is_wrong: bool = True
    repair: Repair | None = None
    offer: str = ""
    other_repair: Repair | None = None
    other_offer: str = ""
    hint: str = ""
    keep: str = ""
    run: str = ""
