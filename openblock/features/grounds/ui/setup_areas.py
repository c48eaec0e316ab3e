"""The page of areas: how many fit, who watches, the light, the lengths and the hours (GR-01)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from openblock.features.grounds.commands import RemoveArea, SaveArea, remove_area, save_area
from openblock.features.grounds.queries import AreaRow, areas
from openblock.features.grounds.rules.content import (
    ALWAYS,
    PLAN_HEIGHT,
    PLAN_WIDTH,
    AreaContent,
    AreaKind,
)
from openblock.features.grounds.ui.hours_edit import WeekHoursEdit
from openblock.features.grounds.words import area_kinds, light_kind
from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.i18n import _, p_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form, NumberEdit, TextEdit, YesNo
from openblock.ui.icons import icon
from openblock.ui.shortcuts import bind, hint
from openblock.ui.table_model import Column

_LONGEST_NAME, _LONGEST_REMARK = 60, 200
_MOST, _DAY = 999, 24 * 60
#: Fields a building does not have: it is only drawn.
_OF_PLACES = (
    "active",
    "capacity",
    "exclusive",
    "ratio",
    "shortest",
    "longest",
    "indoor",
    "floodlit",
    "counted",
    "hours",
)
_MOVES = {"entry-up": -1, "entry-down": 1}


class AreasPage(ListedPage):
    """In the order they are offered everywhere; a new one gets a free corner of the plan."""

    #: An area was saved or removed.
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        form = Form(_fields())
        entries = Entries(
            columns=_columns(),
            key=lambda row: row.area_id,
            read=lambda: desk.read(areas),
            fill=self._values,
            save=self._save_area,
            remove=self._remove_area,
            removable=lambda _row: True,
            remove_words=_("Remove"),
        )
        super().__init__(entries, form, parent)
        self.move_buttons = {key: self._move_button(key) for key in _MOVES}
        form.fields["kind"].edited.connect(self._show_kind)
        self._show_kind()

    def bring(self, by: int) -> None:
        """Bring the chosen area up or down in the order of all."""
        row: AreaRow | None = self.row
        if row is None:
            return
        rows: tuple[AreaRow, ...] = self.model.rows
        place = self.model.row_of(row.area_id) + by
        if not 0 <= place < len(rows):
            return
        said = _("Moved in the list: {name}").format(name=row.content.name)
        request = SaveArea(row.area_id, row.version, row.content, place + 1)
        if self._desk.run(save_area, request, said) is not None:
            self.refresh()
            self.table.choose(row.area_id)
            self.changed.emit()

    # Inside

    def _values(self, row: AreaRow | None) -> dict[str, Any]:
        content = row.content if row is not None else AreaContent("", hours=ALWAYS)
        return {name: getattr(content, name) for name in ("name", "kind", "remark", *_OF_PLACES)}

    def _save_area(self, row: AreaRow | None, values: dict[str, Any]) -> object:
        reason = values.pop(REASON)
        if row is not None:
            content = replace(row.content, **values)
        else:
            content = self._in_free_corner(AreaContent(**values))
        number, version = (row.area_id, row.version) if row is not None else (None, 0)
        said = _("Area saved: {name}").format(name=content.name)
        request = SaveArea(number, version, content, reason=reason)
        done = self._desk.attempt(save_area, request, said)
        self.changed.emit()
        return done

    def _remove_area(self, row: AreaRow) -> None:
        said = _("Area removed: {name}").format(name=row.content.name)
        self._desk.attempt(remove_area, RemoveArea(row.area_id, row.version), said)
        self.changed.emit()

    def _in_free_corner(self, content: AreaContent) -> AreaContent:
        """The first place of the plan nothing stands on; in the corner where all is full."""
        taken = [row.content for row in self.model.rows]
        for y in range(0, PLAN_HEIGHT - content.height + 1, 20):
            for x in range(0, PLAN_WIDTH - content.width + 1, 20):
                at = replace(content, x=x, y=y)
                if not any(_overlap(at, other) for other in taken):
                    return at
        return content

    def _show_kind(self) -> None:
        place = self.form.fields["kind"].value() == AreaKind.PLACE
        for name in _OF_PLACES:
            self.form.show_field(name, shown=place)

    def _move_button(self, key: str) -> QToolButton:
        up = key == "entry-up"
        words = _("Up") if up else _("Down")
        made = QToolButton()
        made.setIcon(icon("up" if up else "down"))
        made.setToolTip(hint(words, key))
        made.setAccessibleName(words)
        made.clicked.connect(lambda _checked=False: self.bring(_MOVES[key]))
        for shortcut in bind(key, made):
            shortcut.activated.connect(lambda: self.bring(_MOVES[key]))
        self.under.addWidget(made)
        return made


def _overlap(one: AreaContent, other: AreaContent) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _fields() -> tuple[Field, ...]:
    name, remark = TextEdit(), TextEdit()
    name.setMaxLength(_LONGEST_NAME)
    remark.setMaxLength(_LONGEST_REMARK)
    nobody = _("0: nobody has to watch")
    counted = _("A count at the door counts who is there as present")
    return (
        Field("name", _("Name"), name, needed=True),
        Field("kind", _("On the plan"), Choice(area_kinds())),
        Field("active", "", YesNo(_("Can be booked now"), value=True)),
        Field("capacity", _("Places"), NumberEdit(1, 1, _MOST)),
        Field("exclusive", "", YesNo(_("One group at a time"))),
        Field("ratio", _("People for one officer"), NumberEdit(0, 0, _MOST), hint=nobody),
        Field("shortest", _("Shortest, minutes"), _minutes()),
        Field("longest", _("Longest, minutes"), _minutes()),
        Field("indoor", "", YesNo(_("Indoors"))),
        Field("floodlit", "", YesNo(_("Lit after dark"))),
        Field("counted", "", YesNo(_("Who is there is counted there")), hint=counted),
        Field("hours", p_("opening hours", "Open"), WeekHoursEdit()),
        Field("remark", _("Remark"), remark),
    )


def _minutes() -> NumberEdit:
    made = NumberEdit(15, 15, _DAY)
    made.setSingleStep(15)
    return made


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            p_("grounds", "Area"),
            lambda row: row.content.name,
            strong=True,
            tone=lambda row: "" if row.content.active else "text3",
        ),
        Column(_("Places"), _places, align="right"),
        Column(
            p_("area", "Light"), lambda row: "" if _is_building(row) else light_kind(row.content)
        ),
        Column(_("Standing"), _standing),
    )


def _is_building(row: AreaRow) -> bool:
    return row.content.kind is AreaKind.BUILDING


def _places(row: AreaRow) -> str:
    return "" if _is_building(row) else str(row.content.capacity)


def _standing(row: AreaRow) -> str:
    if _is_building(row):
        return _("only drawn")
    return "" if row.content.active else _("cannot be booked")
