"""Adds several rooms with the same beds in one step: codes 101–112, beds A–D."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openblock.errors import Problem, RuleBroken
from openblock.features.residents.ui.needs_edit import NeedsEdit
from openblock.features.rooms.commands import ImportRooms, RoomChange
from openblock.features.rooms.commands.importing import import_rooms
from openblock.features.rooms.rules.content import RoomContent
from openblock.features.rooms.ui.dialogs.setup.editors import AreaEdit, SpreadEdit
from openblock.features.rooms.ui.dialogs.setup.fresh import fresh_room
from openblock.features.rooms.ui.dialogs.setup.tree import Node
from openblock.features.rooms.words import sexes
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form


class SeveralRooms:
    """All of them are written, or none; their places on the plan are found for them."""

    def __init__(self, desk: Desk, section: Node) -> None:
        self._desk = desk
        self._section = section
        like = fresh_room(section)
        self._walls = like.walls
        attributes = NeedsEdit()
        attributes.set_value(like.attributes)
        codes, beds = SpreadEdit(), SpreadEdit(like.beds)
        self.form = Form(
            [
                Field("codes", _("Numbers"), codes, needed=True, hint=_("101–112")),
                Field("beds", _("Beds in each"), beds, needed=True, hint=_("A–D, or A, B, C")),
                Field("sex", _("For whom"), Choice(sexes(), "")),
                Field("area", _("Area of each, m²"), AreaEdit()),
                Field("attributes", _("Offers"), attributes),
            ]
        )

    def send(self, values: dict[str, Any]) -> None:
        """Write all the rooms; RuleBroken with every problem of every room."""
        codes = values["codes"]
        if not codes:
            raise RuleBroken(Problem("text-missing", field="codes"))
        like = RoomContent(
            self._section.number,
            "",
            sex=values["sex"],
            area=values["area"],
            attributes=values["attributes"],
            beds=values["beds"],
            walls=self._walls,
        )
        rooms = tuple(RoomChange(None, None, replace(like, code=code)) for code in codes)
        said = n_("{number} room added", "{number} rooms added", len(rooms))
        try:
            self._desk.attempt(import_rooms, ImportRooms(rooms), said)
        except RuleBroken as refusal:
            raise RuleBroken(*map(_beside, refusal.problems)) from refusal


def _beside(problem: Problem) -> Problem:
    """A code that is taken stands beside the field all the codes were typed in."""
    return replace(problem, field="codes") if problem.field == "code" else problem
