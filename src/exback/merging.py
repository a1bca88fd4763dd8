"""Uniting the progress file with another one, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from exback.dates import count
from exback.errors import Locked
from exback.fresh_start import held
from exback.store import Store
from exback.store.codec import Codec


def merge(store: Store, other: Path, ask: Callable[[Path], Codec]) -> str:
    """Unite a file with the person's own, and give what to say. Raises StoreError; both are as they were then.

    `ask` gives what opens the other one, if it is locked in a way of its own.
    """
    try:
        news = store.merge(other)
    except Locked:
        news = store.merge(other, ask(other))
    if news is None:
        return "All that is in that file was here already. Nothing was changed."
    lines = []
    if news.added:
        lines.append(f"{_entries(news.added)} came in.")
    if news.changed:
        lines.append(
            f"{_entries(news.changed)} stood in both files and differed. What was said last stands; the rest is kept."
        )
    lines += [f"Your file holds {held(store.load())} now.", f"  {store.path}", "As it was before: exback restore"]
    return "\n".join(lines)


def _entries(number: int) -> str:
    return count(number, "entry").capitalize()
