"""What a program rests on: findings that its steps name, and the claims of its source that it carries."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True, kw_only=True):
    """One row of the evidence.

    `found` is one sentence. `sample` says who was asked or counted, and how many. `limits` says what the finding
    cannot show. `source` names the publication.
    """

    key: str
    found: str
    sample: str
    limits: str
    source: str


class Claim(Struct, frozen=True):
    """Something that the source says and the program must carry, `said` in our own words."""

    id: str
    said: str


def in_short(finding: Finding) -> str:
    """Give a finding in one breath, for the page that says why something is asked."""
    return f"{finding.found} ({finding.sample}. {finding.limits})"
