"""Two sessions at once on one file."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from faults.trouble import environment, injected, kept, small_file, small_progress, until

from exback.journey import Run
from exback.store import Store

WAITS = 1_500_000  # microseconds that the first session stands still within its save


def test_a_run_saved_while_another_save_is_under_way_is_kept(home: Path, tmp_path: Path) -> None:
    """Somebody who opens `exback urge` beside an open session loses nothing, whichever saves first."""
    small_file(home)
    urge = Run(id="urge", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC), answers={"before": 8})
    slow = injected(f"/^rename:delay_enter={WAITS}:when=1", tmp_path / "log", home)
    with subprocess.Popen(
        [*slow, "--plain", "step", "your-story"],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as first:
        assert first.stdin is not None
        first.stdin.write(b"of the noise\n")
        first.stdin.close()
        until(lambda: len(list(home.glob(".*.tmp"))) == 1, "the first save is under way")
        Store(home).put(urge)

    assert first.returncode == 0
    assert kept(home).runs[1:] == [urge]
    assert str(kept(home).runs[0].drafts["reasons"]).endswith("of the noise")
    assert kept(home).revision == small_progress().revision + 3  # the line, the leaving, and the urge
