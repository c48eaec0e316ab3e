"""The settings pages of shift templates and of minimum staffing."""

from __future__ import annotations

from typing import Any

from openblock.features.roster.commands import (
    RemoveMinimum,
    RetireTemplate,
    SaveMinimum,
    SaveTemplate,
    remove_minimum,
    retire_template,
    save_minimum,
    save_template,
)
from openblock.features.roster.queries import MinimumRow, Template, minimums, templates
from openblock.features.roster.queries.posts import posts
from openblock.features.roster.rules import Minimum, TemplateShape
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.roster.ui.side_page import SidePage
from openblock.features.roster.ui.weekdays_edit import WeekdaysEdit, weekdays_words
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_hours, format_minute, sort_key
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, NumberEdit, TextEdit, TimeEdit
from openblock.ui.forms.known_text import KnownTextEdit
from openblock.ui.table_model import Column


class _WideList(SidePage):
    """A list of many columns, beside a form of short fields."""

    split = (7, 5)


def templates_page(desk: Desk) -> SidePage:
    """Shifts: code, name, when they start and how long they are."""
    form = Form(
        [
            Field("code", _("Code"), TextEdit(), needed=True, hint=_("24, D, N8")),
            Field("name", _("Name"), TextEdit(), needed=True),
            Field("start_minute", _("Starts at"), TimeEdit(540), needed=True),
            Field("length_minutes", _("Length, h:min"), TimeEdit(720), needed=True),
            Field("post", _("Post"), _post(desk), hint=_("empty: the officer's own post")),
        ]
    )
    entries = Entries(
        columns=_template_columns(),
        key=lambda row: row.template_id,
        read=lambda: desk.read(templates),
        fill=_template_values,
        save=lambda row, values: desk.attempt(
            save_template, _template_request(row, values), _("Shift saved")
        ),
        remove=lambda row: desk.attempt(
            retire_template, RetireTemplate(row.template_id), _("Shift retired")
        ),
        removable=lambda row: bool(row.active),
        remove_words=_("Retire"),
    )
    return _WideList(entries, form)


def _template_columns() -> tuple[Column, ...]:
    return (
        Column(_("Code"), lambda row: row.code, strong=True),
        Column(_("Name"), lambda row: row.name),
        Column(_("Starts"), lambda row: format_minute(row.start_minute)),
        Column(_("Ends"), lambda row: format_minute(row.start_minute + row.length_minutes)),
        Column(_("Hours"), lambda row: format_hours(row.length_minutes), align="right"),
        Column(_("Post"), lambda row: row.post or _("the officer's own")),
        Column(
            _("State"),
            lambda row: _("in use") if row.active else _("retired"),
            tone=lambda row: "" if row.active else "text3",
        ),
    )


def _template_values(row: Template | None) -> dict[str, Any]:
    if row is None:
        return {"code": "", "name": "", "start_minute": 540, "length_minutes": 720, "post": ""}
    return {
        "code": row.code,
        "name": row.name,
        "start_minute": row.start_minute,
        "length_minutes": row.length_minutes,
        "post": row.post,
    }


def _template_request(row: Template | None, values: dict[str, Any]) -> SaveTemplate:
    shape = TemplateShape(
        values["code"].upper(), values["name"], values["start_minute"], values["length_minutes"]
    )
    if row is None:
        return SaveTemplate(shape, values["post"])
    return SaveTemplate(
        shape, values["post"], active=True, template_id=row.template_id, version=row.version
    )


def _post(desk: Desk) -> KnownTextEdit:
    """A post by its name, with those offered that officers have or that are listed."""
    known = {each.post for each in desk.read(officers)} | {each.name for each in desk.read(posts)}
    return KnownTextEdit(sorted(filter(None, known), key=sort_key))


def minimums_page(desk: Desk) -> SidePage:
    """How many must be on duty when, on a post or on any."""
    form = Form(
        [
            Field("name", _("Name"), TextEdit(), needed=True, hint=_("Day, Night, Gate")),
            Field("from_minute", _("From"), TimeEdit(540), needed=True),
            Field("to_minute", _("To"), TimeEdit(1260), needed=True),
            Field("weekdays", _("Begins on"), WeekdaysEdit(), hint=_("1 to 7 tick a day")),
            Field("needed", _("Needed"), NumberEdit(2, 0, 99)),
            Field("post", _("Post"), _post(desk), hint=_("empty: on any post")),
        ]
    )
    entries = Entries(
        columns=_minimum_columns(),
        key=lambda row: row.minimum_id,
        read=lambda: desk.read(minimums),
        fill=_minimum_values,
        save=lambda row, values: desk.attempt(
            save_minimum, _minimum_request(row, values), _("Minimum staffing saved")
        ),
        remove=lambda row: desk.attempt(
            remove_minimum, RemoveMinimum(row.minimum_id), _("Minimum staffing removed")
        ),
        removable=lambda _row: True,
        remove_words=_("Remove"),
    )
    return _WideList(entries, form)


def _minimum_columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), lambda row: row.minimum.name, strong=True),
        Column(_("From"), lambda row: format_minute(row.minimum.from_minute)),
        Column(_("To"), lambda row: format_minute(row.minimum.to_minute)),
        Column(_("Begins on"), lambda row: weekdays_words(row.minimum.weekdays)),
        Column(_("Needed"), lambda row: str(row.minimum.needed), align="right"),
        Column(_("Post"), lambda row: row.minimum.post or _("any")),
    )


def _minimum_values(row: MinimumRow | None) -> dict[str, Any]:
    wanted = row.minimum if row is not None else Minimum("", 540, 1260, 2)
    return {
        "name": wanted.name,
        "from_minute": wanted.from_minute,
        "to_minute": wanted.to_minute,
        "weekdays": wanted.weekdays,
        "needed": wanted.needed,
        "post": wanted.post,
    }


def _minimum_request(row: MinimumRow | None, values: dict[str, Any]) -> SaveMinimum:
    wanted = Minimum(**values)
    if row is None:
        return SaveMinimum(wanted)
    return SaveMinimum(wanted, row.minimum_id, row.version)
