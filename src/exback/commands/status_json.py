"""`exback status --json`: the format that other programs may rely on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from exback.engine.status import Status, StepStatus
from exback.insights.chart import Line
from exback.insights.streak import Streak
from exback.insights.summary import DAYS
from exback.model.prose import encodable, visible

FORMAT = "exback-status"
VERSION = 1


def status_json(guide: Status, lines: Iterable[Line], path: object, revision: int, *, is_locked: bool = False) -> str:
    """Give where somebody is as one JSON object. It holds no word that the person wrote.

    What would be hidden on a terminal is written as JSON escapes, so the values are exact.

    `lines` are the scales of the day, each with all that was told. Steps that are withheld, and stages that hold no others,
    are left out: the list is one that others may read, too. Fields may be added; none changes its meaning.
    """
    whole = _status(guide, lines, {"path": encodable(path), "revision": revision, "encrypted": is_locked})
    return visible(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode())


def _status(guide: Status, lines: Iterable[Line], file: dict[str, Any]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "stage": guide.stage.id,
        "days": guide.days and _days(guide.days, is_held=bool(guide.boundaries)),
        "steps": [_step(one) for one in guide.listed],
        "next": guide.next.id if guide.next else None,
        "due": [step.id for step in guide.due],
        "boundaries": [{"id": one.id, "reason": one.reason} for one in guide.boundaries],
        "runs": guide.runs,
        "file": file,
        "paused_until": guide.paused_until,
        "coming": [one.day for one in guide.coming],
        "scales": [_scale(line) for line in lines],
        "ended": [stage for stage in guide.ended if any(one.stage.id == stage for one in guide.listed)],
    }


def _days(days: Streak, *, is_held: bool) -> dict[str, Any]:
    return {
        "apart": days.apart,
        "of": days.of,
        "best": days.best,
        "total": days.total,
        "day": days.day,
        "since": days.since,
        "ends": days.ends,
        "breaks": days.breaks,
        "average_gap": None if is_held else days.gap,
        "in_a_row": days.in_a_row,
        "longest": days.longest,
        "before": days.before,
    }


def _scale(line: Line) -> dict[str, Any]:
    """Give a scale with what was told of the last `DAYS` days, oldest first."""
    recent = [{"day": point.day, "value": point.value} for point in line.points if point.ago < DAYS]
    return {"title": line.title, "low": line.low, "high": line.high, "entries": len(line.points), "recent": recent}


def _step(standing: StepStatus) -> dict[str, Any]:
    opens = {"reason": standing.reason, "date": standing.date} if standing.reason and not standing.may_begin else None
    return {
        "id": standing.step.id,
        "stage": standing.stage.id,
        "title": standing.step.title,
        "state": standing.state.value,
        "opens": opens,
        "finished": standing.finished,
        "begun": standing.begun,
    }
