"""The progress of one person: one JSON file in one folder, saved whole after every event.

The classes are imported when they are first used, because `exback status --short` does without them.
"""

from __future__ import annotations

from exback.store.paths import home_folder

TYPE_CHECKING = False  # importing typing costs as much as starting Python
if TYPE_CHECKING:
    from exback.store.backups import Backup
    from exback.store.progress import Progress
    from exback.store.store import Store

__all__ = ["Backup", "Progress", "Store", "home_folder"]
_MODULES = {"Backup": "backups", "Progress": "progress", "Store": "store"}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # not loaded where no class is used

    return getattr(import_module(f"exback.store.{_MODULES[name]}"), name)
