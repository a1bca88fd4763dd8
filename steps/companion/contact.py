"""The two were in contact: what it was, what came before it, and what to change."""

from datetime import date

from exback.model.boundaries import AFRAID_OF_THEM, ASKED_TO_STOP, WHY_ASKED, held_when, standing
from exback.model.context import Context, Run
from exback.model.dates import count, how_often, later
from exback.model.gates import days_before
from exback.model.happened import last_number
from exback.model.items import Choice, Confirm, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote
from exback.model.tracking import Answers

from .. import promise, triggers
from ..situation import (
    DOOR,
    HIDE,
    UNDER_AN_ORDER,
    ByBoundary,
    afraid,
    children_too,
    is_ordered_away,
    may_write_about_children,
    must_stay_away,
    named_person,
    order_too,
    owes_quiet,
    tied_by,
    was_left,
)
from .on_which_day import DATED_BY, day_items, days_late, told_day

STARTED_BY_THEM = {"they-wrote": "They wrote to you.", "met": "You met, and it wasn't your idea."}
SLEPT = "slept-together"
OWN_IDEA = "own-idea"
UNWANTED = "unwanted"
SLIPS = ("i-wrote", "met-my-idea")
"""The kinds that are always a slip. `SLEPT` is one only if the person says in `OWN_IDEA` that it was their idea."""
AGREED = "agreed"
SENT = "invitation"
OWN_IN_TOUCH = "own-in-touch"
"""What would be a slip under a rule, told by someone who is in touch with the other one by agreement."""
NO_SLIPS = (AGREED, SENT, OWN_IN_TOUCH)
UNCOUNTED = ("logistics", *NO_SLIPS)
MANY_SLIPS = 3
WINDOW_DAYS = 14
PAUSE_DAYS = {"three days": 3, "a week": 7, "two weeks": 14}


def answers_of(declared: tuple[tuple[str, str, tuple[str, ...]], ...]) -> tuple[Answers, ...]:
    """Return answers that are declared by their ids, each as step, item and values."""
    return tuple(Answers(step=step, item=item, values=values) for step, item, values in declared)


TOLD_AGREED = answers_of(promise.AGREED)
NO_LONGER_AGREED = answers_of(
    (
        ("one-invitation", "reply", ("no",)),
        ("apology", "reply", ("no",)),
        ("meet-and-go-slowly", "goes-on", ("no", "they-no")),
        ("contact", "they-answered", ("no",)),
        ("apart-again", "what-ended-it", ()),
    )
)
IN_TOUCH = answers_of(promise.IN_TOUCH)
RULE_OVER = answers_of(promise.OVER)
RULE_KEPT = answers_of(promise.KEPT)
RULE_ENDED_BY = (*RULE_OVER, *answers_of(((*promise.FRESH[:2], promise.FRESH[2:]),)))
"""The same, and that they start again: they make a new rule then."""
(NONE_WHILE_AWAY,) = answers_of((promise.RETURNED,))
OF_A_DAY = Answers(step="check-in", item="mood", dated_by=("day",))
"""Check-ins are about a day, and may be written a few days later."""


def running_rule(here: Context) -> Run | None:
    """Return the run that made the rule, None if there is none in this time through, or something ended it since."""
    made = here.last(promise.MADE_IN)
    return None if made is None or last_number(here.journey, RULE_OVER) > made.finish_number else made


def has_no_end(journey: Journey) -> bool:
    """Whether the present rule was signed behind a boundary: without an end date, and it has none when that boundary is lifted."""
    rule = journey.last(promise.MADE_IN)
    return rule is not None and bool(held_when(journey, rule))


def lifted(here: Context, why: str) -> tuple[str, ...]:
    """Return what changes and what doesn't where a run lifts a boundary; `why` begins that sentence. Empty where it lifts none."""
    if here.withheld or not standing(here.journey):
        return ()
    end = (
        " It has no end date until you make a different one: exback step contact-rule"
        if has_no_end(here.journey)
        else ""
    )
    rule = () if running_rule(here) is None else (f"Your rule hasn't changed.{end}",)
    return (f"{why}, so exback can help you write to them again. To think about an answer: exback reply", *rule)


def _is_in_touch(here: Context) -> bool:
    from .in_touch import is_in_touch  # here and below only where it's needed: every command loads the steps

    return is_in_touch(here)


def _is_not_in_touch(here: Context) -> bool:
    return not _is_in_touch(here)


def _are_together(here: Context) -> bool:
    from .in_touch import are_together

    return are_together(here)


def _may_say_agreed(here: Context) -> bool:
    from .in_touch import may_say_agreed

    return may_say_agreed(here)


def _may_tell_of_message(here: Context) -> bool:
    from .in_touch import may_tell_of_message

    return may_tell_of_message(here)


def _first_reading(here: Context) -> Prose:
    """Return what is said to a slip, or to what someone would take for one and that isn't."""
    if here["kind"] in NO_SLIPS:
        from .in_touch import first_reading

        return first_reading(here.text("kind"), here)
    return _slip_reading(here)


def _is_slip(here: Context) -> bool:
    return here["kind"] in SLIPS


def _slept(here: Context) -> bool:
    return here["kind"] == SLEPT


def _asks_whose_idea(here: Context) -> bool:
    """Whether a night can be a slip: not of two who are in touch by agreement, as writing isn't one for them either."""
    if not _slept(here) or afraid(here):
        return False
    return owes_quiet(here) or (here["meant"] != UNWANTED and not _is_in_touch(here))


def _is_unwanted(here: Context) -> bool:
    return here.answers.get("meant") == UNWANTED


def _is_on_some_day(here: Context) -> bool:
    """Whether to ask on which day it was: exback knows when the message was sent, and asks no more of what wasn't wanted."""
    return here["kind"] != SENT and not _is_unwanted(here)


def is_slip(run: Run) -> bool:
    """Whether a run of this step is a slip: contact that the person started."""
    return run.answers.get("kind") in SLIPS or run.answers.get(OWN_IDEA) is True


def _this_run(here: Context) -> Run:
    """Return this run as it counts once it's finished."""
    answers = {item: here.answers.get(item) for item in ("kind", OWN_IDEA, *DATED_BY)}
    number, end = here.journey.next_number, here.finished or here.now
    return Run(
        id="this",
        step="contact",
        started=here.started,
        finished=end,
        start_number=number,
        finish_number=number,
        answers=answers,
    )


def _slips_lately(here: Context) -> list[Run]:
    """Return what tells of the slips of the last two weeks, with this run if it was in them."""
    from exback.model.streak import slips

    from ..tracking import STREAK  # which imports this module

    return slips(STREAK, here.journey.followed_by(_this_run(here)), WINDOW_DAYS)


def _has_many_slips(here: Context) -> bool:
    return _is_slip(here) and days_late(here) < WINDOW_DAYS and len(_slips_lately(here)) >= MANY_SLIPS


def _asks_for_answer(here: Context) -> bool:
    """Whether to ask what came back: not someone who already knew that a boundary holds, for whom no answer matters."""
    asks = _is_slip(here) or (here["kind"] == OWN_IN_TOUCH and not _are_together(here))
    return asks and not standing(here.journey)


STOP = ByBoundary(
    asked_to_stop="Stop here. They don't want contact, and that hasn't changed. Don't write again, not even to explain or to say "
    "sorry. If it's hard to stop, tell {person} today what's been going on.",
    ordered_away="Stop here. You were told to keep away, and that's still in force. Don't write again, not even to explain or to say "
    "sorry. Talk to a lawyer today.",
    afraid_of_me="Stop here. They need to feel safe from you. Don't write again, not even to explain or to say sorry. Some "
    "countries have a helpline for people worried about their behaviour. Where there's none, ask a doctor for someone trained in "
    "this. Do it today. To see the helplines: exback crisis",
    as_a_parent="Stop here. They want to hear only about the children, and that hasn't changed. Don't write about anything else "
    "again, not even to explain or to say sorry. If it's hard to stop, tell {person} today what's been going on.",
)
STAY_AWAY = ByBoundary(
    asked_to_stop="That's behind you. They don't want contact now, so don't write again, not even to explain or to say sorry.",
    ordered_away="That's behind you. You've been told to keep away, so don't write again, not even to explain or to say sorry. If "
    "you haven't talked to a lawyer about it, do that today.",
    afraid_of_me="They need to feel safe from you, so don't write again, not even to explain or to say sorry. Some countries have a "
    "helpline for people worried about their behaviour. Where there's none, ask a doctor for someone trained in this. To see the "
    "helplines: exback crisis",
    as_a_parent="That's behind you. They want to hear only about the children, so don't write about anything else again, not even to "
    "explain or to say sorry.",
)
"""The same for what was on an earlier day."""
STARTED = "You've started contact {often} in two weeks."
IN_CONTACT = "You've been in contact {often} in two weeks."
"""The same where a check-in told of it, which doesn't say who started it."""
STOP_NOW = ByBoundary(
    asked_to_stop="They don't want contact, and messages that keep coming can frighten someone. exback can't stop this for you. "
    "Tell {person} today, and ask a doctor or a counsellor for help with it.",
    ordered_away="You were told to keep away. exback can't stop this for you. Before anything else, talk to a lawyer today.",
    afraid_of_me="To them it can feel like being followed. exback can't stop this for you. Call a helpline today for people worried "
    "about their behaviour. Where there's none, ask a doctor. To see the helplines: exback crisis",
)
SLEPT_STOP = ByBoundary(
    asked_to_stop="It was contact, and it stops here. They asked you not to contact them, and one night doesn't change that. Don't "
    "write to them about it, and don't ask what it meant.",
    ordered_away="It was contact, and it stops here. You were told to keep away, and that still counts, even if they wanted it. Don't "
    "meet again, don't write about it, and talk to a lawyer today.",
    afraid_of_me="It was contact, and it stops here. They've been afraid of you, and someone who's afraid may not feel free to say no. "
    "Don't write to them about it, and don't meet again.",
)
NOT_YOUR_FAULT = "If you didn't want it, or couldn't say no, it wasn't contact, and it isn't your fault. To tell someone: exback crisis"
PRACTICAL_ONLY = "Only practical matters"
CHILDREN_STAY = ByBoundary(
    asked_to_stop="You can still write about the children: what, when, where, and nothing else. If that's all it was, go back and "
    f"choose “{PRACTICAL_ONLY}”.",
    ordered_away=UNDER_AN_ORDER,
    afraid_of_me="For the children, let a lawyer or a service do the writing.",
)
ABOUT_CHILDREN = ByBoundary(
    asked_to_stop="If they write about the children, answer about the children and nothing else.",
    ordered_away=UNDER_AN_ORDER,
    afraid_of_me="If they write about the children, let a lawyer or a service answer it.",
)
"""What to do with a message about the children, for parents who must leave the other one alone."""
ABOUT_THE_CHILDREN = "If it was about the children, it isn't a slip. It's written down, so you can look it up."
NOT_ALLOWED = ByBoundary(
    asked_to_stop="Your rule can't allow more than they do. If they hadn't agreed to this, it was contact, so please stop there.",
    ordered_away="Your rule can't allow what the order forbids. If the order doesn't allow this, it was contact, so please "
    "stop there, and ask a lawyer.",
    afraid_of_me="Your rule allows only what goes through a court, a lawyer or a service. If this didn't, it was contact, so please stop "
    "there.",
)
LEFT_UNANSWERED = ByBoundary(
    asked_to_stop="They wrote to you, and that's still contact. Leave it unanswered. If they want to be in touch "
    "again, exback asks about that first: exback reply",
    ordered_away="They wrote to you, and that's still contact. Leave it unanswered, unless the order itself allows an answer.",
    afraid_of_me="They wrote to you, and that's still contact. Leave it unanswered, today and later.",
)
NOT_AGAIN = ByBoundary(
    asked_to_stop="They wrote to you and you answered, so it was contact. Don't write again. If they want to be in touch again, "
    "exback asks about that first: exback reply",
    ordered_away="They wrote to you and you answered, so it was contact. Don't write again, unless the order itself allows it.",
    afraid_of_me="They wrote to you and you answered, so it was contact. Don't write again, today or later.",
)
ENDS_HERE = ByBoundary(
    asked_to_stop="You said what you did. What matters to them is that it stops here.",
    ordered_away="You said what you did. What matters now is that it stops here.",
    afraid_of_me="You said what you did. What matters to them is that it stops here.",
)
A_NIGHT_ENDS_HERE = ByBoundary(
    asked_to_stop="You wrote down what happened. What matters to them is that it stops here.",
    ordered_away="You wrote down what happened. What matters now is that it stops here.",
    afraid_of_me="You wrote down what happened. What matters to them is that it stops here.",
)
"""After a night, which may not have been their idea, or not wanted."""


def words_about_children(here: Context, words: ByBoundary) -> tuple[str, ...]:
    """Return the words for a parent who must leave the other one alone: under an order always those about it; else empty."""
    if not tied_by(here, "children"):
        return ()
    if is_ordered_away(here):
        return (UNDER_AN_ORDER,)
    return words.fitting(here)[:1]


def _signed(here: Context) -> tuple[Quote, ...]:
    """Return what they had signed by the day that this run is about, if that rule is still running."""
    signed = here.quote(promise.MADE_IN, "signature", "You signed this:") if running_rule(here) is not None else ()
    return tuple(quote for quote in signed if quote.day is not None and quote.day <= told_day(here))


def _slip_reading(here: Context) -> Prose:
    if owes_quiet(here):
        stop = STAY_AWAY if days_late(here) else STOP
        return (*stop.fitting(here), *words_about_children(here, CHILDREN_STAY))
    many = "Many people who've been left do something like this. " if was_left(here) else ""
    next_hour = "" if days_late(here) else "What matters is the next hour. "
    leave_it = "You don't have to explain it, or fix it with another message. Leave it as it is."
    return (
        f"It happened. No one here will judge you, and nothing is lost.{_kept_days_count(here)}",
        f"{many}{next_hour}{leave_it}",
        *(
            (
                (
                    "You've been afraid of them, and you may miss them all the same. If you're worried about what they may do now, a "
                    "helpline can help you think it through: exback crisis"
                ),
                *order_too(here),
            )
            if afraid(here)
            else ()
        ),
        *_signed(here),
    )


def _slept_reading(here: Context) -> Prose:
    if afraid(here):
        return (
            NOT_YOUR_FAULT,
            (
                "You've been afraid of them, and you may still have wanted this. Both can be true. No one here will judge you, and it "
                "doesn't count as a slip."
            ),
            AFRAID_OF_THEM.help,
            *order_too(here),
            HIDE,
        )
    if owes_quiet(here):
        return (*SLEPT_STOP.fitting(here), *words_about_children(here, ABOUT_CHILDREN), NOT_YOUR_FAULT)
    return (
        f"{_not_judged(here)} You don't have to work out now what it means.",
        (
            "Sleeping with an ex is sometimes comfort for one person and hope for the other. Then one of them gets hurt, though no "
            "one meant to. The next question is only about you."
        ),
        NOT_YOUR_FAULT,
    )


def _not_judged(here: Context) -> str:
    """Return whether a night counts as a slip: of two who are in touch it doesn't, and without a rule no one thinks so."""
    if _is_in_touch(here):
        return "No one here will judge you, and it isn't a slip."
    if running_rule(here) is None:
        return "No one here will judge you."
    return "No one here will judge you, and it isn't a slip unless you say that it was your idea."


def _unwanted_reading(here: Context) -> Prose:
    door = () if afraid(here) else (DOOR,)
    return (
        (
            "That shouldn't have happened to you. It isn't contact, it isn't a slip, and it isn't your fault, whatever you did or said "
            "before. exback doesn't count it anywhere, and won't ask you anything more about it."
        ),
        (
            "You can tell someone when you're ready, and only then. A doctor or a clinic can help, and you don't have to report "
            "anything to go there. To reach people who know about this and will listen: exback crisis"
        ),
        *door,
        HIDE,
    )


def _many_slips_reading(here: Context) -> Prose:
    slips = _slips_lately(here)
    has_started = all(run.step != OF_A_DAY.step for run in slips)
    how = STARTED if has_started else IN_CONTACT
    often = how.format(often=how_often(len(slips)))
    if owes_quiet(here):
        return (often, *STOP_NOW.fitting(here))
    if afraid(here):
        return (
            (
                "You got in touch again with someone you've been afraid of. That's nothing to be ashamed of, and you don't have to be "
                "alone with it. The people on the helplines know this well, and won't judge you: exback crisis"
            ),
            *order_too(here),
        )
    not_now = "This" if running_rule(here) is None else "Your rule doesn't pause, and this"
    return (
        (
            f"{often} To put it plainly, your plan isn't working right now. It may be asking too much of you at the moment."
        ),
        (
            "Messages that keep coming can frighten someone, even when you mean well. If they've asked you to stop, stop at once, and "
            "say so in “Your story”."
        ),
        (
            f"You can pause the steps. {not_now} isn't the time for another message. If it's hard to stop, "
            f"tell {_person(here)} today what's been going on. When you want to write: exback urge"
        ),
    )


def _pause_options(here: Context) -> tuple[Option, ...]:
    dated = (
        Option(
            later(here.today, days).isoformat(),
            f"Pause for {name}",
            f"until {here.date(later(here.today, days))}",
        )
        for name, days in PAUSE_DAYS.items()
    )
    return (*dated, Option("no", "Go on without a pause"))


def _asks_about_the_day(here: Context) -> Prose:
    return {
        "i-wrote": "How had your day been before you wrote or called?",
        "met-my-idea": "How had your day been before you asked to meet?",
    }.get(here.text("kind"), "How had your day been before that?")


def _mirror(here: Context) -> Prose:
    kind = here.text("kind")
    if kind == SLEPT:
        return _mirror_of_a_night(here)
    if kind == "logistics":
        return _mirror_of_logistics(here)
    if kind in STARTED_BY_THEM:
        return _mirror_of_their_contact(here)
    if kind == AGREED:
        return ("You'd both agreed, so it isn't a slip.", Quote(here.text("felt"), None, "This is how it was for you:"))
    if kind == SENT:
        return "You sent what you'd written, and you sent it once. Now it's up to them."
    if kind == OWN_IN_TOUCH and not owes_quiet(here):
        said_no = ("They said no to what you asked.",) if _was_told_no(here) else ()
        return ("You wrote it down. You don't have a rule right now, so it isn't a slip.", *said_no)
    if owes_quiet(here):
        return (*ENDS_HERE.fitting(here), *(() if kind == OWN_IN_TOUCH else _change(here)))
    return (
        "You were honest about it.",
        *(("They said no to what you asked.",) if _was_told_no(here) else ()),
        *_days_kept_sentence(here),
        *_plan(here),
        *_pause_sentence(here),
    )


def _plan(here: Context) -> tuple[Quote, ...]:
    if not afraid(here):
        return _change(here)
    words = here.answers.get("next-time")
    return (Quote(words, None, "This would help you next time:"),) if isinstance(words, str) else ()


def _change(here: Context) -> tuple[Quote, ...]:
    return (Quote(here.text("change"), None, "You'll change this:"),) if here.text("change") else ()


def _mirror_of_logistics(here: Context) -> Prose:
    if owes_quiet(here):
        return ABOUT_THE_CHILDREN if may_write_about_children(here) else NOT_ALLOWED.fitting(here)
    return (
        "What your rule allows doesn't count as a slip. It's written down, so you can look it up."
        if running_rule(here) is not None
        else "Practical matters aren't a slip. It's written down, so you can look it up.",
        *_order_if_afraid(here),
    )


def _mirror_of_their_contact(here: Context) -> Prose:
    kind, felt = here.text("kind"), Quote(here.text("felt"), None, "This is how it was for you:")
    if not owes_quiet(here):
        return (STARTED_BY_THEM[kind], felt, *_safety_help(here), *_order_if_afraid(here))
    if kind == "met":
        return (
            "You met, and that's contact, even if it wasn't your idea. Don't write to them about it.",
            felt,
        )
    if may_write_about_children(here):
        return (
            "They wrote to you. If it was about the children, answer about the children and nothing else.",
            felt,
        )
    return (
        *(NOT_AGAIN if here["answered"] is True else LEFT_UNANSWERED).fitting(here),
        *words_about_children(here, ABOUT_CHILDREN),
        felt,
    )


MEANT = {
    "comfort": "You said it was comfort. It's good to be honest about that.",
    "hope": "You said you hoped the two of you would start again. Only they know whether they hope so too.",
    "other": "You said it was something else.",
    "unsure": "You don't know yet what it was, and you don't have to know now.",
    UNWANTED: "You said you didn't want it. That isn't contact, and it isn't your fault.",
}


OWN_SLIP = "You said it was your idea, so it counts as a slip."


def _mirror_of_a_night(here: Context) -> Prose:
    if owes_quiet(here):
        return A_NIGHT_ENDS_HERE.fitting(here)
    own = here.answers.get(OWN_IDEA) is True
    return (
        MEANT.get(str(here.answers.get("meant")), "You wrote it down. You can stop there for today."),
        *(_before_the_rule(here) or _own_slip(here) if own else ()),
        *_order_if_afraid(here),
    )


def _own_slip(here: Context) -> tuple[str, ...]:
    """Return that a night counts as a slip, and what still counts; empty without a rule that it could be one against."""
    if running_rule(here) is None:
        return ()
    return (f"{OWN_SLIP}{_kept_days_count(here)}",)


def _was_told_no(here: Context) -> bool:
    return here.answers.get("they-answered") == "no"


def _order_if_afraid(here: Context) -> tuple[str, ...]:
    return order_too(here) if afraid(here) else ()


def _pause_sentence(here: Context) -> tuple[str, ...]:
    """Return a sentence saying until when the steps pause, if they chose a day for that."""
    rest = here.answers.get("rest")
    if not isinstance(rest, str) or rest == "no":
        return ()
    until = date.fromisoformat(rest)
    if until <= here.journey.as_it_is.today:
        return (f"You paused the steps until {here.date(until)}.",)
    return (f"The steps are paused until {here.date(until)}. When you want to write: exback urge",)


def _days_kept(here: Context) -> list[int] | None:
    """Return the days kept in a row up to this slip, after each slip before it, as the status counts them; None without a rule."""
    from exback.model.streak import kept_before

    from ..tracking import STREAK

    run = _this_run(here)
    return kept_before(STREAK, here.journey.followed_by(run), run)


def _days_kept_sentence(here: Context) -> tuple[str, ...]:
    """Return a sentence about the days before this slip, or that there was no rule yet."""
    days = _days_kept(here)
    if days is None:
        return _before_the_rule(here)
    return (f"You'd kept your rule for {count(days[-1], 'day')} before it. That still counts.",) if days[-1] else ()


def _kept_days_count(here: Context) -> str:
    """Return what to add where any day before this slip was kept, under all rules in a row."""
    return " The days you kept before it still count." if any(_days_kept(here) or ()) else ""


def _days_ruled(here: Context) -> int | None:
    """Return how many days before the day of this run the rule began, or the first of several in a row; None without a rule."""
    over = last_number(here.journey.at(here.now), RULE_OVER)
    rule = next((run for run in here.journey.finished(promise.MADE_IN) if run.finish_number > over), None)
    if rule is None:
        return None
    return here.journey.days_since(rule) + days_before(rule, promise.BEGAN) - days_late(here)


def _before_the_rule(here: Context) -> tuple[str, ...]:
    """Return a sentence saying that it was before the rule began, and is no slip under any; empty if it wasn't."""
    ruled = _days_ruled(here)
    if ruled is None or ruled >= 0 or _days_kept(here) is not None:
        return ()
    began = here.date(later(told_day(here), -ruled))
    return (f"That was before your rule began on {began}, so it isn't a slip.",)


def _safety_help(here: Context) -> tuple[str, ...]:
    return (AFRAID_OF_THEM.help,) if afraid(here) else ()


def _what_cannot_wait(here: Context) -> str:
    if tied_by(here, "children"):
        return "Anything about the children's care, or anyone's safety, can't wait."
    if tied_by(here, "work", "studies"):
        return "Anything that work needs, or anyone's safety, can't wait."
    return "Anything about someone's safety can't wait."


def _person(here: Context) -> str:
    return named_person(here) or "one person"


def _trusted(here: Context) -> str:
    return named_person(here) or "someone you trust"


def _small_thing(here: Context) -> Prose:
    kind = here["kind"]
    if kind == SLEPT:
        return _small_thing_after_a_night(here)
    if kind in NO_SLIPS:
        return _small_thing_in_touch(here)
    if kind in STARTED_BY_THEM and owes_quiet(here):
        return _small_thing_when_they_started(here)
    if kind == "met" and afraid(here):
        return f"One small thing: write down when and where it was, somewhere they can't see it, and tell {_trusted(here)} about it."
    if kind == "they-wrote" and here["answered"] is False:
        return _small_thing_before_an_answer(here)
    if _is_slip(here) and owes_quiet(here):
        return _small_thing_for_their_sake(here)
    if _is_slip(here) and afraid(here):
        return (
            f"One small thing: leave that chat alone, keep the phone near you, and tell {_trusted(here)} about it. If you're "
            "worried about what comes back, call a helpline: exback crisis"
        )
    if _was_told_no(here):
        return f"One small thing: accept their no, and tell {_person(here)} about it today. When you're ready: exback step declined"
    return _small_thing_for_the_hour(here)


def _small_thing_for_their_sake(here: Context) -> Prose:
    if may_write_about_children(here):
        return f"One small thing: open that chat only for the children, and tell {_person(here)} today what happened."
    if days_late(here):
        return f"One small thing: leave that chat closed. If it's hard to keep away, tell {_person(here)} today."
    return f"One small thing: close that chat and leave it closed. Tell {_person(here)} today what happened."


def _small_thing_for_the_hour(here: Context) -> Prose:
    """Return what to do in the next hour, or today if it was on an earlier day."""
    is_late = days_late(here) > 0
    if _is_slip(here):
        first, today = ("", " today") if is_late else ("close that chat for an hour, and ", "")
        return f"One small thing: {first}tell {_person(here)} about it{today}."
    hour = "today" if is_late else "for the next hour"
    return f"One small thing: do something {hour} that has nothing to do with them."


def _small_thing_before_an_answer(here: Context) -> Prose:
    if afraid(here):
        return (
            f"One small thing: save the message, and tell {_trusted(here)} that they wrote. You don't owe them an answer.",
            *children_too(here),
        )
    if _is_in_touch(here):
        return "One small thing: take your time with an answer. To think it through: exback reply"
    return f"One small thing: if it can wait, don't answer today. {_what_cannot_wait(here)} To think it through: exback reply"


def _small_thing_in_touch(here: Context) -> Prose:
    if owes_quiet(here):
        return _small_thing_for_their_sake(here)
    if _was_told_no(here):
        return f"One small thing: accept their no, and tell {_person(here)} about it today."
    if here["kind"] == AGREED:
        return "One small thing: keep the next plan you have without them."
    hour = "today" if days_late(here) else "for the next hour"
    return f"One small thing: do something ordinary {hour}, without your phone."


def _small_thing_when_they_started(here: Context) -> Prose:
    if here["kind"] == "they-wrote" and may_write_about_children(here):
        return "One small thing: if it was about the children, answer that in two lines. Leave the rest unanswered."
    who = "a lawyer" if is_ordered_away(here) else _trusted(here)
    if here["kind"] == "met":
        return f"One small thing: tell {who} that you met."
    return f"One small thing: save the message, and tell {who} about it."


def _small_thing_after_a_night(here: Context) -> Prose:
    if afraid(here) or _is_unwanted(here):
        return f"One small thing: keep your phone near you, and be with {_trusted(here)}, if you can."
    if owes_quiet(here):
        who = "a lawyer" if is_ordered_away(here) else _trusted(here)
        return f"One small thing: tell {who} about it today, and don't send any message about it."
    care = "" if days_late(here) else "eat something, sleep, and "
    return f"One small thing: {care}tell {_person(here)} how you are."


def may_settle_for_children(here: Context) -> bool:
    """Whether they may write to the other parent about the children: no order, and nothing worse than a wish for quiet, forbids it."""
    is_allowed = may_write_about_children(here) or not must_stay_away(here) or here.held == {AFRAID_OF_THEM.id}
    return tied_by(here, "children") and is_allowed


def _asks_for_change(here: Context) -> bool:
    """Whether to ask for a change: of someone afraid only where an earlier version asked, as writing may have kept them safe."""
    return _is_slip(here) and (not afraid(here) or "change" in here.given)


STEP = Step(
    id="contact",
    title="We were in contact",
    minutes=3,
    purpose="Writing it down helps you see what happened and, if it was you who started it, what you want to change.",
    why=("contact-slows", "contact-distress", "if-then", "pursuit"),
    repeats=Repeat(),
    momentary=True,
    dated_by=DATED_BY,
    items=(
        Choice(
            "kind",
            "What was it?",
            options=(
                Option(AGREED, "We met or wrote, as we'd agreed", when=_may_say_agreed),
                Option(SENT, "I sent the message I wrote here", when=_may_tell_of_message),
                Option(OWN_IN_TOUCH, "I wrote, called or asked to meet", when=_is_in_touch),
                Option("i-wrote", "I wrote or called", when=_is_not_in_touch),
                Option("they-wrote", "They wrote or called"),
                Option("met-my-idea", "We met, and it was my idea", when=_is_not_in_touch),
                Option("met", "We met, and it wasn't my idea", "by chance, at work, or they came by"),
                Option(SLEPT, "We slept together"),
                Option("logistics", PRACTICAL_ONLY, "keys, bills, work or the children", when=_is_not_in_touch),
            ),
            why="What your rule allows never counts as a slip, and neither does anything they started.",
        ),
        Reading("slept", _slept_reading, when=_slept),
        Choice(
            "meant",
            "What did it mean to you?",
            options=(
                Option("comfort", "Comfort"),
                Option("hope", "Hope of starting again"),
                Option("other", "Something else"),
                Option("unsure", "I don't know"),
                Option(UNWANTED, "I didn't want it", "or I couldn't say no"),
            ),
            optional=True,
            when=lambda here: _slept(here) and not owes_quiet(here),
            claims=("C4k",),
        ),
        Reading("not-contact", _unwanted_reading, when=lambda here: _slept(here) and here["meant"] == UNWANTED),
        Confirm(
            OWN_IDEA,
            "Was it your idea?",
            yes="Yes, it was mine",
            no="No, or not only mine",
            note=lambda here: (
                "You can skip this."
                if running_rule(here) is None
                else "It's a slip only if you say so. You can skip this."
            ),
            optional=True,
            when=_asks_whose_idea,
        ),
        *day_items(when=_is_on_some_day),
        Reading("slip", _first_reading, when=lambda here: _is_slip(here) or here["kind"] in NO_SLIPS),
        *triggers.questions(when=_is_slip),
        Text(
            "before",
            _asks_about_the_day,
            long=True,
            optional=True,
            note="Where you were, who was there, how you felt.",
            when=_is_slip,
            claims=("C3",),
        ),
        Text(
            "hoped",
            lambda here: (
                "What do you think it was like for them?"
                if owes_quiet(here)
                else "How did it turn out, compared with what you'd hoped for?"
            ),
            long=True,
            optional=True,
            when=_is_slip,
        ),
        Choice(
            "they-answered",
            lambda here: "What did they say?" if here["kind"] == "met-my-idea" else "Have they answered?",
            options=(
                Option("nothing", "Nothing so far"),
                Option("yes", "Yes to what I asked"),
                Option("no", "No to what I asked"),
                Option("other", "Something else"),
            ),
            when=_asks_for_answer,
        ),
        Confirm(
            ASKED_TO_STOP.id,
            ASKED_TO_STOP.question,
            note=ASKED_TO_STOP.note,
            why=WHY_ASKED,
            when=lambda here: here["they-answered"] in ("no", "other"),
        ),
        Text(
            "change",
            "What one thing will you change, so that it doesn't happen again?",
            optional=True,
            note="For example: “I'll delete the draft.” “I'll call my brother first.”",
            when=_asks_for_change,
        ),
        Text(
            "next-time",
            "What would help you next time?",
            optional=True,
            note="You may have done it to stay safe. That isn't wrong. You can skip this.",
            when=lambda here: _is_slip(here) and afraid(here),
        ),
        Confirm("answered", "Did you answer?", when=lambda here: here["kind"] == "they-wrote"),
        Text(
            "felt",
            "How was it for you, then and an hour later?",
            long=True,
            note=lambda here: "" if here.withheld else DOOR,
            when=lambda here: here["kind"] in (*STARTED_BY_THEM, AGREED),
        ),
        Text(
            "about",
            "What was it about?",
            optional=True,
            note=lambda here: "“Pick-up on Friday.”" if tied_by(here, "children") else "“The keys.” “The shift plan.”",
            when=lambda here: here["kind"] == "logistics",
        ),
        Reading("pause-reading", _many_slips_reading, when=_has_many_slips),
        Choice(
            "rest",
            "Do you want to pause the steps for a while?",
            options=_pause_options,
            when=lambda here: _has_many_slips(here) and not must_stay_away(here),
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
