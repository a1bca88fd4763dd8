"""A private file for an outside editor, in a folder of its own beside the progress file, deleted when its text is saved.

It is never put into the system's folder for temporary files, which others may read and backups may keep.
"""

from __future__ import annotations

import codecs
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, structs

from exback.errors import Unwritable
from exback.store import atomic
from exback.store.backups import listed
from exback.store.fsync import make_private_folder, patiently, write_new
from exback.store.permissions import PRIVATE_FOLDER, could_not, reason

FOLDER = r"editing-[0-9a-f]{16}"
NAME = "text.txt"
"""The file with the text. The files that editors put beside it have this in their names."""
UNCHANGED = "Your text hasn't changed. You can go on writing it here."
UTF_8 = ("utf-8", "utf-8-sig")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The first bytes of a file that name its encoding. The mark of UTF-32 begins with that of UTF-16."""


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

    def read(self) -> tuple[str, bool]:
        """Return the text in the file, and whether some of its letters had to be guessed. Raises OSError."""
        return _as_text(patiently(self.path.read_bytes))

    def as_saved(self) -> EditorFile:
        """Return the same file with the bytes that are in it now as its original. Raises OSError."""
        return structs.replace(self, original=self.path.read_bytes())

    @property
    def original_text(self) -> tuple[str, bool]:
        """The original as `read` returns what is in the file."""
        return _as_text(self.original)

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
    with could_not("exback couldn't hand the text to the editor", home, UNCHANGED):
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
                f"exback couldn't read what the editor left: {reason(error)}.",
                path=file.path,
                hint="Your text hasn't changed. To see what the editor left: exback doctor",
            ) from None
        raise


def leftover_folders(home: Path) -> list[Path]:
    """Return the folders of editors that are still open, or were never reported closed."""
    return sorted(folder for folder in listed(home, "editing-") if is_editor_folder(folder))


def is_editor_folder(folder: Path) -> bool:
    """Whether a folder was made for an editor, judged by its name and by the text in it."""
    try:
        is_named_so = re.fullmatch(FOLDER, folder.name) is not None and not folder.is_symlink()
        return is_named_so and any(NAME in file.name for file in folder.iterdir())
    except OSError:
        return False


def remove(folder: Path) -> None:
    """Remove a folder that was made for an editor, with all that is in it. Raises OSError."""
    assert is_editor_folder(folder)
    shutil.rmtree(folder)


def words_in(folder: Path) -> str:
    """Return the text in a leftover folder, empty if there is none. Raises StoreError."""
    return _as_text(atomic.read(folder / NAME) or b"")[0]


def _as_text(data: bytes) -> tuple[str, bool]:
    """Return what an editor saved as text, and whether some of its letters had to be guessed.

    A byte that can't be UTF-8 is read as Windows-1252, which most editors mean that don't write UTF-8, or as Latin-1.
    """
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), _encoding_without_mark(data))
    is_utf_8 = encoding in UTF_8
    text = data.decode(encoding, "surrogateescape" if is_utf_8 else "replace")
    is_guessed = not text.isascii() and any("\udc80" <= char <= "\udcff" for char in text)
    if is_guessed:
        text = re.sub("[\udc80-\udcff]", lambda byte: _windows_1252(ord(byte[0]) - 0xDC00), text)
    is_guessed = is_guessed or (not is_utf_8 and "\ufffd" in text)
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n"), is_guessed


def _windows_1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _encoding_without_mark(data: bytes) -> str:
    """Return UTF-8 or, for a text with bytes of zero as no other has them, UTF-16."""
    if 0 not in data or len(data) % 2 or (data.count(0) * 3 < len(data) and _is_utf_8(data)):
        return "utf-8"
    return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
