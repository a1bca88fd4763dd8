"""No answer in 14 days: silence is a no, and it's kinder to take it as one."""

from exback.model.context import Context
from exback.model.gates import answered, since_answer
from exback.model.items import Choice, Option, Reading, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, afraid, tied_by


def _mirror(here: Context) -> Prose:
    return (
        "You asked once, and you waited.",
        Quote(here.text("keep"), None, "This is what you keep:"),
    )


STEP = Step(
    id="no-reply",
    title="No answer came",
    minutes=10,
    purpose="Two weeks without an answer is an answer.",
    why=("pursuit", "kindness"),
    opens=(since_answer("one-invitation", "sent", "yes", 14),),
    offered_when=(
        since_answer("one-invitation", "sent", "yes", 14),
        answered("one-invitation", "reply", "nothing"),
    ),
    items=(
        Reading(
            "silence",
            """Two weeks, and nothing came. That may be harder than a no, because the mind fills a silence with stories. “They \
did not see it.” “They are thinking.” “One more line would help.”

exback takes two weeks of silence as a no, and asks you to do the same. You asked once. Not \
answering is how some people say no when they do not want to hurt, or do not want to talk.

So there'll be no second message, and no “did you get this”. When you hope for an answer, it's easy to believe a second \
message would be welcome. From where you are, that's hard to judge.

If they write one day, “They wrote to me” will be there.""",
        ),
        Choice(
            "story",
            "Which story does your mind tell you?",
            options=(
                Option("unseen", "They never saw it"),
                Option("angry", "They are angry with me"),
                Option("indifferent", "I do not matter to them"),
                Option("torn", "They cannot decide"),
                Option("none", "None; it is simply quiet"),
            ),
            note=lambda here: (
                f"You cannot know. It helps to see that it is a story. {'' if afraid(here) else DOOR}".strip()
            ),
        ),
        Text(
            "stop-waiting",
            "How will you stop waiting? Name the places where you wait.",
            long=True,
            note="The screen of the phone. The name in the list. The hour when they used to write.",
        ),
        Text("friend", "What would a good friend say to you tonight?", long=True),
        Text("keep", "What did these weeks give you that no answer can take away?", long=True),
        Text("next", "What do you turn to first?"),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: leave the thread for the children as it is, and put the old messages out of sight."
        if tied_by(here, "children")
        else "One small thing: archive the thread now, so that you need not look whether something came."
    ),
)
