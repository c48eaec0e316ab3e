"""Takes a bed, room, section or building out of service, and changes such a closure (ROOM-05)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.rooms.commands import (
    ChangeClosure,
    CloseSpace,
    change_closure,
    close_space,
)
from openblock.features.rooms.queries.single import closure
from openblock.features.rooms.rules.content import ClosureContent, ClosureReason
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.rooms.ui.dialogs.known import know
from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.features.rooms.words import closure_reasons, scope
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, TextEdit


def _fields(content: ClosureContent | None) -> tuple[Field, ...]:
    reason = content.reason if content else ClosureReason.REPAIR
    starts = NowEdit(content.starts_at if content else None)
    return (
        Field("reason", _("Reason"), Choice(closure_reasons(), reason)),
        Field("remark", _("Remark"), TextEdit(content.remark if content else "")),
        Field("starts_at", _("From"), starts, needed=True),
        Field(
            "expected_on",
            _("Expected back in service"),
            DayEdit(content.expected_on if content else None),
        ),
    )


class CloseDialog(DeedDialog):
    """A refusal names who must be moved first (ROOM-04)."""

    def __init__(self, desk: Desk, kind: str, subject_id: int, parent: QWidget) -> None:
        self._scope, self._subject_id = kind, subject_id
        self._named = know(desk, clock.now()).space(kind, subject_id)
        super().__init__(desk, _("Take out of service"), _("Take out of service"), parent)
        self.tell(f"{scope(kind)} {self._named}", "title")
        for field in _fields(None):
            self.form.add(field)
        self.take_size(480, 340)
        self.form.fields["reason"].setFocus()

    def request(self) -> CloseSpace | None:
        values = self.form.values()
        if values["starts_at"] is None:
            return None
        return CloseSpace(
            ClosureContent(
                self._scope,
                self._subject_id,
                values["reason"],
                values["starts_at"],
                values["expected_on"],
                values["remark"],
            )
        )

    def send(self, request: CloseSpace) -> None:
        said = _("{place} is out of service").format(place=self._named)
        self.desk.attempt(close_space, request, said)


class ChangeClosureDialog(DeedDialog):
    """Another reason, remark, beginning or expected day."""

    def __init__(self, desk: Desk, closure_id: int, parent: QWidget) -> None:
        self._row = desk.read(closure, closure_id)
        super().__init__(desk, _("Change the closure"), _("Save"), parent)
        title = f"{scope(self._row.content.scope)} {self._row.named}"
        self.tell(title, "title")
        for field in _fields(self._row.content):
            self.form.add(field)
        self.take_size(480, 340)
        self.form.fields["expected_on"].setFocus()

    def request(self) -> ChangeClosure | None:
        values = self.form.values()
        if values["starts_at"] is None:
            return None
        content = replace(
            self._row.content,
            reason=values["reason"],
            remark=values["remark"],
            starts_at=values["starts_at"],
            expected_on=values["expected_on"],
        )
        return ChangeClosure(self._row.closure_id, self._row.version, content)

    def send(self, request: ChangeClosure) -> None:
        said = _("Changed: closure of {place}").format(place=self._row.named)
        self.desk.attempt(change_closure, request, said)
