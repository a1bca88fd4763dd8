"""The program that people go through: its stages, its endings, and what the engine follows in it."""

from typing import TYPE_CHECKING

from exback.model.program import Coming, Program

from . import promise
from .companion import COMPANION, hard_dates, letter, pause, rhythm
from .endings import ENDINGS
from .no_contact import NO_CONTACT
from .reattraction import REATTRACTION
from .soul_searching import SOUL_SEARCHING, happy_without
from .tracking import STREAK, TRACKING

if TYPE_CHECKING:
    from exback.model.distress import Concerns
    from exback.model.evidence import Claim, Finding
    from exback.model.items import Reading


# `exback status` needs none of these, so they're loaded where they're asked for.


def _welcome() -> "tuple[Reading, ...]":
    from .welcome import WELCOME

    return WELCOME


def _concerns() -> "Concerns":
    from .concerns import CONCERNS

    return CONCERNS


def _evidence() -> "tuple[Finding, ...]":
    from .evidence import EVIDENCE

    return EVIDENCE


def _claims() -> "tuple[Claim, ...]":
    from .source import CLAIMS

    return CLAIMS


def _never_says() -> tuple[str, ...]:
    from .voice import NEVER_SAYS

    return NEVER_SAYS


PROGRAM = Program(
    title="exback",
    welcome=_welcome,
    stages=(NO_CONTACT, SOUL_SEARCHING, REATTRACTION),
    companion=COMPANION,
    endings=ENDINGS,
    first="your-story",
    daily="check-in",
    moment="urge",
    trouble="now",
    returning=promise.RETURNED[0],
    goes_on=(rhythm.STEP_ID, rhythm.DAILY),
    streak=STREAK,
    pauses=pause.PAUSES,
    coming=(
        Coming(
            step=hard_dates.STEP.id,
            day="when",
            words=("what", "plan"),
            title="a hard date",
            neutral="A day with a plan",
        ),
        Coming(
            step=letter.STEP.id,
            day="until",
            of="letter",
            title="You can read {waiting}",
            neutral="Something to read",
        ),
        Coming(
            step=happy_without.STEP.id,
            day="year",
            title="You can read what you wrote about a good year",
            neutral="Something to read",
            a_year_later=True,
        ),
    ),
    fresh=promise.FRESH,
    tracking=TRACKING,
    evidence=_evidence,
    claims=_claims,
    never_says=_never_says,
    concerns=_concerns,
)
