"""The panel at the left of the plan: who waits for a bed, and the figures of the floor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from openblock.features.rooms.queries import FloorRow, Occupancy
from openblock.features.rooms.ui.side.figures import FloorFigures
from openblock.features.rooms.ui.side.homeless import HomelessList, HomelessModel
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.theme import px, watch

#: How many beds suit a person; None where nobody could say.
Suiting = Callable[[int], int | None]


class WaitingPanel(QFrame):
    """The chosen person's *Place…* stands under the list; Enter does the same."""

    place_wanted = Signal(int)

    def __init__(self, suiting: Suiting, *, may_place: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._suiting = suiting
        self._may_place = may_place
        self.model = HomelessModel(self)
        self.list = HomelessList(self.model)
        self.count = labelled("", "badge")
        self.nothing = labelled(_("Everyone has a bed."), "secondary")
        self.nothing.setWordWrap(True)
        self.place = QPushButton(_("Place…"))
        self.place.setProperty("kind", "primary")
        self.place.setAutoDefault(False)
        self.place.setToolTip(shortcuts.hint(_("Place the chosen person"), "place-resident"))
        self.suits = labelled("", "secondary")
        self.suits.setWordWrap(True)
        self.figures = FloorFigures()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.activated.connect(self._place)
        self.place.clicked.connect(self._place)
        watch(self.list.doItemsLayout)

    def show_occupancy(self, occupancy: Occupancy, floor: FloorRow | None) -> None:
        """Show who waits at the instant, and the figures of ``floor``."""
        kept = self.list.chosen()
        self.model.show_people(occupancy.without_bed, occupancy.expected)
        missing, expected = len(occupancy.without_bed), len(occupancy.expected)
        self.count.setText(str(missing))
        self.count.setVisible(bool(missing))
        self.nothing.setVisible(not missing and not expected)
        self.list.setVisible(bool(missing or expected))
        self.figures.show_figures(occupancy, floor)
        ids = [each.person.resident_id for each in self.model.people]
        if ids:
            wanted = kept.person.resident_id if kept else None
            row = ids.index(wanted) if wanted in ids else 0
            self.list.setCurrentIndex(self.model.index(row))
        self._show_chosen()

    def chosen_id(self) -> int | None:
        """Who is chosen in the list."""
        chosen = self.list.chosen()
        return chosen.person.resident_id if chosen else None

    def _show_chosen(self) -> None:
        chosen = self.list.chosen()
        shown = chosen is not None and self._may_place
        self.place.setVisible(shown)
        self.suits.setVisible(shown)
        if chosen is None:
            return
        name = chosen.person.name
        self.place.setAccessibleName(_("Place {name}").format(name=name))
        count = self._suiting(chosen.person.resident_id)
        said = n_("{number} bed suits", "{number} beds suit", count) if count is not None else ""
        self.suits.setText(said if count != 0 else _("no bed suits"))

    def _place(self) -> None:
        chosen = self.chosen_id()
        if chosen is not None and self._may_place:
            self.place_wanted.emit(chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(9), px(12), px(9))
        head.setSpacing(px(8))
        title = labelled(_("Without a bed"), "strong")
        title.setWordWrap(True)
        head.addWidget(title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(px(12), px(4), px(12), px(8))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(8), px(12), px(8))
        foot.setSpacing(px(8))
        foot.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.suits, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        # Takes the room of the list while nobody waits.
        grow = QSizePolicy.Policy.Expanding
        column.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, grow))
        column.addWidget(self.figures)
