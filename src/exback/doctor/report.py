"""What a doctor says: lines for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from exback.doctor.finding import Finding
from exback.model.prose import encodable, visible

FORMAT = "exback-doctor"
VERSION = 1
WELL = "All is in order."
GOOD_TO_KNOW = "Good to know:"


def lines(found: Iterable[Finding]) -> Iterator[str]:
    """Give what was found, what is wrong first, each with its place and what can be done."""
    wrong: list[Finding] = []
    notes: list[Finding] = []
    for finding in found:
        (wrong if finding.is_wrong else notes).append(finding)
    if not wrong:
        yield WELL
    for finding in wrong:
        yield from _told(finding)
    if notes:
        yield GOOD_TO_KNOW
    for finding in notes:
        yield from _told(finding)


def as_json(found: Iterable[Finding]) -> str:
    """Give what was found as one JSON object. It holds no word that the person wrote."""
    whole = {"format": FORMAT, "version": VERSION, "findings": [_fields(finding) for finding in found]}
    return visible(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode())


def _told(finding: Finding) -> Iterator[str]:
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
