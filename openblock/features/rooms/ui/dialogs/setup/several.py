"""Adds several rooms with the same beds in one step: codes 101–112, beds A–D."""

from __future__ import annotations

from typing import Any

from openblock.errors import Problem, RuleBroken
from openblock.features.residents.ui.needs_edit import NeedsEdit
from openblock.features.rooms.commands import SaveRoom, save_room
from openblock.features.rooms.rules.content import RoomContent
from openblock.features.rooms.ui.dialogs.setup.editors import AreaEdit, SpreadEdit
from openblock.features.rooms.ui.dialogs.setup.fresh import (
    codes_taken,
    fresh_room,
    several_rooms,
)
from openblock.features.rooms.ui.dialogs.setup.tree import Node
from openblock.features.rooms.ui.words import sexes
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form


class SeveralRooms:
    """Looks whether a code is taken before the first room is written."""

    def __init__(self, desk: Desk, section: Node) -> None:
        self._desk = desk
        self._section = section
        self._like: RoomContent = fresh_room(section)
        attributes = NeedsEdit()
        attributes.set_value(self._like.attributes)
        codes, beds = SpreadEdit(), SpreadEdit(self._like.beds)
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
        """Write all the rooms; RuleBroken names the codes that are taken."""
        codes = values["codes"]
        if not codes:
            raise RuleBroken(Problem("text-missing", field="codes"))
        taken = codes_taken(self._section, codes)
        if taken:
            facts = {"code": ", ".join(taken)}
            raise RuleBroken(Problem("room-code-taken", facts=facts, field="codes"))
        like = RoomContent(
            self._section.number,
            "",
            sex=values["sex"],
            area=values["area"],
            attributes=values["attributes"],
            beds=values["beds"],
            walls=self._like.walls,
        )
        for room in several_rooms(self._section, like, codes):
            said = _("Saved: {name}").format(name=room.code)
            self._desk.attempt(save_room, SaveRoom(None, 0, room), said)
