"""What can be done to rooms and beds from any screen: each deed asks what it needs, and runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QDialog, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.rooms.commands import (
    EndHold,
    OpenSpace,
    end_hold,
    open_space,
)
from openblock.features.rooms.queries.single import closure, hold
from openblock.i18n import _
from openblock.ui.desk import Desk

# Dialogs are loaded when first opened: the window is to stand as soon as may be.


class RoomDeeds:
    """Made once by a screen; every deed answers whether something was done.

    A refusal stands in the deed's own dialog, or in the message bar where there is none.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def place(
        self,
        resident_id: int | None,
        bed_id: int | None = None,
        at: datetime | None = None,
        until: datetime | None = None,
    ) -> bool:
        """Place a person, or move one who has a bed; the best bed is filled in where none is said.

        Without a person the dialog asks for one; ``until`` is an end already chosen.
        """
        from openblock.features.rooms.ui.dialogs.placing import PlaceDialog  # noqa: PLC0415

        def make() -> PlaceDialog:
            dialog = PlaceDialog(self._desk, resident_id, bed_id, at, self._parent)
            dialog.end_at(until)
            return dialog

        return self._asked(make)

    def swap(
        self, first_id: int | None, second_id: int | None = None, at: datetime | None = None
    ) -> bool:
        """Let two people change beds."""
        from openblock.features.rooms.ui.dialogs.swapping import SwapDialog  # noqa: PLC0415

        return self._asked(lambda: SwapDialog(self._desk, first_id, second_id, at, self._parent))

    def vacate(self, resident_id: int) -> bool:
        """Take a person out of the bed without another one, to make space."""
        from openblock.features.rooms.ui.dialogs.vacating import VacateDialog  # noqa: PLC0415

        return self._asked(lambda: VacateDialog(self._desk, resident_id, self._parent))

    def stretch(
        self, assignment_id: int, bed_id: int, starts_at: datetime, ends_at: datetime
    ) -> bool:
        """Give an assignment other ends or another bed; asks for the reason."""
        from openblock.features.rooms.ui.dialogs.stretching import StretchDialog  # noqa: PLC0415

        ends = (starts_at, ends_at)
        return self._asked(
            lambda: StretchDialog(self._desk, assignment_id, bed_id, ends, self._parent)
        )

    def cancel(self, assignment_id: int) -> bool:
        """Cancel a planned assignment; asks for the reason."""
        from openblock.features.rooms.ui.dialogs.cancelling import CancelDialog  # noqa: PLC0415

        return self._asked(lambda: CancelDialog(self._desk, assignment_id, self._parent))

    def close(self, scope: str, subject_id: int) -> bool:
        """Take a bed, room, section or building out of service."""
        from openblock.features.rooms.ui.dialogs.closing import CloseDialog  # noqa: PLC0415

        return self._asked(lambda: CloseDialog(self._desk, scope, subject_id, self._parent))

    def change_closure(self, closure_id: int) -> bool:
        """Another reason, remark or expected day for a closure."""
        from openblock.features.rooms.ui.dialogs.closing import ChangeClosureDialog  # noqa: PLC0415

        return self._asked(lambda: ChangeClosureDialog(self._desk, closure_id, self._parent))

    def open_again(self, closure_id: int) -> bool:
        """Put what a closure closed back into service, now."""
        try:
            row = self._desk.read(closure, closure_id)
        except KnownError as refusal:
            self._desk.refuse(refusal)
            return False
        request = OpenSpace(closure_id, row.version, clock.now())
        said = _("{place} is in service again").format(place=row.named)
        return self._desk.run(open_space, request, said) is not None

    def hold(self, bed_id: int) -> bool:
        """Keep a bed for a person or for something else."""
        from openblock.features.rooms.ui.dialogs.holding import HoldDialog  # noqa: PLC0415

        return self._asked(lambda: HoldDialog(self._desk, bed_id, self._parent))

    def end_hold(self, hold_id: int) -> bool:
        """Let a held bed be free again, now."""
        try:
            row = self._desk.read(hold, hold_id)
        except KnownError as refusal:
            self._desk.refuse(refusal)
            return False
        request = EndHold(hold_id, row.version, clock.now())
        return self._desk.run(end_hold, request, _("The bed is no longer held")) is not None

    def _asked(self, make: Callable[[], QDialog]) -> bool:
        """Open a dialog that does the deed itself; what it cannot be opened for is told."""
        try:
            dialog = make()
        except KnownError as refusal:
            self._desk.refuse(refusal)
            return False
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted
