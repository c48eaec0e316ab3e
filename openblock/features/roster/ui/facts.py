"""What is known of the selected cell: times, post, who stands beside, who changed it when."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from openblock.clock import day_of
from openblock.features.roster.queries import Roster, RosterDuty, RosterOfficer
from openblock.i18n import (
    _,
    format_hours,
    format_long_day,
    format_moment,
    format_short_day,
    format_time,
    n_,
    p_,
)
from openblock.ui.forms import labelled
from openblock.ui.theme import px


class CellFacts(QFrame):
    """Fills the lower end of the side panel; plain text, readable by a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.heading = labelled("", "strong")
        self.heading.setWordWrap(True)
        self.lines = labelled("")
        self.lines.setWordWrap(True)
        self.lines.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(4))
        column.addWidget(self.heading)
        column.addWidget(self.lines)
        column.addStretch(1)

    def show_cell(self, shown: Roster, officer_id: int, day: date) -> None:
        """Show the facts of one cell of ``shown``."""
        officer = next(each for each in shown.officers if each.officer_id == officer_id)
        self.heading.setText(f"{officer.name}, {format_long_day(day)}")
        duty = shown.duties.get((officer_id, day))
        if duty is not None:
            lines = _duty_lines(duty)
        elif shown.kept_free.get((officer_id, day)):
            lines = [(_("Day kept free"), "")]
        else:
            lines = [(_("No duty"), "")]
        if near := shown.beside.get((officer_id, day)):
            lines.append((_("On this duty"), " · ".join(near)))
        lines += _officer_lines(officer)
        named = next((each.name for each in shown.days if each.day == day and each.name), "")
        if named:
            lines.insert(0, (p_("calendar", "Day"), named))
        self.lines.setText("<br>".join(_line(*each) for each in lines))

    def clear(self) -> None:
        """Show nothing."""
        self.heading.clear()
        self.lines.clear()


def _line(name: str, value: str) -> str:
    return f"{escape(name)}: <b>{escape(value)}</b>" if value else escape(name)


def _duty_lines(duty: RosterDuty) -> list[tuple[str, str]]:
    start, end = duty.starts_at, duty.ends_at
    hours = (
        _("{hours} h").format(hours=format_hours(duty.minutes)).replace(" ", "\N{NO-BREAK SPACE}")
    )
    times = (
        f"{format_short_day(day_of(start))} {format_time(start)} – "
        f"{format_short_day(day_of(end))} {format_time(end)}"
    )
    origin = _("laid by the cycle") if duty.origin == "cycle" else _("set by hand")
    lines = [(duty.code, f"{times} ({hours})")]
    if duty.post:
        lines.append((_("Post"), duty.post))
    lines.append((_("Origin"), origin))
    changed = f"{duty.changed_by}, {format_moment(duty.changed_at)}"
    lines.append((_("Changed"), changed))
    return lines


def _officer_lines(officer: RosterOfficer) -> list[tuple[str, str]]:
    hours = _("{hours} h").format(hours=format_hours(officer.minutes))
    duties = n_("{number} duty", "{number} duties", officer.duties)
    return [(_("In these days"), f"{hours} · {duties}")]
