"""The longer story: why it ended as it was told then, what played a part, how often before, and what you wish for."""

from exback.model.boundaries import AFRAID_OF_THEM, WHY_ASKED, standing
from exback.model.context import Context
from exback.model.gates import done, on_day_of
from exback.model.items import Choice, Choices, Confirm, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import FEAR_COUNTS, HIDE, STORY, WHEN_READY, WHOLE_STORY, afraid, named_person, order_too

CAUSES = {
    "distance": ("Distance", "two places, and neither of us could move"),
    "deal-breaker": ("Something we couldn't agree on", "children, faith, where or how to live"),
    "betrayal": ("Broken trust", "a lie, an affair, a broken promise"),
    "drift": ("Drifting apart", "nothing happened, there was just less and less"),
    "child": ("A child", "wanting one, having one, losing one"),
    "third-person": ("Someone else", "someone new, for one of us"),
    "strain": ("Illness, work or money", "it wore us out"),
    "not-safe": ("It wasn't safe", "fear, force, threats, control"),
}
THINKING = (
    Option("hot-moment", "In the heat of the moment", "in a fight, or from one day to the next"),
    Option("thought-over", "After a lot of thought", "over weeks or months"),
    Option("both-of-these", "Both of these", "after a lot of thought, and then in a fight"),
    Option("unknown", "I don't know"),
)
THOUGHT = {
    "my-thinking": {
        "hot-moment": "You decided in the heat of the moment.",
        "thought-over": "You thought it over for a long time first.",
        "both-of-these": "You thought it over for a long time, and then it came out in a fight.",
    },
    "their-thinking": {
        "hot-moment": "As far as you know, they decided in the heat of the moment.",
        "thought-over": "As far as you know, they thought it over for a long time first.",
        "both-of-these": "As far as you know, they thought it over for a long time, and then it came out in a fight.",
    },
}
IF_NEVER = "Skip this if the thought never came up."


def _who_ended(here: Context) -> str:
    """Return who ended it: as answered in the same run, from before this was a step of its own, or else as answered last."""
    is_same_run = "who-ended" in here.declared and "who-ended" in here.answers
    return here.text("who-ended") if is_same_run else here.told(STORY, "who-ended")


def _asks_for_reasons(here: Context) -> Prose:
    return {
        "me": "Why did you end it, including what you didn't tell them?",
        "them": "What reasons did they give you?",
        "both": "What reasons did you two give each other?",
        "faded": "What do you think happened?",
        "circumstances": "What got in the way?",
    }.get(_who_ended(here), "Why did it end, as you see it today?")


def _asks_for_my_thinking(here: Context) -> Prose:
    return {
        "me": "How did you decide to end it?",
        "them": "If you thought of ending it too, how did that come up?",
    }.get(_who_ended(here), "Was the breakup sudden on your side, or thought over?")


def _asks_for_their_thinking(here: Context) -> Prose:
    return {
        "me": "If they thought of ending it too, how did that come up?",
        "them": "How did they decide to end it, as far as you know?",
    }.get(_who_ended(here), "Was it sudden on their side, or thought over, as far as you know?")


def _note_on_mine(here: Context) -> Prose:
    return IF_NEVER if _who_ended(here) == "them" else ""


def _note_on_theirs(here: Context) -> Prose:
    return IF_NEVER if _who_ended(here) == "me" else "A guess is fine."


def _was_not_safe(here: Context) -> bool:
    return "not-safe" in here.picks("causes")


def _asks_about_fear(here: Context) -> bool:
    """Whether to ask about fear at once: they say it wasn't safe, and never said yes to that question."""
    return _was_not_safe(here) and AFRAID_OF_THEM not in standing(here.journey)


def _about_safety(here: Context) -> Prose:
    opening = (
        f"You ticked that it wasn't safe. It's good that you said so. {FEAR_COUNTS} The next page asks you about it."
        if _asks_about_fear(here)
        else "You ticked that it wasn't safe, and you've told exback that you've been afraid of them. Both matter, and you can say "
        "as little about it here as you like. If you'd like to talk to someone: exback crisis"
    )
    return f"""{opening}

If you're in danger now, call the emergency number. If they could see this screen, press Ctrl-Q. \
exback closes at once and clears the screen. Use a device they can't reach."""


def _after_a_yes(here: Context) -> Prose:
    if here[AFRAID_OF_THEM.id] is not True:
        return ""
    return (AFRAID_OF_THEM.reason, *order_too(here), AFRAID_OF_THEM.help, WHEN_READY, HIDE)


def _mirror(here: Context) -> Prose:
    left_out = {"me": "their-thinking", "them": "my-thinking"}.get(_who_ended(here))
    asked = [item for item in THOUGHT if item != left_out]
    thought = [THOUGHT[item][how] for item in asked if (how := here.text(item)) in THOUGHT[item]]
    wish = (Quote(here.text("wish"), None, "And this is what you wish for:"),) if here.text("wish") else ()
    return (" ".join(["You've told your side of it, in your own words.", *thought]), *wish)


def _small_thing(here: Context) -> Prose:
    if afraid(here):
        person = named_person(here) or "one person you trust"
        return f"One small thing: tell {person} that you've written this down. You don't have to say more."
    return "One small thing: get up, stretch, and walk once round the room."


STEP = Step(
    id=WHOLE_STORY,
    title="The whole story",
    minutes=8,
    purpose="Later pages use what you write here, and skip what doesn't apply to you.",
    why=("cycling", "why-known"),
    opens=(done(STORY),),
    repeats=Repeat(apart=7, until=(on_day_of(STORY),)),
    items=(
        Reading(
            "tell-it",
            """Tell it once, the way you'd tell a friend who wasn't there.

You don't have to be fair, or know what you want. No one's marking this. Short answers are fine, and you can \
change them later.

Why it ended matters, and so does who left. Later pages build on what you say here. In stage 2 you'll read it \
again, and you may see it differently by then.

If someone walks in while you write, press Ctrl-Q. exback closes at once and clears the \
screen.""",
        ),
        Text(
            "reasons",
            _asks_for_reasons,
            long=True,
            note="You'll read it again later.",
            claims=("C4e",),
            moved_from=STORY,
        ),
        Choices(
            "causes",
            "What played a part in it?",
            note="Choose all that apply, or none.",
            options=tuple(Option(cause, label, hint) for cause, (label, hint) in CAUSES.items()),
            why="Later pages talk about what you tick, and leave out what you don't.",
            claims=("C4e",),
            moved_from=STORY,
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
            moved_from=STORY,
        ),
        Reading("not-safe-reading", _about_safety, when=_was_not_safe, moved_from=STORY),
        Confirm(
            AFRAID_OF_THEM.id,
            AFRAID_OF_THEM.question,
            note=AFRAID_OF_THEM.note,
            why=WHY_ASKED,
            when=_asks_about_fear,
        ),
        Reading("not-safe-help", _after_a_yes),
        Choice(
            "together",
            "How long were you together?",
            options=(
                Option("weeks", "A few weeks"),
                Option("months", "A few months"),
                Option("one-to-three", "One to three years"),
                Option("three-to-ten", "Three to ten years"),
                Option("longer", "More than ten years"),
            ),
            moved_from=STORY,
        ),
        Choice(
            "came-back",
            "How many times did you two split up and get back together before this?",
            options=(
                Option("never", "Never"),
                Option("once", "Once"),
                Option("few", "Two or three times"),
                Option("many", "More than three times"),
            ),
            why="In one study of 545 people, those who'd split up and got back together more often were more distressed. It can't "
            "say which caused which.",
            moved_from=STORY,
        ),
        Choice(
            "my-thinking",
            _asks_for_my_thinking,
            options=THINKING,
            optional=True,
            note=_note_on_mine,
            why="Some people break up in the heat of the moment, and many think about it for a long time first. Knowing "
            "which it was can help you understand why it ended.",
            claims=("C4b", "C4i"),
        ),
        Choice(
            "their-thinking",
            _asks_for_their_thinking,
            options=THINKING,
            optional=True,
            note=_note_on_theirs,
            why="If someone thought about it for a long time first, the last evening may not have been the reason.",
            claims=("C4b", "C4i"),
        ),
        Text(
            "wish",
            "If one thing could be true a year from now, what would you wish for?",
            optional=True,
            note=lambda here: (
                "To be at peace, to sleep, to laugh again. Every wish is allowed here."
                if here.withheld
                else "To sleep, to be at peace, to be together again. Every wish is allowed here."
            ),
            claims=("S1",),
            moved_from=STORY,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
