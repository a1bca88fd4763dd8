"""The promise of quiet, by its names: which step makes it, where its length stands, what breaks it, what begins anew, and
which endings leave the other person behind.

Only names, so that a line for the prompt of a shell can be had without loading a step.
"""

MADE_IN = "contact-rule"
LENGTH = ("length-days", "length")
BROKEN_IN = "contact"
BROKEN_ITEM = "kind"
FRESH = ("apart-again", "next", "fresh")
CHOSEN = ("letting-go",)
AS_IT_IS = ("declined", "no-reply", "moved-on")
ENDINGS = (*CHOSEN, *AS_IT_IS)
"""The endings after which nobody is reached out to any more: one that was chosen, and those that came as things are."""
