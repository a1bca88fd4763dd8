"""A threat is called one, in an invitation, an apology, a thank-you and an answer, and what is harmless isn't."""

from __future__ import annotations

from importlib import import_module

import pytest
from support.threats import HARMLESS, MORE_THREATS, THREATS, TURNING_UP

from exback.loader import load

load()  # registers the folder of steps, in which the linter lies
linter = import_module("exback.steps.reattraction.linter")
remarks = import_module("exback.steps.remarks")


@pytest.mark.parametrize("draft", [*THREATS, *MORE_THREATS, *TURNING_UP])
def test_a_threat_frightens_in_every_kind_of_message(draft: str) -> None:
    """The remark is the same in an invitation, an apology, a word of thanks and an answer."""
    assert remarks.of_invitation(draft).frightens
    assert remarks.of_apology(draft).frightens
    assert remarks.FRIGHTENS in remarks.page_on(draft)


@pytest.mark.parametrize("draft", HARMLESS)
def test_what_only_looks_like_a_threat_frightens_no_one(draft: str) -> None:
    """Pictures of the dog, a café that's easy to find, and “or else a walk” are left in peace."""
    assert not linter.frightens(linter.remarks(draft))
    assert not linter.frightens(linter.apology_remarks(draft))


def test_the_phrases_are_loaded_with_the_first_draft_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command loads the steps, and hardly any needs the phrases."""
    import subprocess
    import sys

    script = (
        "import sys; from exback.loader import load; load(); print([m for m in sys.modules if m.endswith('_phrases')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "threat_phrases" not in done.stdout
    assert "draft_phrases" not in done.stdout
