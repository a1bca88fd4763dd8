"""Switching off core dumps: a crash would otherwise leave exback's memory, with private words, in a file on the disk."""

from __future__ import annotations

from contextlib import suppress

NOTHING = b"0"
DUMP_FILTER = "/proc/self/coredump_filter"


def forbid() -> None:
    """Forbid core dumps of this process and of an editor that it starts. Does nothing where the system can't do it.

    Linux ignores the limit where core dumps go to another program, so such a dump is made to contain no memory.
    PR_SET_DUMPABLE would need a library that costs a fifth of starting Python, and would close /proc/self to exback itself.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError), open(DUMP_FILTER, "wb", buffering=0) as dump:  # noqa: PTH123  # pathlib loads slowly
        dump.write(NOTHING)
