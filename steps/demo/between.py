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
            "before": "Past midnight, two glasses of wine, the flat too quiet. I only wanted to see the three dots.",
            "hoped": "That they would say come over. Nothing came.",
            "they-answered": "nothing",
            "change": "The phone sleeps in the kitchen, and so does the wine.",
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
            "felt": "Like missing a step in the dark. An hour later it was only a message about a parcel.",
        },
    ),
    DemoRun(
        day=27,
        at="18:00",
        step="contact",
        answers={"kind": "logistics", "about": "Where the parcel lies."},
    ),
    DemoRun(
        day=41,
        at="08:50",
        step="contact",
        minutes=4,
        answers={
            "kind": "i-wrote",
            "set-off": "alone",
            "before": "One in the morning, after a party where everybody went home in twos.",
            "hoped": "To be missed. A kind, short answer came, and it was no.",
            "they-answered": "no",
            "asked-to-stop": False,
            "change": "After a party I call Jonas from the bus, every time.",
        },
    ),
    DemoRun(
        day=51,
        at="19:30",
        step="contact",
        minutes=5,
        answers={
            "kind": "i-wrote",
            "before": "A whole good week, and so I thought that I could carry it.",
            "hoped": "One talk, and then peace. They wrote that they would rather not.",
            "they-answered": "no",
            "asked-to-stop": False,
            "change": "Good weeks are not for testing. I write it here first.",
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
            "A sign that it hurts them too. An hour later I felt small.",
            "Sign out on the laptop.",
        ),
        (9, "20:40", "old", "To hear the voice once. Then I could not stop.", "The photos go to Maya on a stick."),
        (17, "20:05", "profile", "I do not know. A habit, like checking the stove.", "Mute it."),
        (35, "19:50", "profile", "News. There was none, and that was news enough.", ""),
        (
            61,
            "13:15",
            "friends",
            "To hear that they are well, or that they are not. Neither helped.",
            "Tell Tom not to tell me.",
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
            "letter": "Dear R.,\n\nI have been angry for five days, and under it I am only sad. You said that you had not been "
            "happy for a while, and I want to know which days those were. The one at the lake? The one with the broken boiler?\n\n"
            "I will not send this. I wanted to say once that I would have listened.",
            "fate": "keep",
        },
    ),
    DemoRun(
        day=19,
        at="20:15",
        step="letter",
        minutes=14,
        answers={"to": "them", "letter": "Words that were only for the fire.", "fate": "burn"},
    ),
    DemoRun(
        day=40,
        at="17:00",
        step="letter",
        minutes=18,
        answers={
            "to": "me",
            "letter": "To me, some weeks from now.\n\nToday it still pulls, most of all at night. But there is a green wall now, and "
            "people who cook too much. If you read this and it is better: you did that, on days when you did not feel like it.",
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
            "letter": "To me, much later. What do you hope for, when you do not hope for R.? I hope for a boat, and for an evening "
            "that I do not have to plan.",
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
            "what": "Their birthday",
            "when": timedelta(days=9),
            "plan": "Dinner at Maya's at seven. The phone stays in my coat.",
            "instead": "Write the greeting here, and leave it here.",
        },
    ),
    DemoRun(
        day=60,
        at="18:30",
        step="hard-dates",
        minutes=3,
        answers={
            "what": "Three years since we met",
            "when": timedelta(days=22),
            "plan": "The early train to the coast with Jonas.",
            "instead": "A postcard to myself.",
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
            "says": "There is a parcel for you here.",
            "asks": "Whether I want it sent on.",
            "wrote-freely": True,
            "wants-contact": False,
            "want": "That the parcel is about a parcel. And it is.",
            "kind": "logistics",
            "draft": "Please leave it at the post office. Thanks.",
        },
    ),
)

BETWEEN = (*CONTACT, *LOOKS, *LETTERS, *HARD_DATES, *THEY_WROTE)
