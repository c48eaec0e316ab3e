"""What a draft asks for: to move, to swap, to change dates or to place; in words, and done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.drafts import Draft, Grip
from openblock.features.rooms.ui.board.pieces import BoardPicture, Kind, Piece
from openblock.features.rooms.ui.board.wording import short
from openblock.i18n import _


class Deed(StrEnum):
    """Which deed a proposal calls."""

    MOVE = "move"
    SWAP = "swap"
    CHANGE = "change"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One deed with all it needs, and the words for it."""

    deed: Deed
    bed_id: int
    start: datetime
    end: datetime
    said: str
    resident_id: int | None = None
    assignment_id: int | None = None
    other_id: int | None = None


class Deeds(Protocol):
    """What the board calls of the rooms' deeds."""

    def place(
        self,
        resident_id: int | None,
        bed_id: int | None = None,
        at: datetime | None = None,
        until: datetime | None = None,
    ) -> bool: ...
    def swap(
        self, first_id: int | None, second_id: int | None = None, at: datetime | None = None
    ) -> bool: ...
    def vacate(self, resident_id: int) -> bool: ...
    def stretch(
        self, assignment_id: int, bed_id: int, starts_at: datetime, ends_at: datetime
    ) -> bool: ...
    def cancel(self, assignment_id: int) -> bool: ...
    def close(self, scope: str, subject_id: int) -> bool: ...
    def change_closure(self, closure_id: int) -> bool: ...
    def open_again(self, closure_id: int) -> bool: ...
    def hold(self, bed_id: int) -> bool: ...
    def end_hold(self, hold_id: int) -> bool: ...


def proposal_of(picture: BoardPicture, draft: Draft) -> Proposal | None:
    """What ``draft`` asks for; None where nothing would change."""
    if not draft.changes:
        return None
    if draft.grip == Grip.NEW:
        return _placing(picture, draft)
    if draft.grip == Grip.WHOLE and draft.piece.kind == Kind.PRESENT:
        return _moving(picture, draft)
    return _changing(picture, draft)


def _placing(picture: BoardPicture, draft: Draft) -> Proposal:
    line = picture.lines[draft.line]
    said = _("Place somebody in {bed} {span}").format(
        bed=line.name, span=_span(draft.start, draft.end)
    )
    return Proposal(Deed.PLACE, line.bed_id, draft.start, draft.end, said)


def _moving(picture: BoardPicture, draft: Draft) -> Proposal:
    line, row = picture.lines[draft.line], draft.piece.assignment
    resident = row.content.resident_id if row else None
    other = _who_is_in(picture, draft.line)
    if other is not None and other.assignment is not None:
        said = _("Swap {name} and {other}").format(name=draft.piece.name, other=other.name)
        return Proposal(
            Deed.SWAP,
            line.bed_id,
            picture.now,
            FOREVER,
            said,
            resident_id=resident,
            other_id=other.assignment.content.resident_id,
        )
    said = _("Move {name} to {bed} from now on").format(name=draft.piece.name, bed=line.name)
    return Proposal(Deed.MOVE, line.bed_id, picture.now, FOREVER, said, resident_id=resident)


def _changing(picture: BoardPicture, draft: Draft) -> Proposal:
    line, row = picture.lines[draft.line], draft.piece.assignment
    said = _("{name} in {bed} {span}").format(
        name=draft.piece.name, bed=line.name, span=_span(draft.start, draft.end)
    )
    return Proposal(
        Deed.CHANGE,
        line.bed_id,
        draft.start,
        draft.end,
        said,
        assignment_id=row.assignment_id if row else None,
    )


def _who_is_in(picture: BoardPicture, line: int) -> Piece | None:
    return next((each for each in picture.pieces[line] if each.kind == Kind.PRESENT), None)


def _span(start: datetime, end: datetime) -> str:
    if end == FOREVER:
        return _("from {start}, no end").format(start=short(start))
    return _("from {start} to {end}").format(start=short(start), end=short(end))


def carry_out(proposal: Proposal, deeds: Deeds) -> bool:
    """Ask the deeds for it; whether it was done."""
    if proposal.deed == Deed.SWAP:
        return deeds.swap(proposal.resident_id, proposal.other_id)
    if proposal.deed == Deed.MOVE:
        # "Now" is when the deed is done: the instant on the board is some seconds past by then.
        return deeds.place(proposal.resident_id, proposal.bed_id)
    if proposal.deed == Deed.CHANGE and proposal.assignment_id is not None:
        return deeds.stretch(proposal.assignment_id, proposal.bed_id, proposal.start, proposal.end)
    return deeds.place(proposal.resident_id, proposal.bed_id, proposal.start, proposal.end)
