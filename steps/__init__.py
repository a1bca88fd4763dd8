"""The program that people walk: its table of contents."""

from exback.program import Program, Streak

from .companion import COMPANION, contact, pause
from .endings import ENDINGS
from .no_contact import NO_CONTACT
from .reattraction import REATTRACTION
from .soul_searching import SOUL_SEARCHING
from .welcome import WELCOME

PROGRAM = Program(
    title="exback",
    welcome=WELCOME,
    stages=(NO_CONTACT, SOUL_SEARCHING, REATTRACTION),
    companion=COMPANION,
    endings=ENDINGS,
    first="your-story",
    daily="check-in",
    moment="urge",
    streak=Streak(
        step="contact-rule",
        length=("length-days", "length"),
        broken_in=contact.STEP.id,
        broken_item="kind",
        broken_by=contact.SLIPS,
        uncounted=contact.UNCOUNTED,
    ),
    pauses=((pause.STEP.id, "what"), (pause.STEP.id, "until"), (contact.STEP.id, "rest")),
)
