"""The promise of quiet, by its names: which step makes it, where its length stands, what breaks it, what begins anew.

Only names, so that a line for the prompt of a shell can be had without loading a step.
"""

MADE_IN = "contact-rule"
LENGTH = ("length-days", "length")
BROKEN_IN = "contact"
BROKEN_ITEM = "kind"
FRESH = ("apart-again", "next", "fresh")
