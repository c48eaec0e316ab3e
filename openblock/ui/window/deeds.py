"""What the window does for one signed-in officer: menu, paper, manual, backups, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu

from openblock.i18n import _
from openblock.storage.manifest import Backup
from openblock.ui import shortcuts
from openblock.ui.backups.rounds import BackupRounds
from openblock.ui.desk import Action, Desk, Notice
from openblock.ui.messages import words
from openblock.ui.window.house import House
from openblock.ui.window.menu import Line, build_menu
from openblock.ui.window.restoring import Restoring
from openblock.ui.window.workplace import Workplace

if TYPE_CHECKING:
    from openblock.ui.manual import ManualDialog

# Dialogs are loaded when first opened: the window is to stand as soon as may be.
_CLOSING = "closing"


class Deeds(QObject):
    """Made at signing in, closed at the lock; dialogs are children of the window."""

    def __init__(self, window: QMainWindow, desk: Desk, house: House, restoring: Restoring) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._house = house
        self._restoring = restoring
        self._place: Workplace | None = None
        self._manual: ManualDialog | None = None
        self._close_anyway = False
        self.menu: QMenu | None = None
        self.rounds = BackupRounds(desk, house.keeper(desk.store), self.open_backups, self)
        desk.back_up_before = self.rounds.take_before
        shortcut = shortcuts.bind("back-up", window)
        self._bound = [*shortcut, *shortcuts.bind("shortcuts", window)]
        shortcut[0].activated.connect(self.back_up)
        self._bound[-1].activated.connect(self.open_shortcuts)

    def serve(self, place: Workplace) -> None:
        """Answer what ``place`` asks for, a new one after each change of language."""
        self._place = place
        place.menu_wanted.connect(self.open_menu)
        place.print_wanted.connect(self.open_paper)
        place.manual_wanted.connect(self.open_manual)
        place.status.backups_wanted.connect(self.open_backups)
        place.status.backup_button.setVisible(self.rounds.keeper is not None)
        self.rounds.aged.connect(place.status.show_backup)
        self.rounds.tell()

    def heed_settings(self) -> None:
        """The place of the backups may be another now."""
        self.rounds.renew(self._house.keeper(self._desk.store))

    def close(self) -> None:
        """Stop looking, and give the shortcuts back."""
        self.rounds.stop()
        for each in self._bound:
            each.setEnabled(False)
            each.deleteLater()
        self.deleteLater()

    def may_close(self) -> bool:
        """Take the backup of the end of work; False when it failed, and the bar says so."""
        if self._close_anyway:
            return True
        trouble = self.rounds.before_closing()
        if trouble is None:
            return True
        action = Action(_("Close without a backup"), self._close_without)
        self._desk.notify(
            Notice("error", words(trouble), (action,), word=_("No backup"), key=_CLOSING)
        )
        return False

    def open_menu(self) -> None:
        """Show the menu under its button."""
        if self._place is None:
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = build_menu(self._window, self._desk, self._house.menu, self._own_lines())
        self._place.pop_up(self.menu)

    def open_paper(self) -> None:
        """Offer the sheets of the tab on show."""
        page = self._place.pages.page if self._place else None
        if page is None:
            return
        offers = page.sheets()
        if not offers:
            self._desk.say(_("There is nothing to print on this tab."))
            return
        # QtPdf and the print system are loaded for the first sheet, not for the first window.
        from openblock.ui.paper import PaperDialog  # noqa: PLC0415

        self._desk.show(lambda: self._run(PaperDialog(self._desk, offers, parent=self._window)))

    def open_manual(self, page: str = "index") -> None:
        """Open the manual beside the work, or turn it to ``page``."""
        if self._manual is None:
            from openblock.ui.manual import ManualDialog  # noqa: PLC0415

            self._manual = ManualDialog(page, self._window)
            self._manual.destroyed.connect(self._forget_manual)
        else:
            self._manual.open_page(page)
        self._manual.show()
        self._manual.activateWindow()

    def open_shortcuts(self) -> None:
        """Show the list of shortcuts."""
        from openblock.ui.about import shortcuts_dialog  # noqa: PLC0415

        self._run(shortcuts_dialog(self._window))

    def open_about(self) -> None:
        """Show versions and licences."""
        from openblock.ui.about import about_dialog  # noqa: PLC0415

        self._run(about_dialog(self._window))

    def open_backups(self) -> None:
        """Show the backups, take one, restore one, check the file."""
        if not self._may("storage.check"):
            return
        from openblock.ui.backups.panel import BackupPanel  # noqa: PLC0415

        can_restore = self._house.restore is not None and self.rounds.keeper is not None
        allowed = can_restore and self._desk.may("storage.restore")
        restore = self.restore if allowed else None
        self._run(BackupPanel(self.rounds.backups, restore, self.rounds, self._window))

    def back_up(self) -> None:
        """Take a backup now."""
        if self._may("storage.back_up"):
            self.rounds.back_up()

    def _may(self, operation: str) -> bool:
        """Whether the store lets the officer; a refusal is in the log and on the message bar."""
        return self._desk.show(lambda: self._desk.store.demand(operation))

    def _run(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def restore(self, backup: Backup) -> None:
        """Lock the window and put ``backup`` back, if the officer may."""
        if self._may("storage.restore"):
            self._restoring.begin(self._desk.store, backup)

    def _close_without(self) -> None:
        self._close_anyway = True
        self._window.close()

    def _forget_manual(self) -> None:
        self._manual = None

    def _own_lines(self) -> tuple[tuple[Line, ...], ...]:
        backups = (
            (
                Line(_("Back up now"), "backup", self.back_up, "back-up"),
                Line(_("Backups: restore, check the file…"), "database", self.open_backups),
            )
            if self.rounds.keeper is not None and self._desk.may("storage.back_up")
            else ()
        )
        return (
            (Line(_("Print…"), "print", self.open_paper, "print"),),
            backups,
            (
                Line(_("Manual"), "help", partial(self.open_manual, "index"), "manual"),
                Line(_("Keyboard shortcuts"), "key", self.open_shortcuts, "shortcuts"),
                Line(_("About OpenBlock"), "information", self.open_about),
            ),
            (Line(_("Close the programme"), "close", self._window.close, "close"),),
        )
