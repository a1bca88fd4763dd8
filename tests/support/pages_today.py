"""What someone reads about themselves today: on the status page, in plain lines, in the menu, in JSON and in the short line."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.status_json import status_json
from exback.commands.status_short import line
from exback.commands.wizard import Wizard
from exback.engine.sentences import next_opening
from exback.insights.overview import overview
from exback.screen.pages.insights import plain_insights
from exback.screen.pages.status import draw_status, plain_status


def page(person: Person) -> str:
    """Return the status page, with its lines joined."""
    drawn = draw_status(person.program, person.guide, person.journey.today, 80, colour=False)
    return " ".join(drawn.split())


def plain(person: Person) -> list[str]:
    """Return the status in plain lines."""
    return list(plain_status(person.program, person.guide, person.journey.today))


def menu(person: Person) -> str:
    """Return what the menu says above its options."""
    wizard = Wizard(person.program, person.store, Scripted({}), person.clock)
    return "\n".join(map(str, wizard._today(person.guide, person.journey).body))


def in_json(person: Person) -> dict[str, Any]:
    """Return `exback status --json`."""
    whole: dict[str, Any] = json.loads(status_json(person.guide, (), "file", 1))
    return whole


def short(person: Person) -> str:
    """Return `exback status --short`."""
    return line(person.store.home, person.clock())


def insights(person: Person) -> str:
    """Return `exback insights` in plain lines."""
    return "\n".join(plain_insights(overview(person.program, person.journey)))


def everywhere(person: Person) -> str:
    """Return all of it."""
    return "\n".join((page(person), *plain(person), menu(person), insights(person)))


def soon(person: Person) -> tuple[str, date | None] | None:
    """Return which step is named as what comes soon, and its day."""
    each = next_opening(person.guide, person.journey.today)
    return None if each is None else (each.step.id, each.date)


def does_what_is_weekly(person: Person) -> None:
    """Put what is asked every week into the file, what comes up by itself, and today's check-in, so that none of it comes sooner."""
    person.puts("coming-back", contact="no", then="not-now")
    person.puts("how-often", rhythm="daily")
    person.puts("larger-thing", thing="not-this-week")
    for step in ("live-forward", "two-questions", "missing-or-bargaining", "rule-is-over", "check-in"):
        told = {item.replace("-", "_"): value for item, value in LIFE.get(step, {}).items()}
        person.puts(step, **told)  # type: ignore[arg-type]  # lives are told as objects
