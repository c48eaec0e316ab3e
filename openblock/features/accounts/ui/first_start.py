"""The first-start wizard: block, backups, first administrator, recovery key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts.session import Entrance, FirstStart, Wanted
from openblock.features.accounts.ui.door_frame import LARGE_TEXT, Card, DoorFacts, DoorFrame
from openblock.features.accounts.ui.first_start_steps import (
    AdministratorStep,
    BackupStep,
    BlockStep,
    Step,
    WelcomeStep,
)
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.features.accounts.ui.recovery_card import RecoveryCard
from openblock.i18n import _, language
from openblock.ui.theme import px, scale
from openblock.ui.window.house import Doorway

MakePdf = Callable[[str], bytes]


class FirstStartPage(DoorFrame):
    """Nothing is made before the last question is answered; Back keeps what was typed."""

    def __init__(
        self,
        entrance: Entrance,
        doorway: Doorway,
        facts: DoorFacts,
        make_pdf: Callable[[str, str], bytes],
        kept: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(doorway, facts)
        self._kept = {} if kept is None else kept
        self._first_start = FirstStart(entrance)
        self._first_start.mend()
        self._make_pdf = make_pdf
        self.block = BlockStep(entrance.path)
        self.backups = BackupStep(entrance.path.parent / "backups")
        self.administrator = AdministratorStep()
        welcome = WelcomeStep(self.forward, facts.demonstration, facts.open_other, facts.restore)
        self.steps: list[Step] = [welcome, self.block, self.backups, self.administrator]
        self.card: RecoveryCard | None = None
        self.pages = QStackedWidget()
        self.pages.setStyleSheet("QStackedWidget { background: transparent; }")
        # The card keeps its height from step to step, where the text leaves room for that.
        self.pages.setMinimumHeight(px(380) if scale() < LARGE_TEXT else 0)
        for step in self.steps:
            self.pages.addWidget(step)
            step.done.connect(self.forward)
            step.left.connect(self.back)
        self._where = sentence("", "hint")
        self._back = button(_("Back"))
        self._next = button(_("Next"), "primary")
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.forward)
        self.put(self._framed())
        self._show(self._fill_in())

    def forward(self) -> None:
        """The next step, unless this one has something to mend."""
        place = self.pages.currentIndex()
        if place >= len(self.steps) or not self.steps[place].accepts():
            return
        if place + 1 < len(self.steps):
            self._show(place + 1)
        else:
            self._make()

    def back(self) -> None:
        """The step before; at the recovery key, what was made aside is dropped again."""
        if self.card is not None:
            self._first_start.abandon()
            self.pages.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
            self._show(len(self.steps) - 1)
        elif self.pages.currentIndex() > 0:
            self._show(self.pages.currentIndex() - 1)

    def tidy(self) -> None:
        """Drop what was made aside, and keep what was typed for the page in another language."""
        self._first_start.abandon()
        place = min(self.pages.currentIndex(), len(self.steps) - 1)
        typed = {key: value for step in self.steps for key, value in step.values().items()}
        self._kept.update(place=place, typed=typed)

    def _fill_in(self) -> int:
        for step in self.steps:
            step.fill(self._kept.get("typed", {}))
        return int(self._kept.pop("place", 0))

    def _make(self) -> None:
        who = self.administrator.values()
        wanted = Wanted(
            name=who["name"],
            password=who["password"],
            again=who["again"],
            language=language(),
            settings={**self.block.values(), **self.backups.values()},
        )
        try:
            key = self._first_start.prepare(wanted)
        except KnownError as refusal:
            self._refuse(self.administrator, refusal)
            return
        name = str(wanted.settings["block_name"])
        self.card = RecoveryCard(key, lambda: self._make_pdf(name, key), _("Finish"))
        self.card.column.setContentsMargins(0, 0, 0, 0)
        self.card.confirmed.connect(self._finish)
        self.card.left.connect(self.back)
        self.pages.addWidget(self.card)
        self._show(len(self.steps))

    def _finish(self) -> None:
        try:
            self._make_folders()
            opened = self._first_start.finish()
        except KnownError as refusal:
            if self.card is not None:
                self.card.refuse(refusal)
            return
        self._kept.clear()
        self.doorway.signed_in(opened.store)

    def _make_folders(self) -> None:
        for folder in filter(None, self.backups.values().values()):
            try:
                Path(folder).mkdir(exist_ok=True)
            except OSError as error:
                raise KnownError("folder-missing", folder=folder) from error

    def _refuse(self, step: Pane, refusal: KnownError) -> None:
        form = self.administrator.passwords if isinstance(refusal, RuleBroken) else None
        step.refuse(refusal, form)

    def _show(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        last = place == len(self.steps)
        total = len(self.steps)
        shown = _("Step {number} of {total}").format(number=place, total=total)
        self._where.setText(shown if place else "")
        self._back.setVisible(place > 0)
        self._next.setVisible(place > 0 and not last)
        page: QWidget = self.card if last and self.card is not None else self.steps[place]
        self.setFocusProxy(page)
        page.setFocus()

    def _framed(self) -> QFrame:
        card = Card(620, 520)
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(24), px(32), px(20))
        column.setSpacing(px(12))
        column.addWidget(self._where)
        column.addWidget(self.pages, 1)
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self._next)
        column.addLayout(line)
        return card
