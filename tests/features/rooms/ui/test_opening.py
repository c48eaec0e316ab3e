"""What stands beside the deeds opens over the screen it was asked from."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from openblock.features.rooms.ui.opening import open_export, open_import, open_past, open_set_up
from openblock.ui.desk import Desk
from tests.features.rooms.ui.conftest import Block
from tests.rig import meet


@pytest.mark.parametrize("opener", [open_set_up, open_import, open_export, open_past])
def test_each_opens_a_dialog_with_a_title(
    block: Block, desk: Desk, parent: QWidget, opener
) -> None:
    met = []
    meet(lambda: opener(desk, parent), lambda dialog: met.append(dialog.windowTitle()))
    assert met[0]
