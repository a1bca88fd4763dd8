"""The findings of `exback doctor` as text: lines for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from exback.doctor.finding import Finding
from exback.model.prose import encodable, visible

FORMAT = "exback-doctor"
VERSION = 1
WELL = "All is in order."
GOOD_TO_KNOW = "Good to know:"


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the findings line by line, what is wrong first, each with its path and what can be done."""
    wrong: list[Finding] = []
    notes: list[Finding] = []
    for finding in findings:
        (wrong if finding.is_wrong else notes).append(finding)
    if not wrong:
        yield WELL
    for finding in wrong:
        yield from _lines_of(finding)
    if notes:
        yield GOOD_TO_KNOW
    for finding in notes:
        yield from _lines_of(finding)


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as one JSON object, without a word of what the person wrote."""
    whole = {"format": FORMAT, "version": VERSION, "findings": [_fields(finding) for finding in findings]}
    return visible(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode())


def _lines_of(finding: Finding) -> Iterator[str]:
    yield finding.sentence
    yield f"  {finding.path}"
    if finding.hint:
        yield f"  {finding.hint}"


def _fields(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "wrong": finding.is_wrong,
        "sentence": encodable(finding.sentence),
        "path": encodable(finding.path),
        "repair": finding.repair,
        "hint": encodable(finding.hint) or None,
    }
