"""The chips of the roster's toolbar: each is the brush for its code, the last one clears."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from openblock.i18n import _
from openblock.ui.grid import ChipButton, GridCode
from openblock.ui.icons import icon
from openblock.ui.theme import px

ERASER = ""


class Brushes(QWidget):
    """Keeps which brush is in hand; ``taken`` carries its code, None when it is put away."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[str, ChipButton] = {}
        self._shown: tuple[tuple[GridCode, ...], tuple[GridCode, ...]] = ((), ())
        self.eraser = QToolButton()
        self.eraser.setIcon(icon("eraser"))
        self.eraser.setToolTip(_("Brush that clears cells"))
        self.eraser.setAccessibleName(_("Brush that clears cells"))
        self.eraser.setCheckable(True)
        self.eraser.clicked.connect(self._eraser_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_codes(self, codes: Iterable[GridCode], letters: Iterable[GridCode]) -> None:
        """One brush for each code, a little apart one for each letter of absence, the eraser."""
        fresh = (tuple(codes), tuple(letters))
        if fresh == self._shown:
            return
        self._shown = fresh
        while self._row.takeAt(0) is not None:
            pass
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for group in fresh:
            for code in group:
                self._row.addWidget(self._made(code))
            self._row.addSpacing(px(4))
        self._row.addWidget(self.eraser)
        for each in (*self.chips.values(), self.eraser):
            # At once: a layout shows them later, and they would be measured as nothing till then.
            each.show()
        self.updateGeometry()

    def _made(self, code: GridCode) -> ChipButton:
        chip = ChipButton(code)
        chip.setToolTip(
            _("{code}: {name}. Click, then paint cells with the mouse; Esc ends").format(
                code=code.code, name=code.name
            )
        )
        chip.clicked.connect(self._chip_clicked)
        self.chips[code.code] = chip
        return chip

    def _chip_clicked(self, checked: bool) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self._take(chip.code.code if checked else None)

    def _eraser_clicked(self, checked: bool) -> None:
        self._take(ERASER if checked else None)

    def _take(self, code: str | None) -> None:
        self.drop()
        if code is not None:
            (self.chips[code] if code else self.eraser).setChecked(True)
        self.taken.emit(code)

    def drop(self) -> None:
        """No brush is in hand any more."""
        for chip in (*self.chips.values(), self.eraser):
            chip.setChecked(False)
