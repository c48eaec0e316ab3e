"""A dialog around one deed whose half typed content outlives a lock of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.drafts import Half, HalfTyped
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.ui.desk import Desk

OVERRIDE = "override"


class KeptDialog(DeedDialog):
    """Kept once :meth:`keep_in` was told where; what stands there then is no draft yet."""

    #: Under which name a half typed form is found again.
    draft_form = ""

    def __init__(self, desk: Desk, title: str, save: str, parent: QWidget) -> None:
        super().__init__(desk, title, save, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._half: HalfTyped | None = None
        self._subject: int | None = None
        self._start: dict[str, Any] = {}
        self._locked = False

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as plain values, days and instants."""
        return {**self.form.values(), OVERRIDE: self.answer.value()}

    def type_in(self, typed: Mapping[str, Any]) -> None:
        """Put back what was half typed before a lock."""
        self.answer.set_value(typed.get(OVERRIDE) or "")

    def keep_in(self, half: HalfTyped, subject_id: int | None = None) -> None:
        """From now on what is typed survives a lock in ``half``."""
        self._half = half
        self._subject = subject_id
        self._start = self.typed()

    def keep_draft(self) -> None:
        """The window locks: keep what is typed and not sent."""
        self._locked = True
        if self._half is not None and self.typed() != self._start:
            self._half.keep(Half(self.draft_form, None, self.typed(), self._subject))

    def done(self, result: int) -> None:
        """Close; a draft is needed no more unless the lock closes the form."""
        super().done(result)
        if self._half is not None and not self._locked:
            self._half.forget()
