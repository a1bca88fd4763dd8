"""Letting go: from anywhere, at any time."""

from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote
from exback.rules import answered


def _opening(here: Context) -> Prose:
    left = {
        "me": "You ended it. Now you can stop going back and forth.",
        "them": "They ended it. Letting go is the part that is up to you.",
    }.get(here.told("your-story", "who-ended"), "It ended. Letting go is the part that is up to you.")
    return f"""{left}

Letting go is not the same as saying that it was nothing. It may have been one of the best things you had. Nor does it mean \
that you stop missing them tonight. Bonds fade slowly, for some people over years; in one study more slowly for those who \
stayed in contact. You can have a good life long before that.

What you do here is smaller. You stop working on getting it back. The strength that went there is free again, for people \
and things that answer you.

You may take this back. The other steps stay where they are."""


def _from_here(here: Context) -> tuple[Option, ...]:
    quiet = (Option("none", "None", "it helps me to have quiet"), Option("allowed", "Only what my rule allows"))
    return quiet if here.withheld else (*quiet, Option("later", "Perhaps as friends, much later"))


def _mirror(here: Context) -> Prose:
    return (Quote(here.text("keep"), None, "This is what you keep:"), "Nobody can take that from you.")


STEP = Step(
    id="letting-go",
    title="Letting go",
    minutes=12,
    purpose="To stop working on getting it back, and to say what you keep.",
    why=("bond-fades", "contact-slows"),
    repeats=Repeat(apart=1),
    offered_when=(answered("decide", "choice", "let-go", times=2, days_apart=7),),
    items=(
        Reading("letting-go-reading", _opening),
        Recall("wish-then", "You once wished for this:", step="your-story", item="wish"),
        Text("why-now", "What makes you ready to let go, or tired of holding on?", long=True),
        Text("was-good", "What was good, and true, and may stay good in memory?", long=True),
        Text(
            "put-down",
            "What do you put down now? A hope, a plan, an argument you keep having in your head.",
            long=True,
        ),
        Text("keep", "What do you keep from it? Something you learnt, or became, or can do.", long=True),
        Choice(
            "contact-from-here",
            "And contact, from here on?",
            options=_from_here,
            note="In one small study, less contact went with love and sadness fading faster.",
        ),
        Text("next", "Your life lies ahead of you. What is the first thing in it that you look forward to?"),
    ),
    mirror=_mirror,
    small_thing="One small thing: put a date on what you look forward to. Everything else here stays open, for you.",
)
