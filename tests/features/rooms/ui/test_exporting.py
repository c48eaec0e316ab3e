"""The list of rooms leaves for a file that comes in again unchanged; it names nobody."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from openblock.features.accounts.rights import may
from openblock.features.rooms.ui.exporting import export_list, listed
from openblock.ui import theme
from openblock.ui.desk import Desk
from openblock.ui.importing.export_dialog import CSV, XLSX, ExportDialog
from tests.features.rooms.lists import bring_in, csv, previewed


@pytest.fixture
def builder(qapp, store, tmp_path):
    theme.apply(qapp, "light", 100)
    bring_in(store, csv(tmp_path))
    made = Desk(store, may=may)
    yield made
    made.worker.close()
    made.close()


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_what_left_comes_in_again_unchanged(qtbot, builder, store, tmp_path, monkeypatch, kind):
    path = tmp_path / f"out.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))

    def accept(dialog: ExportDialog) -> int:
        dialog.kind.set_value(kind)
        return 1

    monkeypatch.setattr(ExportDialog, "exec", accept)
    before = store.head().number
    with qtbot.waitSignal(builder.said, timeout=20_000) as said:
        export_list(builder)
    assert said.args == [f"Exported: 4 rooms to out.{kind}"]
    assert store.head().number == before + 1
    assert {row.outcome for row in previewed(store, path).rows} == {"unchanged"}


def test_a_list_of_rooms_names_nobody(builder):
    assert listed(builder).subjects == ()


def test_leaving_the_question_writes_nothing(builder, store, monkeypatch):
    before = store.head().number
    monkeypatch.setattr(ExportDialog, "exec", lambda _self: 0)
    export_list(builder)
    assert store.head().number == before
