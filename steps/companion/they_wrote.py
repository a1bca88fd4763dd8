"""The other person wrote first: wait, read twice, and decide what you want before you answer."""

from exback.boundaries import ORDERED_AWAY, WROTE_FREELY, standing
from exback.context import Context
from exback.items import Choice, Confirm, Option, Reading, Text
from exback.program import Repeat, Step
from exback.prose import Prose


def _under_order(here: Context) -> bool:
    return any(boundary.id == ORDERED_AWAY.id for boundary in standing(here.journey))


def _kinds(here: Context) -> tuple[Option, ...]:
    calm = (
        Option("none", "No answer", "silence is one too"),
        Option("logistics", "Only the practical part", "two lines"),
        Option("no", "A kind no"),
    )
    if here.withheld:
        return calm
    return (*calm, Option("small-talk", "A little small talk"), Option("yes", "Yes to what they ask"))


def _draft_question(here: Context) -> Prose:
    return {
        "logistics": "Write the two lines. What, when, where, and no more.",
        "no": "Write your no. Thank them, say it once, give no reasons to argue with.",
        "small-talk": "Write it short and light. No history, no question about you two.",
        "yes": "Write your yes. Plain, and one step at a time.",
    }[here.text("kind")]


STEP = Step(
    id="they-wrote",
    title="They wrote to me",
    minutes=8,
    purpose="A message from them can wait an hour. What you answer then is more likely to be yours.",
    why=("contact-distress",),
    repeats=Repeat(),
    items=(
        Reading(
            "breathe-first",
            """They wrote. Your heart is probably faster than your head right now.

It may mean a lot, or it may be about a jacket. Some people write because they miss you, some because they feel alone, some \
because it is Sunday. You cannot tell from the first reading.

So wait a little. Read it twice, an hour apart if you can. Answer the question that is asked, not the one you wish for.""",
        ),
        Text("says", "What did they write? In your own words, or theirs.", long=True),
        Text("asks", "What exactly do they ask for? If nothing, say so.", long=True),
        Confirm(
            WROTE_FREELY,
            "Did they write first, freely, without you or anybody for you having written before?",
            why="If they once asked you not to contact them, only their own free word can change that.",
        ),
        Text("want", "What do you want, apart from the wish to answer?", long=True),
        Reading(
            "order",
            "You were told to keep away from them. An answer could break that, also when they wrote first. Do not answer from "
            "here. If something has to be answered, ask a lawyer or the office that made the order.",
            when=_under_order,
        ),
        Choice("kind", "What kind of answer fits?", options=_kinds, when=lambda here: not _under_order(here)),
        Text(
            "draft",
            _draft_question,
            long=True,
            note="exback sends nothing. Leave it here overnight if you can.",
            when=lambda here: here["kind"] not in ("none", None),
            reaches_out=True,
        ),
    ),
    mirror="You read it twice before you answered. Whatever comes of it, that was yours.",
    small_thing="One small thing: sleep on it. A good answer is still good tomorrow.",
)
