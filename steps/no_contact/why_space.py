"""What space does, and what it doesn't do."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import (
    DOOR,
    ByBoundary,
    afraid,
    broke_trust,
    has_cause,
    left,
    may_write_about_children,
    must_stay_away,
    tied_by,
    was_betrayed,
)

WHY_QUIET = ByBoundary(
    asked_to_stop="You're not being quiet to get something. You're being quiet because they don't want contact.",
    ordered_away="You're not being quiet to get something. You're being quiet because you were told to keep away.",
    afraid_of_me="You're not being quiet to get something. You're being quiet because they need it to feel safe.",
)

WITH_CHILDREN = (
    "You have children together, so you may need some contact. Space then means that you two talk about the children and leave out "
    "the rest. If that isn't safe, let someone else do it. In one study, meeting in person was linked to more distress, but not for "
    "people with children together."
)
IN_ONE_HOME = "You still share a home. Space then means a closed door, separate meals, and no talking about the two of you at night."
AT_WORK = (
    "You'll see each other at work or in class. You don't have to hide. Say hello, do your work, and for a while have lunch "
    "somewhere else."
)
SOMEONE_ELSE = (
    "There's someone else involved. Two people may read what you write now, and it can turn into a fight. You can stay "
    "out of that."
)
AFTER_BROKEN_TRUST = (
    "You broke their trust, and you may want to say sorry at once. If you apologise now, they may end up comforting you. It can "
    "wait. In stage 2, you can first write it just for yourself."
)
FAR_APART = (
    "You lived in two places, so you're used to being apart. This is different, because no one is waiting for a call. Use the "
    "time when you used to call each other to see someone who lives near you."
)


def _what_space_does(here: Context) -> Prose:
    if afraid(here):
        return """You may miss them and be afraid of them. Both can be true, and you don't have to be ashamed of either.

The space is for you, so that you can sleep and think your own thoughts. In one study, people who had less contact felt love and \
sadness fade sooner. It was a small study, and it can't prove which caused which. The space isn't meant to bring them back, and \
exback won't try to.

If it doesn't feel safe, because of what they might do when you don't answer, talk to someone first. Use a \
phone that they can't reach. Many helplines know about this kind of fear: exback crisis"""
    if must_stay_away(here):
        why, *others = WHY_QUIET.fitting(here)
        beyond = "about anything but the children " if may_write_about_children(here) else ""
        return (
            f"You may hope that silence will bring them back. Please don't wait for that. {why}",
            *others,
            (
                "Not writing can still give you sleep, a clear head and calmer days. In one study, people "
                "who had less contact felt love and sadness fade sooner. It was a small study, and it can't prove which caused which."
            ),
            (
                f"Wanting to write is fine, but a message {beyond}would do harm. So this stage is about getting through the wanting, one evening at a "
                "time, without writing to them."
            ),
        )
    return f"""{_about_the_urge(here)}

Not writing can help you. In one study, people who had less contact felt love and sadness fade sooner. It was a small \
study, and it can't prove which caused which.

{LEFT_THEM_ROOM if left(here) else ROOM_TO_THINK}"""


LEFT_THEM_ROOM = """It may help them, too. They can be angry or sad without having to look after you.

Not writing isn't a punishment, and you don't owe them messages to make up for leaving. Do it so that you can calm down."""
ROOM_TO_THINK = """It may help them, too, because it leaves them room to think. Some people then miss what they had, and some \
write first. Others don't, and that isn't because you did something wrong.

So not writing doesn't promise you anything, and it's not a trick to make someone come back. If you do it only for that, every day without a \
message will feel like losing. Do it so that you can calm down."""


def _about_the_urge(here: Context) -> str:
    return (
        "You ended it, and you may still want to write, to be forgiven or because you aren't sure any more. That can wait a few "
        "weeks. For someone who was left, a message from you can be hard to read."
        if left(here)
        else "You may want to call, explain or convince them. It's very hard not to. But pushing can do the opposite of what you want. It can "
        "feel like pressure, and the other person may back away."
    )


def _if_they_may_harm_themselves(here: Context) -> Prose:
    if not left(here) or afraid(here):
        return ""
    call = "If you're afraid that they may harm themselves, don't wait. Call the emergency number, or someone close to them."
    if must_stay_away(here):
        return f"{call} Don't write to them, and don't go there yourself. The person you call can go instead."
    return (
        f"{call} If you're with them and they're in danger, stay until help comes, as long as you're safe yourself. Getting them "
        "help doesn't mean going back."
    )


def _space_for_you(here: Context) -> Prose:
    """Return what space means with their ties and their causes: two paragraphs at most, to keep the page short."""
    by_situation = (
        (tied_by(here, "children"), WITH_CHILDREN),
        (tied_by(here, "home"), IN_ONE_HOME),
        (tied_by(here, "work", "studies"), AT_WORK),
        (has_cause(here, "third-person"), SOMEONE_ELSE),
        (broke_trust(here) and not was_betrayed(here), AFTER_BROKEN_TRUST),
        (has_cause(here, "distance"), FAR_APART),
    )
    return tuple(words for fits, words in by_situation if fits)[:2]


def _if_unsafe(here: Context) -> tuple[str, ...]:
    if afraid(here):
        return ("If this is about your safety, take it seriously, and talk to a helpline: exback crisis",)
    return () if must_stay_away(here) else (DOOR,)


def _pushed_hard(here: Context) -> bool:
    """Whether they did what can frighten. Someone who has been afraid themselves isn't told so."""
    return here["pushed"] in ("lot", "through-others") and not afraid(here)


def _about_pushing(here: Context) -> Prose:
    frightens = "Visits, and messages through other people, can frighten someone, even when you mean well."
    if must_stay_away(here):
        return (frightens, *ABOUT_PUSHING.fitting(here)[:1])
    return (frightens, "If they asked you to stop, or were frightened, say so in “Your story”.")


ABOUT_PUSHING = ByBoundary(
    asked_to_stop="They don't want contact now, so please don't do any of this again.",
    ordered_away="You were told to keep away, so please don't do any of this again.",
    afraid_of_me="If you're worried about your behaviour, you can talk to someone about it: exback crisis",
)


HOW_MUCH = (
    Option("not", "Not at all"),
    Option("some", "A few messages"),
    Option("lot", "A lot: calls, visits, long letters"),
    Option("through-others", "Through other people too"),
)


def _about_the_past(here: Context) -> Prose:
    if afraid(here):
        return "Many people do some of this, even when they've been afraid. It's nothing to be ashamed of."
    if must_stay_away(here):
        return "Say how it was. Only you see your answer."
    if left(here):
        return "Many people do some of this, even when they were the one who left. Only you see your answer."
    return "Many people do some of this. Only you see your answer."


def _asks_about_fear(here: Context) -> Prose:
    if must_stay_away(here):
        return (
            "What are you afraid will happen if you two only ever write about the children?"
            if may_write_about_children(here)
            else "What are you afraid will happen if you never write to them again?"
        )
    if tied_by(here, "children", "home", "work", "money", "studies"):
        return "What are you afraid would happen if, for a month, you said only what's needed?"
    return "What are you afraid would happen if you said nothing for a month?"


def _fear_example(here: Context) -> Prose:
    if not afraid(here):
        return "For example, that they'll forget you, think you don't care, or get angry."
    if tied_by(here, "children"):
        return "For example, that they'll get angry, come to your door, or use the children against you."
    return "For example, that they'll get angry, or come to your door."


def _mirror(here: Context) -> Prose:
    return (
        Quote(here.text("fear"), None, "You're afraid of this:"),
        *_if_unsafe(here),
        "You've written it down." if here.is_later else "You've written it down. That's enough for today.",
    )


STEP = Step(
    id="why-space",
    title="What space can and can't do",
    minutes=8,
    purpose="It's easier not to write when you know what it's for, and what you're afraid of.",
    why=("contact-slows", "contact-distress", "pursuit", "looking"),
    opens=(done("your-story"),),
    items=(
        Reading("space", _what_space_does, claims=("S2", "S3", "S5", "C3")),
        Reading("they-may-harm", _if_they_may_harm_themselves),
        Reading("space-for-you", _space_for_you, when=lambda here: not here.withheld),
        Text(
            "fear",
            _asks_about_fear,
            long=True,
            note=_fear_example,
            claims=("S3", "S5"),
        ),
        Choice(
            "pushed",
            lambda here: (
                "How much have you written or called since it ended?"
                if afraid(here)
                else "How much have you tried to get through to them since it ended?"
            ),
            options=HOW_MUCH,
            note=_about_the_past,
        ),
        Reading(
            "pushed-hard",
            _about_pushing,
            when=_pushed_hard,
        ),
        Text(
            "pushing-did",
            "What have the messages and calls done so far?",
            long=True,
            note="Say how they answered, and how you felt an hour later.",
            when=lambda here: here["pushed"] != "not",
            claims=("S4", "C3"),
        ),
        Recall("wish-again", "What you wished for:", step="the-whole-story", item="wish"),
        Text(
            "space-for",
            lambda here: (
                "What could some space do for you?"
                if must_stay_away(here)
                else "What could a few weeks of space do for you?"
            ),
            long=True,
            claims=("S2",),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: keep your phone charged and near you tonight, so that you can call for help."
        if afraid(here)
        else "One small thing: leave your phone out of reach tonight, where you'd still hear it ring."
    ),
)
