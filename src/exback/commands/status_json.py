"""`exback status --json`: the format that other programs may rely on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from exback.engine.status import Status, StepStatus
from exback.insights.numbers import average
from exback.insights.series import Line
from exback.insights.summary import DAYS
from exback.model.dates import DAY_START
from exback.model.prose import encodable, visible
from exback.model.streak import Streak

FORMAT = "exback-status"
VERSION = 1


def status_json(
    status: Status,
    lines: Iterable[Line],
    path: object,
    revision: int,
    *,
    is_locked: bool = False,
    day_start: int = DAY_START,
) -> str:
    """Return the status as one JSON object. It has no word that the person wrote.

    Characters that a terminal would hide are written as JSON escapes, so the values are exact.

    `lines` are the daily scales, each with all its entries. Steps that are withheld, and stages with no other steps, are
    left out, because someone else may read the list. `day_start` is the hour at which today began. Fields may be added; none changes its meaning.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "stage": status.stage.id,
        "days": status.days and _days(status.days, has_boundary=bool(status.boundaries)),
        "steps": [_step(step) for step in status.listed],
        "next": status.next.id if status.next else None,
        "due": [step.id for step in status.due],
        "boundaries": [{"id": boundary.id, "reason": boundary.reason} for boundary in status.boundaries],
        "runs": status.runs,
        "file": {"path": encodable(path), "revision": revision, "encrypted": is_locked},
        "paused_until": status.paused_until,
        "coming": [upcoming.day for upcoming in status.coming],
        "scales": [_scale(line) for line in lines],
        "ended": [stage for stage in status.ended if any(step.stage.id == stage for step in status.listed)],
        "longest_stretch": max((rule.longest for rule in (status.days, status.no_rule) if rule is not None), default=0),
        "in_touch": status.in_touch,
        "day_start": day_start,
    }
    return visible(msgspec.json.format(msgspec.json.encode(content), indent=2).decode())


def _days(days: Streak, *, has_boundary: bool) -> dict[str, Any]:
    return {
        "apart": days.apart,
        "of": days.of,
        "best": days.best,
        "total": days.total,
        "day": days.day,
        "since": days.since,
        "ends": days.ends,
        "breaks": days.breaks,
        "average_gap": average(days.gaps) if days.gaps and not has_boundary else None,
        "in_a_row": days.in_a_row,
        "longest": days.longest,
        "before": days.before,
    }


def _scale(line: Line) -> dict[str, Any]:
    """Return a scale with the entries of the last `DAYS` days, oldest first."""
    recent = [{"day": point.day, "value": point.value} for point in line.points if point.ago < DAYS]
    return {"title": line.title, "low": line.low, "high": line.high, "entries": len(line.points), "recent": recent}


def _step(status: StepStatus) -> dict[str, Any]:
    date = None if status.is_chance else status.date
    opens = {"reason": status.reason, "date": date} if status.reason and not status.may_begin else None
    return {
        "id": status.step.id,
        "stage": status.stage.id,
        "title": status.step.title,
        "state": status.state,
        "opens": opens,
        "finished": status.finished,
        "begun": status.begun,
    }
