"""Writes homes of 0, 1 and 10 MB: somebody who writes every day, for up to fifteen years."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.record import numbered

from exback.model.run import Run
from exback.store.progress import Progress, encode

SIZES = (0, 1, 10)
DAY_BYTES = 1_850
LINE = "A grey day, and then a walk by the river, and supper with my sister. "


def write(folder: Path) -> None:
    """Write a home for every size."""
    for size in SIZES:
        home = folder / str(size)
        home.mkdir()
        if size:
            days = size * 1_000_000 // DAY_BYTES
            runs = numbered(sorted(_lived(days), key=lambda run: run.started))
            written = encode(Progress(revision=1, runs=list(runs)))
            assert 0.85 < len(written) / (size * 1_000_000) < 1.15, len(written)
            (home / "progress.json").write_bytes(written)
            (home / "progress.json").chmod(0o600)


def _lived(days: int) -> Iterator[Run]:
    """Give days that end today: the rule on the first, then a check-in each, urges, looks and a slip now and then."""
    today = datetime.now().astimezone().replace(hour=9, minute=0, second=0, microsecond=0)
    for day in range(days):
        morning = today - timedelta(days=days - day)
        if day % 90 == 0:
            yield _run_of("contact-rule", morning, kind="full", length="60", signature="I keep quiet, for my own sake.")
        checked = {
            "mood": day % 11,
            "longing": (day * 7) % 11,
            "sleep": (day * 3) % 11,
            "happened": [],
            "line": LINE * 4,
        }
        yield _run_of("check-in", morning + timedelta(hours=12), **checked)
        yield _run_of("urge", morning + timedelta(hours=13), before=8, after=day % 8, wrote=False, unsent=LINE * 12)
        if day % 3 == 0:
            yield _run_of("look", morning + timedelta(hours=14), what="profile", **{"looking-for": LINE * 2})
        if day % 40 == 0:
            yield _run_of("contact", morning + timedelta(hours=8), kind="i-wrote", before=LINE, change=LINE)
        if day % 7 == 0:
            told = {"want": 5, "want-why": LINE, "without": 6, "without-why": LINE}
            yield _run_of("two-questions", morning + timedelta(hours=10), **told)


def _run_of(step: str, began: datetime, **answers: object) -> Run:
    return Run(
        id=f"{step}-{began:%Y%m%d%H}",
        step=step,
        started=began,
        finished=began + timedelta(minutes=5),
        answers=answers,  # type: ignore[arg-type]  # written in literal by the lines above
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]))
