"""Commands for the file itself: put it aside, bring it back, take it along, lock it, and what is set in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.choices import formats, on_and_off, settings_by_name
from exback.commands.environment import Environment
from exback.console import hand_over, tell
from exback.errors import NoTerminal, WrongUse
from exback.export.formats import FORMATS

EXPORT_HELP = "exback export --help shows what there is."


@app.command()
def reset(
    context: typer.Context,
    for_good: Annotated[bool, typer.Option("--erase", help="Delete everything for good, backups too.")] = False,
) -> None:
    """Start over. What you wrote is put aside, and exback restore brings it back.

    With --erase, all of it is deleted for good: the file, its backups, and whatever else exback keeps. It asks twice.

    Example: exback reset
    """
    environment: Environment = context.obj
    if for_good:
        from exback.commands.erase import erase

        raise typer.Exit(erase(environment.store_as_it_is, environment.screen))
    from exback.commands.reset import reset as start_over

    raise typer.Exit(start_over(environment.store_as_it_is, environment.screen))


@app.command()
def restore(
    context: typer.Context,
    latest: Annotated[bool, typer.Option("--latest", help="The latest copy, without asking.")] = False,
) -> None:
    """Bring back what a reset put aside, or a backup.

    Example: exback restore
    """
    from exback.commands.restore import restore as bring_back
    from exback.commands.restore import restore_latest

    environment: Environment = context.obj
    store = environment.store_to_restore
    if latest:
        tell(*restore_latest(store))
        return
    try:
        code = bring_back(store, environment.screen)
    except NoTerminal as nobody:
        raise NoTerminal(
            str(nobody), hint="To bring back the latest copy without asking: exback restore --latest"
        ) from None
    raise typer.Exit(code)


@app.command()
def merge(context: typer.Context, file: Annotated[Path, typer.Argument(help="Another progress file.")]) -> None:
    """Unite another progress file with yours. Nothing is lost from either.

    Example: exback merge progress.sync-conflict-20260302.json
    """
    from exback.commands.merge import merge as bring_together

    environment: Environment = context.obj
    tell(*bring_together(environment.store, file, environment.opener_of))


@app.command()
def export(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="Where to; - is the standard output. Default: a name with the day, here."
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="; ".join(f"{name}: {one.holds}" for name, one in FORMATS.items()) + ".",
            autocompletion=formats,
        ),
    ] = "json",
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Only from a day on: 2026-05-12, “three weeks ago”.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="WORDS", help="ics: what every event is called.")] = "",
    without: Annotated[
        str,
        typer.Option(metavar="PARTS", help="html: leave out letters, notes, answers, figures or steps, with commas."),
    ] = "",
    initials: Annotated[bool, typer.Option("--initials", help="html: names that you gave become initials.")] = False,
) -> None:
    """Write out all that you wrote, to read it elsewhere or take it along.

    It goes to a new file that only you can read, and that is not encrypted.

    Example: exback export --format md
    """
    if kind not in FORMATS:
        raise WrongUse(f"exback export has these formats: {', '.join(FORMATS)}.", hint=EXPORT_HELP)
    if since is not None and not FORMATS[kind].may_begin_later:
        raise WrongUse(f"{kind} is always whole, so that nothing is lost. For a part: --format md", hint=EXPORT_HELP)
    from exback.commands import export as request

    environment: Environment = context.obj
    program = environment.program
    asked = request.options(program, kind, title=title, without=without, initials=initials)
    text = request.text(program, environment.store.load(), environment.clock(), kind, since, asked)
    if file == Path("-"):
        hand_over(text)
        return
    path = file or request.name(kind, environment.clock())
    tell(*request.write(path, text, is_locked=environment.store.is_locked))


@app.command()
def lock(context: typer.Context) -> None:
    """Lock the file with a passphrase, or give it another one.

    exback asks for it before it shows anything. Forgotten, only the recovery code on your paper opens the file.

    Example: exback lock
    """
    from exback.commands.lock import lock as lock_it

    environment: Environment = context.obj
    raise typer.Exit(lock_it(environment.store, environment.private_screen))


@app.command()
def unlock(context: typer.Context) -> None:
    """Take the passphrase away again.

    Example: exback unlock
    """
    from exback.commands.lock import unlock as unlock_it

    environment: Environment = context.obj
    raise typer.Exit(unlock_it(environment.store, environment.private_screen))


@app.command()
def doctor(
    context: typer.Context,
    as_json: Annotated[
        bool, typer.Option("--json", help="For programs. Nothing is asked, and nothing changed.")
    ] = False,
) -> None:
    """Is everything in order with your file? Offers to mend what is not.

    Example: exback doctor
    """
    from exback.commands.doctor import Doctor
    from exback.doctor.report import as_json as told

    environment: Environment = context.obj
    found = Doctor(
        environment.store_looked_into(asks=not as_json), environment.program, environment.clock, environment.zone
    )
    if not as_json:
        raise typer.Exit(found.round(environment.screen_if_any()))
    findings = found.look()
    hand_over(f"{told(findings)}\n")
    raise typer.Exit(1 if any(finding.is_wrong for finding in findings) else 0)


@app.command()
def settings(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The setting to change.", autocompletion=settings_by_name)
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[on|off]", help="What to set it to.", autocompletion=on_and_off)
    ] = None,
) -> None:
    """What is set, and remembered; with a name and on or off: set it.

    Example: exback settings plain on
    """
    from exback.commands.settings import changed, told
    from exback.model.settings import settings_of

    environment: Environment = context.obj
    now = settings_of(environment.store.load().settings)
    if name is not None and value is not None:
        now = changed(now, name, value)
        environment.store.set(now)
    tell(*told(now, name))
