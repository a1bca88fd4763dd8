"""The moment of wanting to write: ten minutes with yourself first."""

from exback.model.boundaries import AFRAID_OF_THEM, FOR_THEIR_SAKE
from exback.model.context import Context, Run
from exback.model.items import Choice, Confirm, Kind, Option, Reading, Scale, Text, Timer
from exback.model.program import Repeat, Step
from exback.model.prose import Block, Prose, Quote, inline

from ..situation import afraid, without_stop

BREATH = (4, 6)
BREATH_SECONDS = 60
TEN_MINUTES = 600
LONGEST = 120
STRONG = 7
ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def _plans(here: Context) -> Prose:
    """Their own if-then plans, without loading the step that made them: an urge may come before it."""
    run = here.last("risky-moments")
    if run is None:
        return ()
    pairs = ((run.answers.get(f"moment-{n}"), run.answers.get(f"plan-{n}")) for n in (1, 2, 3))
    plans = tuple(
        Quote(plan, run.day, f"For “{without_stop(inline(moment))}” you planned:")
        for moment, plan in pairs
        if isinstance(moment, str) and isinstance(plan, str)
    )
    return (*plans, "If one of them fits, do it now. This page waits.") if plans else ()


def _not_tonight(here: Context) -> Prose:
    """For those who were asked, told or feared away: a word that stands before anything else."""
    if AFRAID_OF_THEM.id in here.held:
        return (
            "You told exback that you have been afraid of them. Wanting to write does not make that untrue, and it is nothing to "
            "be ashamed of. If you would like a voice instead: exback crisis"
        )
    if not here.held & FOR_THEIR_SAKE:
        return ""
    return (
        (
            "You want them now. Wanting is not the harm; a message would be. They need this hour without you, and you can give it "
            "to them. Stay here. What you write here goes to nobody."
        ),
        "If you feel that you may do it all the same, call a person first: exback crisis",
    )


def _reasons(here: Context) -> Prose:
    did = "writing" if afraid(here) else "pushing"
    reasons = (
        *here.quote("contact-rule", "signature", "You signed this:"),
        *here.quote("why-space", "pushing-did", f"What {did} did, in your words:"),
        *here.quote("why-space", "space-for", "What quiet could give you, in your words:"),
    )
    return reasons[:2]


def _now_what(here: Context) -> tuple[Option, ...]:
    return (
        Option("wait", "Wait ten minutes", "a timer you can leave"),
        Option("write", "Write it here", "it is sent to nobody"),
        Option("go-on", "Neither"),
    )


def _ended(here: Context) -> list[Run]:
    return [run for run in here.journey.finished("urge") if isinstance(run.answers.get("wrote"), bool)]


def _record(here: Context) -> str:
    """What past urges did, this one included, from real runs only."""
    before = _ended(here)
    passed = sum(1 for run in before if run.answers["wrote"] is False)
    if here["wrote"] is True:
        return f"{passed} of {len(before) + 1} passed without a message." if passed else ""
    if not before:
        return "That is the first one that passed."
    if passed == len(before):
        return f"All {len(before) + 1} have passed so far."
    return f"That is the {_ordinal(passed + 1)} of {len(before) + 1} that passed."


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"


def _falls(here: Context) -> Prose:
    """Shown before the second rating, once there are three urges to speak from."""
    falls: list[int] = []
    for run in _ended(here):
        first, then = run.answers.get("before"), run.answers.get("after")
        if isinstance(first, int) and isinstance(then, int):
            falls.append(first - then)
    passed = sum(1 for run in _ended(here) if run.answers["wrote"] is False)
    if len(falls) < 3:
        return ""
    mean = round(sum(falls) / len(falls))
    fell = f" On average they fell by {mean}." if mean > 0 else ""
    return f"{passed} of your last {len(_ended(here))} urges passed without a message.{fell}"


def _time(here: Context) -> str:
    """How long it took, unless the run was left and taken up again much later."""
    minutes = max(1, round((here.now - here.started).total_seconds() / 60))
    if minutes > LONGEST:
        return ""
    return ", one minute" if minutes == 1 else f", {minutes} minutes"


def _mirror(here: Context) -> Prose:
    wrote = "You wrote to them." if here["wrote"] else "You did not write."
    first: list[Block] = [f"{here.number('before')} before, {here.number('after')} now{_time(here)}. {wrote}"]
    record = _record(here)
    return (*first, record) if record else tuple(first)


def _small_thing(here: Context) -> Prose:
    if here["wrote"] and here.held & FOR_THEIR_SAKE:
        return (
            "You wrote, although they need peace from you. Do not send another one, not even to say sorry. Open exback contact "
            "now, and call one person."
        )
    if here["wrote"] and AFRAID_OF_THEM.id in here.held:
        return "You wrote. If you are worried about what they may do now, talk to somebody tonight: exback crisis"
    if here["wrote"]:
        return (
            "It happened, and nothing that you did before is undone. When you have a minute, exback contact looks at "
            "what came before it. For now: close that thread."
        )
    if here.number("after") >= STRONG:
        return "It is still strong. Do not stay alone with it: call one person, or start exback urge again. exback crisis lists people."
    return "One small thing: close that thread, and do something with your hands for five minutes."


STEP = Step(
    id="urge",
    title="I want to write to them",
    minutes=5,
    purpose="You want to write to them. Give it ten minutes first.",
    why=("surfing", "if-then", "pursuit"),
    repeats=Repeat(),
    items=(
        Reading("not-tonight", _not_tonight),
        Scale(
            "before",
            "How strong is it, 0 to 10?",
            ends=("hardly there", "as strong as it gets"),
            note="You want to write to them. Stay here ten minutes first. Begin with a number.",
        ),
        Timer(
            "breath",
            "Breathe in for four seconds, and out for six.",
            seconds=BREATH_SECONDS,
            breath=BREATH,
            note="One minute. You can stop at any time.",
        ),
        Reading("plans", _plans),
        Reading("reasons", _reasons),
        Choice("now-what", "What would help now?", options=_now_what),
        Timer(
            "wait",
            "Ten minutes. You may walk about; the clock goes on by itself.",
            seconds=TEN_MINUTES,
            when=lambda here: here["now-what"] == "wait",
        ),
        Text(
            "unsent",
            "What would you say to them, if you said it?",
            long=True,
            optional=True,
            note="All of it, as it comes. It stays here and is sent to nobody.",
            kind=Kind.LETTER,
            when=lambda here: here["now-what"] == "write",
        ),
        Reading("record", _falls),
        Scale("after", "And how strong is it now, 0 to 10?", ends=("hardly there", "as strong as it gets")),
        Confirm(
            "wrote",
            "Did you write to them?",
            yes="Yes, I did",
            no="No",
            why="Only you see this. It lets exback show you how your own urges pass.",
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
