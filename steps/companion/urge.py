"""The urge to write: ten minutes with yourself first."""

from exback.model.context import Context, Run
from exback.model.dates import count, spelt
from exback.model.items import Choice, Confirm, Kind, Option, Reading, Scale, Text, Timer
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, inline

from .. import promise, triggers
from ..situation import (
    ABOUT_THE_CHILDREN,
    HIDE,
    ByBoundary,
    afraid,
    may_write_about_children,
    named_person,
    order_too,
    owes_quiet,
    without_stop,
)
from .contact import ABOUT_CHILDREN, may_settle_for_children, running_rule, words_about_children

BREATHE = Timer(
    "breath",
    "Breathe in for four seconds, and out for six.",
    seconds=60,
    breath=(4, 6),
    note="One minute. You can stop at any time.",
)
WAIT_SECONDS = 600
LONGEST_MINUTES = 120
STRONG_URGE = 7
ENDS = ("hardly there", "as strong as it gets")
GUESS_FIRST = "How strong will it be in ten minutes, 0 to 10?"
WHY_GUESS = "Feelings are hard to predict. In ten minutes, you can compare your guess with how strong it really is."
SMALL_THINGS = (
    "One small thing: close that chat, and do something with your hands for five minutes.",
    "One small thing: close that chat, and walk for ten minutes, indoors or out.",
    "One small thing: close that chat, and drink a glass of water by an open window.",
)


def _plans(here: Context) -> Prose:
    """Quote their own if-then plans, if they made any: first the one for what set this off, or for what often did at this hour."""
    run = here.journey.latest(triggers.SITUATIONS)
    plans = triggers.plans(here.journey)
    if run is None or not plans:
        return ()
    is_earlier = here.last(triggers.SITUATIONS) is None
    day = here.journey.day(run)
    lead = "Last time through, you planned this for “{moment}”:" if is_earlier else "You planned this for “{moment}”:"
    quotes = (
        Quote(plan, day, lead.format(moment=without_stop(inline(moment))))
        for moment, plan in sorted(plans, key=lambda pair: _fit(here, triggers.own_id(pair[0])), reverse=True)
    )
    person = named_person(here)
    do_it = f"If one of these fits, do it now, or call {person}." if person else "If one of these fits, do it now."
    return (*quotes, f"{do_it} This page will wait.")


def _fit(here: Context, trigger: str) -> tuple[bool, int]:
    """Return whether a trigger set this urge off, and how many earlier ones at about this hour."""
    hour = here.started.hour
    urges = here.journey.finished("urge")
    others = [run.started.hour for run in urges if triggers.is_set_off_by(trigger, run.answers)]
    return triggers.is_set_off_by(trigger, here.answers), sum((hour - other + 2) % 24 <= 4 for other in others)


WANTING = ByBoundary(
    asked_to_stop="You want to write, and there's nothing wrong with wanting to. They don't want contact, though, so please "
    "don't send anything. Stay here a while. What you write here goes to no one.",
    ordered_away="You want to write, and there's nothing wrong with wanting to. A message could break the order, and that can cost "
    "you a lot. Stay here a while. What you write here goes to no one.",
    afraid_of_me="You want to write. Wanting to is fine, but a message would do harm. They need to feel safe from you, and to have this hour "
    "without you. Stay here a while. What you write here goes to no one.",
    as_a_parent="You want to write, and there's nothing wrong with wanting to. They want to hear only about the children, so please "
    "don't send anything else. Stay here a while. What you write here goes to no one.",
)
WROTE_ANYWAY = ByBoundary(
    asked_to_stop="You wrote, although they don't want contact. Don't send another message, not even to say sorry.",
    ordered_away="You wrote, although you were told to keep away from them. Don't send another message, not even to say sorry.",
    afraid_of_me="You wrote, although they need to feel safe from you. Don't send another message, not even to say sorry.",
    as_a_parent="You wrote about more than the children, although they don't want that. Don't do it again, not even to say sorry.",
)


def _safety_reading(here: Context) -> Prose:
    """Return what someone behind a boundary reads before anything else, empty for everyone else."""
    if afraid(here):
        return (
            (
                "You told exback that you've been afraid of them. Wanting to write doesn't make that untrue, and it's nothing to be "
                "ashamed of. If you'd like to hear a voice instead: exback crisis"
            ),
            *order_too(here),
            HIDE,
        )
    if not owes_quiet(here):
        return ""
    person = named_person(here)
    if_not_sure = (
        f"If you think you might do it anyway, call {person} first, or a helpline: exback crisis"
        if person
        else "If you think you might do it anyway, call someone first: exback crisis"
    )
    return (*WANTING.fitting(here), if_not_sure)


WRITING_DID = ("What the messages did, in your words:", "Last time through, you wrote what the messages did:")
PUSHING_DID = ("What getting in touch did, in your words:", "Last time through, you wrote what getting in touch did:")
QUIET_COULD_GIVE = (
    "What space could do for you, in your words:",
    "Last time through, you wrote what space could do for you:",
)
"""What leads to their words about it: those of this time through, or else those of an earlier one."""


def _reasons(here: Context) -> Prose:
    is_earlier = here.last("why-space") is None
    did = WRITING_DID if afraid(here) else PUSHING_DID
    reasons = (
        *_signed(here),
        *here.quote("why-space", "pushing-did", did[is_earlier]),
        *(() if _is_in_touch(here) else here.quote("why-space", "space-for", QUIET_COULD_GIVE[is_earlier])),
    )
    return reasons[:2]


def _signed(here: Context) -> tuple[Quote, ...]:
    """Quote what they signed: of the rule that is running or, after a fresh start, of the last one before it."""
    if running_rule(here) is not None:
        return here.quote(promise.MADE_IN, "signature", "You signed this:")
    if here.last(promise.MADE_IN) is None:
        return here.quote(promise.MADE_IN, "signature", "Last time through, you signed this:")
    return ()


def _is_in_touch(here: Context) -> bool:
    """Whether the two are in touch by agreement or together again: then a message is no slip, and quiet isn't what they have."""
    from .in_touch import is_in_touch  # only where it's needed: every command loads the steps

    return is_in_touch(here)


def _next_options(here: Context) -> tuple[Option, ...]:
    return (
        Option("wait", "Wait ten minutes", "with a timer you can stop"),
        Option("write", "Write a letter I won't send", "it stays here"),
        Option("go-on", "Go on now", "see how strong it is"),
    )


def _finished_urges(here: Context) -> list[Run]:
    return [run for run in here.journey.finished("urge") if isinstance(run.answers.get("wrote"), bool)]


def _count_sentence(here: Context) -> str:
    """Return a sentence saying how many urges passed without a message, including this one."""
    before = _finished_urges(here)
    passed = sum(1 for run in before if run.answers["wrote"] is False)
    if here["wrote"] is True:
        return f"{_of(passed, len(before) + 1)} passed without a message." if passed else ""
    of_all = _of(passed + 1, len(before) + 1)
    if here.number("after") >= STRONG_URGE:  # it hasn't passed yet
        return f"You've got through {of_all.lower()} without a message." if before else ""
    if not before:
        return "That's the first urge that passed."
    if passed == len(before):
        return "Both urges so far have passed." if passed == 1 else f"All {spelt(passed + 1)} urges so far have passed."
    return f"{of_all} so far have passed." if passed else f"{of_all} so far has passed."


def _of(passed: int, total: int) -> str:
    """Return how many of all urges passed, as the words that begin a sentence."""
    return f"{spelt(passed).capitalize()} of {spelt(total)} urges"


def _earlier_urges(here: Context) -> Prose:
    """Return how earlier urges went, once there are three of them."""
    falls: list[int] = []
    for run in _finished_urges(here):
        first, then = run.answers.get("before"), run.answers.get("after")
        if isinstance(first, int) and isinstance(then, int):
            falls.append(first - then)
    passed = sum(1 for run in _finished_urges(here) if run.answers["wrote"] is False)
    if len(falls) < 3:
        return ""
    mean = round(sum(falls) / len(falls))
    if not passed:
        return f"On average, your urges fell by {mean}." if mean > 0 else ""
    fell = f" On average, they fell by {mean}." if mean > 0 else ""
    return f"{spelt(passed).capitalize()} of your last {spelt(len(_finished_urges(here)))} urges passed without a message.{fell}"


def _numbers(here: Context) -> str:
    """Return both numbers and how long it took, but not if the run was left for long, or if a number was changed later."""
    numbers = f"It was {here.number('before')} before, and it's {here.number('after')} now"
    end = here.first_end("before", "after")
    seconds = -1 if end is None else (end - here.started).total_seconds()
    if not 0 <= seconds <= LONGEST_MINUTES * 60:
        return f"{numbers}."
    return f"{numbers}, after {count(max(1, round(seconds / 60)), 'minute')}."


def _mirror(here: Context) -> Prose:
    if may_settle_for_children(here):
        wrote = "You wrote about more than the children." if here["wrote"] else "You didn't write about the two of you."
    else:
        wrote = "You wrote to them." if here["wrote"] else "You didn't write."
    count = _count_sentence(here)
    return (f"{_numbers(here)} {wrote}", *_guessed(here), *((count,) if count else ()))


def _guessed(here: Context) -> tuple[str, ...]:
    from .. import guess

    return guess.came_back(here)


def _small_thing(here: Context) -> Prose:
    if here["wrote"] and afraid(here):
        return (
            "If you're worried about what they may do, talk to someone now: exback crisis",
            *order_too(here),
        )
    if here["wrote"] and owes_quiet(here):
        wrote, *others = WROTE_ANYWAY.fitting(here)
        person = named_person(here) or "someone you trust"
        may_write = may_write_about_children(here)
        return (
            f"{wrote} Call {person}, and write down what happened: exback contact",
            *others,
            *((ABOUT_THE_CHILDREN,) if may_write else words_about_children(here, ABOUT_CHILDREN)),
        )
    if here["wrote"] and _is_in_touch(here):
        from .in_touch import after_writing

        return after_writing(here)
    if here["wrote"]:
        return (
            "It happened, and what you did before still counts. For now, close that chat. When you have a minute, write it down: "
            "exback contact"
        )
    if here.number("after") >= STRONG_URGE:
        person = named_person(here) or "a friend"
        return (
            f"It's still strong, so don't stay alone with it. Call {person}, or a helpline: exback crisis",
            "To go through this page again: exback urge",
        )
    if _is_in_touch(here):
        return "One small thing: put your phone away, and do something with your hands for five minutes."
    return SMALL_THINGS[len(_finished_urges(here)) % len(SMALL_THINGS)]


STEP = Step(
    id="urge",
    title="I want to write to them",
    minutes=13,
    purpose="You want to write to them. Give it ten minutes first.",
    why=("surfing", "if-then", "pursuit"),
    repeats=Repeat(),
    momentary=True,
    items=(
        Reading("not-tonight", _safety_reading),
        Scale(
            "before",
            "How strong is it, 0 to 10?",
            ends=ENDS,
            note="You want to write to them. Give it ten minutes first. Start with a number.",
        ),
        *triggers.questions(),
        Reading("plans", _plans),
        BREATHE,
        Reading("reasons", _reasons),
        Choice("now-what", "What would help now?", options=_next_options),
        Scale(
            "guess",
            GUESS_FIRST,
            ends=ENDS,
            optional=True,
            why=WHY_GUESS,
            when=lambda here: here["now-what"] == "wait",
        ),
        Timer(
            "wait",
            "Wait ten minutes. You can walk around, as long as you can hear it. The timer keeps going.",
            seconds=WAIT_SECONDS,
            when=lambda here: here["now-what"] == "wait",
        ),
        Text(
            "unsent",
            "What would you say if you wrote to them?",
            long=True,
            optional=True,
            note="All of it, as it comes. It stays here, and it isn't sent to anyone.",
            kind=Kind.LETTER,
            when=lambda here: here["now-what"] == "write",
        ),
        Scale("after", "And how strong is it now, 0 to 10?", ends=ENDS, note=_earlier_urges, former=("record",)),
        Confirm(
            "wrote",
            lambda here: (
                "Did you write to them about more than the children?"
                if may_settle_for_children(here)
                else "Did you write to them?"
            ),
            yes="Yes, I did",
            no="No, I didn't",
            why="Only you see this. It lets exback show you how your own urges pass.",
        ),
        Text(
            "add-to-list",
            "What would you add to your list of what was good and what hurt?",
            optional=True,
            note="A few words are enough. You can skip this.",
            when=lambda here: here.last("was-it-that-good") is not None,
            claims=("S8",),
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
