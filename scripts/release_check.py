"""List the numbers of `exback crisis` that no one has checked for too long. Run before a release.

A row may stay when no one can confirm it any more, but then it's marked as old, and comes after all others of its group.
It reads the clock, so it is no part of CI: what passes today must pass tomorrow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime

from exback.commands.crisis import checked
from exback.commands.helplines import AFRAID, COUNTRIES, OWN_BEHAVIOUR, TALK, Country, Line

LONGEST = 120
"""Days after which a row must be checked again, or marked as old."""


def main() -> int:
    """Print the rows that are too old, and return the exit code: 0 if there are none."""
    late = overdue(datetime.now().astimezone().date())
    for row in late:
        print(row)
    print(f"{len(late)} rows were not checked for {LONGEST} days" if late else "every row was checked lately")
    return 1 if late else 0


def overdue(today: date) -> list[str]:
    """Return the rows that aren't marked as old and are older than LONGEST days: country, number, site, date, age in days."""
    return [
        f"{code}  {row.number}  {row.source}  checked {checked(row)}, {age} days ago"
        for code in COUNTRIES
        for row in rows_of(code)
        if not is_old(row) and (age := (today - date.fromisoformat(checked(row))).days) > LONGEST
    ]


def rows_of(code: str) -> Iterator[Country | Line]:
    """Yield all rows of a country, the number for danger first, then in the order of the page."""
    yield COUNTRIES[code]
    yield from (line for line in (*TALK, *AFRAID, *OWN_BEHAVIOUR) if line.country == code)


def is_old(row: Country | Line) -> bool:
    """Whether a row is shown as one that no one could confirm lately."""
    return isinstance(row, Line) and row.is_old


if __name__ == "__main__":
    sys.exit(main())
