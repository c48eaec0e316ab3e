"""What can be done to a living roster from any screen: each deed asks what it needs, and runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.ui.drafts import HalfTyped
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.rows import CallOutRow, OpenDuty
from openblock.features.roster.rules import AbsenceContent, AbsenceKind
from openblock.features.roster.ui.colleagues import own_duty
from openblock.features.roster.ui.reason_prompt import run_with_reason
from openblock.features.staff.queries import own_officer
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.notice import Notice

__all__ = [
    "absence",
    "addendum",
    "call_out",
    "close_month",
    "exchanges",
    "keep_draft",
    "publish",
    "put_back",
    "run_with_reason",
    "substitute",
    "swap",
]

FORM = "roster.form"

# Dialogs are loaded when first opened: the window is to stand as soon as may be. Each deed is True
# when something was done.


def absence(  # noqa: PLR0913, PLR0917 - whom, which days and why: each screen knows some
    desk: Desk,
    parent: QWidget,
    officer_id: int,
    first: date,
    last: date,
    kind: AbsenceKind | None = None,
    absence_id: int | None = None,
) -> bool:
    """Enter that somebody is away, or change it; then look for substitutes if that is wished."""
    from openblock.features.roster.ui.absence_dialog import AbsenceDialog, card_of  # noqa: PLC0415

    wanted: list[OpenDuty] = []

    def make() -> ReasonedDialog:
        if absence_id is not None:
            row = card_of(desk, absence_id)
            dialog = AbsenceDialog(desk, row.content, row, parent=parent)
        else:
            content = AbsenceContent(officer_id, kind or _likely(first), first, last)
            dialog = AbsenceDialog(desk, content, parent=parent)
        dialog.accepted.connect(lambda: wanted.extend(dialog.wanted))
        return dialog

    done = _ask(desk, make, officer_id, absence_id)
    _substitutes(desk, parent, wanted)
    return done


def substitute(desk: Desk, parent: QWidget, officer_id: int, day: date) -> bool:
    """Somebody else takes a duty over; who does not plan asks a colleague for it."""
    duty = _duty(desk, officer_id, day)
    return duty is not None and _substitutes(desk, parent, [duty])


def swap(desk: Desk, parent: QWidget, officer_id: int, day: date) -> bool:
    """Two officers swap a duty each; who does not plan asks a colleague for it."""
    from openblock.features.roster.ui.swap_dialog import SwapDialog  # noqa: PLC0415

    duty = _duty(desk, officer_id, day)
    if duty is None:
        return False
    if duty.is_lost:
        said = _("An absence took that duty: somebody can take it over, but it cannot be swapped.")
        desk.notify(Notice("news", said))
        return False
    return _ask(desk, lambda: SwapDialog(desk, duty, parent), officer_id)


def call_out(
    desk: Desk, parent: QWidget, officer_id: int, day: date, row: CallOutRow | None = None
) -> bool:
    """Somebody was called to work beside their duties; ``row`` is one to change."""
    from openblock.features.roster.ui.call_out_dialog import CallOutDialog  # noqa: PLC0415

    number = row.call_out_id if row else None
    return _ask(desk, lambda: CallOutDialog(desk, officer_id, day, row, parent), officer_id, number)


def publish(desk: Desk, parent: QWidget, month: date) -> bool:
    """Post a month's roster as its next version (RO-10)."""
    from openblock.features.roster.ui.publish_dialog import PublishDialog  # noqa: PLC0415

    return _ask(desk, lambda: PublishDialog(desk, month.replace(day=1), parent))


def close_month(desk: Desk, parent: QWidget, month: date) -> bool:
    """Freeze a month for its time-sheet."""
    from openblock.features.roster.ui.close_dialog import CloseDialog  # noqa: PLC0415

    return _ask(desk, lambda: CloseDialog(desk, month.replace(day=1), parent))


def addendum(desk: Desk, parent: QWidget, month: date, officer_id: int, day: date) -> bool:
    """Correct a closed month."""
    from openblock.features.roster.ui.addendum_dialog import AddendumDialog  # noqa: PLC0415

    first = month.replace(day=1)
    return _ask(desk, lambda: AddendumDialog(desk, first, officer_id, day, parent), officer_id)


def exchanges(desk: Desk, parent: QWidget) -> bool:
    """Swaps and substitutes that were asked for, and what became of them."""
    from openblock.features.roster.ui.exchanges_dialog import ExchangesDialog  # noqa: PLC0415

    asked: list[tuple[str, int, date]] = []
    shown: list[ExchangesDialog] = []

    def make() -> QDialog:
        dialog = ExchangesDialog(desk, parent)
        dialog.asked.connect(lambda *what: asked.append(what))
        shown.append(dialog)
        return dialog

    _run(desk, make)
    done = any(each.done_something for each in shown)
    for kind, officer_id, day in asked:
        ask = swap if kind == "swap" else substitute
        done = ask(desk, parent, officer_id, day) or done
    return done


# Over a lock: the tab calls these two.


def keep_draft(parent: QWidget) -> None:
    """The window locks: what is half typed in a dialog over ``parent`` is kept."""
    for each in parent.findChildren(ReasonedDialog):
        if each.isVisible():
            each.keep_draft()


def put_back(desk: Desk, parent: QWidget) -> None:
    """Open the dialog a lock closed half typed, as it was left."""
    half_typed = HalfTyped(desk, FORM)
    half = half_typed.kept()
    if half is None:
        return
    # The tab asks at every start, and every dialog would be loaded with it.
    from openblock.features.roster.ui.half_typed import again  # noqa: PLC0415

    def show() -> None:
        dialog = again(desk, half, parent)
        dialog.keep_in(half_typed, half.resident_id, half.subject_id)
        dialog.type_in(half.typed)
        dialog.open()

    if not desk.show(show):
        # What it was about is gone: nothing can be done with what was typed.
        half_typed.forget()


# Inside


def _likely(first: date) -> AbsenceKind:
    """Who is missed today has fallen ill; what is entered ahead is leave."""
    return AbsenceKind.SICK if first == clock.today() else AbsenceKind.LEAVE


def _duty(desk: Desk, officer_id: int, day: date) -> OpenDuty | None:
    """The duty in the cell, or the one an absence took from it; otherwise it is said why not."""
    found: list[OpenDuty | None] = [None]

    def look() -> None:
        if desk.may("roster.open_duty"):
            found[0] = desk.read(open_duty, officer_id, day)
            return
        if desk.read(own_officer) != officer_id:
            raise KnownError("exchange-not-yours")
        found[0] = own_duty(desk, officer_id, day)

    if desk.show(look) and found[0] is None:
        desk.notify(Notice("news", _("There is no duty on that day to be taken over.")))
    return found[0]


def _substitutes(desk: Desk, parent: QWidget, duties: list[OpenDuty]) -> bool:
    """One duty after the other; leaving one leaves those after it."""
    from openblock.features.roster.ui.substitute_dialog import SubstituteDialog  # noqa: PLC0415

    done = False
    for place, duty in enumerate(duties, 1):

        def make(duty: OpenDuty = duty, place: int = place) -> ReasonedDialog:
            dialog = SubstituteDialog(desk, duty, parent)
            if len(duties) > 1:
                dialog.say_place(place, len(duties))
            return dialog

        if not _ask(desk, make, duty.officer_id):
            break
        done = True
    return done


def _ask(
    desk: Desk,
    make: Callable[[], ReasonedDialog],
    officer_id: int | None = None,
    subject_id: int | None = None,
) -> bool:
    """Make a form whose half typed content outlives a lock, and show it."""

    def kept() -> QDialog:
        dialog = make()
        dialog.keep_in(HalfTyped(desk, FORM), officer_id, subject_id)
        return dialog

    return _run(desk, kept)


def _run(desk: Desk, make: Callable[[], QDialog]) -> bool:
    """Show a dialog until it is left; what it could not read is said in the message bar."""
    made: list[QDialog] = []
    if not desk.show(lambda: made.append(make())):
        return False
    return made[0].exec() == QDialog.DialogCode.Accepted
