"""A long wait can be right, if you live meanwhile."""

from exback.items import Confirm, Reading, Scale, Text
from exback.program import Repeat, Step
from exback.prose import Quote
from exback.rules import answered

STEP = Step(
    id="waiting",
    title="Waiting",
    minutes=6,
    purpose="Waiting without holding your breath, with a look once a month.",
    why=("bond-fades", "contact-slows"),
    opens=(answered("decide", "choice", "wait"),),
    offered_when=(answered("decide", "choice", "wait", times=2, days_apart=7),),
    repeats=Repeat(apart=28, due=28),
    items=(
        Reading(
            "waiting-reading",
            """Some people wait a long time, and it is no mistake. Distance ends some couples who still care for each other, \
and months later one of them writes. Others wait, and nobody writes.

You cannot know which it will be. So there is one condition: live meanwhile. Waiting with your life on hold makes the \
wait long and the person small. Waiting with friends, work and evenings of your own is simply living, with a door that \
is not locked.

Once a month exback asks whether it is still right.""",
        ),
        Scale("still", "How much do you still want to wait?", ends=("no longer", "very much")),
        Text("meanwhile", "What did you live for in the last weeks, beside waiting?", long=True),
        Text("enough", "What would tell you that it is enough?", long=True),
        Confirm("again", "Will you wait on for now?"),
    ),
    mirror=lambda here: (
        (Quote(here.text("enough"), None, "You will know that it is enough when:"),)
        if here["again"]
        else ("You have waited long enough. When you are ready: exback step letting-go",)
    ),
    small_thing="One small thing: plan something for the coming month that you would not cancel for them.",
)
