"""Before the meeting, after it, and four weekly looks at the old reason."""

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


def _before(here: Context) -> bool:
    return here.last(STEP_ID) is None


def _after(here: Context) -> bool:
    return len(here.journey.finished(STEP_ID)) == 1


def _review(here: Context) -> bool:
    return len(here.journey.finished(STEP_ID)) > 1


def _went_on(here: Context) -> bool:
    """Whether it goes on after the meeting, as far as is known."""
    return here.told(STEP_ID, "goes-on") != "no"


def _looks_on(here: Context) -> bool:
    return (_after(here) and here["goes-on"] != "no") or _reviews(here)


def _reviews(here: Context) -> bool:
    return _review(here) and _went_on(here)


def _stops(here: Context) -> bool:
    return (_after(here) and here["goes-on"] == "no") or (_review(here) and not _went_on(here))


def _differ(here: Context) -> bool:
    mine, theirs = here.text("want"), here.text("their-want")
    return theirs in THEIRS and mine in THEIRS and mine != theirs


def _not_to_raise(here: Context) -> Prose:
    """An example that fits what ended it."""
    if has_cause(here, "third-person"):
        return "For example: the other person, whose fault it was, and what we are now."
    if has_cause(here, "betrayal"):
        return "For example: that evening, and whether I am forgiven."
    if tied_by(here, "children"):
        return "For example: money, the weekends, and what we are now."
    return "For example: the last months, who was right, and what we are now."


def _sorted_reasons(here: Context) -> Prose:
    """The reasons as they were sorted, which may differ from those told at the start."""
    return tuple(
        quote for side in SIDES for quote in here.quote("why-it-ended", f"reason-{side}", "As you sorted it later:")
    )


def _looks_so_far(here: Context) -> Prose:
    """The last four looks at the old reason, one a line; all of them would outgrow the page in half a year."""
    said = here.all_said(STEP_ID, "reason-back")[-REVIEWS:]
    if not said:
        return ""
    return (
        "\n".join(
            [
                "How much of the old reason was back, 0 to 10:",
                *(f"- {here.date(one.day)}: {one.value}" for one in said),
            ]
        ),
        (
            "If it rises two weeks running, it is worth a word to them, if you can say it without fear. If you swallow things because "
            "you are afraid of what they would do, stop here, and talk to somebody: exback crisis"
        ),
    )


def _mirror(here: Context) -> Prose:
    if _before(here):
        return (Quote(here.text("leave"), None, "You know how you will leave:"),)
    if _after(here):
        return (Quote(here.text("was"), None, "It was like this:"),)
    if not _went_on(here):
        return "It does not go on, and you need not hold it open."
    number = here.number("reason-back")
    return (
        f"Of the old reason, {number} of 10 is back. You looked, and you know.",
        Quote(here.text("said-aloud"), None, "You said out loud:"),
    )


def _small_thing(here: Context) -> Prose:
    if _stops(here):
        return "One small thing: tell somebody who likes you that it is over, today."
    if _before(here):
        return "One small thing: tell one person where you will be and when you will be home."
    return "One small thing: keep the plan you have with somebody else this week."


LOOKED = (any_of(runs(STEP_ID, 2 + REVIEWS), answered(STEP_ID, "goes-on", "no")),)

STEP = Step(
    id=STEP_ID,
    title="Meet, and go slowly",
    minutes=8,
    purpose="One coffee, and then a slow look at whether the old reason is still in the room.",
    why=("cycling", "if-then"),
    opens=(answered("one-invitation", "reply", "yes", reason="Opens if they say yes."),),
    complete=LOOKED,
    repeats=Repeat(apart=1, due=7, until=LOOKED),
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
            when=_before,
            claims=("S17", "S18"),
        ),
        Text("hope", "What do you hope for, honestly?", long=True, when=_before),
        Text("not-raise", "What will you not bring up?", note=_not_to_raise, when=_before),
        Text(
            "leave", "How and when will you leave?", note="“At five, I have told my sister I am coming.”", when=_before
        ),
        Recall("hoped", "Before the meeting you hoped for:", step=STEP_ID, item="hope", when=_after),
        Text("was", "How was it?", long=True, when=_after),
        Choice(
            "goes-on",
            "Does it go on?",
            options=(Option("yes", "Yes, slowly"), Option("no", "No"), Option("unsure", "I do not know yet")),
            when=_after,
        ),
        Reading(
            "stops",
            "You met, and it does not go on. That is an answer, and you asked honestly. Nothing more is asked here. When you are "
            "ready, “Letting go” is open, and it begins with what you keep.",
            when=_stops,
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
            when=_looks_on,
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
            when=_looks_on,
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
            when=_differ,
            claims=("C4h",),
        ),
        Reading(
            "unsaid",
            "They have not said it yet, and until they do you can only guess. You could say what you want yourself, in one "
            "sentence, and leave them their time.",
            when=lambda here: here["their-want"] == "unsaid",
        ),
        Reading("looks-so-far", _looks_so_far, when=_reviews),
        Recall("old-reason", "The reason it ended, as you told it:", step="your-story", item="reasons", when=_reviews),
        Reading("sorted-reasons", _sorted_reasons, when=_reviews),
        Scale(
            "reason-back",
            "How much of that is back?",
            ends=("nothing", "all of it"),
            when=_reviews,
        ),
        Text(
            "said-aloud",
            "What did you say out loud this week that you would once have swallowed?",
            long=True,
            note="“Nothing” is an answer, and worth knowing.",
            when=_reviews,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
