"""What reads of a living roster give: absences, exchanges, call-outs, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from openblock.errors import Problem
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.features.roster.rules.versions import CellContent, MonthStanding


@dataclass(frozen=True, slots=True)
class AbsenceDay:
    """One day of an absence; ``kind`` is None where it is not the asker's business."""

    absence_id: int
    kind: AbsenceKind | None
    code: str


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One stored absence with everything known of it."""

    absence_id: int
    content: AbsenceContent
    name: str
    starts_at: datetime
    ends_at: datetime
    entered_by: str
    entered_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class DutyLost:
    """A duty an absence takes away (``ends_at`` None) or cuts, and what hangs on the lost part.

    ``starts_at`` and ``ended_at`` are the lost time, aware UTC; ``beside`` as in Roster.beside.
    """

    officer_id: int
    day: date
    code: str
    post: str
    starts_at: datetime
    ended_at: datetime
    ends_at: datetime | None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AbsencePreview:
    """What an absence would do: duties lost, times then short of officers, and refusals."""

    lost: tuple[DutyLost, ...]
    gaps: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    working_days: int


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """A duty somebody is to take over: of its officer, or one an absence took (``is_lost``)."""

    officer_id: int
    day: date
    code: str
    starts_at: datetime
    ends_at: datetime
    post: str
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody stands where in a ranking: a code and the facts its words are made of."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubstituteOffer:
    """One officer who could take a duty over, best first; ``problems`` say why not, or but.

    ``is_suitable`` is False where an error stands in the way (RO-03, RO-11).
    """

    officer_id: int
    name: str
    rank: str
    team: int | None
    is_suitable: bool
    reasons: tuple[Reason, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SwapOffer:
    """Another officer's duty that could be swapped for one, best first."""

    officer_id: int
    name: str
    team: int | None
    day: date
    code: str
    starts_at: datetime
    ends_at: datetime
    is_suitable: bool
    reasons: tuple[Reason, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One exchange: whose duty, for whose, and who asked, agreed, decided and when."""

    exchange_id: int
    kind: str
    state: str
    officer_id: int
    name: str
    day: date
    code: str
    starts_at: datetime
    ends_at: datetime
    other_id: int
    other_name: str
    other_day: date | None
    other_code: str
    other_starts_at: datetime | None
    other_ends_at: datetime | None
    reason: str
    asked_by: str
    asked_at: datetime
    agreed_by: str
    agreed_at: datetime | None
    decided_by: str
    decided_at: datetime | None
    refusal: str
    version: int
    #: Whether the duties are still those it was asked for.
    stands: bool
    may_agree: bool
    may_decide: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class CallOutRow:
    """One stored call-out."""

    call_out_id: int
    officer_id: int
    name: str
    starts_at: datetime
    ends_at: datetime
    reason: str
    entered_by: str
    entered_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class MonthState:
    """Where a month stands: newest version, the one posted last, how many cells differ since."""

    month: date
    standing: MonthStanding
    number: int
    posted: int
    changed: int
    posted_by: str = ""
    posted_at: datetime | None = None
    closed_by: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a month: what kind, why, by whom, how many cells it changed."""

    number: int
    kind: str
    reason: str
    made_by: str
    made_at: datetime
    changed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that differs between two versions, and the last change that made it so."""

    officer_id: int
    name: str
    day: date
    before: CellContent
    after: CellContent
    number: int
    reason: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a month; ``until`` is the newest where nothing else was asked."""

    month: date
    since: int
    until: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class PublishPreview:
    """What is still wrong with a month before it is posted, and whether that forbids it."""

    state: MonthState
    problems: tuple[Problem, ...]
    gaps: tuple[Problem, ...]
    is_blocked: bool
    kept: int


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post that asks for a qualification, and who holds it beside those whose own it is."""

    post_id: int
    name: str
    holders: tuple[int, ...]
    version: int


@dataclass(frozen=True, slots=True)
class AddendumRow:
    """A correction to a closed month."""

    officer_id: int
    name: str
    day: date
    minutes: int
    night_minutes: int
    reason: str
    entered_by: str
    entered_at: datetime
