"""What people can follow about themselves: the scales, the events that count, and the words that may be quoted back."""

from exback.model.program import Step, StreakRule
from exback.model.tracking import Answers, Events, Kinds, Questionnaire, Quotable, Series, Tracking, Wave

from . import promise, triggers
from .companion import check_in, contact, look, urge
from .companion.on_which_day import DATED_BY
from .soul_searching import missing_or_bargaining, two_questions

MOOD = Series(step=check_in.STEP.id, item="mood", title="Mood", dated_by=("day",))
LONGING = Series(step=check_in.STEP.id, item="longing", title="Longing", dated_by=("day",))
SLEEP = Series(step=check_in.STEP.id, item="sleep", title="Sleep", dated_by=("day",))


def _kinds(*values: str, unless: tuple[Answers, ...] = ()) -> Answers:
    """Return some kinds of contact as answers."""
    return Answers(step=contact.STEP.id, item="kind", values=values, dated_by=DATED_BY, unless=unless)


SLIP = Events(
    thing="slip",
    with_one="a slip",
    answers=_kinds(*contact.SLIPS),
    is_unwanted=True,
)
ALLOWED = _kinds(*contact.UNCOUNTED)
EXPLAINED = _kinds(*contact.UNCOUNTED, *contact.STARTED_BY_THEM, contact.SLEPT)
UNWANTED = Answers(step=contact.STEP.id, item="meant", values=(contact.UNWANTED,))
"""Runs that say that it wasn't wanted: no contact, whatever kind it was called."""
NIGHTS = _kinds(contact.SLEPT, unless=(UNWANTED,))
NIGHTS_OF_ONES_OWN_IDEA = Answers(step=contact.STEP.id, item=contact.OWN_IDEA, values=(True,), dated_by=DATED_BY)
SENT_TODAY = tuple(Answers(step=step, item="sent", values=("yes",)) for step in ("one-invitation", "apology"))
AGREED_MEETING = Answers(step="meet-and-go-slowly", item="was", or_day_before=True)
"""A meeting that was told of, often on the day after it."""
# A check-in means any contact, also what the other one started; after an urge it was this person who wrote.
CONTACT_MENTIONS = (
    Answers(step=urge.STEP.id, item="wrote", values=(True,), unless=(ALLOWED,)),
    Answers(
        step=check_in.STEP.id,
        item="happened",
        values=("contact",),
        dated_by=("day",),
        unless=(EXPLAINED, *SENT_TODAY, AGREED_MEETING),
    ),
)
"""Other answers that mention a day with contact. A run of the contact step says more, so it wins."""
SLIP_MENTIONS = (NIGHTS_OF_ONES_OWN_IDEA, *CONTACT_MENTIONS)
"""Answers that mean a slip, besides the kinds of contact that always are one."""
STREAK = StreakRule(
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
    given_up=contact.answers_of(promise.GIVEN_UP),
    kept=contact.RULE_KEPT,
    agreed=contact.TOLD_AGREED,
    no_longer_agreed=contact.NO_LONGER_AGREED,
    returned=contact.NONE_WHILE_AWAY,
    day_told=contact.OF_A_DAY,
)
CONTACT = Events(
    thing="contact",
    with_one="contact",
    answers=_kinds(*contact.SLIPS, *contact.STARTED_BY_THEM),
    also=(NIGHTS, *CONTACT_MENTIONS),
    is_unwanted=True,
)
HAD_TO_GO = Answers(step=look.STEP.id, item="what", values=("place",), counts=look.may_have_had_to_go)
"""Places that children, work or a home may have brought them to: no check on the other one."""
LOOK = Events(
    thing="check",
    with_one="a check on them",
    answers=Answers(
        step=look.STEP.id,
        item="what",
        dated_by=DATED_BY,
        counts=lambda run: not look.may_have_had_to_go(run),
    ),
    also=(Answers(step=check_in.STEP.id, item="happened", values=("looked",), dated_by=("day",)),),
)
URGE = Wave(
    thing="urge",
    with_one="an urge",
    step=urge.STEP.id,
    before="before",
    after="after",
    acted="wrote",
    passed="passed without a message",
    acted_on="ended in a message",
)

# Words about the person and what is ahead of them: someone who walks past may see the page. So nothing about the other
# person, nothing from a letter or from a step that asks about safety. Plans name places, so someone who may be looked for
# is quoted only the harmless ones.
OWN_WORDS = (
    Quotable(step="contact-rule", item="signature", of_rule=True),
    Quotable(step="why-space", item="space-for", about="about what space could give you", of_rule=True),
    Quotable(step="first-week", item="learnt", about="about what helped", harmless=True),
    Quotable(step="who-am-i-now", item="back-1", about="about what you'd pick up again"),
    Quotable(step="kindness-and-my-part", item="friend", about="what a good friend would say"),
    Quotable(step="what-opened-up", item="opened", about="about what has become possible"),
    Quotable(step="what-opened-up", item="strength", about="about a strength you found", harmless=True),
    Quotable(step="live-forward", item="change", about="about a change you wanted to make"),
    Quotable(step="happy-without", item="year", about="about a good year"),
    Quotable(step="letting-go", item="keep", about="about the good that came of it"),
    Quotable(step="declined", item="keep", about="about the good that came of it"),
    Quotable(step="no-reply", item="keep", about="about the good that came of it"),
    Quotable(step="now", item="line", about="for a bad hour"),
)


def _triggers(title: str, thing: str, step: Step, *, is_unwanted: bool = False) -> Kinds:
    return Kinds(
        title=title,
        thing=thing,
        step=step.id,
        item=triggers.SET_OFF,
        part="triggers",
        is_unwanted=is_unwanted,
        names=triggers.name_of,
    )


TRACKING = Tracking(
    glance=(MOOD, LONGING),
    daily=(MOOD, LONGING, SLEEP),
    around=(CONTACT, LOOK),
    wave=URGE,
    timed=(SLIP,),
    kinds=(
        Kinds(
            title="How you checked on them",
            thing="check",
            step=look.STEP.id,
            item="what",
            unless=HAD_TO_GO,
            dated_by=DATED_BY,
        ),
        Kinds(
            title="What kind of contact it was",
            thing="entry",
            step=contact.STEP.id,
            item="kind",
            is_unwanted=True,
            unless=UNWANTED,
            dated_by=DATED_BY,
        ),
        _triggers("What set off your urges", "urge", urge.STEP),
        _triggers("What set off your slips", "slip", contact.STEP, is_unwanted=True),
        _triggers("What set off your checks on them", "check", look.STEP),
    ),
    scales=tuple(
        Series(step=missing_or_bargaining.STEP.id, item=scale, title=title)
        for scale, (title, _) in missing_or_bargaining.SCALES.items()
    ),
    weekly=(
        Series(step=two_questions.STEP.id, item="want", title="Wanting them"),
        Series(step=two_questions.STEP.id, item="without", title="Happy without them"),
    ),
    questionnaires=(
        Questionnaire(title="PHQ-2 (low mood)", step=check_in.STEP.id, items=check_in.PAIRS["low mood"], highest=6),
        Questionnaire(title="GAD-2 (worry)", step=check_in.STEP.id, items=check_in.PAIRS["worry"], highest=6),
    ),
    ended=("your-story", "ended"),
    quotable=OWN_WORDS,
)
