"""Words that a shell can complete, with their meanings. None of them is the person's own."""

from __future__ import annotations

from typing import Any

from exback.cli.groups import Context


def step_ids(context: Context) -> list[tuple[str, str]]:
    """Return the id and the title of every step that a list may name, without asking for a passphrase."""
    environment, home = context.obj, context.params.get("home") or context.find_root().params.get("home")
    environment.home = environment.home if home is None else str(home)
    named = environment.named_steps()
    return [(step.id, step.title) for step in environment.program.steps() if step.id in named]


def commands(context: Context) -> list[tuple[str, str]]:
    """Return the name of every command that help shows, with what it's for, as short as typer has it at a Tab."""
    root: Any = context.find_root().command  # Any: typer keeps its type to itself
    return [(name, command.get_short_help_str()) for name, command in root.commands.items() if not command.hidden]


def parts() -> list[tuple[str, str]]:
    """Return the name of every part of the insights, with what it shows."""
    from exback.insights.overview import PARTS, titles

    return [(part, titles(part)) for part in PARTS]


def countries() -> list[tuple[str, str]]:
    """Return the code of every country that has numbers, with its name."""
    from exback.commands.helplines import COUNTRIES

    return [("all", "every country"), *((code, country.name) for code, country in COUNTRIES.items())]


def settings_by_name() -> list[tuple[str, str]]:
    """Return the name of every setting, with its meaning."""
    from exback.model.settings import MEANING

    return list(MEANING.items())


def values_of_setting(context: Context) -> list[str]:
    """Return what the setting that was named can be set to."""
    from exback.commands.settings import VALUES

    return list(VALUES.get(context.params.get("name") or "", ()))


def systems() -> list[str]:
    """Return the name of every system whose scheduler is known."""
    from exback.commands.remind import SCHEDULERS

    return list(SCHEDULERS)


def formats() -> list[tuple[str, str]]:
    """Return the name of every format of an export, with its content."""
    from exback.export.formats import FORMATS

    return [(name, export.holds) for name, export in FORMATS.items()]
