"""Waiting, which can be right if you live meanwhile, with a monthly check-in."""

from exback.model.context import Context
from exback.model.gates import answered, any_of
from exback.model.items import Confirm, Reading, Recall, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..ended import HAS_ENDED

ANSWERS_SHOWN = 5


def _answers_so_far(here: Context) -> Prose:
    """List the last five monthly answers with their days."""
    answers = here.all_said("waiting", "still")[-ANSWERS_SHOWN:]
    if not answers:
        return ""
    lead = "How open the question was, 0 to 10:" if here.withheld else "How much you wanted to wait, 0 to 10:"
    return "\n".join([lead, *(f"- {here.date(answer.day)}: {answer.value}" for answer in answers)])


STEP = Step(
    id="waiting",
    title="Waiting",
    minutes=6,
    purpose="Waiting without holding your breath, with a look once a month.",
    why=("bond-fades", "contact-slows"),
    opens=(
        any_of(
            answered("what-has-changed", "verdict", "wait"),
            answered("decide", "choice", "wait", reason="Opens if you choose to wait in “{title}”."),
        ),
    ),
    offered_when=(
        any_of(
            answered("what-has-changed", "verdict", "wait"),
            answered("decide", "choice", "wait", times=2, days_apart=7),
        ),
    ),
    repeats=Repeat(apart=28, due=28, until=(HAS_ENDED,)),
    items=(
        Reading(
            "closed-way",
            "You may go on missing them; that needs nobody's leave. Waiting for them is another thing. exback will not open the way, "
            "however long it is, so build on something else. You can leave the question open, and live.",
            when=lambda here: here.withheld,
        ),
        Reading(
            "waiting-reading",
            """Some people wait a long time, and it need not be a mistake. Distance ends some couples who still care for each \
other, and sometimes, months later, one of them writes. Others wait, and nobody writes.

You cannot know which it will be. So there is one condition: live meanwhile. If you put your life on hold, the wait gets \
very long. Waiting with friends, work and evenings of your own is simply living, with a door that \
is not locked.

Once a month exback asks whether it is still right.""",
            when=lambda here: not here.withheld,
            claims=("C2",),
        ),
        Reading("looks-so-far", _answers_so_far),
        Recall("enough-then", "You said that this would tell you that it is enough:", step="waiting", item="enough"),
        Scale(
            "still",
            lambda here: "How open is the question still?" if here.withheld else "How much do you still want to wait?",
            ends=("not at all", "very much"),
        ),
        Text(
            "meanwhile",
            lambda here: (
                "What did you live for in the last weeks?"
                if here.withheld
                else "What did you live for in the last weeks, besides waiting?"
            ),
            long=True,
        ),
        Text("enough", "What would tell you that it is enough?", long=True),
        Text("keep", "What did this time give you that you keep, whatever they do?", long=True),
        Confirm(
            "again",
            lambda here: "Will you leave it open for now?" if here.withheld else "Will you wait on for now?",
        ),
    ),
    mirror=lambda here: (
        (
            Quote(here.text("keep"), None, "This is what you keep:"),
            Quote(here.text("enough"), None, "You will know that it is enough when:"),
        )
        if here["again"]
        else (
            f"You have decided to {'close it' if here.withheld else 'stop waiting'}. When you are ready: exback step letting-go",
        )
    ),
    small_thing="One small thing: plan something for the coming month that you would not cancel for them.",
)
