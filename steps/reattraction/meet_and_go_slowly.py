"""The plan for a meeting, how it was, and four weekly reviews of whether the old reason is back."""

from exback.model.boundaries import ASKED_TO_STOP, safety_questions
from exback.model.context import Context
from exback.model.dates import later, spelt
from exback.model.gates import answered, any_of, runs
from exback.model.items import Choice, Option, Reading, Recall, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote
from exback.model.safety import says_yes

from ..meeting import (
    A_LOT,
    AGAIN,
    INVITED,
    MAY_MEET,
    MONTH,
    NOTHING_DUE,
    OFFERED,
    OVER,
    REVIEWS,
    SETTLED,
    STEP_ID,
    WEEK,
    WENT_ON,
    Phase,
    days_to_wait,
    high_in_a_row,
    is_by_invitation,
    is_long_coming,
    meeting,
    phase,
)
from ..message import INVITATION
from ..situation import DOOR, has_cause, named_person, tied_by
from ..soul_searching.why_it_ended import SIDES
from .their_side import HIDE

WANTED = ("relationship", "comfort")
DIFFERENT = {
    "relationship": "You want the relationship, and they say they want comfort.",
    "comfort": "You want comfort, and they say they want the relationship.",
}
"""What is said of two different wants, by what the person wants."""
TOO_MANY_UNSURE = 3
TWICE = 2


# What this run is about


def _is_before(here: Context) -> bool:
    return phase(here.journey) == Phase.BEFORE


def _is_told_no(here: Context) -> bool:
    """Whether they told of a no elsewhere since this meeting was agreed on, so that a run that was left asks nothing more."""
    return phase(here.journey) == Phase.TOLD_NO


def _they_asked(here: Context) -> bool:
    """Whether this is the plan for a meeting that they asked for: no yes to an invitation leads to it."""
    return _is_before(here) and not is_by_invitation(here.journey)


def _is_coming(here: Context) -> bool:
    return phase(here.journey) == Phase.COMING


def _is_undecided(here: Context) -> bool:
    return phase(here.journey) == Phase.UNDECIDED


def _is_review(here: Context) -> bool:
    return phase(here.journey) == Phase.REVIEW


def _is_seeing(here: Context) -> bool:
    """Whether this run is the one that asks once a month, after all reviews, what the two are now."""
    return phase(here.journey) == Phase.SEEING


def _have_met(here: Context) -> bool:
    """Whether this run is the one that tells how the meeting was."""
    return _is_coming(here) and here["met"] == "yes"


def _fell_through(here: Context) -> bool:
    return _is_coming(here) and here["met"] == "fell-through"


def _is_called_off(here: Context) -> bool:
    return _fell_through(here) and here["another-day"] == "none"


def _is_still_to_come(here: Context) -> bool:
    """Whether they haven't met, and it isn't called off."""
    return _is_coming(here) and (here["met"] == "not-yet" or (_fell_through(here) and here["another-day"] != "none"))


def _asks_if_it_goes_on(here: Context) -> bool:
    is_asked = _is_undecided(here) or _is_review(here) or _is_seeing(here)
    return is_asked or (_is_coming(here) and (_have_met(here) or _is_called_off(here)))


def _is_over(here: Context) -> bool:
    return here["goes-on"] in OVER


def _asks_what_each_wants(here: Context) -> bool:
    return (_is_review(here) or _have_met(here)) and not _is_over(here)


def _wants_differ(here: Context) -> bool:
    mine, theirs = here.text("want"), here.text("their-want")
    return theirs in WANTED and mine in WANTED and mine != theirs


def _numbers(here: Context) -> list[int]:
    """Return the numbers of all reviews, this one included."""
    return [*meeting(here.journey).numbers, here.number("reason-back")]


def _is_high_thrice(here: Context) -> bool:
    return "reason-back" in here.answers and len(high_in_a_row(_numbers(here))) > TWICE


def _chooses_how_to_end(here: Context) -> bool:
    """Whether they stop in a review or later, and choose here what they turn to. Runs of earlier versions weren't asked."""
    is_asked = here.finished is None or "turn-to" in here.given
    return (_is_review(here) or _is_seeing(here)) and here["goes-on"] == "no" and is_asked


def _is_last_review(here: Context) -> bool:
    return _is_review(here) and len(meeting(here.journey).numbers) + 1 >= REVIEWS


def _is_all_reviewed(here: Context) -> bool:
    """Whether it goes on, and all reviews are done with this run."""
    is_later = _is_undecided(here) or _is_seeing(here)
    is_reviewed = _is_last_review(here) or (is_later and meeting(here.journey).is_reviewed)
    return is_reviewed and here["goes-on"] == "yes"


def _times_unsure(here: Context) -> int:
    """Return how many times in a row they don't know if it goes on, this time included; 0 if they know."""
    return meeting(here.journey).times_unsure + 1 if here["goes-on"] == "unsure" else 0


# What it says


def _safety_reading(here: Context) -> Prose:
    took_it_back = any(says_yes(run, ASKED_TO_STOP.id) for run in here.journey.runs)
    return (
        (
            "They asked to meet. Before you get ready for it, exback asks the four safety questions once more. It asks everyone, every "
            "time the other person is the one who asks."
        ),
        (
            "A message can make you see the past differently, so take your time. Answer the first two for how things are today, and the "
            "last two about any time, past or present. If you say yes to any of them, exback won't help you be in touch with them. "
            "Everything else stays open."
        ),
        *(
            (
                "They'd asked you to stop, and later they chose to write to you. If they still want to be in touch, say no to the first question.",
            )
            if took_it_back
            else ()
        ),
        HIDE,
    )


def _opening(here: Context) -> Prose:
    if _is_told_no(here):
        return TOLD_NO_READING
    first = (
        "They wrote first and asked to meet. So you don't have to ask for anything. You're going to hear how they are. Keep it simple."
        if _they_asked(here)
        else "They said yes, so you can meet. Keep it simple."
        if INVITATION.when_sent(here.journey) is not None
        else "They'd like to talk or meet. If you meet, keep it simple."
    )
    return f"""{first} Have a coffee or a drink, stay for an hour or so, and say a friendly goodbye. You don't have to settle \
anything there. Meet somewhere public, and have your own way home.

They may seem a little different to you, and you may to them. Or you may not notice anything like that. Either is fine.

Before you go, write down what you hope for, what you won't bring up, and how you'll leave. You can write down how it was that same \
evening. From tomorrow on, exback will ask if you've met. If you keep seeing each other after that, you'll look back at why it \
ended, once a week for four weeks."""


def _topics_to_avoid(here: Context) -> Prose:
    """Return an example that fits what ended it."""
    if has_cause(here, "third-person"):
        return "For example: who came between us, whose fault it was, and what we are now."
    if has_cause(here, "betrayal"):
        return "For example: what happened, and whether it's forgiven."
    if tied_by(here, "children"):
        return "For example: money, the weekends, and what we are now."
    return "For example: the last months, who was right, and what we are now."


def _long_reading(here: Context) -> Prose:
    plan = meeting(here.journey).runs[0]
    return f"""You wrote your plan for this meeting on {here.date(here.journey.day(plan))}. That was two months ago or more, and it \
hasn't happened.

There may be good reasons. It may also be a no that no one has said out loud. You don't have to ask them about it, or keep your \
days free for it.

You can leave it open. You can also let go, or decide to wait and get on with life in the meantime. If they bring it up again one \
day: exback reply"""


def _goes_on_options(here: Context) -> tuple[Option, ...]:
    if here.answers.get("another-day") == "none":
        return (Option("no", "Mine, both of ours, or no one's"), Option("they-no", "Theirs"))
    unsure, they_no = Option("unsure", "I don't know yet"), Option("they-no", "No, they don't want to")
    if _is_high_thrice(here):
        return (
            Option("yes", "Yes, slowly, with my eyes open"),
            unsure,
            Option("no", "No, I want to stop here"),
            they_no,
        )
    return (Option("yes", "Yes, slowly"), unsure, Option("no", "No, I don't want to"), they_no)


def _goes_on_question(here: Context) -> Prose:
    return (
        "Whose decision was that?" if here.answers.get("another-day") == "none" else "Will you keep seeing each other?"
    )


def _stop_reading(here: Context) -> Prose:
    apart = (
        ("If you got back together in these weeks, “Apart again” fits better. It's open too.",)
        if WENT_ON.check(here.journey).open
        else ()
    )
    if here["goes-on"] == "they-no":
        return (
            "They don't want to meet after all. That can hurt, even if you saw it coming. Please don't ask them again."
            if here.answers.get("another-day") == "none"
            else "They don't want to keep meeting. That can hurt, even if you saw it coming. Please don't ask them again.",
            "When you're ready, open “They said no”. It's about taking a no, and about the good that came of it.",
            *apart,
        )
    first = "So you won't be meeting." if here.answers.get("another-day") == "none" else "So it ends here."
    return (
        (
            f"{first} It can hurt, even if it's what you wanted. exback won't ask about this meeting any more. When you're ready, open "
            "“Letting go”. It asks what good came of it."
        ),
        *apart,
    )


def _unsure_reading(here: Context) -> Prose:
    return f"""You've said {spelt(_times_unsure(here))} times now that you don't know if you'll keep seeing each other. You're allowed \
not to know. Some things take more than a few weeks.

You can meet again without knowing. But if not knowing wears you out, you can stop here. You don't need a better reason than that, \
and you don't have to be sure it couldn't work. “Letting go” is open at any time.

exback will ask again in a week. If you know before then, you can come back sooner."""


def _sorted_reasons(here: Context) -> Prose:
    """Quote the reasons as they sorted them later, which may differ from those they gave at the start."""
    return tuple(
        quote for side in SIDES for quote in here.quote("why-it-ended", f"reason-{side}", "How you put it later:")
    )


def _answers_so_far(here: Context) -> Prose:
    """List the last four answers, one per line; all of them might not fit the page."""
    reviews = [run for run in meeting(here.journey).runs if run.answers.get("reason-back") is not None][-REVIEWS:]
    if not reviews:
        return ""
    days = (f"- {here.date(here.journey.day(run))}: {run.answers['reason-back']}" for run in reviews)
    return "\n".join(["How much of what ended it was back, 0 to 10:", *days])


IF_AFRAID = (
    "If you keep things to yourself because you're afraid of what they'd do, don't start by telling them. Stop here, and talk to "
    "someone who's on your side: exback crisis"
)
HIGH_TWICE = (
    (
        f"That's {A_LOT} or more for the second week in a row. It may just be two bad weeks. It may also mean that what ended it hasn't "
        "changed. You can't tell yet, and you don't have to."
    ),
    "If you can tell them that without fear, tell them this week, in one sentence, and see what they do with it.",
    IF_AFRAID,
)


def _high_again(here: Context) -> Prose:
    """Return what a high number means that isn't the first in a row, plainer from the third on."""
    high = high_in_a_row(_numbers(here))
    return _high_thrice(high) if len(high) > TWICE else HIGH_TWICE


def _in_words(numbers: list[int]) -> str:
    return f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _high_thrice(high: list[int]) -> Prose:
    return (
        (
            f"You've put it at {A_LOT} or more {spelt(len(high))} times in a row: {_in_words(high)}. Those are your own numbers, and "
            "they're clear. Most of what ended it is back."
        ),
        (
            "You can go on, and you may have good reasons to. If you do, go on with your eyes open. You can also stop here. You gave it a "
            "fair chance, and stopping now isn't giving up."
        ),
        IF_AFRAID,
    )


def _last_review_reading(here: Context) -> Prose:
    first = (
        f"That was the last of the four reviews. Your numbers were {_in_words(_numbers(here)[-REVIEWS:])}. exback won't ask for them "
        "any more. By now you know what to look out for, and you can do that without exback."
    )
    if here["goes-on"] == "unsure":
        return (
            first,
            "You don't know yet if you'll keep seeing each other. exback will ask you that in a week, and nothing else.",
        )
    return (
        first,
        (
            "If you're together again, open “Together again”. It looks at what ended it, and at what each of you does differently "
            "now. If you'd rather not call it anything, you don't have to. Then exback will ask once a month if you're still seeing each "
            "other, and nothing else."
        ),
        "If it ends one day, “Apart again” is open, and so is “Letting go”.",
    )


TOLD_NO_READING = """You've told exback that they said no. So there's nothing to plan here any more, and nothing to look back on every week. A no after a yes is still a no, and it can hurt more than one that comes straight away.

Please don't ask them again, and don't ask why. They may have thought about it for a long time before they said it.

When you're ready, open “They said no”. What you wrote here stays in your journal. If they change their mind one day, it's up to them to say so. For a message from them: exback reply"""


# How it ends


def _wait_mirror(here: Context) -> Prose:
    """Return what fits while they haven't met."""
    asked_again = later(here.run_day, days_to_wait(here.journey))
    if here.is_looked_back_at(STEP_ID, asked_again):
        return f"You hadn't met by {here.date(here.run_day)}."
    asks = f"exback will ask again on {here.date(asked_again)}. You can come back sooner."
    if here.answers.get("another-day") == "open":
        return (
            "It fell through, and you've left it open. Please don't push for a new day. They can suggest one.",
            asks,
        )
    first = (
        "It fell through, and you've found another day."
        if here["met"] == "fell-through"
        else "You haven't met yet, and you're leaving it open."
        if is_long_coming(here.journey)
        else "You haven't met yet, and there's no hurry."
    )
    return (first, f"{asks} To read or change your plan: exback journal")


def _what_comes(here: Context) -> str:
    """Return what comes after an answer about whether it goes on."""
    goes_on = here.answers.get("goes-on")
    if goes_on == "they-no":
        return "They don't want to keep meeting, and you won't ask again."
    if goes_on == "no":
        return "It ends here. You've decided that."
    now = here.answers.get("you-two")
    asked_again = later(here.run_day, MONTH if now == "living" else WEEK)
    if here.is_looked_back_at(STEP_ID, None if now == "together" else asked_again):
        if goes_on == "yes":
            return f"On {here.date(here.run_day)} you were going to keep seeing each other, slowly."
        return f"On {here.date(here.run_day)} you didn't know yet if you'd keep seeing each other."
    if goes_on == "unsure":
        return (
            f"You don't know yet if you'll keep seeing each other. exback will ask again on {here.date(asked_again)}."
        )
    if now == "together":
        return "You're together again. When you have a quiet hour, open “Together again”."
    if now == "living":
        return (
            "You're seeing each other, and it doesn't need a label. exback will ask once a month if you still are, next on "
            f"{here.date(asked_again)}. You can come back sooner."
        )
    if _is_review(here) or meeting(here.journey).numbers:
        return f"You'll keep seeing each other, slowly. The next review is on {here.date(asked_again)}."
    return f"You'll keep seeing each other, slowly. The first review is on {here.date(asked_again)}."


def _mirror(here: Context) -> Prose:
    if _is_told_no(here):
        return "They said no, and you won't ask again."
    if _is_before(here):
        return (Quote(here.text("leave"), None, "You know how you'll leave:"),)
    if _is_coming(here):
        if _is_still_to_come(here):
            return _wait_mirror(here)
        if _is_called_off(here):
            if here["goes-on"] == "they-no":
                return "It fell through, and there won't be another day. They decided that, and you won't ask again."
            return "It fell through, and there won't be another day."
        return (Quote(here.text("was"), None, "This is how it was:"), _what_comes(here))
    if not _is_review(here):
        return _what_comes(here)
    number = here.number("reason-back")
    return (
        f"How much of what ended it is back: {number} out of 10.",
        *(("That's a lot, and you can stop here at any time.",) if number >= A_LOT and not _is_over(here) else ()),
        Quote(here.text("said-aloud"), None, "What you said out loud this week:"),
        _what_comes(here),
    )


def _small_thing(here: Context) -> Prose:
    if _is_before(here):
        return f"One small thing: tell {named_person(here) or 'one person'} where you'll be and when you'll be home."
    if _is_coming(here) and _is_still_to_come(here):
        return "One small thing: plan an evening this week that has nothing to do with them."
    if _is_told_no(here) or _is_over(here):
        person = named_person(here) or "someone who's on your side"
        return f"One small thing: tell {person} about it today."
    return "One small thing: keep the plans you have with other people this week."


BEFORE_VERSION_2 = (any_of(runs(STEP_ID, 2 + REVIEWS), answered(STEP_ID, "goes-on", "no")),)

STEP = Step(
    id=STEP_ID,
    title="Meet, and go slowly",
    minutes=8,
    purpose="One meeting, and then a slow look at whether the reason it ended is still there.",
    why=("cycling", "if-then"),
    opens=(INVITED,),
    opens_anyway=(MAY_MEET,),
    offered_when=(OFFERED,),
    complete=(SETTLED,),
    complete_before=((2, BEFORE_VERSION_2),),
    repeats=Repeat(due=1, until=(NOTHING_DUE,), again=(AGAIN,)),
    reaches_out=True,
    version=2,
    items=(
        Reading("safety-first", _safety_reading, when=_they_asked),
        *safety_questions(when=_they_asked),
        Reading("meet-reading", _opening, when=lambda here: _is_before(here) or _is_told_no(here), claims=("S17",)),
        Text("hope", "What do you honestly hope for?", long=True, when=_is_before, claims=("C2",)),
        Text("not-raise", "What won't you bring up?", note=_topics_to_avoid, when=_is_before),
        Text(
            "leave",
            "How and when will you leave?",
            note="“At five. I've told my sister I'm coming over.”",
            when=_is_before,
            claims=("S17",),
        ),
        Choice(
            "met",
            "Have you met?",
            options=(
                Option("yes", "We've met"),
                Option("not-yet", "We haven't met yet"),
                Option("fell-through", "It fell through"),
            ),
            when=_is_coming,
        ),
        Text(
            "fell",
            "What happened?",
            optional=True,
            note="A sentence is enough. You can skip this.",
            when=_fell_through,
        ),
        Choice(
            "another-day",
            "Have you found another day?",
            options=(
                Option("found", "We've found another day"),
                Option("open", "We've left it open"),
                Option("none", "We won't be meeting"),
            ),
            when=_fell_through,
        ),
        Reading(
            "long-coming", _long_reading, when=lambda here: _is_still_to_come(here) and is_long_coming(here.journey)
        ),
        Choice(
            "long-wait",
            "What do you want to do about it?",
            options=(
                Option("leave", "Leave it open"),
                Option("let-go", "Let go", opens="letting-go"),
                Option("wait", "Wait, and get on with life", opens="waiting"),
            ),
            note="“Let go” and “Wait” each open a page of their own.",
            when=lambda here: _is_still_to_come(here) and is_long_coming(here.journey),
        ),
        Recall("hoped", "You wrote down what you hoped for:", step=STEP_ID, item="hope", when=_have_met),
        Text("was", "How was it?", long=True, when=_have_met),
        Reading("looks-so-far", _answers_so_far, when=_is_review),
        Recall(
            "old-reason",
            "The reason it ended, as you told it:",
            step="the-whole-story",
            item="reasons",
            when=_is_review,
        ),
        Reading("sorted-reasons", _sorted_reasons, when=_is_review),
        Scale("reason-back", "How much of what ended it is back?", ends=("none of it", "all of it"), when=_is_review),
        Text(
            "said-aloud",
            "What did you say out loud this week that you'd once have kept to yourself?",
            long=True,
            note="“Nothing” is fine too, and worth knowing.",
            when=_is_review,
        ),
        Reading("high-again", _high_again, when=lambda here: len(high_in_a_row(_numbers(here))) >= TWICE),
        Recall("was-then", "How it was, as you wrote it then:", step=STEP_ID, item="was", when=_is_undecided),
        Choice(
            "goes-on",
            _goes_on_question,
            options=_goes_on_options,
            note=DOOR,
            when=_asks_if_it_goes_on,
        ),
        Reading("stops", _stop_reading, when=_is_over, claims=("S19",)),
        Choice(
            "turn-to",
            "What would you like to do now?",
            options=(
                Option("let-go", "Let go", "opens “Letting go”", opens="letting-go"),
                Option("moved-on", "Say that they've moved on", "opens “They've moved on”", opens="moved-on"),
                Option("leave", "Leave it for today"),
            ),
            when=_chooses_how_to_end,
        ),
        Reading("unsure-again", _unsure_reading, when=lambda here: _times_unsure(here) >= TOO_MANY_UNSURE),
        Choice(
            "want",
            "What do you want from it?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort"),
                Option("unsure", "I don't know"),
            ),
            note="If one of you wants the relationship and the other just wants comfort, it's kinder to say so early.",
            when=_asks_what_each_wants,
            claims=("C4h",),
        ),
        Choice(
            "their-want",
            "What have they said they want?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort, or company"),
                Option("unsaid", "They haven't said"),
            ),
            note="What they said, not what you think they meant.",
            when=_asks_what_each_wants,
            claims=("C4h",),
        ),
        Text(
            "they-want",
            "How did they put it?",
            long=True,
            optional=True,
            note="As well as you remember. You can skip this.",
            when=lambda here: here["their-want"] in WANTED,
        ),
        Choice(
            "sleeping-means",
            "If you slept together, what would it mean to you?",
            options=(
                Option("relationship", "Part of being together again"),
                Option("comfort", "Comfort"),
                Option("not-now", "Something I don't want right now"),
                Option("unsure", "I don't know"),
            ),
            optional=True,
            note="Sometimes it's comfort for one person and hope for the other. You can skip this.",
            when=lambda here: _have_met(here) and not _is_over(here),
            claims=("C4k",),
        ),
        Reading(
            "different",
            lambda here: (
                f"{DIFFERENT[here.text('want')]} Those are two different things. It's kinder to say so before you meet again, or sleep "
                "together, if you can say it without fear. If nothing changes, stopping here is kinder to both of you."
            ),
            when=_wants_differ,
            claims=("C4h", "C4k"),
        ),
        Reading(
            "unsaid",
            "They haven't said, and until they do you can only guess. You could tell them what you want, in one sentence, and give them "
            "time. If you might sleep together, tell them before that. It's harder to hear the morning after.",
            when=lambda here: here["their-want"] == "unsaid",
        ),
        Reading("four-reviews", _last_review_reading, when=lambda here: _is_last_review(here) and not _is_over(here)),
        Choice(
            "you-two",
            "What are you to each other now?",
            options=(
                Option("together", "Together again", opens="together-again"),
                Option("living", "Seeing each other, no label"),
            ),
            note="“Together again” opens a page of its own.",
            when=_is_all_reviewed,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
