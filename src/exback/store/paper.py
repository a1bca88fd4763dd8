"""A private file for an outside editor: in a folder of its own, beside the progress file, and gone afterwards.

It never lies in the system's folder for temporary files, which others may read and backups may keep.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from exback.errors import Unwritable
from exback.store.rights import PRIVATE_FILE
from exback.store.writing import make_private_folder

PREFIX = "editing-"
NAME = "text.txt"


class Paper(NamedTuple):
    """Where the text lies while it is edited."""

    path: Path

    def read(self) -> str:
        """Give what stands there; a byte that is no letter becomes U+FFFD."""
        text = self.path.read_text(encoding="utf-8", errors="replace")
        return text.removesuffix("\n")


@contextmanager
def paper(home: Path, text: str) -> Iterator[Paper]:
    """Lay out a text for an editor. All that lies in its folder is removed at the end. Raises Unwritable."""
    try:
        make_private_folder(home)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))  # made for this user alone
    except OSError as error:
        raise _refused(error, home) from None
    try:
        yield Paper(_written(folder / NAME, text))
    except OSError as error:
        raise _refused(error, home) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_papers(home: Path) -> None:
    """Remove what an editor left behind that was killed together with exback."""
    for stale in home.glob(f"{PREFIX}*"):
        shutil.rmtree(stale, ignore_errors=True)


def _written(path: Path, text: str) -> Path:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(text if text.endswith("\n") or not text else f"{text}\n")  # editors end a file with one
    return path


def _refused(error: OSError, home: Path) -> Unwritable:
    why = (error.strerror or "the system refused").lower()
    hint = "Your text is as it was. Go on writing it here."
    return Unwritable(f"exback could not lay the text out for the editor: {why}.", path=home, hint=hint)
