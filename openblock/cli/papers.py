"""Sheets without a window: the same bytes the window prints, logged as the same disclosure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from openblock import clock
from openblock.cli.arguments import Arguments
from openblock.cli.door import signed_in
from openblock.features.accounts import queries
from openblock.features.accounts.session.opening import release
from openblock.features.roster.queries import month_roster
from openblock.features.roster.sheets import sheet_number, sheet_of, subjects_of
from openblock.files import write_whole
from openblock.i18n import _
from openblock.storage.store import Disclosure, Store

FINE = 0


def print_roster(arguments: Arguments) -> int:
    """Write the month roster; it is logged as disclosed before a byte of it is written."""
    if arguments.month is None or arguments.output is None:
        raise ValueError(arguments)
    # ReportLab is loaded once the password is right, not before it is asked for.
    with _store(arguments) as store:
        content = _roster(store, arguments, arguments.month)
        write_whole(arguments.output, content)
    print(_("Saved: {path}").format(path=arguments.output))
    return FINE


@contextmanager
def _store(arguments: Arguments) -> Iterator[Store]:
    if not arguments.demo:
        store = signed_in(arguments)
        try:
            yield store
        finally:
            release(store)
        return
    # The sample list is imported for the demonstration only.
    from openblock.demonstration import open_demonstration  # noqa: PLC0415

    demonstration = open_demonstration(_day_within(arguments.month or clock.today()))
    try:
        yield demonstration.store
    finally:
        demonstration.store.close()
        demonstration.remove()


def _day_within(month: date) -> date:
    """The day the demonstration stands on, so that the month asked for is planned in it."""
    today = clock.today()
    if (today.year, today.month) == (month.year, month.month):
        return today
    last = calendar.monthrange(month.year, month.month)[1]
    return month.replace(day=min(today.day, last))


def _roster(store: Store, arguments: Arguments, month: date) -> bytes:
    from openblock.features.roster.sheets_pdf import month_roster_pdf  # noqa: PLC0415
    from openblock.printing.sheet import Imprint  # noqa: PLC0415

    roster = store.read(month_roster, month.year, month.month)
    sheet = sheet_of(roster)
    number = sheet_number(month, arguments.paper)
    details = {"sheet": number, "paper": arguments.paper, "as": "file"}
    head = store.disclose(
        Disclosure("roster", subjects_of(roster), arguments.purpose, arguments.recipient, details)
    )
    imprint = Imprint(
        block=str(store.read(queries.settings)["block_name"]),
        sheet_number=number,
        version=sheet.state,
        printed_by=store.actor.name if store.actor else "",
        printed_at=clock.now(),
        audit_number=head.number,
        audit_head=head.mac,
        remark=_remark() if arguments.demo else "",
    )
    return month_roster_pdf(sheet, imprint, "A3" if arguments.paper == "A3" else "A4")


def _remark() -> str:
    from openblock.demonstration import remark  # noqa: PLC0415

    return remark()
