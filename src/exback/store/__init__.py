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


def __getattr__(name: str) -> object:
    """Import a class when it's first asked for. Raises AttributeError."""
    if name == "Backup":
        from exback.store.backups import Backup

        return Backup
    if name == "Progress":
        from exback.store.progress import Progress

        return Progress
    if name == "Store":
        from exback.store.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
