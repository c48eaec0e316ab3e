"""The settings page of holidays and moved working days, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from openblock.features.roster.commands import (
    RemoveCalendarDay,
    SaveCalendarDay,
    remove_calendar_day,
    save_calendar_day,
)
from openblock.features.roster.queries import calendar_days, own_days
from openblock.features.roster.rules import DayKind
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.roster.ui.side_page import SidePage
from openblock.i18n import _, format_day, weekday_letters
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, NumberEdit, TextEdit, labelled
from openblock.ui.table_model import Column


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A date that is not ordinary; ``version`` is None where the library says so."""

    day: date
    kind: DayKind
    name: str
    version: int | None


def kind_words() -> dict[DayKind, str]:
    """What each kind of day is called."""
    return {
        DayKind.HOLIDAY: _("public holiday"),
        DayKind.MOVED_OFF: _("day off, worked on another day"),
        DayKind.MOVED_ON: _("working day moved here"),
        DayKind.WORKDAY: _("ordinary working day"),
        DayKind.WEEKEND: _("ordinary day off"),
    }


class CalendarPage(SidePage):
    """The year's days out of the ordinary; those entered here stand over the library's."""

    split = (8, 5)

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        self._desk = desk
        self.year = NumberEdit(year, 1991, 2100)
        self.year.setAccessibleName(_("Year"))
        super().__init__(self._listed(), _form(), parent)
        self.year.edited.connect(self.refresh)
        top = QHBoxLayout()
        top.addWidget(labelled(_("Year")))
        top.addWidget(self.year)
        top.addStretch(1)
        self.above.addLayout(top)

    def _listed(self) -> Entries:
        return Entries(
            columns=_columns(),
            key=lambda row: row.day,
            read=self._rows,
            fill=self._values,
            save=self._save_day,
            remove=self._remove_day,
            removable=lambda row: row.version is not None,
            remove_words=_("As the library has it"),
        )

    def _rows(self) -> Sequence[CalendarRow]:
        first, last = date(self.year.value(), 1, 1), date(self.year.value(), 12, 31)
        own = {each.day: each.version for each in self._desk.read(own_days, first, last)}
        ordinary = {DayKind.WORKDAY, DayKind.WEEKEND}
        return [
            CalendarRow(each.day, each.kind, each.name, own.get(each.day))
            for each in self._desk.read(calendar_days, first, last)
            if each.day in own or each.kind not in ordinary or each.name
        ]

    def _values(self, row: CalendarRow | None) -> dict[str, Any]:
        if row is None:
            return {"day": None, "kind": DayKind.HOLIDAY, "name": ""}
        return {"day": row.day, "kind": row.kind, "name": row.name}

    def _save_day(self, row: CalendarRow | None, values: dict[str, Any]) -> object:
        same = row is not None and row.day == values["day"]
        version = row.version if same and row is not None else None
        request = SaveCalendarDay(values["day"], values["kind"], values["name"], version)
        return self._desk.attempt(save_calendar_day, request, _("Calendar changed"))

    def _remove_day(self, row: CalendarRow) -> object:
        request = RemoveCalendarDay(row.day)
        return self._desk.attempt(remove_calendar_day, request, _("Calendar changed"))


def _form() -> Form:
    kinds = [(kind, words) for kind, words in kind_words().items()]
    return Form(
        [
            Field("day", _("Date"), DayEdit(), needed=True),
            Field("kind", _("Is"), Choice(kinds, DayKind.HOLIDAY)),
            Field("name", _("Name"), TextEdit()),
        ]
    )


def _columns() -> tuple[Column, ...]:
    words = kind_words()
    return (
        Column(
            _("Date"),
            lambda row: f"{format_day(row.day)} {weekday_letters(row.day)}",
            sort=lambda row: row.day,
            strong=True,
        ),
        Column(_("Is"), lambda row: words[row.kind]),
        Column(
            _("Source"),
            lambda row: _("library of holidays") if row.version is None else _("entered here"),
            tone=lambda row: "text3" if row.version is None else "accent",
        ),
        Column(_("Name"), lambda row: row.name),
    )
