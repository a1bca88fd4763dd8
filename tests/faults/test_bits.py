"""A disk that flips a bit: exback reads what was written, or says that it can't."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.trouble import SECRET, small_file, small_progress

from exback.errors import StoreError
from exback.store import Store
from exback.store.progress import encode
from exback.store.strict_decode import EDITED

WHOLE = encode(small_progress())


@pytest.mark.fault(36)
@pytest.mark.parametrize("bit", range(8))
def test_a_bit_turned_in_any_byte_never_passes_in_silence(bit: int, home: Path) -> None:
    """A file with one bit turned is read as it was, or refused without a word of it, or read and said to be changed.

    Within the words that someone wrote, a turned bit makes another letter: no reader can know which was meant. The
    check in the file tells that it was not written so.
    """
    path = small_file(home)
    said = 0
    refused: list[str] = []
    for place in range(len(WHOLE)):
        turned = bytearray(WHOLE)
        turned[place] ^= 1 << bit
        path.write_bytes(turned)
        store = Store(home)
        try:
            found = store.load()
        except StoreError as error:
            refused.append(f"{error}{error.hint}")
            continue
        assert path.read_bytes() == turned
        if EDITED in store.notices:
            said += 1
        else:
            assert (found.runs, found.settings, found.revision) == (
                small_progress().runs,
                small_progress().settings,
                small_progress().revision,
            ), place
    assert len(refused) > 50
    assert len(refused) + said > len(WHOLE) // 2
    assert SECRET not in "".join(refused)


@pytest.mark.fault(36)
def test_a_file_that_was_edited_is_read_and_that_is_said_until_the_next_save(home: Path) -> None:
    """Someone who corrects a word by hand is told that it was noticed, until the next save."""
    path = small_file(home)
    path.write_bytes(WHOLE.replace(b"said", b"says"))
    store = Store(home)

    store.put(store.load().runs[0])

    assert store.notices == [EDITED]
    again = Store(home)
    assert again.load().runs[0].drafts["reasons"] == f"The {SECRET} says"
    assert again.notices == []


@pytest.mark.fault(36)
@pytest.mark.parametrize(
    "same",
    [
        WHOLE.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + WHOLE,
        WHOLE.replace(b"  ", b""),
        WHOLE.replace(b"quitten", b"q\\u0075itten"),
        WHOLE.replace(b'  "check"', b'"check"'),
    ],
)
def test_a_file_that_was_only_laid_out_anew_is_not_called_changed(same: bytes, home: Path) -> None:
    """An editor that only changes white space or how a letter is escaped has changed nothing."""
    path = small_file(home)
    assert same != WHOLE
    path.write_bytes(same)
    store = Store(home)

    assert store.load() == small_progress()
    assert store.notices == []
