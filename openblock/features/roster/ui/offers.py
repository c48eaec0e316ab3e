"""The sheets Ctrl+P offers on the roster tab, with the shown days and officer filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from openblock.features.roster.queries import month_state
from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.sheets_pdf.ready import ready_changes, ready_month, ready_week
from openblock.features.roster.sheets_pdf.ready_handed import ready_own, ready_time_sheet
from openblock.features.roster.ui.period import Period
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import Paper, SheetOffer


def sheet_offers(
    desk: Desk,
    period: Period,
    *,
    officer_id: int | None = None,
    day: date | None = None,
    number: int = 0,
) -> tuple[SheetOffer, ...]:
    """The month roster first, or the week where a week is shown; then what else there is of them.

    ``officer_id`` is whose own shifts are offered, ``day`` the day whose week is; ``number`` is a
    version of the past that is shown instead of the roster in force.
    """
    shown = day if day is not None and period.holds(day) else period.day
    month = shown.replace(day=1)
    offers = [
        _offered(lambda paper: ready_month(desk.read, month, paper, number), ("A4", "A3")),
        _offered(lambda _paper: ready_week(desk.read, shown)),
    ]
    if period.by_week:
        offers.reverse()
    if officer_id is not None and desk.may("roster.own_shifts"):
        own = officer_id
        offers.append(_handed(lambda _paper: ready_own(desk.read, own, month), str(own)))
    state: MonthState = desk.read(month_state, month)
    # A sheet of changes names officers: who may not read the staff has no use for it.
    if state.posted and desk.may("staff.officers"):
        offers.append(_offered(lambda _paper: ready_changes(desk.read, month)))
    if desk.may("roster.time_sheet"):
        offers.append(
            _handed(lambda paper: ready_time_sheet(desk.read, month, paper), papers=("A3", "A4"))
        )
    return tuple(offers)


def changes_offer(desk: Desk, month: date, since: int, until: int | None = None) -> SheetOffer:
    """The sheet of what changed in a month between two versions, or since one until now."""
    return _offered(lambda _paper: ready_changes(desk.read, month, since, until))


def _handed(
    prepare: Callable[[Paper], ReadySheet], officer: str = "", papers: tuple[Paper, ...] = ("A4",)
) -> SheetOffer:
    """A sheet that a person is given: it names whom, and an officer's own is that officer's."""
    offer = _offered(prepare, papers)
    if not officer:
        return offer
    return replace(offer, consultation=Consultation("officer", officer), orientation="portrait")


def _offered(
    prepare: Callable[[Paper], ReadySheet], papers: tuple[Paper, ...] = ("A4",)
) -> SheetOffer:
    """What is prepared, as the window offers it; numbered for the paper it is made on."""

    def make(imprint: Imprint, paper: Paper) -> bytes:
        # Prepared again: the sheet is made in the language and from the data of this moment.
        fresh = prepare(paper)
        return fresh.make(replace(imprint, sheet_number=fresh.number))

    ready = prepare(papers[0])
    return SheetOffer(
        key=ready.key,
        title=ready.title,
        make=make,
        file_name=ready.file_name,
        number=ready.number,
        papers=papers,
        subjects=ready.subjects,
        consultation=Consultation("roster", ready.number),
        recipient=ready.recipient or None,
        details={name: value for name, value in ready.details.items() if name != "paper"},
    )
