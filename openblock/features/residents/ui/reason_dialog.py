"""A question answered with a reason: cancel an arrival, close a pair, erase a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.i18n import _
from openblock.ui.forms import Field, Form, TextEdit, labelled


class ReasonDialog(ReasonedDialog):
    """Says what will happen; ``act`` gets the reason and raises KnownError."""

    def __init__(
        self,
        title: str,
        said: str,
        act: Callable[[str], object],
        *,
        save: str,
        parent: QWidget | None = None,
    ) -> None:
        self._act = act
        hint = _("At least 5 characters; it is kept with your name")
        form = Form((Field(REASON, _("Reason"), TextEdit(), needed=True, hint=hint),))
        super().__init__(title, form, self._send_reason, save=save, parent=parent)
        intro = labelled(said)
        intro.setWordWrap(True)
        self.column.insertWidget(0, intro)
        self.fit(460, 210)

    def _send_reason(self, values: dict[str, Any]) -> object:
        return self._act(values[REASON])
