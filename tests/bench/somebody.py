"""Whom start-up is measured for: somebody on day 12, with a home as most people have one, and Python as it usually runs."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support import program_walk
from support.person import Clock, Person

from exback.loader import load
from exback.model.run import changed

BARE = (sys.executable, "-c", "pass")
EXBACK = (sys.executable, "-m", "exback")
ASKED = "How strong is it"  # on the first page of `exback urge`, and on the bare prompt that it is held against
BARE_PROMPT = (sys.executable, "-c", f"from prompt_toolkit import prompt; prompt('{ASKED}? ')")
CTRL_C = "\x03"

CHANGED = {
    *("EXBACK_HOME", "XDG_DATA_HOME"),  # most people name no folder, and finding theirs takes its time
    *("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "COLUMNS", "NO_COLOR"),
}


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of somebody whose home is a folder."""
    usual = {name: value for name, value in os.environ.items() if name not in CHANGED}
    return {**usual, "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


def move_in(folder: Path) -> None:
    """Let somebody have walked the first stage twelve days ago, with their file where the system keeps such files.

    They wrote nothing that the status quotes: it does so on some days only, and then looks whether the words are grave.
    """
    asks = (sys.executable, "-c", "from exback.store import home_folder; print(home_folder())")
    place = subprocess.run(asks, capture_output=True, text=True, check=True, env=environment(folder)).stdout.strip()
    began = Clock(datetime.now().astimezone().replace(microsecond=0) - timedelta(days=12))
    program = load()
    person = Person(program, began, Path(place))
    program_walk.walk(person, list(program_walk.stage_1()))
    quotable = {(words.step, words.item) for words in program.tracking.quotable}
    for run in person.store.load().runs:
        kept = {item: value for item, value in run.answers.items() if (run.step, item) not in quotable}
        if kept != run.answers:
            person.store.put(changed(run, answers=kept))
