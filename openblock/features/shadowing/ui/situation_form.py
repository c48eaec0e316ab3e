"""The fields of one situation: its name, and the hours or the post a shift offers it by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from openblock.features.shadowing.rules.content import SituationContent, SituationKind
from openblock.features.shadowing.words import situation_kinds, situation_name
from openblock.i18n import _
from openblock.ui.forms import Choice, Field, Form, TextEdit, TimeEdit
from openblock.ui.theme import px

_LONGEST = 60


class SituationForm(Form):
    """Only what its kind needs is shown; an empty name lets a usual one name itself."""

    def __init__(self) -> None:
        name = TextEdit()
        name.setMaxLength(_LONGEST * 4)
        super().__init__(
            (
                Field("name", _("Name"), name),
                Field("kind", _("Offered by"), Choice(situation_kinds())),
                Field("times", _("When"), _Times()),
                Field("post", _("Post"), TextEdit(), hint=_("as it stands on the officer's card")),
            )
        )
        self._code = ""
        self.fields["kind"].edited.connect(self._show_kind)
        self.show_content(None)

    def show_content(self, content: SituationContent | None) -> None:
        """Fill in one situation; None: nothing is chosen."""
        self.setEnabled(content is not None)
        shown = content or SituationContent(SituationKind.CHANCE)
        self._code = shown.code
        blocked = self.blockSignals(True)
        self.fill(
            {
                "name": shown.name,
                "kind": shown.kind,
                "times": (shown.from_minute, shown.to_minute),
                "post": shown.post,
            }
        )
        self.blockSignals(blocked)
        usual = situation_name(SituationContent(shown.kind, shown.code)) if shown.code else ""
        self.fields["name"].editor.setPlaceholderText(usual)
        self._show_kind()

    def content(self) -> SituationContent | None:
        """What stands in the fields; None while it cannot be read."""
        values = self.values()
        if values["kind"] is None or self.unread():
            return None
        timed = values["kind"] is SituationKind.TIME
        first, last = values["times"] if timed and values["times"] else (0, 0)
        post = values["post"] if values["kind"] is SituationKind.POST else ""
        return SituationContent(values["kind"], self._code, values["name"], first, last, post)

    def unread(self) -> str:
        """Why the times are none."""
        if self.fields["kind"].value() is not SituationKind.TIME:
            return ""
        said: str = self.fields["times"].editor.unread()
        return said

    def focus_first(self) -> None:
        """The keyboard goes to the name."""
        self.fields["name"].setFocus()

    def _show_kind(self) -> None:
        kind = self.fields["kind"].value()
        self.show_field("times", kind is SituationKind.TIME)
        self.show_field("post", kind is SituationKind.POST)


class _Times(QWidget):
    """Two times of the day, such as those of a count; the value is minutes of the day."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = TimeEdit(), TimeEdit()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        for part in (self.first, QLabel("\N{EN DASH}"), self.last):
            line.addWidget(part)
        line.addStretch(1)
        for edit, name in ((self.first, _("From")), (self.last, _("To"))):
            edit.setMaximumWidth(px(72))
            edit.setAccessibleName(name)
            edit.edited.connect(self.edited)
        self.setFocusProxy(self.first)

    def value(self) -> tuple[int, int] | None:
        first, last = self.first.value(), self.last.value()
        return None if first is None or last is None else (first, last)

    def set_value(self, value: tuple[int, int] | None) -> None:
        first, last = value or (None, None)
        self.first.set_value(first)
        self.last.set_value(last)

    def unread(self) -> str:
        said = self.first.unread() or self.last.unread()
        if not said and self.value() is None:
            return _("Type both times: 06:45 and 07:00")
        return said
