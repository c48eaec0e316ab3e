"""Where the block's file and its backups lie."""

from pathlib import Path

from openblock.entry import backup_folders, default_file, entrance, usual_backup_folder
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.storage.backup import list_backups
from openblock.storage.engine import close_engine, open_file


def test_the_usual_file_lies_in_the_users_own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert default_file().name == "block.openblock"
    assert default_file().is_relative_to(Path(tmp_path))


def test_backups_lie_beside_the_file_until_a_place_is_chosen(store, tmp_path):
    assert backup_folders(store) == (usual_backup_folder(store.path), None)
    store.run(change_setting, ChangeSetting("backup_folder", str(tmp_path / "a")))
    store.run(change_setting, ChangeSetting("second_backup_folder", str(tmp_path / "b")))
    assert backup_folders(store) == (tmp_path / "a", tmp_path / "b")


def test_an_older_file_is_backed_up_before_it_is_upgraded(tmp_path):
    from openblock.migrations.upgrade import newest, upgrade
    from openblock.storage.engine import create_file, schema_version

    path, dek = tmp_path / "old.openblock", bytes(range(32))
    create_file(path, dek)
    upgrade(path, dek, backups=None, to=1)
    door = entrance(path)
    door.opener.upgrade(path, dek)
    engine = open_file(path, dek)
    assert schema_version(engine) == newest()
    close_engine(engine, path)
    assert [each.reason for each in list_backups(usual_backup_folder(path))] == ["upgrade"]
