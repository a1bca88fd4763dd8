"""From an older version of the file to this one, a step at a time, as pure functions over plain JSON.

A function takes the whole file of its version, as Python's dicts and lists, and gives that of the next. It
changes nothing that it was given, and what it does not know it leaves in. Once released it is never changed:
tests/golden holds a file of every released version, and what becomes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]
Migrations: TypeAlias = Mapping[int, Callable[[Raw], Raw]]

MIGRATIONS: Migrations = MappingProxyType({})
"""By the version that a function starts from. Version 1 is the first, so there is none yet."""


def migrated(raw: Raw, to: int, migrations: Migrations) -> Raw | None:
    """Give a file as version `to` would hold it, None where no way leads there. The newest is given as it is."""
    version = raw.get("version")
    while isinstance(version, int) and version < to:
        step = migrations.get(version)
        if step is None:
            return None
        raw, version = {**step(raw), "version": version + 1}, version + 1
    return raw
