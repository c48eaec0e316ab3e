"""The log on screen: complete, smooth, filtered, verified, exported, and itself logged."""

from __future__ import annotations

import csv
import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from openblock import clock
from openblock.errors import NotAllowed
from openblock.features.accounts import commands, queries
from openblock.features.accounts.rights import RIGHTS, may
from openblock.features.accounts.ui.log_dialog import LogDialog
from openblock.features.accounts.ui.log_export import ExportPane
from openblock.features.accounts.ui.log_model import LogModel, heads
from openblock.features.accounts.ui.log_words import about, deed_words, what_changed, why
from openblock.features.grounds import commands as grounds_commands
from openblock.features.residents import commands as residents_commands
from openblock.features.rooms import commands as rooms_commands
from openblock.features.roster import commands as roster_commands
from openblock.features.shadowing import commands as shadowing_commands
from openblock.features.staff import commands as staff_commands
from openblock.storage.log import LogFilter, LogRow
from openblock.ui.desk import Desk

MANY = 100_000


def row(number, **change):
    plain = {
        "number": number,
        "at": datetime(2026, 11, 22, 4, 0, tzinfo=UTC),
        "account_id": 1,
        "actor": "Anna Bērziņa",
        "role": "administrator",
        "workstation": "post-1",
        "operation": "sign-in",
        "purpose": "",
        "reason": "",
        "recipient": "",
        "subjects": (),
        "changes": (),
        "details": {},
        "mac": "ab" * 32,
    }
    return LogRow(**{**plain, **change})


def paged(before, first=MANY, size=500):
    start = first if before is None else before - 1
    return tuple(row(number) for number in range(start, max(0, start - size), -1))


@pytest.fixture
def dialog(desk, qtbot):
    made = LogDialog(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_hundred_thousand_rows_are_read_on_as_one_scrolls(qtbot):
    model = LogModel(paged)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(1000, 600)
    view.show()
    model.start()
    assert model.rowCount() == 500
    began = time.monotonic()
    while model.canFetchMore(model.index(-1, -1)):
        view.scrollToBottom()
        model.fetchMore(model.index(-1, -1))
    assert (model.rowCount(), model.rows[-1].number) == (MANY, 1)
    assert model.is_whole
    assert time.monotonic() - began < 20
    began = time.monotonic()
    for place in range(0, MANY, MANY // 20):
        view.scrollTo(model.index(place, 0))
        view.grab()
    assert (time.monotonic() - began) / 20 < 0.25


def test_the_log_is_a_sound_model(qapp):
    model = LogModel(lambda before: paged(before, first=7, size=3))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.start()
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert [each.number for each in model.rows] == [7, 6, 5, 4, 3, 2, 1]
    last = model.index(6, 2)
    assert model.data(last) == "Anna Bērziņa"
    assert model.data(last, Qt.ItemDataRole.AccessibleTextRole) == "Who: Anna Bērziņa"
    assert model.headerData(0, Qt.Orientation.Horizontal) == heads()[0]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_opening_the_log_is_itself_logged(dialog, desk):
    newest = desk.read(queries.log_rows, LogFilter(limit=1))[0]
    assert (newest.operation, newest.subjects) == ("consult", (("log", "all"),))
    assert dialog.model.rows[0] == newest


def test_an_officer_cannot_open_the_log(store_as, block, qapp):
    officer = Desk(store_as("duty_officer"), may=may)
    with pytest.raises(NotAllowed):
        LogDialog(officer)
    officer.close()


def test_the_log_is_filtered_by_deed_and_person(dialog, desk):
    dialog.what.set_value("accounts.set_up")
    assert [each.operation for each in dialog.model.rows] == ["accounts.set_up"]
    dialog.who.set_value(1)
    assert dialog.model.rows == []
    dialog.what.set_value("")
    assert {each.operation for each in dialog.model.rows} == {"sign-in", "consult"}


def test_the_log_is_filtered_by_whole_days_of_the_block(dialog):
    today = clock.today()
    dialog.since.set_value(today)
    dialog.until.set_value(today)
    assert dialog.model.rows
    dialog.until.set_value(today - timedelta(days=1))
    assert dialog.model.rows == []
    assert dialog.wanted().since == clock.at(today)


def test_verifying_says_the_log_is_whole(dialog, desk, qtbot):
    dialog.verify()
    qtbot.waitUntil(lambda: "whole" in dialog.verdict.text())
    assert dialog.verdict.property("kind") == "ok"


def test_a_tail_cut_off_is_found_against_a_printed_sheet(dialog, desk, qtbot):
    dialog.row_number.set_value(desk.store.head().number + 3)
    dialog.printed.set_value("abcdef123456")
    dialog.verify()
    qtbot.waitUntil(lambda: dialog.verdict.property("kind") == "problem")
    assert dialog.verdict.text()


def test_verifying_without_the_right_is_told(store_as, block, dialog, desk, qtbot):
    desk.store.actor = store_as("duty_officer").actor
    dialog.verify()
    qtbot.waitUntil(lambda: "role" in dialog.verdict.text())


def test_the_export_asks_for_purpose_and_recipient_and_is_logged_first(
    dialog, desk, tmp_path, qtbot
):
    desk.store.run(commands.change_setting, commands.ChangeSetting("block_name", "=1+1"))
    dialog.ask_export()
    pane = dialog.pages.currentWidget()
    assert isinstance(pane, ExportPane)
    with qtbot.assertNotEmitted(pane.wanted):
        pane.confirm()
    pane.purpose.recipient.setText("Inspectorate")
    pane.wanted.disconnect()
    with qtbot.waitSignal(pane.wanted) as asked:
        pane.confirm()
    path = tmp_path / "log.csv"
    assert dialog.export_to(path, *asked.args)
    (disclosed,) = desk.read(queries.log_rows, LogFilter(operation="disclose"))
    assert (disclosed.purpose, disclosed.recipient) == ("duty", "Inspectorate")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert rows[0]["operation"] == "disclose"
    assert len(rows) == disclosed.number
    assert not any(str(value).startswith("=") for each in rows for value in each.values())


def test_an_export_that_cannot_be_written_says_so(dialog, tmp_path):
    assert not dialog.export_to(tmp_path / "nowhere" / "log.csv", "duty", "Inspectorate")
    assert dialog.verdict.text()


def test_esc_leaves_the_question_before_the_log(dialog, qtbot):
    dialog.ask_export()
    pane = dialog.pages.currentWidget()
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.pages.currentWidget() is not pane
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("operation", RIGHTS)
def test_no_command_stands_in_the_log_under_its_code(operation):
    feature, _dot, function = operation.partition(".")
    commands_of = {
        "accounts": commands,
        "grounds": grounds_commands,
        "residents": residents_commands,
        "rooms": rooms_commands,
        "roster": roster_commands,
        "shadowing": shadowing_commands,
        "staff": staff_commands,
    }
    # Commands use queries too, and those change nothing that would stand in the log.
    found = getattr(commands_of.get(feature), function, None)
    if callable(found) and ".commands" in found.__module__:
        assert deed_words(operation) != operation


@pytest.mark.parametrize("kind", ["class", "course", "practice-item", "shadowing", "trainee"])
def test_what_a_deed_of_practice_is_about_has_a_word(kind):
    assert about(row(1, subjects=((kind, "5"),))) in {
        "class 5",
        "course 5",
        "entry of a practice list 5",
        "practice shift 5",
        "trainee 5",
    }


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("area", "area of the grounds 5"),
        ("booking", "booking 5"),
        ("closure", "closure 5"),
        ("series", "repeating booking 5"),
    ],
)
def test_what_a_deed_on_the_grounds_is_about_has_a_word(kind, said):
    assert about(row(1, subjects=((kind, "5"),))) == said


def test_a_row_reads_as_a_sentence_would():
    change = {"table": "accounts", "id": "5", "old": {"role": None}, "new": {"role": "auditor"}}
    changed = row(
        1,
        subjects=(("account", "5"),),
        purpose="other: audit of May",
        reason="asked",
        recipient="Inspectorate",
        changes=(change,),
    )
    assert about(changed) == "account 5"
    assert why(changed) == "Other purpose audit of May · asked · to Inspectorate"
    assert what_changed(changed) == "accounts 5 (role: – → auditor)"
    assert deed_words("rooms.of_tomorrow") == "rooms.of_tomorrow"


def test_details_of_a_row_are_told_by_their_kind():
    details = ({"operation": "x.y"}, {"repeats": 2}, {"times": 1}, {"what": "month roster"})
    told = [why(row(1, details=each)) for each in details]
    assert told == ["x.y", "2 times more", "1 time", "month roster"]


def test_a_long_change_is_cut_on_screen_only():
    long = row(1, changes=({"table": "t", "id": "1", "new": {"text": "x" * 900}},))
    assert len(what_changed(long)) == 301
