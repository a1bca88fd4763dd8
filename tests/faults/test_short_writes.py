"""A system that writes fewer bytes than it is given: all are written in the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.trouble import SECRET, environment, kept, small_file

SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
ssize_t write(int handle, const void *data, size_t size) {
    static ssize_t (*next)(int, const void *, size_t);
    static int short_ones;
    struct stat found;
    if (!next) next = dlsym(RTLD_NEXT, "write");
    if (size > 7 && fstat(handle, &found) == 0 && S_ISREG(found.st_mode)) {
        size = 7;
        if (!short_ones++) dprintf(2, "short writes\n");
    }
    return next(handle, data, size);
}
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that writes only seven bytes to a file where more were asked for."""
    if shutil.which("gcc") is None:
        pytest.skip("gcc is not installed")
    folder = tmp_path_factory.mktemp("shim")
    (folder / "shim.c").write_text(SHIM)
    library = folder / "shim.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, folder / "shim.c", "-ldl"], check=True)
    return library


@pytest.mark.fault(6)
def test_a_save_of_seven_bytes_at_a_time_is_whole(shim: Path, home: Path) -> None:
    """However few bytes the system takes at once, the file holds them all."""
    small_file(home)
    typed = "because " * 500 + "\n.\n"

    done = subprocess.run(
        [sys.executable, "-m", "exback", "--plain", "step", "the-whole-story"],
        input=typed.encode(),
        capture_output=True,
        env={**environment(home), "LD_PRELOAD": str(shim)},
        check=False,
    )

    assert done.returncode == 0
    assert b"short writes" in done.stderr  # else nothing was tried
    assert kept(home).runs[0].answers["reasons"] == f"The {SECRET} said\n{'because ' * 500}"
    assert os.stat(home / "progress.json").st_size > 4000  # noqa: PTH116  # as the system counts
