"""The page that opens a stage: it says what the stage is for, in front of the step that comes first in it."""

from msgspec import structs

from exback.model.context import Context
from exback.model.items import Reading, Wording
from exback.model.program import Step


def with_opening(step: Step, text: Wording, *, claims: tuple[str, ...] = ()) -> Step:
    """Return the first step of a stage with this page in front of it, the first time through."""

    def is_first(here: Context) -> bool:
        return here.last(step.id) is None

    return structs.replace(step, items=(Reading("stage-opening", text, when=is_first, claims=claims), *step.items))
