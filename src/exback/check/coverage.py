"""What could be chosen while a step is walked, and how often each of it was."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from exback.journey import Value

Choice = TypeVar("Choice")


class Coverage:
    """Counts the answers that were open and those that were given, by question. Chance is seeded, so it repeats itself."""

    def __init__(self) -> None:
        self.open: dict[tuple[str, str], Value] = {}
        self._taken: Counter[tuple[str, str]] = Counter()
        self._random = random.Random(0)  # noqa: S311  # chance that can be repeated; it keeps no secret

    @property
    def untaken(self) -> list[tuple[str, str]]:
        """The answers that were open and never given, each as its item and its text."""
        return [answer for answer in self.open if answer not in self._taken]

    def offer(self, item: str, values: Iterable[Value]) -> None:
        """Count the answers to a question as open."""
        self.open.update({(item, str(value)): value for value in values})

    def take(self, answers: Mapping[str, object]) -> None:
        """Count the answers of one path as given."""
        self._taken.update((item, str(value)) for item, value in answers.items())

    def rarest(self, item: str, values: Sequence[Choice]) -> Choice:
        """Return one of the values that were given least often."""
        counts = [self._taken[item, str(value)] for value in values]
        fewest = min(counts)
        return self.any(item, [value for value, count in zip(values, counts, strict=True) if count == fewest])

    def any(self, _item: str, values: Sequence[Choice]) -> Choice:
        """Return one of the values, each as likely as the others."""
        return self._random.choice(values)

    def next(self, what: str, choices: Sequence[Choice]) -> Choice:
        """Return the choice that was made least often, and count it as made."""
        choice = self.rarest(what, choices)
        self.take({what: choice})
        return choice
