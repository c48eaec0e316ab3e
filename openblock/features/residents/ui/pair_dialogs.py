"""The forms of a keep-apart pair: open one, change its level or reason, close it (KAP-01..06)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.residents.commands import (
    ChangeKeepApart,
    CloseKeepApart,
    OpenKeepApart,
    change_keep_apart,
    close_keep_apart,
    open_keep_apart,
)
from openblock.features.residents.queries import PairRow, ResidentRow
from openblock.features.residents.rules.keep_apart import Level
from openblock.features.residents.ui.person_picker import PersonPicker
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.residents.words import levels
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form, TextEdit


class OpenPairDialog(ReasonedDialog):
    """Keep somebody apart from another person, from now on; a closed pair is opened anew."""

    draft_form = "pair"

    def __init__(self, desk: Desk, row: ResidentRow, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._row = row
        picker = PersonPicker(desk, (row.resident_id,))
        form = Form(
            (
                Field("second_id", _("From whom"), picker, needed=True),
                *_level_and_reason(Level.ROOM, ""),
            )
        )
        title = _("Keep apart: {name}").format(name=row.name)
        super().__init__(title, form, self._open_pair, save=_("Keep apart"), parent=parent)
        self.fit(500, 290)
        picker.setFocus()

    def _open_pair(self, values: dict[str, Any]) -> None:
        request = OpenKeepApart(
            self._row.resident_id, values["second_id"], values["level"], values[REASON]
        )
        other = self.form.fields["second_id"].editor.text()
        said = _("To be kept apart: {first}, {second}").format(first=self._row.name, second=other)
        self._desk.attempt(open_keep_apart, request, said)


class ChangePairDialog(ReasonedDialog):
    """Another level or reason for an open pair."""

    def __init__(self, desk: Desk, pair: PairRow, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._pair = pair
        form = Form(_level_and_reason(pair.level, pair.reason))
        super().__init__(pair_title(pair), form, self._change, parent=parent)
        self.fit(500, 240)

    def _change(self, values: dict[str, Any]) -> None:
        pair = self._pair
        request = ChangeKeepApart(pair.pair_id, pair.version, values["level"], values[REASON])
        said = _("Keep-apart changed: {pair}").format(pair=pair_title(pair))
        self._desk.attempt(change_keep_apart, request, said)


def close_pair_dialog(desk: Desk, pair: PairRow, parent: QWidget | None = None) -> ReasonDialog:
    """Ask why two people need not be kept apart any more."""

    def close(reason: str) -> None:
        said = _("Kept apart no more: {pair}").format(pair=pair_title(pair))
        desk.attempt(close_keep_apart, CloseKeepApart(pair.pair_id, pair.version, reason), said)

    words = _("The two need not be kept apart from now on; what was stays in both timelines.")
    return ReasonDialog(pair_title(pair), words, close, save=_("Close the pair"), parent=parent)


def reopen_pair_dialog(desk: Desk, pair: PairRow, parent: QWidget | None = None) -> ReasonDialog:
    """Ask why two people have to be kept apart again; the earlier time stays known (KAP-06)."""

    def reopen(reason: str) -> None:
        said = _("To be kept apart again: {pair}").format(pair=pair_title(pair))
        request = OpenKeepApart(pair.first_id, pair.second_id, pair.level, reason)
        desk.attempt(open_keep_apart, request, said)

    words = _("The two have to be kept apart again from now on, as before.")
    return ReasonDialog(pair_title(pair), words, reopen, save=_("Keep apart again"), parent=parent)


def pair_title(pair: PairRow) -> str:
    """The two names."""
    return f"{pair.first_name}, {pair.second_name}"


def _level_and_reason(level: str, reason: str) -> tuple[Field, Field]:
    hint = _("At least 5 characters; it is kept with your name")
    return (
        Field("level", _("How far"), Choice(levels(), level)),
        Field(REASON, _("Reason"), TextEdit(reason), needed=True, hint=hint),
    )
