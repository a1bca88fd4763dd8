"""What shows them to you all day, and what to do with each of these things."""

from exback.context import Context
from exback.items import Choice, Choices, Option, Reading, Text
from exback.program import Step
from exback.prose import Prose
from exback.rules import done

CUES = {
    "phone": ("The thread on your phone", "the thread"),
    "accounts": ("Their social accounts", "their accounts"),
    "photos": ("Photos", "the photos"),
    "lists": ("Shared lists, playlists, calendars", "what you share online"),
    "things": ("Things of theirs at home", "their things"),
    "places": ("Places", "the places"),
    "friends": ("Mutual friends", "mutual friends"),
}
DEEDS = (
    Option("mute", "Mute it", "it is there, and it is quiet"),
    Option("archive", "Archive it", "kept, but out of sight; a box will do"),
    Option("hand-over", "Hand it over", "somebody keeps it for me"),
    Option("leave", "Leave it", "for now it stays as it is"),
)
SAID = {"mute": "mute", "archive": "put away", "hand-over": "hand over", "leave": "leave"}


def _deed(cue: str) -> Choice:
    return Choice(
        f"do-{cue}",
        f"What will you do about {CUES[cue][1]}?",
        options=DEEDS,
        when=lambda here: cue in here.picks("cues"),
    )


def _mirror(here: Context) -> Prose:
    deeds = [
        f"{SAID[here.text(f'do-{cue}')]} {CUES[cue][1]}" for cue in here.picks("cues") if here[f"do-{cue}"] != "leave"
    ]
    person = here.words("told")
    told = f" And {person} knows." if person else ""
    return f"You will {', '.join(deeds)}.{told}" if deeds else f"You leave things as they are for now.{told}"


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
            """They come up all day without your asking. A name on the phone, a song, a photo from June, the café with \
the bad chairs. Each of them costs a little strength, and each leads to the next look.

People who watch an ex online tend to feel more distress and more longing, and to grow less. Those studies cannot show \
what causes what. Still, looking rarely helps.

You need not delete anything, and you need not be cold. Muting tells nobody, and archiving keeps everything. You only \
decide what may reach you in these weeks without knocking.""",
        ),
        Choices(
            "cues",
            "What shows them to you?",
            least=1,
            options=tuple(Option(cue, label) for cue, (label, _) in CUES.items()),
        ),
        *(_deed(cue) for cue in CUES),
        Text(
            "told",
            "Whom will you tell that you are keeping quiet for a while?",
            optional=True,
            note="One person is enough. First name or nickname. Not somebody who would pass it on to them.",
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: do the first one now. Two minutes, then come back or close the day.",
)
