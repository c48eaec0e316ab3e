"""The invented week on a calendar of 1000 by 700 pixels, in English and in the light theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.grounds.ui.calendar import CalendarCanvas, picture_of
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.i18n import set_language
from openblock.ui.theme import apply
from tests.features.grounds.ui.calendar.invented import NOW, week

Open = Callable[[CalendarPicture], CalendarCanvas]


@pytest.fixture(autouse=True)
def standing(qapp: QApplication) -> Iterator[None]:
    set_language("en")
    apply(qapp)
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def picture() -> CalendarPicture:
    return picture_of(week(), by_area=False)


@pytest.fixture
def open_canvas(qtbot: QtBot) -> Open:
    def opened(picture: CalendarPicture) -> CalendarCanvas:
        canvas = CalendarCanvas(picture)
        qtbot.addWidget(canvas)
        canvas.resize(1000, 700)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.show_picture(picture)
        canvas.setFocus()
        return canvas

    return opened


@pytest.fixture
def canvas(open_canvas: Open, picture: CalendarPicture) -> CalendarCanvas:
    return open_canvas(picture)
