"""Commands for the progress file: put it aside, bring it back, merge, export, lock and examine it, and its settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.choices import formats, settings_by_name, values_of_setting
from exback.cli.groups import Context
from exback.console import tell
from exback.export.formats import FORMATS


@app.command()
def reset(
    context: Context,
    for_good: Annotated[bool, typer.Option("--erase", help="Delete everything for good, including backups.")] = False,
) -> None:
    """Start over, and put aside what you wrote. exback restore brings it back.

    With --erase, everything is deleted for good: your file, its backups and anything else exback keeps. It asks twice
    first.

    Example: exback reset
    """
    from exback.commands.erase import erase
    from exback.commands.reset import reset as put_aside

    command = erase if for_good else put_aside
    raise typer.Exit(command(context.obj.store_as_it_is, context.obj.screen))


@app.command()
def restore(
    context: Context,
    latest: Annotated[bool, typer.Option("--latest", help="Bring back the latest copy without asking.")] = False,
) -> None:
    """Bring back what a reset put aside, or a backup.

    Example: exback restore
    """
    from exback.commands import restore as restore_command

    store = context.obj.store_to_restore
    if latest:
        tell(*restore_command.restore_latest(store))
        return
    raise typer.Exit(restore_command.restore(store, context.obj.screen))


@app.command()
def merge(
    context: Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="Another progress file.")]
) -> None:
    """Merge another progress file into yours. Nothing is lost from either.

    Example: exback merge progress.sync-conflict-20260302.json
    """
    from exback.commands import merge as merge_command

    tell(*merge_command.merge(context.obj.store, file, context.obj.opener_of))


@app.command()
def export(
    context: Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="The file to write; - for standard output. Default: a dated name in this folder."
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
        str | None, typer.Option(metavar="DAY", help="Only since a day: “last 2 weeks”, 2026-05-12.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="WORDS", help="ics: the title of every event.")] = "",
    without: Annotated[
        str,
        typer.Option(
            metavar="PARTS", help="html: leave out letters, notes, answers, figures or steps, separated by commas."
        ),
    ] = "",
    initials: Annotated[bool, typer.Option("--initials", help="html: shorten the names you gave to initials.")] = False,
    brief: Annotated[
        bool,
        typer.Option(
            "--brief", help="html: make a one-page summary for a doctor or counsellor. You see it before it's written."
        ),
    ] = False,
) -> None:
    """Write everything you wrote to a new file, to read elsewhere or take with you.

    The file isn't encrypted. Other users of this computer can't open it. On Windows, that's only true in your own user folder.

    Example: exback export --format md
    """
    from exback.commands import export as export_command

    code = export_command.export(
        context.obj, file, kind, since=since, title=title, without=without, initials=initials, brief=brief
    )
    raise typer.Exit(code)


@app.command()
def lock(context: Context) -> None:
    """Lock your file with a passphrase, or change the passphrase.

    exback asks for it before it shows anything. If you forget it, only the recovery code you wrote down opens the file.

    Example: exback lock
    """
    from exback.commands import lock as lock_command

    raise typer.Exit(lock_command.lock(context.obj.store, context.obj.private_screen))


@app.command()
def unlock(context: Context) -> None:
    """Unlock your file, so that it opens without a passphrase.

    Example: exback unlock
    """
    from exback.commands import lock as lock_command

    raise typer.Exit(lock_command.unlock(context.obj.store, context.obj.private_screen))


@app.command()
def doctor(
    context: Context,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON, for programs. It asks nothing and changes nothing.")
    ] = False,
) -> None:
    """Check your file for problems, and offer to fix them.

    Example: exback doctor
    """
    from exback.commands import doctor as doctor_command

    raise typer.Exit(doctor_command.doctor(context.obj, as_json=as_json))


@app.command()
def settings(
    context: Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The setting to change.", autocompletion=settings_by_name)
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="What to set it to.", autocompletion=values_of_setting)
    ] = None,
) -> None:
    """Show your settings, or change one.

    Example: exback settings day-start 6
    """
    from exback.commands import settings as settings_command

    settings_command.settings(context.obj, name, value)
