"""The form of an absence; what it takes away and leaves open stands beside it while one types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QPushButton, QWidget

from openblock import clock
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.roster.commands import (
    RemoveAbsence,
    SaveAbsence,
    remove_absence,
    save_absence,
)
from openblock.features.roster.queries import absence_card, absence_preview, on_duty
from openblock.features.roster.queries.rows import AbsenceRow, DutyLost, OpenDuty
from openblock.features.roster.rules import AbsenceContent, AbsenceKind
from openblock.features.roster.ui.absence_fields import (
    FIRST_DAY,
    FROM,
    KIND,
    LAST_DAY,
    OFFICER,
    REMARK,
    TO,
    absence_form,
    content_of,
    minute_now,
    show_times,
)
from openblock.features.roster.ui.absence_preview import preview_parts
from openblock.features.roster.ui.posted_reason import PostedReason, months_between
from openblock.features.roster.ui.said_card import SaidCard
from openblock.features.roster.words import kind_name
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_day, format_minute
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import YesNo
from openblock.ui.messages import words
from openblock.ui.theme import on_screen, px

_WIDTH, _HEIGHT, _STACKED_BELOW = 860, 520, 640
_PAUSE = 150


class AbsenceDialog(ReasonedDialog):
    """``wanted`` is what substitutes are looked for after it closed: the duties it left open."""

    draft_form = "absence"

    def __init__(
        self,
        desk: Desk,
        content: AbsenceContent,
        row: AbsenceRow | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._desk, self._row, self._content = desk, row, content
        self._lost: tuple[DutyLost, ...] = ()
        self._removing = False
        self._by_itself = False
        # The reason may be read on the wall, where names have an initial only.
        self._names = {each.officer_id: each.initialled for each in desk.read(officers)}
        form = absence_form(desk, content)
        self.why = PostedReason(desk, form)
        self.preview = SaidCard(_("What the absence does"))
        self.substitutes = YesNo(_("Then look for substitutes"), value=True)
        title = _("Somebody is away") if row is None else _("Change the absence")
        super().__init__(title, form, self._send_typed_absence, parent=parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_halves()
        self._pause.timeout.connect(self.look)
        form.edited.connect(self._pause.start)
        form.fields[KIND].edited.connect(self._from_now)
        form.fields[OFFICER].editor.setEnabled(row is None)
        form.fields[KIND].setFocus()
        self._from_now()
        self.look()
        self.fit(_WIDTH, _HEIGHT)

    @property
    def wanted(self) -> tuple[OpenDuty, ...]:
        """The duties left open, where the form was sent with substitutes to be looked for."""
        if self.result() != QDialog.DialogCode.Accepted or not self.substitutes.value():
            return ()
        return tuple(_open(each) for each in self._lost) if not self._removing else ()

    # Looking

    def look(self) -> None:
        """See what the absence as it is typed would do; nothing is changed here."""
        self._pause.stop()
        content = content_of(self.form.values())
        if content is None:
            self._show(None, ())
            return
        number = self._row.absence_id if self._row else None
        try:
            found = self._desk.read(absence_preview, content, number)
        except KnownError as refusal:
            self._show(None, ())
            self.preview.show_parts([("", [words(refusal)], "problem")])
            return
        self._show(content, found.problems)
        self._lost = found.lost
        self.preview.show_parts(preview_parts(found))
        self.substitutes.setVisible(bool(found.lost))

    def _show(self, content: AbsenceContent | None, problems: tuple[Problem, ...]) -> None:
        self._lost = ()
        self.preview.show_parts(())
        self.substitutes.hide()
        for name, field in self.form.fields.items():
            if name == REASON:
                continue
            told = [each for each in problems if each.field == name]
            error = any(each.severity is Severity.ERROR for each in told)
            said = "\n".join(map(words, told)) or field.editor.unread()
            field.say(said, Severity.ERROR if error or not told else Severity.WARNING)
        if content is not None:
            reason = _("Away: {name}").format(name=self._names.get(content.officer_id, ""))
            self.why.look(self._months(content), reason)

    def _months(self, content: AbsenceContent) -> list[date]:
        first, last = content.first_day, content.last_day
        if self._row is not None:
            first = min(first, self._row.content.first_day)
            last = max(last, self._row.content.last_day)
        return months_between(first, last)

    def _from_now(self) -> None:
        """Who falls ill on duty has worked until now: the rest of the duty is what is lost."""
        values, start = self.form.values(), self._content
        untouched = self._row is None and values[TO] is None
        if not untouched or values[KIND] is None:
            return
        sick = AbsenceKind(values[KIND]) is AbsenceKind.SICK
        if sick and values[FROM] is None and self._is_on_duty(values):
            today = clock.today()
            last = max(values[LAST_DAY] or today, today)
            now = replace(start, first_day=today, last_day=last, from_minute=minute_now())
            show_times(self.form, now)
            self._by_itself = True
        elif self._by_itself and not sick:
            show_times(self.form, start)
            self._by_itself = False

    def _is_on_duty(self, values: Mapping[str, Any]) -> bool:
        first, today = values[FIRST_DAY], clock.today()
        near = first is not None and 0 <= (today - first).days <= 1
        return near and any(
            each.officer_id == values[OFFICER] for each in self._desk.read(on_duty, clock.now())
        )

    # Sending

    def accept(self) -> None:
        """Send what is typed, and know what it leaves open."""
        if self._pause.isActive():
            self.look()
        super().accept()

    def remove(self) -> None:
        """The absence is not after all."""
        self._removing = True
        self.accept()
        self._removing = self.result() == QDialog.DialogCode.Accepted

    def refused(self, refusal: KnownError) -> None:
        super().refused(refusal)
        if isinstance(refusal, RuleBroken) and any(
            each.severity is Severity.WARNING for each in refusal.problems
        ):
            self.why.ask()

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        if self._row is None:
            return {}
        fresh = card_of(self._desk, self._row.absence_id)
        self._row, content = fresh, fresh.content
        times = {
            FROM: content.from_minute or None,
            TO: content.to_minute if content.to_minute < clock.MINUTES_OF_DAY else None,
        }
        return {
            KIND: (content.kind, kind_name(content.kind)),
            FIRST_DAY: (content.first_day, format_day(content.first_day)),
            LAST_DAY: (content.last_day, format_day(content.last_day)),
            REMARK: (content.remark, content.remark),
            **{
                name: (minute, "" if minute is None else format_minute(minute))
                for name, minute in times.items()
            },
        }

    def _send_typed_absence(self, values: dict[str, Any]) -> None:
        reason, row = values[REASON] or "", self._row
        name = self._names.get(values[OFFICER], "")
        if self._removing and row is not None:
            removal = RemoveAbsence(row.absence_id, row.version, reason)
            said = _("Not away after all: {name}").format(name=name)
            self._desk.attempt(remove_absence, removal, said)
            return
        content = content_of(values)
        if content is None:
            raise KnownError("absence-unknown")
        number, version = (row.absence_id, row.version) if row else (None, 0)
        request = SaveAbsence(content, number, version, reason)
        self._desk.attempt(save_absence, request, _("Away: {name}").format(name=name))

    # Looks

    def _lay_halves(self) -> None:
        place = self.column.indexOf(self.area)
        self.column.removeWidget(self.area)
        large = on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW)
        directions = QBoxLayout.Direction
        halves = QBoxLayout(directions.TopToBottom if large else directions.LeftToRight)
        halves.setSpacing(px(16))
        halves.addWidget(self.area, 1)
        halves.addWidget(self.preview, 1)
        self.column.insertLayout(place, halves, 1)
        self.column.insertWidget(place + 1, self.substitutes)

    def _buttons(self) -> QHBoxLayout:
        row = super()._buttons()
        self.remove_button = QPushButton(_("Not away after all"))
        self.remove_button.setAutoDefault(False)
        self.remove_button.setProperty("kind", "danger")
        self.remove_button.setToolTip(_("The duties it took away do not come back by themselves"))
        self.remove_button.setVisible(self._row is not None)
        self.remove_button.clicked.connect(self.remove)
        row.insertWidget(0, self.remove_button)
        return row


def card_of(desk: Desk, absence_id: int) -> AbsenceRow:
    """The absence as it is stored; KnownError where somebody has taken it out."""
    look = Consultation("absence", str(absence_id))
    found = desk.read(absence_card, absence_id, consult=look)
    if found is None:
        raise KnownError("absence-unknown")
    return found


def _open(lost: DutyLost) -> OpenDuty:
    """What is left open of a duty: all of it, or from where the absence cuts it."""
    return OpenDuty(
        officer_id=lost.officer_id,
        day=lost.day,
        code=lost.code,
        starts_at=lost.starts_at,
        ends_at=lost.ended_at,
        post=lost.post,
        is_lost=True,
    )
