"""What was found in a folder of steps, what was tried to find it, and both as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

RULES = (
    "loads",  # the folder can be loaded
    "ids",  # ids are kebab-case, and no two are the same
    "order",  # every step stands in one stage
    "empty",  # nothing that is shown is empty
    "references",  # what is named is declared
    "reachable",  # every item can come up
    "ends",  # every path comes to its end, and nothing raises on the way
    "branches",  # every option can come up
    "openings",  # every step opens for somebody, and nobody comes to a wall
    "evidence",  # findings and claims are named and carried
    "words",  # nothing is said that the program never says
    "readability",  # pages are easy to read
    "length",  # readings are neither long nor thin
    "widths",  # everything fits a narrow terminal
)
"""Every rule by its name, in the order in which findings are told."""


class Fault(Struct, frozen=True):
    """One thing that is wrong: the rule, where (empty for the program as a whole), and what to do about it."""

    rule: str
    step: str
    item: str
    says: str

    @property
    def place(self) -> str:
        """Where it is, as one writes it: step, or step and item."""
        return " / ".join(name for name in (self.step, self.item) if name) or "the program"


class Tried(Struct, frozen=True, kw_only=True):
    """How far one step was explored.

    `paths` were walked in `worlds`. `all_paths` says that in each of these worlds every path was walked, for every
    answer that makes a difference; if not, `most` is about how many one world has. Into `glances` more worlds only a
    look was taken, a few paths each. `stopped` says that the bound was reached before the worlds came to an end.
    `untaken` counts the answers that were offered and never given. `opened` says whether anybody ever got to it.
    """

    step: str
    paths: int
    worlds: int
    all_paths: bool = True
    most: int = 0
    glances: int = 0
    stopped: bool = False
    untaken: int = 0
    opened: bool = True


class Walked(Struct, frozen=True):
    """The walks through the whole program: how many, over how many states, and how many days the longest took."""

    walks: int
    states: int
    days: int


class Report(Struct, frozen=True, kw_only=True):
    """Everything that a check found. The folder is sound when there are no `findings`.

    `unmeasured` says what could not be measured here, and how to change that; it is no fault.
    """

    title: str
    steps: int
    findings: tuple[Fault, ...]
    tried: tuple[Tried, ...] = ()
    walked: Walked | None = None
    unmeasured: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def lines(report: Report) -> Iterator[str]:
    """Give a report as plain text, line by line. The exit code is 1 when anything was found, else 0."""
    yield f"{report.title}: {_many(report.steps, 'step')}"
    yield from _explored(report)
    if report.unmeasured:
        yield ""
        yield report.unmeasured
    yield ""
    if report.sound:
        yield "Sound: nothing was found."
        return
    yield f"{_many(len(report.findings), 'finding')}:"
    for fault in report.findings:
        yield f"  {fault.rule}: {fault.place}"
        yield f"      {fault.says}"


def _explored(report: Report) -> Iterator[str]:
    if report.walked is not None:
        walked = report.walked
        yield (
            f"{_many(walked.walks, 'walk')} through the whole program, {_many(walked.states, 'state')} seen, "
            f"the longest over {_many(walked.days, 'day')}"
        )
    for tried in report.tried:
        yield f"  {tried.step}: {how_far(tried)}"


def how_far(tried: Tried) -> str:
    """Give in words how much of a step was explored."""
    walked = f"{_many(tried.paths, 'path')} in {_many(tried.worlds, 'world')}"
    if not tried.opened:
        return "it never opened"
    if not tried.paths:
        return f"no path came to its end, in {_many(tried.worlds, 'world')}"
    if tried.all_paths:
        told = f"{walked}, all of them"
    else:
        taken = "every option taken at least once" if not tried.untaken else f"never taken: {tried.untaken} options"
        told = f"about {_rounded(tried.most):,} paths in a world are too many; walked {walked}, {taken}"
    if tried.glances:
        told += f"; a few paths each in {_many(tried.glances, 'world')} more"
    return f"{told}; stopped there, with worlds left to try" if tried.stopped else told


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _rounded(number: int) -> int:
    """Give an estimate with no more digits than it deserves."""
    digits = max(0, len(str(number)) - 2)
    return round(number, -digits)
