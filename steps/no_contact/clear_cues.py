"""The things that remind you of them all day, and what to do with each."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Choices, Option, Reading, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import (
    HIDE,
    UNDER_AN_ORDER,
    ByBoundary,
    afraid,
    has_cause,
    is_ordered_away,
    may_write_about_children,
    must_stay_away,
    owes_quiet,
    tied_by,
)

CUES = {
    "phone": ("The chat on your phone", "the chat on your phone"),
    "accounts": ("Their social accounts", "their social accounts"),
    "photos": ("Photos", "the photos"),
    "lists": ("Shared lists, playlists, calendars", "the lists, playlists or calendars you share"),
    "things": ("Things of theirs at home", "their things"),
    "places": ("Places", "those places"),
    "friends": ("Mutual friends", "mutual friends"),
    "somebody-new": ("The accounts of someone new", "the accounts of someone new"),
}
ACCOUNTS = (
    Option("mute", "Mute them", "most apps don't tell anyone"),
    Option("hand-over", "Sign out of my accounts", "someone else keeps the password"),
    Option("leave", "Leave my accounts as they are"),
)
MUTE_AND_READ = Option("mute", "Mute the chat", "and read it twice a day, for the children")
ACTIONS = {
    "phone": (
        Option("mute", "Mute the chat", "it stays there, but quiet"),
        Option("archive", "Archive the chat", "it's still there, but out of sight"),
        Option("hand-over", "Hand the chat over", "someone else reads it for me"),
        Option("leave", "Leave the chat as it is"),
    ),
    "accounts": ACCOUNTS,
    "photos": (
        Option("archive", "Archive them", "in a folder or a box"),
        Option("hand-over", "Hand them over", "someone keeps them for me"),
        Option("leave", "Leave the photos where they are"),
    ),
    "lists": (
        Option("mute", "Mute them", "they stay shared, but I don't see them"),
        Option("archive", "Archive them", "I save a copy and stop sharing"),
        Option("leave", "Leave the lists as they are"),
    ),
    "things": (
        Option("archive", "Put them in a box", "out of sight"),
        Option("hand-over", "Hand them over", "someone keeps them for me"),
        Option("leave", "Leave their things where they are"),
    ),
    "places": (Option("stay-away", "Stay away from those places"), Option("leave", "Keep going there for now")),
    "friends": (Option("ask", "Ask them not to bring me news"), Option("leave", "Keep hearing news for now")),
    "somebody-new": ACCOUNTS,
}
STAY_AWAY_ACTIONS = {
    "accounts": ACCOUNTS[:-1],
    "places": (
        Option("stay-away", "Stay away from those places"),
        Option("only-must", "Go there only when I have to", "the shortest way, and not near them"),
    ),
    "friends": (
        Option("ask", "Ask them not to bring me news"),
        Option("ask-nothing", "Stop asking for news, too", "and ask them not to bring me any"),
    ),
    "somebody-new": ACCOUNTS[:-1],
}
"""What is offered to someone who must stay away, so that watching and turning up aren't options."""
PLAN_PHRASES = {
    "mute": "mute {}",
    "archive": "put away {}",
    "hand-over": "hand over {}",
    "stay-away": "stay away from {}",
    "only-must": "go to {} only when you have to",
    "ask": "ask {} not to bring you news",
    "ask-nothing": "ask {} not to bring you news, and don't ask them for any",
}
PLAN_PHRASES_BY_CUE = {
    ("phone", "archive"): "archive {}",
    ("photos", "archive"): "archive {}",
    ("accounts", "hand-over"): "sign out of {}",
    ("somebody-new", "hand-over"): "sign out of {}",
    ("lists", "archive"): "save a copy of {}, and stop sharing",
}


def _cue_options(here: Context) -> tuple[Option, ...]:
    """Return the cues; someone new is named only to those who named them first."""
    known = (cue for cue in CUES if cue != "somebody-new" or has_cause(here, "third-person"))
    return tuple(Option(cue, CUES[cue][0]) for cue in known)


def _action_question(cue: str) -> Choice:
    return Choice(
        f"do-{cue}",
        f"What will you do about {CUES[cue][1]}?",
        options=lambda here: _actions(here, cue),
        when=lambda here: cue in here.picks("cues"),
    )


def _actions(here: Context, cue: str) -> tuple[Option, ...]:
    if cue == "phone" and _must_read_chat(here):
        return MUTE_AND_READ, *ACTIONS[cue][1:]
    return STAY_AWAY_ACTIONS.get(cue, ACTIONS[cue]) if must_stay_away(here) else ACTIONS[cue]


def _must_read_chat(here: Context) -> bool:
    """Whether what's about the children comes through the chat itself, because nothing is against it."""
    return tied_by(here, "children") and (not here.withheld or may_write_about_children(here))


def _plan_phrase(cue: str, action: str) -> str:
    return PLAN_PHRASES_BY_CUE.get((cue, action), PLAN_PHRASES[action]).format(CUES[cue][1])


def _about_children(here: Context) -> Prose:
    if is_ordered_away(here):
        return f"{UNDER_AN_ORDER} Put away the rest."
    if afraid(here):
        return (
            "You have children together, so you may have to be reachable for them. That can be through another person, or a "
            "service. It doesn't have to be on your own phone. Put away the rest, and keep your phone near you."
        )
    if must_stay_away(here):
        return ABOUT_CHILDREN.fitting(here)
    return (
        "You have children together, so you have to be reachable for them. Keep everything about the children in one chat, and read it twice a "
        "day. Keep your ringer on for the nights when the children are with the other parent. Put away the rest."
    )


ABOUT_CHILDREN = ByBoundary(
    asked_to_stop="You can still write about the children, the way you two have agreed on. If they've blocked that, ask a lawyer or "
    "a family service, and don't look for a new way yourself. Put away the rest.",
    ordered_away=f"{UNDER_AN_ORDER} Put away the rest.",
    afraid_of_me="Anything about the children goes through a court, a lawyer or a service. Put away the rest.",
)


def _mirror(here: Context) -> Prose:
    chosen = ((cue, here.text(f"do-{cue}")) for cue in here.picks("cues"))
    plans = [_plan_phrase(cue, action) for cue, action in chosen if action != "leave"]
    person = (Quote(here.text("told"), None, "You'll tell:"),) if here.text("told") else ()
    if not plans:
        return ("For now you're keeping everything as it is.", *person)
    return ("\n".join(["You'll do this:", *(f"- {plan}" for plan in plans)]), *person)


def _small_thing(here: Context) -> Prose:
    changes = any(here.text(f"do-{cue}") != "leave" for cue in here.picks("cues"))
    if changes:
        return "One small thing: start with the first one now, or pick an hour for it today."
    return "One small thing: make yourself something warm to drink, and put the phone face down."


STEP = Step(
    id="clear-cues",
    title="Put reminders out of sight",
    minutes=8,
    purpose="It's easier when nothing reminds you.",
    why=("looking",),
    opens=(done("contact-rule"),),
    items=(
        Reading(
            "cues-reading",
            lambda here: (
                f"""Reminders turn up all day without you asking: a name on your phone, a song, a photo from June, the café on the \
corner. Each of them can take you back for a moment.

In four studies with 762 people, those who looked at an ex's profile on purpose felt worse the same day, the next day and \
months later. People who came across it by chance felt it less.{" They also have a right not to be watched." if owes_quiet(here) else ""}

You don't have to delete anything. If you mute or archive something, it's all still there. If you were threatened, save those \
messages somewhere safe."""
            ),
        ),
        Reading(
            "cues-children",
            _about_children,
            when=lambda here: tied_by(here, "children"),
        ),
        Reading(
            "cues-seen",
            "They may be able to see you, too: through a shared account, a map, a calendar, a child's tablet. Some people notice a "
            "sudden change. If that could make them angry, ask one of the helplines in exback crisis first. If there may be threats in "
            f"their messages, let someone you trust read them for you, and save them. {HIDE}",
            when=afraid,
        ),
        Choices(
            "cues",
            "What reminds you of them?",
            least=1,
            options=_cue_options,
        ),
        *(_action_question(cue) for cue in CUES),
        Text(
            "told",
            "Who will you tell about your rule?",
            names=True,
            optional=True,
            note="One person is enough. A first name or nickname will do. Choose someone who won't tell them.",
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
