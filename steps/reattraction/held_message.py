"""The pages of a message that is held for a day: read again by day, sent or not, and then what came back.

An invitation and an apology as the whole message share them.
"""

from collections.abc import Callable

from exback.model.boundaries import ASKED_TO_STOP, WHY_ASKED
from exback.model.context import Context
from exback.model.dates import later
from exback.model.items import Choice, Confirm, Item, Option, Reading, Recall, When
from exback.model.prose import Prose, Quote

from .. import promise
from ..ended import HAS_ENDED, what_holds
from ..last_word import LEAVE, LEFT_FOR_DAYS, TURN, WAITS
from ..message import (
    LEFT_ALONE_DAYS,
    NO_ANSWER,
    REPLY,
    SENT,
    SILENCE_DAYS,
    Message,
    Phase,
    free_or_morning,
    is_held,
    other_than,
    phase,
)
from ..remarks import FRIGHTENS, Remarks


def is_about(message: Message, *phases: str) -> When:
    """Return a test of whether a run is about one of these."""
    return lambda here: phase(message, here) in phases


def rewrites(message: Message) -> When:
    """Return a test of whether they're changing the words, having read them again."""
    return lambda here: phase(message, here) == Phase.DECIDES and here[SENT] == "rewrite"


def words_to_change(message: Message) -> Callable[[Context], str]:
    """Return what gives the words as they are to someone who changes them; nothing to someone who writes them first."""
    is_changed = rewrites(message)
    return lambda here: message.words(here.journey) if is_changed(here) else ""


def writes(message: Message) -> When:
    """Return a test of whether they write the words in this run, for the first time or anew."""
    is_new, is_changed = is_about(message, Phase.WRITES), rewrites(message)
    return lambda here: is_new(here) or is_changed(here)


def deciding_items(message: Message, remarks: Callable[[str], Remarks]) -> tuple[Item, ...]:
    """Return the pages of a draft that is read again: that it's held, the words by day, and what happens with them.

    `remarks` are what is to be said of the words.
    """
    return (
        Reading(
            "again",
            lambda here: _words_again(message, here, remarks),
            when=is_about(message, Phase.WAITS, Phase.DECIDES, Phase.REPLACED),
            former=("held",),
        ),
        Choice(
            SENT,
            "What have you decided about your message?",
            note=lambda here: _how_to_send(message, here, remarks),
            options=lambda here: _ways_on(message, here, remarks),
            when=is_about(message, Phase.DECIDES),
            stays=True,
            claims=("S16",),
        ),
        Recall(
            "draft-before",
            "Your message as it was:",
            step=message.step,
            item=message.draft,
            when=rewrites(message),
        ),
    )


def _words_again(message: Message, here: Context, remarks: Callable[[str], Remarks]) -> Prose:
    """Return the words to be read again, or why they can't be just now: only a run that was left comes to that."""
    draft, day = message.words(here.journey), message.words_day(here.journey)
    words = (Quote(draft, day, "You wrote this:"),) if draft else ()
    match phase(message, here):
        case Phase.REPLACED:
            return f"You've sent {other_than(message).name}, and that was your one message. What you wrote here stays in your journal."
        case Phase.WAITS if is_held(message, here):
            return (
                *words,
                (
                    f"It's held for 24 hours after the last change, until {free_or_morning(message, here)[0]}. Then you can read it again "
                    "in daylight. Your message can wait that long."
                ),
            )
        case Phase.WAITS:
            return (
                *words,
                (
                    "It's night, and a message sounds different then. You can read yours again from "
                    f"{free_or_morning(message, here)[0]} on."
                ),
            )
    return _words_by_day(message, here, remarks)


def _words_by_day(message: Message, here: Context, remarks: Callable[[str], Remarks]) -> Prose:
    if message.draft_run(here.journey) is None:
        return ""
    notes, day = remarks(message.words(here.journey)), message.words_day(here.journey)
    return (
        Quote(notes.marked, day, "It's daytime now. You wrote this:"),
        *((notes.numbered,) if notes.numbered else ()),
        *((FRIGHTENS,) if notes.frightens else (_how_to_read_it(message),)),
    )


def _how_to_read_it(message: Message) -> str:
    asks = "Would you stand by it if they never answered?" if message.decision else "Is it easy to say no to?"
    return f"Read it as they would on an ordinary day. {asks}"


def warned(message: Message, here: Context, remarks: Callable[[str], Remarks]) -> tuple[str, ...]:
    """Return, after words were written or changed, that they can't be sent as they are; empty if they can."""
    if not remarks(here.text(message.draft)).frightens:
        return ()
    return (
        "The way it is now, it could frighten them, and exback won't help you send it. When you read it again, you can change it.",
    )


def _can_frighten(message: Message, here: Context, remarks: Callable[[str], Remarks]) -> bool:
    """Whether the words can't be sent as they are. Of a run that was finished, it's no longer asked."""
    return here.finished is None and remarks(message.words(here.journey)).frightens


def _is_being_changed(message: Message, here: Context) -> bool:
    """Whether other words were written in this run, which isn't finished: to send them now would be to skip the day."""
    return here.finished is None and message.draft in here.given


def _how_to_send(message: Message, here: Context, remarks: Callable[[str], Remarks]) -> Prose:
    if _is_being_changed(message, here):
        return "You've started to change it, so you can't choose “I've sent it”. Once you've changed it, it's held for another day."
    if _can_frighten(message, here, remarks):
        return (
            "Something in it could frighten them, so you can't choose “I've sent it”. Choose “I'll change it”, and take out what's "
            "marked on the page before this one."
        )
    return "If you want to send it, send it yourself first, and then come back to this page."


def _ways_on(message: Message, here: Context, remarks: Callable[[str], Remarks]) -> tuple[Option, ...]:
    sent = Option("yes", "I've sent it", "myself, just as it is here")
    return (
        Option("no", "I won't send it for now"),
        Option("rewrite", "I'll change it", "then it's held for another day"),
        *(() if _is_being_changed(message, here) or _can_frighten(message, here, remarks) else (sent,)),
    )


def reply_items(message: Message, labels: dict[str, tuple[str, str]]) -> tuple[Item, ...]:
    """Return the questions after a message was sent. `labels` are what came back, by value, each with a hint."""
    return (
        Choice(
            REPLY,
            lambda here: "Have they said anything since then?" if _had_other(message, here) else "Have they answered?",
            note=lambda here: _what_came_before(message, here),
            options=lambda here: _answers(message, here, labels),
            when=is_about(message, Phase.ASKS),
        ),
        Confirm(
            ASKED_TO_STOP.id,
            ASKED_TO_STOP.question,
            note=ASKED_TO_STOP.note,
            why=WHY_ASKED,
            when=lambda here: here[REPLY] in ("no", "other"),
        ),
        Reading("left-open", LEFT_OPEN_PAGE, when=lambda here: _offers_a_turn(message, here)),
        Choice(
            TURN,
            "What would you like to do now?",
            options=(
                Option("let-go", "Let go", opens="letting-go"),
                Option("wait", "Wait, and get on with life", opens="waiting"),
                Option(LEAVE, "Leave it open for now"),
            ),
            when=lambda here: _offers_a_turn(message, here),
        ),
    )


def why_not_held(message: Message, here: Context) -> str:
    """Return why words that are looked at or changed again don't wait to be sent; see there."""
    from ..sent import why_not_held as why  # every command loads the steps, and hardly any needs it

    return why(message, here)


LEFT_OPEN_PAGE = """You wrote to them once, and they said neither yes nor no. Two weeks later, you still haven't heard anything clearer.

You've said what you had to say, so the next step is up to them. A second message from you would only put pressure on them. \
exback won't ask you about it any more.

If it turns out to be a yes or a no, you can come back here and say so. And if they write one day: exback reply

You don't have to keep your evenings free for it. You can let go, or you can wait and get on with life in the meantime. Whichever \
you choose, you can change your mind later."""


def _had_other(message: Message, here: Context) -> bool:
    return message.first_other(here.journey) is not None


def _what_came_before(message: Message, here: Context) -> Prose:
    first = message.first_other(here.journey)
    if first is None:
        return ""
    day = here.date(here.journey.day(first))
    if first.step == message.step:
        return f"On {day} you told exback that they'd said something else."
    return f"On {day} you told exback that you'd heard something else from them."


def _answers(message: Message, here: Context, labels: dict[str, tuple[str, str]]) -> tuple[Option, ...]:
    again = {"nothing": ("They haven't said any more", ""), "other": ("They said something else again", "")}
    shown = {**labels, **again} if _had_other(message, here) else labels
    return tuple(Option(value, *words) for value, words in shown.items())


def is_left_open_here(message: Message, here: Context) -> bool:
    """Whether this run tells that nothing clearer has come, two weeks after they said something else."""
    first = message.first_other(here.journey)
    is_late = first is not None and here.journey.days_since(first) >= SILENCE_DAYS
    return is_late and here.answers.get(REPLY) in NO_ANSWER


def _offers_a_turn(message: Message, here: Context) -> bool:
    is_told = here[REPLY] == "nothing" or here.answers.get(ASKED_TO_STOP.id) is False
    return is_told and is_left_open_here(message, here) and not HAS_ENDED.check(here.journey).open


def became(message: Message) -> Callable[[Context], Prose]:
    """Return the wording of what became of a draft, for the journal and the exports."""

    def wording(here: Context) -> Prose:
        from ..sent import what_became  # only the journal and the exports ask for it

        return what_became(message, here)

    return wording


def not_sent(message: Message, here: Context) -> Prose:
    """Return the closing words where they don't send it for now, with the day until which exback leaves it alone."""
    keeps = (
        "You didn't send it, and that's fine. exback has saved it, and you can come back to it at any time, or never."
    )
    day = later(here.run_day, LEFT_ALONE_DAYS)
    if here.is_looked_back_at(message.step, day) or has_ended(here):
        return keeps
    return f"{keeps} exback won't bring it up before {here.date(day)}."


def left_for_now(message: Message, here: Context) -> str:
    """Return a sentence with the day on which waiting is offered, to someone who leaves it open; empty for anyone else."""
    day = later(here.run_day, LEFT_FOR_DAYS)
    is_past = here.is_looked_back_at(message.step, day) or here.last(WAITS[0]) is not None
    if here.answers.get(TURN) != LEAVE or is_past:
        return ""
    return (
        f" You're leaving it open. On {here.date(day)} exback will offer you “Taking more time”, in case you want it."
    )


def has_ended(here: Context) -> bool:
    """Whether an ending holds, so that exback asks for an answer no more."""
    return HAS_ENDED.check(here.journey).open


def nothing_yet(message: Message, here: Context) -> str:
    """Return the closing words where nothing has come."""
    run = message.when_sent(here.journey)
    if here.is_looked_back_at(message.step):
        return f"You wrote once, and they hadn't answered by {here.date(here.run_day)}."
    if is_left_open_here(message, here):
        return (
            "You wrote once, and they said neither yes nor no. The next step is up to them. You can get on with your own life."
            f"{left_for_now(message, here)}"
        )
    if has_ended(here):
        return (
            "You wrote once, and they haven't answered. exback won't ask again. If they do answer, you can say so here."
        )
    if _had_other(message, here):
        asks = _asks_again(message, here, " exback will ask once more on {day}.")
        return f"You wrote once, and they haven't said any more so far. You don't have to do anything.{asks}"
    is_late = run is not None and here.journey.days_since(run) >= SILENCE_DAYS
    if is_late and not message.is_silent(here.journey):
        return "You wrote once, and they haven't answered that message. exback won't ask again. If they do answer, you can say so here."
    if is_late:
        return (
            "You wrote once. It's been two weeks, and they haven't answered. When you're ready, open “No answer came”."
        )
    asks = _asks_again(message, here, " exback will ask again on {day}.")
    return f"You wrote once, and they haven't answered yet. You don't have to do anything.{asks}"


def _asks_again(message: Message, here: Context, words: str) -> str:
    """Return `words` with the day on which exback asks again; empty if that has passed."""
    day = message.next_asked(here.journey, here.run_day)
    return "" if day is None or here.is_looked_back_at(message.step, day) else words.format(day=here.date(day))


def asks_after_other(message: Message, here: Context) -> str:
    """Return a sentence with the day on which exback asks what has come since; empty if it doesn't, or that has passed."""
    first = message.first_other(here.journey)
    day = later(here.run_day, SILENCE_DAYS) if first is None else here.journey.date_after(first, SILENCE_DAYS)
    held = what_holds(here.journey)
    has_ended_otherwise = held is not None and held.ending.step != promise.NO_REPLY  # that one, this answer takes back
    is_past = here.is_looked_back_at(message.step, day) or has_ended_otherwise
    return "" if is_past else f" On {here.date(day)} exback will ask if they've said anything since."


def sent_now(message: Message, here: Context, words: str) -> str:
    """Return the closing words of the run in which it was sent: `words` on that day and, read later, only when it was."""
    if here.is_looked_back_at(message.step, here.run_day):
        return f"You sent it on {here.date(here.run_day)}, once, in your own words."
    return f"{words} From tomorrow on, exback will ask if they've answered."


def taken_back(here: Context) -> tuple[str, ...]:
    """Return a sentence for someone who got an answer after they'd closed with “No answer came”; empty if they hadn't."""
    return (
        ("“No answer came” isn't true any more, so exback has taken it back.",)
        if here.journey.is_done("no-reply")
        else ()
    )
