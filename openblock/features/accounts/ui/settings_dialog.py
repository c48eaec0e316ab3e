"""The block's settings: each with its unit, its default and where that comes from."""

from __future__ import annotations

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
from openblock.i18n import _, format_minute, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form, NumberEdit, TextEdit, TimeEdit, YesNo, labelled
from openblock.ui.theme import px, scale


def setting_words(key: str) -> str:
    """What the setting is called on the screen."""
    return {
        "block_name": _("Name of the block"),
        "shift_start": _("The shift starts at"),
        "night_from": _("Night hours count from"),
        "night_to": _("Night hours count until"),
        "idle_minutes": _("Lock after so many idle minutes"),
        "list_names": _("Names on the sign-in page"),
        "backup_folder": _("Backup place"),
        "second_backup_folder": _("Second backup place"),
        "personal_code_check": _("A wrong check digit of a personal code"),
        "minimum_age": _("Youngest age at admission"),
        "retention_years": _("Data of residents are kept after they left"),
        "keep_apart_section": _("Kept apart, but in one section or building"),
        "decision_required": _("Decision of the placement commission"),
        "most_future_days": _("Moves are planned ahead at most"),
        "backdate_hours": _("Moves are entered late at most"),
        "hold_hours": _("A bed is held for"),
        "shadow_shortest_hours": _("Shortest practice shift"),
        "shadow_longest_hours": _("Longest practice in a row"),
        "shadow_most_per_mentor": _("Trainees beside one mentor at most"),
        "shadow_most_per_block": _("Trainees in the block at most"),
        "shadow_rest_hours": _("Rest before and after practice"),
        "shadow_weekly_rest_hours": _("Free hours in a row within seven days"),
        "shadow_week_hours": _("Practice and classes in a week at most"),
        "shadow_confirm_days": _("Mentors confirm hours within"),
        "shadow_warn_days": _("Missing hours are warned of before the course ends"),
        "shadow_deduct_breaks": _("Breaks in practice shifts"),
    }[key]


def headings() -> dict[str, str]:
    """What stands over the settings, by the key of the first one beneath it."""
    return {
        "block_name": _("The block"),
        "personal_code_check": _("Residents and rooms"),
        "shadow_shortest_hours": _("Practice"),
    }


def choice_words(value: str) -> str:
    """What a value to choose from is called."""
    return {
        "warn": _("warns"),
        "error": _("is refused"),
        "off": _("is not looked at"),
    }[value]


def default_words(setting: Setting) -> str:
    """The default with its unit, and the rule it comes from: Default 5 minutes (SEC-06)."""
    if setting.kind is Kind.TIME_OF_DAY:
        value = format_minute(int(setting.default))
    elif setting.kind is Kind.MINUTES:
        value = n_("{number} minute", "{number} minutes", int(setting.default))
    elif setting.kind in _UNITS:
        value = _counted(setting.kind, int(setting.default))
    elif setting.kind is Kind.CHOICE:
        value = choice_words(str(setting.default))
    elif setting.kind is Kind.YES_NO:
        value = _("yes") if setting.default else _("no")
    else:
        value = str(setting.default)
    if not value:
        return ""
    if setting.source == "own":
        return _("Default: {value}").format(value=value)
    return _("Default: {value} ({source})").format(value=value, source=setting.source)


_UNITS = frozenset({Kind.HOURS, Kind.DAYS, Kind.YEARS})
_NUMBERS = _UNITS | {Kind.MINUTES, Kind.COUNT}


def _counted(kind: Kind, number: int) -> str:
    if kind is Kind.HOURS:
        return n_("{number} hour", "{number} hours", number)
    if kind is Kind.DAYS:
        return n_("{number} day", "{number} days", number)
    return n_("{number} year", "{number} years", number)


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
    if setting.kind is Kind.TIME_OF_DAY:
        return TimeEdit()
    if setting.kind in _NUMBERS:
        return NumberEdit(int(setting.default), setting.lowest, setting.highest)
    if setting.kind is Kind.CHOICE:
        return Choice([(each, choice_words(each)) for each in setting.choices])
    if setting.kind is Kind.YES_NO:
        return YesNo(_yes_words(setting.key))
    if setting.kind is Kind.FOLDER:
        return FolderEdit()
    return TextEdit()


def _yes_words(key: str) -> str:
    if key == "decision_required":
        return _("No move without the number of a decision")
    if key == "shadow_deduct_breaks":
        return _("Half an hour off every shift of more than 6 hours")
    return _("List the names of those who may sign in")
