"""The made-up person's contact, checks, letters, hard dates and messages received."""

from datetime import timedelta

from exback.model.program import DemoRun

from .urges import WINE

CONTACT = (
    DemoRun(
        day=6,
        at="09:30",
        step="contact",
        minutes=4,
        answers={
            "kind": "i-wrote",
            "set-off": WINE,
            "before": "gone midnight, two glasses of wine, flat too quiet. just wanted to see the three dots.",
            "hoped": "hoped they'd say come over. nothing came.",
            "they-answered": "nothing",
            "change": "the phone sleeps in the kitchen. so does the wine.",
        },
    ),
    DemoRun(
        day=26,
        at="12:45",
        step="contact",
        minutes=3,
        answers={
            "kind": "they-wrote",
            "answered": False,
            "felt": "like missing a step in the dark. an hour later it was just a message about a parcel.",
        },
    ),
    DemoRun(
        day=27,
        at="18:00",
        step="contact",
        answers={"kind": "logistics", "about": "where to leave the parcel."},
    ),
    DemoRun(
        day=41,
        at="08:50",
        step="contact",
        minutes=4,
        answers={
            "kind": "i-wrote",
            "set-off": "alone",
            "before": "one in the morning, after a party where everyone went home in twos.",
            "hoped": "wanted to be missed. got a kind, short no.",
            "they-answered": "no",
            "asked-to-stop": False,
            "change": "after a party i ring Jonas from the bus. every time.",
        },
    ),
    DemoRun(
        day=51,
        at="19:30",
        step="contact",
        minutes=5,
        answers={
            "kind": "i-wrote",
            "before": "a whole good week, so i thought i could handle it.",
            "hoped": "hoped for one talk and then peace. they said they'd rather not.",
            "they-answered": "no",
            "asked-to-stop": False,
            "change": "no testing it in a good week. i write it here first.",
        },
    ),
)
LOOKS = tuple(
    DemoRun(
        day=day,
        at=at,
        step="look",
        answers={
            "what": what,
            "looking-for": hoped,
            **({"way-in": way} if way else {}),
        },
    )
    for day, at, what, hoped, way in (
        (
            2,
            "20:55",
            "profile",
            "wanted a sign that it hurts them too. an hour later i just felt small.",
            "sign out on the laptop.",
        ),
        (
            9,
            "20:40",
            "old",
            "wanted to hear their voice once. then i couldn't stop.",
            "photos on a stick, stick to Maya.",
        ),
        (17, "20:05", "profile", "no idea. habit, like checking the stove.", "mute them."),
        (35, "19:50", "profile", "news. there wasn't any, and i felt bad anyway.", ""),
        (
            61,
            "13:15",
            "friends",
            "wanted to hear they're ok. or that they're not. neither helps.",
            "ask Tom not to tell me anything.",
        ),
    )
)
LETTERS = (
    DemoRun(
        day=5,
        at="15:40",
        step="letter",
        minutes=22,
        answers={
            "to": "them",
            "letter": "dear R.,\n\ni've been angry for five days and underneath i'm just sad. you said you hadn't been happy "
            "for a while, and i want to know which days you meant. the one at the lake? the one with the broken boiler?\n\n"
            "i'm not sending this. i just wanted to say it once: i would have listened.",
            "fate": "keep",
        },
    ),
    DemoRun(
        day=19,
        at="20:15",
        step="letter",
        minutes=14,
        answers={"to": "them", "letter": "things i'm only writing down so i can burn them.", "fate": "burn"},
    ),
    DemoRun(
        day=40,
        at="17:00",
        step="letter",
        minutes=18,
        answers={
            "to": "me",
            "letter": "to me, a few weeks from now.\n\nit still pulls, mostly at night. but there's a tin of green paint in the "
            "hall, and people who cook too much for me. if you're reading this and it's better, that was you, on days you "
            "didn't feel like it.",
            "until": timedelta(days=25),
        },
    ),
    DemoRun(
        day=63,
        at="16:30",
        step="letter",
        minutes=16,
        answers={
            "to": "me",
            "letter": "to me, much later.\n\nwhat do you hope for when you're not hoping for R.? right now it's a boat, and one "
            "evening i don't have to plan.",
            "until": timedelta(days=90),
        },
    ),
    DemoRun(day=66, at="18:10", step="letter", minutes=3, answers={"read-then": True, "more": False}),
)
HARD_DATES = (
    DemoRun(
        day=20,
        at="19:00",
        step="hard-dates",
        minutes=3,
        answers={
            "what": "their birthday",
            "when": timedelta(days=9),
            "plan": "dinner at Maya's at seven. phone stays in my coat.",
            "instead": "write happy birthday here, and leave it here.",
        },
    ),
    DemoRun(
        day=60,
        at="18:30",
        step="hard-dates",
        minutes=3,
        answers={
            "what": "three years since we met",
            "when": timedelta(days=22),
            "plan": "early train to the coast with Jonas.",
            "instead": "write a postcard to myself.",
        },
    ),
)
THEY_WROTE = (
    DemoRun(
        day=26,
        at="18:10",
        step="they-wrote",
        minutes=9,
        answers={
            "says": "there's a parcel for you here",
            "asks": "if they should send it on.",
            "wrote-freely": True,
            "wants-contact": False,
            "want": "for the parcel to just be a parcel. and it is.",
            "kind": "logistics",
            "draft": "please leave it at the post office. thanks",
        },
    ),
)

BETWEEN = (*CONTACT, *LOOKS, *LETTERS, *HARD_DATES, *THEY_WROTE)
