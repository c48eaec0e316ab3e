"""Areas are set up in the window, and what no longer fits is said before it is saved."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.queries import areas
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.setup_dialog import SetUpDialog
from openblock.ui.desk import Desk


@pytest.fixture
def dialog(block, desk: Desk, over: QWidget) -> SetUpDialog:
    over.show()
    deeds.set_up(desk, over)
    (found,) = [each for each in over.findChildren(SetUpDialog) if each.isVisible()]
    return found


def named(desk: Desk, name: str):
    return next(row for row in desk.read(areas) if row.content.name == name)


def test_what_is_typed_is_not_lost_by_closing_without_a_word(block, dialog):
    dialog.areas.table.choose(block.field)
    dialog.areas.form.fields["remark"].set_value("vārti salauzti")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.areas.trouble.text()
    dialog.reject()
    assert not dialog.isVisible()
