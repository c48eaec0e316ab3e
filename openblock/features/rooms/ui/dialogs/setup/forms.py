"""The forms of the set-up: one for each kind of thing, from its content and back to a request."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openblock.features.residents.ui.needs_edit import NeedsEdit
from openblock.features.rooms.commands import SaveBuilding, SaveFloor, SaveRoom, SaveSection
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    RoomKind,
    SectionContent,
)
from openblock.features.rooms.rules.house import LARGEST_PLAN
from openblock.features.rooms.ui.dialogs.setup.editors import AreaEdit, SpreadEdit
from openblock.features.rooms.words import sexes
from openblock.i18n import _
from openblock.ui.forms import Choice, Field, Form, NumberEdit, TextEdit

Content = BuildingContent | FloorContent | SectionContent | RoomContent
Request = SaveBuilding | SaveFloor | SaveSection | SaveRoom

_LOWEST, _HIGHEST = -5, 99
_SMALLEST_PLAN = 100


def form_of(content: Content) -> Form:
    """The form that shows ``content``."""
    if isinstance(content, BuildingContent):
        return Form([_name(content.name)])
    if isinstance(content, FloorContent):
        return _floor_form(content)
    if isinstance(content, SectionContent):
        return Form([_name(content.name), _sex(content.sex)])
    return _room_form(content)


def _name(name: str) -> Field:
    return Field("name", _("Name"), TextEdit(name), needed=True)


def _sex(sex: str) -> Field:
    return Field("sex", _("For whom"), Choice(sexes(), sex))


def _floor_form(content: FloorContent) -> Form:
    width = NumberEdit(content.width, _SMALLEST_PLAN, LARGEST_PLAN)
    height = NumberEdit(content.height, _SMALLEST_PLAN, LARGEST_PLAN)
    return Form(
        [
            _name(content.name),
            Field("place", _("Counted from below"), NumberEdit(content.place, _LOWEST, _HIGHEST)),
            Field("width", _("Width of the plan"), width),
            Field("height", _("Height of the plan"), height),
        ]
    )


def _room_form(content: RoomContent) -> Form:
    attributes = NeedsEdit()
    attributes.set_value(content.attributes)
    form = Form(
        [
            Field("code", _("Number on the door"), TextEdit(content.code), needed=True),
            Field("kind", _("What it is"), Choice(kinds(), content.kind)),
            Field("name", _("Name on the plan"), TextEdit(content.name)),
            Field("beds", _("Beds"), SpreadEdit(content.beds), hint=_("A–D, or A, B, C")),
            _sex(content.sex),
            Field("area", _("Area, m²"), AreaEdit(content.area)),
            Field("attributes", _("Offers"), attributes),
            Field("door", _("Door on the plan"), Choice(doors(), content.walls.door)),
        ]
    )
    form.fields["kind"].edited.connect(lambda: _show_beds(form))
    _show_beds(form)
    return form


def _show_beds(form: Form) -> None:
    living = form.fields["kind"].value() == RoomKind.LIVING
    for name in ("beds", "sex", "area", "attributes"):
        form.show_field(name, living)


def kinds() -> tuple[tuple[str, str], ...]:
    """What a room is: code and words."""
    return (
        (RoomKind.LIVING, _("Room with beds")),
        (RoomKind.OTHER, _("Other place on the plan")),
    )


def doors() -> tuple[tuple[str, str], ...]:
    """On which side a door is: code and words."""
    return (
        ("", _("not drawn")),
        ("top", _("at the top")),
        ("bottom", _("at the bottom")),
        ("left", _("at the left")),
        ("right", _("at the right")),
    )


def request_of(
    content: Content, number: int | None, version: int, values: dict[str, Any]
) -> Request:
    """What is to be saved: ``content`` with the values of its form."""
    if isinstance(content, BuildingContent):
        return SaveBuilding(number, version, replace(content, **values))
    if isinstance(content, FloorContent):
        return SaveFloor(number, version, replace(content, **values))
    if isinstance(content, SectionContent):
        return SaveSection(number, version, replace(content, **values))
    return SaveRoom(number, version, _room_content(content, values))


def _room_content(content: RoomContent, values: dict[str, Any]) -> RoomContent:
    values = dict(values)
    walls = replace(content.walls, door=values.pop("door"))
    if values["kind"] == RoomKind.OTHER:
        values |= {"beds": (), "sex": "", "area": 0, "attributes": ()}
    return replace(content, walls=walls, **values)
