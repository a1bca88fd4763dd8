"""What a program lets its people see of themselves, declared by its author.

Which answers are numbers to follow, what counts as something that happened, which words may be quoted in passing. The
engine computes and draws it, and knows no step by name.
"""

from __future__ import annotations

from msgspec import Struct


class Series(Struct, frozen=True, kw_only=True):
    """A scale that is followed over time, under a name. `dated_by` is the item that says which day a run is about."""

    step: str
    item: str
    title: str
    dated_by: str = ""


class Answers(Struct, frozen=True, kw_only=True):
    """The answers to one question that mean that something happened: one of `values`, or any where none are named.

    `dated_by` is as in Series. Answers `unless` of the same day say that it was something else, and are believed.
    """

    step: str
    item: str
    values: tuple[str | bool, ...] = ()
    dated_by: str = ""
    unless: Answers | None = None


class Events(Struct, frozen=True, kw_only=True):
    """Something that happens now and then.

    `thing` names one of it, with a plural in s, `with_one` stands after "a day with". `told` are runs that tell of one
    each, so they have an hour. `also` are answers that only say that a day had one. One that `is_unwanted` is nothing to
    wait for more of: then no number is named from which on something is shown.
    """

    thing: str
    with_one: str
    told: Answers
    also: tuple[Answers, ...] = ()
    is_unwanted: bool = False


class Wave(Struct, frozen=True, kw_only=True):
    """Something that rises and falls while a step is walked, and that one may act on or not.

    `before` and `after` are scales of `step`, `acted` a yes-or-no item. `thing` and `with_one` are as in Events,
    `passed` and `acted_on` say what became of one that was not acted on, and of one that was.
    """

    thing: str
    with_one: str
    step: str
    before: str
    after: str
    acted: str
    passed: str
    acted_on: str


class Kinds(Struct, frozen=True, kw_only=True):
    """A question whose options are counted: what there was most of. `thing` and `is_unwanted` are as in Events."""

    title: str
    thing: str
    step: str
    item: str
    is_unwanted: bool = False


class Quotable(Struct, frozen=True, kw_only=True):
    """Words that may be quoted on a page that others might see in passing. `about` follows "you wrote".

    Where a boundary holds, only those are that are `harmless` even then: nothing about the other person, and
    nothing of where somebody will be.
    """

    step: str
    item: str
    about: str = ""
    harmless: bool = False


class Tracking(Struct, frozen=True, kw_only=True):
    """All of it. `glance` are the series of the status page, `daily` those of the day, `around` what they are seen beside.

    `timed` are the events whose hours and weekdays are looked at, beside those of `wave`. `scales` are asked together
    on a few days, `weekly` come round for as long as the program goes.
    """

    glance: tuple[Series, ...] = ()
    daily: tuple[Series, ...] = ()
    around: tuple[Events, ...] = ()
    wave: Wave | None = None
    timed: tuple[Events, ...] = ()
    kinds: tuple[Kinds, ...] = ()
    scales: tuple[Series, ...] = ()
    weekly: tuple[Series, ...] = ()
    quotable: tuple[Quotable, ...] = ()
