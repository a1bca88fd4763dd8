"""What the runs show, computed anew each time and stored nowhere: no clock, no terminal, and no step's name.

- `overview.overview(program, journey)`: everything that `exback insights` shows, as sections of charts.
- `summary.summary_of(program, journey, streak, held)`: what the status page shows beside the days.

A `chart.Chart` has its sentences, what they rest on, and what to draw: `Bars` or `Lines`. All words are made here, so every
front end says the same; `chart.table` returns the numbers behind a drawing. Each kind of chart has a module: `stretches`,
`urges`, `hours`, `co_occurrence`, `counts`, `moods` and `repeated`, on top of `series` and `numbers`. `thresholds` says how many
entries each sentence needs, and why.
"""
