"""How a command ends: every error becomes a sentence on stderr and a code for the shell. Knows no commands."""

from __future__ import annotations

import os
import sys

from exback.errors import ExbackError, Interrupted

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from exback.view import Leave


MORE_MEMORY = (
    "What was saved is still there. Close other programs, or raise the limit (ulimit -v), and start exback again."
)


def exit_code(work: Callable[[], int], before_error: Callable[[], None] | None = None) -> int:
    """Do some work and give its exit code. Every error ends here, as a sentence on stderr.

    `before_error` is called before an error is said, to take away what may stand on the screen.
    """
    _forgive_encodings()
    try:
        code = work()
        _deliver_output()
        return code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        error: ExbackError = Interrupted()
    except ExbackError as known:
        error = known
    except BrokenPipeError:  # whoever was listening has heard enough
        _forget(sys.stdout)
        error = ExbackError("")
    except OSError as refused:
        _forget(sys.stdout)
        error = ExbackError(
            f"exback could not write what it had to say: {(refused.strerror or '').lower()}.",
            hint="Nothing that you wrote is lost. Make room there, or let exback write to the terminal.",
        )
    except Exception as unknown:  # noqa: BLE001  # a traceback would show a person's words to the room
        error = _fault(unknown)
    if before_error is not None:
        before_error()
    return _say(error)


def unchanged(leave: Leave) -> int:
    """Say that nothing was done, unless nothing may be seen any more. Gives the exit code."""
    if not leave.hidden:
        tell("Nothing was changed.")
    return Interrupted.exit_code if leave.interrupted else 0


def _fault(error: Exception) -> ExbackError:
    """Give an error that says where exback itself is at fault, and nothing of what was being worked on."""
    if _is_for_lack_of_memory(error):
        return ExbackError("There is too little memory for exback to work in.", hint=MORE_MEMORY)
    from pathlib import Path

    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"
    sentence = f"Something in exback itself went wrong: {type(error).__name__}{place}."
    return ExbackError(sentence, hint="What you had answered is saved. Please report this line, without your words.")


def _is_for_lack_of_memory(error: Exception) -> bool:
    """Whether memory has run out, or a limit (ulimit -v) was reached: a library that doesn't fit is an ImportError."""
    lacking = "failed to map segment" in str(error) or "annot allocate memory" in str(error)
    return isinstance(error, MemoryError) or (isinstance(error, ImportError) and lacking)


def tell(text: str) -> None:
    """Say what a command did. On a terminal lines are broken between words."""
    from exback.wrapping import broken_for  # most commands draw what they have to say

    print(broken_for(sys.stdout, text))


def say(sentences: Iterable[str]) -> None:
    """Say something beside what a command prints, to the person and not to a program that reads that."""
    text = "\n".join(sentences)
    if sys.stderr is None or not text:
        return
    from exback.wrapping import broken_for  # most commands have nothing to say here

    try:
        print(broken_for(sys.stderr, text), file=sys.stderr)
    except OSError:  # there is nobody left to tell
        _forget(sys.stderr)


def _say(error: ExbackError) -> int:
    lines = [str(error)] if str(error) else []
    lines += [f"  {error.path}"] if error.path else []
    lines += [f"  {error.hint}"] if error.hint else []
    say(lines)
    return error.exit_code


def _forgive_encodings() -> None:
    """A letter that the terminal cannot show becomes a question mark, never a crash; a byte typed that is
    no letter is carried as it came, and repaired when the answer is taken.
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)


def _deliver_output() -> None:
    """Write what is still held back, as long as a refusal can be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _forget(stream: TextIO) -> None:
    """Point a stream at nothing, so that Python does not complain once more when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
