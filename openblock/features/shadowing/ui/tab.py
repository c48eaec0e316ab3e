"""The practice tab: trainees by days on the shared grid, planned in place against the roster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.commands import PlanShadowing
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.ui.cell_deeds import CellDeeds
from openblock.features.shadowing.ui.hands import Hands
from openblock.features.shadowing.ui.period import SPANS, Period, within
from openblock.features.shadowing.ui.showing import PracticeShowing
from openblock.features.shadowing.ui.tab_keys import bind_keys
from openblock.features.shadowing.ui.toolbar import ALL_COURSES
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.grid import GridCode
from openblock.ui.icons import icon
from openblock.ui.tab import SheetOffer


class PracticeTab(PracticeShowing):
    """What is done on the page: cells, popover, card, hours, lists, sheets."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.deeds = CellDeeds(desk, self.openings, self.plan, self.open_card)
        self.hands = Hands(desk, self.grid)
        self._connect()
        self._bind()
        # What a lock interrupted is shown again as it was left, once the tab stands.
        QTimer.singleShot(0, self, self.openings.put_back)

    # Changing

    def _edited(self, edits: object) -> None:
        if self.shown is not None and isinstance(edits, tuple):
            self.planning.change(self.shown, edits)

    def _show_stored(self) -> None:
        """What was refused is not in the grid; what somebody else has changed meanwhile is."""
        self.desk.show(self.refresh)

    def plan(self, trainee_id: int, day: date, row: ShadowingRow | None = None) -> None:
        """Offer mentors at the side: for a day, or in the place of what is planned."""
        self.page.show_card(shown=False)
        self.page.popover.open_for(trainee_id, day, row)
        if not self.page.popover.isHidden():
            self.page.host(self.page.popover)
            self.page.popover.list.setFocus()

    def _open_cell(self, place: object) -> None:
        if self.shown is not None and isinstance(place, tuple):
            self.deeds.open(self.shown, *place)

    def _open_row(self, key: object) -> None:
        if isinstance(key, int):
            self.open_card(key)

    def _planned(self, request: object) -> None:
        """The keyboard goes to the cell that was planned, also on another day than before."""
        if isinstance(request, PlanShadowing):
            self._stand_on(request.trainee_id, clock.day_of(request.starts_at))

    def _settled(self) -> None:
        if self.side.guest is not None and self.side.guest is self.page.waiting:
            self.page.waiting.go_on()

    def _shorten(self, row: ShadowingRow, part: Span) -> None:
        self.planning.shorten(row, part)
        self.grid.cells.setFocus()

    def _find_another(self, row: ShadowingRow) -> None:
        self.go_to_shift(row)
        self.plan(row.trainee_id, row.day, row)

    def go_to_shift(self, row: ShadowingRow) -> None:
        """Stand on the cell of a shift, whatever days and course are on show."""
        if self.matrix_on:
            self.matrix_on = False
            self.desk.show(self.refresh)
        self._stand_on(row.trainee_id, row.day)
        self.show_replan(row if row.upset is not None else self.page.bar.row)
        self.page.focus_first()

    def confirm_hours(self) -> None:
        """The shifts that wait for their mentor, at the side."""
        self.page.show_card(shown=False)
        self.page.waiting.refresh()
        self.page.host(self.page.waiting)
        self.page.waiting.focus_first()

    def open_card(self, trainee_id: int | None = None) -> None:
        """The card of a trainee: of the row the keyboard is in."""
        current = self.grid.current()
        wanted = trainee_id if trainee_id is not None else (current[0] if current else None)
        if isinstance(wanted, int) and self.page.card.show_trainee(wanted):
            self.page.show_card(shown=True)
            self.page.card.focus_first()

    def close_card(self) -> None:
        """The grid again, on the trainee whose card it was."""
        current, wanted = self.grid.current(), self.page.card.shown_id
        self.page.show_card(shown=False)
        if wanted is not None and current is not None:
            self.grid.go_to(wanted, current[1])
        self.page.focus_first()

    def _menu_actions(self) -> tuple[QAction, ...]:
        place = self.grid.current()
        if self.shown is None or place is None:
            return ()
        key, day = place
        if not isinstance(key, int) or not isinstance(day, date):
            return ()
        return self.deeds.actions(self.shown, key, day, self)

    def _menu_codes(self) -> tuple[GridCode, ...]:
        return self.hands.codes(self.shown)

    # Lists and paper

    def _add_trainee(self) -> None:
        self.openings.trainee(course_id=self.course_id)

    def _import(self) -> None:
        from openblock.features.shadowing.ui.list_import import open_import  # noqa: PLC0415

        open_import(self.desk, self.course_id, self)

    def _export(self) -> None:
        from openblock.features.shadowing.ui.exporting import export_list  # noqa: PLC0415

        export_list(self.desk, self.course_id, self)

    def sheets(self) -> tuple[SheetOffer, ...]:
        """The sheets of the week and the month on show, and of the trainee on the card."""
        # Paper is loaded when first asked for, not with the tab.
        from openblock.features.shadowing.ui.offers import practice_offers  # noqa: PLC0415

        current = self.grid.current()
        day = current[1] if current else self.period.day
        day = day if isinstance(day, date) else self.period.day
        trainee_id = self.page.card.shown_id if self.page.card_shown else None
        return practice_offers(
            self.desk,
            week=Period(day).first,
            month=day.replace(day=1),
            trainee_id=trainee_id,
        )

    # Place

    def place(self) -> Mapping[str, object]:
        current = self.grid.current()
        kept: dict[str, object] = {
            "day": str(current[1] if current else self.period.day),
            "span": self.period.span,
            "matrix": self.matrix_on,
            "course_id": self.course_id or ALL_COURSES,
        }
        if self.page.card_shown:
            kept["card"] = self.page.card.shown_id
        elif current and isinstance(current[0], int):
            kept["trainee_id"] = current[0]
        return kept

    def go_to(self, place: Mapping[str, object]) -> None:
        """A trainee alone is meant as the card; with a day, as the cell of the grid."""
        if place.get("span") in SPANS:
            self.period = Period(self.period.day, str(place["span"]))
        if isinstance(place.get("course_id"), int):
            self._course_wanted = int(str(place["course_id"]))
        self.matrix_on = bool(place.get("matrix", False))
        day, trainee_id = _day_in(place), place.get("trainee_id")
        if day is not None:
            self.period = self.period.around(day)
        self.refresh()
        if place.get("confirm"):
            self.confirm_hours()
        card = place.get("card", trainee_id if day is None else None)
        if isinstance(card, int):
            self.open_card(card)
        elif isinstance(trainee_id, int) and day is not None:
            self.page.show_card(shown=False)
            self._stand_on(trainee_id, day)

    def _stand_on(self, trainee_id: int, day: date) -> None:
        """The cell of a trainee and a day, whatever days and course are on show."""
        if not self.period.holds(day):
            self.show_period(self.period.around(day))
        if not self.grid.go_to(trainee_id, day):
            self._course_wanted = ALL_COURSES
            self.desk.show(self.refresh)
            self.grid.go_to(trainee_id, day)

    def keep_draft(self) -> None:
        self.openings.keep_draft()

    # Wiring

    def _connect(self) -> None:
        bar, grid, page = self.toolbar, self.grid, self.page
        bar.stepped.connect(self.step)
        bar.today_wanted.connect(self.go_to_today)
        bar.span_wanted.connect(self.show_span)
        bar.matrix_wanted.connect(self.show_matrix)
        bar.course_wanted.connect(self.show_course)
        bar.confirm_wanted.connect(self.confirm_hours)
        bar.print_wanted.connect(self.desk.print_wanted)
        grid.edited.connect(self._edited)
        self.planning.refused.connect(self._show_stored)
        grid.current_changed.connect(self.show_facts)
        grid.row_opened.connect(self._open_row)
        grid.cells.opened.connect(self._open_cell)
        grid.menu_actions = self._menu_actions
        grid.menu_codes = self._menu_codes
        page.bar.find_wanted.connect(self._find_another)
        page.bar.shorten_wanted.connect(self._shorten)
        page.bar.next_wanted.connect(partial(self.side.replan.step, 1))
        self.side.replan_chosen.connect(self.go_to_shift)
        page.planned.connect(self._planned)
        page.hours_wanted.connect(self.openings.confirm)
        page.card_left.connect(self.close_card)
        page.card_wanted.connect(self.open_card)
        self.openings.settled.connect(self._settled)
        page.nothing.course_wanted.connect(self.openings.set_up)
        page.nothing.trainee_wanted.connect(self._add_trainee)
        page.nothing.import_wanted.connect(self._import)

    def _bind(self) -> None:
        bind_keys(
            self.page.whole,
            {
                "earlier": partial(self.step, -1),
                "later": partial(self.step, 1),
                "today": self.go_to_today,
                "week": self.next_span,
                "course": self.toolbar.course.setFocus,
                "problems": self.page.toggle_panel,
                "next-problem": partial(self.side.replan.step, 1),
                "previous-problem": partial(self.side.replan.step, -1),
                "confirm-hours": self.confirm_hours,
                "trainee-card": self.open_card,
                "to-mentors": self.hands.to_mentors,
                "to-trainees": self.hands.to_trainees,
            },
        )
        acts = {key: act for _right, key, act in self._lists()}
        bind_keys(self.page.whole, acts)
        self.toolbar.offer([*self._list_actions(), *self._set_up_action()])

    def _lists(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """What can be done with the list of trainees: words and icon, key, act."""
        every = (
            ("save_trainee", "add-entry", self._add_trainee),
            ("import_trainees", "import-list", self._import),
            ("trainees", "export-list", self._export),
        )
        return (each for each in every if self.desk.may(f"shadowing.{each[0]}"))

    def _list_actions(self) -> Iterator[QAction]:
        looks = {
            "add-entry": ("add", _("New trainee…")),
            "import-list": ("import", _("Import trainees…")),
            "export-list": ("export", _("Export the list…")),
        }
        for _right, key, act in self._lists():
            name, words = looks[key]
            action = QAction(icon(name), f"{words}\t{shortcuts.native(key)}", self)
            action.triggered.connect(act)
            yield action

    def _set_up_action(self) -> Iterator[QAction]:
        if self.desk.may("shadowing.save_course"):
            action = QAction(icon("settings"), _("Courses and lists…"), self)
            action.triggered.connect(self.openings.set_up)
            yield action


def _day_in(place: Mapping[str, object]) -> date | None:
    try:
        return within(date.fromisoformat(str(place["day"])))
    except (KeyError, ValueError):
        return None
