"""x."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from exback.errors import ExbackError
from exback.model.settings import MEANING, Settings

WORDS = {"on": True, "off": False}


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
