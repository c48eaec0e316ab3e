"""Sheets without a window: the same bytes the window prints, logged as the same disclosure."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from openblock import clock
from openblock.cli.arguments import Arguments
from openblock.cli.choices import EVERY_SHEET
from openblock.cli.door import signed_in
from openblock.cli.grounds import calendar_of_area
from openblock.cli.practice import calendar_of_trainee
from openblock.cli.roster import month_sheet
from openblock.features.accounts import queries
from openblock.features.accounts.session.opening import release
from openblock.files import write_whole
from openblock.i18n import _
from openblock.printing.sheet import Imprint
from openblock.storage.store import Disclosure, Store

if TYPE_CHECKING:
    from openblock.printing.ready import ReadySheet

FINE = 0


def print_roster(arguments: Arguments) -> int:
    """Write the month roster; it is logged as disclosed before a byte of it is written."""
    if arguments.month is None:
        raise ValueError(arguments)
    month, asked = arguments.month, arguments.asked

    def prepare(store: Store) -> ReadySheet:
        # The log has known it by this name from the beginning.
        return replace(month_sheet(store, month, asked), key="roster")

    return _print(arguments, prepare)


def print_sheet(arguments: Arguments) -> int:
    """Write any sheet; it is logged as disclosed before a byte of it is written."""
    if arguments.sheet not in EVERY_SHEET:
        return print_roster(arguments)
    choice = EVERY_SHEET[arguments.sheet]
    return _print(arguments, lambda store: choice.prepare(store, arguments.asked))


def _print(arguments: Arguments, prepare: Callable[[Store], ReadySheet]) -> int:
    if arguments.output is None:
        raise ValueError(arguments)
    # ReportLab is loaded once the password is right, not before it is asked for.
    with _store(arguments) as store:
        ready = prepare(store)
        details = {**ready.details, "sheet": ready.number, "as": "file"}
        recipient = arguments.recipient or ready.recipient
        disclosure = Disclosure(ready.key, ready.subjects, arguments.purpose, recipient, details)
        imprint = _imprint(store, arguments, (ready.number, ready.version), disclosure)
        write_whole(arguments.output, ready.make(imprint))
    print(_("Saved: {path}").format(path=arguments.output))
    return FINE


def write_calendar(arguments: Arguments) -> int:
    """Write a trainee's or an area's calendar; it is logged as disclosed before it is written."""
    if arguments.output is None:
        raise ValueError(arguments)
    with _store(arguments) as store:
        asked = arguments.asked
        made = calendar_of_area(store, asked) if asked.area else calendar_of_trainee(store, asked)
        store.disclose(
            Disclosure(
                made.what, made.subjects, arguments.purpose, arguments.recipient, {"as": "file"}
            )
        )
        write_whole(arguments.output, made.content)
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

    asked = arguments.asked
    day = asked.day or asked.week or _day_within(arguments.month or clock.today())
    demonstration = open_demonstration(day)
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


def _imprint(
    store: Store, arguments: Arguments, sheet: tuple[str, str], disclosure: Disclosure
) -> Imprint:
    """Log that the sheet, its number and version, leaves; what it then says about itself."""
    number, version = sheet
    head = store.disclose(disclosure)
    return Imprint(
        block=str(store.read(queries.settings)["block_name"]),
        sheet_number=number,
        version=version,
        printed_by=store.actor.name if store.actor else "",
        printed_at=clock.now(),
        audit_number=head.number,
        audit_head=head.mac,
        remark=_remark() if arguments.demo else "",
    )


def _remark() -> str:
    from openblock.demonstration import remark  # noqa: PLC0415

    return remark()
