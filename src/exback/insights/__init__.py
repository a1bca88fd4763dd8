"""What the runs show, computed anew each time and stored nowhere: no clock, no terminal, and no step's name.

- `streak_of(rule, journey)`: the days of a rule, its slips, and the days that were kept; `no_rule` while none is running.
- `overview.overview(program, journey)`: everything that `exback insights` shows, as sections of charts.
- `summary.summary_of(program, journey, streak, held)`: what the status page shows beside the days.

A `chart.Chart` has its sentences, what they rest on, and what to draw: `Bars` or `Lines`. All words are made here, so every
front end says the same; `chart.table` returns the numbers behind a drawing. Each kind of chart has a module: `stretches`,
`urges`, `hours`, `co_occurrence`, `counts`, `moods` and `repeated`, on top of `series` and `numbers`. `thresholds` says how many
entries each sentence needs, and why.
"""

from exback.insights.streak import NoRule, Streak, no_rule, streak_of

__all__ = ["NoRule", "Streak", "no_rule", "streak_of"]
