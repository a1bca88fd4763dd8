"""A private file for an outside editor: in a folder of its own, beside the progress file, and gone once the text is saved.

It never lies in the system's folder for temporary files, which others may read and backups may keep.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from exback.errors import Unwritable
from exback.store import atomic
from exback.store.fsync import make_private_folder
from exback.store.permissions import PRIVATE_FILE, PRIVATE_FOLDER, reason

FOLDER = re.compile(r"editing-[0-9a-f]{16}")
NAME = "text.txt"
"""What the text is called; what editors lay beside it has this in its name."""


class EditorFile(Struct, frozen=True):
    """Where a text lies while it is edited, and the bytes that were laid out."""

    path: Path
    laid_out: bytes

    @property
    def place(self) -> str:
        """The path, for people."""
        return str(self.path)

    def discard(self) -> None:
        """Remove the sheet and all that the editor laid beside it, if they are still there."""
        _remove(self.path.parent)

    def read(self) -> str:
        """Give what stands there; a byte that is no letter becomes U+FFFD. Raises OSError."""
        return _as_text(self.path.read_bytes())

    def is_changed(self) -> bool:
        """Tell whether something else stands there than was laid out, also if that can't be read."""
        try:
            return self.path.read_bytes() != self.laid_out
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def kin(self) -> list[Path]:
        """Give what the editor laid beside the sheet, as it does for words that it could not save."""
        with suppress(OSError):
            return sorted(one for one in self.path.parent.iterdir() if one.name != NAME)
        return []


def lay_out(home: Path, text: str) -> EditorFile:
    """Write a text into a file of its own for an editor, and return the file. Raises Unwritable."""
    try:
        return _laid_out(home, text)
    except OSError as error:
        hint = "Your text is as it was. Go on writing it here."
        raise Unwritable(
            f"exback could not lay the text out for the editor: {reason(error)}.", path=home, hint=hint
        ) from None


@contextmanager
def kept_if_written(sheet: EditorFile) -> Iterator[None]:
    """Let an editor have a sheet. It stays after the block, with all that lies beside it.

    When the block is left by an error and nothing was written meanwhile, on the sheet or beside it, its folder is
    removed. What stays is given by `left`. Raises Unwritable where what the editor left can't be read.
    """
    try:
        yield
    except BaseException as error:
        if not (sheet.is_changed() or sheet.kin()):
            sheet.discard()
        if isinstance(error, OSError):
            raise Unwritable(
                f"exback could not read what the editor left: {reason(error)}.",
                path=sheet.path,
                hint="Your text is as it was. exback doctor looks after what lies there.",
            ) from None
        raise


def left(home: Path) -> list[Path]:
    """Give the folders of editors that were never told to be done, or still are open."""
    with suppress(OSError):
        return sorted(one for one in home.iterdir() if is_paper(one))
    return []


def is_paper(folder: Path) -> bool:
    """Tell whether a folder was made for an editor: by its name, and by the text in it."""
    try:
        return (
            FOLDER.fullmatch(folder.name) is not None
            and not folder.is_symlink()
            and any(NAME in one.name for one in folder.iterdir())
        )
    except OSError:
        return False


def words_in(folder: Path) -> str:
    """Give the text in a folder that was left, empty if there is none. Raises StoreError."""
    return _as_text(atomic.read(folder / NAME) or b"")


def remove(folder: Path) -> None:
    """Remove a folder that was made for an editor, with all that is in it. Raises OSError."""
    assert is_paper(folder)
    shutil.rmtree(folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _laid_out(home: Path, text: str) -> EditorFile:
    import secrets  # takes a twentieth of the time to the first prompt, and few open an editor

    make_private_folder(home)
    folder = home / f"editing-{secrets.token_hex(8)}"
    folder.mkdir(mode=PRIVATE_FOLDER)
    try:
        return EditorFile(folder / NAME, _written(folder / NAME, text))
    except BaseException:  # Ctrl-C too: a copy of somebody's words must not be left lying about
        _remove(folder)
        raise


def _written(path: Path, text: str) -> bytes:
    """Write a text, and give its bytes. Editors end a file with a new line."""
    data = (text if text.endswith("\n") or not text else f"{text}\n").encode("utf-8", "replace")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return data


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "replace").removesuffix("\n")
