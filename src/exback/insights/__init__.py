"""What the runs show. Computed anew each time, stored nowhere, and without a clock, a terminal or a step's name.

- `days`: the days of a promise, its slips and what was kept.
- `overview.overview(program, journey)`: everything that exback insights shows, as sections of pictures.
- `glance.glance(program, journey, promise, held)`: what the status page shows beside the days.

A `picture.Picture` holds what it shows in a sentence or a few, what it rests on, and what may be drawn: `Bars` or `Lines`. All
words are made here, so that every front end says the same; `picture.table` gives the numbers behind a drawing.
What each picture is computed from stands in a module of its own: `kept`, `urges`, `times`, `together`, `kinds`, `moods` and
`repeated`, on top of `series` and `sums`. `claims` holds how many entries each sentence needs, and why.
"""

from exback.insights.streak import Streak, streak_of

__all__ = ["Streak", "streak_of"]
