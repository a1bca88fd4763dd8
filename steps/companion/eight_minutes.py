"""“It's all too much” in `now`: one whole session of eight minutes, which needs nothing told before and ends with a line to keep."""

from exback.model.context import Context
from exback.model.items import Choice, Option, Reading, Text
from exback.model.prose import Prose, Quote

from ..situation import HIDE, afraid, without_stop

TOO_MUCH = "too-much"
OWN = "other"
HELPS = (
    Option("drink", "Drink some water and eat something"),
    Option("listen", "Listen to something calm"),
    Option("rest", "Lie down somewhere warm"),
    Option("tidy", "Tidy one small corner"),
    Option("walk", "Walk about for ten minutes"),
    Option("wash", "Wash, and put on clean clothes"),
    Option(OWN, "Something else"),
)


def _is_too_much(here: Context) -> bool:
    return here["what"] == TOO_MUCH


def _start(here: Context) -> Prose:
    return (
        (
            "Then stay here for eight minutes. There are five short questions, and no answer is wrong. You don't have to decide anything "
            "about the two of you, and you can stop at any point."
        ),
        (
            "Begin with your body. Put both feet on the floor. Let your shoulders drop. Breathe in, and let the breath out slowly. Do "
            "that three times before you go on."
        ),
        *_last_line(here),
        "If you might hurt yourself, or you're in danger, don't stay alone with this. To find someone to call now: exback crisis",
        *((HIDE,) if afraid(here) else ()),
    )


def _last_line(here: Context) -> tuple[Quote, ...]:
    """Quote the line they kept last, unless it has grave words: in a bad hour it would push them further down."""
    from ..concerns import CONCERNS  # only where it's needed: every command loads the steps

    lines = here.quote("now", "line", "Last time you saved this:")
    return tuple(line for line in lines if not CONCERNS.found_in(line.words))


def _with_a_friends_eyes(here: Context) -> Prose:
    return (
        Quote(here.text("worst"), None, "You wrote:"),
        (
            "Now think of someone who's on your side. It can be a good friend, someone from long ago, or someone you make up. Don't pick the "
            "person this is about."
        ),
        (
            "They know all of it. They don't say that it's nothing, and they don't tell you what you should have done. They read what "
            "you wrote, and they're still your friend. Picture their face, and hear their voice, for a moment."
        ),
    )


def _helps(here: Context) -> str:
    chosen = here.text("next-hour")
    label = next((option.label for option in HELPS if option.id == chosen), "")
    return here.words("next-hour-own") if chosen == OWN else label[:1].lower() + label[1:]


ITEMS = (
    Reading("start", _start, when=_is_too_much),
    Text("worst", "What's the worst thing right now?", note="One sentence is enough.", when=_is_too_much),
    Reading("friends-eyes", _with_a_friends_eyes, when=_is_too_much),
    Text("friend", "What would they say to you?", long=True, note="In their words, to you.", when=_is_too_much),
    Choice(
        "next-hour",
        "What would help in the next hour?",
        options=HELPS,
        note="Pick one small thing.",
        when=_is_too_much,
    ),
    Text(
        "next-hour-own",
        "What else would help?",
        note="Something you can do where you are.",
        when=lambda here: _is_too_much(here) and here["next-hour"] == OWN,
    ),
    Text(
        "person",
        "Who could you talk to, today or tomorrow?",
        optional=True,
        note="A friend, someone in your family, a neighbour or a doctor. Not the person this is about. If no one comes to mind, skip "
        "this. To find someone who'll listen: exback crisis",
        when=_is_too_much,
    ),
    Text(
        "line",
        "Which sentence do you want to save?",
        note="For the next bad hour. It can be something your friend said.",
        when=_is_too_much,
    ),
)


def mirror(here: Context) -> Prose:
    """Return what someone has in hand after the eight minutes: the line they keep, and what they wrote."""
    person = without_stop(here.words("person"))
    chosen = f"For the next hour, you chose this: {without_stop(_helps(here))}."
    return (
        Quote(here.text("line"), None, "You saved this sentence:"),
        Quote(here.text("worst"), None, "This was the worst thing:"),
        Quote(here.text("friend"), None, "A good friend would say:"),
        f"{chosen} Someone you could talk to: {person}." if person else chosen,
    )


def small_thing(here: Context) -> Prose:
    """Return the one thing to do and, for someone who hasn't begun the program, an offer to begin it."""
    first = "One small thing: do what you chose for the next hour. Your sentence is in your journal: exback journal"
    if here.journey.is_done("your-story"):
        return first
    return (
        first,
        "exback has more if you want it. It starts with a few questions, and it can wait: exback",
    )
