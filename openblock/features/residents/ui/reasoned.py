"""A dialog around one form that asks for a reason when what is sent meets a warning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.residents.ui.drafts import Half, HalfTyped
from openblock.i18n import _
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.forms.dialog import FormDialog, Send
from openblock.ui.theme import on_screen, px, scale

REASON = "reason"
_LARGE = 150


class ReasonedDialog(FormDialog):
    """The reason's field shows itself after a warning; it goes out with the rest as "reason".

    What is half typed when the window locks is kept, once :meth:`keep_in` was told where.
    """

    #: Under which name a half typed form is found again; empty: it is not worth keeping.
    draft_form = ""

    def __init__(
        self,
        title: str,
        form: Form,
        send: Send,
        *,
        save: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._warned = False
        self._send_typed = send
        self._half: HalfTyped | None = None
        self._about: tuple[int | None, int | None] = (None, None)
        self._start: dict[str, Any] = {}
        self._locked = False
        self._asking = None if REASON in form.fields else _Asking(form)
        super().__init__(title, form, self._try, save=save, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = self._own_column()
        place = self.column.indexOf(form)
        self.area = _scrolling(form)
        self.column.insertWidget(place, self.area, 1)
        if self._asking is not None:
            self.put_below(self._asking)
        # Enter saves from any field, so the keyboard need not stand on the button.
        next(iter(form.fields.values())).setFocus()

    def put_below(self, widget: QWidget) -> None:
        """Show ``widget`` under the form."""
        self.column.insertWidget(self.column.indexOf(self.area) + 1, widget)

    def _own_column(self) -> QVBoxLayout:
        """The dialog's column, whose empty room the form is to have."""
        column = self.layout()
        if not isinstance(column, QVBoxLayout):
            raise TypeError(column)
        for place in reversed(range(column.count())):
            item = column.itemAt(place)
            if item is not None and item.spacerItem() is not None:
                column.takeAt(place)
        return column

    def fit(self, width: int, height: int) -> None:
        """Be as large as drawn at 100 %, but never past the screen."""
        self.resize(on_screen(width, height))

    def typed(self) -> dict[str, Any]:
        """What stands in the fields."""
        return self.form.values()

    def keep_in(
        self, half: HalfTyped, resident_id: int | None, subject_id: int | None = None
    ) -> None:
        """From now on what is typed survives a lock in ``half``; what stands there is no draft."""
        self._half = half
        self._about = (resident_id, subject_id)
        self._start = self.typed()

    def type_in(self, typed: Mapping[str, Any]) -> None:
        """Put back what was half typed before a lock."""
        self.form.fill({name: typed[name] for name in self.form.fields if name in typed})
        if typed.get(REASON):
            self._ask()

    def keep_draft(self) -> None:
        """The window locks: keep what is typed and not sent."""
        self._locked = True
        if self._half is not None and self.draft_form and self.typed() != self._start:
            resident_id, subject_id = self._about
            self._half.keep(Half(self.draft_form, resident_id, self.typed(), subject_id))

    def done(self, result: int) -> None:
        """Close; a draft is needed no more unless the lock closes the form."""
        super().done(result)
        if self._half is not None and not self._locked:
            self._half.forget()

    def accept(self) -> None:
        """Send; a warning alone leaves the keyboard where its reason is asked for."""
        super().accept()
        if self.result() != QDialog.DialogCode.Accepted and self._warned:
            reason = self.form.fields[REASON]
            if reason.value():
                # Asked for a second time, for what was typed is too short.
                reason.say(_("Give a reason, five characters or more."))
            reason.setFocus()

    def _try(self, values: dict[str, Any]) -> object:
        self._warned = False
        try:
            return self._send_typed(values)
        except RuleBroken as refusal:
            self._heed(refusal)
            raise
        except KnownError as refusal:
            self.refused(refusal)
            raise

    def refused(self, refusal: KnownError) -> None:
        """What a dialog does beside showing the words of ``refusal``.

        Where somebody else saved meanwhile, theirs is said beside every field that differs; sent
        again, yours goes over it (SEC-09).
        """
        if refusal.code == "changed-meanwhile":
            for name, (value, words) in self.theirs().items():
                field = self.form.fields[name]
                if field.value() != value:
                    said = _("Theirs: {value}").format(value=words or "\N{EN DASH}")
                    field.say(said, Severity.WARNING)

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        """What is stored now by field, as value and in words; from here on it is built upon."""
        return {}

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.show()

    def _heed(self, refusal: RuleBroken) -> None:
        kinds = {each.severity for each in refusal.problems}
        if Severity.WARNING in kinds:
            self._ask()
        self._warned = kinds == {Severity.WARNING}
        self.refused(refusal)


class _Asking(QFrame):
    """The reason's field, under the form and so always in sight; hidden until it is asked for."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        hint = _("At least 5 characters; it is kept with your name")
        field = Field(REASON, _("Reason all the same"), TextEdit(), hint=hint)
        # One of the form's fields in everything but where it stands.
        form.fields[REASON] = field
        field.edited.connect(form.edited)
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(4))
        column.addWidget(field.label)
        column.addWidget(field)
        self.hide()


def _scrolling(form: Form) -> QScrollArea:
    holder = QWidget()
    rows = form.layout()
    if isinstance(rows, QFormLayout) and scale() >= _LARGE:
        # With large text there is no room for a label beside its field.
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 0, px(12), 0)
    inside.addWidget(form)
    inside.addStretch(1)
    area = _Area()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area


class _Area(QScrollArea):
    """Asks for as much room as its form needs, so that only what cannot be shown scrolls."""

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()
