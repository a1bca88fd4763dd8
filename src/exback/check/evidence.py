"""What the program rests on: its steps name findings that exist, and carry every claim of the source."""

from __future__ import annotations

from collections.abc import Iterator

from exback.check.report import Fault
from exback.program import Program


def evidence(program: Program) -> Iterator[Fault]:
    """Find keys that no finding has, findings that no step names, and likewise for claims."""
    keys = [finding.key for finding in program.evidence]
    for step in program.steps():
        for key in step.why:
            if key not in keys:
                yield Fault(
                    "evidence", step.id, "", f"It rests on “{key}”, and there is no such finding. Add or correct it."
                )
    cited = {key for step in program.steps() for key in step.why}
    for key in dict.fromkeys(keys):
        if key not in cited:
            yield Fault("evidence", "", key, "No step rests on this finding. Name it in a step, or leave it out.")
        if keys.count(key) > 1:
            yield Fault("evidence", "", key, "Two findings have this key. Give each its own.")
    yield from _claims(program)


def _claims(program: Program) -> Iterator[Fault]:
    known = [claim.id for claim in program.claims]
    carried = list(_carried(program))
    for step, item, claim in carried:
        if claim not in known:
            yield Fault(
                "evidence", step, item, f"It carries the claim “{claim}”, which nobody makes. Add or correct it."
            )
    for claim in dict.fromkeys(known):
        if not any(claim == one for _, _, one in carried):
            yield Fault("evidence", "", claim, "Nothing carries this claim. Name it in a step, an item or a stage.")


def _carried(program: Program) -> Iterator[tuple[str, str, str]]:
    for stage in program.all_stages:
        yield from (("", stage.id, claim) for claim in stage.claims)
        for step in stage.steps:
            yield from ((step.id, "", claim) for claim in step.claims)
            yield from ((step.id, item.id, claim) for item in step.items for claim in item.claims)
