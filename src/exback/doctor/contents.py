"""Does what the progress file says make sense, with this clock and these steps?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from exback.doctor.dating import misdated
from exback.doctor.finding import Finding
from exback.model.dates import count, day_of, in_words
from exback.model.program import Program
from exback.store.inspection import Survey

YEARS = range(2026, 2100)
SET_CLOCK = "Set the clock right, then go on. No day is lost by it."
NAMED_ZONE = re.compile(r":?([A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+)")


def clock_findings(survey: Survey, now: datetime, zone: str) -> Iterator[Finding]:
    """Yield what is wrong with the clock or the time zone. `zone` is the environment's TZ, empty if there is none."""
    path, today = survey.file.path, day_of(now)
    if now.year not in YEARS:
        yield Finding("clock-strange", f"This computer's clock shows the year {now.year}.", path, hint=SET_CLOCK)
    match = NAMED_ZONE.fullmatch(zone)
    if match is not None and not _is_known(match[1]):
        sentence = (
            f"The time zone in TZ, {zone}, is not known here, so your days are counted by the clock of Greenwich."
        )
        yield Finding("zone-unknown", sentence, path, hint="Set TZ to a zone such as Europe/Berlin.")
    runs = survey.progress.runs if survey.progress is not None else []
    wrong = misdated(runs, now)
    last = max((run.day for run in runs if run.id not in wrong), default=today)
    if (last - today).days > 1:  # one day may come from crossing the date line
        days = f"{in_words(last, today)}, and this computer's clock shows {in_words(today, today)}"
        yield Finding("clock-behind", f"Your last entry is of {days}.", path, hint=SET_CLOCK)


def record_findings(survey: Survey, program: Program) -> Iterator[Finding]:
    """Yield what is good to know of the entries; none of it is wrong."""
    if survey.progress is None:
        return
    runs, path = survey.progress.runs, survey.file.path
    known = {name for step in program.steps() for name in (step.id, *step.former)}
    retired = [run for run in runs if run.step not in known and not run.is_deleted]
    if retired:
        steps = ", ".join(sorted({run.step for run in retired}))
        entries = count(len(retired), "entry").capitalize()
        sentence = f"{entries} of steps that exback no longer has. They are kept, and export shows them: {steps}."
        yield Finding("steps-retired", sentence, path, is_wrong=False)
    orphans = sum(len(program.adopted(run).orphans) for run in runs)
    if orphans:
        answers = count(orphans, "answer").capitalize()
        sentence = f"{answers} to questions that exback no longer asks. They are kept."
        yield Finding("orphans", sentence, path, is_wrong=False)
    if survey.progress.extra or any(run.extra for run in runs):
        sentence = "The file holds fields that this exback does not know. They are kept as they are."
        yield Finding("unknown-fields", sentence, path, is_wrong=False)


def _is_known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
