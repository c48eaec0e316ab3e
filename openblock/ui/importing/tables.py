"""The two tables of an import: every row as it would become, and every fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openblock.errors import Severity
from openblock.i18n import _, p_
from openblock.importing.cells import Row, letters
from openblock.importing.columns import Column as FileColumn
from openblock.importing.columns import Headed, Mapped
from openblock.importing.preview import Fault, Outcome, PreviewRow
from openblock.ui.importing.wording import cell_words, outcome_words, place_words, value_words
from openblock.ui.messages import words
from openblock.ui.table_model import Column

_OUTCOME_TONES = {
    Outcome.NEW: "ok",
    Outcome.CHANGED: "accent",
    Outcome.UNCHANGED: "text3",
    Outcome.FAULTY: "bad",
}
_OUTCOME_ICONS = {
    Outcome.NEW: "add",
    Outcome.CHANGED: "edit",
    Outcome.UNCHANGED: "check",
    Outcome.FAULTY: "error",
}
_SEVERITY_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFORMATION: "text2"}
_SEVERITY_ICONS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "information",
}


def row_columns(
    file: Headed, mapped: Mapped, columns: Mapping[str, FileColumn]
) -> tuple[Column, ...]:
    """Row number, outcome, and one column for each column of the file that is taken."""
    raw = {row.number: row for row in file.rows}
    taken = [_ValueColumn(place, columns[key], raw) for place, key in sorted(mapped.items())]
    return (
        Column(_("Row"), lambda row: str(row.number), sort=lambda row: row.number, align="right"),
        Column(
            p_("import", "What"),
            lambda row: outcome_words(row.outcome),
            tone=lambda row: _OUTCOME_TONES[row.outcome],
            icon=lambda row: _OUTCOME_ICONS[row.outcome],
        ),
        *(each.shown() for each in taken),
    )


class _ValueColumn:
    """One column of the file in the preview: what would stand there, old and new."""

    def __init__(self, place: int, column: FileColumn, raw: Mapping[int, Row]) -> None:
        self._place = place
        self._column = column
        self._raw = raw

    def shown(self) -> Column:
        return Column(
            f"{letters(self._place)}  {self._column.title()}",
            self._text,
            tone=self._tone,
            tooltip=self._tooltip,
            icon=self._icon,
        )

    def _faults(self, row: PreviewRow) -> list[Fault]:
        return [fault for fault in row.faults if fault.place == self._place]

    def _text(self, row: PreviewRow) -> str:
        if any(fault.is_error for fault in self._faults(row)):
            return cell_words(self._raw[row.number].cell(self._place)) or "\N{EN DASH}"
        new = self._joined({key: row.values.get(key) for key in self._column.keys})
        old = {key: row.changes[key][0] for key in self._column.keys if key in row.changes}
        if not old:
            return new
        before = {**{key: row.values.get(key) for key in self._column.keys}, **old}
        return f"{self._joined(before)} \N{RIGHTWARDS ARROW} {new}"

    def _joined(self, values: Mapping[str, object]) -> str:
        return " ".join(value_words(self._written(value)) for value in values.values())

    def _written(self, value: object) -> object:
        """A value as the list writes it; days are for the language of the screen."""
        as_it_is = value is None or isinstance(value, date) or self._column.gives
        return value if as_it_is else self._column.write(value)

    def _tone(self, row: PreviewRow) -> str:
        faults = self._faults(row)
        if faults:
            return _SEVERITY_TONES[_worst(faults)]
        if any(key in row.changes for key in self._column.keys):
            return "accent"
        return "text3" if row.outcome is Outcome.UNCHANGED else "text"

    def _icon(self, row: PreviewRow) -> str:
        faults = self._faults(row)
        return _SEVERITY_ICONS[_worst(faults)] if faults else ""

    def _tooltip(self, row: PreviewRow) -> str:
        said = [words(fault.problem) for fault in self._faults(row)]
        return "\n".join(said) or self._text(row)


def _worst(faults: list[Fault]) -> Severity:
    order = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
    return min((fault.problem.severity for fault in faults), key=order.index)


def fault_columns() -> tuple[Column, ...]:
    """Row, column, and what is wrong in words."""
    return (
        Column(_("Row"), lambda fault: str(fault.row), sort=lambda fault: fault.row, align="right"),
        Column(_("Column"), place_words),
        Column(
            _("What is wrong"),
            lambda fault: words(fault.problem),
            tooltip=lambda fault: words(fault.problem),
            tone=lambda fault: _SEVERITY_TONES[fault.problem.severity],
            icon=lambda fault: _SEVERITY_ICONS[fault.problem.severity],
        ),
    )
