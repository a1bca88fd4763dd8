"""They said yes: begin slowly, and know your boundaries."""

from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.gates import answered
from exback.model.items import Choices, Option, Reading, Recall, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import has_cause, tied_by


def _by_situation(here: Context) -> Prose:
    """Return what going slowly means with their ties and their causes: two paragraphs at most."""
    cases = (
        (
            tied_by(here, "children"),
            (
                "Your children may hope harder than you do. Let them hear of it when it has held for a while, and not before. A second "
                "parting costs them, too."
            ),
        ),
        (
            has_cause(here, "distance"),
            "The distance is still on the map. Talk early about who could move and by when, even if the answer is that nobody can.",
        ),
        (
            has_cause(here, "betrayal"),
            "Trust was broken. It does not come back with a yes. It comes back with many small things that turn out to be true.",
        ),
        (
            has_cause(here, "deal-breaker"),
            "There was something that you two could not agree on. Ask about it in the first weeks, while it is still easy to stop.",
        ),
    )
    return tuple(words for fits, words in cases if fits)[:2]


def _mirror(here: Context) -> Prose:
    return (
        Quote(here.text("slow"), None, "You will go slowly, like this:"),
        Quote(here.text("keep"), None, "And this you keep, whatever comes:"),
    )


STEP = Step(
    id="accepted",
    title="They said yes",
    minutes=12,
    purpose="A yes to a coffee is a yes to a coffee. What comes next goes better slowly.",
    why=("cycling", "reunion-common"),
    opens=(answered("one-invitation", "reply", "yes", reason="Opens if they say yes."),),
    offered_when=(answered("one-invitation", "reply", "yes"),),
    reaches_out=True,
    items=(
        Reading(
            "yes-reading",
            """They said yes. Let yourself be glad for a moment.

They said yes to one coffee, and so far to nothing more. In one study of 792 people aged 17 to 24, 44 in 100 had broken up and \
got back together with their current or latest partner. On-off couples in that study reported physical violence twice as often as \
others; in another study, more cycles went with more distress. None of that says what will come of this one.

What was wrong the first time does not vanish because you missed each other. Going slowly gives you both time to see \
whether it has changed. You have a life of your own now. Keep it.

Before we go on, the four questions about safety once more.""",
            claims=("S17",),
        ),
        *safety_questions(),
        Reading(
            "yes-for-you",
            _by_situation,
        ),
        Recall(
            "reason-then", "The reason it ended, as you told it at the start:", step="the-whole-story", item="reasons"
        ),
        Text("slow", "What does going slowly look like for you? How often, how long, what not yet?", long=True),
        Choices(
            "keeps",
            "Which parts of your own life stay as they are, whatever happens?",
            least=1,
            options=(
                Option("friends", "My friends, my evenings with them"),
                Option("sleep", "My sleep"),
                Option("work", "My work or studies"),
                Option("joys", "What I took up again"),
                Option("home", "A place of my own"),
            ),
        ),
        Text(
            "limit",
            "What will you not accept again, and how will you say so?",
            long=True,
            note="If it is about being hurt, do not say it to them first. Call one of the lines that exback crisis lists.",
        ),
        Text(
            "want",
            "Do you want the relationship, or comfort? And have they said what they want?",
            long=True,
            claims=("C4h",),
        ),
        Text("breaks", "If it comes to nothing, or breaks again, what will you do in the first week?", long=True),
        Text("keep", "What have you gained in these weeks that does not depend on them?", long=True),
    ),
    mirror=_mirror,
    small_thing="One small thing: keep the next evening that you had planned without them.",
)
