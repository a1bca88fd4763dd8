"""The made-up person's check-ins: one row per day from a Monday on, with mood, longing and sleep (0-10), what happened, a note.

An empty row is a day without a check-in. What happened is “c” for contact, “l” for looking at a profile.
"""

from datetime import timedelta
from itertools import chain

from exback.model.program import DemoRun

Row = tuple[int, int, int, str, str] | tuple[()]

WEEKS: tuple[tuple[Row, ...], ...] = (
    (
        (),  # the evening of the first day
        (2, 9, 2, "", "made coffee for two. poured one away."),
        (2, 9, 3, "l", "work was a fog. no one noticed, or they were being kind."),
        (3, 9, 3, "", ""),
        (3, 8, 4, "", "ate a whole meal. Maya stood over me."),
        (4, 8, 4, "", "two good hours at the pool."),
        (2, 10, 2, "c", "wrote to them in the night. no answer. it's loud."),
    ),
    (
        (2, 9, 3, "", ""),
        (3, 8, 4, "", "said it out loud at work. no one fell over."),
        (3, 8, 4, "l", "looked at their profile, then sat on the bathroom floor."),
        (4, 8, 5, "", "Maya came round with soup and stayed."),
        (4, 7, 5, "", "choir. i'd forgotten breathing can be fun."),
        (4, 8, 4, "", "rain all day. suited me."),
        (),
    ),
    (
        (3, 8, 4, "", "yesterday was the longest sunday ever."),
        (4, 7, 5, "", "slept right through, first time."),
        (5, 7, 6, "", ""),
        (4, 7, 5, "l", "one quick look and the whole evening was gone."),
        (5, 6, 6, "", "Jonas cooked. that sauce. we laughed a lot."),
        (5, 6, 6, "", ""),
        (4, 7, 5, "", "sunday again. went to the lake instead of reading old messages."),
    ),
    (
        (5, 7, 5, "", "saw their red coat in the street. it was someone else."),
        (5, 6, 6, "", ""),
        (5, 6, 6, "", "a whole morning without thinking about it."),
        (6, 5, 7, "", "swam a kilometre."),
        (6, 5, 7, "", ""),
        (4, 8, 4, "c", "they wrote about a parcel. six words and my hands shook."),
        (4, 8, 3, "c", ""),
    ),
    (
        (4, 7, 5, "", "quieter than yesterday."),
        (3, 9, 3, "", "their birthday. dinner at Maya's like i'd planned. cried in her kitchen, then we had cake."),
        (),
        (),
        (5, 6, 6, "", "the month's over. made a new rule, a longer one."),
        (6, 5, 6, "", ""),
        (6, 5, 7, "", "bought one good cup. one."),
    ),
    (
        (5, 6, 5, "l", "looked again. nothing new, and that hurt too."),
        (5, 6, 6, "", ""),
        (6, 5, 7, "", "choir's doing a concert. said yes."),
        (6, 5, 7, "", ""),
        (5, 5, 6, "", "told Jonas about the box. he just said: right, and now you sleep."),
        (6, 5, 6, "", "party. danced, and for one song i meant it."),
        (3, 8, 3, "c", "wrote at one in the morning. the answer was kind. and short."),
    ),
    (
        (4, 7, 4, "", ""),
        (5, 6, 6, "", "painted the bedroom wall. it's very green."),
        (5, 6, 6, "", ""),
        (),
        (6, 4, 7, "", "an hour in the sun with nothing in my head."),
        (6, 4, 7, "", ""),
        (5, 5, 6, "", "tired, the good kind."),
    ),
    (
        (6, 4, 7, "", "lunch with Priya from work. talked about boats."),
        (6, 4, 7, "", ""),
        (4, 7, 4, "c", "asked if we could talk. we can't."),
        (5, 6, 5, "", "well, i said it. it's a bit quieter now."),
        (5, 5, 6, "", ""),
        (6, 4, 7, "", "went through the box. kept the map, gave the rest away."),
        (6, 4, 7, "", ""),
    ),
    (
        (7, 3, 8, "", "rehearsal. we were good."),
        (),
        (6, 4, 7, "", ""),
        (7, 3, 8, "", "swam before sunrise. freezing. worth it."),
        (6, 4, 7, "", ""),
        (6, 4, 6, "l", "asked Tom how they're doing. he told me. wish i hadn't asked."),
        (6, 4, 7, "", "sunday, and i didn't mind."),
    ),
    (
        (7, 3, 7, "", "Maya's birthday. i did the speech."),
        (7, 3, 8, "", ""),
        (6, 4, 7, "", "grey day. only grey."),
        (7, 3, 7, "", "cooked for four. no one went home before one."),
        (7, 3, 8, "", ""),
        (7, 2, 8, "", "thought of R. and it was just a thought."),
        (6, 4, 6, "", "found an old ticket in my coat. left it there."),
    ),
    (  # the days that may already have come
        (7, 3, 7, "", ""),
        (7, 3, 8, "", "herbs on the window sill now."),
        (7, 2, 8, "", ""),
        (7, 3, 7, "", "long walk with Jonas."),
        (8, 2, 8, "", "the concert. i sang and didn't think of anything else."),
        (7, 2, 8, "", ""),
        (7, 3, 7, "", "slow sunday, all mine."),
    ),
)
HAPPENED = {"c": "contact", "l": "looked"}
WEEKLY = (
    ("2", "3", "2", "3"),
    ("2", "2", "2", "2"),
    ("2", "2", "1", "2"),
    ("1", "2", "1", "1"),
    ("1", "1", "1", "1"),
    ("1", "1", "1", "1"),
    ("1", "1", "1", "0"),
    ("0", "1", "1", "0"),
    ("0", "1", "0", "0"),
    ("0", "0", "1", "0"),
    ("0", "0", "0", "0"),
)
ASKED_WEEKLY = ("phq-1", "phq-2", "gad-1", "gad-2")


def _check_in(day: int, row: tuple[int, int, int, str, str]) -> DemoRun:
    mood, longing, sleep, happened, line = row
    return DemoRun(
        day=day,
        at="21:30" if day % 3 else "22:10",
        step="check-in",
        answers={
            "day": timedelta(),
            "mood": mood,
            "longing": longing,
            "sleep": sleep,
            "happened": [HAPPENED[letter] for letter in happened],
            **({"line": line} if line else {}),
            **dict(zip(ASKED_WEEKLY, WEEKLY[day // 7], strict=True)),
        },
    )


CHECK_INS = tuple(_check_in(day, row) for day, row in enumerate(chain(*WEEKS)) if row)
