"""What the program rests on: its steps name findings that exist, and carry every claim of the source."""

from __future__ import annotations

from collections.abc import Iterator

from exback.check.report import Fault
from exback.model.program import Program


def evidence(program: Program) -> Iterator[Fault]:
    """Find keys that no finding has, findings that no step names, and likewise for claims."""
    keys = [finding.key for finding in program.evidence]
    cited = {(step.id, key) for step in program.steps() for key in step.why}
    for step, key in sorted(cited):
        if key not in keys:
            says = f"It rests on “{key}”, and there is no such finding. Add or correct it."
            yield Fault("evidence", step, "", says)
    for key in dict.fromkeys(keys):
        if not any(key == named for _, named in cited):
            yield Fault("evidence", "", key, "No step rests on this finding. Name it in a step, or leave it out.")
        if keys.count(key) > 1:
            yield Fault("evidence", "", key, "Two findings have this key. Give each its own.")
    claims = [claim.id for claim in program.claims]
    carried = list(_carried(program))
    for step, item, claim in carried:
        if claim not in claims:
            says = f"It carries the claim “{claim}”, which nobody makes. Add or correct it."
            yield Fault("evidence", step, item, says)
    for claim in sorted({*claims} - {claim for _, _, claim in carried}):
        yield Fault("evidence", "", claim, "Nothing carries this claim. Name it in a step, an item or a stage.")


def _carried(program: Program) -> Iterator[tuple[str, str, str]]:
    """Return every claim with the step and the item, or the stage in place of the item, that carry it."""
    for stage in program.all_stages:
        yield from (("", stage.id, claim) for claim in stage.claims)
        for step in stage.steps:
            yield from ((step.id, "", claim) for claim in step.claims)
            yield from ((step.id, item.id, claim) for item in step.items for claim in item.claims)
