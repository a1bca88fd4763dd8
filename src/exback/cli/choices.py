"""Words that a shell may complete, with what they mean. None of them was ever typed by the person."""

from __future__ import annotations

import typer

from exback.commands.environment import Environment


def step_ids(context: typer.Context) -> list[tuple[str, str]]:
    """Return the id and the title of every step that a list may name, also before the passphrase was given."""
    environment: Environment = context.obj
    home = context.params.get("home") or context.find_root().params.get("home")
    environment.home = environment.home if home is None else str(home)
    program = environment.program
    named = environment.named_steps(program)
    return [(step.id, step.title) for step in program.steps() if step.id in named]


def parts() -> list[tuple[str, str]]:
    """Give the name of every part of the insights, with what it shows."""
    from exback.insights.overview import PARTS, titles

    return [(part, titles(part)) for part in PARTS]


def countries() -> list[tuple[str, str]]:
    """Give the code of every country that has numbers, with its name."""
    from exback.commands.crisis import COUNTRIES

    return [("all", "every country"), *((code, country.name) for code, country in COUNTRIES.items())]


def settings_by_name() -> list[tuple[str, str]]:
    """Give the name of every setting, with what it is for."""
    from exback.model.settings import MEANING

    return list(MEANING.items())


def on_and_off() -> list[str]:
    """Give what a setting may be."""
    from exback.commands.settings import WORDS

    return list(WORDS)


def formats() -> list[tuple[str, str]]:
    """Give the name of every format of an export, with what it holds."""
    from exback.export.formats import FORMATS

    return [(name, one.holds) for name, one in FORMATS.items()]
