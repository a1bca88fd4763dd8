"""What turning a page costs: the key, the answer saved, and the next page drawn, next to what starting Python costs.

Counted in instructions where valgrind is installed, and in CPU time of the same run otherwise.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import instructions
from bench.somebody import BARE, environment, move_in

CEILING = 1.0
"""The most that turning a page may cost, in starts of Python."""
FEW, MANY = 10, 30
"""Even numbers: each run ends on the page it began with."""
# Answers the first question of a check-in, goes back to it and on again, each time once the page is drawn.
TURNS = """
import sys
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from exback import cli
from exback.screen.terminal.application import SessionApplication
turns = left = int(sys.argv[1])
draw_first = SessionApplication._draw_first
def draw_and_turn(self):
    global left
    draw_first(self)
    if left == turns:
        self.key_processor.feed(KeyPress("6", "6"))
    key = KeyPress(Keys.ControlM if left % 2 == 0 else Keys.BackTab) if left else KeyPress(Keys.ControlC)
    left -= 1
    self.key_processor.feed(key)
    self.loop.call_soon(self.context.copy().run, self.key_processor.process_keys)
SessionApplication._draw_first = draw_and_turn
sys.exit(cli.run(["step", "check-in"]))
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        move_in(Path(folder))
        try:
            print(f"turning a page against starting Python, in instructions: {ratio(Path(folder)):.2f}")
        except instructions.NotHere as reason:
            print(
                f"turning a page against starting Python, in CPU time: {ratio(Path(folder), cpu_time):.2f} ({reason})"
            )


def ratio(home: Path, cost: Callable[[Path, Sequence[str]], float] = instructions.in_a_window) -> float:
    """Return what one page turn costs, in starts of Python, for someone whose home is a folder. Raises NotHere.

    `cost` returns what a command costs that runs in a window of its own.
    """
    few, many = (cost(home, (sys.executable, "-c", TURNS, str(turns))) for turns in (FEW, MANY))
    return (many - few) / (MANY - FEW) / cost(home, BARE)


def cpu_time(home: Path, command: Sequence[str]) -> float:
    """Return the CPU time of a command in a terminal, in seconds: the least of a few runs."""
    return min(_cpu_time(home, command) for _ in range(5))


def _cpu_time(home: Path, command: Sequence[str]) -> float:
    before = os.times()
    pexpect.run(command[0], args=[*command[1:]], env=environment(home), timeout=120, withexitstatus=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
