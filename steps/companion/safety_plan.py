"""A plan of one's own for when it gets dangerously bad, on one page. Opened again, it comes up as it is, to read and change."""

from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.items import Reading, Text
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.prose import Quote

from ..situation import afraid
from . import check_in

DAYS_OFFERED = 7
PARTS = {
    "signs": "How I can tell that it's getting bad",
    "alone": "What helps when I'm alone",
    "around": "People and places that distract me",
    "ask": "People I can ask for help",
    "professionals": "Professionals I can call",
    "safer": "What makes it safer around me",
}
"""The parts of the plan, in the order in which they're used: what one can do alone first, then other people."""


def _check_weekly(journey: Journey) -> Verdict:
    latest = check_in.weekly_runs(journey)[-1:]
    is_high = any(check_in.is_high(run) and journey.days_since(run) < DAYS_OFFERED for run in latest)
    return OPEN if is_high else closed("Offered after a hard week.", check_in.STEP.id)


AFTER_A_HIGH_PAIR = Gate(_check_weekly, (("check-in", "phq-2"), ("check-in", "gad-2")))
"""Open for a week after the weekly questions about mood or worry came out high."""

ABOUT = """If you're thinking of dying right now, don't write a plan. If you're in danger, call 112, 999, 911 or the emergency number \
where you are. To talk to someone: exback crisis

This is a plan for when it gets so bad that you think of dying, or of hurting yourself. You make it when you're calmer. In a bad \
hour, you read it and do what it says, from the top.

It's better to make it with someone: a doctor, a counsellor, or a person on a helpline. In the studies that found fewer suicidal acts, a \
clinician made the plan with the person. You can start alone, and take it along.

It's saved in your file like everything else. Anyone who uses your login can read it, unless you lock the file: exback lock"""

SAFE_PLACE = (
    (
        "You told exback that you've been afraid of someone. If they could find this plan, they'd see who helps you and where you go. "
        "So leave out names and places here, or keep the plan with someone you trust."
    ),
    "If someone comes in while you write, press Ctrl-Q. exback closes and clears the screen.",
)


def _part(part: str, question: str, note: str) -> Text:
    return Text(part, question, long=True, optional=True, note=note)


def _plan(here: Context) -> tuple[Quote, ...]:
    return tuple(Quote(words, None, f"{head}:") for part, head in PARTS.items() if (words := here.text(part)))


STEP = Step(
    id="safety-plan",
    title="My plan for the worst hours",
    minutes=10,
    purpose="Your own page for when it gets dangerously bad: what helps, and who to call.",
    why=("safety-plan",),
    optional=True,
    offered_when=(AFTER_A_HIGH_PAIR,),
    reads_first=True,
    items=(
        Reading("about", ABOUT),
        Reading("safe-place", SAFE_PLACE, when=afraid),
        _part(
            "signs",
            "How can you tell that it's getting bad?",
            "Thoughts, moods, or things you do. “I stop answering people.” “I sleep all day.”",
        ),
        _part("alone", "What helps when you're alone?", "Things you can do right away, where you are."),
        _part(
            "around",
            "Which people and places distract you?",
            "You don't have to tell them how you are. A café, a library, a friend who talks a lot.",
        ),
        _part(
            "ask",
            "Who can you ask for help?",
            "People you could tell how bad it is, with their numbers if you like. Not the person it ended with.",
        ),
        _part(
            "professionals",
            "Which professionals can you call?",
            "A doctor, a counsellor, a clinic, a helpline, the emergency number. For numbers by country: exback crisis",
        ),
        _part(
            "safer",
            "What would make it safer around you?",
            "If there's anything near you that you think of hurting yourself with, who could keep it for you, or lock it away?",
        ),
    ),
    mirror=lambda here: _plan(here) or "Your plan is empty so far.",
    small_thing="To read or change it at any time: exback plan",
)
