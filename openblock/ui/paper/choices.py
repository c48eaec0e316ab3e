"""What may be chosen beside the preview: sheet, paper, language, printer, copies, purpose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from openblock.i18n import LANGUAGES, _, language
from openblock.ui.paper.printers import Paper, Printer
from openblock.ui.paper.purposes import PurposeForm, notice_board
from openblock.ui.tab import SheetOffer

_MOST_COPIES = 99


def language_words(code: str) -> str:
    """A language's name, in itself: Latviešu, English."""
    return {"lv": "Latviešu", "en": "English"}[code]


class Choices(QScrollArea):
    """One column of fields; ``sheet_changed`` means that the bytes have to be made anew."""

    sheet_changed = Signal()
    purpose_changed = Signal()

    def __init__(
        self,
        offers: tuple[SheetOffer, ...],
        printers: tuple[Printer, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self.sheet = QComboBox()
        self.paper_choice = QComboBox()
        self.language_choice = QComboBox()
        self.printer = QComboBox()
        self.copies = QSpinBox()
        self.purpose = PurposeForm()
        self._fill(printers)
        self._propose()
        self._lay_out(has_printer=bool(printers))
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)
        self.paper_choice.currentIndexChanged.connect(self.sheet_changed)
        self.language_choice.currentIndexChanged.connect(self.sheet_changed)
        self.purpose.changed.connect(self.purpose_changed)

    @property
    def offer(self) -> SheetOffer:
        """The sheet chosen."""
        return self._offers[max(0, self.sheet.currentIndex())]

    @property
    def paper(self) -> Paper:
        """The paper chosen."""
        return "A3" if self.paper_choice.currentText() == "A3" else "A4"

    @property
    def language(self) -> str:
        """The language the sheet speaks."""
        return str(self.language_choice.currentData())

    def choose(self, key: str) -> None:
        """Choose the sheet with ``key``, if it is offered."""
        keys = [offer.key for offer in self._offers]
        if key in keys:
            self.sheet.setCurrentIndex(keys.index(key))

    def _fill(self, printers: tuple[Printer, ...]) -> None:
        for offer in self._offers:
            self.sheet.addItem(offer.title)
        self._fill_papers()
        for code in LANGUAGES:
            self.language_choice.addItem(language_words(code), code)
        self.language_choice.setCurrentIndex(LANGUAGES.index(language()))
        for each in printers:
            self.printer.addItem(each.name)
        self.copies.setRange(1, _MOST_COPIES)

    def _fill_papers(self) -> None:
        self.paper_choice.blockSignals(True)
        self.paper_choice.clear()
        self.paper_choice.addItems(self.offer.papers)
        self.paper_choice.blockSignals(False)

    def _sheet_chosen(self) -> None:
        self._fill_papers()
        self._propose()
        self.sheet_changed.emit()

    def _propose(self) -> None:
        """A person's own sheet is not for the notice board."""
        recipient = self.offer.recipient
        self.purpose.propose(notice_board() if recipient is None else recipient)

    def _lay_out(self, *, has_printer: bool) -> None:
        column = QWidget()
        column.setProperty("kind", "panel")
        lines = QVBoxLayout(column)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows = (
            (_("Sheet"), self.sheet),
            (_("Paper size"), self.paper_choice),
            (_("Language of the sheet"), self.language_choice),
            (_("Printer"), self.printer),
            (_("Copies"), self.copies),
        )
        for words, field in rows:
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            lacking = field is self.printer and not has_printer
            form.addRow(label, _no_printer() if lacking else field)
            if isinstance(field, QComboBox):
                field.setSizeAdjustPolicy(
                    QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
                field.setMinimumContentsLength(16)
        lines.addLayout(form)
        lines.addWidget(self.purpose)
        lines.addStretch(1)
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _no_printer() -> QLabel:
    words = QLabel(_("No printer is set up on this computer. Save the sheet instead."))
    words.setWordWrap(True)
    words.setProperty("kind", "warning")
    return words
