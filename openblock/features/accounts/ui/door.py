"""Puts the right page into the door: the first start where there is no block, else signing in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.accounts import queries
from openblock.features.accounts.session import Entrance, FirstStart
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.sign_in import SignInPage
from openblock.storage.store import Store
from openblock.ui.block import Block
from openblock.ui.preferences import Preferences
from openblock.ui.window.house import Doorway


class Door:
    """Makes the page each time the window shows its door; ``facts()`` is asked each time.

    Give :meth:`page` to the house as its ``sign_in_page``.
    """

    def __init__(self, entrance: Entrance, facts: Callable[[], DoorFacts]) -> None:
        self._entrance = entrance
        self._facts = facts
        self._typed: dict[str, Any] = {}

    def page(self, doorway: Doorway) -> QWidget:
        """The first-start wizard, or the sign-in page."""
        FirstStart(self._entrance).mend()
        facts = self._facts()
        if self._entrance.is_new:
            # Once in a block's life.
            from openblock.features.accounts.ui.first_start import FirstStartPage  # noqa: PLC0415

            return FirstStartPage(self._entrance, doorway, facts, key_sheet, self._typed)
        name = facts.block.name
        return SignInPage(self._entrance, doorway, facts, lambda key: key_sheet(name, key))


def key_sheet(block: str, key: str) -> bytes:
    """The sheet of a recovery key made now, as PDF."""
    # Drawing is loaded when there is something to draw.
    from openblock.features.accounts.sheets_pdf import recovery_key_pdf  # noqa: PLC0415

    return recovery_key_pdf(block, key, clock.now())


def block_known_from(
    preferences: Preferences,
    unit_kind: Callable[[], str],
    demonstration: Callable[[], str],
    remark: Callable[[], str] = str,
) -> Callable[[Store | None], Block]:
    """What the window calls the block: read from the store, and remembered for the door.

    The file is closed while nobody is signed in, so the door knows the name only from the last
    time somebody was.
    """

    def block(store: Store | None) -> Block:
        if store is not None:
            name = str(store.read(queries.settings)["block_name"])
            preferences.remember("block_name", name)
        else:
            name = str(preferences.prefer("block_name", ""))
        return Block(name, unit_kind(), demonstration(), remark())

    return block
