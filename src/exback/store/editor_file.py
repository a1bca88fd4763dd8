"""A private file for an outside editor, in a folder of its own beside the progress file, deleted when its text is saved.

It is never put into the system's folder for temporary files, which others may read and backups may keep.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from exback.errors import Unwritable
from exback.store import atomic
from exback.store.backups import listed
from exback.store.fsync import make_private_folder, write_new
from exback.store.permissions import PRIVATE_FOLDER, could_not, reason

FOLDER = r"editing-[0-9a-f]{16}"
NAME = "text.txt"
"""The file with the text. The files that editors put beside it have this in their names."""


class EditorFile(Struct, frozen=True):
    """A file with a text that is being edited, and the bytes that exback wrote to it."""

    path: Path
    original: bytes

    @property
    def place(self) -> str:
        """The path, for people."""
        return str(self.path)

    def discard(self) -> None:
        """Remove the file and all that the editor put beside it, if they are still there."""
        shutil.rmtree(self.path.parent, ignore_errors=True)

    def read(self) -> str:
        """Return the text in the file. A byte that is not UTF-8 becomes U+FFFD. Raises OSError."""
        return _as_text(self.path.read_bytes())

    def is_changed(self) -> bool:
        """Whether the file has other bytes than exback wrote. If it can't be read, it counts as changed."""
        try:
            return self.path.read_bytes() != self.original
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def siblings(self) -> list[Path]:
        """Return the files that the editor put beside the file, as it does for words that it could not save."""
        return sorted(file for file in listed(self.path.parent) if file.name != NAME)


def lay_out(home: Path, text: str) -> EditorFile:
    """Write a text into a file of its own for an editor, and return the file. Raises Unwritable."""
    import secrets  # takes a twentieth of the time to the first prompt, and few people open an editor

    data = (text if text.endswith("\n") or not text else f"{text}\n").encode("utf-8", "replace")  # as editors have it
    file = EditorFile(home / f"editing-{secrets.token_hex(8)}" / NAME, data)
    with could_not("lay the text out for the editor", home, "Your text is as it was. Go on writing it here."):
        make_private_folder(home)
        file.path.parent.mkdir(mode=PRIVATE_FOLDER)
        try:
            write_new(file.path, data)
        except BaseException:  # Ctrl-C too: no copy of private words may be left behind
            file.discard()
            raise
    return file


@contextmanager
def kept_if_written(file: EditorFile) -> Iterator[None]:
    """Keep a file, with all that is beside it, while an editor has it and afterwards.

    If the block ends with an error and nothing was written meanwhile, to the file or beside it, its folder is removed.
    `leftover_folders` returns the folders that stay. Raises Unwritable where what the editor left can't be read.
    """
    try:
        yield
    except BaseException as error:
        if not (file.is_changed() or file.siblings()):
            file.discard()
        if isinstance(error, OSError):
            raise Unwritable(
                f"exback could not read what the editor left: {reason(error)}.",
                path=file.path,
                hint="Your text is as it was. exback doctor looks after what lies there.",
            ) from None
        raise


def leftover_folders(home: Path) -> list[Path]:
    """Return the folders of editors that are still open, or were never reported closed."""
    return sorted(folder for folder in listed(home, "editing-") if is_editor_folder(folder))


def is_editor_folder(folder: Path) -> bool:
    """Whether a folder was made for an editor, judged by its name and by the text in it."""
    try:
        return (
            re.fullmatch(FOLDER, folder.name) is not None
            and not folder.is_symlink()
            and any(NAME in file.name for file in folder.iterdir())
        )
    except OSError:
        return False


def remove(folder: Path) -> None:
    """Remove a folder that was made for an editor, with all that is in it. Raises OSError."""
    assert is_editor_folder(folder)
    shutil.rmtree(folder)


def words_in(folder: Path) -> str:
    """Return the text in a leftover folder, empty if there is none. Raises StoreError."""
    return _as_text(atomic.read(folder / NAME) or b"")


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "replace").removesuffix("\n")
