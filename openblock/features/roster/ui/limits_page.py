"""The settings page of the figures the roster is judged by."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.errors import Severity
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.queries import limits
from openblock.features.roster.rules import Limits
from openblock.i18n import _, format_hours, format_minute
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form, NumberEdit, TextEdit, TimeEdit, labelled
from openblock.ui.forms.dialog import save_on_enter, send_form
from openblock.ui.theme import px

_PAIR = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:→|->|:)\s*(\d+(?:[.,]\d+)?)")


class RestTableEdit(TextEdit):
    """Pairs of hours: the shift no longer than, and the rest after it: 13→11; 25→24."""

    def unread(self) -> str:
        if _PAIR.sub("", self.text()).strip(" ;,") or not self.pairs():
            return _("Pairs of hours: 13→11; 25→24")
        return ""

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs in minutes."""
        found = _PAIR.findall(self.text())
        return tuple((_minutes(length), _minutes(rest)) for length, rest in found)


def _minutes(hours: str) -> int:
    return round(float(hours.replace(",", ".")) * 60)


def table_text(table: tuple[tuple[int, int], ...]) -> str:
    """A rest table as it is typed."""
    return "; ".join(f"{format_hours(length)}→{format_hours(rest)}" for length, rest in table)


class LimitsPage(QWidget):
    """Everyone who plans may read them; only an administrator may change them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.may_change = desk.may("roster.change_limits")
        self.in_force: Limits = desk.read(limits)
        self.rest = RestTableEdit()
        self.form = self._form()
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.save_button = QPushButton(_("Save"))
        self.save_button.setProperty("kind", "primary")
        self.save_button.setAutoDefault(False)
        self.save_button.setVisible(self.may_change)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self._fill()
        self._start = self.form.values()
        save_on_enter(self.form, self.save)
        if not self.may_change:
            self.form.setEnabled(False)

    def _form(self) -> Form:
        severities = [
            (Severity.WARNING, _("a warning, saved and marked")),
            (Severity.ERROR, _("an error, refused")),
        ]
        return Form(
            [
                Field("rest_table", _("Rest after a shift, h"), self.rest, needed=True),
                Field("rest_severity", _("Too little rest is"), Choice(severities)),
                Field("weekly_rest", _("Weekly rest, h"), NumberEdit(35, 0, 72)),
                Field("weekly_window_days", _("Within days"), NumberEdit(7, 1, 14)),
                Field("shortest_shift", _("Shortest shift, h"), NumberEdit(1, 1, 25)),
                Field("longest_shift", _("Longest shift, h"), NumberEdit(25, 1, 25)),
                Field("working_day", _("Working day of the norm, h:min"), TimeEdit(480)),
            ]
        )

    def _lay_out(self) -> None:
        words = (
            _("These figures mark problems in every roster. A change is written in the log.")
            if self.may_change
            else _("Only an administrator may change these figures.")
        )
        intro = labelled(words, "secondary")
        intro.setWordWrap(True)
        night = _("Night: {start}–{end}, from the settings of the block").format(
            start=format_minute(self.in_force.night_from), end=format_minute(self.in_force.night_to)
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(10))
        for widget in (intro, self.form, labelled(night, "hint"), self.trouble):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)

    def _fill(self) -> None:
        now = self.in_force
        self.form.fill(
            {
                "rest_table": table_text(now.rest_table),
                "rest_severity": now.rest_severity,
                "weekly_rest": now.weekly_rest // 60,
                "weekly_window_days": now.weekly_window_days,
                "shortest_shift": now.shortest_shift // 60,
                "longest_shift": now.longest_shift // 60,
                "working_day": now.working_day,
            }
        )

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form.values() != self._start

    def say_unsaved(self) -> None:
        """Say that it would be lost."""
        self.trouble.setText(
            _("This is not saved yet. Enter saves it; closing again leaves it out.")
        )

    def save(self) -> None:
        """Send the figures; a refusal stands beside its field."""
        said = send_form(self.form, self._send)
        self.trouble.setText(said or "")
        if said is None:
            self._start = self.form.values()

    def _send(self, values: dict[str, Any]) -> object:
        wanted = replace(
            self.in_force,
            rest_table=self.rest.pairs(),
            rest_severity=values["rest_severity"],
            weekly_rest=values["weekly_rest"] * 60,
            weekly_window_days=values["weekly_window_days"],
            shortest_shift=values["shortest_shift"] * 60,
            longest_shift=values["longest_shift"] * 60,
            working_day=values["working_day"],
        )
        done = self._desk.attempt(change_limits, ChangeLimits(wanted), _("Limits changed"))
        self.in_force = wanted
        return done
