"""`exback why`: the studies behind the steps, each with its sample, its limits and its source."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from exback.commands.environment import Environment
from exback.commands.output import show
from exback.model.evidence import Finding
from exback.model.program import Program, Step, findings_of
from exback.screen.pages.why import draw_why

TITLE = "What's known, and how well"
HONEST = (
    "Many of these studies are small, or show only which things go together. No one has tested exback itself in a trial, and "
    "no one knows a way to make a person come back."
)
NONE = "There's no study behind this step. It's here because it seems sensible."


def why(environment: Environment, step_id: str | None) -> int:
    """Show the findings behind one step, or all of them. Return the exit code.

    Raises UnknownStep, or NotNow for a step that is withheld.
    """
    program = environment.program
    named = environment.named_steps()
    if step_id is None:
        lines = tuple(of_program(program, named))
    else:
        step = program.step(step_id)
        if step.id not in named:
            environment.must_not_be_withheld(step)
        lines = tuple(of_step(program, step))
    return show(environment, TITLE, lines, partial(draw_why, lines))


def of_step(program: Program, step: Step) -> Iterator[str]:
    """Yield the lines about one step: its title, its purpose, and the findings it rests on."""
    yield step.title
    yield step.purpose
    findings = findings_of(program, step)
    if not findings:
        yield NONE
    for finding in findings:
        yield from _lines(finding)
    yield ""
    yield HONEST


def of_program(program: Program, named: Collection[str]) -> Iterator[str]:
    """Yield all findings, each with the steps that rest on it. `named` has the ids of the steps that may be named."""
    yield "What exback is based on"
    yield HONEST
    for finding in program.evidence():
        yield from _lines(finding)
        steps = [step.id for step in program.steps() if finding.key in step.why and step.id in named]
        if steps:
            yield f"  Used in: {', '.join(steps)}"


def _lines(finding: Finding) -> Iterator[str]:
    yield from ("", finding.result)
    yield f"  Who: {finding.sample}."
    yield f"  Limits: {finding.limits}"
    yield f"  Source: {finding.source}."
