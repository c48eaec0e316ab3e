"""What every sheet says about itself in its footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose sheet it is, which one, who printed it when, and where the log stood then.

    ``printed_at`` is an aware instant. ``audit_number`` and ``audit_head`` are the last row of the
    log and the hex of its chain; the first 12 digits are printed, so that a cut log can be shown
    against any sheet on the wall. ``remark`` is the notice of a demonstration, or empty.
    """

    block: str
    sheet_number: str
    version: str
    printed_by: str
    printed_at: datetime
    audit_number: int
    audit_head: str
    remark: str = ""
