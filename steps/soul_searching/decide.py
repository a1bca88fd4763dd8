"""Let go, wait, or send one invitation: a decision counts once it is made twice, a week apart."""

from exback.model.context import Context
from exback.model.gates import any_of, done, settled
from exback.model.items import Choice, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, Table

from ..ended import HAS_ENDED
from ..situation import DOOR, has_cause, left, tied_by, without_stop
from .why_it_ended import SIDES, has_reason, is_deal_breaker

CHOICES = {"let-go": "to let go", "wait": "to wait", "invitation": "one invitation"}
CHANGES = {"has": "it has changed", "could": "it could change", "cannot": "it may not change"}
BEFORE = (
    "why-it-ended",
    "missing-or-bargaining",
    "was-it-that-good",
    "who-am-i-now",
    "kindness-and-my-part",
    "live-forward",
    "happy-without",
    "two-questions",
)


def _earlier_words(here: Context) -> Prose:
    return (
        "Before you decide, read what you wrote on other days.",
        *here.quote("was-it-that-good", "hurt", "What hurt, or was missing:"),
        *here.quote("was-it-that-good", "good", "What was good:"),
        *(() if here.withheld else here.quote("why-it-ended", "their-side", "As they would tell it:")),
        *here.quote("happy-without", "year", "A good year without them:"),
        *_first_and_last_numbers(here),
        *(() if here.withheld else _sorted_reasons(here)),
    )


def _introduction(here: Context) -> Prose:
    if here.withheld:
        return """The way to them is closed here. What you decide is what you do with the hope.

You can let go, or you can leave the question open and live on meanwhile. Neither has to be reached today. What you decide now \
you will decide once more in a week, and it counts when both days agree.

Wanting them is allowed, for as long as it lasts. If you find yourself planning a way back, talk to somebody first: exback \
crisis lists people who will not push you. What you have looked at in these weeks is yours, whichever of the two you choose."""
    return """Some relationships deserve another chance. Some deserve to end for good. From inside, they can feel the same \
for a long time.

You have done the work that helps you tell. You looked at the reasons, at both columns, at your own part, at a good year \
without them. What you decide now you will decide once more in a week. It counts when both days agree.

All three answers can be right. In one study of 792 people aged 17 to 24, 44 in 100 had broken up and got back together with \
their current or latest partner. In the same study, on-off couples reported physical violence twice as often as others; in \
another, more cycles went with more distress. None of that shows a cause, and none of it is about you two."""


def _about_cycles(here: Context) -> Prose:
    """Ask people who came back together before what would be different; someone who left is asked more."""
    if here.withheld or here.told("the-whole-story", "came-back", "never") == "never":
        return ""
    if left(here):
        return (
            "You left, and you two have come back before. Would you still ask if you felt no guilt? What will you do on the "
            "evening when you want to leave again? If you go a second time, they are left a second time."
        )
    return "You two have come back before. What was different the last time, and how long did it hold?"


def _sorted_reasons(here: Context) -> tuple[str, ...]:
    """Return the reasons with what they said about each, and what follows for the cause they named."""
    reasons = [f"- {_reason_sentence(here, side)}" for side in SIDES if has_reason(here, side)]
    listed = ("\n".join(["The reasons, as you sorted them:", *reasons]),) if reasons else ()
    return (*listed, *_about_the_cause(here))


def _reason_sentence(here: Context, side: str) -> str:
    words = without_stop(here.told("why-it-ended", f"reason-{side}"))
    parts = (
        CHANGES.get(here.told("why-it-ended", f"change-{side}"), ""),
        "it is a deal-breaker" if is_deal_breaker(here, side) else "it is no deal-breaker",
    )
    return f"“{words}”: {', and '.join(part for part in parts if part)}."


def _about_the_cause(here: Context) -> tuple[str, ...]:
    if has_cause(here, "deal-breaker"):
        return (
            (
                "You named something that you could not agree on. If neither has changed their mind, love alone does not settle it. That is "
                "nobody's fault."
            ),
        )
    if has_cause(here, "betrayal"):
        return ("Trust was broken. It comes back by what somebody does over a long time, or it does not come back.",)
    if has_cause(here, "distance"):
        return (
            "Distance was a cause. Does it still stand, and who would move? If nobody would, the answer is in that.",
        )
    if has_cause(here, "child"):
        return ("A child was part of it. What you each want there is not something to give way on out of loneliness.",)
    if has_cause(here, "third-person"):
        return ("Somebody else came into it. You can decide what you want. What the two of them do, you cannot.",)
    if has_cause(here, "drift"):
        return ("You drifted apart. Going back is easy to wish for. What would keep you from drifting a second time?",)
    return ()


def _first_and_last_numbers(here: Context) -> tuple[Table, ...]:
    runs = here.journey.finished("two-questions")
    if not runs:
        return ()
    first, last = runs[0], runs[-1]
    rows = tuple(
        (label, str(first.answers.get(item, "")), str(last.answers.get(item, "")))
        for item, label in (("want", "Want them"), ("without", "Happy without"))
    )
    return (Table(("", "at first", "last"), rows),)


def _choices(here: Context) -> tuple[Option, ...]:
    always = (
        Option("let-go", "Let go", "stop working on it, and turn forward"),
        Option("wait", "Wait", "live on, and look again each month"),
    )
    if here.withheld:
        return (
            always[0],
            Option("wait", "Leave it open", "exback will not open the way to them; you live on meanwhile"),
        )
    return (*always, Option("invitation", "One invitation", "one honest message, and their answer stands"))


def _decision_words(here: Context, choice: str) -> str:
    if choice == "wait" and here.withheld:
        return "to leave the question open, and live on"
    return "on one invitation" if choice == "invitation" else CHOICES[choice]


def _mirror(here: Context) -> Prose:
    choice = here.text("choice")
    before = here.told("decide", "choice")
    if not before:
        sentence = f"Today you decided {_decision_words(here, choice)}. Ask yourself again in a week."
    elif before == choice:
        sentence = "The same answer as last time, and a week lay in between. It counts now."
    else:
        sentence = "Another answer than last time. That is why it is asked twice."
    return (sentence, Quote(here.text("because"), None, "Because:"))


DECIDED_TWICE = (settled("decide", "choice", times=2, days_apart=7),)

STEP = Step(
    id="decide",
    title="Decide",
    minutes=10,
    purpose="Some relationships deserve another chance, and some deserve to end. All three answers can be right.",
    why=("bond-fades", "reunion-common", "cycling"),
    opens=tuple(done(step) for step in BEFORE),
    complete=DECIDED_TWICE,
    repeats=Repeat(apart=7, due=7, until=(any_of(*DECIDED_TWICE, HAS_ENDED),)),
    items=(
        Reading(
            "decide-reading",
            _introduction,
            when=lambda here: here.last("decide") is None,
            claims=("S20", "C4b"),
        ),
        Reading("what-you-wrote", _earlier_words),
        Reading("came-back", _about_cycles),
        Text(
            "children-first",
            "Your children live with what you decide. What would stay the same for them, either way?",
            long=True,
            optional=True,
            when=lambda here: tied_by(here, "children"),
        ),
        Choice("choice", "What do you decide today?", options=_choices, claims=("S10", "S20")),
        Text("because", "Because?", long=True, note=lambda here: "" if here.withheld else DOOR),
        Text("if-wrong", "If in a year this turns out to be wrong, how would you notice?", long=True, optional=True),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "When it is time: exback step letting-go. It is open to you at any hour."
        if here["choice"] == "let-go"
        else "One small thing: nothing follows from this but your own week. Plan one good hour in it."
        if here.withheld
        else "One small thing: do nothing about it this week. Sleep on it."
    ),
)
