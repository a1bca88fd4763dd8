"""What a person has set, and exback remembers in the progress file: names, values, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, structs

from exback.errors import ExbackError

WORDS = {"on": True, "off": False}
MEANING = {"plain": "plain lines, for screen readers and simple terminals"}
"""What each setting is for, by its name."""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings. `plain`: talk in plain lines, also where the terminal could do more."""

    plain: bool = False


def settings_of(kept: Mapping[str, Any]) -> Settings:
    """Give the settings that a progress file holds. What is not there, or is no such value, is as if never set."""
    return Settings(**{name: kept[name] for name in MEANING if isinstance(kept.get(name), bool)})


def changed(settings: Settings, name: str, word: str) -> Settings:
    """Give the settings with one of them set "on" or "off". Raises ExbackError for another name or word."""
    _known(name)
    if word.casefold() not in WORDS:
        raise ExbackError("A setting is on or off.", hint=f"For example: exback settings {name} on")
    return structs.replace(settings, **{name: WORDS[word.casefold()]})


def told(settings: Settings, name: str | None = None) -> Iterator[str]:
    """Give each setting, or the one named, as a sentence: name, value, what it is for. Raises ExbackError."""
    values = structs.asdict(settings)
    for one in MEANING if name is None else (_known(name),):
        yield f"{one} is {'on' if values[one] else 'off'}: {MEANING[one]}."
    if name is None:
        yield "To change one, say its name and on or off: exback settings plain on"


def _known(name: str) -> str:
    if name not in MEANING:
        raise ExbackError("exback has no such setting.", hint="exback settings lists what there is.")
    return name
