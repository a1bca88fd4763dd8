"""Run exback's commands one after the other, each as a program of its own, and print which went wrong.

`make windows` runs it with the Python of Windows. It needs nothing but an installed exback, so it runs on every system.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PASSPHRASE = "four words that differ"
LONGEST = 600
"""Seconds that a command may take. An emulated system is slow."""
END_OF_OUTPUT = 600
"""Characters of a command's output that are shown when it went wrong."""
DAY = "7\n4\n6\n0\nGrüße – Łódź\n"
"""A check-in: mood, longing, sleep, nothing of what happened, and a line with letters of several alphabets."""
NOTHING = "2\n0\n0\n0\nskip\n"
KEEP_MY_FILE = "1\n"
PUT_IT_ASIDE = "2\n"
FIRST_COPY = "1\n"
LOCK = """
import sys
from pathlib import Path
from exback.store import Store, rekey
from exback.store.envelope import COST, new_key
from exback.store.recovery_code import new_code
store = Store(Path(sys.argv[1]))
store.load()
rekey.lock(store, new_key(sys.argv[2], new_code(), COST), sys.argv[2])
"""
"""Locks the file without a terminal: `exback lock` asks for the passphrase only where it can hide what is typed."""


class Command(NamedTuple):
    """A command: its words, the lines that are typed, the exit code it must have, and what must be in its output, or not."""

    words: tuple[str, ...]
    typed: str = ""
    code: int = 0
    has: str = ""
    lacks: str = "\0"


def main() -> int:
    """Run them all, and return the exit code: 0 if none went wrong."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # always a file here
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        results = [_went_well(command, place) for command in (*open_file(place), *files(place))]
        results.append(_is_locked(place))
        results += [_went_well(command, place) for command in locked_file()]
    wrong = results.count(False)
    print(f"{len(results) - wrong} commands of {len(results)} went well")
    return 1 if wrong else 0


def open_file(place: Path) -> Iterator[Command]:
    """Yield commands that show, save, merge and put aside."""
    yield Command(("--version",), has="exback ")
    yield Command(("--help",), has="checkin")
    yield Command(("crisis", "--country", "us"), has="988")
    yield Command(("crisis", "--country", "all"), has="112")
    yield Command(("status",), has="exback")
    yield Command(("status", "--json"), has='"next"')
    yield Command(("status", "--short"))
    yield Command(("step",))
    yield Command(("why",))
    yield Command(("settings",))
    yield Command(("remind",))
    yield Command(("checkin",), code=2)
    yield Command(("--plain", "checkin"), DAY, has="Mood 7")
    yield Command(("journal", "--plain"), has="in one line?")
    yield Command(("demo", "status"), has="Day ")
    yield Command(("demo", "insights"))
    yield Command(("demo", "export", "--format", "json", str(place / "demo.json")))
    yield Command(("merge", str(place / "demo.json")), has="entries were added")
    yield Command(("merge", str(place / "demo.json")))
    yield Command(("status",), has="Day ")
    yield Command(("insights",))
    yield Command(("--plain", "checkin"), NOTHING)
    yield Command(("--plain", "reset"), KEEP_MY_FILE)
    yield Command(("--plain", "reset"), PUT_IT_ASIDE, has="Put aside")
    yield Command(("--plain", "restore"), FIRST_COPY, has="Brought back")
    yield Command(("doctor",))


def files(place: Path) -> Iterator[Command]:
    """Yield commands that write a file for other programs, or hand it over."""
    for kind in ("json", "md", "html", "ics"):
        yield Command(("export", "--format", kind, str(place / f"mine.{kind}")), has="Written")
    yield Command(("export", "--format", "md", str(place / "mine.md")), code=1)
    yield Command(("export", "--format", "md", "-"), has="Łódź", lacks="�")
    yield Command(("demo", "export", "--format", "ics", "-"), has="BEGIN:VCALENDAR", lacks="\r\r\n")


def locked_file() -> Iterator[Command]:
    """Yield commands for a locked file, with and without its passphrase."""
    yield Command(("status",), code=2, has="--passphrase-fd 0")
    yield Command(("--passphrase-fd", "0", "status"), f"{PASSPHRASE}\n", has="Day ")
    yield Command(("--passphrase-fd", "0", "status"), f"{PASSPHRASE}\r\n", has="Day ")
    yield Command(("--passphrase-fd", "0", "status"), "none of them\n", code=1)


def _went_well(command: Command, place: Path) -> bool:
    """Run a command, print how it went, and return whether it went well."""
    code, output = _run([sys.executable, "-m", "exback", *command.words], command.typed, place)
    is_right = code == command.code and command.has in output and command.lacks not in output
    is_right = is_right and "Traceback" not in output and "in exback itself" not in output
    return _report(is_right, " ".join(("exback", *command.words)), code, output)


def _is_locked(place: Path) -> bool:
    """Lock the file, print how it went, and return whether it went well."""
    code, output = _run([sys.executable, "-c", LOCK, str(place / "home"), PASSPHRASE], "", place)
    return _report(code == 0, "lock the file", code, output)


def _run(command: list[str], typed: str, place: Path) -> tuple[int, str]:
    environment = {**os.environ, "EXBACK_HOME": str(place / "home")}
    done = subprocess.run(
        command,
        cwd=place,
        env=environment,
        input=typed.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=LONGEST,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _report(is_right: bool, what: str, code: int, output: str) -> bool:
    print("ok   " if is_right else "WRONG", what, f"(exit code {code})", flush=True)
    if not is_right:
        print(output[-END_OF_OUTPUT:], flush=True)
    return is_right


if __name__ == "__main__":
    sys.exit(main())
