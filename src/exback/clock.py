"""The computer's clock, read in one place."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """Return this moment with the local UTC offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
