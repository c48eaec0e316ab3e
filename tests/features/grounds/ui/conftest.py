"""The block of the grounds on an administrator's desk, or on that of anybody who signs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from openblock.features.accounts.rights import may
from openblock.ui import theme
from openblock.ui.desk import Desk
from tests.features.grounds.outside import GroundsBlock

SignIn = Callable[[str], Desk]


@pytest.fixture
def sign_in(qapp: QApplication, block: GroundsBlock) -> Iterator[SignIn]:
    """Has somebody act in a role, and gives the desk they then sit at."""
    theme.apply(qapp, "light", 100)
    made: list[Desk] = []

    def act(role: str) -> Desk:
        if role != "administrator":
            block.sign_in(role)
        made.append(Desk(block.store, may=may))
        return made[-1]

    yield act
    for desk in made:
        desk.worker.close()
        desk.close()


@pytest.fixture
def desk(sign_in: SignIn) -> Desk:
    """The administrator's."""
    return sign_in("administrator")


@pytest.fixture
def over(qtbot) -> QWidget:
    """What the dialogs are opened over; they are gone as soon as they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    return made
