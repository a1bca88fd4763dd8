"""What silence does, and what it does not do."""

from exback.boundaries import AFRAID_OF_THEM
from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Step
from exback.prose import Prose, Quote
from exback.rules import done


def _left(here: Context) -> bool:
    return here.told("your-story", "who-ended") == "me"


def _what_space_does(here: Context) -> Prose:
    yours = (
        "You ended it, and still you want to write: to be forgiven, or because you are no longer sure. That can wait "
        "some weeks. A message from you is hard to read for somebody who was left. If you fear that they may harm "
        "themselves, do not wait: tell somebody close to them, or call the emergency number. It need not be you."
        if _left(here)
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
        Reading("space", _what_space_does),
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
