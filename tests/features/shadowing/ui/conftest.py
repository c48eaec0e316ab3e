"""The practice block on an administrator's desk, or on that of anybody who signs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from openblock.features.accounts.rights import may
from openblock.ui import theme
from openblock.ui.desk import Desk
from tests.features.shadowing.practising import PracticeBlock

SignIn = Callable[[int, str], Desk]


@pytest.fixture
def sign_in(qapp: QApplication, block: PracticeBlock) -> Iterator[SignIn]:
    """Has an account of the block act in a role, and gives the desk it then sits at."""
    theme.apply(qapp, "light", 100)
    made: list[Desk] = []

    def act(account_id: int, role: str) -> Desk:
        block.sign_in(account_id, role)
        made.append(Desk(block.store, may=may))
        return made[-1]

    yield act
    for desk in made:
        desk.worker.close()
        desk.close()


@pytest.fixture
def desk(sign_in: SignIn) -> Desk:
    """The administrator's."""
    return sign_in(1, "administrator")
