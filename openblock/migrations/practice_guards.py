"""The backstops of TR-06 and TR-12: caps of trainees, and confirmed hours within a duty."""

from __future__ import annotations

from alembic import op

from openblock.migrations.triggers import refuse_when

# A shadowing shift takes its place while it is planned and not upset by the trainee's own time,
# and for good once it is confirmed: then for the hours it really had.
_LIVE = "({row}.state = 'confirmed' OR ({row}.state = 'planned' AND {row}.cause = ''))"
_FROM = "COALESCE({row}.actual_starts_at, {row}.starts_at)"
_TO = "COALESCE({row}.actual_ends_at, {row}.ends_at)"
# Confirmed hours lie in the duty that was planned, so these days on either side hold them all;
# the index is by the planned end.
_DAYS = 2
_OTHERS = (
    "{row}.id <> COALESCE(NEW.id, 0) AND {live} AND {near} AND {start} < {new_end} "
    "AND {new_start} < {end}{same}"
)
# The most there are at once is reached where the new one begins, or another within it.
_FULL = (
    "EXISTS (SELECT 1 FROM (SELECT {new_start} AS moment UNION ALL "
    "SELECT {start_b} FROM shadowings b WHERE {others_b} AND {start_b} > {new_start}) instants "
    "WHERE (SELECT COUNT(*) FROM shadowings t WHERE {others_t} AND {start_t} <= instants.moment "
    "AND instants.moment < {end_t}) >= {most})"
)
_MOST = (
    "COALESCE((SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM settings WHERE key = '{key}'), "
    "{default})"
)
_IN_DUTY = (
    "EXISTS (SELECT 1 FROM duties d WHERE d.officer_id = NEW.officer_id "
    "AND d.starts_at <= NEW.actual_starts_at AND NEW.actual_ends_at <= d.ends_at)"
)
_LEFT_OUT = (
    "EXISTS (SELECT 1 FROM shadowings s WHERE s.officer_id = OLD.officer_id "
    "AND s.state = 'confirmed' AND {near} AND s.actual_starts_at >= OLD.starts_at "
    "AND s.actual_ends_at <= OLD.ends_at AND {unless})"
)
_STILL_HELD = (
    "NOT (s.officer_id = NEW.officer_id AND NEW.starts_at <= s.actual_starts_at "
    "AND s.actual_ends_at <= NEW.ends_at)"
)


def places_are_few() -> None:
    """Refuse more trainees at once than the settings allow, with one mentor and in the block.

    Only what a change newly takes is looked at: a cap lowered since refuses nothing that stands.
    """
    for what, same, default in (("mentor", "officer_id", 2), ("block", "", 4)):
        most = _MOST.format(key=f"shadow_most_per_{what}", default=default)
        full = f"{_LIVE.format(row='NEW')} AND {_full(same, most)}"
        refuse_when("shadowings", "INSERT", full, f"{what}-full")
        refuse_when("shadowings", "UPDATE", f"NOT {_held_already(same)} AND {full}", f"{what}-full")


def confirmed_within_duties() -> None:
    """Refuse confirmed hours outside the officer's duty, and a duty cut from under them."""
    outside = f"NEW.state = 'confirmed' AND NOT {_IN_DUTY}"
    for verb in ("INSERT", "UPDATE"):
        refuse_when("shadowings", verb, outside, "confirmed-outside-duty")
    near = _near("s", "OLD.starts_at", "OLD.ends_at")
    cut = _LEFT_OUT.format(near=near, unless=_STILL_HELD)
    refuse_when("duties", "UPDATE", cut, "duty-has-confirmed")
    refuse_when(
        "duties", "DELETE", _LEFT_OUT.format(near=near, unless="1 = 1"), "duty-has-confirmed"
    )


def _full(same: str, most: str) -> str:
    return _FULL.format(
        new_start=_FROM.format(row="NEW"),
        start_b=_FROM.format(row="b"),
        start_t=_FROM.format(row="t"),
        end_t=_TO.format(row="t"),
        others_b=_others("b", same),
        others_t=_others("t", same),
        most=most,
    )


def _others(row: str, same: str) -> str:
    new_start, new_end = _FROM.format(row="NEW"), _TO.format(row="NEW")
    return _OTHERS.format(
        row=row,
        live=_LIVE.format(row=row),
        near=_near(row, new_start, new_end),
        start=_FROM.format(row=row),
        end=_TO.format(row=row),
        new_start=new_start,
        new_end=new_end,
        same=f" AND {row}.{same} = NEW.{same}" if same else "",
    )


def _held_already(same: str) -> str:
    whose = f" AND OLD.{same} = NEW.{same}" if same else ""
    return (
        f"({_LIVE.format(row='OLD')}{whose} AND {_FROM.format(row='OLD')} <= "
        f"{_FROM.format(row='NEW')} AND {_TO.format(row='NEW')} <= {_TO.format(row='OLD')})"
    )


def _near(row: str, start: str, end: str) -> str:
    return f"{row}.ends_at > {_days_off(start, -_DAYS)} AND {row}.ends_at < {_days_off(end, _DAYS)}"


def _days_off(moment: str, days: int) -> str:
    if op.get_context().dialect.name == "sqlite":
        return f"datetime({moment}, '{days:+d} days')"
    return f"{moment} + interval '{days:+d} days'"
