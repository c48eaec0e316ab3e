"""Sets the house up: choose at the left, fill in at the right; what is in use is not removed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError
from openblock.features.rooms.commands import (
    RemoveSpace,
    SaveBuilding,
    SaveFloor,
    SaveRoom,
    SaveSection,
    remove_space,
    save_building,
    save_floor,
    save_room,
    save_section,
)
from openblock.features.rooms.queries import house
from openblock.features.rooms.rules.content import RoomContent
from openblock.features.rooms.ui.dialogs.setup.forms import (
    Content,
    Request,
    form_of,
    request_of,
)
from openblock.features.rooms.ui.dialogs.setup.fresh import fresh
from openblock.features.rooms.ui.dialogs.setup.several import SeveralRooms
from openblock.features.rooms.ui.dialogs.setup.side_form import SideForm
from openblock.features.rooms.ui.dialogs.setup.tree import NODE_ROLE, HouseModel, Node
from openblock.i18n import _
from openblock.storage.store import Command
from openblock.ui.desk import Desk
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.theme import on_screen, px

_COMMANDS: dict[type[Any], Command] = {
    SaveBuilding: save_building,
    SaveFloor: save_floor,
    SaveSection: save_section,
    SaveRoom: save_room,
}
_KINDS = {
    SaveBuilding: "building",
    SaveFloor: "floor",
    SaveSection: "section",
    SaveRoom: "room",
}
SEVERAL = "several"


class SetUpDialog(QDialog):
    """Each save is a deed of its own, with its undo."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Set up rooms"))
        self.desk = desk
        self.model = HouseModel(self)
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(_("Building, floors, sections, rooms"))
        self.side = SideForm()
        self.add_buttons: dict[str, QPushButton] = {}
        self.remove = QPushButton(icon("delete"), _("Remove"))
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._saved_key: tuple[str, int] | None = None
        self._lay_out()
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.remove.clicked.connect(self.remove_chosen)
        self.side.saved.connect(self._after_save)
        self.side.left.connect(self._show_chosen)
        self.resize(on_screen(940, 600))
        self.read()
        self.tree.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.tree, 1)
        column.addWidget(self.trouble)
        holder = QWidget()
        row = FlowLayout(holder, gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for kind, said in _additions():
            button = QPushButton(icon("add"), said)
            button.setToolTip(_("Add: {what}").format(what=said))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, kind=kind: self.add(kind))
            self.add_buttons[kind] = button
            row.addWidget(button)
        self.remove.setAutoDefault(False)
        self.remove.setToolTip(_("Remove what was set up by mistake"))
        row.addWidget(self.remove)
        column.addWidget(holder)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.side)
        for place in (0, 1):
            split.setStretchFactor(place, 1)
        split.setSizes([px(420), px(500)])
        self.side.setMinimumWidth(min(px(330), 460))
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(12))
        whole.setSpacing(px(10))
        whole.addWidget(split, 1)
        whole.addLayout(foot)

    # The tree

    def read(self, key: tuple[str, int] | None = None) -> None:
        """Read the house again; the node with ``key``, or the one chosen, is chosen then."""
        node = self.chosen()
        wanted = key or (node.key if node is not None else None)
        self.desk.show(lambda: self.model.show_house(self.desk.read(house)))
        self.tree.expandToDepth(2)
        index = self.model.index_of(wanted)
        self.tree.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self._show_chosen()

    def chosen(self) -> Node | None:
        """The node that is chosen."""
        found: Node | None = self.tree.currentIndex().data(NODE_ROLE)
        return found

    def _chosen(self, _now: QModelIndex, before: QModelIndex) -> None:
        if self.side.dirty:
            # What is typed is not thrown away because the eye went elsewhere.
            self.tree.selectionModel().blockSignals(True)
            self.tree.setCurrentIndex(before)
            self.tree.selectionModel().blockSignals(False)
            self.side.warn()
            return
        self._show_chosen()

    def _show_chosen(self) -> None:
        node = self.chosen()
        self.trouble.clear()
        for kind, button in self.add_buttons.items():
            button.setEnabled(self._can_add(kind, node))
        self.remove.setEnabled(node is not None and node.kind != "bed")
        if node is None:
            self.side.clear(_("Begin with the building."))
            return
        shown = node.up("room") if node.kind == "bed" else node
        if shown is not None:
            self._show_form(shown.row.content, shown.number, shown.row.version, shown.title)

    def _can_add(self, kind: str, node: Node | None) -> bool:
        if kind == SEVERAL:
            return node is not None and node.up("section") is not None
        return fresh(kind, node) is not None

    # The form

    def _show_form(self, content: Content, number: int | None, version: int, title: str) -> None:
        def send(values: dict[str, Any]) -> None:
            self._save(request_of(content, number, version, values))

        self.side.show_form(title, form_of(content), send, new=number is None)

    def _save(self, request: Request) -> None:
        content = request.content
        name = content.code if isinstance(content, RoomContent) else content.name
        said = _("Saved: {name}").format(name=name)
        done = self.desk.attempt(_COMMANDS[type(request)], request, said)
        self._saved_key = (_KINDS[type(request)], int(str(done.value)))

    def _after_save(self) -> None:
        self.read(self._saved_key)
        self.tree.setFocus()

    def add(self, kind: str) -> None:
        """Start the form of something new under what is chosen."""
        if self.side.dirty:
            self.side.warn()
            return
        node = self.chosen()
        if kind == SEVERAL:
            section = node.up("section") if node is not None else None
            if section is not None:
                several = SeveralRooms(self.desk, section)
                self.side.show_form(_("Several rooms"), several.form, several.send, new=True)
                self._saved_key = section.key
            return
        content = fresh(kind, node)
        if content is not None:
            self._show_form(content, None, 0, dict(_additions())[kind])

    def remove_chosen(self) -> None:
        """Take out what is chosen; a refusal says why not."""
        node = self.chosen()
        if node is None or node.kind == "bed":
            return
        request = RemoveSpace(node.kind, node.number, node.row.version)
        above = node.above.key if node.above is not None else None
        try:
            said = _("Removed: {name}").format(name=node.title)
            self.desk.attempt(remove_space, request, said)
        except KnownError as refusal:
            self.trouble.setText(words(refusal))
            return
        self.side.dirty = False
        self.read(above)

    def reject(self) -> None:
        """Leave; what is typed and not saved is asked about first."""
        if self.side.dirty:
            self.side.warn()
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The first Esc leaves the form, the second the dialog.
        if event.key() == Qt.Key.Key_Escape and self.side.dirty:
            self.side.leave()
            self.tree.setFocus()
            return
        super().keyPressEvent(event)


def _additions() -> tuple[tuple[str, str], ...]:
    return (
        ("building", _("Building")),
        ("floor", _("Floor")),
        ("section", _("Section")),
        ("room", _("Room")),
        (SEVERAL, _("Several rooms…")),
    )
