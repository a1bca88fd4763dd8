"""Commands that look back: where someone is, what they wrote, and what is known."""

from __future__ import annotations

from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.choices import parts, step_ids


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    short: Annotated[bool, typer.Option("--short", help="One neutral line, for the prompt of a shell.")] = False,
) -> None:
    """Where you are: the day, the stages, what is next and what is due.

    Example: exback status --short
    """
    from exback.commands import status as status_command

    raise typer.Exit(status_command.status(context.obj, as_json=as_json, short=short))


@app.command()
def insights(
    context: typer.Context,
    part: Annotated[
        str,
        typer.Argument(
            metavar="[PART]",
            help="One part of it alone: days, urges, contact, triggers, moods or answers.",
            autocompletion=parts,
            show_default=False,
        ),
    ] = "",
) -> None:
    """What the days show: urges, moods and slips, drawn, with how many entries each picture rests on.

    Example: exback insights urges
    """
    context.obj.heed_keys()
    from exback.commands import insights as insights_command

    raise typer.Exit(insights_command.insights(context.obj, part))


@app.command()
def journal(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]",
            help="Words to look for, in any case and without accents. Your shell may keep them in its history; inside, "
            "the key / searches and keeps nothing.",
        ),
    ] = None,
    since: Annotated[str, typer.Option(metavar="DAY", help="From a day on: “last 2 weeks”, 2026-05-12.")] = "",
    step: Annotated[
        str, typer.Option(metavar="ID", help="Only what you wrote in one step.", autocompletion=step_ids)
    ] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="Only a letter, a note, an answer or a number.")] = "",
    by: Annotated[str, typer.Option(metavar="ORDER", help="In the order of days, or of steps: day, step.")] = "day",
    opens: Annotated[bool, typer.Option("--open", help="Choose one: to read it alone, change or delete it.")] = False,
) -> None:
    """Everything you wrote, newest first. Words to look for may follow.

    Example: exback journal --since "three weeks ago"
    """
    context.obj.heed_keys()
    from exback.commands import journal as journal_command

    raise typer.Exit(journal_command.journal(context.obj, words or [], since, step, kind, by, opens=opens))


@app.command()
def why(
    context: typer.Context,
    step_id: Annotated[
        str | None, typer.Argument(metavar="[STEP]", help="The step to explain.", autocompletion=step_ids)
    ] = None,
) -> None:
    """What is known, and how well: the studies behind the steps, with their limits.

    Example: exback why clear-cues
    """
    from exback.commands import why as why_command

    raise typer.Exit(why_command.why(context.obj, step_id))


@app.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
def demo(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[COMMAND]", help="Any command; without one, the page of the day.")
    ] = None,
) -> None:
    """Look around in ten weeks of a person who does not exist.

    Example: exback demo status
    """
    from exback.commands import demo as demo_command

    raise typer.Exit(demo_command.demo(context.obj, words or []))
