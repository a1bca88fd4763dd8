"""A plan for the week ahead, a day for each thing in it, and a week later a look at what it did for you."""

from collections.abc import Mapping
from itertools import pairwise

from exback.model.context import Context, Run
from exback.model.gates import runs
from exback.model.items import Choice, Choices, Item, Option, Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, inline
from exback.model.run import Value

from ..no_contact.first_week import day_options, named_day
from ..situation import afraid, frightened_them, in_quotes, left, tied_by, was_left

ID = "live-forward"
WEEKS_SHOWN = 4
LONGEST_NAME = 60
"""The most letters with which a plan is named in a question; a longer one is named by its kind."""
PLANS = {"joy": "Something you enjoy", "people": "People", "change": "One change"}
UNNAMED = {"joy": "the thing you enjoy", "people": "the time with people", "change": "the change you planned"}
"""What a plan is called in a sentence where its words can't be shown."""
LOW_MOOD = 3
HOW_OFTEN = {"not-at-all": "Not at all", "now-and-then": "Now and then", "often": "Often"}
WENT_ON_A_DATE = ("met", "no-luck")
HAPPENED = {
    1: "You did one of the three things you'd planned.",
    2: "You did two of the three things you'd planned.",
    3: "You did all three things you'd planned.",
}


def _introduction(here: Context) -> Prose:
    return (
        (
            "Once a week, plan three small things: something you enjoy, someone to see or call, and one change you can start on. "
            "Give each of them a day. It sounds too simple to help, but in 26 trials, most of them weak, planning like this "
            "eased depression on average."
        ),
        (
            "In a week, exback will ask which ones happened, and how each one was for you. No one grades it. Over the weeks you "
            "may see what does you good, and you can plan more of that."
        ),
        *_about_dates(here),
    )


def _about_dates(here: Context) -> tuple[str, ...]:
    """Return a paragraph about dating, none for someone who frightened a partner.

    Someone who was afraid isn't asked to tell a date about the person they left.
    """
    if frightened_them(here):
        return ()
    honest = "" if afraid(here) else " If you do meet someone, tell them you've recently come out of a relationship."
    return (
        (
            "You can also go on a date if you'd like, with someone you meet online or anywhere else. You don't have to. In small studies, "
            f"people who were dating again felt more resolved about the old relationship. The studies can't show which came first.{honest}"
        ),
    )


def _has_last_plan(here: Context) -> bool:
    return here.last(ID) is not None


def _planned(run: Run | None) -> dict[str, str]:
    """Return the plans of a run by their kind, in one line each, without those that are too long for it."""
    answers: Mapping[str, Value] = {} if run is None else run.answers
    plans = {plan: inline(words) for plan in PLANS if isinstance(words := answers.get(plan), str)}
    return {plan: words for plan, words in plans.items() if len(words) <= LONGEST_NAME}


def _last_plan(here: Context) -> Prose:
    run = here.last(ID)
    if run is None:
        return ""
    lines = (
        f"{label}{named_day(run.answers.get(day))}: {inline(words)}"
        for item, label, day in (
            ("joy", PLANS["joy"], "day-joy"),
            ("people", PLANS["people"], "day-people"),
            ("change", PLANS["change"], ""),
            ("first-move", "How to start", "day-change"),
        )
        if isinstance(words := run.answers.get(item), str)
    )
    return (Quote("\n".join(lines), run.day, "This was your last plan:"),)


def _last_options(here: Context) -> tuple[Option, ...]:
    """Return the kinds of plans, each with what was planned the last time."""
    words = _planned(here.last(ID))
    return tuple(Option(plan, label, words.get(plan, "")) for plan, label in PLANS.items())


def _results_by_week(here: Context) -> Prose:
    """List the last plans, one a line, with what they said a week later had happened and how it had been."""
    runs = here.journey.finished(ID)[-(WEEKS_SHOWN + 1) :]
    weeks = [f"- Week of {here.date(run.day)}: {_result_words(later.answers)}" for run, later in pairwise(runs)]
    return "\n".join(["How your plans went, week by week:", *weeks]) if weeks else ""


def _result_words(answers: Mapping[str, Value]) -> str:
    ticked = answers.get("came-about")
    named = [
        f"{label.lower()}{_mood_words(answers.get(f'mood-{plan}'))}"
        for plan, label in PLANS.items()
        if isinstance(ticked, list) and plan in ticked
    ]
    sentence = "; ".join(named)
    return sentence[:1].upper() + sentence[1:] if named else "None of it"


def _mood_words(mood: Value) -> str:
    return f" (mood {mood})" if isinstance(mood, int) else ""


def _ratings(plan: str) -> tuple[Item, Item]:
    """Return the two scales for one planned thing that happened."""

    def happened(here: Context) -> bool:
        return plan in here.picks("came-about")

    return (
        Scale(
            f"mood-{plan}",
            lambda here: f"How was your mood during {_last_name(here, plan)}?",
            ends=("very low", "very good"),
            when=happened,
        ),
        Scale(
            f"got-done-{plan}",
            lambda here: f"How much did {_last_name(here, plan)} feel like an achievement?",
            ends=("not at all", "very much"),
            when=happened,
        ),
    )


def _last_name(here: Context, plan: str) -> str:
    planned = _planned(here.last(ID))
    others = (words for other, words in planned.items() if other != plan)
    return in_quotes(planned.get(plan, ""), others) or UNNAMED[plan]


def _plan_day(plan: str, question: str) -> Choice:
    return Choice(f"day-{plan}", question, options=day_options)


def _wanted_a_date(here: Context) -> bool:
    return here.told(ID, "dates") == "yes" and not frightened_them(here)


def _not_a_straight_line(here: Context) -> Prose:
    rest = (
        "That doesn't undo anything, and you don't have to be over it by a certain date."
        if here.withheld
        else ("That doesn't undo anything. It can't be hurried, and no one can promise you how long it takes.")
    )
    return (
        _ups_and_downs(here),
        rest,
        "So exback asks how often you wished this week that things had gone differently. Any answer is fine.",
    )


def _ups_and_downs(here: Context) -> str:
    if afraid(here):
        return (
            "Getting over it isn't a straight line. You can be glad on Monday that it's over, and miss them on Tuesday. Missing someone "
            "doesn't mean that you were safe with them."
        )
    opening = (
        "Accepting that it's over isn't a straight line. One day you're fine, and the next day a song sets you off."
    )
    if frightened_them(here):
        return f"{opening} You can miss them on a day like that, and still leave them alone."
    if here.withheld:
        return f"{opening} You might complain to a friend, for the tenth time, about how it ended."
    if left(here):
        return f"{opening} Some evenings you might wonder, for the tenth time, whether it was right to leave."
    if not was_left(here):
        return f"{opening} Some evenings you might wonder, for the tenth time, whether it had to end."
    return f"{opening} You might say to a friend, for the tenth time, “How can they not see what we had?”"


def _mirror(here: Context) -> Prose:
    sentences = " ".join((*_result_sentences(here), *_date_sentence(here), *_wish_sentence(here)))
    joy, people, move = (named_day(here[f"day-{plan}"]) for plan in PLANS)
    return (
        sentences,
        f"This week you've planned something you enjoy{joy}, someone to see or call{people}, and a start on your change{move}.",
    )


def _result_sentences(here: Context) -> tuple[str, ...]:
    if not _has_last_plan(here):
        return ()
    happened = [plan for plan in PLANS if plan in here.picks("came-about")]
    if not happened:
        return ("Nothing from your last plan happened. If this one looks too big, do half of it.",)
    return (HAPPENED[len(happened)], *_rating_sentences(here, happened))


def _rating_sentences(here: Context, happened: list[str]) -> tuple[str, ...]:
    """Say in which of several things the mood and the sense of achievement were highest."""
    if len(happened) == 1:
        mood, got_done = (here.number(f"{scale}-{happened[0]}") for scale in ("mood", "got-done"))
        name = _last_name(here, happened[0])
        return (f"During {name} your mood was {mood} out of 10. As an achievement, you gave it {got_done}.",)
    best, mood = _highest(here, "mood", happened)
    done, got_done = _highest(here, "got-done", happened)
    if mood <= LOW_MOOD:
        return (f"Your mood was low with all of them, {mood} out of 10 at most. Other things may do you more good.",)
    best_words = f"Your mood was best during {_together(here, best)}: {mood} out of 10."
    if len(best) == len(happened):
        best_words = f"Your mood was {mood} out of 10 with all of them."
    if got_done == 0 or len(done) == len(happened):
        return (best_words,)
    if done == best:
        same = (
            f"It was also what felt most like an achievement: {got_done} out of 10."
            if len(best) == 1
            else f"They also felt most like achievements: {got_done} out of 10."
        )
        return (best_words, same)
    return (best_words, f"What felt most like an achievement was {_together(here, done)}: {got_done} out of 10.")


def _highest(here: Context, scale: str, happened: list[str]) -> tuple[list[str], int]:
    numbers = {plan: here.number(f"{scale}-{plan}") for plan in happened}
    most = max(numbers.values())
    return [plan for plan, number in numbers.items() if number == most], most


def _together(here: Context, plans: list[str]) -> str:
    return " and ".join(_last_name(here, plan) for plan in plans)


def _date_sentence(here: Context) -> tuple[str, ...]:
    how = here.answers.get("date-went")
    words = {
        "met": "You went on a date, and it was good.",
        "no-luck": "You went on a date, and it led nowhere.",
        "tried": "You tried to meet someone.",
        "not-yet": "You didn't get round to a date. There's no hurry.",
        "changed-mind": "You decided against a date, and that's fine too.",
    }
    return (words[how],) if isinstance(how, str) and how in words else ()


def _wish_sentence(here: Context) -> tuple[str, ...]:
    words = {
        "not-at-all": "You didn't wish this week that things had gone differently.",
        "now-and-then": "Now and then you wished things had gone differently, and the week went on.",
        "often": "You often wished things had gone differently. A week like that can come at any point.",
    }
    how_often = here.answers.get("wished")
    return (words[how_often],) if isinstance(how_often, str) and how_often in words else ()


LOOKING_BACK: tuple[Item, ...] = (
    Reading("weeks-so-far", _results_by_week),
    Reading("last-week", _last_plan),
    Choices(
        "came-about",
        "Which of these happened?",
        options=_last_options,
        note="Half of it counts. Choose all that happened, or none.",
        when=_has_last_plan,
    ),
    *(item for plan in PLANS for item in _ratings(plan)),
    Choice(
        "date-went",
        "You said yes to a date. How did it go?",
        options=(
            Option("met", "I went on one, and it was good"),
            Option("no-luck", "I went on one, and it led nowhere"),
            Option("tried", "I tried, and nothing came of it"),
            Option("not-yet", "I didn't get round to it"),
            Option("changed-mind", "I changed my mind"),
        ),
        when=_wanted_a_date,
        claims=("S13", "C2b"),
    ),
    Text(
        "date-showed",
        "What did that date show you?",
        optional=True,
        note="About yourself, what you want or what you don't want.",
        when=lambda here: here["date-went"] in WENT_ON_A_DATE,
        claims=("S13",),
    ),
    Reading(
        "not-a-straight-line",
        _not_a_straight_line,
        when=lambda here: _has_last_plan(here) and here.said(ID, "wished") is None,
    ),
    Choice(
        "wished",
        "How often did you wish this week that things had gone differently?",
        options=tuple(Option(how_often, label) for how_often, label in HOW_OFTEN.items()),
        when=_has_last_plan,
        claims=("C2b",),
    ),
)
NEXT_WEEK: tuple[Item, ...] = (
    Text(
        "joy",
        "What will you do this week that you enjoy?",
        note="“Swim.” “One record, from start to finish.”",
        claims=("S11",),
    ),
    _plan_day("joy", "Which day will you do it?"),
    Text(
        "people",
        "Who will you see or call?",
        note=lambda here: (
            "Someone you trust, who won't pass anything on to them."
            if afraid(here)
            else "A friend, a sister, a neighbour. Anyone but them."
        ),
        names=True,
    ),
    _plan_day("people", "Which day will you do that?"),
    Text(
        "children-away",
        "What will you do when the children are away, if they are?",
        optional=True,
        note=lambda here: (
            "If you're worried about the children in those hours, call one of the helplines in exback crisis."
            if afraid(here)
            else "“Put on my own music and cook.” The first hour can be the longest."
        ),
        when=lambda here: tied_by(here, "children"),
    ),
    Text(
        "change",
        "What's one change you want to make?",
        note="“Swim on Thursdays.” “A new colour for the bedroom.”",
        claims=("S12",),
    ),
    Text("first-move", "How will you start on it?", note="Ten minutes or less: “Look up the opening hours.”"),
    _plan_day("change", "Which day will you start?"),
    Choice(
        "dates",
        "Would you like to meet someone new this week?",
        options=(
            Option("not-now", "No, not now"),
            Option("maybe", "Maybe later"),
            Option("yes", "Yes, I'd like to go on a date"),
        ),
        note="If you say yes, exback will ask next time how it went.",
        when=lambda here: not frightened_them(here),
        claims=("S13",),
    ),
    Text(
        "date-move",
        "What's one small thing you could do towards a date?",
        optional=True,
        note=lambda here: (
            "You decide who knows. If they might look for you, don't put places or regular times in a profile."
            if afraid(here)
            else "“Ask at the climbing wall.” “Look at one site, for twenty minutes.” Meet in a public place."
        ),
        when=lambda here: here["dates"] == "yes",
    ),
)

STEP = Step(
    id=ID,
    title="A plan for your week",
    minutes=12,
    purpose="Once a week you plan something good for yourself, and look at what last week did for you.",
    why=("activation", "dating", "if-then"),
    complete=(runs(ID, 2, days_apart=7),),
    repeats=Repeat(apart=7, due=7),
    items=(
        Reading(
            "forward",
            _introduction,
            when=lambda here: not _has_last_plan(here),
            claims=("C4g",),
        ),
        *LOOKING_BACK,
        *NEXT_WEEK,
    ),
    mirror=_mirror,
    small_thing=lambda here: (Quote(here.text("first-move"), None, "One small thing, in your own words:"),),
)
