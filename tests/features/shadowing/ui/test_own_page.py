"""A trainee sees the own practice: what comes next, the hours, what is missing (TR-15)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel

from openblock import clock
from openblock.features.shadowing.queries import own_practice
from openblock.features.shadowing.ui import own_tab_spec
from openblock.features.shadowing.ui.own_lists import ahead_of, behind_of, next_words
from openblock.features.shadowing.ui.own_page import BEHIND, OwnPage
from tests.features.shadowing.practising import AGNESE, ELINA, TODAY, on
from tests.rig import settle


@pytest.fixture
def own(qtbot, sign_in):
    """The page of whoever signs in with an account."""

    def show(account_id: int = ELINA) -> OwnPage:
        desk = sign_in(account_id, "trainee")
        page = own_tab_spec().make(desk)
        qtbot.addWidget(page)
        page.resize(1366, 664)
        with qtbot.waitExposed(page):
            page.show()
        settle()
        return page

    return show


def taken_away(block, officer: int, day: int) -> None:
    """A planner takes a duty out while the trainee is at the window."""
    block.sign_in(1, "administrator")
    block.duty(officer, day, None)
    block.sign_in(ELINA, "trainee")


def words_on(page: OwnPage) -> str:
    """Every word of labels and lists of the page."""
    shown = [label.text() for label in page.findChildren(QLabel)]
    for entries in (page.lists.ahead, page.lists.behind, page.lists.classes, page.lists.learning):
        model = entries.model
        shown += [
            str(model.index(row, column).data())
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
    return "\n".join(shown)


def test_the_next_shift_says_when_beside_whom_and_how_soon(block, own):
    page = own()
    assert page.next_title.text() == "Th 26/03/2026, 09:00–21:00 · tomorrow"
    assert page.next_place.text() == "Mentor: Lācis Normunds"
    assert [row.shadowing_id for row in page.lists.ahead.model.rows] == [block.next, block.later]
    assert [row.shadowing_id for row in page.lists.behind.model.rows] == [block.seen]
    assert page.figures.hours.title.text().startswith("Practice hours: 11.5 of ")
    assert page.figures.clearance.items == {}


def test_the_post_of_the_mentor_is_said(block, own):
    block.plan(block.elina, block.andris, date(2026, 4, 7))
    rows = own().lists.ahead.model.rows
    assert "Izejas" in {row.post for row in rows}
    (row,) = [row for row in rows if row.officer_id == block.andris]
    _when, place = next_words((row,), TODAY)
    assert place == "Mentor: Bērziņš Andris. Post: Izejas"


def test_a_shift_that_needs_planning_anew_is_no_next_shift(block, own):
    block.duty(block.normunds, 26, None)
    page = own()
    assert page.next_title.text().startswith("Tu 31/03/2026")
    model = page.lists.ahead.model
    assert model.index(0, 4).data() == "↻ needs re-planning"
    taken_away(block, block.ilze, 31)
    page.refresh()
    assert page.next_title.text() == "No shift is planned for you now."


def test_a_shift_under_way_is_still_ahead_and_one_that_ended_is_not(block, own):
    rows = own().shown.shadowings
    assert block.next in {row.shadowing_id for row in ahead_of(rows, on(26, 20.9))}
    with clock.standing_at(on(26, 21)):
        fresh = block.store.read(own_practice, on(26, 21)).shadowings
        assert block.next not in {row.shadowing_id for row in ahead_of(fresh, on(26, 21))}
        assert block.next in {row.shadowing_id for row in behind_of(fresh, on(26, 21))}


def test_nobody_elses_name_is_on_the_page_but_mentors(block, own):
    block.plan(block.arturs, block.ilze, 31)
    page = own()
    page.sections.setCurrentIndex(BEHIND)
    shown = words_on(page)
    assert "Zariņa Elīna" in shown
    for other in ("Kalniņš Artūrs", "Balode", "Straume", "Ziediņa"):
        assert other not in shown


def test_how_it_was_planned_is_for_the_staff(own):
    page = own()
    text = page.in_full.facts.text()
    assert "Uzmanīga." in text
    assert "How it was planned" not in text


def test_nothing_on_the_page_can_be_changed(own):
    page = own()
    lists = (page.lists.ahead, page.lists.behind, page.lists.classes, page.lists.learning)
    assert [entries.deeds for entries in lists] == [()] * 4


def test_an_account_that_is_nobodys_is_told_whom_to_ask(block, own):
    page = own(AGNESE)
    assert page.shown is None
    assert page.stack.currentIndex() == 1
    assert "Ask the practice coordinator" in words_on(page)
    assert page.sheets() == ()
    assert "Zariņa" not in words_on(page)


def test_the_own_sheets_are_offered_and_of_nobody_else(block, own):
    offers = own().sheets()
    assert offers
    assert {subject for offer in offers for subject in offer.subjects} == {f"trainee:{block.elina}"}


def test_the_calendar_is_written_without_asking_for_whom(own, tmp_path, monkeypatch):
    page = own()
    path = tmp_path / "mine.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    page.calendar_button.click()
    written = path.read_bytes().decode("utf-8")
    assert written.startswith("BEGIN:VCALENDAR")
    assert "Balode" not in written


def test_the_page_goes_back_where_it_was_after_another_language(own):
    page = own()
    page.sections.setCurrentIndex(BEHIND)
    other = own()
    other.go_to(page.place())
    assert other.sections.currentIndex() == BEHIND
    assert other.pages.currentIndex() == BEHIND


def test_the_lists_keep_the_promises_of_a_model(block, own):
    page = own()
    lists = (page.lists.ahead, page.lists.behind, page.lists.classes, page.lists.learning)
    testers = [
        QAbstractItemModelTester(each.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for each in lists
    ]
    taken_away(block, block.normunds, 26)
    page.refresh()
    with clock.standing_at(on(1, 9, 4)):
        page.refresh()
    assert testers[0].model().rowCount() == 0


def test_where_there_is_little_room_the_figures_stand_beneath(own):
    page = own()
    assert page.split.orientation() is Qt.Orientation.Horizontal
    page.resize(640, 600)
    assert page.split.orientation() is Qt.Orientation.Vertical
