"""Which signs of readiness are there, which are missing, and when to look again."""

from datetime import date

from exback.model.context import Context
from exback.model.dates import count
from exback.model.gates import Gate, answered, at_least, by_day, quiet, ran_its_length, runs, steady
from exback.model.items import Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Block, Prose

from ..companion.contact import SLIPS

FINE = 8
LOW = 3
RULE = ran_its_length("contact-rule", "length-days", "length")
DECISION = answered("decide", "choice", "invitation", times=2, days_apart=7)
MOOD_DAYS = 14
MOOD = steady("check-in", "mood", "day", days=MOOD_DAYS, drop=0.5, reason="Your mood has been falling. Give it time.")
NO_SLIP = quiet("contact", "kind", SLIPS, 7, "You wrote to them, or asked to meet, within the last 7 days.")
OWN_LIFE = runs("live-forward", 2, days_apart=7)
FINE_WITH_NO = at_least("am-i-ready", "fine-with-no", FINE, f"A no would have to be all right: {FINE} of 10 or more.")
SIGNS: dict[str, Gate] = {
    "Your rule": RULE,
    "Your decision": DECISION,
    "A mood that has not been falling": MOOD,
    "A week without a slip": NO_SLIP,
    "Two weekly plans for a life of your own": OWN_LIFE,
}
TITLES = {"contact-rule": "Your rule", "decide": "Decide", "check-in": "Check-in", "live-forward": "Live forward"}


def _signs_page(here: Context) -> Prose:
    fine = here.number("fine-with-no") >= FINE
    no_sign = f"All right with a no, {here.number('fine-with-no')} of 10"
    verdicts = {sign: gate.check(here.journey) for sign, gate in SIGNS.items()}
    present = [sign for sign, verdict in verdicts.items() if verdict.open] + ([no_sign] if fine else [])
    missing = [
        f"{sign}: {verdict.reason.format(title=TITLES.get(verdict.step, verdict.step))}"
        for sign, verdict in verdicts.items()
        if not verdict.open
    ]
    missing += [] if fine else [f"{no_sign}: it takes {FINE} or more."]
    dates = [verdict.date for verdict in verdicts.values() if verdict.date is not None]
    return tuple(_sign_lists(here, present, missing, dates))


def _figures(here: Context) -> list[Block]:
    """Return the figures that the signs rest on, so that no one reads “not falling” as “well”."""
    values = list(by_day(here.journey, "check-in", "mood", "day").values())[-MOOD_DAYS:]
    weeks = [run.answers.get("came-about") for run in here.journey.finished("live-forward")[1:]]
    came = sum(len(ticked) for ticked in weeks if isinstance(ticked, list))
    wrote = [answer.day for answer in here.all_said("urge", "wrote") if answer.value is True]
    sentences = [f"Your mood was {sum(values) / len(values):.0f} of 10 on average."] if values else []
    sentences += [f"Of your weekly plans, {count(came, 'thing')} came about."] if weeks else []
    sentences += [f"On {here.date(wrote[-1])} you told exback that you wrote to them."] if wrote else []
    return [" ".join(sentences)] if sentences else []


def _sign_lists(here: Context, present: list[str], missing: list[str], dates: list[date]) -> list[Block]:
    blocks: list[Block] = ["In place:\n" + "\n".join(f"- {sign}" for sign in present)] if present else []
    if not missing:
        return [
            *blocks,
            *_figures(here),
            "Nothing that exback can count stands in the way. That is not the same as being ready. It cannot see how you are.",
        ]
    blocks.append("Not yet in place:\n" + "\n".join(f"- {sign}" for sign in missing))
    when = f" Look again on {here.date(max(dates))}." if dates else " Look again in a week."
    return [
        *blocks,
        f"Not yet is not no.{when} Until then all of stage 2 is there for you, and letting go is open as always.",
    ]


def _is_ready(here: Context) -> bool:
    return here.number("fine-with-no") >= FINE and all(gate.check(here.journey).open for gate in SIGNS.values())


READY = (RULE, DECISION, MOOD, NO_SLIP, OWN_LIFE, FINE_WITH_NO)

STEP = Step(
    id="am-i-ready",
    title="Am I ready",
    minutes=5,
    purpose="An invitation is only free when a no would be all right. This looks at whether it would be.",
    why=("pursuit", "bond-fades"),
    complete=READY,
    repeats=Repeat(apart=1, due=7, until=READY),
    reaches_out=True,
    items=(
        Reading(
            "ready-reading",
            """This stage is for people who finished the second one and who really live a good life now. The need has grown \
small; a wish is left.

That is hard to judge from inside, so exback looks at what you recorded: your rule, your decision, your mood, your weeks. \
And it asks you one thing. If they say no, will you be all right? Not pleased. All right.

If something is not in place yet, you see what it is and when to look again. Nobody fails here.""",
            claims=("S15",),
        ),
        Scale(
            "fine-with-no",
            "How well could you take a no?",
            claims=("S19",),
            ends=("not at all", "well"),
        ),
        Text(
            "no-evening",
            "Suppose they say no. What is that evening like?",
            long=True,
            note="Where are you, and what do you do?",
        ),
        Reading("signs", _signs_page),
    ),
    mirror=lambda here: (
        "Nothing that exback can count stands in the way. You know the rest."
        if _is_ready(here)
        else f"Not yet, and you know now what is missing. You put how well you could take a no at "
        f"{here.number('fine-with-no')} of 10."
    ),
    small_thing=lambda here: (
        "If the thought of a no frightens you, talk to somebody tonight. exback crisis lists people."
        if here.number("fine-with-no") <= LOW
        else "One small thing: do what you would do this evening if you had never thought of writing to them."
    ),
)
