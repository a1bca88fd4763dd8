"""Locks a file, changes its passphrase, or unlocks it, with one child per task, as saver.py saves.

The file `what` beside the folder says what to do.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support import saver
from support.sealed import PASSPHRASE, cheap_key, opened

from exback.errors import StoreError
from exback.store import file_lock, rekey

OLD = "the old passphrase"
KEY = cheap_key()  # made before, so that nothing but files is asked of the system
FIRST = cheap_key(OLD)  # and everything that encrypts is loaded


def turn(home: Path) -> str:
    """Do it, and return what a person would read."""
    what = (home.parent / "what").read_text()
    store = opened(home, OLD)
    store.load()
    os.getppid()  # by this the tracer knows where it begins
    try:
        copies = rekey.unlock(store) if what == "unlock" else rekey.lock(store, KEY, PASSPHRASE)
    except StoreError as error:
        return f"refused: {error}"
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is a fault
        return f"crashed: {error!r}"
    return f"left: {len(copies.left)}" if copies.left else "saved"


if __name__ == "__main__":
    file_lock.PATIENCE = 0.2  # a lock that could not be let go of is this very process's own
    saver.main(turn)
