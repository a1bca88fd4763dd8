"""The steps that are always open: the daily check-in, the urge to write, and what happens in between."""

from exback.model.program import Stage

from . import (
    after_a_hard_date,
    check_in,
    coming_back,
    contact,
    hard_dates,
    how_often,
    larger_thing,
    letter,
    look,
    now,
    pause,
    safety_plan,
    they_wrote,
    urge,
    write,
)

COMPANION = Stage(
    id="companion",
    title="Always open",
    purpose="For every day, and for when you want to write to them.",
    steps=(
        coming_back.STEP,
        check_in.STEP,
        urge.STEP,
        now.STEP,
        contact.STEP,
        look.STEP,
        letter.STEP,
        write.STEP,
        they_wrote.STEP,
        hard_dates.STEP,
        after_a_hard_date.STEP,
        larger_thing.STEP,
        how_often.STEP,
        safety_plan.STEP,
        pause.STEP,
    ),
)
