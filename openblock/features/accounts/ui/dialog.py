"""The frame of this feature's dialogs: Enter, Esc, refusals beside fields, drafts at the lock."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from openblock.features.accounts import commands, queries
from openblock.ui.desk import Desk
from openblock.ui.theme import px


class AccountsDialog(QDialog):
    """``draft_form`` names the half-typed form that survives a lock; "" keeps none (SEC-11)."""

    draft_form = ""

    def __init__(self, desk: Desk, title: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._kept = False
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(14), px(16), px(14))
        self.column.setSpacing(px(10))
        room = QGuiApplication.primaryScreen().availableSize()
        wanted = QSize(px(size.width()), px(size.height()))
        self.resize(wanted.boundedTo(room))

    def draft(self) -> dict[str, Any]:
        """What is half typed, plain values and never a password; empty when there is nothing."""
        return {}

    def keep_draft(self) -> None:
        """Keep what is half typed; the window calls it before it locks."""
        content = self.draft()
        if self.draft_form and content:
            self._kept = True
            self.desk.store.run(commands.save_draft, commands.SaveDraft(self.draft_form, content))

    def kept_draft(self) -> dict[str, Any]:
        """What was half typed when the window locked."""
        if not self.draft_form:
            return {}
        mine = self.desk.actor.account_id
        found = self.desk.read(queries.own_draft, mine, self.draft_form)
        return {} if found is None else dict(found)

    def done(self, result: int) -> None:
        """Close; what was kept for a lock stays, anything older is dropped."""
        if self.draft_form and not self._kept and self.desk.store.actor is not None:
            self.forget_draft()
        super().done(result)

    def forget_draft(self) -> None:
        """Drop the draft: the form was saved, or left on purpose."""
        if self.kept_draft():
            self.desk.store.run(commands.discard_draft, commands.DiscardDraft(self.draft_form))
