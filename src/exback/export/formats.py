"""The formats of `exback export`, each with the module that renders it."""

from __future__ import annotations

from typing import NamedTuple

from exback.export.options import Options

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from exback.model.journey import Journey
    from exback.model.program import Program
    from exback.store import Progress


class Format(NamedTuple):
    """A format: `holds` says in a few words what it is for, `ending` is how its files end.

    `may_begin_later` says whether it can hold only what was written since a day; `takes` names the other options that it
    heeds.
    """

    holds: str
    ending: str
    may_begin_later: bool = True
    takes: frozenset[str] = frozenset()

    def render(self, program: Program, journey: Journey, progress: Progress, options: Options) -> str:
        """Return a progress as text. The journey is that of the progress, as this program knows it today."""
        match self.ending:  # only what is asked for is loaded
            case "json":  # all of it, so that `exback merge` reads the same progress
                from exback.store.progress import encode

                return encode(progress).decode("utf-8")
            case "md":
                from exback.export.markdown import render
            case "html":
                from exback.export.html.report import render
            case "csv":
                from exback.export.table import render
            case _:
                from exback.export.calendar import render
        return render(program, journey, options)


FORMATS = {
    "json": Format("everything, for exback merge and for other programs", "json", may_begin_later=False),
    "md": Format("text with headings, for reading", "md"),
    "html": Format(
        "a page with charts, for reading and printing", "html", takes=frozenset({"without", "initials", "brief"})
    ),
    "csv": Format("numbers and their days, for a spreadsheet, with none of your words", "csv"),
    "ics": Format(
        "days ahead with neutral titles, for a calendar", "ics", may_begin_later=False, takes=frozenset({"title"})
    ),
}
