"""A made file leaves: its ending, its folder, and the log before the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from openblock.errors import StorageTrouble
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.rights import may
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from openblock.ui.paper.file_saving import (
    FileDialog,
    FileKind,
    Leaving,
    ask_and_write,
    write_leaving,
)

KIND = FileKind("Save", "Files (*.bin)", ".bin", "test.folder")
LEAVING = Leaving("a-list", ("officer:1",), "list", b"bytes", {"month": "2026-11"})


@pytest.fixture
def desk(store, qapp):
    return Desk(store, may=may)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


def disclosed(store):
    return store.read(log_rows, LogFilter(operation="disclose"))


@pytest.mark.parametrize("typed", ["mans", "mans.bin", "mans.BIN", "mans.v2"])
def test_the_file_has_its_ending_once_and_the_log_knows_whom_it_is_for(desk, store, folder, typed):
    write_leaving(desk, LEAVING, KIND, ("duty", "Bērziņš"), folder / typed)
    (written,) = folder.iterdir()
    assert written.suffix.lower() == ".bin"
    assert written.name.lower().count(".bin") == 1
    assert written.read_bytes() == b"bytes"
    row = disclosed(store)[0]
    assert (row.purpose, row.recipient) == ("duty", "Bērziņš")
    assert (row.details["month"], row.details["as"]) == ("2026-11", "file")


def test_the_folder_is_remembered_and_the_usual_name_proposed(desk, folder, monkeypatch):
    asked = []

    def choose(*args: object) -> tuple[str, str]:
        asked.append(args[2])
        return str(folder / "x.bin"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for _again in range(2):
        ask_and_write(desk, LEAVING, KIND, ("duty", "Bērziņš"), None)
    assert [Path(each).name for each in asked] == ["list.bin", "list.bin"]
    assert Path(asked[1]).parent == folder


def test_a_folder_that_is_not_there_is_told_and_the_log_has_it_all_the_same(desk, store, folder):
    with pytest.raises(StorageTrouble):
        write_leaving(desk, LEAVING, KIND, ("duty", "B"), folder / "nowhere" / "x")
    assert not list(folder.iterdir())
    assert len(disclosed(store)) == 1


def test_nobody_leaves_without_saying_for_whom(qtbot):
    dialog = FileDialog("Save", "What is in it", "")
    qtbot.addWidget(dialog)
    dialog.save_button.click()
    assert not dialog.result()
    dialog.purpose.recipient.setText(" Bērziņš ")
    dialog.save_button.click()
    assert dialog.result() == FileDialog.DialogCode.Accepted
    assert dialog.said == ("duty", "Bērziņš")
