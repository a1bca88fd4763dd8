"""The entry point of `exback` and of `python -m exback`, which imports nothing until it knows what is wanted."""

import gc
import os
import sys

# The alternate screen leaves nothing in the scrollback. Half a second is long for someone with an urge, so the first
# line is shown before anything is loaded.
ENTER_ALTERNATE_SCREEN = "\x1b[?1049h\x1b[2J\x1b[H"
LEAVE_ALTERNATE_SCREEN = "\x1b[?1049l"
FIRST_LINE = "You want to write to them. Give it ten minutes first."
NO_MEMORY = "There isn't enough memory for exback to run."
# Almost nothing that is allocated while modules load is garbage, and looking for some takes a twentieth of the time to
# the first page. Up to there nearly 100,000 objects are allocated.
ALLOCATIONS_BEFORE_COLLECTING = 200_000


def main() -> None:
    """Run exback on the words of the command line, and end with its exit code."""
    code = run(sys.argv[1:])
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    # Python would first free, one by one, all objects that were loaded. That takes its time, and nothing waits for it.
    os._exit(code)


def run(words: list[str]) -> int:
    """Run exback on some words of a command line. Return the exit code."""
    is_urge = words == ["urge"] and _has_alternate_screen()
    try:
        if is_urge:
            print(f"{ENTER_ALTERNATE_SCREEN}\n  {FIRST_LINE}", flush=True)
        return _run(words, is_urge=is_urge)
    except KeyboardInterrupt:  # Ctrl-C before the first question: there is nothing to save
        from exback import signals

        signals.end_at_once()  # whoever holds Ctrl-C down sends more of them
        from exback.errors import Interrupted

        if is_urge:
            _leave_alternate_screen()
        return Interrupted.exit_code
    except MemoryError:  # before there was room for the code that reports every other error
        if is_urge:
            _leave_alternate_screen()
        sys.stderr.write(f"{NO_MEMORY}\n")
        return 1


def _run(words: list[str], *, is_urge: bool) -> int:
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)
    if words == ["--version"]:
        from exback import __version__

        return _print(f"exback {__version__}")
    if words == ["crisis"]:
        from exback.commands import crisis

        return _print(crisis.page_now(os.environ))
    from exback import signals
    from exback.store import core_dumps

    core_dumps.forbid()
    signals.end_at_once(LEAVE_ALTERNATE_SCREEN if is_urge else "")
    from exback.cli import run

    code = run(words, before_error=_leave_alternate_screen if is_urge else None)
    signals.end_at_once()  # Python shuts down now, which may be interrupted as well
    return code


def _print(text: str) -> int:
    from exback.console import exit_code, tell

    def work() -> int:
        tell(*text.splitlines())
        return 0

    return exit_code(work)


def _has_alternate_screen() -> bool:
    wants_it = os.environ.get("EXBACK_PLAIN", "0") in ("", "0") and os.environ.get("TERM", "dumb") != "dumb"
    return wants_it and sys.stdout is not None and sys.stdout.isatty()


def _leave_alternate_screen() -> None:
    from contextlib import suppress

    with suppress(OSError):  # the window was closed; what comes next says so
        print(LEAVE_ALTERNATE_SCREEN, end="", flush=True)


if __name__ == "__main__":
    main()
