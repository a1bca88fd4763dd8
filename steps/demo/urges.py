"""The made-up person's urges: day, time, strength before and after (0-10), minutes, and what they did."""

from exback.model.program import DemoRun

from ..triggers import own_id

Moment = tuple[int, str, int, int, int, str]

MOMENTS: tuple[Moment, ...] = (
    (0, "23:20", 9, 6, 12, "write"),
    (1, "22:50", 8, 6, 9, "wait"),
    (2, "00:40", 9, 7, 14, "wait"),
    (3, "23:10", 8, 5, 11, "write"),
    (4, "18:20", 6, 3, 7, "go-on"),
    (5, "00:15", 9, 9, 6, "go-on"),  # this one ended in a message
    (7, "23:40", 8, 5, 13, "wait"),
    (8, "22:30", 8, 4, 12, "wait"),
    (9, "01:10", 9, 6, 15, "write"),
    (11, "23:05", 7, 4, 10, "wait"),
    (13, "16:30", 7, 4, 11, "wait"),
    (14, "23:50", 8, 4, 12, "go-on"),
    (17, "22:40", 7, 3, 9, "wait"),
    (20, "17:10", 7, 3, 10, "wait"),
    (21, "23:30", 7, 3, 8, "go-on"),
    (26, "12:20", 8, 5, 13, "wait"),
    (27, "23:45", 8, 4, 14, "write"),
    (29, "21:15", 9, 5, 16, "wait"),
    (35, "22:55", 7, 4, 9, "go-on"),
    (40, "01:00", 8, 8, 5, "go-on"),  # so did this one
    (39, "22:20", 7, 3, 11, "wait"),
    (42, "22:45", 6, 3, 8, "wait"),
    (49, "20:10", 6, 2, 9, "go-on"),
    (51, "18:40", 7, 6, 6, "go-on"),  # and this one, asking to talk
    (52, "23:15", 6, 3, 10, "wait"),
    (56, "17:30", 5, 2, 7, "go-on"),
    (61, "22:50", 6, 2, 9, "wait"),
    (68, "23:25", 5, 2, 8, "go-on"),
    (73, "16:10", 4, 1, 6, "go-on"),
)
WROTE = (5, 40, 51)
UNSENT = {
    0: "R. i'm on the kitchen floor because it's the only room without your stuff in it. come and get me.",
    3: "found your scarf. wanted to tell you, and then there was no you to tell.",
    9: "did you mean it? all of it? just tell me if you meant it.",
    27: "about the parcel. i wrote eight words back and deleted forty.",
}
LATE = own_id("past eleven, in bed with my phone")
SUNDAY = own_id("sunday around four, nothing planned")
WINE = own_id("two glasses of wine in")
SET_OFF = {
    **dict.fromkeys((2, 3, 7, 8, 9, 14, 21, 27, 39, 61), LATE),
    **dict.fromkeys((13, 20), SUNDAY),
    **dict.fromkeys((5, 40), WINE),
    **dict.fromkeys((0, 29, 42), "alone"),
    **dict.fromkeys((1, 11), "reminder"),
    **dict.fromkeys((4, 56), "boredom"),
    26: "message",
    51: "other",
}
"""What set them off, by day; on the others it was skipped."""
ADDED = {
    21: "good: the way they read the news out loud in all the voices.",
    39: "hurt: them looking at the clock when i talked about work.",
    56: "they never once came to hear the choir.",
}
"""What they added to the list of what was good and what hurt, by day."""


def _urge(moment: Moment) -> DemoRun:
    day, at, before, after, minutes, then = moment
    return DemoRun(
        day=day,
        at=at,
        step="urge",
        minutes=minutes,
        answers={
            "before": before,
            **({"set-off": SET_OFF[day]} if day in SET_OFF else {}),
            "now-what": then,
            **({"unsent": UNSENT[day]} if then == "write" else {}),
            "after": after,
            "wrote": day in WROTE,
            **({"add-to-list": ADDED[day]} if day in ADDED else {}),
        },
    )


URGES = tuple(_urge(moment) for moment in MOMENTS)
