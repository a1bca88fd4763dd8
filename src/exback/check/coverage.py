"""Counts which answers to one step's questions were open to be given, and which were given how often."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping

from exback.journey import Value

Taken = tuple[str, str]
"""An item, and one answer to it as text."""


class Tally:
    """The answers so far. It chooses what to give next: the rarest, or any. Chance repeats itself."""

    def __init__(self) -> None:
        self.open: dict[Taken, Value] = {}
        self._taken: Counter[Taken] = Counter()
        self._chance = random.Random(0)  # noqa: S311  # chance that can be repeated; it keeps no secret

    @property
    def untaken(self) -> list[Taken]:
        """The answers that were open and never given."""
        return [one for one in self.open if one not in self._taken]

    def offers(self, item: str, values: Iterable[Value]) -> None:
        """Note what a question could be answered with."""
        self.open.update({(item, str(value)): value for value in values})

    def takes(self, answers: Mapping[str, Value]) -> None:
        """Note the answers of one path."""
        self._taken.update((item, str(value)) for item, value in answers.items())

    def rarest(self, item: str, values: tuple[Value, ...]) -> Value:
        """Choose an answer that was given least often."""
        fewest = min(self._taken[item, str(value)] for value in values)
        return self.any(item, tuple(value for value in values if self._taken[item, str(value)] == fewest))

    def any(self, _item: str, values: tuple[Value, ...]) -> Value:
        """Choose one of the answers, all alike."""
        return self._chance.choice(values)
