"""Endings after which nobody is reached out to any more: what they close, and what need not be asked again."""

from exback.rules import any_of, done

AS_CHOSEN = "closed, as you chose"
AS_IT_IS = "closed, as things are"
ENDED = (
    ("letting-go", AS_CHOSEN),
    ("declined", AS_IT_IS),
    ("no-reply", AS_IT_IS),
    ("moved-on", AS_IT_IS),
)
HAS_ENDED = any_of(*(done(step) for step, _ in ENDED))
