"""Before the meeting, after it, and four weekly reviews of whether the old reason is back."""

from exback.model.boundaries import ASKED_TO_STOP, safety_questions
from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, answered, any_of, closed, runs
from exback.model.items import Choice, Option, Reading, Recall, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote
from exback.model.safety import says_yes

from ..companion.they_wrote import THEY_ASKED
from ..message import SAID_YES
from ..situation import DOOR, has_cause, tied_by
from ..soul_searching.why_it_ended import SIDES
from .their_side import HIDE

STEP_ID = "meet-and-go-slowly"
REVIEWS = 4
A_LOT = 7
MINE = {"relationship": "the relationship", "comfort": "comfort", "unsure": "something you don't know yet"}
THEIRS = {"relationship": "the relationship", "comfort": "comfort"}


def _is_before_meeting(here: Context) -> bool:
    return here.last(STEP_ID) is None


def _they_asked(here: Context) -> bool:
    """Whether this is about a meeting that they asked for: no invitation was accepted, and it's before the meeting."""
    return _is_before_meeting(here) and here.told("one-invitation", "reply") != "yes"


def _is_after_meeting(here: Context) -> bool:
    return len(here.journey.finished(STEP_ID)) == 1


def _is_review(here: Context) -> bool:
    return len(here.journey.finished(STEP_ID)) > 1


def _goes_on(here: Context) -> bool:
    """Whether it goes on after the meeting; yes until they said no."""
    return here.told(STEP_ID, "goes-on") != "no"


def _asks_what_each_wants(here: Context) -> bool:
    return (_is_after_meeting(here) and here["goes-on"] != "no") or _reviews_reason(here)


def _reviews_reason(here: Context) -> bool:
    return _is_review(here) and _goes_on(here)


def _is_over(here: Context) -> bool:
    return (_is_after_meeting(here) and here["goes-on"] == "no") or (_is_review(here) and not _goes_on(here))


def _wants_differ(here: Context) -> bool:
    mine, theirs = here.text("want"), here.text("their-want")
    return theirs in THEIRS and mine in THEIRS and mine != theirs


def _safety_reading(here: Context) -> Prose:
    took_it_back = any(says_yes(run, ASKED_TO_STOP.id) for run in here.journey.runs)
    return (
        (
            "They asked to meet. Before you get ready for it, exback asks the four questions about safety once more. It asks everyone, "
            "every time a meeting starts with a message from the other person."
        ),
        (
            "A message can make you see the past differently, so take your time. Answer the first two as things are today, and the last "
            "two for any time, then or now. A yes closes only the part about being in touch with them. What's for you stays open."
        ),
        *(
            (
                "They'd asked you to stop, and then wrote to you freely. If that's still so, say no to the first question.",
            )
            if took_it_back
            else ()
        ),
        HIDE,
    )


def _opening(here: Context) -> Prose:
    first = (
        "They wrote first, and asked to meet. So there's nothing you have to ask for. You're going to hear how they are."
        if _they_asked(here)
        else "They said yes, so you'll meet."
    )
    return f"""{first} Keep it small: a coffee or a drink, an hour or so, a friendly goodbye. Nothing has to be settled \
there. Meet somewhere public, and have your own way home.

They may seem a little different to you, and you to them. Or you may notice nothing like that. Either is fine.

Before you go, write down what you hope for, what you won't bring up, and how you'll leave. Afterwards, come back and write how it \
was. If it goes on, exback looks with you at the reason it ended, once a week, four times."""


def _topics_to_avoid(here: Context) -> Prose:
    """Return an example that fits what ended it."""
    if has_cause(here, "third-person"):
        return "For example: who came between us, whose fault it was, and what we are now."
    if has_cause(here, "betrayal"):
        return "For example: what happened that evening, and whether it's forgiven."
    if tied_by(here, "children"):
        return "For example: money, the weekends, and what we are now."
    return "For example: the last months, who was right, and what we are now."


def _sorted_reasons(here: Context) -> Prose:
    """Quote the reasons as they sorted them later, which may differ from those they gave at the start."""
    return tuple(
        quote for side in SIDES for quote in here.quote("why-it-ended", f"reason-{side}", "As you sorted it later:")
    )


def _answers_so_far(here: Context) -> Prose:
    """List the last four answers, one per line; all of them wouldn't fit the page after half a year."""
    answers = here.all_said(STEP_ID, "reason-back")[-REVIEWS:]
    if not answers:
        return ""
    return (
        "\n".join(
            [
                "How much of the old reason was back, 0 to 10:",
                *(f"- {here.date(answer.day)}: {answer.value}" for answer in answers),
            ]
        ),
        (
            "If it goes up two weeks in a row, tell them, if you can say it without fear. If you hold things back because you're afraid "
            "of what they'd do, stop here and talk to someone: exback crisis"
        ),
    )


def _mirror(here: Context) -> Prose:
    if _is_before_meeting(here):
        return (Quote(here.text("leave"), None, "You know how you'll leave:"),)
    if _is_after_meeting(here):
        return (Quote(here.text("was"), None, "It was like this:"),)
    if not _goes_on(here):
        return "It doesn't go on, and you don't have to keep it open."
    number = here.number("reason-back")
    return (
        f"You put how much of the old reason is back at {number} of 10.",
        *(("That's a lot, and you can stop here on any day.",) if number >= A_LOT else ()),
        Quote(here.text("said-aloud"), None, "What you said out loud this week:"),
    )


def _small_thing(here: Context) -> Prose:
    if _is_over(here):
        return "One small thing: tell someone who's on your side that it's over, today."
    if _is_before_meeting(here):
        return "One small thing: tell one person where you'll be and when you'll be home."
    return "One small thing: keep the plan you have with someone else this week."


def _not_begun() -> Gate:
    """Return a gate that is open until the first run: after that, the days between the runs say what is due."""

    def check(journey: Journey) -> Verdict:
        return OPEN if journey.last(STEP_ID) is None else closed("", STEP_ID)

    return Gate(check, ((STEP_ID, ""),))


REVIEWED = (any_of(runs(STEP_ID, 2 + REVIEWS), answered(STEP_ID, "goes-on", "no")),)

STEP = Step(
    id=STEP_ID,
    title="Meet, and go slowly",
    minutes=8,
    purpose="One meeting, and then a slow look at whether the reason it ended is still there.",
    why=("cycling", "if-then"),
    opens=(SAID_YES,),
    opens_anyway=THEY_ASKED,
    offered_when=(_not_begun(), answered("they-wrote", "kind", "yes"), *THEY_ASKED),
    complete=REVIEWED,
    repeats=Repeat(apart=1, due=7, until=REVIEWED),
    reaches_out=True,
    items=(
        Reading("safety-first", _safety_reading, when=_they_asked),
        *safety_questions(when=_they_asked),
        Reading(
            "meet-reading",
            _opening,
            when=_is_before_meeting,
            claims=("S17",),
        ),
        Text("hope", "What do you honestly hope for?", long=True, when=_is_before_meeting, claims=("C2",)),
        Text("not-raise", "What won't you bring up?", note=_topics_to_avoid, when=_is_before_meeting),
        Text(
            "leave",
            "How and when will you leave?",
            note="“At five. I've told my sister I'm coming over.”",
            when=_is_before_meeting,
            claims=("S17",),
        ),
        Recall("hoped", "You wrote down what you hoped for:", step=STEP_ID, item="hope", when=_is_after_meeting),
        Text("was", "How was it?", long=True, note="If it didn't happen, say so.", when=_is_after_meeting),
        Choice(
            "goes-on",
            "Does it go on?",
            options=(Option("yes", "Yes, slowly"), Option("no", "No"), Option("unsure", "I don't know yet")),
            note=DOOR,
            when=_is_after_meeting,
        ),
        Reading(
            "stops",
            "So it doesn't go on. That's an answer, and it can hurt even if you wanted it. Nothing more is asked here. When you're "
            "ready, “Letting go” is open, and it asks what you keep.",
            when=_is_over,
            claims=("S19",),
        ),
        Choice(
            "want",
            "What do you want from it?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort"),
                Option("unsure", "I don't know"),
            ),
            note="If one of you wants the relationship and the other only comfort, say which before anyone gets hurt.",
            when=_asks_what_each_wants,
            claims=("C4h",),
        ),
        Choice(
            "their-want",
            "What have they said they want?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort, or company"),
                Option("unsaid", "They haven't said"),
            ),
            note="What they said, not what you think they meant.",
            when=_asks_what_each_wants,
            claims=("C4h",),
        ),
        Text(
            "they-want",
            "How did they put it?",
            long=True,
            optional=True,
            note="As well as you remember. You can skip this.",
            when=lambda here: here["their-want"] in THEIRS,
        ),
        Choice(
            "sleeping-means",
            "If you two slept together, what would it be for you?",
            options=(
                Option("relationship", "A part of being together again"),
                Option("comfort", "Comfort"),
                Option("not-now", "Nothing I want right now"),
                Option("unsure", "I don't know"),
            ),
            optional=True,
            note="Sometimes it's comfort for one and a hope for the other. You can skip this.",
            when=lambda here: _is_after_meeting(here) and here["goes-on"] != "no",
            claims=("C4k",),
        ),
        Reading(
            "different",
            lambda here: (
                f"You want {MINE[here.text('want')]}, and they say they want {THEIRS[here.text('their-want')]}. Those are two "
                "different things. It's kinder to say so before you meet again, or sleep together, if you can say it without fear. "
                "If it stays that way, stopping here is kinder to both of you."
            ),
            when=_wants_differ,
            claims=("C4h", "C4k"),
        ),
        Reading(
            "unsaid",
            "They haven't said, and until they do you can only guess. You could say what you want yourself, in one sentence, and give "
            "them time. If you two may sleep together, say it before. It's harder to hear the morning after.",
            when=lambda here: here["their-want"] == "unsaid",
        ),
        Reading("looks-so-far", _answers_so_far, when=_reviews_reason),
        Recall(
            "old-reason",
            "The reason it ended, as you told it:",
            step="the-whole-story",
            item="reasons",
            when=_reviews_reason,
        ),
        Reading("sorted-reasons", _sorted_reasons, when=_reviews_reason),
        Scale(
            "reason-back",
            "How much of that is back?",
            ends=("nothing", "all of it"),
            when=_reviews_reason,
        ),
        Text(
            "said-aloud",
            "What did you say out loud this week that you'd once have kept to yourself?",
            long=True,
            note="“Nothing” is an answer, and worth knowing.",
            when=_reviews_reason,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
