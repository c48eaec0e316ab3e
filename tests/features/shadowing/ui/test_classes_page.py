"""The timetable of a course: a week in sight, one class entered or many, clashes answered for."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock import clock
from openblock.features.accounts.rights import may
from openblock.features.roster.commands import SaveCalendarDay, save_calendar_day
from openblock.features.roster.rules import DayKind
from openblock.features.shadowing.queries import classes, to_replan
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.ui.classes_page import ClassesPage
from openblock.features.shadowing.ui.repeat_edit import Repeat
from openblock.ui.desk import Desk
from tests.features.shadowing.practising import PracticeBlock, on

MARCH, MAY = date(2026, 3, 1), date(2026, 5, 31)


@pytest.fixture
def page(qtbot, block: PracticeBlock, desk: Desk) -> ClassesPage:
    made = ClassesPage(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.course.set_value(block.second)
    return made


def held(desk: Desk, course_id: int) -> list[tuple[str, str]]:
    """Every class as day and title."""
    found = desk.read(classes, course_id, MARCH, MAY)
    return [(f"{row.content.starts_at:%d.%m.}", row.content.title) for row in found]


def shown(page: ClassesPage) -> list[str]:
    return [page.model.columns[0].show(row) for row in page.model.rows]


def test_the_week_of_today_is_shown_and_others_are_a_key_away(qtbot, page):
    assert page.week.text() == "23 Mar to 29 Mar"
    assert shown(page) == ["Mo 23 Mar"]
    page.go(1)
    assert page.week.text() == "30 Mar to 5 Apr"
    assert shown(page) == ["Mo 30 Mar", "We 1 Apr"]
    qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == ["Mo 23 Mar"]


def test_one_class_is_entered_and_blocks_the_time(block, desk, page):
    page.start_new()
    page.form.fill({"day": date(2026, 3, 27), "title": "Ugunsdrošība", "group": "B"})
    page.save()
    assert ("27.03.", "Ugunsdrošība") in held(desk, block.second)
    assert desk.undo_label == "1 class saved"
    assert shown(page) == ["Mo 23 Mar", "Fr 27 Mar"]


def test_a_class_repeats_and_its_dates_are_seen_before(block, desk, page):
    page.start_new()
    page.form.fill(
        {
            "day": date(2026, 4, 14),
            "title": "Taktika",
            "repeat": Repeat((1, 3), date(2026, 4, 23)),
        }
    )
    assert page.dates.text() == "4 classes: Tu 14 Apr, Th 16 Apr, Tu 21 Apr, Th 23 Apr"
    page.save()
    made = [day for day, title in held(desk, block.second) if title == "Taktika"]
    assert made == ["14.04.", "16.04.", "21.04.", "23.04."]
    assert page.week.text() == "13 Apr to 19 Apr"
    assert [row.content.title for row in page.model.rows][-2:] == ["Taktika", "Taktika"]
    assert desk.undo_label == "4 classes saved"
    desk.undo()
    assert "Taktika" not in dict(held(desk, block.second)).values()


def test_holidays_are_left_out_and_said(block, desk, page):
    holiday = SaveCalendarDay(date(2026, 4, 16), DayKind.HOLIDAY, "Svētki")
    desk.run(save_calendar_day, holiday)
    page.start_new()
    page.form.fill({"day": date(2026, 4, 14), "repeat": Repeat((1, 3), date(2026, 4, 21))})
    assert page.dates.text().endswith("Left out, being holidays: 16 Apr")
    page.save()
    assert "16.04." not in dict(held(desk, block.second))


def test_the_hour_stays_that_of_the_wall_over_a_changed_clock(block, desk, page):
    page.course.set_value(block.third)
    page.start_new()
    page.form.fill(
        {
            "day": date(2026, 3, 26),
            "hours": Span(on(26, 9), on(26, 12)),
            "title": "Pārmaiņa",
            "repeat": Repeat((3,), date(2026, 4, 2)),
        }
    )
    page.save()
    rows = desk.read(classes, block.third, MARCH, MAY)
    starts = [row.content.starts_at for row in rows if row.content.title == "Pārmaiņa"]
    assert [clock.local(each).hour for each in starts] == [9, 9]
    assert starts[0].hour != starts[1].hour


def test_shifts_in_the_way_are_named_and_come_in_with_a_reason(qtbot, block, desk, page):
    page.start_new()
    page.form.fill({"day": date(2026, 3, 26), "title": "Eksāmens"})
    assert page.form.fields["reason"].isHidden()
    page.save()
    assert "Zariņa Elīna" in page.trouble.text() + page.form.fields["hours"].problem()
    assert page.form.fields["reason"].editor.hasFocus()
    page.form.fields["reason"].set_value("eksāmenu nevar pārcelt")
    qtbot.keyClick(page.form.fields["reason"].editor, Qt.Key.Key_Return)
    assert ("26.03.", "Eksāmens") in held(desk, block.second)
    assert {row.trainee for row in desk.read(to_replan, clock.now())} == {
        "Zariņa Elīna",
        "Balode Sintija",
    }
    assert page.form.fields["reason"].isHidden()
    assert page.form.fields["reason"].value() == ""


def test_a_class_over_another_is_refused_beside_its_time(block, page):
    page.start_new()
    page.form.fill({"day": date(2026, 3, 30), "title": "Vēlreiz"})
    page.save()
    assert page.form.fields["hours"].problem()
    assert page.form.fields["reason"].isHidden()


def test_a_class_is_changed_alone_and_removed(block, desk, page):
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    assert page.form.fields["repeat"].isHidden()
    page.form.fields["title"].set_value("Likumi un noteikumi")
    page.save()
    assert ("23.03.", "Likumi un noteikumi") in held(desk, block.second)
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    page.remove()
    assert "23.03." not in dict(held(desk, block.second))
    assert desk.undo_label == "Class removed: 23 Mar Likumi un noteikumi"


def test_weekdays_without_an_end_are_asked_for_it(block, desk, page):
    before = held(desk, block.second)
    page.start_new()
    page.form.fill({"day": date(2026, 4, 14), "repeat": Repeat((1,), None)})
    page.save()
    assert page.form.fields["repeat"].problem() == "Until which day?"
    assert held(desk, block.second) == before


def test_groups_of_the_course_are_offered(block, page):
    model = page.form.fields["group"].editor.completer().model()
    assert model.stringList() == ["A", "B"]


def test_without_a_course_there_is_nothing_to_show(qtbot, store, qapp):
    desk = Desk(store, may=may)
    made = ClassesPage(desk)
    qtbot.addWidget(made)
    assert made.model.rowCount() == 0
    made.form.fields["title"].set_value("Kaut kas")
    made.save()
    assert made.trouble.text() == "Enter a course first."
    desk.close()
