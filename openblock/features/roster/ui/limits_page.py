"""The settings page of the figures the roster is judged by (RO-01, RO-04..RO-07, RO-09)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError
from openblock.features.accounts.ui.limit_words import limit_names
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.queries import limits
from openblock.features.roster.rules import Limits
from openblock.features.roster.ui.limit_fields import LimitField
from openblock.i18n import _, format_minute, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Form, labelled
from openblock.ui.forms.dialog import save_on_enter, send_form
from openblock.ui.theme import px, scale

_LARGE = 150


class LimitsPage(QWidget):
    """Everyone who plans may read them; only an administrator may change them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.may_change = desk.may("roster.change_limits")
        self.in_force: Limits = desk.read(limits)
        self.fields = {name: LimitField(name) for name in limit_names()}
        self.form = self._form()
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.changed = labelled("", "strong")
        self.save_button = QPushButton(_("Save"))
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip(_("Save (Enter)"))
        self.save_button.setAutoDefault(False)
        self.save_button.setVisible(self.may_change)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self._start: dict[str, Any] = {}
        self._fill()
        self.form.edited.connect(self._count)
        save_on_enter(self.form, self.save)
        if not self.may_change:
            self.form.setEnabled(False)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form.values() != self._start

    def say_unsaved(self) -> None:
        """Say that it would be lost."""
        self._say(_("This is not saved yet. Enter saves it; closing again leaves it out."))

    def refresh(self) -> None:
        """Read the limits in force again."""
        self.in_force = self._desk.read(limits)
        self._fill()

    def save(self) -> None:
        """Send the figures; a refusal stands beside its field."""
        said = send_form(self.form, self._send)
        self._say(said or "")
        if said is None:
            self.refresh()

    # Inside

    def _say(self, said: str) -> None:
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))

    def _send(self, _values: dict[str, Any]) -> object:
        typed = {
            name: field.limit()
            for name, field in self.fields.items()
            if field.value() != self._start[name]
        }
        wanted = replace(self.in_force, **typed)
        request = ChangeLimits(wanted, seen=self.in_force)
        try:
            return self._desk.attempt(change_limits, request, _("Limits changed"))
        except KnownError:
            # Somebody else may have changed one: what is typed stays, and is judged by that now.
            self.in_force = self._desk.read(limits)
            raise

    def _fill(self) -> None:
        for name, field in self.fields.items():
            field.show_limit(getattr(self.in_force, name))
        self._start = self.form.values()
        self._count()

    def _count(self) -> None:
        number = sum(field.is_changed for field in self.fields.values())
        told = n_("◆ {number} is changed", "◆ {number} are changed", number)
        self.changed.setText(told if number else _("All are at their defaults"))

    def _form(self) -> Form:
        form = Form()
        headings = _headings()
        for name, field in self.fields.items():
            if name in headings:
                form.add_widget(_heading(headings[name]))
            form.add(field)
        rows = form.layout()
        if isinstance(rows, QFormLayout) and scale() >= _LARGE:
            # With large text there is no room for a label beside its field.
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.add_widget(self._night())
        return form

    def _night(self) -> QLabel:
        words = _(
            "Night hours: {start}–{end}, from the settings of the block (as the official "
            "time-sheet has them)"
        )
        made = labelled(
            words.format(
                start=format_minute(self.in_force.night_from),
                end=format_minute(self.in_force.night_to),
            ),
            "hint",
        )
        made.setWordWrap(True)
        return made

    def _lay_out(self) -> None:
        words = (
            _("By these figures problems are marked. Each change stands in the log.")
            if self.may_change
            else _("Only an administrator may change these figures.")
        )
        intro = labelled(words, "secondary")
        intro.setWordWrap(True)
        self.form.setProperty("kind", "page")
        self.form.setContentsMargins(0, 0, px(12), 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(self.changed)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(10))
        column.addWidget(intro)
        column.addWidget(scroll, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)


def _headings() -> dict[str, str]:
    """What stands over the limits, by the name of the first one beneath it."""
    return {
        "rest_table": _("Rest"),
        "shortest_shift": _("Shifts and norm"),
        "average_week": _("Average and overtime"),
        "block_publish": _("Publishing"),
    }


def _heading(words: str) -> QLabel:
    made = labelled(words, "strong")
    made.setContentsMargins(0, px(6), 0, 0)
    return made
