"""They were together again, and it ended again: start again, with everything kept."""

from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.dates import how_often
from exback.model.gates import any_of, done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..reattraction.their_side import HIDE
from ..situation import DOOR, afraid

STEP_ID = "apart-again"


def _opening(here: Context) -> Prose:
    times = len(here.journey.ever(STEP_ID))
    before = (
        (f"You've told exback {how_often(times)} before that it ended again. All of that is kept.",) if times else ()
    )
    return (
        "It ended again. You know what this is like, and maybe you're ashamed to be here again. You don't have to be.",
        (
            "Sometimes the old reason comes back, and sometimes it's something new. In one study, on-off "
            "couples were twice as likely to report physical violence; in another, more cycles went with more distress. Neither shows "
            "that one causes the other. But it's good to look closely."
        ),
        *before,
        "You aren't starting from nothing. What you wrote before is here, and what you built in your own life is still yours.",
        f"First, the four questions about safety once more. {HIDE}",
    )


STEP = Step(
    id=STEP_ID,
    title="Apart again",
    minutes=10,
    purpose="It ended again. What you learned before is still yours.",
    why=("cycling", "why-known"),
    opens=(any_of(done("together-again"), done("accepted")),),
    repeats=Repeat(apart=7),
    items=(
        Reading("again", _opening),
        *safety_questions(),
        Recall("slow-plan", "How you wanted to go slowly:", step="accepted", item="slow"),
        Recall("breaks-plan", "What you planned to do if it broke:", step="accepted", item="breaks"),
        Recall("breaks-together", "What you planned to do if it broke again:", step="together-again", item="breaks"),
        Text(
            "what-ended-it",
            "What ended it this time?",
            long=True,
            note=lambda here: (
                "If it was the old reason, say so." if afraid(here) else f"If it was the old reason, say so. {DOOR}"
            ),
        ),
        Text(
            "learnt",
            "What do you know about yourself now that you didn't know before?",
            long=True,
            claims=("C3",),
        ),
        Choice(
            "next",
            "What comes next?",
            options=(
                Option("unsure", "Decide later"),
                Option("let-go", "Let go"),
                Option("fresh", "Start again", "a new rule, and quiet; everything you wrote is kept"),
            ),
        ),
        Text("keep", "What do you keep from all of it?", long=True, claims=("S19",)),
    ),
    mirror=lambda here: (Quote(here.text("keep"), None, "This is what you keep:"),),
    small_thing=lambda here: {
        "fresh": "One small thing: tell your story once more, as it is now. exback starts there next time.",
        "let-go": "When you're ready: exback step letting-go",
        "unsure": "One small thing: tell one person today that it ended. You don't have to know what's next.",
    }[here.text("next")],
)
