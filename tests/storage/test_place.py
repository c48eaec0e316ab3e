"""Tests of where a file lies, and of files swapped in whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from openblock.storage.place import is_network_share, replace_whole

TABLE = """\
/dev/sda1 / ext4 rw 0 0
short
server:/homes /home nfs4 rw 0 0
/dev/sdb1 /home/anna/local ext4 rw 0 0
//server/block /mnt/the\\040block cifs rw 0 0
me@host: /mnt/far fuse.sshfs rw 0 0
/dev/sdc1 /mnt/far ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/var/lib/block", False),
        ("/home/anna/block", True),
        ("/home/anna/local/block", False),
        ("/homes/block", False),
        ("/mnt/the block/file", True),
        ("/mnt/far/file", False),
    ],
)
def test_the_innermost_and_last_mount_decides(tmp_path, path, shared):
    mounts = tmp_path / "mounts"
    mounts.write_text(TABLE)
    assert is_network_share(Path(path), mounts) is shared


def test_without_a_table_of_mounts_nothing_is_refused(tmp_path):
    assert not is_network_share(tmp_path, tmp_path / "none")


def test_an_empty_table_of_mounts_refuses_nothing(tmp_path):
    (tmp_path / "mounts").touch()
    assert not is_network_share(tmp_path, tmp_path / "mounts")


def test_a_file_is_replaced_whole_or_stays(tmp_path):
    path = tmp_path / "file"
    replace_whole(path, b"one")
    replace_whole(path, b"two")
    assert path.read_bytes() == b"two"
    with pytest.raises(FileNotFoundError):
        replace_whole(tmp_path / "nowhere" / "file", b"x")
    path.unlink()
    path.mkdir()
    with pytest.raises(OSError, match="file"):
        replace_whole(path, b"three")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
