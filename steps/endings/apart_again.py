"""They were together again, and it ended again: start again, with everything kept."""

from exback.model.boundaries import AFRAID_OF_THEM, safety_questions
from exback.model.context import Context, Run
from exback.model.dates import how_often, later
from exback.model.gates import OPEN, Gate, Verdict, any_of, closed, done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import ended, promise
from ..ended import HAS_ENDED, outlasts_parting
from ..meeting import WENT_ON
from ..reattraction.their_side import HIDE
from ..situation import DOOR, afraid, named_person

STEP_ID = "apart-again"
WEEK = 7


def _undecided(journey: Journey) -> Run | None:
    """Return the latest run that left open what comes next; None if there is none, or if they've been close again since."""
    run = journey.last(STEP_ID)
    if run is None or run.answers.get("next") != "unsure":
        return None
    later = (close for step in promise.CLOSE if (close := journey.last(step)) is not None)
    return None if any(close.finish_number > run.finish_number for close in later) else run


def _is_deciding(here: Context) -> bool:
    """Whether this run only asks again what comes next."""
    return _undecided(here.journey) is not None


def _is_telling(here: Context) -> bool:
    return not _is_deciding(here)


def _check_nothing_to_decide(journey: Journey) -> Verdict:
    is_open = _undecided(journey) is not None and not HAS_ENDED.check(journey).open
    return closed("exback asks “{title}” again.", STEP_ID) if is_open else OPEN


NOTHING_TO_DECIDE = Gate(_check_nothing_to_decide, ((STEP_ID, "next"),))


def _opening(here: Context) -> Prose:
    times = sum(1 for run in here.journey.ever(STEP_ID) if "what-ended-it" in run.answers)
    before = (
        (f"You've told exback {how_often(times)} before that it ended again. All of that is saved.",) if times else ()
    )
    return (
        "It ended again. You know what this is like, and maybe you're ashamed to be here again. You don't have to be.",
        (
            "Sometimes the old reason comes back, and sometimes it's something new. In one study, on-off couples were twice as likely "
            "to report physical violence. In another, more breakups were linked to more distress. Neither shows that one causes the other. "
            "But it's good to look closely."
        ),
        *before,
        "You aren't starting from nothing. What you wrote before is here, and what you built in your own life is still yours.",
        f"First, here are the four questions about safety once more. {HIDE}",
    )


def _asking_again(here: Context) -> Prose:
    run = _undecided(here.journey)
    wrote = (
        "You wrote that it had ended again, and that you'd decide later what comes next."
        if run is None
        else f"You wrote on {here.date(here.journey.day(run))} that it had ended again, and that you'd decide later what comes next."
    )
    return f"{wrote} You don't have to decide today, either. Here's what you wrote then."


def _mirror(here: Context) -> Prose:
    still, asks = outlasts_parting(here), "exback will ask again in a week."
    day = later(here.run_day, WEEK)
    if here.is_looked_back_at(STEP_ID, day):
        asks = ""
    elif not here.changed:
        asks = f"exback will ask again on {here.date(day)}."
    following = {
        "fresh": "You're starting again, and everything you wrote is saved.",
        "let-go": "You're letting go, and “Letting go” is open.",
        "unsure": f"You'll decide later. {still} That hasn't changed, and you can come back to this page in a week."
        if still
        else " ".join(filter(None, ("You'll decide later.", asks, "“Letting go” is always open."))),
    }.get(here.text("next"), "")
    keep = here.answers.get("keep")
    kept = Quote(keep, None, ended.gained(here)) if isinstance(keep, str) else ""
    return (kept, *((AFRAID_OF_THEM.help,) if afraid(here) else ()), following)


STEP = Step(
    id=STEP_ID,
    title="Apart again",
    minutes=10,
    purpose="It ended again. What you learned before is still yours.",
    why=("cycling", "why-known"),
    opens=(any_of(WENT_ON, done("accepted"), done("together-again")),),
    repeats=Repeat(apart=WEEK, due=WEEK, until=(NOTHING_TO_DECIDE,)),
    items=(
        Reading("again", _opening, when=_is_telling),
        *safety_questions(when=_is_telling),
        Recall("slow-plan", "How you wanted to go slowly:", step="accepted", item="slow", when=_is_telling),
        Recall(
            "breaks-plan", "What you planned to do if it didn't last:", step="accepted", item="breaks", when=_is_telling
        ),
        Recall(
            "breaks-together",
            "What you planned to do if it ended again:",
            step="together-again",
            item="breaks",
            when=_is_telling,
        ),
        Text(
            "what-ended-it",
            "What ended it this time?",
            long=True,
            note=lambda here: (
                "If it was the old reason, say so." if afraid(here) else f"If it was the old reason, say so. {DOOR}"
            ),
            when=_is_telling,
        ),
        Text(
            "learnt",
            "What do you know about yourself now that you didn't know before?",
            long=True,
            when=_is_telling,
            claims=("C3",),
        ),
        Text(
            "keep",
            lambda here: "What will you keep from that time?" if afraid(here) else "What good came of it all?",
            long=True,
            when=_is_telling,
            claims=("S19",),
        ),
        Reading("still-deciding", _asking_again, when=_is_deciding),
        Recall(
            "ended-then",
            "What you wrote then about what ended it:",
            step=STEP_ID,
            item="what-ended-it",
            when=_is_deciding,
        ),
        Recall("kept-then", ended.gained, step=STEP_ID, item="keep", when=_is_deciding),
        Choice(
            "next",
            "What comes next?",
            options=(
                Option("unsure", "Decide later", "exback will ask again in a week"),
                Option("let-go", "Let go", "opens “Letting go”", opens="letting-go"),
                Option("fresh", "Start again", "a new rule, and everything you wrote is saved"),
            ),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: {
        "fresh": "One small thing: tell your story once more, as it is now. exback will start there next time.",
        "let-go": "“Letting go” is always open. When you're ready: exback step letting-go",
        "unsure": f"One small thing: tell {named_person(here) or 'one person'} today that it ended."
        if not afraid(here)
        else "One small thing: tell one person on your side today that it ended, someone who wouldn't pass it on.",
    }[here.text("next")],
)
