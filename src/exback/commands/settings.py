"""`exback settings`: list what is set, or set one thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from msgspec import structs

from exback.commands.environment import Environment
from exback.console import tell
from exback.errors import ExbackError
from exback.model.dates import LATEST_DAY_START, day_of, in_words
from exback.model.settings import DAY_START_SET, MEANING, PLAIN, Settings, latest_day_start, settings_of, with_day_start

WORDS = {"on": True, "off": False}
HOURS = {str(hour): hour for hour in range(LATEST_DAY_START + 1)}
VALUES = {PLAIN: tuple(WORDS), DAY_START_SET: tuple(HOURS)}
"""What each setting can be set to."""
MIDNIGHT = "{name} is {hour}: a day begins at midnight."
MIDNIGHT_FROM = "{name} is {hour}: a day begins at midnight, from {day} on."
HOUR = "{name} is {hour}: a day begins at {time}. What you write before that counts for the day before."
HOUR_FROM = (
    "{name} is {hour}: a day begins at {time}, from {day} on. What you write before that counts for the day before."
)


def settings(environment: Environment, name: str | None, word: str | None) -> None:
    """Set one setting if a name and a word are given, then print the settings. Raises ExbackError as `changed` does."""
    current, now = settings_of(environment.store.load().settings), environment.clock()
    if name is not None and word is not None:
        current = changed(current, name, word, now)
        environment.store.set(current)
    tell(*sentences(current, day_of(now), name))


def changed(settings: Settings, name: str, word: str, now: datetime) -> Settings:
    """Return the settings with one of them set to what a word says. Raises ExbackError for another name or word."""
    _must_exist(name)
    if word.casefold() not in VALUES[name]:
        sentence = (
            "plain can be on or off." if name == PLAIN else f"A day can begin at any hour from 0 to {LATEST_DAY_START}."
        )
        raise ExbackError(sentence, hint=f"For example: exback settings {name} {'on' if name == PLAIN else 6}")
    if name == PLAIN:
        return structs.replace(settings, plain=WORDS[word.casefold()])
    return structs.replace(settings, day_starts=with_day_start(settings.day_starts, HOURS[word], now))


def sentences(settings: Settings, today: date, name: str | None = None) -> Iterator[str]:
    """Yield each setting, or only the named one, as a sentence: name, value, meaning. Raises ExbackError."""
    if name is not None:
        _must_exist(name)
    if name in (None, PLAIN):
        yield f"{PLAIN} is {'on' if settings.plain else 'off'}: {MEANING[PLAIN]}."
    if name in (None, DAY_START_SET):
        yield _day_start_sentence(settings, today)
    if name is None:
        yield "To change one: exback settings plain on, or exback settings day-start 6"


def _day_start_sentence(settings: Settings, today: date) -> str:
    first, hour = latest_day_start(settings)
    begins = {(False, False): MIDNIGHT, (False, True): MIDNIGHT_FROM, (True, False): HOUR, (True, True): HOUR_FROM}
    is_later = first is not None and first > today
    day = in_words(first, today) if first is not None else ""
    return begins[bool(hour), is_later].format(name=DAY_START_SET, hour=hour, time=f"{hour:02}:00", day=day)


def _must_exist(name: str) -> None:
    if name not in MEANING:
        raise ExbackError("exback has no such setting.", hint="To see all settings: exback settings")
