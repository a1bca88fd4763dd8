"""The settings that exback remembers in the progress file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

MEANING = {"plain": "plain lines, for screen readers and simple terminals"}
"""What each setting does, by its name."""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings. `plain` prints plain lines even if the terminal could do more."""

    plain: bool = False


def settings_of(saved: Mapping[str, Any]) -> Settings:
    """Return the settings in a progress file; a missing or invalid value counts as never set."""
    return Settings(**{name: saved[name] for name in MEANING if isinstance(saved.get(name), bool)})
