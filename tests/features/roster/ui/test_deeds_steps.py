"""By keyboard, in a month that hangs on the wall: an illness with its substitute, and a swap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from openblock import clock
from openblock.features.roster.queries import versions
from openblock.features.roster.ui.tab import RosterTab
from tests.features.roster.ui.conftest import Block, OpenTab
from tests.features.roster.ui.living import NOVEMBER, answer, code_of, lay, on
from tests.features.roster.ui.posting import post

CTRL = Qt.KeyboardModifier.ControlModifier


class Keys:
    """Counts what an officer presses."""

    def __init__(self) -> None:
        self.steps = 0

    def press(self, widget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.steps += 1
        QTest.keyClick(widget, key, modifier)

    def enter(self, then: Callable[[], None] | None = None) -> Callable[[QDialog], None]:
        """Press Enter where the keyboard is in the dialog that opens next."""

        def act(dialog: QDialog) -> None:
            if then is not None:
                then()
            self.press(dialog.focusWidget() or dialog, Qt.Key.Key_Return)

        return act


def opened(block: Block, open_tab: OpenTab, *cells: tuple[int, int]) -> RosterTab:
    lay(block.store, *cells)
    post(block.store)
    return open_tab(store=block.store)


def test_a_sudden_illness_and_the_best_substitute_take_three_steps(block, open_tab):
    tab = opened(block, open_tab, (block.kalns, 22), (block.ozols, 25))
    tab.grid.go_to(block.kalns, on(22))
    keys = Keys()
    with clock.standing_at(clock.at(on(22), 400)):
        answer(keys.enter(lambda: answer(keys.enter())))
        keys.press(tab.grid.cells, Qt.Key.Key_B, CTRL)
    assert keys.steps == 3
    assert code_of(tab.desk, block.kalns, 22) == ""
    taken = [code_of(tab.desk, each, 22) for each in (block.berzins, block.ozols)]
    assert sorted(taken) == ["", "24"]
    reasons = [each.reason for each in tab.desk.read(versions, NOVEMBER)]
    assert reasons == ["Substitute for Kalns J.", "Away: Kalns J.", ""]


def test_two_officers_swap_in_two_steps(block, open_tab):
    tab = opened(block, open_tab, (block.kalns, 24), (block.ozols, 26))
    tab.grid.go_to(block.kalns, on(24))
    keys = Keys()
    answer(keys.enter())
    keys.press(tab.grid.cells, Qt.Key.Key_G, CTRL)
    assert keys.steps == 2
    assert code_of(tab.desk, block.kalns, 26) == "24"
    assert code_of(tab.desk, block.ozols, 24) == "24"
    tab.desk.undo()
    assert code_of(tab.desk, block.kalns, 24) == "24"
