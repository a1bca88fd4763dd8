"""All formats of an export."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from support import demo
from support.lives import LIFE
from support.person import Person

from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.model.program import Program
from exback.model.run import changed
from exback.store import Progress, Store
from exback.store.export_file import write_new


def test_every_format_says_what_it_is_for() -> None:
    """In few words, with the ending that a file of it has."""
    assert {"json", "md"} <= set(FORMATS)
    assert all(one.holds and one.ending for one in FORMATS.values())


def test_a_store_reads_an_export(person: Person, program: Program, tmp_path: Path) -> None:
    """A JSON export in the place of a progress file is one."""
    person.answers("your-story", dict(LIFE["your-story"]))
    text = FORMATS["json"].render(program, person.journey, person.store.load(), Options())
    other = Store(tmp_path / "other")
    other.home.mkdir()
    write_new(other.path, text.encode())
    assert other.load() == person.store.load()


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("ahead_of_utc", [14, -12])
def test_the_first_and_the_last_year_there_is(program: Program, kind: str, year: int, ahead_of_utc: int) -> None:
    """Every format can be written from a file whose days are at either end of the calendar, as a clock gone wrong makes them."""
    zone = timezone(timedelta(hours=ahead_of_utc))
    runs = [
        changed(
            run,
            started=run.started.replace(year=year, tzinfo=zone),
            finished=run.finished and run.finished.replace(year=year, tzinfo=zone),
        )
        for run in demo.runs(datetime(2026, 3, 2, 10, tzinfo=zone))
    ]
    for now in (datetime(year, 1, 1, 1, tzinfo=zone), datetime(year, 12, 31, 23, tzinfo=zone)):
        text = FORMATS[kind].render(program, program.journey(runs, now), Progress(runs=runs), Options())
        assert len(text.splitlines()) > 10
