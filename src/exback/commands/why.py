"""`exback why`: the findings behind the steps, each with its sample, its limits and its source, as plain lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from textwrap import fill

from exback.model.evidence import Finding
from exback.model.program import Program, Step, findings_of

HONEST = (
    "Much of this is small, or shows only what goes together. Nobody has tested exback itself in a trial, and nobody "
    "knows a way to make a person come back."
)
NONE = "This step rests on no study. It is there because people would expect it."
MEASURE = 78


def of_step(program: Program, step: Step) -> Iterator[str]:
    """Give what one step rests on."""
    yield step.title
    yield step.purpose
    findings = findings_of(program, step)
    if not findings:
        yield NONE
    for finding in findings:
        yield ""
        yield from _told(finding)
    yield ""
    yield HONEST


def of_program(program: Program, named: Collection[str]) -> Iterator[str]:
    """Yield all findings, each with the steps that rest on it. `named` has the ids of the steps that may be named."""
    yield "What exback rests on"
    yield HONEST
    for finding in program.evidence:
        yield ""
        yield from _told(finding)
        steps = [step.id for step in program.steps() if finding.key in step.why and step.id in named]
        if steps:
            yield f"  Used in: {', '.join(steps)}"


def wrapped(lines: Iterator[str], width: int) -> str:
    """Give lines broken at a width; what is indented stays so."""
    return "\n".join(_wrap(line, min(width, MEASURE)) for line in lines)


def _told(finding: Finding) -> Iterator[str]:
    yield finding.result
    yield f"  Who: {finding.sample}."
    yield f"  Limits: {finding.limits}"
    yield f"  Source: {finding.source}."


def _wrap(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return fill(
        line, width, initial_indent="", subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
