"""The backstops of GR-03: an area holds no more people than it has places for, whoever books."""

from __future__ import annotations

from alembic import op

from openblock.migrations.triggers import refuse_when

# No booking is longer, so those that end within this much of a time hold all that can meet it:
# bounded on both sides the index by area and end passes over what lies in the past.
_LONGEST = 24
_LIVE = "{row}.state IN ('requested', 'approved', 'in-use', 'finished')"
# Who is back early gives the rest of the time to others; who is late takes nobody's.
_TO = "(CASE WHEN {row}.ended_at < {row}.ends_at THEN {row}.ended_at ELSE {row}.ends_at END)"
_OTHERS = (
    "{row}.area_id = NEW.area_id AND {row}.id <> COALESCE(NEW.id, 0) AND {live} "
    "AND {row}.ends_at > NEW.starts_at AND {row}.ends_at < {latest} "
    "AND {row}.starts_at < {new_to} AND NEW.starts_at < {to}"
)
# The most there are at once is reached where the new one begins, or another within it.
_FULL = (
    "EXISTS (SELECT 1 FROM (SELECT NEW.starts_at AS moment UNION ALL "
    "SELECT b.starts_at FROM bookings b WHERE {others_b} AND b.starts_at > NEW.starts_at) instants "
    "WHERE NEW.heads + COALESCE((SELECT SUM(t.heads) FROM bookings t WHERE {others_t} "
    "AND t.starts_at <= instants.moment AND instants.moment < {to_t}), 0) > "
    "(SELECT a.capacity FROM areas a WHERE a.id = NEW.area_id))"
)
_TAKEN = (
    "(SELECT a.exclusive FROM areas a WHERE a.id = NEW.area_id) AND "
    "EXISTS (SELECT 1 FROM bookings t WHERE {others_t})"
)
_HELD_ALREADY = (
    "({old_live} AND OLD.area_id = NEW.area_id AND NEW.heads <= OLD.heads "
    "AND OLD.starts_at <= NEW.starts_at AND {new_to} <= {old_to})"
)
_COMING = "(SELECT COUNT(*) FROM participants p WHERE p.booking_id = {booking} AND p.came{but})"


def areas_are_full() -> None:
    """Refuse more people at once than an area holds, and anybody beside one that is alone there.

    Only a change that takes something new is looked at: a capacity lowered since refuses nothing
    that stands.
    """
    for verb in ("INSERT", "UPDATE"):
        too_long = f"{_hours('ends_at', 0)} > {_hours('starts_at')}"
        refuse_when("bookings", verb, too_long, "booking-over-a-day")
        takes = _LIVE.format(row="NEW")
        if verb == "UPDATE":
            takes += f" AND NOT {_held_already()}"
        full = _FULL.format(others_b=_others("b"), others_t=_others("t"), to_t=_to("t"))
        refuse_when("bookings", verb, f"{takes} AND {full}", "area-full")
        taken = _TAKEN.format(others_t=_others("t"))
        refuse_when("bookings", verb, f"{takes} AND {taken}", "area-taken")


def participants_are_counted() -> None:
    """Refuse more participants than a booking counts heads."""
    heads = "(SELECT b.heads FROM bookings b WHERE b.id = NEW.booking_id)"
    for verb, but in (("INSERT", ""), ("UPDATE", " AND p.id <> NEW.id")):
        coming = _COMING.format(booking="NEW.booking_id", but=but)
        refuse_when("participants", verb, f"NEW.came AND {coming} >= {heads}", "booking-over-heads")
    coming = _COMING.format(booking="NEW.id", but="")
    refuse_when("bookings", "UPDATE", f"NEW.heads < {coming}", "booking-over-heads")


def _others(row: str) -> str:
    return _OTHERS.format(
        row=row,
        live=_LIVE.format(row=row),
        latest=_hours("ends_at"),
        new_to=_to("NEW"),
        to=_to(row),
    )


def _held_already() -> str:
    return _HELD_ALREADY.format(
        old_live=_LIVE.format(row="OLD"), new_to=_to("NEW"), old_to=_to("OLD")
    )


def _to(row: str) -> str:
    return _TO.format(row=row)


def _hours(column: str, hours: int = _LONGEST) -> str:
    """So many hours after an instant of the new row, in what each database can compare."""
    if op.get_context().dialect.name == "sqlite":
        return f"datetime(NEW.{column}, '{hours:+d} hours')"
    return f"NEW.{column} + interval '{hours:+d} hours'"
