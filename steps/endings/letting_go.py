"""Letting go, possible from anywhere and at any time, and a look back a month later."""

from exback.model.context import Context
from exback.model.gates import answered, told
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, afraid, has_cause, must_stay_away, tied_by, was_betrayed

MONTH_DAYS = 30


def _opening(here: Context) -> Prose:
    left = {
        "me": "You ended it. Letting go here means that you stop going over the decision, and let it be one.",
        "them": "They ended it. Letting go is the part that is up to you.",
    }.get(here.told("your-story", "who-ended"), "It ended. Letting go is the part that is up to you.")
    return f"""{left}

Letting go is not the same as saying that it was nothing. Some of it may have been good. Nor does it mean \
that you stop missing them tonight. Bonds fade slowly, for some people over years; in one study more slowly for those who \
stayed in contact. You can have a good life long before that.

What you do here is smaller. You stop working on getting it back. The strength that went there is free again, for people \
and things that answer you.

You may take this back. The other steps stay where they are."""


def _is_month_later(here: Context) -> bool:
    """Whether this run looks back, a month after the last letting go; once for each letting go."""
    run = here.last("letting-go")
    return run is not None and run.answers.get("lighter") is None and here.journey.days_since(run) >= MONTH_DAYS


def _is_letting_go(here: Context) -> bool:
    return not _is_month_later(here)


def _by_cause(here: Context) -> Prose:
    """Return what letting go may mean after this kind of end, empty if there is nothing to add."""
    if afraid(here):
        return (
            "You were afraid of them, so you owe them no goodbye, no team and no forgiving. If you have children together, what "
            "has to be settled can go through somebody else. You may miss them and be glad to be away. Both can be true."
        )
    if must_stay_away(here):
        return (
            "Letting go here also means leaving them in peace, for good. If you have children together, you "
            "stay a parent. Ask a lawyer how."
        )
    if tied_by(here, "children"):
        return (
            "You stay parents of the same children, so this may not be goodbye to the person. It is goodbye to the couple. Some "
            "people say it like this: we are done as two, and stay parents together."
        )
    if has_cause(here, "betrayal") and was_betrayed(here):
        return (
            "They broke your trust. Letting go does not mean that it was all right, and you need not forgive. It means that "
            "they no longer get your evenings."
        )
    if has_cause(here, "distance"):
        return (
            "Distance ended it, so there may be nobody to be angry with. That can make it harder to close. You may close it "
            "all the same: it was good, and it could not be lived."
        )
    if has_cause(here, "third-person"):
        return (
            "Somebody else came into it, and your mind may want to compare. You need not know how it goes on for them. That story "
            "is theirs now, and yours goes on elsewhere."
        )
    return ""


def _fear_note(here: Context) -> Prose:
    return "" if here.withheld else DOOR


def _month_reading(here: Context) -> Prose:
    run = here.last("letting-go")
    day = "" if run is None else f" on {here.date(run.day)}"
    return f"""You let go{day}. exback asks once how it has been, and then leaves it with you.

There is no right answer. Some weeks are light, and then a song comes on in a shop. That does not undo anything. Bonds fade \
slowly, so a month is early, and a good life does not wait for that. What counts is smaller: whether some of the strength \
that went there has found another place.

On the next pages is what you wrote then."""


def _contact_options(here: Context) -> tuple[Option, ...]:
    if must_stay_away(here):
        return (Option("none", "None"), Option("allowed", "Only what's been arranged"))
    first = (
        Option("children", "Only what the children need")
        if tied_by(here, "children")
        else Option("work", "Only what work or studies need")
        if tied_by(here, "work", "studies")
        else Option("none", "None", "it helps me to have quiet")
    )
    quiet = (first, Option("allowed", "Only what my rule allows"))
    return quiet if here.withheld else (*quiet, Option("later", "Perhaps as friends, much later"))


def _mirror(here: Context) -> Prose:
    if _is_month_later(here):
        return (
            {
                "yes": "It has become lighter, and you noticed it yourself.",
                "some": "It is lighter on some days. That is how it usually begins.",
                "no": "It is not lighter yet. You said so plainly, and that is worth more than a brave answer.",
            }[here.text("lighter")],
            Quote(here.text("grown"), None, "What has grown in its place:"),
        )
    return (Quote(here.text("keep"), None, "This is what you keep:"), "Nobody can take that from you.")


STEP = Step(
    id="letting-go",
    title="Letting go",
    minutes=12,
    purpose="To stop working on getting it back, and to say what you keep.",
    why=("bond-fades", "contact-slows"),
    repeats=Repeat(apart=1, due=MONTH_DAYS, until=(told("letting-go", "lighter"),)),
    offered_when=(answered("decide", "choice", "let-go", times=2, days_apart=7),),
    items=(
        Reading("letting-go-reading", _opening, when=_is_letting_go, claims=("S10", "S20")),
        Reading("letting-go-for-you", _by_cause, when=_is_letting_go),
        Recall("wish-then", "You once wished for this:", step="the-whole-story", item="wish", when=_is_letting_go),
        Text(
            "why-now",
            "What makes you ready to let go, or tired of holding on?",
            long=True,
            when=_is_letting_go,
            note=_fear_note,
        ),
        Text(
            "was-good",
            "What was good, if anything, and may stay good in memory?",
            long=True,
            optional=True,
            when=_is_letting_go,
        ),
        Text(
            "put-down",
            "What do you put down now? A hope, a plan, an argument you keep having in your head.",
            long=True,
            when=_is_letting_go,
        ),
        Text(
            "keep",
            "What do you keep from it? Something you learnt, or became, or can do.",
            long=True,
            when=_is_letting_go,
        ),
        Choice(
            "contact-from-here",
            "And contact, from here on?",
            options=_contact_options,
            note="In one small study, less contact went with love and sadness fading faster.",
            when=_is_letting_go,
        ),
        Text(
            "next",
            "Your life lies ahead of you. What is the first thing in it that you look forward to?",
            when=_is_letting_go,
            claims=("C4g",),
        ),
        Reading("month-on", _month_reading, when=_is_month_later),
        Recall("put-down-then", "This is what you put down:", step="letting-go", item="put-down", when=_is_month_later),
        Choice(
            "lighter",
            "Has it become lighter?",
            options=(Option("yes", "Yes"), Option("some", "On some days"), Option("no", "No, not yet")),
            when=_is_month_later,
        ),
        Text(
            "picked-up",
            "Did you pick any of it up again? When was that?",
            long=True,
            optional=True,
            note="Picking it up for an evening is not the same as taking it back.",
            when=_is_month_later,
        ),
        Recall("keep-then", "And this is what you kept:", step="letting-go", item="keep", when=_is_month_later),
        Text("grown", "What has grown in the place where it was?", long=True, when=_is_month_later, claims=("C4g",)),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "If it stays heavy, talk to somebody about it: a friend, a doctor, or a line in exback crisis."
        if _is_month_later(here) and here["lighter"] == "no"
        else "One small thing: put a date on something you look forward to. Everything else here stays open, for you."
    ),
)
