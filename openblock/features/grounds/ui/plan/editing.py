"""Moves and resizes areas on the plan of the grounds, on its grid; what was changed is told."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from openblock.features.grounds.rules.content import AreaContent
from openblock.features.grounds.ui.plan.picture import PLAN, AreaPicture
from openblock.ui.drawn_plan import LOWER_RIGHT, STEPS, moved, resized

#: A corner as a direction; None: the area as a whole.
Corner = tuple[int, int] | None


class PlanEditing:
    """Holds one area's place while it is being changed, until it is let go of."""

    def __init__(self) -> None:
        self.area: AreaPicture | None = None
        self.draft: AreaContent | None = None
        self._from: tuple[QPointF, AreaContent, Corner] | None = None

    @property
    def dragging(self) -> bool:
        """Whether the mouse has hold of an area."""
        return self._from is not None

    def content_of(self, area: AreaPicture) -> AreaContent:
        """Where an area stands now, the one in hand where it has been moved to."""
        taken = self.area is not None and self.area.area_id == area.area_id
        return self.draft if taken and self.draft is not None else area.content

    def take(self, area: AreaPicture, point: QPointF, corner: Corner) -> None:
        """Take an area under the mouse; ``point`` is in units of the plan."""
        self._from = (point, self._held(area), corner)

    def drag(self, point: QPointF) -> None:
        """Move or resize what was taken."""
        if self._from is None:
            return
        start, content, corner = self._from
        way = point - start
        by = (round(way.x()), round(way.y()))
        self.draft = resized(content, by, PLAN, corner) if corner else moved(content, by, PLAN)

    def release(self) -> None:
        """The mouse lets go; what was changed waits to be told."""
        self._from = None

    def step(self, area: AreaPicture, key: Qt.Key, *, resize: bool) -> None:
        """One step of the grid by an arrow key."""
        content = self._held(area)
        by = STEPS[key]
        self.draft = resized(content, by, PLAN, LOWER_RIGHT) if resize else moved(content, by, PLAN)

    def given(self) -> tuple[AreaPicture, AreaContent] | None:
        """The area that was changed and where it stands now, once; None where nothing was."""
        area, draft = self.area, self.draft
        self.area, self.draft, self._from = None, None, None
        if area is None or draft is None or draft == area.content:
            return None
        return area, draft

    def _held(self, area: AreaPicture) -> AreaContent:
        content = self.content_of(area)
        self.area, self.draft = area, content
        return content
