"""Let go, wait, or send one invitation: a decision counts once it is made twice, a week apart."""

from exback.model.context import Context
from exback.model.gates import Gate, Verdict, any_of, closed, done, settled
from exback.model.items import Choice, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, Table

from ..ended import AN_HOUR, HAS_ENDED, taken_back_after, what_holds
from ..message import SAID_YES, sent_message
from ..situation import (
    DOOR,
    afraid,
    closed_for_good,
    frightened_them,
    has_cause,
    in_quotes,
    is_ordered_away,
    left,
    tied_by,
)
from .why_it_ended import CAN_CHANGE, REASONS, SIDES, has_changed, has_reason, is_deal_breaker, what_was_thought

LEFT_OPEN = "left-open"
"""What waiting is called here for someone to whom the way to an invitation is closed."""
TAKES_TIME = "takes-time"
"""What it is called where one of them was afraid: the way to each other never opens again, so there's no question to leave open."""
TODAY = {
    "let-go": "Today you decided to let go.",
    "wait": "Today you decided to wait.",
    "invitation": "Today you decided to send one invitation.",
    LEFT_OPEN: "Today you chose to leave it undecided, and get on with life.",
    TAKES_TIME: "Today you decided to take more time, and get on with life.",
}
ON_DAY = {
    "let-go": "On {day} you decided to let go.",
    "wait": "On {day} you decided to wait.",
    "invitation": "On {day} you decided to send one invitation.",
    LEFT_OPEN: "On {day} you chose to leave it undecided, and get on with life.",
    TAKES_TIME: "On {day} you decided to take more time, and get on with life.",
}
CHANGES = {"has": "It's changed.", "could": "It could change.", "cannot": "You don't think it can change."}
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
        "Before you decide, read what you wrote before.",
        *here.quote("was-it-that-good", "hurt", "What hurt, or was missing:"),
        *here.quote("was-it-that-good", "good", "What was good:"),
        *(() if here.withheld else here.quote("why-it-ended", "their-side", "As they'd tell it:")),
        *here.quote("happy-without", "year", "A good year without them:"),
        *_first_and_last_numbers(here),
        *(() if here.withheld else (what_was_thought(here), *_sorted_reasons(here))),
    )


def _wanting_words(here: Context) -> str:
    if frightened_them(here) or is_ordered_away(here):
        return "You can want them and still leave them alone."
    return "You can want them and still respect their no."


def _introduction(here: Context) -> Prose:
    if here.withheld:
        opening, wanting = (
            (
                "exback won't help you get back to them. Here you decide how you'll go on, for yourself.",
                "Some days you may miss them or want them. That doesn't mean going back is safe.",
            )
            if afraid(here)
            else (
                "exback won't help you reach them. Here you decide what to do with any hope you have.",
                _wanting_words(here),
            )
        )
        choices = (
            "You can let go, or you can take more time."
            if closed_for_good(here)
            else "You can let go. Or you can leave it undecided, and get on with your life."
        )
        return f"""{opening}

{choices} You don't have to be sure today. exback will ask again in a week, and it's settled once you've said the same both times.

{wanting} Whatever you choose, you won't lose what you've understood in these weeks. If you notice you're planning a way back, \
stop and talk to someone first: exback crisis"""
    return """Some relationships deserve another chance. Some deserve to end for good. While you're in it, it's hard to tell \
which one yours is.

You've done some of what can help. You've looked at the reasons, at what was good and what hurt, at your own part, and at \
a good year without them. exback will ask again in a week, and it's settled once you've said the same both times.

All three answers can be right. In one study of 792 people aged 17 to 24, 44 in 100 had broken up and got back together with \
their current or latest partner. In the same study, on-off couples were twice as likely to report physical violence. In \
another, more breakups were linked to more distress. None of this shows a cause, and none of it is about the two of you."""


def _about_cycles(here: Context) -> Prose:
    """Ask people who came back together before what would be different; someone who left is asked more."""
    if here.withheld or here.told("the-whole-story", "came-back", "never") == "never":
        return ""
    if left(here):
        return (
            "You left this time, and the two of you have got back together before. Would you still ask them if you didn't feel guilty? "
            "And what would be different, so that you'd want to stay?"
        )
    return "You've got back together before. What was different last time, and how long did it last?"


def _sorted_reasons(here: Context) -> tuple[str, ...]:
    """Return the reasons with what they said about each, and what follows for the cause they named."""
    reasons = [f"- {_reason_sentence(here, side)}" for side in SIDES if has_reason(here, side)]
    listed = ("\n".join(["The reasons, as you sorted them:", *reasons]),) if reasons else ()
    return (*listed, *_about_the_cause(here))


def _reason_sentence(here: Context, side: str) -> str:
    words = in_quotes(here.told("why-it-ended", f"reason-{side}")) or REASONS[side].capitalize()
    change = CHANGES.get(here.told("why-it-ended", f"change-{side}"), "") if side in CAN_CHANGE else ""
    breaker = _breaker_sentence(here, side) if here.told("why-it-ended", f"breaker-{side}") else ""
    about = " ".join(filter(None, (change, breaker)))
    return f"{words}: {about}" if about else f"{words}."


def _breaker_sentence(here: Context, side: str) -> str:
    """Return whether it's a deal-breaker; of what has changed they were asked if it would be one again."""
    is_breaker = is_deal_breaker(here, side)
    if has_changed(here, side):
        return (
            "If it came back, it would be a deal-breaker."
            if is_breaker
            else "If it came back, it wouldn't be a deal-breaker."
        )
    return "It's a deal-breaker." if is_breaker else "It isn't a deal-breaker."


def _about_the_cause(here: Context) -> tuple[str, ...]:
    if has_cause(here, "deal-breaker"):
        return (
            (
                "There was something you couldn't agree on. If neither of you has changed their mind, loving each other won't settle "
                "it. That's no one's fault."
            ),
        )
    if has_cause(here, "betrayal"):
        return ("Trust was broken. It comes back through what someone does over a long time, or it doesn't come back.",)
    if has_cause(here, "distance"):
        return (
            "Distance was part of it. If you're still far apart, which of you would move? If neither would, that may settle it.",
        )
    if has_cause(here, "child"):
        return ("It was about a child, too. Don't give up what you want there just because you're lonely.",)
    if has_cause(here, "third-person"):
        return (
            "Someone else came into it. You can decide what you want. You can't do anything about what the two of them do.",
        )
    if has_cause(here, "drift"):
        return (
            "You drifted apart. It's easy to wish you could go back. What would keep you from drifting apart again?",
        )
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
    return (Table(("", "First time", "Last time"), rows),)


def _ways_to_wait(here: Context) -> tuple[str, str]:
    """Return what not letting go is called behind a boundary, and what it means there."""
    if afraid(here):
        return "Take more time", "get on with life, away from them"
    if frightened_them(here):
        return "Take more time", "leave them in peace, get on with life"
    return "Leave it undecided", "get on with life, don't reach out"


def _choices(here: Context) -> tuple[Option, ...]:
    if here.withheld:
        return (
            Option("let-go", "Let go", "make up your mind, and look ahead"),
            Option("wait", *_ways_to_wait(here)),
        )
    without = (
        Option("let-go", "Let go", "stop trying, and look ahead"),
        Option("wait", "Wait", "get on with life, with a monthly check-in"),
    )
    if sent_message(here.journey) is not None and here.answers.get("choice") != "invitation":
        return without  # there's one message, and it was sent
    return (*without, Option("invitation", "Send them one invitation", "ask once, and accept their answer"))


def _decision(here: Context, choice: str) -> str:
    if choice == "wait" and closed_for_good(here):
        return TAKES_TIME
    return LEFT_OPEN if choice == "wait" and here.withheld else choice


def _mirror(here: Context) -> Prose:
    choice = here.text("choice")
    before = here.said("decide", "choice")
    today = TODAY[_decision(here, choice)]
    if here.is_looked_back_at("decide", here.run_day):
        sentence = ON_DAY[_decision(here, choice)].format(day=here.date(here.run_day))
    elif what_holds(here.journey) is not None:
        sentence = today
    elif before is None:
        sentence = f"{today} exback will ask again in a week."
    elif before.value != choice:
        sentence = f"{today} Last time it was something else, so it isn't settled yet."
    elif here.journey.days_since(before.run) >= DAYS_APART:
        sentence = f"{today} You decided the same last time, so now it's settled."
    else:
        sentence = f"{today} You decided the same last time. It's settled once a week has passed."
    return (sentence, *_still_closed(here, choice), Quote(here.text("because"), None, "This is why:"))


def _still_closed(here: Context, choice: str) -> tuple[str, ...]:
    """Return which ending keeps the way to an invitation closed, and where to take it back."""
    held = what_holds(here.journey)
    if choice == "let-go" and held is not None and _has_let_go(here):
        return (f"{held.ending.said(here.journey, held.since)} That hasn't changed.",)
    if choice == "wait" and held is not None and _has_let_go(here):
        return (
            (
                f"{held.ending.said(here.journey, held.since)} That hasn't changed. If you'd rather wait, take it back first: exback "
                "step letting-go"
            ),
        )
    if choice != "invitation" or held is None:
        return ()
    return (
        f"{held.ending.said(here.journey, held.since)} That hasn't changed, so exback won't help you write an invitation.",
        f"Deciding here doesn't take it back. You can do that on its own page: exback step {held.ending.step}",
    )


def _has_let_go(here: Context) -> bool:
    held = what_holds(here.journey)
    return held is not None and held.ending.step == "letting-go"


DAYS_APART = 7
DECIDED_TWICE = (settled("decide", "choice", times=2, days_apart=DAYS_APART),)


def _check_stands(journey: Journey) -> Verdict:
    run = journey.last("decide")
    if run is not None and taken_back_after(journey, run):
        return closed("", "decide")
    return DECIDED_TWICE[0].check(journey)


STANDS = Gate(_check_stands, DECIDED_TWICE[0].refers)
"""Open once they decided twice, until they take an ending back: then they're asked again."""

STEP = Step(
    id="decide",
    title="Decide",
    minutes=10,
    purpose="Some relationships deserve another chance, and some deserve to end for good. Any answer can be right.",
    why=("bond-fades", "reunion-common", "cycling"),
    opens=tuple(done(step) for step in BEFORE),
    complete=DECIDED_TWICE,
    repeats=Repeat(apart=DAYS_APART, due=DAYS_APART, until=(any_of(STANDS, HAS_ENDED, SAID_YES),)),
    items=(
        Reading(
            "decide-reading",
            _introduction,
            when=lambda here: here.last("decide") is None,
            claims=("S20",),
        ),
        Reading("what-you-wrote", _earlier_words),
        Reading("came-back", _about_cycles),
        Text(
            "children-first",
            "What can stay the same for your children, whatever you decide?",
            long=True,
            optional=True,
            when=lambda here: tied_by(here, "children"),
        ),
        Choice("choice", "What's your decision today?", options=_choices, claims=("S10", "S20")),
        Text(
            "because",
            "Why did you decide that?",
            long=True,
            note=lambda here: "" if here.withheld else DOOR,
            claims=("C4b",),
        ),
        Text(
            "if-wrong",
            lambda here: (
                "A year from now, what would tell you that you need something else?"
                if here.withheld
                else "A year from now, what would tell you this was wrong?"
            ),
            long=True,
            optional=True,
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        AN_HOUR
        if here["choice"] == "let-go" and _has_let_go(here)
        else "“Letting go” is always open. When you're ready: exback step letting-go"
        if here["choice"] == "let-go"
        else "One small thing: plan one good hour for yourself this week."
        if here.withheld
        else "One small thing: do nothing about it this week."
    ),
)
