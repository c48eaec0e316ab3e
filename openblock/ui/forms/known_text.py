"""An editor of a line of text that has often been typed before: what is known is offered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from openblock.ui.forms.editors import TextEdit


class KnownTextEdit(TextEdit):
    """A line of text that offers what others hold already."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        super().__init__()
        completer = QCompleter(QStringListModel(list(known), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, known: Iterable[str]) -> None:
        """Offer these from now on."""
        model = self.completer().model()
        if isinstance(model, QStringListModel):
            model.setStringList(list(known))
