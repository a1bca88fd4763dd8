"""Writing a file outside exback's folder: it must be new, whole and for the person alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.systems import PRIVATE_FILE, mode, needs_named_pipes

from exback.errors import ExbackError
from exback.store.export_file import write_new


class TestWriting:
    """`write_new`."""

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
    def test_is_private(self, tmp_path: Path, umask: int) -> None:
        """0600, whatever the umask."""
        before = os.umask(umask)
        try:
            write_new(tmp_path / "new", b"words")
        finally:
            os.umask(before)
        assert mode(tmp_path / "new") == PRIVATE_FILE
        assert (tmp_path / "new").read_bytes() == b"words"

    @needs_named_pipes
    def test_never_replaces_anything(self, tmp_path: Path) -> None:
        """Neither a file, a folder, a pipe, nor a link, also one that leads nowhere."""
        (tmp_path / "file").write_bytes(b"mine")
        (tmp_path / "folder").mkdir()
        (tmp_path / "link").symlink_to("nowhere")
        os.mkfifo(tmp_path / "pipe")
        for name in ("file", "folder", "link", "pipe"):
            with pytest.raises(ExbackError, match="with that name is there already") as refused:
                write_new(tmp_path / name, b"words")
            assert refused.value.path == str(tmp_path / name)
        assert (tmp_path / "file").read_bytes() == b"mine"
        assert not (tmp_path / "nowhere").exists()

    def test_says_where_there_is_no_folder(self, tmp_path: Path) -> None:
        """A sentence, no trace."""
        with pytest.raises(ExbackError, match="couldn't write"):
            write_new(tmp_path / "none" / "new", b"words")
        assert list(tmp_path.iterdir()) == []

    def test_leaves_nothing_where_it_failed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Half an export is no export."""

        def fail(handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(ExbackError, match="the disk is full"):
            write_new(tmp_path / "new", b"words")
        assert list(tmp_path.iterdir()) == []
