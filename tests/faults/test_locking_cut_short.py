"""Locking that is interrupted: the file opens in the old or the new way, and no word is readable that wasn't before."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

import pytest
from faults.test_every_call import CHANGING, Call, Saver, calls_of
from support.locker import OLD
from support.sealed import PASSPHRASE, bytes_under, locked, opened
from support.trouble import LOCKER, SECRET, fill, small_file, small_progress, strace
from support.window import Window

from exback.commands.passphrase import ORDINALS
from exback.doctor import copies as copies_in_order
from exback.errors import WrongPassphrase
from exback.store import Store, inventory, rekey
from exback.store.codec import is_locked
from exback.store.decode import decode
from exback.store.envelope import unlock, unseal
from exback.store.inspection import survey
from exback.store.recovery_code import ALPHABET, GROUPS

RUNS = small_progress().runs
OPENS_BEFORE = {"lock": "", "change": OLD, "unlock": OLD}
OPENS_AFTER = {"lock": PASSPHRASE, "change": PASSPHRASE, "unlock": ""}
"""What opens the file; a plain one, nothing."""
WRITING = CHANGING - {"openat", "close"}
"""Calls after which something else lies on the disk."""


def prepared(home: Path, what: str) -> None:
    """Prepare a folder as some saves and a reset leave it, locked unless locking is what is tried."""
    shutil.rmtree(home, ignore_errors=True)
    small_file(home)
    store = Store(home)
    store.put(RUNS[0])
    aside = home / "aside" / "progress-0007.json"
    aside.parent.mkdir(mode=0o700)
    aside.write_bytes(store.path.read_bytes())
    aside.chmod(0o600)
    if what != "lock":
        locked(Store(home), OLD)
    (home.parent / "what").write_text(what)


def what_opens(path: Path) -> str:
    """Return what opens a file, and check that it is whole."""
    data = path.read_bytes()
    if not is_locked(path):
        assert decode(data, path).runs == RUNS
        return ""
    for words in (OLD, PASSPHRASE):
        try:
            key = unlock(words, data, path)
        except WrongPassphrase:
            continue
        assert decode(unseal(key, data, path), path).runs == RUNS
        return words
    raise AssertionError(f"nothing opens {path}")


def is_turned(home: Path, what: str, *, left: int = 0) -> bool:
    """Look that every file opens as before or in the new way; tell whether the progress file opens in the new one.

    It turns last: all copies but those that were told to be left have turned then. None of them can be read beside a
    file that is locked, unless it is being unlocked, and that is told of.
    """
    main = what_opens(home / "progress.json")
    found = [what_opens(path) for path in inventory.copies(home / "progress.json")]
    assert len(found) >= 2
    assert {main, *found} <= {OPENS_BEFORE[what], OPENS_AFTER[what]}
    if main == OPENS_AFTER[what]:
        assert sum(words != main for words in found) <= left
    if main and what != "unlock" and not left:
        assert SECRET.encode() not in bytes_under(home)
    if main and "" in found:  # what is still to be read by anybody is at least told of
        looked = survey(opened(home, main))
        assert "copy-readable" in {finding.id for finding in copies_in_order.findings(looked)}
    return main == OPENS_AFTER[what]


def assert_can_be_done_again(home: Path, what: str, *, left: int = 0) -> None:
    """Check that doing it again with the same words brings everything along, and nothing opens in the old way.

    What was left behind the old passphrase is named once more.
    """
    store = opened(home, what_opens(home / "progress.json"))
    copies = rekey.unlock(store) if what == "unlock" else locked(store, PASSPHRASE)
    assert copies.left == copies.broken == ()
    assert len(copies.closed) <= (left if what != "lock" else 0)
    there = {*inventory.copies(store.path)} - {*copies.closed}
    assert {what_opens(path) for path in (store.path, *there)} == {OPENS_AFTER[what]}
    assert (SECRET.encode() in bytes_under(home)) is (what == "unlock")
    assert list(home.rglob("*.tmp")) == []


@pytest.fixture(scope="module", params=["lock", "change", "unlock"])
def what(request: pytest.FixtureRequest) -> str:
    """What is interrupted."""
    return str(request.param)


@pytest.fixture(scope="module")
def locker(what: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Saver]:
    """A process that does it, in a folder of its own."""
    strace()
    one = Saver(tmp_path_factory.mktemp(what), LOCKER)
    yield one
    one.close()


@pytest.fixture(scope="module")
def calls(locker: Saver, what: str) -> list[Call]:
    """Every system call that it makes, in order."""
    prepared(locker.home, what)
    return calls_of(locker)


@pytest.mark.fault(18)
def test_killed_at_any_call_it_opens_one_way_or_the_other(locker: Saver, what: str, calls: list[Call]) -> None:
    """After kill -9 at each call every file is whole, and the work can be done again."""
    turned = []
    for call in [one for one in calls if one.name in WRITING]:
        prepared(locker.home, what)
        code, said = locker.saves("-e", f"inject={call.name}:signal=SIGKILL:when={call.number}")
        assert (code, said) == (-SIGKILL, ""), call
        turned.append(is_turned(locker.home, what))
        assert_can_be_done_again(locker.home, what)
    assert turned == sorted(turned)
    assert {False, True} == set(turned)


@pytest.mark.fault(18)
def test_refused_at_any_call_nobody_is_told_a_lie(locker: Saver, what: str, calls: list[Call]) -> None:
    """If the disk refuses a call, the file is unchanged, or exback says what was done and what was left."""
    told: Counter[str] = Counter()
    names = CHANGING if what == "lock" or os.environ.get("EXBACK_DEEP") else WRITING
    for call in [one for one in calls if one.name in names]:
        prepared(locker.home, what)
        before = (locker.home / "progress.json").read_bytes()
        error = "EIO" if call.name in ("fsync", "close") else "ENOSPC"
        code, said = locker.saves("-e", f"inject={call.name}:error={error}:when={call.number}")
        assert code == 0, call
        found = re.fullmatch(r"left: (\d)", said)
        left = int(found[1]) if found else 0
        turned = is_turned(locker.home, what, left=left)
        if said.startswith("refused") and "can't be sure" not in said:
            assert (locker.home / "progress.json").read_bytes() == before, (call, said)
        else:
            assert re.fullmatch(r"saved|left: [1-9]|refused: exback saved, but can't be sure [^\n]+", said), (
                call,
                said,
            )
            assert turned, (call, said)
        if said == "saved":
            assert {what_opens(path) for path in inventory.copies(locker.home / "progress.json")} == {OPENS_AFTER[what]}
        assert list(locker.home.rglob("*.tmp")) == [], call
        told[said.split(":")[0]] += 1
        assert_can_be_done_again(locker.home, what, left=left)
    assert told["refused"] >= 3
    assert told["left"] >= 3


@pytest.mark.fault(18)
@pytest.mark.parametrize("change", [False, True], ids=["lock", "change"])
def test_a_disk_that_is_full_leaves_the_old_file(change: bool, disk: Path) -> None:
    """On a full disk, with real keys, the sentence and the path are shown, and the file opens as before."""
    home = disk / "home"
    prepared(home, "change" if change else "lock")
    before = {path: path.read_bytes() for path in home.rglob("*.json")}
    fill(disk)
    with Window(home, "lock") as window:
        if change:
            window.shows("Your passphrase")
            window.types(f"{OLD}\r")
        window.shows("Go on")
        window.types("\x1b[6~" * 5 + "\r")
        window.shows("Keep this passphrase" if change else "Leave it unlocked")
        window.types("\x1b[B\x1b[B\r")
        for question in ("Choose a passphrase for your file", "Type it again"):
            window.shows(question)
            window.types(f"{PASSPHRASE}\r")
        window.shows("This code opens your file")
        code = re.findall(rf"^\s*[1-6]   ([{ALPHABET}]{{5}})$", window.text, re.MULTILINE)
        assert len(code) == GROUPS
        window.types("\r")
        window.shows("group of your code")
        place = next(at for at, ordinal in enumerate(ORDINALS) if f"Type the {ordinal} group" in window.text)
        window.types(f"{code[place]}\r")
        window.heard("couldn't save")
        assert window.ends() == 1
    assert "the disk is full" in window.told
    assert PASSPHRASE not in window.told
    assert {path: path.read_bytes() for path in home.rglob("*.json")} == before
    assert list(home.rglob("*.tmp")) == []
