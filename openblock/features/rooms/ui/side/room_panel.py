"""The chosen room at the right of the plan: what is wrong, who is in it, what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openblock.features.rooms.queries import Suggestion
from openblock.features.rooms.ui.plan.picture import RoomPicture
from openblock.features.rooms.ui.side.room_facts import (
    Trouble,
    fact_lines,
    occupant_lines,
    troubles_of,
)
from openblock.features.rooms.ui.words import suggestion_reason
from openblock.i18n import _
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px, watch

_MOST_SUGGESTED = 3
#: The best beds for a person, by number of the person.
Finding = Callable[[int], tuple[Suggestion, ...]]


@dataclass(frozen=True, slots=True)
class RoomRights:
    """What the signed-in officer may do to a room."""

    place: bool
    close: bool


class RoomPanel(QFrame):
    """Says what is wanted; the tab does it."""

    closed = Signal()
    move_wanted = Signal(int, object)
    swap_wanted = Signal(int)
    close_wanted = Signal(int)
    open_wanted = Signal(int)
    change_wanted = Signal(int)
    history_wanted = Signal(int)

    def __init__(self, finding: Finding, rights: RoomRights, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._finding = finding
        self._rights = rights
        self.room: RoomPicture | None = None
        self.title = labelled("", "name")
        self.count = labelled("", "pill")
        self.leave = QToolButton()
        self.leave.setProperty("kind", "quiet")
        self.leave.setIcon(icon("close"))
        self.leave.setToolTip(_("Close the panel"))
        self.leave.setAccessibleName(_("Close the panel"))
        self.leave.clicked.connect(self.closed)
        self.buttons: list[QPushButton] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QWidget()
        self._foot_row = FlowLayout(self._foot)
        self._foot_row.setContentsMargins(px(12), px(8), px(12), px(10))
        self._lay_out()
        watch(self._dress)

    def _dress(self) -> None:
        """Icons are drawn for one theme and one size."""
        room, self.room = self.room, None
        if room is not None:
            self.show_room(room)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(8), px(8), px(8))
        head.setSpacing(px(8))
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)

    def show_room(self, room: RoomPicture) -> None:
        """Show this room; nothing is built anew while nothing about it changed."""
        if room == self.room:
            return
        had_focus = any(button.hasFocus() for button in self.buttons)
        self.room = room
        self.buttons = []
        self.title.setText(_("Room {code}").format(code=room.room.code))
        self.count.setText(room.count.replace("/", " / "))
        self.count.setVisible(room.living)
        self._area.setWidget(self._content(room))
        self._fill_foot(room)
        if had_focus and self.buttons:
            self.buttons[0].setFocus()

    def _content(self, room: RoomPicture) -> QWidget:
        content = QWidget()
        content.setProperty("kind", "panel")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        troubles = troubles_of(room)
        for trouble in troubles:
            column.addWidget(self._trouble(trouble))
        column.addWidget(_occupants(room))
        column.addWidget(_facts(room))
        if troubles and self._rights.place:
            column.addWidget(self._suggested(troubles[-1]))
        column.addStretch(1)
        return content

    # What is wrong

    def _trouble(self, trouble: Trouble) -> QWidget:
        block = QFrame()
        tone = "bad" if trouble.red else "warn"
        block.setObjectName("trouble")
        block.setProperty("kind", "card")
        column = QVBoxLayout(block)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        picture = QLabel()
        picture.setPixmap(pixmap("error" if trouble.red else "warning", tone, 16))
        head.addWidget(picture)
        head.addWidget(_wrapped(trouble.heading, "strong"), 1)
        column.addLayout(head)
        column.addWidget(_wrapped(trouble.words, "problem" if trouble.red else "warning"))
        if self._rights.place:
            holder = QWidget()
            row = FlowLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            who = trouble.resident_id
            row.addWidget(
                self._button(
                    _("Move {name}…").format(name=trouble.surname),
                    partial(self.move_wanted.emit, who, None),
                    primary=True,
                )
            )
            row.addWidget(self._button(_("Swap…"), partial(self.swap_wanted.emit, who)))
            column.addWidget(holder)
        return block

    def _suggested(self, trouble: Trouble) -> QWidget:
        found = [each for each in self._finding(trouble.resident_id) if not each.problems]
        block, column = _block()
        column.addWidget(labelled(_("Beds for {name}").format(name=trouble.surname), "strong"))
        if not found:
            column.addWidget(_wrapped(_("No bed suits."), "secondary"))
        for each in found[:_MOST_SUGGESTED]:
            words = _("Move to {bed}").format(bed=each.bed)
            button = self._button(
                words, partial(self.move_wanted.emit, trouble.resident_id, each.bed_id)
            )
            button.setProperty("kind", "quiet")
            line = QHBoxLayout()
            line.setSpacing(px(6))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            reasons = ", ".join(map(suggestion_reason, each.reasons))
            line.addWidget(_wrapped(reasons, "secondary"), 1)
            column.addLayout(line)
        return block

    # What can be done

    def _fill_foot(self, room: RoomPicture) -> None:
        while (item := self._foot_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        room_id = room.room.room_id
        lines: list[tuple[str, str, Callable[[], object]]] = []
        if self._rights.close and room.closure is not None:
            closure_id = room.closure.closure_id
            lines.append((_("Open again"), "open", partial(self.open_wanted.emit, closure_id)))
            lines.append((_("Change…"), "edit", partial(self.change_wanted.emit, closure_id)))
        elif self._rights.close and room.living:
            lines.append((_("Close room…"), "lock", partial(self.close_wanted.emit, room_id)))
        if room.living:
            lines.append((_("History"), "clock", partial(self.history_wanted.emit, room_id)))
        for words, drawing, act in lines:
            button = self._button(words, act)
            button.setIcon(icon(drawing))
            self._foot_row.addWidget(button)
        self._foot.setVisible(bool(lines))

    def _button(
        self, words: str, act: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        made = QPushButton(words.replace("&", "&&"))
        made.setAccessibleName(words)
        made.setAutoDefault(False)
        made.setToolTip(words)
        if primary:
            made.setProperty("kind", "primary")
        made.clicked.connect(lambda _checked=False: act())
        self.buttons.append(made)
        return made


def _block() -> tuple[QFrame, QVBoxLayout]:
    block = QFrame()
    block.setProperty("kind", "panel")
    column = QVBoxLayout(block)
    column.setContentsMargins(px(12), px(8), px(12), px(8))
    column.setSpacing(px(5))
    return block, column


def _wrapped(words: str, kind: str = "") -> QLabel:
    made = labelled(words, kind)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _occupants(room: RoomPicture) -> QWidget:
    block, column = _block()
    for letter, name, detail in occupant_lines(room):
        line = QHBoxLayout()
        line.setSpacing(px(8))
        badge = labelled(letter, "pill")
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_wrapped(name, "strong"))
        if detail:
            words.addWidget(_wrapped(detail, "secondary"))
        line.addLayout(words, 1)
        column.addLayout(line)
    return block


def _facts(room: RoomPicture) -> QWidget:
    block, column = _block()
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(10))
    grid.setColumnStretch(1, 1)
    for row, (words, value) in enumerate(fact_lines(room)):
        grid.addWidget(labelled(words, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_wrapped(value), row, 1)
    column.addLayout(grid)
    return block
