"""Hours are told as a bar and in words; what is short says by when and whether it can be had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from openblock.features.shadowing.queries.rows import Hours, Learning, TraineeLine, TraineeRow
from openblock.features.shadowing.rules.content import TraineeContent
from openblock.features.shadowing.ui.progress import (
    HoursPanel,
    hours_words,
    paint_hours,
    parts_of,
    verdict_of,
)
from openblock.ui import theme
from openblock.ui.theme import token

H = 60
TODAY, LAST = date(2026, 11, 22), date(2026, 12, 18)
ROW = TraineeRow(1, 1, TraineeContent(1, "Zariņa", "Elīna"), "2. kurss", ())
HOURS = Hours(120 * H, confirmed=72 * H, planned=24 * H)


def line(hours: Hours, *, reach: bool | None = True) -> TraineeLine:
    return TraineeLine(ROW, hours, Learning((), (), ()), (), reach)


def test_the_parts_of_the_hours_are_named_and_nothing_that_is_not_there():
    assert [part.words for part in parts_of(HOURS)] == [
        *("72 h confirmed", "24 h planned", "24 h short"),
    ]
    all_of_them = Hours(120 * H, 30 * H, 12 * H, 12 * H + 30, 12 * H)
    assert hours_words(all_of_them) == (
        "30 h confirmed, 12.5 h to confirm, 12 h planned, 65.5 h short, 12 h missed; 120 h required"
    )


@pytest.mark.parametrize(
    ("hours", "reach", "kind", "words"),
    [
        (Hours(10 * H, confirmed=10 * H), None, "ok", "All required hours are confirmed."),
        (Hours(10 * H, 9 * H, 1 * H), None, "ok", "Enough is planned"),
        (Hours(10 * H, 9 * H), True, "warning", "1 h are short until 18/12/2026 (26 days left)."),
        (Hours(10 * H, 9 * H), True, "warning", "The roster still has room for them."),
        (Hours(10 * H, 9 * H), False, "problem", "has no room for them"),
    ],
)
def test_what_is_short_says_by_when_and_whether_it_can_still_be_had(hours, reach, kind, words):
    verdict = verdict_of(line(hours, reach=reach), LAST, TODAY)
    assert verdict.kind == kind
    assert words in verdict.words


def test_after_the_last_day_the_hours_are_lost_and_on_it_today_is_said():
    short = line(Hours(10 * H))
    assert "and today is the last day" in verdict_of(short, LAST, LAST).words
    assert "(1 day left)" in verdict_of(short, LAST, date(2026, 12, 17)).words
    over = verdict_of(short, LAST, date(2026, 12, 19))
    assert over.kind == "problem"
    assert over.words == "10 h are short, and the practice ended on 18/12/2026."


def colours(hours: Hours) -> list[QColor]:
    """The colour in the middle of each tenth of a bar of 200 pixels."""
    image = QImage(201, 21, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_hours(painter, QRect(0, 0, 201, 21), hours)
    painter.end()
    return [image.pixelColor(10 + 20 * tenth, 10) for tenth in range(10)]


def test_the_bar_is_solid_as_far_as_hours_are_confirmed_and_empty_where_they_are_short(qapp):
    theme.apply(qapp, "light", 100)
    bar = colours(Hours(10 * H, confirmed=6 * H))
    assert bar[:6] == [token("accent")] * 6
    assert bar[6:] == [token("surface")] * 4


def test_a_bar_of_more_than_is_required_shows_how_far_the_requirement_goes(qapp):
    theme.apply(qapp, "light", 100)
    image = QImage(201, 21, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_hours(painter, QRect(0, 0, 201, 21), Hours(10 * H, confirmed=20 * H))
    painter.end()
    assert image.pixelColor(101, 10) == token("text")
    assert image.pixelColor(150, 10) == token("accent")


def test_a_course_that_requires_nothing_is_drawn_all_the_same(qapp):
    theme.apply(qapp, "light", 100)
    assert colours(Hours(0)) == [token("surface")] * 10


def test_the_panel_says_all_of_it_and_another_trainee_leaves_nothing_behind(qtbot):
    panel = HoursPanel()
    qtbot.addWidget(panel)
    panel.show_line(line(HOURS), LAST, TODAY)
    assert panel.title.text() == "Practice hours: 72 of 120"
    assert panel.bar.accessibleName() == hours_words(HOURS)
    assert panel.verdict.property("kind") == "warning"
    assert panel.said() == ["72 h confirmed", "24 h planned", "24 h short"]
    panel.show_line(line(replace(HOURS, confirmed=120 * H)), LAST, TODAY)
    assert panel.said() == ["120 h confirmed", "24 h planned"]
    assert panel.verdict.property("kind") == "ok"
