"""The columns of the file, one line each: heading, a value from it, and what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from openblock.i18n import _
from openblock.importing.cells import is_empty, letters
from openblock.importing.columns import Column, Headed, Mapped
from openblock.ui.forms import Choice, labelled
from openblock.ui.importing.wording import cell_words
from openblock.ui.theme import px

LEFT_OUT = ""
_SIDE_BY_SIDE = 350
_MOST_OF_WINDOW = 0.4


class ColumnsPanel(QScrollArea):
    """Lets the officer say what each column stands for; no value is given twice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices: dict[int, Choice] = {}
        self._columns: dict[str, Column] = {}

    def show_file(self, file: Headed, columns: Sequence[Column], mapped: Mapped) -> None:
        """Offer ``columns`` for each column of ``file``, chosen as ``mapped`` says."""
        self._columns = {column.key: column for column in columns}
        self.choices = {}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setVerticalSpacing(px(6))
        # In large letters a choice stands under its heading, and leaves the rows their room.
        stacked = px(_SIDE_BY_SIDE) > _MOST_OF_WINDOW * self.window().width()
        options = [(LEFT_OUT, _("leave out")), *((c.key, _offered(c)) for c in columns)]
        for place, heading in enumerate(file.head):
            choice = Choice(options, mapped.get(place, LEFT_OUT))
            named = _("Column {column} stands for").format(column=file.name_of(place))
            choice.setAccessibleName(named)
            choice.setMinimumWidth(px(170))
            choice.edited.connect(lambda place=place: self._chosen(place))
            beside = (place, 1) if not stacked else (2 * place + 1, 0)
            grid.addWidget(_heading(place, heading, file), place * (1 + stacked), 0)
            grid.addWidget(choice, *beside)
            self.choices[place] = choice
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(file.head) * (1 + stacked), 1)
        self.setWidget(holder)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(holder.minimumSizeHint().width() + bar)

    def mapped(self) -> dict[int, str]:
        """Which column stands where, by place."""
        chosen = {place: choice.value() for place, choice in self.choices.items()}
        return {place: key for place, key in chosen.items() if key != LEFT_OUT}

    def _chosen(self, place: int) -> None:
        key = self.choices[place].value()
        if key != LEFT_OUT:
            taken = set(self._columns[key].keys)
            for other, choice in self.choices.items():
                held = choice.value()
                if other != place and held and taken.intersection(self._columns[held].keys):
                    choice.blockSignals(True)
                    choice.set_value(LEFT_OUT)
                    choice.blockSignals(False)
        self.changed.emit()


def _offered(column: Column) -> str:
    return f"{column.title()} *" if column.needed else column.title()


def _heading(place: int, heading: str, file: Headed) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name = labelled(f"{letters(place)}  {heading}", "strong")
    found = (row.cell(place) for row in file.rows[:50])
    example = cell_words(next((cell for cell in found if not is_empty(cell)), None))
    for label, text in ((name, f"{letters(place)}  {heading}"), (labelled("", "hint"), example)):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(_cut(label, text))
        label.setToolTip(text)
        column.addWidget(label)
    return holder


def _cut(label: QLabel, text: str) -> str:
    return label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, px(140))
