"""A letter that is never sent: kept, sealed until a later day, or deleted for good."""

from exback.model.context import Context, Run
from exback.model.items import Choice, Confirm, Date, Kind, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import owes_quiet


def _letters_due(here: Context) -> list[Run]:
    """Return the letters whose day has come since letters were last offered here and not put off."""
    offered = [run for run in here.journey.finished("letter") if run.answers.get("read-then") is not False]
    since = offered[-1].day.isoformat() if offered else ""
    return [
        answer.run
        for answer in here.all_said("letter", "until")
        if isinstance(answer.value, str) and since < answer.value <= here.today.isoformat()
    ]


def _quoted_letters(here: Context) -> Prose:
    return tuple(
        Quote(text, run.day) for run in _letters_due(here) if isinstance(text := run.answers.get("letter"), str)
    )


def _asks_to_read(here: Context) -> Prose:
    several = len(_letters_due(here)) > 1
    letter, it = ("letters", "them") if several else ("a letter", "it")
    return f"You sealed {letter} until today or an earlier day. Would you like to read {it} now?"


def _introduction(here: Context) -> Prose:
    begin = (
        "Write what you feel, for yourself. exback has no way to send it."
        if owes_quiet(here)
        else "Write to them as if they'd read it, though they won't. exback has no way to send it."
    )
    return f"""{begin}

Writing things out has eased tension for some people after a breakup. For people who keep asking what it all meant, it \
did worse, in one small trial, than writing down what they did that day. If you notice that you're going in circles, you can stop \
here and go for a walk, or plan tomorrow.

While you type, what you write is saved in your file, so that nothing is lost. At the end you say what happens to it: keep it, \
seal it until a day, or burn it. A burnt letter is deleted from the file for good. exback can't delete copies that a backup or a \
cloud folder made in the meantime. If someone could find it, don't write it here or on paper."""


def _is_deleted(here: Context) -> bool:
    return here["fate"] == "burn"


def _mirror(here: Context) -> Prose:
    if _is_deleted(here):
        return "You said it, and it's deleted from your file for good."
    if here["fate"] == "seal":
        until = here.date(here.day("until"))
        if here.day("until") <= here.journey.as_it_is.today:
            return f"You said it. It was sealed until {until}, and you can read it now."
        return f"You said it. It's sealed until {until}, and exback will remind you."
    return "You said it, and they don't have to read it. You can find it again in your journal."


STEP = Step(
    id="letter",
    title="A letter you don't send",
    minutes=15,
    purpose="You can say something without anyone having to read it.",
    why=("writing", "writing-harms"),
    repeats=Repeat(),
    items=(
        Confirm(
            "read-then",
            _asks_to_read,
            no="Not today",
            note="If you choose not today, exback asks again next time.",
            when=lambda here: bool(_letters_due(here)),
        ),
        Reading("from-then", _quoted_letters, when=lambda here: here["read-then"] is True),
        Reading(
            "not-to-them",
            "Write about it, and not to them: what you feel, and what's different tomorrow if you leave them in peace. If it turns into "
            "a letter you want to send, stop, and burn it.",
            when=owes_quiet,
        ),
        Reading(
            "unsent",
            _introduction,
        ),
        Text("letter", "Write your letter.", long=True, burns=_is_deleted, kind=Kind.LETTER, put_by="until"),
        Choice(
            "fate",
            "What do you want to do with it?",
            options=(
                Option("keep", "Keep it"),
                Option("seal", "Seal it until a day"),
                Option("burn", "Burn it (delete for good)", "when you finish this step"),
            ),
        ),
        Date("until", "Until which day is it sealed?", ahead=True, when=lambda here: here["fate"] == "seal"),
    ),
    mirror=_mirror,
    small_thing="One small thing: wash your face, and have a glass of water.",
)
