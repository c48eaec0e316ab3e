"""The top of an officer's card: name, rank and position, and what matters today as small tags."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.rules import MentorStanding
from openblock.features.staff.ui.fields import team_words
from openblock.i18n import _, format_day
from openblock.ui.forms import labelled
from openblock.ui.theme import px


class CardHeading(QWidget):
    """Says whose card it is, or what the empty card is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = labelled("", "name")
        self.line = labelled("", "secondary")
        self.tags = QHBoxLayout()
        self.tags.setSpacing(px(6))
        for label in (self.name, self.line):
            # A name is shown as typed: <b> in it is no markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(6))
        column.setSpacing(px(4))
        column.addWidget(self.name)
        column.addWidget(self.line)
        column.addLayout(self.tags)

    def show_nobody(self) -> None:
        """Say how to get to a card."""
        self._show(_("Officers"), _("Choose an officer in the list to see and change the card."))

    def show_new(self) -> None:
        """Say that this is a new officer."""
        self._show(_("New officer"), _("Badge, surname and given name are needed."))

    def show_officer(self, row: OfficerRow, today: date) -> None:
        """Say whose card it is."""
        parts = [part for part in (row.rank, row.position) if part]
        self._show(row.name, " · ".join(parts))
        for words, kind in tags_of(row, today):
            tag = labelled(words, kind)
            tag.setTextFormat(Qt.TextFormat.PlainText)
            self.tags.addWidget(tag)
        self.tags.addStretch(1)

    def _show(self, name: str, line: str) -> None:
        self.name.setText(name)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        while (item := self.tags.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel):
                widget.hide()
                widget.deleteLater()


def tags_of(row: OfficerRow, today: date) -> list[tuple[str, str]]:
    """Small tags (words, kind of label): team, post, mentor, and service that is not the usual."""
    tags = [(team_words(row.team) if row.team else _("Day post"), "pill")]
    if row.post:
        tags.append((row.post, "pill"))
    standing = row.mentor_standing(today)
    if standing is MentorStanding.CERTIFIED:
        tags.append((_("Mentor"), "pill-ok"))
    elif standing is not MentorStanding.NOT_A_MENTOR:
        tags.append((_("Mentor without a valid certificate"), "badge"))
    if service := service_words(row, today):
        tags.append((service, "badge"))
    return tags


def service_words(row: OfficerRow, today: date) -> str:
    """What is unusual about the service on ``today``; empty when there is nothing."""
    if row.active_from > today:
        return _("from {day}").format(day=format_day(row.active_from))
    if row.last_day is None:
        return ""
    if row.last_day < today:
        return _("left {day}").format(day=format_day(row.last_day))
    return _("until {day}").format(day=format_day(row.last_day))
