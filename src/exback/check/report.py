"""The faults of a folder of steps, how far it was explored to find them, and both as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exback.model.dates import noun

RULES = (
    "loads",  # the folder can be loaded
    "ids",  # ids are kebab-case, and no two are the same
    "order",  # every step stands in one stage
    "empty",  # nothing that is shown is empty
    "references",  # what is named is declared
    "reachable",  # every item can come up
    "ends",  # every path comes to its end, and nothing raises on the way
    "branches",  # every option can come up
    "openings",  # every step opens for someone, and no one comes to a dead end
    "evidence",  # findings and claims are named and carried
    "words",  # nothing is said that the program never says
    "readability",  # pages are easy to read
    "length",  # readings are neither long nor thin
    "widths",  # everything fits a narrow terminal
    "voice",  # what people read sounds like speech
)
"""Every rule by its name, in the order in which findings are reported."""


class Fault(Struct, frozen=True):
    """One thing that is wrong: the rule, where (empty for the program as a whole), and what to do about it."""

    rule: str
    step: str
    item: str
    says: str

    @property
    def place(self) -> str:
        """The step, or step and item, where it is."""
        return " / ".join(name for name in (self.step, self.item) if name) or "the program"


class Tried(Struct, frozen=True, kw_only=True):
    """How far one step was explored. A world is what had happened before it was begun, and when that was.

    `paths` were walked in `worlds`. `all_paths` says that in each of these every path was walked, for every answer that
    makes a difference; if not, `most` is about how many one has. In `glances` more worlds a few paths were walked.
    `stopped` says that the bound was reached while new things still showed. `untaken` counts the answers that were
    offered and never given. `opened` says whether anyone ever got to it.
    """

    step: str
    paths: int = 0
    worlds: int = 0
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
    """The outcome of a check. `unmeasured` says what could not be measured here, and how to change that; it is no fault."""

    title: str
    steps: int
    findings: tuple[Fault, ...]
    tried: tuple[Tried, ...] = ()
    walked: Walked | None = None
    unmeasured: str = ""


def lines(report: Report) -> Iterator[str]:
    """Return a report as plain text, line by line."""
    yield f"{report.title}: {_many(report.steps, 'step')}"
    if (walked := report.walked) is not None:
        yield (
            f"{_many(walked.walks, 'walk')} through the whole program, {_many(walked.states, 'state')} seen, "
            f"the longest over {_many(walked.days, 'day')}"
        )
    yield from (f"  {tried.step}: {how_far(tried)}" for tried in report.tried)
    if report.unmeasured:
        yield from ("", report.unmeasured)
    yield ""
    yield f"{_many(len(report.findings), 'finding')}:" if report.findings else "No problems found."
    for fault in report.findings:
        yield f"  {fault.rule}: {fault.place}"
        yield f"      {fault.says}"


def how_far(tried: Tried) -> str:
    """Return in words how much of a step was explored."""
    walked = f"{_many(tried.paths, 'path')} in {_many(tried.worlds, 'world')}"
    if not tried.opened:
        return "it never opened"
    if not tried.paths:
        return f"no path came to its end, in {_many(tried.worlds, 'world')}"
    if tried.all_paths:
        extent = f"{walked}, all of them"
    else:
        never = f"never taken: {_many(tried.untaken, 'option')}"
        taken = never if tried.untaken else "every option taken at least once"
        about = round(tried.most, 2 - len(str(tried.most)))  # an estimate, so only two digits
        extent = f"about {about:,} paths in a world are too many; walked {walked}, {taken}"
    if tried.glances:
        extent += f"; a few paths each in {_many(tried.glances, 'more world')}"
    return f"{extent}; stopped there, with worlds left to try" if tried.stopped else extent


def _many(number: int, thing: str) -> str:
    return f"{number:,} {noun(number, thing)}"
