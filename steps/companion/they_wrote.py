"""The other person wrote first: wait, read it twice, and decide what you want before you answer."""

from exback.model.boundaries import (
    ASKED_TO_STOP,
    WANTS_CONTACT,
    WROTE_FREELY,
    safety_questions,
)
from exback.model.context import Context
from exback.model.items import Choice, Confirm, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, UNDER_AN_ORDER, ByBoundary, afraid, is_ordered_away, left, order_too, tied_by
from .contact import SLIPS

LONG_AFTER_DAYS = 90
ANSWER_WINDOW_DAYS = 30


def _answer_options(here: Context) -> tuple[Option, ...]:
    if here.withheld:
        return (Option("none", "No answer from here"),)
    return (
        Option("none", "No answer", "silence is one too"),
        Option("logistics", "Only the practical part", "two lines"),
        Option("show", "I will show it to somebody first"),
        Option("no", "A kind no"),
        Option("small-talk", "A little small talk"),
        Option("yes", "Yes to what they ask"),
    )


NO_ANSWER = ByBoundary(
    asked_to_stop="You said they don't want contact, so exback doesn't help with an answer yet. First it asks whether they want to be "
    "in touch.",
    ordered_away="You were told to keep away from them. Don't answer, even though they wrote first, unless the order itself allows "
    "it. Keep the message, and ask a lawyer or whoever made the order.",
    afraid_of_me="They have to feel safe from you, so exback doesn't help with an answer, even now that they wrote.",
)
ABOUT_CHILDREN = ByBoundary(
    asked_to_stop="If it's about the children, answer about the children and nothing else.",
    ordered_away=UNDER_AN_ORDER,
    afraid_of_me="If it's about the children, let a lawyer, a service or someone you both trust answer it.",
)
IN_DANGER = "If someone may be in danger, call the emergency number. Don't go there, and don't write."


def _boundary_reading(here: Context) -> Prose:
    """Return what a boundary asks of them, shown before any thought of an answer."""
    if afraid(here):
        return (
            (
                "You don't have to answer. Keep the message; it may help you later. exback crisis lists people who can help you decide "
                "what to do. If you're in danger, or they say they may harm themselves, call the emergency number. It doesn't have to "
                "be you who goes."
            ),
            *order_too(here),
            *(
                ("About the children, keep to what a court or your lawyer said, or ask first.",)
                if _has_children(here)
                else ()
            ),
        )
    about_children = UNDER_AN_ORDER if is_ordered_away(here) else ABOUT_CHILDREN.fitting(here)[0]
    return (*NO_ANSWER.fitting(here), *((about_children,) if _has_children(here) else ()), IN_DANGER)


def _has_children(here: Context) -> bool:
    return tied_by(here, "children")


def _own_message_note(here: Context) -> Prose:
    """Return the day on which they last wrote themselves, if recent: an answer to that wasn't freely written."""
    wrote = [answer for answer in here.all_said("contact", "kind") if answer.value in SLIPS]
    if not wrote or here.journey.days_since(wrote[-1].run) > ANSWER_WINDOW_DAYS:
        return ""
    return f"On {here.date(wrote[-1].day)} you wrote to them, or asked to meet. If this may be an answer to that, say no here."


def _is_long_after(here: Context) -> bool:
    """Whether the other one wrote freely, three months or more after the start, and no boundary holds."""
    story = here.last("your-story")
    long_ago = story is not None and here.journey.days_since(story) >= LONG_AFTER_DAYS
    return long_ago and not here.withheld and here[WROTE_FREELY] is True


def _draft_question(here: Context) -> Prose:
    return {
        "logistics": "Write the two lines. What, when, where, and no more.",
        "no": "Write your no. Thank them, say it once, give no reasons to argue with.",
        "small-talk": "Write it short and light. No history, no question about you two. Then stop, and see how you sleep.",
        "yes": "Write your yes. Plain, and one step at a time.",
    }[here.text("kind")]


def _mirror(here: Context) -> Prose:
    return (Quote(here.text("want"), None, "What you want, apart from answering:"),)


STEP = Step(
    id="they-wrote",
    title="They wrote to me",
    minutes=8,
    purpose="A message from them can wait an hour. What you answer then is more likely to be yours.",
    why=("contact-distress",),
    repeats=Repeat(),
    items=(
        Reading(
            "breathe-first",
            """They wrote. It may mean a lot, or it may be about a jacket. You cannot tell from the first reading.

So wait a little. Read it twice, an hour apart if you can. Answer the question that is asked, not the one you wish for. What \
concerns the care of children, or anybody's safety, does not have to wait.

If it frightens you, you need not answer. Keep it, and talk to somebody on your own side; in danger, call the emergency \
number. If they say that they may harm themselves, call it too. It need not be you who goes.""",
            when=lambda here: not here.withheld,
            claims=("S5",),
        ),
        Reading(
            "before-safety",
            """Before we get to your answer, there are four questions about safety. They're asked of everyone who writes to \
someone here.

Sometimes an answer would be unsafe, or unkind, or against an order. Say what's true; a wrong no can hurt someone. A yes \
closes only the part about writing to them. What's for you stays open.

If it isn't safe to answer here, press Ctrl-Q: exback closes at once and clears the screen. (In plain lines, type hide.) What \
you've written so far is saved, and you can go on another time.""",
            when=lambda here: here.asks_safety,
        ),
        *safety_questions(when=lambda here: here.asks_safety),
        Reading("held-back", _boundary_reading, when=lambda here: here.withheld),
        Text(
            "says", "What did they write? In your own words, or theirs.", long=True, when=lambda here: not here.withheld
        ),
        Text(
            "asks", "What exactly do they ask for? If nothing, say so.", long=True, when=lambda here: not here.withheld
        ),
        Confirm(
            WROTE_FREELY,
            "Did they write first, of their own accord, with no message from you or from anybody on your behalf?",
            note=_own_message_note,
            why="If they once asked you not to contact them, only their own free word can change that.",
        ),
        Confirm(
            WANTS_CONTACT,
            "Do they say that they want to be in touch again?",
            note="A message about practical things, or one that asks you to stop, is a no.",
            when=lambda here: here[WROTE_FREELY] is True and not here.held - {ASKED_TO_STOP.id},
        ),
        Recall(
            "two-questions",
            "What you last said about wanting them:",
            step="two-questions",
            item="want-why",
            when=lambda here: not here.withheld,
        ),
        Text("want", "What do you want, apart from the wish to answer?", long=True),
        Reading(
            "long-after",
            "A message after a long time can be the start of something. For some people it was: some days of small talk, and then "
            "a drink. It can also be a wave from a passing train. You do not have to know which. You have a life to answer from.",
            when=_is_long_after,
            claims=("C2",),
        ),
        Reading(
            "you-ended-it",
            "You ended it. If you do not mean to go back, small talk can read as hope, and the kind no is kinder. You do not have to "
            "answer the same thing twice. If your rule still runs, an answer may wait for its end.",
            when=lambda here: left(here) and not here.withheld,
        ),
        Choice(
            "kind",
            "What kind of answer fits?",
            options=_answer_options,
            note=lambda here: "" if here.withheld else DOOR,
        ),
        Text(
            "draft",
            _draft_question,
            long=True,
            note="exback sends nothing. Leave it here overnight if you can.",
            when=lambda here: here["kind"] not in ("none", "show"),
            reaches_out=True,
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: keep the message, keep the phone near you, and tell one person that they wrote."
        if afraid(here)
        else "One small thing: put the phone in another room, and tell one person that they wrote."
        if here.withheld
        else "One small thing: sleep on it. A good answer is still good tomorrow."
    ),
)
