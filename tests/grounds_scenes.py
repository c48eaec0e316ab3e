"""Every dialog of the grounds, for the officer who plans and for the administrator."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from openblock import clock
from openblock.demonstration.areas import FIELD, HALL, WORKSHOP
from openblock.features.grounds.queries import earlier_groups
from openblock.features.grounds.rules.content import BookingContent
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.setup_dialog import SetUpDialog
from openblock.ui.window.main import MainWindow
from tests.grounds_views import apart, area, repeated
from tests.rig import ADMINISTRATOR
from tests.scenery import Scene, page, paper

HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


def _tab(window: MainWindow) -> Any:
    return page(window, "grounds")


def _wish(window: MainWindow, *, people: bool, hour: float = 17) -> BookingContent:
    """An hour of tomorrow for a group that was there before, or for nobody yet."""
    number = area(window, FIELD)
    start = clock.at(clock.today() + A_DAY, round(hour * 60))
    groups = window.desk.store.read(earlier_groups, number, clock.now())
    residents = groups[0].residents if people else ()
    return BookingContent(number, start, start + HOUR, residents, "futbols" if people else "")


def _book(window: MainWindow, *, people: bool) -> None:
    deeds.book(window.desk, _tab(window), _wish(window, people=people))


def _change(window: MainWindow) -> None:
    """Two kept apart, booked with a reason: what is entered is judged again."""
    row = apart(window)
    content = BookingContent(
        row.area_id,
        row.span.start,
        row.span.end,
        row.residents,
        row.purpose,
        row.equipment,
        row.officer_id,
    )
    deeds.book(window.desk, _tab(window), content, row.booking_id, row.version)


def _repeat(window: MainWindow) -> None:
    """Until a quarter to four: on the shortest days the sun has set by then, on others not."""
    deeds.repeat(window.desk, _tab(window), _wish(window, people=True, hour=14.75))


def _close(window: MainWindow) -> None:
    """Two days of the hall, with what is booked there."""
    start = clock.at(clock.today() + A_DAY, 8 * 60)
    end = start + timedelta(days=2)
    deeds.close_area(window.desk, _tab(window), area(window, HALL), start, end)


def _change_closure(window: MainWindow) -> None:
    tab = _tab(window)
    tab.go_to({"mode": "area", "area_id": area(window, WORKSHOP), "day": str(clock.today())})
    tab.change_closure(tab.seen.closures[0])


def _find(window: MainWindow) -> None:
    start = clock.at(clock.today() + A_DAY, 14 * 60)
    deeds.find_free(window.desk, _tab(window), start, start + HOUR)


def _cancel(window: MainWindow) -> None:
    deeds.cancel(window.desk, _tab(window), repeated(window))


def _set_up(window: MainWindow, place: int, then: Callable[[Any], object] | None = None) -> None:
    dialog = SetUpDialog(window.desk, _tab(window))
    dialog.pages.setCurrentIndex(place)
    entries = dialog.pages.currentWidget()
    if then is not None:
        then(entries)
    elif entries.table.model().rowCount():
        entries.table.selectRow(0)
    dialog.open()


GROUNDS_SCENES: tuple[Scene, ...] = (
    Scene("grounds-book", partial(_book, people=False)),
    Scene("grounds-book-dark", partial(_book, people=True)),
    Scene("grounds-change", _change),
    Scene("grounds-repeat", _repeat),
    Scene("grounds-close", _close),
    Scene("grounds-closure", _change_closure),
    Scene("grounds-cancel", _cancel),
    Scene("grounds-find", _find),
    Scene("grounds-fair-use", lambda window: _tab(window).fair_use()),
    Scene("grounds-export", lambda window: _tab(window).export()),
    Scene("grounds-paper", lambda window: paper(window, "grounds")),
    Scene("grounds-areas", partial(_set_up, place=0), who=ADMINISTRATOR),
    Scene("grounds-other-hours", partial(_set_up, place=1), who=ADMINISTRATOR),
)
