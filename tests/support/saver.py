"""Saves with one child per save, each stopped until it may go on, so that a tracer can attach.

It reads a line with a folder, forks, and prints the child's process id. At the next line the child saves a run in
that folder, and writes the result to `said` beside the folder. Then the child's exit status is printed.
"""

from __future__ import annotations

import os
import select
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from exback.errors import StoreError
from exback.model.run import Run
from exback.store import Store

RUN = Run(id="new", step="urge", started=datetime(2026, 3, 3, tzinfo=UTC), answers={"note": "of the noise " * 400})


def save(home: Path) -> str:
    """Save, and return what a person would read."""
    store = Store(home)
    store.load()
    store.must_take_a_save()  # as a session does before its first page
    os.getppid()  # by this the tracer knows where the save begins
    try:
        store.put(RUN)
    except StoreError as error:
        return f"refused: {error}"
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is a fault
        return f"crashed: {error!r}"
    return "saved"


def rehearse() -> None:
    """Save once untraced, so that all modules are loaded: a save isn't at fault for a module that can't be read."""
    with tempfile.TemporaryDirectory() as folder:
        save(Path(folder) / "home")


def main(work: Callable[[Path], str] = save) -> None:
    """Serve until the input ends. `work` is done in the folder, between two calls of getppid."""
    rehearse()
    for line in sys.stdin:
        home = Path(line.strip())
        stopped, go = os.pipe()
        child = os.fork()
        if child == 0:
            select.select([stopped], [], [])  # a call that no save makes: the tracer may or may not count it
            said = work(home)
            os.getppid()  # and where it has ended
            (home.parent / "said").write_text(said)
            os._exit(0)
        print(child, flush=True)
        sys.stdin.readline()
        os.write(go, b"g")
        _, status = os.waitpid(child, 0)
        for end in (stopped, go):
            os.close(end)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
