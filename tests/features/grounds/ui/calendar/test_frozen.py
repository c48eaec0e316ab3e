"""The frozen edges: days with their sun, areas with their light, holidays, and the hour of now."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from openblock.features.grounds.ui.calendar import CalendarCanvas, picture_of
from openblock.features.grounds.ui.calendar.frozen import (
    Head,
    light_words,
    spoken_column,
    title_words,
)
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.ui.theme import token
from tests.features.grounds.ui.calendar.conftest import Open
from tests.features.grounds.ui.calendar.invented import SUNDAY, week


def test_a_week_is_titled_by_days_and_a_day_by_areas(picture: CalendarPicture) -> None:
    day = picture_of(week(area_id=None, first=SUNDAY, days=1), by_area=True)
    assert title_words(picture, picture.columns[0]) == "Mo 16 Nov"
    assert [title_words(day, each) for each in day.columns] == [
        "Sports field",
        "Garden",
        "Sports hall",
    ]


def test_the_sun_is_told_only_where_it_decides() -> None:
    day = picture_of(week(area_id=None, first=SUNDAY, days=1), by_area=True)
    assert [light_words(each) for each in day.columns] == ["08:17–16:01"] * 2 + ["indoors"]


def test_a_title_says_on_hover_when_it_is_light_and_open(picture: CalendarPicture) -> None:
    holiday = replace(picture.columns[0].frame, holiday="Proclamation Day")
    said = spoken_column(picture, replace(picture.columns[0], frame=holiday)).splitlines()
    assert said == [
        "Monday, 16 November 2026",
        "Proclamation Day",
        "sunrise 08:05, sunset 16:13",
        "first light 07:24, dark from 16:55",
        "open: 07:00–21:00",
    ]


def test_a_holiday_has_a_line_of_its_own(picture: CalendarPicture) -> None:
    frame = replace(picture.columns[0].frame, holiday="Proclamation Day")
    first = replace(picture.columns[0], frame=frame)
    with_it = replace(picture, columns=(first, *picture.columns[1:]))
    assert Head.tall(with_it) > Head.tall(picture)


def test_todays_title_and_the_hour_of_now_are_marked(
    open_canvas: Open, picture: CalendarPicture
) -> None:
    canvas: CalendarCanvas = open_canvas(replace(picture, now=11 * 60 + 30))
    head, hours = canvas.head.grab().toImage(), canvas.hours.grab().toImage()
    mark = token("todayline")
    assert head.pixelColor(canvas.sheet.column_rect(6).center().x(), 2) == mark
    assert head.pixelColor(canvas.sheet.column_rect(5).center().x(), 2) != mark
    y = canvas.sheet.axis.y_of(11 * 60 + 30)
    assert hours.pixelColor(6, y) == mark


def test_at_the_lower_edge_no_two_hours_stand_over_one_another(canvas: CalendarCanvas) -> None:
    canvas.resize(500, 300)
    tall = canvas.hours.fontMetrics().height()
    for height in range(300, 340, 3):
        canvas.resize(500, height)
        marks = [
            mark
            for minute in canvas.sheet.axis.hours()
            if (mark := canvas.hours.mark_of(minute)).height() > 1
        ]
        tops = [mark.top() for mark in marks]
        assert all(later - earlier >= tall // 2 for earlier, later in pairwise(tops))
