"""A dialog around offers: the list is chosen from, the fields below go out with what is chosen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.roster.ui.posted_reason import PostedReason
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.entries import EntriesList, EntryLine
from openblock.ui.forms import Form
from openblock.ui.forms.dialog import Send
from openblock.ui.plain_label import plain
from openblock.ui.theme import px, scale

CHOSEN = "chosen"
#: The text size from which on a dialog has little room, and the list's part of what there is.
LARGE, LIST_STRETCH = 150, 3
_ROWS, _FEW, _LOWEST, _USUAL = 5, 3, 44, 260


class OfferedDialog(ReasonedDialog):
    """The best is chosen already, so that Enter is enough; arrows and digits choose another."""

    def __init__(
        self, desk: Desk, title: str, form: Form, send: Send, *, parent: QWidget | None = None
    ) -> None:
        self.desk = desk
        self.about = plain("", "strong")
        self.list = EntriesList(_("Offers, the best first"), at_once=False)
        self.nobody = plain(_("Nobody can be offered here."), "secondary")
        self.why = PostedReason(desk, form)
        super().__init__(title, form, send, parent=parent)
        self.column.insertWidget(0, self.about)
        self.column.insertWidget(1, self.list, LIST_STRETCH)
        self.column.insertWidget(2, self.nobody)
        self.column.setStretch(self.column.indexOf(self.area), 0)
        # With large text there is room for the best one and some of the next; the rest scrolls.
        rows = _ROWS if scale() < LARGE else _FEW
        self.list.setMinimumHeight(self.fontMetrics().height() * rows + px(8))
        self.list.picked.connect(self.look)

    def show_lines(self, lines: Sequence[EntryLine]) -> None:
        """Show the offers; the first that suits is chosen, and the keyboard is on it."""
        self.list.show_lines(lines)
        self.list.choose()
        self.list.setVisible(bool(lines))
        self.nobody.setVisible(not lines)
        self.list.setFocus()
        self.look()

    def look(self) -> None:
        """Another one is chosen: say what would come of it, and whether it can be."""
        line = self.list.line()
        fits = line is not None and line.fit and line.what is not None
        self.save_button.setEnabled(fits)
        self.save_button.setToolTip("" if fits else _("This cannot be done"))

    def make_room(self) -> None:
        """Fields came or went: give them the room they need, as far as there is some."""
        # What has just been put in knows its size only after this.
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        needed = self.area.sizeHint().height()
        self.area.setMinimumHeight(min(needed, px(_LOWEST if scale() >= LARGE else _USUAL)))
        self.area.updateGeometry()

    @property
    def chosen(self) -> Hashable:
        """What the chosen entry stands for; None where nothing is."""
        line = self.list.line()
        return line.what if line is not None else None

    def accept(self) -> None:
        """Send, if what is chosen suits at all."""
        if self.save_button.isEnabled():
            super().accept()
            if self.result() != QDialog.DialogCode.Accepted:
                # What is said beside a field after a refusal needs a line of its own.
                self.make_room()

    def refused(self, refusal: KnownError) -> None:
        super().refused(refusal)
        if isinstance(refusal, RuleBroken) and any(
            each.severity is Severity.WARNING for each in refusal.problems
        ):
            self.why.ask()

    def typed(self) -> dict[str, Any]:
        return {**super().typed(), CHOSEN: self.chosen}

    def type_in(self, typed: Mapping[str, Any]) -> None:
        chosen = typed.get(CHOSEN)
        self.list.choose(chosen)
        super().type_in(typed)
