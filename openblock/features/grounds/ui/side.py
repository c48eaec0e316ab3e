"""The left of the grounds: the plan with how every area stands now, and the same as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from openblock.features.grounds.commands import MoveOnPlan, move_on_plan
from openblock.features.grounds.queries.rows import AreaNow
from openblock.features.grounds.rules.content import AreaContent
from openblock.features.grounds.ui.plan.legend import AreaLegend
from openblock.features.grounds.ui.plan.listed import AREA_ROLE, AreaDelegate, AreasModel
from openblock.features.grounds.ui.plan.picture import AreaPicture, pictures_of
from openblock.features.grounds.ui.plan.view import PlanView
from openblock.i18n import _, format_time
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.plain_label import plain
from openblock.ui.tall_list import TallList
from openblock.ui.theme import px, scale, watch

_LARGE = 150


class PlanSide(QFrame):
    """Plan, list and legend keep one area chosen; administrators can move areas on the plan."""

    #: An area was clicked or reached by the arrow keys.
    area_chosen = Signal(int)
    #: Enter or a double click on an area.
    book_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self._quiet = False
        self.plan = PlanView()
        self.model = AreasModel(self)
        self.list = TallList(self.model, _("Areas of the grounds"))
        self.list.setItemDelegate(AreaDelegate(self.list))
        self.list.setMinimumHeight(px(60))
        self.legend = AreaLegend()
        self.moment = labelled("", "secondary")
        self.edit_button = QToolButton()
        self.how = plain("", "secondary")
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()

    @property
    def area_id(self) -> int | None:
        """The area that is chosen."""
        return self.plan.area_id

    def show_areas(self, areas: Sequence[AreaNow], at: datetime) -> None:
        """Show how the areas stand at ``at``; the chosen one stays chosen. Says nothing."""
        pictures = pictures_of(areas, at)
        self.moment.setText(_("at {time}").format(time=format_time(at)))
        self.plan.show_pictures(pictures)
        self._silently(lambda: self.model.show_areas([one for one in pictures if one.bookable]))
        self.choose(self.area_id)

    def choose(self, area_id: int | None) -> None:
        """Mark an area that was chosen elsewhere; says nothing."""
        self.plan.choose(area_id)
        index = self.model.index(self.model.row_of(area_id))
        self._silently(lambda: self.list.setCurrentIndex(index))

    def edit_plan(self, *, on: bool) -> None:
        """Let areas be moved and resized on the plan, or no more."""
        self.edit_button.setChecked(on)
        self.how.setVisible(on)
        self.plan.edit(on=on)
        if on:
            self.plan.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    # Inside

    def _silently(self, act: Callable[[], object]) -> None:
        self._quiet = True
        act()
        self._quiet = False

    def _listed(self, index: QModelIndex) -> None:
        area = index.data(AREA_ROLE)
        if self._quiet or not isinstance(area, AreaPicture):
            return
        self.plan.choose(area.area_id)
        self.area_chosen.emit(area.area_id)

    def _drawn(self, area_id: int) -> None:
        self.choose(area_id)
        self.area_chosen.emit(area_id)

    def _book(self, index: QModelIndex) -> None:
        area = index.data(AREA_ROLE)
        if isinstance(area, AreaPicture):
            self.book_wanted.emit(area.area_id)

    def _put(self, area: AreaPicture, content: AreaContent) -> None:
        place = (content.x, content.y, content.width, content.height)
        request = MoveOnPlan(area.area_id, area.version, *place)
        said = _("Moved on the plan: {area}").format(area=area.name)
        self._desk.run(move_on_plan, request, said)

    def _connect(self) -> None:
        self.plan.area_chosen.connect(self._drawn)
        self.plan.book_wanted.connect(self.book_wanted)
        self.plan.put.connect(self._put)
        self.list.selectionModel().currentChanged.connect(self._listed)
        self.list.activated.connect(self._book)
        self.edit_button.clicked.connect(lambda checked: self.edit_plan(on=checked))

    def _dress(self) -> None:
        self.edit_button.setIcon(icon("edit"))
        # With large text the lines go to the list, which says every state on hover too.
        self.legend.setVisible(scale() < _LARGE)

    def _lay_out(self) -> None:
        self.edit_button.setCheckable(True)
        self.edit_button.setToolTip(_("Move and resize the areas on the plan"))
        self.edit_button.setAccessibleName(_("Move and resize the areas on the plan"))
        self.edit_button.setVisible(self._desk.may("grounds.move_on_plan"))
        self.how.setText(
            _(
                "Drag an area, or a corner of it. Arrows move the chosen one, with Shift they "
                "resize it; Page Down goes to the next."
            )
        )
        self.how.setContentsMargins(px(12), 0, px(12), 0)
        self.how.hide()
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(6), px(8), px(4))
        head.addWidget(labelled(_("Adjacent grounds"), "strong"), 1)
        head.addWidget(self.moment)
        head.addWidget(self.edit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.how)
        column.addWidget(self.plan)
        column.addWidget(self.list, 1)
        column.addWidget(self.legend)
