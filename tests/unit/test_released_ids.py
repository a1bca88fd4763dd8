from pathlib import Path

from exback.model.program import Program

RELEASED = Path(__file__).parents[1] / "released_ids.txt"


def test_every_id_ever_released_is_still_known(program: Program) -> None:
    """Answers are kept under ids, so a step or item may be renamed with `former=`, and never simply vanish."""
    known = set(_ids(program))
    lost = [line for line in RELEASED.read_text(encoding="utf-8").split() if line not in known]
    assert lost == []


def test_every_id_of_today_is_on_the_list(program: Program) -> None:
    """An id that is not on the list could vanish unseen; a new one is added with its step."""
    listed = set(RELEASED.read_text(encoding="utf-8").split())
    current = {f"{step.id}/{item.id}" for step in program.steps() for item in step.items}
    assert sorted(current - listed) == []


def _ids(program: Program) -> list[str]:
    return [
        f"{step_id}/{item_id}"
        for step in program.steps()
        for item in step.items
        for step_id in (step.id, *step.former, *filter(None, [item.moved_from]))
        for item_id in (item.id, *item.former)
    ]
