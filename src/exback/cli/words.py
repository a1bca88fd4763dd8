"""Words that a shell may complete. They come from the program and never from the person's file."""

from __future__ import annotations


def step_ids() -> list[tuple[str, str]]:
    """Give the id of every step, with its title."""
    from exback.catalog import load

    return [(step.id, step.title) for step in load().steps()]


def parts() -> list[tuple[str, str]]:
    """Give the name of every part of the insights, with what it shows."""
    from exback.insights.overview import PARTS, titles

    return [(part, titles(part)) for part in PARTS]


def countries() -> list[tuple[str, str]]:
    """Give the code of every country that has numbers, with its name."""
    from exback.crisis import COUNTRIES

    return [("all", "every country"), *((code, country.name) for code, country in COUNTRIES.items())]


def settings_by_name() -> list[tuple[str, str]]:
    """Give the name of every setting, with what it is for."""
    from exback.settings import MEANING

    return list(MEANING.items())


def on_and_off() -> list[str]:
    """Give what a setting may be."""
    from exback.settings import WORDS

    return list(WORDS)


def formats() -> list[tuple[str, str]]:
    """Give the name of every format of an export, with what it holds."""
    from exback.export import FORMATS

    return [(name, one.holds) for name, one in FORMATS.items()]
