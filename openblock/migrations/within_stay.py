"""The backstop of ROOM-03: nobody has a bed outside a stay, whatever went past the rules."""

from __future__ import annotations

from openblock.migrations.triggers import refuse_when

# A stay that covers the whole of the assignment; touching stays do not add up to one.
_COVERED = (
    "EXISTS (SELECT 1 FROM stays s WHERE s.resident_id = NEW.resident_id "
    "AND s.admitted <= NEW.starts_at AND NEW.ends_at <= s.discharged)"
)
# An assignment within the stay as it was that the stay as it will be does not cover.
_LEFT_OUT = (
    "EXISTS (SELECT 1 FROM assignments a WHERE a.resident_id = OLD.resident_id "
    "AND a.starts_at >= OLD.admitted AND a.ends_at <= OLD.discharged "
    "AND {unless})"
)
_STILL_COVERED = (
    "NOT (a.resident_id = NEW.resident_id AND NEW.admitted <= a.starts_at "
    "AND a.ends_at <= NEW.discharged)"
)


def assignments_within_stays() -> None:
    """Refuse an assignment no stay covers, and a stay cut or taken away from under one."""
    for verb in ("INSERT", "UPDATE"):
        refuse_when("assignments", verb, f"NOT {_COVERED}", "outside-stay")
    refuse_when("stays", "UPDATE", _LEFT_OUT.format(unless=_STILL_COVERED), "stay-has-assignment")
    refuse_when("stays", "DELETE", _LEFT_OUT.format(unless="1 = 1"), "stay-has-assignment")
