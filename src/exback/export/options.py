"""What can be chosen for an export, and left out of a report."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Options(NamedTuple):
    """What can be chosen for an export.

    `since` leaves out words of entries that ended before that day, or are still open and began before it, and numbers of
    entries that are about a day before it. `title` replaces that of every event in a calendar. `without` names parts of a
    report, or steps, to leave out; `initials` shortens names in it.
    """

    since: date | None = None
    title: str = ""
    without: frozenset[str] = frozenset()
    initials: bool = False


FIGURES = "figures"


PARTS = (FIGURES, "letters", "notes", "answers")
"""What can be left out of a report, besides single steps."""
