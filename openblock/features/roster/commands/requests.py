"""What can be asked for of a living roster: one frozen request for each thing that can be done.

``version`` is what the editor saw, 0 for something new. ``reason`` is why a published month
changes (RO-10), and answers warnings: at least five characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind, Letters


@dataclass(frozen=True, slots=True)
class SaveAbsence:
    """A new absence (``absence_id`` None), or other days, times or kind for one.

    Duties that begin in it fall away and one that runs when it begins is cut there; shortened, it
    does not bring them back. Upsets (RO-12) are shown, not asked about.
    """

    content: AbsenceContent
    absence_id: int | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveAbsence:
    """An absence that is not after all; its duties do not come back by themselves."""

    absence_id: int
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PutInSubstitute:
    """Another officer takes a duty over: of somebody who has it, or of somebody away.

    The duty is named by its times, for an absence may have taken it from its officer already.
    ``agreed`` is whether the substitute has said so; without it, the substitute is told.
    """

    officer_id: int
    day: date
    code: str
    starts_at: datetime
    ends_at: datetime
    post: str
    substitute_id: int
    reason: str = ""
    asked_by: str = ""
    agreed: bool = True


@dataclass(frozen=True, slots=True)
class SwapDuties:
    """Two officers swap a duty each, judged as it all ends; asked and agreed by whom."""

    officer_id: int
    day: date
    other_id: int
    other_day: date
    reason: str = ""
    asked_by: str = ""


@dataclass(frozen=True, slots=True)
class AskExchange:
    """Ask for a substitute (``other_day`` None) or a swap, to be agreed to and then approved.

    Who does not plan asks for the own duties only.
    """

    officer_id: int
    day: date
    other_id: int
    other_day: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AgreeExchange:
    """The other officer agrees; a planner may note that it was said."""

    exchange_id: int
    version: int


@dataclass(frozen=True, slots=True)
class DeclineExchange:
    """The other officer, or who plans, says no."""

    exchange_id: int
    version: int
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawExchange:
    """Who asked wants it no more."""

    exchange_id: int
    version: int


@dataclass(frozen=True, slots=True)
class ApproveExchange:
    """Carry an agreed exchange out; the duties must still be those it was asked for."""

    exchange_id: int
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveCallOut:
    """A call-out, new when ``call_out_id`` is None; ``[starts_at, ends_at)`` aware UTC."""

    officer_id: int
    starts_at: datetime
    ends_at: datetime
    reason: str
    call_out_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemoveCallOut:
    """A call-out entered by mistake."""

    call_out_id: int
    version: int


@dataclass(frozen=True, slots=True)
class PublishMonth:
    """Post a month's roster as its next version; ``seen`` is the newest version that was seen.

    ``reason`` is what the posted sheet says of it, if anything.
    """

    month: date
    seen: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CloseMonth:
    """Freeze a published month for its time-sheet."""

    month: date
    seen: int


@dataclass(frozen=True, slots=True)
class AddAddendum:
    """Correct a closed month's time-sheet: minutes more or fewer on a day, and why."""

    month: date
    officer_id: int
    day: date
    minutes: int
    night_minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class SavePost:
    """A post that asks for a qualification, and who holds it beside those whose own post it is."""

    name: str
    holders: tuple[int, ...] = ()
    post_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemovePost:
    """A post that asks for no qualification any more."""

    post_id: int
    version: int


@dataclass(frozen=True, slots=True)
class SaveAbsenceCode:
    """The letters of one kind of absence; the usual ones take the block's own away.

    ``seen`` are the letters their editor saw, None where there was no editor.
    """

    kind: AbsenceKind
    letters: Letters
    seen: Letters | None = None
