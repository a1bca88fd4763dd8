"""The findings of `exback doctor` as text: lines for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from exback.doctor.finding import Finding
from exback.doctor.installation import Installation
from exback.model.prose import encodable, visible

FORMAT = "exback-doctor"
VERSION = 1
WELL = "Everything is fine."
GOOD_TO_KNOW = "Good to know:"


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the findings line by line, what is wrong first, each with its path and what can be done."""
    wrong = [finding for finding in findings if finding.is_wrong]
    notes = [finding for finding in findings if not finding.is_wrong]
    for head, group in (("" if wrong else WELL, wrong), (GOOD_TO_KNOW if notes else "", notes)):
        if head:
            yield head
        for finding in group:
            yield finding.sentence
            yield f"  {finding.path}"
            if finding.hint:
                yield f"  {finding.hint}"


def installation_lines(installation: Installation) -> Iterator[str]:
    """Yield how exback was installed, where it is, and how to update it."""
    yield installation.sentence
    yield f"  {installation.path}"
    yield f"  {installation.hint}"


def as_json(findings: Iterable[Finding], installation: Installation) -> str:
    """Return the findings as one JSON object, without a word of what the person wrote."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "installed": {"as": installation.way, "path": encodable(installation.path)},
        "findings": [_fields(finding) for finding in findings],
    }
    return visible(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode())


def _fields(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "wrong": finding.is_wrong,
        "sentence": encodable(finding.sentence),
        "path": encodable(finding.path),
        "repair": finding.repair,
        "hint": encodable(finding.hint) or None,
    }
