"""The linter on drafts by someone who hadn't seen what it looks for: what it misses is listed here, not hidden.

When these 60 were first read, 20 of the 30 uneasy ones got a remark, and 6 of the 30 fine ones did (3, with the apologies
among them read as apologies). After general phrases were added it is 29 of 30, and 5 (1). What is listed below is still missed.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from exback.loader import load

load()  # registers the folder of steps, in which the linter lies
linter = import_module("exback.steps.reattraction.linter")

SUPPORT = Path(__file__).parents[1] / "support"
MISSED = {"Would you be up for a coffee, or does Karen"}
"""How the uneasy drafts begin that get no remark."""
FALSE_ALARMS = {"Heard our song in the chemist's"}
"""How the fine drafts begin that get a remark."""


def _drafts(name: str) -> list[str]:
    lines = (SUPPORT / name).read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in lines]


def _begins(draft: str, beginnings: set[str]) -> bool:
    return any(draft.startswith(beginning) for beginning in beginnings)


def _remarks(draft: str) -> list[str]:
    """Read a draft as what it is: one that asks for nothing and is sorry for something is an apology."""
    is_apology = re.search(r"sorry|blamed|took it out", draft, re.IGNORECASE) and not re.search(
        r"coffee|tea\b", draft, re.IGNORECASE
    )
    notes = linter.apology_remarks(draft) if is_apology else linter.remarks(draft)
    return [f"{note.kind}: {note.words}" for note in notes]


@pytest.mark.parametrize("draft", _drafts("unseen_uneasy.txt"), ids=lambda draft: draft[:40])
def test_an_uneasy_draft_gets_a_remark(draft: str) -> None:
    """Each of these presses, blames, tricks, threatens or follows someone, and each but the known miss gets a remark."""
    assert (_remarks(draft) == []) == _begins(draft, MISSED)


@pytest.mark.parametrize("draft", _drafts("unseen_fine.txt"), ids=lambda draft: draft[:40])
def test_a_fine_draft_gets_none(draft: str) -> None:
    """Each of these is easy to say no to, or is sorry and asks for nothing, and only the known one gets a remark."""
    assert (_remarks(draft) != []) == _begins(draft, FALSE_ALARMS)


def test_each_known_miss_is_one_of_the_drafts() -> None:
    """A list of misses that names something else would hide that it isn't up to date."""
    for name, known in (("unseen_uneasy.txt", MISSED), ("unseen_fine.txt", FALSE_ALARMS)):
        drafts = _drafts(name)
        assert len(drafts) == 30
        assert all(any(draft.startswith(beginning) for draft in drafts) for beginning in known)
