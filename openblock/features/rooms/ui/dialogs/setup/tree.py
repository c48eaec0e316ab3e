"""The house as a tree: buildings, their floors, sections, rooms and beds, as an item model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openblock.features.rooms.queries import (
    BuildingRow,
    FloorRow,
    RoomRow,
    SectionRow,
)
from openblock.features.rooms.rules.content import RoomKind
from openblock.features.rooms.words import sex
from openblock.i18n import _, n_
from openblock.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_DRAWINGS = {
    "building": "block",
    "floor": "menu",
    "section": "people",
    "room": "room",
    "bed": "person",
}


@dataclass(eq=False, slots=True)
class Node:
    """One line: what it is, the row it stands for, and what stands under it."""

    kind: str
    number: int
    row: Any
    title: str
    detail: str = ""
    above: Node | None = None
    place: int = 0
    below: list[Node] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, int]:
        """By which it is found again."""
        return self.kind, self.number

    def up(self, kind: str) -> Node | None:
        """Itself or the nearest above that is a ``kind``."""
        node: Node | None = self
        while node is not None and node.kind != kind:
            node = node.above
        return node

    def add(self, node: Node) -> Node:
        """Put ``node`` under this one."""
        node.above, node.place = self, len(self.below)
        self.below.append(node)
        return node


def nodes_of(buildings: Sequence[BuildingRow]) -> list[Node]:
    """The tree of the whole house."""
    roots = []
    for place, building in enumerate(buildings):
        root = Node("building", building.building_id, building, building.content.name)
        root.place = place
        for floor in building.floors:
            _add_floor(root, floor)
        roots.append(root)
    return roots


def _add_floor(root: Node, floor: FloorRow) -> None:
    node = root.add(Node("floor", floor.floor_id, floor, floor.content.name))
    for section in floor.sections:
        _add_section(node, section)


def _add_section(above: Node, section: SectionRow) -> None:
    detail = sex(section.content.sex) if section.content.sex else ""
    node = above.add(Node("section", section.section_id, section, section.content.name, detail))
    for room in section.rooms:
        _add_room(node, room)


def _add_room(above: Node, room: RoomRow) -> None:
    living = room.content.kind == RoomKind.LIVING
    beds = n_("{number} bed", "{number} beds", len(room.beds)) if living else _("no beds")
    detail = f"{room.content.name} · {beds}" if room.content.name else beds
    node = above.add(Node("room", room.room_id, room, room.code, detail))
    for bed in room.beds:
        node.add(Node("bed", bed.bed_id, bed, _("Bed {bed}").format(bed=bed.label)))


class HouseModel(QAbstractItemModel):
    """One column; a node is found again by what it is and its number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.roots: list[Node] = []
        self._by_id: dict[int, Node] = {}

    def show_house(self, buildings: Sequence[BuildingRow]) -> None:
        """Show this house."""
        self.beginResetModel()
        self.roots = nodes_of(buildings)
        # Qt keeps a number for each line; these objects live as long as the model shows them.
        self._by_id = {id(node): node for node in self.nodes()}
        self.endResetModel()

    def nodes(self) -> Iterator[Node]:
        """Every node, each before those under it."""
        waiting = list(reversed(self.roots))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.below))

    def node(self, index: Index) -> Node | None:
        """The node at ``index``."""
        return self._by_id.get(index.internalId()) if index.isValid() else None

    def index_of(self, key: tuple[str, int] | None) -> QModelIndex:
        """Where a node stands; no place where it is gone."""
        found = next((node for node in self.nodes() if node.key == key), None)
        return self.createIndex(found.place, 0, id(found)) if found else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        below = self._below(parent)
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, column, id(below[row]))

    # Qt has a parent() of an object and one of an index under one name.
    def parent(self, index: Index = _ROOT) -> Any:
        node = self.node(index)
        if node is None or node.above is None:
            return QModelIndex()
        return self.createIndex(node.above.place, 0, id(node.above))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._below(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(_DRAWINGS[node.kind])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{node.title} · {node.detail}" if node.detail else node.title
        return None

    def _below(self, parent: Index) -> list[Node]:
        if not parent.isValid():
            return self.roots
        node = self.node(parent)
        return node.below if node is not None else []
