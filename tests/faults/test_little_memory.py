"""Little memory, and files that ask for much: a small file takes little, and what can't be had ends in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs
from support.person import Clock
from support.scripted import Scripted
from support.sealed import CHEAP, CODE, PASSPHRASE, cheap_key, locked, story, tell
from support.trouble import EXBACK, PATIENCE, assert_no_traceback, environment

from exback.commands import passphrase
from exback.errors import OutOfMemory, WrongPassphrase
from exback.store import Store, atomic, envelope
from exback.store.envelope import Cost, Key, new_key, seal

MEGABYTE = 1024 * 1024
HEAVY = Cost(memory=16, passes=16, lanes=1)
LIMITED = """
import resource, sys
with open("/proc/self/statm") as sizes:
    now = int(sizes.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + {more}, now + {more}))
"""


def in_little_memory(home: Path, *words: str, more: int, first: str = "", given: int | None = None) -> tuple[int, str]:
    """Run exback with so many bytes more than Python itself takes, once `first` was done; return its code and what it said."""
    code = f"{first}\n{LIMITED.format(more=more)}\nsys.argv = {['exback', *words]!r}\nfrom exback.__main__ import main\nmain()"
    done = subprocess.run(
        [EXBACK[0], "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(home),
        timeout=3 * PATIENCE,
        check=False,
        pass_fds=() if given is None else (given,),
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert_no_traceback(said)
    return done.returncode, said


def handed(words: str) -> int:
    """Return a descriptor from which these words can be read."""
    end, begin = os.pipe()
    os.write(begin, f"{words}\n".encode())
    os.close(begin)
    return end


@pytest.mark.fault(85)
def test_a_small_file_is_read_in_little_memory(home: Path) -> None:
    """A file of a few lines doesn't take the memory of the largest that may be read."""
    Store(home).put(story())
    code = f"import sys; from pathlib import Path; from exback.store import atomic\n{LIMITED.format(more=4 * MEGABYTE)}"
    code += f"print(len(atomic.read(Path({str(home / 'progress.json')!r}))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout.strip()) == ("", str((home / "progress.json").stat().st_size))


@pytest.mark.fault(85)
def test_a_file_that_grows_while_it_is_read_is_read_whole(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size beforehand is only what to ask for first."""
    home.mkdir()
    path = home / "file"
    path.write_bytes(b"x" * 5000)
    monkeypatch.setattr(os, "fstat", lambda handle: os.stat_result((*os.lstat(path)[:6], 10, *os.lstat(path)[7:10])))
    assert atomic.read(path) == b"x" * 5000


@pytest.mark.fault(85)
@pytest.mark.parametrize("more", [MEGABYTE // 2, MEGABYTE, 2 * MEGABYTE, 4 * MEGABYTE])
def test_too_little_memory_is_said(home: Path, more: int) -> None:
    """Where not even exback itself has room, that is the one sentence, wherever it runs out."""
    Store(home).put(story())
    code, said = in_little_memory(home, "status", more=more, first="import exback.__main__, exback.cli")
    assert code == 1
    assert "isn't enough memory" in said


@pytest.mark.fault(85)
def test_a_passphrase_that_takes_too_much_memory_is_said(home: Path) -> None:
    """With how much it takes, and the file is as it was."""
    tell(store := Store(home, clock=Clock()))
    locked(store)
    key = _with_costs(cheap_key(), Cost(memory=1 << 18, passes=1, lanes=1))
    store.path.write_bytes(seal(key, b"{}"))
    before, given = store.path.read_bytes(), handed(PASSPHRASE)
    warm = (
        "import exback.commands.passphrase, exback.store.rekey, cryptography.hazmat.primitives.kdf.argon2, exback.cli"
    )
    code, said = in_little_memory(
        home, f"--passphrase-fd={given}", "status", more=64 * MEGABYTE, first=warm, given=given
    )
    os.close(given)
    assert code == 1
    assert "256 MB" in said
    assert store.path.read_bytes() == before


def _with_costs(key: Key, *costs: Cost) -> Key:
    """Return a key whose slots ask for these costs; no words open them."""
    slots = [structs.replace(key.slots[0], memory=cost.memory, passes=cost.passes, lanes=cost.lanes) for cost in costs]
    return structs.replace(key, slots=tuple(slots))


@pytest.mark.fault(85)
def test_ways_in_are_tried_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many a file has: their memory never adds up."""
    running = most = tried = 0
    sealed = seal(_with_costs(cheap_key(), *[HEAVY] * 8), b"{}")
    derived = envelope._derived  # what costs the memory

    def watched(words: str, slot: envelope.Slot) -> bytes:
        nonlocal running, most, tried
        running, tried = running + 1, tried + 1
        most = max(most, running)
        try:
            return derived(words, slot)
        finally:
            running -= 1

    monkeypatch.setattr(envelope, "_derived", watched)
    with pytest.raises(WrongPassphrase):
        envelope.unlock(PASSPHRASE, sealed, "p")
    assert (most, tried) == (1, 8)


@pytest.mark.fault(85)
def test_too_little_memory_for_one_way_in_is_no_wrong_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """No one is made to doubt what they remember."""

    def refused(words: str, slot: envelope.Slot) -> bytes:
        raise MemoryError

    sealed = seal(cheap_key(), b"{}")
    monkeypatch.setattr(envelope, "_derived", refused)
    with pytest.raises(OutOfMemory, match="memory"):
        envelope.unlock(PASSPHRASE, sealed, "p")


@pytest.mark.fault(85)
@pytest.mark.parametrize("is_slow", [True, False])
def test_a_file_that_takes_long_to_open_says_so_beforehand(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, is_slow: bool
) -> None:
    """Before the passphrase is typed, and where it was handed over; of a file with exback's own costs nothing is said."""
    monkeypatch.setattr(envelope, "COST", CHEAP)
    tell(store := Store(home, clock=Clock()))
    key = new_key(PASSPHRASE, CODE, HEAVY if is_slow else CHEAP)
    store.path.write_bytes(seal(key, store.path.read_bytes()))

    screen = Scripted({"passphrase": PASSPHRASE})
    passphrase.ask(store.path, lambda: screen)
    assert (passphrase.TAKES_A_WHILE in str(screen.views[0].note)) is is_slow
    passphrase.take(store.path, PASSPHRASE)
    assert (passphrase.TAKES_A_WHILE in capsys.readouterr().err) is is_slow
