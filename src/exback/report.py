"""`exback status --json`: the format that other programs may rely on."""

from __future__ import annotations

from typing import Any

import msgspec

from exback.guide import Guide, Standing
from exback.store import Store

FORMAT = "exback-status"
VERSION = 1


def status_json(guide: Guide, store: Store) -> str:
    """Give where somebody is as one JSON object. It holds no word that the person wrote."""
    return msgspec.json.format(msgspec.json.encode(_status(guide, store)), indent=2).decode()


def _status(guide: Guide, store: Store) -> dict[str, Any]:
    days = guide.days
    kept = days and {"apart": days.apart, "of": days.of, "best": days.best, "total": days.total}
    return {
        "format": FORMAT,
        "version": VERSION,
        "stage": guide.stage.id,
        "days": kept,
        "steps": [_step(one) for one in guide.standings],
        "next": guide.next.id if guide.next else None,
        "due": [step.id for step in guide.due],
        "boundaries": [{"id": one.id, "reason": one.reason} for one in guide.boundaries],
        "runs": guide.runs,
        "file": {"path": str(store.path), "revision": store.load().revision, "encrypted": store.is_locked},
    }


def _step(standing: Standing) -> dict[str, Any]:
    opens = {"reason": standing.reason, "date": standing.date} if standing.reason and not standing.may_begin else None
    return {
        "id": standing.step.id,
        "stage": standing.stage.id,
        "title": standing.step.title,
        "state": standing.state.value,
        "opens": opens,
    }
