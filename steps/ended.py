"""The endings that close stages, and whether the last of them still holds."""

from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.journey import Journey

from . import promise

TOGETHER = tuple((step, "closed, as you're together again") for step in promise.TOGETHER)
ENDED = (
    *((step, "closed, as you chose") for step in promise.CHOSEN),
    *((step, "closed, as things are") for step in promise.AS_IT_IS),
    *TOGETHER,
)
APART_AGAIN = (promise.FRESH[0],)
"""The step that opens again what an ending has closed: it began again, and it ended again."""


def _check_ended(journey: Journey) -> Verdict:
    endings = [run for step in promise.ENDINGS if journey.is_done(step) and (run := journey.last(step))]
    latest = max(endings, key=lambda run: run.finish_number, default=None)
    apart = journey.last(APART_AGAIN[0])
    has_ended = latest is not None and (apart is None or apart.finish_number < latest.finish_number)
    return OPEN if has_ended else closed("Opens after “{title}”.", promise.CHOSEN[0])


HAS_ENDED = Gate(_check_ended, tuple((step, "") for step in (*promise.ENDINGS, *APART_AGAIN)))
