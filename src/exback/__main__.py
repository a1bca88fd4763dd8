"""The way in: `exback` and `python -m exback`. Imports nothing until it knows what is wanted."""

import gc
import os
import sys

# The terminal's second screen leaves nothing in the scrollback. At such a moment half a second is long, so the
# first line stands there before anything is loaded.
SECOND_SCREEN = "\x1b[?1049h\x1b[2J\x1b[H"
FIRST_SCREEN = "\x1b[?1049l"
FIRST_LINE = "You want to write to them. Stay here ten minutes first."
NO_MEMORY = "There is too little memory for exback to work in."
# Next to nothing that is made while modules load is garbage, and looking for it takes a twentieth of the time to
# the first page.
MADE_BEFORE_A_LOOK = 50_000


def main() -> None:
    """Run exback on the command line's words, and exit with its code."""
    words = sys.argv[1:]
    at_once = words == ["urge"] and _has_second_screen()
    try:
        if at_once:
            print(f"{SECOND_SCREEN}\n  {FIRST_LINE}", flush=True)
        code = _run(words, at_once=at_once)
    except KeyboardInterrupt:  # Ctrl-C in the first moment: nothing was asked, there is nothing to save
        from exback.errors import Interrupted

        if at_once:
            _back()
        code = Interrupted.exit_code
    except MemoryError:  # before there was room for what says everything else
        if at_once:
            _back()
        sys.stderr.write(f"{NO_MEMORY}\n")
        code = 1
    sys.exit(code)


def _run(words: list[str], *, at_once: bool) -> int:
    if words == ["--version"]:
        from exback import __version__

        return _say(f"exback {__version__}\n")
    if words == ["crisis"]:
        from exback.commands import crisis

        return _say(crisis.page(crisis.country_of(os.environ)))
    from exback import signals
    from exback.store import core_dumps

    core_dumps.forbid()
    signals.end_at_once(FIRST_SCREEN if at_once else "")
    gc.set_threshold(MADE_BEFORE_A_LOOK)
    from exback.cli import run

    code = run(words, before_error=_back if at_once else None)
    signals.end_at_once()  # Python takes itself down now, which may be interrupted as well,
    gc.freeze()  # and would look for garbage in all that was loaded: a tenth of the time of `status`
    return code


def _say(text: str) -> int:
    from exback.console import exit_code

    def work() -> int:
        print(text, end="")
        return 0

    return exit_code(work)


def _has_second_screen() -> bool:
    wants_it = os.environ.get("EXBACK_PLAIN", "0") in ("", "0") and os.environ.get("TERM", "dumb") != "dumb"
    return wants_it and sys.stdout is not None and sys.stdout.isatty()


def _back() -> None:
    print(FIRST_SCREEN, end="", flush=True)


if __name__ == "__main__":
    main()
