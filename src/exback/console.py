"""How a command ends: every error becomes a sentence on stderr and a code for the shell. Knows no commands."""

from __future__ import annotations

import os
import sys

from exback.errors import ExbackError, Interrupted

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TextIO


MORE_MEMORY = (
    "What was saved is still there. Close other programs, or raise the limit (ulimit -v), and start exback again."
)


def exit_code(work: Callable[[], int], before_error: Callable[[], None] | None = None) -> int:
    """Do some work and give its exit code. Every error ends here, as a sentence on stderr.

    `before_error` is called before an error is said, to take away what may stand on the screen.
    """
    _agree_on_letters()
    before = sys.stdout, sys.stderr
    out, err = _Watched(before[0]), _Watched(before[1])
    sys.stdout, sys.stderr = out if before[0] else before[0], err if before[1] else before[1]
    try:
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
        except OSError as refused:
            error = _unheard(refused) if out.has_raised(refused) or err.has_raised(refused) else _refusal(refused)
        except Exception as unknown:  # noqa: BLE001  # a traceback would show a person's words to the room
            error = _fault(unknown)
        if before_error is not None:
            before_error()
        return _say(error)
    finally:
        sys.stdout, sys.stderr = before
        for stream, watched in zip(before, (out, err), strict=True):
            if watched.has_failed:
                _forget(stream)


class _Watched:
    """stdout or stderr, which remembers the errors that writing to it raised, so that no other is taken for one of them."""

    def __init__(self, stream: Any, raised: list[OSError] | None = None) -> None:  # noqa: ANN401  # of text, or of bytes
        self._stream = stream
        self._raised: list[OSError] = [] if raised is None else raised

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # what a stream has
        return getattr(self._stream, name)

    @property
    def buffer(self) -> _Watched:
        """The stream of bytes beneath it. Raises AttributeError where there is none."""
        return _Watched(self._stream.buffer, self._raised)

    def write(self, content: Any) -> int:  # noqa: ANN401  # likewise
        """Write as the stream does."""
        try:
            return int(self._stream.write(content))
        except OSError as error:
            self._raised.append(error)
            raise

    def flush(self) -> None:
        """Write what is still held back."""
        try:
            self._stream.flush()
        except OSError as error:
            self._raised.append(error)
            raise

    @property
    def has_failed(self) -> bool:
        """Whether writing to this stream ever raised an error."""
        return bool(self._raised)

    def has_raised(self, error: OSError) -> bool:
        """Whether writing to this stream raised an error."""
        return any(one is error for one in self._raised)


def _unheard(refused: OSError) -> ExbackError:
    """Return what is left to say where stdout or stderr takes nothing more; nothing to someone who has heard enough."""
    if isinstance(refused, BrokenPipeError):
        return ExbackError("")
    return ExbackError(
        f"exback could not write what it had to say: {_reason(refused)}.",
        hint="Nothing that you wrote is lost. Make room there, or let exback write to the terminal.",
    )


def _refusal(refused: OSError) -> ExbackError:
    """Return an error about something the system refused, with the file it was about or the line it came from."""
    file = refused.filename if isinstance(refused.filename, str) else None
    return ExbackError(
        f"Your system didn't let exback go on: {_reason(refused)}{'' if file else _place(refused)}.",
        path=file,
        hint="What you had answered is saved. exback doctor looks at your file and the folder it's in.",
    )


def _reason(refused: OSError) -> str:
    return (refused.strerror or type(refused).__name__).lower()


def _fault(error: Exception) -> ExbackError:
    """Give an error that says where exback itself is at fault, and nothing of what was being worked on."""
    if _is_for_lack_of_memory(error):
        return ExbackError("There is too little memory for exback to work in.", hint=MORE_MEMORY)
    sentence = f"Something in exback itself went wrong: {type(error).__name__}{_place(error)}."
    return ExbackError(sentence, hint="What you had answered is saved. Please report this line, without your words.")


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
    """Print what a command did, each line as one line with nothing hidden in it. A terminal gets it broken between words."""
    print(_shown(sys.stdout, lines))


def say(lines: Iterable[str]) -> None:
    """Print lines beside what a command prints, for the person and not for a program that reads that."""
    lines = tuple(lines)
    if sys.stderr is None or not lines:
        return
    try:
        print(_shown(sys.stderr, lines), file=sys.stderr)
    except OSError:  # there is nobody left to tell
        _forget(sys.stderr)


def hand_over(text: str) -> None:
    """Write text for another program to stdout: in UTF-8 whatever the locale, and with the line ends it has."""
    if sys.stdout is None:
        return
    sys.stdout.flush()
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:  # a stream that holds nothing back may take it in pieces
        rest = rest[sys.stdout.buffer.write(rest) :]


def _shown(stream: TextIO | None, lines: Iterable[str]) -> str:
    # most commands draw what they have to say

    return broken_for(stream, "\n".join(line if line.isprintable() else _one_line(line) for line in lines))


def _one_line(line: str) -> str:
    from exback.model.prose import one_line  # hardly a line needs it

    return one_line(line)


def _say(error: ExbackError) -> int:
    lines = [str(error)] if str(error) else []
    lines += [f"  {error.path}"] if error.path else []
    lines += [f"  {error.hint}"] if error.hint else []
    say(lines)
    return error.exit_code


def _agree_on_letters() -> None:
    """Read what is piped in as UTF-8, whatever the locale. A letter that the terminal can't show becomes a question mark,
    and a byte that is no letter is kept as it came, and repaired when the answer is taken.
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        encoding = "utf-8" if stream is sys.stdin and not stream.isatty() else stream.encoding
        if (stream.encoding, stream.errors) != (encoding, errors):  # a demo comes by twice, and stdin is read by then
            reconfigure(encoding=encoding, errors=errors)


def _deliver_output() -> None:
    """Write what is still held back, as long as a refusal can be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _forget(stream: TextIO) -> None:
    """Point a stream at nothing, so that Python does not complain once more when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


NARROWEST = 20
"""Columns. In fewer, nothing is gained."""


def columns_of(stream: TextIO) -> int:
    """Give how many columns there are where a stream ends, 0 if that is no terminal."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, or no file at all
        return 0


def broken(line: str, columns: int) -> str:
    """Give a line in lines that fit, each as far in as the first; a word that is longer, and a path, stay whole."""
    if not NARROWEST <= columns < len(line) or os.path.isabs(line.strip()):  # noqa: PTH117  # --version doesn't wait for pathlib
        return line
    return wrapped(line, columns - 1)


def wrapped(line: str, width: int) -> str:
    """Return a line broken between words at a width, in columns. What follows is indented like the beginning."""
    import textwrap  # most lines fit

    indent = " " * (len(line) - len(line.lstrip(" ")))
    return "\n".join(
        textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    )


def broken_for(stream: TextIO | None, text: str) -> str:
    """Give a text as it fits where a stream ends."""
    columns = 0 if stream is None else columns_of(stream)
    return "\n".join(broken(line, columns) for line in text.split("\n"))
