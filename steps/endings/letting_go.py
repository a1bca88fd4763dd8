"""Letting go, possible from anywhere and at any time, a look back a month later, and how to take it back."""

from exback.model.context import Context
from exback.model.dates import later
from exback.model.gates import OPEN, Gate, Verdict, answered, any_of, closed
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote
from exback.model.run import Run

from .. import ended, promise
from ..companion.contact import running_rule, words_about_children
from ..last_word import LETS_GO
from ..meeting import OVER_BY_ME
from ..situation import (
    DOOR,
    UNDER_AN_ORDER,
    ByBoundary,
    afraid,
    has_cause,
    is_ordered_away,
    left,
    may_write_about_children,
    must_stay_away,
    named_person,
    tied_by,
    was_betrayed,
)

STEP_ID = "letting-go"
MONTH_DAYS = 30


def _opening(here: Context) -> Prose:
    first = _who_ended_it(here)
    is_free = not here.withheld and not here.asks_safety
    last = "\n\nYou can take this back at any time. Open this page again, and it will ask you." if is_free else ""
    return f"""{first}

Letting go doesn't mean it was nothing. Some of it may have been good. It doesn't mean you'll stop missing them right away, either. \
Bonds fade slowly. In one study of 320 people who'd been together for over two years, it took years, and longer with contact. You \
can have a good life long before that.

{_what_to_do(here)} That leaves more energy for people and things that give you something back.{last}"""


def _what_to_do(here: Context) -> str:
    """Return what letting go asks of them. Someone who ended it, or was afraid, isn't told that they want it back."""
    ended_it = OVER_BY_ME.check(here.journey).open or (left(here) and here.last("apart-again") is None)
    if ended_it or afraid(here):
        return "There's just one thing to do here, and that's to stop going over it."
    return "There are just two things to do here. You stop trying to get it back, and you stop going over it."


def _who_ended_it(here: Context) -> str:
    """Return who ended it. After it ended again, what they told about the first time says nothing about this one."""
    if OVER_BY_ME.check(here.journey).open:
        return "You didn't want it to go on. Letting go here means you stop going over the decision."
    if here.last("apart-again") is not None:
        return "It ended again. Letting go is the part that's up to you."
    return {
        "me": "You ended it. Letting go here means you stop going over the decision.",
        "them": "They ended it. Letting go is the part that's up to you.",
    }.get(here.told("your-story", "who-ended"), "It ended. Letting go is the part that's up to you.")


def _last_told(journey: Journey) -> Run | None:
    """Return the latest run in which they let go, and not only looked back or said that it still holds."""
    return next((run for run in reversed(journey.finished(STEP_ID)) if "put-down" in run.answers), None)


def _is_month_later(journey: Journey) -> bool:
    """Whether to look back, a month after the last letting go, if it wasn't taken back; once for each letting go."""
    run = _last_told(journey)
    if run is None or journey.days_since(run) < MONTH_DAYS or journey.holds_since(STEP_ID) is None:
        return False
    later = (other for other in journey.finished(STEP_ID) if other.finish_number > run.finish_number)
    return not any(other.answers.get("lighter") is not None for other in later)


def _check_looked_back(journey: Journey) -> Verdict:
    """Return whether there's nothing to look back on today, and the day on which there will be."""
    if _is_month_later(journey):
        return closed("", STEP_ID)
    run = _last_told(journey)
    is_to_come = run is not None and journey.holds_since(STEP_ID) is not None and journey.days_since(run) < MONTH_DAYS
    return Verdict(open=True, date=journey.date_after(run, MONTH_DAYS)) if run is not None and is_to_come else OPEN


LOOKED_BACK = Gate(_check_looked_back, ((STEP_ID, "lighter"),))


def _looks_back(here: Context) -> bool:
    return _is_month_later(here.journey) and here.answers.get(ended.HOLDS) in (None, ended.YES)


def _is_letting_go(here: Context) -> bool:
    return ended.tells(here) and not _looks_back(here)


STILL_PARENTS = ByBoundary(
    asked_to_stop="You're still a parent. You can write about the children: what, when, where, and nothing else.",
    ordered_away=UNDER_AN_ORDER,
    afraid_of_me="You're still a parent. Let a lawyer, a service or someone you both trust do the writing about the children.",
)


def about_children(here: Context) -> tuple[str, ...]:
    """Return what holds for a parent for whom the way to the other parent is closed; empty if they have no children."""
    if afraid(here) and tied_by(here, "children") and not is_ordered_away(here):
        return ("Anything practical about the children can go through someone else.",)
    return words_about_children(here, STILL_PARENTS)


def _by_cause(here: Context) -> Prose:
    """Return what letting go may mean after this kind of end, empty if there is nothing to add."""
    if afraid(here):
        return (
            (
                "You were afraid of them. You don't owe them a goodbye, and you don't have to forgive anything. You may miss them and be "
                "glad to be away. Both can be true."
            ),
            *about_children(here),
        )
    if must_stay_away(here):
        return ("Letting go here also means leaving them alone, for good.", *about_children(here))
    if tied_by(here, "children"):
        return (
            "You're still parents of the same children, so this may not be goodbye to the person. It's goodbye to being a couple. Some people "
            "say, “We're done as a couple, but we're still parents together.”"
        )
    if has_cause(here, "betrayal") and was_betrayed(here):
        return (
            "They broke your trust. Letting go doesn't mean it was all right, and you don't have to forgive them. It means you "
            "stop spending your evenings on it."
        )
    if has_cause(here, "distance"):
        return (
            "Distance was part of it, so there may be no one to be angry with. That can make it harder to let go. It may have been good, "
            "and it didn't work day to day. You can let go anyway."
        )
    if has_cause(here, "third-person"):
        return (
            "Someone else came into it, and you may catch yourself comparing. You don't have to know how they're getting on. You can't do "
            "anything about it, and your own life needs you more."
        )
    return ""


def _fear_note(here: Context) -> Prose:
    return "" if here.withheld else DOOR


def _month_reading(here: Context) -> Prose:
    run = _last_told(here.journey)
    then = "You let go a while ago." if run is None else f"On {here.date(run.day)}, you let go."
    return f"""{then} exback asks just once how it's been, and then it won't ask again.

There's no right answer. You can have a good week, and then a song comes on in a shop. That doesn't undo anything. Bonds fade slowly, \
so a month is early, and you can have a good life long before they've faded. What matters is whether some of your energy goes somewhere \
else now.

On the next pages you'll see what you wrote then."""


def _contact_options(here: Context) -> tuple[Option, ...]:
    if must_stay_away(here) and not may_write_about_children(here):
        return (Option("none", "No contact"), Option("allowed", "Only what's been arranged"))
    first = (
        Option("children", "Only what the children need")
        if tied_by(here, "children")
        else Option("work", "Only what work or studies need")
        if tied_by(here, "work", "studies")
        else Option("none", "No contact", "not writing helps me")
    )
    without_rule = "Only what's been arranged" if must_stay_away(here) else "Only practical matters"
    by_rule = "Only what my rule allows" if running_rule(here) is not None else without_rule
    quiet = (first, Option("allowed", by_rule))
    return quiet if here.withheld else (*quiet, Option("later", "Maybe as friends, much later"))


def _taken_back(here: Context) -> Prose:
    return (
        (
            "You're taking it back. That's allowed, and you don't have to explain it to anyone. What you've learned isn't lost, and "
            "you can let go again at any time."
        ),
        *ended.opens_again(here, STEP_ID),
        "What you wrote when you let go is saved. You can read it in your journal: exback journal",
    )


def _mirror(here: Context) -> Prose:
    if _looks_back(here):
        return (
            {
                "yes": "It feels lighter now.",
                "some": "It feels lighter on some days.",
                "no": "It doesn't feel lighter yet. It may take longer.",
            }[here.text("lighter")],
            Quote(here.text("grown"), None, "This is where your energy goes now:"),
            *here.quote("letting-go", "keep", ended.gained(here)),
        )
    if ended.takes_back(here):
        return "You've taken back “Letting go”."
    if not _is_letting_go(here):
        return ("You've let go, and that hasn't changed.", *ended.kept(here, STEP_ID))
    return (Quote(here.text("keep"), None, ended.gained(here)), *_what_follows(here))


def _what_follows(here: Context) -> tuple[str, ...]:
    """Return what opens again for someone who was together again, and when exback asks how it has been."""
    month_on = later(here.run_day, MONTH_DAYS)
    from_being_together = (
        "You'd told exback that you were together again. Since that has ended, the first two stages are open again. You can make a new rule, "
        "if that helps you: exback step contact-rule"
    )
    return (
        *((from_being_together,) if ended.told_before(here, promise.TOGETHER[0]) else ()),
        *(
            (f"exback will ask you once, on {here.date(month_on)}, how it's been.",)
            if not here.changed and not here.is_looked_back_at(STEP_ID, month_on)
            else ()
        ),
    )


def _small_thing(here: Context) -> Prose:
    if _looks_back(here) and here["lighter"] == "no":
        friend = named_person(here) or "a friend"
        return f"If it stays this hard, talk to someone about it: {friend}, a doctor, or a helpline from exback crisis."
    if _looks_back(here) or _is_letting_go(here):
        return "One small thing: set a date for something you're looking forward to."
    return ended.small_thing(here)


STEP = Step(
    id=STEP_ID,
    title="Letting go",
    minutes=12,
    purpose="You stop going over it, and you write down what stays with you.",
    why=("bond-fades", "contact-slows"),
    complete=(ended.not_taken_back(STEP_ID),),
    repeats=Repeat(due=0, until=(LOOKED_BACK,)),
    offered_when=(
        any_of(
            LETS_GO,
            OVER_BY_ME,
            answered("apart-again", "next", "let-go"),
            answered("decide", "choice", "let-go", times=2, days_apart=7),
        ),
    ),
    items=(
        Choice(
            ended.HOLDS,
            lambda here: f"{ended.told_before(here, STEP_ID)} Is that still what you want?",
            options=(
                Option(ended.YES, "I'm still letting go"),
                Option(ended.ANEW, "I'll write it again", "you're still letting go"),
                Option(ended.NO, "I take it back"),
            ),
            when=ended.asks_if_it_holds(STEP_ID),
        ),
        Reading("taken-back", _taken_back, when=ended.takes_back),
        Reading("letting-go-reading", _opening, when=_is_letting_go),
        Reading("letting-go-for-you", _by_cause, when=_is_letting_go),
        Recall("wish-then", "You once wished for this:", step="the-whole-story", item="wish", when=_is_letting_go),
        Text(
            "why-now",
            "What makes you ready to let go, or tired of holding on?",
            long=True,
            became=ended.became(STEP_ID),
            when=_is_letting_go,
            note=_fear_note,
            claims=("S10", "S20"),
        ),
        Text(
            "was-good",
            "What was good, if anything was?",
            long=True,
            optional=True,
            when=_is_letting_go,
        ),
        Text(
            "put-down",
            "What will you stop carrying around?",
            long=True,
            note="A hope, a plan, an argument you keep having in your head.",
            when=_is_letting_go,
        ),
        Text(
            "keep",
            lambda here: "What will you keep from that time?" if afraid(here) else "What good came of it?",
            long=True,
            note="Something you learned, or became, or can do.",
            when=_is_letting_go,
        ),
        Choice(
            "contact-from-here",
            "What contact will there be from now on?",
            options=_contact_options,
            note="In one study of 58 people, love and sadness faded more slowly on days with contact.",
            when=_is_letting_go,
        ),
        Text(
            "next",
            "Your life is ahead of you. What are you looking forward to first?",
            when=_is_letting_go,
            claims=("C4g",),
        ),
        Reading("month-on", _month_reading, when=_looks_back),
        Recall(
            "put-down-then",
            "This is what you wanted to stop carrying around:",
            step="letting-go",
            item="put-down",
            when=_looks_back,
        ),
        Choice(
            "lighter",
            "Does it feel lighter?",
            options=(Option("yes", "Yes"), Option("some", "On some days"), Option("no", "No, not yet")),
            when=_looks_back,
        ),
        Text(
            "picked-up",
            "When did it come back, if it did?",
            long=True,
            optional=True,
            note="One bad evening doesn't undo anything.",
            when=_looks_back,
        ),
        Recall("keep-then", ended.gained, step="letting-go", item="keep", when=_looks_back),
        Text("grown", "Where does your energy go now?", long=True, when=_looks_back, claims=("C4g",)),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
