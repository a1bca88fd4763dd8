"""`exback export`: write everything to a new file, or to stdout, in a format for people or for other programs."""

from __future__ import annotations

from pathlib import Path

from exback.commands.environment import Environment
from exback.commands.pages import Left, unchanged
from exback.commands.since import first_day
from exback.console import hand_over, say, tell
from exback.errors import ExbackError, WrongUse
from exback.export.formats import FORMATS
from exback.export.options import PARTS, Options
from exback.model.dates import day_of
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import flat
from exback.store import export_file, permissions

HELP = "To see its options: exback export --help"
NOT_ENCRYPTED = (
    "This copy isn't encrypted. Other users of this computer can't open it, but anyone who uses your login can."
)
NOT_ENCRYPTED_ON_WINDOWS = "This copy isn't encrypted. Anyone who can open the folder it's in can read it."
"""What Windows lets others do with a file goes by its folder, and in a person's own folder others can do nothing."""
NOT_WRITTEN = "Nothing was written."


def export(
    environment: Environment,
    file: Path | None,
    kind: str,
    *,
    since: str | None,
    title: str,
    without: str,
    initials: bool,
    brief: bool,
) -> int:
    """Export in one of FORMATS, to stdout if the file is "-", and return the exit code. `since` names the first day, in words.

    With `brief`, it's one sheet for a doctor or a counsellor, which is asked about and shown before.

    Raises:
        WrongUse: There is no such format, it can't begin at a later day, or an option doesn't go with `brief`.
        ExbackError: An option can't be used, or the file can't be written or is there already.
    """
    if kind not in FORMATS:
        raise WrongUse(f"exback export has these formats: {', '.join(FORMATS)}.", hint=HELP)
    if since is not None and not FORMATS[kind].may_begin_later:
        raise WrongUse(f"--since doesn't work with --format {kind}. For a part, use --format md.", hint=HELP)
    program, now = environment.program, environment.clock()
    options = _options(program, kind, title=title, without=without, initials=initials, brief=brief)
    if brief and (since is not None or without or initials):
        raise WrongUse(
            "--since, --without and --initials don't work with --brief, which asks what's to be on the page."
        )
    progress = environment.store.load()
    options = options._replace(since=None if since is None else first_day(since, now, "exback export"))
    journey = program.journey(progress.runs, now)
    name = "summary" if brief else "exback"  # the sheet lies on desks and in mailboxes
    path = file or Path(f"{name}-{day_of(now).isoformat()}.{FORMATS[kind].ending}")
    if not brief:
        content = FORMATS[kind].render(program, journey, progress, options)
        return _write(environment, path, content, _seen_by(program, journey, options) if kind == "ics" else ())
    from exback.commands.brief import asked_for

    if path != export_file.STDOUT:
        export_file.must_be_free(path)  # before a word is typed
    try:
        text = asked_for(environment.screen, program, journey)
    except Left as left:
        return unchanged(left.leave, NOT_WRITTEN)
    if text is None:
        tell(NOT_WRITTEN)
        return 0
    return _write(environment, path, text)


def _seen_by(program: Program, journey: Journey, options: Options) -> tuple[str, ...]:
    """Return who might see the events in a calendar."""
    from exback.commands.remind import seen_by
    from exback.export.calendar import titles

    return seen_by(titles(program, journey), flat(options.title))


def _write(environment: Environment, path: Path, text: str, notes: tuple[str, ...] = ()) -> int:
    """Write an export, after the notes on it, which are kept out of what goes to stdout."""
    if path == export_file.STDOUT:
        say(notes)
        hand_over(text)
        return 0
    if notes:
        tell(*notes, "")
    export_file.write_new(path, text.encode("utf-8"))
    tell("Written:", f"  {path.absolute()}", NOT_ENCRYPTED_ON_WINDOWS if permissions.IS_WINDOWS else NOT_ENCRYPTED)
    if environment.store.is_locked:
        tell("Your progress file stays locked. Delete this copy when you don't need it any more.")
    tell("If this folder is backed up or in a cloud, so is the copy.")
    return 0


def _options(program: Program, kind: str, *, title: str, without: str, initials: bool, brief: bool) -> Options:
    """Return the options besides the day. Raises ExbackError if the format has no such option, or there is no such part."""
    is_used = {"title": bool(title), "without": bool(without), "initials": initials, "brief": brief}
    for name in is_used:
        if is_used[name] and name not in FORMATS[kind].takes:
            formats = " or ".join(kind for kind, other in FORMATS.items() if name in other.takes)
            raise ExbackError(f"--{name} doesn't work with --format {kind}.", hint=f"It works with --format {formats}.")
    parts = frozenset(part.strip().casefold() for part in without.split(",") if part.strip())
    if not parts <= {*PARTS, *(step.id for step in program.steps())}:
        raise ExbackError(
            "There's no such part to leave out.",
            hint=f"You can leave out {', '.join(PARTS)}, and any step that exback step lists.",
        )
    return Options(title=title, without=parts, initials=initials)
