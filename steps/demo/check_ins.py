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
        (2, 9, 2, "", "Made coffee for two, and poured one away."),
        (2, 9, 3, "l", "Work was a fog. Nobody noticed, or they were kind."),
        (3, 9, 3, "", ""),
        (3, 8, 4, "", "Ate a whole meal. Maya stood over me."),
        (4, 8, 4, "", "Two good hours at the pool."),
        (2, 10, 2, "c", "I wrote, in the night. No answer, and it is loud."),
    ),
    (
        (2, 9, 3, "", ""),
        (3, 8, 4, "", "Said it out loud at work. Nobody fell over."),
        (3, 8, 4, "l", "Looked, then sat on the bathroom floor."),
        (4, 8, 5, "", "Maya came with soup, and stayed."),
        (4, 7, 5, "", "Choir. I had forgotten that breathing can be fun."),
        (4, 8, 4, "", "Rain all day. It suited me."),
        (),
    ),
    (
        (3, 8, 4, "", "Yesterday was the longest Sunday there is."),
        (4, 7, 5, "", "Slept through for the first time."),
        (5, 7, 6, "", ""),
        (4, 7, 5, "l", "Only a minute, and the evening was gone."),
        (5, 6, 6, "", "Jonas cooked. We laughed about his sauce."),
        (5, 6, 6, "", ""),
        (4, 7, 5, "", "Sunday again. Went to the lake instead of the thread."),
    ),
    (
        (5, 7, 5, "", "Saw the same red coat in the street. It was somebody else."),
        (5, 6, 6, "", ""),
        (5, 6, 6, "", "A whole morning without thinking of it."),
        (6, 5, 7, "", "Swam a kilometre."),
        (6, 5, 7, "", ""),
        (4, 8, 4, "c", "A message about a parcel. A few words, and my hands shook."),
        (4, 8, 3, "c", ""),
    ),
    (
        (4, 7, 5, "", "Quieter than yesterday."),
        (3, 9, 3, "", "Their birthday. Dinner at Maya's, as planned. I cried in her kitchen, and then we had cake."),
        (),
        (),
        (5, 6, 6, "", "The month is over. I made a new rule, a longer one."),
        (6, 5, 6, "", ""),
        (6, 5, 7, "", "Bought one good cup. One."),
    ),
    (
        (5, 6, 5, "l", "Looked. There was nothing new, and that hurt as well."),
        (5, 6, 6, "", ""),
        (6, 5, 7, "", "The choir has a concert soon, and I said yes."),
        (6, 5, 7, "", ""),
        (5, 5, 6, "", "Told Jonas about the box. He said: and now you sleep."),
        (6, 5, 6, "", "A party. I danced, and meant it for one song."),
        (3, 8, 3, "c", "Wrote at one in the morning. The answer was kind and short."),
    ),
    (
        (4, 7, 4, "", ""),
        (5, 6, 6, "", "Painted the bedroom wall. It is very green."),
        (5, 6, 6, "", ""),
        (),
        (6, 4, 7, "", "An hour in the sun, and no thought in my head."),
        (6, 4, 7, "", ""),
        (5, 5, 6, "", "Tired, in the good way."),
    ),
    (
        (6, 4, 7, "", "Lunch with the new one from work. Talked about boats."),
        (6, 4, 7, "", ""),
        (4, 7, 4, "c", "I asked whether we could talk. We cannot."),
        (5, 6, 5, "", "It is said now. There is some quiet in that."),
        (5, 5, 6, "", ""),
        (6, 4, 7, "", "Went through the box. Kept the map, gave away the rest."),
        (6, 4, 7, "", ""),
    ),
    (
        (7, 3, 8, "", "Rehearsal. We were good."),
        (),
        (6, 4, 7, "", ""),
        (7, 3, 8, "", "A swim before sunrise. Cold, and worth it."),
        (6, 4, 7, "", ""),
        (6, 4, 6, "l", "Asked Tom how they are. He told me, and I wished I had not."),
        (6, 4, 7, "", "Sunday, and I did not mind."),
    ),
    (
        (7, 3, 7, "", "Maya's birthday. I gave the speech."),
        (7, 3, 8, "", ""),
        (6, 4, 7, "", "A grey day, and only grey."),
        (7, 3, 7, "", "Cooked for four. Nobody went home before one."),
        (7, 3, 8, "", ""),
        (7, 2, 8, "", "Thought of R. and it was just a thought."),
        (6, 4, 6, "", "Found an old ticket in a coat. Left it in the coat."),
    ),
    (  # the days that may already have come
        (7, 3, 7, "", ""),
        (7, 3, 8, "", "There are herbs on the window sill now."),
        (7, 2, 8, "", ""),
        (7, 3, 7, "", "A long walk with Jonas."),
        (8, 2, 8, "", "The concert. I sang, and I was only there."),
        (7, 2, 8, "", ""),
        (7, 3, 7, "", "A slow Sunday, and mine."),
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
