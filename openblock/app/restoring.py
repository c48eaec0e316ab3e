"""Restoring at the door, where the block's file cannot be opened and nobody is signed in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.entry import usual_backup_folder
from openblock.errors import KnownError
from openblock.features.accounts.session import restorer
from openblock.i18n import _, format_moment
from openblock.migrations.upgrade import newest
from openblock.storage import keys
from openblock.storage.backup import list_backups
from openblock.storage.manifest import Backup
from openblock.storage.restoring import restore
from openblock.ui.forms import labelled
from openblock.ui.messages import words


class RestoreAtDoor(QDialog):
    """Which backup, who, and that person's password of then: three fields and one button.

    ``accepted`` once the backup stands in the file's place; the file that was there is set aside.
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Restore a backup"))
        self._path = path
        self._backups: tuple[Backup, ...] = ()
        self.backup = QComboBox()
        self.officer = QComboBox()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.backup.currentIndexChanged.connect(self._list_people)
        self._lay_out()
        self.show_folder(usual_backup_folder(path))

    def _lay_out(self) -> None:
        elsewhere = QPushButton(_("Another folder…"))
        elsewhere.clicked.connect(self._choose_folder)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(_("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._restore)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        note = labelled(
            _(
                "The present file is set aside, not deleted. "
                "The password is the one of the backup's day."
            ),
            "secondary",
        )
        note.setWordWrap(True)
        column.addWidget(note)
        for words_of, field in (
            (_("Backup"), self.backup),
            (_("Officer"), self.officer),
            (_("Password"), self.password),
        ):
            label = labelled(words_of)
            label.setBuddy(field)
            field.setAccessibleName(words_of)
            column.addWidget(label)
            column.addWidget(field)
        column.insertWidget(3, elsewhere)
        column.addWidget(self.trouble)
        column.addWidget(buttons)

    def show_folder(self, folder: Path) -> None:
        """Offer the backups of ``folder``, the newest first."""
        self._backups = list_backups(folder)
        self.backup.clear()
        for each in self._backups:
            self.backup.addItem(format_moment(each.taken_at))
        self.go.setEnabled(bool(self._backups))
        if not self._backups:
            self._tell(_("There is no backup in {folder}.").format(folder=folder))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the backups"))
        if chosen:
            self.trouble.hide()
            self.show_folder(Path(chosen))

    def _list_people(self, place: int) -> None:
        self.officer.clear()
        if not 0 <= place < len(self._backups):
            return
        try:
            people = keys.list_slots(self._backups[place].path)
        except KnownError as refusal:
            self._tell(words(refusal))
            return
        for slot in people:
            if slot.kind == keys.PASSWORD:
                self.officer.addItem(slot.name, slot.slot_id)

    def _restore(self) -> None:
        place = self.backup.currentIndex()
        if not 0 <= place < len(self._backups):
            return
        backup = self._backups[place].path
        try:
            slot_id = str(self.officer.currentData())
            dek = keys.unlock(backup, slot_id, self.password.text())
            restore(backup, self._path, dek, admit=restorer(slot_id), newest=newest())
        except KnownError as refusal:
            self._tell(words(refusal))
            return
        self.accept()

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
