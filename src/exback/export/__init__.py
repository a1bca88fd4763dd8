"""What was kept, as text of another kind: one module for each format, pure. Only the store writes it to a file.

To add a format: a module with a Renderer, a function below that imports it when it is wanted, and a line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from exback.journey import Journey
    from exback.program import Program
    from exback.store import Progress


class Options(NamedTuple):
    """What may be asked of an export.

    `since` leaves out what ended, or is open and was begun, before that day. `title` is that of every event in a calendar.
    `without` names parts of a report, or steps, that are left out of it; `initials` says that names are shortened in it.
    """

    since: date | None = None
    title: str = ""
    without: frozenset[str] = frozenset()
    initials: bool = False


FIGURES = "figures"
PARTS = (FIGURES, "letters", "notes", "answers")
"""What can be left out of a report, besides single steps."""

Renderer: TypeAlias = "Callable[[Program, Journey, Progress, Options], str]"
"""Gives what was kept as text. The journey is that of the progress, as this program knows it today."""


class Format(NamedTuple):
    """A kind of text: `holds` says in a few words what for, `ending` how a file of it is called.

    `may_begin_later` says whether a part will do, from a day on; `takes` names the other options that it heeds.
    """

    holds: str
    ending: str
    render: Renderer
    may_begin_later: bool = True
    takes: frozenset[str] = frozenset()


def _json(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    from exback.export.progress_json import render

    return render(program, journey, progress, options)


def _md(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    from exback.export.markdown import render

    return render(program, journey, progress, options)


def _html(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    from exback.export.html.report import render

    return render(program, journey, progress, options)


def _ics(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    from exback.export.calendar import render

    return render(program, journey, progress, options)


FORMATS = {
    "json": Format("all of it, for exback merge and for other programs", "json", _json, may_begin_later=False),
    "md": Format("for reading, as text with headings", "md", _md),
    "html": Format("for reading and printing, with pictures", "html", _html, takes=frozenset({"without", "initials"})),
    "ics": Format(
        "the days ahead, for a calendar, with neutral titles",
        "ics",
        _ics,
        may_begin_later=False,
        takes=frozenset({"title"}),
    ),
}
