"""The sheets of the roster that ``openblock print`` makes besides the month's, each named once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from openblock import clock
from openblock.cli.sheets import Asked, SheetChoice
from openblock.i18n import _

if TYPE_CHECKING:
    from openblock.printing.ready import ReadySheet
    from openblock.storage.store import Store


def month_sheet(store: Store, month: date, asked: Asked) -> ReadySheet:
    """The month's roster, as it stands or as a version was."""
    # Practice and the grounds join the roster: without them it would not show what hangs on it.
    import openblock.features.grounds.queries  # noqa: PLC0415
    import openblock.features.shadowing.queries  # noqa: F401, PLC0415
    from openblock.features.roster.sheets_pdf.ready import ready_month  # noqa: PLC0415

    return ready_month(store.read, month, "A3" if asked.paper == "A3" else "A4", asked.version)


def _week(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.roster.sheets_pdf.ready import ready_week  # noqa: PLC0415

    return ready_week(store.read, asked.day or clock.today())


def _changes(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.roster.sheets_pdf.ready import ready_changes  # noqa: PLC0415

    month = asked.month or clock.today()
    wall = asked.copy == "wall"
    return ready_changes(store.read, month, asked.since, asked.until, for_wall=wall)


def _officer(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.roster.sheets_pdf import ready_handed  # noqa: PLC0415

    month, now = asked.month or clock.today(), clock.now()
    officer_id, _name = ready_handed.officer_named(store.read, asked.badge)
    if asked.file_format == "ics":
        return ready_handed.ready_calendar(store.read, officer_id, month, now)
    return ready_handed.ready_own(store.read, officer_id, month)


def _time_sheet(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.roster.sheets_pdf import ready_handed  # noqa: PLC0415

    month = asked.month or clock.today()
    if asked.file_format == "xlsx":
        return ready_handed.ready_workbook(store.read, month)
    return ready_handed.ready_time_sheet(store.read, month, "A3" if asked.paper == "A3" else "A4")


ROSTER: Mapping[str, SheetChoice] = {
    "week": SheetChoice(
        lambda: _("the duty roster of a week with its times, for the wall"),
        ("in-week",),
        _week,
    ),
    "officer": SheetChoice(
        lambda: _("an officer's own shifts of a month, to be handed over"),
        ("badge", "of-month", "ics"),
        _officer,
    ),
    "changes": SheetChoice(
        lambda: _("what changed in a month's roster since a version"),
        ("of-month", "since", "until", "copy"),
        _changes,
    ),
    "timesheet": SheetChoice(
        lambda: _("the official time-sheet of a month, for accounting"),
        ("of-month", "paper", "xlsx"),
        _time_sheet,
    ),
}
