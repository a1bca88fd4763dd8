"""List the numbers of `exback crisis` that no one has checked for too long. Run before a release.

It reads the clock, so it is no part of CI: what passes today must pass tomorrow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime

from exback.commands.helplines import AFRAID, COUNTRIES, OWN_BEHAVIOUR, TALK, Country, Line

LONGEST = 120
"""Days after which a row must be checked again."""


def main() -> int:
    """Print the rows that are too old, and return the exit code: 0 if there are none."""
    late = overdue(datetime.now().astimezone().date())
    for row in late:
        print(row)
    print(f"{len(late)} rows were not checked for {LONGEST} days" if late else "every row was checked lately")
    return 1 if late else 0


def overdue(today: date) -> list[str]:
    """Return the rows older than LONGEST days on a day: country, number, site, date and age in days."""
    return [
        f"{code}  {number}  {source}  checked {checked}, {age} days ago"
        for code, number, source, checked in _rows()
        if (age := (today - date.fromisoformat(checked)).days) > LONGEST
    ]


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for code in COUNTRIES:
        for row in rows_of(code):
            yield code, row.number, row.source, row.checked


def rows_of(code: str) -> tuple[Country | Line, ...]:
    """Return all rows of a country, the number for danger first, then in the order of the page."""
    lines = (line for line in (*TALK, *AFRAID, *OWN_BEHAVIOUR) if line.country == code)
    return (COUNTRIES[code], *lines)


if __name__ == "__main__":
    sys.exit(main())
