"""The program that people go through: its stages, its endings, and what the engine follows in it."""

from typing import TYPE_CHECKING

from exback.model.program import Coming, Program, StreakRule

from . import promise
from .companion import COMPANION, contact, hard_dates, letter, pause, rhythm
from .companion.on_which_day import DATED_BY
from .endings import ENDINGS
from .no_contact import NO_CONTACT
from .reattraction import REATTRACTION
from .soul_searching import SOUL_SEARCHING, happy_without
from .tracking import SLIP_MENTIONS, TRACKING, UNWANTED

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
    streak=StreakRule(
        step=promise.MADE_IN,
        length=promise.LENGTH,
        began=promise.BEGAN,
        dated_by=DATED_BY,
        broken_in=promise.BROKEN_IN,
        broken_item=promise.BROKEN_ITEM,
        broken_by=contact.SLIPS,
        uncounted=contact.UNCOUNTED,
        also=SLIP_MENTIONS,
        unless=UNWANTED,
        thing="slip",
        ended_by=contact.RULE_ENDED_BY,
        agreed=contact.TOLD_AGREED,
        no_longer_agreed=contact.NO_LONGER_AGREED,
        returned=contact.NONE_WHILE_AWAY,
        day_told=contact.OF_A_DAY,
    ),
    pauses=(
        (pause.STEP.id, "what"),
        (pause.STEP.id, "until"),
        (contact.STEP.id, "rest"),
        (rhythm.STEP_ID, rhythm.ITEM),
    ),
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
