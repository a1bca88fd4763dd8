"""The research that a program refers to, and the claims of the text that it is based on."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True, kw_only=True):
    """One row of the evidence.

    `result` is one sentence. `sample` is who was asked or counted, and how many. `limits` is what the finding can't show.
    `source` is the publication.
    """

    key: str
    result: str
    sample: str
    limits: str
    source: str


class Claim(Struct, frozen=True):
    """Something that the source says and the program must say too, in our own words."""

    id: str
    text: str


def in_short(finding: Finding) -> str:
    """Return a finding as one paragraph, for the page that says why something is asked."""
    return f"{finding.result} ({finding.sample}. {finding.limits})"
