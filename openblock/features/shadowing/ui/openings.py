"""Opens the forms of practice, one at a time, and puts back the one a lock closed half typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.ui.drafts import Half, HalfTyped
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.shadowing.commands import (
    CancelShadowing,
    RemoveTrainee,
    RemoveUnavailability,
    cancel_shadowing,
    remove_trainee,
    remove_unavailability,
)
from openblock.features.shadowing.queries import (
    Confirming,
    ShadowingRow,
    TraineeCard,
    TraineeRow,
    UnavailabilityRow,
    confirming,
    trainee_card,
)
from openblock.features.shadowing.ui.addendum_dialog import AddendumDialog
from openblock.features.shadowing.ui.away_dialog import AwayDialog
from openblock.features.shadowing.ui.confirm_dialog import ConfirmDialog
from openblock.features.shadowing.ui.link_dialog import LinkDialog
from openblock.features.shadowing.ui.miss_dialog import MissDialog
from openblock.features.shadowing.ui.set_up_dialog import SetUpDialog
from openblock.features.shadowing.ui.settled_words import has_begun, heading_of, is_settled
from openblock.features.shadowing.ui.trainee_dialog import TraineeDialog
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk

FORM = "shadowing.form"
T = TypeVar("T")
Make = Callable[[], ReasonedDialog]


class Openings(QObject):
    """Every form is shown over the tab and sends for itself; the tab hears of changed tables."""

    #: A trainee was saved: the number.
    saved = Signal(int)
    #: A shadowing shift was confirmed or entered as missed: the next one may be opened.
    settled = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._half = HalfTyped(desk, FORM)

    # Shadowing shifts

    def confirm(self, shadowing_id: int) -> None:
        """The form that confirms; what is settled already, or another's to settle, to be read."""

        def make() -> ReasonedDialog:
            seen = self._seen(shadowing_id)
            may = self._desk.may("shadowing.confirm_shadowing") and seen.mine
            if is_settled(seen.row) or not may or not has_begun(seen.row):
                return AddendumDialog(self._desk, seen, may_add=may, parent=self._over)
            dialog = ConfirmDialog(self._desk, seen, self._over)
            dialog.missed_wanted.connect(self.miss)
            dialog.accepted.connect(self.settled)
            return dialog

        self._open(make, None, shadowing_id)

    def miss(self, shadowing_id: int) -> None:
        """The form that enters that the trainee did not come."""

        def make() -> ReasonedDialog:
            dialog = MissDialog(self._desk, self._seen(shadowing_id), self._over)
            dialog.accepted.connect(self.settled)
            return dialog

        self._open(make, None, shadowing_id)

    def cancel(self, row: ShadowingRow) -> None:
        """Take a planned shift out; one that has begun asks why."""
        said = _("Cancelled: {shift}").format(shift=heading_of(row))

        def act(reason: str) -> None:
            request = CancelShadowing(row.shadowing_id, row.version, reason)
            self._desk.attempt(cancel_shadowing, request, said)

        if not has_begun(row):
            self._desk.run(cancel_shadowing, CancelShadowing(row.shadowing_id, row.version), said)
            return
        words = _("It has begun already: say why it does not count. The log keeps it.")
        self._ask(_("Cancel: {shift}").format(shift=heading_of(row)), words, act)

    # Trainees

    def trainee(self, row: TraineeRow | None = None, course_id: int | None = None) -> None:
        """A new trainee of a course, or another content for one."""

        def make() -> ReasonedDialog:
            dialog = TraineeDialog(self._desk, row, course_id=course_id, parent=self._over)
            dialog.saved.connect(self.saved)
            return dialog

        self._open(make, row.trainee_id if row else None)

    def remove_trainee(self, row: TraineeRow) -> None:
        """Take out who was entered by mistake; Undo brings them back."""
        said = _("Taken out: {name}").format(name=row.name)
        self._desk.run(remove_trainee, RemoveTrainee(row.trainee_id, row.version), said)

    def away(
        self, trainee_id: int, away: UnavailabilityRow | None = None, day: date | None = None
    ) -> None:
        """A time the trainee cannot come, or another content for one."""

        def make() -> ReasonedDialog:
            card = self._card(trainee_id)
            return AwayDialog(self._desk, card, away, day=day, parent=self._over)

        self._open(make, trainee_id, away.unavailability_id if away else None)

    def remove_away(self, away: UnavailabilityRow) -> None:
        """The trainee can come after all; Undo brings the time back."""
        request = RemoveUnavailability(away.unavailability_id, away.version)
        self._desk.run(remove_unavailability, request, _("The trainee can come after all"))

    def account(self, row: TraineeRow) -> None:
        """Which account is the trainee's own."""
        self._desk.show(lambda: LinkDialog(self._desk, row, self._over).open())

    # Courses and lists

    def set_up(self) -> None:
        """Courses, timetables and the block's own lists."""
        self._desk.show(lambda: SetUpDialog(self._desk, self._over).open())

    # After a lock

    def keep_draft(self) -> None:
        """The window locks: what is half typed is kept."""
        for each in self.shown():
            each.keep_draft()

    def put_back(self) -> None:
        """Open the form a lock closed half typed, as it was left."""
        half = self._half.kept()
        if half is None:
            return
        if not self._desk.show(lambda: self._again(half)):
            return
        shown = self.shown()
        if not shown:
            # Whom it was about is gone: nothing can be done with what was typed.
            self._half.forget()
            return
        shown[-1].type_in(half.typed)

    def _again(self, half: Half) -> None:
        trainee_id, subject = half.resident_id, half.subject_id
        if half.form == TraineeDialog.draft_form:
            row = self._card(trainee_id).line.trainee if trainee_id is not None else None
            self.trainee(row)
        elif half.form == AwayDialog.draft_form and trainee_id is not None:
            aways = self._card(trainee_id).away
            away = next((each for each in aways if each.unavailability_id == subject), None)
            if away is not None or subject is None:
                self.away(trainee_id, away)
        elif subject is not None:
            opens = self.miss if half.form == MissDialog.draft_form else self.confirm
            opens(subject)

    def shown(self) -> list[ReasonedDialog]:
        """The forms that are open now."""
        found = self._over.findChildren(ReasonedDialog)
        return [each for each in found if each.isVisible()]

    # Inside

    def _seen(self, shadowing_id: int) -> Confirming:
        found = self._desk.read(confirming, shadowing_id, clock.now())
        return _there(found, "shadowing-unknown")

    def _card(self, trainee_id: int) -> TraineeCard:
        look = Consultation("trainee", str(trainee_id))
        found = self._desk.read(trainee_card, trainee_id, clock.now(), consult=look)
        return _there(found, "trainee-unknown")

    def _ask(self, title: str, words: str, act: Callable[[str], object]) -> None:
        save = _("Cancel the shift")
        self._open(lambda: ReasonDialog(title, words, act, save=save, parent=self._over))

    def _open(
        self, make: Make, trainee_id: int | None = None, subject_id: int | None = None
    ) -> None:
        """Make a form and show it; what it could not read is said in the message bar."""

        def show() -> None:
            dialog = make()
            dialog.keep_in(self._half, trainee_id, subject_id)
            dialog.open()

        self._desk.show(show)


def _there(found: T | None, gone: str) -> T:
    """What was read; somebody else may have taken it out a moment ago (KnownError)."""
    if found is None:
        raise KnownError(gone)
    return found
