"""No core dumps: a crash would otherwise leave the memory of exback, and so private words, in a file on the disk."""

from __future__ import annotations

from contextlib import suppress

NOTHING = b"0"
WHAT_A_DUMP_HOLDS = "/proc/self/coredump_filter"


def forbid() -> None:
    """Let neither this process nor an editor that it starts leave its memory behind. What a system doesn't have is left out.

    Linux doesn't heed the limit where core dumps go to another program, so there a dump is to hold no memory either.
    PR_SET_DUMPABLE would take a library that costs a fifth of starting Python, and would close /proc/self to exback itself.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError), open(WHAT_A_DUMP_HOLDS, "wb", buffering=0) as dump:  # noqa: PTH123  # pathlib loads slowly
        dump.write(NOTHING)
