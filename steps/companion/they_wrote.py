"""The other person wrote first: wait, read it twice, and decide what you want before you answer."""

from datetime import date

from exback.model.boundaries import (
    ASKED_TO_MEET,
    ASKED_TO_STOP,
    HOURS_BETWEEN,
    WANTS_CONTACT,
    WROTE_FREELY,
    asked_to_meet,
    safety_questions,
)
from exback.model.context import Context
from exback.model.dates import later
from exback.model.gates import quiet
from exback.model.happened import days_late, last_number
from exback.model.items import Choice, Confirm, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..remarks import page_on
from ..situation import (
    DOOR,
    HIDE,
    ByBoundary,
    afraid,
    children_too,
    left,
    may_write_about_children,
    named_person,
    order_too,
)
from .contact import (
    ABOUT_CHILDREN,
    OWN_IDEA,
    OWN_IN_TOUCH,
    RULE_KEPT,
    SLIPS,
    has_no_end,
    is_slip,
    lifted,
    running_rule,
    words_about_children,
)
from .on_which_day import DATED_BY
from .rhythm import days_over

STEP_ID = "they-wrote"
LONG_AFTER_DAYS = 90
ANSWER_WINDOW_DAYS = 30
"""What they write within so many days of one's own message may be an answer to it."""

OWN_MESSAGE = "You wrote to them, or asked to meet, in the last 30 days."
THEY_ASKED = (
    asked_to_meet(
        STEP_ID, "Opens when you've said in “{title}” on two days, at least a day apart, that they want to be in touch."
    ),
    quiet("contact", "kind", (*SLIPS, OWN_IN_TOUCH), ANSWER_WINDOW_DAYS, OWN_MESSAGE, dated_by=DATED_BY),
    quiet("contact", OWN_IDEA, (True,), ANSWER_WINDOW_DAYS, OWN_MESSAGE, dated_by=DATED_BY),
    quiet("urge", "wrote", (True,), ANSWER_WINDOW_DAYS, OWN_MESSAGE),
    quiet("one-invitation", "sent", ("yes",), ANSWER_WINDOW_DAYS, OWN_MESSAGE),
    quiet("apology", "sent", ("yes",), ANSWER_WINDOW_DAYS, OWN_MESSAGE),
)
"""Open when the other one wrote first and asked to meet, and it can't be an answer to a message of one's own."""


def _may_answer(here: Context) -> bool:
    return not here.withheld


def _answer_options(here: Context) -> tuple[Option, ...]:
    return (
        Option("none", "Don't answer"),
        Option("logistics", "Answer only the practical part", "two lines"),
        Option("show", "Show it to someone first"),
        Option("no", "Say a kind no"),
        Option("small-talk", "Make a little small talk"),
        Option("yes", "Say yes to what they ask"),
    )


NO_ANSWER = ByBoundary(
    asked_to_stop="You said they don't want contact, so exback doesn't help with an answer yet. First it asks whether they want to be "
    "in touch.",
    ordered_away="You were told to keep away from them. Don't answer, even though they wrote first, unless the order itself allows "
    "it. Save the message, and ask a lawyer or whoever made the order.",
    afraid_of_me="They need to feel safe from you, so exback doesn't help with an answer, even now that they've written.",
)
IN_DANGER = "If someone may be in danger, call the emergency number. Don't go there, and don't write."


def _boundary_reading(here: Context) -> Prose:
    """Return what a boundary asks of them, shown before any thought of an answer."""
    if afraid(here):
        return (
            (
                "Don't answer. You don't owe them a word, whatever they wrote. Save the message, because it may help you later. If you're in "
                "danger, or they say they may harm themselves, call the emergency number. It doesn't have to be you who goes. If you "
                "think silence could make them angry, talk to a helpline first: exback crisis"
            ),
            *order_too(here),
            *children_too(here),
            HIDE,
        )
    return (*NO_ANSWER.fitting(here), *words_about_children(here, ABOUT_CHILDREN), IN_DANGER)


def _last_own_message(here: Context) -> date | None:
    """Return the day on which they last started contact themselves, if that's recent."""
    journey = here.journey
    runs = [answer.run for answer in here.all_said("urge", "wrote") if answer.value is True]
    messages = (*here.all_said("one-invitation", "sent"), *here.all_said("apology", "sent"))
    runs += [answer.run for answer in messages if answer.value == "yes"]
    days = [(run, 0) for run in runs]
    days += [(run, days_late(journey, run, DATED_BY)) for run in journey.finished("contact") if is_slip(run)]
    recent = (
        later(journey.day(run), -late) for run, late in days if journey.days_since(run) + late < ANSWER_WINDOW_DAYS
    )
    return max(recent, default=None)


def _own_message_note(here: Context) -> Prose:
    """Return the day on which they last wrote themselves, if recent: an answer to that wasn't freely written."""
    day = _last_own_message(here)
    if day is not None:
        return f"On {here.date(day)} you wrote to them, or asked to meet. If this may be an answer to that, say no."
    if not here.withheld and any(answer.value is True for answer in here.all_said(STEP_ID, WROTE_FREELY)):
        return "If you're writing to each other now because they started it, say yes."
    return ""


def _is_long_after(here: Context) -> bool:
    """Whether the other one wrote freely, three months or more after the start, and no boundary holds."""
    story = here.last("your-story")
    long_ago = story is not None and here.journey.days_since(story) >= LONG_AFTER_DAYS
    return long_ago and not here.withheld and here[WROTE_FREELY] is True


ALLOWED = {
    "logistics": "practical matters",
    "co-parenting": "messages about the children, and practical matters",
    "shared-work": "what work or your course needs",
    "as-allowed": "what's been arranged",
}


def _to_someone_who_left(here: Context) -> Prose:
    ended = (
        "You ended it. If you don't mean to go back, small talk can sound like hope to them, and a clear no is kinder. You don't have to "
        "answer the same thing twice."
    )
    return " ".join((ended, *_rule_on_answers(here)))


def _rule_on_answers(here: Context) -> tuple[str, ...]:
    """Return what their rule says about an answer; empty if none is running, or if it's over and wasn't kept on."""
    rule = running_rule(here)
    if rule is None:
        return ()
    ends = not (has_no_end(here.journey) or last_number(here.journey, RULE_KEPT) > rule.finish_number)
    if ends and days_over(here.journey) >= 0:
        return ()
    allowed = ALLOWED.get(str(rule.answers.get("kind")))
    if allowed is None:
        until = " until it's over" if ends else ""
        return (f"Your rule is still on. An answer can wait{until}, unless someone's safety is at stake.",)
    return (f"Your rule allows {allowed}. Anything else can wait, unless someone's safety is at stake.",)


def _draft_question(here: Context) -> Prose:
    return {
        "logistics": "Write the two lines: what, when, where.",
        "no": "Write your no.",
        "small-talk": "Write something short and light.",
        "yes": "Write your yes.",
    }.get(here.text("kind"), "Write your answer.")


def _draft_note(here: Context) -> Prose:
    how = {
        "logistics": "Nothing about the two of you.",
        "no": "Thank them, say it once, and don't give reasons they could argue with.",
        "small-talk": "Nothing about the past, and no question about you two.",
        "yes": "Say it plainly, and only to what they asked.",
    }[here.text("kind")]
    return f"{how} exback sends nothing. Leave it here overnight if you can."


def _wants_to_meet(here: Context) -> bool:
    return here.answers.get(ASKED_TO_MEET) is True and here.answers.get("kind") not in ("none", "no")


ONE_PERSON = "For one person it went like this: a few days of small talk, and then a drink."
"""The page for a message after months says it already."""
SMALL_TALK = (
    "Small talk shows you how it feels to hear from them, and how you sleep afterwards. You can stop at any point, and say no at any "
    "point."
)


def _meeting_reading(here: Context) -> Prose:
    day = _last_own_message(here)
    if _has_meeting_open(here):
        first = "You've agreed to be in touch, so you can sort this out together. “Meet, and go slowly” helps you get ready."
    elif day is not None:
        opens = here.date(later(day, ANSWER_WINDOW_DAYS))
        first = f"You wrote to them on {here.date(day)}, so this may be an answer to that. From {opens}, exback can help with a meeting."
    elif _said_so_a_day_ago(here):
        first = "Once this is saved, you can get ready for it in “Meet, and go slowly”."
    else:
        first = "Give it a day. Come back here tomorrow or later. If it's still true then, exback will help you get ready for it."
    return (
        "They asked to meet. You don't have to say yes or no today.",
        SMALL_TALK if _is_long_after(here) else f"{ONE_PERSON} {SMALL_TALK}",
        "If they're asking you to stay the night, it may be comfort for one of you and hope for the other.",
        first,
    )


def _has_meeting_open(here: Context) -> bool:
    """Whether the two are in touch by agreement, and “Meet, and go slowly” has something to ask about a meeting."""
    from .in_touch import asks_about_meeting, is_in_touch  # only where it's needed: every command loads the steps

    return is_in_touch(here) and asks_about_meeting(here)


def _said_so_a_day_ago(here: Context) -> bool:
    """Whether they said 24 hours ago or earlier that the other one wrote freely and wants to be in touch.

    What was said before the last meeting was about that one.
    """
    meetings = (run.finish_number for run in here.journey.runs if run.step == "meet-and-go-slowly")
    last_meeting = max(meetings, default=0)
    return any(
        answer.value is True
        and answer.run.finish_number > last_meeting
        and answer.run.answers.get(WROTE_FREELY) is True
        and answer.run.finished is not None
        and here.now - answer.run.finished >= HOURS_BETWEEN
        for answer in here.all_said(STEP_ID, WANTS_CONTACT)
    )


def _mirror(here: Context) -> Prose:
    lead = "What you want for yourself:" if afraid(here) else "What you want, apart from answering:"
    return (Quote(here.text("want"), None, lead), *lifted(here, "You said they wrote freely and want to be in touch"))


def _small_thing(here: Context) -> Prose:
    person = named_person(here) or ("someone you trust" if afraid(here) else "one person")
    if afraid(here):
        return f"One small thing: save the message, keep the phone near you, and tell {person} that they wrote."
    if may_write_about_children(here):
        if not here.answers.get("children-lines"):
            return f"One small thing: leave it unanswered, and tell {person} they wrote."
        return f"One small thing: if it's about the children, send those two lines and nothing else. Then tell {person} they wrote."
    if here.withheld:
        return f"One small thing: put the phone out of reach, where you'd still hear it ring, and tell {person} that they wrote."
    if here.answers.get("kind") == "none":
        return "One small thing: put the phone down for an hour. You don't have to explain why you're not answering."
    if here.answers.get("kind") == "show":
        return f"One small thing: today, ask {named_person(here) or 'someone you trust'} for ten minutes."
    if here.answers.get("kind") == "logistics":
        return "One small thing: read the two lines once more, and take out whatever isn't practical."
    return "One small thing: sleep on it. A good answer will still be good tomorrow."


STEP = Step(
    id=STEP_ID,
    title="They wrote to me",
    minutes=8,
    purpose="Most messages can wait an hour. What you answer then may be closer to what you mean.",
    why=("contact-distress",),
    repeats=Repeat(),
    items=(
        Reading(
            "breathe-first",
            """They wrote. It may mean a lot, or it may be about a jacket. You can't tell from reading it once.

So wait a little, and read it twice, an hour apart if you can. Then answer what they ask, not what you wish they'd asked. \
Anything about the care of children, or about someone's safety, can't wait.

If it frightens you, you don't have to answer. Save it, and talk to someone who's on your side. If you're in danger, or they say \
they may harm themselves, call the emergency number. It doesn't have to be you who goes.""",
            when=_may_answer,
            claims=("S5",),
        ),
        Reading(
            "before-safety",
            """Before we get to your answer, there are four questions about safety. exback asks everyone before it helps \
with a message.

If it isn't safe to answer here, press Ctrl-Q. exback closes at once and clears the screen. What \
you've written so far is saved, and you can go on another time.

Sometimes an answer would be unsafe, or unkind, or against an order. Please answer honestly. A wrong no can hurt someone. After \
a yes, exback won't help you write to them. Everything else stays open.""",
            when=lambda here: here.asks_safety,
        ),
        *safety_questions(when=lambda here: here.asks_safety),
        Reading("held-back", _boundary_reading, when=lambda here: here.withheld),
        Text(
            "says",
            "What did they write?",
            long=True,
            optional=True,
            note="In your words or theirs. You can skip this.",
            when=_may_answer,
        ),
        Text("asks", "What are they asking for, if anything?", long=True, when=_may_answer),
        Confirm(
            WROTE_FREELY,
            "Did they write first, with nothing sent by you or for you?",
            note=_own_message_note,
            why="If they once asked you not to contact them, only what they write unprompted can change that.",
            when=lambda here: not afraid(here),
            claims=("C2",),
        ),
        Confirm(
            WANTS_CONTACT,
            "Do they say that they want to be in touch again?",
            note="If it's only practical, or asks you to stop, say no.",
            when=lambda here: here[WROTE_FREELY] is True and not here.held - {ASKED_TO_STOP.id},
        ),
        Confirm(
            ASKED_TO_MEET,
            "Have they asked to meet you?",
            note="In this message, or in one of the last few.",
            when=lambda here: here[WANTS_CONTACT] is True and not here.withheld,
            claims=("C2",),
        ),
        Recall(
            "two-questions",
            "What you last said about wanting them:",
            step="two-questions",
            item="want-why",
            when=_may_answer,
        ),
        Text(
            "want",
            lambda here: (
                "What do you want for yourself?" if afraid(here) else "What do you want, apart from answering?"
            ),
            long=True,
        ),
        Reading(
            "long-after",
            """It's been a long time. You've had months of your own life, and now there's a message from them.

It can be the start of something. For one person whose relationship had ended over distance, it began nine months later like \
this: a few days of small talk, and then a drink. It can also be a passing hello, and no one can tell you which it is.

You don't have to know yet, and you don't have to choose between them and the life you have now.""",
            when=_is_long_after,
            claims=("C2",),
        ),
        Reading(
            "you-ended-it",
            _to_someone_who_left,
            when=lambda here: left(here) and not here.withheld,
        ),
        Choice(
            "kind",
            "What do you want to do?",
            options=_answer_options,
            note=DOOR,
            when=_may_answer,
        ),
        Text(
            "draft",
            _draft_question,
            long=True,
            note=_draft_note,
            when=lambda here: here["kind"] not in ("none", "show"),
            reaches_out=True,
        ),
        Reading("draft-read", lambda here: page_on(here.text("draft")), reaches_out=True),
        Text(
            "children-lines",
            "What will you answer about the children?",
            long=True,
            optional=True,
            note="Two lines: what, when, where, and nothing else. Skip this if it wasn't about them.",
            when=may_write_about_children,
        ),
        Reading("meeting", _meeting_reading, when=_wants_to_meet, claims=("C4k",)),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
