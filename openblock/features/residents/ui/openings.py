"""Opens the forms of residents, one at a time, and puts back the one a lock closed half typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.commands import (
    CancelArrival,
    EraseResident,
    RemoveAlert,
    SetPhoto,
    WithdrawRelease,
    cancel_arrival,
    erase_resident,
    remove_alert,
    set_photo,
    withdraw_release,
)
from openblock.features.residents.queries import (
    AlertRow,
    PairRow,
    ResidentCard,
    StayRow,
    resident_card,
)
from openblock.features.residents.ui.alert_dialog import AlertDialog
from openblock.features.residents.ui.drafts import Half, HalfTyped
from openblock.features.residents.ui.facts import stay_shown
from openblock.features.residents.ui.pair_dialogs import (
    ChangePairDialog,
    OpenPairDialog,
    close_pair_dialog,
    reopen_pair_dialog,
)
from openblock.features.residents.ui.person_dialogs import (
    AdmitDialog,
    PersonDialog,
    ReadmitDialog,
    StayDialog,
)
from openblock.features.residents.ui.portrait import ENDINGS, photo_of
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.residents.ui.release_dialog import ReleaseDialog
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk

FOLDER = "residents.folder"
Make = Callable[[], ReasonedDialog]


class Openings(QObject):
    """Every form is shown over the tab and sends for itself; the tab hears of changed tables."""

    #: A person was admitted: the number.
    admitted = Signal(int)
    #: Somebody known is to be shown and readmitted.
    known_wanted = Signal(int)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._half = HalfTyped(desk)

    # People and stays

    def admit(self) -> None:
        """A new person."""

        def make() -> AdmitDialog:
            dialog = AdmitDialog(self._desk, self._over)
            dialog.done_for.connect(self.admitted)
            dialog.known_wanted.connect(self.known_wanted)
            return dialog

        self._open(make)

    def person(self, card: ResidentCard) -> None:
        """Change the person."""
        self._open(lambda: PersonDialog(self._desk, card, self._over), card.row.resident_id)

    def readmit(self, card: ResidentCard) -> None:
        """A new stay."""
        self._open(lambda: ReadmitDialog(self._desk, card, self._over), card.row.resident_id)

    def stay(self, card: ResidentCard, stay: StayRow | None = None) -> None:
        """Correct a stay, the one shown when none is named."""
        chosen = stay or stay_shown(card)
        if chosen is not None:
            self._open(
                lambda: StayDialog(self._desk, card, chosen, self._over),
                *(card.row.resident_id, chosen.stay_id),
            )

    def release(self, card: ResidentCard) -> None:
        """End the stay and all that hangs on it."""
        self._open(lambda: ReleaseDialog(self._desk, card, self._over), card.row.resident_id)

    def cancel(self, card: ResidentCard) -> None:
        """Call a planned arrival off."""
        stay, name = stay_shown(card), card.row.name
        if stay is None:
            return

        def act(reason: str) -> None:
            request = CancelArrival(stay.stay_id, stay.version, reason)
            said = _("Arrival cancelled: {name}").format(name=name)
            self._desk.attempt(cancel_arrival, request, said)

        words = _("The planned stay and what is planned for it are cancelled; the person stays.")
        title = _("Cancel the arrival: {name}").format(name=name)
        self._ask(title, words, act, _("Cancel the arrival"))

    def withdraw(self, card: ResidentCard) -> None:
        """Take a planned release back."""
        row = card.row

        def act(reason: str) -> None:
            request = WithdrawRelease(row.resident_id, row.version, reason)
            said = _("Release withdrawn: {name}").format(name=row.name)
            self._desk.attempt(withdraw_release, request, said)

        words = _("The stay has no end again, and the bed goes on as far as it is free.")
        title = _("Withdraw the release: {name}").format(name=row.name)
        self._ask(title, words, act, _("Withdraw the release"))

    def erase(self, card: ResidentCard) -> None:
        """Make a person unrecognisable, for good."""
        row = card.row

        def act(reason: str) -> None:
            request = EraseResident(row.resident_id, row.version, reason)
            self._desk.attempt(erase_resident, request, _("Erased: the person of this card"))

        words = _(
            "Name, code, birth date, photograph and all texts are emptied for good. This cannot "
            "be taken back."
        )
        title = _("Erase: {name}").format(name=row.name)
        self._ask(title, words, act, _("Erase for good"))

    # Marks, pairs, photograph

    def alert(self, card: ResidentCard, alert: AlertRow | None = None) -> None:
        """A new mark, or another content for one."""
        self._open(
            lambda: AlertDialog(self._desk, card.row, alert, self._over),
            *(card.row.resident_id, alert.alert_id if alert else None),
        )

    def remove_alert(self, card: ResidentCard, alert: AlertRow) -> None:
        """Take a mark out that was set by mistake; Undo brings it back."""
        request = RemoveAlert(alert.alert_id, alert.version)
        said = _("Mark taken out: {name}").format(name=card.row.name)
        self._desk.run(remove_alert, request, said)

    def apart(self, card: ResidentCard) -> None:
        """Keep the person apart from another one."""
        self._open(lambda: OpenPairDialog(self._desk, card.row, self._over), card.row.resident_id)

    def change_pair(self, pair: PairRow) -> None:
        """Another level or reason."""
        self._open(lambda: ChangePairDialog(self._desk, pair, self._over))

    def close_pair(self, pair: PairRow) -> None:
        """Kept apart no more."""
        self._open(lambda: close_pair_dialog(self._desk, pair, self._over))

    def reopen_pair(self, pair: PairRow) -> None:
        """Kept apart again."""
        self._open(lambda: reopen_pair_dialog(self._desk, pair, self._over))

    def photo(self, card: ResidentCard) -> None:
        """Ask for a picture and keep it, made small."""
        kinds = " ".join(f"*.{ending}" for ending in ENDINGS)
        folder = str(self._desk.prefer(FOLDER, str(Path.home())))
        title = _("Photograph of {name}").format(name=card.row.name)
        named = _("Pictures ({kinds})").format(kinds=kinds)
        chosen, _kind = QFileDialog.getOpenFileName(self._over, title, folder, named)
        if chosen:
            self._desk.remember(FOLDER, str(Path(chosen).parent))
            self.keep_photo(card, Path(chosen))

    def keep_photo(self, card: ResidentCard, path: Path) -> None:
        """Keep the picture at ``path``; what is none is refused in words."""
        try:
            jpeg = photo_of(path)
        except KnownError as refusal:
            self._desk.refuse(refusal)
            return
        said = _("Photograph kept: {name}").format(name=card.row.name)
        self._desk.run(set_photo, SetPhoto(card.row.resident_id, jpeg), said)

    def remove_photo(self, card: ResidentCard) -> None:
        """Take the photograph away; Undo brings it back."""
        said = _("Photograph taken away: {name}").format(name=card.row.name)
        self._desk.run(set_photo, SetPhoto(card.row.resident_id, None), said)

    # After a lock

    def put_back(self) -> None:
        """Open the form a lock closed half typed, as it was left."""
        half = self._half.kept()
        if half is None:
            return
        if not self._desk.show(lambda: self._again(half)):
            return
        dialog = self._open_now()
        if dialog is None:
            # Whom it was about is gone: nothing can be done with what was typed.
            self._half.forget()
            return
        dialog.type_in(half.typed)

    def _again(self, half: Half) -> None:
        if half.form == AdmitDialog.draft_form:
            self.admit()
        if half.resident_id is None:
            return
        look = Consultation("resident", str(half.resident_id))
        card = self._desk.read(resident_card, half.resident_id, clock.now(), consult=look)
        if card is None:
            return
        if half.form in (StayDialog.draft_form, AlertDialog.draft_form):
            self._again_about(half, card)
            return
        plain: dict[str, Callable[[ResidentCard], None]] = {
            PersonDialog.draft_form: self.person,
            ReadmitDialog.draft_form: self.readmit,
            ReleaseDialog.draft_form: self.release,
            OpenPairDialog.draft_form: self.apart,
        }
        if half.form in plain:
            plain[half.form](card)

    def _again_about(self, half: Half, card: ResidentCard) -> None:
        if half.form == StayDialog.draft_form:
            stay = next((each for each in card.stays if each.stay_id == half.subject_id), None)
            self.stay(card, stay)
            return
        alert = next((each for each in card.alerts if each.alert_id == half.subject_id), None)
        if alert is not None or half.subject_id is None:
            self.alert(card, alert)

    def _open_now(self) -> ReasonedDialog | None:
        shown = [each for each in self._over.findChildren(ReasonedDialog) if each.isVisible()]
        return shown[-1] if shown else None

    def _ask(self, title: str, words: str, act: Callable[[str], object], save: str) -> None:
        self._open(lambda: ReasonDialog(title, words, act, save=save, parent=self._over))

    def _open(
        self, make: Make, resident_id: int | None = None, subject_id: int | None = None
    ) -> None:
        """Make a form and show it; what it could not read is said in the message bar."""

        def show() -> None:
            dialog = make()
            dialog.keep_in(self._half, resident_id, subject_id)
            dialog.open()

        self._desk.show(show)
