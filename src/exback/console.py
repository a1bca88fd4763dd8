"""Print what a command has to say, and turn every error into a sentence on stderr and an exit code."""

from __future__ import annotations

import os
import sys

from exback.errors import ExbackError, Interrupted

TYPE_CHECKING = False  # importing typing takes as long as starting Python
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TextIO

CLEAR_ALL = "\x1b[H\x1b[2J\x1b[3J"
"""Clears a terminal's screen and, with its last part, everything that was scrolled past."""

NARROWEST = 20
"""Columns. Wrapping to fewer would gain nothing."""
MORE_MEMORY = (
    "What was saved is still there. Close other programs, or raise the limit (ulimit -v), and start exback again."
)


def exit_code(work: Callable[[], int], before_error: Callable[[], None] | None = None) -> int:
    """Do some work and return its exit code. Every error ends here, as a sentence on stderr.

    `before_error` is called before an error is printed, to clear away what may be on the screen.
    """
    _set_encodings()
    before = sys.stdout, sys.stderr
    out, err = _WatchedStream(before[0]), _WatchedStream(before[1])
    sys.stdout, sys.stderr = out if before[0] else before[0], err if before[1] else before[1]
    try:
        try:
            code = work()
            if sys.stdout is not None:
                sys.stdout.flush()  # while an error that this raises can still be reported
            return code
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
        except KeyboardInterrupt:
            from exback import signals

            signals.end_at_once()  # whoever holds Ctrl-C down sends more of them
            error: ExbackError = Interrupted()
        except ExbackError as known:
            error = known
        except OSError as refused:
            error = _failed_output(refused) if refused in (*out.raised, *err.raised) else _refusal(refused)
        except Exception as unknown:  # noqa: BLE001  # a traceback would show a person's words to the room
            error = _failed_output(OSError(*unknown.args)) if _is_of_terminal(unknown) else _internal_error(unknown)
        if before_error is not None:
            before_error()
        return _report(error)
    finally:
        sys.stdout, sys.stderr = before
        for stream, watched in zip(before, (out, err), strict=True):
            if watched.raised:
                _discard(stream)


class _WatchedStream:
    """stdout or stderr. `raised` has the errors that writing to it raised, which tells them from all other errors."""

    def __init__(self, stream: Any, raised: list[OSError] | None = None) -> None:  # noqa: ANN401  # a stream of text or bytes
        self._stream = stream
        self.raised: list[OSError] = [] if raised is None else raised

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any attribute of the stream
        return getattr(self._stream, name)

    @property
    def buffer(self) -> _WatchedStream:
        """The stream of bytes beneath it. Raises AttributeError if there is none."""
        return _WatchedStream(self._stream.buffer, self.raised)

    def write(self, content: Any) -> int:  # noqa: ANN401  # text or bytes
        """Write as the stream does."""
        return int(self._watch(self._stream.write, content))

    def flush(self) -> None:
        """Write what is still in the buffer."""
        self._watch(self._stream.flush)

    def _watch(self, method: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  # what the stream returns
        try:
            return method(*arguments)
        except OSError as error:
            self.raised.append(error)
            raise


def _failed_output(refused: OSError) -> ExbackError:
    """Return the error that stdout or stderr can't be written to; it has no sentence if the reader closed the pipe."""
    if isinstance(refused, BrokenPipeError):
        return ExbackError("")
    return ExbackError(
        f"exback couldn't write its output: {_reason(refused)}.",
        hint="Nothing you wrote is lost. Free some space there, or let exback write to the terminal.",
    )


def _is_of_terminal(error: Exception) -> bool:
    """Whether a terminal refused its settings, as one does whose window was closed: that isn't an OSError."""
    termios = sys.modules.get("termios")
    return termios is not None and isinstance(error, termios.error)


def _refusal(refused: OSError) -> ExbackError:
    """Return the error that the system refused something, with the file it was about or the line it came from."""
    import errno  # --version doesn't wait for it

    if refused.errno == errno.ENOMEM:
        return _out_of_memory()
    file = refused.filename if isinstance(refused.filename, str) else None
    return ExbackError(
        f"Your system stopped exback: {_reason(refused)}{'' if file else _place(refused)}.",
        path=file,
        hint="Your answers so far are saved. To check your file and its folder: exback doctor",
    )


def _reason(refused: OSError) -> str:
    return (refused.strerror or type(refused).__name__).lower()


def _internal_error(error: Exception) -> ExbackError:
    """Return an error that says where in exback the mistake is, and nothing of what the person wrote."""
    if _is_for_lack_of_memory(error):
        return _out_of_memory()
    sentence = f"Something went wrong in exback itself: {type(error).__name__}{_place(error)}."
    return ExbackError(
        sentence, hint="Your answers so far are saved. Please report this line, without anything you wrote."
    )


def _out_of_memory() -> ExbackError:
    return ExbackError("There isn't enough memory for exback to run.", hint=MORE_MEMORY)


def _place(error: Exception) -> str:
    from pathlib import Path

    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"


def _is_for_lack_of_memory(error: Exception) -> bool:
    """Whether memory has run out, or a limit (ulimit -v) was reached: a library that doesn't fit is an ImportError."""
    lacking = "failed to map segment" in str(error) or "annot allocate memory" in str(error)
    return isinstance(error, MemoryError) or (isinstance(error, ImportError) and lacking)


def tell(*lines: str) -> None:
    """Print what a command did, each line with nothing hidden in it. On a terminal, long lines are wrapped."""
    print(_printable(sys.stdout, lines))


def say(lines: Iterable[str]) -> None:
    """Print lines to stderr: for the person, and not for a program that reads what a command prints."""
    lines = tuple(lines)
    if sys.stderr is None or not lines:
        return
    try:
        print(_printable(sys.stderr, lines), file=sys.stderr)
    except OSError:  # no one can read it, so there is nothing to report either
        _discard(sys.stderr)


def hand_over(text: str) -> None:
    """Write text for another program to stdout, in UTF-8 whatever the locale is, with its line ends unchanged."""
    if sys.stdout is None:
        return
    sys.stdout.flush()
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:  # an unbuffered stream may take it in pieces
        rest = rest[sys.stdout.buffer.write(rest) :]


def _printable(stream: TextIO | None, lines: Iterable[str]) -> str:
    return broken_for(stream, "\n".join(line if line.isprintable() else _one_line(line) for line in lines))


def _one_line(line: str) -> str:
    from exback.model.prose import one_line  # hardly any line needs it

    return one_line(line)


def _report(error: ExbackError) -> int:
    say([*filter(None, [str(error)]), *(f"  {detail}" for detail in (error.path, error.hint) if detail)])
    return error.exit_code


def _set_encodings() -> None:
    """Read what is piped in as UTF-8 whatever the locale is, and print a question mark for a character the terminal lacks.

    Bytes that aren't UTF-8 are kept as surrogates, and repaired when the answer is taken.
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        encoding = "utf-8" if stream is sys.stdin and not stream.isatty() else stream.encoding
        if (stream.encoding, stream.errors) != (encoding, errors):  # `demo` comes here twice, after stdin has been read
            reconfigure(encoding=encoding, errors=errors)


def _discard(stream: TextIO) -> None:
    """Point a stream at the null device, so that Python doesn't complain again when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def columns_of(stream: TextIO) -> int:
    """Return the width in columns of the terminal that a stream goes to, 0 if it isn't a terminal."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, or not a file at all
        return 0


def broken(line: str, columns: int) -> str:
    """Return a line wrapped to lines that fit, all with the indent of the first.

    A longer word, a path, and a command line of exback stay whole.
    """
    if not NARROWEST <= columns < len(line) or os.path.isabs(line.strip()):  # noqa: PTH117  # --version doesn't wait for pathlib
        return line
    import textwrap  # most lines fit

    from exback.model.command_lines import spaced, unbroken

    indent = " " * (len(line) - len(line.lstrip(" ")))
    lines = textwrap.wrap(
        unbroken(line), columns - 1, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return spaced("\n".join(lines))


def broken_for(stream: TextIO | None, text: str) -> str:
    """Return a text with its lines wrapped to the terminal that a stream goes to, without spaces at their ends."""
    columns = 0 if stream is None else columns_of(stream)
    return "\n".join(broken(line.rstrip(" "), columns) for line in text.split("\n"))
