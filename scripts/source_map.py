"""Write docs/source-map.md: which step and item carries which claim of the source. Run by `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exback.loader import load
from exback.model.program import Program

PAGE = Path(__file__).parents[1] / "docs" / "source-map.md"
HEAD = """# Source map

exback began with a short self-help article, “How to get your ex back after a breakup in 3 steps”, and its readers' comments. This page
says which step makes each of their claims now. If a claim says more than is known, the step says something weaker that's true.
`exback why STEP` shows the studies behind a step.

`make docs` makes this page from the claims that stages, steps and items name, and a test checks that it's up to date. The words are
ours.

| claim | in our words | where it is |
|---|---|---|
"""


def page(program: Program) -> str:
    """Return the page for a program."""
    rows = (f"| {claim.id} | {claim.text} | {', '.join(_carriers(program, claim.id))} |" for claim in program.claims())
    return HEAD + "\n".join(rows) + "\n"


def _carriers(program: Program, claim_id: str) -> Iterator[str]:
    for stage in program.all_stages:
        if claim_id in stage.claims:
            yield f"stage `{stage.id}`"
        for step in stage.steps:
            if claim_id in step.claims:
                yield f"`{step.id}`"
            yield from (f"`{step.id}`/`{item.id}`" for item in step.items if claim_id in item.claims)


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
