"""Check, backup and restore from the command line, from a healthy block to a lost one."""

import pytest

from openblock.cli import main
from openblock.storage.backup import list_backups
from tests.cli.test_papers import block

__all__ = ["block"]


def test_a_healthy_file_is_in_order(block, capsys):
    assert main(["check", "--database", str(block), "--language", "en"]) == 0
    assert "in order" in capsys.readouterr().out


def test_a_backup_restores_a_block_that_is_gone(block, tmp_path, capsys):
    folder = tmp_path / "stick"
    assert main(["backup", "--database", str(block), "--folder", str(folder)]) == 0
    backup = list_backups(folder)[0].path
    for each in block.parent.glob("block.openblock*"):
        each.unlink()
    assert main(["restore", str(backup), "--database", str(block), "--language", "en"]) == 0
    assert main(["check", "--database", str(block), "--language", "en"]) == 0
    assert "in order" in capsys.readouterr().out


def test_a_restore_sets_the_present_file_aside(block, tmp_path, capsys):
    folder = tmp_path / "stick"
    main(["backup", "--database", str(block), "--folder", str(folder)])
    backup = list_backups(folder)[0].path
    assert main(["restore", str(backup), "--database", str(block), "--language", "en"]) == 0
    assert "quarantine" in capsys.readouterr().out
    assert list(block.parent.glob("*.quarantine/*/block.openblock"))


def test_a_damaged_file_is_refused_with_its_name(block, capsys):
    content = bytearray(block.read_bytes())
    content[5000] ^= 1
    block.write_bytes(content)
    assert main(["check", "--database", str(block), "--language", "en"]) == 1
    assert capsys.readouterr().err.strip()


def test_a_backup_that_is_not_there_is_named(block, capsys):
    assert main(["restore", "no-such-backup", "--database", str(block)]) == 1
    assert "no-such-backup" in capsys.readouterr().err


@pytest.mark.parametrize("written", [["nonsense"], ["print"], ["--demo", "--database", "x"]])
def test_what_cannot_be_meant_is_not_understood(written):
    with pytest.raises(SystemExit) as ended:
        main(written)
    assert ended.value.code == 2
