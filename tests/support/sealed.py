"""A locked progress file for tests, cheap to open: real tests of the price are in test_envelope.py."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

from support.lives import LIFE
from support.person import Clock, Person

from exback.loader import load
from exback.model.run import Run, changed
from exback.store import Store, encryption, rekey
from exback.store.envelope import Cost, Key, new_key

CHEAP = Cost(memory=8, passes=1, lanes=1)
NAME = "Quittenbaum"
PASSPHRASE = "four words that differ"
CODE = "RHBX6-34QTR-JRHJQ-BKZ3M-S95TT-BVM9X"


@cache
def story() -> Run:
    """Give the run of somebody who told their story at ten on 2 March 2026; walked once, since every page is a save."""
    with tempfile.TemporaryDirectory() as folder:
        return changed(
            Person(load(), Clock(), Path(folder)).answers("your-story", {**LIFE["your-story"], "name": NAME}),
            id="story",
        )


def tell(store: Store) -> None:
    """Put that run into a store, in two saves, so that there is a backup."""
    for run in (changed(story(), answers={}), story()):
        store.put(run)


def cheap_key(passphrase: str = PASSPHRASE, code: str = CODE) -> Key:
    """Give a key that a passphrase and a code open at once."""
    return new_key(passphrase, code, CHEAP)


def locked(store: Store, passphrase: str = PASSPHRASE, code: str = CODE) -> rekey.Copies:
    """Lock a store's file."""
    return rekey.lock(store, cheap_key(passphrase, code), passphrase)


def opened(home: Path, words: str = PASSPHRASE) -> Store:
    """Give a store that has just opened the file in a folder, locked or not."""
    store = Store(home)
    if store.is_locked:
        store.codec = encryption.opened(store.path, words)
    return store


def bytes_under(folder: Path) -> bytes:
    """Give all that lies in a folder and below, names included, in one piece to search in."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\n".join(str(path.relative_to(folder)).encode() + b"\n" + path.read_bytes() for path in found)


def handed_over(words: str) -> str:
    """Give the number of an open file that holds some words, as --passphrase-fd takes it."""
    reading, writing = os.pipe()
    os.write(writing, words.encode())
    os.close(writing)
    return str(reading)
