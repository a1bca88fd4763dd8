"""The no-contact rule by its ids: the step that makes it, the items that hold its length, what breaks it, and what ends it.

Only ids, so that the line for a shell's prompt needs no step to be loaded.
"""

MADE_IN = "contact-rule"
LENGTH = ("length-days", "length")
BEGAN = "began"
BROKEN_IN = "contact"
BROKEN_ITEM = "kind"
FRESH = ("apart-again", "next", "fresh")
TOGETHER = ("together-again",)
KEEP = "keep"
"""The last question of such an ending: a run that has no answer to it was closed by a boundary on the way."""
ENDINGS = ("letting-go", "declined", "no-reply", "moved-on", *TOGETHER)
"""The endings after which the rule leads nowhere: one they chose, those that happened to them, and being together again."""
HOLDS, APART = "holds", "apart"
TAKEN_BACK = ("no", APART)
"""The answers in the latest run of an ending that take it back, to the question `HOLDS` or to its own in `ASKED_IN`."""
ASKED_IN = {"moved-on": "is-so"}
LATE_YES = ("no-reply", "one-invitation", "reply", "yes")
"""An ending, and the answer (step, item, value) after which it no longer holds."""
