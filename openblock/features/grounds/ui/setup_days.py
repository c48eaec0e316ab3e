"""The page of dates on which an area opens at other hours, or not at all (GR-01)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.commands import (
    RemoveAreaDay,
    SaveAreaDay,
    remove_area_day,
    save_area_day,
)
from openblock.features.grounds.queries import AreaDayRow, AreaRow, areas
from openblock.features.grounds.rules.content import AreaDayContent
from openblock.features.grounds.ui.area_facts import bookable
from openblock.features.grounds.ui.hours_edit import DayHoursEdit
from openblock.features.grounds.words import hours_words
from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.i18n import _, format_day, p_, weekday_letters
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit
from openblock.ui.table_model import Column

_LONGEST = 120


class DaysPage(ListedPage):
    """The dates from today on, soonest first; what is past stays stored and is not shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._areas: dict[int, AreaRow] = {}
        remark = TextEdit()
        remark.setMaxLength(_LONGEST)
        form = Form(
            (
                Field("area_id", p_("grounds", "Area"), Choice(), needed=True),
                Field("day", _("Date"), DayEdit(), needed=True),
                Field("hours", p_("opening hours", "Open"), DayHoursEdit()),
                Field("remark", _("Remark"), remark, hint=_("Why: a feast, a visit, works")),
            )
        )
        entries = Entries(
            columns=self._columns(),
            key=lambda row: row.area_day_id,
            read=lambda: self._read(form.fields["area_id"].editor),
            fill=self._values,
            save=self._save_day,
            remove=self._remove_day,
            removable=lambda _row: True,
            remove_words=_("Usual hours again"),
        )
        super().__init__(entries, form, parent)

    # Inside

    def _read(self, choice: Choice) -> tuple[AreaDayRow, ...]:
        rows = self._desk.read(areas)
        self._areas = {row.area_id: row for row in rows}
        choice.set_options([(row.area_id, row.content.name) for row in bookable(rows)])
        today = clock.today()
        days = [each for row in rows for each in row.days if each.day >= today]
        return tuple(sorted(days, key=lambda each: (each.day, each.area_id)))

    def _values(self, row: AreaDayRow | None) -> dict[str, Any]:
        if row is not None:
            return {
                "area_id": row.area_id,
                "day": row.day,
                "hours": row.hours,
                "remark": row.remark,
            }
        first = next((each.area_id for each in bookable(tuple(self._areas.values()))), None)
        return {"area_id": first, "day": None, "hours": (), "remark": ""}

    def _save_day(self, row: AreaDayRow | None, values: dict[str, Any]) -> object:
        content = AreaDayContent(
            values["area_id"], values["day"], values["hours"] or (), values["remark"]
        )
        number, version = (row.area_day_id, row.version) if row is not None else (None, 0)
        said = _("{area}, {day}: {hours}").format(
            area=self._name(content.area_id),
            day=format_day(content.day),
            hours=hours_words(content.hours),
        )
        request = SaveAreaDay(number, version, content, values[REASON])
        return self._desk.attempt(save_area_day, request, said)

    def _remove_day(self, row: AreaDayRow) -> None:
        said = _("{area}, {day}: the usual hours").format(
            area=self._name(row.area_id), day=format_day(row.day)
        )
        reason = self.form.fields[REASON].value()
        request = RemoveAreaDay(row.area_day_id, row.version, reason)
        self._desk.attempt(remove_area_day, request, said)

    def _name(self, area_id: int) -> str:
        row = self._areas.get(area_id)
        return row.content.name if row is not None else ""

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                _("Date"),
                lambda row: f"{weekday_letters(row.day)} {format_day(row.day)}",
                sort=lambda row: row.day,
                strong=True,
            ),
            Column(p_("grounds", "Area"), lambda row: self._name(row.area_id)),
            Column(p_("opening hours", "Open"), lambda row: hours_words(row.hours)),
            Column(_("Remark"), lambda row: row.remark),
        )
