"""The block's settings: each with its unit, its default and where that comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts import commands, queries
from openblock.features.accounts.queries import StoredSetting
from openblock.features.accounts.rules import settings
from openblock.features.accounts.rules.settings import Kind, Setting
from openblock.features.accounts.session import change_block_setting
from openblock.features.accounts.ui.dialog import AccountsDialog
from openblock.features.accounts.ui.door_frame import LARGE_TEXT
from openblock.features.accounts.ui.first_start_steps import FolderEdit
from openblock.features.accounts.ui.pane import Pane, button
from openblock.features.accounts.ui.setting_words import (
    choice_words,
    default_words,
    headings,
    setting_words,
    yes_words,
    zero_words,
)
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import (
    Choice,
    DegreesEdit,
    Field,
    Form,
    NumberEdit,
    TextEdit,
    TimeEdit,
    YesNo,
    labelled,
)
from openblock.ui.theme import px, scale

_NUMBERS = frozenset({Kind.HOURS, Kind.DAYS, Kind.YEARS, Kind.MINUTES, Kind.COUNT})


class SettingsDialog(AccountsDialog):
    """Saves each changed setting as a change of its own, so that the log names old and new."""

    draft_form = "accounts.settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Settings of the block"), QSize(520, 560), parent)
        self._stored: dict[str, StoredSetting] = {}
        self.form = Form(above=True)
        over = headings()
        for key, setting in settings.SETTINGS.items():
            if key in over:
                self.form.add_widget(_heading(over[key]))
            self.form.add(Field(key, setting_words(key), _editor(setting)))
            label = self.form.fields[key].label
            # A form gives a wrapping label little room; only large text needs the second line.
            label.setWordWrap(scale() >= LARGE_TEXT)
            if hint := default_words(setting):
                self.form.fields[key].editor.setToolTip(hint)
                label.setText(f"{setting_words(key)}  ·  {hint}")
        self._pane = _SettingsPane(self)
        self.refusal = self._pane.refusal
        self._lay_out()
        self._read()

    def save(self) -> None:
        """Save what was changed; nothing is saved while anything is wrong."""
        self._pane.say([])
        changed = self.changed()
        problems = [
            problem
            for key, value in changed.items()
            for problem in settings.setting_problems(key, settings.tidy_value(key, value))
        ]
        if not self.form.check():
            return
        if problems:
            self._pane.refuse(RuleBroken(*problems), self.form)
            return
        try:
            for key, value in changed.items():
                self._save_one(commands.ChangeSetting(key, value, self._stored[key].version))
        except KnownError as refusal:
            self._pane.refuse(refusal, self.form)
            return
        self.accept()

    def _save_one(self, request: commands.ChangeSetting) -> None:
        said = _("Changed: {name}").format(name=setting_words(request.key))
        if request.key == "list_names":
            # Written into the key file too, which undo does not reach.
            change_block_setting(self.desk.store, request)
            self.desk.say(said)
        else:
            self.desk.attempt(commands.change_setting, request, said)

    def changed(self) -> dict[str, Any]:
        """The values that differ from those stored, by key; an unreadable one is None."""
        return {
            key: field.value()
            for key, field in self.form.fields.items()
            if field.value() != self._stored[key].value
        }

    def draft(self) -> dict[str, Any]:
        return {key: value for key, value in self.changed().items() if value is not None}

    def _read(self) -> None:
        stored = self.desk.read(queries.setting_rows)
        self._stored = {each.key: each for each in stored}
        self.form.fill({each.key: each.value for each in stored} | self.kept_draft())

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setProperty("kind", "page")
        self.form.setContentsMargins(0, 0, px(8), 0)
        scroll.setWidget(self.form)
        save = button(_("Save"), "primary")
        save.clicked.connect(self.save)
        leave = button(_("Leave"))
        leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(leave)
        line.addStretch(1)
        line.addWidget(save)
        self._pane.column.addWidget(scroll, 1)
        self._pane.column.addWidget(self.refusal)
        self._pane.column.addLayout(line)
        self.column.addWidget(self._pane)
        self.form.fields["block_name"].setFocus()


class _SettingsPane(Pane):
    def __init__(self, dialog: SettingsDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self.column.setContentsMargins(0, 0, 0, 0)

    def confirm(self) -> None:
        self._dialog.save()

    def leave(self) -> None:
        self._dialog.reject()


def _heading(words: str) -> QLabel:
    made = labelled(words, "strong")
    made.setContentsMargins(0, px(8), 0, 0)
    return made


def _editor(setting: Setting) -> Any:
    if setting.kind in _NUMBERS:
        number = NumberEdit(int(setting.default), setting.lowest, setting.highest)
        number.setSpecialValueText(zero_words(setting.key))
        return number
    if setting.kind is Kind.CHOICE:
        return Choice([(each, choice_words(each)) for each in setting.choices])
    if setting.kind is Kind.YES_NO:
        return YesNo(yes_words(setting.key))
    return _LINES[setting.kind]()


_LINES: Mapping[Kind, Callable[[], Any]] = {
    Kind.TEXT: TextEdit,
    Kind.FOLDER: FolderEdit,
    Kind.TIME_OF_DAY: TimeEdit,
    Kind.DEGREES: DegreesEdit,
}
