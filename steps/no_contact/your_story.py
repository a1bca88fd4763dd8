"""Who they are to you, how it ended, what still connects you, and whether reaching out is safe at all."""

from exback.model.boundaries import BOUNDARIES, Boundary, helped, reasons, safety_questions
from exback.model.context import Context
from exback.model.items import Choice, Choices, Date, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import FEAR_COUNTS, STORY

WHO = {
    "me": "you ended it",
    "them": "they ended it",
    "both": "you ended it together",
    "faded": "it faded out",
    "circumstances": "circumstances ended it",
}


CAUSES = {
    "distance": ("Distance", "two places, and neither could move"),
    "deal-breaker": ("Something we could not agree on", "children, faith, where or how to live"),
    "betrayal": ("Trust was broken", "a lie, an affair, a promise"),
    "drift": ("We drifted apart", "nothing happened, and it got less"),
    "child": ("A child", "wanting one, having one, losing one"),
    "third-person": ("Somebody else", "somebody new, for one of us"),
    "strain": ("Illness, work or money", "it wore us out"),
    "not-safe": ("It was not safe", "fear, force, threats, control"),
}


def _asks_for_reasons(here: Context) -> Prose:
    return {
        "me": "What reasons did you give them, and which ones did you keep to yourself?",
        "them": "What reasons did they give you?",
        "both": "What did the two of you say to each other about why?",
        "faded": "Nobody said it, perhaps. What do you think happened?",
        "circumstances": "What stood between you?",
    }[here.text("who-ended")]


def _safety_reasons(here: Context) -> Prose:
    return reasons(_boundaries_named(here))


def _safety_help(here: Context) -> Prose:
    """Return where to get help, on a page of its own: with several yeses one page would be too long."""
    boundaries = _boundaries_named(here)
    if not boundaries:
        return ""
    return (*helped(boundaries), "There's a page for this, when you're ready: exback step not-allowed")


def _boundaries_named(here: Context) -> list[Boundary]:
    return [boundary for boundary in BOUNDARIES if here[boundary.id]]


def _mirror(here: Context) -> Prose:
    who, ended = WHO[here.text("who-ended")], here.date(here.day("ended"))
    summary = f"{who[0].upper()}{who[1:]}. The day you gave is {ended}.{_round_sentence(here)}"
    wish = (Quote(here.text("wish"), None, "And this is what you wish for:"),) if here.text("wish") else ()
    words = (
        "You have put it into words again, as it is now."
        if here.quote(STORY, "name")
        else "You have put it into words once. That is a beginning."
    )
    return (f"{summary} {words}", *wish)


def _round_sentence(here: Context) -> str:
    """Return a sentence for someone who started again, empty the first time through."""
    walks = here.journey.walks
    return "" if walks == 1 else f" This is your walk number {walks}; all that you wrote before is kept."


def _small_thing(here: Context) -> Prose:
    if here.withheld:
        return "One small thing: tell one person you trust that this is a hard time. You need not say more."
    return "One small thing: drink a glass of water and put the phone in another room for ten minutes."


STEP = Step(
    id="your-story",
    title="Your story",
    minutes=10,
    purpose="exback asks so that it can speak to your situation and not to anybody's. Short answers are fine.",
    why=("left-behind", "cycling", "why-known", "self-guided"),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "begin",
            """Start by telling it once, the way you would tell a friend who was not there.

You do not have to be fair, and you do not have to know what you want. Nobody will mark this. Short answers are \
enough, and you can change them later, all but a yes to the safety questions.

It matters who left and why. What helps somebody who was left on a Tuesday is not what helps somebody who walked away \
and cannot sleep. So the pages that follow will be a little different for each reader.

Near the end there are four questions about safety. Everybody gets them.""",
        ),
        Text(
            "name",
            "What should exback call them?",
            names=True,
            note="An initial or a nickname. Please no full name: somebody might read this one day.",
        ),
        Choice(
            "who-ended",
            "Who ended it?",
            options=(
                Option("them", "They did"),
                Option("me", "I did"),
                Option("both", "We both did"),
                Option("faded", "It faded", "nobody said it out loud"),
                Option("circumstances", "Circumstances", "distance, family, work, illness"),
            ),
            why="Being left and leaving hurt in different places. exback words its pages by this answer.",
            claims=("C4e",),
        ),
        Text(
            "reasons",
            _asks_for_reasons,
            long=True,
            note="As it was said then. Later you will look again.",
            claims=("C4e",),
        ),
        Choices(
            "causes",
            "What played a part in it?",
            note="Tick what is true. Leave it empty if nothing fits.",
            options=tuple(Option(cause, label, hint) for cause, (label, hint) in CAUSES.items()),
            why="The pages that follow speak to what you tick, and leave out what you do not.",
            claims=("C4e",),
        ),
        Choice(
            "whose-trust",
            "Whose trust was broken?",
            options=(
                Option("mine", "Mine, by them"),
                Option("theirs", "Theirs, by me"),
                Option("both", "Both, in different ways"),
            ),
            when=lambda here: "betrayal" in here.picks("causes"),
        ),
        Reading(
            "not-safe-reading",
            f"""You ticked that it wasn't safe. That counts, and it was right to write it down. {FEAR_COUNTS} \
Near the end you'll be asked about fear. A yes there is taken seriously.

If you're in danger now, call the emergency number. If they could see this screen, press Ctrl-Q (in plain lines, type hide) \
and use another device.""",
            when=lambda here: "not-safe" in here.picks("causes"),
        ),
        Choice(
            "together",
            "How long were you together?",
            options=(
                Option("weeks", "Some weeks"),
                Option("months", "Some months"),
                Option("one-to-three", "One to three years"),
                Option("three-to-ten", "Three to ten years"),
                Option("longer", "Longer than that"),
            ),
        ),
        Date("ended", "When did it end?", note="“Three weeks ago” will do, or “12 May”."),
        Choice(
            "came-back",
            "How often have you two split up and come back before?",
            options=(
                Option("never", "Never"),
                Option("once", "Once"),
                Option("few", "Two or three times"),
                Option("many", "More often than that"),
            ),
            why="In studies, couples with more breakups behind them reported more distress. It is worth knowing.",
        ),
        Choices(
            "ties",
            "What still ties you to each other?",
            note="Tick what is true. Leave it empty if nothing does.",
            options=(
                Option("children", "Children"),
                Option("home", "A home"),
                Option("work", "Work"),
                Option("money", "Money"),
                Option("studies", "Studies"),
            ),
            why="With children or a job in common, some contact may be needed. You will make your own rule. An order, or "
            "somebody's safety, comes first.",
        ),
        Text(
            "wish",
            "If one thing could be true a year from now, what would you wish for?",
            optional=True,
            note="To be together again, to be at peace, to sleep. Every wish is allowed here.",
            claims=("S1",),
        ),
        Reading(
            "before-safety",
            """Now four questions about safety. Everyone who begins here is asked them.

Sometimes contact would be unsafe, or unkind, or against an order. Say what's true; a wrong no can hurt someone. A yes closes \
the part about writing to them, and only that part. Everything that's for you stays open, and there's a lot of it.

A yes isn't a verdict about you or about them. You can correct an answer until you finish this step. After that, a yes stays. \
A no can become a yes on any day.

If it isn't safe to answer here, press Ctrl-Q: exback closes at once and clears the screen. (In plain lines, type hide.) \
What you've written so far is saved. To remove it, run exback reset --erase when you're alone.""",
        ),
        *safety_questions(),
        Reading("safety", _safety_reasons),
        Reading("safety-help", _safety_help),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
