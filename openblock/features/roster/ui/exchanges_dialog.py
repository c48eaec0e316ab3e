"""Swaps and substitutes that were asked for: what waits for an answer, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.residents.rules.reasons import SHORTEST_REASON
from openblock.features.roster.commands import (
    AgreeExchange,
    ApproveExchange,
    DeclineExchange,
    WithdrawExchange,
    agree_exchange,
    approve_exchange,
    decline_exchange,
    withdraw_exchange,
)
from openblock.features.roster.queries.exchanges import exchanges, open_exchanges
from openblock.features.roster.queries.rows import ExchangeRow
from openblock.features.roster.rules import ExchangeState
from openblock.features.roster.ui.colleagues import officer_of
from openblock.features.roster.ui.exchange_asking import ExchangeAsking
from openblock.features.roster.ui.exchange_lines import exchange_lines, ordered, title_of
from openblock.features.roster.ui.posted_reason import posted_among
from openblock.i18n import _
from openblock.storage.store import Command
from openblock.ui.desk import Desk
from openblock.ui.entries import EntriesList
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Field, TextEdit, labelled
from openblock.ui.messages import words
from openblock.ui.plain_label import plain
from openblock.ui.shortcuts import sequences
from openblock.ui.theme import on_screen, px

_BACK, _AHEAD = timedelta(days=92), timedelta(days=92)
_WIDTH, _HEIGHT = 760, 560


class ExchangesDialog(QDialog):
    """Enter takes the chosen one a step on, Delete says no; the dialog stays for the next one.

    ``done_something`` is whether anything was done. ``asked`` is a duty for which a colleague is
    to be asked: what kind, whose and when.
    """

    asked = Signal(str, int, date)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Swaps and substitutes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.done_something = False
        self._desk = desk
        self._rows: dict[int, ExchangeRow] = {}
        self._suggested = ""
        self.list = _List()
        self.nothing = plain(_("Nobody has asked for a swap or a substitute."), "secondary")
        self.trouble = plain("", "problem")
        self.why = Field("reason", _("Reason"), TextEdit(), hint=_("If there is one to give"))
        self.agree_button = self._act(_("Agree"), self.agree, _("Agree (Enter)"))
        self.approve_button = self._act(_("Approve"), self.approve, _("Carry it out (Enter)"))
        self.decline_button = self._act(_("Decline"), self.decline, _("Say no (Del)"))
        self.withdraw_button = self._act(
            _("Withdraw"), self.withdraw, _("It is wanted no more (Del)")
        )
        self.asking = ExchangeAsking(desk)
        self.asking.asked.connect(self._ask)
        self._lay_out()
        self.list.picked.connect(self._choose)
        self.list.refused.connect(self._say_no)
        self.refresh()
        self.resize(on_screen(_WIDTH, _HEIGHT))

    def refresh(self) -> None:
        """Read them again; the one that was chosen stays chosen."""
        today, kept = clock.today(), self.row()
        found = {
            row.exchange_id: row
            for row in (
                *self._desk.read(exchanges, today - _BACK, today + _AHEAD),
                *self._desk.read(open_exchanges),
            )
        }
        rows = ordered(found.values())
        self._rows = {row.exchange_id: row for row in rows}
        self.list.show_lines(exchange_lines(rows))
        self.list.choose(kept.exchange_id if kept else None)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._choose()
        (self.list if rows else self.asking).setFocus()

    def row(self) -> ExchangeRow | None:
        """The exchange chosen."""
        line = self.list.line()
        what = line.what if line is not None else None
        return self._rows.get(what) if isinstance(what, int) else None

    # What can be done

    def agree(self) -> None:
        """Agree; a planner notes that the other officer did."""
        self._run(
            agree_exchange,
            lambda row: AgreeExchange(row.exchange_id, row.version),
            _("Agreed: {exchange}"),
        )

    def approve(self) -> None:
        """Carry it out."""
        self._run(
            approve_exchange,
            lambda row: ApproveExchange(row.exchange_id, row.version, self.why.value()),
            _("Approved: {exchange}"),
        )

    def decline(self) -> None:
        """Say no, and why if there is a reason to give."""
        refusal = "" if self.why.value() == self._suggested else self.why.value()
        self._run(
            decline_exchange,
            lambda row: DeclineExchange(row.exchange_id, row.version, refusal),
            _("Declined: {exchange}"),
        )

    def withdraw(self) -> None:
        """Want it no more."""
        self._run(
            withdraw_exchange,
            lambda row: WithdrawExchange(row.exchange_id, row.version),
            _("Withdrawn: {exchange}"),
        )

    # Inside

    def _run(self, command: Command, request: Callable[[ExchangeRow], object], said: str) -> None:
        row = self.row()
        if row is None:
            return
        try:
            self._desk.attempt(command, request(row), said.format(exchange=title_of(row)))
        except KnownError as refusal:
            self._refused(refusal)
            return
        self.done_something = True
        self.refresh()

    def _refused(self, refusal: KnownError) -> None:
        warned = isinstance(refusal, RuleBroken) and all(
            each.severity is Severity.WARNING for each in refusal.problems
        )
        if not warned:
            # Somebody may have settled it meanwhile: what stands there now is shown.
            self.refresh()
        self.trouble.setText(words(refusal))
        self.trouble.show()
        if warned:
            if self.why.value() == self._suggested:
                self._suggested = ""
                self.why.set_value("")
            self.why.setFocus()

    def _choose(self) -> None:
        row = self.row()
        self.trouble.hide()
        may_agree = row is not None and row.may_agree and row.stands
        agreed = row is not None and row.state == ExchangeState.AGREED
        may_approve = row is not None and row.may_decide and agreed and row.stands
        may_decline = row is not None and (row.may_agree or row.may_decide)
        may_withdraw = row is not None and row.may_withdraw
        for button, shown in (
            (self.agree_button, may_agree),
            (self.approve_button, may_approve),
            (self.decline_button, may_decline),
            (self.withdraw_button, may_withdraw),
        ):
            button.setVisible(shown)
            button.setProperty("kind", "")
        first = self.approve_button if may_approve else self.agree_button
        first.setDefault(may_agree or may_approve)
        for part in (self.why, self.why.label):
            part.setVisible(may_approve or may_decline)
        self._suggest(row if may_approve else None)

    def _suggest(self, row: ExchangeRow | None) -> None:
        """A posted month asks why: what was said when it was asked for, or the exchange itself."""
        suggested = ""
        if row is not None and len(row.reason) < SHORTEST_REASON:
            days = [day for day in (row.day, row.other_day) if day is not None]
            if posted_among(self._desk, days):
                giver = officer_of(self._desk, row.officer_id).initialled
                suggested = (
                    _("Substitute for {name}")
                    if row.other_day is None
                    else _("Swap asked for by {name}")
                ).format(name=giver)
        self._suggested = suggested
        self.why.set_value(suggested)

    def _say_no(self) -> None:
        for button in (self.withdraw_button, self.decline_button):
            if button.isVisible():
                button.click()
                return

    def _ask(self, kind: str, officer_id: int, day: date) -> None:
        # Never two dialogs deep: this one leaves before the other opens.
        self.accept()
        self.asked.emit(kind, officer_id, day)

    def _act(self, text: str, act: Callable[[], object], hint: str) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.setToolTip(hint)
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _lay_out(self) -> None:
        deeds = QWidget()
        row = FlowLayout(deeds, gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (
            self.approve_button,
            self.agree_button,
            self.decline_button,
            self.withdraw_button,
        ):
            row.addWidget(button)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(deeds, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(14))
        column.setSpacing(px(8))
        column.addWidget(
            labelled(_("Enter takes the chosen one a step on, Delete says no"), "hint")
        )
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.why.label)
        column.addWidget(self.why)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        column.addWidget(self.asking)
        self.trouble.hide()


class _List(EntriesList):
    """The entries; Delete says no to the chosen one."""

    refused = Signal()

    def __init__(self) -> None:
        super().__init__(_("Swaps and substitutes"), at_once=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) in sequences("bar-cancel"):
            self.refused.emit()
            event.accept()
            return
        super().keyPressEvent(event)
