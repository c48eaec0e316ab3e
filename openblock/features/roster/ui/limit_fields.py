"""The fields of the limits: figure and unit, and beneath them the default and where it is from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from openblock.errors import Severity
from openblock.features.accounts.ui.limit_words import (
    limit_names,
    limit_words,
    rest_table_words,
    severity_words,
)
from openblock.features.roster.rules.limits import DEFAULT_LIMITS, MOST_OVERTIME, REFERENCE_MONTHS
from openblock.i18n import _, month_name, p_
from openblock.ui.forms import Choice, Field, NumberEdit, TextEdit, TimeEdit, labelled
from openblock.ui.icons import icon
from openblock.ui.theme import px

_PAIR = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:→|->|:)\s*(\d+(?:[.,]\d+)?)")
_HOUR = 60
_WIDE, _NARROW = 300, 110


class RestTableEdit(TextEdit):
    """Pairs of hours: the shift no longer than, and the rest after it: 13→11; 25→24."""

    def unread(self) -> str:
        if _PAIR.sub("", self.text()).strip(" ;,") or not _pairs(self.text()):
            return _("Pairs of hours: 13→11; 25→24")
        return ""


def _pairs(text: str) -> tuple[tuple[int, int], ...]:
    """The pairs in minutes."""
    return tuple((_minutes(length), _minutes(rest)) for length, rest in _PAIR.findall(text))


def _minutes(hours: str) -> int:
    return round(float(hours.replace(",", ".")) * _HOUR)


@dataclass(frozen=True, slots=True)
class Shown:
    """How one limit is edited: its editor, its unit, where the default is from.

    ``show`` makes of the limit what the editor holds, ``take`` the other way round.
    """

    make: Callable[[], Any]
    unit: Callable[[], str]
    source: Callable[[], str]
    show: Callable[[Any], Any] = lambda value: value
    take: Callable[[Any], Any] = lambda value: value


class LimitField(Field):
    """A limit with its unit and a way back to the default; a changed one says so in words."""

    def __init__(self, name: str) -> None:
        self.shown = _shown()[name]
        self.default = getattr(DEFAULT_LIMITS, name)
        super().__init__(name, limit_names()[name], self.shown.make(), needed=True)
        self.back_button = QToolButton()
        self.back_button.setIcon(icon("undo"))
        told = _("Back to the default: {value}").format(value=limit_words(name, self.default))
        self.back_button.setToolTip(told)
        self.back_button.setAccessibleName(told)
        self.back_button.clicked.connect(self.put_back)
        self.mark = labelled(_("◆ changed"), "strong")
        self.told = labelled("", "hint")
        self.told.setWordWrap(True)
        self._lay_out()
        self.edited.connect(self._say_default)
        self._say_default()

    @property
    def is_changed(self) -> bool:
        """Whether the editor holds anything but the default."""
        return bool(self.value() != self.shown.show(self.default))

    def limit(self) -> Any:
        """The figure typed, as the rules have it."""
        return self.shown.take(self.value())

    def show_limit(self, value: Any) -> None:
        """Fill the editor in with a figure of the rules."""
        self.set_value(self.shown.show(value))
        self._say_default()

    def put_back(self) -> None:
        """Type the default; it is in force when it is saved."""
        self.show_limit(self.default)
        self.editor.setFocus()

    def _say_default(self) -> None:
        default = _("Default: {value}").format(value=limit_words(self.name, self.default))
        self.told.setText(f"{default} \N{MIDDLE DOT} {self.shown.source()}")
        self.back_button.setVisible(self.is_changed)
        self.mark.setVisible(self.is_changed)

    def _lay_out(self) -> None:
        column = self.layout()
        if not isinstance(column, QVBoxLayout):
            return
        column.removeWidget(self.editor)
        line = QHBoxLayout()
        line.setSpacing(px(6))
        self.editor.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        wide = isinstance(self.editor, TextEdit | Choice)
        self.editor.setFixedWidth(px(_WIDE if wide else _NARROW))
        line.addWidget(self.editor)
        line.addWidget(labelled(self.shown.unit()))
        line.addWidget(self.back_button)
        line.addWidget(self.mark)
        line.addStretch(1)
        column.insertLayout(0, line)
        column.addWidget(self.told)


def _hours(value: int) -> int:
    return value // _HOUR


def _of_hours(value: int) -> int:
    return value * _HOUR


def _directive(article: str) -> str:
    return _("EU Directive 2003/88/EC, Art. {article}").format(article=article)


def _law() -> str:
    return _("service law, to be confirmed")


def _own() -> str:
    return _("the block's own decision")


def _h() -> str:
    return p_("unit", "h")


def _none() -> str:
    return ""


def _number(least: int, most: int, source: Callable[[], str]) -> Shown:
    """A limit of whole hours."""
    return Shown(lambda: NumberEdit(least, least, most), _h, source, _hours, _of_hours)


def _chosen(options: Callable[[], list[tuple[Any, str]]], source: Callable[[], str]) -> Shown:
    """A limit that is one of a few."""
    return Shown(lambda: Choice(options()), _none, source)


def _shown() -> Mapping[str, Shown]:
    return {**_rest(), **_working_time()}


def _rest() -> dict[str, Shown]:
    return {
        "rest_table": Shown(
            RestTableEdit,
            _h,
            lambda: _("{directive}; after longer shifts: {law}").format(
                directive=_directive("3"), law=_law()
            ),
            rest_table_words,
            _pairs,
        ),
        "rest_severity": _chosen(
            lambda: [(Severity(code), words) for code, words in severity_words().items()], _own
        ),
        "weekly_rest": _number(
            0,
            72,
            lambda: _("{directive}: 24 h and the 11 h of a day").format(directive=_directive("5")),
        ),
        "weekly_window_days": Shown(
            lambda: NumberEdit(7, 1, 14), lambda: p_("unit", "days"), lambda: _directive("5")
        ),
        "shortest_shift": _number(1, 25, _own),
        "longest_shift": _number(
            1, 25, lambda: _("24 h and the hour of the clock change; {law}").format(law=_law())
        ),
    }


def _working_time() -> dict[str, Shown]:
    months = [(month, month_name(date(2000, month, 1))) for month in range(1, 13)]
    lengths = [(each, limit_words("reference_months", each)) for each in REFERENCE_MONTHS]
    publishing = [(each, limit_words("block_publish", each)) for each in (False, True)]
    return {
        "working_day": Shown(lambda: TimeEdit(480), lambda: p_("unit", "h:min"), _law),
        "average_week": _number(1, 168, lambda: _directive("6")),
        "reference_months": _chosen(lambda: list(lengths), lambda: _directive("16")),
        "reference_anchor": _chosen(
            lambda: list(months), lambda: _("as the time-sheet counts; {own}").format(own=_own())
        ),
        "overtime_limit": _number(0, MOST_OVERTIME // _HOUR, _law),
        "block_publish": _chosen(lambda: list(publishing), _own),
    }
