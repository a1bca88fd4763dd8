"""What “Am I ready” takes today, shown once as advice to someone who did it when it took less."""

from exback.model.context import Context
from exback.model.gates import done_before_version
from exback.model.items import Reading
from exback.model.journey import Journey
from exback.model.prose import Prose

from .am_i_ready import LOOKS_GOOD, list_missing, list_there
from .readiness import STEP_ID, TAKES_A_NO, VERSION, sign, signs

BEGIN_WITH_IT = ("what-has-changed", "their-side", "apology")
"""The steps that show it, from their second version on. So does “One invitation”, to someone who never began that."""
DONE_BEFORE = done_before_version(STEP_ID, VERSION)


def _begun(journey: Journey, step: str, version: int) -> bool:
    """Whether a step was begun in a version of it, or a later one."""
    runs = (*journey.finished(step), journey.unfinished(step))
    return any(run is not None and run.step_version >= version for run in runs)


def _is_new(here: Context) -> bool:
    """Whether they were ready by the earlier conditions, and haven't begun anything yet that shows the new ones."""
    shown_in = ((STEP_ID, VERSION), *((step, 2) for step in BEGIN_WITH_IT), ("one-invitation", 1))
    return (
        here.finished is None
        and DONE_BEFORE.check(here.journey).open
        and here.journey.is_done(STEP_ID)
        and not any(_begun(here.journey, step, version) for step, version in shown_in)
    )


def _conditions(here: Context) -> Prose:
    shown = (*signs(here.journey), sign(TAKES_A_NO, here.journey))
    return (
        "“Am I ready” asks more today. What it opened stays open, so take this as advice.",
        list_there(shown),
        list_missing(shown),
        LOOKS_GOOD if all(each.is_there for each in shown) else "You can wait until the rest is there, too.",
    )


ADVICE_ONCE = Reading("new-conditions", _conditions, when=_is_new)
