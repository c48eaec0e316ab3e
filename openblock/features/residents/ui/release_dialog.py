"""The release in one step: when and how, all that ends with it in sight, then Enter (RES-09)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.residents.commands import ReleaseResident, release_resident
from openblock.features.residents.queries import OpenMatter, ResidentCard, open_matters, prisons
from openblock.features.residents.rules.content import DischargeKind
from openblock.features.residents.ui.matter_words import matter_words
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.ui.person_dialogs import this_minute
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.residents.ui.stay_fields import prison_options
from openblock.features.residents.words import discharge_kinds
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form, labelled
from openblock.ui.theme import on_screen, px

# Never past the screen, however much ends.
_HIGHEST = 2000


class ReleaseDialog(ReasonedDialog):
    """Shows what ends as the date is typed; Enter ends it all in one transaction."""

    draft_form = "release"

    def __init__(self, desk: Desk, card: ResidentCard, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._card = card
        self._prisons = desk.read(prisons)
        goals = prison_options(self._prisons, clock.today(), None)
        form = Form(
            (
                Field("at", _("When"), MomentEdit(this_minute()), needed=True),
                Field("kind", _("How"), Choice(discharge_kinds(), DischargeKind.RELEASED)),
                Field("transferred_to_id", _("Transferred to"), Choice(goals)),
            )
        )
        title = _("Release: {name}").format(name=card.row.name)
        super().__init__(title, form, self._release, save=_("Release"), parent=parent)
        self.ending = Ending()
        self.put_below(self.ending)
        form.fields["at"].edited.connect(self._look)
        form.fields["kind"].edited.connect(self._show_goal)
        self._show_goal()
        self.fit(560, 360)
        self._look()

    def _look(self) -> None:
        at = self.form.fields["at"].value()
        if at is None:
            return
        number = self._card.row.resident_id
        self._desk.show(lambda: self.ending.show_matters(self._desk.read(open_matters, number, at)))
        self._make_room()
        goal = self.form.fields["transferred_to_id"]
        goal.editor.set_options(prison_options(self._prisons, clock.day_of(at), None))

    def _make_room(self) -> None:
        """Be high enough for all that ends: lines break as the width will have it."""
        layout = self.layout()
        if layout is not None:
            wanted = max(self.height(), layout.totalHeightForWidth(self.width()))
            self.resize(QSize(self.width(), min(wanted, on_screen(0, _HIGHEST).height())))

    def _show_goal(self) -> None:
        transfer = self.form.fields["kind"].value() == DischargeKind.TRANSFERRED
        self.form.show_field("transferred_to_id", shown=transfer)

    def _release(self, values: dict[str, Any]) -> None:
        row, kind = self._card.row, values["kind"]
        transfer = kind == DischargeKind.TRANSFERRED
        request = ReleaseResident(
            resident_id=row.resident_id,
            version=row.version,
            at=values["at"],
            kind=kind,
            transferred_to_id=values["transferred_to_id"] if transfer else None,
            reason=values[REASON],
        )
        self._desk.attempt(release_resident, request, _said(row.name, values, transfer=transfer))


def _said(name: str, values: dict[str, Any], *, transfer: bool) -> str:
    if values["at"] > clock.now():
        return _("Release planned: {name}").format(name=name)
    words = _("Transferred: {name}") if transfer else _("Released: {name}")
    return words.format(name=name)


class Ending(QFrame):
    """The list of what ends; what stands in the way is said first and marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = labelled(_("Ends with the release"), "strong")
        self.lines = QLabel()
        self.stops = labelled("", "problem")
        for label in (self.lines, self.stops):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(6))
        for label in (self.title, self.stops, self.lines):
            column.addWidget(label)

    def show_matters(self, matters: tuple[OpenMatter, ...]) -> None:
        """Show what the release ends, and what has to be settled before it."""
        ends = [_("The stay ends.")]
        ends += [matter_words(each) for each in matters if not each.stops]
        stops = [matter_words(each) for each in matters if each.stops]
        self.lines.setText("\n".join(f"\N{BULLET} {each}" for each in ends))
        first = _("To be settled first:")
        self.stops.setText("\n".join([first, *stops]) if stops else "")
        self.stops.setVisible(bool(stops))
