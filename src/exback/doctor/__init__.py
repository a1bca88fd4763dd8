"""The checks of `exback doctor`: is everything around the progress file in order?

Each group of checks is a module of pure functions over what the store has seen of the folder.
"""

from __future__ import annotations

from datetime import datetime

from exback.doctor import contents, copies, dating, location
from exback.doctor.finding import Finding, Repair
from exback.doctor.recovered_text import page_of
from exback.model.program import Program
from exback.store.inspection import Survey

__all__ = ["Finding", "Repair", "examine"]


def examine(survey: Survey, program: Program, now: datetime, zone: str = "") -> tuple[Finding, ...]:
    """Return all findings, what is wrong first. `zone` is the environment's TZ, empty if it has none."""
    page = None if survey.progress is None else page_of(survey.progress, program)
    findings = [
        *location.findings(survey),
        *copies.findings(survey, page),
        *contents.clock_findings(survey, now, zone),
        *dating.findings(survey, program, now),
        *contents.record_findings(survey, program),
    ]
    return tuple(sorted(findings, key=lambda finding: not finding.is_wrong))
