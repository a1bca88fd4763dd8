"""The settings that exback remembers in the progress file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from exback.model.dates import DAY_START, day_start, day_starts_of, later

PLAIN, DAY_START_SET = "plain", "day-start"
MEANING = {
    PLAIN: "plain lines, for screen readers and simple terminals",
    DAY_START_SET: "the hour a day starts, for night shifts",
}
"""What each setting does, by its name."""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings. `plain` prints plain lines even if the terminal could do more.

    `day_starts` are the hours at which days begin, each by the first day that begins at it: days before it keep their own.
    """

    plain: bool = False
    day_starts: dict[date, int] = {}

    @property
    def saved(self) -> dict[str, Any]:
        """The settings as they are in a progress file, without what was never set."""
        starts = {day.isoformat(): hour for day, hour in sorted(self.day_starts.items())}
        return {"plain": self.plain, **({"day_starts": starts} if starts else {})}


def settings_of(saved: Mapping[str, Any]) -> Settings:
    """Return the settings in a progress file; a missing or invalid value counts as never set."""
    return Settings(plain=saved.get("plain") is True, day_starts=day_starts_of(saved.get("day_starts")))


def with_day_start(day_starts: Mapping[date, int], hour: int, now: datetime) -> dict[date, int]:
    """Return the hours at which days begin, with another one from the next day on that hasn't begun.

    That is today's date as long as it's before both hours: then it's still yesterday by the old one and the new one.
    """
    today = now.date()
    first = today if now.hour < min(hour, day_start(today)) else later(today, 1)
    return {**{day: old for day, old in day_starts.items() if day < first}, first: hour}


def latest_day_start(settings: Settings) -> tuple[date | None, int]:
    """Return the first day that begins at the hour that was set last, and that hour; None if none was set."""
    return max(settings.day_starts.items(), default=(None, DAY_START))
