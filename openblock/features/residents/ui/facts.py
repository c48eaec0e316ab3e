"""What is known of a person's sentence and stay, in a column beside the timeline."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.residents.queries import ResidentCard, StayRow
from openblock.features.residents.rules.content import Status
from openblock.features.residents.ui.served import ServedBar
from openblock.features.residents.words import discharge_kinds, need_list, said, sexes
from openblock.i18n import _, format_day, format_moment
from openblock.ui.forms import labelled
from openblock.ui.theme import px

_NONE = (None, None)
_NOT_KNOWN = "\N{EN DASH}"


class Facts(QScrollArea):
    """Label and value, one under another; the bar of the sentence below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.served = ServedBar()
        self.seen = labelled("", "hint")
        self.seen.setWordWrap(True)
        self._lines = QFormLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(px(12))
        self._lines.setVerticalSpacing(px(6))
        self._lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        holder = QWidget()
        holder.setProperty("kind", "toolbar")
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(14))
        column.addLayout(self._lines)
        line = QFrame()
        line.setProperty("kind", "line")
        column.addWidget(line)
        column.addWidget(self.served)
        column.addStretch(1)
        column.addWidget(self.seen)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder)

    def show_card(self, card: ResidentCard, seen: str, today: date) -> None:
        """Show what is known; ``seen`` says that the look at the card is in the log."""
        while self._lines.rowCount():
            self._lines.removeRow(0)
        for name, value in fact_lines(card):
            self._lines.addRow(labelled(name, "field"), _value(value))
        stay = stay_shown(card)
        # Of somebody who left nobody counts on.
        counted = card.row.status is not Status.DISCHARGED
        sentence = (
            (stay.content.sentence_start, stay.content.sentence_end) if stay and counted else _NONE
        )
        self.served.show_sentence(*sentence, today)
        self.seen.setText(seen)


def _value(text: str) -> QLabel:
    label = labelled(text)
    # A name is shown as typed: <b> in it is no markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def stay_shown(card: ResidentCard) -> StayRow | None:
    """The stay that holds or comes next, or the last one."""
    return next((each for each in card.stays if each.stay_id == card.row.stay_id), None)


def fact_lines(card: ResidentCard) -> list[tuple[str, str]]:
    """Name and value of each fact, in reading order; what is not known and need not be left out."""
    stay = stay_shown(card)
    lines = [] if stay is None else _stay_lines(stay)
    lines.append((_("Contact officer"), card.contact_officer or _NOT_KNOWN))
    if card.content.needs:
        lines.append((_("Needs"), need_list(card.content.needs)))
    if card.content.sex:
        lines.append((_("Sex"), said(sexes(), card.content.sex)))
    return lines


def _stay_lines(stay: StayRow) -> list[tuple[str, str]]:
    content = stay.content
    lines = [
        (_("Sentence from"), _day(content.sentence_start)),
        (_("Sentence to"), _day(content.sentence_end)),
        (_("Admitted"), format_moment(content.admitted)),
    ]
    if stay.admitted_from:
        lines.append((_("Admitted from"), stay.admitted_from))
    if content.discharged != FOREVER:
        left = content.discharged <= clock.now()
        lines.append((_("Departed") if left else _("Leaves"), format_moment(content.discharged)))
        lines.append((_("Ended by"), said(discharge_kinds(), content.discharge_kind)))
    if stay.transferred_to:
        lines.append((_("Transferred to"), stay.transferred_to))
    return lines


def _day(day: date | None) -> str:
    return format_day(day) if day is not None else _NOT_KNOWN
