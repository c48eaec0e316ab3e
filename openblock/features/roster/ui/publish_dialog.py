"""Posts a month's roster: what is still wrong with it and what has changed, before Enter does."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.errors import KnownError
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.roster.commands import PublishMonth, publish_month
from openblock.features.roster.queries import (
    absence_letters,
    comparison,
    publish_preview,
)
from openblock.features.roster.queries.rows import Difference, PublishPreview
from openblock.features.roster.rules import MonthStanding
from openblock.features.roster.ui.publish_words import preview_parts, version_line
from openblock.features.roster.ui.said_card import SaidCard
from openblock.i18n import _, format_month
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.messages import words
from openblock.ui.plain_label import plain

_LONGEST = 120
_WIDTH, _HEIGHT = 640, 560


class PublishDialog(ReasonedDialog):
    """Nothing typed is needed: the field is for what the sheet on the wall is to say of itself."""

    def __init__(self, desk: Desk, month: date, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._month = month
        self._preview = desk.read(publish_preview, month)
        line = TextEdit()
        line.setMaxLength(_LONGEST)
        hint = _("Such as: approved by the head of the block")
        form = Form((Field(REASON, _("The posted sheet says"), line, hint=hint),))
        title = _("Publish {month}").format(month=format_month(month))
        super().__init__(title, form, self._publish, save=_("Publish"), parent=parent)
        self.about = plain(version_line(self._preview.state), "strong")
        self.card = SaidCard(_("Before it is posted"))
        self.column.insertWidget(0, self.about)
        self.column.insertWidget(1, self.card, 1)
        self.column.setStretch(self.column.indexOf(self.area), 0)
        self._show()
        self.save_button.setFocus()
        self.fit(_WIDTH, _HEIGHT)

    def accept(self) -> None:
        """Post it, unless something forbids that."""
        if self.save_button.isEnabled():
            super().accept()

    def refused(self, refusal: KnownError) -> None:
        """Somebody changed it meanwhile: what is posted is what was seen."""
        super().refused(refusal)
        self._preview = self._desk.read(publish_preview, self._month)
        self._show()

    def _show(self) -> None:
        preview, letters = self._preview, self._desk.read(absence_letters)
        self.about.setText(version_line(preview.state))
        self.card.show_parts(preview_parts(preview, self._changes(preview), letters))
        why = _why_not(preview)
        self.save_button.setEnabled(not why)
        self.save_button.setToolTip(why)
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))

    def _changes(self, preview: PublishPreview) -> tuple[Difference, ...]:
        if not preview.state.posted:
            return ()
        return self._desk.read(comparison, self._month, preview.state.posted).differences

    def _publish(self, values: dict[str, Any]) -> None:
        request = PublishMonth(self._month, self._preview.state.number, values[REASON] or "")
        said = _("Published: {month}").format(month=format_month(self._month))
        self._desk.attempt(publish_month, request, said)


def _why_not(preview: PublishPreview) -> str:
    """Why it cannot be posted, in words; nothing where it can."""
    if preview.state.standing is MonthStanding.CLOSED:
        return words(KnownError("month-closed", month=preview.state.month))
    if preview.is_blocked:
        return _(
            "This block posts no roster that is short of officers. Put officers on those hours, or "
            "change that setting."
        )
    return ""
