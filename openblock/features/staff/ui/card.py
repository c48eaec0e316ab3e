"""An officer's card: seen and edited in one place, with every problem beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.staff.commands import AddOfficer, ChangeOfficer
from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.rules import FIELDS, Bearers, OfficerContent, cleaned, problems_of
from openblock.features.staff.ui.fields import (
    ANOTHER_PERSON,
    officer_fields,
    scrolling,
    team_options,
)
from openblock.features.staff.ui.heading import CardHeading
from openblock.features.staff.ui.versions import BothVersions
from openblock.i18n import _
from openblock.ui.forms import Form
from openblock.ui.icons import icon
from openblock.ui.message_bar import MessageBar
from openblock.ui.messages import words
from openblock.ui.theme import px

Save = Callable[[AddOfficer | ChangeOfficer], None]
Reread = Callable[[int], OfficerRow | None]


class OfficerCard(QFrame):
    """Shows one officer or an empty form; ``save`` sends the request or raises KnownError.

    ``reread`` gives an officer as stored now. A refusal leaves everything typed where it is. A
    save that met another's newer version shows both and lets the officer choose (SEC-09).
    """

    #: The form was saved, or left: the list may be used again.
    left = Signal()
    edited = Signal()

    def __init__(
        self, save: Save, reread: Reread, *, may_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._save = save
        self._reread = reread
        self._may_change = may_change
        self._row: OfficerRow | None = None
        self._bearers = Bearers(())
        self._start: dict[str, Any] = {}
        self._touched: set[str] = set()
        self.heading = CardHeading()
        self.messages = MessageBar()
        self.versions = BothVersions()
        self.form = Form(officer_fields(()))
        self.save_button = QPushButton(_("Save"))
        self.leave_button = QPushButton(_("Do not save"))
        self._dress()
        self._lay_out()
        self._listen()
        self.clear()

    # What is shown

    @property
    def shown(self) -> OfficerRow | None:
        """The stored officer shown; None for a new one and for the empty card."""
        return self._row

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return bool(self._start) and self.form.values() != self._start

    @property
    def adding(self) -> bool:
        """Whether the form is for a new officer."""
        return bool(self._start) and self._row is None

    def know(self, rows: Sequence[OfficerRow]) -> None:
        """Learn who bears which badge and name, and which teams there are."""
        self._bearers = Bearers((row.officer_id, row.content) for row in rows)
        self.form.blockSignals(True)
        self.form.fields["team"].editor.set_options(team_options(rows))
        self.form.blockSignals(False)

    def clear(self) -> None:
        """Show nobody."""
        self._row = None
        self._start = {}
        self.heading.show_nobody()
        self._show_parts(shown=False)

    def show_officer(self, row: OfficerRow) -> None:
        """Show ``row``; what was typed before is forgotten."""
        self._row = row
        self.heading.show_officer(row, clock.today())
        self._fill({name: getattr(row, name) for name in FIELDS})

    def start_new(self, team: int | None = None) -> None:
        """Show an empty form for a new officer who serves from today."""
        self._row = None
        self.heading.show_new()
        blank = OfficerContent("", "", "", clock.today(), team=team)
        self._fill({name: getattr(blank, name) for name in FIELDS})
        self.form.fields["badge"].setFocus()

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.form.fields["badge"].setFocus()

    def typed(self) -> dict[str, Any]:
        """What stands in the fields."""
        return self.form.values()

    def type_in(self, values: Mapping[str, Any]) -> None:
        """Put back what was typed before a lock."""
        self.form.fill({name: values[name] for name in self.form.fields if name in values})

    def _fill(self, values: dict[str, Any]) -> None:
        self._show_parts(shown=True)
        self._touched.clear()
        self.messages.clear()
        self.versions.hide()
        self._start = {}
        self.form.fill({**values, ANOTHER_PERSON: False})
        for field in self.form.fields.values():
            field.say("")
        self._start = self.form.values()
        self._look()

    # Saving and leaving

    def save(self) -> bool:
        """Send what is typed; False when it was refused, and then the form says why."""
        if not self._start or not self._may_change:
            return False
        self._touched.update(self.form.fields)
        if not self.form.check() or self._look(focus=True):
            return False
        version = self._row.version if self._row else 0
        return self._send(version)

    def _send(self, version: int) -> bool:
        content, known = self._content(), bool(self.form.fields[ANOTHER_PERSON].value())
        request: AddOfficer | ChangeOfficer = (
            ChangeOfficer(self._row.officer_id, version, content, known)
            if self._row
            else AddOfficer(content, known)
        )
        try:
            self._save(request)
        except KnownError as refusal:
            self._show_refusal(refusal)
            return False
        self._start = self.form.values()
        self._look()
        self.left.emit()
        return True

    def leave(self) -> None:
        """Forget what was typed."""
        if self._row is not None:
            self.show_officer(self._row)
        else:
            self.clear()
        self.left.emit()

    def _content(self) -> OfficerContent:
        typed = self.form.values()
        return cleaned(OfficerContent(**{name: typed[name] for name in FIELDS}))

    # Problems

    def _look(self, *, focus: bool = False) -> bool:
        """Say every problem beside its field; True when one of them stops saving."""
        found = self._problems()
        sayable = [each for each in found if each.code != "text-missing"]
        missing = [each for each in found if each.code == "text-missing"]
        sayable += [each for each in missing if each.field in self._touched]
        alike = any(each.code == "officer-same-name" for each in found)
        self.form.show_field(ANOTHER_PERSON, alike)
        self._say(sayable)
        stops = [each for each in found if each.severity is not Severity.INFORMATION]
        if focus and stops:
            self.form.fields[stops[0].field].setFocus()
        self.save_button.setEnabled(self.dirty)
        self.leave_button.setEnabled(self.dirty or self.adding)
        return bool(stops)

    def _problems(self) -> list[Problem]:
        if not self._start or self.form.fields["active_from"].value() is None:
            return []
        content, owner = self._content(), self._row.officer_id if self._row else None
        accepted = self.form.fields[ANOTHER_PERSON].value() or (
            self._row is not None and self._row.content.name == content.name
        )
        return [
            each
            for each in (*problems_of(content), *self._bearers.clashes(owner, content))
            if each.severity is not Severity.WARNING or not accepted
        ]

    def _say(self, found: Sequence[Problem]) -> None:
        for name, field in self.form.fields.items():
            own = [each for each in found if each.field == name]
            said = field.editor.unread() or "\n".join(words(each) for each in own)
            errors = not own or any(each.severity is Severity.ERROR for each in own)
            if field.problem() != said:
                field.say(said, Severity.ERROR if errors else Severity.WARNING)

    def _show_refusal(self, refusal: KnownError) -> None:
        if isinstance(refusal, RuleBroken):
            others = self.form.show_problems(refusal.problems, words)
            alike = any(each.code == "officer-same-name" for each in refusal.problems)
            self.form.show_field(ANOTHER_PERSON, alike)
            if others:
                self.messages.refuse(RuleBroken(*others))
        elif refusal.code == "changed-meanwhile":
            fresh = self._reread(self._row.officer_id) if self._row else None
            if fresh is not None:
                self.versions.compare(self._content(), fresh, words(refusal))
        else:
            self.messages.refuse(refusal)

    def _typed_in(self) -> None:
        # Filling in is not typing: nothing is checked until the form is whole.
        if self._start:
            self._touched.update(
                name for name, value in self.form.values().items() if value != self._start[name]
            )
            self._look()
            self.edited.emit()

    # Looks

    def _dress(self) -> None:
        self.save_button.setIcon(icon("save", "onaccent"))
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip(_("Save (Enter)"))
        self.leave_button.setToolTip(_("Leave without saving (Esc)"))
        for field in self.form.fields.values():
            field.editor.setEnabled(self._may_change)
        self.save_button.setVisible(self._may_change)
        self.leave_button.setVisible(self._may_change)

    def _lay_out(self) -> None:
        self.area = scrolling(self.form)
        self.buttons = QWidget()
        line = QHBoxLayout(self.buttons)
        line.setContentsMargins(px(16), px(8), px(16), px(12))
        line.addStretch(1)
        line.addWidget(self.leave_button)
        line.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heading, self.messages, self.versions):
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        column.addWidget(self.buttons)
        # Where there is no form, the heading stays at the top.
        column.addStretch(0)

    def _show_parts(self, *, shown: bool) -> None:
        self.area.setVisible(shown)
        self.buttons.setVisible(shown and self._may_change)
        self.messages.clear()
        self.versions.hide()

    def _listen(self) -> None:
        self.form.edited.connect(self._typed_in)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.leave)
        self.versions.mine.connect(self._send)
        self.versions.theirs.connect(self.show_officer)
        for keys, act in ((("Return", "Enter"), self.save), (("Esc",), self.leave)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
