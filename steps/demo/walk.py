"""The made-up person's runs of the steps, stage by stage."""

from datetime import timedelta

from exback.model.program import DemoRun

NO_CONTACT = (
    DemoRun(
        day=0,
        at="21:40",
        step="your-story",
        minutes=5,
        answers={
            "name": "R.",
            "who-ended": "them",
            "ended": timedelta(days=-11),
            "ties": [],
            "asked-to-stop": False,
            "ordered-away": False,
            "afraid-of-them": False,
            "afraid-of-me": False,
        },
    ),
    DemoRun(
        day=0,
        at="21:46",
        step="the-whole-story",
        minutes=8,
        answers={
            "reasons": "that they hadn't been happy for a while. that it wasn't anything i did. that they needed to be on their own.",
            "causes": ["drift", "strain"],
            "together": "one-to-three",
            "came-back": "once",
            "my-thinking": "hot-moment",
            "their-thinking": "thought-over",
            "wish": "to wake up and not check my phone first.",
        },
    ),
    DemoRun(
        day=0,
        at="22:05",
        step="why-space",
        minutes=9,
        answers={
            "fear": "that they'll forget me. that it was never even hard to leave.",
            "pushed": "some",
            "pushing-did": "they answered later every time, and shorter. an hour after i'd sent one i felt worse.",
            "space-for": "one whole evening that's about something else. not listening for the phone.",
        },
    ),
    DemoRun(
        day=1,
        at="19:10",
        step="contact-rule",
        minutes=8,
        answers={
            "kind": "full",
            "since": "today",
            "exceptions": "the parcel, and the deposit for the flat. in writing, two lines.",
            "length": "30",
            "signature": "i'm keeping quiet for a month so i can hear myself think again.",
        },
    ),
    DemoRun(
        day=1,
        at="19:30",
        step="clear-cues",
        minutes=7,
        answers={
            "cues": ["phone", "accounts", "photos"],
            "do-phone": "archive",
            "do-accounts": "mute",
            "do-photos": "hand-over",
            "told": "Maya",
        },
    ),
    DemoRun(
        day=2,
        at="19:20",
        step="risky-moments",
        minutes=11,
        answers={
            "moment-1": "past eleven, in bed with my phone",
            "plan-1": "phone goes in the kitchen, and i read two pages",
            "moment-2": "sunday around four, nothing planned",
            "plan-2": "shoes on, walk to the lake",
            "moment-3": "two glasses of wine in",
            "plan-3": "ring Jonas, whatever time it is",
            "memory": "kitchen, shoes, Jonas.",
        },
    ),
    DemoRun(
        day=2,
        at="19:40",
        step="first-week",
        minutes=9,
        answers={
            "get-up": "seven. sundays too.",
            "plan-sleep": "lights out at eleven, phone in the kitchen.",
            "day-sleep": "wednesday",
            "plan-meal": "breakfast. toast counts.",
            "day-meal": "thursday",
            "plan-person": "Maya, on the phone.",
            "day-person": "thursday",
            "plan-outing": "the pool before work.",
            "day-outing": "saturday",
            "plan-joy": "one record, all the way through.",
            "day-joy": "sunday",
        },
    ),
    DemoRun(
        day=3,
        at="20:00",
        step="ride-an-urge",
        minutes=8,
        answers={
            "before": 7,
            "guess": 8,
            "where": "behind my ribs, like a hand pulling. then it let go a bit.",
            "after": 4,
        },
    ),
    DemoRun(
        day=9,
        at="20:10",
        step="first-week",
        minutes=6,
        answers={
            "kept": ["meal", "person", "outing"],
            "most-good": "outing",
            "learnt": "water helps. sunday afternoons don't, unless there's a plan.",
        },
    ),
    DemoRun(
        day=32,
        at="18:40",
        step="rule-is-over",
        minutes=9,
        answers={
            "happened": "as far as i know they haven't forgotten me. and i've got used to not knowing.",
            "how": "i sleep. i still look at the clock at eleven, but then i go to bed.",
            "people": "Maya and Jonas.",
            "next": "new-rule",
        },
    ),
    DemoRun(
        day=32,
        at="19:00",
        step="contact-rule",
        minutes=6,
        answers={
            "kind": "full",
            "exceptions": "the deposit for the flat, in writing.",
            "length": "60",
            "signature": "two more months of quiet, and this time they're for me.",
        },
    ),
)


def _scales(day: int, *numbers: int, **words: object) -> DemoRun:
    names = ("longing", "acceptance", "rumination", "hope", "loneliness", "either-way")
    return DemoRun(
        day=day,
        at="20:30",
        step="missing-or-bargaining",
        minutes=4,
        answers={
            **dict(zip(names, numbers, strict=True)),
            **words,
        },
    )


SCALES = (
    _scales(10, 8, 3, 7, 6, 7, 3),
    _scales(12, 7, 3, 6, 6, 6, 3),
    _scales(15, 6, 4, 6, 5, 5, 4, truest=timedelta(), says="that i miss someone asking how my day was."),
    _scales(41, 6, 6, 4, 5, 4, 6, **{"since-then": "i sleep. and it comes in waves now, with hours in between."}),
    _scales(70, 3, 8, 2, 1, 3, 8, **{"since-then": "i know the answer now. it's no, and i'm ok."}),
)


def _questions(day: int, want: int, want_why: str, without: int, without_why: str) -> DemoRun:
    return DemoRun(
        day=day,
        at="20:00",
        step="two-questions",
        minutes=6,
        answers={"want": want, "want-why": want_why, "without": without, "without-why": without_why},
    )


QUESTIONS = (
    _questions(14, 9, "can't think past them.", 2, "i'm not really anything right now."),
    _questions(21, 8, "the laughing. no one else laughs at my maps.", 3, "some mornings, for an hour."),
    _questions(28, 8, "the parcel stirred it all up again.", 4, "i was fine till the parcel."),
    _questions(35, 7, "i want the good half back.", 5, "choir, pool, Jonas."),
    _questions(42, 7, "i still want to tell them things.", 6, "i've got other people to tell."),
    _questions(49, 6, "it's less about them, more about not being alone.", 6, "most days, yeah."),
    _questions(57, 5, "they said no, and i heard it.", 7, "the flat's mine now. it's green."),
    _questions(64, 4, "i'd say yes to a coffee. i wouldn't need it.", 8, "i'd be all right. i am all right."),
    _questions(71, 4, "fondness, i think.", 8, "yes. i just am."),
)
Result = tuple[str, int, int]  # what happened, the mood, and the sense of getting something done


def _plan(day: int, joy: str, people: str, change: str, first_move: str, days: str, dates: str) -> DemoRun:
    """Return a weekly plan; `days` are those of its three parts."""
    by_part = {f"day-{part}": named for part, named in zip(("joy", "people", "change"), days.split(), strict=True)}
    answers = {"joy": joy, "people": people, "change": change, "first-move": first_move, "dates": dates, **by_part}
    return DemoRun(day=day, at="18:40", step="live-forward", minutes=8, answers={**answers, **_looked_back(day)})


RESULTS: dict[int, tuple[str, tuple[Result, ...]]] = {
    24: ("often", (("joy", 7, 4), ("people", 6, 3))),
    33: ("often", (("joy", 6, 3),)),
    43: ("now-and-then", (("joy", 7, 8), ("people", 8, 5), ("change", 6, 7))),
    53: ("now-and-then", (("joy", 7, 4), ("people", 6, 4))),
    62: ("now-and-then", (("joy", 7, 5), ("people", 8, 6), ("change", 6, 8))),
    72: ("not-at-all", (("people", 7, 5), ("change", 8, 8))),
}
"""By day: how often they wished that it had gone differently, and what happened of the plan before."""


def _looked_back(day: int) -> dict[str, object]:
    if day not in RESULTS:
        return {}
    wished, results = RESULTS[day]
    answers: dict[str, object] = {"came-about": [part for part, *_ in results], "wished": wished}
    for part, mood, got_done in results:
        answers |= {f"mood-{part}": mood, f"got-done-{part}": got_done}
    if day == 72:
        answers |= {"date-went": "no-luck", "date-showed": "that i can talk about something else for an hour."}
    return answers


FORWARD = (
    _plan(
        17,
        "the pool",
        "Jonas",
        "lights out at eleven",
        "charge my phone in the kitchen tonight",
        "saturday sunday thursday",
        "not-now",
    ),
    _plan(24, "choir", "Maya and the kids", "cook twice a week", "buy rice", "wednesday sunday friday", "not-now"),
    _plan(
        33,
        "a film, alone, on purpose",
        "my old flatmate",
        "no phone at breakfast",
        "put a book on the table",
        "saturday sunday monday",
        "not-now",
    ),
    _plan(
        43,
        "paint the bedroom wall",
        "Jonas, with a brush",
        "go running once a week",
        "find my running shoes",
        "saturday saturday tuesday",
        "not-now",
    ),
    _plan(
        53,
        "the market",
        "Priya from work",
        "swim before work",
        "look up when the pool opens",
        "saturday friday monday",
        "maybe",
    ),
    _plan(
        62,
        "herbs for the window sill",
        "four people round my table",
        "learn two songs",
        "print the music",
        "sunday saturday monday",
        "yes",
    ),
    _plan(72, "a day at the coast", "Jonas", "one sailing lesson", "email the club", "sunday sunday thursday", "maybe"),
)
SEARCHING = (
    DemoRun(
        day=10,
        at="20:50",
        step="caught-in-circles",
        minutes=11,
        answers={
            "loop": "if i'd come home on time, just once a week, they'd still be here.",
            "starts": "night",
            "slot": "six in the evening, on the kitchen chair.",
            "outward": "kettle, map, my own feet. a tram, the fridge. the wood of the table.",
            "turn-to": "get up and draw. anything.",
            "thought": "i ruined the only good thing.",
            "believe-before": 9,
            "speaks-for": "i did come home late, for a year.",
            "speaks-against": "there were two of us. and i've got Jonas and Maya.",
            "fairer": "some of it was me, and it wasn't the only good thing.",
            "believe-after": 6,
        },
    ),
    DemoRun(
        day=8,
        at="20:00",
        step="why-it-ended",
        minutes=15,
        answers={
            "sides": ["me", "us", "circumstances"],
            "reason-me": "i came home late for a year and called it work.",
            "change-me": "could",
            "breaker-me": "neither",
            "reason-us": "we stopped asking each other things.",
            "change-us": "could",
            "breaker-us": "both",
            "reason-circumstances": "both of us on shifts, one kitchen.",
            "change-circumstances": "could",
            "breaker-circumstances": "neither",
            "drift": "second winter. we'd stopped cooking together and neither of us said anything.",
            "strain": "the shifts. mine are over now, theirs aren't.",
            "their-side": "i lived with someone who was always nearly home. i got tired of waiting to be asked how i was.",
            "surprised": "that i'd have left too.",
        },
    ),
    DemoRun(
        day=11,
        at="20:20",
        step="who-am-i-now",
        minutes=12,
        answers={
            "roles": "sister, aunt, second alto, the one at work who knows where everything is.",
            "values": ["honesty", "friends", "play"],
            "put-aside": "choir, because it was on their free evening. and sundays by the water.",
            "back-1": "choir",
            "back-2": "maps on the wall",
            "back-3": "sundays by the water",
            "this-week": "1",
            "want-now": "to be asked how my day was, and to ask. evenings with both of us actually there.",
            "fits": "partly",
        },
    ),
    DemoRun(
        day=16,
        at="20:40",
        step="was-it-that-good",
        minutes=15,
        answers={
            "good": "we laughed till the neighbours knocked. they could warm up any room. the lake, all of it.",
            "hurt": "i was lonely right next to them, most of last winter. we never said anything hard out loud.",
            "tuesday": "they had the late shift. i had soup on my own and was asleep before i heard the key.",
            "evening": "the boiler. freezing flat, both of us in different rooms being right.",
            "needs": ["seen", "fun", "talk", "future"],
            "met": ["fun"],
        },
    ),
    DemoRun(
        day=18,
        at="20:10",
        step="kindness-and-my-part",
        minutes=14,
        answers={
            "friend": "you didn't break this on your own. you're better company than you think. eat something.",
            "my-part": "i let them wait and was proud of being busy.",
            "owed": "yes",
            "what-for": "the evenings i said i'd be there and wasn't.",
        },
    ),
    DemoRun(
        day=25,
        at="20:15",
        step="own-up",
        minutes=11,
        answers={
            "how-much": "small",
            "did": "i'd say i'd be home by seven, and i'd know in the morning i wouldn't.",
            "effect": "they cooked for two. after a while they stopped asking when i'd be home.",
            "instead": "told them at breakfast it would be nine.",
            "different": "i tell Maya the real time, even when it's late.",
        },
    ),
    DemoRun(
        day=34,
        at="20:30",
        step="happy-without",
        minutes=12,
        answers={
            "need-or-want": "want",
            "year": "same flat, one green wall. choir on wednesdays. sundays out on the water, not just next to it.",
            "believe": 5,
            "better-off": "yes",
            "better-how": "i sing again. and i sleep through, most nights.",
            "missing-piece": "ask at the sailing club",
        },
    ),
    *(
        DemoRun(day=day, at="10:30", step="what-opened-up", minutes=15, answers=answers)
        for day, answers in (
            (36, {"opened": "no one sighs when i get my maps out.", "strength": "i can sit in a quiet room."}),
            (43, {"opened": "Jonas, who i'd nearly lost. and Maya's kids know where i keep the biscuits."}),
            (50, {"opened": "holidays i get to plan myself. i could learn to sail."}),
        )
    ),
    *(
        DemoRun(
            day=day,
            at="20:45",
            step="decide",
            minutes=9,
            answers={"choice": choice, "because": because, **({"if-wrong": wrong} if wrong else {})},
        )
        for day, choice, because, wrong in (
            (48, "wait", "i don't trust a decision i make on a good day.", "if i'm still counting days."),
            (59, "let-go", "they said no, and they were kind about it. both are true.", ""),
        )
    ),
    DemoRun(
        day=69,
        at="21:00",
        step="letting-go",
        minutes=4,
        is_left=True,
        answers={"why-now": "realised i hadn't hoped for anything all day, and the day wasn't empty."},
    ),
)

WALK = (*NO_CONTACT, *SCALES, *QUESTIONS, *FORWARD, *SEARCHING)
