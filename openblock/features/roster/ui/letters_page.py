"""The settings page of the letters absences are typed and printed with (RO-13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.roster.commands.absence_codes import save_absence_code
from openblock.features.roster.commands.requests import SaveAbsenceCode
from openblock.features.roster.queries import absence_letters
from openblock.features.roster.rules.absence import (
    DEFAULT_LETTERS,
    HIDDEN,
    AbsenceKind,
    Letters,
)
from openblock.features.roster.rules.shift import LONGEST_CODE
from openblock.features.roster.ui.entries_page import Entries, EntriesPage
from openblock.features.roster.words import kind_name
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.table_model import Column


@dataclass(frozen=True, slots=True)
class LettersRow:
    """A kind of absence, and its letters."""

    kind: AbsenceKind
    letters: Letters

    @property
    def is_usual(self) -> bool:
        """Whether the block has chosen none of its own."""
        return self.letters == DEFAULT_LETTERS[self.kind]


class LettersPage(EntriesPage):
    """The kinds are given, so there is no new one; Enter saves and goes on to the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        form = Form(
            [
                Field("code", _("On the roster"), _letters(), needed=True),
                Field("sheet_code", _("On the time-sheet"), _letters(), needed=True),
            ]
        )
        entries = Entries(
            columns=_columns(),
            key=lambda row: row.kind,
            read=self._read,
            fill=_values,
            save=self._save,
            remove=lambda row: self._put(row, DEFAULT_LETTERS[row.kind]),
            removable=lambda row: not row.is_usual,
            remove_words=_("The usual letters"),
        )
        super().__init__(entries, form, parent)
        self.new_button.hide()

    def start_new(self) -> None:
        """Show the kind after the one shown; the first where there is none."""
        rows = self.model.rows
        kinds = [row.kind for row in rows]
        place = kinds.index(self.row.kind) + 1 if self.row is not None else 0
        self.table.choose(kinds[place % len(kinds)])

    def remove(self) -> None:
        """Give the kind its usual letters, and stay with it."""
        kind = self.row.kind
        super().remove()
        self.table.choose(kind)

    def _show(self, row: Any) -> None:
        super()._show(row)
        if row is not None:
            self.heading.setText(kind_name(row.kind))

    def _read(self) -> tuple[LettersRow, ...]:
        return tuple(LettersRow(*each) for each in self._desk.read(absence_letters).items())

    def _save(self, row: LettersRow, values: dict[str, Any]) -> object:
        return self._put(row, Letters(values["code"].upper(), values["sheet_code"].upper()))

    def _put(self, row: LettersRow, letters: Letters) -> object:
        said = _("Letters saved: {kind}").format(kind=kind_name(row.kind))
        request = SaveAbsenceCode(row.kind, letters, row.letters)
        return self._desk.attempt(save_absence_code, request, said)


def _letters() -> TextEdit:
    made = TextEdit()
    made.setMaxLength(LONGEST_CODE)
    return made


def _values(row: LettersRow | None) -> dict[str, Any]:
    if row is None:
        return {"code": "", "sheet_code": ""}
    return {"code": row.letters.code, "sheet_code": row.letters.sheet_code}


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Absence"), lambda row: kind_name(row.kind), strong=True),
        Column(_("On the roster"), lambda row: row.letters.code),
        Column(_("On the time-sheet"), lambda row: row.letters.sheet_code),
        Column(
            _("On the wall"),
            lambda row: row.letters.code if row.kind.is_posted else HIDDEN,
        ),
        Column(
            _("Letters"),
            lambda row: _("the usual ones") if row.is_usual else _("chosen here"),
            tone=lambda row: "text3" if row.is_usual else "accent",
        ),
    )
