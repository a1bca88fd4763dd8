"""Ten weeks of a made-up life as plain runs, for pages that look back. The same on every machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from support.lives import LIFE
from support.person import ZONE
from support.record import numbered

from exback.model.run import Run, Value

BEGAN = datetime(2026, 3, 2, 19, 30, tzinfo=ZONE)
DAYS = 70
SLIPS = (9, 27)
CONTACTS = (19, 33, 46)
LOOKS = (2, 4, 5, 8, 11, 15, 16, 22, 24, 31, 40, 58)
MISSED = {12, 13, 26, 41, 42, 43, 55}


def run(step: str, day: int, hour: int, minutes: int = 2, *, number: int = 0, **answers: Value) -> Run:
    """Give a finished run on a day counted from the first, with answers (underscores for hyphens)."""
    began = BEGAN.replace(hour=0, minute=0) + timedelta(days=day, hours=hour, minutes=number % 50)
    return Run(
        id=f"{step}-{day}-{hour}-{number}",
        step=step,
        started=began,
        finished=began + timedelta(minutes=minutes),
        answers={item.replace("_", "-"): value for item, value in answers.items()},
    )


def ten_weeks(days: int = DAYS) -> Sequence[Run]:
    """Give everything that was written down in the first `days` days, in its order."""
    runs = [*_steps(), *_check_ins(), *_urges(), *_contacts(), *_looks(), *_weekly()]
    return numbered(sorted((one for one in runs if (one.started - BEGAN).days < days), key=lambda one: one.started))


def _steps() -> Iterator[Run]:
    for number, step in enumerate(
        ("your-story", "the-whole-story", "why-space", "contact-rule", "clear-cues", "risky-moments")
    ):
        yield _told(step, 0, 20, number)
    yield _told("first-week", 1, 18, 0)
    yield _told("why-it-ended", 8, 18, 0)
    yield _told("was-it-that-good", 12, 18, 0)
    yield _told("who-am-i-now", 15, 18, 0)
    yield _told("what-opened-up", 30, 18, 0)
    yield run("hard-dates", 40, 18, what="Their birthday", when="2026-05-16", plan="Dinner at my sister's.")


def _told(step: str, day: int, hour: int, number: int) -> Run:
    answers = {item.replace("-", "_"): value for item, value in LIFE[step].items()}
    return run(step, day, hour, 8, number=number, **answers)  # type: ignore[arg-type]  # lives are told as objects


def _check_ins() -> Iterator[Run]:
    chance = Random(4)
    for day in range(1, DAYS + 1):
        if day in MISSED:
            continue
        beside = {*SLIPS, *CONTACTS, *LOOKS}
        low = (2 if day in beside else 0) + (1 if day - 1 in beside else 0)
        mood = max(0, min(10, round(3 + day / 16 - low / 2 + chance.uniform(-1.4, 1.4))))
        longing = max(0, min(10, round(9 - day / 14 + low / 2 + chance.uniform(-1.2, 1.2))))
        sleep = max(0, min(10, round(4 + day / 25 - low / 2 + chance.uniform(-1.5, 1.5))))
        yield run("check-in", day, 21, 1, mood=mood, longing=longing, sleep=sleep, happened=[])


def _urges() -> Iterator[Run]:
    chance = Random(11)
    for number in range(26):
        day = round(number * number / 10.4) + 1
        hour = chance.choice((22, 22, 23, 23, 24, 25, 21, 8, 13, 17))
        before = chance.randint(5, 9)
        after = max(0, before - chance.randint(1, 5))
        wrote = day in SLIPS
        yield run(
            "urge",
            day,
            hour,
            chance.randint(6, 17),
            number=number,
            before=before,
            after=after,
            wrote=wrote,
            now_what="wait",
        )


def _contacts() -> Iterator[Run]:
    for day in SLIPS:
        yield run("contact", day, 23, 3, number=49, kind="i-wrote", before="Late, alone.", change="The phone sleeps.")
    for day in CONTACTS:
        yield run("contact", day, 18, 3, kind="they-wrote", answered=False, felt="Odd.")
    yield run("contact", 36, 12, 2, kind="logistics", about="The keys.")


def _looks() -> Iterator[Run]:
    for number, day in enumerate(LOOKS):
        what = ("profile", "profile", "old", "profile", "friends")[number % 5]
        yield run("look", day, 22, 2, what=what, looking_for="A sign.")


def _weekly() -> Iterator[Run]:
    for number, day in enumerate((10, 12, 14)):
        yield run(
            "missing-or-bargaining",
            day,
            19,
            longing=7 - number,
            acceptance=3 + number,
            rumination=7 - 2 * number,
            hope=6,
            loneliness=6 - number,
            either_way=2 + number,
        )
    for week in range(8):
        yield run("two-questions", 11 + 7 * week, 20, 6, want=8 - week // 2, without=4 + week // 2)
