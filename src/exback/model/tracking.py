"""Which answers of a program `exback insights` and the status page show, declared by its author.

That is which numbers are followed over time, what counts as an event, and which words may be quoted on the status page. The
engine computes and draws them without knowing any step by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from exback.model.journey import Journey
    from exback.model.run import Run


class Series(Struct, frozen=True, kw_only=True):
    """A scale that is followed over time. `dated_by` are the items that may say which day a run is about."""

    step: str
    item: str
    title: str
    dated_by: tuple[str, ...] = ()


class Answers(Struct, frozen=True, kw_only=True):
    """The answers to one question that mean something happened: one of `values`, or any answer if that is empty.

    `dated_by` is as in Series. If there are answers to any of `unless` for the same day, it was something else and doesn't
    count. Answers that are often given only the morning after stand for the day before as well (`or_day_before`). `counts` says
    whether a run with such an answer means it, where the rest of the run has to say that.
    """

    step: str
    item: str
    values: tuple[str | bool, ...] = ()
    dated_by: tuple[str, ...] = ()
    unless: tuple[Answers, ...] = ()
    or_day_before: bool = False
    counts: Callable[[Run], bool] | None = None


class Events(Struct, frozen=True, kw_only=True):
    """Something that happens now and then.

    `thing` is the word for one of them (its plural ends in s), `with_one` follows "a day with". The runs with `answers`
    are about one event each, so they have an hour. `also` are answers that only say that a day had one. If it `is_unwanted`,
    no page says how many more are needed before something is shown.
    """

    thing: str
    with_one: str
    answers: Answers
    also: tuple[Answers, ...] = ()
    is_unwanted: bool = False


class Wave(Struct, frozen=True, kw_only=True):
    """An urge: something that rises and falls during a step, and that the person acts on or not.

    `before` and `after` are scales of `step`, `acted` is a yes-or-no item. `thing` and `with_one` are as in Events. `passed`
    and `acted_on` are the words for one that wasn't acted on, and for one that was.
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
    """A question whose options are counted, to show which was chosen most. `thing` and `is_unwanted` are as in Events.

    A run with the answers `unless` isn't counted. `dated_by` is as in Series. Where the options depend on the person, `names` says
    what a run's answer is, in their own words as far as they are in a journey. `part` is the part of the insights that it's in.
    """

    title: str
    thing: str
    step: str
    item: str
    part: str = "kinds"
    is_unwanted: bool = False
    unless: Answers | None = None
    dated_by: tuple[str, ...] = ()
    names: Callable[[Run, Journey], str] | None = None


class Questionnaire(Struct, frozen=True, kw_only=True):
    """A published questionnaire: the questions `items` of a step, whose answers are whole numbers that are added up.

    `highest` is the highest sum there is.
    """

    title: str
    step: str
    items: tuple[str, ...]
    highest: int


class Quotable(Struct, frozen=True, kw_only=True):
    """Words that may be quoted on the status page, which others might see in passing. `about` follows "you wrote".

    While a boundary holds, only those that are `harmless` are quoted: nothing about the other person, and nothing about
    where someone will be. Those `of_rule` are quoted only while a rule runs: together again, no one is held to their quiet.
    """

    step: str
    item: str
    about: str = ""
    harmless: bool = False
    of_rule: bool = False


class Tracking(Struct, frozen=True, kw_only=True):
    """Everything that a program shows. `glance` are the series of the status page.

    `daily` are the series of the daily check-in, and `around` the events they are compared with. `timed` are events whose
    hours and weekdays are shown, besides those of `wave`. `scales` are asked together on a few days, `weekly` every week.
    `questionnaires` and `ended`, the (step, item) that says when the relationship ended, are for the sheet for a doctor.
    """

    glance: tuple[Series, ...] = ()
    daily: tuple[Series, ...] = ()
    around: tuple[Events, ...] = ()
    wave: Wave | None = None
    timed: tuple[Events, ...] = ()
    kinds: tuple[Kinds, ...] = ()
    scales: tuple[Series, ...] = ()
    weekly: tuple[Series, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    ended: tuple[str, str] = ("", "")
    quotable: tuple[Quotable, ...] = ()
