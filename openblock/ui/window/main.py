"""The main window: sign-in page, workplace, and the lock between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.i18n import system_language
from openblock.storage.store import Store
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.preferences import Preferences
from openblock.ui.theme import watch
from openblock.ui.window.counts import CountsLine
from openblock.ui.window.deeds import Deeds
from openblock.ui.window.house import Doorway, House, Left, Look, keep_look_in, look_from
from openblock.ui.window.idle import IdleLock
from openblock.ui.window.leaving import Clipboard, close_windows, open_windows
from openblock.ui.window.looks import Looks
from openblock.ui.window.reach import OverDialogs
from openblock.ui.window.restoring import Restoring
from openblock.ui.window.style import window_style
from openblock.ui.window.workplace import Workplace
from openblock.ui.worker import Worker

_GEOMETRY = "window.geometry"
_USUAL_SIZE = (1366, 768)
_TITLE = "OpenBlock"
Places = Mapping[str, Mapping[str, object]]


class MainWindow(QMainWindow):
    """Shows the door, and behind it the workplace of whoever signed in."""

    signed_in = Signal()
    locked = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.worker = Worker(self)
        self.looks = Looks(self._keep_look, self)
        self.idle = IdleLock(5 * 60, self)
        self.desk: Desk | None = None
        self.workplace: Workplace | None = None
        self.door: QWidget | None = None
        self.deeds: Deeds | None = None
        self._left: Left | None = None
        self._kept: dict[int, tuple[str, Places]] = {}
        self._changing = False
        self._clipboard = Clipboard(self)
        self.restoring = Restoring(self, house, self.lock)
        self._curtain = QWidget()
        self._curtain.setObjectName("curtain")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._curtain)
        self.setCentralWidget(self._stack)
        self.setMinimumSize(640, 400)
        self.idle.expired.connect(self.lock)
        self.looks.language_changed.connect(self._say_anew)
        self._bind()
        watch(self._dress)
        self._dress()
        self._place_window(house.preferences)

    # The door

    def show_door(self) -> None:
        """Show the sign-in page in the workstation's own language and theme."""
        self.looks.put_on(look_from(self.house.preferences, system_language()))
        self.setWindowTitle(_TITLE)
        self._put_door()

    def _put_door(self) -> None:
        old = self.door
        doorway = Doorway(
            signed_in=self.sign_in,
            speak=self.looks.speak,
            paint=self.looks.paint,
            close=lambda: QTimer.singleShot(0, self.close),
            left=self._left,
            changing=self._changing,
        )
        self.door = self.house.sign_in_page(doorway)
        self._stack.addWidget(self.door)
        self._stack.setCurrentWidget(self.door)
        self.door.setFocus()
        self._discard(old)

    # Signing in

    def sign_in(self, store: Store) -> None:
        """Open the workplace of ``store``'s actor, where that officer left it."""
        actor = store.actor
        if actor is None:
            raise KnownError("signed-out")
        desk = Desk(
            store,
            may=self.house.may,
            preferences=self.house.preferences.of(actor.account_id),
            worker=self.worker,
            block=self.house.block(store),
            parent=self,
        )
        self.desk = desk
        self.looks.put_on(self.house.look(desk))
        self.deeds = Deeds(self, desk, self.house, self.restoring)
        self._put_workplace(*self._kept.get(actor.account_id, ("", {})))
        self._discard(self.door)
        self.door = self._left = None
        self._changing = False
        self._place_window(desk.preferences)
        desk.changed.connect(self._heed_settings)
        desk.show(self._read_settings)
        self.idle.start()
        self.signed_in.emit()

    def _put_workplace(self, key: str, places: Places) -> None:
        if self.desk is None or self.deeds is None:
            return
        old = self.workplace
        place = Workplace(self.desk, self.house.specs, self.house.search_sources)
        place.header.lock_wanted.connect(self.lock)
        place.header.change_wanted.connect(self.change_officer)
        place.status.language_wanted.connect(self.looks.next_language)
        place.status.zoom_wanted.connect(self.looks.zoom_reset)
        place.status.theme_wanted.connect(self.looks.next_theme)
        self.workplace = place
        self.deeds.serve(place)
        self._stack.addWidget(place)
        self._stack.setCurrentWidget(place)
        self._discard(old)
        counts = self.house.counts
        if counts is not None and self.desk.may(counts.operation):
            CountsLine(self.desk, counts, place.status, place)
        place.pages.remember_places(places)
        place.open_usual_tab(key, self.house.usual_tab)
        self._name_window()

    def _heed_settings(self, tables: frozenset[str]) -> None:
        if self.desk is None or self.deeds is None or not tables & {"*", "settings"}:
            return
        self.desk.show(self._read_settings)
        self.desk.show(self.deeds.heed_settings)

    def _read_settings(self) -> None:
        if self.desk is None or self.workplace is None:
            return
        self.workplace.show_block(self.house.block(self.desk.store))
        minutes = self.house.idle_minutes(self.desk.store)
        self.idle.allow(60 * max(1, min(15, minutes)))
        self._name_window()

    def _name_window(self) -> None:
        name = self.desk.block.name if self.desk else ""
        self.setWindowTitle(f"{name} – {_TITLE}" if name else _TITLE)

    # The lock

    def lock(self) -> None:
        """Blank the window at once, then forget the officer and show the door (SEC-06)."""
        if self.desk is None or self.workplace is None:
            return
        actor = self.desk.actor
        self._left = Left(actor.account_id, clock.now(), self.workplace.tab_title())
        self._forget()
        self.show_door()
        self.locked.emit()

    def change_officer(self) -> None:
        """Lock so that another officer can sign in: one shift ends, another begins."""
        self._changing = True
        self.lock()

    def _forget(self) -> None:
        """Blank, keep drafts, destroy everything of the officer, drop the key."""
        desk, workplace = self.desk, self.workplace
        if desk is None or workplace is None:
            return
        windows = open_windows(self)
        self._blank(windows)
        self._keep_place(desk, workplace)
        workplace.pages.keep_drafts()
        close_windows(desk, windows)
        self.worker.drop()
        self._clipboard.clear()
        if self.deeds is not None:
            self.deeds.close()
        self.desk = self.workplace = self.deeds = None
        store = desk.store
        desk.close()
        self._discard(workplace)
        desk.deleteLater()
        self.house.release(store)

    def _blank(self, windows: list[QWidget]) -> None:
        self.idle.stop()
        self._stack.setCurrentWidget(self._curtain)
        self.setWindowTitle(_TITLE)
        for window in windows:
            window.hide()
        self._curtain.repaint()

    def _keep_place(self, desk: Desk, workplace: Workplace) -> None:
        # Only the officer who left last finds the way back; the places name no person.
        self._kept = {desk.actor.account_id: (workplace.pages.key, workplace.pages.places())}
        for preferences in (desk.preferences, self.house.preferences):
            preferences.remember_bytes(_GEOMETRY, self.saveGeometry())

    # The window itself

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.deeds is not None and not self.deeds.may_close():
            event.ignore()
            return
        self._forget()
        self.house.preferences.remember_bytes(_GEOMETRY, self.saveGeometry())
        self.house.preferences.flush()
        self.worker.close()
        super().closeEvent(event)

    def _place_window(self, preferences: Preferences) -> None:
        state = preferences.prefer_bytes(_GEOMETRY)
        # Put back where it already stands, a window without a frame creeps at every lock.
        if state == self.saveGeometry():
            return
        if (state.isEmpty() or not self.restoreGeometry(state)) and not self.isVisible():
            self.resize(*_USUAL_SIZE)

    def _discard(self, widget: QWidget | None) -> None:
        if widget is not None:
            widget.hide()
            self._stack.removeWidget(widget)
            widget.deleteLater()

    def _say_anew(self) -> None:
        if self.workplace is not None:
            pages = self.workplace.pages
            self._put_workplace(pages.key, pages.places())
            # The kind of block and the notice above the tabs are words as well.
            self._heed_settings(frozenset({"*"}))
        elif self.door is not None:
            # The page that asked is replaced only after its own handler has returned.
            QTimer.singleShot(0, self._put_door)

    def _keep_look(self, look: Look) -> None:
        desk = self.desk
        if desk is None:
            keep_look_in(self.house.preferences, look)
        else:
            desk.show(lambda: self.house.keep_look(desk, look))

    def _dress(self) -> None:
        self.setStyleSheet(window_style())

    def _bind(self) -> None:
        leaving = {"lock": self.lock, "change-officer": self.change_officer}
        OverDialogs(leaving, self)
        acts = {
            **leaving,
            "zoom-in": self.looks.zoom_in,
            "zoom-out": self.looks.zoom_out,
            "zoom-reset": self.looks.zoom_reset,
            "language": self.looks.next_language,
            "theme": self.looks.next_theme,
            "close": self.close,
        }
        for key, act in acts.items():
            for shortcut in shortcuts.bind(key, self):
                shortcut.activated.connect(act)
