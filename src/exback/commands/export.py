"""An export from the options to the file: what goes in, the name of the file, and what the command prints about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from exback.errors import ExbackError
from exback.export.formats import FORMATS
from exback.export.options import PARTS, Options
from exback.model.dates import day_of, understand
from exback.model.program import Program
from exback.store import Progress, export_file


def text(program: Program, progress: Progress, now: datetime, kind: str, since: str | None, asked: Options) -> str:
    """Return an export in one of FORMATS. `since` names a day in words, `asked` holds the other options.

    Raises:
        ExbackError: `since` names no day.
    """
    options = asked._replace(since=None if since is None else _day(since, day_of(now)))
    return FORMATS[kind].render(program, program.journey(progress.runs, now), progress, options)


def options(program: Program, kind: str, *, title: str, without: str, initials: bool) -> Options:
    """Return the options besides a day.

    Raises:
        ExbackError: The format doesn't heed an option, or there is no such part to leave out.
    """
    given = {"title": bool(title), "without": bool(without), "initials": initials}
    for name in given:
        if given[name] and name not in FORMATS[kind].takes:
            formats = " or ".join(kind for kind, other in FORMATS.items() if name in other.takes)
            raise ExbackError(f"--{name} is not for {kind}.", hint=f"It is for --format {formats}.")
    parts = frozenset(part.strip().casefold() for part in without.split(",") if part.strip())
    known = {*PARTS, *(step.id for step in program.steps())}
    if not parts <= known:
        raise ExbackError(
            "There is no such part to leave out.",
            hint=f"There are {', '.join(PARTS)}, and every step that exback step names.",
        )
    return Options(title=title, without=parts, initials=initials)


def name(kind: str, now: datetime) -> Path:
    """Return the name for an export that was given none: it has the day, and nothing of what is in it."""
    return Path(f"exback-{day_of(now).isoformat()}.{FORMATS[kind].ending}")


def write(path: Path, content: str, *, is_locked: bool) -> tuple[str, ...]:
    """Write an export to a new file, and return the lines that the command prints about it.

    Raises:
        ExbackError: The file can't be written, or there is one already.
    """
    export_file.write_new(path, content.encode("utf-8"))
    return tuple(_messages(path, is_locked=is_locked))


def _messages(path: Path, *, is_locked: bool) -> Iterator[str]:
    yield from ("Written:", f"  {path.absolute()}")
    yield "This copy is not encrypted. Other users of this computer can't open it; whoever uses your login can."
    if is_locked:
        yield "Your progress file stays locked. Delete this copy when you have done with it what you wanted."
    yield "If this folder is backed up, or lies in a cloud, so does the copy."


def _day(words: str, today: date) -> date:
    try:
        return understand(words, today)
    except (ValueError, OverflowError):
        hint = "Try “three weeks ago”, “12 May” or 2026-05-12."
        raise ExbackError("exback can't find the day to begin with.", hint=hint) from None
