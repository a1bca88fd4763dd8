"""The endings that close re-attraction and stop the steps that repeat until then."""

from exback.model.gates import any_of, done

from . import promise

ENDED = (
    *((step, "closed, as you chose") for step in promise.CHOSEN),
    *((step, "closed, as things are") for step in promise.AS_IT_IS),
)
HAS_ENDED = any_of(*map(done, promise.ENDINGS))
