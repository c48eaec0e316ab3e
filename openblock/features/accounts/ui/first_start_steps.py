"""The steps of the first start: what each asks, and what it says of an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from openblock.errors import Problem, RuleBroken
from openblock.features.accounts import rules
from openblock.features.accounts.rules import settings
from openblock.features.accounts.ui.new_password_form import NewPasswordForm
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.i18n import _
from openblock.ui.forms import Field, Form, TextEdit, TimeEdit
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.theme import px


class FolderEdit(QWidget):
    """A folder, typed or picked."""

    edited = Signal()

    def __init__(self, value: str = "") -> None:
        super().__init__()
        self._line = QLineEdit(value)
        self._line.textChanged.connect(self.edited)
        self._pick = QToolButton()
        self._pick.setIcon(icon("open"))
        self._pick.setIconSize(QSize(px(16), px(16)))
        self._pick.setToolTip(_("Pick a folder"))
        self._pick.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self._line, 1)
        row.addWidget(self._pick)
        self.setFocusProxy(self._line)

    def value(self) -> str:
        return self._line.text().strip()

    def set_value(self, value: str) -> None:
        self._line.setText(value)

    def unread(self) -> str:
        """A folder that is not there may be on a disk that is not connected: said, not refused."""
        return ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        pick = _("Pick a folder")
        self._pick.setAccessibleName(f"{name}: {pick}")

    def setPlaceholderText(self, text: str) -> None:
        self._line.setPlaceholderText(text)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Pick a folder"), self.value())
        if chosen:
            self.set_value(chosen)


class Step(Pane):
    """One page of the wizard; :meth:`problems` is asked before the next one opens."""

    done = Signal()
    left = Signal()

    def __init__(self, title: str, explanation: str, form: Form | None) -> None:
        super().__init__()
        self.title = title
        self.form = form
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(sentence(title, "name"))
        self.column.addWidget(sentence(explanation))
        self.column.addSpacing(px(6))
        if form is not None:
            self.column.addWidget(form)
            self.setFocusProxy(next(iter(form.fields.values())))
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the fields."""
        return self.form.values() if self.form else {}

    def fill(self, typed: dict[str, Any]) -> None:
        """Put back what was typed before the page was made anew."""
        for form in self.findChildren(Form):
            known = {key: typed[key] for key in form.fields if typed.get(key) is not None}
            form.fill(known)

    def confirm(self) -> None:
        """Enter goes on."""
        self.done.emit()

    def leave(self) -> None:
        """Esc goes back."""
        self.left.emit()

    def problems(self) -> tuple[Problem, ...]:
        """Everything that stops the next step."""
        return ()

    def accepts(self) -> bool:
        """Say what is wrong beside its field; True when nothing is."""
        if self.form is not None and not self.form.check():
            return False
        found = self.problems()
        self.say([])
        if found:
            self.refuse(RuleBroken(*found), self.form)
        return not found


class WelcomeStep(Step):
    """A new block, the demonstration, or a file there already is."""

    def __init__(
        self,
        begin: Callable[[], None],
        demonstration: Callable[[], None] | None,
        open_other: Callable[[], None] | None,
        restore: Callable[[], None] | None,
    ) -> None:
        super().__init__(
            _("Welcome to OpenBlock"),
            _("There is no block on this computer yet. The language can be changed below."),
            None,
        )
        ways = (
            (_("Set up this block"), begin, "primary"),
            (_("Look at the demonstration block"), demonstration, ""),
            (_("Open a block that already exists"), open_other, ""),
            (_("Restore a backup"), restore, ""),
        )
        self.ways = []
        for text, act, kind in ways:
            if act is None:
                continue
            way = button(text, kind)
            way.setMinimumHeight(px(36))
            way.clicked.connect(act)
            self.column.insertWidget(self.column.count() - 1, way)
            self.ways.append(way)
        self.setFocusProxy(self.ways[0])

    def confirm(self) -> None:
        """Enter takes the first way."""
        self.ways[0].click()


class BlockStep(Step):
    """Name of the block and when its shifts change."""

    def __init__(self, path: Path) -> None:
        form = Form(above=True)
        form.add(Field("block_name", _("Name of the block"), TextEdit(), needed=True))
        start = TimeEdit(int(settings.DEFAULTS["shift_start"]))
        form.add(Field("shift_start", _("The shift starts at"), start, needed=True))
        super().__init__(
            _("The block"),
            _("The name stands on every sheet. The encrypted file will be {path}.").format(
                path=path
            ),
            form,
        )

    def problems(self) -> tuple[Problem, ...]:
        return _setting_problems(self.values())


class BackupStep(Step):
    """Where the copies go."""

    def __init__(self, usual: Path) -> None:
        form = Form(above=True)
        first = FolderEdit(str(usual))
        form.add(Field("backup_folder", _("Backup place"), first, needed=True))
        second = Field(
            "second_backup_folder",
            _("Second place, best on another disk (may be left empty)"),
            FolderEdit(),
        )
        form.add(second)
        super().__init__(
            _("Backups"),
            _("A copy is made when the programme closes and every 30 minutes; it stays encrypted."),
            form,
        )

    def problems(self) -> tuple[Problem, ...]:
        values = self.values()
        found = list(_setting_problems(values))
        for key, folder in values.items():
            if folder and not _can_be_made(Path(folder)):
                facts = {"folder": folder}
                found.append(Problem("folder-missing", facts=facts, field=key))
        if values["second_backup_folder"] and len(set(map(_resolved, values.values()))) == 1:
            found.append(Problem("folders-equal", field="second_backup_folder"))
        return tuple(found)


class AdministratorStep(Step):
    """The first person who may sign in."""

    def __init__(self) -> None:
        name = Field("name", _("Surname and given name"), TextEdit(), needed=True)
        self.names = Form((name,), above=True)
        super().__init__(
            _("The first administrator"),
            _("Adds the other officers, gives new passwords, changes the settings."),
            self.names,
        )
        self.passwords = NewPasswordForm()
        self.column.insertWidget(self.column.indexOf(self.names) + 1, self.passwords)
        name.edited.connect(self._tell_name)

    def values(self) -> dict[str, Any]:
        return {**self.names.values(), **self.passwords.values()}

    def accepts(self) -> bool:
        name = rules.tidy_name(str(self.names.fields["name"].value()))
        form = self.passwords
        self.names.show_problems(rules.name_problems(name), words)
        bad = rules.password_problems(form.password, form.again, name)
        form.show_problems(bad, words)
        if rules.name_problems(name):
            self.names.fields["name"].setFocus()
        return not bad and not rules.name_problems(name)

    def _tell_name(self) -> None:
        self.passwords.name = str(self.names.fields["name"].value())


def _setting_problems(values: dict[str, Any]) -> tuple[Problem, ...]:
    return tuple(
        problem
        for key, value in values.items()
        for problem in settings.setting_problems(key, settings.tidy_value(key, value))
    )


def _can_be_made(folder: Path) -> bool:
    return folder.is_absolute() and (folder.is_dir() or folder.parent.is_dir())


def _resolved(folder: str) -> Path:
    return Path(folder).resolve()
