"""Before the meeting, after it, and four weekly reviews of whether the old reason is back."""

from exback.model.context import Context
from exback.model.gates import answered, any_of, runs
from exback.model.items import Choice, Option, Reading, Recall, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import has_cause, tied_by
from ..soul_searching.why_it_ended import SIDES

STEP_ID = "meet-and-go-slowly"
REVIEWS = 4
MINE = {"relationship": "the relationship", "comfort": "comfort", "unsure": "something you do not know yet"}
THEIRS = {"relationship": "the relationship", "comfort": "comfort"}


def _is_before_meeting(here: Context) -> bool:
    return here.last(STEP_ID) is None


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


def _topics_to_avoid(here: Context) -> Prose:
    """Return an example that fits what ended it."""
    if has_cause(here, "third-person"):
        return "For example: the other person, whose fault it was, and what we are now."
    if has_cause(here, "betrayal"):
        return "For example: that evening, and whether I am forgiven."
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
            "If it rises two weeks running, it is worth a word to them, if you can say it without fear. If you swallow things because "
            "you are afraid of what they would do, stop here, and talk to somebody: exback crisis"
        ),
    )


def _mirror(here: Context) -> Prose:
    if _is_before_meeting(here):
        return (Quote(here.text("leave"), None, "You know how you will leave:"),)
    if _is_after_meeting(here):
        return (Quote(here.text("was"), None, "It was like this:"),)
    if not _goes_on(here):
        return "It does not go on, and you need not hold it open."
    number = here.number("reason-back")
    return (
        f"Of the old reason, {number} of 10 is back. You looked, and you know.",
        Quote(here.text("said-aloud"), None, "You said out loud:"),
    )


def _small_thing(here: Context) -> Prose:
    if _is_over(here):
        return "One small thing: tell somebody who likes you that it is over, today."
    if _is_before_meeting(here):
        return "One small thing: tell one person where you will be and when you will be home."
    return "One small thing: keep the plan you have with somebody else this week."


REVIEWED = (any_of(runs(STEP_ID, 2 + REVIEWS), answered(STEP_ID, "goes-on", "no")),)

STEP = Step(
    id=STEP_ID,
    title="Meet, and go slowly",
    minutes=8,
    purpose="One coffee, and then a slow look at whether the old reason is still in the room.",
    why=("cycling", "if-then"),
    opens=(answered("one-invitation", "reply", "yes", reason="Opens if they say yes."),),
    complete=REVIEWED,
    repeats=Repeat(apart=1, due=7, until=REVIEWED),
    reaches_out=True,
    items=(
        Reading(
            "meet-reading",
            """You will meet. Keep it as small as it is: a coffee, an hour, a friendly goodbye. Nothing has to be settled \
there. Meet in a public place, and have your own way home.

You may notice that they see you a little differently, and you them. You may also notice nothing of the kind. Both are fine \
for one coffee.

Before you go, put down what you hope for, what you will not bring up, and how you will leave. Afterwards you come back and \
write how it was. And if it goes on, exback looks with you at the old reason, once a week, four times.""",
            when=_is_before_meeting,
            claims=("S17", "S18"),
        ),
        Text("hope", "What do you hope for, honestly?", long=True, when=_is_before_meeting),
        Text("not-raise", "What will you not bring up?", note=_topics_to_avoid, when=_is_before_meeting),
        Text(
            "leave",
            "How and when will you leave?",
            note="“At five, I have told my sister I am coming.”",
            when=_is_before_meeting,
        ),
        Recall("hoped", "Before the meeting you hoped for:", step=STEP_ID, item="hope", when=_is_after_meeting),
        Text("was", "How was it?", long=True, when=_is_after_meeting),
        Choice(
            "goes-on",
            "Does it go on?",
            options=(Option("yes", "Yes, slowly"), Option("no", "No"), Option("unsure", "I do not know yet")),
            when=_is_after_meeting,
        ),
        Reading(
            "stops",
            "You met, and it does not go on. That is an answer, and you asked honestly. Nothing more is asked here. When you are "
            "ready, “Letting go” is open, and it begins with what you keep.",
            when=_is_over,
            claims=("S19",),
        ),
        Choice(
            "want",
            "What do you want from it?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort"),
                Option("unsure", "I do not know"),
            ),
            note="One may want the relationship and the other only comfort. Say which, before anybody gets hurt.",
            when=_asks_what_each_wants,
            claims=("C4h",),
        ),
        Choice(
            "their-want",
            "And what did they say that they want?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort, company"),
                Option("unsaid", "They have not said"),
            ),
            note="What they said, not what you think they meant.",
            when=_asks_what_each_wants,
            claims=("C4h",),
        ),
        Text(
            "they-want",
            "In their words, as well as you remember them?",
            long=True,
            optional=True,
            when=lambda here: here["their-want"] in THEIRS,
        ),
        Reading(
            "different",
            lambda here: (
                f"You want {MINE[here.text('want')]}, and they say that they want {THEIRS[here.text('their-want')]}. Those are two "
                "different things, and it is kinder to say so before you meet again, if you can say it without fear. "
                "If it stays two things, stopping here is the kinder way for both."
            ),
            when=_wants_differ,
            claims=("C4h",),
        ),
        Reading(
            "unsaid",
            "They have not said it yet, and until they do you can only guess. You could say what you want yourself, in one "
            "sentence, and leave them their time.",
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
            "What did you say out loud this week that you would once have swallowed?",
            long=True,
            note="“Nothing” is an answer, and worth knowing.",
            when=_reviews_reason,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
