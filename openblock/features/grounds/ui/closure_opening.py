"""Opens an area again before its closure was to end."""

from __future__ import annotations

from openblock import clock
from openblock.features.grounds.commands import OpenArea, open_area
from openblock.features.grounds.queries import ClosureRow, areas
from openblock.i18n import _
from openblock.ui.desk import Desk


def open_again(desk: Desk, closure: ClosureRow) -> None:
    """Now; one that has not begun is taken back. What was cancelled for it stays cancelled."""

    def run() -> None:
        rows = desk.read(areas)
        wanted = closure.content.area_id
        name = next((row.content.name for row in rows if row.area_id == wanted), "")
        begun = closure.content.starts_at <= clock.now()
        words = _("Open again: {area}") if begun else _("Stays open: {area}")
        request = OpenArea(closure.closure_id, closure.version)
        desk.attempt(open_area, request, words.format(area=name))

    desk.show(run)
