"""Puts areas out of use for a time; every booking that hits is listed and decided (GR-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from openblock import clock
from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.grounds.commands import CloseArea, close_area
from openblock.features.grounds.queries import AreaRow, ClosureRow, areas, closure_hits
from openblock.features.grounds.rules import closure_problems
from openblock.features.grounds.rules.content import ClosureContent, ClosureReason, Span
from openblock.features.grounds.ui.area_facts import bookable
from openblock.features.grounds.ui.closure_hits_panel import HitsPanel
from openblock.features.grounds.words import closure_reasons
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.shadowing.ui.until_edit import UntilEdit
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, TextEdit
from openblock.ui.forms.ticks_edit import TicksEdit
from openblock.ui.theme import on_screen, px

_LONGEST = 120
_WIDTH, _HEIGHT, _STACKED_BELOW = 1120, 520, 760
_AREAS = "areas"
#: One closure for each area that is to be closed.
Closures = tuple[CloseArea, ...]


class ClosureDialog(DeedDialog):
    """Rain closes several areas at once; each is a closure of its own, with its own undo."""

    def __init__(
        self,
        desk: Desk,
        area_id: int | None,
        span: Span,
        closure: ClosureRow | None = None,
        *,
        parent: QWidget,
    ) -> None:
        title = _("Close an area") if closure is None else _("Change the closure")
        save = _("Close the area") if closure is None else _("Save")
        super().__init__(desk, title, save, parent)
        self._closure = closure
        rows = desk.read(areas)
        self._areas: Mapping[int, AreaRow] = {row.area_id: row for row in rows}
        self.hits = HitsPanel(desk)
        self._add_fields(bookable(rows), area_id, span)
        self.body.addWidget(self.hits, 2)
        if on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW):
            self.body.setDirection(QBoxLayout.Direction.TopToBottom)
            self.body.setAlignment(self.form, Qt.AlignmentFlag(0))
        self.hits.edited.connect(self._pause.start)
        self.take_size(_WIDTH, _HEIGHT)
        self.form.fields["reason"].setFocus()
        self.look()

    # What is asked and sent

    def request(self) -> Closures | None:
        values = self.form.values()
        wanted: tuple[int, ...]
        wanted = (self._closure.content.area_id,) if self._closure else values[_AREAS]
        start, end = values["starts_at"], values["ends_at"]
        if start is None or end is None or not wanted:
            return None
        number, version = (
            (self._closure.closure_id, self._closure.version) if self._closure else (None, 0)
        )
        return tuple(
            CloseArea(
                ClosureContent(area_id, start, end, values["reason"], values["remark"]),
                self.hits.hits(area_id),
                number,
                version,
                self.override(),
            )
            for area_id in wanted
        )

    def risks(self, request: Closures) -> Sequence[Problem]:
        now = clock.now()
        found = [each for one in request for each in closure_problems(one.content, now)]
        if found:
            # The same is wrong with each of them: they have one time.
            return tuple({(each.code, each.field): each for each in found}.values())
        number = self._closure.closure_id if self._closure else None
        hit = [row for one in request for row in self.desk.read(closure_hits, one.content, number)]
        spans = {
            one.content.area_id: Span(one.content.starts_at, one.content.ends_at) for one in request
        }
        self.hits.show_hits(hit, spans)
        return ()

    def accept(self) -> None:
        """Send, once something is decided of every booking."""
        if self._pause.isActive():
            self.look()
        if self.hits.isVisibleTo(self) and self.hits.undecided:
            self._say(_("Decide of every booking first: cancel it, or move it."))
            self.hits.table.setFocus()
            return
        super().accept()

    def send(self, request: Closures) -> None:
        for each in request:
            area_id = each.content.area_id
            said = _("Closed: {area}").format(area=self._areas[area_id].content.name)
            if each.hits:
                hit = n_("{number} booking", "{number} bookings", len(each.hits))
                said = f"{said}; {hit}"
            try:
                self.desk.attempt(close_area, each, said)
            except RuleBroken as refusal:
                self._read_hits_again(refusal)
                raise
            except KnownError:
                self._read_hits_again(None)
                raise
            # What is closed already is not closed twice when another area is refused.
            if _AREAS in self.form.fields:
                ticked = self.form.fields[_AREAS]
                ticked.set_value([one for one in ticked.value() if one != area_id])

    def missing(self) -> str:
        return _("Choose what is closed, from when and until when.")

    # Inside

    def _read_hits_again(self, refusal: RuleBroken | None) -> None:
        """A booking was made meanwhile, or changed: it stands in the list the next time."""
        codes = {each.code for each in refusal.problems} if refusal else {"closure-hits"}
        request = self.request()
        if "closure-hits" in codes and request is not None:
            self.risks(request)

    def _add_fields(self, rows: Sequence[AreaRow], area_id: int | None, span: Span) -> None:
        content = self._closure.content if self._closure else None
        start, end = (content.starts_at, content.ends_at) if content else (span.start, span.end)
        remark = TextEdit(content.remark if content else "")
        remark.setMaxLength(_LONGEST)
        if content is not None:
            self.tell(self._areas[content.area_id].content.name, "title")
        else:
            # A box would take an ampersand for the mark of its key.
            ticks = TicksEdit([(row.area_id, row.content.name.replace("&", "&&")) for row in rows])
            ticks.set_value(() if area_id is None else (area_id,))
            self.form.add(Field(_AREAS, _("What is closed"), ticks))
        reason = content.reason if content else ClosureReason.WEATHER
        self.form.add(Field("reason", _("Reason"), Choice(closure_reasons(), reason)))
        hint = _("What the sheet on the wall is to say")
        self.form.add(Field("remark", _("Remark"), remark, hint=hint))
        self.form.add(Field("starts_at", _("From"), MomentEdit(start), needed=True))
        self.form.add(Field("ends_at", _("To"), UntilEdit(end), needed=True))
