"""The desk of an administrator, for the staff screens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from openblock.features.accounts.commands import SetUp, set_up
from openblock.features.accounts.rights import may
from openblock.storage.store import Store
from openblock.ui import theme
from openblock.ui.desk import Desk


@pytest.fixture
def desk(qapp: QApplication, store: Store) -> Iterator[Desk]:
    theme.apply(qapp, "light", 100)
    # What is half typed is kept with the account of whoever typed it.
    store.run(set_up, SetUp("slot", "Anna Bērziņa", "en"))
    made = Desk(store, may=may)
    yield made
    made.worker.close()
    made.close()
