"""What it would be like to be them, and to receive your message."""

from exback.boundaries import safety_questions
from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Repeat, Step
from exback.prose import Quote
from exback.rules import answered, done

STEP = Step(
    id="their-side",
    title="Their side",
    minutes=10,
    purpose="Before you write to somebody, stand for a while where they stand.",
    why=("pursuit",),
    opens=(done("what-has-changed"),),
    complete=(answered("their-side", "go", "yes"),),
    repeats=Repeat(apart=7),
    reaches_out=True,
    items=(
        Reading(
            "their-side-reading",
            """They have had these weeks too. They may have cried, or been relieved, or met somebody. You do not know, and you \
need not find out.

In one study of people who had been rejected, most did at least one thing the other did not want, and most thought it had \
been more welcome than it was. It is hard to see from where you stand. So try to stand over there.

First, the four questions about safety once more.""",
        ),
        *safety_questions(),
        Text("asked-for", "What did they ask for, in words or by what they did?", long=True),
        Choice(
            "with-somebody",
            "Are they with somebody now?",
            options=(
                Option("no", "No, as far as I know"),
                Option("unknown", "I do not know"),
                Option("yes", "Yes"),
            ),
            note="Do not go and look. What you know by chance is enough.",
        ),
        Reading(
            "with-somebody-reading",
            "They are with somebody. An invitation now would ask them to hide something, or to choose. exback will not help "
            "with that. The ending “They have moved on” is written for this, and so is “Waiting”.",
            when=lambda here: here["with-somebody"] == "yes",
        ),
        Text("receive", "It is an ordinary evening, and your message arrives. What is it like for them?", long=True),
        Recall("no-evening", "How you pictured the evening after a no:", step="am-i-ready", item="no-evening"),
        Text("take-no", "They say no, or nothing. What do you do in the next hour?", long=True),
        Choice(
            "go",
            "Seen from over there: would a short, easy message be all right?",
            options=(Option("yes", "Yes, I think so"), Option("no", "No, or not now")),
            when=lambda here: here["with-somebody"] != "yes",
        ),
    ),
    mirror=lambda here: (Quote(here.text("receive"), None, "From over there it looks like this:"),),
    small_thing="One small thing: leave it for tonight, and read this page once more tomorrow.",
)
