"""Commands of every day: the steps, those that have a name of their own, and people to call."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.show import show
from exback.desk import Desk
from exback.errors import ExbackError

COMPANION = {
    "checkin": ("check-in", "Your day in under a minute."),
    "urge": ("urge", "You want to write to them: ten minutes with you first."),
    "contact": ("contact", "There was contact: write down what it was, and what it teaches."),
    "look": ("look", "You looked at their profile, or asked about them."),
    "letter": ("letter", "A letter that is never sent: keep it, put it by, or burn it."),
    "reply": ("they-wrote", "They wrote to you: think before you answer."),
    "dates": ("hard-dates", "A day that will be hard, and a plan for it."),
    "pause": ("pause", "Stop the plan for a while without losing anything."),
}
"""The steps that have a command of their own: its name, the step's id, and what help says."""


@app.command()
def step(
    context: typer.Context,
    step_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="The step to open.")] = None,
) -> None:
    """The map of steps; with an id: open, repeat or change that one."""
    desk: Desk = context.obj
    if step_id is not None:
        raise typer.Exit(desk.visit(step_id))
    program = desk.program
    journey = desk.journey(program)
    from exback.guide import look

    show(desk, program, look(program, journey), journey, "map")


def _opens(step_id: str) -> Callable[[typer.Context], None]:
    def command(context: typer.Context) -> None:
        raise typer.Exit(context.obj.visit(step_id))

    return command


for _name, (_step_id, _help) in COMPANION.items():
    app.command(_name, help=_help)(_opens(_step_id))


@app.command()
def crisis(
    country: Annotated[str | None, typer.Option(help="A country code such as DE, or all.")] = None,
) -> None:
    """People to call, by country. Asks nothing, stores nothing."""
    from exback import crisis as lines

    code = lines.country_of(os.environ) if country is None else country.upper()
    if code is not None and code not in (lines.EVERY, *lines.COUNTRIES):
        known = ", ".join(sorted(lines.COUNTRIES))
        raise ExbackError(
            f"exback has no numbers for “{country}”. It has: {known}.", hint=f"Any country: {lines.ANYWHERE}"
        )
    typer.echo(lines.page(code), nl=False)
