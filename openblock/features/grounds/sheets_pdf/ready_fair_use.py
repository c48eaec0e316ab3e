"""Makes the report on fair use ready for the window and the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from openblock import clock
from openblock.features.grounds.queries import fair_use
from openblock.features.grounds.queries.rows import FairUse
from openblock.features.grounds.sheets.fair_use import fair_report
from openblock.features.grounds.sheets_pdf.fair_use import fair_use_pdf
from openblock.features.grounds.sheets_pdf.ready import Read
from openblock.i18n import _, format_moment, format_month
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint


def ready_fair_use(read: Read, month: date, at: datetime) -> ReadySheet:
    """Who used the grounds how long in the month of a day."""
    days = clock.days_of_month(month.year, month.month)
    use: FairUse = read(fair_use, days[0], days[-1], at)
    version = _("as of {moment}").format(moment=format_moment(at))

    def make(imprint: Imprint) -> bytes:
        return fair_use_pdf(fair_report(use), replace(imprint, version=version))

    return ReadySheet(
        key="grounds-fair-use",
        title=_("Fair use of the grounds, {month}").format(month=format_month(days[0])),
        number=f"TI-{month:%Y-%m}",
        file_name=f"fair-use-{month:%Y-%m}",
        version=version,
        make=make,
        subjects=tuple(
            f"resident:{each}" for each in sorted(line.resident_id for line in use.lines)
        ),
        details={"month": f"{month:%Y-%m}", "at": at.isoformat()},
    )
