"""`exback doctor`: is everything in order? Each group of checks is a module, pure, over what the store has seen."""

from __future__ import annotations

from datetime import datetime

from exback.doctor import contents, copies, dating, location
from exback.doctor.finding import Finding, Repair
from exback.doctor.recovered_text import page_of
from exback.model.program import Program
from exback.store.inspection import Survey

__all__ = ["Finding", "Repair", "examine"]


def examine(survey: Survey, program: Program, now: datetime, zone: str = "") -> tuple[Finding, ...]:
    """Give what there is to say, what is wrong first. `zone` is the environment's TZ."""
    page = None if survey.progress is None else page_of(survey.progress, program)
    found = [
        *location.findings(survey),
        *copies.findings(survey, page),
        *contents.clock_findings(survey, now, zone),
        *dating.findings(survey, program, now),
        *contents.record_findings(survey, program),
    ]
    return tuple(sorted(found, key=lambda finding: not finding.is_wrong))
