"""The program that people walk: its table of contents."""

from exback.program import Coming, Program, Streak

from .companion import COMPANION, contact, hard_dates, letter, pause
from .endings import ENDINGS, apart_again
from .evidence import EVIDENCE
from .no_contact import NO_CONTACT
from .patterns import PATTERNS
from .reattraction import REATTRACTION
from .soul_searching import SOUL_SEARCHING
from .source import CLAIMS
from .voice import NEVER_SAYS
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
        thing="slip",
    ),
    pauses=((pause.STEP.id, "what"), (pause.STEP.id, "until"), (contact.STEP.id, "rest")),
    coming=(
        Coming(step=hard_dates.STEP.id, day="when", words=("what", "plan")),
        Coming(step=letter.STEP.id, day="until", title="A letter that you put by is there to read"),
    ),
    fresh=(apart_again.STEP.id, "next", "fresh"),
    patterns=PATTERNS,
    evidence=EVIDENCE,
    claims=CLAIMS,
    never_says=NEVER_SAYS,
)
