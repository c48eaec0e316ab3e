"""The rooms tab: plan, board or table of the same beds, at one instant, with the same deeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openblock import clock
from openblock.features.rooms.commands import MoveWalls, move_walls
from openblock.features.rooms.queries import FloorRow, Occupancy, occupancy
from openblock.features.rooms.ui.deeds import RoomDeeds
from openblock.features.rooms.ui.dialogs.known import ROOMS_SEEN
from openblock.features.rooms.ui.opening import (
    open_export,
    open_import,
    open_past,
    open_set_up,
)
from openblock.features.rooms.ui.side.bed_deeds import BedDeeds
from openblock.features.rooms.ui.side.suited import Suited
from openblock.features.rooms.ui.toolbar import BOARD, PLAN, TABLE
from openblock.features.rooms.ui.views import RoomViews
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer, Tab

_VIEW, _FLOOR = "rooms/view", "rooms/floor"
_MINUTE = 60_000
_DAY = timedelta(days=1)


class RoomsTab(Tab):
    """Reads the occupancy once and lets the view on show draw it."""

    icon_name = "room"
    manual_page = "rooms"
    tables = frozenset(
        {
            *("buildings", "floors", "sections", "rooms", "beds"),
            *("closures", "holds", "assignments", "settings"),
            *("residents", "stays", "keep_apart"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.may_place = desk.may("rooms.place_resident")
        self.deeds = RoomDeeds(desk, self)
        self.bed_deeds = BedDeeds(self, self.deeds, lambda: self.seen, self.deed_at)
        self.seen: Occupancy | None = None
        self.floor_id: int | None = desk.prefer(_FLOOR)
        self.suited = Suited(desk, lambda: self.seen, self.shown_at)
        self.views = RoomViews(desk, self.deeds, self.suited.beds_for, self.suited.how_many)
        self.views.name = str(desk.prefer(_VIEW, PLAN))
        self.toolbar, self.plan = self.views.toolbar, self.views.plan
        self.table, self.waiting = self.views.table, self.views.waiting
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.views)
        self._connect()
        self._bind()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.pass_a_minute)
        self._minute.start()

    # The tab

    def title(self) -> str:
        return _("Rooms")

    def refresh(self) -> None:
        """Read the house at the instant on show, and draw it."""
        self.seen = self.desk.read(occupancy, self.shown_at(), consult=ROOMS_SEEN)
        self.suited.forget()
        floors = self._floors()
        if self.floor_id not in {each.floor_id for each, _name in floors}:
            self.floor_id = floors[0][0].floor_id if floors else None
        names = [(each.floor_id, name) for each, name in floors]
        self.toolbar.show_floors(names, self.floor_id)
        self.views.show_occupancy(self.seen, self._floor())

    def focus_first(self) -> None:
        self.views.focus_first()

    def place(self) -> Mapping[str, object]:
        return {
            "view": self.views.name,
            "floor_id": self.floor_id,
            "bed_id": self.views.chosen_bed(),
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        view, floor_id = place.get("view"), place.get("floor_id")
        if view in (PLAN, BOARD, TABLE):
            self.views.name = str(view)
        if isinstance(floor_id, int):
            self.floor_id = floor_id
        room_id, bed_id = place.get("room_id"), place.get("bed_id")
        if isinstance(room_id, int):
            self._go_to_room(room_id)
            return
        self.refresh()
        if isinstance(bed_id, int):
            self.views.choose_bed(bed_id)

    def sheets(self) -> tuple[SheetOffer, ...]:
        """The lists and labels of the rooms, at the instant on show."""
        from openblock.features.rooms.ui.offers import sheet_offers  # noqa: PLC0415

        return sheet_offers(self.desk, self.shown_at())

    def _go_to_room(self, room_id: int) -> None:
        if self.seen is None:
            self.refresh()
        for floor, _name in self._floors():
            if any(room.room_id == room_id for room in floor.rooms):
                self.floor_id = floor.floor_id
        self.views.name = PLAN
        self.refresh()
        self.plan.go_to_room(room_id)

    # What is on show

    def shown_at(self) -> datetime:
        """The instant on show; the present one while none can be read."""
        return self.toolbar.moment.value() or clock.now()

    def deed_at(self) -> datetime | None:
        """The instant deeds are filled in with: that on show, nothing (now) at the present."""
        return None if self.toolbar.moment.stands_at_now else self.toolbar.moment.value()

    def _floors(self) -> list[tuple[FloorRow, str]]:
        """Floors with their names; the building's too where there is more than one."""
        buildings = self.seen.buildings if self.seen is not None else ()
        several = len(buildings) > 1
        return [
            (floor, f"{building.content.name}: {floor.content.name}" if several else name)
            for building in buildings
            for floor in building.floors
            for name in (floor.content.name,)
        ]

    def _floor(self) -> FloorRow | None:
        floors = (floor for floor, _name in self._floors())
        return next((each for each in floors if each.floor_id == self.floor_id), None)

    def show_view(self, name: str) -> None:
        """Show plan, board or table; the bed that was chosen stays chosen."""
        chosen = self.views.chosen_bed()
        self.views.name = name
        self.desk.remember(_VIEW, name)
        self.desk.show(self.refresh)
        if chosen is not None:
            self.views.choose_bed(chosen)
        self.focus_first()

    def show_floor(self, floor_id: int) -> None:
        """Show another floor."""
        self.floor_id = floor_id
        self.desk.remember(_FLOOR, floor_id)
        self.desk.show(self.refresh)

    def _step_floor(self, by: int) -> None:
        ids = [floor.floor_id for floor, _name in self._floors()]
        if self.floor_id in ids:
            place = ids.index(self.floor_id) + by
            if 0 <= place < len(ids):
                self.show_floor(ids[place])

    def _step_day(self, by: int) -> None:
        # By the wall clock: noon stays noon when the clocks change.
        wall = clock.local(self.shown_at())
        day = wall.date() + by * _DAY
        self.toolbar.show_moment(clock.at(day, wall.hour * 60 + wall.minute))
        self._moment_changed()

    def _moment_changed(self) -> None:
        if not self.toolbar.moment.unread():
            self.desk.show(self.refresh)

    def pass_a_minute(self) -> None:
        """What is planned for now comes about while nobody does anything."""
        if self.isVisible() and self.toolbar.moment.stands_at_now and not self.plan.view.editing:
            self.toolbar.show_now()

    # Deeds

    def place_somebody(self) -> None:
        """Place or move whoever is chosen: in a bed, else among those without one."""
        chosen = self.views.chosen_resident()
        if chosen is None and self.views.name == PLAN:
            chosen = self.waiting.chosen_id()
        self.deeds.place(chosen, None, self.deed_at())

    def swap_somebody(self) -> None:
        """Swap who is in the chosen bed with somebody."""
        self.deeds.swap(self.views.chosen_resident(), None, self.deed_at())

    def set_up(self) -> None:
        """Set up building, floors, rooms and beds."""
        open_set_up(self.desk, self)
        self.desk.show(self.refresh)
        self.focus_first()

    def open_history(self, room_id: int | None = None) -> None:
        """Who slept where, and how full the house was."""
        open_past(self.desk, self, room_id)

    def _import(self) -> None:
        open_import(self.desk, self)

    def _export(self) -> None:
        open_export(self.desk, self)

    def _save_walls(self, changes: object) -> None:
        if not isinstance(changes, tuple):
            return
        floor = self._floor()
        name = floor.content.name if floor else ""
        said = _("Plan changed: {floor}").format(floor=name)
        if self.desk.run(move_walls, MoveWalls(changes), said) is not None:
            self.plan.stop_editing()

    def _edit_plan(self) -> None:
        if self.views.name != PLAN:
            self.show_view(PLAN)
        self.plan.start_editing()

    def _open_bed(self, bed_id: int) -> None:
        waiting = self.waiting.chosen_id() if self.views.name == PLAN else None
        self.bed_deeds.open(bed_id, waiting)
        self.focus_first()

    # Wiring

    def _connect(self) -> None:
        bar, panel = self.toolbar, self.views.panel
        bar.view_wanted.connect(self.show_view)
        bar.floor_wanted.connect(self.show_floor)
        bar.moment_changed.connect(self._moment_changed)
        bar.place_wanted.connect(self.place_somebody)
        bar.swap_wanted.connect(self.swap_somebody)
        bar.print_wanted.connect(self.desk.print_wanted)
        bar.edit_wanted.connect(self._edit_plan)
        bar.set_up_wanted.connect(self.set_up)
        bar.history_wanted.connect(self.open_history)
        bar.import_wanted.connect(self._import)
        bar.export_wanted.connect(self._export)
        self.views.empty.set_up.clicked.connect(self.set_up)
        self.views.empty.import_list.clicked.connect(self._import)
        self.waiting.place_wanted.connect(lambda who: self.deeds.place(who, None, self.deed_at()))
        self.plan.view.dropped.connect(self.bed_deeds.drop)
        self.plan.walls_saved.connect(self._save_walls)
        for view in (self.plan.view, self.table):
            view.opened.connect(self._open_bed)
            view.asked.connect(self.bed_deeds.ask)
            view.menu_wanted.connect(self.bed_deeds.menu)
        panel.move_wanted.connect(lambda who, bed: self.deeds.place(who, bed, self.deed_at()))
        panel.swap_wanted.connect(lambda who: self.deeds.swap(who, None, self.deed_at()))
        panel.close_wanted.connect(partial(self.deeds.close, "room"))
        panel.open_wanted.connect(self.deeds.open_again)
        panel.change_wanted.connect(self.deeds.change_closure)
        panel.history_wanted.connect(self.open_history)

    def _bind(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "rooms-plan": partial(self.show_view, PLAN),
            "rooms-board": partial(self.show_view, BOARD),
            "rooms-table": partial(self.show_view, TABLE),
            "next-floor": partial(self._step_floor, 1),
            "previous-floor": partial(self._step_floor, -1),
        }
        if self.may_place:
            acts["place-resident"] = self.place_somebody
            acts["swap-residents"] = self.swap_somebody
        for key, act in acts.items():
            self._key(key, self, act)
        # The board goes through its own days with the same keys.
        for page in (self.plan, self.table):
            self._key("earlier", page, partial(self._step_day, -1))
            self._key("later", page, partial(self._step_day, 1))
            self._key("today", page, self.toolbar.show_now)
        self._key("export-list", self, self._export)
        if self.desk.may("rooms.import_rooms"):
            self._key("import-list", self, self._import)
        self._key("find-in-list", self.table, self.table.search.setFocus)

    @staticmethod
    def _key(key: str, widget: QWidget, act: Callable[[], object]) -> None:
        for shortcut in shortcuts.bind(key, widget):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
