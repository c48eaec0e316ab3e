"""Two versions beside each other, chosen by keyboard, and what is opened from there."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from openblock.features.accounts.rights import may
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.ui.comparison_dialog import ComparisonDialog, compare
from openblock.ui.desk import Desk
from openblock.ui.paper import PaperDialog
from tests.factories import with_duty
from tests.factories.living import with_absence, with_published
from tests.rig import meet

NOVEMBER = date(2026, 11, 1)
DAY = date(2026, 11, 25)
WHY = 5
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk(block):
    made = Desk(block.store, may=may)
    yield made
    made.worker.close()
    made.close()


@pytest.fixture
def published(block):
    """Version 1 is posted; 2 takes a duty for sickness, 3 gives it to another."""
    with_duty(block.store, block.berzins, DAY)
    with_published(block.store, NOVEMBER)
    with_absence(block.store, block.berzins, DAY)
    edit = CellEdit(block.kalns, DAY, "24")
    block.store.run(change_cells, ChangeCells((edit,), reason="aizvieto Bērziņu"))
    return block


def opened(qtbot, desk, **facts):
    dialog = ComparisonDialog(desk, NOVEMBER, **facts)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog):
    columns = dialog.model.columns
    return [tuple(each.show(row) for each in columns[1:6]) for row in dialog.model.rows]


def test_it_opens_on_what_differs_from_the_posted_version(qtbot, desk, published):
    dialog = opened(qtbot, desk)
    tester = QAbstractItemModelTester(dialog.model, FATAL)
    assert (dialog.since.value(), dialog.until.value()) == (1, None)
    assert dialog.said.text() == "2 cells differ, 2 officers"
    assert lines(dialog) == [
        ("Bērziņš Jānis", "24 09:00–09:00", "→ S sickness", "v2", "as the test wants it"),
        ("Kalns Jānis", "no duty", "→ 24 09:00–09:00", "v3", "aizvieto Bērziņu"),
    ]
    assert tester.model() is dialog.model


def test_a_long_reason_has_the_width_that_nothing_else_needs(qtbot, desk, published):
    edit = CellEdit(published.kalns, DAY, "D")
    why = "the training of the dogs was moved by a day, and he leads it"
    published.store.run(change_cells, ChangeCells((edit,), reason=why))
    dialog = opened(qtbot, desk)
    reasons = dialog.table.horizontalHeader()
    dialog.resize(900, 500)
    narrow = reasons.sectionSize(WHY)
    dialog.resize(1600, 500)
    qtbot.waitUntil(lambda: reasons.sectionSize(WHY) >= dialog.table.sizeHintForColumn(WHY))
    assert reasons.sectionSize(WHY) > narrow
    assert reasons.length() <= dialog.table.viewport().width()


def test_any_two_versions_are_compared(qtbot, desk, published):
    dialog = opened(qtbot, desk, since=2, until=3)
    assert [line[0] for line in lines(dialog)] == ["Kalns Jānis"]
    dialog.since.set_value(1)
    dialog.until.set_value(2)
    assert [line[0] for line in lines(dialog)] == ["Bērziņš Jānis"]
    dialog.since.set_value(3)
    assert dialog.until.value() is None
    assert dialog.said.text() == "Nothing differs between these two."


def test_a_month_that_was_never_posted_says_so_and_offers_nothing(qtbot, desk, block):
    dialog = opened(qtbot, desk)
    assert "not been published yet" in dialog.said.text()
    for widget in (dialog.table, dialog.since, dialog.print_button, dialog.open_since):
        assert widget.isHidden()


def test_enter_goes_to_the_cell_and_a_version_opens_as_it_was(qtbot, desk, published):
    dialog = opened(qtbot, desk)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.place == {"day": DAY.isoformat(), "officer": published.berzins}
    assert dialog.isHidden()
    again = opened(qtbot, desk, since=1, until=3)
    assert (again.open_since.text(), again.open_until.text()) == (
        "Open version 1",
        "Open version 3",
    )
    again.open_until.click()
    assert again.place == {"day": "2026-11-01", "version": 3}


@pytest.mark.parametrize("until", [3, None])
def test_what_two_versions_differ_in_is_printed_as_it_is_shown(qtbot, desk, published, until):
    dialog = opened(qtbot, desk, until=until)
    dialog.print_button.click()
    assert (dialog.printed, dialog.isHidden()) == ((1, until), True)


def test_who_may_not_read_the_card_is_told_only_that_somebody_is_away(qtbot, published, store_as):
    store = store_as("auditor")
    desk = Desk(store, may=may)
    assert "→ S sickness" in {line[2] for line in lines(opened(qtbot, desk))}
    other = Desk(store_as("duty_officer"), may=may)
    seen = lines(opened(qtbot, other))
    # Neither the kind nor the reason, which may say the same.
    assert ("Bērziņš Jānis", "24 09:00–09:00", "→ X away", "v2", "") in seen


def test_a_month_is_compared_by_whatever_day_of_it_is_named(qtbot, desk, published):
    dialog = ComparisonDialog(desk, NOVEMBER + timedelta(days=13))
    qtbot.addWidget(dialog)
    assert len(dialog.model.rows) == 2


def test_what_is_opened_from_it_comes_after_it_and_never_over_it(qtbot, desk, published):
    over = QWidget()
    qtbot.addWidget(over)
    with qtbot.waitSignal(desk.tab_wanted) as wanted:
        meet(lambda: compare(desk, over, NOVEMBER), lambda dialog: dialog.open_since.click())
    assert wanted.args == ["roster", {"day": "2026-11-01", "version": 1}]


def test_the_sheet_of_changes_is_printed_from_the_usual_window(qtbot, desk, published):
    over = QWidget()
    qtbot.addWidget(over)
    titles = []

    def go_on():
        """Whichever of the two windows is in front: print from the first, leave the second."""
        front = QApplication.activeModalWidget()
        if isinstance(front, ComparisonDialog):
            front.print_button.click()
        elif isinstance(front, PaperDialog):
            titles.append(front.choices.offer.title)
            front.reject()

    timer = QTimer()
    timer.timeout.connect(go_on)
    timer.start(20)
    compare(desk, over, NOVEMBER)
    timer.stop()
    assert titles == ["Changes since version 1, November 2026"]
