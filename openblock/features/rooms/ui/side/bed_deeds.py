"""What Enter, a key, a drop or a menu on a bed means: which deed, for whom, at which instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from openblock.features.rooms.queries import BedNow, Occupancy
from openblock.features.rooms.ui.deeds import RoomDeeds
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.icons import icon
from openblock.ui.tab import Tab

Act = Callable[[], object]


class BedDeeds:
    """Does nothing for a role that may not.

    ``seen`` is what is on show, ``at`` the instant of a deed (None: now).
    """

    def __init__(
        self,
        tab: Tab,
        deeds: RoomDeeds,
        seen: Callable[[], Occupancy | None],
        at: Callable[[], datetime | None],
    ) -> None:
        self._tab = tab
        self.deeds = deeds
        self._may = tab.desk.may("rooms.place_resident")
        self._seen = seen
        self._at = at

    def open(self, bed_id: int, waiting: int | None = None) -> bool:
        """Move who is in the bed; into a free one place whom it is held for, or who waits."""
        bed = self._bed(bed_id)
        if bed is None:
            return False
        if bed.assignment is not None:
            return self.deeds.place(bed.assignment.content.resident_id, None, self._at())
        held = bed.hold.content.resident_id if bed.hold is not None else None
        return self.deeds.place(held if held is not None else waiting, bed_id, self._at())

    def drop(self, resident_id: int, bed_id: int) -> bool:
        """Place a person in the bed; one who has a bed swaps with who is in it."""
        bed = self._bed(bed_id)
        if bed is None:
            return False
        occupant = bed.assignment.content.resident_id if bed.assignment is not None else None
        if occupant == resident_id:
            return False
        if occupant is not None and self._has_bed(resident_id):
            return self.deeds.swap(resident_id, occupant, self._at())
        return self.deeds.place(resident_id, bed_id, self._at())

    def ask(self, key: str, bed_id: int) -> bool:
        """What a key of the beds asks for; nothing where it makes no sense for this bed."""
        bed = self._bed(bed_id)
        act = dict(self._by_key(bed)).get(key) if bed is not None else None
        return bool(act()) if act is not None else False

    def menu(self, bed_id: int, point: QPoint) -> QMenu | None:
        """Everything that can be done with the bed."""
        bed = self._bed(bed_id)
        if bed is None:
            return None
        menu = QMenu(self._tab)
        for words, drawing, key, act in self._entries(bed):
            action = QAction(icon(drawing), words, menu)
            if key:
                action.setShortcut(shortcuts.sequence(key))
            action.triggered.connect(lambda _checked=False, act=act: act())
            menu.addAction(action)
        menu.popup(point)
        return menu

    def _entries(self, bed: BedNow) -> list[tuple[str, str, str, Act]]:
        keys = dict(self._by_key(bed))
        if bed.assignment is not None:
            who = bed.assignment.content.resident_id
            name = bed.assignment.initialled.rpartition(" ")[0]
            return [
                (_("Move {name}…").format(name=name), "arrow", "", partial(self.open, bed.bed_id)),
                (_("Swap…"), "swap", "", partial(self.deeds.swap, who, None, self._at())),
                (_("Vacate the bed…"), "remove", "vacate-bed", keys["vacate-bed"]),
            ]
        entries: list[tuple[str, str, str, Act]] = [
            (_("Place…"), "add", "", partial(self.open, bed.bed_id))
        ]
        if "hold-bed" in keys:
            held = _("End the reservation") if bed.hold is not None else _("Reserve…")
            entries.append((held, "note", "hold-bed", keys["hold-bed"]))
        if bed.closure is not None:
            change = partial(self.deeds.change_closure, bed.closure.closure_id)
            entries.append((_("Change the closure…"), "edit", "", change))
        shut = _("Open again") if bed.closure is not None else _("Close the bed…")
        entries.append((shut, "lock", "close-bed", keys["close-bed"]))
        return entries

    def _by_key(self, bed: BedNow) -> list[tuple[str, Act]]:
        deeds = self.deeds
        if bed.assignment is not None:
            who = bed.assignment.content.resident_id
            close = partial(deeds.close, "bed", bed.bed_id)
            return [("vacate-bed", partial(deeds.vacate, who)), ("close-bed", close)]
        if bed.closure is not None:
            return [("close-bed", partial(deeds.open_again, bed.closure.closure_id))]
        close = partial(deeds.close, "bed", bed.bed_id)
        if bed.hold is not None:
            return [
                ("hold-bed", partial(deeds.end_hold, bed.hold.hold_id)),
                ("close-bed", close),
            ]
        return [("hold-bed", partial(deeds.hold, bed.bed_id)), ("close-bed", close)]

    def _bed(self, bed_id: int) -> BedNow | None:
        seen = self._seen() if self._may else None
        beds = seen.beds if seen is not None else ()
        return next((bed for bed in beds if bed.bed_id == bed_id), None)

    def _has_bed(self, resident_id: int) -> bool:
        seen = self._seen()
        return seen is not None and any(
            bed.assignment is not None and bed.assignment.content.resident_id == resident_id
            for bed in seen.beds
        )
