"""What silence does, and what it does not do."""

from exback.boundaries import AFRAID_OF_THEM
from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Step
from exback.prose import Prose, Quote
from exback.rules import done

from ..situation import broke_trust, has_cause, left, tied_by


def _what_space_does(here: Context) -> Prose:
    yours = (
        "You ended it, and still you want to write: to be forgiven, or because you are no longer sure. That can wait "
        "some weeks. A message from you is hard to read for somebody who was left. If you fear that they may harm "
        "themselves, do not wait: tell somebody close to them, or call the emergency number. It need not be you."
        if left(here)
        else "Everything in you says: call, explain, convince. It is one of the hardest impulses to sit on. And "
        "pushing often does the opposite of what it is meant to do: it reads as need, and people step back from it."
    )
    return f"""{yours}

Space does something for you. In one study, people who had less contact felt love and sadness fade sooner. It was a \
small study, and it cannot prove which caused which.

Space may do something for them too. It leaves them room to miss you, and to think about what you had. When nobody \
pushes, some people notice what they could lose, and some write first. Others do not.

So here is what silence does not do: it promises nothing. It is not a trick to make somebody return. If you keep it only \
for that, every quiet day will feel like losing. Keep it for your own calm."""


def _space_for_you(here: Context) -> Prose:
    """What quiet means with their ties and their cause: at most two of these, so that the page stays short."""
    return tuple(words for fits, words in _cases(here) if fits)[:2]


def _cases(here: Context) -> tuple[tuple[bool, str], ...]:
    return (
        (
            tied_by(here, "children"),
            (
                "You have children together, so there will be contact, and there should be. For you, space means that you two "
                "speak about the children and leave the rest. In the study where meeting went with more distress, it did not do "
                "so for parents. For children, calm between the two of you counts for a lot."
            ),
        ),
        (
            tied_by(here, "work", "studies"),
            (
                "You will see each other at work or in class. Space is then not a distance in metres. It is greeting, doing what "
                "the day asks, and eating lunch somewhere else for a while."
            ),
        ),
        (
            has_cause(here, "third-person"),
            (
                "There is somebody else in this. Every message from you then lands between two people, and is read as a contest. "
                "You cannot win an argument with somebody who is not in the room. You can step out of it."
            ),
        ),
        (
            broke_trust(here),
            (
                "You broke their trust, and you may want to say sorry at once. An apology that comes too soon can ask the other "
                "one to comfort you. It keeps. There is a place for it later here, when you can ask for nothing with it."
            ),
        ),
        (
            has_cause(here, "distance"),
            (
                "You lived in two places, so quiet was always part of it. This quiet is different: nobody waits for a call in it. "
                "Give the hour of your calls to somebody you can sit beside."
            ),
        ),
    )


def _if_unsafe(here: Context) -> tuple[str, ...]:
    if AFRAID_OF_THEM.id not in here.held:
        return ()
    return ("If this is about your safety, take it seriously. exback crisis lists people who know about it.",)


def _pushed_hard(here: Context) -> bool:
    return here["pushed"] in ("lot", "through-others")


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
        Reading("space-for-you", _space_for_you, when=lambda here: not here.withheld),
        Text(
            "fear",
            "If for a month you wrote nothing but what has to be settled, what are you afraid would happen?",
            long=True,
            note="That they forget you, that they think you do not care. Say it as it is.",
        ),
        Choice(
            "pushed",
            "Since it ended, how much have you pushed?",
            options=(
                Option("not", "Not at all"),
                Option("some", "Some messages too many"),
                Option("lot", "A lot: calls, visits, long letters"),
                Option("through-others", "Through other people too"),
            ),
            note="Most people who are left do some of it. Nobody is keeping score.",
        ),
        Reading(
            "pushed-hard",
            "Visits, and messages through other people, can frighten somebody, even when you mean well. If they asked you "
            "to stop, say yes to that question in “Your story”. If you worry about what you do, exback crisis lists people "
            "to talk to.",
            when=_pushed_hard,
        ),
        Text(
            "pushing-did",
            "What has that done so far? How did they answer, and how did you feel an hour later?",
            long=True,
            when=lambda here: here["pushed"] != "not",
        ),
        Recall("wish-again", "What you wished for:", step="your-story", item="wish"),
        Text("space-for", "What could some weeks of quiet give you, whatever they do?", long=True),
    ),
    mirror=_mirror,
    small_thing="One small thing: choose where the phone sleeps tonight. Not beside your bed.",
)
