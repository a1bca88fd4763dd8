"""How many keys an urge takes from its first page to its last, in a real terminal."""

from __future__ import annotations

import pytest
from support.person import Clock
from support.teletype import DOWN, ENTER, SPACE
from support.typist import Recorded, wait_for_page
from terminal.conftest import Room

from exback.model.items import Reading

BEFORE = {0: 13, 3: 14}
"""The keys that it took before it asked what set it off, by how many urges came before it."""
KEYS = {
    "before": ("8", ENTER),
    "set-off": (ENTER,),
    "breath": (SPACE,),
    "now-what": (DOWN, DOWN, ENTER),
    "after": ("4", ENTER),
    "wrote": ("n", ENTER),
}


@pytest.mark.parametrize("earlier", list(BEFORE))
def test_an_urge_takes_one_key_more_than_before_it_asked_what_set_it_off(wide_room: Room, earlier: int) -> None:
    """With three plans, and the first of them chosen; not even one key more once there are earlier urges to tell of."""
    person = Recorded(wide_room.program, Clock(), wide_room.home)
    person.puts("your-story")
    person.puts("risky-moments", moment_1="Late.", plan_1="Phone away.", moment_2="Wine.", plan_2="Water.")
    for _ in range(earlier):
        person.puts("urge", before=8, now_what="go-on", after=5, wrote=False)
    there = Recorded(wide_room.program, Clock(), wide_room.home.with_name("scripted"))
    for run in person.store.load().runs:
        there.store.put(run)
    answers: dict[str, object] = {"before": 8, "breath": "left", "now-what": "go-on", "after": 4, "wrote": False}
    there.answers("urge", {**answers, "set-off": lambda view: view.options[0].id})
    (sitting,) = there.sittings
    teletype = wide_room.exback("urge")
    pressed = 0
    for shown in sitting.pages:
        wait_for_page(teletype, shown.view)
        keys = (ENTER,) if isinstance(shown.view.item, Reading) else KEYS.get(shown.view.item.id, (ENTER,))
        teletype.press(*keys)
        pressed += len(keys)
    assert teletype.exit_code() == 0
    assert wide_room.run.answers["set-off"] == there.store.load().runs[-1].answers["set-off"] != "alone"
    assert pressed <= BEFORE[earlier] + (1 if earlier == 0 else 0)
