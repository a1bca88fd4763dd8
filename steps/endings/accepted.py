"""They said yes to a coffee: start slowly, and know your limits."""

from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.items import Choices, Option, Reading, Recall, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..ended import NOTHING_ENDED
from ..meeting import NOT_OVER, SAID_YES
from ..message import APOLOGY
from ..reattraction.their_side import HIDE
from ..situation import has_cause, tied_by

KEEPS = (
    Option("friends", "Evenings with my friends"),
    Option("sleep", "My sleep"),
    Option("work", "My work or studies"),
    Option("joys", "What I took up again"),
    Option("home", "A place of my own"),
)
CYCLES = "On-off couples in that study were twice as likely to report physical violence. In another, more breakups were linked to more distress."


def going_slowly(here: Context) -> Prose:
    """Return what going slowly means with their ties and their causes: two paragraphs at most."""
    cases = (
        (
            tied_by(here, "children"),
            (
                "Your children may hope harder than you do. Tell them when it's lasted for a while, and not before. A second breakup "
                "can hurt them too."
            ),
        ),
        (
            has_cause(here, "distance"),
            "Distance was part of it. If you still live far apart, talk early about who could move and by when, even if the answer is neither of you.",
        ),
        (
            has_cause(here, "betrayal"),
            "Trust was broken. A yes doesn't bring it back. It comes back with many small things that turn out to be true.",
        ),
        (
            has_cause(here, "deal-breaker"),
            "There was something the two of you couldn't agree on. Ask about it in the first weeks, while it's still easy to stop.",
        ),
    )
    return tuple(words for fits, words in cases if fits)[:2]


def _mirror(here: Context) -> Prose:
    return (
        Quote(here.text("slow"), None, "You'll go slowly, like this:"),
        Quote(here.text("keep"), None, "This is the good that came of it, whatever happens:"),
        "“Meet, and go slowly” comes next. It's a short plan for the day you meet.",
    )


def _opening(here: Context) -> Prose:
    is_after_apology = APOLOGY.when_sent(here.journey) is not None
    first = (
        (
            "They'd like to talk or meet. It's all right to be glad.",
            "That's a yes to one conversation. So far it's nothing more. It doesn't mean they've forgiven you. Let them speak first.",
        )
        if is_after_apology
        else ("They said yes. It's all right to be glad.", "It's a yes to one coffee. So far it's nothing more.")
    )
    return f"""{first[0]}

{first[1]} In one study of 792 people aged 17 to 24, 44 in 100 had broken up and \
got back together with their current or latest partner. {CYCLES} That doesn't say what will happen with you two.

What was wrong the first time doesn't go away just because you missed each other. If you go slowly, you both have time to see if it \
has changed. You have a life of your own now. Keep it.

Here are the four questions about safety once more. {HIDE}"""


STEP = Step(
    id="accepted",
    title="They said yes",
    minutes=12,
    purpose="They said yes to a coffee, and that's all for now. Take it slowly from here.",
    why=("cycling", "reunion-common"),
    opens=(SAID_YES,),
    offered_when=(SAID_YES, NOTHING_ENDED, NOT_OVER),
    reaches_out=True,
    items=(
        Reading("yes-reading", _opening),
        *safety_questions(),
        Reading("yes-for-you", going_slowly),
        Recall(
            "reason-then", "The reason it ended, as you told it at the start:", step="the-whole-story", item="reasons"
        ),
        Text(
            "slow",
            "What does going slowly look like for you?",
            long=True,
            note="How often you meet, for how long, and what can wait.",
            claims=("S17",),
        ),
        Choices(
            "keeps",
            "Which parts of your own life stay as they are, whatever happens?",
            least=1,
            options=KEEPS,
        ),
        Text(
            "limit",
            "What won't you accept again?",
            long=True,
            note="Add how you'd tell them. If it's about being hurt, don't say it to them first. Call a helpline: exback "
            "crisis",
        ),
        Text(
            "want",
            "Do you want the relationship, or comfort?",
            long=True,
            note="Add what they've said they want, or that they haven't said.",
            claims=("C4h",),
        ),
        Text("breaks", "If it ends again or comes to nothing, what will you do that week?", long=True),
        Text("keep", "What good came of these weeks, whatever they do?", long=True, claims=("S19",)),
    ),
    mirror=_mirror,
    small_thing="One small thing: keep the next evening you'd planned without them.",
)
