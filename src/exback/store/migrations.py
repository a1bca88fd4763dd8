"""Migrations of a progress file from an older version to the current one, one version at a time.

A migration is a pure function: it takes the whole file of its version, as dicts and lists, and returns that of the next. It
leaves in what it doesn't know. Once released it is never changed: tests/golden has a file of every released version, and
what it is migrated to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]
Migrations: TypeAlias = Mapping[int, Callable[[Raw], Raw]]

MIGRATIONS: Migrations = MappingProxyType({})
"""By the version that a migration starts from. Version 1 is the first, so there is no migration yet."""


def migrated(raw: Raw, to: int, migrations: Migrations) -> Raw | None:
    """Return a file in version `to`, None if a migration is missing. A file of that version is returned as it is."""
    version = raw.get("version")
    while isinstance(version, int) and version < to:
        step = migrations.get(version)
        if step is None:
            return None
        raw, version = {**step(raw), "version": version + 1}, version + 1
    return raw
