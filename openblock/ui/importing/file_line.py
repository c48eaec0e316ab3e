"""The top line of an import: the file's path, typed or chosen, its sheet, how it was read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from openblock.i18n import _
from openblock.importing.table import Table
from openblock.ui.forms import Choice, labelled
from openblock.ui.icons import icon
from openblock.ui.theme import px


class FileLine(QWidget):
    """Says which file is on show and asks for another."""

    #: The path typed, after Enter.
    chosen = Signal(str)
    browsed = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit()
        self.path.setPlaceholderText(_("CSV or Excel file: type its path, or drop it here"))
        self.path.setAccessibleName(_("File"))
        self.path.installEventFilter(self)
        self.browse_button = QPushButton(_("Choose a file…"))
        self.browse_button.setIcon(icon("open"))
        self.browse_button.setAutoDefault(False)
        self.sheet = Choice()
        self.sheet.setAccessibleName(_("Sheet"))
        self.sheet_label = labelled(_("Sheet"), "field")
        self.sheet_label.setBuddy(self.sheet)
        self.reading = labelled("", "hint")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(self.path, 1)
        for widget in (self.browse_button, self.sheet_label, self.sheet, self.reading):
            line.addWidget(widget)
        self._show_sheets(())
        self.browse_button.clicked.connect(self.browsed)
        self.sheet.edited.connect(self._sheet_chosen)

    def show_path(self, path: Path) -> None:
        """Show the path of the file that is being read."""
        self.path.setText(str(path))

    def show_table(self, table: Table, reading: str) -> None:
        """Show how the file was read, and its sheets if there are several."""
        self.reading.setText(reading)
        self._show_sheets(table.sheets)
        self.sheet.blockSignals(True)
        self.sheet.set_value(table.sheet)
        self.sheet.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the path reads the file; it must not press the dialog's own button."""
        key = event.key() if isinstance(event, QKeyEvent) else 0
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.type() == QEvent.Type.KeyPress:
            self.chosen.emit(self.path.text().strip())
            return True
        return super().eventFilter(watched, event)

    def _show_sheets(self, sheets: tuple[str, ...]) -> None:
        self.sheet.set_options([(name, name) for name in sheets])
        for widget in (self.sheet, self.sheet_label):
            widget.setVisible(len(sheets) > 1)

    def _sheet_chosen(self) -> None:
        self.sheet_chosen.emit(str(self.sheet.value()))
