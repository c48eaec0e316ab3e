"""The groups that were booked before, as entries that one key takes with all they had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openblock.clock import day_of
from openblock.features.grounds.queries import EarlierGroup
from openblock.i18n import _, format_hours, format_short_day, n_
from openblock.ui.entries import MOST_NUMBERED, EntriesList, EntryLine
from openblock.ui.forms import labelled
from openblock.ui.shortcuts import hint
from openblock.ui.theme import px


class GroupsBox(QWidget):
    """The list under its heading; Ctrl and a digit take a group from anywhere in the window."""

    #: The group that is taken.
    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups: tuple[EarlierGroup, ...] = ()
        self.list = EntriesList(_("Booked before"))
        self.list.setMinimumHeight(px(160))
        self.list.setToolTip(hint(_("The same people again"), "earlier-group"))
        self.nothing = labelled(_("Groups that were booked will stand here."), "secondary")
        self.nothing.setWordWrap(True)
        title = labelled(_("Booked before"), "strong")
        title.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(title)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.list.taken.connect(lambda place: self.taken.emit(self._groups[place]))
        for number in range(1, MOST_NUMBERED + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda number=number: self.list.take(number))

    def show_groups(
        self, groups: Sequence[EarlierGroup], areas: Mapping[int, str], area_id: int
    ) -> None:
        """Show these; a group of another area than ``area_id`` says of which."""
        self._groups = tuple(groups)
        self.list.show_lines(lines_of(groups, areas, area_id))
        self.nothing.setVisible(not groups)


def lines_of(
    groups: Sequence[EarlierGroup], areas: Mapping[int, str], area_id: int
) -> tuple[EntryLine, ...]:
    """An entry for each group, as many with a digit as there are digits."""
    return tuple(
        EntryLine(
            what=place,
            number=place + 1 if place < MOST_NUMBERED else 0,
            title=group.purpose or _("(no purpose)"),
            aside=_aside(group),
            reasons=", ".join(group.names),
            warning="" if group.area_id == area_id else areas.get(group.area_id, ""),
        )
        for place, group in enumerate(groups)
    )


def _aside(group: EarlierGroup) -> str:
    """8 people, 1:30 h, last on 14.11."""
    people = n_("{number} person", "{number} people", len(group.residents))
    last = _("last {day}").format(day=format_short_day(day_of(group.last)))
    length = _("{hours} h").format(hours=format_hours(group.minutes))
    return f"{people}, {length}, {last}"
