"""Commands for the progress file: put it aside, bring it back, merge, export, lock and examine it, and its settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.choices import formats, settings_by_name, values_of_setting
from exback.commands.environment import Environment
from exback.console import tell
from exback.export.formats import FORMATS


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
        from exback.commands import erase as erase_command

        raise typer.Exit(erase_command.erase(environment.store_as_it_is, environment.screen))
    from exback.commands import reset as reset_command

    raise typer.Exit(reset_command.reset(environment.store_as_it_is, environment.screen))


@app.command()
def restore(
    context: typer.Context,
    latest: Annotated[bool, typer.Option("--latest", help="The latest copy, without asking.")] = False,
) -> None:
    """Bring back what a reset put aside, or a backup.

    Example: exback restore
    """
    from exback.commands import restore as restore_command

    environment: Environment = context.obj
    store = environment.store_to_restore
    if latest:
        tell(*restore_command.restore_latest(store))
        return
    raise typer.Exit(restore_command.restore(store, environment.screen))


@app.command()
def merge(context: typer.Context, file: Annotated[Path, typer.Argument(help="Another progress file.")]) -> None:
    """Unite another progress file with yours. Nothing is lost from either.

    Example: exback merge progress.sync-conflict-20260302.json
    """
    from exback.commands import merge as merge_command

    environment: Environment = context.obj
    tell(*merge_command.merge(environment.store, file, environment.opener_of))


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
            help="; ".join(f"{name}: {export.holds}" for name, export in FORMATS.items()) + ".",
            autocompletion=formats,
        ),
    ] = "json",
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Only from a day on: 2026-05-12, “last 2 weeks”.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="WORDS", help="ics: what every event is called.")] = "",
    without: Annotated[
        str,
        typer.Option(metavar="PARTS", help="html: leave out letters, notes, answers, figures or steps, with commas."),
    ] = "",
    initials: Annotated[bool, typer.Option("--initials", help="html: names that you gave become initials.")] = False,
    brief: Annotated[
        bool, typer.Option("--brief", help="html: one sheet for a doctor or counsellor, shown before it's written.")
    ] = False,
) -> None:
    """Write out all that you wrote, to read it elsewhere or take it along.

    It goes to a new file that only you can read, and that is not encrypted.

    Example: exback export --format md
    """
    from exback.commands import export as export_command

    code = export_command.export(
        context.obj, file, kind, since=since, title=title, without=without, initials=initials, brief=brief
    )
    raise typer.Exit(code)


@app.command()
def lock(context: typer.Context) -> None:
    """Lock the file with a passphrase, or give it another one.

    exback asks for it before it shows anything. Forgotten, only the recovery code on your paper opens the file.

    Example: exback lock
    """
    from exback.commands import lock as lock_command

    environment: Environment = context.obj
    raise typer.Exit(lock_command.lock(environment.store, environment.private_screen))


@app.command()
def unlock(context: typer.Context) -> None:
    """Take the passphrase away again.

    Example: exback unlock
    """
    from exback.commands import lock as lock_command

    environment: Environment = context.obj
    raise typer.Exit(lock_command.unlock(environment.store, environment.private_screen))


@app.command()
def doctor(
    context: typer.Context,
    as_json: Annotated[
        bool, typer.Option("--json", help="For programs. Nothing is asked, and nothing changed.")
    ] = False,
) -> None:
    """Is everything in order with your file? Offers to fix what isn't.

    Example: exback doctor
    """
    from exback.commands import doctor as doctor_command

    raise typer.Exit(doctor_command.doctor(context.obj, as_json=as_json))


@app.command()
def settings(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The setting to change.", autocompletion=settings_by_name)
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="What to set it to.", autocompletion=values_of_setting)
    ] = None,
) -> None:
    """What is set, and remembered; with a name and a value: set it.

    Example: exback settings day-start 6
    """
    from exback.commands import settings as settings_command

    settings_command.settings(context.obj, name, value)
