"""`exback settings`: list what is set, or set one thing on or off."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from exback.commands.environment import Environment
from exback.console import tell
from exback.errors import ExbackError
from exback.model.settings import MEANING, Settings, settings_of

WORDS = {"on": True, "off": False}


def settings(environment: Environment, name: str | None, word: str | None) -> None:
    """Set one setting if a name and a word are given, then print the settings. Raises ExbackError as `changed` does."""
    current = settings_of(environment.store.load().settings)
    if name is not None and word is not None:
        current = changed(current, name, word)
        environment.store.set(current)
    tell(*sentences(current, name))


def changed(settings: Settings, name: str, word: str) -> Settings:
    """Return the settings with one of them set "on" or "off". Raises ExbackError for another name or word."""
    _must_exist(name)
    if word.casefold() not in WORDS:
        raise ExbackError("A setting is on or off.", hint=f"For example: exback settings {name} on")
    return structs.replace(settings, **{name: WORDS[word.casefold()]})


def sentences(settings: Settings, name: str | None = None) -> Iterator[str]:
    """Yield each setting, or only the named one, as a sentence: name, value, meaning. Raises ExbackError."""
    if name is not None:
        _must_exist(name)
    values = structs.asdict(settings)
    for setting in MEANING if name is None else (name,):
        yield f"{setting} is {'on' if values[setting] else 'off'}: {MEANING[setting]}."
    if name is None:
        yield "To change one, say its name and on or off: exback settings plain on"


def _must_exist(name: str) -> None:
    if name not in MEANING:
        raise ExbackError("exback has no such setting.", hint="exback settings lists what there is.")
