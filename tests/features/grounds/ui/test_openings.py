"""What opens beside the deeds of the grounds."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.fair_use_dialog import FairUseDialog
from openblock.features.grounds.ui.openings import open_fair_use, open_resident, print_fair_use
from openblock.ui.desk import Desk
from openblock.ui.paper import PaperDialog
from tests.rig import meet


def test_fair_use_opens_on_a_month(desk: Desk, over: QWidget) -> None:
    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, FairUseDialog)
        assert dialog.title.text() == "August 2026"

    meet(lambda: open_fair_use(desk, over, date(2026, 8, 3)), look)


def test_from_there_the_card_of_a_resident_is_opened(
    qtbot: QtBot, desk: Desk, over: QWidget
) -> None:
    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, FairUseDialog)
        dialog.list.activated.emit(dialog.model.index(0))

    with qtbot.waitSignal(desk.tab_wanted) as wanted:
        meet(lambda: open_fair_use(desk, over), choose)
    assert wanted.args[0] == "residents"


def test_its_report_is_the_sheet_that_is_offered(desk: Desk, over: QWidget) -> None:
    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        assert dialog.choices.offer.key == "grounds-fair-use"

    meet(lambda: print_fair_use(desk, over, date(2026, 9, 1)), look)


def test_a_card_is_asked_of_the_residents_tab(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.tab_wanted) as wanted:
        open_resident(desk, 7)
    assert wanted.args == ["residents", {"resident_id": 7}]
