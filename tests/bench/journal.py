"""Searching a journal of 0, 1 and 10 MB: as ratios to `python -c pass`, and beside jrnl. Run by `make bench`.

jrnl, a terminal journal that people use, searches the same words in the same number of entries, in the same rounds. It is
installed into a folder that is gone afterwards; where that cannot be done, its rows are left out, and the reason is said.
Each round runs every case once, so that a machine that slows down slows all of them; printed are medians.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import years
from msgspec import structs

from exback.clock import now
from exback.engine.journal import Entry, journal
from exback.loader import load
from exback.model.run import Run
from exback.store import Progress, Store
from exback.store.progress import encode

ROUNDS = 7
SOUGHT = "lighthouse"
EVERY = 97
"""One entry in so many holds the word that is looked for."""
JRNL = "jrnl==4.6"
CONFIG = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""


class Case(NamedTuple):
    """A command to time, over a file of a size in MB."""

    name: str
    size: int
    words: tuple[str, ...]
    home: Path


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        years.write(place)
        cases = [case for size in years.SIZES for case in _of_exback(place / str(size), size)]
        program, why_not = _jrnl(place)
        if program is None:
            print(f"jrnl is left out: {why_not}")
        else:
            cases += [_of_jrnl(program, place, size) for size in years.SIZES]
        _tell(cases, _timed(cases))


def _of_exback(home: Path, size: int) -> Iterator[Case]:
    store = Store(home)
    if size:
        runs = [_with_the_word(run) if at % EVERY == 0 else run for at, run in enumerate(store.load().runs)]
        (home / "progress.json").write_bytes(encode(Progress(revision=2, runs=runs)))
    for words in ((SOUGHT,), ()):
        yield Case(
            " ".join(("exback journal", *words)), size, (sys.executable, "-m", "exback", "journal", *words), home
        )


def _with_the_word(run: Run) -> Run:
    told = {item: f"{said} A {SOUGHT}." if said.endswith(". ") else said for item, said in _texts(run)}
    return structs.replace(run, answers={**run.answers, **told})


def _texts(run: Run) -> Iterator[tuple[str, str]]:
    return ((item, said) for item, said in run.answers.items() if isinstance(said, str))


def _jrnl(place: Path) -> tuple[Path | None, str]:
    """Give the program in an environment of its own or, where there can be none, why."""
    environment = place / "environment"
    pip = (environment / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", JRNL)
    for words in ((sys.executable, "-m", "venv", environment), pip):
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
        if done.returncode:
            return None, f"{JRNL} could not be installed"
    return environment / "bin" / "jrnl", ""


def _of_jrnl(program: Path, place: Path, size: int) -> Case:
    """Give a search by jrnl in the same entries, written as jrnl writes them."""
    book = place / f"jrnl-{size}.txt"
    config = place / f"jrnl-{size}.yaml"
    entries = _entries(place / str(size))
    book.write_text("\n".join(map(_as_jrnl, reversed(entries))), encoding="utf-8")
    config.write_text(CONFIG.format(journal=book), encoding="utf-8")
    return Case(
        f"jrnl -contains {SOUGHT}", size, (str(program), "--config-file", str(config), "-contains", SOUGHT), place
    )


def _entries(home: Path) -> Sequence[Entry]:
    program = load()
    return journal(program, program.journey(Store(home).load().runs, now())).entries


def _as_jrnl(entry: Entry) -> str:
    moment = entry.run.finished or entry.run.started
    return f"[{moment:%Y-%m-%d %H:%M}] {entry.title}.\n{entry.words}\n"


def _timed(cases: Sequence[Case]) -> dict[tuple[str, int], list[float]]:
    taken: dict[tuple[str, int], list[float]] = {}
    for _ in range(ROUNDS):
        bare = _run((sys.executable, "-c", "pass"), Path())
        for case in cases:
            taken.setdefault((case.name, case.size), []).append(_run(case.words, case.home) / bare)
    return taken


def _run(words: Sequence[str], home: Path) -> float:
    environment = {**os.environ, "EXBACK_HOME": str(home), "HOME": str(home.absolute()), "TERM": "xterm-256color"}
    begin = time.perf_counter()
    subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return time.perf_counter() - begin


def _tell(cases: Sequence[Case], taken: dict[tuple[str, int], list[float]]) -> None:
    print(f"{'command':28} {'MB':>3} {'x bare Python':>14} {'x empty file':>13}   median of {ROUNDS} (lowest, highest)")
    for case in cases:
        found = taken[case.name, case.size]
        middle, empty = statistics.median(found), statistics.median(taken[case.name, 0])
        print(
            f"{case.name:28} {case.size:3} {middle:14.1f} {middle / empty:13.2f}   ({min(found):.1f}, {max(found):.1f})"
        )


if __name__ == "__main__":
    main()
