"""What silence does, and what it doesn't do."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, ByBoundary, afraid, broke_trust, has_cause, left, must_stay_away, tied_by, was_betrayed

WHY_QUIET = ByBoundary(
    asked_to_stop="You're not being quiet to get something. You're being quiet because they don't want contact.",
    ordered_away="You're not being quiet to get something. You're being quiet because you were told to keep away.",
    afraid_of_me="You're not being quiet to get something. You're being quiet because they need it to feel safe.",
)

WITH_CHILDREN = (
    "You have children together, so some contact may be needed, unless somebody is not safe. For you, space means that "
    "you two speak about the children and leave the rest. In one study, meeting in person went with more distress, "
    "but not for people with children together."
)
IN_ONE_HOME = (
    "You still share a home. Space is then a closed door, a separate supper, and no talk about the two of you at night."
)
AT_WORK = (
    "You will see each other at work or in class. Space is then not a distance in metres. It is greeting, doing what "
    "the day asks, and eating lunch somewhere else for a while."
)
SOMEBODY_ELSE = (
    "There is somebody else in this. Every message from you then lands between two people, and is read as a contest. "
    "You cannot win an argument with somebody who is not in the room. You can step out of it."
)
AFTER_BROKEN_TRUST = (
    "You broke their trust, and you may want to say sorry at once. An apology that comes too soon can ask the other "
    "one to comfort you. It keeps. There is a place for it later here, when you can ask for nothing with it."
)
FAR_APART = (
    "You lived in two places, so quiet was always part of it. This quiet is different: nobody waits for a call in it. "
    "Give the hour of your calls to somebody you can sit beside."
)


def _what_space_does(here: Context) -> Prose:
    if afraid(here):
        return """You may miss them and be afraid of them. Both can be true, and neither is anything to be ashamed of.

Quiet is for you here: for your sleep and your own thoughts. In one study, people who had less contact felt love and \
sadness fade sooner. It was a small study, and it cannot prove which caused which. Quiet is not there to bring them back, and \
exback won't lead you back.

If quiet does not feel safe, because of what they might do when you do not answer, talk to somebody first. exback crisis \
lists people who know this well. Use a phone that they cannot reach."""
    if must_stay_away(here):
        why, *others = WHY_QUIET.fitting(here)
        return (
            f"You may hope that silence brings them back. Please don't wait for that. {why}",
            *others,
            (
                "Quiet can still give you something: sleep, a clear head, and days you don't have to be ashamed of. In one study, people "
                "who had less contact felt love and sadness fade sooner. It was a small study, and it can't prove which caused which."
            ),
            (
                "Wanting to write does no harm. A message would. So this stage is about getting through the wanting, one evening at a "
                "time, without passing it on to them."
            ),
        )
    yours = (
        "You ended it, and you may still want to write: to be forgiven, or because you are no longer sure. That can wait "
        "some weeks. A message from you is hard to read for somebody who was left."
        if left(here)
        else "Everything in you says: call, explain, convince. It is one of the hardest impulses to sit on. And "
        "pushing can do the opposite of what it is meant to do: it can read as need, and make somebody step back."
    )
    return f"""{yours}

Space does something for you. In one study, people who had less contact felt love and sadness fade sooner. It was a \
small study, and it cannot prove which caused which.

Space may do something for them too. It leaves them room to miss you, and to think about what you had. When nobody \
pushes, some people notice what they could lose, and some write first. Others do not.

So here is what silence does not do: it promises nothing. It is not a trick to make somebody return. If you keep it only \
for that, every quiet day will feel like losing. Keep it for your own calm."""


def _if_they_may_harm_themselves(here: Context) -> Prose:
    return (
        "If you fear that they may harm themselves, do not wait. Call the emergency number, or somebody close to them. If they "
        "are in danger now, stay until help comes, if you are safe yourself. Getting help is not the same as going back."
        if left(here) and not afraid(here)
        else ""
    )


def _space_for_you(here: Context) -> Prose:
    """Return what quiet means with their ties and their causes: two paragraphs at most, to keep the page short."""
    by_situation = (
        (tied_by(here, "children"), WITH_CHILDREN),
        (tied_by(here, "home"), IN_ONE_HOME),
        (tied_by(here, "work", "studies"), AT_WORK),
        (has_cause(here, "third-person"), SOMEBODY_ELSE),
        (broke_trust(here) and not was_betrayed(here), AFTER_BROKEN_TRUST),
        (has_cause(here, "distance"), FAR_APART),
    )
    return tuple(words for fits, words in by_situation if fits)[:2]


def _if_unsafe(here: Context) -> tuple[str, ...]:
    if afraid(here):
        return ("If this is about your safety, take it seriously. exback crisis lists people who know this well.",)
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
    asked_to_stop="They don't want contact now, so this stays in the past.",
    ordered_away="You were told to keep away, so this stays in the past.",
    afraid_of_me="If you worry about what you do, exback crisis lists people to talk to.",
)


def _how_much(here: Context) -> tuple[Option, ...]:
    some = "Some messages" if afraid(here) else "Some messages too many"
    return (
        Option("not", "Not at all"),
        Option("some", some),
        Option("lot", "A lot: calls, visits, long letters"),
        Option("through-others", "Through other people too"),
    )


def _about_the_past(here: Context) -> Prose:
    if afraid(here):
        return "Many people do some of it, also when they've been afraid. It's nothing to be ashamed of."
    if must_stay_away(here):
        return "Say it as it was. It's for you to see."
    return "Many people do some of it, also when they were the one who left. It is for you to see."


def _mirror(here: Context) -> Prose:
    return (
        Quote(here.text("fear"), None, "This is what you fear:"),
        *_if_unsafe(here),
        "You wrote it down. You do not have to settle it tonight.",
    )


STEP = Step(
    id="why-space",
    title="Why space",
    minutes=8,
    purpose="Silence is easier to keep when you know what it is for, and what you fear about it.",
    why=("contact-slows", "contact-distress", "pursuit", "looking"),
    opens=(done("your-story"),),
    items=(
        Reading("space", _what_space_does, claims=("S2", "S3", "S4", "S5", "C3")),
        Reading("they-may-harm", _if_they_may_harm_themselves),
        Reading("space-for-you", _space_for_you, when=lambda here: not here.withheld),
        Text(
            "fear",
            lambda here: (
                "What are you afraid of, if you never write to them again?"
                if must_stay_away(here)
                else "If for a month you wrote nothing but what has to be settled, what are you afraid would happen?"
            ),
            long=True,
            note="That they forget you, that they think you do not care, that they get angry. Say it as it is.",
        ),
        Choice(
            "pushed",
            lambda here: (
                "Since it ended, how much have you written or called?"
                if afraid(here)
                else "Since it ended, how much have you pushed?"
            ),
            options=_how_much,
            note=_about_the_past,
        ),
        Reading(
            "pushed-hard",
            _about_pushing,
            when=_pushed_hard,
        ),
        Text(
            "pushing-did",
            "What has that done so far? How did they answer, and how did you feel an hour later?",
            long=True,
            when=lambda here: here["pushed"] != "not",
        ),
        Recall("wish-again", "What you wished for:", step="the-whole-story", item="wish"),
        Text("space-for", "What could some weeks of quiet give you, whatever they do?", long=True),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: charge your phone tonight, near enough to call for help, with that one thread muted."
        if afraid(here)
        else "One small thing: choose where the phone sleeps tonight: out of reach, but where you would hear it ring."
    ),
)
