"""The commands: read the words, build what is needed, call it, turn an error into a sentence and a code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exback import __version__
from exback.desk import Desk
from exback.errors import ExbackError, Interrupted

if TYPE_CHECKING:
    from exback.guide import Guide
    from exback.journey import Journey
    from exback.program import Program

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

GLOBAL_FLAGS = ("--plain",)


def now() -> datetime:
    """Give this moment with the local UTC offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers.")] = False,
    home: Annotated[Path | None, typer.Option(help="The folder your progress lives in.")] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """A guided self-help program for after a breakup: no contact, soul searching, re-attraction.

    Without a command: what is due today, then the next step. exback sends nothing to anybody.
    """
    desk: Desk = context.obj
    desk.home, desk.plain = home, plain
    if version:
        typer.echo(f"exback {__version__}")
    elif context.invoked_subcommand is None:
        raise typer.Exit(desk.visit())


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Where you are: the day, the stages, what is next and what is due."""
    desk: Desk = context.obj
    program = desk.program
    journey = desk.journey(program)
    from exback.guide import look

    guide = look(program, journey)
    if as_json:
        from exback.report import status_json

        typer.echo(status_json(guide, desk.store))
        return
    _show(desk, program, guide, journey, "status")


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

    _show(desk, program, look(program, journey), journey, "map")


def _opens(step_id: str) -> Callable[[typer.Context], None]:
    def command(context: typer.Context) -> None:
        raise typer.Exit(context.obj.visit(step_id))

    return command


for _name, (_step_id, _help) in COMPANION.items():
    app.command(_name, help=_help)(_opens(_step_id))


@app.command()
def why(
    context: typer.Context,
    step_id: Annotated[str | None, typer.Argument(metavar="[STEP]", help="The step to explain.")] = None,
) -> None:
    """What is known, and how well: the studies behind the steps, with their limits."""
    from exback import reasons

    program = context.obj.program
    lines = reasons.of_step(program, program.step(step_id)) if step_id else reasons.of_program(program)
    typer.echo(reasons.wrapped(lines, _width()))


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of steps; without one, exback's own.")] = None,
) -> None:
    """For authors: prove a folder of steps sound."""
    from exback.check import check as prove
    from exback.check import lines

    report = prove(folder)
    typer.echo("\n".join(lines(report)))
    raise typer.Exit(1 if report.findings else 0)


@app.command()
def crisis(
    country: Annotated[str | None, typer.Option(help="A country code such as DE, or all.")] = None,
) -> None:
    """People to call, by country. Asks nothing, stores nothing."""
    from exback import crisis as lines

    code = lines.country_of(os.environ) if country is None else country.upper()
    if code is not None and code != "ALL" and code not in lines.COUNTRIES:
        known = ", ".join(sorted(lines.COUNTRIES))
        raise ExbackError(
            f"exback has no numbers for “{country}”. It has: {known}.", hint=f"Any country: {lines.ANYWHERE}"
        )
    typer.echo(lines.page(None if code == "ALL" else code), nl=False)


@app.command()
def reset(context: typer.Context) -> None:
    """Start over. What you wrote is put aside, and exback restore brings it back."""
    from exback.fresh_start import reset as start_over

    desk: Desk = context.obj
    raise typer.Exit(start_over(desk.store, desk.screen))


@app.command()
def restore(context: typer.Context) -> None:
    """Bring back what a reset put aside."""
    desk: Desk = context.obj
    from exback.fresh_start import restore as bring_back

    typer.echo(bring_back(desk.store))


def _show(desk: Desk, program: Program, guide: Guide, journey: Journey, page: str) -> None:
    from exback.screen import status as pages

    today = journey.today
    if desk.is_plain:
        lines = pages.plain_map if page == "map" else pages.plain_status
        typer.echo("\n".join(lines(program, guide, today)))
        return
    draw = pages.draw_map if page == "map" else pages.draw_status
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    typer.echo(draw(program, guide, today, _width(), colour=colour), nl=False)


def _width() -> int:
    from shutil import get_terminal_size

    return max(20, min(100, get_terminal_size().columns))


def run(
    words: list[str],
    clock: Callable[[], datetime] = now,
    before_error: Callable[[], None] | None = None,
) -> int:
    """Carry out a command line and give its exit code. Every error ends here, as a sentence on stderr.

    `before_error` is called before an error is said, to take away what may stand on the screen.
    """
    _forgive_encodings()
    try:
        app(_global_first(words), obj=Desk(clock), prog_name="exback")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        error: ExbackError = Interrupted()
    except ExbackError as known:
        error = known
    except OSError as refused:
        _forget_output()
        error = ExbackError(f"exback could not write what it had to say: {(refused.strerror or '').lower()}.")
    except Exception as unknown:  # noqa: BLE001  # a traceback would show a person's words to the room
        error = _fault(unknown)
    else:
        return 0
    if before_error is not None:
        before_error()
    return _say(error)


def _global_first(words: list[str]) -> list[str]:
    """Let --plain and --home stand behind the command as well as before it."""
    first: list[str] = []
    rest: list[str] = []
    remaining = iter(words)
    for word in remaining:
        if word in GLOBAL_FLAGS or word.startswith("--home="):
            first.append(word)
        elif word == "--home" and (folder := next(remaining, None)) is not None:
            first += [word, folder]
        else:
            rest.append(word)
    return first + rest


def _fault(error: Exception) -> ExbackError:
    """Give an error that says where exback itself is at fault, and nothing of what was being worked on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"
    sentence = f"Something in exback itself went wrong: {type(error).__name__}{place}."
    return ExbackError(sentence, hint="What you had answered is saved. Please report this line, without your words.")


def _say(error: ExbackError) -> int:
    lines = [str(error)] if str(error) else []
    lines += [f"  {error.path}"] if error.path else []
    lines += [f"  {error.hint}"] if error.hint else []
    if sys.stderr is not None and lines:
        print("\n".join(lines), file=sys.stderr)
    return error.exit_code


def _forgive_encodings() -> None:
    """A letter that the terminal cannot show becomes a question mark, never a crash; a byte typed that is
    no letter is carried as it came, and repaired when the answer is taken.
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)


def _forget_output() -> None:
    """Point stdout at nothing, so that Python does not complain once more when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
