"""What lies beneath the bookings, looked at pixel by pixel where it says something."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor, QImage

from openblock.features.grounds.ui.calendar import CalendarCanvas, picture_of
from openblock.features.grounds.ui.calendar.ground import closed_hours, counts_of, dark_runs
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.ui.theme import token
from tests.features.grounds.ui.calendar.conftest import Open
from tests.features.grounds.ui.calendar.invented import SUNDAY, week


def image(canvas: CalendarCanvas) -> QImage:
    return canvas.viewport().grab().toImage()


def colours(canvas: CalendarCanvas, column: int, minute: int, tall: int = 12) -> set[str]:
    """The colours in the middle of a column from a minute on."""
    seen, sheet, offset = image(canvas), canvas.sheet, canvas.offset()
    x = sheet.column_rect(column).center().x() - offset.x()
    y = sheet.axis.y_of(minute) - offset.y()
    return {
        QColor(seen.pixel(x + step, y + down)).name() for step in range(12) for down in range(tall)
    }


def light(names: set[str]) -> int:
    return max(QColor(name).lightness() for name in names)


def test_day_is_lighter_than_dusk_and_dusk_than_night(canvas: CalendarCanvas) -> None:
    day = light(colours(canvas, 2, 11 * 60 + 5))
    dusk = light(colours(canvas, 2, 16 * 60 + 18))
    night = light(colours(canvas, 2, 19 * 60 + 5))
    assert day > dusk > night


def test_an_area_indoors_is_as_light_in_the_evening_as_at_noon(open_canvas: Open) -> None:
    canvas = open_canvas(picture_of(week(area_id=None, first=SUNDAY, days=1), by_area=True))
    assert colours(canvas, 2, 19 * 60 + 5) == colours(canvas, 2, 11 * 60 + 5)
    assert colours(canvas, 0, 19 * 60 + 5) != colours(canvas, 0, 11 * 60 + 5)


def test_today_has_its_own_ground_and_sunset_its_line(canvas: CalendarCanvas) -> None:
    assert token("today").name() in colours(canvas, 6, 11 * 60 + 20)
    assert token("today").name() not in colours(canvas, 2, 11 * 60 + 20)
    assert token("text2").name() in colours(canvas, 2, 16 * 60 + 6)


def test_a_closure_is_hatched_and_empty_ground_is_not(canvas: CalendarCanvas) -> None:
    assert len(colours(canvas, 4, 12 * 60 + 5)) > 2
    assert len(colours(canvas, 4, 11 * 60 + 5)) == 1


def test_the_line_of_now_is_drawn_today_only(open_canvas: Open, picture: CalendarPicture) -> None:
    canvas = open_canvas(replace(picture, now=11 * 60 + 30))
    canvas.choose_booking(1)
    assert token("todayline").name() in colours(canvas, 6, 11 * 60 + 25)
    assert token("todayline").name() not in colours(canvas, 5, 11 * 60 + 25)


def test_a_count_within_the_hours_is_marked(open_canvas: Open, picture: CalendarPicture) -> None:
    canvas = open_canvas(replace(picture, first=360))
    assert any(QColor(name).hue() == token("vio").hue() for name in colours(canvas, 2, 404, 4))
    assert counts_of(picture.columns[0]) == (405, 1290)


def test_hours_an_area_does_not_open_are_those_around_its_intervals(
    picture: CalendarPicture,
) -> None:
    column = replace(picture.columns[0], open=((540, 720), (780, 1080)))
    assert list(closed_hours(column, 405, 1275)) == [(405, 540), (720, 780), (1080, 1275)]
    assert list(closed_hours(replace(column, open=()), 405, 1275)) == [(405, 1275)]


def test_areas_side_by_side_that_need_light_are_one_run() -> None:
    shown = picture_of(week(area_id=None, first=SUNDAY, days=1), by_area=True)
    assert list(dark_runs(shown.columns)) == [(0, 2)]
    assert list(dark_runs((*shown.columns[::-1], shown.columns[0]))) == [(1, 4)]
