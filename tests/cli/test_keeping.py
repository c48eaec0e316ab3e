"""Check, backup and restore from the command line, from a healthy block to a lost one."""

import pytest

from openblock.cli import main
from openblock.entry import entrance
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.session import add_person
from openblock.storage.backup import back_up, list_backups
from openblock.storage.log import LogFilter
from tests.cli.test_papers import PASSWORD, block

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


def test_whoever_may_not_restore_is_refused_and_who_may_is_named_in_the_log(block, capsys):
    opened = sign_in(block)
    made = back_up(opened.store, block.parent / "stick", "asked").path
    add_person(opened.store, "Jānis Ozols", "duty_officer", "en", (PASSWORD, PASSWORD))
    later = back_up(opened.store, block.parent / "stick", "asked").path
    opened.store.close()
    told = ["--database", str(block), "--language", "en", "--officer"]
    assert main(["restore", str(later), *told, "Jānis Ozols"]) == 1
    assert capsys.readouterr().err.strip()
    assert main(["restore", str(made), *told, "Anna Bērziņa"]) == 0
    (row,) = sign_in(block).store.read(log_rows, LogFilter(operation="restore"))
    assert row.actor == "Anna Bērziņa"


def sign_in(block):
    door = entrance(block)
    return door.sign_in(door.named("Anna Bērziņa").slot_id, PASSWORD)
