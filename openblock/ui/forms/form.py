"""A form: one column of labelled fields, each with its problem in words beneath the editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from openblock.errors import Problem, Severity
from openblock.i18n import p_
from openblock.ui.theme import px


def labelled(text: str, kind: str = "") -> QLabel:
    """A label of one of the style sheet's kinds: title secondary hint strong problem badge."""
    made = QLabel(text)
    if kind:
        made.setProperty("kind", kind)
    return made


class Field(QWidget):
    """An editor with the line that says what is wrong with it; takes no room when all is well."""

    edited = Signal()

    def __init__(
        self, name: str, label: str, editor: Any, *, needed: bool = False, hint: str = ""
    ) -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self.needed = needed
        self.label = labelled(label, "field")
        self.label.setBuddy(editor)
        editor.setAccessibleName(label)
        if hint:
            editor.setToolTip(hint)
            if hasattr(editor, "setPlaceholderText"):
                editor.setPlaceholderText(hint)
        self._line = labelled("", "problem")
        self._line.setWordWrap(True)
        # Names are shown as they were typed, <b> and all.
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(editor)
        column.addWidget(self._line)
        self.setFocusProxy(editor)
        editor.edited.connect(self._look_again)

    def value(self) -> Any:
        """What the editor holds; None when it cannot be read."""
        return self.editor.value()

    def set_value(self, value: Any) -> None:
        """Fill the editor in."""
        self.editor.set_value(value)

    def problem(self) -> str:
        """The words shown beneath the editor, empty when there are none."""
        return self._line.text()

    def say(self, words: str, severity: Severity = Severity.ERROR) -> None:
        """Show ``words`` beneath the editor; empty words take the line away."""
        self._line.setText(words)
        self._line.setVisible(bool(words))
        kind = "problem" if severity == Severity.ERROR else "warning"
        _restyle(self._line, "kind", kind)
        _restyle(self.editor, "problem", "true" if words else "false")
        self.editor.setAccessibleDescription(words)

    def check(self) -> bool:
        """Say what cannot be read or is missing; True when the field can be sent."""
        words = self.editor.unread()
        if not words and self.needed and self.value() in (None, ""):
            words = p_("field left empty", "Needed")
        self.say(words)
        return not words

    def _look_again(self) -> None:
        # While typing, only what cannot be read is said: "Needed" would shout at an empty form.
        self.say(self.editor.unread())
        self.edited.emit()


def _restyle(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Form(QWidget):
    """Fields in one column; knows how to show a refusal's problems beside the fields they name."""

    edited = Signal()

    def __init__(self, fields: Iterable[Field] = (), *, above: bool = False) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(px(8))
        self._layout.setHorizontalSpacing(px(12))
        grow = QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow
        self._layout.setFieldGrowthPolicy(grow)
        if above:
            self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field in fields:
            self.add(field)

    def add(self, field: Field) -> Field:
        """Put ``field`` at the end."""
        self.fields[field.name] = field
        self._layout.addRow(field.label, field)
        field.edited.connect(self.edited)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Put ``widget`` over the whole width at the end."""
        self._layout.addRow(widget)

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field together with its label."""
        self._layout.setRowVisible(self.fields[name], shown)

    def values(self) -> dict[str, Any]:
        """Every field's value by its name."""
        return {name: field.value() for name, field in self.fields.items()}

    def fill(self, values: dict[str, Any]) -> None:
        """Fill in the fields named in ``values``."""
        for name, value in values.items():
            self.fields[name].set_value(value)

    def check(self) -> bool:
        """Check every field; the first with a problem gets the focus. True when all can be sent."""
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def show_problems(
        self, problems: Iterable[Problem], words: Callable[[Problem], str]
    ) -> tuple[Problem, ...]:
        """Show each problem beside the field it names; returns those that name no field here."""
        spoken: dict[str, list[str]] = {}
        worst: dict[str, Severity] = {}
        others = []
        for problem in problems:
            if problem.field not in self.fields:
                others.append(problem)
                continue
            spoken.setdefault(problem.field, []).append(words(problem))
            if worst.get(problem.field) != Severity.ERROR:
                worst[problem.field] = problem.severity
        for name, field in self.fields.items():
            field.say("\n".join(spoken.get(name, [])), worst.get(name, Severity.ERROR))
        if spoken:
            self.fields[next(name for name in self.fields if name in spoken)].setFocus()
        return tuple(others)
