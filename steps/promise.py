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
CLOSE = (*TOGETHER, "accepted", "meet-and-go-slowly")
"""The steps in which they tell that they're close again, or on the way to it."""
RETURNED = ("coming-back", "contact", ("no",))
"""The answer, as step, item and values, with which someone who comes back says that there was no contact while they were away."""
KEEP = "keep"
"""The last question of such an ending: a run that has no answer to it was closed by a boundary on the way."""
SENT_IN = ("one-invitation", "apology")
REPLY, NOTHING = "reply", "nothing"
"""The question about what came back from the one message, in the steps `SENT_IN`, and the answer that nothing did."""
AGREED = (*((step, REPLY, ("yes",)) for step in SENT_IN), ("meet-and-go-slowly", "was", ()))
"""The answers, as step, item and values, after which the two are in touch by agreement; without values, any answer."""
IN_TOUCH = (*AGREED, *((step, KEEP, ()) for step in TOGETHER))
"""The answers after which the two are in touch by agreement, or together again."""
LOOKED_BACK_IN = ("rule-is-over", "next")
"""The question, as step and item, that asks on the last day of the rule what comes next."""
KEPT = ((*LOOKED_BACK_IN, ("keep-going",)),)
GIVEN_UP = ((*LOOKED_BACK_IN, ("none",)),)
OVER = (*IN_TOUCH, *GIVEN_UP)
"""The answers after which no rule runs until a new one is made."""
ENDINGS = ("letting-go", "declined", "no-reply", "moved-on", *TOGETHER)
"""The endings after which the rule leads nowhere: one they chose, those that happened to them, and being together again."""
HOLDS, APART = "holds", "apart"
TAKEN_BACK = ("no", APART)
"""The answers in the latest run of an ending that take it back, to the question `HOLDS` or to its own in `ASKED_IN`."""
ASKED_IN = {"moved-on": "is-so"}
NO_REPLY = "no-reply"
"""The ending that no longer holds once an answer came after all."""
