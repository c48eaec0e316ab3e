"""Everything the window needs of the features, and which file it stands before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

import openblock
from openblock import clock
from openblock.entry import backup_folders, entrance, usual_backup_folder
from openblock.features.accounts import queries
from openblock.features.accounts.rights import may
from openblock.features.accounts.session import Entrance
from openblock.features.accounts.ui.door import Door, block_known_from
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.look import account_look, keep_account_look
from openblock.features.accounts.ui.menu import menu_entries
from openblock.features.grounds import ui as grounds
from openblock.features.residents import ui as residents
from openblock.features.rooms import ui as rooms
from openblock.features.rooms.ui.counts import unit_counts
from openblock.features.roster import ui as roster
from openblock.features.roster.commands import (
    RefreshCalendar,
    StartRoster,
    refresh_calendar,
    start_roster,
)
from openblock.features.roster.queries import stale_years
from openblock.features.shadowing import ui as practice
from openblock.features.shadowing.commands import StartPractice, start_practice
from openblock.features.staff import ui as staff
from openblock.i18n import _
from openblock.migrations.upgrade import newest
from openblock.storage.acts import Actor
from openblock.storage.backup import latest_good
from openblock.storage.keeper import Keeper
from openblock.storage.manifest import Backup
from openblock.storage.restoring import restore
from openblock.storage.store import Store
from openblock.ui.desk import Desk
from openblock.ui.preferences import Preferences
from openblock.ui.tab import SheetOffer, TabSpec
from openblock.ui.window.house import Doorway, House, release
from openblock.ui.window.main import MainWindow

if TYPE_CHECKING:
    from openblock.demonstration import Demonstration

_SOON_MS = 1_500


class Programme(QObject):
    """One window's rooms; knows the file it stands before, and whether that is a demonstration."""

    def __init__(self, path: Path, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._demonstration: Demonstration | None = None
        self._entrance: Entrance = entrance(path)
        self._door = Door(self._entrance, self._facts)
        self._window: MainWindow | None = None
        self._block = block_known_from(
            preferences, lambda: _("open unit"), self._notice, self._remark
        )

    @property
    def path(self) -> Path:
        """The file the window stands before or has open."""
        return self._entrance.path

    def house(self) -> House:
        """The rooms as the window needs them."""
        return House(
            specs=(
                _residents_tab(),
                rooms.tab_spec(),
                roster.tab_spec(_shift_sheets),
                practice.tab_spec(),
                practice.own_tab_spec(),
                grounds.tab_spec(),
                staff.tab_spec(),
            ),
            usual_tab=roster.tab_spec().key,
            sign_in_page=self._page,
            may=may,
            menu=(
                *menu_entries(),
                *roster.menu_entries(),
                *practice.menu_entries(),
                *grounds.menu_entries(),
                *rooms.menu_entries(),
                *residents.menu_entries(),
            ),
            search_sources=(
                residents.search_source(),
                rooms.search_source(),
                staff.search_source(),
                practice.search_source(),
                grounds.search_source(),
            ),
            release=release,
            block=self._block,
            counts=unit_counts(),
            idle_minutes=_idle_minutes,
            keeper=self._keeper,
            restore=_restore,
            look=account_look,
            keep_look=keep_account_look,
            preferences=self._preferences,
        )

    def serve(self, window: MainWindow) -> None:
        """Do for ``window`` what waits until somebody has signed in."""
        self._window = window
        window.signed_in.connect(self._after_signing_in)

    def open_demonstration(self, made: Demonstration | None = None) -> None:
        """Make the demonstration block, unless it is ``made`` already, and go to it.

        Its duty officer is signed in.
        """
        # Loaded only where it is asked for: every other start is the quicker for it.
        from openblock.demonstration import open_demonstration  # noqa: PLC0415

        self._demonstration = made or open_demonstration()
        self._stand_before(self._demonstration.path)
        if self._window is not None:
            self._window.sign_in(self._demonstration.store)

    def close(self) -> None:
        """Leave: the open file is closed and a demonstration is taken away."""
        desk = self._window.desk if self._window is not None else None
        if desk is not None:
            release(desk.store)
        if self._demonstration is not None:
            self._demonstration.store.close()
            self._demonstration.remove()
            self._demonstration = None

    # The door

    def _stand_before(self, path: Path) -> None:
        self._entrance = entrance(path)
        self._door = Door(self._entrance, self._facts)

    def _page(self, doorway: Doorway) -> QWidget:
        if self._entrance.is_new:
            given = doorway
            doorway = replace(given, signed_in=lambda store: self._begin(given, store))
        return self._door.page(doorway)

    @staticmethod
    def _begin(doorway: Doorway, store: Store) -> None:
        """A new block has the usual shifts and lists and this year's holidays from the start."""
        shift_start = int(store.read(queries.settings)["shift_start"])
        store.run(start_roster, StartRoster(shift_start))
        store.run(start_practice, StartPractice())
        _put_calendar_at_hand(store)
        doorway.signed_in(store)

    def _facts(self) -> DoorFacts:
        last = latest_good(usual_backup_folder(self.path))
        here = self._demonstration is None
        return DoorFacts(
            block=self._block(None),
            version=openblock.__version__,
            last_backup=last.taken_at if last else None,
            restore=self._restore_at_door if here else None,
            open_other=self._open_other if here else None,
            demonstration=self.open_demonstration if here else None,
        )

    def _notice(self) -> str:
        if self._demonstration is None:
            return ""
        from openblock.demonstration import notice  # noqa: PLC0415  as above

        return notice()

    def _remark(self) -> str:
        if self._demonstration is None:
            return ""
        from openblock.demonstration import remark  # noqa: PLC0415  as above

        return remark()

    def _open_other(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open another block"), str(self.path.parent), "*.openblock"
        )
        if chosen and self._window is not None:
            self._stand_before(Path(chosen))
            self._window.show_door()

    def _restore_at_door(self) -> None:
        if self._window is None:
            return
        # Loaded where a file is lost, which is not every day.
        from openblock.app.restoring import RestoreAtDoor  # noqa: PLC0415

        dialog = RestoreAtDoor(self.path, self._window)
        dialog.accepted.connect(self._window.show_door)
        dialog.open()

    # Signed in

    def _keeper(self, store: Store) -> Keeper | None:
        if self._demonstration is not None:
            return None
        first, second = backup_folders(store)
        return Keeper(store, first, second=second)

    def _after_signing_in(self) -> None:
        # Loading the holidays takes a moment, and only once a year: the window comes first.
        QTimer.singleShot(_SOON_MS, self, self._refresh_calendar)

    def _refresh_calendar(self) -> None:
        desk = self._window.desk if self._window is not None else None
        if desk is not None:
            desk.show(lambda: _put_calendar_at_hand(desk.store))


def _residents_tab() -> TabSpec:
    """The residents with what rooms do to them: features of one floor do not know each other."""
    return residents.tab_spec(
        rooms.place_resident,
        rooms.swap_resident,
        import_list=_import_residents,
        export_list=_export_residents,
        sheets=_resident_sheets,
    )


def _import_residents(desk: Desk, parent: QWidget) -> None:
    # The importer is loaded where a list comes in, which is not every day.
    from openblock.features.residents.ui.list_import import open_import  # noqa: PLC0415

    open_import(desk, parent)


def _export_residents(desk: Desk, parent: QWidget) -> None:
    from openblock.features.residents.ui.exporting import export_list  # noqa: PLC0415  as above

    export_list(desk, parent)


def _resident_sheets(desk: Desk, resident_id: int | None) -> tuple[SheetOffer, ...]:
    # Paper waits until something is printed.
    from openblock.features.residents.ui.offers import resident_offers  # noqa: PLC0415

    return resident_offers(desk, resident_id)


def _shift_sheets(desk: Desk, day: date) -> tuple[SheetOffer, ...]:
    """The list of a shift on the roster: today reads the roster, which does not know it."""
    from openblock.features.today.ui.offers import shift_offers  # noqa: PLC0415  as above

    return shift_offers(desk, day)


def _put_calendar_at_hand(store: Store) -> None:
    year = clock.today().year
    if store.read(stale_years, year - 1, year + 1):
        store.run(refresh_calendar, RefreshCalendar(year - 1, year + 1))


def _idle_minutes(store: Store) -> int:
    return int(store.read(queries.settings)["idle_minutes"])


def _restore(backup: Backup, path: Path, dek: bytes, actor: Actor) -> None:
    restore(backup.path, path, dek, actor=actor, newest=newest())
