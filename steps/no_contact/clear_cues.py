"""The things that remind you of them all day, and what to do with each."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Choices, Option, Reading, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import UNDER_AN_ORDER, ByBoundary, afraid, has_cause, is_ordered_away, must_stay_away, tied_by

CUES = {
    "phone": ("The thread on your phone", "the thread"),
    "accounts": ("Their social accounts", "their accounts"),
    "photos": ("Photos", "the photos"),
    "lists": ("Shared lists, playlists, calendars", "what you share online"),
    "things": ("Things of theirs at home", "their things"),
    "places": ("Places", "the places"),
    "friends": ("Mutual friends", "mutual friends"),
    "somebody-new": ("The accounts of somebody new", "the accounts of somebody new"),
}
LEAVE = Option("leave", "Leave it", "for now it stays as it is")
ACCOUNTS = (
    Option("mute", "Mute them", "nobody is told"),
    Option("hand-over", "Sign out", "somebody else keeps the password"),
    LEAVE,
)
ACTIONS = {
    "phone": (
        Option("mute", "Mute it", "it is there, and it is quiet"),
        Option("archive", "Archive it", "kept, but out of sight"),
        Option("hand-over", "Hand it over", "somebody reads it for me"),
        LEAVE,
    ),
    "accounts": ACCOUNTS,
    "photos": (
        Option("archive", "Put them away", "a folder or a box will do"),
        Option("hand-over", "Hand them over", "somebody keeps them for me"),
        LEAVE,
    ),
    "lists": (
        Option("mute", "Hide them", "they go on, and I do not see them"),
        Option("archive", "Leave them, and keep a copy"),
        LEAVE,
    ),
    "things": (
        Option("archive", "Put them in a box", "out of sight"),
        Option("hand-over", "Hand them over", "somebody keeps them for me"),
        LEAVE,
    ),
    "places": (Option("stay-away", "Stay away for now"), Option("leave", "Leave it", "I have to go there")),
    "friends": (Option("ask", "Ask them not to bring me news"), LEAVE),
    "somebody-new": ACCOUNTS,
}
STAY_AWAY_ACTIONS = {
    "accounts": ACCOUNTS[:-1],
    "places": (
        Option("stay-away", "Stay away"),
        Option("only-must", "Go only where I have to go", "the shortest way, and not near them"),
    ),
    "friends": (
        Option("ask", "Ask them not to bring me news"),
        Option("ask-nothing", "Say so, and ask them nothing", "not a word about the other one"),
    ),
    "somebody-new": ACCOUNTS[:-1],
}
"""What is offered to someone who must stay away, so that watching and turning up aren't options."""
PLAN_PHRASES = {
    "mute": "mute {}",
    "archive": "put away {}",
    "hand-over": "hand over {}",
    "stay-away": "stay away from {}",
    "only-must": "stay away from {} where you need not go",
    "ask": "ask {} not to bring you news",
    "ask-nothing": "ask {} not to bring you news, and ask them nothing",
}
PLAN_PHRASES_BY_CUE = {
    ("accounts", "hand-over"): "sign out of {}",
    ("somebody-new", "hand-over"): "sign out of {}",
    ("lists", "mute"): "hide {}",
    ("lists", "archive"): "leave {}",
}


def _cue_options(here: Context) -> tuple[Option, ...]:
    """Return the cues; someone new is named only to those who named them first."""
    known = (cue for cue in CUES if cue != "somebody-new" or has_cause(here, "third-person"))
    return tuple(Option(cue, CUES[cue][0]) for cue in known)


def _action_question(cue: str) -> Choice:
    return Choice(
        f"do-{cue}",
        f"What will you do about {CUES[cue][1]}?",
        options=lambda here: STAY_AWAY_ACTIONS.get(cue, ACTIONS[cue]) if must_stay_away(here) else ACTIONS[cue],
        when=lambda here: cue in here.picks("cues"),
    )


def _plan_phrase(cue: str, action: str) -> str:
    return PLAN_PHRASES_BY_CUE.get((cue, action), PLAN_PHRASES[action]).format(CUES[cue][1])


def _about_children(here: Context) -> Prose:
    if is_ordered_away(here):
        return f"{UNDER_AN_ORDER} Put away the rest."
    if afraid(here):
        return (
            "If you have children together, one way may have to stay open for them. That way can be another person, or a service. "
            "It doesn't have to ring in your pocket. Put away the rest, and keep your own phone near you."
        )
    if must_stay_away(here):
        return ABOUT_CHILDREN.fitting(here)
    return (
        "If you have children together, one way has to stay open. Move all that concerns them to one place, read it twice a day, "
        "and leave its ringer on for the nights when they are not with you. Put away the rest."
    )


ABOUT_CHILDREN = ByBoundary(
    asked_to_stop="For the children, use the way you two have agreed on. If there's none left, ask a lawyer or a family service; "
    "don't look for one yourself. Put away the rest.",
    ordered_away=f"{UNDER_AN_ORDER} Put away the rest.",
    afraid_of_me="What has to be settled for the children goes through a court, a lawyer or a service. Put away the rest.",
)


def _mirror(here: Context) -> Prose:
    chosen = ((cue, here.text(f"do-{cue}")) for cue in here.picks("cues"))
    plans = [_plan_phrase(cue, action) for cue, action in chosen if action != "leave"]
    person = (Quote(here.text("told"), None, "You will tell:"),) if here.text("told") else ()
    return (f"You will {', '.join(plans)}." if plans else "You leave things as they are for now.", *person)


STEP = Step(
    id="clear-cues",
    title="Clear the cues",
    minutes=8,
    purpose="What you do not see by accident, you do not have to resist.",
    why=("looking",),
    opens=(done("contact-rule"),),
    items=(
        Reading(
            "cues-reading",
            """Reminders come all day without your asking. A name on the phone, a song, a photo from June, the café with \
the bad chairs. Each can pull you back for a moment.

In four studies with 762 people, those who looked at an ex's profile on purpose felt worse the same day, the next day, and \
months later. For coming across it by chance, less of that was found.

You need not delete anything, and you need not be cold. Muting tells nobody, and archiving keeps everything. If you were \
threatened, keep those messages somewhere safe.""",
        ),
        Reading(
            "cues-children",
            _about_children,
            when=lambda here: tied_by(here, "children"),
        ),
        Reading(
            "cues-seen",
            "They may also see you: through a shared account, a map, a calendar, a child's tablet. Some people notice a sudden "
            "change, so if that could make them angry, ask one of the lines in exback crisis first. If messages may hold threats, let "
            "somebody you trust look through them, and keep them.",
            when=afraid,
        ),
        Choices(
            "cues",
            "What shows them to you?",
            least=1,
            options=_cue_options,
        ),
        *(_action_question(cue) for cue in CUES),
        Text(
            "told",
            "Who will you tell that you are keeping quiet for a while?",
            names=True,
            optional=True,
            note="One person is enough. First name or nickname. Not somebody who would pass it on to them.",
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: do the first one now. It takes two minutes.",
)
