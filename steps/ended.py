"""Endings after which nobody is reached out to any more: what they close, and what need not be asked again."""

from exback.model.gates import any_of, done

from . import promise

ENDED = (
    *((step, "closed, as you chose") for step in promise.CHOSEN),
    *((step, "closed, as things are") for step in promise.AS_IT_IS),
)
HAS_ENDED = any_of(*map(done, promise.ENDINGS))
