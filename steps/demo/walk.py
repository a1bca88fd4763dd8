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
            "reasons": "That they hadn't been happy for a while. That it was nothing I did. That they needed to be alone.",
            "causes": ["drift", "strain"],
            "together": "one-to-three",
            "came-back": "once",
            "my-thinking": "hot-moment",
            "their-thinking": "thought-over",
            "wish": "To wake up and not check the phone first.",
        },
    ),
    DemoRun(
        day=0,
        at="22:05",
        step="why-space",
        minutes=9,
        answers={
            "fear": "That they find the quiet easy, and so it was never hard to leave.",
            "pushed": "some",
            "pushing-did": "They answered later each time, and shorter. An hour after it I felt worse than before.",
            "space-for": "A whole evening that is about something else. And to stop listening for the phone.",
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
            "exceptions": "The parcel, and the deposit for the flat. In writing, two lines.",
            "length": "30",
            "signature": "I keep quiet for a month, so that I can hear myself again.",
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
            "moment-1": "It is past eleven and I lie there with the phone",
            "plan-1": "the phone goes into the kitchen, and I read two pages",
            "moment-2": "Sunday, around four, when nothing is planned",
            "plan-2": "I put on shoes and walk to the lake",
            "moment-3": "I have had two glasses of wine",
            "plan-3": "I call Jonas, whatever the hour",
            "memory": "Kitchen, shoes, Jonas.",
        },
    ),
    DemoRun(
        day=2,
        at="19:40",
        step="first-week",
        minutes=9,
        answers={
            "plan-sleep": "Lights out at eleven, the phone in the kitchen.",
            "day-sleep": "wednesday",
            "plan-meal": "Breakfast. Toast counts.",
            "day-meal": "thursday",
            "plan-person": "Maya, on the phone.",
            "day-person": "thursday",
            "plan-outing": "The pool before work.",
            "day-outing": "saturday",
            "plan-joy": "One record, from start to end.",
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
            "where": "Behind the ribs, like a hand. It pulled, and then it opened a little.",
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
            "learnt": "Water helps. Sunday afternoons need a plan, or they plan me.",
        },
    ),
    DemoRun(
        day=32,
        at="18:40",
        step="rule-is-over",
        minutes=9,
        answers={
            "happened": "They didn't forget me, as far as I know. And I got used to not knowing.",
            "how": "I sleep. I still check the clock at eleven, and then I go to bed.",
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
            "exceptions": "The deposit for the flat, in writing.",
            "length": "60",
            "signature": "Two months more of quiet. Not for them: for me.",
        },
    ),
)


def _scales(day: int, *numbers: int) -> DemoRun:
    names = ("longing", "acceptance", "rumination", "hope", "loneliness", "either-way")
    return DemoRun(
        day=day,
        at="20:30",
        step="missing-or-bargaining",
        minutes=4,
        answers={
            **dict(zip(names, numbers, strict=True)),
            **({"truest": timedelta(), "says": "That I miss being asked how my day was."} if day == 15 else {}),
        },
    )


SCALES = (
    _scales(10, 8, 3, 7, 6, 7, 3),
    _scales(12, 7, 3, 6, 6, 6, 3),
    _scales(15, 6, 4, 6, 5, 5, 4),
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
    _questions(14, 9, "I cannot think past them.", 2, "I am not anything, at the moment."),
    _questions(21, 8, "The laughing. Nobody laughs at my maps.", 3, "Some mornings, for an hour."),
    _questions(28, 8, "The parcel woke it all up.", 4, "I was fine before the parcel."),
    _questions(35, 7, "I want the good half.", 5, "The choir, the pool, Jonas."),
    _questions(42, 7, "I still want to tell them things.", 6, "I have people to tell."),
    _questions(49, 6, "Less them, more not being alone.", 6, "Most days, yes."),
    _questions(57, 5, "They said no, and I heard it.", 7, "The flat is mine now. It is green."),
    _questions(64, 4, "I would say yes to a coffee, and not need it.", 8, "I would be all right. I am."),
    _questions(71, 4, "Out of fondness, I think.", 8, "Yes."),
)
FORWARD = tuple(
    DemoRun(
        day=day,
        at="18:40",
        step="live-forward",
        minutes=8,
        answers={
            "joy": joy,
            "people": people,
            "change": change,
            "first-move": move,
            "dates": dates,
            **({"came-about": came.split()} if came is not None else {}),
        },
    )
    for day, joy, people, change, move, dates, came in (
        (
            17,
            "The pool on Saturday",
            "Jonas",
            "Lights out at eleven",
            "Charge the phone in the kitchen tonight",
            "not-now",
            None,
        ),
        (24, "Choir on Wednesday", "Maya and the children", "Cook twice a week", "Buy rice", "not-now", "joy people"),
        (
            33,
            "A film, alone, on purpose",
            "My old flatmate",
            "No phone at breakfast",
            "Put a book on the table",
            "not-now",
            "joy",
        ),
        (
            43,
            "Paint the wall",
            "Jonas, with a brush",
            "Run once a week",
            "Find the shoes",
            "not-now",
            "joy people change",
        ),
        (
            53,
            "The market on Saturday",
            "The new one from work",
            "Swim before work",
            "Look up the times",
            "maybe",
            "joy people",
        ),
        (
            62,
            "Herbs for the window",
            "Four people at my table",
            "Learn two songs",
            "Print the notes",
            "maybe",
            "joy people change",
        ),
        (72, "A day at the coast", "Jonas", "Sail, one lesson", "Write to the club", "maybe", "people change"),
    )
)
SEARCHING = (
    DemoRun(
        day=8,
        at="20:00",
        step="why-it-ended",
        minutes=15,
        answers={
            "sides": ["me", "us", "circumstances"],
            "reason-me": "I came home late for a year, and called it work.",
            "change-me": "could",
            "breaker-me": "neither",
            "reason-us": "We stopped asking each other things.",
            "change-us": "could",
            "breaker-us": "both",
            "reason-circumstances": "Two sets of shifts, one kitchen.",
            "change-circumstances": "could",
            "breaker-circumstances": "neither",
            "drift": "In the second winter. We had stopped cooking together, and neither of us said so.",
            "strain": "The shifts. Mine are over now, and theirs are not.",
            "their-side": "I lived with somebody who was always nearly there. I got tired of waiting to be asked how I was.",
            "surprised": "That I would have left, too.",
        },
    ),
    DemoRun(
        day=11,
        at="20:20",
        step="who-am-i-now",
        minutes=12,
        answers={
            "roles": "Sister, aunt, second alto, the one at work who knows where things are.",
            "values": ["honesty", "friends", "play"],
            "put-aside": "The choir, because it was on their free evening. And Sundays by the water.",
            "back-1": "The choir",
            "back-2": "Maps on the wall",
            "back-3": "Sundays by the water",
            "this-week": "1",
        },
    ),
    DemoRun(
        day=16,
        at="20:40",
        step="was-it-that-good",
        minutes=15,
        answers={
            "good": "We laughed until the neighbours knocked. They could make any room warm. The lake, all of it.",
            "hurt": "I was lonely beside them, most of the last winter. Nothing hard was ever said out loud.",
            "tuesday": "They were on the late shift. I had soup, alone, and went to sleep before the key turned.",
            "evening": "The boiler, the cold flat, and each of us in another room being right.",
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
            "friend": "You did not break this alone. You are better company than you think. Eat something.",
            "my-part": "I let them wait, and I was proud of being busy.",
            "owed": "yes",
            "what-for": "For the evenings that I said I would be there.",
        },
    ),
    DemoRun(
        day=34,
        at="20:30",
        step="happy-without",
        minutes=12,
        answers={
            "need-or-want": "want",
            "year": "The same flat, with a green wall. The choir on Wednesdays. On Sundays I am on the water, not beside it.",
            "believe": 5,
            "missing-piece": "Ask at the sailing club",
        },
    ),
    *(
        DemoRun(day=day, at="10:30", step="what-opened-up", minutes=15, answers=answers)
        for day, answers in (
            (36, {"opened": "Nobody sighs when I take out the maps.", "strength": "I can sit in a quiet room."}),
            (43, {"opened": "Jonas, whom I had nearly lost. Maya's children know my kitchen now."}),
            (50, {"opened": "Holidays that I can plan alone. I could learn to sail."}),
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
            (48, "wait", "I do not trust a decision that I make on a good day.", "If I were still counting days."),
            (59, "let-go", "They said no, and they were kind. Both were true.", ""),
        )
    ),
    DemoRun(
        day=69,
        at="21:00",
        step="letting-go",
        minutes=4,
        is_left=True,
        answers={"why-now": "I noticed that I had not hoped all day, and the day was not empty."},
    ),
)

WALK = (*NO_CONTACT, *SCALES, *QUESTIONS, *FORWARD, *SEARCHING)
