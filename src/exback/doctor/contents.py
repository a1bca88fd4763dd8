"""Does what the progress file says make sense, with this clock and these steps?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from exback.doctor.dating import misdated
from exback.doctor.finding import Finding
from exback.model.dates import day_of, in_words, spelt
from exback.model.program import Program
from exback.store.inspection import Survey

YEARS = range(2026, 2100)
SET_CLOCK = "Set the clock, then go on. You won't lose any days."
RETIRED = (
    "One entry is from a step that exback no longer has ({steps}). It's still saved, and exback export includes it."
)
ALL_RETIRED = "{count} entries are from steps that exback no longer has ({steps}). They're still saved, and exback export includes them."
ORPHAN = "One answer is to a question that exback no longer asks. It's still saved."
ORPHANS = "{count} answers are to questions that exback no longer asks. They're still saved."
NAMED_ZONE = re.compile(r":?([A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+)")


def clock_findings(survey: Survey, now: datetime, zone: str) -> Iterator[Finding]:
    """Yield what is wrong with the clock or the time zone. `zone` is the environment's TZ, empty if there is none."""
    path, today = survey.file.path, day_of(now)
    if now.year not in YEARS:
        yield Finding("clock-strange", f"This computer's clock shows the year {now.year}.", path, hint=SET_CLOCK)
    match = NAMED_ZONE.fullmatch(zone)
    if match is not None and not _is_known(match[1]):
        sentence = f"exback doesn't know the time zone in TZ, {zone}, so it counts your days by the clock of Greenwich."
        yield Finding("zone-unknown", sentence, path, hint="Set TZ to a zone such as Europe/Berlin.")
    runs = survey.progress.runs if survey.progress is not None else []
    wrong = misdated(runs, now)
    last = max((run.day for run in runs if run.id not in wrong), default=today)
    if (last - today).days > 1:  # one day may come from crossing the date line
        sentence = f"Your last entry is from {in_words(last, today)}, but this computer's clock shows {in_words(today, today)}."
        yield Finding("clock-behind", sentence, path, hint=SET_CLOCK)


def record_findings(survey: Survey, program: Program) -> Iterator[Finding]:
    """Yield what is good to know of the entries; none of it is wrong."""
    if survey.progress is None:
        return
    runs, path = survey.progress.runs, survey.file.path
    known = {name for step in program.steps() for name in (step.id, *step.former)}
    retired = [run for run in runs if run.step not in known and not run.is_deleted]
    if retired:
        steps = ", ".join(sorted({run.step for run in retired}))
        sentence = (RETIRED if len(retired) == 1 else ALL_RETIRED).format(
            count=spelt(len(retired)).capitalize(), steps=steps
        )
        yield Finding("steps-retired", sentence, path, is_wrong=False)
    orphans = sum(len(program.adopted(run).orphans) for run in runs)
    if orphans:
        sentence = (ORPHAN if orphans == 1 else ORPHANS).format(count=spelt(orphans).capitalize())
        yield Finding("orphans", sentence, path, is_wrong=False)
    if survey.progress.extra or any(run.extra for run in runs):
        sentence = "The file has fields that this version of exback doesn't know. They're kept as they are."
        yield Finding("unknown-fields", sentence, path, is_wrong=False)


def _is_known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
