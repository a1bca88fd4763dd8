"""A person's clock, which may be wrong and may travel, and the time that has really passed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

from cohort.people import Nature

from exback.model.dates import day_of


class WornClock:
    """Tells a simulated person the time.

    `day` counts the days that have really passed. `furthest` is the latest date that the clock has ever shown.
    """

    def __init__(self, nature: Nature) -> None:
        self.nature = nature
        self.day = 0
        self.true = nature.born
        self.furthest = date.min
        self.set_backs = 0
        self._wrong = 0
        self._zone = nature.zone(0)

    def dawn(self, day: int, rng: Random) -> None:
        """Go on to some hour of a day; what changes about the clock changes overnight."""
        wrong = self.nature.hours_wrong(day)
        self.set_backs += wrong < self._wrong
        self.day, self._wrong, self._zone = day, wrong, self.nature.zone(day)
        hour = rng.choice((1, 7, 8, 10, 12, 13, 15, 18, 19, 21, 22, 23)) + (24 if rng.random() < 0.01 else 0)
        wanted = self.nature.born + timedelta(days=day, hours=hour - self._zone, minutes=rng.randrange(60))
        self.true = max(self.true + timedelta(minutes=1), wanted)

    def pass_time(self, seconds: int) -> None:
        """Let time pass while somebody reads and types."""
        self.true += timedelta(seconds=seconds)

    def now(self) -> datetime:
        """Give what the clock shows."""
        shown = self.true + timedelta(hours=self._wrong)
        now = shown.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=self._zone)))
        self.furthest = max(self.furthest, day_of(now))
        return now

    @property
    def true_day(self) -> float:
        """Give the days that have really passed, with their fraction."""
        return (self.true - self.nature.born) / timedelta(days=1)
