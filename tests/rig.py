"""Drives the programme as its user does: opens it, types into it, meets the dialogs it opens."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from openblock import clock
from openblock.app.programme import Programme
from openblock.demonstration import ADMINISTRATOR as INVENTED_HEAD
from openblock.demonstration import PASSWORD, Demonstration, open_demonstration
from openblock.demonstration import TRAINEE as INVENTED_TRAINEE
from openblock.entry import entrance
from openblock.features.accounts.rights import may
from openblock.features.shadowing.commands import LinkTrainee, link_trainee
from openblock.features.shadowing.queries import trainees
from openblock.i18n import language, set_language
from openblock.migrations.upgrade import newest
from openblock.storage.store import Actor, open_store
from openblock.ui.preferences import WORKSTATION, Preferences
from openblock.ui.theme import apply
from openblock.ui.window.house import LANGUAGE
from openblock.ui.window.main import MainWindow

_PATIENCE = 10
# Every stroke :func:`press` has made, for the tests that count them.
pressed: list[Qt.Key | str] = []
Visit = Callable[[QWidget], None]


def settle(milliseconds: int = 0) -> None:
    """Let everything that waits be done: timers of no time, paints, deletions."""
    until = time.monotonic() + milliseconds / 1000
    while True:
        for _round in range(3):
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.monotonic() >= until:
            return
        time.sleep(0.005)


def wait_for(what: Callable[[], object], seconds: float = 10) -> None:
    """Let the programme run until ``what()`` is true; AssertionError when it never is."""
    until = time.monotonic() + seconds
    while not what():
        if time.monotonic() > until:
            raise AssertionError("waited in vain")
        settle(10)


def opened_over(windows: set[QWidget]) -> QWidget | None:
    """The dialog or menu in front that was not among ``windows``."""
    for candidate in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if candidate is not None and candidate not in windows:
            return candidate
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog | QMenu) and each.isVisible() and each not in windows:
            return each
    return None


class _Meeting(QObject):
    """Waits beside a dialog's own event loop, for the dialog to be in front."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._known = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
        self._latest = time.monotonic() + _PATIENCE
        self.met: QWidget | None = None
        self.fault: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(10)

    def _look(self) -> None:
        found = opened_over(self._known)
        if found is None:
            self._give_up_in_time()
            return
        self._timer.stop()
        self.met = found
        try:
            settle(30)
            self._visit(found)
        except BaseException as fault:  # noqa: BLE001 - raised again where meet was called
            self.fault = fault
        finally:
            leave(found)

    def _give_up_in_time(self) -> None:
        """A dialog nobody meets would hold its own event loop for ever."""
        if time.monotonic() > self._latest:
            self._timer.stop()
            for each in QApplication.topLevelWidgets():
                if isinstance(each, QDialog) and each.isVisible():
                    leave(each)


def leave(window: QWidget) -> None:
    """Close a dialog or menu without doing anything in it."""
    try:
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
        if window.isVisible():
            window.close()
    except RuntimeError:
        return  # it closed itself, and is gone


def meet(act: Callable[[], object], visit: Visit, seconds: float = 10) -> None:
    """Do ``act``; the one dialog or menu it opens is handed to ``visit``, and left afterwards.

    Works whether the act waits for the dialog to close or not. AssertionError when none opens.
    """
    meeting = _Meeting(visit)
    act()
    wait_for(lambda: meeting.met is not None, seconds)
    settle()
    if meeting.fault is not None:
        raise meeting.fault


def press(widget: QWidget, *keys: Qt.Key | str, ctrl: bool = False, alt: bool = False) -> None:
    """Press keys on whatever has the keyboard in ``widget``'s window; text is typed as it is."""
    if QApplication.activeWindow() is None:
        # Off-screen no window manager gives the keyboard back when a dialog has closed.
        widget.window().activateWindow()
        settle(10)
    modifier = Qt.KeyboardModifier.NoModifier
    if ctrl:
        modifier |= Qt.KeyboardModifier.ControlModifier
    if alt:
        modifier |= Qt.KeyboardModifier.AltModifier
    for key in keys:
        pressed.extend(key if isinstance(key, str) else [key])
        target = QApplication.focusWidget() or widget
        if isinstance(key, str):
            QTest.keyClicks(target, key, modifier)
        else:
            QTest.keyClick(target, key, modifier)
        settle()


# The programme itself

MOMENT = clock.at(date(2026, 11, 22), 5 * 60 + 40)
SCREEN = QSize(1366, 768)
PLANNER = "planner"
ADMINISTRATOR = "administrator"
TRAINEE = "trainee"
#: A trainee whose account nobody has tied to a name yet.
NEWCOMER = "newcomer"


@contextmanager
def application() -> Iterator[QApplication]:
    """The one QApplication of this process, made where pytest-qt has not made it."""
    there = QApplication.instance()
    yield there if isinstance(there, QApplication) else QApplication(["openblock"])


@cache
def _made(language: str) -> tuple[Path, bytes, Actor]:
    """The demonstration made once in this language: its closed file, the key, who is signed in."""
    set_language(language)
    first = open_demonstration()
    dek, actor = first.store.dek, first.store.actor
    first.store.close()
    atexit.register(first.remove)
    return first.path, dek, actor


def fresh_demonstration() -> Demonstration:
    """A demonstration of its own for each test: making it takes longer than most of them."""
    path, dek, actor = _made(language())
    folder = Path(tempfile.mkdtemp(prefix="openblock-demonstration-"))
    shutil.copytree(path.parent, folder, dirs_exist_ok=True)
    store = open_store(folder / path.name, dek, may=may, newest=newest())
    store.sign_in(actor)
    return Demonstration(store, folder)


@contextmanager
def demonstration(who: str = PLANNER, spoken: str = "en") -> Iterator[MainWindow]:
    """The window on the demonstration block, signed in; the clock stands at ``MOMENT``."""
    with application() as app, clock.standing_at(MOMENT):
        set_language(spoken)
        apply(app)
        programme = Programme(Path("none.openblock"), Preferences(None, WORKSTATION))
        window = MainWindow(programme.house())
        programme.serve(window)
        window.resize(SCREEN)
        try:
            programme.open_demonstration(fresh_demonstration())
            change_to(window, who)
            # A gallery takes longer than anyone may leave the keyboard alone.
            window.idle.stop()
            window.show()
            settle(50)
            yield window
        finally:
            close(window, programme)


def change_to(window: MainWindow, who: str) -> None:
    """Let somebody else into the demonstration than the planner, who is signed in at first."""
    if who in (ADMINISTRATOR, NEWCOMER):
        _let_in(window, INVENTED_HEAD)
    if who == NEWCOMER:
        untie_account(window)
    if who in (TRAINEE, NEWCOMER):
        _let_in(window, " ".join(INVENTED_TRAINEE))


def _let_in(window: MainWindow, name: str) -> None:
    """Lock the demonstration and let ``name`` in, as the sign-in page would."""
    door = entrance(window.desk.store.path)
    window.change_officer()
    window.sign_in(door.sign_in(door.named(name).slot_id, PASSWORD).store)


def untie_account(window: MainWindow) -> None:
    """Take the account from the one trainee who has one."""
    row = next(each for each in window.desk.read(trainees) if each.account_id is not None)
    window.desk.attempt(link_trainee, LinkTrainee(row.trainee_id, row.version, None))


@contextmanager
def at_the_door(path: Path) -> Iterator[MainWindow]:
    """The window before the file at ``path``, which need not be there yet."""
    with application() as app, clock.standing_at(MOMENT):
        set_language("en")
        apply(app)
        preferences = Preferences(None, WORKSTATION)
        preferences.remember(LANGUAGE, "en")
        programme = Programme(path, preferences)
        window = MainWindow(programme.house())
        programme.serve(window)
        window.resize(SCREEN)
        try:
            window.show_door()
            window.show()
            settle(50)
            yield window
        finally:
            close(window, programme)


def close(window: MainWindow, programme: Programme) -> None:
    """Close window and file, and leave nothing for the next test to stumble over."""
    for each in QApplication.topLevelWidgets():
        if each is not window and isinstance(each, QDialog | QMenu):
            leave(each)
    window.close()
    programme.close()
    window.deleteLater()
    settle()
