"""Commands that look back: where someone is, what they wrote, and what is known."""

from __future__ import annotations

from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.choices import parts, step_ids
from exback.cli.groups import Context


@app.command()
def status(
    context: Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
    short: Annotated[bool, typer.Option("--short", help="Print one neutral line, for a shell prompt.")] = False,
) -> None:
    """Show where you are: the day, the stages, what's next and what's due.

    Example: exback status --short
    """
    from exback.commands import status as status_command

    raise typer.Exit(status_command.status(context.obj, as_json=as_json, short=short))


@app.command()
def insights(
    context: Context,
    part: Annotated[
        str,
        typer.Argument(
            metavar="[PART]",
            help="Show only one part: days, urges, contact, triggers, moods or answers.",
            autocompletion=parts,
            show_default=False,
        ),
    ] = "",
) -> None:
    """Show your urges, moods and slips as charts, and how many entries each chart is based on.

    Example: exback insights urges
    """
    context.obj.heed_keys()
    from exback.commands import insights as insights_command

    raise typer.Exit(insights_command.insights(context.obj, part))


@app.command()
def journal(
    context: Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]",
            help="Words to search for. Capitals and accents don't matter. Your shell may keep them in its history. To "
            "search without that, press / in the journal.",
        ),
    ] = None,
    since: Annotated[str, typer.Option(metavar="DAY", help="Only since a day: “last 2 weeks”, 2026-05-12.")] = "",
    step: Annotated[
        str, typer.Option(metavar="ID", help="Only what you wrote in one step.", autocompletion=step_ids)
    ] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="Only one kind: answer, letter, note or number.")] = "",
    by: Annotated[str, typer.Option(metavar="ORDER", help="Sort by day or by step.")] = "day",
    opens: Annotated[bool, typer.Option("--open", help="Choose an entry to read, change or delete.")] = False,
) -> None:
    """Show everything you wrote, newest first, or search it.

    Example: exback journal --since "three weeks ago"
    """
    context.obj.heed_keys()
    from exback.commands import journal as journal_command

    raise typer.Exit(journal_command.journal(context.obj, words or [], since, step, kind, by, opens=opens))


@app.command()
def why(
    context: Context,
    step_id: Annotated[
        str | None, typer.Argument(metavar="[STEP]", help="The step to explain.", autocompletion=step_ids)
    ] = None,
) -> None:
    """Show the studies behind the steps, and their limits.

    Example: exback why clear-cues
    """
    from exback.commands import why as why_command

    raise typer.Exit(why_command.why(context.obj, step_id))


@app.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
def demo(
    context: Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COMMAND]", help="Any command. Without one, the demo starts with its page of the day."),
    ] = None,
) -> None:
    """Look around in ten weeks of a made-up person.

    Example: exback demo status
    """
    from exback.commands import demo as demo_command

    raise typer.Exit(demo_command.demo(context.obj, words or []))
