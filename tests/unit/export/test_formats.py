"""The JSON export: the whole progress, nothing left out."""

from __future__ import annotations

from support.lives import LIFE
from support.person import Clock, Person

from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.model.program import Program
from exback.model.run import Run
from exback.store import Progress
from exback.store.decode import decode


class TestJson:
    """The whole progress."""

    def test_is_the_progress_itself(self, person: Person, program: Program) -> None:
        """Reading it gives the same values, to the last one."""
        person.answers("your-story", dict(LIFE["your-story"]))
        progress = person.store.load()
        text = FORMATS["json"].render(program, person.journey, progress, Options())
        assert decode(text.encode(), "p") == progress

    def test_keeps_what_this_version_does_not_know(self, program: Program, clock: Clock) -> None:
        """Steps, answers and fields of another version are in it as they were, under their old names."""
        gone = Run(id="a", step="gone-step", started=clock(), orphans={"x": {"deep": 1}}, extra={"weather": ["grey"]})
        progress = Progress(runs=[gone], settings={"a": 1}, extra={"colour": 2})
        text = FORMATS["json"].render(program, program.journey([gone], clock()), progress, Options())
        assert decode(text.encode(), "p") == progress
