"""The desk of an administrator, for lists that come in through the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from openblock.features.accounts.rights import may
from openblock.storage.store import Store
from openblock.ui import theme
from openblock.ui.desk import Desk


@pytest.fixture
def desk(qapp: QApplication, store: Store) -> Iterator[Desk]:
    theme.apply(qapp, "light", 100)
    made = Desk(store, may=may)
    yield made
    made.worker.close()
    made.close()
