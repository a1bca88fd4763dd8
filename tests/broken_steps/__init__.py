"""Thirteen steps with one mistake each, for the tests of `exback check`. Each module's first line says what is wrong."""

from exback.model.evidence import Finding
from exback.model.program import Program, Stage, StreakRule

from . import (
    faint_mirror,
    hard_words,
    long_reading,
    never_shown,
    no_study,
    no_way_on,
    own_circle,
    promise,
    stilted,
    twice_the_same,
    unknown_answer,
    wide_face,
)

PROGRAM = Program(
    title="Broken",
    welcome=tuple,
    stages=(
        Stage(
            id="only",
            title="Only",
            purpose="All that can go wrong.",
            steps=(
                twice_the_same.STEP,
                unknown_answer.STEP,
                never_shown.STEP,
                no_way_on.STEP,
                faint_mirror.STEP,
                no_study.STEP,
                promise.STEP,
                hard_words.STEP,
                long_reading.STEP,
                wide_face.STEP,
                own_circle.STEP,
                stilted.STEP,
            ),
        ),
    ),
    companion=Stage(id="companion", title="Always open", purpose="Nothing.", steps=()),
    endings=Stage(id="endings", title="Endings", purpose="Nothing.", steps=()),
    first="twice-the-same",
    daily="promise",
    moment="promise",
    streak=StreakRule(step="promise", length=("days",), broken_in="never-shown", broken_item="kept", broken_by=("no",)),
    evidence=lambda: (
        Finding(
            key="naps",
            result="People who slept were less tired.",
            sample="12 people",
            limits="It's made up.",
            source="Nobody 2026",
        ),
    ),
    never_says=lambda: ("win them back",),
)
