"""The grounds' tab: plan, week calendar and booking, and what is done to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.ui import deeds, tab_keys, tab_menu
from openblock.features.grounds.ui.modes import AREA, MODES, Shown
from openblock.features.grounds.ui.tab_deeds import GroundsDeeds
from openblock.features.shadowing.ui.period import within
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer


class GroundsTab(GroundsDeeds):
    """Answers what calendar, table, plan and toolbar ask for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._connect()
        tab_keys.bind(self)
        self.toolbar.offer(tab_menu.more_actions(self))
        # What a lock interrupted is shown again as it was left, once the tab stands.
        QTimer.singleShot(0, self, self._put_back)

    def _put_back(self) -> None:
        deeds.put_back(self.desk, self)

    # The tab

    def place(self) -> Mapping[str, object]:
        row = self.chosen()
        return {
            "mode": self.shown.mode,
            "day": self.shown.day.isoformat(),
            "area_id": self.area_id,
            "booking_id": row.booking_id if row is not None else None,
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        mode, area_id, day = place.get("mode"), place.get("area_id"), _day_in(place)
        kept = mode if mode in MODES else self.shown.mode
        if isinstance(area_id, int):
            # From elsewhere an area is wanted, and the day's view shows all of them.
            kept = kept if mode in MODES else AREA
            self.area_id = area_id
        self.shown = Shown(day or self.shown.day, str(kept))
        if not self.desk.show(self.refresh):
            return
        booking_id = place.get("booking_id")
        if isinstance(booking_id, int):
            self.choose_booking(booking_id)
            self.open_wanted()

    def sheets(self) -> tuple[SheetOffer, ...]:
        """The week on show, its days, the area, the month's fair use."""
        from openblock.features.grounds.ui.offers import sheets  # noqa: PLC0415

        return sheets(self.desk, self.shown.first, self.shown.day, self.area_id)

    def keep_draft(self) -> None:
        deeds.keep_draft(self)

    def _connect(self) -> None:
        bar, page = self.toolbar, self.page
        bar.stepped.connect(self.step)
        bar.today_wanted.connect(self.go_to_today)
        bar.area_wanted.connect(self.show_area)
        bar.mode_wanted.connect(self.show_mode)
        bar.find_wanted.connect(self.find_free)
        bar.close_wanted.connect(self.close_area)
        bar.book_wanted.connect(self.book)
        bar.print_wanted.connect(self.desk.print_wanted)
        page.side.area_chosen.connect(self.show_area)
        page.side.book_wanted.connect(self.book_area)
        page.mend.chosen.connect(self.go_to_mend)
        page.panel.closed.connect(self.close_panel)
        page.nothing.set_up.clicked.connect(self.set_up)
        canvas = page.canvas
        canvas.proposed.connect(self.propose)
        canvas.pointed.connect(page.say)
        canvas.beyond.connect(self.step)
        canvas.column_pressed.connect(self.press_column)
        canvas.shut_opened.connect(self.change_closure)
        for view in (canvas, page.table):
            view.chosen_changed.connect(self.show_chosen)
            view.opened.connect(self.open_booking)
            view.cancel_wanted.connect(self.cancel)
            view.tick_wanted.connect(self.tick)
            view.menu_wanted.connect(partial(tab_menu.open_menu, self))


def _day_in(place: Mapping[str, object]) -> date | None:
    try:
        return within(date.fromisoformat(str(place["day"])))
    except (KeyError, ValueError):
        return None
