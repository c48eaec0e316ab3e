"""Where the month on show stands, in a word: draft, published and what differs since, closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.words import standing_name
from openblock.i18n import _, format_moment, format_month, n_
from openblock.ui.forms import labelled
from openblock.ui.theme import px
from openblock.ui.tool_buttons import push_button

_PILLS = {
    MonthStanding.DRAFT: "pill",
    MonthStanding.PUBLISHED: "pill-ok",
    MonthStanding.CLOSED: "pill",
}


def standing_words(state: MonthState) -> str:
    """Draft; Published v3; Closed."""
    if state.standing is MonthStanding.DRAFT:
        return f"✎ {standing_name(state.standing)}"
    if state.standing is MonthStanding.CLOSED:
        return f"▣ {standing_name(state.standing)}"
    return f"✓ {standing_name(state.standing)} v{state.posted}"


def standing_hint(state: MonthState) -> str:
    """Which month it is, and who published or closed it when."""
    month = format_month(state.month)
    if state.standing is MonthStanding.DRAFT:
        return _("{month} has not been published").format(month=month)
    closed = state.standing is MonthStanding.CLOSED
    who, when = (state.closed_by, state.closed_at) if closed else (state.posted_by, state.posted_at)
    if when is None:
        return month
    said = (
        _("{month}: closed by {who}, {moment}")
        if closed
        else _("{month}: version {number} published by {who}, {moment}")
    )
    return said.format(month=month, number=state.posted, who=who, moment=format_moment(when))


def changes_words(state: MonthState) -> str:
    """How many cells differ from what hangs on the wall."""
    said = n_(
        "{number} change since v{{version}}", "{number} changes since v{{version}}", state.changed
    )
    return "■ " + said.format(version=state.posted)


class StateChip(QWidget):
    """The standing as a pill, and beside it a button for what differs from the wall."""

    changes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state: MonthState | None = None
        self._saved = 0
        self.pill: QLabel = labelled("", "pill")
        self.changes: QPushButton = push_button(
            "", "", _("What differs from the published version"), "versions"
        )
        self.changes.clicked.connect(self.changes_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(self.pill)
        row.addWidget(self.changes)
        self.hide()

    def show_state(self, state: MonthState | None) -> None:
        """Say where the month stands; None where there is no month to speak of."""
        self.state = state
        self.setVisible(state is not None)
        if state is None:
            return
        self.pill.setText(standing_words(state))
        self.pill.setToolTip(standing_hint(state))
        self.pill.setAccessibleName(f"{standing_words(state)}. {standing_hint(state)}")
        self._colour(_PILLS[state.standing])
        self.changes.setVisible(bool(state.changed))
        self.changes.setAccessibleName(changes_words(state))
        self._write()

    def save(self, step: int) -> None:
        """Say it in fewer words (1), or by the number alone (2), where room is scarce."""
        self._saved = step
        self._write()

    def _write(self) -> None:
        if self.state is not None:
            short = _("{number} since v{version}").format(
                number=self.state.changed, version=self.state.posted
            )
            ways = (changes_words(self.state), f"■ {short}", f"■ {self.state.changed}")
            self.changes.setText(ways[self._saved])
            # What holds this would keep the width of the longer words otherwise.
            self.updateGeometry()

    def _colour(self, kind: str) -> None:
        if self.pill.property("kind") != kind:
            self.pill.setProperty("kind", kind)
            # The look hangs on the kind, which the style sheet reads only when asked to.
            self.pill.style().unpolish(self.pill)
            self.pill.style().polish(self.pill)
