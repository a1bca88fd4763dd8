"""What a person has set, and exback remembers in the progress file: names, values, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

MEANING = {"plain": "plain lines, for screen readers and simple terminals"}
"""What each setting is for, by its name."""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings. `plain`: talk in plain lines, also where the terminal could do more."""

    plain: bool = False


def settings_of(kept: Mapping[str, Any]) -> Settings:
    """Give the settings that a progress file holds. What is not there, or is no such value, is as if never set."""
    return Settings(**{name: kept[name] for name in MEANING if isinstance(kept.get(name), bool)})
