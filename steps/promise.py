"""The no-contact rule by its ids: the step that makes it, the items that hold its length, what breaks it, and what ends it.

Only ids, so that the line for a shell's prompt needs no step to be loaded.
"""

MADE_IN = "contact-rule"
LENGTH = ("length-days", "length")
BEGAN = "began"
BROKEN_IN = "contact"
BROKEN_ITEM = "kind"
FRESH = ("apart-again", "next", "fresh")
CHOSEN = ("letting-go",)
AS_IT_IS = ("declined", "no-reply", "moved-on")
ENDINGS = (*CHOSEN, *AS_IT_IS)
"""The endings after which the person no longer reaches out: one they chose, and those that happened to them."""
