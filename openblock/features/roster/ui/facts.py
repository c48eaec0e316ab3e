"""What is known of the selected cell: times, post, who stands beside, who changed it when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from openblock.clock import day_of
from openblock.features.roster.queries import Roster, RosterDuty, RosterOfficer
from openblock.features.roster.queries.rows import AbsenceDay
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, AbsenceKind, Letters
from openblock.features.roster.ui.changed_words import changed_words
from openblock.features.roster.words import kind_name
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

_DAY = timedelta(days=1)


class CellFacts(QFrame):
    """Fills the lower end of the side panel; plain text, readable by a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.heading = labelled("", "strong")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = labelled("")
        self.lines.setWordWrap(True)
        self.lines.setTextFormat(Qt.TextFormat.RichText)
        inside = QWidget()
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(4))
        column.addWidget(self.heading)
        column.addWidget(self.lines)
        column.addStretch(1)
        # Much may be known of a cell, and the problems above want their room.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_cell(
        self,
        shown: Roster,
        officer_id: int,
        day: date,
        letters: Mapping[AbsenceKind, Letters] = DEFAULT_LETTERS,
    ) -> None:
        """Show the facts of one cell of ``shown``."""
        officer = next(each for each in shown.officers if each.officer_id == officer_id)
        self.heading.setText(f"{officer.name}, {format_long_day(day)}")
        lines = _content_lines(shown, officer_id, day)
        if near := shown.beside.get((officer_id, day)):
            lines.append((_("On this duty"), " · ".join(near)))
        if changed := shown.changed.get((officer_id, day)):
            was, why = changed_words(changed, letters)
            lines.append(("■ " + _("Changed after publishing"), f"{was}; {why}"))
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


def _content_lines(shown: Roster, officer_id: int, day: date) -> list[tuple[str, str]]:
    """What stands in the cell: a duty, an absence, both where one cuts the other, or neither."""
    cell = (officer_id, day)
    duty, away = shown.duties.get(cell), shown.absences.get(cell)
    lines = _duty_lines(duty) if duty is not None else []
    if duty is not None and not shown.number:
        # A version keeps what was posted, not who had entered it and how.
        lines += _entry_lines(duty)
    if away is not None:
        lines.append(_absence_line(shown, officer_id, day, away))
    if lines:
        return lines
    return [(_("Day kept free") if shown.kept_free.get(cell) else _("No duty"), "")]


def _absence_line(shown: Roster, officer_id: int, day: date, away: AbsenceDay) -> tuple[str, str]:
    """The letter and the kind, and how far the absence goes within the days shown."""

    def is_same(other: date) -> bool:
        found = shown.absences.get((officer_id, other))
        return found is not None and found.absence_id == away.absence_id

    first = last = day
    while is_same(first - _DAY):
        first -= _DAY
    while is_same(last + _DAY):
        last += _DAY
    days = format_short_day(first)
    if first != last:
        days = f"{days} – {format_short_day(last)}"
    # It may well go on beyond the days that are shown.
    ends = ("…" if first == shown.first else "", "…" if last == shown.last else "")
    return away.code, f"{kind_name(away.kind)}, {ends[0]}{days}{ends[1]}"


def _duty_lines(duty: RosterDuty) -> list[tuple[str, str]]:
    start, end = duty.starts_at, duty.ends_at
    hours = (
        _("{hours} h").format(hours=format_hours(duty.minutes)).replace(" ", "\N{NO-BREAK SPACE}")
    )
    times = (
        f"{format_short_day(day_of(start))} {format_time(start)} – "
        f"{format_short_day(day_of(end))} {format_time(end)}"
    )
    lines = [(duty.code, f"{times} ({hours})")]
    if duty.post:
        lines.append((_("Post"), duty.post))
    return lines


def _entry_lines(duty: RosterDuty) -> list[tuple[str, str]]:
    origin = _("laid by the cycle") if duty.origin == "cycle" else _("set by hand")
    changed = f"{duty.changed_by}, {format_moment(duty.changed_at)}"
    return [(_("Origin"), origin), (_("Changed"), changed)]


def _officer_lines(officer: RosterOfficer) -> list[tuple[str, str]]:
    hours = _("{hours} h").format(hours=format_hours(officer.minutes))
    duties = n_("{number} duty", "{number} duties", officer.duties)
    return [(_("In these days"), f"{hours} · {duties}")]
