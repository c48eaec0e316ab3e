"""The legend explains what is on show, and nothing that cannot be there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from openblock.features.grounds.rules.content import AreaContent
from openblock.features.grounds.ui.calendar import picture_of
from openblock.features.grounds.ui.legend import CalendarLegend, short_facts
from tests.features.grounds.ui.calendar.invented import HALL, week


def test_every_sign_of_the_calendar_has_its_words(qtbot: QtBot) -> None:
    legend = CalendarLegend()
    qtbot.addWidget(legend)
    said = {label.text() for label in legend.findChildren(QLabel)}
    assert {"requested", "in use", "finished", "nobody came", "no supervisor", "warning"} <= said
    legend.resize(800, 24)
    legend.show()
    legend.grab()


def test_twilight_is_explained_where_the_sun_decides_and_counts_where_one_is_shown(
    qtbot: QtBot,
) -> None:
    legend = CalendarLegend()
    qtbot.addWidget(legend)
    field = picture_of(week(), by_area=False)
    legend.show_picture(field)
    assert (legend.dark.isHidden(), legend.count.isHidden()) == (False, True)
    assert legend.rest.isHidden()
    legend.show_picture(replace(picture_of(week(area_id=HALL), by_area=False), first=360))
    assert (legend.dark.isHidden(), legend.count.isHidden()) == (True, False)
    assert not legend.rest.isHidden()


def test_the_short_facts_leave_out_supervision_where_there_is_none() -> None:
    assert short_facts(AreaContent("Field")) == (
        "12 places · 1 to 12 · by daylight",
        "12 places · 1 to 12",
    )
    hall = AreaContent("Hall", ratio=0, indoor=True)
    assert short_facts(hall) == ("12 places · indoors", "12 places")
